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
KNOWN = frozenset("the this that these those".split())
ANEW = frozenset("now new rescheduled rearranged".split())
WEEK = 7
LOOK_BACK = 600  # words before its sentence in which “the signing” may have been told
DEED = 9  # words among which a sentence tells the deed of the one before: “Al-Sabah made the announcement after …”
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
    known = any(r.low[k] in told and r.low[k - 1] in KNOWN for k in range(start + 5, min(found.at, start + DEED)))
    if found.sentence == 0 or not (known or told & set(r.low[start : start + 5])):
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


def on_the_margins(r: Reading, found: Encounter, dates: list[TimeWord]) -> str | None:
    """“to meet on the sidelines of the signing”: the day that an earlier sentence tells of it (“will be signed on”)."""
    start, end = r.sents[found.sentence]
    margins = (k for k in range(found.at, end - 3) if r.low[k] in lowered("meetings", "margins"))
    k = next((k + 3 for k in margins if r.low[k + 1 : k + 3] == ["of", "the"]), end)
    noun = next((j for j in range(k, min(k + 4, end)) if r.tags[j].startswith("N") and not r.capital[j]), None)
    if noun is None or r.low[noun] in nouns():
        return None
    stem = r.low[noun].removesuffix("ing")
    told = (j for j in range(start - 1, max(start - LOOK_BACK, -1), -1) if len(stem) > 3 and r.low[j].startswith(stem))
    return next((day for j in told if (day := _next_day(r, j, dates))), None)


def _next_day(r: Reading, k: int, dates: list[TimeWord]) -> str | None:
    """The first day told after word `k` in its sentence."""
    first, last = r.chars(k, r.sentence(k)[1])
    return next((w.date for w in dates if first <= w.start < last and len(w.date) == 10), None)


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
