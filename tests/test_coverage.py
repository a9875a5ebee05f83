"""Coverage stands beside the search effort behind it."""

from dossier import coverage
from the_record import record, subject


def test_effort_is_level_for_the_base_and_nearly_for_the_challenger():
    """Queries by year as the protocol prints them: nine each for the base; ten, ten, eleven, twelve for the challenger."""
    table = coverage.effort(record(), subject()).pivot(index="sector", columns="year", values="queries")
    assert ([9, 9, 9, 9], [10, 10, 11, 12]) == (table.loc["energy"].tolist(), table.loc["defence"].tolist())


def test_cells_count_episodes_and_name_silence():
    """A cell without an episode is there, with nought; a sector whose effort was not kept says so."""
    table = coverage.coverage(record(), subject()).set_index(["year", "sector"])
    assert (10, 22, 12) == tuple(table.loc[(2025, "defence"), ["episodes", "n", "queries"]])
    assert table.loc[(2025, "peace"), "queries"] is coverage.pd.NA
    assert 24 == len(table)


def test_most_reports_come_from_one_side():
    """Of the 108 rows of the main list 92 come from one side's outlets."""
    table = coverage.reports_by_side(record(), subject()).set_index("side")
    assert ([92, 7, 9], 108) == (table["rows"].tolist(), table.n.iloc[0])
