"""Statements in ten genres: who says what, as a careful reader of each would tell it."""

from pathlib import Path

import pytest
import yaml
from parsed import doc_of

from dossier.find.statements import statements

CASES = yaml.safe_load(Path(__file__).with_name("statement_genres.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_who_says_what(case):
    """Every statement of the text is found with its speaker and words, whether it is denied and who passes it on."""
    wanted = [{"negated": False, "told_by": None, **said} for said in case["said"]]
    found = [
        {"speaker": s.speaker, "content": s.content, "negated": s.negated, "told_by": s.told_by}
        for s in statements(doc_of(case["text"]))
    ]
    assert wanted == found
