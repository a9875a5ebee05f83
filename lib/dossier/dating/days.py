"""Days: printed with a month or as a number, stretches of days, weekdays."""

import datetime as dt
import re

from dossier import calendars as cal
from dossier.dating.expression import Expression, TimeWord
from dossier.lexemes import language


class Days(Expression):
    """The rules whose dates are days."""

    def dated(self, month: int, day: int | None, weekday: int | None = None) -> tuple[str, str]:
        """A month (and day) with the expression's year, else the year that fits."""
        year, basis = self.year()
        if year is not None:
            return cal.iso(year, month, day), basis
        today = self.today()
        if weekday is not None and day:
            fits = [
                cal.iso(y, month, day) for y in range(today.year - 3, today.year + 4) if _falls(y, month, day, weekday)
            ]
            if fits:
                return min(fits, key=lambda date: abs((cal.first_day(date) - today).days)), basis
        ahead = self.ahead()
        if day is None and ahead and self.reader.cancelled(self.start):
            ahead = None  # “a trip planned for June was called off”: perhaps this last June
        return cal.nearest(today, month, day, ahead), basis

    def two_dates(self) -> TimeWord | None:
        days, months = self.numbers("de"), self.months_named()
        if len(days) != 2 or len(months) != 2:
            return None
        last, basis = self.dated(months[1], days[1])
        years = self.printed_years()
        year = years[0] if len(years) == 2 else cal.year_of(last) - ((months[0], days[0]) > (months[1], days[1]))
        return self.made(cal.interval(cal.iso(year, months[0], days[0]), last), basis)

    between_dates = two_dates

    def days(self) -> TimeWord | list[TimeWord] | None:
        (first, second), (month,) = self.numbers("de"), self.months_named()
        joined = re.search("[de][&,]h?[de]", self.spelt)
        if joined and not self.after_between() and second != first + 1:
            return self._two_days(first, second, month)
        if joined and "," in joined[0] and self.spelt[0] in "de":
            return None
        begin, basis = self.dated(month, first)
        end = cal.iso(cal.year_of(begin), month, second)
        return self.made(cal.interval(begin, end), basis)

    def _two_days(self, first: int, second: int, month: int) -> list[TimeWord] | None:
        if "," in self.spelt[:2]:
            return None
        one, basis = self.dated(month, first)
        two = cal.iso(cal.year_of(one), month, second)
        if self.spelt[0] in "de":
            return [self.made(one, basis, last=1), self.made(two, basis, first=2)]
        cut = self.spelt.index("&")
        return [self.made(one, basis, last=cut), self.made(two, basis, first=cut + 1)]

    def after_between(self) -> bool:
        return "b" in self.reader.spelt[max(0, self.start - 2) : self.start]

    def dotted(self) -> TimeWord:
        day, month = self.numbers("d")
        year = self.printed_years()[0]
        spaced = self.of("y")[0].spaced
        last = len(self.spelt) - (self.spelt[-1] == "." and not spaced)
        return self.made(cal.iso(year, month, day), "printed", last=last)

    def day_of_month(self) -> TimeWord | None:
        """“on the 27th”, “on 11.12.”: the month, or the year, by tense."""
        if self.before(1 + (self.spelt == "e")) not in ("on", "until", "since"):
            return None
        if self.spelt == "e":
            return self.made(self._this_month(self.numbers("e")[0]), "relative")
        match = re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})", self.lexemes[0].printed)
        if not match or self.lexemes[1].spaced or not 1 <= int(match[2]) <= 12:
            return None
        return self.made(*self.dated(int(match[2]), int(match[1])))

    def _this_month(self, number: int) -> str:
        """The day of that number last before publication, or the next one if it lies ahead."""
        step = 1 if self.ahead() else -1
        days = (self.today() + step * n * cal.DAY for n in range(62))
        return cal.of_day(next(day for day in days if day.day == number))

    def day(self) -> TimeWord | None:
        if "Z" in self.spelt:
            return self.made(numeric(self.of("Z")[0].printed), "printed")
        (day,), (month,) = self.numbers("de"), self.months_named()
        if self.before() == "in" and self.spelt[0] in "Oo" and not self.printed_years():
            return None  # “in May 12 people”
        weekday = self.weekday_number_of()
        date, basis = self.dated(month, day, weekday)
        return self.made(date, basis)

    def weekday_number_of(self) -> int | None:
        data = language("calendar")
        named = self.of("WE")
        return (data["weekdays"] | data["short_weekdays"])[named[0].word] if named else None

    def weekday_number(self) -> TimeWord:
        today, (number,) = self.today(), self.numbers("de")
        for back in range(-7, 32):
            day = today - back * cal.DAY
            if day.day == number and day.weekday() == self.weekday_number_of():
                return self.made(cal.of_day(day), "relative")
        raise ValueError("no such day")

    def weekday(self) -> TimeWord | None:
        data = language("calendar")
        if self.before() in data["not_before_weekday"] or self.after() in data["not_after_weekday"]:
            return None
        return self.made(cal.of_day(self._weekday(self.weekday_number_of())), "relative")

    def weekdays(self) -> TimeWord:
        """Monday to Wednesday: the last by tense, the first before it."""
        data = language("calendar")["weekdays"]
        first, last = (data[lexeme.word] for lexeme in self.of("W"))
        day = self._weekday(last)
        return self.made(
            cal.interval(cal.of_day(cal.weekday_before(day, first, strictly=True)), cal.of_day(day)), "relative"
        )

    def _weekday(self, number: int) -> dt.date:
        """The weekday that the marker before it (next, last, this), or else the tense, means."""
        today = self.today()
        place = self.spelt.index("W")
        marker = self.spelt[place - 1] if place and self.rule == "weekday" else ""
        if marker == "x":
            day = cal.weekday_after(today - today.weekday() * cal.DAY + 6 * cal.DAY, number)
            if self.lexemes[place - 1].word != "next":
                day = cal.weekday_after(today, number)
        elif marker in ("l", "L", "p"):
            day = cal.weekday_before(today, number, strictly=True)
        elif marker == "f":
            day = cal.weekday_after(
                cal.first_day(self.reader.anchor(self.lexemes[0].start, "day") or cal.of_day(today)), number
            )
        elif marker == "t":
            day = today - (today.weekday() - number) * cal.DAY
        elif self.ahead():
            day = cal.weekday_after(today - cal.DAY, number)  # perhaps today
        else:
            day = cal.weekday_before(today, number)
        return day


def _falls(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return dt.date(year, month, day).weekday() == weekday
    except ValueError:
        return False


def numeric(printed: str) -> str:
    """30.03.2022, 2022-03-30, 30/03/2022: day first, unless only month first makes a date."""
    parts = [int(part) for part in re.split(r"[./-]", printed.split("T")[0])]
    if len(re.split(r"[./-]", printed)[0]) == 4:
        return cal.iso(*parts)
    year = parts[2] + (0 if parts[2] >= 1000 else 2000)
    day, month = parts[:2]
    return cal.iso(year, day, month) if month > 12 else cal.iso(year, month, day)
