"""Word lists under `language/`: loaded once, as strings, and turned into phrase matchers.

YAML is read with every scalar a string: `NO` is Norway's code, never false.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import yaml
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# How the tokenizer cuts a phrase: at spaces and hyphens; stops and apostrophes stay inside a word.
_WORD = re.compile(r"(?:[^\W_]\.)+[^\W_]?\.?|St\.|No\.|['’]s\b|[^\W_]+(?:['’](?!s\b)[^\W_]+)*|[^\w\s]")
_VOWELS = frozenset("aeiou")


@cache
def load(name: str) -> dict:
    """The word lists of `language/<name>.yml`, every scalar a string."""
    text = (files("dossier") / "language" / f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_LOADER)


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
    """A phrase list as a PhraseMatcher, built once for a vocabulary.

    `values` maps a phrase to what it means; `find(doc)` gives (start, end, value) of the longest
    matches from left to right, none overlapping.
    """

    def __init__(self, values: dict[str, object]):
        self.values = list(values.values())
        self.phrases = list(values)
        self._built: tuple[Vocab, PhraseMatcher] | None = None

    def _matcher(self, vocab: Vocab) -> PhraseMatcher:
        if self._built is None or self._built[0] is not vocab:
            matcher = PhraseMatcher(vocab)
            for number, phrase in enumerate(self.phrases):
                matcher.add(f"phrase-{number}", [Doc(vocab, words=cut(phrase))])
            self._built = vocab, matcher
        return self._built[1]

    def find(self, doc: Doc) -> list[tuple[int, int, object]]:
        """Longest matches, from left to right."""
        strings = doc.vocab.strings
        matches = sorted(self._matcher(doc.vocab)(doc), key=lambda m: (m[1], -m[2]))
        found, last = [], 0
        for key, start, end in matches:
            if start >= last:
                found.append((start, end, self.values[int(strings[key][7:])]))
                last = end
        return found


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
