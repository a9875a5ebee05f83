"""Persons: names in the text, the office and country of each, and all places where they are named."""

from collections.abc import Iterator

from spacy.tokens import Doc

from dossier.facts import Person as PersonFact
from dossier.find import allegiance
from dossier.find.antecedent import complete
from dossier.find.counterparts import counterparts
from dossier.find.gathering import Person, gathered
from dossier.find.mentions import Mention, mentions, offices_of
from dossier.find.reading import Reading, raw, reading

__all__ = ["Mention", "Person", "offices_of", "people", "persons"]

if not Doc.has_extension("people"):
    Doc.set_extension("people", default=None)


def persons(doc: Doc) -> Iterator[PersonFact]:
    """One fact a person, at the first mention of the fullest name."""
    text, r = raw(doc), reading(doc)
    document = doc._.document.id if doc._.document else "text"
    for person in people(doc):
        start, end = r.chars(person.fullest().start, person.fullest().end)
        yield PersonFact.at(
            text, document, start, end,
            name=person.name, office=person.office, country=person.country, why=f"person: {person.why}",
        )  # fmt: skip


def people(doc: Doc) -> list[Person]:
    """The persons of a parsed document in order of first mention; found once, kept in `doc._.people`."""
    if doc._.people is None:
        doc._.people = _people(reading(doc))
    return doc._.people


def _people(r: Reading) -> list[Person]:
    found = gathered(r, mentions(r))
    r.doc.user_data["names"] = frozenset(part for person in found for part in person.parts())
    complete(r, found, offices_of(r.doc))
    counterparts(r, found)
    allegiance.settle(r, found)
    return found
