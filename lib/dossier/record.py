"""Read the public record: CSV tables → DataFrames, through the subject's column map.

The record holds our own accounts of public pages, never their words. An episode is one visit, call, text
or decision; several read-outs of it are rows with one `episode`. Count episodes, not rows.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from . import project
from .calendars import first_day
from .cards import THIRD
from .subject import Subject, read_subject

EVENT_COLUMNS = (
    "id episode date precision sort_date year event kind tags tags_indirect stance twin chain actors_first "
    "actors_second actor_type place publisher title url published same_as second_url side confidence tier since note"
).split()
FIGURE_COLUMNS = (
    "id measure period value unit as_reported bound low high kind basis derived reporter publisher url published "
    "second_url note inference"
).split()
QUERY_COLUMNS = "no round year family topic query results outcome".split()
EPISODE_COLUMNS = (
    "episode year sort_date date precision tags tags_indirect kinds chain actor_types tiers sides twin same_as rows "
    "evidence"
).split()
LINKED = "has a link that is no web address; write it whole, with https:// before it"
PRECISIONS = {4: "year", 7: "month", 10: "day"}


class RecordError(ValueError):
    """A record that cannot be counted; the message names the rows and the remedy."""


@dataclass(frozen=True)
class Record:
    """`events` (a row a read-out), `episodes` (a row an episode), `figures`, `queries`; `said` tells what was read."""

    events: pd.DataFrame
    episodes: pd.DataFrame
    figures: pd.DataFrame
    queries: pd.DataFrame
    said: str

    def __bool__(self) -> bool:
        return not self.events.empty

    def _repr_markdown_(self) -> str:
        return self.said


def read_record(folder: Path | str | None = None, subject: Subject | None = None) -> Record:
    """The record of the project's seeds; four empty tables, and `said` to tell so, where the subject has none.

    `tags`, `tags_indirect` and `chain` are tuples, `twin` and `derived` booleans, `sort_date` a timestamp that is
    for sorting only. Raises RecordError for a column that is not there, an id that stands twice, a date that is
    none or after the cut-off, a tag, tier or actor type the subject does not know, one event told as two episodes.
    """
    folder = Path(folder or project.seeds())
    subject = subject or read_subject(folder)
    if subject.record is None or not (folder / subject.record.folder).is_dir():
        return _nothing()
    place = folder / subject.record.folder
    events = _events(_table(place, subject.record.events, EVENT_COLUMNS), subject)
    figures = _figures(_table(place, subject.record.figures, FIGURE_COLUMNS))
    queries = _table(place, subject.record.queries, QUERY_COLUMNS)
    grouped = episodes(events)
    said = f"{len(events)} rows in {len(grouped)} episodes, {len(figures)} figures, {len(queries)} queries"
    return Record(events, grouped, figures, queries, said)


def published(name: str, folder: Path | str | None = None, subject: Subject | None = None) -> pd.DataFrame:
    """A count the record publishes of itself, to hold ours against; KeyError if the subject names none such."""
    folder = Path(folder or project.seeds())
    subject = subject or read_subject(folder)
    return pd.read_csv(folder / subject.record.folder / subject.record.published[name])


def episodes(events: pd.DataFrame) -> pd.DataFrame:
    """One row an episode of `events` (any selection of rows): its first date, the union of its tags, its rows."""
    if events.empty:
        return pd.DataFrame(columns=EPISODE_COLUMNS)
    ordered = events.sort_values(["sort_date", "id"], kind="stable")
    grouped = ordered.groupby("episode", sort=False)
    table = grouped.agg(
        year=("year", "first"), sort_date=("sort_date", "first"), date=("date", "first"),
        precision=("precision", "first"), tags=("tags", _union), tags_indirect=("tags_indirect", _union),
        kinds=("kind", _distinct), chain=("chain", _union), actor_types=("actor_type", _distinct),
        tiers=("tier", _distinct), sides=("side", _distinct), twin=("twin", "any"),
        same_as=("same_as", lambda ids: tuple(sorted(filter(None, ids)))), rows=("id", tuple),
    )  # fmt: skip
    table["evidence"] = [[f"record:{id}" for id in rows] for rows in table["rows"]]
    return table.reset_index()[EPISODE_COLUMNS]


def _union(tuples: pd.Series) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag for tags in tuples for tag in tags))


def _distinct(values: pd.Series) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _nothing() -> Record:
    empty = [pd.DataFrame(columns=names) for names in (EVENT_COLUMNS, EPISODE_COLUMNS, FIGURE_COLUMNS, QUERY_COLUMNS)]
    return Record(*empty, said="There is no public record for this subject: what follows rests on the documents alone.")


def _table(place: Path, columns, names: list[str]) -> pd.DataFrame:
    path = place / columns.file
    try:
        raw = pd.read_csv(path, dtype=str, keep_default_na=False)
    except FileNotFoundError:
        raise RecordError(f"{path}: not found; put it there, or take `record:` out of subject.yml") from None
    except UnicodeDecodeError:
        raise RecordError(f"{path}: is not UTF-8; save the file as UTF-8") from None
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        said = " ".join(str(error).split())
        raise RecordError(f"{path}: is no table: {said}; quote cells that hold a comma") from None
    absent = [theirs for theirs in columns.columns.values() if theirs not in raw.columns]
    unmapped = [ours for ours in names if ours not in columns.columns]
    if absent or unmapped:
        raise RecordError(
            f"{path}: has no column {', '.join(absent) or '–'}; "
            f"not mapped in subject.yml: {', '.join(unmapped) or '–'}; correct `columns` there"
        )
    table = raw.rename(columns={theirs: ours for ours, theirs in columns.columns.items()})[names]
    table.attrs |= {"path": path, "links": _pattern(place, columns)}
    return table


def _pattern(place: Path, columns) -> str:
    """What the record's own data package asks of the links of a table; anything, if it asks nothing."""
    package = place / "datapackage.json"
    try:
        resources = json.loads(package.read_text("utf-8")).get("resources", []) if package.is_file() else []
    except ValueError as error:
        raise RecordError(f"{package}: is no JSON: {error}; correct it") from None
    fields = (f for r in resources if r.get("path") == columns.file for f in r.get("schema", {}).get("fields", []))
    limits = next((f.get("constraints", {}) for f in fields if f.get("name") == columns.columns.get("url")), {})
    return limits.get("pattern", ".*")


