"""Look up the rows of the record that the subject names: what is named there and is no row would show nowhere."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from .entries import load
from .record import Record
from .subject import Subject


def unknown(seeds: Path, subject: Subject, record: Record) -> list[str]:
    """A message, with its line, for each id of labels, conflicts, milestones and money that is no row of the record."""
    if not record:
        return []
    entries, known = load(seeds / "subject.yml"), {*record.events.id, *record.events.episode, *record.figures.id}
    return [
        f"{entries.at(place)}: {'.'.join(map(str, place))}: “{id}” is no row of the record; "
        f"correct it, or take it out{_like(id, known)}"
        for place, id in _named(subject) if id not in known
    ]  # fmt: skip


def _named(subject: Subject) -> Iterator[tuple[tuple, str]]:
    """Where the subject names a row, and its id."""
    yield from ((("labels", id), id) for id in subject.labels)
    for number, conflict in enumerate(subject.conflicts):
        yield from ((("conflicts", number, "rows"), id) for id in conflict.rows)
    yield from ((("milestones", n, "record"), one.record) for n, one in enumerate(subject.milestones) if one.record)
    if subject.money:
        yield from ((("money", "apart", n), id) for n, id in enumerate(subject.money.apart))
        yield from ((("money", "narrower", id), id) for id in subject.money.narrower)


def _like(id: str, known: set[str]) -> str:
    close = get_close_matches(id, sorted(known), 1, 0.6)
    return f" (did you mean {close[0]}?)" if close else ""
