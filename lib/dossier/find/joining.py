"""Joining: whether the phrase of what an office is in charge of goes on after “and”, “of” or a comma."""

from dossier.find.office import HYPHENS, NOUNS, POSSESSIVE, heads
from dossier.find.reading import BREAK, Reading
from dossier.lexicon import load, lowered


def goes_on(r: Reading, m: int) -> bool:
    """Does the phrase go on after a connecting word? Only with a word that is in charge of something."""
    k = m + 1
    while k < len(r) and r.low[k] in ("the", "of"):
        k += 1
    if k >= len(r) or r.words[k] == BREAK:
        return False
    if r.place[k]:
        if r.place[k].form == "demonym" and r.low[m] == "and" and "," in r.words[max(0, m - 4) : m]:
            return r.place[k].end < len(r) and r.capital[r.place[k].end] and not heads().keys() & set(r.low[k : k + 4])
        return (
            r.place[k].form in ("national", "international")
            and r.low[m] in ("of", "the")
            or r.place[k].form == "demonym"
            and r.low[m] in ("of", "the")
            and not (k + 1 < len(r) and r.low[k + 1] in heads())
        )
    if r.low[m] == ",":
        return (
            r.low[k] in lowered("offices", "portfolios")
            and r.capital[k]
            and any(w == "and" for w in r.low[k + 1 : k + 4])
            and r.low[k] not in heads()
            and r.low[k + 1] not in heads()
        )
    if r.low[m] in ("and", "&"):
        last = (
            r.capital[k]
            and r.tags[k] in ("NNP", "NNPS", "NNS", "NN")
            and (k + 1 >= len(r) or not r.capital[k + 1] and r.words[k + 1] not in HYPHENS | POSSESSIVE)
        )
        field = r.capital[k] and r.low[k].endswith(tuple(load("offices")["field endings"]))  # “and Commodities”
        fields = lowered("offices", "portfolios")
        known = (
            r.low[k] in fields
            or r.capital[k : k + 2] == [True, True]
            and r.low[k + 1] in fields - heads().keys()  # “Mining and Heavy Industry”
            or (last or field)
            and r.low[m - 1] in lowered("offices", "portfolios")
        )
        return known and r.capital[k] == r.capital[m - 1] and r.low[k] not in heads() and not _begins_office(r, k)
    return r.low[k] in lowered("offices", "portfolios") or r.capital[k] or r.tags[k] in NOUNS


def _begins_office(r: Reading, k: int) -> bool:
    return any(
        r.low[m] in heads()
        for m in range(k, min(k + 4, len(r)))
        if all(r.low[q] in lowered("offices", "modifiers") for q in range(k, m))
    )
