"""Find: a parsed document → its facts, one generator a kind, each `Doc -> Iterator[Fact]`."""

from collections.abc import Iterable, Iterator
from importlib import import_module

from spacy.tokens import Doc

from dossier.facts import Fact, Furniture
from dossier.pipeline import parse
from dossier.seeds import Document

GENERATORS = ("amounts", "percents", "dates", "persons", "meetings", "statements", "topics")


def furniture(doc: Doc) -> Iterator[Furniture]:
    """One fact a line of page furniture, with its role."""
    document = doc._.document
    for line in doc._.lines:
        if line.zone == "furniture":
            yield Furniture.at(document.text, document.id, line.start, line.end, role=line.role, why=line.why)


def _generators():
    for name in GENERATORS:
        try:
            yield getattr(import_module(f"dossier.find.{name}"), name)
        except ModuleNotFoundError:
            continue
    yield furniture


def find(doc: Doc) -> Iterator[Fact]:
    """Every fact of the document, kind by kind."""
    for generator in _generators():
        yield from generator(doc)


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda fact: (fact.start, fact.end, fact.kind, fact.model_dump_json()))


def facts_in(document: Document, naive: bool = False) -> list[Fact]:
    """Every fact of one document, in the order of the text."""
    (doc,) = parse([document], naive=naive)
    return in_order(find(doc))
