"""Bridging: who holds the office that a text tells without a name, where it names somebody without office beside it.

Told before the name: “Colombia's foreign minister will not come. Luis Soto was to have opened …”, “Malawi's president
received the premier of Lesotho. A told B …”; after it: “A met his host on Monday. The French president said …”. A name
that is usual in other countries only (`origins`) is not the holder's.
"""

from collections.abc import Sequence

from dossier.find.gathering import Person
from dossier.find.mention import role
from dossier.find.office import Office, printed, title_of
from dossier.find.origins import origins
from dossier.find.ranks import called, rank
from dossier.find.reading import Reading
from dossier.lexicon import words

ACTS = ("nsubj", "nsubjpass")
AHEAD = 2  # sentences after the office in which its holder is named
BACK = 3  # sentences before
NEW = frozenset("a an another any some no every".split())
TOLD_OTHERWISE = frozenset(("of", "from", "at"))  # “Ann Moss of Oxfam” is introduced by these
APPOSED = (["a"], ["an"], ["the"], ["his"], ["her"], ["their"])
FITS = 0.5  # how well a name fits a country at least


def bridge(r: Reading, found: list[Person], held: list[Office]) -> None:
    """Give each office told without a name, and with its country, to whom the sentences beside it name without one."""
    bare = [p for p in found if not (p.offices or any(m.offices for m in p.mentions) or introduced(r, p))]
    if not bare:
        return
    named = {id(o) for person in found for m in person.mentions for o in m.offices}
    known: dict[tuple, bool] = {}
    open_offices = [o for o in held if id(o) not in named and _definite(r, o) and not _held(r, o, found, known)]
    told: dict[int, list[Person]] = {}
    for person in bare:
        for number in dict.fromkeys(r.sent_of[m.start] for m in person.mentions):
            told.setdefault(number, []).append(person)
    by_sentence: dict[int, list[Office]] = {}
    for office in open_offices:
        by_sentence.setdefault(r.sent_of[office.head], []).append(office)
    for number, here in by_sentence.items():
        near = {id(p): p for k in range(number - BACK, number + AHEAD + 1) for p in told.get(k, ()) if not p.offices}
        for person, office in _pairs(r, here, sorted(near.values(), key=lambda p: p.mentions[0].start), number):
            _give(r, person, office)


def introduced(r: Reading, person: Person) -> bool:
    """“Ann Moss of Oxfam”, “Ann Moss, a neighbour”: whom the words after the name introduce."""
    after = r.low[person.mentions[0].end : person.mentions[0].end + 2]
    return after[:1] != [] and after[0] in TOLD_OTHERWISE or after[:1] == [","] and after[1:] in APPOSED


def _definite(r: Reading, office: Office) -> bool:
    """“Peru's president”, “the emir of Qatar”, “the French premier”; not “a Peruvian minister”, nor “officials”."""
    if not (len(office.countries) > 1 if office.plural else office.country):
        return False
    if office.lemma in words("offices", "unofficial") or office.implied:
        return False
    start = r.sentence(office.head)[0]
    return NEW.isdisjoint(r.low[max(start, office.left - 1) : office.head])


def _held(r: Reading, office: Office, found: list[Person], known: dict[tuple, bool]) -> bool:
    """Does somebody hold the office by the text's own words? Asked once of each."""
    key, countries = rank(printed(r, office)), tuple(office.countries or [office.country])
    if (key, countries) not in known:
        held = (p for p in found if p.offices and (p.country in countries or not p.country and may_hold(p, countries[0])))
        known[key, countries] = any(called(key, p) for p in held)
    return known[key, countries]


def _pairs(r: Reading, here: list[Office], bare: list[Person], number: int) -> list[tuple[Person, Office]]:
    """Who holds which of a sentence's offices: named before it, in the first sentence that names anybody, or later."""
    single = [o for o in here if not o.plural]
    if said := _all_before(r, single, bare, number):
        return said
    later = [p for p in bare if here[0].head < p.mentions[0].start and r.sent_of[p.mentions[0].start] <= number + AHEAD]
    first = min((r.sent_of[p.mentions[0].start] for p in later), default=number)
    new = [p for p in later if r.sent_of[p.mentions[0].start] == first]
    if several := next((o for o in here if o.plural and len(o.countries) == len(new) > 1), None):
        return _each(new, several)
    if first == number:
        return []
    told = _in_order(r, single, new)
    for office in single:  # “Ghana's president saw Togo's premier. A was pleased. B will return the visit”
        fits = [p for p in later if _acts(r, p) and (_fit(p, office.country) or 0) >= FITS]
        free = [p for p in fits if not any(p is one for one, _ in told)]
        if len(free) == 1 and not any(office is one for _, one in told):
            told.append((free[0], office))
    return told


