"""The machine-readable edition beside the brief: facts, claims, record and evidence as CSV, JSON and annotations.

    data/facts.json · facts.csv           every fact, offsets in code points of the document's text
    data/claims.json · claims.csv         every number, date and premise of the brief, and what it rests on
    data/record/…                         the public record as shipped, with its own codebook (datapackage.json)
    data/figures/<name>.csv               what each figure draws
    data/tables/<name>.json · <name>.csv  the brief's tables, each row with the ids of its evidence
    data/annotations.json                 evidence as W3C Web Annotations
    data/texts/<document>.txt             the documents' bytes, in which offsets count, where the card allows them
    data/schema/*.json, data/codebook.csv JSON Schema of every JSON file; one row for every column of every CSV

CSV cells that a spreadsheet would run as a formula are written with a leading apostrophe. Of a document whose
card does not allow its full text, facts as long as a sentence keep their offsets but not their words.
"""

import csv
import io
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from . import build, codebook
from .annotate import annotations, is_open, source
from .codebook import fact_columns
from .facts import Fact
from .schemas import CLAIM_COLUMNS, of_table, schemas, where
from .seeds import Document

# Kinds whose evidence is a sentence or line: together they would be the whole text.
SENTENCES = frozenset({"topic", "furniture", "statement", "meeting"})
NUMBER = re.compile(r"[-+]?[\d.,]+ ?%?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write(
    site: Path, documents: list[Document], facts: Iterable[Fact], claims: dict[str, dict], figures: list[dict],
    record: Path | None = None, meanings: dict[str, dict[str, str]] | None = None, tables: Iterable[dict] = (),
) -> list[Path]:  # fmt: skip
    """Write the edition to `site / "data"`, replacing what is there; returns the files written.

    `meanings`: figure or table → column → what it holds, for the codebook.
    """
    folder = Path(site) / "data"
    shutil.rmtree(folder, ignore_errors=True)
    by_id = {document.id: document for document in documents}
    rows = [permitted(fact.model_dump(mode="json"), by_id[fact.document]) for fact in facts]
    figures = [figure | {"name": build.named(figure["name"])} for figure in figures if figure.get("data")]
    tables = [entry | {"name": build.named(entry["name"])} for entry in tables]
    book = codebook.codebook(record, figures, meanings or {}, tables)
    parts = {
        "facts.json": build.dumps(rows),
        "facts.csv": table(rows, fact_columns()),
        "claims.json": build.dumps(claims),
        "claims.csv": table(claims.values(), CLAIM_COLUMNS),
        "annotations.json": build.dumps(annotations(documents, rows)),
        "codebook.csv": table([row._asdict() for row in book], codebook.COLUMNS),
    }
    shapes = schemas(codebook.record_fields(record)) | {
        f"tables/{entry['name']}.json": of_table(entry["name"], codebook.heads(entry)) for entry in tables
    }
    parts |= {where(file): build.dumps(schema) for file, schema in shapes.items()}
    parts |= {f"figures/{figure['name']}.csv": figure_csv(figure["data"]) for figure in figures}
    for entry in tables:
        content = lines(entry)
        parts[f"tables/{entry['name']}.json"] = build.dumps(content)
        parts[f"tables/{entry['name']}.csv"] = table(content, [*codebook.heads(entry), codebook.EVIDENCE])
    parts |= {source(document): document.text.encode() for document in documents if is_open(document)}
    for name, content in parts.items():
        build.write(folder / name, content)
    if record and record.is_dir():
        shutil.copytree(record, folder / "record")
        _defused(folder / "record")
        _record_as_json(folder / "record")
    return sorted(path for path in folder.rglob("*") if path.is_file())


def permitted(row: dict, document: Document) -> dict:
    """The fact as it may be published: without a sentence's words where the card keeps the text back."""
    if row["kind"] not in SENTENCES or is_open(document):
        return row
    return row | {"quote": ""} | ({"content": ""} if "content" in row else {})


def table(rows: Iterable[dict], columns: Iterable[str]) -> str:
    """CSV of `rows`; lists are joined with “; ”, empty stays empty, nothing can run as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)  # RFC 4180: a lone carriage return, too, is quoted
    writer.writerow(columns)
    writer.writerows([cell(row.get(column)) for column in columns] for row in rows)
    return out.getvalue()


def cell(value: object) -> str | int | float:
    """A value as a spreadsheet may have it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return value
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def lines(entry: dict) -> list[dict]:
    """The rows of a named table: column → value, and the ids of the evidence of all its cells, each once."""
    names = [*codebook.heads(entry)]
    return [
        dict(zip(names, (cell.get("value") for cell in row), strict=True))
        | {codebook.EVIDENCE: list(dict.fromkeys(id for cell in row for id in cell.get("evidence") or ()))}
        for row in entry["rows"]
    ]


def figure_csv(data: dict | list) -> str:
    """A figure's data: {"columns": […], "rows": [[…]]} or a list of records."""
    if isinstance(data, list):
        return table(data, list(data[0]) if data else [])
    names = [column["name"] if isinstance(column, dict) else column for column in data["columns"]]
    return table((dict(zip(names, row, strict=True)) for row in data["rows"]), names)


def _defused(folder: Path) -> None:
    """Write anew the tables in which a spreadsheet would run a cell as a formula, the cell with an apostrophe."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        if any(_runs(cell) for row in rows for cell in row.values()):
            build.write(path, table(rows, list(rows[0])))


def _runs(cell: object) -> bool:
    """Would a spreadsheet run the cell? A negative number is none that it would."""
    return isinstance(cell, str) and cell.lstrip()[:1] in {*_FORMULA, "|", "%"} and not NUMBER.fullmatch(cell)


def _record_as_json(folder: Path) -> None:
    """Each table of the record as JSON, its cells of the types that the data package gives them."""
    fields = codebook.record_fields(folder)
    for path in sorted(folder.glob("*.csv")):
        kinds = {field["name"]: field["type"] for field in fields.get(f"record/{path.name}", ())}
        with path.open(encoding="utf-8", newline="") as lines:
            rows = [{name: typed(cell, kinds.get(name)) for name, cell in row.items()} for row in csv.DictReader(lines)]
        build.write(path.with_suffix(".json"), build.dumps(rows))


def typed(cell: str, kind: str | None) -> str | int | float | bool | None:
    """A cell of a CSV as the value it stands for; empty is null. What is not of its type stays text, and is found."""
    if cell == "":
        return None
    if kind in ("integer", "year", "number") and re.fullmatch(r"[-+]?\d+", cell):
        return int(cell)
    if kind == "number" and re.fullmatch(r"[-+]?\d*\.\d+([eE][-+]?\d+)?", cell):
        return float(cell)
    return {"true": True, "false": False}.get(cell, cell) if kind == "boolean" else cell


__all__ = ["CLAIM_COLUMNS", "annotations", "fact_columns", "table", "typed", "write"]
