"""A body that speaks, trimmed to its name: without article and owner, what it makes, the paper it speaks by."""

from dossier.find.offices import heads
from dossier.find.reading import Reading
from dossier.lexicon import lowered, words


def trimmed(r: Reading, start: int, end: int) -> tuple[int, int]:
    """The words of the name alone: “operator | Havdyp Energi”, “Norway's | Equinor”, “a report by | the bank”."""
    first = next((k for k in range(start, end) if r.capital[k]), start)
    if (
        start < first
        and all(r.capital[k] for k in range(first, end))
        and all(r.tags[k] in ("NN", "JJ") for k in range(start, first))
        and r.low[end - 1] not in lowered("institutions", "heads")
    ):
        start = first
    start = author(r, start, end)
    if (
        r.place[start]
        and r.words[start + 1 : start + 2] in (["'s"], ["’s"])
        and r.capital[start + 2 : start + 3] == [True]
    ):
        start += 2  # “Norway's Equinor”
    if end - start > 1 and r.words[start].rstrip(".") in words("titles", "titles") | {"Mr", "Mrs", "Ms"}:
        start += 1
    if r.words[end - 1] in ("'s", "’s"):
        end -= 1
    return start, _without_origin(r, start, end)


def author(r: Reading, start: int, end: int) -> int:
    """First word of the name in “manufacturer | Daehan Defense”, of the body in “a report by | the audit office”."""
    for k in range(start, end - 1):
        if r.low[k] in lowered("speech", "papers") and r.words[k].islower():
            by = k + 1 + (r.tags[k + 1] == "VBN")  # “figures published by”
            if r.low[by : by + 1] in (["by"], ["from"], ["of"]) and by + 1 < end and not r.words[by + 1].isdigit():
                return by + 1 + (r.low[by + 1] == "the" and by + 2 < end)
    first = end
    while first > start and r.capital[first - 1] and r.tags[first - 1] in ("NNP", "NNPS"):
        first -= 1
    plain = start < first < end and r.words[first - 1].islower() and r.tags[first - 1] == "NN"
    return first if plain and r.low[end - 1] not in lowered("institutions", "heads") else start


def _without_origin(r: Reading, start: int, end: int) -> int:
    """“Judit Kelemen | of the Greens”: a name of two words and more that is no institution's needs no more."""
    link = next((k for k in range(start + 2, end) if r.low[k] in ("of", "from", "at")), end)
    name = range(start, link)
    named = all(r.capital[k] and r.tags[k] == "NNP" and not r.place[k] for k in name)
    bodies = lowered("institutions", "heads") | lowered("speech", "speakers") | heads().keys()
    body = bodies & {r.low[k] for k in name}
    return link if named and not body and not r.shouting else end
