"""Discounted: what a verb or noun of meeting says that is no one meeting (“received a call”, “meet quarterly”)."""

from spacy.tokens import Token

from dossier.find.arguments import after_links, has_determiner, objects, upwards
from dossier.find.encounter import nouns, verbs
from dossier.find.reading import Reading
from dossier.lexicon import lowered


def of_an_event(token: Token) -> bool:
    """“hosted a meeting”, “received a call”: the noun tells it."""
    first = next((c for c in token.children if c.dep_ in ("dobj", "nsubjpass")), None)
    return first is not None and first.text.lower() in nouns() and not first.text.lower().startswith(("tête", "tete"))


def of_a_thing(token: Token) -> bool:
    """“the treatment that they received from X”: what the clause hangs on is received."""
    if token.text.lower() == "received" and after_links(token, ("from",)) and not objects(token):
        return True
    which = token.dep_ == "relcl" and any(c.dep_ == "dobj" and c.text.lower() in ("that", "which") for c in token.lefts)
    return which and token.head.tag_ in ("NN", "NNS")


def sees_off(r: Reading, i: int) -> bool:
    """“will stop there to see off a detachment whose commander …”: who leaves is no partner in talks."""
    return r.low[i] in ("see", "saw", "seen", "seeing") and r.low[i + 1 : i + 2] == ["off"]


def no_one_time(r: Reading, token: Token, i: int) -> bool:
    """“have met four times this year”, “agreed to meet quarterly”, “the first time they had met since April”."""
    if lowered("meetings", "habitual") & set(r.low[i + 1 : i + (5 if r.low[i] == "agreed" else 2)]):
        return True
    return "times" in r.low[i + 1 : i + 4] or token.dep_ == "relcl" and token.head.text.lower() in ("time", "times")


def no_event(r: Reading, noun: Token, k: int) -> bool:
    """“a press conference”, “no talks”, “the meeting room”."""
    press = r.low[k] in ("conference", "call", "briefing") and r.low[k - 1] in ("news", "press")
    heads_another = k + 1 < len(r) and r.tags[k + 1] in ("NN", "NNS") and r.token(k).dep_ == "compound"
    traded = r.low[k] in ("exchange", "exchanges") and any(c.dep_ == "compound" for c in noun.lefts)  # “trade exchange”
    press |= r.low[k] == "audience" and noun.dep_ == "nsubj" and noun.head.text.lower() not in lowered(
        "meetings", "happen"
    )
    press |= r.low[k - 1 : k + 1] == ["in", "consultation"]
    return press or traded or heads_another or has_determiner(noun, "no", "any")


def it_was(noun: Token) -> bool:
    """“It was their first conversation for eight months”: what was told before."""
    return noun.dep_ == "attr" and any(c.dep_ == "nsubj" and c.tag_ in ("PRP", "DT") for c in noun.head.lefts)


def another(noun: Token, verb: Token | None) -> bool:
    """“met B ahead of Friday's summit”: what a meeting is told to come before or after is not that meeting."""
    if any(step.text.lower() == "occasion" for step in upwards(noun, 3)):
        return True  # “On the occasion of the summit A received B”
    apart = any(step.text.lower() in ("ahead", "before", "after", "since") for step in upwards(noun, 4))
    return apart and verb is not None and verb.tag_.startswith("VB") and verb.text.lower() in verbs()
