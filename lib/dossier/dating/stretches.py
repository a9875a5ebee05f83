"""Stretches: “from March 2022 until 2024”, “between 15 May and June 2023”: from one date of any kind to another."""

import re

from dossier import calendars as cal
from dossier.dating.expression import OTHER, Expression, TimeWord

_OWN_YEAR = re.compile("[yZ48lxtX]")


class Stretches(Expression):
    """The rule whose date runs from one expression to another."""

    def stretch(self) -> TimeWord | str:
        if re.fullmatch("W[-i&]W", self.spelt):
            return OTHER  # the rule of weekdays
        for match in re.finditer("[-i&]h?", self.spelt) if not self.moved() else ():
            cut, after = self.start + match.start(), self.start + match.end()
            first, second = self.reader.whole(self.start, cut), self.reader.whole(after, self.end)
            if first and second:
                one, two = self._together(first, second, self.spelt[: match.start()], self.spelt[match.end() :])
                return self.made(_through(one, two), second.basis)
        return OTHER

    def _together(self, first: TimeWord, second: TimeWord, before: str, after: str) -> tuple[str, str]:
        """Both dates, one that names no year in the year of the other or the one next to it."""
        one, two = first.date, second.date
        if before == "W":
            one = cal.of_day(cal.weekday_before(cal.first_day(two), cal.first_day(one).weekday(), strictly=True))
        elif after == "W":
            for begins in (one, cal.shift_years(one, -1)):
                if 0 < (cal.first_day(two) - cal.last_day(begins)).days < cal.SOON:
                    return begins, two  # “from Sept. 14 to Thursday”, weeks later
            two = cal.of_day(cal.weekday_after(cal.first_day(one), cal.first_day(two).weekday()))
        elif not _OWN_YEAR.search(before):
            one = cal.shift_years(one, cal.year_of(two) - cal.year_of(one))
            one = cal.shift_years(one, -1) if cal.first_day(one) > cal.last_day(two) else one
        elif not _OWN_YEAR.search(after):
            two = cal.shift_years(two, cal.year_of(one) - cal.year_of(two))
            two = cal.shift_years(two, 1) if cal.last_day(two) < cal.first_day(one) else two
        return one, two


def _through(one: str, two: str) -> str:
    return cal.interval(one.split("/")[0], two.split("/")[-1])
