"""Read the cards: `sources.yml` → what is known of each document, checked against the subject's sides."""

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, ValidationError

from .entries import Entries, EntryFault, load

THIRD, OPEN = "third", "open"  # sides that every subject has: of neither party, and not said yet


class SeedError(ValueError):
    """A document or card that cannot be used; the message names the file and the remedy."""


def _plain_name(name: str) -> str:
    if Path(name).name != name or name.startswith("."):
        raise ValueError("must be the bare name of a file in this folder")
    return name


def _without_password(url: HttpUrl) -> HttpUrl:
    if url.username or url.password:
        raise ValueError("the address holds a user name or password, which would be published; write it without them")
    return url


def _said(words: str) -> str:
    if not words.strip():
        raise ValueError("is empty; fill it in")
    return words


Said = Annotated[str, AfterValidator(_said)]


class Passage(BaseModel):
    """A part of a document that somebody else issued than the rest: its first and its last words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    begins: str
    ends: str
    origin: str

    def span(self, text: str) -> tuple[int, int] | None:
        """Offsets of the passage; None unless its first words stand in the text once and its last words follow."""
        start = text.find(self.begins)
        end = text.find(self.ends, start)
        once = start >= 0 and text.find(self.begins, start + 1) < 0
        return (start, end + len(self.ends)) if once and end >= 0 else None


class Card(BaseModel):
    """What is known of a document: one entry of `sources.yml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(
        pattern=r"^[a-z0-9][a-z0-9-]*$", description="lower-case letters, digits and hyphens, as in gazette-2024-05"
    )
    file: Annotated[str, AfterValidator(_plain_name)]
    title: Said
    publisher: Said
    published: dt.date
    published_basis: str = Field(description="how the date is known")
    published_inferred: bool = Field(default=False, description="is the date worked out, and not printed in the text?")
    url: Annotated[HttpUrl, AfterValidator(_without_password)]
    origin: Said = Field(description="who issued the text that the publisher prints")
    side: str = Field(description="whose account it is: the side of who issued it; of subject.yml, “third” or “open”")
    passages: list[Passage] = Field(default=[], description="parts of the text that somebody else issued")
    language: str = "en"
    licence: Said
    full_text: bool = Field(default=False, description="may the whole text stand in a published brief?")
    sha256: str = Field(pattern="^[0-9a-f]{64}$", description="64 hexadecimal digits, as `sha256sum` prints them")


def read_cards(folder: Path) -> list[Card]:
    """The cards of `sources.yml`; SeedError lists every card that is wrong, with its line and what to do."""
    path = Path(folder) / "sources.yml"
    entries = _entries(path)
    cards, faults = {}, []
    for number, entry in enumerate(entries.values or []):
        try:
            cards[number] = Card.model_validate(entry)
        except ValidationError as error:
            told = f"card {number + 1} ({_name_of(entry)}): "
            faults += [_named(said, told) for said in entries.faults(error, Card, (number,))]
    faults += [*_doubles(cards, entries), *_strange_sides(cards, entries, sides(folder))]
    if faults:
        raise SeedError("\n".join(faults))
    return [*cards.values()]


def _entries(path: Path) -> Entries:
    try:
        entries = load(path)
    except FileNotFoundError:
        raise SeedError(f"{path}: not found; write a card for each document, or run `dossier add FILE`") from None
    except EntryFault as fault:
        raise SeedError(str(fault)) from None
    if not isinstance(entries.values or [], list):
        raise SeedError(f"{entries.at()}: must be a list of cards; begin each with “- id:”")
    return entries


def _name_of(entry: object) -> str:
    return str(entry.get("id", "no id")) if isinstance(entry, dict) else "no “key: value” pairs"


def _named(said: str, told: str) -> str:
    """The message with the card's number and id after its place."""
    place, _, rest = said.partition(": ")
    return f"{place}: {told}{rest}"


def _doubles(cards: dict[int, Card], entries: Entries) -> list[str]:
    found = []
    for field in ("id", "file"):
        times = Counter(getattr(card, field) for card in cards.values())
        for number, card in cards.items():
            value = getattr(card, field)
            if times[value] > 1 and any(getattr(cards[n], field) == value for n in cards if n < number):
                where = entries.at((number, field))
                found.append(f"{where}: {field} “{value}” stands on two cards; rename or remove one")
    return found


def sides(folder: Path) -> list[str] | None:
    """The sides a card may name; None where no subject can be read, which others will say."""
    try:
        subject = load(Path(folder) / "subject.yml").values
    except (FileNotFoundError, EntryFault):
        return None
    named = subject.get("sides") if isinstance(subject, dict) else None
    return [*dict.fromkeys([*(named if isinstance(named, dict) else ()), THIRD])]


def _strange_sides(cards: dict[int, Card], entries: Entries, known: list[str] | None) -> list[str]:
    """A message for each card on a side that the subject does not have."""
    return [
        f"{entries.at((number, 'side'))}: card {number + 1} ({card.id}): side “{card.side}” is none of "
        f"{', '.join(known)}; write one of them, or add it under `sides:` in {entries.path.with_name('subject.yml')}"
        for number, card in cards.items() if known is not None and card.side not in (*known, OPEN)
    ]  # fmt: skip


def open_sides(folder: Path, only: str | None = None) -> list[str]:
    """A note for each card, or for that of the id, whose side nobody has said yet, with its place and what to do."""
    entries, known = load(Path(folder) / "sources.yml"), sides(folder) or [THIRD]
    return [
        f"{entries.at((number, 'side'))}: the side of “{entry.get('id')}” is open; write whose account it is: "
        f"{', '.join(known)}"
        for number, entry in enumerate(entries.values or [])
        if isinstance(entry, dict) and entry.get("side") == OPEN and only in (None, entry.get("id"))
    ]  # fmt: skip
