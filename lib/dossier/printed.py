"""Printed: the days that a document's own datelines print, against the day of publication on its card.

What a text tells without a year (“Thursday”, “last week”) is read from the card's day. A text that prints another one
may have been updated or taken from an archive; or the card is wrong, and with it every such day.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from . import calendars as cal
from .document import Document
from .furniture import Line, blank, zones
from .paragraphs import datelines
from .timewords import TimeWord, timewords

SLACK = dt.timedelta(days=2)  # an item is printed a day or two after it was sent, or across a date line
FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})([./-](?:\d{4}|\d\d))\Z")  # 3/5/2024 is of March or of May
NEARBY = ("day", "month")  # grains that date an item; a year alone stands in a copyright


class Printed(NamedTuple):
    """A day, or month, that a dateline prints: its line, from one, its words, and the dates it can mean."""

    line: int
    words: str
    dates: tuple[str, ...]

    def fits(self, day: dt.date) -> bool:
        return any(cal.first_day(date) - SLACK <= day <= cal.last_day(date) + SLACK for date in self.dates)


def contradiction(text: str, published: dt.date, basis: str = "") -> Printed | None:
    """The first printed day, where the text prints some and none is the card's; None if its `basis` names one."""
    found = [*printed(text, published)]
    told = {word.date for word in timewords(basis, published)}
    settled = any(one.fits(published) or not told.isdisjoint(one.dates) for one in found)
    return None if settled or not found else found[0]


def printed(text: str, published: dt.date) -> Iterator[Printed]:
    """The days that the text prints of itself, in order: above its body, where the body opens, or below it."""
    lines = zones(text)
    for start, end in _spans(text, lines):
        for word in timewords(text[start:end], published):
            if cal.grain(word.date) in NEARBY and _is_printed(word, text[start:end]):
                words = text[start + word.start : start + word.end]
                number = next(n for n, line in enumerate(lines, 1) if start + word.start <= line.end)
                yield Printed(number, words, (word.date, *_turned(words, published)))


def _spans(text: str, lines: list[Line]) -> list[tuple[int, int]]:
    """Datelines and bylines around the body, and the dateline that opens it; a day within it dates what it heads."""
    body = [line.start for line in lines if line.zone == "body" and text[line.start : line.end].strip()]
    around = [line for line in lines if not body or line.start < body[0] or line.start > body[-1]]
    inside = [*datelines(blank(Document(id="", text=text), lines=lines).text, lines)]
    own = {(line.start, line.end) for line in around if line.zone == "dateline" or line.role == "byline"}
    return sorted(own | {span for span in inside if span[0] in body[:1]})


def _is_printed(word: TimeWord, said: str) -> bool:
    """Are day or month printed, not only a weekday or “two hours ago”?"""
    return word.basis == "printed" or word.rule == "day" and bool(re.search(r"\d", said[word.start : word.end]))


def _turned(words: str, published: dt.date) -> Iterator[str]:
    """A date in figures with day and month the other way round."""
    if match := FIGURES.match(words.strip()):
        month, mark, day, year = match.groups()
        yield from (word.date for word in timewords(f"{day}{mark}{month}{year}", published))
