"""Say what every column means: a row for each column of each CSV of the data edition, with its type.

The meanings of the facts' columns come from their models, those of the record from its data package, those of a
figure's data and of a table from `notebooks/codebook.yml`, where whoever draws or names one writes them.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from . import schemas, tables
from .claims import ISO_DATE
from .entries import Entries, EntryFault, load
from .facts import KINDS
from .faults import Fault
from .subject import Subject

COLUMNS = {
    "file": "the CSV of this edition",
    "column": "its column",
    "type": "text, number, integer, boolean, date, list or any of them; “or empty” where a cell may hold nothing",
    "meaning": "what the column holds",
}
FIGURES = "notebooks/codebook.yml"
PACKAGE = "seeds/record/datapackage.json"
EVIDENCE = "evidence"  # the last column of every table of the brief
CITED = "ids of the evidence that the row rests on; empty where its cells rest on none by themselves"
_PLAIN = {"string": "text", "array": "list", "year": "integer", "any": "text"}


class Column(NamedTuple):
    file: str
    column: str
    type: str
    meaning: str


def codebook(
    record: Path | None, figures: Iterable[dict], meanings: dict[str, dict[str, str]], tables: Iterable[dict] = ()
) -> list[Column]:
    """A row a column of facts, claims, record, figures, tables and of the codebook itself."""
    found = [Column("facts.csv", name, _of_facts(name), said) for name, said in fact_columns().items()]
    shapes = schemas.claims()["additionalProperties"]["properties"]
    found += [Column("claims.csv", name, _plain(shapes[name]), said) for name, said in schemas.CLAIM_COLUMNS.items()]
    for file, fields in record_fields(record).items():
        found += [
            Column(file, field["name"], _plain(schemas.cell(field)), field.get("description", "")) for field in fields
        ]
    for figure in figures:
        for name, kind in grid(figure).items():
            said = meanings.get(figure["name"], {}).get(name, "")
            found.append(Column(f"figures/{figure['name']}.csv", name, kind, said))
    for entry in tables:
        for name, kind in heads(entry).items():
            said = meanings.get(entry["name"], {}).get(name, "")
            found.append(Column(f"tables/{entry['name']}.csv", name, kind, said))
        found.append(Column(f"tables/{entry['name']}.csv", EVIDENCE, "list or empty", CITED))
    return found + [Column("codebook.csv", name, "text", said) for name, said in COLUMNS.items()]


def fact_columns() -> dict[str, str]:
    """Every field of every kind of fact, with its meaning; kind first."""
    columns = {"kind": f"kind of fact: {', '.join(KINDS)}"}
    for model in KINDS.values():
        for name, field in model.model_fields.items():
            if not field.exclude and name != "kind":
                columns.setdefault(name, field.description or tables.DEFINITIONS[name])
    return columns


def _of_facts(column: str) -> str:
    """The type of a column of all facts: empty where a kind of fact has no such field, or none is known."""
    shapes = [model.model_json_schema()["properties"].get(column) for model in KINDS.values()]
    kind = next(_plain(shape) for shape in shapes if shape)
    return kind if all(shapes) or kind.endswith("or empty") else f"{kind} or empty"


def _plain(shape: dict) -> str:
    """A JSON Schema's type in the words of the codebook."""
    if not {"type", "enum", "anyOf", "const"} & shape.keys():
        return "any"
    types = [part.get("type", []) for part in (shape, *shape.get("anyOf", ()))]
    kinds = [kind for one in types for kind in ([one] if isinstance(one, str) else one)]
    known = [kind for kind in kinds if kind != "null"]
    word = "date" if shape.get("format") == "date" else _PLAIN.get(known[0], known[0]) if known else "text"
    return f"{word} or empty" if "null" in kinds else word


def record_fields(record: Path | None) -> dict[str, list[dict]]:
    """File of the edition → fields of that table of the record, as its data package has them; none without one."""
    path = record / "datapackage.json" if record else None
    if path is None or not path.is_file():
        return {}
    resources = json.loads(path.read_text(encoding="utf-8")).get("resources", [])
    return {f"record/{entry['path']}": entry["schema"]["fields"] for entry in resources if entry.get("schema")}


