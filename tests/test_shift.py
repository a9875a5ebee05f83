"""The counts are those the record publishes of itself, and follow from what is counted."""

import pandas as pd
import pytest
from dossier import checks, shift
from gold_facts import seed_facts
from dossier.tables import table
from the_record import SEEDS, record, subject

TAGS = ["coding", "tiers", "actors", "year", "sector"]


@pytest.fixture(scope="module")
def who() -> pd.DataFrame:
    return shift.who_counts(record(), subject())


@pytest.fixture(scope="module")
def left_out() -> pd.DataFrame:
    return shift.leave_one_out(record(), subject())


def test_who_counts_are_recomputed(who):
    """All 576 published counts by coding, tier, actors, year and tag come out again."""
    differs = checks.differing_counts(
        "who_counts", who, TAGS, {"naming": "episodes_naming", "n": "n"}, subject(), SEEDS
    )
    assert (576, []) == (len(who), differs.to_dict("records"))


def test_episodes_by_year_are_recomputed():
    """The published counts by year, with the years before the period, come out again."""
    tables = [
        shift.by_year(shift.chosen(record().events, subject(), actors, tier), shift.tag_groups(subject())).assign(tiers=tier, actors=actors)
        for tier in ("core", "all") for actors in ("all", "government")
    ]  # fmt: skip
    ours = pd.concat(tables, ignore_index=True)
    differs = checks.differing_counts(
        "episodes_by_year", ours, TAGS[1:], {"naming": "episodes_naming", "n": "episodes_total"}, subject(), SEEDS
    )
    assert (240, []) == (len(ours), differs.to_dict("records"))


def test_leave_one_out_is_recomputed(left_out):
    """All published counts with one episode left out come out again."""
    ours = left_out.rename(columns={"challenger": subject().challenger.id, "base": subject().base.id})
    same = {name: name for name in ("defence", "energy", "n")}
    differs = checks.differing_counts("leave_one_out", ours, [*TAGS[:3], "left_out"], same, subject(), SEEDS)
    assert (292, []) == (len(ours), differs.to_dict("records"))


def test_both_is_within_each():
    """Episodes that name both roles are no more than those that name either."""
    counts = shift.roles_by_year(record(), subject())
    assert [1, 0, 0, 3] == counts[counts.sector == "defence"].both.tolist()
    assert counts.both.le(counts.naming).all()


def test_before_and_since_add_up():
    """The years before the turn and those since it are sums of the years."""
    counts = shift.before_and_since(shift.roles_by_year(record(), subject()), subject())
    said = {(row.part, row.sector): (row.naming, row.n) for row in counts.itertuples()}
    assert {
        ("before", "energy"): (35, 69),
        ("before", "defence"): (4, 69),
        ("since", "energy"): (11, 22),
        ("since", "defence"): (10, 22),
    } == said


def test_every_count_can_be_opened():
    """Each count names the rows that support it, and no other: as many episodes as it says."""
    counts, episode = shift.roles_by_year(record(), subject()), record().events.set_index("id").episode
    opened = [len({episode[id.removeprefix("record:")] for id in row.evidence}) for row in counts.itertuples()]
    assert counts.naming.tolist() == opened


def test_who_is_counted_decides():
    """Among all actors the base leads by one episode, without companies and among governments the challenger."""
    scores = shift.contest(record(), subject())
    assert [(10, 11, 22, "base"), (10, 8, 19, "challenger"), (10, 7, 18, "challenger")] == list(
        scores[["challenger", "base", "n", "ahead"]].itertuples(index=False, name=None)
    )


def test_firmness_counts_every_episode_once(left_out):
    """Of all counts with one episode left out, as many are told as there are episodes."""
    table = shift.firmness(left_out).query("coding == 'strict' and tiers == 'core'")
    assert [[0, 8, 14], [19, 0, 0], [18, 0, 0]] == table[["challenger", "tie", "base"]].to_numpy().tolist()


def test_the_year_lists_its_episodes_by_date():
    """Ten episodes of 2025 name the challenger, four of them shared with the twin or on a shared trip; each cites its row."""
    episodes = shift.episodes_of(record(), subject(), 2025)
    named = episodes[episodes.challenger]
    assert (10, 11, 4) == (len(named), episodes.base.sum(), named.twin.sum())
    assert named.sort_date.is_monotonic_increasing
    assert {id.removeprefix("record:") for id in episodes.cited} <= set(record().events.id)


def test_a_mark_opens_a_row_that_names_what_it_is_counted_for():
    """Whichever role an episode is drawn for, its row carries that role's tag; an episode that names both cites both."""
    tags = {f"record:{row.id}": set(row.tags) for row in record().events.itertuples()}
    table = shift.episodes_named(record(), subject())
    for role, group in shift._roles(subject()).items():
        naming = table[table[role]]
        assert [] == [id for id in naming[f"opens_{role}"] if group.isdisjoint(tags[id])]
    both = shift.part_of(table[table.base & table.challenger], table).iloc[0]
    assert {"energy", "defence"} == {"energy", "defence"} & set.union(*(tags[id] for id in both.evidence))
    assert both.k < len(both.evidence) <= 2 * both.k


def test_the_two_documents_alone_show_no_shift():
    """One sentence about the challenger in each document: 1 of 24 and 1 of 8."""
    counts = shift.sentences(table("topic", seed_facts()), subject()).query("sector == 'defence'")
    assert {"azernews-2022-03": (1, 24), "trtworld-2025-12": (1, 8)} == {
        r.document: (r.naming, r.n) for r in counts.itertuples()
    }


def test_a_row_without_a_short_name_is_called_by_its_id():
    """Labels come from the subject, else from the words of the id."""
    assert ("embargo lifted", "doughty bayramov call") == (
        shift.label("2025-10-13-embargo-lifted", subject()), shift.label("2024-10-31-doughty-bayramov-call", subject()),
    )  # fmt: skip
