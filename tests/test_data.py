"""The machine-readable edition: it can be read back, and every quotation found again from it alone."""

import csv
import io
import json
import shutil

import pytest
from dossier import data, readback, schemas
from dossier.facts import Amount, Topic
from dossier.seeds import read

CLAIM = {
    "name": "a", "support": "source", "kind": "amount", "value": 1, "of": None, "low": None, "high": None,
    "bound": "exact", "unit": "USD", "label": "=cmd()", "formula": None, "inputs": [], "evidence": ["d:1-2"],
    "notebook": "01-facts", "note": None,
}  # fmt: skip
FIGURE = {"name": "money", "data": {"columns": ["what", "value"], "rows": [["@SUM(A1)", -3.5]]}}
TABLE = {
    "name": "sums", "title": "Sums since {a}", "columns": [{"label": "what"}, {"label": "day"}, {"label": "sum"}],
    "rows": [
        [{"value": "=1+1", "text": "=1+1", "evidence": ["d:1-2"]}, {"value": "2024-05", "text": "May 2024", "evidence": []},
         {"value": 2.5, "text": "2.5", "evidence": ["record:r", "d:1-2"]}],
        [{"value": "iron", "text": "iron", "evidence": []}, {"value": "2023", "text": "2023", "evidence": []},
         {"value": None, "text": "–", "evidence": []}],
    ],
}  # fmt: skip
SUMS = {"sums": {"what": "what is paid for", "day": "when", "sum": "how much, in dollars"}}
MEANINGS = {"money": {"what": "what is paid for", "value": "how much it costs, in dollars"}}


@pytest.fixture(scope="module")
def documents():
    return read("seeds")


@pytest.fixture(scope="module")
def facts(documents):
    found = []
    for document in documents:
        start = document.text.index(". ") + 2
        found.append(Topic.at(document.text, document.id, start, start + 40, sectors=["other"]))
        at = document.text.index("Azerbaijan")
        found.append(Amount.at(document.text, document.id, at, at + 4, value=1.0, currency="USD", as_printed="1"))
    return found


@pytest.fixture(scope="module")
def edition(tmp_path_factory, documents, facts):
    site = tmp_path_factory.mktemp("site")
    assert data.write(site, documents, facts, {"a": CLAIM}, [FIGURE], meanings=MEANINGS)
    return site / "data"


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def test_every_annotation_finds_its_words_again_in_the_seed(edition, documents):
    """Position and quote selectors agree, with each other and with the file beside them that the annotation names."""
    items = load(edition / "annotations.json")["items"]
    texts = {f"texts/{d.id}.txt": (edition / "texts" / f"{d.id}.txt").read_bytes().decode() for d in documents}
    for item in items:
        position, quote = item["target"]["selector"]
        text = texts[item["target"]["source"]]
        assert quote["exact"] == text[position["start"] : position["end"]]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    assert 2 * len(documents) == len(items)


def test_a_shifted_offset_would_be_noticed(edition, documents):
    """The check above can fail: one character off is another quotation."""
    item = load(edition / "annotations.json")["items"][0]
    position, quote = item["target"]["selector"]
    text = documents[0].text
    assert quote["exact"] != text[position["start"] + 1 : position["end"] + 1]


def test_the_edition_reads_back(edition):
    """Every JSON file holds to the schema beside it, and every column of every CSV has its meaning."""
    assert [] == readback.faults(edition)


def test_an_empty_edition_does_not_read_back(tmp_path):
    """Where nothing was written there is nothing to be right."""
    assert ["data: holds no data edition: no JSON file, or no codebook.csv; render it again"] == readback.faults(
        tmp_path / "data"
    )


def spoil(change):
    """A change of a JSON file, as a function of its folder."""

    def spoiled(folder, file):
        content = load(folder / file)
        change(content)
        (folder / file).write_text(json.dumps(content), encoding="utf-8")

    return spoiled


