"""JSON Schema of every JSON file of the data edition, by its path there: `facts.json` → `schema/facts.json`.

The schemas of the facts come from their models, those of the record from its own data package: text is text, numbers
are numbers, days are days (`format: date`), what may be missing may be null. Ids are names (`urn:`), not addresses.
"""

from copy import deepcopy

from .claims import KINDS as CLAIM_KINDS
from .facts import schema as fact_schema

DRAFT = "https://json-schema.org/draft/2020-12/schema"
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
TEXT, NUMBER, TRUTH, WHOLE = ({"type": kind} for kind in ("string", "number", "boolean", "integer"))
DAY = {"type": "string", "format": "date"}
EVIDENCE = r"^(record:.+|[a-z0-9][a-z0-9-]*:\d+-\d+)$"
NAME = r"^[a-z0-9][a-z0-9-]*$"
ISO_DATE = r"^-?\d{4}(-\d\d(-\d\d)?)?(/-?\d{4}(-\d\d(-\d\d)?)?)?$"
# Kind of claim → what its value is; null where only the ends of a range are known.
VALUES = {
    "amount": NUMBER, "percent": NUMBER, "share": NUMBER, "number": NUMBER, "count": WHOLE, "boolean": TRUTH,
    "text": TEXT, "date": TEXT | {"pattern": ISO_DATE},
}  # fmt: skip
# Type of a field in a data package (https://specs.frictionlessdata.io/table-schema/) → schema of a cell.
CELLS = {"integer": WHOLE, "year": WHOLE, "number": NUMBER, "boolean": TRUTH, "date": DAY, "string": TEXT, "any": {}}


def where(file: str) -> str:
    """Where the schema of a JSON file of the edition stands, in the edition."""
    return f"schema/{file.replace('/', '-')}"


def schemas(tables: dict[str, list[dict]]) -> dict[str, dict]:
    """JSON file → its schema, and `fact.json` for one fact alone. `tables`: file of a table of the record → fields."""
    found = {
        "facts.json": facts(), "claims.json": claims(), "annotations.json": annotations(), "fact.json": fact(),
    } | {f"{file.removesuffix('.csv')}.json": table(file, fields) for file, fields in tables.items()}  # fmt: skip
    return found | ({"record/datapackage.json": package()} if tables else {})


def _named(file: str, title: str, said: str, rest: dict) -> dict:
    name = file.removesuffix(".json").replace("/", "-")
    return {"$schema": DRAFT, "$id": f"urn:dossier:schema:{name}", "title": title, "description": said} | rest


def _nullable(shape: dict) -> dict:
    if "enum" in shape:
        return shape | {"enum": [*shape["enum"], None]} | ({"type": [shape["type"], "null"]} if "type" in shape else {})
    return shape | {"type": [shape["type"], "null"]} if "type" in shape else shape


def _object(properties: dict, **more) -> dict:
    return {"type": "object", "required": [*properties], "additionalProperties": False, "properties": properties} | more


def fact() -> dict:
    """One fact, as `dossier extract` prints it: a line, an object."""
    return _named("fact.json", "Fact", "one fact of a document: its exact words and what they mean", fact_schema())


def facts() -> dict:
    """All facts of the edition: a list. The words of a sentence may be withheld, and are empty then."""
    one = deepcopy(fact_schema(published=True))
    shared = one.pop("$defs")
    for model in shared.values():
        withheld = "; empty where the card of the document keeps the text back"
        quote = model["properties"]["quote"]
        quote |= {"minLength": 0, "description": quote["description"] + withheld}
        model["required"] = [*model["properties"]]
    said = "every fact of the documents, in the order of document and place"
    return _named("facts.json", "Facts", said, {"type": "array", "items": one, "$defs": shared})


def claims() -> dict:
    """The claims of the brief, by name."""
    texts = {"type": "array", "items": TEXT | {"pattern": NAME}}
    shapes = dict.fromkeys(("of", "low", "high"), _nullable(NUMBER)) | {
        "name": TEXT | {"pattern": NAME}, "support": {"enum": ["source", "record", "computed"]},
        "kind": {"enum": [*CLAIM_KINDS]}, "value": {}, "label": TEXT, "inputs": texts,
        "bound": {"enum": ["exact", "about", "over", "under"]},
        "unit": _nullable(TEXT | {"pattern": "^([A-Z]{3}|percent)$"}),
        "evidence": {"type": "array", "items": TEXT | {"pattern": EVIDENCE}},
    }  # fmt: skip
    fields = {name: shapes.get(name, _nullable(TEXT)) | {"description": said} for name, said in CLAIM_COLUMNS.items()}
    rules = [_where("kind", kind, {"value": _nullable(shape)}) for kind, shape in VALUES.items()]
    rules.append(_where("support", "computed", {"formula": TEXT}))
    claim = _object(fields, allOf=rules)
    said = "every number, date and premise of the brief, by name, and what it rests on"
    return _named("claims.json", "Claims", said, {
        "type": "object", "propertyNames": {"pattern": NAME}, "additionalProperties": claim,
    })  # fmt: skip


