"""Blank: a document → the same document, as long, with all that is not its body turned to spaces.

A page is more than its article. Every line gets a zone and, if it is furniture, a role, and says why.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dossier.seeds import Document

Zone = Literal["headline", "standfirst", "dateline", "caption", "body", "furniture"]
LINE = re.compile(r"[^\r\n]*")
NEWLINE = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Line:
    """A line of a document: code points `start` to `end` (without the newline), its zone, and why."""

    start: int
    end: int
    zone: Zone
    role: str | None = None
    why: str = ""


def spans(text: str) -> list[tuple[int, int]]:
    starts, ends = [0], []
    for match in NEWLINE.finditer(text):
        ends.append(match.start())
        starts.append(match.end())
    return list(zip(starts, [*ends, len(text)], strict=True))


SENTENCE = re.compile(r"[.!?…:][\"'”’»)\]]*\s*$")


def zones(text: str) -> list[Line]:
    """The zone of every line of `text`, in order."""
    lines = spans(text)
    strong = [n for n, (s, e) in enumerate(lines) if SENTENCE.search(text[s:e]) and len(text[s:e].split()) >= 8]
    first, last = (strong[0], strong[-1]) if strong else (0, len(lines))
    return [Line(s, e, *_first_guess(n, text[s:e], first, last)) for n, (s, e) in enumerate(lines)]


def _first_guess(number: int, line: str, first: int, last: int):
    if first <= number <= last and (len(line.split()) > 3 or not line.strip()):
        return "body", None, "sentence"
    return "furniture", "navigation", "outside the body"


def blank(document: Document, naive: bool = False, lines: Sequence[Line] | None = None) -> Document:
    """The document with everything but its body turned to spaces, character for character.

    Newlines and other odd spaces become plain spaces too, so that a hard-wrapped sentence reads on.
    `naive` blanks no zone.
    """
    kept = [
        re.sub(r"\s", " ", document.text[line.start : line.end])
        if naive or line.zone == "body" else " " * (line.end - line.start)
        for line in (lines or zones(document.text))
    ]  # fmt: skip
    text = ""
    for piece, (start, end) in zip(kept, spans(document.text), strict=True):
        text += " " * (start - len(text)) + piece
    return replace(document, text=text + " " * (len(document.text) - len(text)))


def paragraphs(blanked: str, lines: Sequence[Line], naive: bool = False) -> list[tuple[int, int]]:
    """The spans of the paragraphs of the body: a blank or blanked line ends one, and so does a full line."""
    return [(line.start, line.end) for line in lines if blanked[line.start : line.end].strip()]
