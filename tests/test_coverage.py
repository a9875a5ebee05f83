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
    """Of the 107 rows of the main list within the period 91 come from one side's outlets."""
    table = coverage.reports_by_side(record(), subject()).set_index("side")
    assert ([91, 7, 9], 107) == (table["rows"].tolist(), table.n.iloc[0])


def test_a_report_from_before_the_period_is_not_counted_in_it():
    """The main list begins a day or two early; that row is of no side's count, and no count cites it."""
    main = record().events.query("tier == 'core'")
    early = [f"record:{id}" for id in main[main.year < subject().period.start].id]
    cited = coverage.reports_by_side(record(), subject()).evidence.sum()
    assert (1, []) == (len(early), [id for id in early if id in cited])
