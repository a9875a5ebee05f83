"""The rules of `make quality`: what counts as right, and what does not."""

from pathlib import Path

import pytest

import quality
from gold_loader import Gold, GoldFact, Line
from scoring import Found, Score, as_found, pairs, plain, score, token_f1

TEXT = (
    "Minister Ana Ruiz said trade reached the $5 million mark in May. Share this\n"
    "She met Bo Lund on Saturday, 4 May. Tags: arms\nOn Friday night school ended."
)
SAID = "trade reached the $5 million mark in May"


def fact(kind, words, optional=False, alternatives=None, **fields):
    start = TEXT.index(words)
    return GoldFact(kind, start, start + len(words), fields, alternatives or {}, optional)


def found(kind, words, **fields):
    start = TEXT.index(words)
    return Found(kind, start, start + len(words), fields)


def gold(*facts, lines=()):
    return Gold("g", "train", "A", Path("g.yml"), TEXT, None, tuple(lines), facts)


AMOUNT = {"value": 5e6, "low": None, "high": None, "currency": "USD", "magnitude_missing": False}
ANA = {"name": "Ana Ruiz", "office": "Minister", "country": None}
MET = {"participants": ["Ana Ruiz", "Bo Lund"], "date": "2024-05-04"}
QUOTED = {"speaker": "Ana Ruiz", "content": SAID}
SENTENCE = TEXT[: TEXT.index(" Share")]

# kind, words of the gold, its fields, words found, fields found, is it right?
CASES = [
    ("amount", "$5 million", AMOUNT, "$5 million", AMOUNT, True),
    ("amount", "$5 million", AMOUNT, "the $5 million", AMOUNT, True),  # a leading article is nobody's fault
    ("amount", "$5 million", AMOUNT, "$5", AMOUNT, False),  # a span that is too short
    ("amount", "$5 million", AMOUNT, "$5 million", {**AMOUNT, "value": 5.0}, False),
    ("amount", "$5 million", AMOUNT, "$5 million", {**AMOUNT, "currency": "AUD"}, False),
    ("amount", "$5 million", AMOUNT, "$5 million", {**AMOUNT, "magnitude_missing": True}, False),
    ("amount", "$5 million", AMOUNT, "$5 million", {**AMOUNT, "bound": "over"}, True),  # the bound does not decide
    ("date", "4 May", {"date": "2024-05-04"}, "4 May.", {"date": "2024-05-04"}, True),
    ("date", "4 May", {"date": "2024-05-04"}, "4 May", {"date": "2024-05"}, False),
    ("date", "4 May", {"date": "2024-05-04"}, "Saturday, 4 May", {"date": "2024-05-04"}, True),  # with its weekday
    ("date", "4 May", {"date": "2024-05-04"}, "Saturday", {"date": "2024-05-04"}, False),
    ("date", "4 May", {"date": "2024-05-04"}, "on Saturday, 4 May", {"date": "2024-05-04"}, False),
    ("date", "Friday", {"date": "2024-05-03"}, "Friday night", {"date": "2024-05-03"}, True),  # with its part of the day
    ("date", "Friday", {"date": "2024-05-03"}, "Friday night school", {"date": "2024-05-03"}, False),
    ("person", "Ana Ruiz", ANA, "Minister Ana Ruiz", {**ANA, "office": "minister"}, True),
    ("person", "Ana Ruiz", ANA, "Ana Ruiz", {**ANA, "office": None}, False),
    ("person name", "Ana Ruiz", ANA, "Ana Ruiz", {**ANA, "office": None}, True),
    ("person", "Ana Ruiz", ANA, "Ana Ruiz", {**ANA, "country": "ES"}, False),
    ("meeting", "She met", MET, "She met", {**MET, "participants": ["Bo Lund", "the Ana Ruiz"]}, True),  # any order
    ("meeting", "She met", MET, "She met", {**MET, "participants": ["Bo Lund"]}, False),
    ("meeting", "She met", MET, "She met", {**MET, "date": None}, False),
    ("meeting", "She met", MET, "Minister", MET, False),  # another sentence
    ("statement", SENTENCE, QUOTED, SENTENCE, QUOTED, True),
    ("statement", SENTENCE, QUOTED, SENTENCE, {**QUOTED, "content": f"{SAID} and"}, True),  # nearly all words
    ("statement", SENTENCE, QUOTED, SENTENCE, {**QUOTED, "content": "trade reached"}, False),
    ("statement", SENTENCE, QUOTED, SENTENCE, {**QUOTED, "speaker": "Bo Lund"}, False),
]


