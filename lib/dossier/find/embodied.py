"""Embodied: bodies and delegations for which persons stand: beside these they are no partakers of their own."""

from dossier.find.discourse import Discourse
from dossier.find.encounter import nouns
from dossier.find.parties import singular
from dossier.lexicon import lowered, words

FIRST = 3  # places of a body's name that are looked at


def beside_persons(d: Discourse, who: list[str], form: str) -> list[str]:
    """Those who take part, without what persons stand for: their delegations, their country, the body they chair."""
    persons = d.r.doc.user_data.setdefault("names_of_persons", {p.name for p in d.everyone})
    named = [name for name in who if name in persons]
    if len(named) < (1 if form == "visit" else 2):
        people = [name for name in who if name in persons or is_crowd(name)]
        hosted = len(who) > len(people) > len(named)
        return [name for name in who if name in people or not _its_own(d, name)] if hosted else who
    kept = [name for name in who if name in persons or not _stood_for(d, name)]
    placed = [name for name in kept if name.split()[-1] in words("meetings", "venues")]  # “A and B at Hyderabad House”
    return [name for name in kept if name not in placed] if len(kept) - len(placed) > 1 else kept


def is_crowd(name: str) -> bool:
    """“heads of state”, “foreign ministers”: several people."""
    head = name.split(" of ")[0].split()[-1]
    return head.islower() and singular(head) != head


def _its_own(d: Discourse, name: str) -> bool:
    """“Leaders gathered for the fourth meeting of the Forum”: it is the body's meeting, and they are the body."""
    r, first = d.r, name.split()[0]
    for k in r.where.get(first, ())[:FIRST]:
        j = k - 1 - (r.low[k - 1] == "the")
        if r.low[j] == "of" and r.low[j - 1] in nouns():
            return True
    return False


def _stood_for(d: Discourse, name: str) -> bool:
    low = name.lower().split()
    if name.isupper() and len(name) < 6 and not d.r.shouting:
        return True  # “the secretary-general of the MFA, A”
    if len(low) == 1 and low[0] in lowered("meetings", "sides") or low[-1] in lowered("meetings", "assemblies"):
        return True
    places = d.r.doc.user_data.setdefault(
        "names_of_places", {d.r.text(m.start, m.end) for m in d.r.places if m.form in ("name", "capital")}
    )
    return name in places
