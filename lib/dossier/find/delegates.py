"""Delegates: who led a delegation, told in a clause or sentence of its own: they take part, and not the delegation.

“A received a delegation of the Senate. The senators, led by B, …”, “B, who heads the mission, said”, “At the head of
the group was B”, “B spoke on behalf of the guests”.
"""

from collections.abc import Iterator

from dossier.find.arguments import objects
from dossier.find.bodies import by_ending
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter
from dossier.find.holding import apposed
from dossier.find.parties import singular
from dossier.find.reading import Reading
from dossier.find.register import named
from dossier.lexicon import lowered

NEAR = 4  # sentences within which it is told who led
FAR = 14  # words from “led by” to the name, with its office
BACK = 6  # words from “led by” back to who are led
BEING = frozenset("is was were are be been being which that who , and also".split())
THEM = frozenset(("it", "them"))


def tell_leader(d: Discourse, events: list[Encounter], number: int) -> None:
    """Put the leader, where this sentence tells one, in the place of the delegation that met just before."""
    r, (start, end) = d.r, d.r.sents[number]
    if _cues().isdisjoint(r.low[start:end]):
        return
    for name, group in _leaders(d, start, end):
        fits = (e for e in reversed(events) if number - e.sentence <= NEAR)
        event = next((e for e in fits if _led(d, e, group) is not None), None)
        if event is None:
            continue
        at = _led(d, event, group)
        others = [one for n, one in enumerate(event.people) if n != at and one != name]
        event.people = [*others[:at], name, *others[at:]]


def _cues() -> frozenset[str]:
    return lowered("meetings", "leading") | lowered("meetings", "leads") | lowered("meetings", "leaders") | {"behalf"}


def _leaders(d: Discourse, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Each leader told in a sentence, with the word for those led."""
    r = d.r
    for k in range(start, end):
        word = r.low[k]
        if word in lowered("meetings", "leads") and r.low[k + 1 : k + 2] == ["by"]:
            group, name = _group_at(r, k, start, end), _first_name(d, k + 2, min(k + FAR, end))
        elif word in lowered("meetings", "leading") and r.tags[k].startswith("VB"):
            group, name = _object(r, k, end), _who_leads(d, k, start, end)
        elif word in lowered("meetings", "leaders") and r.tags[k].startswith("NN"):
            group, name = _of_which(r, k, end), _holder(d, k, end)
        elif word == "behalf" and r.low[k + 1 : k + 3] == ["of", "the"]:
            group, name = _group_word(r, k + 3), _first_name(d, start, end)
        else:
            continue
        if group and name:
            yield name, group


def _is_group(r: Reading, k: int) -> bool:
    """“delegation”, “mission”, “guests”, “senators”: people who come together; definite, and none of several kinds."""
    if r.capital[k] and not r.shouting:
        return False  # “the EU Monitoring Mission”
    one = singular(r.low[k])
    several = r.tags[k] in ("NNS", "NNPS") and (by_ending(r.low[k]) or one in lowered("meetings", "bodies"))
    return r.low[k] in lowered("meetings", "delegated") or several


def _group_word(r: Reading, k: int) -> str:
    """The group that begins at word `k`, after “the”: “twelve-member | delegation”."""
    near = range(k, min(k + 4, len(r)))
    return next((r.low[j] for j in near if _is_group(r, j)), "")


def _group_at(r: Reading, k: int, start: int, end: int) -> str:
    """Who are led: “The seven senators, | led by”, “The group was | headed by”, “Led by B, the MPs …”."""
    for j in range(k - 1, max(k - BACK, start) - 1, -1):
        if _is_group(r, j):
            return r.low[j] if "the" in r.low[max(j - 5, start) : j] else ""
        if r.low[j] not in BEING and not r.tags[j].startswith("RB"):
            return ""
    if k > start:
        return ""
    comma = next((j for j in range(k, end) if r.words[j] == "," and r.low[j + 1 : j + 2] == ["the"]), end)
    return _group_word(r, comma + 2) if comma < end else ""


def _object(r: Reading, k: int, end: int) -> str:
    """“headed | the mission”, “who leads | it”."""
    if r.low[k + 1] in THEM:
        return r.low[k + 1]
    told = [r.low[r.at[t.i]] for t in objects(r.token(k)) if t.i in r.at and _is_group(r, r.at[t.i])]
    return told[0] if told else _group_word(r, k + 2) if r.low[k + 1] == "the" and k + 2 < end else ""


def _of_which(r: Reading, k: int, end: int) -> str:
    """“the leader | of the delegation”, “the delegation's | leader”, “the delegation | leader”."""
    if r.low[k + 1 : k + 3] == ["of", "the"]:
        return _group_word(r, k + 3)
    before = k - 1 - (r.words[k - 1] in ("'s", "’s", "'", "’"))
    return r.low[before] if before >= 0 and _is_group(r, before) else ""


def _first_name(d: Discourse, start: int, end: int) -> str:
    k = next((k for k in range(start, end) if k in d.name_ends and d.persons_at.get(k)), None)
    return d.persons_at[k][0].name if k is not None else ""


def _who_leads(d: Discourse, k: int, start: int, end: int) -> str:
    """“B, who | leads it”, “B | headed the mission”, “| Leading the group was B”."""
    if k == start:
        was = next((j for j in range(k, min(k + FAR, end)) if d.r.low[j] in ("was", "is", "were")), end)
        return _first_name(d, was, end)
    before = [j for j in range(start, k) if j in d.persons_at and d.r.tags[j] != "PRP$"]
    return d.persons_at[before[-1]][0].name if before else ""


def _holder(d: Discourse, k: int, end: int) -> str:
    """“The delegation's leader, B,”, “B, head of the delegation,”, “At the head of the delegation was B”."""
    was = next((j for j in range(k, min(k + FAR, end)) if d.r.low[j] in ("was", "is", "stood")), end)
    at_the_head = d.r.low[k - 2 : k] == ["at", "the"]
    if at_the_head and was < end:
        return _first_name(d, was, end)
    own = d.persons_at.get(k, [])
    told = [p.name for p in own if k not in d.why] or apposed(d, k)
    return told[0] if told else ""


def _led(d: Discourse, event: Encounter, group: str) -> int | None:
    """Which of those who met is the group, if one of them is a group of whom nobody is named."""
    for n, name in enumerate(event.people):
        if named(d, name):
            continue
        words = name.split()
        of = next((j for j, word in enumerate(words) if word in ("of", "from", "for")), len(words))
        own = [word for word in words[:of] if word.islower()]  # “Panel” of Elders is a body by its name
        any_group = group in THEM or group in lowered("meetings", "delegated")
        if group in own or any_group and any(_together(word) for word in own):
            return n
        if by_ending(group) and not lowered("meetings", "delegated").isdisjoint(own):
            return n  # “a delegation of the Senate … The senators”
    return None


def _together(word: str) -> bool:
    """Come such people together, as “lawmakers” and “investors” do; not “leaders”, each of whom comes by himself?"""
    if word in lowered("coreference", "ranked"):
        return False
    return word in lowered("meetings", "delegated") | lowered("meetings", "groups") or by_ending(word)
