"""Errors planted in the record: each changes, or stops, what it must."""

import pandas as pd
import pytest
from dossier import checks, corroboration, shift
from dossier.record import RecordError, read_record
from the_record import SEEDS, add_row, changed, copy_of_seeds, record, subject, with_events

LIFTED = "2025-10-13-embargo-lifted"


def counts(record=None) -> dict[str, tuple[int, int]]:
    """Challenger and base of 2025, k and n, among all actors."""
    table = shift.roles_by_year(record or globals()["record"](), subject()).query("year == 2025")
    return {row.sector: (row.naming, row.n) for row in table.itertuples()}


def differs_from_published(planted) -> int:
    """How many published counts no longer come out."""
    who = shift.who_counts(planted, subject())
    keys = ["coding", "tiers", "actors", "year", "sector"]
    return len(
        checks.differing_counts("who_counts", who, keys, {"naming": "episodes_naming", "n": "n"}, subject(), SEEDS)
    )


def test_nothing_planted_differs_in_nothing():
    """The unharmed record: ten and eleven of 22, and every published count."""
    assert ({"defence": (10, 22), "energy": (11, 22)}, 0) == (counts(), differs_from_published(record()))


@pytest.mark.parametrize(
    "disguise",
    [
        {},  # the same row under another episode
        {"event": "Parliament was told that the embargo had ended."},  # in other words, of the same page and day
        {"source_url": "https://example.org/reprint"},  # in the same words, of another page
    ],
)
def test_a_duplicated_episode_stops(tmp_path, disguise):
    """One event told twice under two episodes is refused, with both rows named."""
    seeds = copy_of_seeds(tmp_path)
    add_row(seeds, like=LIFTED, id="2025-10-13-again", episode="2025-10-13-again", **disguise)
    with pytest.raises(RecordError, match="2025-10-13-again: the same event stands under another episode"):
        read_record(seeds)


def test_a_second_read_out_of_an_episode_changes_nothing(tmp_path):
    """A further row of a known episode is no further episode."""
    seeds = copy_of_seeds(tmp_path)
    add_row(
        seeds,
        like=LIFTED,
        id="2025-10-13-reprint",
        source_url="https://example.org/reprint",
        note="A reprint of one release.",
    )
    assert counts() == counts(read_record(seeds))


def test_shuffled_sectors_are_noticed():
    """With the tags of the rows shuffled, published counts no longer come out, in many places."""
    events = record().events
    shuffled = events.assign(tags=events.tags.sample(frac=1, random_state=1).to_list())
    assert differs_from_published(with_events(shuffled)) > 100


def test_one_changed_tag_is_noticed():
    """Even a single tag taken away differs from what is published."""
    planted = with_events(changed("tags", [LIFTED], ("security", "trade")))
    assert (9, 22) == counts(planted)["defence"]
    assert differs_from_published(planted) > 0


def test_a_row_dated_2026_stops(tmp_path):
    """Nothing after the cut-off is counted, or passed over in silence."""
    seeds = copy_of_seeds(tmp_path)
    late = {
        "id": "2026-01-28-london",
        "episode": "2026-01-28-london",
        "date": "2026-01-28",
        "sort_date": "2026-01-28",
        "year": "2026",
    }
    add_row(seeds, like=LIFTED, **late)
    with pytest.raises(RecordError, match="2026-01-28-london: is dated after the cut-off of 2025-12-31"):
        read_record(seeds)


def test_a_company_coded_as_government_changes_who_counts():
    """An agreement between firms, taken for the government's, gives the base an episode it has not."""
    planted = with_events(changed("actor_type", ["2025-12-08-xlinks-geco"], "government"))
    scores = [shift.contest(one, subject()).set_index("actors").base["government"] for one in (record(), planted)]
    assert [7, 8] == scores
    assert differs_from_published(planted) > 0


def test_a_reprint_counted_twice_is_one_source():
    """A reprint as a row of its own raises neither the episodes nor the sources."""
    events = record().events
    reprint = events[events.id == "2025-12-04-coaker-aliyev"].assign(
        id="2025-12-04-reprint", side="third", url="https://example.org/x"
    )
    planted = with_events(pd.concat([events, reprint], ignore_index=True))
    before, after = (
        corroboration.sources(corroboration.origins(one, subject()), "2025-12-04-coaker-visit")
        for one in (record(), planted)
    )
    assert (counts(), before) == (counts(planted), after)


def test_a_premise_that_falls_is_seen():
    """Without companies taken out and two acts untagged, the challenger no longer leads among governments whatever is left out."""
    planted = with_events(
        changed("tags", [LIFTED, "2025-10-29-defence-plan-signed", "2025-07-01-embargo-narrowed"], ("trade",))
    )
    firm = shift.firmness(shift.leave_one_out(planted, subject())).query(
        "coding == 'strict' and tiers == 'core' and actors == 'government'"
    )
    assert firm.tie.iloc[0] + firm.base.iloc[0] > 0
