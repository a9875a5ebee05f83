"""Cities and provinces: which country they lie in, under which spellings, and what is none of them."""

import pytest

from dossier import localities
from dossier.countries import table

NAMES = [
    ("Quebec", "CA"), ("Bavaria", "DE"), ("Mosul", "IQ"), ("Chiang Rai", "TH"),
    # spellings of one name
    ("Aktau", "KZ"), ("Aqtau", "KZ"), ("Basra", "IQ"), ("Basrah", "IQ"), ("Mykolaiv", "UA"), 
    # a capital or a country, a word, a name of people, two countries'
    ("Georgia", None), ("Central", None), ("Victoria", None), ("Split", None), ("Jackson", None), ("Valencia", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_a_locality_leads_to_its_country(name, expected):
    """A city or province of one country only leads there, however it is spelt; what is first something else does not."""
    assert expected == localities.locality(name.split())


def test_the_longest_name_is_found():
    """“Chiang Rai province” begins with a city of two words."""
    assert (2, "TH") == localities.locality_at(["Chiang", "Rai", "province"], 0)


def test_the_file_of_cities_is_small_and_names_its_source():
    """The list stays compact, tells where it comes from, and repeats nothing that the countries' own table knows."""
    text = (localities.files("dossier") / "language" / "cities.tsv").read_text(encoding="utf-8")
    names = {name for _, name in localities._cities()}
    assert len(text.encode()) < 60_000 and "GeoNames" in text and "CC BY" in text
    assert set() == names & set(table())
