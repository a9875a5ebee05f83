"""A case: a person with a bare office whose country is asked for, and what a rule may answer."""

from dataclasses import dataclass

from dossier.find.gathering import Person
from dossier.find.mention import Mention
from dossier.find.office import Office

Told = str | Person | None  # a country, or a person whose country it is (told only later)
OF_NONE = "–"  # told instead of a country: the person serves an international body, or no state


@dataclass(eq=False)
class Case:
    """A person whose country is asked for: the mention and office that count, where they begin, and their sentence."""

    person: Person
    mention: Mention
    office: Office | None
    left: int
    start: int
    sentence: int
