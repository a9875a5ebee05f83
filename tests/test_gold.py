"""The gold itself is sound: every quotation stands in its text, every value is possible, nothing is left out."""

from collections import Counter

import pytest

from gold_document import FIELDS
from gold_loader import GOLD, SPLITS, GoldError, load, load_split

TEXT = "WORLD\nParis, 3 May – Ana Ruiz paid $5 million and $5 million.\nShe left.\n"
YAML = """
id: planted
published: 2024-05-03
zones: {1: {furniture: navigation}}
topics:
- "Paris, 3 May …": [other]
- "She left …": [other]
facts:
- {kind: date, quote: "3 May", date: 2024-05-03, basis: relative}
"""


@pytest.fixture
def planted(tmp_path):
    """Writes an annotation with one thing changed, and loads it."""

    def load_with(old: str = "", new: str = "", more: str = ""):
        (tmp_path / "planted.txt").write_bytes(TEXT.encode())
        (tmp_path / "planted.yml").write_text(YAML.replace(old, new) + more, encoding="utf-8")
        return load(tmp_path / "planted.yml")

    return load_with


def annotations():
    return sorted(path for split in (*SPLITS, "second") for path in (GOLD / split).glob("*.yml"))


@pytest.mark.parametrize("path", annotations(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_annotation_is_sound(path):
    """Each quote is found in its text, each value is possible, each body sentence has its sectors."""
    gold = load(path)
    assert gold.id == path.stem.removesuffix(".second") and gold.facts


def test_every_text_is_annotated():
    """A text without annotation, or an id that stands in two splits, would make the figures lie."""
    texts = {path.with_suffix(".yml") for split in SPLITS for path in (GOLD / split).glob("*.txt")}
    assert set() == {path for path in texts if not path.is_file()}
    ids = Counter(gold.id for split in SPLITS for gold in load_split(split))
    assert [] == [name for name, n in ids.items() if n > 1]


def test_the_gold_is_large_enough_and_says_its_size(capsys):
    """At least 40 documents of our own besides the seeds, half of them not about the UK and Azerbaijan."""
    golds = [gold for split in SPLITS for gold in load_split(split)]
    kinds = Counter(fact.kind for gold in golds for fact in gold.facts)
    with capsys.disabled():
        print(f"\ngold: inspected {len(golds)} documents, {sum(kinds.values())} facts: {dict(sorted(kinds.items()))}")
    assert len([gold for gold in golds if gold.split != "seeds"]) >= 40
    assert all(900 <= len(gold.text) <= 3500 for gold in golds if gold.split != "seeds")
    assert set(FIELDS) == set(kinds)
    assert 2 * sum("Azerbaij" in gold.text for gold in golds) <= len(golds)


def test_the_planted_annotation_is_sound(planted):
    """What the faults below are planted in has none itself."""
    gold = planted()
    assert ["Paris, 3 May – Ana Ruiz paid $5 million and $5 million.", "3 May", "She left."] == [
        gold.text[fact.start : fact.end] for fact in gold.facts
    ]


@pytest.mark.parametrize(
    "old, new, more, fault",
    [
        ('3 May", date', '4 May", date', "", "stands 0 times"),  # a quote that is not in the text
        ("2024-05-03, basis", "2024-05-33, basis", "", "day is out of range"),  # a day that does not exist
        ("basis: relative", "basis: guessed", "", "no such basis"),
        ("basis: relative", "basis: inferred", "", "names its arithmetic"),
        ("kind: date", "kind: fate", "", "no such kind"),
        ('- "She left …": [other]', "", "", "two sentences"),
        ("Paris, 3 May …", "paid …", "", "no topic covers “Paris, 3 May – Ana Ruiz”"),
        ('"She left …": [other]', '"She left …": [sport]', "", "sectors must be"),
        ("{furniture: navigation}", "{furniture: junk}", "", "no such zone"),
        ("{1:", "{9: body, 1:", "", "no such line"),
        ("", "", "- {kind: amount, quote: $5 million, value: 5000000, currency: USD}", "stands 2 times"),
        ("", "", "- {kind: amount, quote: $5 million, nth: 3, value: 5000000, currency: USD}", "nth is 3"),
        ("", "", "- {kind: amount, quote: $5 million, nth: 2, value: 5000000, currency: dollar}", "no currency code"),
        ("", "", "- {kind: amount, quote: $5 million, nth: 2, value: null, currency: USD}", "low and high"),
        ("", "", "- {kind: person, quote: Ana Ruiz, name: Anna Ruiz}", "does not stand in the text"),
        ("", "", "- {kind: person, quote: WORLD, name: WORLD}", "rests on furniture"),
        ("", "", "- {kind: statement, quote: Ana Ruiz, speaker: Ana Ruiz, cue: paid, content: Ana}", "whole sentence"),
        ("", "", "- {kind: meeting, quote: She left …, participants: [Bo]}", "participant “Bo”"),
    ],
)
def test_a_planted_fault_is_found(planted, old, new, more, fault):
    """Each thing that can be wrong with an annotation is refused, and the message says what it is."""
    with pytest.raises(GoldError) as caught:
        planted(old, new, more)
    assert fault in str(caught.value)
