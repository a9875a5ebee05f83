"""Constitutions: countries that have no such office: a kingdom has no president, Indonesia no prime minister."""

from collections.abc import Set
from functools import cache

from dossier.find.gathering import Person
from dossier.find.ranks import Rank, rank
from dossier.lexicon import load


def without(person: Person, codes: Set[str]) -> set[str]:
    """Of these countries, those that have none of an office the person holds, former holders left out."""
    held = {rank(office) for office in person.offices}
    none = {code for key in held for code in _table("no such office").get(key, ())}
    alone = [_table("only office of")[key] for key in held if key in _table("only office of")]
    return none & codes | {code for code in codes if any(code not in some for some in alone)}


@cache
def _table(key: str) -> dict[Rank, frozenset[str]]:
    return {rank(office): frozenset(codes) for office, codes in load("allegiance")[key].items()}
