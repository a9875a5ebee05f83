"""The nouns of the gold: a text as a careful reader annotated it, and how its words are found in the text.

The annotation names words, never offsets; `matches` finds them. What the fields mean stands in gold/GUIDE.md.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

GOLD = Path(__file__).parent / "gold"
SPLITS = ("seeds", "train", "dev", "test")
SECTORS = ("energy", "defence", "trade_investment", "peace", "reconstruction_demining", "other")
BOUNDS = ("exact", "about", "over", "under")
ZONES = ("headline", "standfirst", "dateline", "caption", "body", "furniture")
ROLES = ("navigation", "byline", "source", "related", "share", "promo", "tags", "comments", "legal")
FORMS, STATUSES, MODES = ("meeting", "call", "visit"), ("held", "planned", "cancelled"), ("direct", "indirect")
BASES = ("printed", "relative", "inferred")

# Per kind: the fields that must be given, and those that may be left out with their default.
FIELDS = {
    "amount": (
        ("value", "currency"),
        {
            "low": None, "high": None, "bound": "exact", "measure": None, "period": None, "as_printed": None,
            "magnitude_missing": False, "equivalent_of": None,
        },
    ),
    "percent": (("value",), {"low": None, "high": None, "bound": "exact", "measure": None, "period": None}),
    "date": (("date", "basis"), {"arithmetic": None}),
    "person": (("name",), {"office": None, "country": None}),
    "meeting": (("participants",), {"date": None, "place": None, "form": "meeting", "status": "held"}),
    "statement": (
        ("speaker", "cue", "content"),
        {"mode": "indirect", "negated": False, "told_by": None},
    ),
    "topic": (("sectors",), {"terms": ()}),
}  # fmt: skip


class GoldError(ValueError):
    """An annotation that cannot be right; the message names file, fact and reason."""


@dataclass(frozen=True)
class Line:
    """A line of the text that is not blank: code points `start` to `end`, its zone and, if furniture, its role."""

    number: int
    start: int
    end: int
    zone: str
    role: str | None = None


@dataclass(frozen=True)
class GoldFact:
    """One annotated fact: `text[start:end]`, its fields, and which of its readings are open."""

    kind: str
    start: int
    end: int
    fields: dict
    alternatives: dict = field(default_factory=dict)
    optional: bool = False


@dataclass(frozen=True)
class Gold:
    """A text as a careful reader annotated it."""

    id: str
    split: str
    annotator: str
    path: Path
    text: str
    published: dt.date | None
    lines: tuple[Line, ...]
    facts: tuple[GoldFact, ...]

    def of(self, kind: str) -> list[GoldFact]:
        return [fact for fact in self.facts if fact.kind == kind]


def matches(quote: str, text: str) -> Iterator[tuple[int, int]]:
    """Spans of `quote` in `text`: whitespace matches any whitespace, “A … B” what begins with A and ends with B."""
    parts = [r"\s+".join(re.escape(word) for word in part.split()) for part in quote.split(" … ")]
    before = r"(?<!\w)" if re.match(r"\w", quote) else ""
    after = r"(?!\w)" if re.search(r"\w$", quote) else ""
    for match in re.finditer(before + r"[\s\S]{1,1500}?".join(parts) + after, text):
        yield match.span()
