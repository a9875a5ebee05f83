"""Wired: calls told by what stands for them (“was on the phone to X”, “took calls from A”, “a conference call”)."""

from dossier.find.arguments import governor, subject_of
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter
from dossier.find.listed import following
from dossier.find.making import made
from dossier.find.partakers import add, participants
from dossier.find.reading import Reading
from dossier.lexicon import lowered


def on_the_phone(d: Discourse, k: int, number: int) -> Encounter | None:
    """“was on the phone to the President”."""
    verb, _, _ = governor(d.r.token(k))
    who = participants(d, [subject_of(d.r, verb)], strict=True) if verb is not None else []
    add(who, following(d, k, ("to", "with")))
    return made(d, k, number, "call", who, "telephone", verb) if len(who) > 1 else None


def calls_from(d: Discourse, k: int, number: int) -> Encounter | None:
    """“took calls from A and B”: one with each."""
    verb, role, _ = governor(d.r.token(k))
    who = participants(d, [subject_of(d.r, verb)], strict=True) if verb is not None and role == "object" else []
    others = [name for name in following(d, k, ("from",)) if name not in who]
    if len(who) != 1 or not others:
        return None
    found = made(d, k, number, "call", who + others, "telephone", verb)
    found.sides, found.separate = (who, others), len(others) > 1
    return found


def by_wire(r: Reading, k: int) -> bool:
    near = r.low[max(0, k - 3) : k]
    wired = bool(lowered("meetings", "phone") & set(near)) or r.low[k - 1] == "conference"
    return wired or r.low[k] not in ("call", "calls")
