"""Private offices: those of firms, unions, rebels, institutes, which belong to no country unless the text says so."""

from dossier.find.gathering import Person
from dossier.lexicon import lowered, words
from dossier.find.folding import fold
from dossier.find.offices import Office
from dossier.find.reading import Reading

BODY = 8  # words of a body's name
REACH = 60  # words back within which “its” may mean a public body


def private(r: Reading, person: Person) -> bool:
    """Is none of the person's offices one of state?"""
    held = [office for mention in person.mentions for office in mention.offices]
    if any(office.private or _of_private_body(r, office) for office in held):
        return True
    public = any(lowered("offices", "public bodies") & set(_words(office)) for office in person.offices)
    public |= any(_of_state_body(r, office) or _governs(r, office) for office in held)
    public |= any(words("offices", "public before") & set(r.low[o.head + 1 : o.head + 3]) for o in held)
    return not public and any(_unofficial(title) for title in person.titles + person.offices)


def _governs(r: Reading, office: Office) -> bool:
    """“Hong Kong's legislature … John Lee, the chief executive”: of a territory that one governs, and of no firm."""
    if r.low[office.start : office.head + 1] != ["chief", "executive"] or office.skipped:
        return False
    whose = office.possessor is not None or r.low[office.end : office.end + 1] in (["of"], ["at"])
    free = office.end == office.head + 1 and not whose
    firms = words("allegiance", "firms").isdisjoint(r.low)
    return free and firms and any(place.code in words("allegiance", "governed by a chief") for place in r.places)


def _of_state_body(r: Reading, office: Office) -> bool:
    """“The state grain agency …, said its chief executive”, “a state-owned refiner … the refiner's manager”."""
    owner = office.possessor
    if owner is None or r.low[owner] not in ("its", *lowered("offices", "public bodies")):
        return False
    first = r.sentence(owner)[0]
    if r.low[owner] == "its" and _means_public_body(r, owner):
        return True
    return any(r.low[k] == "state" and r.low[k - 1] in ("the", "a", "by") for k in range(first + 1, owner))


def _means_public_body(r: Reading, its: int) -> bool:
    """“Togo's cocoa regulator halted sales. Its director …”: the last body named, in the sentence or the one before."""
    public = words("allegiance", "bodies of state")
    firms = (lowered("offices", "private bodies") | words("allegiance", "firms")) - public
    first = r.sents[max(0, r.sent_of[its] - 1)][0]
    last = next((r.low[k] for k in range(its - 1, first - 1, -1) if r.low[k] in public or r.low[k] in firms), None)
    return last in public


def _words(office: str) -> list[str]:
    return office.lower().replace("-", " ").split()


def _unofficial(title: str) -> bool:
    said = _words(title)
    listed = words("offices", "private") | lowered("offices", "unofficial")
    public = words("offices", "public before") & set(said) and said[-1] != "manager"  # “director general”
    return said[-1] in listed and not public


def _of_private_body(r: Reading, office: Office) -> bool:
    """“a company spokesman”, “the rebels' negotiator”, “head of the maker”, “its chairman” said of a union."""
    bodies = lowered("offices", "private bodies")
    if lowered("offices", "public bodies") & set(r.low[office.start : office.end]):
        return False
    at = next((k for k in range(office.head, office.end + 1) if r.low[k : k + 1] == ["at"]), None)
    if at and r.capital[at + 1 : at + 2] == [True]:
        if not lowered("offices", "public bodies") & set(r.low[at : at + BODY]):
            return not any(r.place[at : at + BODY])  # “vice-president at Cóndor Energía”
    if bodies & set(r.words[office.start : office.end]) - {r.words[office.head]}:
        return not any(r.place[k] for k in range(office.start, office.end))
    owner = office.possessor
    if owner is None or office.lemma in words("offices", "of state"):
        return False
    if "opposition" in r.low[office.left : office.end]:
        return False  # a party's
    if r.low[owner] in ("its", "their"):
        start = r.paragraph_start(owner)
        return not lowered("offices", "public bodies") & set(r.low[max(start, owner - REACH) : owner])
    named = r.capital[owner] and not r.place[owner] and owner not in r.towns and owner > r.sentence(owner)[0]
    state = lowered("offices", "public bodies") & set(r.low[max(r.sentence(owner)[0], owner - BODY) : owner + 1])
    firm = named and not state and office.lemma in words("offices", "of firms")
    person = fold(r.words[owner]) in _names(r)  # “Hanbada's vice president”, but “Kovač's chief of staff”
    return r.low[owner] in bodies | words("allegiance", "firms") or firm and not person


def _names(r: Reading) -> frozenset[str]:
    """The words of all names of persons in the text, as far as found."""
    return r.doc.user_data.get("names", frozenset())
