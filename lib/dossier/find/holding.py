"""Holding: whom an office without a name in its phrase means: the name after a comma, or who is named elsewhere."""

from dossier.find.bodies import office_printed, offices_near
from dossier.find.discourse import Discourse
from dossier.find.gathering import Person
from dossier.find.office import Office, title_of
from dossier.find.ranks import called, rank
from dossier.find.register import indexed
from dossier.lexicon import load, lowered

NEAR = 2  # sentences after “the ambassador” in which the name is told
_BROAD = frozenset(load("meetings")["broad_titles"])


def apposed(d: Discourse, k: int) -> list[str]:
    """“his counterpart, Dr Ann Lee”, “the vice-president, the economist Ann Lee”: the name after the comma."""
    r = d.r
    k = next((office.end - 1 for office in offices_near(d, k) if office.left <= k < office.end), k)
    k = _phrase_end(d, k)
    if k < 0 or r.words[k + 1 : k + 2] != [","]:
        return []
    for j in range(k + 2, min(k + 10, r.sentence(k)[1])):
        if j in d.name_ends:
            return [person.name for person in d.persons_at.get(j, [])]
        if r.tags[j] not in ("DT", "JJ", "NN", "NNP", "NNPS", "HYPH", "PRP$", "IN", ".") or r.low[j] in lowered(
            "meetings", "not_apposed"
        ):
            return []
    return []


def _phrase_end(d: Discourse, k: int) -> int:
    """The last word before the comma that may follow “the chair of the committee of the Sejm”."""
    r, end = d.r, d.r.sentence(k)[1] if k >= 0 else 0
    j = k
    while 0 <= j < min(k + 12, end - 1) and (
        r.low[j + 1] in ("of", "the", "for", "and", "to", "from") or r.capital[j + 1] and j + 1 not in d.name_ends
    ):
        j += 1
    return j if 0 <= j < end - 1 and r.words[j + 1] == "," else k


def holding(d: Discourse, k: int) -> list[str]:
    """“the foreign ministers of Peru and Chile”, named only later: the one holder of each such office in the text."""
    office = next((o for o in offices_near(d, k) if o.left <= k < o.end), None)
    if office is None:
        return []
    if not office.plural and not office.countries and not office.country and d.r.low[office.left] == "the":
        alike = indexed(d, "head").get(office.lemma, [])
        key = rank(office_printed(d.r, office))
        soon = len(alike) == 1 and d.r.sent_of[alike[0].mentions[0].start] <= d.r.sent_of[k] + NEAR
        if soon and (len(key) < 2 or called(key, alike[0])):
            return [alike[0].name]
        fits = [p for p in alike if called(key, p) == 2]
        return [fits[0].name] if len(fits) == 1 and len(key) > 1 else []
    if office.plural and not office.countries:
        alike = _alike(d, office)
        return [p.name for p in alike] if len(alike) == 2 else []
    countries = list(dict.fromkeys(office.countries or ([office.country] if office.country else [])))
    held = [holder(d, office, country) for country in countries]
    wanted = max(2, len(countries)) if office.plural else 1
    return [p.name for p in held if p] if len(held) == wanted and all(held) else []


def _alike(d: Discourse, office: Office) -> list[Person]:
    """“their energy ministers”: those with an office of the same charge, by its first word, of different countries."""
    charge = title_of(d.r, office).split()[:-1]
    found = indexed(d, "charge").get(charge[0], []) if charge else []
    return found if len({p.country for p in found}) == len(found) else []


def holder(d: Discourse, office: Office, country: str) -> Person | None:
    title = title_of(d.r, office).strip()
    fits = [
        p
        for p in indexed(d, "country").get(country, [])
        if any(t == title or title.endswith(t) and t in _BROAD for t in map(str.strip, p.titles))
    ]
    if office.plural and not fits:  # “the leaders of Benin and Togo”: “Togo's president, A”, “Benin's B”
        there = indexed(d, "country").get(country, [])
        fits = [p for p in there if called(rank(title), p)] or [p for p in there if not p.titles]
    return fits[0] if len(fits) == 1 else None
