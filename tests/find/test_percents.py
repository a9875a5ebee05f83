"""Percentages in documents: value, bound, measure and period."""

import datetime as dt

import pytest

from dossier import read
from dossier.find.percents import percents
from dossier.pipeline import parse
from dossier.seeds import Document

# (text, [(words, value or (low, high), bound)])
CASES = [
    ("Trade grew by 67.8% against the same period.", [("67.8%", 67.8, "exact")]),  # plain
    ("The share fell from 36% to 15% in a year.", [("36%", 36, "exact"), ("15%", 15, "exact")]),  # a change
    (
        "Estimates climbed by between 12 and 18 per cent on average.",
        [("12 and 18 per cent", (12, 18), "exact")],
    ),  # a range
    ("At least sixty percent of the jobs go to them.", [("sixty percent", 60, "over")]),  # a bound
    ("Output fell by a third, prices by half.", []),  # no percentages
    ("Output shrank by -15.5% that year.", [("-15.5%", -15.5, "exact")]),  # below nothing
    ("Rates rose two percentage points.", [("two percentage points", 2, "exact")]),  # points
]


def found(text: str) -> list:
    (doc,) = parse([Document(id="case", text=text, published=dt.date(2024, 5, 22))])
    return list(percents(doc))


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_percentages_are_facts(text, expected):
    """Each percentage of the body is a fact; fractions are none."""
    assert [(f.quote, f.value if f.low is None else (f.low, f.high), f.bound) for f in found(text)] == expected


def test_a_percentage_has_measure_and_period():
    """Subject and year of its clause."""
    (fact,) = found("Bilateral trade grew by 12% in 2023.")
    assert (fact.measure, fact.period) == ("Bilateral trade", "2023")


def test_no_percentage_of_the_page_furniture_is_a_fact():
    """“Türkiye's defence exports rise 30%” is a headline of another story."""
    assert [fact.quote for doc in parse(read("seeds")) for fact in percents(doc)] == []
