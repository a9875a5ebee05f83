"""Keep the ledger of conflicts: figures and events on which sources disagree. Nothing in it is averaged."""

import re

import pandas as pd

from .record import Record
from .subject import Subject
from .wording import date_in_words, digits, money

MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_POINT = re.compile(r"(?:(mid|" + "|".join(MONTHS) + r")[a-z]*[- ])?(\d{4})(?:-(\d\d)(?!\d))?", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d\d(-\d\d)?(/\d{4}-\d\d(-\d\d)?)?")
TIMES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
NEAR = 6  # months within which two totals of a stock should agree


def span(period: str) -> tuple[pd.Period, pd.Period]:
    """First and last month of a period as the record has it: “2021”, “2021-01/2021-03”, “1995 - mid-2023”.

    Raises ValueError where no year stands in it.
    """
    points = [_months(*found) for found in _POINT.findall(period)]
    if not points:
        raise ValueError(f"“{period}” names no year")
    first, last = points[0][0], points[-1][1]
    if back := re.match(r"(\d+) (month|year)s to", period):
        return last - int(back[1]) * (12 if back[2] == "year" else 1) + 1, last
    return (last, last) if period.startswith("to ") else (first, last)


def _months(word: str, year: str, month: str) -> tuple[pd.Period, pd.Period]:
    number = 6 if word.lower() == "mid" else MONTHS.get(word.lower()[:3]) if word else int(month or 0)
    if 1 <= number <= 12:
        return (pd.Period(f"{year}-{number:02}", "M"),) * 2
    last = f"{year[:2]}{number}" if number else year  # “2022-23” runs to the end of 2023
    return pd.Period(f"{year}-01", "M"), pd.Period(f"{last}-12", "M")


def dated(figures: pd.DataFrame) -> pd.DataFrame:
    """The figures with `first` and `last` month of their period, and `least` and `most` as their bound allows."""
    spans = figures.period.map(span)
    return figures.assign(
        first=spans.str[0], last=spans.str[1], least=figures.low.fillna(0.0), most=figures.high.fillna(float("inf"))
    )


def conflicts(record: Record, subject: Subject) -> pd.DataFrame:
    """Pairs of figures that cannot both be right, or not of the same thing.

    Columns about, why, one, other (as “value unit, reporter, period”), evidence (both ids). A pair stands here
    where two figures of one family and unit exclude each other for the same time, where they differ for another date
    or period near it, or where one number is given for different units, periods or measures.
    """
    rows = [
        pair for family in subject.money.families for pair in _pairs(dated(_of(record.figures, family)), family.label)
    ]
    return pd.DataFrame(rows, columns=["about", "why", "one", "other", "evidence"])


def _of(figures: pd.DataFrame, family) -> pd.DataFrame:
    rows = figures[figures.measure.isin(family.measures)]
    return rows[rows.unit == family.unit] if family.unit else rows


def _pairs(figures: pd.DataFrame, about: str) -> list[dict]:
    entries = list(figures.sort_values(["last", "id"]).itertuples())
    pairs = [(a, b, _why(a, b)) for i, a in enumerate(entries) for b in entries[i + 1 :]]
    return [
        {"about": about, "why": why, "one": told(a), "other": told(b), "evidence": [f"record:{a.id}", f"record:{b.id}"]}
        for a, b, why in pairs if why
    ]  # fmt: skip


def _why(a, b) -> str | None:
    if a.value == b.value:
        differs = [_of_unit(a.unit, b.unit), *(n for n in ("period", "measure") if getattr(a, n) != getattr(b, n))]
        differs = [name for name in differs if name]
        return f"one number, another {' and '.join(differs)}" if differs and a.value != 0 else None
    differ = a.unit == b.unit and (a.least > b.most or b.least > a.most)
    return _when(a, b) if differ and _same_time(a, b) else None


def _of_unit(one: str, other: str) -> str | None:
    """What of their units differs: “USD billion” and “GBP billion” are of another currency."""
    if one == other:
        return None
    (money, _, size), (cash, _, scale) = one.partition(" "), other.partition(" ")
    known = size in TIMES and scale in TIMES
    return "currency" if known and money != cash else "magnitude" if known else "unit"


def _when(a, b) -> str:
    """Only what is said of one and the same time can exclude; near it, there may have been a change."""
    if a.kind == b.kind == "stock":
        same, other = a.last == b.last, "date"
    else:
        same, other = (a.first, a.last) == (b.first, b.last), "period"
    return "they exclude each other" if same else f"they differ, for another {other}"


def _same_time(a, b) -> bool:
    if a.kind == b.kind == "stock":
        return abs((a.last - b.last).n) <= NEAR
    overlap = a.first <= b.last and b.first <= a.last
    return overlap if a.kind in ("rate", "count") else (a.first, a.last) == (b.first, b.last)


def told(figure) -> str:
    """A figure in a line and in house style: bound, value, reporter, period."""
    bound = {"over": "over ", "about": "about ", "up_to": "up to "}.get(figure.bound, "")
    return f"{bound}{_value(figure.value, figure.unit)} ({figure.reporter}, {_period(figure.period)})"


def _value(value: float, unit: str) -> str:
    currency, _, scale = unit.partition(" ")
    if scale in TIMES:
        return money(value * TIMES[scale], currency)
    said = digits(value).replace("-", "−")
    return f"{said}%" if unit == "percent" else f"{said} {unit}"


def _period(period: str) -> str:
    """Months and days in words; “to June 2022” and its like stay, with a dash for the record’s hyphen."""
    if _ISO.fullmatch(period):
        return date_in_words(period)
    return re.sub(r"(\d{4})-(\d{4})", r"\1–\2", period.replace(" - ", " – "))


def disputes(record: Record, subject: Subject) -> pd.DataFrame:
    """Events on which sources disagree: question, says (joined), reading, evidence; KeyError for a row there is not."""
    known = set(record.events.id)
    rows = []
    for entry in subject.conflicts:
        if absent := [id for id in entry.rows if id not in known]:
            raise KeyError(f"subject.yml, conflicts: the record has no row {', '.join(absent)}")
        rows.append([entry.question, "; ".join(entry.says), entry.reading, [f"record:{id}" for id in entry.rows]])
    return pd.DataFrame(rows, columns=["question", "says", "reading", "evidence"])
