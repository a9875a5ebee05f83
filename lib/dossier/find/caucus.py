"""Party and state of a member of the American Congress, as papers print them after a name: “R-Ohio”, “D-New York”."""

from dossier.find.office import HYPHENS, glued
from dossier.find.reading import Reading

PARTIES = frozenset("RDI")


def caucus_end(r: Reading, k: int) -> int:
    """End of the “R-Ohio” that begins at word `k`, else `k`."""
    if r.words[k] not in PARTIES or k + 2 >= len(r) or r.words[k + 1] not in HYPHENS or not glued(r, k + 1):
        return k
    end = k + 2
    while end < len(r) and r.capital[end]:
        end += 1
    return end if end > k + 2 else k


def caucus_start(r: Reading, end: int) -> int:
    """Start of the “R-Ohio” that ends before word `end`, else `end`."""
    return next((k for k in range(end - 3, max(-1, end - 6), -1) if caucus_end(r, k) == end), end)
