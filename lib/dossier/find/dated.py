"""Dated: the country in which a text is written, by its datelines and byline."""

import re
from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Doc

from dossier.countries import capitals, in_text, table
from dossier.find.reading import raw
from dossier.lexicon import cut, lowered
from dossier.localities import locality_at

OTHERS = re.compile(r"\b(?:with|[Aa]dditional) (?:additional )?(?:reporting|contributions?)\b")  # who wrote elsewhere
EARLY = 6  # lines of body among which one may open with a dateline, below a summary
_RUN_IN = re.compile(r"\s*([A-ZÀ-Þ][\w'’.]+(?: [\w'’.]+){0,2}?)(?:, [^–—:]{3,40}?)?(?: ?[–—]{1,2}| -{1,2}|:|\.-)\s")
_WHERE = re.compile(r"\bin ([A-Z][\w’'. -]+)")  # “By A B in Addis Ababa”


def dated(doc: Doc) -> list[str]:
    """Countries of the datelines and of “By A B in X”; a seat of international bodies is nobody's home."""
    text = raw(doc)
    shown = [text[start:end] for start, end in doc._.datelines or ()]
    shown += _below(doc, text)
    bylines = (text[line.start : line.end] for line in doc._.lines or () if line.role == "byline")
    for line in (OTHERS.split(line)[0] for line in bylines):
        last = line.rpartition(",")[2].strip()  # “A B, Energy Editor, Oslo”
        placed = last != line and last in table() and table()[last].form in ("name", "capital")
        shown += _WHERE.findall(line) or [last] * placed
    usual = lowered("allegiance", "venues")
    own = (line for line in shown if not any(venue in line.lower() for venue in usual))
    return [code for line in own for code in in_text(line) or _city(line)]


def _below(doc: Doc, text: str) -> Iterator[str]:
    """“HÀ NỘI — ”, “Rabat - ”, “San José, 29 September 2022.- ” that opens one of the first lines, a city in it."""
    body = (line for line in doc._.lines or () if line.zone == "body" and text[line.start : line.end].strip())
    for line in islice(body, EARLY):
        if (opening := _RUN_IN.match(text, line.start, min(line.end, line.start + 80))) is not None:
            said = opening[1].title() if opening[1].isupper() else opening[1]
            known = table().get(said)
            if known is not None and known.form == "capital" or said in capitals() or locality_at(said.split(), 0):
                yield said


def _city(line: str) -> list[str]:
    """“GWADAR, May 4”, “CHIANG RAI:”: the city that a dateline begins with."""
    said = [word.capitalize() if word.isupper() else word for word in cut(line)]
    if said and said[0] in capitals():
        return [capitals()[said[0]]]
    found = locality_at(said, 0) if said and said[0][:1].isupper() else None
    return [found[1]] if found else []
