"""When an encounter took place: the time words of its sentence that belong to it."""

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.find.encounter import Encounter
from dossier.find.lexicon import lowered
from dossier.find.partakers import SUBJECTS
from dossier.find.reading import Reading
from dossier.find.speech import table
from dossier.timewords import TimeWord

NOT_WHEN = frozenset("since until till before after".split())


def when(r: Reading, found: Encounter, dates: list[TimeWord], number: int) -> str | None:
    """The date in the sentence that belongs to the event: nearest to its cue, not that of a reporting verb or another clause."""
    start, end = r.sents[number]
    first, last = r.chars(start, end)
    here = [w for w in dates if first <= w.start < last]
    best, distance = None, 10**6
    for word in here:
        k = _index(r, word.start, start, end)
        if k is None or not _belongs(r, k, found, start, end):
            continue
        gap = k - found.at if k > found.at else 1.5 * (found.at - k)
        if gap < distance:
            best, distance = word, gap
    return best.date if best else None


def _index(r: Reading, char: int, start: int, end: int) -> int | None:
    for k in range(start, end):
        token = r.token(k)
        if token.idx <= char < token.idx + len(token):
            return k
    return None


def _belongs(r: Reading, k: int, found: Encounter, start: int, end: int) -> bool:
    before = [r.low[j] for j in range(max(start, k - 2), k)]
    if any(w in NOT_WHEN for w in before[-2:]):
        return False
    verb = _verb_of(r, k)
    if verb is not None and verb != found.at and r.low[verb] in table() and not (found.verb is not None and verb == r.at.get(found.verb.i)):
        return not r.low[verb] in ("said", "told", "announced", "reported", "added", "stated", "says", "noted", "wrote", "confirmed", "reports")
    if _apart(r, verb, found):
        return False
    if r.tags[k] == "CD" and len(r.words[k]) == 4 and (not before or before[-1] not in ("in", "during", "of", "for")):
        return False
    return True


def _apart(r: Reading, verb: int | None, found: Encounter) -> bool:
    """Does a date's verb stand in another clause than the event: a relative clause below it, or another main clause?"""
    event = found.verb if found.verb is not None else r.token(found.at)
    if verb is None or verb == r.at.get(event.i) or verb == found.at:
        return False
    parted = False
    for step in _upwards(r.token(verb)):
        if step.i == event.i or step.i == r.ids[found.at]:
            return parted
        parted |= step.dep_ == "relcl" and step.head.i != r.ids[found.at] and not _tells_when(step) or step.dep_ == "conj" and _has_subject(step)
    return found.form == "visit" and found.why != "noun" and any(step.dep_ == "relcl" for step in _upwards(event))


def _tells_when(verb: Token) -> bool:
    """“…, which took place on 24 October”, “which had been scheduled for Friday”."""
    return verb.text.lower() in lowered("meetings", "happen") | lowered("meetings", "planned") and any(c.text.lower() in ("which", "that") for c in verb.lefts)


def _upwards(token: Token) -> Iterator[Token]:
    """The word and those above it, nearest first, twelve at most."""
    for _ in range(12):
        yield token
        if token.head == token:
            return
        token = token.head


def _has_subject(verb: Token) -> bool:
    return verb.tag_.startswith("VB") and any(c.dep_ in SUBJECTS for c in verb.children)


def by_the_hour(r: Reading, found: Encounter) -> bool:
    """“in the evening”, “earlier in the day”, “the same day”: a moment of the day that the text speaks of."""
    start, end = r.sents[found.sentence]
    return any(
        r.low[k] in lowered("meetings", "hours") and set(r.low[max(start, k - 3) : k]) & lowered("meetings", "of_the_day")
        for k in range(start, end)
    )


def _verb_of(r: Reading, k: int) -> int | None:
    """The verb a date hangs on, through its preposition."""
    token = r.token(k)
    for _ in range(6):
        if token.tag_.startswith("VB"):
            return r.at.get(token.i)
        if token.head == token:
            return None
        token = token.head
    return None
