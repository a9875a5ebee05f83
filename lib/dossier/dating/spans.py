"""Spans: months, quarters, halves, the first months of a year, seasons."""

import re

from dossier import calendars as cal
from dossier.dating.expression import Expression, TimeWord
from dossier.lexemes import language


class Spans(Expression):
    """The rules whose dates are months or intervals of them."""

    def months(self) -> TimeWord | None:
        first, second = self.months_named()
        last, basis = self.dated(second, None)
        years = self.printed_years()
        year = years[0] if len(years) == 2 else cal.year_of(last) - (first > second)
        return self.made(cal.interval(cal.iso(year, first), last), basis)

    def to_month(self) -> TimeWord | None:
        count = 12 if self.spelt[0] == "Y" else self.count()
        if self.of("iw")[0].word not in ("to", "through", "until", "ended", "ending") or count < 2:
            return None
        last, basis = self.dated(self.months_named()[0], None)
        return self.made(cal.interval(cal.shift_month(last, 1 - count), last), basis)

    def first_months(self) -> TimeWord | None:
        number = self.count()
        if not 1 <= number <= 12 or (self.spelt[0] == "r" and self.lexemes[0].word != "first"):
            return None
        year, basis = self.year()
        if year is None and self.spelt[0] == "l":
            return None
        year = self._elapsed(number) if year is None else year
        first = 13 - number if self.spelt[0] == "l" else 1
        return self.made(cal.months(year, first, first + number - 1), basis)

    def _elapsed(self, month: int) -> int:
        """The latest year whose months up to `month` were over, or begun, at publication."""
        today = self.today()
        return today.year - (today.month < month and not self.ahead())

    def quarter(self) -> TimeWord | None:
        number = self._part_number()
        year, basis = self.year()
        if number is None and year is None:  # “last quarter”
            today = self.today()
            before = today.month - 1 - (today.month - 1) % 3
            year, number = (today.year, before // 3) if before else (today.year - 1, 4)
        if number is None or not 1 <= number <= 4:
            number = 4 if number is None else 0
        code = self.of("4")
        if code and code[0].printed[:2] == "FY":
            return self.made(cal.iso(2000 + int(code[0].printed[-2:])), "printed")
        halves = bool(code) and "H" in code[0].printed
        if year is None:
            year = self._elapsed((6 if halves else 3) * (number - 1) + 1)
        return self.made((cal.half if halves else cal.quarter)(year, number), basis)

    def _part_number(self) -> int | None:
        if code := self.of("4"):
            return int(re.sub(r"\D", "", code[0].printed)[:1]) if code[0].printed[:2] != "FY" else 1
        first = self.lexemes[0]
        if self.spelt[0] == "e":
            return self.numbers("e")[0]
        return None if self.spelt[0] == "l" else language("numbers")["ordinals"][first.word]

    def half_year(self) -> TimeWord | None:
        number, (year, basis) = self._part_number(), self.year()
        if number not in (1, 2):
            return None
        return self.made(cal.half(self._elapsed(6 * number - 5) if year is None else year, number), basis)

    def same_period(self) -> TimeWord | None:
        anchor = self.reader.anchor(self.lexemes[0].start, "month interval year")
        years = self.printed_years()
        shifted = re.search("[lpx]Y", self.spelt)
        if not anchor and not (years or (shifted and self.published)):
            return None
        if "R" in self.spelt:
            return self.made(cal.shift_years(anchor, -1), "relative") if anchor else None
        if years or shifted:
            year = years[0] if years else self.shifted_year()
            basis = "printed" if years else "relative"
            return self.made(cal.shift_years(anchor, year - cal.year_of(anchor)) if anchor else cal.iso(year), basis)
        if self.spelt[1] != "%" and cal.grain(anchor) != "month":
            return None
        return self.made(anchor, "relative")

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
        if self.before() == "and" and self.spelt[0] != "O":
            return self.start > 1 and self.reader.spelt[self.start - 2] in "Oozy"
        if self.spelt[0] == "z":
            return self.before() in data["month_before"] and self.lexemes[0].word not in ("mar", "jun", "dec", "jan")
        if self.letter_after() in "d" or (self.letter_before() in "^" and self.spelt == "o"):
            return self.before() in data["month_before"]
        return self.spelt[0] == "O" or self.before() in data["month_before"]

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
        year, basis = self.year()
        if year is not None:
            return self.made(cal.iso(year), basis)
        marker, today = self.spelt[0], self.today()
        begins = 3 * language("calendar")["seasons"][self.of("S")[0].word] + 3
        if self.spelt == "S":
            if not self._season_meant():
                return None
            day = cal.nearest(today.replace(day=1), min(begins, 12), None, self.ahead())
            return self.made(day[:4], "relative")
        if marker in "lxt":
            step = {"l": -1 if today.month < begins + 3 else 0, "x": 1 if today.month >= begins else 0, "t": 0}[marker]
            return self.made(cal.iso(today.year + step), "relative")
        return None

    def _season_meant(self) -> bool:
        """“in the autumn,”: after a word that dates, and not before a noun (“in spring water”)."""
        ahead = (
            self.letter_before() if self.letter_before() != "h" else self.reader.spelt[self.start - 2 : self.start - 1]
        )
        return ahead in ("w", "i") and self.letter_after() in "|.,)w&-:i" and self.of("S")[0].word != "fall"

    def part_of(self) -> TimeWord | None:
        """The end of this year, the start of next month."""
        shift = language("calendar")["shifts"].get(self.of("lxtpsfT")[0].word, 0) if self.of("lxtpsfT") else 0
        return self.made(self.unit(self.spelt[-1], shift, self.today()), "relative")
