"""What a reader keeps in mind: who was mentioned where, as subject or not, and who met last."""

from dataclasses import dataclass, field

from dossier.find.gathering import Person
from dossier.find.reading import Reading

MEMORY = 300  # mentions a reader keeps in mind; older ones are no antecedents
SUBJECTS = frozenset("nsubj nsubjpass".split())


@dataclass
class Event:
    """A person mentioned at word `at`; `subject` of a clause, outside quotations."""

    at: int
    person: Person
    subject: bool
    sentence: int


@dataclass
class Discourse:
    """Who is meant by each referring word, and why."""

    r: Reading
    persons_at: dict[int, list[Person]] = field(default_factory=dict)
    why: dict[int, str] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    group: list[Person] = field(default_factory=list)
    name_ends: dict[int, int] = field(default_factory=dict)
    everyone: list[Person] = field(default_factory=list)


def record(d: Discourse, places, found: list[Person], number: int, outside: bool, why: str = "") -> None:
    at = places[0]
    subject = outside and any(_is_subject(d.r, k) for k in places)
    for k in places:
        d.persons_at[k] = found
        if why:
            d.why[k] = why
    for person in found:
        d.events.append(Event(at, person, subject, number))
    if len(d.events) > 2 * MEMORY:
        del d.events[:MEMORY]


def _is_subject(r: Reading, k: int) -> bool:
    token = r.token(k)
    while token.dep_ in ("conj", "appos", "compound", "nmod") and token.head != token:
        token = token.head
    return token.dep_ in SUBJECTS
