"""Shifts: last year, a year earlier, two days ago, the 30th anniversary: from publication or another date."""

import datetime as dt
import re

from dossier import calendars as cal
from dossier.currencies import names
from dossier.dating.expression import REACH, UNITS, Expression, TimeWord
from dossier.lexemes import language

JUST_HELD = 2  # days after which what was said at an event is still reported
REPORTED = 31  # days before or after publication within which a day is that of the report
_GRAINS = {
    "Y": "year month day interval",
    "M": "month day",
    "K": "day",
    "D": "day",
    "N": "day",
    "Q": "interval",
    "C": "interval",
}
_COMPARED = frozenset({"ago", "earlier", "same_period"})  # the rules of what something is compared with
_EARLIER = {
    "year": "year month interval day",
    "decade": "year month interval day",
    "month": "month day",
    "week": "day",
    "day": "day",
}


class Shifts(Expression):
    """The rules whose dates are reckoned from others."""

    def relative(self) -> TimeWord | None:
        """Last year, this week, the next day, the same evening, the day before yesterday, today."""
        if "X" in self.spelt:
            return self._from_today()
        if self.spelt == "hN":
            return self._weekend()
        if self.spelt[0] == "h":  # “the year before”
            return self._next_to()
        if re.match("[RFv]wh", self.spelt):  # “later in the week”
            return self._within()
        if "-" in (self.letter_after(), self.letter_before()):
            return None
        if self._named():
            return None
        place = int(self.spelt[0] in "vRF")  # early next year, later this month
        if self.spelt[place : place + 2] in ("tL", "tx"):  # “this past week”
            shift = -1 if "L" in self.spelt else int(self.spelt[-1] != "N")  # the coming weekend is this week's
            return self.made(self.unit(self.spelt[-1], shift, self.today()), "relative")
        return self._marked(self.spelt[place], self.spelt[-1], self.lexemes[place].word)

    def _weekend(self) -> TimeWord | None:
        """“Over the weekend”: the last one, or the one to come."""
        if self.before() not in language("calendar")["before_weekend"] or self.letter_after() in "q^":
            return None
        today = self.today()
        saturday = today + (5 - today.weekday()) * cal.DAY
        if today.weekday() < 5 and not self.ahead():
            saturday -= 7 * cal.DAY
        return self.made(
            cal.interval(cal.of_day(saturday), cal.of_day(saturday + cal.DAY)), "relative", first=1
        )

    def _named(self) -> bool:
        """“This Week” within a sentence is the name of a programme."""
        capitals = all(x.printed[:1].isupper() and not x.printed.isupper() for x in self.lexemes)
        return capitals and len(self.lexemes) > 1 and self.letter_before() not in "|."

    def _next_to(self) -> TimeWord | None:
        """“The day before”, “the morning after”: of what was told, if nothing follows that says of what."""
        if not self.closed():
            return None
        unit, shift = self.spelt[1], -1 if self.spelt[2] == "B" else 1
        return self._anchored("D" if unit == "P" else unit, shift, first=1)

    def _within(self) -> TimeWord | None:
        """“Earlier in the week”, “later in the month”, “late in the year”."""
        if self.lexemes[1].word != "in":
            return None
        return self.made(self.unit(self.spelt[-1], 0, self.today()), "relative")

    def before_last(self) -> TimeWord:
        """“The year before last”, “the week after next”."""
        return self.made(self.unit(self.spelt[1], -2 if self.spelt[2] == "B" else 2, self.today()), "relative", first=1)

    def _from_today(self) -> TimeWord:
        """Today, yesterday evening, the day before yesterday."""
        if self._timeless():
            return None
        days = language("calendar")["days"][self.of("X")[0].word]
        day_before = self.spelt.startswith("hD")
        days += {"R": -1, "B": -1, "G": 1}.get(self.spelt[2:3], 0) if day_before else 0
        first = 1 if day_before else self.spelt.index("X")
        return self.made(cal.shift_days(cal.of_day(self._spoken_on()), days), "relative", first=first)

    def _timeless(self) -> bool:
        """“Today's world”, “the leaders of tomorrow”, “USA Today”: these days, or a name."""
        data, word = language("calendar"), self.lexemes[-1]
        if word.word == "today" and self.after() in ("'", "’") and self.after(1) == "s":
            return self.after(2) in data["of_our_days"] or self.after(3) in data["of_our_days"]
        if word.word in ("today", "tomorrow") and self.before() == "of" and self.before(2) != "as":
            return word.word == "tomorrow" or self.before(2).rstrip("s") in data["of_our_days"]
        return word.printed.istitle() and self.letter_before() == "^"

    def _spoken_on(self) -> dt.date:
        """The day that “today” means: of publication; of what a speaker says, that of the event told before it."""
        today = self.today()
        if not self.quoted():
            return today
        days = [word.date for word in self.reader.met[-REACH:] if cal.grain(word.date) == "day"]
        near = [cal.first_day(day) for day in days if 0 <= (today - cal.first_day(day)).days <= JUST_HELD]
        return near[-1] if near and today not in near else today

    def _marked(self, marker: str, unit: str, word: str) -> TimeWord | None:
        """Last, this and next are reckoned from publication; same, that, previous and following from a date met."""
        if word in ("coming", "upcoming", "similar", "ensuing") and unit != "N":
            return None
        shift = language("calendar")["shifts"][word]
        anchored = marker in "spfT" or (marker == "x" and unit in "DP")
        if unit == "P":
            shift, unit = {"l": -1, "p": -1, "f": 1, "x": 1}.get(marker, 0), "D"
        elif marker in "lt" and unit == "D":
            return None
        if anchored:
            return self._anchored(unit, shift, needed=marker in "sT")
        return self.made(self.unit(unit, shift, self.today()), "relative")

    def _anchored(self, unit: str, shift: int, needed: bool = False, first: int = 0) -> TimeWord | None:
        """So many units from the date before it in the text; from publication if there is none and none is needed."""
        if unit == "D":
            anchor = self.reader.same_day(self.start)
        else:
            anchor = self.reader.anchor(self.lexemes[0].start, _GRAINS[unit])
        if not anchor and (needed or not self.published):
            return None
        if unit == "Y" and anchor and (first or self.spelt[0] == "p") and _runs_over(anchor):
            return self.made(cal.shift_years(anchor, shift), "relative", first=first)
        base = cal.first_day(anchor) if anchor else self.today()
        return self.made(self.unit(unit, shift, base), "relative", first=first)

    def ago(self) -> TimeWord | None:
        """Two years ago: as fine as its unit is; “from $3m a year ago” beside a quarter is that of the year before."""
        if self.spelt[-2:] == "YA" and self.count() == 1 and self._compares():
            word = self.reader.anchor_word(self.lexemes[0].start, "interval", rules=_COMPARED)
            period = word.date if word else None
            if period and _of_one_year(period) and cal.year_of(period) >= self.today().year - 1:
                return self.made(cal.shift_years(period, -1), "relative")
        return self.made(self.unit(self.spelt[-2], -self.count(), self.today()), "relative")

    def _compares(self) -> bool:
        """Does it stand where figures are compared: “than a year ago”, “from $3 million a year ago”?"""
        if self.before() in ("than", "from", "with", "to"):
            return True
        back = 1 + (self.letter_before() == ",")
        if self.before(back + 1) in ("a", "per"):
            return True  # “31 cents a share, a year ago”
        figure = self.start >= back and self.reader.lexemes[self.start - back].kind in ("number", "percent")
        numbers, word = language("numbers"), self.before(back)
        return figure or word in numbers["magnitudes"] or word in numbers["abbreviations"] or word in names()

    def earlier(self) -> TimeWord | None:
        """A year earlier, two days later: from the date before it in the text."""
        unit, way = self.spelt[-2], self.spelt[-1]
        if way in "BG" and not self.closed() and not (way == "B" and self.letter_after() == "^"):
            return None
        if (way == "G" and self.lexemes[-1].word != "after") or self.before() == "not":  # “not a day later” is an idiom
            return None
        count = self.count() * (1 if way in "FG" else -1)
        if self.after() == "than" or re.match("t[YMKN]", self.reader.spelt[self.end : self.end + 2]):
            return None  # “two weeks earlier than planned”, “620,000 barrels a day later this year”
        anchor = self._of_account(_EARLIER[UNITS[unit]])
        if anchor is None and (self.published is None or way in "FG"):
            return None
        if UNITS[unit] == "year" and anchor and cal.grain(anchor) != "day":
            return self.made(cal.shift_years(anchor, count), "relative")
        return self.made(self.unit(unit, count, cal.first_day(anchor) if anchor else self.published), "relative")

    def _of_account(self, grains: str) -> str | None:
        """The date that an account is of; for years not the day of its report, where a longer time was told."""
        start = self.lexemes[0].start
        rules = _COMPARED if self._compares() else frozenset()  # “up from 3 a year earlier”, twice, is one year
        word = self.reader.anchor_word(start, grains, rules=rules)
        anchor = word.date if word else None
        if anchor and "interval" in grains and self.published and cal.grain(anchor) == "day":
            if abs(cal.first_day(anchor) - self.published).days <= REPORTED:
                return self.reader.anchor(start, "year month interval") or anchor
        return anchor

    def anniversary(self) -> TimeWord | None:
        """The 30th anniversary in 2022 is of 1992."""
        if self.of("0"):
            count = language("calendar")["centenaries"][self.lexemes[0].word]
        elif self.of("r"):
            count = language("numbers")["ordinals"][self.of("r")[0].word] + (
                language("numbers")["tens"].get(self.of("u")[0].word, 0) if self.of("u") else 0
            )
        else:
            count = self.numbers("e#")[0] if self.of("e#") else self.count()
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
        here = (word for word in self.reader.met[-REACH:] if word.start >= begins)
        told = [word for word in here if _of_one_year(word.date) and not self._since(word)]
        if (ahead := self._year_ahead()) is not None:
            return self.made(cal.iso(ahead - count), "inferred", f"{ahead} − {count}", last=last)
        if not told and self.published is None:
            return None
        year = cal.year_of(told[-1].date) if told else self.published.year
        if told and self.published and not -2 <= year - self.published.year <= 3 and told[-1].rule != "bare_year":
            year = self.published.year
        return self.made(cal.iso(year - count), "inferred", f"{year} − {count}", last=last)

    def _since(self, word: TimeWord) -> bool:
        """“The first visit since 1996”: the year is that of another event."""
        place, _ = self.reader.places(word.start, word.end)
        return place > 0 and self.reader.lexemes[place - 1].word in ("since", "from", "until", "after")

    def _year_ahead(self) -> int | None:
        """“marks its 30th anniversary next year”, “… in 2026”: the year that follows in the sentence."""
        _, closed = self.reader.sentence(self.start)
        match = re.search("[lxt]Y|(?<=w)y", self.reader.spelt[self.end : closed])
        if not match or self.published is None:
            return None
        word, now = self.reader.lexemes[self.end + match.start()], self.published.year
        if match[0] == "y":
            return int(word.printed) if now <= int(word.printed) <= now + 3 else None
        return now + language("calendar")["shifts"][word.word]


def _runs_over(date: str) -> bool:
    """Is it a year that is none of the calendar: October to September?"""
    days = (cal.last_day(date) - cal.first_day(date)).days
    return cal.grain(date) == "interval" and not _of_one_year(date) and days >= 360


def _of_one_year(date: str) -> bool:
    return cal.year_of(date) == cal.last_day(date).year
