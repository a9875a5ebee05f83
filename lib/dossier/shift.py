"""Count what moved: episodes that name the base and the challenger, by year, by who is counted.

An episode names a sector where any of its selected rows carries one of the sector's tags. Counts are of a
selection, not of a sample: nothing here makes an interval, a test or a probability.
"""

from collections.abc import Mapping
from itertools import chain

import pandas as pd

from .record import Record
from .subject import Subject

STRICT, WIDE = "strict", "with_indirect"
Groups = Mapping[str, frozenset[str]]


def chosen(events: pd.DataFrame, subject: Subject, actors: str = "all", tier: str = "core", coding: str = STRICT):
    """The rows of that actor set and tier; with the wide coding `tags` hold the indirect tags too."""
    keep = events.actor_type.isin(subject.actors_of(actors).types) & events.tier.isin(subject.tier_of(tier).tiers)
    rows = events[keep]
    return rows if coding == STRICT else rows.assign(tags=rows.tags + rows.tags_indirect)


def sector_groups(subject: Subject) -> Groups:
    """The subject's sectors as groups of the record's tags."""
    return {sector.id: frozenset(sector.tags) for sector in subject.sectors}


def tag_groups(subject: Subject) -> Groups:
    """Each tag of the record by itself, and the challenger with its kin (“defence_or_security”)."""
    tags = {tag: frozenset([tag]) for sector in subject.sectors for tag in sector.tags}
    if subject.kin is None:
        return tags
    challenger = subject.challenger
    joint = frozenset([*challenger.tags, subject.kin.challenger])
    return {**tags, f"{challenger.id}_or_{subject.kin.challenger}": joint}


def named(rows: pd.DataFrame, groups: Groups) -> pd.DataFrame:
    """Episodes × groups: index (year, episode), a boolean column a group."""
    marks = pd.DataFrame(
        {name: [not group.isdisjoint(tags) for tags in rows.tags] for name, group in groups.items()}, index=rows.index
    )
    return marks.groupby([rows.year, rows.episode], sort=True).any() if len(rows) else _no_episodes(groups)


def _no_episodes(groups: Groups) -> pd.DataFrame:
    index = pd.MultiIndex.from_arrays([[], []], names=["year", "episode"])
    return pd.DataFrame({name: pd.Series(dtype=bool) for name in groups}, index=index)


def by_year(rows: pd.DataFrame, groups: Groups) -> pd.DataFrame:
    """Columns year, sector, naming, n, share, evidence (ids of the rows that name it): a row a year and group."""
    marks = named(rows, groups)
    table = marks.groupby(level="year").agg(["sum", "size"]).stack(level=0, future_stack=True).reset_index()
    table.columns = ["year", "sector", "naming", "n"]
    table = table.assign(share=table.naming / table.n)
    cited = {name: _ids_by_year(rows, group) for name, group in groups.items()}
    table["evidence"] = [cited[row.sector].get(row.year, []) for row in table.itertuples()]
    return table


def _ids_by_year(rows: pd.DataFrame, group: frozenset[str]) -> dict[int, list[str]]:
    naming = rows[[not group.isdisjoint(tags) for tags in rows.tags]].sort_values(["sort_date", "id"])
    return {year: [f"record:{id}" for id in ids] for year, ids in naming.groupby("year").id}


def _ids(rows: pd.DataFrame) -> list[str]:
    return [f"record:{id}" for id in rows.sort_values(["sort_date", "id"]).id]


def roles_by_year(record: Record, subject: Subject, actors: str = "all", tier: str = "core", coding: str = STRICT):
    """`by_year` of base and challenger within the period; a column `both` counts episodes that name the two."""
    rows = in_period(chosen(record.events, subject, actors, tier, coding), subject)
    groups = {role.id: frozenset(role.tags) for role in (subject.base, subject.challenger)}
    both = named(rows, groups).all(axis=1).groupby(level="year").sum()
    return by_year(rows, groups).assign(both=lambda table: table.year.map(both))


