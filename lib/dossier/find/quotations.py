"""Quotations: which words stand in quotation marks, paragraph by paragraph.

Curly, straight and angle marks, double or single. A quotation that is not closed by the end of its paragraph runs
to that end; where the next paragraph opens with a mark again, the two are one quotation.
"""

from dataclasses import dataclass

from dossier.find.office import NAMED
from dossier.find.reading import BREAK, Reading

PAIRS = {"“": "”", "„": "“”", "«": "»", '"': '"', "``": "''", "‘": "’", "'": "'", "″": "″", "‟": "”", "”": "”"}
MARKS = frozenset("“”„«»\"‘’'") | {"``", "''"}
SINGLE = frozenset("‘’'")
SOON = 8  # words within which a title or a few quoted words are closed


@dataclass
class Quotation:
    """Words `start` to `end` between the marks (these excluded); `chain` is the number of the whole quotation."""

    start: int
    end: int
    chain: int
    closed: bool = True


def quotations(r: Reading) -> list[Quotation]:
    """All quotations of the text, left to right, none inside another."""
    found: list[Quotation] = []
    opened: int | None = None
    closing = ""
    for i, word in enumerate(r.words):
        if opened is None:
            if word in PAIRS and _opens(r, i, word):
                opened, closing = i + 1, PAIRS[word]
        elif word == BREAK:
            _add(found, r, opened, i, closed=False)
            opened = None
        elif word in closing.split() or len(word) == 1 and word in closing:
            if _closes(r, i, word):
                _add(found, r, opened, i, closed=True)
                opened = None
    if opened is not None:
        _add(found, r, opened, len(r), closed=False)
    return found


def letters(r: Reading) -> frozenset[int]:
    """Marks that are a letter at the head of a name: “Siale 'Otai”, and “'Otai” wherever it stands then.

    A capitalised name stands right before the first of them, and no mark closes soon after.
    """
    known = r.doc.user_data.get("letters")
    if known is None:
        marks = [i for mark in SINGLE for i in r.where.get(mark, ()) if _before_capital(r, i)]
        told = {r.words[i + 1] for i in marks if i and _in_name(r, i)}
        known = r.doc.user_data["letters"] = frozenset(i for i in marks if r.words[i + 1] in told)
    return known


def _before_capital(r: Reading, i: int) -> bool:
    return i + 1 < len(r) and r.capital[i + 1] and not r.token(i).whitespace_ and r.tags[i + 1] in NAMED


def _in_name(r: Reading, i: int) -> bool:
    before = r.capital[i - 1] and r.tags[i - 1] in NAMED and r.sents[r.sent_of[i - 1]][0] < i - 1
    soon = range(i + 2, min(i + SOON, len(r)))
    closed = any(r.words[k] in SINGLE and not _before_capital(r, k) for k in soon)
    return before and bool(r.token(i - 1).whitespace_) and not closed


def _add(found: list[Quotation], r: Reading, start: int, end: int, closed: bool) -> None:
    if end <= start:
        return
    before = found[-1] if found else None
    goes_on = before and not before.closed and start >= 2 and r.words[start - 2] == BREAK and before.end == start - 2
    found.append(Quotation(start, end, before.chain if goes_on else (before.chain + 1 if before else 0), closed))


def _opens(r: Reading, i: int, word: str) -> bool:
    """A mark opens if nothing but a space or bracket stands before it and a word right after it."""
    if i + 1 >= len(r) or r.words[i + 1] == BREAK:
        return False
    if word in ("“", "«", "„", "``"):
        return True
    if word in SINGLE and i in letters(r):
        return False
    here, before = r.token(i), r.token(i - 1) if i and r.words[i - 1] != BREAK else None
    spaced = (
        before is None or bool(before.whitespace_) or before.text in "([—–-:" or before.idx + len(before) < here.idx
    )
    return spaced and not here.whitespace_


def _closes(r: Reading, i: int, word: str) -> bool:
    """A single mark closes only where no letter follows (else it is an apostrophe)."""
    here = r.token(i)
    if word in SINGLE:
        if not here.whitespace_ and i + 1 < len(r) and r.words[i + 1][:1].isalpha():
            return False
        return r.words[i - 1][-1:] in ",.!?…;" or not _plural_owner(r, i)
    return True


def _plural_owner(r: Reading, i: int) -> bool:
    """“the ministers’ talks”: a plural before, a noun after."""
    return r.low[i - 1].endswith("s") and i + 1 < len(r) and r.tags[i + 1][:2] in ("NN", "JJ", "VB", "CD")


def inside(found: list[Quotation], length: int) -> list[int]:
    """For each word the number of its quotation, or -1."""
    marks = [-1] * length
    for number, q in enumerate(found):
        marks[q.start : q.end] = [number] * (q.end - q.start)
    return marks
