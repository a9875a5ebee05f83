"""Claims: exactly one row, a value, a support; written where the brief finds them."""

import json

import pandas as pd
import plotly.graph_objects as go
import pytest
from dossier import build, claim, figure, tabulate
from dossier.build import NameFault
from dossier.claims import ClaimError, claims, record_claims


@pytest.fixture(autouse=True)
def made(tmp_path, monkeypatch):
    monkeypatch.setenv("DOSSIER_BUILD", str(tmp_path / "_build"))
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    return tmp_path / "_build"


def amounts() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "document": ["paper-2024", "paper-2024"], "start": [10, 40], "end": [23, 53],
            "quote": ["$28.8 billion", "$30.6 billion"], "kind": "amount", "value": [28.8e9, 30.6e9], "currency": "USD",
            "low": [None, None], "high": [None, None], "bound": "exact", "measure": ["energy", "investment"],
        }
    )  # fmt: skip


def test_source_claim_carries_its_words(made):
    """A row with document, start, end and quote makes a source claim whose evidence is its offsets."""
    claim("investment-energy", amounts().query("measure == 'energy'"))
    written = json.loads((made / "claims" / "investment-energy.json").read_text())
    assert (written["support"], written["kind"], written["value"], written["unit"], written["evidence"]) == (
        "source", "amount", 28_800_000_000, "USD", ["paper-2024:10-23"],
    )  # fmt: skip


@pytest.mark.parametrize("more", [{"inputs": ["imports", "trade"]}, {"inputs": ["imports"], "kind": "share"}, {}])
def test_what_has_a_formula_is_computed(more):
    """A row of facts or of the record with a formula is computed, and rests on the row: it is nobody's exact words."""
    share = amounts().head(1).assign(share=5.1 / 5.8)
    row = pd.DataFrame({"id": ["loan"], "url": ["https://a.example"], "value": [2.0]})
    made = claim("share", share, "share", formula="imports ÷ trade", **more)
    twice = claim("twice", row.assign(twice=4.0), "twice", formula="2 × loan", **more)
    assert (made["support"], made["evidence"]) == ("computed", ["paper-2024:10-23"])
    assert (twice["support"], twice["evidence"]) == ("computed", ["record:loan"])


def test_a_computation_without_its_formula_is_no_source_claim():
    """A column that is none of the fact's own, or inputs without a formula, are refused with the remedy."""
    share = amounts().head(1).assign(share=5.1 / 5.8)
    with pytest.raises(ClaimError, match="“share” is no column of the fact .*; give formula=… and inputs="):
        claim("share", share, "share", kind="share")
    for wrong in ({"inputs": ["imports"]}, {"of": "value"}):
        with pytest.raises(ClaimError, match="needs a formula"):
            claim("share", share, "share", **wrong)


@pytest.mark.parametrize("query, count", [("value > 0", 2), ("value < 0", 0)])
def test_a_claim_is_one_row(made, query, count):
    """A selection of two rows, or of none, fails, lists what matched and writes nothing."""
    with pytest.raises(ClaimError, match=f"selects {count} rows") as fault:
        claim("investment", amounts().query(query))
    assert (str(fault.value).count("measure="), (made / "claims").exists()) == (count, False)


def test_computed_claim_says_how():
    """A computed claim without formula, or without inputs and evidence, is refused."""
    row = pd.DataFrame({"n": [3]})
    for wrong in ({}, {"formula": "sum"}, {"inputs": ["investment-energy"]}):
        with pytest.raises(ClaimError, match="needs a formula"):
            claim("three", row, "n", **wrong)
    assert claim("three", row, "n", formula="sum", inputs=["investment-energy"])["kind"] == "count"


def test_share_knows_part_and_whole():
    """With `of` the claim is a share: k of n, and no part is greater than its whole."""
    row = pd.DataFrame({"k": [10], "n": [22], "evidence": [["record:a", "record:b"]]})
    share = claim("defence-share", row, "k", of="n", formula="k of n")
    assert (share["value"], share["of"], share["evidence"], repr(share)) == (
        10 / 22, 22, ["record:a", "record:b"], "defence-share = 10 of 22 (computed: k of n, from 2 pieces of evidence)",
    )  # fmt: skip
    with pytest.raises(ClaimError, match="is no share"):
        claim("wrong", row, "n", of="k", formula="n of k")


