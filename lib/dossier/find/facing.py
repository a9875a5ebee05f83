"""Facing: who is told to be bodily with another (“sat opposite X”, “came face to face”, “sat in the palace”)."""

from dossier.find.arguments import objects, subject_of, upwards, with_whom
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter, verbs
from dossier.find.listed import following, named_before
from dossier.find.making import made
from dossier.find.partakers import add, participants
from dossier.find.reading import Reading
from dossier.find.register import named
from dossier.lexicon import lowered, words

NEAR = 7  # words from the posture to whom it faces
_PAIRS = (["next", "to"], ["across", "from"])


def facing(d: Discourse, i: int, number: int) -> Encounter | None:
    """Those whom the posture at word `i` brings together."""
    r, token = d.r, d.r.token(i)
    if not r.tags[i].startswith("VB"):
        return None
    one = participants(d, [subject_of(r, token)], strict=True) or named_before(d, i)
    if not one and any(t.text.lower() in lowered("meetings", "several") for t in subject_of(r, token)):
        one = _two_before(d, number)
    other = _whom(d, i)
    if not other and not (len(one) > 1 and (_in_one_place(r, i) or r.low[i] == "parted" and not objects(token))):
        return None
    return _of_two(d, i, number, one, other, i)


def face_to_face(d: Discourse, i: int, number: int) -> Encounter | None:
    """“A came face to face with B”, where the verb itself tells of no meeting."""
    verb = next((step for step in upwards(d.r.token(i)) if step.tag_.startswith("VB")), None)
    k = d.r.at.get(verb.i, i) if verb is not None else i
    if verb is None or d.r.low[k] in verbs() and verbs()[d.r.low[k]].form != "visit":
        return None
    other = participants(d, [with_whom(verb)], strict=True) or following(d, i, ("with",))
    return _of_two(d, i, number, participants(d, [subject_of(d.r, verb)], strict=True), other, k)


def shown_round(d: Discourse, i: int, number: int) -> Encounter | None:
    """“was shown round the yard by the minister, A”: by whoever holds an office, not by the harbour master."""
    verb = d.r.token(i - 1)
    other = [name for name in following(d, i, ("by",)) if any(p.offices for p in named(d, name))]
    return _of_two(d, i, number, participants(d, [subject_of(d.r, verb)], strict=True), other, i - 1) if other else None


def _of_two(d: Discourse, i: int, number: int, one: list[str], other: list[str], verb: int) -> Encounter | None:
    who = [*one]
    add(who, other)
    home = [{p.country for p in named(d, name)} for name in who]
    if not one or len(who) < 2 or all(home) and len(set.union(*home) - {None}) == 1:
        return None  # “the minister, who sat beside the spokesman”: before an audience
    found = made(d, i, number, "meeting", who, "sit", d.r.token(verb))
    found.sides = one, [name for name in who if name not in one]
    return found


def _two_before(d: Discourse, number: int) -> list[str]:
    """“the two”, where this sentence and the one before name two and no more."""
    first, last = d.r.sents[max(number - 1, 0)][0], d.r.sents[number][1]
    named_here = [p.name for k in range(first, last) if k in d.name_ends for p in d.persons_at.get(k, [])]
    found = list(dict.fromkeys(named_here))
    return found if len(found) == 2 else []


def _whom(d: Discourse, i: int) -> list[str]:
    """“opposite X”, “next to X”, “the garden with X”: a person named after the verb."""
    r, end = d.r, d.r.sentence(i)[1]
    for k in range(i + 1, min(i + NEAR, end)):
        if r.tags[k].startswith("VB") or r.words[k] in (",", ";"):
            return []
        if r.low[k] in lowered("meetings", "opposite"):
            return following(d, k - 1, (r.low[k],))
        if r.low[k : k + 2] in _PAIRS:
            return following(d, k, (r.low[k + 1],))
    return []


def _in_one_place(r: Reading, i: int) -> bool:
    """“side by side”, “at one table”, “in the Oval Office”."""
    near = r.low[i + 1 : i + NEAR]
    venue = any(word in words("meetings", "venues") for word in r.words[i + 1 : i + NEAR])
    return venue and r.low[i].startswith("s") or near[:1] == ["together"] or near[:3] == ["side", "by", "side"]
