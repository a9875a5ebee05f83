"""The grid of codings: the same question under every defensible way of counting, side by side.

A coding is a choice of who is counted, which rows, how strictly tags are read, what stands with each role,
which sources, and whether episodes or rows are counted. The share of codings that agree is a description of
the choices made here; it is no probability.
"""

from itertools import product

import pandas as pd

from .record import Record
from .shift import STRICT, WIDE, ahead, chosen, in_period
from .subject import Subject

ALONE, WITH_KIN = "alone", "with kin"
EPISODES, ROWS = "episodes", "rows"
ANY, HIGH = "any", "high"
ALL_SIDES, MAIN_SIDE, OTHER_SIDES = "all", "main", "others"
CHOICES = ["actors", "tier", "side", "confidence", "unit", "coding", "challenger_means", "base_means"]
FINDINGS = ["rises", "falls", "overtakes"]
FLOOR = 5  # fewer episodes than this on either side of the turn say nothing
MARGIN = 1  # a change of share must survive that many episodes coded the other way


def grid(record: Record, subject: Subject) -> pd.DataFrame:
    """A row a coding: the eight choices, counts before and since the turn, and three findings.

    Columns: CHOICES; `challenger_before`, `challenger_since`, `base_before`, `base_since` (counts), `n_before`,
    `n_since`; `rises` (the challenger's share grows), `falls` (the base's share shrinks), `overtakes` (since the turn
    more name the challenger than the base); the first two must hold by more than MARGIN episodes; `too_few` where n
    is below FLOOR on either side.
    """
    events = in_period(record.events, subject)
    sides = _sides(events)
    filters = product(subject.actors, subject.tiers, sides, (ANY, HIGH))
    tables = [
        _codings(_marks(_kept(events, subject, actors.id, tier.id, sides[side], confidence), subject), subject).assign(
            actors=actors.id, tier=tier.id, side=side, confidence=confidence
        )
        for actors, tier, side, confidence in filters
    ]
    return _findings(pd.concat(tables, ignore_index=True))


def _sides(events: pd.DataFrame) -> dict[str, set[str]]:
    known, main = set(events.side), _main(events)
    return {ALL_SIDES: known, MAIN_SIDE: {main}, OTHER_SIDES: known - {main}}


def _main(events: pd.DataFrame) -> str:
    return events.side.mode().iloc[0]


def main_side(record: Record, subject: Subject) -> str:
    """The label of the side whose outlets tell most rows of the period."""
    return subject.sides[_main(in_period(record.events, subject))]


def _kept(events, subject, actors, tier, sides, confidence) -> pd.DataFrame:
    rows = chosen(events, subject, actors, tier)
    return rows[rows.side.isin(sides) & (rows.confidence.eq(HIGH) | (confidence == ANY))]


