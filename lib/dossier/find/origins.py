"""Origins: in which countries a name is usual, by its letters, endings and words. A hint, never more: names travel.

What a reader concludes where a text leaves two countries open: of Vietnam's and the Philippines' presidents, Trần Hữu
Khánh is Vietnam's. The data (`language/origins.yml`) are of languages and peoples, not of persons.
"""

import re
from functools import cache
from typing import NamedTuple

from dossier.find.names import fold
from dossier.lexicon import load

SHORTEST = 5  # letters of a word whose beginning or ending tells something
SETTLED = 0.15  # how well any name fits a country of settlers
LETTERS, BEGINS, HYPHEN, ENDING = 1.2, 0.6, 1.5, 4  # how much each sign tells (a word: 1); letters of a full ending
_SMALL_SECOND = re.compile(r"\b[A-Z][a-z]+-[a-z]+\b")  # “Seo Min-jae”
_MORE = str.maketrans({"ð": "d", "þ": "th", "æ": "ae", "ß": "ss"})


class _People(NamedTuple):
    """What the names of one language look like, and in which countries it is at home."""

    countries: tuple[str, ...]
    letters: frozenset[str]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    words: frozenset[str]
    hyphened: bool
    weight: float


@cache
def origins(name: str) -> dict[str, float]:
    """Country → how well the name fits it: at most 1, for those it fits best; none where nothing tells.

    `origins("Bolat Nurmagambetov")["KZ"] == 1`; a name that tells nothing gives an empty table.
    """
    low = name.lower()
    said = [_plain(word) for part in low.split() if len(part.rstrip(".")) > 1 for word in part.split("-")]
    points: dict[str, float] = {}
    for people in _peoples():
        told = sum(_of_word(people, word) for word in said) + LETTERS * bool(people.letters & set(low))
        told += HYPHEN * (people.hyphened and _SMALL_SECOND.search(name) is not None)
        for country in people.countries if told else ():
            points[country] = max(points.get(country, 0), told * people.weight)
    best = max(1, *points.values()) if points else 1  # a mere ending is half a sign
    settled = dict.fromkeys(load("origins")["of many origins"], SETTLED) if points else {}
    return settled | {country: max(told / best, settled.get(country, 0)) for country, told in points.items()}


def _of_word(people: _People, word: str) -> float:
    if word in people.words:
        return 1
    if len(word) < SHORTEST:
        return 0
    endings = [len(end) for end in people.ends if word.endswith(end) and len(word) > len(end) + 1]
    return min(1, max(endings) / ENDING) if endings else BEGINS * word.startswith(people.begins)


def _plain(word: str) -> str:
    return fold(word).translate(_MORE)


@cache
def _peoples() -> list[_People]:
    return [
        _People(
            tuple(entry["in"]),
            frozenset(entry.get("letters", "")),
            tuple(map(_plain, entry.get("begins", ()))),
            tuple(map(_plain, entry.get("ends", ()))),
            frozenset(map(_plain, entry.get("words", ()))),
            "hyphen" in entry,
            float(entry.get("weight", 1)),
        )
        for entry in load("origins")["origins"]
    ]
