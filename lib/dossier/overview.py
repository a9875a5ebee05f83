"""What documents alone can show, without a public record: counts, sums, talks and words, each with its evidence."""

import pandas as pd

from .shift import sentences
from .subject import Subject


def ids(facts: pd.DataFrame) -> pd.Series:
    """The evidence id of every fact of a table."""
    return facts.document + ":" + facts.start.astype(str) + "-" + facts.end.astype(str)


def overview(topics: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """One row: documents, sentences, and how many sentences name base and challenger, each with its evidence.

    Columns: documents, sentences, base, challenger; `documents:evidence` (the first sentence of each document),
    `base:evidence`, `challenger:evidence` (the sentences counted), `sentences:evidence` (all of them).
    """
    told = topics.assign(id=ids(topics))
    firsts = told.groupby("document", sort=False).id.first().tolist()
    row = {
        "documents": len(firsts),
        "documents:evidence": firsts,
        "sentences": len(told),
        "sentences:evidence": told.id.tolist(),
    }
    for role, sector in subject.roles:
        naming = told[told.sectors.map(lambda sectors, id=sector: id in sectors)]
        row |= {role: len(naming), f"{role}:evidence": naming.id.tolist()}
    return pd.DataFrame([row])


def counted(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """One count of `overview` as a claim wants it: columns value, of (all sentences), evidence."""
    row = table.iloc[0]
    return pd.DataFrame([{"value": row[column], "of": row.sentences, "evidence": row[f"{column}:evidence"]}])


def by_document(topics: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """Sentences that name base and challenger: document, role, sector, naming, n, evidence."""
    table = sentences(topics, subject)
    roles = pd.DataFrame([(sector, role) for role, sector in subject.roles], columns=["sector", "role"])
    return table.merge(roles, on="sector").sort_values(["document", "role"], ignore_index=True)


def sums(amounts: pd.DataFrame) -> pd.DataFrame:
    """Every sum of money as printed: document, sum, of what, evidence."""
    return _told(amounts, {"sum": amounts.quote, "of what": amounts.measure})


def talks(meetings: pd.DataFrame) -> pd.DataFrame:
    """Every meeting, call and visit: document, who, form, status, date, place, evidence."""
    who = meetings.participants.str.join(", ")
    return _told(meetings, {"who": who, **{c: meetings[c] for c in ("form", "status", "date", "place")}})


def words(statements: pd.DataFrame) -> pd.DataFrame:
    """Every statement: document, speaker, what was said, told by, evidence."""
    return _told(statements, {"speaker": statements.speaker, "said": statements.content, "told by": statements.told_by})


def _told(facts: pd.DataFrame, columns: dict[str, pd.Series]) -> pd.DataFrame:
    return pd.DataFrame({"document": facts.document, **columns, "evidence": ids(facts)}).reset_index(drop=True)
