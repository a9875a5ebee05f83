"""Localities: cities, provinces, states and lands → the country they lie in, where only one has one of the name.

Provinces come from the package `countryinfo`, more of them from `language/demonyms.yml`, cities from
`language/cities.tsv`. Spellings differ from paper to paper (“Aqtau”, “Aktau”; “Basrah”, “Basra”), so names are compared
by a skeleton of theirs.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from countryinfo._cache import load_countries

from dossier.countries import table
from dossier.lexicon import cut, load, words

SHORTEST = 4  # letters of a name that is looked up
SHARED = "-"  # stands for a country where a name is several countries'
_ALIKE = str.maketrans({"q": "k", "w": "v", "y": "i", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ə": "a", "’": "'"})
_DOUBLED = re.compile(r"(.)\1")
Key = tuple[str, ...]


def locality(said: list[str]) -> str | None:
    """Country of a city or province by its words, or None: `locality(["Aqtau"]) == "KZ"`."""
    return _table().get(_key(said))


def locality_at(said: list[str], k: int) -> tuple[int, str] | None:
    """End and country of the longest name of a locality that begins at word `k`, or None."""
    for size in _sizes().get(_skeleton(said[k]), ()):
        if code := locality(said[k : k + size]):
            return k + size, code
    return None


def _key(said: list[str]) -> Key:
    return tuple(_skeleton(word) for word in said)


@cache
def _skeleton(word: str) -> str:
    """What is left of a spelling when diacritics, doubled letters and letters that stand for one another are gone."""
    plain = word.lower()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return _DOUBLED.sub(r"\1", plain.translate(_ALIKE).rstrip("h"))


@cache
def _table() -> dict[Key, str | None]:
    """Key of a name → code; None where two countries have one of the name."""
    found: dict[Key, str | None] = {}
    for code, name in (*_own(), *_cities(), *_provinces()):
        key = _key(cut(name))
        if len(name) >= SHORTEST:
            found[key] = code if code != SHARED and found.get(key, code) == code else None
    return found


@cache
def _sizes() -> dict[str, list[int]]:
    """First word of a name → how many words the names that begin so have, longest first."""
    sizes: dict[str, set[int]] = {}
    for key in _table():
        sizes.setdefault(key[0], set()).add(len(key))
    return {first: sorted(lengths, reverse=True) for first, lengths in sizes.items()}


def _own() -> Iterator[tuple[str, str]]:
    yield from ((code, name) for code, names in load("demonyms")["regions"].items() for name in names)


def _cities() -> Iterator[tuple[str, str]]:
    text = (files("dossier") / "language" / "cities.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            code, names = line.split("\t")
            yield from ((code, name) for name in names.split("|"))


def _provinces() -> Iterator[tuple[str, str]]:
    skipped = words("demonyms", "dependencies") | words("demonyms", "past")
    common = words("names", "never") | words("names", "given") | table().keys()
    for entry in load_countries()["countries"].values():
        code = (entry.get("ISO") or {}).get("alpha2")
        for name in entry.get("provinces") or () if code and code not in skipped else ():
            if isinstance(name, str) and name not in common:
                yield code, name
