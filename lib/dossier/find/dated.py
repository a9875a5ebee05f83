"""Dated: the country in which a text is written, by its datelines and byline."""

import re

from spacy.tokens import Doc

from dossier.countries import capitals, in_text, table
from dossier.find.reading import raw
from dossier.lexicon import cut, words
from dossier.localities import locality_at

OTHERS = re.compile(r"\b(?:with|[Aa]dditional) (?:additional )?(?:reporting|contributions?)\b")  # who wrote elsewhere
_WHERE = re.compile(r"\bin ([A-Z][\w’'. -]+)")  # “By A B in Addis Ababa”


def dated(doc: Doc) -> list[str]:
    """Countries of the datelines and of “By A B in X”; a seat of international bodies is nobody's home."""
    text = raw(doc)
    shown = [text[start:end] for start, end in doc._.datelines or ()]
    bylines = (text[line.start : line.end] for line in doc._.lines or () if line.role == "byline")
    for line in (OTHERS.split(line)[0] for line in bylines):
        last = line.rpartition(",")[2].strip()  # “A B, Energy Editor, Oslo”
        placed = last != line and last in table() and table()[last].form in ("name", "capital")
        shown += _WHERE.findall(line) or [last] * placed
    usual = words("allegiance", "venues")
    return [code for line in shown if not any(v in line for v in usual) for code in in_text(line) or _city(line)]


def _city(line: str) -> list[str]:
    """“GWADAR, May 4”, “CHIANG RAI:”: the city that a dateline begins with."""
    said = [word.capitalize() if word.isupper() else word for word in cut(line)]
    if said and said[0] in capitals():
        return [capitals()[said[0]]]
    found = locality_at(said, 0) if said and said[0][:1].isupper() else None
    return [found[1]] if found else []
