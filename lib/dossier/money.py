"""What the reported money says: a stock and its part over time, and trade as each side reports it.

Bounds stay bounds: an “over” is drawn as an arrow, never as a point; conflicting reports are never averaged.
"""

import pandas as pd

from .ledger import dated
from .record import Record
from .subject import Family, Subject

OVER, UNDER = "over", "under"
LONG = 10  # months a period must last to stand among yearly totals


def stock(record: Record, subject: Subject) -> pd.DataFrame:
    """The stock and its part by as-of month, in order: period, last, stock, stock_bound, part, part_bound, narrower,
    share, low, high, evidence.

    `share` is in percent, computed from the two values as printed; `low` and `high` are what their rounding and their
    bounds allow, missing where a bound leaves that side open. `share` is missing where the source gives no part.
    `narrower`: what the part is, where its source tells of less than the part (the subject's words), else empty.
    """
    money = subject.money
    figures = dated(record.figures[record.figures.unit == money.unit]).set_index("period")
    whole, part = (figures[figures.measure == measure] for measure in (money.stock, money.part))
    table = whole[["value", "bound", "last", "id"]].join(part[["value", "bound", "id"]], rsuffix="_part").reset_index()
    table = table.rename(
        columns={"value": "stock", "bound": "stock_bound", "value_part": "part", "bound_part": "part_bound"}
    )
    ranges = [_range((row.part, row.part_bound), (row.stock, row.stock_bound)) for row in table.itertuples()]
    narrower = table.id_part.map(money.narrower).fillna("")
    table = table.assign(share=100 * table.part / table.stock, low=[r[0] for r in ranges], high=[r[1] for r in ranges])
    cited = [[f"record:{id}" for id in (row.id, row.id_part) if isinstance(id, str)] for row in table.itertuples()]
    table = table.drop(columns=["id", "id_part"]).assign(evidence=cited, narrower=narrower)
    return table.sort_values("last", kind="stable").reset_index(drop=True)


def _range(part: tuple[float, str], whole: tuple[float, str]) -> tuple[float, float]:
    """Lowest and highest share, in percent, that rounding and bounds of the two allow; NaN where that side is open."""
    (least, most), (lower, upper) = _limits(*part), _limits(*whole)
    return 100 * least / upper, 100 * most / lower


def _limits(value: float, bound: str) -> tuple[float, float]:
    """What a value may be: to its rounding on either side; of an “over” or “under” one side is open (NaN)."""
    half = _half_step(value)
    return {OVER: (value, float("nan")), UNDER: (float("nan"), value)}.get(bound, (value - half, value + half))


def one_share(table: pd.DataFrame) -> bool:
    """Is there a share that all rows of `stock` allow? If not, rounding and bounds do not explain how they differ."""
    return bool(table.low.max() <= table.high.min())


def rising(table: pd.DataFrame) -> bool:
    """Does some later row of `stock` lie above what an earlier one allows, whatever rounding and bounds leave open?"""
    ordered = table.sort_values("last")
    return bool((ordered.low > ordered.high.cummin().shift()).any())


def _half_step(value: float) -> float:
    """Half of the last digit given: 28,800 is known to 50, 35,000 to 500."""
    if pd.isna(value):
        return float("nan")
    digits = str(int(value))
    return 0.5 * 10 ** (len(digits) - len(digits.rstrip("0")))


def apart(record: Record, subject: Subject) -> pd.DataFrame:
    """Figures said of the same thing that cannot be squared with the stock, in the subject's order."""
    figures = dated(record.figures).set_index("id", drop=False)
    return figures.loc[list(subject.money.apart)].reset_index(drop=True)


def trade(record: Record, subject: Subject) -> pd.DataFrame:
    """Reported totals of a year, a row each: panel, id, period, first, last, value, bound, reporter, evidence."""
    tables = [_panel(dated(record.figures), panel).assign(panel=panel.label) for panel in subject.money.trade]
    columns = [
        "panel",
        "id",
        "period",
        "first",
        "last",
        "value",
        "unit",
        "bound",
        "low",
        "high",
        "reporter",
        "derived",
        "url",
        "evidence",
    ]
    return pd.concat(tables, ignore_index=True)[columns]


def _panel(figures: pd.DataFrame, panel: Family) -> pd.DataFrame:
    rows = figures[figures.measure.isin(panel.measures) & (figures.unit == panel.unit)]
    months = (rows["last"] - rows["first"]).map(lambda step: step.n) + 1
    return rows[months.ge(LONG)].sort_values(["last", "id"])


def silent_years(table: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """Panel × year of the period for which no report was located: panel, year."""
    years = pd.MultiIndex.from_product([table.panel.unique(), subject.period.years], names=["panel", "year"])
    told = {(row.panel, year) for row in table.itertuples() for year in range(row.first.year, row.last.year + 1)}
    return years[[pair not in told for pair in years]].to_frame(index=False)
