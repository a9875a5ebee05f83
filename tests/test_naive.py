"""What a naive count would have found stands apart from what the article says."""

import pytest
from dossier import naive, read
from dossier.tables import table
from gold_facts import seed_facts
from the_record import SEEDS, subject

LAST = "trtworld-2025-12"


@pytest.fixture(scope="module")
def mentions():
    documents = read(SEEDS)
    taken = table("topic", naive.found(documents, subject()))
    return naive.mentions(taken, table("person", seed_facts()), naive.lines(documents), subject())


def lines(mentions, part: str, document: str = LAST) -> int:
    return mentions[(mentions.document == document) & (mentions.part == part)].lines.item()


def test_most_of_the_page_of_2025_is_about_others(mentions):
    """More lines that name the challenger stand outside the article than in it; one is an office, one about the ties."""
    assert (1, 1) == (lines(mentions, naive.OFFICE), lines(mentions, naive.TIES))
    assert lines(mentions, naive.OUTSIDE) > 3 and lines(mentions, naive.HEAD) == 2


def test_a_text_without_furniture_has_none(mentions):
    """The text of 2022 is all article."""
    assert 0 == lines(mentions, naive.OUTSIDE, "azernews-2022-03") + lines(mentions, naive.HEAD, "azernews-2022-03")


def test_only_what_is_about_the_ties_is_counted(mentions):
    """One part of the page counts as evidence."""
    assert {naive.TIES} == set(mentions[mentions.counted].part)