@pytest.mark.parametrize(
    "column, kind, value, expected",
    [
        ("when", None, "2025-10-13", "date"),  # ISO text is a date
        ("year", None, 2025, "date"),  # a year is not a count
        ("held", None, True, "boolean"),
        ("name", None, "Ada Byron", "text"),
        ("ratio", None, 0.25, "number"),
    ],
)
def test_kind_is_told_by_the_value(column, kind, value, expected):
    """Without `kind` the value and its column tell what it is."""
    row = pd.DataFrame({column: [value], "evidence": [["record:a"]]})
    assert claim("it", row, column, kind=kind, formula="read")["kind"] == expected


def test_record_units_are_multiplied_out():
    """“GBP million” is pounds times a million; “up to” keeps only its upper end."""
    row = {"id": "loan", "url": "https://a.example", "value": 5000.0, "low": float("nan"), "high": 5000.0,
           "unit": "GBP million", "bound": "up_to"}  # fmt: skip
    (only,) = record_claims([("figures", [row])])
    assert (only["value"], only["high"], only["unit"], only["bound"], only["evidence"]) == (
        5_000_000_000, 5_000_000_000, "GBP", "under", ["record:loan"],
    )  # fmt: skip


@pytest.mark.parametrize("name", ["../evil", "a/b", "Upper", "", "a b", ".hidden", "-dash", "a\n", "a\u202eb"])
def test_names_that_are_no_keys(name, made):
    """A name that could leave its folder, or break an anchor, is refused for claims, figures and tables."""
    row = amounts().head(1)
    for act in (
        lambda: claim(name, row),
        lambda: figure(name, go.Figure(), title="t", alt="a", data=row, n=1, sources="s"),
        lambda: tabulate(name, row, title="t"),
    ):
        with pytest.raises(NameFault):
            act()
    assert [*made.rglob("*.json")] == []


def test_figure_shows_the_same_twice(made):
    """A figure shows a fixed bundle: chart, table and line of text, without random ids."""

    def shown():
        fig = go.Figure(go.Bar(x=["a", "b"], y=[1, 2]))
        data = pd.DataFrame({"x": ["a", "<b>"], "y": [1, 2]})
        return figure(
            "bars", fig, title="Bars", alt="Two bars", data=data, n=2, sources="own", links={(0, 1): "record:b"}
        )

    first, second = shown()._repr_mimebundle_(), shown()._repr_mimebundle_()
    assert first == second
    assert "&lt;b&gt;" in first["text/html"]
    assert json.loads((made / "figures" / "bars.json").read_text())["links"] == [[0, 1, "record:b"]]


def test_table_keeps_evidence_by_cell(made):
    """A cell's evidence stands in its parallel column, a row's in `evidence`; neither is shown."""
    frame = pd.DataFrame({"year": [2022], "sum": [1.5e9], "sum:evidence": [["record:a"]], "evidence": [["record:b"]]})
    tabulate("sums", frame, title="Sums", formats={"sum": {"kind": "amount", "unit": "USD"}, "year": "d"})
    written = json.loads((made / "tables" / "sums.json").read_text())
    assert (written["columns"], written["rows"]) == (
        [{"label": "year", "align": "right"}, {"label": "sum", "align": "right"}],
        [[{"value": 2022, "text": "2022", "evidence": ["record:b"]},
          {"value": 1_500_000_000, "text": "$1.5 billion", "evidence": ["record:a"]}]],
    )  # fmt: skip


def test_writing_the_same_leaves_the_file(made):
    """A file whose bytes would not change is not touched."""
    path = made / "x.json"
    assert (build.write(path, "a"), build.write(path, "a"), build.write(path, "b")) == (True, False, True)


def test_claims_come_back_by_name():
    """What was named is read back as it was named."""
    row = amounts().head(1)
    named = claim("first", row)
    assert claims() == {"first": named}


def test_message_shows_nothing_invisible():
    """A message is one line without control characters, bidi overrides or zero-width characters."""
    assert build.plain("a\u202e\x1b[31m\nb\u200bc") == "a[31m bc"


def test_a_piece_of_evidence_stands_once_in_a_claim():
    """What two rows rest on is one piece, in the order in which it came first."""
    row = pd.DataFrame({"k": [2], "evidence": [["record:b", "record:a", "record:b"]]})
    assert claim("rows-of-two", row, "k", kind="count", formula="rows")["evidence"] == ["record:b", "record:a"]
