"""Time words: plain text → every date in it, normalised.

A date is YYYY, YYYY-MM, YYYY-MM-DD or an interval of such. What needs the day of publication (“Thursday”,
“30 March”, “last August”) is reckoned from `published`; without one it yields nothing. “a year earlier”, “the next
day” are reckoned from the date before them in the text. Needs no parse; `find.dates` gives a better judge of tense.

    >>> [(w.date, w.basis) for w in timewords("Signed on Thursday, up from 2021.", date(2025, 12, 6))]
    [('2025-12-04', 'relative'), ('2021', 'printed')]
"""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from dossier import calendars as cal
from dossier.currencies import names
from dossier.lexemes import Lexeme, language, lex
from dossier.timegrammar import GRAMMAR, letters

Tense = Callable[[int, int], bool | None]
REACH = 80  # lexemes to either side that are searched for what belongs to an expression
FAR = 600  # characters after which a date no longer serves as “the year” of “a year earlier”
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


def timewords(text: str, published: dt.date | None, future: Tense | None = None) -> Iterator[TimeWord]:
    """Every date of `text`, in order; none overlap. `future(start, end)` tells if what is dated there lies ahead."""
    return Reader(text, published, future).words()


class Reader:
    """Reads one text from left to right, remembering the dates it has met."""

    def __init__(self, text: str, published: dt.date | None, future: Tense | None = None):
        self.lexemes = lex(text)
        self.spelt = letters(self.lexemes)
        self.starts = [lexeme.start for lexeme in self.lexemes]
        self.published = published
        self.future = future or self.by_words
        self.met: list[TimeWord] = []
        self.stops: list[int] | None = None

    def words(self) -> Iterator[TimeWord]:
        place = 0
        while match := GRAMMAR.search(self.spelt, place):
            found = list(self._read(match))
            self.met += found
            yield from found
            place = match.end() if found else match.start() + 1

    def _read(self, match: re.Match) -> Iterator[TimeWord]:
        start, end = match.span()
        here = Expression(self, start, end, match.lastgroup)
        try:
            found = getattr(here, match.lastgroup)()
        except (ValueError, OverflowError):  # 31 June, year 0: no date
            return
        for one in found if isinstance(found, list) else [found]:
            if one:
                yield one

    def sentence(self, place: int) -> tuple[int, int]:
        """The lexemes of the sentence around a place, by its punctuation; not more than `REACH` to either side."""
        if self.stops is None:
            self.stops = [n for n in range(len(self.spelt)) if self._stops(n)]
        after = bisect_left(self.stops, place)
        start = self.stops[after - 1] + 1 if after else 0
        end = self.stops[after] if after < len(self.stops) else len(self.spelt)
        return max(start, place - REACH), min(end, place + REACH)

    def _stops(self, place: int) -> bool:
        if self.spelt[place] == "|" or self.lexemes[place].printed in ("!", "?", ";"):
            return True
        follows = self.lexemes[place + 1] if place + 1 < len(self.lexemes) else None
        return self.spelt[place] == "." and (follows is None or follows.spaced and not follows.printed[:1].islower()
                                             and self.spelt[place - 1] not in "zEd")  # fmt: skip

    def by_words(self, start: int, end: int) -> bool | None:
        """Tense from the nearest word that tells it: before the expression in its clause, else anywhere in its sentence."""
        first, last = self.places(start, end)
        opened, closed = self.sentence(first)
        before = self.told(range(first - 1, opened - 1, -1))
        return before if before is not None else self.told(range(last, closed))

    def by_clause(self, start: int, end: int) -> bool | None:
        """Tense from the words before the expression in its clause, nearest first."""
        first, _ = self.places(start, end)
        return self.told(range(first - 1, self.sentence(first)[0] - 1, -1), clause=True)

    def places(self, start: int, end: int) -> tuple[int, int]:
        """The first lexeme of the span and the one after it."""
        return bisect_right(self.starts, start) - 1, bisect_left(self.starts, end)

    def told(self, places: range, clause: bool = False) -> bool | None:
        """The tense of the first word in these places that tells one; within the clause if so asked."""
        data = _sets()
        for n in places:
            word, after = self.lexemes[n].word, self.lexemes[n + 1].word if n + 1 < len(self.lexemes) else ""
            if clause and word in data["clause"]:
                return None
            if word == "by" and n == places.start and places.step < 0 or word in data["future"]:
                return True
            if word in data["future_if_to"] and after in ("to", "for", "in", "on"):
                return True
            if word in data["past"] or (word.endswith("ed") and len(word) > 4 and word not in data["no_past"]):
                if n and self.lexemes[n - 1].word == "be":  # “will be signed”: the helper tells
                    continue
                return False if after != "to" else None
        return None

    def anchor(self, start: int, grains: str = "day month year interval") -> str | None:
        """The last date before `start` of one of these grains."""
        for word in reversed(self.met):
            if start - word.end > FAR:
                return None
            if cal.grain(word.date) in grains.split() and word.basis != "inferred":
                return word.date
        return None

    def same_day(self, place: int) -> str | None:
        """The day that “the same day” means: of its own sentence, else the one nearest to publication."""
        days = [word for word in self.met[-REACH:] if cal.grain(word.date) == "day"]
        begins = self.lexemes[self.sentence(place)[0]].start
        if not days or days[-1].start >= begins or not self.published:
            return days[-1].date if days else None
        return min(reversed(days), key=lambda word: abs((cal.first_day(word.date) - self.published).days)).date