SPOILED = [
    # file, what is done to it, what is told
    ("claims.json", spoil(lambda claims: claims["a"].pop("support")), "claims.json: at a: 'support' is a required"),
    ("claims.json", spoil(lambda claims: claims["a"].update(value="1")), "claims.json: at a/value: '1' is not of type 'number'"),
    ("claims.json", spoil(lambda claims: claims["a"].update(bound="roughly")), "'roughly' is not one of ['exact', 'about'"),
    ("claims.json", spoil(lambda claims: claims["a"].update(support="computed")), "at a/formula: None is not of type 'string'"),
    ("claims.json", spoil(lambda claims: claims["a"].update(evidence=["d"])), "claims.json: at a/evidence/0: 'd' does not match"),
    ("facts.json", spoil(lambda facts: facts[0].update(start="3")), "facts.json: at 0"),
    ("facts.json", spoil(lambda facts: facts[0].pop("quote")), "facts.json: at 0"),
    ("facts.json", spoil(lambda facts: facts[0].update(colour="red")), "facts.json: at 0"),
    ("annotations.json", spoil(lambda page: page["items"][0]["target"].pop("source")), "annotations.json: at items/0/target"),
    ("schema/facts.json", lambda folder, file: (folder / file).unlink(), "facts.json: has no schema"),
    ("schema/facts.json", spoil(lambda schema: schema.pop("$id")), "schema/facts.json: does not say its $id"),
    ("schema/facts.json", spoil(lambda schema: schema.update(type="sum")), "schema/facts.json: is no JSON Schema"),
    ("extra.json", lambda folder, file: (folder / file).write_text("[]"), "extra.json: has no schema"),
    ("schema/extra.json", lambda folder, file: (folder / file).write_text("{}"), "schema/extra.json: is the schema of no file"),
    ("extra.csv", lambda folder, file: (folder / file).write_text("a,b\n"), "extra.csv: its column “b” has no meaning"),
    ("codebook.csv", lambda folder, file: (folder / file).write_text(
        (folder / file).read_text(encoding="utf-8").replace("how much it costs, in dollars", ""), encoding="utf-8"),
     "figures/money.csv: its column “value” has no meaning in codebook.csv; write it in notebooks/codebook.yml"),
    ("codebook.csv", lambda folder, file: (folder / file).write_text(
        (folder / file).read_text(encoding="utf-8").replace("money.csv,value", "money.csv,valeu"), encoding="utf-8"),
     "codebook.csv: figures/money.csv has no column “valeu”"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "spoiling", "told"), SPOILED, ids=[told for *_, told in SPOILED])
def test_what_is_spoiled_does_not_read_back(edition, tmp_path, file, spoiling, told):
    """A schema is no formality, and a column without a meaning is noticed: each is named with its file and place."""
    folder = tmp_path / "data"
    shutil.copytree(edition, folder)
    spoiling(folder, file)
    assert any(told in fault for fault in readback.faults(folder)), readback.faults(folder)


def test_a_schema_has_a_name_and_no_address(edition):
    """Each says its dialect, its id and its title; the id is a name that nobody need fetch."""
    found = {path.name: load(path) for path in (edition / "schema").glob("*.json")}
    assert ["annotations.json", "claims.json", "fact.json", "facts.json"] == sorted(found)
    assert {name: f"urn:dossier:schema:{name.removesuffix('.json')}" for name in found} == {
        name: schema["$id"] for name, schema in found.items()
    }
    assert all(schema["$schema"] and schema["title"] and schema["description"] for schema in found.values())


def test_csv_and_json_say_the_same(edition):
    """The two forms of the facts have the same rows."""
    rows = list(csv.DictReader((edition / "facts.csv").open(encoding="utf-8", newline="")))
    assert [r["quote"] for r in load(edition / "facts.json")] == [r["quote"] for r in rows]


def test_every_column_has_its_row_in_the_codebook(edition):
    """Each column of facts, claims and figures has type and meaning, and so have those of the codebook itself."""
    book = list(csv.DictReader((edition / "codebook.csv").open(encoding="utf-8")))
    for name in ("facts.csv", "claims.csv", "figures/money.csv", "codebook.csv"):
        columns = next(csv.reader((edition / name).open(encoding="utf-8")))
        assert columns == [row["column"] for row in book if row["file"] == name and row["meaning"] and row["type"]]
    kinds = {(row["file"], row["column"]): row["type"] for row in book}
    assert ("integer", "number or empty", "list", "boolean or empty", "any", "number", "text") == tuple(
        kinds[key] for key in (
            ("facts.csv", "start"), ("facts.csv", "low"), ("claims.csv", "evidence"), ("facts.csv", "negated"),
            ("claims.csv", "value"), ("figures/money.csv", "value"), ("figures/money.csv", "what"),
        )
    )  # fmt: skip


