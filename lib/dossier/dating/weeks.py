"""Weeks: the week of a day, and counted parts of a month or year: its last week, second Monday, first ten days."""

import datetime as dt
import re

from dossier import calendars as cal
from dossier.dating.expression import OTHER, Expression, TimeWord
from dossier.lexemes import language

WEEK = 7 * cal.DAY


class Weeks(Expression):
    """The rules whose dates are weeks, or days counted within something longer."""

    def week_of(self) -> TimeWord | str:
        """“The week of 4 March” holds it, “the week ending 7 June” ends with it, “the week beginning 3 June” begins."""
        how = self.lexemes[1].word
        date, _ = self.dated(self.months_named()[0], self.days_named()[0])
        day = cal.first_day(date)
        if how == "of":
            return self.made(cal.week(day), self._printed())
        if how in ("beginning", "starting", "commencing"):
            return self.made(_days(day, day + WEEK - cal.DAY), self._printed())
        if how in ("ending", "ended", "to", "through"):
            return self.made(_days(day - WEEK + cal.DAY, day), self._printed())
        return OTHER

    def _printed(self) -> str:
        return "printed" if self.printed_years() else "relative"

    def nth_of(self) -> TimeWord | str:
        """“The last week of August”, “the first Monday in May 2024”, “the first ten days of June”."""
        joint = re.search("[qw]", self.spelt).start()
        if self.lexemes[joint].word not in ("of", "in"):
            return OTHER
        whole = self._whole(self.spelt[joint + 1 :])
        first, last = cal.first_day(whole), cal.last_day(whole)
        unit, number = self.spelt[joint - 1], self._number()
        counted = self.count() if self.of("ud") else 1
        begin, end = self._counted(unit, number, counted, first, last)
        if begin < first or end > last:
            return OTHER
        return self.made(_days(begin, end), self._printed())

    def following_some(self) -> TimeWord | None:
        """“In the following twelve months”: from the end of the date that was told last."""
        unit, count = self.spelt[-1], self.count(2) if self.spelt[1] == "d" else self.count()
        grains = {"j": "year", "m": "month year", "k": "day", "g": "day"}[unit]
        anchor = self.reader.anchor(self.lexemes[0].start, grains)
        if anchor is None:
            return None
        first = cal.last_day(anchor) + cal.DAY
        if unit in "kg":
            return self.made(_days(first, first + (7 if unit == "k" else 1) * count * cal.DAY - cal.DAY), "relative")
        begins = cal.iso(first.year, first.month if unit == "m" else None)
        ends = cal.shift_month(begins, count - 1) if unit == "m" else cal.shift_years(begins, count - 1)
        return self.made(cal.interval(begins, ends), "relative")

    def _number(self) -> int:
        """Which one: 1 for the first, -1 for the last."""
        if self.spelt[0] in "l1":
            return -1
        return self.numbers("e")[0] if self.spelt[0] == "e" else language("numbers")["ordinals"][self.lexemes[0].word]

    def _whole(self, spelt: str) -> str:
        """The month or year of which a part is told."""
        if self.months_named():
            return self.dated(self.months_named()[0], None)[0]
        if years := self.printed_years():
            return cal.iso(years[0])
        marker = re.search("([lxtpsfT]?)([MY])", spelt)
        return self.marked_unit(marker[1], marker[2])

    def _counted(self, unit: str, number: int, counted: int, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
        if unit in "WN":
            weekday = 5 if unit == "N" else self.weekday_number_of()
            base = cal.weekday_after(first - cal.DAY, weekday) if number > 0 else cal.weekday_before(last, weekday)
            day = base + (number - 1 if number > 0 else 0) * WEEK
            return day, day + (unit == "N") * cal.DAY
        size = (7 if unit in "Kk" else 1) * counted * cal.DAY
        begin = first + (number - 1) * size if number > 0 else last - size + cal.DAY
        return begin, begin + size - cal.DAY


def _days(first: dt.date, last: dt.date) -> str:
    return cal.interval(cal.of_day(first), cal.of_day(last))
