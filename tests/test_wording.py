"""House style and agreement: which words may stand for a value, and which may not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from dossier.agree import disagreement
from dossier.wording import date_in_words, digits, house


def claim(kind, value=None, **fields) -> dict:
    defaults = {"support": "source", "low": None, "high": None, "bound": "exact", "unit": None, "of": None, "label": ""}
    return defaults | {"kind": kind, "value": value} | fields


ENERGY = claim("amount", 28.8e9, unit="USD")
STOCK = claim("amount", 32e9, unit="USD", bound="over")
TURNOVER = claim("amount", 668e6, unit="USD", bound="about", low=667.5e6, high=668.5e6)
LOAN = claim("amount", None, unit="GBP", bound="under", high=5e9)
RANGE = claim("amount", None, unit="USD", low=5e9, high=7e9)
SHARE = claim("share", 10 / 22, of=22, support="computed", label="episodes of 2025 that name defence")
PART = claim("share", 28.8 / 30.6, support="computed")
FALL = claim("percent", -15.5)
COUNT = claim("count", 4, label="episodes")
NONE = claim("count", 0, label="arms contracts located")
LIFTED = claim("date", "2025-10-13")
MONTH = claim("date", "2025-08")
QUARTER = claim("date", "2025-01/2025-03")
YEARS = claim("date", "2022/2024")
TEXT = claim("text", "the opening of a “new page” between two capitals")


@pytest.mark.parametrize(
    "value, words",
    [
        (ENERGY, "$28.8 billion"),
        (STOCK, "over $32 billion"),
        (TURNOVER, "about $668 million"),
        (LOAN, "up to £5 billion"),
        (RANGE, "$5 billion to $7 billion"),
        (claim("amount", 500_000, unit="GBP"), "£500,000"),
        (claim("amount", 1e6, unit="AZN"), "AZN 1 million"),
        (claim("amount", 667_714_286, unit="USD", support="computed"), "$667.7 million"),
        (SHARE, "10 of 22"),
        (PART, "94%"),
        (FALL, "−15.5%"),
        (claim("percent", 94.117647, support="computed"), "94.1%"),
        (claim("count", 1234), "1,234"),
        (LIFTED, "13 October 2025"),
        (MONTH, "August 2025"),
        (QUARTER, "January to March 2025"),
        (TEXT, "the opening of a “new page” between two capitals"),
        (claim("boolean", True), "yes"),
    ],
)
def test_house_style(value, words):
    """An empty span is filled in house style, and what fills it agrees with the value."""
    assert (house(value), disagreement(value, words)) == (words, None)


@pytest.mark.parametrize(
    "value, words",
    [
        (ENERGY, "$29 billion"),  # rounded to the digits printed
        (ENERGY, "about $30 billion"),  # one digit, within a tenth
        (ENERGY, "over $28 billion"),
        (ENERGY, "nearly $29 billion"),
        (ENERGY, "$ 28.8 billion"),
        (STOCK, "more than $32 billion"),
        (claim("amount", 35.9e9, unit="USD", bound="over"), "over $35 billion"),
        (LOAN, "at most £5 billion"),
        (SHARE, "ten of 22"),
        (SHARE, "10 out of the 22 episodes"),
        (SHARE, "45%"),
        (SHARE, "nearly half"),
        (claim("share", 0.345), "about a third"),
        (claim("share", 0.345), "over a third"),
        (claim("share", 0.59), "six in ten"),
        (claim("share", 0.5), "half"),
        (claim("share", 0.505), "just over half"),
        (PART, "94.1%"),
        (FALL, "fell by 15.5%"),
        (FALL, "down 15.5 per cent"),
        (COUNT, "four"),
        (COUNT, "4 episodes"),
        (NONE, "none"),
        (NONE, "no arms contracts"),
        (claim("number", 4), "fourfold"),
        (claim("number", 2), "double"),
        (LIFTED, "13 October"),
        (LIFTED, "October 2025"),
        (LIFTED, "2025"),
        (LIFTED, "on 13 October 2025"),
        (LIFTED, "Monday 13 October"),
        (QUARTER, "first quarter of 2025"),
        (YEARS, "2022–24"),
        (TEXT, "“new page”"),
        (TEXT, "'new page'"),  # straight marks for curly ones
    ],
)
def test_words_that_agree(value, words):
    """The stated rules let these words stand for the value."""
    assert disagreement(value, words) is None


@pytest.mark.parametrize(
    "value, words",
    [
        (ENERGY, "$28.9 billion"),
        (ENERGY, "$28.8 million"),  # magnitude
        (ENERGY, "£28.8 billion"),  # currency
        (ENERGY, "28.8 billion"),  # no currency
        (ENERGY, "$30 billion"),  # rounds only with “about”
        (ENERGY, "over $29 billion"),
        (ENERGY, "over $20 billion"),  # true, and misleading
        (ENERGY, "nearly $28 billion"),
        (ENERGY, "about $40 billion"),
        (ENERGY, "$28.8 billion of trade"),  # words that are not of the claim
        (ENERGY, "$28.8 billion and $30.6 billion"),
        (STOCK, "$32 billion"),  # lost its “over”
        (STOCK, "over $33 billion"),
        (STOCK, "about $32 billion"),
        (TURNOVER, "$668 million"),
        (LOAN, "£5 billion"),
        (RANGE, "$5 billion"),
        (SHARE, "10 of 23"),
        (SHARE, "11 of 22"),
        (SHARE, "half"),
        (SHARE, "over half"),
        (SHARE, "10"),
        (claim("share", 0.345), "under a third"),
        (claim("share", 0.66), "six in ten"),
        (FALL, "15.5%"),  # lost its sign
        (COUNT, "five"),
        (COUNT, "about four"),  # what was counted is not “about” itself
        (COUNT, "none"),
        (NONE, "one"),
        (LIFTED, "14 October 2025"),
        (LIFTED, "October 2024"),
        (LIFTED, "13"),
        (LIFTED, "Tuesday 13 October"),
        (MONTH, "25 August 2025"),  # finer than the evidence
        (QUARTER, "first half of 2025"),
        (YEARS, "2022–2025"),
        (TEXT, "“new chapter”"),
        (TEXT, ""),
        (TEXT, "age"),  # not a whole word
        (claim("boolean", True), "no"),
    ],
)
def test_words_that_disagree(value, words):
    """A wrong number, unit, bound, sign or date is caught, and the message says what was expected."""
    assert house(value) in (disagreement(value, words) or "no fault found")


@pytest.mark.parametrize(
    "iso, words",
    [
        ("1992", "1992"),
        ("2025-03-01/2025-03-05", "1–5 March 2025"),
        ("2025-03-30/2025-04-02", "30 March to 2 April 2025"),
        ("2024-12/2025-03", "December 2024 to March 2025"),
        ("2025-04/2025-04", "April 2025"),
    ],
)
def test_dates_in_words(iso, words):
    """Dates and intervals are written the British way, no finer than they are known."""
    assert date_in_words(iso) == words


@pytest.mark.parametrize(
    "value, significant, text",
    [(0.1 + 0.2, None, "0.3"), (94.117647, 3, "94.1"), (1234567, 3, "1,234,567"), (12.0, 4, "12")],
)
def test_digits(value, significant, text):
    """Digits have commas, no idle zeros and no noise of the floating point."""
    assert digits(value, significant) == text


BOUNDS = st.sampled_from(["exact", "about", "over", "under"])
SUPPORTS = st.sampled_from(["source", "computed"])
VALUES = st.one_of(
    st.builds(
        lambda value, unit, bound, support: claim("amount", round(value, 2), unit=unit, bound=bound, support=support),
        st.floats(0.01, 1e12), st.sampled_from(["USD", "GBP", "AZN"]), BOUNDS, SUPPORTS,
    ),
    st.builds(
        lambda value, bound, support: claim("percent", round(value, 2), bound=bound, support=support),
        st.floats(-100, 400), BOUNDS, SUPPORTS,
    ),
    st.builds(lambda value: claim("share", value, support="computed"), st.floats(0.0001, 1)),
    st.integers(1, 400).flatmap(lambda n: st.integers(0, n).map(lambda k: claim("share", k / n, of=n))),
    st.integers(0, 10**7).map(lambda value: claim("count", value)),
    st.dates().map(lambda day: claim("date", day.isoformat())),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(VALUES)
def test_what_fills_a_span_may_stand_in_it(value):
    """House style never says what the rules of agreement would refuse."""
    assert disagreement(value, house(value)) is None


@settings(max_examples=200, deadline=None)
@given(st.integers(10, 999), st.integers(1, 9))
def test_another_number_never_agrees(tenths, off):
    """A number that differs in a printed digit disagrees, whatever the number."""
    value = claim("amount", tenths * 1e8, unit="USD")
    assert disagreement(value, f"${(tenths + off) / 10:.1f} billion") is not None
