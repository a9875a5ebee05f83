"""Look into the prose outside spans: numbers, dates and words that claim more than the count can bear.

Numbers and dates are found by the extractor's own grammars, and by the word list of `brief/conventions.yml`
for what they leave alone (a bare “half”, a digit inside a word). What a convention covers is let through.
"""

import datetime as dt
import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from .manuscript import HOLE, Run
from .numerals import numerals
from .timewords import timewords

DATA = Path(__file__).parent / "brief" / "conventions.yml"
_TOKEN = re.compile(rf"[^\s{HOLE}]+")
_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s+(?=[“‘\"'(A-Z\ufffc])")
# Between marks of any kind; an apostrophe within a word or after one opens nothing.
_QUOTED = re.compile(r"[“„«]([^“”„«»]+)[”“»]|\"([^\"]+)\"|(?<!\w)[‘']((?:[^‘’'“”\"]|(?<=\w)[’'](?=\w))+)[’'](?!\w)")
_EDGES = "“”‘’\"'()[]{},;:!?…—"


@dataclass(frozen=True)
class Found:
    """A stretch of a run that should not stand there bare."""

    start: int
    end: int
    text: str
    why: str


@functools.cache
def conventions() -> dict:
    """The lists of `brief/conventions.yml`."""
    return yaml.safe_load(DATA.read_text(encoding="utf-8"))


@functools.cache
def _allowed(kind: str, years: tuple[int, ...]) -> list[re.Pattern]:
    year = "(?:" + "|".join(map(str, years or (0,))) + ")"
    entries = (e for e in conventions()["conventions"] if kind in e.get("where", ["prose", "heading", "title"]))
    return [re.compile(entry["pattern"].replace("{year}", year)) for entry in entries]


def quotations(text: str) -> Iterator[Found]:
    """Words between quotation marks, of some length and not in a span: a quotation that opens nothing."""
    for match in _QUOTED.finditer(text):
        said = next(filter(None, match.groups()))
        long = len(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", said)) >= conventions()["quotation_words"]
        if long and said.strip(" .,").lower() not in conventions()["free_quotations"]:
            yield Found(*match.span(), match[0], "a quotation outside a span")


@functools.cache
def _number_words() -> re.Pattern:
    return re.compile(rf"(?<!\w)(?:{'|'.join(conventions()['number_words'])})(?!\w)", re.IGNORECASE)


def bare(text: str, kind: str, years: tuple[int, ...], published: dt.date | None = None) -> list[Found]:
    """Every number, amount, percentage and date of `text` that no convention covers, in order, longest first.

    `kind`: prose, heading or title. `years`: the subject's period. `published`: what relative dates refer to.
    """
    free = [match.span() for pattern in _allowed(kind, years) for match in pattern.finditer(text)]
    spans = [span for span in _numbers(text, published) if not any(s <= span[0] and span[1] <= e for s, e in free)]
    return [Found(s, e, text[s:e], "a number or date outside a span") for s, e in _merged(text, spans, free)]


def _numbers(text: str, published: dt.date | None) -> Iterator[tuple[int, int]]:
    for one in numerals(text):
        printed = text[one.start : one.end]
        if printed.lower() not in conventions()["free_words"] and (
            one.form != "ordinal" or any(map(str.isdigit, printed))
        ):
            yield one.start, one.end
    for one in timewords(text, published):
        yield one.start, one.end
    for match in _number_words().finditer(text):
        yield match.span()
    for match in _TOKEN.finditer(text):
        if any(unicodedata.category(c) in {"Nd", "Nl", "No"} or c in "%‰" for c in match[0]):
            yield _trimmed(match)


def _trimmed(match: re.Match) -> tuple[int, int]:
    """A token with a digit, without the punctuation around it."""
    token = match[0].rstrip(_EDGES + ".")
    return match.end() - len(match[0].lstrip(_EDGES)), match.start() + len(token)


def _merged(text: str, spans: list[tuple[int, int]], free: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that touch or overlap made one; what a convention covers is not made part of another."""
    merged: list[list[int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        elif start < end:
            merged.append([start, end])
    return [(s, e) for s, e in merged if text[s:e].strip()]


def vague(run: Run, claims: dict) -> Iterator[tuple[Found, int, int]]:
    """Words that need a greater n than their sentence's claims have: (what, n, floor)."""
    floors = conventions()["vague_words"]
    for start, end in sentences(run.text):
        n = max((size(claims.get(mark.key)) for at, mark in run.marks.items() if start <= at < end), default=0)
        words = list(re.finditer(r"[\w’']+", run.text[start:end]))
        for place, word in enumerate(words):
            floor = floors.get(word[0].lower(), 0)
            if n < floor and not _denied(words, place):
                yield Found(start + word.start(), start + word.end(), word[0], "a vague word"), n, floor


def _denied(words: list[re.Match], place: int) -> bool:
    before = words[max(0, place - conventions()["denial_reach"]) : place]
    return any(word[0].lower() in conventions()["denials"] or word[0].lower().endswith("n’t") for word in before)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Sentences of a run, near enough: a full stop before a space and a capital ends one."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield start, match.end()
        start = match.end()
    yield start, len(text)


def size(claim: dict | None) -> int:
    """The n behind a claim: its whole, else the count itself, else how many pieces of evidence it rests on."""
    if not claim:
        return 0
    counted = claim["value"] if claim["kind"] == "count" and isinstance(claim["value"], int) else 0
    return max(claim.get("of") or 0, counted, len(claim["evidence"]))
