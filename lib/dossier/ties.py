"""Ties: which sentences of the documents are about both parties, and whether they tell of something as settled."""

import re
from collections.abc import Iterator
from functools import cache

import pandas as pd

from .countries import in_text as countries_in
from .subject import Subject
from .wordlists import typed

NEAR = 2  # sentences before and after that may name the other party
# A clause ends at a mark, or before a word that begins one; the “and” of “Chile and Peru” begins none.
CLAUSE = re.compile(
    r"[,;:—–]|\b(?:but|while|although|though|which|who|where|and (?:it|they|he|she|we|is|was|has|have|will|then|now))\b"
)


def naming(topics: pd.DataFrame, sector: str, subject: Subject) -> Iterator:
    """The sentences that name a sector and are about the ties."""
    rows = list(topics.itertuples())
    return (row for place, row in enumerate(rows) if sector in row.sectors and about_both(rows, place, subject))


def about_both(rows: list, place: int, subject: Subject) -> bool:
    """Does a sentence name both parties, or do its neighbours help it to both and it names no third?"""
    parties = {party.code for party in subject.parties}
    near = [row for row in rows[max(0, place - NEAR) : place + NEAR + 1] if row.document == rows[place].document]
    named, around = ({*countries_in(text)} for text in (rows[place].quote, " ".join(row.quote for row in near)))
    return parties <= named or (named <= parties and parties <= around)


def settled(text: str, start: int, end: int) -> bool:
    """Is what stands at `text[start:end]` told as so: denied nowhere in the sentence, and no mere wish in its clause?

    “A contract was signed, which could open doors” is settled; “a contract could be signed” is not.
    """
    breaks = [0, *(match.start() for match in CLAUSE.finditer(text)), len(text)]
    first, last = max(b for b in breaks if b <= start), min(b for b in breaks if b >= end)
    return not cues()["denied"].search(text) and not cues()["open"].search(text[first:last])


def within(sentence, facts: pd.DataFrame) -> pd.DataFrame:
    """The facts of a sentence, in order."""
    inside = (facts.document == sentence.document) & (facts.start >= sentence.start) & (facts.end <= sentence.end)
    return facts[inside].sort_values("start")


@cache
def cues() -> dict[str, re.Pattern]:
    """The patterns of language/parts.yml."""
    return {name: pattern(words) for name, words in typed("parts").items()}


def pattern(words: str) -> re.Pattern:
    """A pattern that may be folded over lines before a bar."""
    return re.compile(words.replace(" |", "|"), re.IGNORECASE)
