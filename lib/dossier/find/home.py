"""Home: what a text as a whole tells of the country of a bare office.

A text names the country of a foreign office and leaves out its own. Each kind of evidence for or against a country
has a name and a weight (`language/allegiance.yml`): what the text as a whole tells of it (`provenance`), whether it is
named near the office, or has just acted, whether the person's name is usual there, whether the person meets somebody
who serves it. The country with the greatest sum is taken; the surest case first, for it may decide the next.
"""

from functools import cached_property

from dossier.countries import table
from dossier.find.gathering import Person
from dossier.find.origins import origins
from dossier.find.provenance import of_text
from dossier.find.reading import BREAK, Reading
from dossier.find.scene import Case, Scene
from dossier.find.sections import Sections
from dossier.find.whereabouts import acting
from dossier.lexicon import load

SURE, USUAL = 5, 0.5  # by how much it must for a private office, whose holder's name is so usual there
NEAR, CLEAR = 40, 0.05  # words back that count as near; by how much the first must lead the second
ROOTED = ("dateline", "imprint", "money", "region")  # evidence that a text is of a country
HOME, ABROAD = "home", "envoy"  # what a country is to an office: where it serves, or whence its holder came
NAMING = frozenset(((HOME, "named"), (HOME, "headline")))  # evidence that a country is named, and no more


class Home:
    """The evidence of a text for each of its countries, and what it tells of a bare office."""

    def __init__(self, scene: Scene, bare: list[Case]):
        self.scene, self.r, self.bare = scene, scene.r, bare
        self._of_text = of_text(scene, bare)
        self.codes = sorted({code for counts in self._of_text.values() for code in counts})
        self.weights = {name: float(weight) for name, weight in load("allegiance")["weights"].items()}
        self._text = {here: {code: self._told(code, here) for code in self.codes} for here in (HOME, ABROAD)}
        self._own: dict[Person, dict[str, float]] = {}

    def surest_first(self) -> list[Case]:
        """The cases by how far the first country leads the second: what one tells may decide the next."""
        return sorted(self.bare, key=lambda case: _lead(self._ranked(case)), reverse=True)

    def country(self, case: Case) -> str | None:
        """The country for which most speaks, and rather than one that is only named; none where two are alike."""
        ranked = self._ranked(case)
        if not ranked or _lead(ranked) < CLEAR:
            return None
        here, own = self._here(case), self._of_person(case)
        return next((code for _, code in ranked if code in own or self._more_than_named(code, here)), ranked[0][1])

    def sure(self, case: Case) -> str | None:
        """The country of a private office: only where far more speaks for one, and the name is usual there."""
        ranked = self._ranked(case)
        if not ranked or _lead(ranked) < SURE or origins(case.person.name).get(ranked[0][1], 0) < USUAL:
            return None
        return ranked[0][1] if any(self._of_text[name][ranked[0][1]] for name in ROOTED) else None

    def _ranked(self, case: Case) -> list[tuple[float, str]]:
        """The countries that the person may be of, and how much speaks for each, most first."""
        barred, worth = self.scene.barred(case), self._worth(case, self._here(case))
        return sorted(((worth[code], code) for code in self.codes if code not in barred), key=_most_first)

    def _worth(self, case: Case, here: str) -> dict[str, float]:
        own, met = self._of_person(case), self._met(case)
        return {code: told + own.get(code, 0) + met.get(code, 0) for code, told in self._text[here].items()}

    def _here(self, case: Case) -> str:
        """Of an envoy, or somebody who cannot be of the country that the text is told from, what makes a country a
        foreign one speaks for it.
        """
        if self._envoy(case):
            return ABROAD
        worth = self._worth(case, HOME)
        return ABROAD if max(worth, default=None, key=worth.__getitem__) in self.scene.barred(case) else HOME

    def _met(self, case: Case) -> dict[str | None, float]:
        """What speaks against the countries of those whom the person meets."""
        met = {person.country for person in [*self.scene.across(case), *self.scene.facing(case)]}
        return dict.fromkeys(met, self.weights["meets"])

    def _envoy(self, case: Case) -> bool:
        """One who serves abroad, it is not said where: here. “Becomes ambassador to X” is told at home."""
        leaves = case.mention.why.startswith("office by verb")
        return case.person.posted() and not leaves and not self.scene.postings(case.person)

    def _told(self, code: str, here: str) -> float:
        """What the text as a whole tells of a country, summed up."""
        return sum(self.weights[f"{name} {here}"] * counts[code] for name, counts in self._of_text.items())

    def _more_than_named(self, code: str, here: str) -> bool:
        kinds = (name for name, counts in self._of_text.items() if counts[code] and (here, name) not in NAMING)
        return any(self.weights[f"{name} {here}"] > 0 for name in kinds)

    def _of_person(self, case: Case) -> dict[str, float]:
        """Country → what the person and the words around tell of it, whoever the others are; found once."""
        if case.person not in self._own:
            near = self._near(case) | {
                "section": {self._sections.of(case.left)},
                "acted": {acting(self.scene, case)},
                "implied": {_implied(self.r, case)},
            }
            usual = origins(case.person.name)
            own = {code: self.weights["name"] * usual[code] for code in self.codes if code in usual}
            for name, codes in near.items():
                own |= {code: own.get(code, 0) + self.weights[name] for code in codes if code}
            self._own[case.person] = own
        return self._own[case.person]

    @cached_property
    def _sections(self) -> Sections:
        return Sections(self.r)

    def _near(self, case: Case) -> dict[str, set[str | None]]:
        """The countries named before the office: in its sentence, in the paragraph, the last of all."""
        r, barred = self.r, self.scene.barred(case)
        found: dict[str, set[str | None]] = {"same sentence": set(), "same paragraph": set(), "nearest": set()}
        for k in range(case.left - 1, max(-1, case.left - NEAR), -1):
            if r.words[k] == BREAK:
                break
            if r.place[k] and r.place[k].code and r.place[k].code not in barred:
                first = not found["same sentence"] and not found["same paragraph"]
                found["same sentence" if k >= case.start else "same paragraph"].add(r.place[k].code)
                if first and not self._paired(r.place[k].start):
                    found["nearest"].add(r.place[k].code)
        return found

    def _paired(self, k: int) -> bool:
        """“Spain and Finland”: neither is nearer."""
        return self.r.low[k - 1] in ("and", ",", "or") and self.r.place[k - 2] is not None


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
