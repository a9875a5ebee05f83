"""The nouns: what a document can be found to say.

Every fact is a piece of evidence first: `document`, `start`, `end` and `quote`, where
`text[start:end] == quote` in the text as decoded (offsets count Unicode code points).
A fact is made with `Kind.at(text, document, start, end, …)`, which slices the quote itself, so
that no fact can carry words that are not there.
"""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

Bound = Literal["exact", "about", "over", "under"]


class Evidence(BaseModel):
    """The exact words of a document: code points `start` to `end`, and what stands there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: str = Field(description="id of the document")
    start: int = Field(ge=0, description="first code point")
    end: int = Field(gt=0, description="code point after the last")
    quote: str = Field(min_length=1, description="the words between start and end, unchanged")

    @classmethod
    def at(cls, text: str, document: str, start: int, end: int, **fields) -> Self:
        """The item whose evidence is `text[start:end]`; ValueError if the span is empty or outside."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"{document}: {start}–{end} is no span of a text of {len(text)} characters")
        return cls(document=document, start=start, end=end, quote=text[start:end], **fields)


class Fact(Evidence):
    """Evidence with a meaning; `why` says which rule found it and on what cue."""

    why: str = Field(default="", exclude=True, description="rule and cue, for `dossier explain`")


class Amount(Fact):
    kind: Literal["amount"] = "amount"
    value: float | None = Field(description="multiplied out; as printed if the magnitude is missing; null for a range")
    currency: str = Field(pattern="^[A-Z]{3}$", description="ISO 4217")
    low: float | None = Field(default=None, description="lower end of a range")
    high: float | None = Field(default=None, description="upper end of a range")
    bound: Bound = "exact"
    measure: str | None = Field(default=None, description="what is measured, in the source's words")
    period: str | None = Field(default=None, description="ISO date or interval the sum belongs to")
    as_printed: str = Field(description="number and magnitude as the source prints them")
    magnitude_missing: bool = Field(default=False, description="the source forgot its “million”")
    equivalent_of: str | None = Field(default=None, description="the sum, as printed, that this one translates")


class Percent(Fact):
    kind: Literal["percent"] = "percent"
    value: float | None = Field(description="percent, 30 for “30%”; null for a range")
    low: float | None = None
    high: float | None = None
    bound: Bound = "exact"
    measure: str | None = None
    period: str | None = None


class Date(Fact):
    kind: Literal["date"] = "date"
    date: str = Field(
        pattern=r"^-?\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?$",
        description="YYYY, YYYY-MM, YYYY-MM-DD, or an interval a/b",
    )
    basis: Literal["printed", "relative", "inferred"] = Field(
        description="printed in full; relative to publication or another date; inferred by arithmetic"
    )
    arithmetic: str | None = Field(default=None, description="how an inferred date was computed: “2022 − 30”")


class Person(Fact):
    kind: Literal["person"] = "person"
    name: str = Field(description="as printed most fully, without title or honorific")
    office: str | None = Field(default=None, description="as printed, without country")
    country: str | None = Field(default=None, pattern="^[A-Z]{2}$", description="ISO 3166-1 alpha-2")


class Meeting(Fact):
    kind: Literal["meeting"] = "meeting"
    participants: list[str] = Field(description="full names where known, else the office as printed")
    date: str | None = Field(default=None, description="ISO date or interval")
    place: str | None = None
    form: Literal["meeting", "call", "visit"] = "meeting"
    status: Literal["held", "planned", "cancelled"] = "held"


class Statement(Fact):
    kind: Literal["statement"] = "statement"
    speaker: str = Field(description="who says it, resolved: a full name, or the institution as printed")
    cue: str = Field(description="the word that reports it: said, according to, …")
    content: str = Field(description="what is said, as printed, without the attribution")
    mode: Literal["direct", "indirect"]
    negated: bool = Field(default=False, description="the speaker denies it")
    told_by: str | None = Field(default=None, description="who passes on the speaker's words")


class Topic(Fact):
    kind: Literal["topic"] = "topic"
    sectors: list[str] = Field(description="sectors the sentence is about, in the order of the subject")
    terms: list[str] = Field(default=[], description="the words that decided")


class Furniture(Fact):
    kind: Literal["furniture"] = "furniture"
    role: str = Field(description="navigation, byline, related, share, promo, legal, …")


AnyFact = Annotated[
    Amount | Percent | Date | Person | Meeting | Statement | Topic | Furniture, Field(discriminator="kind")
]
KINDS: dict[str, type[Fact]] = {
    model.model_fields["kind"].default: model
    for model in (Amount, Percent, Date, Person, Meeting, Statement, Topic, Furniture)
}


def columns(kind: str | None) -> set[str]:
    """The columns of the facts of a kind (of any, if it is none) that say something, and so can be a claim's value."""
    models = [KINDS[kind]] if kind in KINDS else KINDS.values()
    return {name for model in models for name in model.model_fields} - {"document", "start", "end", "kind", "why"}


_ANY = TypeAdapter(AnyFact)


def load(line: str | bytes) -> Fact:
    """One fact from its JSON line; pydantic's ValidationError names what is wrong."""
    return _ANY.validate_json(line)


def schema(published: bool = False) -> dict:
    """JSON Schema of one fact, made from the models; as `published`, with every field there, null or not."""
    return _ANY.json_schema(mode="serialization" if published else "validation")
