"""Calendars: arithmetic on dates written as YYYY, YYYY-MM, YYYY-MM-DD or an interval a/b of such.

All functions take and give such strings; nothing here knows a language.
"""

import datetime as dt
from calendar import monthrange

DAY = dt.timedelta(days=1)
CLOSE, FAR = 45, 300  # days
SOON = 100  # days; what lies so near ahead is meant rather than what lies nine months behind


def iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """The date as a string; ValueError if there is no such day."""
    if (
        not 1000 <= year <= 2999
        or (month and not 1 <= month <= 12)
        or (day and not 1 <= day <= monthrange(year, month)[1])
    ):
        raise ValueError(f"{year}-{month}-{day} is no date")
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def of_day(day: dt.date) -> str:
    return iso(day.year, day.month, day.day)


def first_day(date: str) -> dt.date:
    """The first day of the date or interval."""
    year, month, day = (*map(int, date.split("/")[0].split("-")), 1, 1)[:3]
    return dt.date(year, month, day)


def last_day(date: str) -> dt.date:
    """The last day of the date or interval."""
    parts = [int(part) for part in date.split("/")[-1].split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return dt.date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])


def year_of(date: str) -> int:
    return int(date[:4])


def grain(date: str) -> str:
    """`interval`, `day`, `month` or `year`."""
    return "interval" if "/" in date else {4: "year", 7: "month", 10: "day"}[len(date)]


def shift_years(date: str, years: int) -> str:
    """The same date or interval, so many years on; 29 February becomes the 28th where it must."""
    return "/".join(_shift_year(part, years) for part in date.split("/"))


def _shift_year(date: str, years: int) -> str:
    parts = [int(part) for part in date.split("-")]
    parts[0] += years
    if len(parts) == 3:
        parts[2] = min(parts[2], monthrange(parts[0], parts[1])[1])
    return iso(*parts)


def shift_months(year: int, month: int, months: int) -> tuple[int, int]:
    number = year * 12 + month - 1 + months
    return number // 12, number % 12 + 1


def shift_month(date: str, months: int) -> str:
    """The month that lies so many months after the date's."""
    return iso(*shift_months(first_day(date).year, first_day(date).month, months))


def shift_days(date: str, days: int) -> str:
    return of_day(first_day(date) + days * DAY)


def week(day: dt.date, weeks: int = 0) -> str:
    """Monday to Sunday of the week of `day`, so many weeks on."""
    monday = day - day.weekday() * DAY + weeks * 7 * DAY
    return f"{of_day(monday)}/{of_day(monday + 6 * DAY)}"


def quarter(year: int, number: int) -> str:
    return months(year, 3 * number - 2, 3 * number)


def half(year: int, number: int) -> str:
    return months(year, 6 * number - 5, 6 * number)


def months(year: int, first: int, last: int) -> str:
    return interval(iso(year, first), iso(year, last))


def interval(first: str, last: str) -> str:
    """`first/last`; ValueError if it would end before it begins."""
    if first_day(first) > first_day(last):
        raise ValueError(f"{first} is after {last}")
    return first if first == last else f"{first}/{last}"


def weekday_before(day: dt.date, weekday: int, strictly: bool = False) -> dt.date:
    """The last such weekday on (or, strictly, before) `day`."""
    back = (day.weekday() - weekday) % 7
    return day - (back or (7 if strictly else 0)) * DAY


def weekday_after(day: dt.date, weekday: int) -> dt.date:
    """The first such weekday after `day`."""
    return day + ((weekday - day.weekday() - 1) % 7 + 1) * DAY


def nearest(day: dt.date, month: int, number: int | None, future: bool | None) -> str:
    """Month (and day) without a year: last on or before `day`, first on or after it if future, nearest if None.

    A day that a future tense would put nearly a year away, while it was a few weeks ago, is that one: “a meeting set
    for 7 November” of which the 8th of November reports that it was cancelled. What is told as past is past.
    """
    made = [iso(year, month, number) for year in range(day.year - 4, day.year + 5) if _exists(year, month, number)]
    this = of_day(day) if number else iso(day.year, day.month)
    before, after = max(d for d in made if d <= this), min(d for d in made if d >= this)
    behind, ahead = ((first_day(this) - first_day(before)).days, (first_day(after) - first_day(this)).days)
    if future is None or (future and number and behind <= CLOSE and ahead > FAR):
        return before if behind <= ahead else after
    return after if future else before


def soon(day: dt.date, month: int, number: int | None) -> bool:
    """Does the month (and day) lie near ahead, and far behind? Then it is that one, unless it is told as done."""
    this = of_day(day) if number else iso(day.year, day.month)
    ahead = first_day(nearest(day, month, number, True)) - first_day(this)
    behind = first_day(this) - first_day(nearest(day, month, number, False))
    return ahead.days <= SOON and 2 * ahead < behind


def _exists(year: int, month: int, number: int | None) -> bool:
    return number is None or number <= monthrange(year, month)[1]
