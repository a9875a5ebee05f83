"""Show what a naive count would have found: the whole page taken for the article.

Headlines of other stories, menus and captions are full of the challenger's words about other countries. Here they
are counted, and told apart from what the article says of the ties.
"""

from collections.abc import Iterable

import pandas as pd

from .facts import Fact
from .furniture import zones
from .document import Document
from .subject import Subject

OUTSIDE, HEAD, OFFICE, TIES = "other stories and menus", "headline and caption", "a minister’s office", "about the ties"
PARTS = [OUTSIDE, HEAD, OFFICE, TIES]


def lines(documents: Iterable[Document]) -> pd.DataFrame:
    """Every line of the documents and what it is: document, start, end, zone, role, text."""
    rows = [
        (document.id, line.start, line.end, line.zone, line.role, document.text[line.start : line.end])
        for document in documents
        for line in zones(document.text)
    ]
    return pd.DataFrame(rows, columns=["document", "start", "end", "zone", "role", "text"])


def found(documents: Iterable[Document], subject: Subject) -> list[Fact]:
    """The facts of a run that takes the whole page for the article; sectors by the subject's terms too."""
    from .find import facts_in

    return [fact for document in documents for fact in facts_in(document, naive=True, sectors=subject.terms)]


def mentions(naive: pd.DataFrame, persons: pd.DataFrame, layout: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """Sentences and lines that name the challenger, by part of the page: document, part, lines, counted.

    `naive`: topics of a naive run; `persons`: of the true one, whose offices may name the challenger without making
    a sentence about it; `layout`: `lines` of the documents. Only what is about the ties is counted by the brief.
    """
    told = naive[naive.sectors.map(lambda sectors: subject.challenger.id in sectors)]
    zone = pd.Series([_zone(row, layout) for row in told.itertuples()], index=told.index, dtype=object)
    part = zone.map({"body": TIES, "furniture": OUTSIDE}).fillna(HEAD)
    offices = persons[persons.office.fillna("").str.contains(subject.challenger.label, case=False)]
    placed = pd.concat([told[["document"]].assign(part=part), offices[["document"]].assign(part=OFFICE)])
    cells = pd.MultiIndex.from_product([layout.document.unique(), PARTS], names=["document", "part"])
    table = placed.groupby(["document", "part"]).size().reindex(cells, fill_value=0).rename("lines").reset_index()
    return table.assign(counted=table.part.eq(TIES))


def _zone(row, layout: pd.DataFrame) -> str:
    here = layout[(layout.document == row.document) & (layout.start <= row.start) & (row.start < layout.end)]
    return here.zone.iloc[0] if len(here) else "body"
