"""Offices told in the sentence beside the name, and what stops them."""

import pytest
from parsed import doc_of

from dossier.find.persons import people

TOLD = [  # (text, name, office, country)
    # the lead calls its hero by the office, the next sentence by name
    ("Kenya's trade minister flew to Oslo on Monday to sell tea.\n\nMs Odhiambo told reporters that prices were fair.",
     "Odhiambo", "trade minister", "KE"),
    ("The Danish foreign minister left Lima without a deal. Mr Rasmussen said he was not worried.",
     "Rasmussen", "foreign minister", "DK"),
    # the next sentence of the paragraph calls whom the first one names
    ("Dame Ann Moss has packed her books. The ambassador of Norway leaves Quito on Friday.", "Ann "
     "Moss", "ambassador", "NO"),
    # told in full before, without a name
    ("The governor of Kano came to Oslo in May, in the rain.\n\nThe governor in question, Musa Bello, said no.",
     "Musa Bello", "governor of Kano", "NG"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "office", "country"), TOLD)
def test_the_sentence_beside_the_name_tells_the_office(text, name, office, country):
    """An office without a name goes to whom the sentence beside it names without an office, or with less of it."""
    (person,) = [p for p in people(doc_of(text)) if p.name == name]
    assert (office, country) == (person.office, person.country)


OTHERS = [  # (text, name)
    # somebody else holds such an office
    ("Minister Ana Soto left. Then Mr Vega rose. The minister shook her head.", "Vega"),
    # another paragraph
    ("Mr Vega rose.\n\nThe ambassador of Norway leaves Quito on Friday.", "Vega"),
    # the office is no subject
    ("Mr Vega rose. He thanked the ambassador of Norway.", "Vega"),
]


@pytest.mark.parametrize(("text", "name"), OTHERS)
def test_an_office_of_somebody_else_is_not_taken(text, name):
    """Where another holds the office, or the sentence is of something else, a bare name stays bare."""
    (person,) = [p for p in people(doc_of(text)) if p.name == name]
    assert person.office is None
