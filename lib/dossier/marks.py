"""Join what documents and record tell into marks on one time line: one mark an episode and sector.

A document that is the full text of a record row (`same_as`) is not a second mark: its episode is marked as told
in a document's words. An event that only a document tells is a mark of its own, in the lanes of its sentences: what it
tells of one date is one event.
"""

import pandas as pd

from .happenings import happened
from .record import Record, episodes
from .shift import chosen, in_period, label
from .subject import Subject

COLUMNS = ["sector", "episode", "date", "sort_date", "precision", "support", "twin", "label", "cited", "evidence"]
PRECISIONS = {4: "year", 7: "month", 10: "day"}


def marks(record: Record, subject: Subject, found: dict[str, pd.DataFrame], tier: str = "core") -> pd.DataFrame:
    """A row a mark and lane (COLUMNS); `found`: the tables “date” and “topic”, and those that `happened` looks at.

    `support` is “source” where the exact words of a document name the sector, else “record”; `cited` is the evidence
    that a mark opens, and it names the sector of its lane.
    """
    told = in_period(chosen(record.events, subject, tier=tier), subject) if record else record.events
    return pd.concat(
        [_episodes(told, subject, found["topic"]), _dates(subject, found, told)], ignore_index=True
    )


def _episodes(told: pd.DataFrame, subject: Subject, topics: pd.DataFrame) -> pd.DataFrame:
    """A mark an episode and lane; it opens a document's sentence of that sector, else the first row that names it."""
    table, lanes = episodes(told), {tag: sector.id for sector in subject.sectors for tag in sector.tags}
    sectors = table.tags.map(lambda tags: list(dict.fromkeys(lanes[tag] for tag in tags)))
    labels = [label(id, subject) for id in table.episode]
    rows = table.assign(sector=sectors, label=labels).explode("sector").dropna(subset=["sector"])
    words, naming = _sentences(topics), _rows(told, lanes)
    told_by, places = zip(rows.same_as, rows.sector, strict=True), zip(rows.episode, rows.sector, strict=True)
    own = [next((words[id, sector] for id in ids if (id, sector) in words), None) for ids, sector in told_by]
    cited = [said or naming[place] for said, place in zip(own, places, strict=True)]
    return rows.assign(cited=cited, support=["source" if said else "record" for said in own])[COLUMNS]


def _sentences(topics: pd.DataFrame) -> dict[tuple[str, str], str]:
    """(document, sector) → the first sentence of the document that names the sector."""
    told = topics.assign(cited=_ids(topics)).sort_values(["document", "start"]).explode("sectors")
    return told.groupby(["document", "sectors"]).cited.first().to_dict()


def _rows(told: pd.DataFrame, lanes: dict[str, str]) -> dict[tuple[str, str], str]:
    """(episode, sector) → its first row of the record that names the sector."""
    rows = told.sort_values(["sort_date", "id"]).explode("tags").dropna(subset=["tags"])
    first = rows.assign(sector=rows.tags.map(lanes)).groupby(["episode", "sector"]).id.first()
    return {place: f"record:{id}" for place, id in first.items()}


def _ids(rows: pd.DataFrame) -> pd.Series:
    return rows.document + ":" + rows.start.astype(str) + "-" + rows.end.astype(str)


def _dates(subject: Subject, found: dict[str, pd.DataFrame], told: pd.DataFrame) -> pd.DataFrame:
    """Dates of events in the documents' sentences, finer than a year, within the period, of no episode of theirs."""
    dates = found["date"].assign(cited=_ids(found["date"]), precision=found["date"].date.str.len().map(PRECISIONS))
    dates = dates[dates.precision.isin(["day", "month"])]
    sentences = found["topic"].merge(dates, on="document", suffixes=("_sentence", ""))
    within = (sentences.start_sentence <= sentences.start) & (sentences.end <= sentences.end_sentence)
    own = sentences[within & ~_known(sentences, told)]
    rows = own[happened(own, found)].explode("sectors").rename(columns={"sectors": "sector"})
    rows = rows.assign(sort_date=pd.to_datetime(rows.date.where(rows.precision == "day", rows.date + "-15")))
    rows = rows[rows.sort_date.dt.year.between(subject.period.start, subject.period.end)]
    rows = rows.sort_values(["document", "start"]).drop_duplicates(["document", "date", "sector"])
    episodes = rows.groupby(["document", "date"]).cited.transform("first")
    return rows.assign(
        episode=episodes, support="source", twin=False, label=rows.quote, evidence=[[id] for id in rows.cited]
    )[COLUMNS]


def _known(dates: pd.DataFrame, told: pd.DataFrame) -> pd.Series:
    """Is the date that of a record row of which the document is the full text, or of the day it was told?"""
    own = set(zip(told.same_as, told.date, strict=True))
    return pd.Series(
        [pair in own for pair in zip(dates.document, dates.date, strict=True)], index=dates.index, dtype=bool
    )


def origins(record: Record, subject: Subject, found: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """What lies before the period: date, label, evidence; from facts by selector, from the record by row."""
    rows = [_origin(record, milestone, found) for milestone in subject.milestones]
    return pd.DataFrame([row for row in rows if row], columns=["date", "label", "evidence"])


def _origin(record: Record, milestone, found: dict[str, pd.DataFrame]) -> list | None:
    if milestone.fact:
        rows = found[milestone.fact["kind"]]
        for column, value in milestone.fact.items():
            rows = rows[rows[column] == value] if column != "kind" else rows
        return [rows.date.iloc[0], milestone.label, [_ids(rows).iloc[0]]] if len(rows) else None
    rows = record.figures[record.figures.id == milestone.record]
    return [rows.period.iloc[0][:4], milestone.label, [f"record:{milestone.record}"]] if len(rows) else None
