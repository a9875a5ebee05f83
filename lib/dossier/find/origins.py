"""Origins: in which countries a name is usual, by its letters, endings and words. A hint, never more: names travel.

What a reader concludes where a text leaves two countries open: of Vietnam's and the Philippines' presidents, Trần Hữu
Khánh is Vietnam's. The data (`language/origins.yml`) are of languages and peoples, not of persons.
"""

import re
from functools import cache
from typing import NamedTuple

from dossier.find.folding import fold
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
    letters = set(low)
    known = [_of_word(word) for word in said]
    for number, people in enumerate(_peoples()):
        told = sum(one.get(number, 0) for one in known) + LETTERS * (not people.letters.isdisjoint(letters))
        told += HYPHEN * (people.hyphened and _SMALL_SECOND.search(name) is not None)
        for country in people.countries if told else ():
            points[country] = max(points.get(country, 0), told * people.weight)
    best = max(1, *points.values()) if points else 1  # a mere ending is half a sign
    settled = dict.fromkeys(load("origins")["of many origins"], SETTLED) if points else {}
    return settled | {country: max(told / best, settled.get(country, 0)) for country, told in points.items()}


@cache
def _of_word(word: str) -> dict[int, float]:
    """Number of a people → how well the word fits its names."""
    found: dict[int, float] = dict.fromkeys(_whole().get(word, ()), 1)
    for number, people in enumerate(_peoples() if len(word) >= SHORTEST else ()):
        if number in found:
            continue
        ends = people.ends if word.endswith(people.ends) else ()
        if endings := [len(end) for end in ends if word.endswith(end) and len(word) > len(end) + 1]:
            found[number] = min(1, max(endings) / ENDING)
        elif word.startswith(people.begins):
            found[number] = BEGINS
    return found


@cache
def _whole() -> dict[str, list[int]]:
    """Word → the numbers of the peoples among whose names it is."""
    found: dict[str, list[int]] = {}
    for number, people in enumerate(_peoples()):
        for word in people.words:
            found.setdefault(word, []).append(number)
    return found


def _plain(word: str) -> str:
    return word.lower() if word.isascii() else fold(word).translate(_MORE)


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
