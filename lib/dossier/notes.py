"""Notes: what whoever added a document should look at. None of them stops a render.

A side that nobody has said, a day of publication that the text contradicts, values that no fact was read from.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from . import evidence
from .cards import Card, SeedError, open_sides, read_cards
from .entries import load
from .printed import contradiction
from .seeds import decode
from .tabular import told
from .wording import date_in_words


class Read(NamedTuple):
    """As much of a fact of `_build/facts.jsonl` as tells where it stands."""

    kind: str
    start: int
    end: int


def notes(folder: Path, only: str | None = None, facts: Path | None = None) -> list[str]:
    """What there is to note of the documents of `folder`, or of the one with that id; [] where no card can be read.

    Of values in tables only where the file of `facts` that were read from the documents is given.
    """
    try:
        cards = [card for card in read_cards(folder) if only in (None, card.id)]
        texts = {card.id: decode((folder / card.file).read_bytes(), card.file) for card in cards}
    except (SeedError, OSError):  # the faults that others tell
        return []
    read = _read(facts) if facts and facts.is_file() else {}
    return [
        *open_sides(folder, only),
        *_misdated(folder, cards, texts),
        *(
            f"{folder / card.file}: {said}"
            for card in cards
            if card.id in read and (said := told(texts[card.id], read[card.id]))
        ),
    ]


def _misdated(folder: Path, cards: list[Card], texts: dict[str, str]) -> Iterator[str]:
    """A note for each card whose day of publication is none of those that its text prints."""
    entries = load(folder / "sources.yml")
    number = {entry["id"]: number for number, entry in enumerate(entries.values or [])}
    for card in cards:
        if found := contradiction(texts[card.id], card.published, card.published_basis):
            yield (
                f"{folder / card.file}:{found.line}: prints “{found.words}”, but its card says that it was published "
                f"on {date_in_words(str(card.published))} ({entries.at((number[card.id], 'published'))}); what it tells "
                "without a year, such as “Thursday”, is read from the card: correct `published` there, or, if both "
                "are right, name the printed day under `published_basis`"
            )


def _read(facts: Path) -> dict[str, list[Read]]:
    """The facts of the file by document."""
    found: dict[str, list[Read]] = {}
    for fact in evidence.facts(facts):
        found.setdefault(fact["document"], []).append(Read(fact["kind"], fact["start"], fact["end"]))
    return found
