"""What a document tells against a premise is found in its own words, and nothing else is."""

import datetime as dt
from functools import cache

import pytest
from dossier import checks, premises
from dossier.find import facts_in
from dossier.seeds import Document
from dossier.tables import table
from the_record import record, subject


@cache
def tables(text: str) -> dict:
    """The tables of one document published on 11 November 2025."""
    facts = facts_in(Document(id="new", text=text, published=dt.date(2025, 11, 11)))
    return {kind: table(kind, facts) for kind in ("topic", "date", "amount")}


def told(text: str, corrections: list[dict] | None = None) -> premises.Told:
    return premises.told(tables(text), record(), subject(), corrections or [])


@pytest.mark.parametrize(
    "sentence, part, whole",
    [
        ("The energy sector accounts for $22 billion out of $40 billion of British investment in Azerbaijan.", "$22 billion", "$40 billion"),
        ("Of the $40 billion that British firms invested, $22 billion went into oil and gas.", "$22 billion", "$40 billion"),
        ("British firms invested $40 billion, of which $22 billion went into oil and gas.", "$22 billion", "$40 billion"),
        ("Oil and gas took $22 billion of the total of $40 billion.", "$22 billion", "$40 billion"),
    ],
)
def test_a_part_of_a_whole_is_told_by_the_words_around_the_sums(sentence, part, whole):
    """Part and whole, in whatever order they stand, and their share in percent."""
    (row,) = told(f"The minister spoke in London.\n\n{sentence}\n").shares.itertuples()
    assert (part, whole, 55) == (row.part, row.whole, round(row.share))


@pytest.mark.parametrize(
    "sentence",
    [
        "Oil exports brought $22 billion and gas exports $40 billion.",  # two parts, no whole
        "Schools took $22 billion out of $40 billion of British investment.",  # not the base
        "In Norway, the energy sector accounts for $22 billion out of $40 billion of investment.",  # somebody else's
        "The energy sector accounts for $22 billion out of €40 billion.",  # two currencies make no share
    ],
)
def test_sums_that_are_no_share_of_the_base_are_left_alone(sentence):
    """Two sums in a sentence are no part and whole by that."""
    found = tables(f"{sentence}\n")
    assert (2, 0) == (len(found["amount"]), len(told(f"{sentence}\n").shares))


@pytest.mark.parametrize(
    "sentence, count",
    [
        ("An arms contract worth £300 million was signed on 5 November 2025.", 1),
        ("Azerbaijan bought ten British armoured vehicles for its army.", 1),
        ("No arms contract was signed, the Defence Ministry said.", 0),
        ("Azerbaijan ordered forty military aircraft from Pakistan.", 0),
        ("A contract for the repair of schools was signed.", 0),
    ],
)
def test_a_contract_counts_if_it_is_of_arms_between_the_two_and_not_denied(sentence, count):
    """The subject's words for a contract, in a sentence about the challenger."""
    assert count == len(told(f"{sentence}\n").contracts)


@pytest.mark.parametrize(
    "sentence, dates",
    [
        ("British instructors trained Azerbaijani soldiers near Baku in May 2023.", ["2023-05"]),
        ("The army of Azerbaijan received British officers on 3 June 2024.", ["2024-06-03"]),
        ("The embargo on arms was lifted on 13 October 2025.", []),  # the record has it
        ("Turkish and Azerbaijani soldiers trained together in May 2023.", []),  # not the two
        ("British soldiers will train with Azerbaijan's army in May 2027.", []),  # after the cut-off
        ("Britain and Azerbaijan signed a treaty on schools in May 2023.", []),  # neither role
    ],
)
def test_acts_are_those_the_record_does_not_have(sentence, dates):
    """A dated sentence on base or challenger counts where the record tells nothing of the kind in that month."""
    assert dates == told(f"{sentence}\n").acts.date.tolist()


def test_words_can_be_set_aside_with_a_reason():
    """An entry of corrections.yml takes a sentence out, and its reason is kept to be shown."""
    text = "An arms contract worth £300 million was signed on 5 November 2025.\n"
    entry = {"document": "new", "kind": "aside", "quote": "arms contract", "reason": "it is a lease"}
    left = told(text, [entry])
    assert (0, 1) == (len(left.contracts), len(told(text).contracts))
    assert ["set aside: “arms contract” (new): it is a lease"] == left.set_aside


def test_what_is_set_aside_must_be_there():
    """An entry that fits nothing any more is an error that names it."""
    entry = {"document": "new", "kind": "aside", "quote": "arms contract", "reason": "it is a lease"}
    with pytest.raises(checks.CorrectionError, match="new “arms contract”: nothing that touches a premise"):
        told("The minister spoke in London.\n", [entry])
