"""Spans: months, the first months of a year, what ends with a month, seasons, the end of a year."""

import re

from dossier import calendars as cal
from dossier.dating.expression import OTHER, Expression, TimeWord
from dossier.lexemes import language


class Spans(Expression):
    """The rules whose dates are months or intervals of them."""

    def months(self) -> TimeWord | str:
        if self.moved():
            return OTHER
        first, second = self.months_named()
        last, basis = self.dated(second, None)
        years = self.printed_years()
        year = years[0] if len(years) == 2 else cal.year_of(last) - (first > second)
        return self.made(cal.interval(cal.iso(year, first), last), basis)

    def month_quarter(self) -> TimeWord:
        """“The September quarter” ends with September, “the June half-year” with June."""
        last, basis = self.dated(self.months_named()[0], None)
        return self.made(self._months_to(last, 6 if "H" in self.spelt else 3), basis)

    def _months_to(self, month: str, count: int) -> str:
        return cal.interval(cal.shift_month(month, 1 - count), month)

    def to_month(self) -> TimeWord | str:
        """“The three months to July”, “the year ended 31 March 2024”, “the quarter ended September”."""
        joint = re.search("[iw]", self.spelt).start()
        if self.lexemes[joint].word not in ("to", "through", "until", "till", "ended", "ending"):
            return OTHER
        count = self._length(self.spelt[:joint])
        if count < 2 or ("H" in self.spelt and self.lexemes[joint].word not in ("ended", "ending")):
            return OTHER
        if self.of("4"):
            return self.made(self._months_to(self._coded().date.split("/")[-1], count), self._coded().basis)
        days = self.days_named()[self.spelt[0] in "red" :] if re.search("[der]", self.spelt[joint:]) else []
        over = self.lexemes[joint].word == "ended"
        last, basis = self.dated(self.months_named()[0], days[-1] if days else None, past=over)
        if not days or cal.first_day(last) == cal.last_day(last[:7]):
            return self.made(self._months_to(last[:7], count), basis)
        first = cal.shift_days(cal.shift_month(last, -count) + last[7:], 1)
        return self.made(cal.interval(first, last), basis)

    def _length(self, spelt: str) -> int:
        """How many months “nine months”, “year”, “quarter” last."""
        if "m" in spelt or "5" in spelt:
            return self.count(len(spelt)) * (3 if "5" in spelt else 1)
        names = {"Y": "year", "H": "half", "Q": "quarter"}
        return language("calendar")["lengths"][names[next(letter for letter in "HQY" if letter in spelt)]]

    def first_months(self) -> TimeWord | str | None:
        """“The first nine months of 2024”, “the first three quarters”, “the second month of the year”."""
        year, basis = self.year()
        if "M" in self.spelt:
            return self._nth_month(year, basis)
        number = self.count() * (3 if "5" in self.spelt else 1)
        which = self.lexemes[re.search("[rl](?=[ud])|[ud]", self.spelt).start()].word
        if not 1 <= number <= 12 or (which in language("numbers")["ordinals"] and which != "first"):
            return None
        if year is None and which == "last":
            return None
        year = self.elapsed(number) if year is None else year
        first = 13 - number if which == "last" else 1
        return self.made(cal.months(year, first, first + number - 1), basis)

    def _nth_month(self, year: int | None, basis: str) -> TimeWord | str:
        numbers = language("numbers")["ordinals"]
        number = self.numbers("e")[0] if self.spelt[0] == "e" else numbers.get(self.lexemes[0].word, 12)
        return self.made(cal.iso(year, number), basis) if year else OTHER

    def elapsed(self, month: int) -> int:
        """The latest year whose months up to `month` were over, or begun, at publication."""
        today = self.today()
        return today.year - (today.month < month and not self.ahead())

    def month(self) -> TimeWord | None:
        if self._month_alone() and not self._month_meant():
            return None
        (month,) = self.months_named()
        marker = self.spelt[0]
        if marker in "lxtpsfT" and "Y" not in self.spelt:
            return self.made(self._marked_month(marker, month), "relative")
        return self.made(*self.dated(month, None))

    def _month_alone(self) -> bool:
        return not re.search("[yY]", self.spelt)

    def _month_meant(self) -> bool:
        """Is a month without a year one, and no verb, name or adjective?"""
        data = language("calendar")
        if self.spelt[0] in "vVlxtpsfT":
            return True
        if self._sure_inside():
            return True
        if self.before() == "and" and self.spelt[0] != "O":
            return self.start > 1 and self.reader.spelt[self.start - 2] in "Oozy"
        if self.spelt[0] == "z":
            return self.before() in data["month_before"] and self.lexemes[0].word not in ("mar", "jun", "dec", "jan")
        if self.letter_after() in "d" or (self.letter_before() in "^" and self.spelt == "o"):
            return self.before() in data["month_before"]
        return self.spelt[0] == "O" or self.before() in data["month_before"]

    def _sure_inside(self) -> bool:
        """“the June summit”, “record April exports”: capitalised within a sentence, and no name stands beside it."""
        word, behind = self.lexemes[-1], self.letter_after()
        if word.word not in language("calendar")["sure_inside"] or word.printed.isupper() or behind in "^dyZ":
            return False
        return self.letter_before() not in "^|.(" and bool(self.before()[:1].isalpha() and self.before().islower())

    def _marked_month(self, marker: str, month: int) -> str:
        today = self.today()
        if marker in "l":
            return cal.shift_years(cal.nearest(today, month, None, False), -1 if today.month == month else 0)
        if marker == "x":
            return cal.shift_years(cal.nearest(today, month, None, True), 1 if today.month == month else 0)
        if marker == "t":
            return cal.iso(today.year, month)
        anchor = self.reader.anchor(self.lexemes[0].start)
        base = cal.first_day(anchor) if anchor else today
        if marker == "f":
            return cal.nearest(base, month, None, True)
        return cal.nearest(base, month, None, False)

    def season(self) -> TimeWord | None:
        """Its year; of a winter that names none both, as of “the winter of 2022–23”."""
        year, basis = self.year()
        if year is not None:
            second = self.numbers("d") if len(self.printed_years()) == 1 else self.printed_years()[1:]
            first = self.printed_years()[0] if second else year
            return self.made(cal.interval(cal.iso(first), cal.iso(first + 1)) if second else cal.iso(first), basis)
        marker, today, begins = self.spelt[0], self.today(), self._begins()
        if self.spelt in ("S", "vS", "v-S"):
            if self.spelt == "S" and not self._season_meant():
                return None
            near = cal.nearest(today.replace(day=1), begins, None, self.ahead())
            return self.made(self._season(cal.year_of(near)), "relative")
        if marker in "sT" and (anchor := self.reader.anchor(self.lexemes[0].start)):
            return self.made(self._season(cal.year_of(anchor)), "relative")
        if marker not in "lxt":
            return None
        begun = today.year - (today.month < begins)  # the last one that has begun
        on = cal.last_day(cal.shift_month(cal.iso(begun, begins), 2)) >= today
        year = {"l": begun - on, "x": begun + 1, "t": begun if on else today.year}[marker]
        return self.made(self._season(year), "relative")

    def _begins(self) -> int:
        return language("calendar")["season_begins"][self.of("S")[0].word]

    def _season(self, year: int) -> str:
        return cal.iso(year) if self._begins() < 12 else cal.interval(cal.iso(year), cal.iso(year + 1))

    def _season_meant(self) -> bool:
        """“in the autumn,”: after a word that dates, and not before a noun (“in spring water”)."""
        ahead = (
            self.letter_before() if self.letter_before() != "h" else self.reader.spelt[self.start - 2 : self.start - 1]
        )
        ends = self.letter_after() in "|.,)w&-:i" or self.after() in language("calendar")["after_season"]
        named = self.letter_before() == "h" or self.of("S")[0].word in ("spring", "autumn")  # “power in winter”: in any
        place = self.start - 1 - (self.letter_before() == "h")
        word = self.reader.lexemes[place].word if place >= 0 else ""
        dates = ahead in ("w", "B") or word in ("until", "till") or (word == "to" and self.reader.put_off(place))
        return dates and ends and named and self.of("S")[0].word != "fall"

    def holiday(self) -> TimeWord:
        """“Christmas 2023”, “next Christmas”: a day of the year that has a name."""
        year, basis = self.year()
        month, day = language("calendar")["holidays"][self.of("7")[0].word]
        if year is None:
            return self.made(cal.nearest(self.today(), month, day, self.spelt[0] == "x"), basis)
        return self.made(cal.iso(year, month, day), basis)

    def part_of(self) -> TimeWord | None:
        """The end of this year, the start of next month, year-end."""
        if years := self.printed_years():
            return self.made(cal.iso(years[0]), "printed")
        if "'" in self.spelt and self.lexemes[2].word != "s":
            return None
        shift = language("calendar")["shifts"].get(self.of("lxtpsfT")[0].word, 0) if self.of("lxtpsfT") else 0
        return self.made(self.unit(re.search("[YMKQ]", self.spelt)[0], shift, self.today()), "relative")
