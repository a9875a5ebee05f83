"""The edges of a content: marks, commas, “that” and run-in datelines are no part of it."""

from dossier.find.cue import COMMAS, TRAILING, Cue
from dossier.find.quotations import MARKS
from dossier.find.reading import Reading

AFTER_THAT = frozenset("NN NNP NNPS PRP DT PRP$ EX CD JJ NNS IN RB VBG JJR JJS".split())


def tidy(r: Reading, cue: Cue) -> bool:
    """Cut what is no content from both ends; False if nothing is left."""
    start, end = cue.content
    if start == r.sents[r.sent_of[start]][0]:
        start = _after_dateline(r, start, end)
    while start < end and (
        r.words[start] in MARKS
        or r.words[start] in COMMAS
        or r.low[start] == "that"
        and end - start > 2
        and r.tags[start + 1] in AFTER_THAT
        or r.words[start] in (".", "…")
    ):
        start += 1
    while end > start and r.low[end - 1] in TRAILING and not _inner_close(r, start, end):
        end -= 1
    cue.content = start, end
    if (
        start < end
        and r.low[start] in ("this", "it")
        and not (cue.lemma == "describe" or cue.negated and r.low[start] == "this")
        and (end - start == 1 or r.low[start + 1] in ("when", "as", "while", "on", "in", "at", "during", "after", "to"))
    ):
        return False
    return end - start >= 1 and not (
        end - start == 1
        and r.low[start] in ("so", "that", "goodbye", "not", "nobody", "nothing", "him", "her", "them", "no", "yes")
    )


def _inner_close(r: Reading, start: int, end: int) -> bool:
    """Keep a closing mark whose opening mark is inside the content: “the developments “historic””."""
    if r.words[end - 1] not in ("”", '"', "’", "»", "''", "'"):
        return False
    opened = {"”": "“", "’": "‘", "»": "«", "''": "``"}.get(r.words[end - 1], r.words[end - 1])
    return opened in r.words[start : end - 1]


def trim(r: Reading, start: int, end: int) -> tuple[int, int]:
    while start < end and (r.words[start] in MARKS or r.words[start] in COMMAS):
        start += 1
    while end > start and (r.low[end - 1] in TRAILING) and not _inner_close(r, start, end):
        end -= 1
    return start, end


def _after_dateline(r: Reading, start: int, end: int) -> int:
    """First word after a run-in dateline (“LONDON, 4 May (Reuters) – The …”), if the sentence begins with one."""
    for k in range(start + 1, min(start + 16, end - 1)):
        if r.words[k] in ("–", "—", "-", "--") and not (
            r.token(k - 1).idx + len(r.words[k - 1]) == r.token(k).idx and not r.token(k).whitespace_
        ):
            lead = [w for w in r.words[start:k] if w[:1].isalpha()]
            place = r.words[start].isupper() or r.place[start] is not None
            return (
                k + 1
                if place
                and not any(r.tags[j] in ("VBD", "VBZ", "MD") and r.words[j].islower() for j in range(start, k))
                and lead
                else start
            )
    return start
