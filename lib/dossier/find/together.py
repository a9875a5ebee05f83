"""Together: countries that a text names in one breath, whom “the two countries” or “both presidents” mean after it."""

from itertools import pairwise

from dossier.countries import Mention
from dossier.find.reading import Reading

LINKS = (["and"], ["and", "the"], [","], [",", "and"])
SHOWN = ("name", "demonym", "capital")


def together(r: Reading, number: int, size: int) -> list[str]:
    """So many countries named together last before sentence `number`, in their order: “the two countries”."""
    for before in range(number - 1, -1, -1):
        if said := joined(r, before, size):
            return said
        codes = list(dict.fromkeys(place.code for place in _shown(r, before)))
        if len(codes) == size == 2:
            return codes
    return []


def joined(r: Reading, number: int, size: int) -> list[str]:
    """So many countries that one sentence names with “and” and commas: “Fiji, Samoa and Tonga”."""
    if number < 0:
        return []
    runs = (list(dict.fromkeys(run)) for run in _linked(r, _shown(r, number)))
    return next((run for run in runs if len(run) == size), [])


def _shown(r: Reading, number: int) -> list[Mention]:
    start, end = r.sents[number]
    return [place for place in dict.fromkeys(r.place[start:end]) if place and place.code and place.form in SHOWN]


def _linked(r: Reading, shown: list[Mention]) -> list[list[str]]:
    """Codes of the places that stand joined."""
    runs = [[place.code] for place in shown[:1]]
    for one, other in pairwise(shown):
        if r.low[one.end : other.start] in LINKS:
            runs[-1].append(other.code)
        else:
            runs.append([other.code])
    return runs
