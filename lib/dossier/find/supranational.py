"""Supranational: whose office is one of the European Union or the United Nations, whether its words say so or not."""

from dossier.find.gathering import Person
from dossier.find.places import Places
from dossier.lexicon import words

OF_THE_UNITED_NATIONS = ("of the secretary-general", "of the secretary general")  # “special representative …”
OF_THE_UNION = ("of the parliament", "of the commission", "of the council")  # after “the European Commission”
REFUGE = frozenset(("UNHCR", "OHCHR"))  # whose head is a High Commissioner too


def of_union(places: Places, person: Person) -> bool:
    """“Trade Commissioner” is of the European Union where the text names one of its bodies or seats: no police."""
    fields = words("allegiance", "fields of the union")
    said = any(
        office.lower().startswith(lead) for office in person.offices for lead in words("allegiance", "of the union")
    )
    inside = {places.r.low[k] for m in person.mentions for o in m.offices for k in range(o.left, o.end)}
    said |= bool({o.lower() for o in person.offices} & words("allegiance", "of a body"))
    if any(one in office.lower() for office in person.offices for one in OF_THE_UNITED_NATIONS):
        return True
    if any(title.endswith("high commissioner") for title in person.titles) and not REFUGE.isdisjoint(places.r.where):
        return True
    if any(office.lower() in words("allegiance", "of the united nations") for office in person.offices):
        return True
    if any(office.lower().endswith(OF_THE_UNION) for office in person.offices) and _of_body(places, person):
        return True
    said |= any(title.endswith(" commissioner") and title.split()[0] in fields for title in person.titles)
    within = {places.r.low[k] for m in person.mentions for o in m.offices for k in range(o.head, o.end)}
    if "its" in within and _of_body(places, person):
        return True
    start = places.case(person).left
    if any(_of_international(places, word, start) for word in inside & words("institutions", "heads")):
        return True
    if not said and not words("allegiance", "bodies") & inside:
        return False
    return "Brussels" in places.r.where or any(place.form == "international" for place in places.r.places)


def _of_international(places: Places, word: str, before: int) -> bool:
    """“The Commission of the African Union … Chairperson of the Commission”: the body named last, in full."""
    r = places.r
    for k in reversed(places.where.get(word, ())):
        after = k + 2 + (r.low[k + 2 : k + 3] == ["the"])
        near = [r.place[j] for j in (k - 1, after) if 0 <= j < len(r) and (j < k or r.low[k + 1] == "of")]
        told = next(filter(None, near), None)
        if k < before and told:
            return told.form == "international"
    return False


def _of_body(places: Places, person: Person) -> bool:
    """“The U.N. has asked for money, said A, head of its office”: the body named last, with no country after it."""
    start = places.case(person).left
    before = [p for p in places.r.places if p.start < start and places.r.sent_of[p.start] >= places.r.sent_of[start] - 1]
    return bool(before) and before[-1].form == "international"
