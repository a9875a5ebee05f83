"""Count independent origins, not pages: reprints of one release are one source.

A second page confirms only where it has an origin of its own. The record's notes say where two pages rest on
one release; two outlets of one side are taken as one origin unless shown otherwise; a document that is the full
text of a row (`same_as`) is the row's own release again.
"""

import re
from urllib.parse import urlsplit

import pandas as pd

from .record import Record
from .subject import Subject

ONE_PAGE, ONE_RELEASE, ONE_SIDE, UNKNOWN, TWO = (
    "one page", "two pages, one release", "two pages of one side", "two pages, the second of unknown side",
    "two pages of different sides",
)  # fmt: skip
KINDS = [ONE_PAGE, ONE_RELEASE, ONE_SIDE, UNKNOWN, TWO]


def site(url: str) -> str:
    """The site of an address, without “www.” and subdomains of language or device."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return re.sub(r"^(en|de|ru|az|news|dev|m|mail|special)\.", "", host)


def sides_of_sites(record: Record, subject: Subject) -> dict[str, str]:
    """Site → side: as the subject says, else the side of most rows of that site in the record."""
    sites = record.events.url.map(site)
    told = record.events.groupby(sites).side.agg(lambda sides: sides.mode().iloc[0])
    return {**told.to_dict(), **subject.sites}


def origins(record: Record, subject: Subject) -> pd.DataFrame:
    """Each row of the record: id, year, episode, tier, side, url, second_url, kind (of KINDS), evidence, origins."""
    sides = sides_of_sites(record, subject)
    rows = record.events
    kinds = [_kind(row, sides, re.compile(subject.record.one_release, re.IGNORECASE)) for row in rows.itertuples()]
    shown = ["id", "year", "episode", "tier", "side", "url", "second_url"]
    table = rows[shown].assign(kind=kinds, evidence=rows.evidence)
    return table.assign(origins=table.kind.eq(TWO).astype(int) + 1)


def _kind(row, sides: dict[str, str], one_release: re.Pattern) -> str:
    if not row.second_url:
        return ONE_PAGE
    if one_release.search(row.note) or site(row.second_url) == site(row.url):
        return ONE_RELEASE
    second = sides.get(site(row.second_url))
    return UNKNOWN if second is None else ONE_SIDE if second == row.side else TWO


def summary(table: pd.DataFrame) -> pd.DataFrame:
    """`origins` counted by kind: kind, rows, n, evidence."""
    counts = table.groupby("kind").evidence.agg([("rows", "size"), ("evidence", "sum")]).reindex(KINDS)
    counts["evidence"] = [ids if isinstance(ids, list) else [] for ids in counts.evidence]
    return counts.fillna({"rows": 0}).astype({"rows": int}).assign(n=len(table)).rename_axis("kind").reset_index()


def sources(table: pd.DataFrame, episode: str) -> int:
    """How many independent origins tell of an episode: the sides of its pages; a reprint is of its release's side.

    A second page adds an origin only where it is of another side; nought for an episode without rows.
    """
    rows = table[table.episode == episode]
    reprints = rows.kind == ONE_RELEASE
    sides = {*rows.side[~reprints], *rows.side[reprints].head(1)}
    return max(len(sides), int(rows.origins.max())) if len(rows) else 0
