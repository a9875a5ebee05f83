"""Bounds stay bounds, and nothing is averaged."""

import math

import pytest
from dossier import money
from the_record import record, subject


def test_shares_as_printed():
    """94.1, 90.6, 94.3 and 94.6 percent; two of them of bp's part, and not of all energy."""
    table = money.stock(record(), subject()).dropna(subset=["share"])
    assert [94.1, 90.6, 94.3, 94.6] == table.share.round(1).tolist()
    assert ["", "bp", "", "bp alone"] == table.narrower.tolist()


def test_an_over_leaves_its_side_open():
    """A total of “over 32” may be any higher: the share has no lower limit, and its upper one is that of 32 itself."""
    table = money.stock(record(), subject()).dropna(subset=["share"]).set_index("period")
    june, april, first = (table.loc[f"to {date}"] for date in ("June 2022", "April 2025", "about 2021"))
    assert (True, 92.2) == (math.isnan(june.low), round(june.high, 1))
    assert (True, True) == (math.isnan(april.low), math.isnan(april.high))
    assert (93.8, 94.4) == (round(first.low, 1), round(first.high, 1))


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        ((50, "exact"), (100, "exact"), (30.0, 110.0)),  # 50 is known to 5, 100 to 50
        ((50, "under"), (100, "exact"), (None, 100.0)),
        ((50, "over"), (100, "exact"), (33.3, None)),
        ((50, "exact"), (100, "under"), (45.0, None)),
    ],
)
def test_bounds_go_through_the_arithmetic(part, whole, expected):
    """Each open side of part or whole opens one side of the share."""
    assert expected == tuple(None if math.isnan(end) else round(end, 1) for end in money._range(part, whole))


def test_rounding_alone_does_not_explain_the_shares():
    """About 2021 begins above what June 2022 allows; and no later share lies above an earlier one for certain."""
    table = money.stock(record(), subject()).dropna(subset=["share"])
    assert (False, False) == (money.one_share(table), money.rising(table))
    later = table[table.period != "to June 2022"]
    assert money.one_share(later)
    assert money.rising(table.assign(low=table.low.where(table.period != "1995 - mid-2023", 95.0)))


def test_over_is_kept():
    """A lower bound is told as such, for the stock and for its part."""
    last = money.stock(record(), subject()).iloc[-1]
    assert ("over", "over", 37000, 35000) == (last.stock_bound, last.part_bound, last.stock, last.part)


def test_rounding_is_that_of_the_last_digit_given():
    """28.8 billion is known to 50 million, 35 billion to 500 million."""
    assert (50, 500) == (money._half_step(28800.0), money._half_step(35000.0))


def test_claims_that_do_not_fit_stand_apart():
    """The irreconcilable totals are kept, and kept out of the series."""
    apart, stock = money.apart(record(), subject()), money.stock(record(), subject())
    assert (3, True) == (len(apart), stock.stock.max() < 84000)


def test_trade_is_told_by_currency_and_silence_is_named():
    """Two panels that share no scale; the years without a report are listed."""
    table = money.trade(record(), subject())
    assert {"USD million", "GBP million"} == set(table.unit)
    assert [2025, 2023] == money.silent_years(table, subject()).year.tolist()


def test_short_periods_are_no_year():
    """A quarter or a month never stands among yearly totals."""
    table = money.trade(record(), subject())
    assert ((table["last"] - table["first"]).map(lambda step: step.n) + 1).ge(money.LONG).all()
