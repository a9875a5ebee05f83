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
NAMING = ("named home", "headline home")  # evidence that a country is named, and no more


class Home:
    """The evidence of a text for each of its countries, and what it tells of a bare office."""

    def __init__(self, scene: Scene, bare: list[Case]):
        self.scene, self.r, self.bare = scene, scene.r, bare
        self._of_text = of_text(scene, bare)
        self.codes = sorted({code for counts in self._of_text.values() for code in counts})
        self._alone: dict[Person, dict[str, dict[str, float]]] = {}
        self.weights = {name: float(weight) for name, weight in load("allegiance")["weights"].items()}

    def surest_first(self) -> list[Case]:
        """The cases by how far the first country leads the second: what one tells may decide the next."""
        return sorted(self.bare, key=lambda case: _lead(self._ranked(case)), reverse=True)

    def country(self, case: Case) -> str | None:
        """The country for which most speaks, and rather than one that is only named; none where two are alike."""
        ranked = self._ranked(case)
        shown = [code for _, code in ranked if self._more_than_named(case, code)]
        return None if _lead(ranked) < CLEAR else shown[0] if shown else ranked[0][1]

    def sure(self, case: Case) -> str | None:
        """The country of a private office: only where far more speaks for one, and the name is usual there."""
        ranked = self._ranked(case)
        if not ranked or _lead(ranked) < SURE or origins(case.person.name).get(ranked[0][1], 0) < USUAL:
            return None
        return ranked[0][1] if any(self._of_text[name][ranked[0][1]] for name in ROOTED) else None

    def _ranked(self, case: Case) -> list[tuple[float, str]]:
        """The countries that the person may be of, and how much speaks for each, most first."""
        barred = self.scene.barred(case)
        found = self.evidence(case)
        worth = [(self.worth(found[code]), code) for code in self.codes if code not in barred]
        return sorted(worth, key=lambda found: (-found[0], found[1]))

    def _more_than_named(self, case: Case, code: str) -> bool:
        found = self.evidence(case)[code]
        return any(self.weights[name] * value > 0 for name, value in found.items() if name not in NAMING)

    def worth(self, evidence: dict[str, float]) -> float:
        return sum(self.weights[name] * value for name, value in evidence.items())

    def evidence(self, case: Case) -> dict[str, dict[str, float]]:
        """Country → name of each kind of evidence → how much of it there is.

        Of an envoy, or somebody who cannot be of the country that the text is told from, what makes a country a
        foreign one speaks for it.
        """
        met = {person.country for person in [*self.scene.across(case), *self.scene.facing(case)]}
        alone = self._own(case)
        home = {code: self._told(code, "home") | alone[code] | {"meets": float(code in met)} for code in self.codes}
        foremost = max(home, default=None, key=lambda code: self.worth(home[code]))
        if not (self._envoy(case) or foremost in self.scene.barred(case)):
            return home
        return {code: self._told(code, "envoy") | alone[code] | {"meets": float(code in met)} for code in self.codes}

    def _envoy(self, case: Case) -> bool:
        """One who serves abroad, it is not said where: here. “Becomes ambassador to X” is told at home."""
        leaves = case.mention.why.startswith("office by verb")
        return case.person.posted() and not leaves and not self.scene.postings(case.person)

    def _told(self, code: str, here: str) -> dict[str, float]:
        return {f"{name} {here}": counts[code] for name, counts in self._of_text.items()}

    def _own(self, case: Case) -> dict[str, dict[str, float]]:
        """What the person and the words around tell of each country, whoever the others are; found once."""
        if case.person not in self._alone:
            section, acted, usual = self._sections.of(case.left), acting(self.scene, case), origins(case.person.name)
            implied, near = _implied(self.r, case), self._near(case)
            self._alone[case.person] = {
                code: {"section": float(section == code), "acted": float(acted == code), "name": usual.get(code, 0)}
                | {"implied": float(implied == code)} | {name: float(code in codes) for name, codes in near.items()}
                for code in self.codes
            }  # fmt: skip
        return self._alone[case.person]

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
