"""Read the subject: `subject.yml` → typed models.

What a brief is about stands in that one file: parties, sectors and their roles, selectors, and where a
record's columns are found. The library speaks of a base (what ties rested on) and a challenger (what the
question asks about), never of a country or a sector by name.
"""

import datetime as dt
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from . import project


class SubjectError(ValueError):
    """A subject that cannot be used; the message names the file, the place in it and the remedy."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Period(_Model):
    """The years looked at; those before `turn` are compared with those from it on."""

    start: int
    end: int
    turn: int | None = None

    @property
    def years(self) -> list[int]:
        return list(range(self.start, self.end + 1))


class Party(_Model):
    code: str = Field(pattern="^[A-Z]{2}$", description="ISO 3166-1 alpha-2")
    role: Literal["first", "second"]
    name: str
    short: str
    demonym: str
    capital: str
    institutions: list[str] = []
    spellings: list[str] = []


class Roles(_Model):
    base: str = Field(description="what the ties rested on")
    challenger: str = Field(description="what the question asks about")


class Sector(_Model):
    id: str
    label: str
    colour: str = Field(pattern="^#[0-9A-Fa-f]{6}$")
    tags: list[str] = Field(default=[], description="the record's tags that belong here")
    terms: list[str] = Field(default=[], description="terms of this subject, beside the language's own")


class Contested(_Model):
    term: str
    house: str = Field(description="what we write instead")
    rule: str


class Exchange(_Model):
    """A plausible rate: between `low` and `high` units of `of` for one unit of `for_one`."""

    of: str
    for_one: str
    low: float
    high: float
    basis: str


class Columns(_Model):
    file: str
    columns: dict[str, str] = Field(description="our name → the file's name")


class Twin(_Model):
    country: str
    label: str


class Record(_Model):
    """Where the public record stands and how it is read; the patterns are regular expressions on its notes."""

    folder: str
    protocol: str | None = None
    edition: str | None = None
    licence: str | None = None
    events: Columns
    figures: Columns
    queries: Columns
    published: dict[str, str] = Field(default={}, description="counts the record publishes of itself: name → file")
    twin: Twin | None = None
    critical: str = "critical"
    one_release: str = Field(default="one release", description="said where two pages rest on one release")
    opening_only: str = "only the opening"
    not_read_again: str = "not read again"


class Actors(_Model):
    id: str
    label: str
    types: list[str]


class Tier(_Model):
    id: str
    label: str
    tiers: list[str]


class Family(_Model):
    label: str
    measures: list[str]
    unit: str | None = None


class Parts(_Model):
    total: str
    parts: list[str]
    period: str
    tolerance: float = Field(ge=0, description="how far the parts may miss the total, in the figures' unit")


class Money(_Model):
    stock: str
    part: str
    share: str
    unit: str
    told: str | None = Field(
        default=None, description="regular expression: words of a sentence that tells of such money"
    )
    apart: list[str] = []
    words: dict[str, str] = Field(default={}, description="measure → what a reader would call it")
    families: list[Family] = []
    trade: list[Family] = []
    parts: list[Parts] = []


class Room(_Model):
    label: str
    select: dict[str, str] = Field(description="column → regular expression")


class Heading(_Model):
    label: str
    tags: list[str] = []
    words: str | None = Field(default=None, description="regular expression on the record's account")


class LikeForLike(_Model):
    dates: list[dt.date]
    select: dict[str, str] = {}
    rooms: list[Room]
    topics: list[Heading]
    series: list[Room] = []


class Milestone(_Model):
    label: str
    fact: dict[str, str] | None = None
    record: str | None = None


class Conflict(_Model):
    rows: list[str]
    question: str
    says: list[str]
    reading: str


class Subject(_Model):
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
    contract: str | None = Field(
        default=None, description="regular expression: words of a sentence that tells of a contract"
    )
    milestones: list[Milestone] = []
    labels: dict[str, str] = {}
    conflicts: list[Conflict] = []

    @model_validator(mode="after")
    def _roles_are_sectors(self):
        known = [sector.id for sector in self.sectors]
        for role, sector in self.roles:
            if sector not in known:
                raise ValueError(f"roles.{role} is “{sector}”, but the sectors are {', '.join(known)}")
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


def read_subject(folder: Path | str | None = None) -> Subject:
    """The subject of `folder` (else of the project); SubjectError lists every entry that is wrong and why."""
    path = Path(folder or project.seeds()) / "subject.yml"
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SubjectError(f"{path}: not found; copy it from a project you know and change what is yours") from None
    except (yaml.YAMLError, ValueError) as error:  # ValueError: bytes that are not UTF-8, a day that is none
        raise SubjectError(f"{path}: is not plain YAML in UTF-8: {error}") from None
    try:
        return Subject.model_validate(entries)
    except ValidationError as error:
        reasons = (f"{'.'.join(map(str, e['loc'])) or 'subject'}: {e['msg']}" for e in error.errors())
        raise SubjectError(f"{path}: " + "; ".join(reasons)) from None
