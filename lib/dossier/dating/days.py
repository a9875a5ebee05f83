"""Days: printed with a month or as a number, stretches of days, weekdays."""

import datetime as dt
import re

from dossier import calendars as cal
from dossier.dating.expression import OTHER, Expression, TimeWord
from dossier.lexemes import language


class Days(Expression):
    """The rules whose dates are days."""

    def dated(
        self, month: int, day: int | None, weekday: int | None = None, past: bool = False
    ) -> tuple[str, str]:
        """A month (and day) with the expression's year, else the year that fits; `past` if it is known to be over."""
        year, basis = self.year()
        if year is not None:
            return cal.iso(year, month, day), basis
        today = self.today()
        if past:
            return cal.nearest(today, month, day, False), basis
        if weekday is not None and day:
            near = {cal.nearest(today, month, day, False), cal.nearest(today, month, day, True)}
            fits = [date for date in near if cal.first_day(date).weekday() == weekday]
            if len(fits) == 1:
                return fits[0], basis
        ahead = self.ahead()
        fixed = day and not ahead and self.before() == "for"  # “a visit announced for 20 June”, whatever came of it
        off = day is None and not self.moved_to() and self.reader.cancelled(self.start)
        if fixed or off or self.moved() or self.dropped():
            ahead = None  # “a trip planned for June was called off”: perhaps this last June, perhaps the next
        elif ahead and not self.moved_to() and self.reader.was_planned(*self.span()):
            ahead = None
        elif not ahead and not self.reader.done(*self.span()):
            ahead = cal.soon(today, month, day)
        return cal.nearest(today, month, day, ahead), basis

    def two_dates(self) -> TimeWord | None:
        if "Z" in self.spelt:
            return self.made(cal.interval(*(numeric(x.printed) for x in self.of("Z"))), "printed")
        days, months = self.days_named(), self.months_named()
        if len(days) != 2 or len(months) != 2 or self.moved():
            return OTHER
        last, basis = self.dated(months[1], days[1])
        years = self.printed_years()
        year = years[0] if len(years) == 2 else cal.year_of(last) - ((months[0], days[0]) > (months[1], days[1]))
        return self.made(cal.interval(cal.iso(year, months[0], days[0]), last), basis)

    between_dates = two_dates

    def days(self) -> TimeWord | list[TimeWord] | None:
        (first, second), (month,) = self.days_named(), self.months_named()
        joined = re.search("[der][&,]h?[deru]", self.spelt)
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
        cut = self.spelt.index("&")
        return [self.made(one, basis, last=cut), self.made(two, basis, first=cut + 1 + (self.spelt[cut + 1] == "h"))]

    def list_of_days(self) -> TimeWord | list[TimeWord]:
        """“3, 5 and 7 May” are three days, “20, 21 and 22 May” one stretch of days."""
        days, (month,) = self.numbers("de"), self.months_named()
        _, basis = self.dated(month, days[-1])
        made = [cal.iso(cal.year_of(self.dated(month, days[-1])[0]), month, day) for day in days]
        if days == list(range(days[0], days[-1] + 1)):
            return self.made(cal.interval(made[0], made[-1]), basis)
        places = [n for n, letter in enumerate(self.spelt) if letter in "de"][: len(days)]
        ends = [*(place + 1 for place in places[:-1]), None]
        return [self.made(date, basis, first=n, last=end) for date, n, end in zip(made, places, ends, strict=True)]

    def after_between(self) -> bool:
        return "b" in self.reader.spelt[max(0, self.start - 2) : self.start]

    def dotted(self) -> TimeWord:
        day, month = self.numbers("d")
        year = self.printed_years()[0]
        spaced = self.of("y")[0].spaced
        last = len(self.spelt) - (self.spelt[-1] == "." and not spaced)
        return self.made(cal.iso(year, month, day), "printed", last=last)

    def day_of_month(self) -> TimeWord | None:
        """“on the 27th”, “on the 5th of next month”, “on 11.12.”: the month, or the year, by tense."""
        if self.before(1 + (self.spelt[0] == "e")) not in ("on", "until", "since", "by"):
            return None
        if marker := re.search("q(h?)([lxtpsfT]?)M", self.spelt):
            month = self.marked_unit(marker[2], "M")
            return self.made(cal.shift_days(f"{month}-01", self.numbers("e")[0] - 1), "relative")
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
        (day,), (month,) = self.days_named(), self.months_named()
        if self.before() == "in" and self.spelt[0] in "Oo" and not self.printed_years():
            return None  # “in May 12 people”
        if self.spelt[0] in "lxt" and self.spelt[1] not in "WE":
            return self.made(self._marked_day(month, day), "relative")
        date, basis = self.dated(month, day, self.weekday_number_of())
        return self.made(date, basis)

    def _marked_day(self, month: int, day: int) -> str:
        """“last Oct. 23”, “next 5 May”, “this April 1”."""
        here = cal.iso(self.today().year, month, day)
        over = cal.first_day(here) < self.today()
        return cal.shift_years(here, {"t": 0, "l": -1 + over, "x": int(over)}[self.spelt[0]])

    def weekday_number_of(self) -> int | None:
        data = language("calendar")
        named = self.of("WE")
        return (data["weekdays"] | data["short_weekdays"])[named[0].word] if named else None

    def weekday_number(self) -> TimeWord | str:
        """“Thursday (4)”, “Monday the 21st”: the nearest day that is both."""
        today, (number,) = self.today(), self.numbers("de")
        for off in range(46):
            for day in (today - off * cal.DAY, today + off * cal.DAY):
                if day.day == number and day.weekday() == self.weekday_number_of():
                    return self.made(cal.of_day(day), "relative")
        return OTHER

    def weekday_of_week(self) -> TimeWord | str:
        """“Tuesday of next week”, “Monday last week”; “Thursday week” is the Thursday after next."""
        if self.spelt == "WK":
            day = cal.weekday_after(self.today() - cal.DAY, self.weekday_number_of())
            return OTHER if self.letter_after() == "^" else self.made(cal.of_day(day + 7 * cal.DAY), "relative")
        marker = re.search("([lxtpsf])K", self.spelt)[1]
        monday = cal.first_day(self.marked_unit(marker, "K"))
        return self.made(cal.of_day(monday + self.weekday_number_of() * cal.DAY), "relative")

    def weekday(self) -> TimeWord | None:
        data = language("calendar")
        if self.before() in data["not_before_weekday"] or self.after() in data["not_after_weekday"]:
            return None
        if self.before() == "a" and self.before(2) == "on":
            return None  # “on a Tuesday evening”: on any
        return self.made(cal.of_day(self._weekday(self.weekday_number_of())), "relative")

    def weekdays(self) -> TimeWord | str:
        """Monday to Wednesday, Thursday and Friday: the last by tense, the first before it."""
        data = language("calendar")["weekdays"]
        first, last = (data[lexeme.word] for lexeme in self.of("W"))
        apart = "&" in self.spelt and not self.after_between() and (last - first) % 7 != 1
        if apart or self.moved() or ("-" in self.spelt and self.letter_before() not in "wn|,(-"):
            return OTHER
        day = self._weekday(last)
        if day == self.today() and self.ahead():
            day += 7 * cal.DAY  # a stretch to come does not end today
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
        else:
            behind = cal.weekday_before(today, number)
            ahead = cal.weekday_after(today - cal.DAY, number)  # perhaps today
            future = self.ahead()
            overtaken = future and self.reader.overtaken(*self.span())
            if self.moved() or overtaken or self.reader.thwarted(*self.span()) or (future and self.dropped()):
                future = ahead - today < today - behind
            day = ahead if future else behind
        return day


def numeric(printed: str) -> str:
    """30.03.2022, 2022-03-30, 30/03/2022: day first, unless only month first makes a date."""
    parts = [int(part) for part in re.split(r"[./-]", printed.split("T")[0])]
    if len(re.split(r"[./-]", printed)[0]) == 4:
        return cal.iso(*parts)
    year = parts[2] + (0 if parts[2] >= 1000 else 2000)
    day, month = parts[:2]
    return cal.iso(year, day, month) if month > 12 else cal.iso(year, month, day)
