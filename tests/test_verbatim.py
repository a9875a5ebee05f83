"""A claim on exact words, or on a row of the record, has the very value of that fact or row."""

import json

import pytest
import tiny
from dossier.check import check
from dossier.verbatim import altered

TEXT = "Trade was between $5 million and $7 million, said Ada Byron, Minister of Trade."
AMOUNT = {
    "kind": "amount", "document": "d", "start": 10, "end": 43, "quote": TEXT[10:43], "value": None, "low": 5e6,
    "high": 7e6, "bound": "exact", "currency": "USD", "measure": "trade",
}  # fmt: skip
PERSON = {
    "kind": "person", "document": "d", "start": 50, "end": 59, "quote": "Ada Byron", "name": "Ada Byron",
    "office": "Minister of Trade", "country": "GB",
}  # fmt: skip
OWN = {"value": 2e6, "low": None, "high": None, "bound": "over", "unit": "GBP", "kind": "amount"}
ROW = {"id": "loan", "period": "to April 2025", "year": 2025, "reporter": "the embassy", "claim": OWN}


def claim(**fields) -> dict:
    worth = {"value": None, "low": 5_000_000, "high": 7_000_000, "bound": "exact", "unit": "USD", "kind": "amount"}
    return {"name": "it", "support": "source", "evidence": ["d:10-43"]} | worth | fields


def found(one: dict, repairs=()) -> list:
    return [*altered([one], [AMOUNT, PERSON], {"d": TEXT}, {"loan": ROW}, list(repairs))]


@pytest.mark.parametrize(
    ("changed", "faults"),
    [
        ({}, 0),
        ({"value": 5_000_000, "low": None, "high": None}, 0),  # one end of the range, as printed
        ({"value": 6_000_000, "low": None, "high": None}, 1),  # their mean: computed
        ({"high": 8_000_000}, 1),
        ({"unit": "EUR"}, 1),
        ({"bound": "over"}, 1),
        ({"kind": "number"}, 1),
        ({"value": "trade", "kind": "text"}, 0),
        ({"value": "all trade", "kind": "text"}, 1),
        ({"value": "Minister of Trade", "kind": "text", "evidence": ["d:61-78"]}, 0),  # an attribute's own words
        ({"value": "Minister of War", "kind": "text", "evidence": ["d:61-78"]}, 1),
    ],
)
def test_a_source_claim_says_what_the_fact_says(changed, faults):
    """Value, range, bound, unit and kind are those of the fact whose words it opens."""
    assert len(found(claim(**changed))) == faults


@pytest.mark.parametrize(
    ("changed", "faults"),
    [
        ({}, 0),
        ({"value": 3e6}, 1),
        ({"bound": "exact"}, 1),
        ({"kind": "date", "value": "2025-04"}, 0),  # the period prints it
        ({"kind": "date", "value": "2025-05"}, 1),
        ({"kind": "text", "value": "the embassy"}, 0),
        ({"kind": "text", "value": "the ministry"}, 1),
    ],
)
def test_a_record_claim_says_what_the_row_says(changed, faults):
    """So is that of a record claim; a date may also be read from the row's period."""
    assert len(found(claim(support="record", evidence=["record:loan"]) | OWN | changed)) == faults


def test_a_repair_is_no_other_value():
    """A value set by corrections.yml may stand as a source claim, another may not."""
    repair = {"kind": "amount", "document": "d", "quote": AMOUNT["quote"], "set": {"high": 70_000_000}}
    assert (found(claim(high=70_000_000), [repair]), len(found(claim(high=71_000_000), [repair]))) == ([], 1)


@pytest.mark.parametrize(("name", "line"), [("trade", "report.qmd:11:11"), ("unused", "report.qmd:1:1")])
def test_a_changed_value_stops_the_brief(tmp_path, monkeypatch, name, line):
    """Planted: a notebook doubles a sum and names it as the document's words; the check says what the words are."""
    monkeypatch.setenv("DOSSIER_BUILD", str(tmp_path / "p" / "_build"))
    folder = tiny.project(tmp_path / "p", brief=tiny.BRIEF.replace("[$2.5 billion]{fact", "[$5 billion]{fact"))
    if name != "trade":
        (folder / "report.qmd").write_text(tiny.BRIEF)
    made = folder / "_build" / "claims"
    planted = json.loads((made / "trade.json").read_text()) | {"name": name, "value": 5_000_000_000}
    (made / f"{name}.json").write_text(json.dumps(planted))
    (fault,) = map(str, check(folder)[0])
    assert fault.startswith(f"{line}: found “{name}” = $5 billion, which is not what “$2.5 billion” says")
    assert "formula=… and inputs=…" in fault
