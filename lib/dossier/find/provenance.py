"""Provenance: what a text as a whole tells of each country: where it is dated and published, whose money it counts in,
which it names often, whose people it tells of as foreigners.
"""

import re
from collections import Counter
from collections.abc import Iterator
from math import log

from spacy.tokens import Doc

from dossier.countries import Mention, in_text, table
from dossier.find.amounts import sums
from dossier.find.dated import dated
from dossier.find.gathering import Person
from dossier.find.origins import origins
from dossier.find.private import private
from dossier.find.reading import Reading, raw
from dossier.find.scene import Case, Scene
from dossier.find.surroundings import actor, there
from dossier.lexicon import words

SHOWN = ("name", "demonym", "capital", "national")  # forms by which a country is named
PLACED = frozenset(("navigation", "byline", "source", "legal"))  # furniture that tells where a text is from
ABOVE = frozenset(("headline", "standfirst", "caption"))
PLACES = ("dateline", "imprint", "headline", "opens", "capital", "money", "region")  # what tells where a text is at
SHORT = 5  # words of an opening that is no sentence
PAIRING = frozenset(("and", ",", "-", "–", "or"))
_ITEMS = re.compile(r"[|/·•>»←→,;]|\s{2,}")  # what parts the items of a menu


def of_text(scene: Scene, bare: list[Case]) -> dict[str, Counter]:
    """Kind of evidence → country → how much of it there is in the text; `bare`: the offices told without a country."""
    r, doc, venues = scene.r, scene.r.doc, words("allegiance", "venues")
    shown = (
        p
        for p in r.places
        if p.code and p.form in SHOWN and p.start not in scene.in_names and r.text(p.start, p.end) not in venues
        and not _of_birth(r, p)
    )
    named = Counter(p.code for p in shown)
    found = {
        "named": Counter({code: log(1 + n) for code, n in named.items()}),
        "dateline": Counter(dict.fromkeys(dated(doc), 1)),
        "imprint": Counter(dict.fromkeys(_imprint(doc), 1)),
        "lead": Counter(_lead(r)),
        "headline": Counter(dict.fromkeys((code for line in _lines(doc, ABOVE) for code in in_text(line)), 1)),
        "opens": Counter(_opening(scene)),
        "capital": Counter({code: log(1 + n) for code, n in _capitals(r).items()}),
        "money": _money(doc),
        "region": Counter({code: log(1 + n) for code, n in _regions(scene).items()}),
        "told": Counter({code: min(n, 2) for code, n in _told(scene).items()}),
        "met": Counter(dict.fromkeys((p.country for case in bare for p in scene.across(case)), 1)),
        "host": Counter(dict.fromkeys((j.to for j in scene.journeys if j.country and j.to), 1)),
        "abroad": Counter(dict.fromkeys((j.to for j in scene.journeys if j.bare), 1)),
        "envoy": Counter(dict.fromkeys((p.country for p in scene.found if p.country and p.posted()), 1)),
        "names": _names(named, bare),
    }  # fmt: skip
    return found | {"told": _beside_others(found, named)}


def _beside_others(found: dict[str, Counter], named: Counter) -> Counter:
    """How many are told with a country's name: it tells of foreigners only where some other country is at home."""
    at_home = {code for kind in PLACES for code, n in found[kind].items() if n} | {c for c, n in named.items() if n > 1}
    return Counter({code: n for code, n in found["told"].items() if at_home - {code}})


def _of_birth(r: Reading, place: Mention) -> bool:
    """“The commissioner, a New Zealander, said”: whence somebody is does not tell whom they serve."""
    alone = place.form in ("demonym", "people") and r.low[place.start - 1] in ("a", "an")
    return alone and r.words[place.end : place.end + 1] in ([","], [";"], ["."])


def _lead(r: Reading) -> list[str]:
    """The country named first, unless in one breath with another: “Spain and Finland”."""
    first = next((p for p in r.places if p.code and p.form in ("name", "demonym")), None)
    paired = first is not None and first.end + 1 < len(r) and r.low[first.end] in PAIRING and r.place[first.end + 1]
    return [first.code] if first and not paired else []


def _opening(scene: Scene) -> list[str]:
    """The country that acts in the first sentence, or whose minister does: what the text is about."""
    r = scene.r
    number = next((n for n, (start, end) in enumerate(r.sents) if end - start > SHORT), None)
    if number is None:
        return []
    acted = scene.subject(*r.sents[number]) or actor(scene, number, r.sents[number][1])
    return [acted] if acted else []


def _capitals(r: Reading) -> Counter:
    """“in Quito”: capitals as places where something happens."""
    inside = (p for p in r.places if p.code and p.form == "capital" and r.low[p.start - 1] in ("in", "at", "from"))
    return Counter(p.code for p in inside if there(r, p.start))


def _names(named: Counter, bare: list[Case]) -> Counter:
    """Of the countries named, how many of the bare offices' holders have a name that is usual there."""
    usual = [origins(case.person.name) for case in bare]
    return Counter({code: sum(one.get(code, 0) for one in usual) / len(usual) for code in named if usual})


def _told(scene: Scene) -> Counter:
    """Persons whose country the text names."""
    r = scene.r
    return Counter(
        p.country for p in scene.found if p.country and _by_name(r, p) and not p.posted() and not private(r, p)
    )


def _by_name(r: Reading, person: Person) -> bool:
    """Does the phrase say whose: no institution, nor one's name (“head of the Finnish Navy”), no rule of ours?"""
    if "; country:" in person.why:
        return False
    held = [o for m in person.mentions for o in m.offices]
    whose = (k for o in held for k in range(o.left, o.end) if k < o.start or k in o.skipped)
    places = [place for place in map(r.place.__getitem__, whose) if place]
    stated = person.country in (mention.country for mention in person.mentions)
    return stated or any(place.form not in ("national", "capital") for place in places)


def _imprint(doc: Doc) -> Iterator[str]:
    """Countries in the lines that tell where the text is from; there a demonym names a language."""
    shown = [*_lines(doc, PLACED), (doc._.document.publisher or "") if doc._.document else ""]
    yield from (code for line in shown for code in _plain(line))


def _lines(doc: Doc, kinds: frozenset[str]) -> Iterator[str]:
    """The lines of these zones or roles."""
    text = raw(doc)
    yield from (text[l.start : l.end] for l in doc._.lines or () if l.zone in kinds or l.role in kinds)


def _regions(scene: Scene) -> Counter:
    return Counter(filter(None, map(scene.region, sorted({town.start for town in scene.r.towns.values()}))))


def _money(doc: Doc) -> Counter:
    """Countries whose own money the text counts in (the first two letters of an ISO currency), by share of sums."""
    if doc._.document is None:
        return Counter()
    own = Counter(one.unit[:2] for one in sums(doc) if one.unit not in words("offices", "world currencies"))
    return Counter({code: n / own.total() for code, n in own.items()})


def _plain(line: str) -> list[str]:
    """Countries of a line, without those of which the name of a language stands alone: “Home | Sport | English”."""
    items = (item.strip().removesuffix(" English") for item in _ITEMS.split(line))
    return [
        code
        for item in items
        if (known := table().get(item)) is None or known.form != "demonym"
        for code in in_text(item)
    ]
