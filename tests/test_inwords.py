"""Our own words in house style: sums, percents, dates, signs, and plain names for what the house calls by ids."""

from types import SimpleNamespace

import pytest
from dossier.inwords import Plain, typeset

SUBJECT = SimpleNamespace(
    money=SimpleNamespace(words={"sud_fish_total": "fish from Sudland in all"}),
    record=SimpleNamespace(twin=SimpleNamespace(country="FI")), turn=2025,
    challenger=SimpleNamespace(label="Ferries"), base=SimpleNamespace(label="Fish"),
)  # fmt: skip


@pytest.mark.parametrize(("written", "read"), [
    ("30,600 USD million", "$30.6 billion"),
    ("over 84,000 USD million", "over $84 billion"),
    ("-15.5 percent", "−15.5%"),
    ("2023-01/2023-10", "January to October 2023"),
    ("on 2024-02-29", "on 29 February 2024"),
    ("1995-2022, then 2023-24", "1995–2022, then 2023–24"),
    ("1995 - mid-2023", "1995 – mid-2023"),
    ("energy's part, the 'Wednesday' of \"ours\"", "energy’s part, the ‘Wednesday’ of “ours”"),
    # What only looks like one of them stays: an id, an address, a subtraction.
    ("2025-10-13-embargo-lifted", "2025-10-13-embargo-lifted"),
    ("https://example.org/2024-01-02/x", "https://example.org/2024-01-02/x"),
    ("part - whole", "part - whole"),
])  # fmt: skip
def test_our_words_are_set_in_house_style(written, read):
    """Sums with their sign and scale, percents, ISO dates in words, true minus, dashes and quotation marks."""
    assert read == typeset(written)


@pytest.mark.parametrize(("written", "read"), [
    ("sud_fish_total", "fish from Sudland in all"),
    ("no_words_for_it", "no words for it"),
    ("not stopped before (see figures.csv)", "not stopped before (see the record’s figures)"),
    ("the base at Norhaven, the challenger", "the base at Norhaven, the challenger"),
    (None, None),
])  # fmt: skip
def test_names_of_the_house_are_not_shown(written, read):
    """A measure is called by its words, a file by what it holds; words of a note are no roles."""
    assert read == Plain(SUBJECT).words(written)


def test_a_formula_names_sectors_not_roles():
    """Challenger, base, turn and twin country are said by their names."""
    said = "some of the challenger's episodes since the turn concerned the twin country; challenger > the base"
    read = "some of ferries’s episodes since 2025 concerned Finland; ferries > fish"
    assert read == Plain(SUBJECT).formula(said)


def test_a_document_keeps_its_words():
    """Only rows of the record, which are ours, are said anew."""
    source = {"support": "source", "account": None, "note": "it's 5 USD million"}
    assert source == Plain(SUBJECT).evidence(source)
    assert "$5 million" == Plain(SUBJECT).evidence(source | {"support": "record", "note": "5 USD million"})["note"]
