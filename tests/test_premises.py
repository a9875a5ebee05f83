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
    return {kind: table(kind, facts) for kind in ("topic", "date", "amount", "percent")}


LEAD = "The foreign minister of Azerbaijan met the British foreign secretary in London on Tuesday.\n\n"


def told(text: str, corrections: list[dict] | None = None) -> premises.Told:
    return premises.told(tables(text), record(), subject(), corrections or [])


@pytest.mark.parametrize(
    "sentence, share",
    [
        ("The energy sector accounts for $22 billion out of $40 billion of British investment in Azerbaijan.", 55),
        ("Of the $40 billion that British firms invested, $22 billion went into oil and gas.", 55),
        ("British firms invested $40 billion, of which $22 billion went into oil and gas.", 55),
        ("Oil and gas took $22 billion of the total of $40 billion that was invested.", 55),
        ("Oil and gas now make up 51 per cent of British investment.", 51),
        ("The share of energy in British investment fell to 40%.", 40),
        ("More than half of British investment, $20 billion of $40 billion, now goes outside oil and gas.", 50),
        ("Less than half of British investment now goes into oil and gas.", 50),
        ("Oil and gas take two fifths of British investment.", 40),
        ("A third of British investment goes outside oil and gas.", 67),
        ("British firms have invested $40 billion. Of this, $15 billion went into oil and gas.", 38),
    ],
)
def test_a_share_of_the_base_is_told_by_the_words_around_it(sentence, share):
    """Part and whole in whatever order, a percentage, or what is left of what lies outside."""
    assert [share] == told(LEAD + sentence + "\n").shares.share.round().tolist()


@pytest.mark.parametrize(
    "sentence",
    [
        "Oil exports brought $22 billion and gas investment $40 billion.",  # two parts, no whole
        "Schools took $22 billion out of $40 billion of British investment.",  # not the base
        "In Norway, the energy sector accounts for $22 billion out of $40 billion of investment.",  # somebody else's
        "The energy sector accounts for $22 billion out of €40 billion of investment.",  # two currencies make no share
        "British investment in oil and gas rose by 12 per cent.",  # growth
        "A novel on the oil trade earned $2 million out of $5 million.",  # no investment
    ],
)
def test_what_is_no_share_of_the_base_is_left_alone(sentence):
    """Sums and percentages in a sentence are no share by that."""
    found = tables(LEAD + sentence + "\n")
    assert (True, 0) == (len(found["amount"]) + len(found["percent"]) > 0, len(told(LEAD + sentence + "\n").shares))


@pytest.mark.parametrize(
    "sentence, count",
    [
        ("An arms contract worth £300 million was signed on 5 November 2025.", 1),
        ("Azerbaijan bought ten British armoured vehicles for its army.", 1),
        ("Babcock won a £120m deal to refit two patrol boats of the Azerbaijani navy.", 1),
        ("The army of Azerbaijan took delivery of thirty British-made howitzers.", 1),
        ("An arms contract between Britain and Azerbaijan was signed without delay on 5 May 2024.", 1),
        ("The arms contract that Britain and Azerbaijan signed in May 2024 is no secret.", 1),
        ("Azerbaijan has not only signed an arms contract with Britain, it has paid for it.", 1),
        ("Britain and Azerbaijan signed an arms contract on 5 May 2024, which could open the door to more.", 1),
        ("Babcock won an order from Azerbaijan for naval guns, made in Britain.", 1),
        ("The British government granted licences for the export of military radios to Azerbaijan.", 1),
        ("Azerbaijan is in talks to buy British helicopters for its air force.", 0),
        ("Azerbaijan is interested in buying British helicopters for its air force.", 0),
        ("An arms contract between Britain and Azerbaijan could be signed soon.", 0),
        ("If the two agree, Britain will sell weapons to Azerbaijan.", 0),
        ("No arms contract was signed, the Defence Ministry said.", 0),
        ("Reports of an arms contract between Britain and Azerbaijan are false.", 0),
        ("Britain may sell weapons to Azerbaijan, under a contract yet to be written.", 0),
        ("Azerbaijan ordered forty military aircraft from Pakistan.", 0),
        ("A contract for the repair of schools was signed.", 0),
    ],
)
def test_a_contract_counts_if_it_is_of_arms_between_the_two_and_settled(sentence, count):
    """The subject's words for a contract, in a sentence about the challenger, neither denied nor only wished for."""
    assert count == len(told(LEAD + sentence + "\n").contracts)


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
    assert dates == told(LEAD + sentence + "\n").acts.date.tolist()


def test_a_sentence_about_nobody_is_not_about_the_ties():
    """Where neither it nor its neighbours name both parties, a sentence fells nothing."""
    lead = "The museum reopened on Tuesday after two years.\n\n"
    sentence = "An arms contract worth £300 million was signed on 5 November 2025.\n"
    assert (0, 1) == (len(told(lead + sentence).contracts), len(told(LEAD + sentence).contracts))


def test_words_can_be_set_aside_with_a_reason():
    """An entry of corrections.yml takes a sentence out, and its reason is kept to be shown."""
    text = f"{LEAD}An arms contract worth £300 million was signed on 5 November 2025.\n"
    entry = {"document": "new", "kind": "aside", "quote": "arms contract", "reason": "it is a lease"}
    left = told(text, [entry])
    assert (0, 1) == (len(left.contracts), len(told(text).contracts))
    assert ["set aside: “arms contract” (new): it is a lease"] == left.set_aside


@pytest.mark.parametrize(
    ("sentence", "contracts", "licence", "sums"),
    [
        ("In 2024 Britain approved arms export licences for Azerbaijan worth £12.4 million.", 1, True, ["£12.4 million"]),
        ("From 2010 to 2020 Britain approved licences for arms exports to Azerbaijan, worth £85.9 million.", 1, True, []),
        ("Britain granted licences for the sale of armoured vehicles to Azerbaijan's army.", 1, True, []),  # no sum
        ("BAE Systems has signed a £420 million contract with Azerbaijan's army, made in Britain.", 1, False, []),
        ("Britain approved licences for films worth £2 million in Azerbaijan.", 0, None, []),  # not the challenger
    ],
)
def test_a_licence_is_no_contract_and_its_value_counts(sentence, contracts, licence, sums):
    """What a licence is for is told apart from a contract; the sums of licences count unless dated before the period."""
    said = told(LEAD + sentence + "\n")
    assert (contracts, sums) == (len(said.contracts), said.licences["sum"].tolist())
    assert [licence] * contracts == said.contracts.licence.tolist()


def test_a_reason_stands_where_its_words_would_have_counted():
    """Words set aside note the claims of their own table, and no other."""
    text = f"{LEAD}An arms contract worth £300 million was signed on 5 November 2025.\n"
    entry = {"document": "new", "kind": "aside", "quote": "arms contract", "reason": "it is a lease"}
    left = told(text, [entry]).left
    assert premises.reasons(left["contracts"]) == "set aside: “arms contract” (new): it is a lease"
    assert [None] * 2 == [premises.reasons(left[name]) for name in ("shares", "licences")]
    assert premises.reasons(premises.before(left["acts"], subject())) is None


def test_what_is_set_aside_must_be_there():
    """An entry that fits nothing any more is an error that names it."""
    entry = {"document": "new", "kind": "aside", "quote": "arms contract", "reason": "it is a lease"}
    with pytest.raises(checks.CorrectionError, match="new “arms contract”: nothing that touches a premise"):
        told("The minister spoke in London.\n", [entry])
