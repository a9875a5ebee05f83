"""Quarters and halves of years and months, and “the same period” of another year."""

import re

from dossier import calendars as cal
from dossier.dating.expression import OTHER, Expression, TimeWord
from dossier.lexemes import language

_REPORT = frozenset({"this month", "last month", "this week", "last week"})  # when figures came out, mostly
# Q3, 3Q24, H1, FY2024
_CODE = re.compile(r"(?:([QH])([1-4])|([1-4])([QH]))['’]?((?:20)?[0-9]{2})?$")


class Quarters(Expression):
    """The rules whose dates are quarters, halves, or periods like another one."""

    def quarter(self) -> TimeWord | None:
        if self.of("4"):
            return self._coded()
        number, (year, basis) = self._part_number(), self.year()
        if number is None and year is None:  # “last quarter”
            today = self.today()
            before = today.month - 1 - (today.month - 1) % 3
            year, number = (today.year, before // 3) if before else (today.year - 1, 4)
        number = 4 if number is None else number
        if not 1 <= number <= 4:
            return None
        if "Y-" in self.spelt:
            year = self._told_year(number) - 1
        year = self.elapsed(3 * number - 2) if year is None else year
        return self.made(cal.quarter(year, number), basis)

    def _told_year(self, number: int) -> int:
        """The year of the last quarter of that number that the text tells, else of the last that was over."""
        told = (word.date for word in reversed(self.reader.met) if cal.grain(word.date) == "interval")
        same = next((date for date in told if date == cal.quarter(cal.year_of(date), number)), None)
        return cal.year_of(same) if same else self.elapsed(3 * number - 2)

    def _coded(self) -> TimeWord | None:
        """“Q3 2024”, “2Q24”, “H1”, “FY2024”."""
        printed, (year, basis) = self.of("4")[0].printed, self.year()
        if printed[:2] == "FY":
            return self.made(cal.iso(2000 + int(printed[-2:])), "printed")
        code = _CODE.match(printed)
        number, half = int(code[2] or code[3]), "H" in printed
        if code[5]:
            year, basis = 2000 + int(code[5][-2:]), "printed"
        if half and number > 2:
            return None
        if year is None:
            year = self.elapsed((6 if half else 3) * (number - 1) + 1)
        return self.made((cal.half if half else cal.quarter)(year, number), basis)

    def _part_number(self) -> int | None:
        if "e" in self.spelt:
            return self.numbers("e")[0]
        return language("numbers")["ordinals"][self.of("r")[0].word] if "r" in self.spelt else None

    def half_year(self) -> TimeWord | None:
        number, (year, basis) = self._part_number(), self.year()
        if number not in (1, 2):
            return None
        return self.made(cal.half(self.elapsed(6 * number - 5) if year is None else year, number), basis)

    def half_of(self) -> TimeWord | None:
        """“The first half of March”: to the 15th, or from the 16th."""
        if self.months_named():
            month, basis = self.dated(self.months_named()[0], None)
        else:
            month, basis = self.marked_unit("".join(re.findall("[lxt](?=M)", self.spelt)), "M"), "relative"
        number = self._part_number()
        if number not in (1, 2):
            return None
        first = f"{month}-01" if number == 1 else f"{month}-16"
        last = f"{month}-15" if number == 1 else cal.of_day(cal.last_day(month))
        return self.made(cal.interval(first, last), basis)

    def same_period(self) -> TimeWord | str | None:
        """“The same period of 2023”, “a year-ago quarter”: the period that the text told last, in another year."""
        grain = re.search("[%QMK]", self.spelt)[0]
        if grain == "K" or (grain in "MQ" and self.spelt in ("TM", "TQ")) or self.after().startswith("final"):
            return OTHER
        anchor = self._month_met() if grain == "M" else self._period_met(grain)
        if re.search("[RAB]", self.spelt) or re.match("p-Y", self.spelt):
            return self.made(cal.shift_years(anchor, -1), "relative") if anchor else None
        years, shifted = self.printed_years(), re.search("[lpx]Y", self.spelt)
        if not anchor and not (years or (shifted and self.published)):
            return None
        if years or shifted:
            year = years[0] if years else self.shifted_year()
            basis = "printed" if years else "relative"
            return self.made(cal.shift_years(anchor, year - cal.year_of(anchor)) if anchor else cal.iso(year), basis)
        return self.made(anchor, "relative") if grain == "%" or cal.grain(anchor) in ("month", "interval") else None

    def _month_met(self) -> str | None:
        """The month that the text told last, else that of publication."""
        told = self.reader.anchor(self.lexemes[0].start, "month")
        return told or (cal.iso(self.published.year, self.published.month) if self.published else None)

    def _period_met(self, grain: str) -> str | None:
        """The last period that the text told; “since January” is one that goes on to publication."""
        start = self.lexemes[0].start
        word = self.reader.anchor_word(start, "interval", but=_REPORT) if grain == "Q" else None
        word = word or self.reader.anchor_word(start, "month interval year", but=_REPORT)
        if word is None or cal.grain(word.date) == "interval" or self.published is None:
            return word.date if word else None
        first, _ = self.reader.places(word.start, word.end)
        since = first and self.reader.lexemes[first - 1].word == "since"
        today = cal.iso(self.published.year, self.published.month)
        return cal.interval(f"{word.date}-01"[:7], today) if since and word.date[:7] < today else word.date
