"""Topics: what each sentence of the body is about, by the terms of `language/sectors.yml`.

Offices (“Minister of Defence”), names of institutions, companies and venues, and senses that a term does not mean
here (“in power”, “oil painting”) are masked first. A sentence without a term is about `other`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from spacy.tokens import Doc

from dossier.facts import Topic
from dossier.wordlists import typed

OTHER = "other"
NEAR = 1  # sentences before and after in which a sector must be named for a weak term to count
Terms = Mapping[str, Sequence[str]]  # sector → further terms, in the notation of sectors.yml


def topics(doc: Doc, sectors: Terms | None = None) -> Iterator[Topic]:
    """One topic a body sentence: its sectors in the order of sectors.yml, and the words that decided.

    `sectors` adds terms of the subject to the language's own.
    """
    document = doc._.document
    extra = tuple((sector, tuple(terms)) for sector, terms in (sectors or {}).items() if terms)
    sentences = list(doc.sents)
    strong = [about(sentence.text, extra) for sentence in sentences]
    for number, sentence in enumerate(sentences):
        near = {sector for found in strong[max(0, number - NEAR) : number + NEAR + 1] for sector in found}
        found = with_weak(sentence.text, strong[number], near)
        yield Topic.at(
            document.text, document.id, sentence.start_char, sentence.end_char,
            sectors=list(found) or [OTHER], terms=[word for words in found.values() for word in words], why=_why(found),
        )  # fmt: skip


def about(sentence: str, extra: tuple = ()) -> dict[str, list[str]]:
    """sector → the words of the sentence that speak for it, each once."""
    plain = " ".join(sentence.split())
    likely = [item for item in patterns("sectors", extra).items() if item[1].search(plain)]
    hidden = masked(plain) if likely else ""
    found = {sector: [match[0] for match in pattern.finditer(hidden)] for sector, pattern in likely}
    return {sector: list(dict.fromkeys(words)) for sector, words in found.items() if words}


def with_weak(sentence: str, strong: dict[str, list[str]], near: set[str]) -> dict[str, list[str]]:
    """The sectors of a sentence without a strong term, by words that speak for a sector of the sentences `near` it."""
    if strong or not near:
        return strong
    hidden = masked(" ".join(sentence.split()))
    found = {
        sector: [match[0] for match in pattern.finditer(hidden)]
        for sector, pattern in patterns("weak").items()
        if sector in near
    }
    return {sector: list(dict.fromkeys(words)) for sector, words in found.items() if words}


def masked(sentence: str) -> str:
    """The sentence with offices, names and other senses hidden; where all is capital, no name is known by capitals."""
    masks, names = _masks()
    for pattern in () if sentence.isupper() else names:
        sentence = pattern.sub(_hidden, sentence)
    small = sentence.lower()
    for stems, pattern in masks:
        if any(stem in small for stem in stems):
            sentence = pattern.sub(_hidden, sentence)
    return sentence


def _hidden(match: re.Match) -> str:
    return "_" * len(match[0])


def _why(found: dict[str, list[str]]) -> str:
    return "; ".join(f"{sector}: {', '.join(words)}" for sector, words in found.items()) or "no term of any sector"


@cache
def patterns(strength: str = "sectors", extra: tuple = ()) -> dict[str, re.Pattern]:
    """sector → one pattern of all its terms, strong (`sectors`) or `weak`; `extra` may bring sectors of its own."""
    terms = {_expand(sector): list(words) for sector, words in _data()[strength].items()}
    for sector, words in extra:
        terms.setdefault(_expand(sector), []).extend(words)
    return {
        name: re.compile(rf"(?<![\w-])(?:{'|'.join(map(_expand_term, words))})(?![\w])", re.IGNORECASE)
        for name, words in terms.items()
    }


@cache
def _masks() -> tuple[list[tuple[tuple[str, ...], re.Pattern]], list[re.Pattern]]:
    """Masks with the stems that call for them, and names."""
    data = _data()
    return (
        [
            (tuple(stems.split()), re.compile(rf"\b(?:{_expand_term(mask)})", re.IGNORECASE))
            for stems, masks in data["masks"].items()
            for mask in masks
        ],
        [re.compile(rf"(?<!\w)(?:{_expand_term(name)})") for name in data["names"]],
    )


@cache
def _data() -> dict:
    return typed("sectors")


def _expand(name: str) -> str:
    """A sector's id: `(-)` is nothing there."""
    return name.replace("(-)", "")


def _expand_term(term: str) -> str:
    """The regular expression of a term or mask: named words filled in, `(-)` and `*` as the data file says."""
    words = _data()["words"]
    while named := re.search(r"\{([a-z]+)\}", term):
        term = term.replace(named[0], words[named[1]])
    return re.sub(r"(?<=\w)(?<!\\w)\*", r"\\w*", term.replace("(-)", "[- ]?"))
