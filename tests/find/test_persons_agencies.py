"""People as agencies of many countries tell them: whole sentences, annotated before any rule was run on them."""

from pathlib import Path

import pytest
import yaml
from parsed import doc_of

from dossier.find.persons import persons

CASES = yaml.safe_load(Path(__file__).with_name("persons_agencies.yml").read_text(encoding="utf-8"))


def _readings(field) -> list:
    return field if isinstance(field, list) else [field]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_everybody_is_told_with_office_and_country(case):
    """Each person of the text is found with one of the right readings of the office, and the country."""
    found = {p.name: (p.office, p.country) for p in persons(doc_of(case["text"].replace("\n", "\n\n")))}
    for name, office, country in case["people"]:
        told, whose = found.pop(name)
        assert told in _readings(office)
        assert whose in _readings(country)
    assert {} == found
