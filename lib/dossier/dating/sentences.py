"""Tense by words: does what is dated lie ahead, by the words of its sentence?

A mixin of `timewords.Reader`, which holds the lexemes and their letters. It needs no parse; `find.dates` puts the
parse beside it.
"""

from bisect import bisect_left, bisect_right
from functools import cache
from itertools import pairwise

from dossier.dating.expression import REACH
from dossier.lexemes import language


class Sentences:
    """What the sentence around a date tells of its tense."""

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
        before = self.lexemes[place - 1].printed if place else ""
        if len(before) == 1 and before.isupper():
            return False  # “George W. Bush”
        return self.spelt[place] == "." and (follows is None or (follows.spaced and not follows.printed[:1].islower()
                                             and self.spelt[place - 1] not in "zEd" and not self._of_hour(place)
                                             and self.lexemes[place - 1].word not in _abbreviated()))  # fmt: skip

    def _of_hour(self, place: int) -> bool:
        """The stop of “5 p.m. EST”, “9 a.m. Tuesday” ends no sentence."""
        goes_on = _is_zone(self.lexemes[place + 1].printed) or self.spelt[place + 1] in "WEOoz"
        return self.lexemes[place - 1].word == "m" and goes_on

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
        data = tense_words()
        near = self._before_clock(places.start) if places and places.step < 0 else -1
        deadline = True if near >= 0 and self._deadline(near) else None
        for n in places:
            word, after = self.lexemes[n].word, self.lexemes[n + 1].word if n + 1 < len(self.lexemes) else ""
            if word in _plans() and self._no_more(n):
                return False  # “a visit first set for March”
            if word == "to" and after == "be" and self._to_be_done(n):
                return True
            if clause and word in ("before", "after") and near - n <= 1:
                continue  # “it would be ready before the end of July”
            if (clause and word in data["clause"]) or self._infinitive(n):
                return deadline
            if word in data["present_for_future"] and self.lexemes[n - 1].word not in data["noun_opens"]:
                return True
            if word in data["future_if_infinitive"] and after == "to":
                return True
            if word in data["future"]:
                return True
            if word in ("to", "until", "till") and 0 <= near - n <= 1 and self.put_off(n):
                return True
            if places.step > 0 and word in language("calendar")["undertakes"]:
                return False  # “on Wednesday they agreed to …”
            if word in data["future_if_to"] and after in ("to", "for"):
                return True
            if self._may_be_past(n):
                helper = self.lexemes[n - 1].word if n else ""
                if word.endswith("ed") and (helper in data["noun_opens"] or helper in data["before_participle"]):
                    continue  # “cargoes of liquefied gas”
                if helper == "be" or (helper == "have" and self.lexemes[n - 2].word == "to"):
                    continue  # “will be signed”, “were to have met”: the helper tells
                if word == "have" and helper == "to":
                    continue
                return False if after != "to" else deadline
        return deadline

    def _may_be_past(self, place: int) -> bool:
        """Is it a verb in the past, or a participle of one?"""
        data, word = tense_words(), self.lexemes[place].word
        past = word in data["past"] or (word.endswith("ed") and len(word) > 4 and word not in data["no_past"])
        return past and (word in ("ago", "since") or self.verbal(self.lexemes[place].start))

    def _no_more(self, place: int) -> bool:
        """Is the plan told at `place` one that holds no more: “originally planned”, “had at first been set”?"""
        held = tense_words()["superseded"]
        before = [lexeme.word for lexeme in self.lexemes[max(0, place - 3) : place]]
        return bool(before) and (before[-1] in held or bool(held - {"first"} & set(before)))

    def overtaken(self, start: int, end: int) -> bool:
        """Was it planned for then, before something came of it or not: “had been due to expire on Friday”?"""
        first, _ = self.places(start, end)
        words = [self.lexemes[n].word for n in range(self.sentence(first)[0], first)]
        plans = [n for n, word in enumerate(words) if word in _plans()]
        before = self.sentence(first)[0] - 2
        if before > 0 and self.cancelled(before):
            return False  # what is said to be off has not yet been
        return bool(plans) and ("previously" in words or ["had", "been"] == words[plans[-1] - 2 : plans[-1]])

    def was_planned(self, start: int, end: int) -> bool:
        """“They were due to decide in December”, in the teller's own words: perhaps they did not."""
        first, last = self.places(start, end)
        opened, closed = self.sentence(first)
        words = [self.lexemes[n].word for n in range(opened, first)]
        plans = [n for n, word in enumerate(words) if word in _plans() or word == "to"]
        plans = [n for n in plans if words[n] not in ("was", "were")]
        reported = language("calendar")["announces"]
        told = any(self.lexemes[n].word in reported for n in range(opened, closed))
        was = [n for n in plans[-2:] if words[n - 1] in ("was", "were")]  # “were due to decide”, “was to meet”
        return bool(was) and not told

    def thwarted(self, start: int, end: int) -> bool:
        """“He was to meet the king on Sunday but fell ill”."""
        first, last = self.places(start, end)
        follow = {self.lexemes[n].word for n in range(last, min(last + 3, self.sentence(first)[1]))}
        return "but" in follow and self.was_planned(start, end)

    def _before_clock(self, place: int) -> int:
        """The lexeme before the hour of a day, if that stands at `place`: “until 5 p.m. EST Nov. 9”."""
        clock = tense_words()["clock"]
        for n in range(place, max(-1, place - 8), -1):
            lexeme = self.lexemes[n]
            before = self.lexemes[n - 1]
            zone = _is_zone(lexeme.printed) and (before.word in (*clock, ".") or before.kind == "time")
            hour = lexeme.kind in ("time", "number", "initials") or lexeme.printed == "." or zone
            if lexeme.word not in clock and not hour:
                return n
        return place

    def _deadline(self, place: int) -> bool:
        """“by”, “no later than”, “as soon as” before a date: it lies ahead of what is told."""
        word, before = self.lexemes[place].word, self.lexemes[place - 1].word
        return word == "by" or (word, before) in (("than", "later"), ("as", "soon"), ("as", "early"))

    def put_off(self, place: int) -> bool:
        """Is what stands before “to”, “until” a verb that puts off: “was moved this week to 19 August”?"""
        reach = 6 if self.lexemes[place].word == "to" else 16
        words = [lexeme.word for lexeme in self.lexemes[max(0, place - reach) : place]]
        return bool(tense_words()["put_off"] & set(words)) or any(
            one in ("put", "pushed", "brought") and two in ("off", "back", "forward") for one, two in pairwise(words)
        )

    def _to_be_done(self, place: int) -> bool:
        """“an exercise to be held in May” lies ahead; “began to be used”, “had to be stopped” do not."""
        data, word = tense_words(), self.lexemes[place - 1].word if place else ""
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
        if self.lexemes[place].word != "to" or (place and self.lexemes[place - 1].word in _plans()):
            return False
        return after[:1].islower() and after not in tense_words()["noun_opens"]

    def cancelled(self, place: int) -> bool:
        """Does the sentence say that what was planned did not come about?"""
        opened, closed = self.sentence(place)
        return self._calls_off([self.lexemes[n].word for n in range(opened, closed)])

    def dropped(self, start: int, end: int) -> bool:
        """Does the sentence go on to say that what was planned for then “was called off”, “fell through”?"""
        first, last = self.places(start, end)
        return self._calls_off([self.lexemes[n].word for n in range(last, self.sentence(first)[1])])

    def _calls_off(self, words: list[str]) -> bool:
        data = tense_words()
        off = any(one in data["off_after"] and two in ("off", "through") for one, two in pairwise(words))
        never = any(one in ("not", "never") and two in data["happen"] for one, two in pairwise(words))
        return off or never or bool(data["cancelled"] & set(words))

    def gone(self, start: int, end: int) -> bool:
        """Does the sentence go on to say that the day “came and went”, that a term lapsed then?"""
        first, last = self.places(start, end)
        words = [self.lexemes[n].word for n in range(last, self.sentence(first)[1])]
        went = any(one == "came" and three == "went" for one, three in zip(words, words[2:], strict=False))
        return went or bool(tense_words()["gone"] & set(words))


def _is_zone(printed: str) -> bool:
    """May it be a time zone: EST, GMT?"""
    return printed.isupper() and 2 <= len(printed) <= 4


@cache
def _abbreviated() -> frozenset[str]:
    """Words whose full stop ends no sentence: “Dr.”, “Gen.”."""
    return frozenset(word.rstrip(".") for word in language("abbreviations")["titles"].split())


@cache
def _plans() -> frozenset[str]:
    return tense_words()["future"] | tense_words()["future_if_to"] | tense_words()["future_if_infinitive"]


@cache
def tense_words() -> dict[str, frozenset[str]]:
    """The word lists about tense, as sets."""
    return {name: frozenset(words) for name, words in language("calendar")["tense"].items()}
