"""Word lists under `language/`: loaded once, as strings, and looked up word by word."""

import re
from collections.abc import Iterable
from functools import cache

from spacy.tokens import Doc

from dossier.wordlists import strings

# How the tokenizer cuts a phrase: at spaces and hyphens; stops and apostrophes stay inside a word.
_WORD = re.compile(r"(?:[^\W_]\.)+[^\W_]?\.?|St\.|No\.|['’]s\b|[^\W_]+(?:['’](?!s\b)[^\W_]+)*|[^\w\s]")
_VOWELS = frozenset("aeiou")


@cache
def load(name: str) -> dict:
    """The word lists of `language/<name>.yml`, every scalar a string."""
    return strings(name)


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of a file as a set, as written."""
    return frozenset(load(name)[key])


@cache
def lowered(name: str, key: str) -> frozenset[str]:
    """One list of a file as a set, in lower case."""
    return frozenset(word.lower() for word in load(name)[key])


def forms(verb: str) -> dict[str, str]:
    """Inflected form → its kind (base, s, past, ing) of a regular verb, its particle left out; a
    doubled consonant (`stop`) is written in the data as `stop+p`.
    """
    stem, _, doubled = verb.partition("+")
    past = stem + doubled + "ed"
    gerund = stem + doubled + "ing"
    third = stem + "s"
    if stem.endswith("e"):
        past, gerund = stem + "d", stem[:-1] + "ing"
    elif stem.endswith("y") and stem[-2] not in _VOWELS:
        past, third = stem[:-1] + "ied", stem[:-1] + "ies"
    elif stem.endswith(("s", "sh", "ch", "x", "z")):
        third = stem + "es"
    return {stem: "base", third: "s", gerund: "ing", past: "past"}


def cut(phrase: str) -> list[str]:
    """The words of a phrase as spaCy's English tokenizer cuts them."""
    return _WORD.findall(phrase)


class Phrases:
    """A phrase list by first word: looked up where a text has that word, so that nothing is built for a vocabulary.

    `values` maps a phrase to what it means; `find(doc)` gives (start, end, value) of the longest
    matches from left to right, none overlapping.
    """

    def __init__(self, values: dict[str, object]):
        self.values: dict[tuple[str, ...], object] = {}
        self.sizes: dict[str, list[int]] = {}
        for phrase, value in values.items():
            key = tuple(cut(phrase))
            self.values.setdefault(key, value)
            self.sizes.setdefault(key[0], []).append(len(key))
        self.sizes = {word: sorted(set(sizes), reverse=True) for word, sizes in self.sizes.items()}

    def find(self, doc: Doc) -> list[tuple[int, int, object]]:
        """Longest matches, from left to right."""
        texts = [token.text for token in doc]
        found, last = [], 0
        for start, word in enumerate(texts):
            if word in self.sizes and start >= last and (end := self._longest(texts, start)):
                found.append((start, end, self.values[tuple(texts[start:end])]))
                last = end
        return found

    def _longest(self, texts: list[str], start: int) -> int | None:
        """Where the longest phrase that begins at `start` ends."""
        sizes = self.sizes[texts[start]]
        return next((start + size for size in sizes if tuple(texts[start : start + size]) in self.values), None)


def upper_variants(values: dict[str, object]) -> dict[str, object]:
    """The phrases, and their all-caps spelling where it is no other phrase or short word."""
    capitals = {p.upper(): v for p, v in values.items() if len(p) > 3}
    return {**capitals, **values}


def ordered(values: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Phrase → value, the first to claim a phrase wins."""
    table: dict[str, object] = {}
    for phrase, value in values:
        table.setdefault(phrase, value)
    return table
