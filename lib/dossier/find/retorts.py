"""Retorts: any verb beside a closed quotation that waits for who said it (“We paid,” she snapped; “…,” X shot back).

No list of verbs is asked: a quotation that ends in a comma, a question or an exclamation is an object without a verb,
and the verb whose subject stands beside its mark is the one.
"""

from dossier.find.cue import COMMAS, FINITE, Cue
from dossier.find.discourse import Discourse
from dossier.find.quotations import MARKS
from dossier.find.reading import Reading
from dossier.pipeline import COPULAS

VERBS = frozenset(("VBD", "VBN", "VBZ"))
SPEAKING = frozenset("he she they i we".split())
CLAUSAL = frozenset(("WP", "WDT", "CC", "TO", "VBG"))  # between mark and verb stands a clause, no speaker
CLOSING = frozenset(",!?")
LONGEST = 14  # words of whoever speaks, between the mark and the verb


def retort(d: Discourse, i: int, start: int, end: int, quoted: list[int]) -> Cue | None:
    """The cue at verb `i`, whatever the verb, where a closed quotation waits for it."""
    r = d.r
    if quoted[i] >= 0 or r.tags[i] not in VERBS or r.token(i).dep_ in ("aux", "auxpass") or r.low[i] in COPULAS:
        return None
    mark = _mark(r, i, start, quoted)
    if mark is None:
        return None
    if "as" in r.low[i + 1 : i + 4]:
        return None  # “…,” the agency quoted him as saying
    who = (mark + 1, i) if mark < i - 1 else _after(d, i + 1, end)
    if who is None or not any(_names(d, k) for k in range(*who)):
        return None
    last = max(i + 1, who[1])
    if r.tags[last : last + 1] == ["RP"] or r.low[last : last + 1] == ["back"]:
        last += 1
    return Cue(i, mark + 1, last, who, "past", "say", text=r.text(i, last if who[1] <= i else i + 1))


def _mark(r: Reading, i: int, start: int, quoted: list[int]) -> int | None:
    """The last mark of a quotation that ends in a comma, with nothing but whoever speaks between it and the verb."""
    for k in range(i - 1, max(start, i - LONGEST), -1):
        if r.words[k] in MARKS:
            return k if quoted[k - 1] >= 0 and r.words[k - 1] in CLOSING else None
        if r.tags[k] in FINITE or r.tags[k] in CLAUSAL or r.low[k] in ("as", "that") or quoted[k] >= 0:
            return None
    return None


def _names(d: Discourse, k: int) -> bool:
    r = d.r
    return k in d.persons_at or r.low[k] in SPEAKING or r.tags[k].startswith("N")


def _after(d: Discourse, k: int, end: int) -> tuple[int, int] | None:
    """“quipped Ruiz”, “grunted the driver”: the words up to the next pause."""
    r, last = d.r, k
    if k < end and not (k in d.persons_at or r.low[k] in (*SPEAKING, "the", "a", "an", "one")):
        return None
    while last < end and r.words[last] not in COMMAS and r.words[last] not in MARKS and r.words[last] != ".":
        if r.tags[last] in ("IN", "TO", "WP", "WDT", "RB") or r.tags[last] in FINITE:
            break
        last += 1
    return (k, last) if last > k else None
