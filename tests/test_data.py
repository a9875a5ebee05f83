"""The machine-readable edition: it can be read back, and every quotation found again from it alone."""

import csv
import io
import json

import jsonschema
import pytest
from dossier import data
from dossier.facts import Amount, Topic, schema
from dossier.seeds import read

CLAIM = {
    "name": "a",
    "support": "source",
    "kind": "amount",
    "value": 1,
    "evidence": ["d:1-2"],
    "inputs": [],
    "label": "=cmd()",
}
FIGURE = {"name": "money", "data": {"columns": ["what", "value"], "rows": [["@SUM(A1)", -3.5]]}}


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
    files = data.write(site, documents, facts, {"a": CLAIM}, [FIGURE])
    assert files
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


def test_facts_and_claims_hold_to_their_schemas(edition, facts):
    """What is published validates against the schema published beside it."""
    rows = load(edition / "facts.json")
    for row in rows:
        jsonschema.validate(row, schema())
    jsonschema.validate(load(edition / "claims.json"), load(edition / "schema" / "claim.json"))
    assert len(facts) == len(rows)


def test_a_claim_without_support_does_not_validate(edition):
    """The schema is no formality: it refuses a claim that does not say what it rests on."""
    broken = {"a": {k: v for k, v in CLAIM.items() if k != "support"}}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, load(edition / "schema" / "claim.json"))


def test_csv_and_json_say_the_same(edition):
    """The two forms of the facts have the same rows."""
    rows = list(csv.DictReader((edition / "facts.csv").open(encoding="utf-8", newline="")))
    assert [r["quote"] for r in load(edition / "facts.json")] == [r["quote"] for r in rows]


def test_every_column_has_its_row_in_the_codebook(edition):
    """No column is published without a meaning."""
    for name in ("facts.csv", "claims.csv"):
        columns = next(csv.reader((edition / name).open(encoding="utf-8")))
        book = csv.DictReader((edition / "codebook.csv").open(encoding="utf-8"))
        assert columns == [row["column"] for row in book if row["file"] == name and row["meaning"]]


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
