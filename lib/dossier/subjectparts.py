"""What a subject has beside its parties and sectors: its record, who is counted, its money, its like-for-like texts."""

import datetime as dt
import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


class Part(BaseModel):
    """An entry of `subject.yml`: it has the keys it names, and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"“{pattern[:60]}” is no regular expression: {error}; correct it") from None
    return pattern


Pattern = Annotated[str, AfterValidator(_compiles)]


class Contested(Part):
    term: str
    house: str = Field(description="what we write instead")
    rule: str


class Exchange(Part):
    """A plausible rate: between `low` and `high` units of `of` for one unit of `for_one`."""

    of: str
    for_one: str
    low: float
    high: float
    basis: str


class Columns(Part):
    file: str
    columns: dict[str, str] = Field(description="our name → the file's name")


class Twin(Part):
    country: str
    label: str


class Record(Part):
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
    one_release: Pattern = Field(default="one release", description="said where two pages rest on one release")
    opening_only: Pattern = "only the opening"
    not_read_again: str = "not read again"


class Actors(Part):
    id: str
    label: str
    types: list[str]


class Tier(Part):
    id: str
    label: str
    tiers: list[str]


class Family(Part):
    label: str
    measures: list[str]
    unit: str | None = None


class Parts(Part):
    total: str
    parts: list[str]
    period: str
    tolerance: float = Field(ge=0, description="how far the parts may miss the total, in the figures' unit")


class Money(Part):
    stock: str
    part: str
    share: str
    unit: str
    told: Pattern | None = Field(
        default=None, description="regular expression: words of a sentence that tells of such money"
    )
    apart: list[str] = []
    narrower: dict[str, str] = Field(default={}, description="row of the part that tells of less → of what, in a word")
    words: dict[str, str] = Field(default={}, description="measure → what a reader would call it")
    families: list[Family] = []
    trade: list[Family] = []
    parts: list[Parts] = []


class Room(Part):
    label: str
    select: dict[str, Pattern] = Field(description="column → regular expression")


class Heading(Part):
    label: str
    tags: list[str] = []
    words: Pattern | None = Field(default=None, description="regular expression on the record's account")


class Untold(Part):
    """A topic that the tags of a room's row name, but not of what was said in that room."""

    room: str
    topic: str
    date: dt.date
    why: str = Field(description="whose words or which room the tag comes from")


class LikeForLike(Part):
    dates: list[dt.date]
    select: dict[str, Pattern] = {}
    rooms: list[Room]
    topics: list[Heading]
    series: list[Room] = []
    untold: list[Untold] = []


class Milestone(Part):
    label: str
    fact: dict[str, str] | None = None
    record: str | None = None


class Conflict(Part):
    rows: list[str]
    question: str
    says: list[str]
    reading: str
