"""Making a candidate event of a cue and those who take part, with what the words around the cue tell."""

from spacy.tokens import Token

from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter, nouns
from dossier.find.reading import Reading
from dossier.find.venues import place_after
from dossier.lexicon import lowered

FEW = 4  # of whom a text tells more, it tells no meetings one by one
_CALLS = frozenset("calls conversations".split())  # several of these are one with each
EACH = 5  # words from a meeting to “each of”


FAR = 40  # words over which “meetings with A and with B” may run


def made(
    d: Discourse, i: int, number: int, form: str, who: list[str], why: str, verb: Token | None = None
) -> Encounter:
    """A candidate with what the words around its cue tell: its place, whether it is another, whether it is several."""
    r = d.r
    start, end = r.sentence(i)
    near = r.low[max(start, i - 6) : i]
    recalled = verb is not None and verb.text.lower() in lowered("meetings", "recalling")
    fresh = (
        bool(lowered("meetings", "fresh") & set(r.low[max(start, i - 3) : i + 3]))
        or "first time" in " ".join(near)
        or recalled
    )
    turn = start + (r.words[start : start + 2] == ["Separately", ","])  # “Separately, the sides discussed”: a matter
    turn = turn if why == "discuss" else start
    apart = any(r.low[j].startswith("separate") for j in range(turn, min(i + 4, end)))
    apart |= any(r.low[j] == "separate" and r.low[j + 1] in nouns() for j in range(i, end - 1))
    singly = bool(lowered("meetings", "apiece") & set(near)) or ["one", "-", "on", "-", "one"] == near[-5:]
    apart |= r.low[i] in ("meetings", "calls", "talks") and singly
    apart |= r.low[i] in ("meetings", "calls") and bool(lowered("meetings", "courtesies") & set(near))
    apart |= r.low[i] in ("meetings", "calls", "engagements") and _one_with_each(r, i, end)
    several = any(r.low[j] in nouns() and r.low[j].endswith("s") for j in range(i, min(i + 5, end)))
    several |= any(r.low[j] == "separate" and r.low[j + 1].endswith("s") for j in range(i, end - 1))
    calls = form == "call" and r.tags[i] == "NNS" and r.low[i] in _CALLS
    separate = len(who) > 2 and (apart and several or _one_by_one(r, i, len(who)) or calls)
    return Encounter(
        i, number, form,
        people=who, apart=apart or separate, separate=separate, cue=r.words[i], fresh=fresh, why=why,
        verb=verb if verb is not None else r.token(i), place=place_after(r, i, end, verb),
    )  # fmt: skip


def _one_with_each(r: Reading, i: int, end: int) -> bool:
    """“had meetings with A and with B”."""
    links = [j for j in range(i + 1, min(i + FAR, end)) if r.low[j] == "with"]
    return len(links) > 1 and all(r.low[j - 1] in ("and", ",", "then") for j in links[1:])


def _one_by_one(r: Reading, i: int, size: int) -> bool:
    """“met A and B separately”, “A and B each met C”, “back-to-back talks with A and B”."""
    start, end = r.sentence(i)
    if r.low[i - 1] == "each" and r.tags[i].startswith("VB"):
        return True
    if any(r.low[j : j + 2] == ["each", "of"] for j in range(i + 1, min(i + EACH, end - 1))):
        return size <= FEW  # “talks with each of his guests”
    told = f" {' '.join(r.low[start + 1 : end])} "
    return " each of " not in told and any(f" {words} " in told for words in lowered("meetings", "one by one"))
