"""Bad data is a finding; a repair asserts its fault and is shown as a repair."""

import pandas as pd
import pytest
from dossier import checks
from dossier.tables import table
from gold_facts import seed_facts
from the_record import SEEDS, record, subject, with_events


@pytest.fixture
def amounts() -> pd.DataFrame:
    return table("amount", seed_facts())


@pytest.fixture
def corrections() -> list[dict]:
    return checks.read_corrections(SEEDS)


def test_the_missing_magnitude_is_repaired_and_said(amounts, corrections):
    """667.8 becomes 667.8 million, with the reason beside it; what is printed stays as it is."""
    row = checks.repair(amounts, corrections).set_index("quote").loc["$667.8"]
    assert (667_800_000, "667.8", True) == (
        row.value,
        row.as_printed,
        row.repair.startswith("repaired: The magnitude is missing"),
    )
    assert 667.8 == amounts.set_index("quote").value["$667.8"]


def test_an_open_fault_is_listed_as_open(amounts):
    """Without a correction the fault stands in the table of problems, open."""
    assert ["open"] == checks.missing_magnitude(amounts, []).status.tolist()


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("quote", "$668.8", "found 0 times"),  # the source no longer prints it
        ("expect", {"value": 667.8, "magnitude_missing": False}, "remove or adapt the correction"),  # the fault is gone
        ("set", {"value": 66_780_000}, "arithmetic does not give"),  # the repair is no sum of the parts
        ("arithmetic", {"parts": [396600000, 271100001], "sum": 667700000, "tolerance": 100000}, "arithmetic"),
    ],
)
def test_a_repair_that_does_not_fit_stops(amounts, corrections, field, value, told):
    """A correction whose fault is gone, or whose arithmetic fails, is an error that says what to do."""
    with pytest.raises(checks.CorrectionError, match=told):
        checks.repair(amounts, [corrections[0] | {field: value}])


def test_parts_of_the_record_add_up():
    """396.6 + 271.1 is 667.7: within rounding of 667.8, so no problem; a part that is off is one."""
    assert checks.parts(record(), subject()).empty
    off = record().figures.assign(
        value=[
            500.0 if i == "az-exports-to-uk--2021" else v
            for i, v in zip(record().figures.id, record().figures.value, strict=True)
        ]
    )
    wrong = with_events(record().events)
    object.__setattr__(wrong, "figures", off)
    assert {"parts do not add up"} == set(checks.parts(wrong, subject()).problem)


def test_a_part_beyond_its_whole_is_a_problem(amounts):
    """Energy's part may not exceed all investment."""
    assert checks.larger_than_whole(amounts, [("$ 28.8 billion", "$ 30.6 billion")]).empty
    assert ["part exceeds whole"] == checks.larger_than_whole(
        amounts, [("$ 30.6 billion", "$ 28.8 billion")]
    ).problem.tolist()


def test_a_sum_told_again_elsewhere_is_compared_within_its_document(amounts):
    """Another document that repeats one of the sums is no fault; one in which the part is larger is."""
    pair = ("$ 28.8 billion", "$ 30.6 billion")
    part, whole = (amounts[amounts.quote == quote] for quote in pair)
    again = pd.concat([amounts, part.assign(document="later")], ignore_index=True)
    assert checks.larger_than_whole(again, [pair]).empty
    both = pd.concat([again, whole.assign(document="later", value=1.0)], ignore_index=True)
    assert [["later", "later"]] == [
        [one.split(":")[0] for one in evidence] for evidence in checks.larger_than_whole(both, [pair]).evidence
    ]


@pytest.mark.parametrize(
    ("manats", "fits"), [(1_000_000, True), (10_000_000, False), (1_500_000, False), (900_000, True)]
)
def test_exchange_rates(amounts, manats, fits):
    """AZN 1 million (£500,000) is over 2 manats to the pound: plausible; 20 are not. “Over” makes the rate a least value."""
    planted = amounts.assign(
        value=[
            manats if quote == "AZN 1 million" else value
            for quote, value in zip(amounts.quote, amounts.value, strict=True)
        ]
    )
    rates = checks.exchange_rates(planted, subject())
    assert [(fits, "over")] == list(zip(rates.plausible, rates.bound, strict=True))


def test_what_only_the_furniture_tells_is_listed(amounts):
    """Facts of the naive run that the true run does not have are those of the furniture."""
    naive = pd.concat([amounts, amounts.head(1).assign(start=9000, end=9011, quote="$19 billion")])
    assert ["$19 billion"] == checks.only_in_furniture(naive, amounts).quote.tolist()


def test_a_count_that_differs_from_the_published_one_is_listed():
    """One changed count is one row of the table; agreement is an empty table."""
    theirs = pd.read_csv(SEEDS / "record" / "leave_one_out.csv")
    ours = theirs.assign(defence=theirs.defence.where(theirs.index != 3, 99))
    keys = ["coding", "tiers", "actors", "left_out"]
    assert [99] == checks.differing_counts(
        "leave_one_out", ours, keys, {"defence": "defence"}, subject(), SEEDS
    ).defence.tolist()
