"""Conflicts stand in the ledger, and nothing is averaged."""

import pytest
from dossier import ledger
from the_record import record, subject


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2021", "2021-01", "2021-12"),
        ("2021-01/2021-03", "2021-01", "2021-03"),
        ("to June 2022", "2022-06", "2022-06"),  # a stock is as of its last month
        ("to about 2021", "2021-12", "2021-12"),
        ("1995 - mid-2023", "1995-01", "2023-06"),
        ("12 months to about Dec 2025", "2025-01", "2025-12"),
        ("15 years to Sept 2025", "2010-10", "2025-09"),
        ("2022-23", "2022-01", "2023-12"),  # a British financial year
        ("2023-09-29", "2023-09", "2023-09"),
    ],
)
def test_periods(period, first, last):
    """Periods as the record writes them, in months."""
    assert (first, last) == tuple(map(str, ledger.span(period)))


def test_a_period_without_a_year_is_an_error():
    """Nothing is guessed."""
    with pytest.raises(ValueError, match="names no year"):
        ledger.span("recently")


def test_every_period_of_the_record_can_be_read():
    """No figure falls out of the ledger unseen."""
    assert len(record().figures) == len(ledger.dated(record().figures))


@pytest.fixture(scope="module")
def conflicts():
    return ledger.conflicts(record(), subject())


@pytest.mark.parametrize(
    "pair",
    [
        {"uk-fdi-cumulative--to-april-2025", "uk-fdi-cumulative--to-dec-2025"},  # 37 billion dollars, or pounds
        {"uk-investment-cumulative--1995-2022", "uk-fdi-cumulative--1995-mid-2023"},  # 84 or 35 billion
        {"trade-turnover--2023-01-2023-10", "trade-turnover--2023-01-2023-11--energy-ministry"},  # ten months or eleven
        {"trade-turnover-growth--2024-01-2024-03", "trade-turnover-growth--2024-01-2024-11"},  # up or down
        {"uk-companies-in-azerbaijan--2023", "uk-companies-in-azerbaijan--2022-2023"},  # 662 or about 400
    ],
)
def test_known_conflicts_are_found(conflicts, pair):
    """What the record's notes call a disagreement is found by rule."""
    assert pair in [{id.removeprefix("record:") for id in ids} for ids in conflicts.evidence]


@pytest.mark.parametrize(
    ("pair", "why"),
    [
        ({"uk-fdi-cumulative--to-about-2021", "uk-fdi-cumulative--to-june-2022"}, "they differ, for another date"),
        ({"trade-turnover-growth--2024-01-2024-03", "trade-turnover-growth--2024-01-2024-11"},
         "they differ, for another period"),
        ({"trade-turnover--2023-01-2023-11--energy-ministry", "trade-turnover--2023-01-2023-11--own-calculation"},
         "they exclude each other"),
    ],
)  # fmt: skip
def test_only_figures_of_one_time_exclude_each_other(conflicts, pair, why):
    """A total may have grown from one month to another; two totals of the same months cannot both be right."""
    whys = {frozenset(id.removeprefix("record:") for id in row.evidence): row.why for row in conflicts.itertuples()}
    assert why == whys[frozenset(pair)]


def test_figures_are_told_in_house_style(conflicts):
    """“over $32 billion”, “−15.5%”, “January to November 2023”: no “32,000 USD million”."""
    said = [*conflicts.one, *conflicts.other]
    for words in ("over $32 billion (", "−15.5% (", "January to November 2023)", "662 companies ("):
        assert [told for told in said if words in told], words
    assert not [told for told in said if "USD million" in told or " - " in told]


def test_a_growing_stock_is_no_conflict(conflicts):
    """Totals of different years that grow are not held against each other."""
    pair = {"record:uk-fdi-cumulative--to-june-2023", "record:uk-fdi-cumulative--to-june-2024"}
    assert pair not in [set(ids) for ids in conflicts.evidence]


def test_disputes_name_rows_that_exist():
    """Each dispute on an event names its rows; a row that is not in the record is an error."""
    assert len(subject().conflicts) == len(ledger.disputes(record(), subject()))
    wrong = subject().model_copy(
        update={"conflicts": [subject().conflicts[0].model_copy(update={"rows": ["2025-nothing"]})]}
    )
    with pytest.raises(KeyError, match="2025-nothing"):
        ledger.disputes(record(), wrong)


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("USD billion", "GBP billion", "currency"),
        ("USD billion", "USD million", "magnitude"),
        ("percent", "companies", "unit"),
        ("USD billion", "USD billion", None),
    ],
)
def test_pounds_for_dollars_are_another_currency(one, other, said):
    """What differs between two units is called by its name."""
    assert said == ledger._of_unit(one, other)