def _where(key: str, value: str, then: dict) -> dict:
    return {"if": {"properties": {key: {"const": value}}}, "then": {"properties": then}}


def annotations() -> dict:
    """The facts as W3C Web Annotations."""
    offset = WHOLE | {"minimum": 0}
    place = _object({"type": {"const": "TextPositionSelector"}, "start": offset, "end": offset})
    quote = _object({"type": {"const": "TextQuoteSelector"}, "exact": TEXT | {"minLength": 1}})
    quote["properties"] |= {"prefix": TEXT, "suffix": TEXT}
    selector = {"type": "array", "prefixItems": [place, quote], "minItems": 2, "maxItems": 2}
    item = _object({
        "type": {"const": "Annotation"}, "id": TEXT | {"pattern": "^urn:fact:"}, "motivation": {"const": "classifying"},
        "body": _object({"type": {"const": "TextualBody"}, "format": {"const": "application/json"}, "value": TEXT}),
        "target": _object({"source": TEXT, "scope": _nullable(TEXT), "selector": selector}),
    })  # fmt: skip
    said = "every fact whose words may be published, as a W3C Web Annotation on the text beside it"
    items = {"type": "array", "items": item}
    page = _object({"@context": TEXT, "id": TEXT, "type": {"const": "AnnotationPage"}, "items": items})
    return _named("annotations.json", "Annotations", said, page)


def table(file: str, fields: list[dict]) -> dict:
    """A table of the record as JSON: a list of rows, each cell of the type that its data package gives it."""
    row = _object({field["name"]: cell(field) for field in fields})
    said = "a table of the public record; a cell that is empty in the CSV is null"
    return _named(file.replace(".csv", ".json"), file, said, {"type": "array", "items": row})


# Type of a column in the words of the codebook → schema of a cell.
WORDS = {"integer": WHOLE, "number": NUMBER, "boolean": TRUTH, "text": TEXT, "date": TEXT | {"pattern": ISO_DATE},
         "list": {"type": "array", "items": TEXT}}  # fmt: skip


def of_table(name: str, columns: dict[str, str]) -> dict:
    """A table of the brief as JSON: a list of rows, and in each the ids of its evidence. `columns`: name → type."""
    cells = {column: _of_word(kind) for column, kind in columns.items()}
    row = _object(cells | {"evidence": {"type": "array", "items": TEXT | {"pattern": EVIDENCE}}})
    return _named(f"tables/{name}.json", f"Table “{name}”", "a table of the brief", {"type": "array", "items": row})


def _of_word(kind: str) -> dict:
    shape = WORDS[kind.removesuffix(" or empty")]
    return _nullable(shape) if kind.endswith(" or empty") else shape


def cell(field: dict) -> dict:
    """The schema of one column of a table of the record; null is a cell that is empty, where it may be."""
    limits, kind = field.get("constraints", {}), field.get("type", "string")
    shape = dict(CELLS.get(kind, TEXT))
    if kind == "string":
        shape |= {key: limits[key] for key in ("pattern", "enum") if key in limits}
        shape |= {"format": "uri"} if field.get("format") == "uri" else {}
    elif kind in ("integer", "year", "number"):
        shape |= {key: float(limits[key]) if kind == "number" else int(limits[key])
                  for key in ("minimum", "maximum") if key in limits}  # fmt: skip
        shape |= {"enum": limits["enum"]} if "enum" in limits else {}
    said = {"description": field["description"]} if field.get("description") else {}
    return (shape if limits.get("required") else _nullable(shape)) | said


def package() -> dict:
    """What this edition reads of a data package: its tables, their columns and what they mean."""
    field = {"type": "object", "required": ["name", "type"], "properties": {
        "name": TEXT, "type": {"enum": [*CELLS]}, "description": TEXT, "constraints": {"type": "object"}}}  # fmt: skip
    fields = {"type": "object", "required": ["fields"], "properties": {"fields": {"type": "array", "items": field}}}
    resource = {"type": "object", "required": ["path", "schema"], "properties": {"path": TEXT, "schema": fields}}
    said = "the public record's own description of itself: its tables, their columns and what they mean"
    known = {"name": TEXT, "title": TEXT, "resources": {"type": "array", "items": resource}}
    shape = {"type": "object", "required": ["resources"], "properties": known}
    return _named("record/datapackage.json", "Data package of the record", said, shape)
