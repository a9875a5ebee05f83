"""Ranks: what an office is, whatever words print it, and whether one may be called by another.

“the Minister of Defence of Estonia”, “Defense Minister” and “the head of the Estonian defence ministry” are all
{defence, minister}.
"""

import re
from functools import cache

from dossier.find.gathering import Person
from dossier.lexicon import load, lowered, words

Rank = frozenset[str]
IN_CHARGE = frozenset(("minister", "secretary"))
LOWER = frozenset("deputy vice former first second assistant under acting prime interim shadow state".split())


def rank(printed: str) -> Rank:
    """The words that make an office what it is: no articles, no links, one spelling for each portfolio."""
    return _rank(" ".join(printed.lower().split()))


@cache
def _rank(printed: str) -> Rank:
    known = load("coreference")
    printed = re.sub(r"\s*-\s*", " ", printed)
    printed = re.sub(r"^(?:prime )?minister\s?['’]s | ?['’]s", "", printed)  # “the Prime Minister's trade envoy”
    printed = " ".join(load("offices")["in full"].get(word, word) for word in printed.split())
    for pattern, plain in known["rewritten"].items():
        printed = re.sub(rf"\b(?:{pattern})\b", plain, printed)
    kept = (known["spelt"].get(word, word) for word in re.findall(r"[\w']+", printed))
    return frozenset(
        word
        for word in kept
        if word not in lowered("coreference", "silent") and word not in lowered("offices", "dropped")
    )


def ranks(person: Person) -> list[Rank]:
    """All offices of a person, as printed and by head noun."""
    return [rank(office) for office in (*person.offices, *person.titles)]


def unique(person: Person) -> set[Rank]:
    """The person's offices of which a country has one only, however they are printed."""
    return {rank(office) for office in person.offices} - _shared()


def alike(one: Person, other: Person) -> bool:
    """Do both have one charge, whatever it is called: a “Foreign Secretary” and a “Foreign Minister”?"""
    return not _charges(one).isdisjoint(_charges(other))


def _charges(person: Person) -> set[Rank]:
    held = (rank(office) for office in person.offices)
    return {one - IN_CHARGE for one in held if one & IN_CHARGE and one > IN_CHARGE & one and not one & LOWER}


@cache
def _shared() -> frozenset[Rank]:
    return frozenset(rank(office) for office in load("offices")["shared"])


def called(key: Rank, person: Person) -> int:
    """How well `key` calls the person: 2 by rank, 1 with a rank left out (“minister”: a deputy), 0 not at all."""
    held = ranks(person)
    if key == rank("head of state") and any(one & words("coreference", "of a body") for one in held):
        return 0
    if len(key) == 1 and _only_within(key, person):
        return 0
    best = max((_called(wanted, one) for one in held for wanted in _other_words(key)), default=0)
    return 1 if best == 2 and len(key) == 1 and _compound(key, person) else best


def _compound(key: Rank, person: Person) -> bool:
    """“the minister” is no minister-counsellor, where there is a minister."""
    return bool(person.offices) and all(
        key <= rank(office) and re.search(r"\w\s*-\s*\w+$", office) and not key & rank(office.split("-")[-1])
        for office in person.offices
    )


def _only_within(key: Rank, person: Person) -> bool:
    """“the President” is not the head of the administration of the president."""
    held = {*person.offices, *person.titles}
    return any(key & rank(office) for office in held) and not any(key & _head(office) for office in held)


@cache
def _head(office: str) -> Rank:
    """The office without what it is of or for."""
    return rank(re.split(r" of | to | for ", office)[0])


@cache
def _other_words(key: Rank) -> tuple[Rank, ...]:
    """What else the words may stand for: “head of state” for a president, a king …"""
    again = {
        rank(name): tuple(rank(w) for w in others)
        for name, others in load("offices")["again"].items()
        if others != ["*"]
    }
    lower = key & LOWER
    lesser = tuple(lower | other for other in again.get(key - lower, ())) if lower else ()
    return (key, *again.get(key, ()), *lesser)


def _called(wanted: Rank, held: Rank) -> int:
    chief = wanted & CHIEFS
    if chief and wanted > chief and wanted - chief <= held and held & words("coreference", "led by chiefs"):
        return 2
    if not wanted or not wanted <= held:
        return 0
    return 1 if (held - wanted) & LOWER else 2


CHIEFS = frozenset("chief head boss".split())
