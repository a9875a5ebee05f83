"""The shipped subject and record, read once for all tests that count, and small changes to plant in them."""

import shutil
from functools import cache
from pathlib import Path

import pandas as pd
from dossier.record import Record, episodes, read_record
from dossier.subject import Subject, read_subject

SEEDS = Path(__file__).parent.parent / "seeds"


@cache
def subject() -> Subject:
    return read_subject(SEEDS)


@cache
def record() -> Record:
    return read_record(SEEDS)


def with_events(events: pd.DataFrame) -> Record:
    """The record with other events."""
    ours = record()
    return Record(events, episodes(events), ours.figures, ours.queries, ours.said)


def changed(column: str, ids: list[str], value: object) -> pd.DataFrame:
    """The shipped events with `value` planted in `column` of the rows `ids`."""
    events = record().events.copy()
    events[column] = [value if id in ids else old for id, old in zip(events.id, events[column], strict=True)]
    return events


def copy_of_seeds(folder: Path) -> Path:
    """A writable copy of the seeds, to plant in the files themselves."""
    return Path(shutil.copytree(SEEDS, folder / "seeds"))


def edit(path: Path, old: str, new: str) -> None:
    """Replace `old`, which must stand there, once."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name} does not hold {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def add_row(folder: Path, **cells: str) -> None:
    """Append a row to the copied chronology: the first row of the file with `cells` changed."""
    path = folder / "record" / "chronology.csv"
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    row = table[table.id == cells.pop("like", table.id.iloc[0])].assign(**cells)
    pd.concat([table, row]).to_csv(path, index=False)
