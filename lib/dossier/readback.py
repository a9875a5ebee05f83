"""Read the data edition back: every JSON file holds to its schema, every column of every CSV stands in the codebook."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import SchemaError, best_match

from .schemas import where

ALONE = "schema/fact.json"  # the schema of one fact, as `dossier extract` prints it: no file of the edition is one


def faults(folder: Path) -> list[str]:
    """What is wrong with the edition in `folder`, a message each with its file; an empty folder is wrong."""
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    data = [file for file in files if file.endswith(".json") and not file.startswith("schema/")]
    tables = [file for file in files if file.endswith(".csv")]
    if not data or "codebook.csv" not in tables:
        return [f"{folder.name}: holds no data edition: no JSON file, or no codebook.csv; render it again"]
    return [
        *(said for file in data for said in _json(folder, file)),
        *_strays(files, data),
        *_columns(folder, tables),
    ]


def _json(folder: Path, file: str) -> Iterator[str]:
    """A message for a file without a schema, with one that is none, or one that it does not hold to."""
    path = folder / where(file)
    if not path.is_file():
        yield f"{file}: has no schema; describe it in seeds/record/datapackage.json, or take it out of seeds/record"
        return
    schema, content = (json.loads(one.read_text(encoding="utf-8")) for one in (path, folder / file))
    if missing := [key for key in ("$schema", "$id", "title") if not schema.get(key)]:
        yield f"{where(file)}: does not say its {', '.join(missing)}"
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        yield f"{where(file)}: is no JSON Schema: {error.message}"
        return
    for error in Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(content):
        worst = best_match(error.context) if error.context else error
        place = "/".join(map(str, [*error.absolute_path, *(worst.relative_path if worst is not error else ())]))
        yield f"{file}: at {place or 'the top'}: {worst.message[:200]}; correct it, or its schema"


def _strays(files: list[str], data: list[str]) -> Iterator[str]:
    """A message for a schema of which no file is published."""
    for file in files:
        if file.startswith("schema/") and file != ALONE and file not in map(where, data):
            yield f"{file}: is the schema of no file"


def _columns(folder: Path, tables: list[str]) -> Iterator[str]:
    """A message for each column without a meaning, and for each meaning without a column."""
    described = {(row["file"], row["column"]): row for row in _rows(folder / "codebook.csv")}
    for file in tables:
        with (folder / file).open(encoding="utf-8", newline="") as lines:
            columns = next(csv.reader(lines), [])
        for column in columns:
            row = described.pop((file, column), {})
            if not row.get("meaning") or not row.get("type"):
                yield f"{file}: its column “{column}” has no meaning in codebook.csv; write it in {_source(file)}"
    yield from (f"codebook.csv: {file} has no column “{column}”" for file, column in described)


def _source(file: str) -> str:
    """Where the meanings of a table's columns are written."""
    own = dict.fromkeys(("figures", "tables"), "notebooks/codebook.yml") | {"record": "seeds/record/datapackage.json"}
    return own.get(file.partition("/")[0], "the library’s models")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
