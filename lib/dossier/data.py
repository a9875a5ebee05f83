"""The machine-readable edition beside the brief: facts, claims, record and evidence as CSV, JSON and annotations.

    data/facts.json · facts.csv           every fact, offsets in code points of the document's text
    data/claims.json · claims.csv         every number, date and premise of the brief, and what it rests on
    data/record/…                         the public record as shipped, with its own codebook (datapackage.json)
    data/figures/<name>.csv               what each figure draws
    data/annotations.json                 evidence as W3C Web Annotations
    data/texts/<document>.txt             the documents' bytes, in which offsets count, where the card allows them
    data/schema/*.json, data/codebook.csv JSON Schema of facts, claims and record; one row per column

CSV cells that a spreadsheet would run as a formula are written with a leading apostrophe. Of a document whose
card does not allow its full text, facts as long as a sentence keep their offsets but not their words.
"""

import csv
import io
import json
import re
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from dossier import build, tables
from dossier.facts import KINDS, Fact, schema
from dossier.seeds import Document

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of prefix and suffix, the length browsers use for text fragments
# Kinds whose evidence is a sentence or line: together they would be the whole text.
SENTENCES = frozenset({"topic", "furniture", "statement", "meeting"})
NUMBER = re.compile(r"[-+]?[\d.,]+ ?%?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
CLAIM_COLUMNS = {
    "name": "key of the claim in the brief",
    "support": "source (exact words), record (our account of a page) or computed",
    "kind": "amount, percent, share, count, number, date, text or boolean",
    "value": "value in whole units; percent in percent; shares as fractions of one; dates in ISO form",
    "of": "the whole of a share or count, where it has one",
    "low": "lower end of a range",
    "high": "upper end of a range",
    "bound": "exact, about, over or under",
    "unit": "ISO 4217 currency, or percent",
    "label": "what is measured, in plain English",
    "formula": "how a computed claim is computed",
    "inputs": "names of the claims it is computed from",
    "evidence": "ids of the evidence it rests on: document:start-end, or record:row",
    "notebook": "the notebook that names it",
    "note": "remark, such as a repair",
}


def write(site: Path, documents: list[Document], facts: Iterable[Fact], claims: dict[str, dict], figures: list[dict],
          record: Path | None = None) -> list[Path]:  # fmt: skip
    """Write the edition to `site / "data"`, replacing what is there; returns the files written."""
    folder = Path(site) / "data"
    shutil.rmtree(folder, ignore_errors=True)
    by_id = {document.id: document for document in documents}
    rows = [permitted(fact.model_dump(mode="json"), by_id[fact.document]) for fact in facts]
    parts = {
        "facts.json": build.dumps(rows),
        "facts.csv": table(rows, fact_columns()),
        "claims.json": build.dumps(claims),
        "claims.csv": table(claims.values(), CLAIM_COLUMNS),
        "annotations.json": build.dumps(annotations(documents, rows)),
        "schema/fact.json": build.dumps(schema()),
        "schema/claim.json": build.dumps(claim_schema()),
        "codebook.csv": table(codebook(record), ("file", "column", "meaning")),
    }
    parts |= {f"schema/record-{name}.json": build.dumps(schema) for name, schema in record_schemas(record)}
    for drawn in figures:
        if data := drawn.get("data"):
            parts[f"figures/{build.named(drawn['name'])}.csv"] = figure_csv(data)
    parts |= {source(document): document.text.encode() for document in documents if _open(document)}
    for name, content in parts.items():
        build.write(folder / name, content)
    if record and record.is_dir():
        shutil.copytree(record, folder / "record")
        _defused(folder / "record")
        _record_as_json(folder / "record")
    return sorted(path for path in folder.rglob("*") if path.is_file())


def permitted(row: dict, document: Document) -> dict:
    """The fact as it may be published: without a sentence's words where the card keeps the text back."""
    if row["kind"] not in SENTENCES or _open(document):
        return row
    return row | {"quote": ""} | ({"content": ""} if "content" in row else {})


def fact_columns() -> dict[str, str]:
    """Every field of every kind of fact, with its meaning; kind first."""
    columns = {"kind": f"kind of fact: {', '.join(KINDS)}"}
    for model in KINDS.values():
        for name, field in model.model_fields.items():
            if not field.exclude and name != "kind":
                columns.setdefault(name, field.description or tables.DEFINITIONS[name])
    return columns


def codebook(record: Path | None = None) -> list[dict[str, str]]:
    """One row a column of the facts, the claims and, as its own data package describes them, the tables of the record."""
    described = [("facts.csv", fact_columns()), ("claims.csv", CLAIM_COLUMNS), *_record_columns(record)]
    return [
        {"file": file, "column": column, "meaning": meaning}
        for file, columns in described
        for column, meaning in columns.items()
    ]


def _record_columns(record: Path | None) -> list[tuple[str, dict[str, str]]]:
    """File of the edition → its columns and what they mean; nothing where the record has no data package."""
    path = record / "datapackage.json" if record else None
    if path is None or not path.is_file():
        return []
    resources = json.loads(path.read_text(encoding="utf-8"))["resources"]
    return [
        (f"record/{entry['path']}", {field["name"]: field.get("description", "") for field in entry["schema"]["fields"]})
        for entry in resources if entry.get("schema")
    ]  # fmt: skip


def record_schemas(record: Path | None) -> list[tuple[str, dict]]:
    """Name and JSON Schema of each table of the record as JSON: a list of rows, every cell a text as in its CSV."""
    draft = "https://json-schema.org/draft/2020-12/schema"
    return [
        (Path(file).stem, {
            "$schema": draft, "title": file, "type": "array",
            "items": {"type": "object", "required": [*columns], "additionalProperties": False,
                      "properties": {name: {"type": "string", "description": meaning} for name, meaning in columns.items()}},
        })
        for file, columns in _record_columns(record)
    ]  # fmt: skip


def claim_schema() -> dict:
    """JSON Schema of `claims.json`: an object of claims by name."""
    text, texts = {"type": ["string", "null"]}, {"type": "array", "items": {"type": "string"}}
    number = {"type": ["number", "null"]}
    shapes = {
        "value": {"type": ["number", "string", "boolean", "null"]}, "of": number, "low": number, "high": number,
        "inputs": texts, "evidence": texts, "support": {"enum": ["source", "record", "computed"]},
    }  # fmt: skip
    fields = {name: shapes.get(name, text) | {"description": meaning} for name, meaning in CLAIM_COLUMNS.items()}
    claim = {"type": "object", "properties": fields, "required": ["name", "support", "kind", "evidence", "inputs"]}
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": draft, "title": "Claims", "type": "object", "additionalProperties": claim}


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


def figure_csv(data: dict | list) -> str:
    """A figure's data: {"columns": […], "rows": [[…]]} or a list of records."""
    if isinstance(data, list):
        return table(data, list(data[0]) if data else [])
    names = [column["name"] if isinstance(column, dict) else column for column in data["columns"]]
    return table((dict(zip(names, row, strict=True)) for row in data["rows"]), names)


def annotations(documents: list[Document], rows: list[dict]) -> dict:
    """Every fact as a W3C Web Annotation with a TextPosition and a TextQuote selector."""
    by_id = {document.id: document for document in documents}
    items = [annotation(by_id[row["document"]], row) for row in rows if row["quote"]]
    times = Counter()
    for item in items:  # two statements may stand on one sentence
        times[item["id"]] += 1
        item["id"] += f":{times[item['id']]}" if times[item["id"]] > 1 else ""
    return {
        "@context": CONTEXT,
        "id": "annotations.json",
        "type": "AnnotationPage",
        "items": items,
    }


def annotation(document: Document, row: dict) -> dict:
    """One fact on its document. Prefix and suffix are left out where the card forbids more than the quote."""
    start, end, text = row["start"], row["end"], document.text
    quote = {"type": "TextQuoteSelector", "exact": row["quote"]}
    if _open(document):
        quote |= {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
    said = {key: value for key, value in row.items() if key not in {"document", "start", "end", "quote"}}
    return {
        "type": "Annotation",
        "id": f"urn:fact:{document.id}:{start}-{end}:{row['kind']}",
        "motivation": "classifying",
        "body": {"type": "TextualBody", "format": "application/json", "value": json.dumps(said, ensure_ascii=False)},
        "target": {
            "source": source(document),
            "scope": document.url,
            "selector": [{"type": "TextPositionSelector", "start": start, "end": end}, quote],
        },
    }


def source(document: Document) -> str:
    """What an annotation's offsets count in: the text beside it, or, where that may not be published, its checksum."""
    if _open(document):
        return f"texts/{build.named(document.id)}.txt"
    return f"urn:sha256:{document.card.sha256}" if document.card else document.id


def _open(document: Document) -> bool:
    return bool(document.card and document.card.full_text)


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
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            build.write(path.with_suffix(".json"), build.dumps(list(csv.DictReader(lines))))


__all__ = ["annotations", "claim_schema", "codebook", "fact_columns", "record_schemas", "table", "write"]