def _marks(rows: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """Rows × (role, meaning, coding): is the role named? Kin of the challenger counts in cooperative acts only."""
    marks = {}
    for role, coding in product(("challenger", "base"), (STRICT, WIDE)):
        tags = rows.tags if coding == STRICT else rows.tags + rows.tags_indirect
        alone = _names(tags, getattr(subject, role).tags)
        kin = _names(tags, [getattr(subject.kin, role)] if subject.kin else [])
        if role == "challenger" and subject.record:
            kin &= rows.stance.ne(subject.record.critical)
        marks |= {(role, ALONE, coding): alone, (role, WITH_KIN, coding): alone | kin}
    late = rows.year.ge(subject.turn).map({True: "since", False: "before"})
    return pd.DataFrame(marks, index=rows.index).set_index([late.rename("part"), rows.episode, rows.id])


def _names(tags: pd.Series, wanted: list[str]) -> pd.Series:
    return tags.map(lambda own: not set(wanted).isdisjoint(own)).astype(bool)


def _codings(marks: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    units = {EPISODES: marks.groupby(level=["part", "episode"]).any(), ROWS: marks}
    counts = {unit: (m.groupby(level="part").sum(), m.groupby(level="part").size()) for unit, m in units.items()}
    rows = [
        {"unit": unit, "coding": coding, "challenger_means": challenger, "base_means": base}
        | {f"challenger_{part}": _at(named, part, ("challenger", challenger, coding)) for part in ("before", "since")}
        | {f"base_{part}": _at(named, part, ("base", base, coding)) for part in ("before", "since")}
        | {f"n_{part}": int(n.get(part, 0)) for part in ("before", "since")}
        for (unit, (named, n)), coding, challenger, base in product(
            counts.items(), (STRICT, WIDE), (ALONE, WITH_KIN), (ALONE, WITH_KIN)
        )
    ]
    return pd.DataFrame(rows)


def _at(named: pd.DataFrame, part: str, column: tuple) -> int:
    return int(named.at[part, column]) if part in named.index else 0


def _findings(table: pd.DataFrame) -> pd.DataFrame:
    before, since = table.n_before.where(table.n_before > 0), table.n_since.where(table.n_since > 0)
    findings = table.assign(
        rises=(table.challenger_since - MARGIN) / since > table.challenger_before / before,
        falls=(table.base_since + MARGIN) / since < table.base_before / before,
        overtakes=table.challenger_since > table.base_since,
        too_few=table[["n_before", "n_since"]].min(axis=1) < FLOOR,
    )
    counts = [c for c in table.columns if c not in CHOICES]
    return findings[CHOICES + sorted(counts) + FINDINGS + ["too_few"]]


def tally(codings: pd.DataFrame) -> pd.DataFrame:
    """In how many codings with enough episodes each finding holds: columns finding, naming, n."""
    usable = codings[~codings.too_few]
    return pd.DataFrame({"finding": FINDINGS, "naming": [int(usable[f].sum()) for f in FINDINGS], "n": len(usable)})


def leads(codings: pd.DataFrame) -> pd.DataFrame:
    """In how many codings with enough episodes more name this or that: lead (“challenger”, “tie”, “base”), k."""
    usable = codings[~codings.too_few]
    lead = [ahead(row.challenger_since, row.base_since) for row in usable.itertuples()]
    counts = pd.Series(lead, dtype=object).value_counts().reindex(["challenger", "tie", "base"], fill_value=0)
    return counts.rename_axis("lead").rename("k").reset_index()


def by_choice(codings: pd.DataFrame) -> pd.DataFrame:
    """The same by each option of each choice, to show which choice decides: choice, option, finding, naming, n."""
    usable = codings[~codings.too_few]
    long = usable.melt(id_vars=FINDINGS, value_vars=CHOICES, var_name="choice", value_name="option")
    table = (
        long.groupby(["choice", "option"], sort=False)[FINDINGS].agg(["sum", "size"]).stack(level=0, future_stack=True)
    )
    table.columns = ["naming", "n"]
    return table.rename_axis(["choice", "option", "finding"]).reset_index()


def ordered(codings: pd.DataFrame) -> pd.DataFrame:
    """Codings with enough episodes, from the one that favours the base most to the one that favours the challenger.

    `points` is the challenger's share minus the base's since the turn, in points of a hundred.
    """
    usable = codings[~codings.too_few]
    points = 100 * (usable.challenger_since - usable.base_since) / usable.n_since
    return usable.assign(points=points).sort_values(["points", *CHOICES], kind="stable").reset_index(drop=True)


def told(table: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """`ordered` codings in plain words: a column a choice, then the counts before and since the turn, and `points`."""
    named = words(subject)
    plain = {choice: [named[choice, option] for option in table[choice]] for choice in CHOICES}
    roles = {"challenger": subject.challenger.label.lower(), "base": subject.base.label.lower()}
    parts = {"before": f"before {subject.turn}", "since": f"since {subject.turn}"}
    counts = {
        f"{role} {said}": table[f"{id}_{part}"]
        for part, said in parts.items()
        for id, role in {**roles, "n": "all"}.items()
    }
    return pd.DataFrame(plain | counts | {"points": table.points.round(1)}).rename(columns=asked(subject))


def asked(subject: Subject) -> dict[str, str]:
    """Each choice in plain words."""
    return {
        "actors": "who is counted", "tier": "list", "side": "outlets", "confidence": "confidence",
        "unit": "what is counted",
        "coding": "tags", "challenger_means": f"what {subject.challenger.label.lower()} means",
        "base_means": f"what {subject.base.label.lower()} means",
    }  # fmt: skip


def words(subject: Subject) -> dict[tuple[str, str], str]:
    """Each option of each choice in plain words, for a figure's labels."""
    base, challenger = subject.base.label.lower(), subject.challenger.label.lower()
    kin = subject.kin
    fixed = {
        ("side", ALL_SIDES): "all outlets", ("side", MAIN_SIDE): "main side’s outlets",
        ("side", OTHER_SIDES): "other outlets",
        ("confidence", ANY): "any confidence", ("confidence", HIGH): "high confidence only",
        ("unit", EPISODES): "count events", ("unit", ROWS): "count read-outs",
        ("coding", STRICT): "strict tags", ("coding", WIDE): "with indirect tags",
        ("challenger_means", ALONE): f"{challenger} alone", ("base_means", ALONE): f"{base} alone",
        ("challenger_means", WITH_KIN): f"{challenger} with {kin.challenger if kin else 'kin'}",
        ("base_means", WITH_KIN): f"{base} with {kin.base if kin else 'kin'}",
    }  # fmt: skip
    named = {("actors", entry.id): entry.label for entry in subject.actors} | {
        ("tier", entry.id): entry.label for entry in subject.tiers
    }
    return fixed | named
