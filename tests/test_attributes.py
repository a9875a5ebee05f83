"""The words of an attribute beside a fact: found where they stand, nowhere else, and evidence of their own."""

import pandas as pd
import pytest

from dossier.attributes import narrowed, place, places
from dossier.claims import ClaimError
from dossier.evidence import EvidenceError, Registry
from dossier.seeds import Document

TEXT = "The Minister\nof Ports, Ana Ruiz, met envoys.\n\nThe Minister of Ports and the Minister of Roads left."
NAME = TEXT.index("Ana Ruiz")
FACT = {"kind": "person", "document": "d", "start": NAME, "end": NAME + 8, "quote": "Ana Ruiz", "office": "Minister of Ports"}


def test_words_are_found_beside_the_fact_however_broken():
    """Across the line break, in the fact's own paragraph; words of another paragraph are not beside it."""
    assert "Minister\nof Ports" == TEXT[slice(*place(TEXT, NAME, NAME + 8, "Minister of Ports"))]
    assert None is place(TEXT, NAME, NAME + 8, "Minister of Roads")
    assert None is place(TEXT, NAME, NAME + 8, "Minister of Port")


def test_rows_are_moved_to_the_words():
    """The row's evidence is the office; a document that does not hold it beside the name is an error that says so."""
    document = Document(id="d", text=TEXT)
    (row,) = narrowed(pd.DataFrame([FACT]), "office", [document]).to_dict("records")
    assert "Minister\nof Ports" == row["quote"] == TEXT[row["start"] : row["end"]]
    with pytest.raises(ClaimError, match="“Minister of Roads” does not stand beside “Ana Ruiz”"):
        narrowed(pd.DataFrame([FACT | {"office": "Minister of Roads"}]), "office", [document])


def test_an_office_is_evidence_and_other_words_are_not():
    """The registry knows the words of each office by their place, and refuses a place that is no fact's."""
    registry = Registry([Document(id="d", text=TEXT)], [FACT], {})
    ((start, end),) = places(TEXT, FACT)
    assert "Minister\nof Ports" == registry.get(f"d:{start}-{end}")["quote"]
    with pytest.raises(EvidenceError, match="no fact that was found"):
        registry.get(f"d:{start + 4}-{end}")
