"""Journeys: who visits which country, in a text."""

from functools import cached_property
from typing import NamedTuple

from dossier.lexicon import load, words
from dossier.find.places import PLAIN, Places
from dossier.find.reading import BREAK


PARTS = frozenset((",", ".", ";", ":", "and", "who", BREAK))


class Journey(NamedTuple):
    """A visit to a country: by whom (their country, where it is told), or by one whose country is not (`bare`)."""

    country: str | None
    to: str
    bare: bool


class Journeys(Places):
    """Visits and arrivals, where they lead, and the two sides of a meeting."""

    def side(self, k: int) -> str | None:
        """“on the Omani side”: the country at word `k`, if it is one of two sides."""
        r, place = self.r, self.r.place[k]
        before = r.low[place.start - 2 : place.start]
        stands = r.low[place.end : place.end + 1] == ["side"] and before in (["on", "the"], ["from", "the"])
        return place.code if stands else None

    def leads_to(self, k: int) -> str | None:
        """Where a word of travel leads, if there is one at word `k`."""
        return self._destination(k) if k + 2 < len(self.r) else None

    def destination(self, before: int) -> str | None:
        """Where the last journey told before word `before`, in its paragraph, leads."""
        first = self.r.paragraph_start(before)
        return next((to for k in range(before - 1, first - 1, -1) if (to := self.leads_to(k))), None)

    def _destination(self, k: int) -> str | None:
        """“visit to X”, “arrived in X”, “visited X”: the country named."""
        r, word = self.r, self.r.low[k]
        links = load("allegiance")["journeys"].get(word)
        if links is None:
            return None
        link = next((j for j in range(k + 1, min(k + 4, len(r))) if r.low[j] in links), None)
        if link and not any(r.place[j] or r.words[j] in PARTS for j in range(k + 1, link)):
            k = link  # “returned last week from X”
        elif "" not in links:
            return None
        near = (r.place[j] for j in range(k + 1, min(k + 5, len(r))) if r.place[j])
        return next((p.code for p in near if p.form in PLAIN or r.low[p.end : p.end + 1] == ["capital"]), None)

    @cached_property
    def journeys(self) -> list[Journey]:
        """Visits, arrivals and postings: who is a guest, and in which country."""
        r, found = self.r, []
        for k in range(len(r) - 2):
            if r.low[k] in words("allegiance", "visiting") and r.place[k + 1]:
                found.append(Journey(r.place[k + 1].code, "", False))
            elif to := self._destination(k):
                found.append(self._journey(k, to))
        return [j for j in found if j.country != j.to]

    def _journey(self, k: int, to: str) -> Journey:
        """Who travels: the last person named before word `k` in the sentence, else in the one before."""
        for number in (self.r.sent_of[k], self.r.sent_of[k] - 1):
            before = [(m.start, p) for m, p in self.in_sentence(number) if m.start < k]
            if before:
                who = max(before, key=lambda pair: pair[0])[1]
                return Journey(who.country, to, bool(who.offices) and who.country is None)
        return Journey(None, to, False)
