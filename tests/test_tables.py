"""Facts become tables, one a kind, and every column is defined."""

import pytest
import tiny
import yaml
from dossier import tables
from dossier.facts import KINDS
from gold_facts import seed_facts


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_a_kind(kind):
    """One row a fact, one column a field; the evidence stands in every row."""
    table = tables.table(kind, seed_facts())
    assert sum(fact.kind == kind for fact in seed_facts()) == len(table)
    assert ["document", "start", "end", "quote"] == [
        c for c in table.columns if c in ("document", "start", "end", "quote")
    ]
    assert "why" not in table.columns


def test_an_empty_table_keeps_its_columns():
    """A kind that is not found still has a table, so that no cell downstream fails for want of a column."""
    assert (0, True) == (len(tables.table("percent", [])), "value" in tables.table("percent", []).columns)


def test_an_unknown_kind_lists_those_there_are():
    """A misspelt kind never gives an empty table."""
    with pytest.raises(KeyError, match="there are amount"):
        tables.table("amounts", [])


def test_every_column_is_defined():
    """One codebook row a column of every table, none without a definition."""
    book = tables.codebook()
    columns = {(kind, column) for kind in KINDS for column in tables.table(kind, []).columns}
    assert (columns, False) == (set(zip(book.table, book.column, strict=True)), book.definition.eq("").any())


def test_the_record_has_its_codebook_too():
    """The record's columns are defined by its own data package."""
    book = tables.record_codebook("seeds")
    assert ("chronology", False) == (book.table.iloc[0], book.definition.eq("").any())


def test_counts_tell_every_kind():
    """A kind without a fact counts nought and is not left out."""
    counts = tables.counts(seed_facts())
    assert (list(KINDS), 24, 0) == (
        list(counts.index),
        counts.loc["topic", "azernews-2022-03"],
        counts.loc["percent"].sum(),
    )


def test_the_corpus_is_found_once_and_again_when_something_changed(tmp_path, monkeypatch):
    """Facts are kept under a key of all they rest on; another key finds them anew."""
    found = []
    monkeypatch.setenv("DOSSIER_BUILD", str(tmp_path))
    monkeypatch.setattr(tables, "_found", lambda root: found.append(root) or seed_facts())
    for key in ("one", "one", "two"):
        tables._corpus.cache_clear()
        monkeypatch.setattr(tables, "_key", lambda key=key: key)
        assert list(seed_facts()) == tables.corpus()
    tables._corpus.cache_clear()
    assert 2 == len(found)


def test_the_subject_adds_its_own_terms(tmp_path):
    """A sector of the subject is found by the terms that its entry gives, beside the language's own."""
    folder = tiny.project(tmp_path)
    before = [fact.sectors for fact in tables._found(folder) if fact.kind == "topic"]
    sectors = [
        {"id": "metals", "label": "Metals", "colour": "#B45F06", "terms": ["metals"]},
        tiny.SUBJECT["sectors"][1],
    ]
    (folder / "seeds" / "subject.yml").write_text(
        yaml.safe_dump(tiny.SUBJECT | {"sectors": sectors}, allow_unicode=True), encoding="utf-8"
    )
    after = [fact.sectors for fact in tables._found(folder) if fact.kind == "topic"]
    assert [("metals" in said, "metals" in now) for said, now in zip(before, after, strict=True)].count(
        (False, True)
    ) == 1
