"""Sums and shares as agencies print them, each with its value, its money and its bound."""

from pathlib import Path

import pytest

from dossier.numerals import numerals

ROWS = [
    line.split(" |", 1)
    for line in (Path(__file__).parent / "sums.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def told(text: str) -> list[str]:
    """Each sum and share of the text as the table writes it."""
    rows = []
    for one in numerals(text):
        if one.unit:
            value = f"{one.low:.12g}-{one.high:.12g}" if one.value is None else f"{one.value:.12g}"
            bound = "" if one.bound == "exact" else f" {one.bound}"
            rows.append(f"{text[one.start : one.end]} = {value} {one.unit}{bound}")
    return rows


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text for text, _ in ROWS])
def test_a_sum_is_read_as_it_is_printed(text, expected):
    """Whatever the sign, the code, the name, the magnitude and the spaces."""
    assert told(text) == [row.strip() for row in expected.split(" ; ") if row.strip()]


def test_the_table_is_read():
    """A table that is not read tests nothing."""
    assert len(ROWS) > 300
