"""Bounds stay bounds, and nothing is averaged."""

from dossier import money
from the_record import record, subject


def test_shares_lie_within_rounding_of_each_other():
    """94.1, 90.6, 94.3 and 94.6 percent: no rise can be read from them."""
    table = money.stock(record(), subject()).dropna(subset=["share"])
    assert [94.1, 90.6, 94.3, 94.6] == table.share.round(1).tolist()
    assert table.low.max() < table.share[table.stock_bound == "exact"].min()


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
