"""The day of an event, in one order of precedence: the nearer to the event a day is told, the more it counts.

1. the day to which it was moved (“was put off to 5 May”);
2. the day that its own sentence tells of it;
3. the week, event or day that its sentence points back to (“earlier in the week”, “before the talks”, “later”);
4. the day that a programme, a chronicle or a deed told just before sets for it.
"""

import datetime as dt
from dataclasses import dataclass

from dossier.find.days import afterwards, around, by_the_hour, of_the_deed, of_the_week, on_the_programme, under_the_day
from dossier.find.encounter import Encounter
from dossier.find.moments import moved_to, when
from dossier.find.reading import Reading
from dossier.timewords import TimeWord

LATER, BY_THE_HOUR = 8, 12  # sentences within which “later” and “in the evening” mean the day of the event told last


@dataclass
class Days:
    """The days of a text: its time words, when it was published, and the events told so far."""

    r: Reading
    words: list[TimeWord]
    published: dt.date | None
    events: list[Encounter]


def time(days: Days, found: Encounter) -> None:
    """Give an event its day, as ISO date or interval; none if the text tells none."""
    if moved := moved_to(days.r, found, days.words, found.sentence):
        found.date, found.status, found.moved = moved, "planned", True
    found.date = found.date or next((day for told in ORDER if (day := told(days, found))), None)


def _beside(days: Days, found: Encounter) -> str | None:
    return when(days.r, found, days.words, found.sentence)


def _of_the_week(days: Days, found: Encounter) -> str | None:
    """“earlier in the week”: the week of publication."""
    if found.status == "planned" or not days.published or not of_the_week(days.r, found):
        return None
    monday = days.published - dt.timedelta(days=days.published.weekday())
    return f"{monday.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}"


def _around_it(days: Days, found: Encounter) -> str | None:
    """“Before the talks”, “in the margins of the session”: of the day of the event told before."""
    if found.status == "planned" or not around(days.r, found):
        return None
    return next(
        (e.date for e in reversed(days.events) if e.form != "visit" and e.status == "held" and not e.fresh), None
    )


def _of_the_day(days: Days, found: Encounter) -> str | None:
    """“in the evening”, “later”: of the day of the event told just before, else of publication."""
    later, hour = afterwards(days.r, found), by_the_hour(days.r, found)
    if found.status == "planned":
        return days.published.isoformat() if hour and days.published else None
    if not later and not hour:
        return None
    today = days.published.isoformat() if days.published else "9999"
    far = LATER if later else BY_THE_HOUR
    told = (e for e in reversed(days.events) if e.form != "visit" and e.status == "held" and not e.fresh)
    dated = (e for e in told if e.date and e.date <= today and len(e.date) == 10)
    before = next((e.date for e in dated if found.sentence - e.sentence <= far), None)
    return before or (days.published.isoformat() if days.published and not later else None)


def _on_the_programme(days: Days, found: Encounter) -> str | None:
    return on_the_programme(days.r, found, days.words)


def _under_the_day(days: Days, found: Encounter) -> str | None:
    return under_the_day(days.r, found, days.words)


def _of_the_deed(days: Days, found: Encounter) -> str | None:
    return of_the_deed(days.r, found, days.words)


ORDER = (_beside, _of_the_week, _around_it, _of_the_day, _on_the_programme, _under_the_day, _of_the_deed)
