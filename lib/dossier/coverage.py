"""Show what was looked for and what was found: year × sector × side, with the search effort behind each cell.

A cell without an episode is silence in an index of pages; it says nothing of what was done.
"""

import pandas as pd

from .record import Record
from .shift import chosen, in_period, sector_groups
from .subject import Subject


def effort(record: Record, subject: Subject) -> pd.DataFrame:
    """Queries for new events by year and sector (sectors of the subject's `effort`): columns year, sector, queries.

    A query aimed at several years belongs to none of them and is left out; rounds that read known pages again are no
    search for events.
    """
    queries = record.queries
    families = pd.DataFrame(
        [(family, sector) for sector, names in subject.effort.items() for family in names], columns=["family", "sector"]
    )
    told = queries[queries.year.isin([str(year) for year in subject.period.years])]
    counts = told.merge(families, on="family").groupby(["year", "sector"]).size().rename("queries").reset_index()
    return counts.astype({"year": int})


def coverage(record: Record, subject: Subject, actors: str = "all", tier: str = "core") -> pd.DataFrame:
    """Episodes by year, sector and side of the outlet: year, sector, a column a side, episodes, n, queries.

    `episodes` counts an episode once though several sides report it; `queries` is missing where effort was not kept
    by sector.
    """
    rows = in_period(chosen(record.events, subject, actors, tier), subject)
    crosswalk = pd.DataFrame(
        [(tag, name) for name, tags in sector_groups(subject).items() for tag in tags], columns=["tags", "sector"]
    )
    told = rows[["year", "episode", "side", "tags"]].explode("tags").merge(crosswalk, on="tags")
    cells = pd.MultiIndex.from_product(
        [subject.period.years, [s.id for s in subject.sectors]], names=["year", "sector"]
    )
    sides = told.groupby(["year", "sector", "side"]).episode.nunique().unstack(fill_value=0)
    sides = sides.reindex(cells, fill_value=0).reindex(columns=[*subject.sides], fill_value=0)
    table = sides.assign(
        episodes=told.groupby(["year", "sector"]).episode.nunique().reindex(cells, fill_value=0)
    ).reset_index()
    table["n"] = table.year.map(rows.groupby("year").episode.nunique())
    return table.merge(effort(record, subject), on=["year", "sector"], how="left").astype({"queries": "Int64"})


def reports_by_side(record: Record, subject: Subject, tier: str = "core") -> pd.DataFrame:
    """Rows of a tier within the period by whose outlet reports them: side, label, rows, n, evidence."""
    rows = in_period(record.events[record.events.tier.isin(subject.tier_of(tier).tiers)], subject)
    table = rows.groupby("side").id.agg([("rows", "size"), ("evidence", lambda ids: [f"record:{id}" for id in ids])])
    table = table.reindex([*subject.sides]).rename_axis("side").reset_index()
    return table.assign(label=table.side.map(subject.sides), n=len(rows))
