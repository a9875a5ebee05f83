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
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from dossier import calendars as cal
from dossier.dating.days import Days
from dossier.dating.expression import OTHER, REACH, TimeWord
from dossier.dating.quarters import Quarters
from dossier.dating.shifts import Shifts
from dossier.dating.spans import Spans
from dossier.dating.stretches import Stretches
from dossier.dating.weeks import Weeks
from dossier.dating.years import Years
from dossier.lexemes import language, lex
from dossier.timegrammar import GRAMMAR, PATTERNS, letters

Tense = Callable[[int, int], bool | None]
FAR = 600  # characters after which a date no longer serves as “the year” of “a year earlier”


class Rule(Days, Weeks, Spans, Quarters, Stretches, Years, Shifts):
    """An expression under its rule: each rule of the grammar is a method of its name."""


def timewords(text: str, published: dt.date | None, future: Tense | None = None) -> Iterator[TimeWord]:
    """Every date of `text`, in order; none overlap. `future(start, end)` tells if what is dated there lies ahead."""
    return Reader(text, published, future).words()


class Reader:
    """Reads one text from left to right, remembering the dates it has met."""

    def __init__(
        self, text: str, published: dt.date | None, future: Tense | None = None, given: Sequence[TimeWord] = ()
    ):
        self.lexemes = lex(text)
        self.spelt = letters(self.lexemes)
        self.starts = [lexeme.start for lexeme in self.lexemes]
        self.published = published
        self.future = future or self.by_words
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
        return self.spelt[place] == "." and (follows is None or (follows.spaced and not follows.printed[:1].islower()
                                             and self.spelt[place - 1] not in "zEd"
                                             and self.lexemes[place - 1].word not in _abbreviated()))  # fmt: skip

    def by_words(self, start: int, end: int) -> bool | None:
        """Tense from the nearest word that tells it: before the expression, else after it in its sentence."""
        first, last = self.places(start, end)
        opened, closed = self.sentence(first)
        if self._opens_with_by(first):  # “By Friday she was calling it private”, “By Friday they will know”
            after = self.told(range(last, closed))
            return True if after is None else after
        before = self.told(range(first - 1, opened - 1, -1))
        return before if before is not None else self.told(range(last, closed))

    def by_clause(self, start: int, end: int) -> bool | None:
        """Tense from the words before the expression in its clause, nearest first."""
        first, _ = self.places(start, end)
        if self._opens_with_by(first):
            return None
        return self.told(range(first - 1, self.sentence(first)[0] - 1, -1), clause=True)

    def _opens_with_by(self, place: int) -> bool:
        """Does the sentence begin with “By” and the date?"""
        return self.lexemes[place - 1].word == "by" and self.sentence(place)[0] >= place - 1

    def places(self, start: int, end: int) -> tuple[int, int]:
        """The first lexeme of the span and the one after it."""
        return bisect_right(self.starts, start) - 1, bisect_left(self.starts, end)

    def told(self, places: range, clause: bool = False) -> bool | None:
        """The tense of the first word in these places that tells one; within the clause if so asked."""
        data = _sets()
        deadline = True if places and places.step < 0 and self._deadline(places.start) else None
        for n in places:
            word, after = self.lexemes[n].word, self.lexemes[n + 1].word if n + 1 < len(self.lexemes) else ""
            if n and self.lexemes[n - 1].word in data["superseded"] and word in _plans():
                return False  # “a visit first set for March”
            if word == "to" and after == "be" and self._to_be_done(n):
                return True
            if (clause and word in data["clause"]) or self._infinitive(n):
                return deadline
            if word in data["present_for_future"] and self.lexemes[n - 1].word not in data["noun_opens"]:
                return True
            if word in data["future_if_infinitive"] and after == "to":
                return True
            if word in data["future"]:
                return True
            if word in ("to", "until", "till") and 0 <= places.start - n <= 1 and self.put_off(n):
                return True
            if places.step > 0 and word in language("calendar")["undertakes"]:
                return False  # “on Wednesday they agreed to …”
            if word in data["future_if_to"] and after in ("to", "for"):
                return True
            if word in data["past"] or (word.endswith("ed") and len(word) > 4 and word not in data["no_past"]):
                helper = self.lexemes[n - 1].word if n else ""
                if word.endswith("ed") and (helper in data["noun_opens"] or helper in data["before_participle"]):
                    continue  # “cargoes of liquefied gas”
                if helper == "be" or (helper == "have" and self.lexemes[n - 2].word == "to"):
                    continue  # “will be signed”, “were to have met”: the helper tells
                if word == "have" and helper == "to":
                    continue
                return False if after != "to" else deadline
        return deadline

    def _deadline(self, place: int) -> bool:
        """“by”, “no later than” before a date: it lies ahead of what is told."""
        word = self.lexemes[place].word
        return word == "by" or word == "than" and self.lexemes[place - 1].word == "later"

    def put_off(self, place: int) -> bool:
        """Is what stands before “to”, “until” a verb that puts off: “was moved this week to 19 August”?"""
        words = [lexeme.word for lexeme in self.lexemes[max(0, place - 6) : place]]
        return bool(_sets()["put_off"] & set(words)) or any(
            one in ("put", "pushed", "brought") and two in ("off", "back", "forward") for one, two in pairwise(words)
        )

    def _to_be_done(self, place: int) -> bool:
        """“an exercise to be held in May” lies ahead; “began to be used”, “had to be stopped” do not."""
        data, word = _sets(), self.lexemes[place - 1].word if place else ""
        done = self.lexemes[place + 2].word if place + 2 < len(self.lexemes) else ""
        participle = done in data["past"] or (done.endswith("ed") and done not in data["no_past"])
        return (
            participle
            and word in _plans() | data["future_if_infinitive"]
            or (participle and word not in data["past"] and not word.endswith("ed"))
        )

    def _infinitive(self, place: int) -> bool:
        """“to take part”: its own tense is none, and what stands before it tells none either."""
        after = self.lexemes[place + 1].printed if place + 1 < len(self.lexemes) else ""
        plan = place and self.lexemes[place - 1].word in _plans()
        return (
            self.lexemes[place].word == "to" and after[:1].islower() and after not in _sets()["noun_opens"] and not plan
        )

    def cancelled(self, place: int) -> bool:
        """Does the sentence say that what was planned did not come about?"""
        opened, closed = self.sentence(place)
        return self._calls_off([self.lexemes[n].word for n in range(opened, closed)])

    def dropped(self, start: int, end: int) -> bool:
        """Does the sentence go on to say that what was planned for then “was called off”, “fell through”?"""
        first, last = self.places(start, end)
        return self._calls_off([self.lexemes[n].word for n in range(last, self.sentence(first)[1])])

    def _calls_off(self, words: list[str]) -> bool:
        data = _sets()
        off = any(one in data["off_after"] and two in ("off", "through") for one, two in pairwise(words))
        never = any(one in ("not", "never") and two in data["happen"] for one, two in pairwise(words))
        return off or never or bool(data["cancelled"] & set(words))

    def gone(self, start: int, end: int) -> bool:
        """Does the sentence go on to say that the day “came and went”, that a term lapsed then?"""
        first, last = self.places(start, end)
        words = [self.lexemes[n].word for n in range(last, self.sentence(first)[1])]
        went = any(one == "came" and three == "went" for one, three in zip(words, words[2:], strict=False))
        return went or bool(_sets()["gone"] & set(words))

    def anchor(self, start: int, grains: str = "day month year interval") -> str | None:
        """The last date before `start` of one of these grains."""
        word = self.anchor_word(start, grains)
        return word.date if word else None

    def anchor_word(self, start: int, grains: str, but: frozenset[str] = frozenset()) -> TimeWord | None:
        """The last date before `start` of one of these grains that does not end in one of the words `but`."""
        for word in reversed(self.met):
            if start - word.end > FAR:
                return None
            if cal.grain(word.date) in grains.split() and word.basis != "inferred" and self._last_two(word) not in but:
                return word
        return None

    def _last_two(self, word: TimeWord) -> str:
        last = bisect_left(self.starts, word.end)
        return " ".join(lexeme.word for lexeme in self.lexemes[max(0, last - 2) : last])

    def _superseded(self, word: TimeWord) -> bool:
        """Is it the day for which something was “first set”, “originally planned”?"""
        place = bisect_left(self.starts, word.start)
        return any(lexeme.word in _sets()["superseded"] for lexeme in self.lexemes[max(0, place - 4) : place])

    def same_day(self, place: int) -> str | None:
        """The day that “the same day” means: of its sentence or the one before, else the one nearest to publication."""
        days = [word for word in self.met[-REACH:] if cal.grain(word.date) == "day" and not self._superseded(word)]
        begins = self.lexemes[self.sentence(max(0, self.sentence(place)[0] - 2))[0]].start
        if not days or days[-1].start >= begins or not self.published:
            return days[-1].date if days else None
        if self.headed:
            return self.headed.date
        return min(reversed(days), key=lambda word: abs((cal.first_day(word.date) - self.published).days)).date


@cache
def _abbreviated() -> frozenset[str]:
    """Words whose full stop ends no sentence: “Dr.”, “Gen.”."""
    return frozenset(word.rstrip(".") for word in language("abbreviations")["titles"].split())


@cache
def _plans() -> frozenset[str]:
    return _sets()["future"] | _sets()["future_if_to"] | _sets()["future_if_infinitive"]


@cache
def _sets() -> dict[str, frozenset[str]]:
    """The word lists about tense, as sets."""
    return {name: frozenset(words) for name, words in language("calendar")["tense"].items()}
