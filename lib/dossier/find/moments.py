"""When an encounter took place: the time words of its sentence that belong to it."""

from dossier.find.encounter import Encounter
from dossier.find.reading import Reading
from dossier.find.speech import table
from dossier.timewords import TimeWord

NOT_WHEN = frozenset("since until till before after".split())


def when(r: Reading, found: Encounter, dates: list[TimeWord], number: int) -> str | None:
    """The date in the sentence that belongs to the event: nearest to its cue, not that of a reporting verb."""
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
    if r.tags[k] == "CD" and len(r.words[k]) == 4 and (not before or before[-1] not in ("in", "during", "of", "for")):
        return False
    return True


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
