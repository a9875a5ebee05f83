"""Origins: in which countries a name is usual, and what that decides where a text leaves two open."""

import pytest
from parsed import doc_of

from dossier.find.origins import origins
from dossier.find.persons import people

USUAL = [
    ("Phạm Thu Hà", "VN"), ("Yoon Tae-seok", "KR"), ("Keiko Nakashima", "JP"), ("Ólafur Þórsson", "IS"),
    ("Bogdan Iliescu", "RO"), ("Nino Tsereteli-Lomidze", "GE"), ("Aram Hakobyan", "AM"), ("Tuula Rantanen", "FI"),
    ("Kristīne Ozoliņa", "LV"), ("RADOSŁAW WIŚNIEWSKI", "PL"), ("Kofi Mensah", "GH"), ("Gunasekara Wijesinghe", "LK"),
    ("Enkhbat Battulga", "MN"), ("Iryna Shevchenko", "UA"), ("Aynur Əhmədova", "AZ"), ("Zsófia Erdélyi-Tőkés", "HU"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "country"), USUAL)
def test_a_name_fits_the_country_it_is_usual_in(name, country):
    """Letters, endings and words of a name tell where it is usual, printed in capitals too."""
    assert 1 == origins(name)[country]


@pytest.mark.parametrize("name", ["Zed", "A. B."])
def test_a_name_may_tell_nothing(name):
    """What no list knows gives no hint."""
    assert {} == origins(name)


def test_a_mere_ending_is_half_a_sign():
    """Two letters at the end of a word weigh less than the word."""
    assert 0.5 == origins("Quebl Tarmov")["BG"]


DECIDED = [
    # the names say whose is whose, in whatever order they are told
    ("Poland and Korea signed. The defence ministers, Zbigniew Kowalski and Han Do-yun, met.",
     {"Zbigniew Kowalski": "PL", "Han Do-yun": "KR"}),
    ("Poland and Korea signed. The defence ministers, Han Do-yun and Zbigniew Kowalski, met.",
     {"Zbigniew Kowalski": "PL", "Han Do-yun": "KR"}),
    # an office of which each country has one, held twice
    ("Latvia and Georgia agree. President Ilze Kalniņa spoke. President Davit Beridze spoke too.",
     {"Ilze Kalniņa": "LV", "Davit Beridze": "GE"}),
    # what is said outweighs the name
    ("Canada pays. Canada's army waits. OTTAWA decides for Canada. In Canada, Defence Minister Iryna Shevchenko said "
     "so.", {"Iryna Shevchenko": "CA"}),
    ("Germany's foreign minister, Ali Yilmaz, met Turkish farmers.", {"Ali Yilmaz": "DE"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DECIDED)
def test_names_decide_where_two_countries_are_open(text, expected):
    """Of two countries a bare office is of the one in which the holder's name is usual, unless the text says else."""
    assert expected == {person.name: person.country for person in people(doc_of(text))}
