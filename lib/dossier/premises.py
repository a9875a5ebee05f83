"""Hold the premises of the judgements against the documents: facts → what they tell that speaks against them.

The record is compiled once; a document can come in any day. So a premise looks at both: here, at what the documents tell
in their own words of the money, of contracts and of acts that the record does not have. Each table is empty where nothing
speaks against a premise; its rows carry the evidence of the words that do. What was read and found to be beside the point
is set aside in `corrections.yml`, with its reason.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import pandas as pd
import yaml

from .checks import CorrectionError, fact_id
from .find import countries_in
from .record import Record
from .subject import Subject

ASIDE = "aside"  # the kind of an entry of corrections.yml that sets words of a document aside
SHARE_COLUMNS = ["document", "part", "whole", "currency", "share", "quote", "evidence"]
CONTRACT_COLUMNS = ["document", "quote", "evidence"]
ACT_COLUMNS = ["document", "date", "year", "base", "challenger", "quote", "evidence"]


class Told(NamedTuple):
    """What the documents tell of the premises, a table each; `set_aside` holds the reasons of what was left out."""

    shares: pd.DataFrame
    contracts: pd.DataFrame
    acts: pd.DataFrame
    set_aside: list[str]


def told(found: dict[str, pd.DataFrame], public: Record, subject: Subject, corrections: list[dict]) -> Told:
    """`shares`, `contracts` and `acts` of the corpus, without the sentences that `corrections.yml` sets aside.

    `found`: the tables “topic”, “date” and “amount”, the sums repaired. Raises CorrectionError where the words to set
    aside (`kind: aside`, document, quote, reason) are in none of the tables any more.
    """
    tables = [shares(found, subject), contracts(found, subject), acts(found, public, subject)]
    reasons = []
    for entry in (entry for entry in corrections if entry["kind"] == ASIDE):
        same = [(rows.document == entry["document"]) & rows.quote.str.contains(entry["quote"], regex=False) for rows in tables]
        if not any(rows.any() for rows in same):
            raise CorrectionError(
                f"corrections.yml: {entry['document']} “{entry['quote']}”: nothing that touches a premise is said there; "
                "remove or adapt the entry"
            )
        tables = [rows[~these].reset_index(drop=True) for rows, these in zip(tables, same, strict=True)]
        reasons.append(f"set aside: “{entry['quote']}” ({entry['document']}): {' '.join(entry['reason'].split())}")
    return Told(*tables, reasons)


def shares(found: dict[str, pd.DataFrame], subject: Subject) -> pd.DataFrame:
    """Parts of a whole that sentences naming the base give in sums: SHARE_COLUMNS, `share` in percent, one currency a pair.

    `found`: the tables “topic” and “amount” of the corpus, the sums repaired.
    """
    rows = [pair for row in _naming(found["topic"], subject.base.id, subject) for pair in _pairs(row, found["amount"])]
    return pd.DataFrame(rows, columns=SHARE_COLUMNS)


def _naming(topics: pd.DataFrame, sector: str, subject: Subject) -> Iterator:
    """The sentences that name a sector and can be about the ties."""
    return (row for row in topics.itertuples() if sector in row.sectors and _ours(row.quote, subject))


def _ours(sentence: str, subject: Subject) -> bool:
    """Not if it names other countries and leaves one of the parties out: that is somebody else's business."""
    named, parties = {*countries_in(sentence)}, {party.code for party in subject.parties}
    return parties <= named or named <= parties


@cache
def _cues() -> dict[str, re.Pattern]:
    data = yaml.safe_load(files("dossier").joinpath("language/parts.yml").read_text(encoding="utf-8"))
    return {name: re.compile(words, re.IGNORECASE) for name, words in data.items()}