@pytest.mark.parametrize("kind, words, right, theirs, fields, is_right", CASES)
def test_a_fact_is_right_if_span_and_value_are(kind, words, right, theirs, fields, is_right):
    """The rules of each kind, with one thing wrong at a time."""
    stored = kind.split()[0]
    result = score(kind, gold(fact(stored, words, **right)), [found(stored, theirs, **fields)])
    assert Score(int(is_right), 1, 1) == result


def test_what_is_missed_and_what_is_invented_both_cost():
    """Nothing found, and the same fact found twice."""
    one = gold(fact("amount", "$5 million", **AMOUNT))
    assert Score(0, 0, 1) == score("amount", one, [])
    assert Score(1, 2, 1) == score("amount", one, [found("amount", "$5 million", **AMOUNT)] * 2)


def test_an_optional_fact_counts_for_nothing():
    """Neither its absence nor its presence moves a figure; a wrong value beside it does."""
    one = gold(fact("amount", "$5 million", optional=True, **AMOUNT))
    assert Score(0, 0, 0) == score("amount", one, [])
    assert Score(0, 0, 0) == score("amount", one, [found("amount", "$5 million", **AMOUNT)])
    assert Score(0, 1, 0) == score("amount", one, [found("amount", "$5 million", **{**AMOUNT, "value": 5.0})])


def test_an_open_reading_accepts_each_of_its_values():
    """A value under `or` is as right as the one given; a third is not."""
    one = gold(fact("date", "4 May", alternatives={"date": ["2024"]}, date="2024-05-04"))
    right = [score("date", one, [found("date", "4 May", date=d)]).right for d in ("2024-05-04", "2024", "2023")]
    assert [1, 1, 0] == right


def test_sectors_are_scored_by_sentence_and_sector():
    """One of two sectors missed, one sentence rightly “other”; “other” does not count among named sectors."""
    second = TEXT[TEXT.index("She met") :]
    both = fact("topic", SENTENCE, sectors=["trade_investment", "energy"])
    one = gold(both, fact("topic", second, sectors=["other"]))
    ours = [found("topic", SENTENCE, sectors=["trade_investment"]), found("topic", second, sectors=["other"])]
    assert Score(2, 2, 3) == score("topic", one, ours)
    assert Score(1, 1, 2) == score("sector", one, ours)


def test_furniture_is_scored_by_the_characters_one_sees():
    """A line found by half, spaces left out."""
    start = TEXT.index("Tags: arms")
    one = gold(lines=[Line(1, start, start + 10, "furniture", "tags"), Line(2, 0, 5, "body")])
    assert Score(5, 5, 9) == score("furniture", one, [found("furniture", "Tags:")])


def test_pairs_finds_the_largest_pairing():
    """The first gold fact gives way, so that both find a partner."""
    assert {0: 1, 1: 0} == pairs([[0, 1], [0]], 2)


def test_an_annotation_agrees_with_itself():
    """Measured against itself an annotation has no fault."""
    one = gold(fact("amount", "$5 million", **AMOUNT), fact("person", "Ana Ruiz", **ANA))
    assert [1.0, 1.0] == [score(kind, one, as_found(one)).f1 for kind in ("amount", "person")]


def test_words_are_compared_without_case_quotes_and_article():
    """What is the same name, and how much two clauses share."""
    assert plain("The  Foreign\nMinistry") == plain("“foreign ministry”")
    assert 0.8 == token_f1("a b c d", "a b c d e f")
    assert 0.0 == token_f1("", "a")


def test_a_figure_below_its_floor_is_named():
    """A fallen figure, and a floor for something that nobody measured, are faults."""
    kinds = {"amount": {"f1": 0.5, "n": 3}, "date": {"f1": 0.9, "n": 3}, "percent": {"f1": 0, "n": 0}}
    floors = {"dev": {"amount": 0.6, "date": 0.9, "percent": 0.1, "person": 0.1}}
    faults = quality.below({"dev": {"kinds": kinds}}, floors)
    assert ["dev amount", "dev percent", "dev person"] == [fault.split(":")[0] for fault in faults]


def test_an_unknown_split_is_refused(capsys):
    """The message names the splits there are."""
    assert 2 == quality.main(["exam"])
    assert "seeds, train, dev, test" in capsys.readouterr().err


def test_misses_are_not_shown_for_what_is_only_measured(capsys):
    """Whoever writes rules sees the faults of train and dev, never those of test."""
    assert 2 == quality.main(["--misses", "test"])
    assert "for measuring" in capsys.readouterr().err
