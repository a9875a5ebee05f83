"""“I met the president on Tuesday”, “We had a good talk with her”: whom “I” and “we” mean in a statement."""

from bisect import bisect_left

from dossier.find.discourse import Discourse
from dossier.find.encounter import nouns, verbs
from dossier.find.gathering import Person
from dossier.find.reading import Reading
from dossier.find.statements import statements


def _meets(r: Reading, k: int) -> bool:
    """“I met …”, “I was in Riga”, “We had a meeting with …”."""
    held = r.low[k + 1 : k + 2] in (["had"], ["held"]) and not nouns().keys().isdisjoint(r.low[k + 2 : k + 8])
    if r.low[k] == "we":  # neither “we came with open hands” nor “we do not sit down with them”
        met = (verbs().get(r.low[j]) for j in range(k + 1, min(k + 4, len(r))) if r.tags[j] in ("VBD", "VBN"))
        return held or any(frame is not None and frame.form != "visit" for frame in met)
    return held or not verbs().keys().isdisjoint(r.low[k + 1 : k + 8]) or r.low[k + 1 : k + 3] == ["was", "in"]


def first_person(d: Discourse) -> dict[int, list[Person]]:
    """Each “I” or “we” before a verb of meeting → the person whose statement it stands in."""
    r = d.r
    places = [k for k, word in enumerate(r.words) if word in ("I", "We", "we") and _meets(r, k)]
    if not places:
        return {}
    people = {p.name: p for p in d.everyone}
    spoken = sorted(statements(r.doc), key=lambda fact: fact.start)
    starts = [fact.start for fact in spoken]
    found = {}
    for k in places:
        first, last = r.chars(*r.sentence(k))
        fact = spoken[max(bisect_left(starts, last) - 1, 0)] if spoken else None
        if fact and fact.start < last and fact.end > first and fact.speaker in people:
            found[k] = [people[fact.speaker]]
    return found