FIELDS = [
    {"name": "id", "type": "string", "description": "row", "constraints": {"required": True, "pattern": "^[a-z]+$"}},
    {"name": "day", "type": "date", "description": "when"},
    {"name": "year", "type": "year", "description": "its year", "constraints": {"minimum": "2021"}},
    {"name": "share", "type": "number", "description": "part", "constraints": {"maximum": 1}},
    {"name": "twin", "type": "boolean", "description": "both?", "constraints": {"required": True}},
    {"name": "side", "type": "string", "description": "whose", "constraints": {"enum": ["ours", "theirs"]}},
]
ROW = "a,2024-05-03,2024,0.5,true,ours"


def recorded(folder, row, documents):
    """The edition of a record with one row."""
    (folder / "record").mkdir()
    (folder / "record" / "events.csv").write_text(f"id,day,year,share,twin,side\n{row}\n", encoding="utf-8")
    package = {"name": "x", "resources": [{"path": "events.csv", "schema": {"fields": FIELDS}}]}
    (folder / "record" / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    data.write(folder / "site", documents, [], {"a": CLAIM}, [], folder / "record")
    return folder / "site" / "data"


def test_the_record_has_types(tmp_path, documents):
    """Numbers are numbers, truth is truth, days have the form of days; what is empty is null."""
    folder = recorded(tmp_path, f"{ROW}\nb,,,,false,", documents)
    assert [] == readback.faults(folder)
    assert [
        {"id": "a", "day": "2024-05-03", "year": 2024, "share": 0.5, "twin": True, "side": "ours"},
        {"id": "b", "day": None, "year": None, "share": None, "twin": False, "side": None},
    ] == load(folder / "record" / "events.json")
    row = load(folder / "schema" / "record-events.json")["items"]["properties"]
    assert {"type": ["string", "null"], "format": "date", "description": "when"} == row["day"]
    assert {"type": "string", "pattern": "^[a-z]+$", "description": "row"} == row["id"]


WRONG_CELLS = [
    ("A,2024-05-03,2024,0.5,true,ours", "0/id: 'A' does not match"),
    ("a,2024-02-31,2024,0.5,true,ours", "0/day: '2024-02-31' is not a 'date'"),
    ("a,2024-05-03,2020,0.5,true,ours", "0/year: 2020 is less than the minimum of 2021"),
    ("a,2024-05-03,2024,half,true,ours", "0/share: 'half' is not of type 'number', 'null'"),
    ("a,2024-05-03,2024,1.5,true,ours", "0/share: 1.5 is greater than the maximum of 1.0"),
    ("a,2024-05-03,2024,0.5,,ours", "0/twin: None is not of type 'boolean'"),
    ("a,2024-05-03,2024,0.5,true,mine", "0/side: 'mine' is not one of ['ours', 'theirs', None]"),
]


@pytest.mark.parametrize(("row", "told"), WRONG_CELLS, ids=[told for _, told in WRONG_CELLS])
def test_a_cell_of_another_type_does_not_read_back(tmp_path, documents, row, told):
    """What the record's own data package does not allow is found before it is published."""
    (fault,) = readback.faults(recorded(tmp_path, row, documents))
    assert fault.startswith(f"record/events.json: at {told}")


def test_the_record_cannot_run_as_a_formula(tmp_path, documents):
    """A cell of the record that a spreadsheet would run gets an apostrophe; a negative number, and a harmless table, stay."""
    record = tmp_path / "record"
    record.mkdir()
    (record / "events.csv").write_text("id,account\na,=cmd|' /C calc'!A1\nb,-3.5\n")
    (record / "plain.csv").write_text("id,change\na,-15.5%\n")
    data.write(tmp_path / "site", documents, [], {"a": CLAIM}, [FIGURE], record)
    cells = [row["account"] for row in load(tmp_path / "site" / "data" / "record" / "events.json")]
    assert "'=cmd|' /C calc'!A1" == cells[0]
    assert "id,change\na,-15.5%\n" == (tmp_path / "site" / "data" / "record" / "plain.csv").read_text()


def test_annotations_can_be_told_apart(tmp_path, documents, facts):
    """Two facts of a kind on the same words have ids of their own."""
    data.write(tmp_path, documents, [facts[0], facts[0]], {"a": CLAIM}, [FIGURE])
    ids = [item["id"] for item in load(tmp_path / "data" / "annotations.json")["items"]]
    assert 2 == len(set(ids)) == len(ids)


FORMULAS = ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_can_run_as_a_formula(text):
    """A text that begins like a formula is written as text."""
    written = data.table([{"x": text}], ["x"])
    assert f"'{text}" == list(csv.reader(io.StringIO(written, newline="")))[1][0]


def test_a_negative_number_stays_a_number(edition):
    """Only texts are guarded; −3.5 can still be added up."""
    assert "'@SUM(A1),-3.5" in (edition / "figures" / "money.csv").read_text(encoding="utf-8")


def test_a_text_that_may_not_be_published_whole_is_not_pieced_together(documents, facts):
    """Where the card allows only quoted sentences, sentence-long facts keep offsets but not words."""
    closed = documents[0].card.model_copy(update={"full_text": False})
    document = documents[0].__class__(**vars(documents[0]) | {"card": closed})
    kept = [data.permitted(fact.model_dump(), document)["quote"] for fact in facts[:2]]
    assert ["", facts[1].quote] == kept


def test_a_text_that_may_not_be_published_is_named_by_its_checksum(tmp_path, documents, facts):
    """Where the card keeps the text back, no file holds it, and an annotation names it by its checksum."""
    closed = documents[0].card.model_copy(update={"full_text": False})
    document = documents[0].__class__(**vars(documents[0]) | {"card": closed})
    written = data.write(tmp_path, [document], facts[:2], {"a": CLAIM}, [FIGURE])
    assert [] == [path for path in written if document.text[:200].encode() in path.read_bytes()]
    (item,) = load(tmp_path / "data" / "annotations.json")["items"]
    assert f"urn:sha256:{closed.sha256}" == item["target"]["source"]


def test_a_name_that_leaves_the_folder_is_refused(tmp_path, documents):
    """A figure's name becomes a file's name: it must be a plain one."""
    with pytest.raises(ValueError, match="use lower-case letters"):
        data.write(tmp_path, documents, [], {}, [FIGURE | {"name": "../../evil"}])


def test_words_kept_back_still_hold_to_the_schema(tmp_path, documents, facts):
    """A sentence that may not be published has an empty quotation, which the schema of the edition allows."""
    closed = documents[0].card.model_copy(update={"full_text": False})
    document = documents[0].__class__(**vars(documents[0]) | {"card": closed})
    data.write(tmp_path, [document], facts[:2], {"a": CLAIM}, [FIGURE], meanings=MEANINGS)
    assert ["", facts[1].quote] == [row["quote"] for row in load(tmp_path / "data" / "facts.json")]
    assert [] == readback.faults(tmp_path / "data")
    assert 1 == schemas.fact()["$defs"]["Topic"]["properties"]["quote"]["minLength"]


def test_the_tables_of_the_brief_are_read_back(tmp_path, documents):
    """Each is a CSV and a JSON file with schema and codebook; its rows have their values and the ids of their evidence."""
    data.write(tmp_path, documents, [], {"a": CLAIM}, [], meanings=SUMS, tables=[TABLE])
    folder = tmp_path / "data"
    assert [] == readback.faults(folder)
    rows = [{"what": "=1+1", "day": "2024-05", "sum": 2.5, "evidence": ["d:1-2", "record:r"]},
            {"what": "iron", "day": "2023", "sum": None, "evidence": []}]  # fmt: skip
    assert rows == load(folder / "tables/sums.json")
    with (folder / "tables/sums.csv").open(encoding="utf-8", newline="") as lines:
        told = [*csv.DictReader(lines)]
    assert ["'=1+1", "2024-05", "2.5", "d:1-2; record:r"] == [*told[0].values()]


@pytest.mark.parametrize(("file", "change", "told"), [
    ("tables/sums.json", lambda text: text.replace("2.5", '"much"'), "tables/sums.json: at 0/sum"),
    ("tables/sums.json", lambda text: text.replace("record:r", "?"), "tables/sums.json: at 0/evidence/1"),
    ("tables/sums.csv", lambda text: text.replace("day", "date"), "its column “date” has no meaning in codebook.csv"),
])  # fmt: skip
def test_a_table_that_is_not_as_described_is_found(tmp_path, documents, file, change, told):
    """A cell of another type, an id that is none, a column that nobody explains: each is found when it is read back."""
    data.write(tmp_path, documents, [], {"a": CLAIM}, [], meanings=SUMS, tables=[TABLE])
    path = tmp_path / "data" / file
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert any(told in fault for fault in readback.faults(tmp_path / "data")), readback.faults(tmp_path / "data")
