"""An expression of time: the lexemes that a rule matched, and what is needed to date them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier import calendars as cal
from dossier.lexemes import Lexeme, language

if TYPE_CHECKING:
    from dossier.timewords import Reader

OTHER = "another rule"  # what a rule gives back that does not fit after all, where a later one may
REACH = 80  # lexemes to either side that are searched for what belongs to an expression
UNITS = {"Y": "year", "j": "year", "M": "month", "m": "month", "K": "week", "k": "week", "D": "day", "g": "day",
         "C": "decade", "c": "decade"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeWord:
    """`text[start:end]` means `date`; `basis` is printed, relative or inferred; `arithmetic` only if inferred."""

    start: int
    end: int
    date: str
    basis: str
    arithmetic: str | None = None
    rule: str = ""


class Expression:
    """One match of the grammar: the lexemes `start` to `end` under a rule; each rule is a method of its name."""

    def __init__(self, reader: Reader, start: int, end: int, rule: str):
        self.reader, self.start, self.end, self.rule = reader, start, end, rule
        self.spelt = reader.spelt[start:end]
        self.lexemes = reader.lexemes[start:end]
        self.published = reader.published

    # --- what stands in it ---------------------------------------------------------------------------------

    def before(self, back: int = 1) -> str:
        place = self.start - back
        return self.reader.lexemes[place].word if place >= 0 else ""

    def after(self, on: int = 0) -> str:
        place = self.end + on
        return self.reader.lexemes[place].word if place < len(self.reader.lexemes) else ""

    def letter_before(self) -> str:
        return self.reader.spelt[self.start - 1] if self.start else "|"

    def letter_after(self) -> str:
        return self.reader.spelt[self.end] if self.end < len(self.reader.spelt) else "|"

    def of(self, letters: str) -> list[Lexeme]:
        return [x for x, letter in zip(self.lexemes, self.spelt, strict=True) if letter in letters]

    def numbers(self, letters: str = "de") -> list[int]:
        return [int(re.sub(r"\D", "", x.printed)) for x in self.of(letters)]

    def days_named(self) -> list[int]:
        """The days of a month: 5, 5th, the twenty-fifth."""
        ordinals, tens = language("numbers")["ordinals"], language("numbers")["tens"]
        found = []
        for match in re.finditer("[de]|(u-?)?r", self.spelt):
            last, first = self.lexemes[match.end() - 1], self.lexemes[match.start()]
            if match[0] in "de":
                found.append(int(re.sub(r"\D", "", last.printed)))
            else:
                found.append(ordinals[last.word] + (tens.get(first.word, 0) if match[1] else 0))
        return found

    def closed(self) -> bool:
        """Is its phrase at an end: “the day before.”, “a year after in Oslo”, but not “the day before the vote”?"""
        goes_on = self.after()[:1].isalnum() and self.after() not in language("calendar")["after_before"]
        return self.letter_after() in "|.,)-" or not goes_on

    def months_named(self) -> list[int]:
        data = language("calendar")
        return [data["months"].get(x.word) or data["short_months"][x.word] for x in self.of("Oozz")]

    def count(self, first: int | None = None) -> int:
        """The number of units, as the (first so many) lexemes tell it: “two”, “30”, “a”, “twenty-five”."""
        numbers = language("numbers")
        total = 0
        for lexeme, letter in zip(self.lexemes[:first], self.spelt[:first], strict=True):
            if letter in "d#":
                return int(lexeme.printed) if lexeme.printed.isdigit() else 0
            if letter == "u":
                total += numbers["units"].get(lexeme.word) or numbers["tens"].get(lexeme.word) or 0
        return total or 1

    def printed_years(self) -> list[int]:
        return self.numbers("y")

    def shifted_year(self) -> int | None:
        """The year of “(of) last year”, “the previous year” inside the expression."""
        if not (match := re.search("([lxtpsfT])Y", self.spelt)):
            return None
        word = self.lexemes[match.start()].word
        return self._base_year(word) + language("calendar")["shifts"][word]

    def _base_year(self, word: str) -> int:
        anchored = word not in ("last", "this", "next", "current", "coming", "upcoming")
        anchor = self.reader.anchor(self.lexemes[0].start) if anchored else None
        if anchor is None and self.published is None:
            raise ValueError("nothing to reckon from")
        return cal.year_of(anchor) if anchor else self.published.year

    def year(self) -> tuple[int | None, str]:
        """The year that the expression itself gives, and its basis; None if it gives none."""
        if years := self.printed_years():
            return years[-1], "printed"
        if (year := self.shifted_year()) is not None:
            return year, "relative"
        if re.search("qhY", self.spelt) and self.published:
            return self.published.year, "relative"
        return None, "relative"

    def ahead(self) -> bool | None:
        """Does it lie ahead? Not if what was fixed for it is said to be over."""
        told = self.reader.future(*self.span())
        return told and not self.reader.gone(*self.span())

    def span(self) -> tuple[int, int]:
        return self.lexemes[0].start, self.lexemes[-1].end

    def moved(self) -> bool:
        """Is it of the form “put off from Thursday to 10 June”, which is two dates and no stretch?"""
        return self.before() == "from" and self.reader.put_off(self.start - 1)

    def moved_to(self) -> bool:
        """“put off to June”."""
        return self.before() in ("to", "until", "till") and self.reader.put_off(self.start - 1)

    def quoted(self) -> bool:
        """Does a quotation that opens before it in its paragraph go on?"""
        opened = False
        for place in range(self.start - 1, max(self.start - REACH, -1), -1):
            if self.reader.spelt[place] == "|":
                break
            printed = self.reader.lexemes[place].printed
            if printed in "“”":
                return printed == "“"
            opened ^= printed == '"'
        return opened

    def dropped(self) -> bool:
        """Was what was planned for then called off? Then it may lie ahead or behind."""
        return self.reader.dropped(*self.span())

    def today(self) -> dt.date:
        if self.published is None:
            raise ValueError("nothing to reckon from")
        return self.published

    def made(
        self, date: str, basis: str, arithmetic: str | None = None, first: int = 0, last: int | None = None
    ) -> TimeWord:
        last = len(self.lexemes) if last is None else last
        return TimeWord(self.lexemes[first].start, self.lexemes[last - 1].end, date, basis, arithmetic, self.rule)

    def marked_unit(self, marker: str, letter: str) -> str:
        """The month, week or year of a marker: last, this, next of publication; previous, same, following of a date."""
        word = self.of("lxtpsfT")[-1].word if marker else "this"
        anchor = self.reader.anchor(self.lexemes[0].start) if marker and marker in "psfT" else None
        base = cal.first_day(anchor) if anchor else self.today()
        return self.unit(letter, language("calendar")["shifts"][word], base)

    def unit(self, letter: str, shift: int, base: dt.date) -> str:
        """The year, month, week, day, quarter or decade so many on from that of `base`."""
        unit = {"Q": "quarter", "N": "weekend"}.get(letter) or UNITS[letter]
        if unit == "year":
            return cal.iso(base.year + shift)
        if unit == "decade":
            return cal.iso(base.year + 10 * shift)
        if unit == "month":
            return cal.shift_month(cal.of_day(base), shift)
        if unit == "week":
            return cal.week(base, shift)
        if unit == "quarter":
            year, month = cal.shift_months(base.year, base.month, 3 * shift)
            return cal.quarter(year, (month + 2) // 3)
        if unit == "weekend":
            saturday = base - base.weekday() * cal.DAY + (5 + 7 * shift) * cal.DAY
            return cal.interval(cal.of_day(saturday), cal.of_day(saturday + cal.DAY))
        return cal.of_day(base + shift * cal.DAY)
