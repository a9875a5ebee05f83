"""Discounted: what a verb or noun of meeting says that is no one meeting (“received a call”, “meet quarterly”)."""

from spacy.tokens import Token

from dossier.find.arguments import SUBJECTS, after_links, has_determiner, objects, upwards
from dossier.find.commissions import is_ordinal
from dossier.find.encounter import nouns, verbs
from dossier.find.reading import Reading
from dossier.lexicon import lowered

_KINDS = frozenset("bilateral trilateral".split())
_DEFINITE = frozenset("the his her their its".split())


def of_an_event(token: Token) -> bool:
    """“hosted a meeting”, “received a call”: the noun tells it."""
    first = next((c for c in token.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if first is not None and first.left_edge.i > token.i and first.left_edge.nbor(-1).text == ",":
        return False  # “spoke with A, their third conversation”
    return first is not None and first.text.lower() in nouns() and not first.text.lower().startswith(("tête", "tete"))


def of_a_thing(token: Token) -> bool:
    """“the treatment that they received from X”: what the clause hangs on is received."""
    if token.text.lower() == "received" and after_links(token, ("from",)) and not objects(token):
        return True
    which = token.dep_ == "relcl" and any(c.dep_ == "dobj" and c.text.lower() in ("that", "which") for c in token.lefts)
    return which and token.head.tag_ in ("NN", "NNS")


def sees_off(r: Reading, i: int) -> bool:
    """“will stop there to see off a detachment whose commander …”: who leaves is no partner in talks."""
    off = r.low[i + 1 : i + 2] == ["off"] or any(c.text.lower() == "off" for c in r.token(i).rights)
    return r.low[i] in ("see", "saw", "seen", "seeing") and off


def no_one_time(r: Reading, token: Token, i: int) -> bool:
    """“have met four times this year”, “agreed to meet quarterly”, “the first time they had met since April”."""
    if lowered("meetings", "habitual") & set(r.low[i + 1 : i + (5 if r.low[i] == "agreed" else 2)]):
        return True
    if "times" in r.low[i + 1 : i + 4]:
        return True
    when = token.head if token.dep_ == "relcl" and token.head.text.lower() in ("time", "times") else None
    return when is not None and not _was_on_a_day(when)


def _was_on_a_day(time: Token) -> bool:
    """“The last time they met was in May”: the day of that time is told."""
    which = any(c.text.lower() in ("last", "first", "previous", "only") for c in time.lefts)
    return which and time.dep_ == "nsubj" and time.head.text.lower() == "was"


def no_event(r: Reading, noun: Token, k: int) -> bool:
    """“a press conference”, “no talks”, “the meeting room”."""
    press = r.low[k] in ("conference", "call", "briefing") and r.low[k - 1] in ("news", "press")
    heads_another = k + 1 < len(r) and r.tags[k + 1] in ("NN", "NNS") and r.token(k).dep_ == "compound"
    press |= r.low[k] in _KINDS and (noun.dep_ in ("amod", "compound", "nmod", "acomp") or not _with_somebody(r, k))
    traded = r.low[k] in ("exchange", "exchanges") and any(c.dep_ == "compound" for c in noun.lefts)  # “trade exchange”
    press |= r.low[k] == "audience" and noun.dep_ == "nsubj" and noun.head.text.lower() not in lowered(
        "meetings", "happen"
    )
    press |= r.low[k - 1 : k + 1] == ["in", "consultation"]
    return press or traded or heads_another or has_determiner(noun, "no", "any")


def _with_somebody(r: Reading, k: int) -> bool:
    """“a bilateral | with X”: the word stands for a meeting, after an article."""
    return r.low[k - 1] in ("a", "the", "their") and r.low[k + 1 : k + 2] in (["with"], ["between"])


def it_was(noun: Token) -> bool:
    """“It was their first conversation for eight months”: what was told before."""
    return noun.dep_ == "attr" and any(c.dep_ == "nsubj" and c.tag_ in ("PRP", "DT", "WP") for c in noun.head.lefts)


def told_again(r: Reading, noun: Token, k: int) -> bool:
    """“A met B on Monday, the first meeting of the two since 2019”: what the clause before the comma told."""
    start, form = r.sentence(k)[0], nouns()[r.low[k]]
    first = r.at.get(noun.left_edge.i, k)
    nth = any(is_ordinal(c.text.lower()) or c.text.lower() in ("latest", "only") for c in noun.lefts)
    if not nth or r.words[first - 1] != "," or r.low[first] not in _DEFINITE or noun.dep_ in (*SUBJECTS, "conj"):
        return False
    return any(_of_form(r, j, form) for j in range(start, first - 1))


def _of_form(r: Reading, k: int, form: str) -> bool:
    """A verb or noun of the form of event."""
    frame = verbs().get(r.low[k]) if r.tags[k].startswith("VB") else None
    of_verb = frame is not None and (frame.form == form or form == "meeting" and frame.form == "phone")
    return of_verb or nouns().get(r.low[k]) == form


def another(noun: Token, verb: Token | None) -> bool:
    """“met B ahead of Friday's summit”: what a meeting is told to come before or after is not that meeting."""
    if any(step.text.lower() == "occasion" for step in upwards(noun, 3)):
        return True  # “On the occasion of the summit A received B”
    apart = any(step.text.lower() in ("ahead", "before", "after", "since") for step in upwards(noun, 4))
    return apart and verb is not None and verb.tag_.startswith("VB") and verb.text.lower() in verbs()
