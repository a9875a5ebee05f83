"""Man or woman: what titles, callings and names tell of whom “he” and “she” can mean."""

from functools import cache, lru_cache

from dossier.find.gathering import Person
from dossier.lexicon import load
from dossier.find.folding import fold

SHORTEST = 4  # letters of a name that its ending may judge


def female(person: Person) -> bool | None:
    """True for a woman, False for a man, None where nothing tells; a title outweighs a name."""
    if person.female is not None:
        return person.female
    called = _by_calling(tuple(person.titles))
    return called if called is not None else _by_name(person.name, person.country)


def told(person: Person) -> bool | None:
    """What a title, a calling or a listed name tells, and no ending of a name."""
    if person.female is not None:
        return person.female
    called = _by_calling(tuple(person.titles))
    return called if called is not None else _by_given(fold(person.name).lower())


def fits(person: Person, woman: bool) -> bool:
    """Can “she” (`woman`) or “he” mean the person?"""
    return female(person) in (None, woman)


@lru_cache(maxsize=1_000)
def _by_calling(titles: tuple[str, ...]) -> bool | None:
    callings = {word for title in titles for word in title.split()[-1:]}
    if callings & _names("women's callings"):
        return True
    return False if callings & _names("men's callings") else None


@cache
def _by_name(name: str, country: str | None) -> bool | None:
    parts = fold(name).lower().split()
    if len(parts) < 2:
        return None
    given, surname = parts[0].split("-")[0], parts[-1]
    if (listed := _by_given(parts[0])) is not None:
        return listed
    endings = (
        (f"women's given names in {country} end in", given, True),
        (f"men's given names in {country} end in", given, False),
        ("women's surnames end in", surname, True),
        ("men's surnames end in", surname, False),
        ("women's given names end in", given, True),
        ("men's given names end in", given, False),
    )
    for key, word, told in endings:
        if (
            key == "women's given names end in"
            and country
            and country not in load("gender")["women's given names end so in"]
        ):
            continue
        if key in load("gender") and len(word) >= SHORTEST and word.endswith(_endings(key)):
            return told
    return None


def _by_given(name: str) -> bool | None:
    given = name.split()[0].split("-")[0] if name.split() else ""
    return next((told for key, told in (("women", True), ("men", False)) if given in _names(key)), None)


@cache
def _names(key: str) -> frozenset[str]:
    return frozenset(fold(name).lower() for name in load("gender")[key])


@cache
def _endings(key: str) -> tuple[str, ...]:
    return tuple(fold(ending).lower() for ending in load("gender")[key])
