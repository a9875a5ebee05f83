"""Elsewhen: days in an event's sentence that are of something else (“the 17 December quake”, “since her election”)."""

from spacy.tokens import Token

from dossier.find.arguments import upwards
from dossier.find.commissions import is_ordinal
from dossier.find.dates import in_time
from dossier.find.encounter import Encounter, nouns
from dossier.find.reading import Reading
from dossier.lexicon import lowered
from dossier.timewords import TimeWord

NOT_WHEN = frozenset("since until till before after".split())
_BY_NOUN = frozenset("noun owned group somewhere".split())


def of_something_before(r: Reading, k: int, found: Encounter) -> bool:
    """“her first visit since her election in May”: the day of what the event is told to come after, or before."""
    above = {step.i for step in upwards(r.token(found.at))}
    steps = [step for step in upwards(r.token(k)) if step.dep_ == "pobj" and step.i != r.ids[k] and step.i not in above]
    if any(step.head.text.lower() in NOT_WHEN and step.head.i not in above for step in steps):
        return True
    done = (step for step in upwards(r.token(k)) if step.dep_ == "acl" and step.tag_ in ("VBN", "VB"))
    done = (step for step in done if step.i not in above)
    told_of = any(step.head.text.lower() in ("about", "over") for step in steps) and r.low[k - 1] != "on"
    later = {"about", "over"} & set(r.low[found.at : k]) and r.low[k - 2 : k] == ["in", "the"]
    if told_of or found.why == "speak" and later:
        return True  # “talked over the choir's tour in the autumn”
    return any(step.head.i != r.ids[found.at] and not _tells_of_events(step) for step in done)


def counts(r: Reading, k: int, found: Encounter, word: TimeWord) -> bool:
    """“her fourth meeting with X this year”, “the first visit in 2024”: how many there were, not when this one was."""
    if len(word.date) == 4 and r.low[k - 1] == "time" and k > found.at:
        return True  # “met for the second time this year”
    nth = any(is_ordinal(c.text.lower()) for c in r.token(found.at).lefts)
    if not nth or len(word.date) not in (4, 9) or k < found.at or found.why not in _BY_NOUN:
        return False
    above = (step for step in upwards(r.token(k)) if step.tag_.startswith("VB") or step.i == r.ids[found.at])
    return next((step.i == r.ids[found.at] for step in above), False)


def _tells_of_events(verb: Token) -> bool:
    """“the session of the board, held on Monday”: a participle that may be of the event, wherever it hangs."""
    lists = ("happen", "planned", "holding", "leads", "off", "moved", "cancelled", "attending", "hosts")
    return any(verb.text.lower() in lowered("meetings", name) for name in lists)


def called_off(r: Reading, verb: int) -> bool:
    """“was dropped”, “called off”: what is told is when that was done."""
    off = r.low[verb] in lowered("meetings", "off") and "off" in r.low[verb + 1 : verb + 3]
    return off or r.low[verb] in lowered("meetings", "cancelled") and r.tags[verb] in ("VBN", "VBD")


def names_another(r: Reading, k: int, found: Encounter, end: int) -> bool:
    """“the 17 December earthquake”: the date of something else."""
    token = r.token(k)
    above = token.head
    met = above.tag_[0] == "N" and nouns().get(above.text.lower()) in ("meeting", "call")
    if token.dep_ == "npadvmod" and met and above.i != r.ids[found.at]:
        return True  # “planned to visit the base before meetings on Tuesday with B”
    if r.low[k - 1] == "on" and r.tags[k] == "NNP" and r.tags[k + 1] != "POS":
        return False  # “discussed on Monday trade”, as agencies write
    while token.dep_ in ("compound", "nummod", "nmod", "amod", "poss") and token.head.i > token.i:
        token = token.head
    event = found.verb if found.verb is not None else r.token(found.at)
    if any(step.dep_ == "relcl" and step.head == token for step in upwards(event)):
        return False  # “Friday's summit, where he was to meet X”
    of_margins = token.dep_ == "pobj" and token.head.head.text.lower() in lowered("meetings", "margins")
    if of_margins or token.text.lower() in lowered("meetings", "schedules"):
        return False  # “on the sidelines of last week's summit”
    return token.tag_ in ("NN", "NNS") and not in_time(token) and token.idx >= end and token.i != r.ids[found.at]
