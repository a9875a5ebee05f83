"""Parting: one telling of several events (“separate meetings with A and B”, “A on Friday and B on Sunday”)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from dossier.find.destinations import in_place
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter, nouns
from dossier.find.moments import FINITE, index
from dossier.find.serial import in_series
from dossier.timewords import TimeWord

WEEK = 7
STAGE = 6  # words from a place to its day
_SINGLY = frozenset("meet receive telephone greet call confer sit speak noun".split())  # verbs of one with another


def parted(d: Discourse, found: Iterable[Encounter], dates: list[TimeWord]) -> Iterator[Encounter]:
    """“held separate meetings with A and B”, “met A on Friday and B on Sunday” are as many events."""
    for event in found:
        if event.separate:
            yield from _singly(event)
        elif event.why in _SINGLY and len(days := _each_dated(d, event, dates)) > 1:
            host = next((name for name in event.people if name not in days), None)
            first = next(iter(days.values()))
            yield from (
                replace(event, people=[name for name in (host, other) if name], date=_not_before(first, day))
                for other, day in days.items()
            )  # fmt: skip
        elif event.why in _SINGLY and (turns := [*in_series(d, event)]):
            yield from turns
        elif event.form == "visit" and len(stages := _stages(d, event, dates)) > 1:
            yield from (replace(event, place=place, date=day, at=k) for k, place, day in stages)
        elif event.date is None and len(days := _again(d, event, dates)) == 2:
            if _running(*days):
                yield replace(event, date="/".join(days))
                continue
            yield from (replace(event, date=day, fresh=n > 0) for n, day in enumerate(days))
        else:
            yield event


def _stages(d: Discourse, event: Encounter, dates: list[TimeWord]) -> list[tuple[int, str, str]]:
    """“was in Oslo on Saturday and Riga on Sunday”: each place with the day told right after it."""
    r, end = d.r, d.r.sents[event.sentence][1]
    end = next((j for j in range(event.at + 1, end) if _begins_another(d, j)), end)
    days = _days_after(d, event, dates)
    if sum(k < end for k in days) < 2 or not event.place:
        return []
    found: list[tuple[int, str, str]] = []
    for k in range(event.at + 1, end):
        place = in_place(r, k - 2)
        if place is None or found and k < found[-1][0] + len(found[-1][1].split()):
            continue
        first = k + len(place[0].split())
        told = next((j for j in range(first, min(first + STAGE, end)) if j in days or in_place(r, j - 2)), None)
        joined = found and not {"and", ","}.isdisjoint(r.low[found[-1][0] : k])
        if told not in days or not joined and event.place != place[0]:
            return []
        found.append((event.at if not found else k, place[0], days[told]))
    return found


def _begins_another(d: Discourse, k: int) -> bool:
    """A verb, or the noun of an event: what follows is of something else."""
    return d.r.tags[k].startswith(("VB", "MD")) or d.r.words[k] == ";" or d.r.low[k] in nouns()


def _not_before(first: str, day: str) -> str:
    """“will meet A on Tuesday and B on Thursday”: a weekday after the one told first, not of the week before."""
    if len(first) != 10 or len(day) != 10:
        return day
    told, other = date.fromisoformat(first), date.fromisoformat(day)
    return (other + timedelta(days=WEEK)).isoformat() if 0 < (told - other).days < WEEK else day


def _running(first: str, last: str) -> bool:
    """“on 30 November and 1 December”: two days of one event."""
    whole = len(first) == len(last) == 10
    return whole and date.fromisoformat(last) - date.fromisoformat(first) == timedelta(days=1)


def _singly(event: Encounter) -> Iterator[Encounter]:
    """“A met B and C separately”, “A and B each met C”: the one with each of the several."""
    one, others = event.sides if len(event.sides[0]) == 1 else event.sides[::-1]
    if len(one) != 1:
        one, others = event.people[:1], event.people[1:]
    yield from (replace(event, people=[*one, other], sides=(one, [other])) for other in others)


def _each_dated(d: Discourse, event: Encounter, dates: list[TimeWord]) -> dict[str, str]:
    """Name → date, where after the cue each name has a date of its own: “A on Friday and B on Sunday”."""
    days = _days_after(d, event, dates)
    if len(days) < 2:
        return {}
    r, end, told = d.r, d.r.sents[event.sentence][1], {}
    end = next((j for j in range(event.at + 1, end) if r.tags[j] in (*FINITE, "VBG", "WRB", "WDT")), end)
    names = [k for k in range(event.at, end) if k in d.name_ends and d.persons_at.get(k)]
    for k, last in pairwise([*names, end]):
        day = next((j for j in range(d.name_ends[k], last) if j in days), None)
        if day is None:
            break
        told[d.persons_at[k][0].name] = days[day]
    alike = 2 <= len(names) == sum(k < end for k in days) and min(days) < names[-1]
    if len(told) < 2 and alike:  # “A on Friday, and on Sunday B”
        told = {d.persons_at[k][0].name: days[day] for k, day in zip(names, sorted(days), strict=False)}
    return told


def _days_after(d: Discourse, event: Encounter, dates: list[TimeWord]) -> dict[int, str]:
    """Word → day, of the time words after the cue."""
    first, last = d.r.chars(event.at, d.r.sents[event.sentence][1])
    here = [w for w in dates if first <= w.start < last]
    return {k: w.date for w in here if (k := index(d.r, w.start, event.at, d.r.sents[event.sentence][1])) is not None}


def _again(d: Discourse, event: Encounter, dates: list[TimeWord]) -> list[str]:
    """“held talks in Ankara on 1 July and again on 12 August”: two days, joined."""
    days = _days_after(d, event, dates)
    places = sorted(days)
    for one, other in pairwise(places):
        between = d.r.low[one:other]
        if (
            "and" in between
            and "," not in between
            and set(between[between.index("and") + 1 :]) <= {"again", "on", "in", "by", "phone", "telephone", "last"}
        ):
            return [days[one], days[other]]
    return []
