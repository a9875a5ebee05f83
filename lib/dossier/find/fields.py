"""Fields: parts of the world that an office is in charge of, and does not serve."""

from dossier.find.reading import Reading
from dossier.lexicon import words

LINKS = frozenset(("and", ",", "&"))


def is_field(r: Reading, k: int) -> bool:
    """“Director for American | and European Affairs”, “head of the Russian | desk”: what one is in charge of."""
    while k < len(r) and (r.place[k] or r.low[k] in LINKS or r.low[k] in words("offices", "parts of the world")):
        k += 1
    return r.low[k : k + 1] != [] and r.low[k] in words("offices", "regional") and r.low[k + 1 : k + 2] != ["of"]
