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

    Columns room, topic, date, named, why (the subject's reason where a tag of the row tells nothing of that room),
    evidence (ids of the room's rows on that date). KeyError for an `untold` that no tag or word names.
    """
    pairs = subject.like_for_like
    visits = matching(record.events, pairs.select)
    untold = {(entry.room, entry.topic, entry.date): entry.why for entry in pairs.untold}
    rows = [
        {"room": room.label, "topic": topic.label, "date": date.isoformat(),
         **_named(held, topic, untold.pop((room.label, topic.label, date), ""))}
        for room in pairs.rooms
        for date in pairs.dates
        for held in [matching(visits, room.select).query("date == @date.isoformat()")]
        for topic in pairs.topics
    ]  # fmt: skip
    if untold:
        raise KeyError(f"subject.yml, untold: no such room, topic and date: {', '.join(map(str, untold))}")
    return pd.DataFrame(rows).astype({"named": "boolean"})


def _named(rows: pd.DataFrame, topic: Heading, why: str) -> dict:
    by_tag = rows.tags.map(lambda tags: not set(topic.tags).isdisjoint(tags)).any()
    by_word = bool(topic.words) and rows.event.map(lambda told: bool(re.search(topic.words, told))).any()
    if why and not (by_tag or by_word):
        raise KeyError(f"subject.yml, untold: “{topic.label}” is not named there anyway; take it out: {why}")
    told = bool(by_tag or by_word) and not why
    return {"named": told if len(rows) else pd.NA, "why": why, "evidence": [f"record:{id}" for id in rows.id]}


def untold(table: pd.DataFrame) -> str:
    """The reasons why tags of `same_rooms` make no mark, in a sentence; empty where there are none."""
    rows = table[table.why.ne("")]
    said = [f"{row.room}, {row.topic.lower()}, {row.date[:4]} ({row.why})" for row in rows.itertuples()]
    return f"Tagged in the record but not marked: {'; '.join(said)}." if said else ""


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
