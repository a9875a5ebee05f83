"""What a reader keeps in mind: who was mentioned where, as subject or not, who met last, who was host and who guest."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dossier.find import gender
from dossier.reporting import table
from dossier.find.gathering import Person
from dossier.find.reading import Reading

if TYPE_CHECKING:
    from dossier.find.encounter import Encounter

MEMORY = 300  # mentions a reader keeps in mind; older ones are no antecedents
SUBJECTS = frozenset("nsubj nsubjpass".split())


@dataclass
class Event:
    """A person mentioned at word `at`; `subject` of a clause outside quotations; `main`: of the main clause."""

    at: int
    person: Person
    subject: bool
    sentence: int
    main: bool = False


@dataclass
class Discourse:
    """Who is meant by each referring word, and why; `gatherings`: the events that were told so far;
    `several`: those whom a word for several meant last.
    """

    r: Reading
    persons_at: dict[int, list[Person]] = field(default_factory=dict)
    why: dict[int, str] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    group: list[Person] = field(default_factory=list)
    groups: list[list[Person]] = field(default_factory=list)
    hosts: list[Person] = field(default_factory=list)
    guests: list[Person] = field(default_factory=list)
    visitors: list[Person] = field(default_factory=list)
    name_ends: dict[int, int] = field(default_factory=dict)
    everyone: list[Person] = field(default_factory=list)
    several: list[str] = field(default_factory=list)
    gatherings: list["Encounter"] = field(default_factory=list)

    def can_be(self, person: Person, woman: bool) -> bool:
        return gender.fits(person, woman)


def record(
    d: Discourse,
    places: Sequence[int],
    found: list[Person],
    number: int,
    outside: bool,
    why: str = "",
    heads: Sequence[int] = (),
) -> None:
    """Note that the words `places` mean `found`; `heads`: the words of the office that stands with a name."""
    verbs = [verb for k in (*places, *heads) if (verb := verb_of(d.r, k)) is not None] if outside else []
    for k in places:
        d.persons_at[k] = found
        if why:
            d.why[k] = why
    main = any(verb.dep_ == "ROOT" for verb in verbs)
    subject = bool(verbs) or d.r.shouting and outside and _before_verb(d.r, [*heads, *places], number)
    for person in found:
        d.events.append(Event(places[0], person, subject, number, main))
    if len(d.events) > 2 * MEMORY:
        del d.events[:MEMORY]


def verb_of(r: Reading, k: int):
    """The verb whose subject the word is, or None."""
    token = r.token(k)
    while token.dep_ in ("conj", "appos", "compound", "nmod") and token.head != token:
        token = token.head
    return token.head if token.dep_ in SUBJECTS else None


def _before_verb(r: Reading, places: Sequence[int], number: int) -> bool:
    """All in capitals, where the parse is worth little: a sentence begins so, or a verb of saying follows."""
    after = max(places) + 1
    return min(places) - r.sents[number][0] <= 1 or after < len(r) and r.low[after] in table()


def last_subject(d: Discourse) -> Person | None:
    return next((e.person for e in reversed(d.events) if e.subject), None)
