"""Which countries have no such office."""

import pytest

from dossier.find.constitutions import without
from dossier.find.gathering import Person

CASES = [  # (office as printed, countries of the text, those without it)
    ("Prime Minister", {"ID", "AU"}, {"ID"}),
    ("Deputy Prime Minister", {"ID", "AU"}, {"ID"}),
    # constitutions change
    ("Former Prime Minister", {"ID", "AU"}, set()),
    ("President", {"JP", "KR"}, {"JP"}),
    ("Vice-President", {"DE", "IN"}, {"DE"}),
    ("King", {"JO", "PE"}, {"PE"}),
    ("Chancellor", {"AT", "PE"}, {"PE"}),
    # an office of a house, or one that every country has
    ("President of the Senate", {"JP", "KR"}, set()),
    ("Energy Minister", {"JP", "KR"}, set()),
]


@pytest.mark.parametrize(("office", "codes", "expected"), CASES)
def test_a_country_without_the_office_is_told(office, codes, expected):
    """A kingdom has no president, Peru no king; who presides over a house may be of any country."""
    assert expected == without(Person("A", [], offices=[office]), codes)
