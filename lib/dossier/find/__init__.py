"""Find: a parsed document → its facts. One generator a kind, each `Doc -> Iterator[Fact]`, in files of their names."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from dossier.facts import Fact, Furniture
from dossier.find.amounts import amounts
from dossier.find.dates import dates
from dossier.find.meetings import meetings
from dossier.find.percents import percents
from dossier.find.persons import persons
from dossier.find.statements import statements
from dossier.find.topics import Terms, topics
from dossier.pipeline import parse
from dossier.document import Document


def furniture(doc: Doc) -> Iterator[Furniture]:
    """One fact a line of page furniture, with its role."""
    document = doc._.document
    for line in doc._.lines:
        if line.zone == "furniture":
            yield Furniture.at(document.text, document.id, line.start, line.end, role=line.role, why=line.why)


# Persons come before meetings and statements, which speak of them.
GENERATORS = (amounts, percents, dates, persons, meetings, statements, topics, furniture)


def find(doc: Doc, sectors: Terms | None = None) -> Iterator[Fact]:
    """Every fact of the document, kind by kind; `sectors` adds terms of the subject to the language's own."""
    for generator in GENERATORS:
        yield from topics(doc, sectors) if generator is topics else generator(doc)


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """The facts in the order of the text; two of one place by kind, then by all they say."""
    return sorted(facts, key=lambda fact: (fact.start, fact.end, fact.kind, fact.model_dump_json()))


def facts_in(document: Document, naive: bool = False, sectors: Terms | None = None) -> list[Fact]:
    """Every fact of one document, in the order of the text; `naive` takes the page furniture for body."""
    (doc,) = parse([document], naive=naive)
    return in_order(find(doc, sectors))
