"""The day of an event, in one order of precedence: the nearer to the event a day is told, the more it counts.

1. the day to which it was moved (“was put off to 5 May”), or that it is of a visit (“on the second day”);
2. the day that its own sentence tells of it;
3. the week, event or day that its sentence points back to (“earlier in the week”, “before the talks”, “later”);
4. the day that a programme, a chronicle or a deed told just before sets for it;
5. the day of what the text opens with, for the first event of the text.
"""

import datetime as dt
from dataclasses import dataclass

from dossier.calendars import first_day, last_day
from dossier.find.days import (
    of_the_deed,
    of_the_week,
    on_the_margins,
    on_the_programme,
    only_day,
    opening_day,
    under_the_day,
)
from dossier.find.encounter import Encounter
from dossier.find.moments import when
from dossier.find.moved import moved_to
from dossier.find.reading import Reading
from dossier.find.sequence import (
    a_day_off,
    afterwards,
    also,
    around,
    at_the_place,
    beside_something,
    by_the_hour,
    during,
)
from dossier.lexicon import load
from dossier.timewords import TimeWord

LATER, BY_THE_HOUR = 8, 12  # sentences within which “later” and “in the evening” mean the day of the event told last
BESIDE, JUST_BEFORE = 2, 1  # sentences within which “she also met” does, and within which a visit gives its day
MEMORY = 40  # events a reader keeps in mind
LEAD = 4  # the sentence after which nothing is of the day of the opening
SPELL, STAY = 1, 4  # days more than one that talks may last, and a visit at which “There he met” is said
MARKS = ((afterwards, LATER), (at_the_place, BESIDE), (beside_something, BESIDE), (also, BESIDE))


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


def _on_its_day(days: Days, found: Encounter) -> str | None:
    """“On the first day she was received by X”, “on the second day of his visit”: of the visit told before."""
    start = days.r.sents[found.sentence][0]
    if days.r.low[start : start + 2] != ["on", "the"] or days.r.low[start + 3 : start + 4] != ["day"]:
        return None
    stays = (e for e in reversed(days.events[-MEMORY:]) if e.form == "visit")
    stay = next((e for e in stays if len(e.date or "") in (10, 21)), None)
    nth = load("meetings")["days"].get(days.r.low[start + 2])
    if stay is None or nth is None:
        return None
    day = last_day(stay.date) if int(nth) < 0 else first_day(stay.date) + dt.timedelta(days=int(nth))
    return day.isoformat()


def _a_day_off(days: Days, found: Encounter) -> str | None:
    """“made it public a day after he hosted A”, “The day before the session she met B”: beside a day told before."""
    off = a_day_off(days.r, found) if days.published and found.status == "held" else 0
    if not off:
        return None
    told = of_the_deed(days.r, found, days.words, days.published)
    told = told or _told_last(days, found, LATER, days.published.isoformat())
    whole = told is not None and len(told) == 10
    return (dt.date.fromisoformat(told) + dt.timedelta(days=off)).isoformat() if whole else None


def _of_what_it_is_beside(days: Days, found: Encounter) -> str | None:
    """“on the sidelines of the signing”, told before with its day."""
    return on_the_margins(days.r, found, days.words)


def _of_the_week(days: Days, found: Encounter) -> str | None:
    """“earlier in the week”: the week of publication."""
    if found.status == "planned" or not days.published or not of_the_week(days.r, found):
        return None
    monday = days.published - dt.timedelta(days=days.published.weekday())
    return f"{monday.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}"


def _of_the_same_day(days: Days, found: Encounter) -> str | None:
    """“Before the talks”, “later”, “an hour earlier”, “in the evening”, “There he met”: of the day told just before."""
    if found.status == "planned":
        hour = by_the_hour(days.r, found)
        return _of_the_stay(days, found) or (days.published.isoformat() if hour and days.published else None)
    if around(days.r, found):
        return next((e.date for e in reversed(days.events) if e.form != "visit" and _held_before(days, e)), None)
    hour = by_the_hour(days.r, found)
    mark, far = next(((told, most) for told, most in MARKS if told(days.r, found)), (None, BY_THE_HOUR if hour else 0))
    if mark is also and days.events and not set(days.events[-1].people) & set(found.people):
        return None  # “X received Y on Monday. Z also met W”
    if day := _told_last(days, found, far, days.published.isoformat() if days.published else "9999"):
        return day
    lead = only_day(days.r, 0, days.words, days.published)
    if lead and far == LATER and not any(e.date for e in days.events):
        return lead
    return days.published.isoformat() if days.published and hour and far == BY_THE_HOUR else None


def _told_last(days: Days, found: Encounter, far: int, today: str) -> str | None:
    """The day of the event told last, or the one with which a sentence has begun since."""
    there = days.r.low[days.r.sents[found.sentence][0]] == "there"
    events = [e for e in days.events[-MEMORY:] if _held_before(days, e) and e.date and e.date <= today]
    events = [e for e in events if _short(e.date, STAY if there and e.form == "visit" else SPELL)]
    for number in range(found.sentence, max(found.sentence - far, 0) - 1, -1) if far else ():
        near = found.sentence - number <= JUST_BEFORE
        told = [e.date for e in events if e.sentence == number and (near or e.form != "visit")]
        if told:
            return told[-1]
        day = opening_day(days.r, number, days.words) if number < found.sentence else None
        if day is None and near and number < found.sentence:
            day = only_day(days.r, number, days.words, days.published)
        if day and day <= today:
            return day
    return None


def _held_before(days: Days, event: Encounter) -> bool:
    return event.status == "held" and not event.fresh


def _short(date: str, most: int) -> bool:
    """A day, or a few."""
    return len(date) == 10 or (last_day(date) - first_day(date)).days <= most


def _of_the_stay(days: Days, found: Encounter) -> str | None:
    """“She is to visit Oran on 3 May. She will meet A”: of the visit that the sentence before plans for the same."""
    before = days.events[-1] if days.events else None
    same = before and before.status == "planned" and found.sentence - before.sentence == 1
    same = same and set(before.people) & set(found.people)
    if days.r.low[found.at - 2 : found.at] == ["to", "have"]:
        return None  # “She was also to have visited the port”
    there = "there" in days.r.low[found.at : days.r.sents[found.sentence][1]]  # “He will meet generals there”
    return before.date if same and before.date and not there and not during(days.r, found) else None


def _of_the_lead(days: Days, found: Encounter) -> str | None:
    """“The sides on Tuesday edged towards a truce. The talks, attended by A …”: of the day of the opening."""
    known = days.r.low[days.r.sents[found.sentence][0]] == "the"
    if not known or found.sentence not in range(1, LEAD) or found.status != "held" or found.fresh:
        return None
    if found.form == "visit" or any(e.date for e in days.events):
        return None
    return only_day(days.r, 0, days.words, days.published)


def _on_the_programme(days: Days, found: Encounter) -> str | None:
    return on_the_programme(days.r, found, days.words)


def _under_the_day(days: Days, found: Encounter) -> str | None:
    return under_the_day(days.r, found, days.words)


def _of_the_deed(days: Days, found: Encounter) -> str | None:
    return of_the_deed(days.r, found, days.words, days.published)


ORDER = (
    _on_its_day, _a_day_off, _beside, _of_what_it_is_beside, _of_the_week, _of_the_same_day, _on_the_programme,
    _under_the_day, _of_the_deed, _of_the_lead,
)  # fmt: skip