def in_period(rows: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    return rows[rows.year.between(subject.period.start, subject.period.end)]


def before_and_since(counts: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """`by_year` summed over the years before the turn and those since: part, sector, naming, n, share, evidence."""
    part = counts.year.map(lambda year: "since" if year >= subject.turn else "before")
    table = counts.groupby([part.rename("part"), "sector"], sort=False).agg(
        naming=("naming", "sum"), n=("n", "sum"), evidence=("evidence", "sum")
    )
    return table.assign(share=table.naming / table.n).reset_index()


def who_counts(record: Record, subject: Subject) -> pd.DataFrame:
    """Each year and tag under every coding, tier and actor set; the columns of the record's own table, and evidence."""
    groups = tag_groups(subject)
    tables = [
        by_year(in_period(chosen(record.events, subject, actors.id, tier.id, coding), subject), groups).assign(
            coding=coding, tiers=tier.id, actors=actors.id
        )
        for coding in (STRICT, WIDE) for tier in subject.tiers for actors in subject.actors
    ]  # fmt: skip
    columns = ["coding", "tiers", "actors", "year", "sector", "naming", "n", "share", "evidence"]
    return pd.concat(tables, ignore_index=True)[columns]


def contest(record: Record, subject: Subject, tier: str = "core", coding: str = STRICT) -> pd.DataFrame:
    """Challenger against base since the turn by actor set: actors, label, challenger, base, n, ahead, evidence."""
    rows = [_score(_late(record, subject, actors.id, tier, coding), subject, actors) for actors in subject.actors]
    return pd.DataFrame(rows)


def _late(record: Record, subject: Subject, actors: str, tier: str, coding: str) -> pd.DataFrame:
    return in_period(chosen(record.events, subject, actors, tier, coding), subject).query("year >= @subject.turn")


def _score(rows: pd.DataFrame, subject: Subject, actors) -> dict:
    marks = named(rows, _roles(subject))
    score = {"actors": actors.id, "label": actors.label, **marks.sum().astype(int).to_dict(), "n": len(marks)}
    naming = rows[rows.tags.map(lambda tags: not _roles(subject)["challenger"].isdisjoint(tags))]
    return {**score, "ahead": ahead(score["challenger"], score["base"]), "evidence": _ids(naming)}


def _roles(subject: Subject) -> Groups:
    return {"challenger": frozenset(subject.challenger.tags), "base": frozenset(subject.base.tags)}


def ahead(challenger: int, base: int) -> str:
    """Which role is named by more: “challenger”, “base” or “tie”."""
    return "challenger" if challenger > base else "base" if base > challenger else "tie"


def leave_one_out(record: Record, subject: Subject) -> pd.DataFrame:
    """The contest since the turn with each episode left out in turn, under every coding, tier and actor set.

    Columns coding, tiers, actors, left_out (“none” for the full count), challenger, base, n, ahead.
    """
    tables = [
        _left_out(_late(record, subject, actors.id, tier.id, coding), subject).assign(
            coding=coding, tiers=tier.id, actors=actors.id
        )
        for coding in (STRICT, WIDE) for tier in subject.tiers for actors in subject.actors
    ]  # fmt: skip
    return pd.concat(tables, ignore_index=True)[
        ["coding", "tiers", "actors", *tables[0].columns.drop(["coding", "tiers", "actors"])]
    ]


def _left_out(rows: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    marks = named(rows, _roles(subject)).droplevel("year").astype(int)
    full = pd.DataFrame([marks.sum()], index=["none"]).assign(n=len(marks))
    without = (marks.sum() - marks).assign(n=len(marks) - 1)
    table = pd.concat([full, without]).rename_axis("left_out").reset_index()
    return table.assign(ahead=[ahead(row.challenger, row.base) for row in table.itertuples()])


def firmness(left_out: pd.DataFrame) -> pd.DataFrame:
    """How often each role is ahead when one episode is left out: coding, tiers, actors × challenger, tie, base."""
    tried = left_out[left_out.left_out != "none"]
    counts = tried.groupby(["coding", "tiers", "actors"], sort=False).ahead.value_counts().unstack(fill_value=0)
    return counts.reindex(columns=["challenger", "tie", "base"], fill_value=0).reset_index()


def episodes_of(record: Record, subject: Subject, year: int, actors: str = "all", tier: str = "core") -> pd.DataFrame:
    """The episodes of one year that name base or challenger, by date.

    Columns of `record.episodes` over the selected rows, and `base`, `challenger`, `label`, what a mark of each role
    opens (`opens_base`, `opens_challenger`, see `_opened`), and `cited` (what the challenger's opens, else the base's).
    """
    from .record import episodes

    rows = chosen(record.events, subject, actors, tier).query("year == @year")
    grouped = episodes(rows)
    table = grouped.assign(
        **{role: grouped.tags.map(lambda tags, g=g: not g.isdisjoint(tags)) for role, g in _roles(subject).items()}
    )
    table = _opened(table[table.base | table.challenger].sort_values(["sort_date", "episode"]), rows, subject)
    labels = [label(id, subject) for id in table.episode]
    cited = table.opens_challenger.where(table.challenger, table.opens_base)
    return table.assign(label=labels, cited=cited).reset_index(drop=True)


def _opened(table: pd.DataFrame, rows: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """Adds `opens_challenger` and `opens_base`: the episode's first row that names the role, else its first row."""
    opens = {
        f"opens_{role}": [
            _cited(rows, row.episode, group if getattr(row, role) else None) for row in table.itertuples()
        ]
        for role, group in _roles(subject).items()
    }
    return table.assign(**opens)


def part_of(rows: pd.DataFrame, whole: pd.DataFrame) -> pd.DataFrame:
    """How many of the episodes of `whole` are in `rows`: one row k, n, evidence, ready for a claim."""
    evidence = list(rows.cited) if "cited" in rows else list(dict.fromkeys(chain.from_iterable(rows.evidence)))
    return pd.DataFrame([{"k": rows.episode.nunique(), "n": whole.episode.nunique(), "evidence": evidence}])


def episodes_named(record: Record, subject: Subject, actors: str = "all", tier: str = "core") -> pd.DataFrame:
    """Every episode of the period and which role it names: year, episode, base, challenger, opens_base,
    opens_challenger (see `_opened`), evidence (a row for each role it names)."""
    rows = in_period(chosen(record.events, subject, actors, tier), subject)
    table = _opened(named(rows, _roles(subject)).reset_index(), rows, subject)
    naming = [[row[f"opens_{role}"] for role in _roles(subject) if row[role]] for row in table.to_dict("records")]
    return table.assign(evidence=naming)


def _cited(rows: pd.DataFrame, episode: str, group: frozenset[str] | None) -> str:
    """The episode's first row, of those that name the group where one is asked for."""
    own = rows[rows.episode == episode]
    naming = own if group is None else own[[not group.isdisjoint(tags) for tags in own.tags]]
    return f"record:{naming.sort_values(['sort_date', 'id']).id.iloc[0]}"


def label(id: str, subject: Subject) -> str:
    """A short name of a record row: the subject's, else the words of its id."""
    return subject.labels.get(id) or " ".join(word for word in id.split("-") if not word.isdigit())


def sentences(topics: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """Body sentences by document and sector: columns document, sector, naming, n, evidence."""
    ids = topics.document + ":" + topics.start.astype(str) + "-" + topics.end.astype(str)
    told = topics.assign(id=ids)[["document", "sectors", "id"]].explode("sectors")
    n = topics.groupby("document").size()
    grid = pd.MultiIndex.from_product([n.index, [s.id for s in subject.sectors]], names=["document", "sector"])
    naming = told.groupby(["document", "sectors"]).id.agg(list).rename_axis(["document", "sector"]).reindex(grid)
    table = naming.rename("evidence").reset_index()
    table["evidence"] = [ids if isinstance(ids, list) else [] for ids in table.evidence]
    return table.assign(naming=table.evidence.str.len(), n=table.document.map(n))
