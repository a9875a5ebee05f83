"""Home: what a text as a whole tells of the country of a bare office.

A text names the country of a foreign office and leaves out its own. Each kind of evidence for or against a country
has a name and a weight (`language/allegiance.yml`): that the text is dated or published there, counts in its money,
names it often, or in the sentence of the office, that the person's name, or those of all bare offices, are usual there;
and that it gives others' offices that country by name, that the bare offices meet its people, or that its envoy serves
here. The country with the greatest sum is taken.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from math import log

from dossier.countries import in_text, table
from dossier.find.amounts import sums
from dossier.find.dated import dated
from dossier.find.gathering import Person
from dossier.find.origins import origins
from dossier.find.private import private
from dossier.find.reading import BREAK, raw
from dossier.find.scene import Case, Scene
from dossier.find.sections import Sections
from dossier.find.whereabouts import acting
from dossier.lexicon import load, words

SHOWN = ("name", "demonym", "capital", "national")  # forms by which a country is named
NEAR, CLEAR = 40, 0.05  # words back that count as near; by how much the first must lead the second
NAMING = ("named home", "headline home")  # evidence that a country is named, and no more
OUTSIDE = frozenset(("related", "promo", "comments", "tags"))  # furniture that tells of other stories
_ITEMS = re.compile(r"[|/·•>»←→,;]|\s{2,}")  # what parts the items of a menu
PLACED = frozenset(("navigation", "byline", "source", "legal"))  # furniture that tells where a text is from


class Home:
    """The evidence of a text for each of its countries, and what it tells of a bare office."""

    def __init__(self, scene: Scene, bare: list[Case]):
        self.scene, self.r, self.doc, self.bare = scene, scene.r, scene.r.doc, bare
        self._acted: dict[Person, str | None] = {}
        self.weights = {name: float(weight) for name, weight in load("allegiance")["weights"].items()}

    def surest_first(self) -> list[Case]:
        """The cases by how far the first country leads the second: what one tells may decide the next."""
        return sorted(self.bare, key=lambda case: _lead(self._ranked(case)), reverse=True)

    def country(self, case: Case) -> str | None:
        """The country for which most speaks, and rather than one that is only named; none where two are alike."""
        ranked = self._ranked(case)
        shown = [code for _, code in ranked if self._more_than_named(case, code)]
        return None if _lead(ranked) < CLEAR else shown[0] if shown else ranked[0][1]

    def _ranked(self, case: Case) -> list[tuple[float, str]]:
        """The countries that the person may be of, and how much speaks for each, most first."""
        barred = self.scene.barred(case)
        abroad = self._is_abroad(case)
        worth = [(self.worth(case, code, abroad), code) for code in self.codes if code not in barred]
        return sorted(worth, key=lambda found: (-found[0], found[1]))

    def _is_abroad(self, case: Case) -> bool:
        """Is it an envoy, or somebody who cannot be of the country for which most speaks?"""
        barred = self.scene.barred(case)
        return self._abroad(case) or bool(barred - {None}) and self._foremost(case) in barred

    def _more_than_named(self, case: Case, code: str) -> bool:
        found = self.evidence(case, code, self._is_abroad(case))
        return any(self.weights[name] * value > 0 for name, value in found.items() if not name.startswith(NAMING))

    def _foremost(self, case: Case) -> str | None:
        """The country for which most speaks, be it barred or not."""
        return max(self.codes, default=None, key=lambda code: self.worth(case, code))

    def worth(self, case: Case, code: str, abroad: bool | None = None) -> float:
        return sum(self.weights[name] * value for name, value in self.evidence(case, code, abroad).items())

    def _abroad(self, case: Case) -> bool:
        leaves = case.mention.why.startswith("office by verb")  # “becomes ambassador to X”: told at home
        return case.person.posted() and not leaves

    def evidence(self, case: Case, code: str, abroad: bool | None = None) -> dict[str, float]:
        """Name of each kind of evidence → how much of it there is for the country.

        `abroad`: is it an envoy, or somebody who cannot be of the country that the text is told from? What makes a
        country a foreign one then speaks for it.
        """
        here = "envoy" if (self._abroad(case) if abroad is None else abroad) else "home"
        text = {f"{name} {here}": counts[code] for name, counts in self._of_text.items()}
        own: dict[str, float] = {
            "section": self._sections.of(case.left) == code,
            "acted": self._acting(case) == code,
            "meets": any(person.country == code for person in self.scene.across(case)),
            "name": origins(case.person.name).get(code, 0),
        }
        return text | self._near(case, code) | {name: float(value) for name, value in own.items()}

    def _acting(self, case: Case) -> str | None:
        if case.person not in self._acted:
            self._acted[case.person] = acting(self.scene, case)
        return self._acted[case.person]

    @cached_property
    def _sections(self) -> Sections:
        return Sections(self.r)

    @cached_property
    def codes(self) -> list[str]:
        return sorted({code for counts in self._of_text.values() for code in counts})

    @cached_property
    def _of_text(self) -> dict[str, Counter]:
        venues = words("allegiance", "venues")
        shown = (p for p in self.r.places if p.code and p.form in SHOWN and self.r.text(p.start, p.end) not in venues)
        named = Counter(p.code for p in shown)
        return {
            "named": Counter({code: log(1 + n) for code, n in named.items()}),
            "dateline": Counter(dict.fromkeys(dated(self.doc), 1)),
            "imprint": Counter(dict.fromkeys(self._imprint(), 1)),
            "headline": Counter(dict.fromkeys(self._headline(), 1)),
            "money": self._money(),
            "region": Counter({code: log(1 + n) for code, n in self._regions().items()}),
            "told": Counter({code: min(n, 2) for code, n in self._told().items()}),
            "met": Counter(dict.fromkeys((p.country for case in self.bare for p in self.scene.across(case)), 1)),
            "guest": Counter(dict.fromkeys(filter(None, (j.country for j in self.scene.journeys)), 1)),
            "host": Counter(dict.fromkeys((j.to for j in self.scene.journeys if j.country and j.to), 1)),
            "abroad": Counter(dict.fromkeys((j.to for j in self.scene.journeys if j.bare), 1)),
            "envoy": Counter(dict.fromkeys((p.country for p in self.scene.found if p.country and p.posted()), 1)),
            "names": self._names(named),
        }  # fmt: skip

    def _names(self, named: Counter) -> Counter:
        """Of the countries named, how many of the bare offices' holders have a name that is usual there."""
        usual = [origins(case.person.name) for case in self.bare]
        return Counter({code: sum(one.get(code, 0) for one in usual) / len(usual) for code in named if usual})

    def _told(self) -> Counter:
        """Offices of state whose country the text names."""
        return Counter(
            p.country for p in self.scene.found
            if p.country and p.offices and self._by_name(p) and not private(self.r, p)
        )  # fmt: skip

    def _by_name(self, person: Person) -> bool:
        """Does the phrase say whose: no institution, nor one's name (“head of the Finnish Navy”), no rule of ours?"""
        if "; country:" in person.why:
            return False
        held = [o for m in person.mentions for o in m.offices]
        whose = (k for o in held for k in range(o.left, o.end) if k < o.start or k in o.skipped)
        places = [place for place in map(self.r.place.__getitem__, whose) if place]
        stated = person.country in (mention.country for mention in person.mentions)
        return stated or any(place.form not in ("national", "capital") for place in places)

    def _imprint(self) -> Iterator[str]:
        """Countries in the lines that tell where the text is from; there a demonym names a language."""
        shown = list(self._lines(frozenset(), PLACED))
        document = self.doc._.document
        shown += [document.publisher or ""] if document else []
        yield from (code for line in shown for code in _plain(line))

    def _headline(self) -> Iterator[str]:
        yield from self._around({"headline", "standfirst", "caption"}, frozenset())

    def _around(self, zones: set[str], roles: frozenset[str]) -> Iterator[str]:
        yield from (code for line in self._lines(frozenset(zones), roles) for code in in_text(line))

    def _lines(self, zones: frozenset[str], roles: frozenset[str]) -> Iterator[str]:
        text = raw(self.doc)
        yield from (text[l.start : l.end] for l in self.doc._.lines or () if l.zone in zones or l.role in roles)

    def _regions(self) -> Counter:
        return Counter(filter(None, map(self.scene.region, sorted({town.start for town in self.r.towns.values()}))))

    def _money(self) -> Counter:
        """Countries whose own money the text counts in (the first two letters of an ISO currency), by share of sums."""
        if self.doc._.document is None:
            return Counter()
        own = Counter(one.unit[:2] for one in sums(self.doc) if one.unit not in words("offices", "world currencies"))
        return Counter({code: n / own.total() for code, n in own.items()})

    def _near(self, case: Case, code: str) -> dict[str, float]:
        """Where the country is named before the office: in its sentence, in the paragraph, as the last of all."""
        r, found = self.r, {"same sentence": 0.0, "same paragraph": 0.0, "nearest": 0.0}
        last, barred = None, self.scene.barred(case)
        for k in range(case.left - 1, max(-1, case.left - NEAR), -1):
            if r.words[k] == BREAK:
                break
            if r.place[k] and r.place[k].code and r.place[k].code not in barred:
                last = last or r.place[k]
                if r.place[k].code == code:
                    found["same sentence" if k >= case.start else "same paragraph"] = 1.0
        found["nearest"] = float(last is not None and last.code == code and not self._paired(last.start))
        return found

    def _paired(self, k: int) -> bool:
        """“Spain and Finland”: neither is nearer."""
        return self.r.low[k - 1] in ("and", ",", "or") and self.r.place[k - 2] is not None


def _plain(line: str) -> list[str]:
    """Countries of a line, without those of which the name of a language stands alone: “Home | Sport | English”."""
    items = (item.strip() for item in _ITEMS.split(line))
    return [
        code
        for item in items
        if (known := table().get(item)) is None or known.form != "demonym"
        for code in in_text(item)
    ]


def _lead(ranked: list[tuple[float, str]]) -> float:
    """By how much the first leads the second; the only one leads by all it has."""
    worth = [worth for worth, _ in ranked[:2]]
    return worth[0] - worth[1] if len(worth) > 1 else sum(map(abs, worth), CLEAR * len(worth))
