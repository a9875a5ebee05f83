"""Years: a plain four-digit number that is one, spans of years, decades, fiscal years."""

import re

from dossier import calendars as cal
from dossier.currencies import names
from dossier.dating.expression import OTHER, Expression, TimeWord
from dossier.lexemes import Lexeme, language

_CLOSES = frozenset(".,;:!?)]}”\"’'»…/*_&—–<|")


class Years(Expression):
    """The rules whose dates are printed years."""

    def fiscal(self) -> TimeWord | str:
        if code := self.of("4"):  # “FY2024-25”
            year = 2000 + int(code[0].printed[-2:])
            if code[0].printed[:2] != "FY" or self.numbers("d")[0] != (year + 1) % 100:
                return OTHER
            return self.made(cal.interval(cal.iso(year), cal.iso(year + 1)), "printed")
        return self.made(self._year_span() or cal.iso(self.printed_years()[0]), "printed")

    def years(self) -> TimeWord | None:
        if not self.is_year(self.of("y")[0], count=False):
            return None
        if span := self._year_span():
            return self.made(span, "printed")
        months = self.numbers("d")
        iso = months and "-" in self.spelt and len(self.of("d")[0].printed) == 2 and months[0] <= 12
        return self.made(cal.iso(self.printed_years()[0], months[0]), "printed") if iso else None

    def _year_span(self) -> str | None:
        years, days = self.printed_years(), self.numbers("d")
        second = years[1] if len(years) == 2 else years[0] // 100 * 100 + days[0] if days else None
        if second is None or not 0 < second - years[0] <= 100 or (days and len(self.of("d")[0].printed) != 2):
            return None
        return cal.interval(cal.iso(years[0]), cal.iso(second))

    def decade(self) -> TimeWord | None:
        """“The 1990s”, “the late '90s”, “the nineties”; but “in his nineties” tells an age."""
        if word := self.of("9"):
            year = language("calendar")["decades"][word[0].word]
        else:
            year = int(re.sub(r"\D", "", self.of("8")[0].printed))
        if (word or year < 100) and self.before() != "the":
            return None
        year += 1900 if year < 100 else 0
        return self.made(cal.interval(cal.iso(year), cal.iso(year + 9)), "printed")

    def bare_year(self) -> TimeWord | None:
        year = self.of("y")[0]
        alone = self.spelt == "y"
        if not self.is_year(year, count=alone):
            return None
        return self.made(cal.iso(int(year.printed)), "printed")

    def is_year(self, lexeme: Lexeme, count: bool = True) -> bool:
        """Is a plain four-digit number a year, by what stands around it?"""
        data = language("calendar")
        value = int(lexeme.printed)
        before, after = self.letter_before(), self.letter_after()
        place = self.start - 1
        if not 1500 <= value <= 2100 or self.before(1 + (before == ".")) in data["not_before_year"] or after in "$:":
            return False
        if value < 1800 and (self.before() not in ("in", "since", "of", "from", "until", "by") or after in "_^"):
            return False
        if before in "#$d:y":
            return before == "y" and self.before(2) == ","
        if before in "-/" and not self.reader.lexemes[place].spaced and not self.spelt.startswith("v"):
            return False
        if (before == "(" and after == ")") or before == "(":
            return after in "),-"
        if before == "^" and count:
            return self._after_name(place)
        if after == "#" or (after not in "-|" and self._glued_after()):
            return False
        return not (self.after() in data["counted"] or self.after() in data["name_after_year"] or self._money_after())

    def _glued_after(self) -> bool:
        after = self.reader.lexemes[self.end]
        return (
            not after.spaced
            and after.kind in ("word", "number", "mixed", "odd", "date", "other")
            and after.printed not in _CLOSES
        )

    def _money_after(self) -> bool:
        numbers = language("numbers")
        if self.letter_after() == "-" and self._glued_after() and self.after(1) in language("calendar")["counted"]:
            return True
        return (
            (self.after() in names() and self.after() not in ("mark", "marks", "won"))
            or self.after() in numbers["magnitudes"]
            or self.after() in numbers["abbreviations"]
        )

    def _after_name(self, place: int) -> bool:
        """A year after a capitalised word belongs to a name, unless all is in capitals."""
        word = self.reader.lexemes[place]
        return word.printed.isupper() and len(word.printed) > 4
