"""A document: the text that facts are found in, and what is known of it."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # who only extracts reads no cards
    from .cards import Card


@dataclass(frozen=True)
class Document:
    """A text and what is known of it; `text` is as decoded, offsets count its code points."""

    id: str
    text: str
    published: dt.date | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    card: "Card | None" = None
