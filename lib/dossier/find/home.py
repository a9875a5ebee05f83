"""Home: what a text as a whole tells of the country of a bare office.

A text names the country of a foreign office and leaves out its own. Each kind of evidence for or against a country
has a name and a weight (`language/allegiance.yml`): what the text as a whole tells of it (`provenance`), what stands
around the office (`surroundings`), whether the person's name is usual there, whether the person meets somebody who
serves it. The country with the greatest sum is taken; the surest case first, for it may decide the next.
"""

from collections import Counter
from functools import cached_property
from math import log

from dossier.countries import table
from dossier.find.gathering import Person
from dossier.find.origins import origins
from dossier.find.provenance import of_text
from dossier.find.reading import Reading
from dossier.find.scene import Case, Scene
from dossier.find.sections import Sections
from dossier.find.surroundings import acting_near, surroundings
from dossier.lexicon import load, words

SURE, USUAL = 7, 0.5  # by how much it must for a private office, whose holder's name is so usual there
LEAST = 0  # what must speak for a country, all told
CLEAR = 0.05  # by how much the first must lead the second
ROOTED = ("dateline", "imprint", "money", "region")  # evidence that a text is of a country
HOME, ABROAD, NEAR = "home", "envoy", "near"  # what a country is to an office: where it serves, or whence it is sent


class Home:
    """The evidence of a text for each of its countries, and what it tells of a bare office."""

    def __init__(self, scene: Scene, bare: list[Case]):
        self.scene, self.r, self.bare = scene, scene.r, bare
        self._of_text = of_text(scene, bare)
        self._named = {code for counts in self._of_text.values() for code in counts}
        implied = {case.office.implied for case in bare if case.office and case.office.implied}
        self.codes = sorted(self._named | implied)
        self.weights = {
            kind: {name: float(weight) for name, weight in weights.items()}
            for kind, weights in load("allegiance")["weights"].items()
        }
        self._text = {here: {code: self._told(code, here) for code in self.codes} for here in (HOME, ABROAD)}
        self._own: dict[Person, dict[str, float]] = {}
        self._settled: Counter[str] = Counter()

    def surest_first(self) -> list[Case]:
        """The cases by how far the first country leads the second: what one tells may decide the next."""
        return sorted(self.bare, key=lambda case: _lead(self._ranked(case)), reverse=True)

    def country(self, case: Case) -> str | None:
        """The country for which most speaks; none where two are alike."""
        ranked = self._ranked(case)
        if not ranked or ranked[0][0] < LEAST or _lead(ranked) < CLEAR:
            return None
        self._settled[ranked[0][1]] += not self._envoy(case)
        return ranked[0][1]

    def sure(self, case: Case) -> str | None:
        """The country of a private office: only where far more speaks for one, and the name is usual there, or where
        the text tells of one country alone, and the office is a whole trade's (“the chamber of industry”).
        """
        if len(self.codes) == 1 and self._of_a_trade(case):
            return self.codes[0]
        ranked = self._ranked(case)
        if not ranked or ranked[0][1] in self.scene.opposed(case):
            return None
        if _lead(ranked) < SURE or origins(case.person.name).get(ranked[0][1], 0) < USUAL:
            return None
        return ranked[0][1] if any(self._of_text[name][ranked[0][1]] for name in ROOTED) else None

    def _of_a_trade(self, case: Case) -> bool:
        office = case.office
        said = set(self.r.low[office.left : office.end]) if office else set()
        return not words("allegiance", "of a trade").isdisjoint(said)

    def _ranked(self, case: Case) -> list[tuple[float, str]]:
        """The countries that the person may be of, and how much speaks for each, most first."""
        excluded, worth = self.scene.excluded(case), self._worth(case)
        return sorted(((worth[code], code) for code in self.codes if code not in excluded), key=_most_first)

    def _worth(self, case: Case) -> dict[str, float]:
        own, met = self._of_person(case), self._met(case)
        told = self._text[ABROAD if self._envoy(case) else HOME]
        near, weights = acting_near(self.scene, case), self.weights[NEAR]
        acts = {code: sum(weights[name] for name, found in near.items() if code in found) for code in told}
        if not self._envoy(case):
            acts = {code: worth + weights["settled"] * log(1 + self._settled[code]) for code, worth in acts.items()}
        return {code: worth + own.get(code, 0) + met.get(code, 0) + acts[code] for code, worth in told.items()}

    def _met(self, case: Case) -> dict[str | None, float]:
        """What speaks against the countries of those whom the person meets."""
        met = {person.country for person in [*self.scene.across(case), *self.scene.facing(case)]}
        opposed = dict.fromkeys(self.scene.opposed(case), self.weights[NEAR]["opposed"])
        return dict.fromkeys(met, self.weights[NEAR]["meets"]) | opposed

    def _envoy(self, case: Case) -> bool:
        """One who serves abroad, it is not said where: here. “Becomes ambassador to X” is told at home."""
        leaves = case.mention.why.startswith("office by verb")
        return case.person.posted() and not leaves and not self.scene.postings(case.person)

    def _told(self, code: str, here: str) -> float:
        """What the text as a whole tells of a country, summed up."""
        return sum(weight * self._of_text[name][code] for name, weight in self.weights[here].items())

    def _of_person(self, case: Case) -> dict[str, float]:
        """Country → what the name and the words around tell of it, whosever the others are; found once."""
        if case.person not in self._own:
            implied = _implied(self.r, case)
            near = surroundings(self.scene, case) | {
                "section": {self._sections.of(case.left)},
                "implied": {implied} & self._named,
                "suggested": {implied} - self._named,
            }
            usual, weights = origins(case.person.name), self.weights[NEAR]
            own = {code: weights["name"] * usual[code] for code in self.codes if code in usual}
            for name, codes in near.items():
                own |= {code: own.get(code, 0) + weights[name] for code in codes if code}
            self._own[case.person] = own
        return self._own[case.person]

    @cached_property
    def _sections(self) -> Sections:
        return Sections(self.r)


def _most_first(found: tuple[float, str]) -> tuple[float, str]:
    return -found[0], found[1]


def _lead(ranked: list[tuple[float, str]]) -> float:
    """By how much the first leads the second; the only one leads by all it has."""
    worth = [worth for worth, _ in ranked[:2]]
    return worth[0] - worth[1] if len(worth) > 1 else sum(map(abs, worth), CLEAR * len(worth))


def _implied(r: Reading, case: Case) -> str | None:
    """The country that the office suggests (“Foreign Secretary”, “Foreign Office spokesman”), where others have one."""
    office = case.office
    if office is None or office.implied:
        return office and office.implied
    bodies = (r.place[k] for k in range(office.start, office.end) if r.place[k] and r.place[k].form == "national")
    return next((table()[r.text(body.start, body.end)].code for body in bodies), None)