def grid(figure: dict) -> dict[str, str]:
    """Column → type of a figure's data, told by its cells."""
    data = figure.get("data") or {"columns": [], "rows": []}
    if isinstance(data, list):
        data = {"columns": list(data[0]) if data else [], "rows": [list(row.values()) for row in data]}
    names = [column["name"] if isinstance(column, dict) else column for column in data["columns"]]
    return {name: _kind([row[at] for row in data["rows"]]) for at, name in enumerate(names)}


def heads(entry: dict) -> dict[str, str]:
    """Column → type of a named table, told by its cells' values."""
    names = [column["label"] for column in entry["columns"]]
    return {name: _kind([row[at].get("value") for row in entry["rows"]]) for at, name in enumerate(names)}


def _kind(cells: list) -> str:
    known = [cell for cell in cells if cell is not None]
    kinds = {type(cell) for cell in known}
    if kinds and kinds <= {int, float}:
        word = "integer" if kinds == {int} else "number"
    elif known and all(isinstance(cell, str) and ISO_DATE.match(cell) and re.search("-", cell) for cell in known):
        word = "date"
    else:
        word = {bool: "boolean", list: "list"}.get(kinds.pop(), "text") if len(kinds) == 1 else "text"
    return word if len(known) == len(cells) else f"{word} or empty"


def read_meanings(project: Path, subject: Subject) -> Entries:
    """Figure or table → column → meaning, as `notebooks/codebook.yml` has them. EntryFault where it cannot be read.

    `{challenger}`, `{base}` and `{turn}` in it are filled from the subject, after which columns may be called.
    """
    path = project / FIGURES
    try:
        found = load(path)
    except FileNotFoundError:
        return Entries(path, {}, None)
    values = found.values or {}
    if not isinstance(values, dict) or not all(isinstance(columns, dict) for columns in values.values()):
        raise EntryFault(f"{path}:1: must hold figures and tables, and under each “column: what it holds”")
    named = {"challenger": subject.challenger, "base": subject.base}
    roles = {role: sector.label.lower() for role, sector in named.items()} | {"turn": str(subject.turn)}
    filled = {
        figure: {_filled(column, roles): _filled(said, roles) for column, said in columns.items()}
        for figure, columns in values.items()
    }
    return found._replace(values=filled)


def _filled(words: object, roles: dict[str, str]) -> str:
    """Words with what stands for the roles filled in; empty where nothing is said."""
    return re.sub(r"\{(\w+)\}", lambda match: roles.get(match[1], match[0]), "" if words is None else str(words))


def gaps(
    project: Path, subject: Subject, figures: Iterable[dict], record: Path | None, tables: Iterable[dict] = ()
) -> Iterator[Fault]:
    """Columns that are to be published and have no meaning: of figures, of tables and of the record."""
    try:
        written = read_meanings(project, subject)
    except EntryFault as fault:
        place, _, said = str(fault).replace(f"{project}/", "").partition(": ")
        yield Fault(FIGURES, int(place.rpartition(":")[2]), 1, said)
        return
    shown = [("the data of figure", figure["name"], grid(figure)) for figure in figures]
    shown += [("table", entry["name"], heads(entry)) for entry in tables]
    for what, name, columns in shown:
        for column in columns:
            if not written.values.get(name, {}).get(column, "").strip():
                line = written.line((name,)) if name in written.values else 1
                found = f"no meaning of “{column}” in {what} “{name}”"
                yield Fault(FIGURES, line, 1, found, f"under “{name}:”, “{column}: what it holds”")
    yield from _undescribed(record) if record else ()


def _undescribed(record: Path) -> Iterator[Fault]:
    """Tables of the record, and columns of them, that its data package does not describe."""
    try:
        described = record_fields(record)
    except (ValueError, KeyError, TypeError) as error:
        said = f"is no data package that can be read: {error}; correct it"
        yield Fault(PACKAGE, getattr(error, "lineno", 1), 1, said)
        return
    for path in sorted(record.glob("*.csv")):
        file = f"record/{path.name}"
        if file not in described:
            wish = "it under `resources`, with `schema` and its fields"
            yield Fault(PACKAGE, 1, 1, f"no description of {path.name}", wish)
            continue
        known = {field["name"] for field in described[file] if field.get("description")}
        with path.open(encoding="utf-8", newline="") as lines:
            head = next(csv.reader(lines), [])
        for column in (column for column in head if column not in known):
            wish = "a field of that name, with type and description"
            yield Fault(PACKAGE, 1, 1, f"no meaning of “{column}” in {path.name}", wish)
