"""Fallen through: “called it off”, “had to cancel the appointment”: a meeting or visit told of before."""

from dossier.find.arguments import governor, has_determiner
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter
from dossier.lexicon import lowered


def fallen_through(d: Discourse, i: int, number: int) -> Encounter | None:
    """What the word at `i` says has fallen through, of either form."""
    r, word = d.r, d.r.low[i]
    if word in lowered("meetings", "engagements"):
        return _engagement(d, i, number)
    off, cancelled = lowered("meetings", "off"), lowered("meetings", "cancelled")
    if word not in off | cancelled or "it" not in r.low[i + 1 : i + 2]:
        return None
    if word in off and not set(r.low[i + 2 : i + 5]) & {"off", "back", "later"}:
        return None
    return Encounter(i, number, "any", "cancelled", known=True, verb=r.token(i), cue=word, why="it")


def _engagement(d: Discourse, i: int, number: int) -> Encounter | None:
    """“had to cancel the appointment”, “but the event was called off”: what was told of before."""
    r, noun = d.r, d.r.token(i)
    verb, role, _ = governor(noun)
    if verb is None or role not in ("subject", "object") or not has_determiner(noun, "the", "that", "this"):
        return None
    low = verb.text.lower()
    fallen = low in lowered("meetings", "cancelled") or low in lowered("meetings", "off") and "off" in r.low[i : i + 5]
    return Encounter(i, number, "any", "cancelled", known=True, verb=verb, cue=r.words[i], why="it") if fallen else None
