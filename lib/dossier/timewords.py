"""Time words: plain text → every date in it, normalised.

A date is YYYY, YYYY-MM, YYYY-MM-DD or an interval of such. What needs the day of publication (“Thursday”,
“30 March”, “last August”) is reckoned from `published`; without one it yields nothing. “a year earlier”, “the next
day” are reckoned from the date before them in the text. Needs no parse; `find.dates` gives a better judge of tense.

    >>> [(w.date, w.basis) for w in timewords("Signed on Thursday, up from 2021.", date(2025, 12, 6))]
    [('2025-12-04', 'relative'), ('2021', 'printed')]
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from dossier import calendars as cal
from dossier.dating.days import Days
from dossier.dating.expression import OTHER, REACH, TimeWord
from dossier.dating.quarters import Quarters
from dossier.dating.sentences import Sentences, tense_words
from dossier.dating.shifts import Shifts
from dossier.dating.spans import Spans
from dossier.dating.spoken import with_spoken_years
from dossier.dating.stretches import Stretches
from dossier.dating.weeks import Weeks
from dossier.dating.years import Years
from dossier.lexemes import lex
from dossier.timegrammar import GRAMMAR, PATTERNS, letters

Tense = Callable[[int, int], bool | None]
FAR = 600  # characters after which a date no longer serves as “the year” of “a year earlier”


class Rule(Days, Weeks, Spans, Quarters, Stretches, Years, Shifts):
    """An expression under its rule: each rule of the grammar is a method of its name."""


def timewords(text: str, published: dt.date | None, future: Tense | None = None) -> Iterator[TimeWord]:
    """Every date of `text`, in order; none overlap. `future(start, end)` tells if what is dated there lies ahead."""
    return Reader(text, published, future).words()


class Reader(Sentences):
    """Reads one text from left to right, remembering the dates it has met."""

    def __init__(
        self, text: str, published: dt.date | None, future: Tense | None = None, given: Sequence[TimeWord] = ()
    ):
        self.lexemes = with_spoken_years(text, lex(text))
        self.spelt = letters(self.lexemes)
        self.starts = [lexeme.start for lexeme in self.lexemes]
        self.published = published
        self.future = future or self.by_words
        self.done: Callable[[int, int], bool] = lambda start, end: True  # does the date stand beside what was done?
        self.verbal: Callable[[int], bool] = lambda start: True  # may the word there be a verb?
        self.met: list[TimeWord] = []
        self.headed: TimeWord | None = None
        self.given = list(given)  # dates that stand outside the text, between its paragraphs: the days of a chronicle
        self.stops: list[int] | None = None

    def words(self) -> Iterator[TimeWord]:
        place = 0
        while match := GRAMMAR.search(self.spelt, place):
            while self.given and self.given[0].start < self.starts[match.start()]:
                self.headed = self.given.pop(0)
                self.met.append(self.headed)
            found, end = self._read(match)
            self.met += found
            yield from found
            place = end if found else match.start() + 1

    def _read(self, match: re.Match) -> tuple[list[TimeWord], int]:
        """What the first rule gives that fits here, and where its match ends."""
        found, end = self.by_rule(match.lastgroup, *match.span()), match.end()
        if found is OTHER:
            names = list(PATTERNS)
            for name in names[names.index(match.lastgroup) + 1 :]:
                if again := PATTERNS[name].match(self.spelt, match.start()):
                    found, end = self.by_rule(name, *again.span()), again.end()
                    if found is not OTHER:
                        break
        if found is OTHER:
            return [], end
        return [one for one in (found if isinstance(found, list) else [found]) if one], end

    def by_rule(self, name: str, start: int, end: int) -> TimeWord | list[TimeWord] | str | None:
        """What a rule makes of these lexemes; None if they are no date: 31 June, year 0."""
        try:
            return getattr(Rule(self, start, end, name), name)()
        except (ValueError, OverflowError):
            return None

    def whole(self, start: int, end: int) -> TimeWord | None:
        """The one date that these lexemes are from end to end."""
        for name, pattern in PATTERNS.items():
            if name != "stretch" and pattern.fullmatch(self.spelt, start, end):
                found = self.by_rule(name, start, end)
                if isinstance(found, TimeWord):
                    return found
        return None

    def anchor(self, start: int, grains: str = "day month year interval") -> str | None:
        """The last date before `start` of one of these grains."""
        word = self.anchor_word(start, grains)
        return word.date if word else None

    def anchor_word(
        self, start: int, grains: str, but: frozenset[str] = frozenset(), rules: frozenset[str] = frozenset()
    ) -> TimeWord | None:
        """The last date before `start` of one of these grains; not one that ends in `but` or is by `rules`."""
        for word in reversed(self.met):
            if start - word.end > FAR:
                return None
            if word.rule in rules:
                continue
            if cal.grain(word.date) in grains.split() and word.basis != "inferred" and self._last_two(word) not in but:
                return word
        return None

    def _last_two(self, word: TimeWord) -> str:
        last = bisect_left(self.starts, word.end)
        return " ".join(lexeme.word for lexeme in self.lexemes[max(0, last - 2) : last])

    def _superseded(self, word: TimeWord) -> bool:
        """Is it the day for which something was “first set”, “originally planned”?"""
        place = bisect_left(self.starts, word.start)
        return any(lexeme.word in tense_words()["superseded"] for lexeme in self.lexemes[max(0, place - 4) : place])

    def same_day(self, place: int) -> str | None:
        """The day that “the same day” means: of its sentence or the one before, else the one nearest to publication."""
        days = [word for word in self.met[-REACH:] if cal.grain(word.date) == "day" and not self._superseded(word)]
        begins = self.lexemes[self.sentence(max(0, self.sentence(place)[0] - 2))[0]].start
        if not days or days[-1].start >= begins or not self.published:
            return days[-1].date if days else None
        if self.headed:
            return self.headed.date
        return min(reversed(days), key=lambda word: abs((cal.first_day(word.date) - self.published).days)).date
