"""Who speaks, by names and pauses: “Wages will rise, the premier, Ana Ruiz, said on Monday.”

What stands between the last pause of a clause, or the beginning of the sentence, and the verb is whoever speaks: a
name, an office, one in apposition to the other. The parse often takes them for a part of the clause, so they are read
from the right.
"""

from collections.abc import Iterator

from dossier.find.cue import FINITE, Cue
from dossier.reporting import table
from dossier.find.discourse import Discourse
from dossier.find.offices import heads
from dossier.find.quotations import MARKS
from dossier.find.reading import Reading
from dossier.lexicon import lowered

VERBS = frozenset(("VBD", "VBZ", "VBN"))
PARTS = 3  # of a speaker, between commas: “the premier, Ana Ruiz,”
LONGEST = 16  # words of a part
CLAUSAL = frozenset(("WP", "WDT", "WRB", "MD", "VBD", "VBZ", "VBP", "TO"))
JOINING = frozenset("and but or while when as whereas if though although because after before where then".split())
DASHES = frozenset("–—")
WIDE = 30  # words behind the verb


def closing(d: Discourse, i: int, start: int, end: int, quoted: list[int]) -> Cue | None:
    """The cue at verb `i` if a person's attribution ends the sentence with it."""
    r = d.r
    lemma, form, classes = table()[r.low[i]]
    if "c" not in classes or lemma == "agree" or form in ("ing", "base") or r.tags[i] not in VERBS:
        return None
    if r.shouting or quoted[i] >= 0:
        return None
    start = max((k + 1 for k in range(start, i) if r.words[k] == ";"), default=start)
    if not _only_where(r, lemma, i + 1, end, quoted):
        return None
    who = _speaker(d, i, start, quoted)
    if who is None or who[0] <= start or r.low[start] in JOINING and "," not in r.words[start : who[0] - 1]:
        return None
    if not any(r.tags[k] in FINITE for k in range(start, who[0])) or any(r.words[k] in MARKS for k in range(start, i)):
        return None
    first = who[0] - (r.low[who[0] - 1] == "as")
    return Cue(i, first, i + 1, who, form, lemma, (start, first), "before the verb", text=r.words[i])


def _only_where(r: Reading, lemma: str, first: int, end: int, quoted: list[int]) -> bool:
    """Does nothing follow the verb but when, where or whom it was told?"""
    if r.words[end - 1] != "." or end - first > WIDE:
        return False
    if any(r.tags[k] in FINITE or r.low[k] in ("that", ":") or quoted[k] >= 0 for k in range(first, end)):
        return False
    told = lemma in lowered("speech", "addressee")
    if told == (first < end - 1):
        return True
    return r.low[first] in lowered("speech", "circumstances")


def _speaker(d: Discourse, i: int, start: int, quoted: list[int]) -> tuple[int, int] | None:
    """The words of whoever speaks, before the verb: parts of which one names a person, the others her or her office."""
    r, last = d.r, i
    while r.low[last - 1] in lowered("speech", "between") and last - 1 > start:
        last -= 1
    who: set[int] = set()
    first = None
    for left, right in _parts(r, last, start, quoted):
        here = {id(p) for k in range(left, right) for p in d.persons_at.get(k, [])}
        office = any(r.low[k] in heads() for k in range(left, right))
        if r.low[left] in JOINING and r.low[left] != "as":
            return None if first is None or not who else (first, _end(r, last))
        if not (here & who if here and who else here or office):
            break
        who, first = who or here, left
        if r.low[left] == "as":
            first = left + 1
            break
        if who and right == last and office:
            break  # “Energy Minister Ana Ruiz said”: name and office stand in one
    return (first, _end(r, last)) if who and first is not None else None


def opening(d: Discourse, i: int, start: int, quoted: list[int]) -> tuple[int, int] | None:
    """“Ana Ruiz, the premier, stressed in Lima that …”: who stands before the first verb of a sentence."""
    r = d.r
    if r.tags[i] not in ("VBD", "VBN") or "by" in r.low[i + 1 : i + 3]:
        return None
    if any(r.tags[k] in CLAUSAL for k in range(start, i)):
        return None
    return _speaker(d, i, start, quoted) if "that" in r.low[i + 1 : i + WIDE] else None


def _end(r: Reading, last: int) -> int:
    return last - (r.words[last - 1] == ",")


def _parts(r: Reading, last: int, start: int, quoted: list[int]) -> Iterator[tuple[int, int]]:
    """The parts between commas before a word, from the right, up to one that holds a verb."""
    right = last - (r.words[last - 1] == ",")
    for _ in range(PARTS):
        left = right
        while left > start and r.words[left - 1] != ",":
            left -= 1
        if right - left > LONGEST or left == right:
            return
        if any(r.tags[k] in CLAUSAL or quoted[k] >= 0 or r.words[k] in DASHES for k in range(left, right)):
            return
        yield left, right
        if left <= start:
            return
        right = left - 1
