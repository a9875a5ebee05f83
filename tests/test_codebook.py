"""The codebook: a column that nobody explains is a fault of the check, with the place where its meaning is written."""

import json
from pathlib import Path

import pytest
import tiny
from dossier import check
from dossier.codebook import grid, read_meanings
from dossier.entries import EntryFault
from dossier.subject import read_subject
from the_record import SEEDS

HOME = Path(__file__).parent.parent
BARS = "bars:\n  year: year of the talks\n  share: part of it\n"
DATA = {"columns": ["year", "share"], "rows": [[2023, 0.5], [2024, None]]}


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The tiny project with a figure, both of whose columns are explained."""
    monkeypatch.setenv("DOSSIER_BUILD", str(tmp_path / "p" / "_build"))
    folder = tiny.project(tmp_path / "p")
    monkeypatch.chdir(folder)
    figure = {"name": "bars", "title": "Bars", "alt": "Bars", "note": None, "links": [], "data": DATA}
    tiny.put(folder / "_build" / "figures" / "bars.json", json.dumps(figure))
    tiny.put(folder / "notebooks" / "codebook.yml", BARS + tiny.CODEBOOK)
    return folder


def faults(folder) -> list[str]:
    return [str(fault) for fault in check.check(folder)[0]]


def test_explained_columns_are_no_fault(project):
    """Where every column has its meaning the brief is bound."""
    assert [] == faults(project)


PLANTED = [
    ("bars:\n  year: year of the talks\n" + tiny.CODEBOOK, "1:1: found no meaning of “share” in the data of figure “bars”; expected under “bars:”"),
    ("\nbars:\n  year: the year\n  share:\n" + tiny.CODEBOOK, "2:1: found no meaning of “share”"),
    (BARS + "sums:\n  what: what is measured\n", "4:1: found no meaning of “sum” in table “sums”; expected under “sums:”"),
    ("", "1:1: found no meaning of “year” in the data of figure “bars”"),
    ("- bars\n", "1:1: must hold figures and tables, and under each “column: what it holds”"),
    ("bars:\n\tyear: x\n", "2:1: is not plain YAML (found character"),
]


@pytest.mark.parametrize(("text", "told"), PLANTED, ids=[told for _, told in PLANTED])
def test_a_column_without_a_meaning_is_named(project, text, told):
    """Figure, column, file and line are named, and nothing is bound."""
    (project / "notebooks" / "codebook.yml").write_text(text, encoding="utf-8")
    assert any(fault.startswith(f"notebooks/codebook.yml:{told}") for fault in faults(project)), faults(project)


def test_without_a_codebook_the_check_says_where_to_write_it(project):
    """A project without the file is told of each column."""
    (project / "notebooks" / "codebook.yml").unlink()
    assert 4 == len(faults(project)) and all("notebooks/codebook.yml:1:1" in fault for fault in faults(project))


def test_a_table_of_the_record_must_be_described(project):
    """A CSV that the data package does not describe, in whole or in part, is named with its columns."""
    tiny.put(project / "seeds" / "record" / "events.csv", 'id,"when, roughly"\na,2024\n')
    at = "seeds/record/datapackage.json:1:1: found no"
    assert [f"{at} description of events.csv"] == [fault.partition(";")[0] for fault in faults(project)]
    tiny.put(project / "seeds" / "record" / "datapackage.json", json.dumps({"resources": [
        {"path": "events.csv", "schema": {"fields": [{"name": "id", "type": "string", "description": "row"}]}}]}))  # fmt: skip
    assert [f"{at} meaning of “when, roughly” in events.csv"] == [fault.partition(";")[0] for fault in faults(project)]
    fields = [{"name": name, "type": "string", "description": "x"} for name in ("id", "when, roughly")]
    package = {"resources": [{"path": "events.csv", "schema": {"fields": fields}}]}
    tiny.put(project / "seeds" / "record" / "datapackage.json", json.dumps(package))
    assert [] == faults(project)
    tiny.put(project / "seeds" / "record" / "datapackage.json", '{"resources": [\n')
    (said,) = faults(project)
    assert said.startswith("seeds/record/datapackage.json:2:1: is no data package that can be read")


def test_the_roles_are_filled_in():
    """A column that is called after a sector or the turn is explained whatever the subject calls them."""
    subject = read_subject(SEEDS)
    assert {"energy before 2025", "defence since 2025"} <= read_meanings(HOME, subject).values["curve"].keys()
    wind = subject.model_copy(update={"roles": subject.roles.model_copy(update={"challenger": "peace"})})
    assert "peace since 2025" in read_meanings(HOME, wind).values["curve"]


def test_types_are_told_by_the_cells():
    """A column's type is that of its cells; an empty cell is said."""
    rows = [[1, 0.5, "2024-05", "a", True, None], [2, 1, "2024-06-01", "2024", False, ["x"]]]
    found = grid({"data": {"columns": list("abcdef"), "rows": rows}})
    assert ["integer", "number", "date", "text", "boolean", "list or empty"] == [*found.values()]
    assert {"year": "integer", "share": "number or empty"} == grid({"data": DATA})


def test_a_codebook_that_is_no_codebook_is_refused(tmp_path):
    """Reading it for the edition fails with file and line as well."""
    tiny.put(tmp_path / "notebooks" / "codebook.yml", "bars: [a]\n")
    with pytest.raises(EntryFault, match="codebook.yml:1: must hold figures and tables"):
        read_meanings(tmp_path, read_subject(SEEDS))
