"""Given names we know, and those of women among them."""

from functools import cache

from dossier.find.folding import fold
from dossier.lexicon import load, words


@cache
def women() -> frozenset[str]:
    return words("names", "women")


@cache
def _given() -> frozenset[str]:
    told = map(fold, (*load("gender")["men"], *load("gender")["women"], *women()))
    return frozenset((*load("given")["names"], *told))


def is_given(word: str) -> bool:
    """Is the word a given name we know?"""
    return fold(word) in _given()
