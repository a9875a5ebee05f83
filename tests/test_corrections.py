"""Corrections: what is wrong in them is named with its line, and what does not fit the source any more as well."""

import pytest
from dossier.corrections import CorrectionError, misfits, read_corrections, where
from the_record import SEEDS, copy_of_seeds, edit

WRONG = [
    # what stands there, what is planted, words of the line that is named, what is told
    ("- document:", "- documnt:", "documnt", "documnt: is no key that is known here; did you mean “document”?"),
    ("kind: amount", "kind: sum", "kind: sum", "correction 1: kind: “sum” is unknown; write one of amount, aside"),
    ("  reason: >-", "  why: >-", "- document", "reason: is missing; add it"),
    ("tolerance: 100000", "tolerance: some", "tolerance", "“some” is no number; write one in digits"),
    ("  status: repaired\n", "  status: repaired\n  status: open\n", "status: open", "(“status” stands twice); keep one of them"),
    ("parts: [396600000,", "parts: [396600000;", "396600000", "parts.0: “396600000; 271100000” is no number"),
]


@pytest.mark.parametrize(("old", "new", "at", "told"), WRONG, ids=[new for _, new, *_ in WRONG])
def test_what_is_wrong_is_named(tmp_path, old, new, at, told):
    """Each fault of the file has its line, its key and what to do."""
    seeds = copy_of_seeds(tmp_path)
    edit(seeds / "corrections.yml", old, new)
    line = next(n for n, row in enumerate((seeds / "corrections.yml").read_text().splitlines(), 1) if at in row)
    with pytest.raises(CorrectionError) as error:
        read_corrections(seeds)
    said = [one for one in str(error.value).splitlines() if one.startswith(f"{seeds}/corrections.yml:{line}: ")]
    assert told in "\n".join(said), str(error.value)


def test_an_entry_knows_where_it_is_written():
    """Messages about a correction begin with its file and line, then the document and its words."""
    (entry,) = read_corrections(SEEDS)
    line = (SEEDS / "corrections.yml").read_text().splitlines().index("- document: azernews-2022-03") + 1
    assert f"{SEEDS}/corrections.yml:{line}: azernews-2022-03 “$667.8”" == where(entry)


def test_no_corrections_are_no_fault(tmp_path):
    """A project without the file, or with an empty one, has none."""
    assert [] == read_corrections(tmp_path)
    (tmp_path / "corrections.yml").write_text("# none yet\n[]\n")
    assert [] == read_corrections(tmp_path)


ENTRY = {"document": "a", "kind": "amount", "quote": "$5", "expect": {"value": 5.0}, "set": {"value": 5e6}, "place": "c.yml:1"}
FACT = {"document": "a", "kind": "amount", "quote": "$5", "value": 5.0}
MISFITS = [
    # what the entry says, how often the sum is found, what is told
    ({}, 1, None),
    ({}, 2, "the fault is found 2 times, not once; remove or adapt the correction"),
    ({"expect": {"value": 6.0}}, 1, "the fault is found 0 times, not once"),
    ({"document": "aa"}, 1, "c.yml:1: aa “$5”: there is no such document; did you mean a?"),
    ({"quote": "$6"}, 1, "c.yml:1: a “$6”: the document does not say so; copy the words from it"),
    ({"kind": "aside", "quote": "a sum of $5"}, 0, None),
    ({"kind": "aside", "quote": "no sum"}, 0, "the document does not say so"),
]


@pytest.mark.parametrize(("said", "times", "told"), MISFITS, ids=[str(told) for *_, told in MISFITS])
def test_a_correction_fits_one_place_of_a_document(said, times, told):
    """What corrects a document that is not there, words it does not say, or a sum found not once, is named."""
    found = [*misfits([ENTRY | said], {"a": "It was a sum of\n$5 again."}, [FACT] * times)]
    assert [told in one for one in found] == [True] if told else found == []
