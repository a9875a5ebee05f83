"""The persons of a text by name, part of a name, country and office, so that nobody is looked for twice."""

from dossier.find.bodies import office_printed
from dossier.find.discourse import Discourse
from dossier.find.gathering import Person
from dossier.find.mentions import offices_of


def indexed(d: Discourse, key: str) -> dict[str, list[Person]]:
    """The persons by name, by each part of it, by country, by the last or by the first word of an office; made once."""
    tables = d.r.doc.user_data.get("partakers_by")
    if tables is None:
        tables = d.r.doc.user_data["partakers_by"] = {"name": {}, "part": {}, "country": {}, "head": {}, "charge": {}}
        for person in d.everyone:
            titles = [title.split() for title in person.titles if title.split()]
            keys = {
                "name": [person.name],
                "part": person.name.split(),
                "country": [person.country or ""],
                "head": [title[-1] for title in titles],
                "charge": [title[0] for title in titles],
            }
            for table, found in keys.items():
                for word in dict.fromkeys(found):
                    tables[table].setdefault(word, []).append(person)
    return tables[key]


def named(d: Discourse, name: str) -> list[Person]:
    """The persons of that name."""
    return indexed(d, "name").get(name, [])


def all_named(d: Discourse, who: list[str]) -> bool:
    names = indexed(d, "name")
    return all(name in names or len(name.split()) > 1 and name.istitle() for name in who)


def all_known(d: Discourse, who: list[str]) -> bool:
    """Is everyone a person, or an office as printed?"""
    any_named(d, who)
    return d.r.doc.user_data["known_partakers"] >= set(who)


def any_named(d: Discourse, who: list[str]) -> bool:
    """Is anyone a person, or an office as printed?"""
    known = d.r.doc.user_data.get("known_partakers")
    if known is None:
        known = {p.name for p in d.everyone} | {office_printed(d.r, office) for office in offices_of(d.r.doc)}
        d.r.doc.user_data["known_partakers"] = known
    return not known.isdisjoint(who)
