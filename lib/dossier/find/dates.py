"""Dates: every time word of the body and of the dateline, with tense judged by the parse."""

import datetime as dt
import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dossier.calendars import first_day, grain
from dossier.facts import Date
from dossier.find.prose import prose
from dossier.find.tenses import Tenses
from dossier.timewords import Reader, Tense, TimeWord, timewords

WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
OPENING, LEAD = 120, 400  # characters of a body in which a run-in dateline, and the lead, may print a day


def dates(doc: Doc) -> Iterator[Date]:
    """Each date of the body, and those of dateline lines, with its meaning."""
    document = doc._.document
    for word in time_words(doc):
        yield Date.at(
            document.text, document.id, word.start, word.end,
            date=word.date, basis=word.basis, arithmetic=word.arithmetic, why=f"date: {word.rule.replace('_', ' ')}",
        )  # fmt: skip


def time_words(doc: Doc) -> list[TimeWord]:
    """The time words of the document, in the order of the text; computed once a document."""
    if "time_words" not in doc.user_data:
        doc.user_data["time_words"] = sorted(_time_words(doc), key=lambda word: word.start)
    return doc.user_data["time_words"]


def in_time(token: Token) -> bool:
    """Does the word belong to a time word?"""
    doc = token.doc
    if "timed" not in doc.user_data:
        spans = (doc.char_span(word.start, word.end, alignment_mode="expand") for word in time_words(doc))
        doc.user_data["timed"] = frozenset(k for span in spans if span for k in range(span.start, span.end))
    return token.i in doc.user_data["timed"]


def _time_words(doc: Doc) -> Iterator[TimeWord]:
    document = doc._.document
    published = day_of(doc)
    told = [
        _moved(word, line.start)
        for line in doc._.lines or () if line.zone == "dateline"
        for word in timewords(document.text[line.start : line.end], published, _nearest)
    ]  # fmt: skip
    yield from told
    body = prose(doc)
    opening = len(body) - len(body.lstrip())
    reader = Reader(body, published, given=[word for word in told if word.start > opening])
    parsed = Tenses(doc)
    judges = parsed.sure, reader.by_clause, parsed, reader.by_words
    reader.future = lambda start, end: _first(*judges, start=start, end=end)
    reader.done, reader.verbal = parsed.done, parsed.verbal
    yield from reader.words()


def _first(*judges: Tense, start: int, end: int) -> bool | None:
    """What the first judge says who says anything."""
    return next((told for judge in judges if (told := judge(start, end)) is not None), None)


def _nearest(start: int, end: int) -> None:
    """A dateline tells no tense: its day is the one nearest to publication."""


def _moved(word: TimeWord, by: int) -> TimeWord:
    return TimeWord(word.start + by, word.end + by, word.date, word.basis, word.arithmetic, word.rule)


def day_of(doc: Doc) -> dt.date | None:
    """The day of publication: as known, else as a dateline, a run-in dateline or the lead prints it in full."""
    document = doc._.document
    if document.published:
        return document.published
    lines = [(line.start, line.end) for line in doc._.lines or () if line.zone == "dateline"]
    body = prose(doc)
    opening = len(body) - len(body.lstrip())
    for start, end in lines:
        for word in timewords(document.text[start:end], None, _nearest):
            if grain(word.date) == "day" and word.basis == "printed":
                return first_day(word.date)
    printed = [
        word for word in timewords(body[opening : opening + LEAD], None, _nearest)
        if grain(word.date) == "day" and word.basis == "printed"
    ]  # fmt: skip
    for word in printed:
        if word.start < OPENING and _opens(body[opening + word.end : opening + word.end + 30]):
            return first_day(word.date)
    told = (word for word in printed if _told_on(body, opening + word.start))
    return next((first_day(word.date) for word in told), None)  # news tells in its lead what has just happened


def _told_on(body: str, start: int) -> bool:
    """Is it the day of a deed, “on 19 June 2024” or with its weekday, not that of a treaty?"""
    return body[max(0, start - 3) : start].lower() == "on " or bool(WEEKDAY.match(body, start))


def _opens(after: str) -> bool:
    """Is what follows a date the end of a run-in dateline: “LONDON, 4 May 2024 (Reuters) –”?"""
    head = after.split(")")[-1] if ")" in after else after
    return after.lstrip(" ,.").startswith(("(", "–", "—", "-", "/")) or head.lstrip().startswith(("–", "—", "--"))
