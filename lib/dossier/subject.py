"""Read the subject: `subject.yml` → typed models.

What a brief is about stands in that one file: parties, sectors and their roles, selectors, and where a
record's columns are found. The library speaks of a base (what ties rested on) and a challenger (what the
question asks about), never of a country or a sector by name.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, model_validator

from . import project
from .cards import OPEN, THIRD
from .entries import EntryFault, Misplaced, load
from .subjectparts import (
    Actors,
    Conflict,
    Contested,
    Exchange,
    Family,
    Heading,
    LikeForLike,
    Milestone,
    Money,
    Part,
    Pattern,
    Record,
    Tier,
)

__all__ = ["Family", "Heading", "Sector", "Subject", "SubjectError", "read_subject"]


class SubjectError(ValueError):
    """A subject that cannot be used; the message names the file, the place in it and the remedy."""


class Period(Part):
    """The years looked at; those before `turn` are compared with those from it on."""

    start: int
    end: int
    turn: int | None = None

    @model_validator(mode="after")
    def _runs_forward(self):
        if self.end < self.start:
            raise Misplaced(("end",), f"{self.end} lies before the start, {self.start}; the earlier year is `start`")
        if self.turn is not None and not self.start < self.turn <= self.end:
            raise Misplaced(("turn",), f"{self.turn} must lie after {self.start}, and not after {self.end}")
        return self

    @property
    def years(self) -> list[int]:
        return list(range(self.start, self.end + 1))


class Party(Part):
    code: str = Field(pattern="^[A-Z]{2}$", description="two capital letters, ISO 3166-1 alpha-2")
    role: Literal["first", "second"]
    name: str
    short: str
    demonym: str
    capital: str
    institutions: list[str] = []
    spellings: list[str] = []


class Roles(Part):
    base: str = Field(description="what the ties rested on")
    challenger: str = Field(description="what the question asks about")


class Sector(Part):
    id: str
    label: str
    colour: str = Field(pattern="^#[0-9A-Fa-f]{6}$", description="# and six hexadecimal digits, in quotation marks")
    tags: list[str] = Field(default=[], description="the record's tags that belong here")
    terms: list[str] = Field(default=[], description="terms of this subject, beside the language's own")


class Subject(Part):
    """All that is about one subject."""

    title: str
    subtitle: str
    question: str
    period: Period
    cutoff: dt.date
    compiled: str
    language: str = "en-GB"
    parties: list[Party] = Field(min_length=2)
    roles: Roles
    kin: Roles | None = None
    sectors: list[Sector]
    sides: dict[str, str] = {}
    outlets: dict[str, str] = {}
    sites: dict[str, str] = {}
    contested: list[Contested] = []
    exchange: list[Exchange] = []
    record: Record | None = None
    actors: list[Actors] = []
    tiers: list[Tier] = []
    effort: dict[str, list[str]] = {}
    money: Money | None = None
    like_for_like: LikeForLike | None = None
    contract: Pattern | None = Field(
        default=None, description="regular expression: words of a sentence that tells of a contract"
    )
    milestones: list[Milestone] = []
    labels: dict[str, str] = {}
    conflicts: list[Conflict] = []

    @model_validator(mode="after")
    def _agrees_with_itself(self):
        for fault in (*_twice(self), *_roles(self), *_sides(self)):
            raise fault
        return self

    def sector(self, id: str) -> Sector:
        """The sector of that id; KeyError lists those there are."""
        for sector in self.sectors:
            if sector.id == id:
                return sector
        raise KeyError(f"no sector “{id}”; there are {', '.join(s.id for s in self.sectors)}")

    @property
    def base(self) -> Sector:
        return self.sector(self.roles.base)

    @property
    def challenger(self) -> Sector:
        return self.sector(self.roles.challenger)

    @property
    def terms(self) -> dict[str, list[str]]:
        """Sector → the terms this subject adds to the language's own."""
        return {sector.id: sector.terms for sector in self.sectors if sector.terms}

    @property
    def turn(self) -> int:
        """The first year of the later part; the last year of the period where none is named."""
        return self.period.turn or self.period.end

    def actors_of(self, id: str) -> Actors:
        return _named(self.actors, id, "actors")

    def tier_of(self, id: str) -> Tier:
        return _named(self.tiers, id, "tiers")


def _named(entries: list, id: str, what: str):
    for entry in entries:
        if entry.id == id:
            return entry
    raise KeyError(f"no {what} “{id}”; there are {', '.join(e.id for e in entries)}")


def _roles(subject: Subject) -> Iterator[Misplaced]:
    """Roles that name no sector; parties that are not first and second."""
    known = [sector.id for sector in subject.sectors]
    for role, sector in subject.roles:
        if sector not in known:
            yield Misplaced(("roles", role), f"“{sector}” is no sector; write one of {', '.join(known)}")
    if len({party.role for party in subject.parties}) < 2:
        yield Misplaced(("parties",), "needs a party whose role is first and one whose role is second")


def _twice(subject: Subject) -> Iterator[Misplaced]:
    """Ids that stand on two entries of one list."""
    for name in ("sectors", "actors", "tiers"):
        times = Counter(entry.id for entry in getattr(subject, name))
        for number, entry in enumerate(getattr(subject, name)):
            times[entry.id] -= 1
            if times[entry.id] == 0 and any(other.id == entry.id for other in getattr(subject, name)[:number]):
                yield Misplaced((name, number, "id"), f"“{entry.id}” stands on two entries of {name}; rename one")


def _sides(subject: Subject) -> Iterator[Misplaced]:
    """Outlets and sites on a side that is none, and a side that has the name of what is not said yet."""
    known = [*dict.fromkeys([*subject.sides, THIRD])]
    if OPEN in subject.sides:
        yield Misplaced(("sides", OPEN), f"“{OPEN}” says that a side is not known yet; give this side another name")
    for name in ("outlets", "sites"):
        for outlet, side in getattr(subject, name).items():
            if side not in known:
                said = f"side “{side}” is none of {', '.join(known)}; write one of them, or add it under `sides:`"
                yield Misplaced((name, outlet), said)


def read_subject(folder: Path | str | None = None) -> Subject:
    """The subject of `folder` (else of the project); SubjectError lists every entry that is wrong, with its line."""
    path = Path(folder or project.seeds()) / "subject.yml"
    try:
        entries = load(path)
    except FileNotFoundError:
        raise SubjectError(f"{path}: not found; copy it from a project you know and change what is yours") from None
    except EntryFault as fault:
        raise SubjectError(str(fault)) from None
    try:
        return Subject.model_validate(entries.values)
    except ValidationError as error:
        raise SubjectError("\n".join(entries.faults(error, Subject))) from None
