"""Days told elsewhere than beside the event: of a chronicle, of a programme, of what was put off, of a deed."""

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import replace

from dossier.find.encounter import Encounter, nouns
from dossier.find.reading import Reading
from dossier.lexicon import lowered
from dossier.timewords import TimeWord

HOUR = re.compile(r"[012]?\d[:.][0-5]\d")
ANEW = frozenset("now new rescheduled rearranged".split())
WEEK = 7
NEAR = 3  # sentences within which a new day is that of what was put off


def under_the_day(r: Reading, found: Encounter, dates: list[TimeWord]) -> str | None:
    """In a chronicle: of the day that stands on a line of its own above."""
    lines = [line for line in r.doc._.lines or () if line.zone == "dateline"]
    first = r.chars(*r.sents[found.sentence])[0]
    above = [line for line in lines if line.end <= first]
    if len(lines) < 2 or not above or found.status != "held":
        return None
    days = [next((w.date for w in dates if line.start <= w.start < line.end), "") for line in lines]
    return days[len(above) - 1] or None if len(set(days)) > 1 else None


def of_the_deed(r: Reading, found: Encounter, dates: list[TimeWord], published: dt.date | None) -> str | None:
    """“A and B on Friday agreed on a pact. The decision was taken at a meeting …”: of the day told just before."""
    start, _ = r.sents[found.sentence]
    told = lowered("meetings", "deeds") | {"speaking"}  # “He was speaking after talks with B”
    if found.sentence == 0 or not told & set(r.low[start : start + 5]):
        return None
    first, last = r.chars(*r.sents[found.sentence - 1])
    today = published.isoformat() if published else "9999"
    days = {w.date for w in dates if first <= w.start < last and len(w.date) == 10 and w.date <= today}
    return days.pop() if len(days) == 1 else None


def renew(r: Reading, events: list[Encounter], number: int, dates: list[TimeWord]) -> None:
    """“The ceremony is now set for 2 December”, “The new date is 19 April”: the day of what was to be before."""
    start, end = r.sents[number]
    if not events or ANEW.isdisjoint(r.low[start:end]):
        return
    k = next((k for k in range(start, end) if _anew(r, k, start, end)), None)
    if k is None:
        return
    first, last = r.chars(k, end)
    day = next((w.date for w in dates if first <= w.start < last), None)
    off = r.low[k] != "now"
    told = {nouns()[word] for word in r.low[start:k] if word in nouns()}
    fits = (e for e in reversed(events) if e.status in ("planned", "cancelled") and (not told or e.form in told))
    event = next(fits, None)
    if not day or event is None or number - event.sentence > NEAR or event.sentence == number and event.at > k:
        return
    if event.status == "planned" or off or _put_off(r, event):
        event.date, event.status = day, "planned"
    elif (told or r.tags[start] == "PRP") and day not in [e.date for e in events]:  # called off, and set anew
        events.append(replace(event, sentence=number, at=k, date=day, status="planned", place=None))


def _put_off(r: Reading, event: Encounter) -> bool:
    """“was postponed”, not “was called off”."""
    return bool(lowered("meetings", "moved") & set(r.low[slice(*r.sents[event.sentence])]))


def _anew(r: Reading, k: int, start: int, end: int) -> bool:
    if r.low[k] in ("rescheduled", "rearranged"):
        return "for" in r.low[k + 1 : k + 2]
    if r.low[k] == "new":
        return r.low[k + 1 : k + 2] == ["date"]
    ahead = lowered("meetings", "future") | lowered("meetings", "planned") | {"to"}
    return r.low[k] == "now" and r.tags[k] == "RB" and bool(ahead & set(r.low[max(k - 1, start) : min(k + 3, end)]))


def on_the_programme(r: Reading, found: Encounter, dates: list[TimeWord]) -> str | None:
    """“10:00 The President meets …”: a line of a programme is of the day that stands above it."""
    start = r.sents[found.sentence][0]
    if not HOUR.fullmatch(r.words[start]):
        return None
    first = r.chars(start, start + 1)[0]
    return next((word.date for word in reversed(dates) if word.start < first and len(word.date) == 10), None)


def of_the_week(r: Reading, found: Encounter) -> bool:
    """“Earlier in the week”: the week of publication."""
    start, end = r.sents[found.sentence]
    return any(r.low[k : k + 4] == ["earlier", "in", "the", "week"] for k in range(start, end))


def only_day(r: Reading, number: int, dates: list[TimeWord], published: dt.date | None) -> str | None:
    """The one day of the week before publication that the sentence tells."""
    told = {w.date for w in _told_in(r, number, dates) if len(w.date) == 10}
    day = told.pop() if len(told) == 1 else None
    near = published and day and 0 <= (published - dt.date.fromisoformat(day)).days < WEEK
    return day if near else None


def opening_day(r: Reading, number: int, dates: list[TimeWord]) -> str | None:
    """“On 24 May the guest laid a wreath”, “Today …”: the day with which a sentence begins."""
    start, end = r.sents[number]
    last = r.chars(start, min(start + 4, end))[1]
    return next((w.date for w in _told_in(r, number, dates) if w.start < last and len(w.date) == 10), None)


def _told_in(r: Reading, number: int, dates: list[TimeWord]) -> list[TimeWord]:
    """The time words of a sentence; all sentences are looked through once."""
    table = r.doc.user_data.get("days_by_sentence")
    if table is None:
        table = r.doc.user_data["days_by_sentence"] = {}
        starts = [r.chars(*sent)[0] for sent in r.sents]
        for word in dates:
            table.setdefault(bisect_right(starts, word.start) - 1, []).append(word)
    return table.get(number, [])
