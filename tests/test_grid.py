"""The grid asks the question under every coding, and its findings survive one episode coded otherwise."""

import pytest
from dossier import grid
from the_record import record, subject

MAIN = {"actors": "all", "tier": "core", "side": "all", "confidence": "any", "unit": "episodes", "coding": "strict",
        "challenger_means": "alone", "base_means": "alone"}  # fmt: skip


@pytest.fixture(scope="module")
def codings():
    return grid.grid(record(), subject())


def coding(codings, **choices):
    rows = codings
    for choice, option in (MAIN | choices).items():
        rows = rows[rows[choice] == option]
    assert len(rows) == 1
    return rows.iloc[0]


def test_every_combination_is_there_once(codings):
    """3 actor sets × 2 tiers × 3 sides × 2 confidences × 2 units × 2 codings × 2 × 2 meanings."""
    assert (576, 0) == (len(codings), codings[grid.CHOICES].duplicated().sum())


def test_the_main_coding_is_the_main_count(codings):
    """The grid's main coding holds the brief's own counts."""
    row = coding(codings)
    assert (4, 69, 10, 22, 35, 11) == (
        row.challenger_before,
        row.n_before,
        row.challenger_since,
        row.n_since,
        row.base_before,
        row.base_since,
    )
    assert (True, False, False) == (row.rises, row.falls, row.overtakes)


@pytest.mark.parametrize(
    ("choices", "finding", "holds"),
    [
        ({"actors": "government"}, "overtakes", True),  # without companies the challenger leads
        ({"actors": "government"}, "falls", True),  # governments name the base less
        ({"base_means": "with kin"}, "falls", True),  # with climate counted as energy even all actors do
        ({"coding": "with_indirect"}, "falls", False),  # indirect tags leave the base where it is
    ],
)
def test_choices_decide(codings, choices, finding, holds):
    """Which choice turns which finding is said, not averaged away."""
    assert holds == coding(codings, **choices)[finding]


def test_a_change_of_one_episode_is_no_fall(codings):
    """35 of 69 to 11 of 22 is a lower share on paper, and no finding: one episode more would undo it."""
    row = coding(codings)
    assert row.base_since / row.n_since < row.base_before / row.n_before and not row.falls


def test_criticism_is_not_counted_as_ties(codings):
    """Security counts with the challenger in cooperative acts only: of nine such episodes of 2023 three are rebukes."""
    assert 4 < coding(codings, challenger_means="with kin").challenger_before < 16


def test_too_few_episodes_say_nothing(codings):
    """Codings with fewer than five episodes on either side are marked and left out of the tally."""
    assert codings[codings.n_since < grid.FLOOR].too_few.all()
    assert (~codings.too_few).sum() == grid.tally(codings).n.iloc[0]


def test_every_option_has_plain_words(codings):
    """No label of the figure shows the grid's own codes."""
    words = grid.words(subject())
    assert set() == {(c, o) for c in grid.CHOICES for o in codings[c].unique()} - set(words)


def test_every_coding_leads_one_way_or_ties(codings):
    """Codings in which the one, the other or neither is named by more add up to those of the tally."""
    leads, found = grid.leads(codings).set_index("lead").k, grid.tally(codings).set_index("finding")
    assert (found.naming["overtakes"], found.n.iloc[0]) == (leads["challenger"], leads.sum())
    assert (245, 56, 99) == (leads["challenger"], leads["tie"], leads["base"])
