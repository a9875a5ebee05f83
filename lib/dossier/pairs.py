"""Compare like with like: the same rooms on two dates, and series of texts of one kind.

Pairs are chosen by selectors in the subject (column → regular expression), so that they do not depend on how
much was searched for which year.
"""

import re

import pandas as pd

from .record import Record
from .subject import Heading, Subject


def matching(rows: pd.DataFrame, select: dict[str, str]) -> pd.DataFrame:
    """The rows whose columns all match; KeyError for a column there is not."""
    for column, pattern in select.items():
        rows = rows[rows[column].map(lambda text: bool(re.search(pattern, text)))]
    return rows


def same_rooms(record: Record, subject: Subject) -> pd.DataFrame:
    """Room × topic × date: `named` is true or false, or missing where no such meeting is in the record.

    Columns room, topic, date, named, evidence (ids of the room's rows on that date).
    """
    pairs = subject.like_for_like
    visits = matching(record.events, pairs.select)
    rows = [
        {"room": room.label, "topic": topic.label, "date": date.isoformat(), **_named(held, topic)}
        for room in pairs.rooms
        for date in pairs.dates
        for held in [matching(visits, room.select).query("date == @date.isoformat()")]
        for topic in pairs.topics
    ]
    return pd.DataFrame(rows).astype({"named": "boolean"})


def _named(rows: pd.DataFrame, topic: Heading) -> dict:
    by_tag = rows.tags.map(lambda tags: not set(topic.tags).isdisjoint(tags)).any()
    by_word = bool(topic.words) and rows.event.map(lambda told: bool(re.search(topic.words, told))).any()
    return {"named": bool(by_tag or by_word) if len(rows) else pd.NA, "evidence": [f"record:{id}" for id in rows.id]}


def series(record: Record, subject: Subject) -> pd.DataFrame:
    """Texts of one kind in order of time: series, id, date, event, tags, base, challenger, url, evidence."""
    tables = [
        matching(record.events, entry.select).sort_values("sort_date").assign(series=entry.label)
        for entry in subject.like_for_like.series
    ]
    table = pd.concat(tables, ignore_index=True)
    roles = {"base": subject.base, "challenger": subject.challenger}
    marks = {
        role: table.tags.map(lambda tags, s=sector: not set(s.tags).isdisjoint(tags)) for role, sector in roles.items()
    }
    return table.assign(**marks)[["series", "id", "date", "event", "tags", *marks, "url", "evidence"]]