def _pairs(sentence, amounts: pd.DataFrame):
    inside = amounts[(amounts.document == sentence.document) & (amounts.start >= sentence.start) & (amounts.end <= sentence.end)]
    sums = list(inside.dropna(subset=["value"]).sort_values("start").itertuples())
    for first, second in zip(sums, sums[1:], strict=False):
        order = _part_and_whole(first, second, sentence)
        if order and first.currency == second.currency and 0 < order[0].value <= order[1].value:
            part, whole = order
            yield [
                sentence.document, part.quote, whole.quote, part.currency, 100 * part.value / whole.value, sentence.quote,
                [fact_id(part), fact_id(whole)],
            ]  # fmt: skip


def _part_and_whole(first, second, sentence) -> tuple | None:
    """Which of two sums is part of which, by the words around them; None where they do not say."""
    before = sentence.quote[: first.start - sentence.start]
    between = sentence.quote[first.end - sentence.start : second.start - sentence.start]
    if _cues()["part_of"].fullmatch(between):
        return first, second
    return (second, first) if _cues()["of_which"].search(between) or _cues()["of"].search(before) else None


def contracts(found: dict[str, pd.DataFrame], subject: Subject) -> pd.DataFrame:
    """Sentences that name the challenger and tell of a contract, in the subject's words for one, undenied: CONTRACT_COLUMNS."""
    words = re.compile(subject.contract, re.IGNORECASE) if subject.contract else None
    rows = [
        [row.document, row.quote, [fact_id(row)]]
        for row in (_naming(found["topic"], subject.challenger.id, subject) if words else ())
        if words.search(row.quote) and not _cues()["denied"].search(row.quote)
    ]
    return pd.DataFrame(rows, columns=CONTRACT_COLUMNS)


def acts(found: dict[str, pd.DataFrame], public: Record, subject: Subject) -> pd.DataFrame:
    """Dated sentences on base or challenger, of months (or years) for which the record tells nothing of the kind: ACT_COLUMNS.

    `found`: the tables “topic” and “date” of the corpus. Only days, months and years of the period, up to its cut-off;
    a sentence of a month of which the record already names the sector is taken for the same act, told again.
    """
    known = _known(public, subject)
    rows = [
        [row.document, date.date, int(date.date[:4]), subject.base.id in named, subject.challenger.id in named, row.quote, [fact_id(row)]]
        for row in found["topic"].itertuples()
        if (named := {subject.base.id, subject.challenger.id} & {*row.sectors}) and _ours(row.quote, subject)
        for date in _dates(row, found["date"], subject)
        if not known & {(sector, date.date[:7]) for sector in named}
    ]
    table = pd.DataFrame(rows, columns=ACT_COLUMNS)
    return table.drop_duplicates(["document", "date"]).reset_index(drop=True)


def _dates(sentence, dates: pd.DataFrame, subject: Subject) -> Iterator:
    """The days, months and years of the period, up to the cut-off, that a sentence gives."""
    inside = dates[(dates.document == sentence.document) & (dates.start >= sentence.start) & (dates.end <= sentence.end)]
    inside = inside[inside.date.notna() & ~inside.date.fillna("").str.contains("/")]
    return (row for row in inside.itertuples() if int(row.date[:4]) in subject.period.years and row.date <= subject.cutoff.isoformat())


def _known(public: Record, subject: Subject) -> set[tuple[str, str]]:
    """Role and month (and year, for a bare year) of what the record tells of base and challenger."""
    if not public:
        return set()
    roles = {role.id: frozenset(role.tags) for role in (subject.base, subject.challenger)}
    return {
        (id, when)
        for row in public.events.itertuples()
        for id, tags in roles.items() if not tags.isdisjoint(row.tags)
        for when in (str(row.date)[:7], str(row.date)[:4])
    }  # fmt: skip


def beside(rows: pd.DataFrame, *told: pd.DataFrame) -> pd.DataFrame:
    """`rows` (of one row) with the evidence of `told` added to its own: what a premise looks at, record and documents."""
    return rows.assign(evidence=[rows.evidence.iloc[0] + [id for table in told for ids in table.evidence for id in ids]])
