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
        data = tense_words()
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
        plan = place and self.lexemes[place - 1].word in _plans()
        return (
            self.lexemes[place].word == "to" and after[:1].islower() and after not in tense_words()["noun_opens"] and not plan
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
