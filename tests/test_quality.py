"""The extraction is as good as it was: no figure on the gold falls below its recorded floor."""

import json

import pytest

import quality
from gold_loader import SPLITS

KINDS = ("furniture", "amount", "percent", "date", "person", "meeting", "statement", "topic", "offsets")
NEAR = 0.02  # what another build of the parser may move a figure


@pytest.fixture(scope="module")
def measured():
    """All splits and the passages, measured once."""
    splits = {split: quality.measure(split, peers=False) for split in SPLITS}
    return {**splits, "passages": quality.passages()}


@pytest.fixture(scope="module")
def recorded():
    return json.loads(quality.MEASURED.read_text(encoding="utf-8"))


@pytest.mark.parametrize("split", ["train", "dev", "test"])
def test_every_kind_has_a_floor(split):
    """A kind without a floor could fall unseen."""
    assert set() == set(KINDS) - set(quality.floors()[split])


def test_no_figure_is_below_its_floor(measured, capsys):
    """F1 per kind and split against floors.yml, each named with what it is and should be."""
    floors = quality.floors()
    n = sum(measured[split]["kinds"][kind]["n"] for split, kinds in floors.items() for kind in kinds)
    with capsys.disabled():
        documents = sum(result["documents"] for result in measured.values())
        held = sum(map(len, floors.values()))
        print(f"\nquality: {documents} documents, {held} floors over {n} facts and characters")
    assert [] == quality.below(measured, floors)


def test_every_quotation_is_what_stands_there(measured):
    """Offsets are right in every fact of every document, without exception."""
    assert {split: 1.0 for split in SPLITS} == {s: measured[s]["kinds"]["offsets"]["precision"] for s in SPLITS}


def test_the_recorded_figures_are_those_measured(measured, recorded):
    """measured.json, which the brief prints, is of this extractor and this gold; else run `make quality`."""
    before = {**recorded["splits"], "passages": recorded["passages"]}
    moved = [
        f"{split} {kind}: recorded {before[split]['kinds'][kind]['f1']}, measured {figures['f1']}"
        for split, result in measured.items()
        for kind, figures in result["kinds"].items()
        if abs(figures["f1"] - before[split]["kinds"][kind]["f1"]) > NEAR
    ]
    assert [] == moved
    assert recorded["gold"] == {split: quality.counted(split) for split in SPLITS}


def test_two_annotators_agree_on_ten_texts(recorded):
    """Agreement is measured on at least ten doubly read texts, and is at least what the extraction aims at."""
    agreement = quality.agreement()
    assert agreement["documents"] >= 10
    assert recorded["agreement"] == agreement
    assert [] == [k for k, aim in quality.AIM.items() if agreement["kinds"][k]["f1"] < aim]