@cache
def _sets() -> dict[str, frozenset[str]]:
    """The word lists about tense, as sets."""
    return {name: frozenset(words) for name, words in language("calendar")["tense"].items()}


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

    def months_named(self) -> list[int]:
        data = language("calendar")
        return [data["months"].get(x.word) or data["short_months"][x.word] for x in self.of("Oozz")]

    def count(self) -> int:
        """The number of units: “two”, “30”, “a”, “twenty-five”."""
        numbers = language("numbers")
        total = 0
        for lexeme, letter in zip(self.lexemes, self.spelt, strict=True):
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
        return self.reader.future(self.lexemes[0].start, self.lexemes[-1].end)

    def today(self) -> dt.date:
        if self.published is None:
            raise ValueError("nothing to reckon from")
        return self.published

    def made(self, date: str, basis: str, arithmetic: str | None = None, first: int = 0, last: int | None = None) -> TimeWord:
        last = len(self.lexemes) if last is None else last
        return TimeWord(self.lexemes[first].start, self.lexemes[last - 1].end, date, basis, arithmetic, self.rule)

    # --- days ----------------------------------------------------------------------------------------------

    def dated(self, month: int, day: int | None, weekday: int | None = None) -> tuple[str, str]:
        """A month (and day) with the expression's year, else the year that fits."""
        year, basis = self.year()
        if year is not None:
            return cal.iso(year, month, day), basis
        today = self.today()
        if weekday is not None and day:
            fits = [cal.iso(y, month, day) for y in range(today.year - 3, today.year + 4) if _falls(y, month, day, weekday)]
            if fits:
                return min(fits, key=lambda date: abs((cal.first_day(date) - today).days)), basis
        return cal.nearest(today, month, day, self.ahead()), basis

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
        number, today = self.weekday_number_of(), self.today()
        marker = self.spelt[0] if len(self.spelt) > 1 else ""
        if marker == "x":
            day = cal.weekday_after(today - today.weekday() * cal.DAY + 6 * cal.DAY, number)
            if self.lexemes[0].word != "next":
                day = cal.weekday_after(today, number)
        elif marker in ("l", "L", "p"):
            day = cal.weekday_before(today, number, strictly=True)
        elif marker == "f":
            day = cal.weekday_after(cal.first_day(self.reader.anchor(self.lexemes[0].start, "day") or cal.of_day(today)), number)
        elif marker == "t":
            day = today - (today.weekday() - number) * cal.DAY
        elif self.ahead():
            day = cal.weekday_after(today, number)
        else:
            day = cal.weekday_before(today, number)
        return self.made(cal.of_day(day), "relative")

    # --- months, quarters, years -----------------------------------------------------------------------------

    def months(self) -> TimeWord | None:
        first, second = self.months_named()
        last, basis = self.dated(second, None)
        years = self.printed_years()
        year = years[0] if len(years) == 2 else cal.year_of(last) - (first > second)
        return self.made(cal.interval(cal.iso(year, first), last), basis)

    def to_month(self) -> TimeWord | None:
        if self.of("iw")[0].word not in ("to", "through", "until") or self.count() < 2:
            return None
        last, basis = self.dated(self.months_named()[0], None)
        return self.made(cal.interval(cal.shift_month(last, 1 - self.count()), last), basis)

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
        if not anchor and not (years or shifted and self.published):
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

    def fiscal(self) -> TimeWord:
        return self.made(self._year_span() or cal.iso(self.printed_years()[0]), "printed")

    def years(self) -> TimeWord | None:
        if not self.is_year(self.of("y")[0], count=False) or not (span := self._year_span()):
            return None
        return self.made(span, "printed")

    def _year_span(self) -> str | None:
        years, days = self.printed_years(), self.numbers("d")
        second = years[1] if len(years) == 2 else years[0] // 100 * 100 + days[0] if days else None
        if second is None or not 0 < second - years[0] <= 100 or (days and len(self.of("d")[0].printed) != 2):
            return None
        return cal.interval(cal.iso(years[0]), cal.iso(second))

    def decade(self) -> TimeWord:
        year = int(self.of("8")[0].printed[:4])
        return self.made(cal.interval(cal.iso(year), cal.iso(year + 9)), "printed")

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
        ahead = self.letter_before() if self.letter_before() != "h" else self.reader.spelt[self.start - 2 : self.start - 1]
        return ahead in ("w", "i") and self.letter_after() in "|.,)w&-:i" and self.of("S")[0].word != "fall"

    def part_of(self) -> TimeWord | None:
        """The end of this year, the start of next month."""
        shift = language("calendar")["shifts"].get(self.of("lxtpsfT")[0].word, 0) if self.of("lxtpsfT") else 0
        return self.made(self._unit(self.spelt[-1], shift, self.today()), "relative")

    def _unit(self, letter: str, shift: int, base: dt.date) -> str:
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

    def relative(self) -> TimeWord | None:
        """Last year, this week, the next day, the same evening, the day before yesterday, today."""
        data = language("calendar")
        if "X" in self.spelt:
            word = self.of("X")[0].word
            away = (data["days"][word] + {"R": -1, "B": -1, "G": 1}.get(self.spelt[2:3], 0)) if "D" in self.spelt else data["days"][word]
            first = 0 if "D" in self.spelt else len(self.spelt) - 1
            return self.made(cal.shift_days(cal.of_day(self.today()), away), "relative", first=first)
        if self.spelt[0] == "h":  # “the year before”
            anchor = self.reader.anchor(self.lexemes[0].start, _GRAINS[self.spelt[1]])
            base = cal.first_day(anchor) if anchor else self.today()
            return self.made(self._unit(self.spelt[1], -1 if self.spelt[2] == "B" else 1, base), "relative")
        marker, unit = self.spelt[0], self.spelt[-1]
        word = self.lexemes[0].word
        if self.letter_after() == "-" or self.letter_before() == "-" or word in ("similar", "prior") and unit == "P":
            return None
        shift = data["shifts"][word]
        anchored = marker in "spfT" or (marker == "x" and unit in "DP")
        if unit == "P":
            shift, unit = {"l": -1, "f": 1}.get(marker, 0), "D"
        elif marker == "l" and unit == "D" or marker == "t" and unit == "D":
            return None
        if not anchored:
            return self.made(self._unit(unit, shift, self.today()), "relative")
        anchor = self.reader.same_day(self.start) if unit == "D" else self.reader.anchor(self.lexemes[0].start, _GRAINS[unit])
        if not anchor and (marker in "sT" or not self.published):
            return None
        base = cal.first_day(anchor) if anchor else self.today()
        return self.made(self._unit(unit, shift, base), "relative")

    def ago(self) -> TimeWord | None:
        """Two years ago: as fine as its unit is."""
        return self.made(self._unit(self.spelt[-2], -self.count(), self.today()), "relative")

    def earlier(self) -> TimeWord | None:
        """A year earlier, two days later: from the date before it in the text."""
        unit, way = self.spelt[-2], self.spelt[-1]
        if way == "B" and self.letter_after() not in "|,.)-^" and self.after() not in ("and", "in", "at", "but", "on", "when"):
            return None
        count = self.count() * (1 if way == "F" else -1)
        anchor = self.reader.anchor(self.lexemes[0].start, _EARLIER[UNITS[unit]])
        if anchor is None and (self.published is None or way == "F"):
            return None
        if UNITS[unit] == "year" and anchor and cal.grain(anchor) != "day":
            return self.made(cal.shift_years(anchor, count), "relative")
        return self.made(self._unit(unit, count, cal.first_day(anchor) if anchor else self.published), "relative")

    def anniversary(self) -> TimeWord | None:
        """The 30th anniversary in 2022 is of 1992."""
        if self.of("r"):
            count = language("numbers")["ordinals"][self.of("r")[0].word] + (language("numbers")["tens"].get(self.of("u")[0].word, 0) if self.of("u") else 0)
        else:
            count = self.numbers("e")[0] if self.of("e") else self.count()
        return self._inferred(count, len(self.spelt))

    def since(self) -> TimeWord | None:
        """“marks 30 years since independence”: only after a verb that marks it."""
        marks = language("calendar")["anniversary_since"]
        if self.of("w")[-1].word != "since" or not {self.before(n) for n in (1, 2, 3)} & set(marks):
            return None
        return self._inferred(self.count(), len(self.spelt) - 1)

    def _inferred(self, count: int, last: int) -> TimeWord | None:
        opened, _ = self.reader.sentence(self.start)
        begins = self.reader.lexemes[opened].start
        told = [w for w in self.reader.met[-REACH:] if w.start >= begins and cal.grain(w.date) in ("year", "month", "day")]
        if not told and self.published is None:
            return None
        year = cal.year_of(told[-1].date) if told else self.published.year
        if told and self.published and not -2 <= year - self.published.year <= 3 and told[-1].rule != "bare_year":
            year = self.published.year
        return self.made(cal.iso(year - count), "inferred", f"{year} − {count}", last=last)

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
        if before == "(" and after == ")" or before == "(":
            return after in "),-"
        if before == "^" and count:
            return self._after_name(place)
        if after == "#" or (after not in "-|" and self._glued_after()):
            return False
        return not (self.after() in data["counted"] or self.after() in data["name_after_year"] or self._money_after())

    def _glued_after(self) -> bool:
        after = self.reader.lexemes[self.end]
        return not after.spaced and after.kind in ("word", "number", "mixed", "odd", "date", "other") and after.printed not in _CLOSES

    def _money_after(self) -> bool:
        numbers = language("numbers")
        if self.letter_after() == "-" and self._glued_after() and self.after(1) in language("calendar")["counted"]:
            return True
        return (self.after() in names() and self.after() not in ("mark", "marks", "won")) or self.after() in numbers["magnitudes"] or self.after() in numbers["abbreviations"]

    def _after_name(self, place: int) -> bool:
        """A year after a capitalised word belongs to a name, unless all is in capitals."""
        word = self.reader.lexemes[place]
        return word.printed.isupper() and len(word.printed) > 4


_CLOSES = frozenset(".,;:!?)]}”\"’'»…/*_&—–<|")
_GRAINS = {"Y": "year month day interval", "M": "month day", "K": "day", "D": "day", "N": "day", "Q": "interval", "C": "interval"}
_EARLIER = {"year": "year month interval day", "decade": "year month interval day", "month": "month day", "week": "day", "day": "day"}


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
