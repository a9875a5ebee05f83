"""Counterparts: the office of “his Armenian counterpart Z”, “their Maltese colleague”, “Pyo's predecessor”."""

from dossier.find.gathering import Person
from dossier.find.mention import Mention, role
from dossier.find.office import COUNTERPARTS
from dossier.find.reading import Reading

ACTS = ("nsubj", "nsubjpass")
NEAR = 6  # sentences within which a counterpart is named
BEFORE_AND_AFTER = frozenset(("predecessor", "successor"))


def counterparts(r: Reading, found: list[Person]) -> None:
    """“his Armenian counterpart Z” holds the office of the person whose counterpart Z is."""
    for person in found:
        mention = next((m for m in person.mentions if any(o.lemma in COUNTERPARTS for o in m.offices)), None)
        if mention is None:
            continue
        other = _possessor(r, mention, found) or _before(r, mention, found, person)
        if other and not person.offices:
            person.offices, person.titles = other.offices[-1:], other.titles[-1:]
            if r.low[mention.offices[0].end : mention.offices[0].end + 1] == ["in"]:  # “her counterpart in Cali, A”
                person.offices = [office.partition(" of ")[0] for office in person.offices]
        if other and any(o.lemma in BEFORE_AND_AFTER for o in mention.offices):
            person.country = person.country or other.country


def _possessor(r: Reading, mention: Mention, found: list[Person]) -> Person | None:
    """“Pyo's predecessor”: the person named."""
    owners = {o.possessor for o in mention.offices if o.lemma in COUNTERPARTS}
    return next((p for p in found for m in p.mentions if m.end - 1 in owners), None)


def _before(r: Reading, mention: Mention, found: list[Person], person: Person) -> Person | None:
    """Whose counterpart somebody is: the last who acts, in the sentence, else before it, by name or office."""
    whose = {"his": True, "her": False}.get(next((r.low[o.left] for o in mention.offices), ""))
    here = r.sent_of[mention.start]
    if any(_acts_before(r, mention, m) for p in found if not p.offices and p is not person for m in p.mentions):
        return None  # “A is due, and his counterpart B”: what A is, the text leaves out
    earlier = [
        (r.sent_of[m.start] == here, role(r, m) in ACTS or r.low[m.end : m.end + 2] == [",", "who"], m.start, p)
        for p in found if p is not person and p.offices and (whose is None or p.female is not whose)
        for m in p.mentions if m.start < mention.start and r.sent_of[m.start] >= here - NEAR
    ]  # fmt: skip
    known = list(dict.fromkeys(p for *_, p in earlier))
    if whose is None and (several := _of_subject(r, mention, known)):
        return several
    earlier += [(False, True, k, p) for k, p in _by_office(r, mention.start, known)]
    return max(earlier, key=lambda known: known[:3])[3] if earlier else None


def _acts_before(r: Reading, mention: Mention, other: Mention) -> bool:
    """Is the other the subject of a verb before the mention, in its sentence?"""
    same = r.sent_of[other.start] == r.sent_of[mention.start] and other.end <= mention.start
    return same and role(r, other) in ACTS


def _of_subject(r: Reading, mention: Mention, known: list[Person]) -> Person | None:
    """“The ministers spoke with their Maltese colleague Z”: the first of those whom the subject's office means."""
    start = r.sentence(mention.start)[0]
    acting = [o for o in r.doc._.offices or () if start <= o.head and o.end <= mention.start and o.plural]
    lemmas = {o.lemma for o in acting if r.token(o.head).dep_ in ACTS}
    return next((p for p in known if any(title.split()[-1] in lemmas for title in p.titles)), None)


def _by_office(r: Reading, before: int, people: list[Person]) -> list[tuple[int, Person]]:
    """“The Minister will be received”: who acts by an office alone, in the sentences before."""
    heads = [
        o
        for o in r.doc._.offices or ()
        if o.end <= before and r.sent_of[before] - 2 <= r.sent_of[o.head] < r.sent_of[before]
    ]
    return [
        (o.head, p) for o in heads if r.token(o.head).dep_ in ACTS
        for p in people
        if any(title.endswith(o.lemma) for title in p.titles) and not any(o in m.offices for m in p.mentions)
    ]  # fmt: skip