def _acts(r: Reading, person: Person) -> bool:
    """Is the name a subject, alone or in a list, or “X himself”?"""
    mention = person.mentions[0]
    token = r.token(mention.end - 1)
    while token.dep_ in ("conj", "appos", "compound", "nmod") and token.head != token:
        token = token.head
    return token.dep_ in ACTS or r.low[mention.end : mention.end + 1] in (["himself"], ["herself"])


def _all_before(r: Reading, offices: list[Office], bare: list[Person], number: int) -> list[tuple[Person, Office]]:
    """“A saw B. | The French president told | the Polish leader …”: to each whose name fits its country best."""
    fits = sorted((told for o in offices for told in _before(r, o, bare, number)), key=lambda told: told[:2])
    found: list[tuple[Person, Office]] = []
    for *_, person, office in reversed(fits):
        if not any(p is person or o is office for p, o in found):
            found.append((person, office))
    return found


def _before(r: Reading, office: Office, bare: list[Person], number: int) -> list[tuple[float, int, Person, Office]]:
    """Who is named shortly before, how well the name fits the country, and where."""
    if r.low[office.left] != "the" and r.low[office.left - 1] != "the":
        return []
    if r.low[office.left - 1] == "by":  # “A stopped at a plea by the premier”: another
        bare = [p for p in bare if all(r.sent_of[m.start] != number for m in p.mentions)]
    return [
        (fit, m.start, p, office)
        for p in bare if (fit := _fit(p, office.country))
        for m in p.mentions if m.start < office.left and number - r.sent_of[m.start] <= BACK
    ]  # fmt: skip


def _in_order(r: Reading, offices: list[Office], new: list[Person]) -> list[tuple[Person, Office]]:
    """As many names as offices, in their order; else the subject's, to whom acts first."""
    if not offices or role(r, new[0].mentions[0]) not in ACTS:
        return []
    if len(offices) == len(new):
        return [(p, o) for p, o in zip(new, offices, strict=True) if may_hold(p, o.country)]
    acting = [o for o in offices if r.token(o.head).dep_ in ACTS] or (offices if len(offices) == 1 else [])
    return [(new[0], acting[0])] if acting and may_hold(new[0], acting[0].country) else []


def _each(new: Sequence[Person], office: Office) -> list[tuple[Person, Office]]:
    """“The premiers of Greece and Turkey met. A and B …”: each of the country in whose place the name stands."""
    if not all(may_hold(p, code) for p, code in zip(new, office.countries, strict=True)):
        return []
    for person, code in zip(new, office.countries, strict=True):
        person.country = person.country or code
    return [(person, office) for person in new]


def _fit(person: Person, country: str | None) -> float | None:
    """How well the name fits the country, beside the one it fits best; None if it is another's, 0 if nothing tells."""
    if person.country not in (None, country):
        return None
    told = origins(person.name)
    if person.country == country or not told:
        return 1.0 if person.country else 0.0
    own = told.get(country or "", 0) / max(told.values())
    return own or None


def may_hold(person: Person, country: str | None) -> bool:
    """May somebody of that name hold an office of the country? A title (“Dame Ann Moss”) asks for one, whatever."""
    if person.mentions[0].why.startswith("title") and person.country in (None, country):
        return True
    fit = _fit(person, country)
    return fit is not None and (fit == 0 or fit >= FITS or country in origins(person.name))


def _give(r: Reading, person: Person, office: Office) -> None:
    person.offices, person.titles = [printed(r, office)], [*person.titles, title_of(r, office)]
    person.country = person.country or office.country
    person.international |= office.international
    person.why += f"; office told beside the name: {printed(r, office)}"
