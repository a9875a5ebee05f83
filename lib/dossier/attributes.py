"""Attributes: where the words of a fact's attribute stand (an office beside a name), for evidence to open them."""

import re
from collections.abc import Iterable, Iterator

import pandas as pd

from .claims import ClaimError
from .seeds import Document

ATTRIBUTES = ("office",)  # of a fact, printed beside it in the words of the document
NEAR = 200  # characters from the fact within which they stand
SEVERAL = "; "  # joins several offices of one person


def narrowed(rows: pd.DataFrame, column: str, documents: Iterable[Document]) -> pd.DataFrame:
    """`rows` of facts with start, end and quote moved to the words of `column`; ClaimError where these do not stand."""
    texts = {document.id: document.text for document in documents}
    moved = []
    for row in rows.to_dict("records"):
        span = place(texts[row["document"]], row["start"], row["end"], row[column])
        if span is None:
            raise ClaimError(f"{row['document']}: “{row[column]}” does not stand beside “{row['quote']}”")
        start, end = span
        moved.append(row | {"start": start, "end": end, "quote": texts[row["document"]][start:end]})
    return pd.DataFrame(moved, columns=rows.columns)


def places(text: str, fact: dict) -> Iterator[tuple[int, int]]:
    """Start and end of each attribute's words beside a fact."""
    for name in ATTRIBUTES:
        for words in (fact.get(name) or "").split(SEVERAL):
            if words and (span := place(text, fact["start"], fact["end"], words)):
                yield span


def place(text: str, start: int, end: int, words: str) -> tuple[int, int] | None:
    """Where `words` stand nearest to `text[start:end]`, in its paragraph, however their lines are broken; else None."""
    first = max(text.rfind("\n\n", 0, start) + 1, start - NEAR)
    stop = text.find("\n\n", end)
    last = min(len(text) if stop < 0 else stop, end + NEAR)
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
    found = [match.span() for match in re.compile(pattern).finditer(text, first, last)]
    return min(found, key=lambda span: max(start - span[1], span[0] - end), default=None)