def _kept(table: pd.DataFrame, pattern: str) -> pd.Series:
    return table.url.str.contains(pattern)


def _placed(path: Path, faults: list[tuple[str, int, str]]) -> list[str]:
    """Faults of rows (id, number from nought, why) with the file and the line on which each row begins."""
    begins, line = [], 1
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines)
        for row in reader:
            begins += [line] if row else []  # pandas passes over an empty line
            line = reader.line_num + 1
    return [f"{path}:{begins[number + 1]}: {id}: {why}" for id, number, why in faults]


def _events(raw: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    table = raw.assign(
        sort_date=pd.to_datetime(raw.sort_date, errors="coerce"),
        year=pd.to_numeric(raw.year, errors="coerce").astype("Int64"),
        twin=raw.twin.eq("true"),
        **{name: raw[name].map(_split) for name in ("tags", "tags_indirect", "chain")},
    )
    faults = [*_faults(table, subject), *_doubles(table)]
    if faults:
        raise RecordError("\n".join(_placed(raw.attrs["path"], faults)))
    return table.assign(year=table.year.astype(int), evidence=[[f"record:{id}"] for id in table.id])


def _split(tags: str) -> tuple[str, ...]:
    return tuple(filter(None, tags.split(";")))


def _faults(events: pd.DataFrame, subject: Subject) -> list[tuple[str, int, str]]:
    """What no count may be built on: id and number of the row, and why, with the remedy."""
    known = {tag for sector in subject.sectors for tag in sector.tags}
    types = {type for actors in subject.actors for type in actors.types}
    tiers = {tier for entry in subject.tiers for tier in entry.tiers}
    sides = [*dict.fromkeys([*subject.sides, THIRD])]
    used, precision = events.tags + events.tags_indirect, events.date.str.len().map(PRECISIONS)
    kinds = ", ".join(sorted(types))
    wrong = {
        "stands twice; give each row an id of its own": events.id.duplicated(),
        "has no date that can be sorted; correct it": events.sort_date.isna() | events.year.isna(),
        "has a `date` that is none; write YYYY-MM-DD, YYYY-MM or YYYY": ~events.date.map(_is_date),
        "has a day of publication that is none; write YYYY-MM-DD, or leave it empty": (
            events.published.ne("") & ~events.published.map(_is_date)
        ),
        f"is dated after the cut-off of {subject.cutoff}; take it out": events.sort_date > pd.Timestamp(subject.cutoff),
        "prints a date whose precision is another; correct the date or `precision`": precision != events.precision,
        "has no tag, or one the sectors of subject.yml do not hold; correct it, or add it there": ~used.map(
            lambda tags: bool(tags) and {*tags} <= known
        ),
        LINKED: ~_kept(events, events.attrs["links"]),
        f"has an actor type that is none of {kinds}; write one of them": ~events.actor_type.isin(types),
        f"has a tier that is none of {', '.join(sorted(tiers))}; write one of them": ~events.tier.isin(tiers),
        f"is on a side that is none of {', '.join(sides)}; write one of them": ~events.side.isin(sides),
        "has another year than the first row of its episode; give all its rows that year": (
            events.year != _first_year(events)
        ),
    }
    return [*_told(events, wrong)]


def _told(table: pd.DataFrame, wrong: dict[str, pd.Series]) -> Iterator[tuple[str, int, str]]:
    """Each wrong row by id and number, with why; what cannot be compared is wrong for another reason."""
    for why, rows in wrong.items():
        yield from ((table.id[n], n, why) for n, bad in enumerate(rows.astype("boolean").fillna(False)) if bad)


def _is_date(printed: str) -> bool:
    """A day, month or year that exists, as ISO 8601 writes it."""
    try:
        return bool(printed) and first_day(printed).isoformat().startswith(printed)
    except ValueError:
        return False


def _first_year(events: pd.DataFrame) -> pd.Series:
    return events.groupby("episode").sort_date.transform("min").dt.year


def _doubles(events: pd.DataFrame) -> list[tuple[str, int, str]]:
    """Rows that tell one event, in the same words or of the same page and day, as two episodes."""
    told = events.assign(words=events.event.str.casefold().str.strip())
    twice = pd.concat([told.groupby([key, "date"]).episode.transform("nunique") for key in ("words", "url")], axis=1)
    why = "the same event stands under another episode; join or remove one"
    return [(told.id[number], number, why) for number, times in enumerate(twice.max(axis=1)) if times > 1]


def _figures(raw: pd.DataFrame) -> pd.DataFrame:
    numbers = {name: pd.to_numeric(raw[name], errors="coerce") for name in ("value", "low", "high")}
    wrong = {"stands twice; give each row an id of its own": raw.id.duplicated()} | {
        f"has a `{name}` that is no number; write digits, with a point": raw[name].ne("") & numbers[name].isna()
        for name in numbers
    } | {LINKED: ~_kept(raw, raw.attrs["links"])}
    if faults := [*_told(raw, wrong)]:
        raise RecordError("\n".join(_placed(raw.attrs["path"], faults)))
    return raw.assign(**numbers, derived=raw.derived.eq("true"), evidence=[[f"record:{id}"] for id in raw.id])
