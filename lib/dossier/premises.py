"""Hold the premises of the judgements against the documents: facts → what they tell that speaks against them.

The record is compiled once; a document can come in any day. So a premise looks at both: here, at what the documents
tell in their own words of the money, of contracts and of acts that the record does not have. Each table is empty where
nothing speaks against a premise; its rows carry the evidence of the words that do. What was read and found to be beside
the point is set aside in `corrections.yml`, with its reason.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from .checks import fact_id
from .corrections import CorrectionError, where
from .record import Record
from .shares import shares
from .subject import Subject
from .ties import CLAUSE, about_both, naming, pattern, settled, within

ASIDE = "aside"  # the kind of an entry of corrections.yml that sets words of a document aside
CONTRACT_COLUMNS = ["document", "quote", "licence", "evidence"]
LICENCE_COLUMNS = ["document", "sum", "quote", "evidence"]
LICENCE = re.compile(r"\blicen[cs](?:e|es|ed|ing)\b", re.IGNORECASE)
ACT_COLUMNS = ["document", "date", "year", "base", "challenger", "quote", "evidence"]


class Told(NamedTuple):
    """What the documents tell of the premises, a table each; `set_aside` holds the reasons of what was left out.

    `left` holds what was left out: tables of the same names and columns, with the column `reason`.
    """

    shares: pd.DataFrame
    contracts: pd.DataFrame
    licences: pd.DataFrame
    acts: pd.DataFrame
    set_aside: list[str]
    left: dict[str, pd.DataFrame]


def told(found: dict[str, pd.DataFrame], public: Record, subject: Subject, corrections: list[dict]) -> Told:
    """What the corpus tells, without the sentences that `corrections.yml` sets aside.

    `found`: the tables “topic”, “date” and “amount”, the sums repaired. Raises CorrectionError where the words to set
    aside (`kind: aside`, document, quote, reason) are in none of the tables any more.
    """
    tables = {
        "shares": shares(found, subject), "contracts": contracts(found, subject),
        "licences": licences(found, subject), "acts": acts(found, public, subject),
    }  # fmt: skip
    tables = {name: rows.assign(reason=None) for name, rows in tables.items()}
    reasons = []
    for entry in (entry for entry in corrections if entry["kind"] == ASIDE):
        same = {
            name: (rows.document == entry["document"]) & rows.quote.str.contains(entry["quote"], regex=False)
            for name, rows in tables.items()
        }
        if not any(rows.any() for rows in same.values()):
            raise CorrectionError(
                f"{where(entry)}: nothing that touches a premise is said there; remove or adapt the entry"
            )
        reasons.append(f"set aside: “{entry['quote']}” ({entry['document']}): {' '.join(entry['reason'].split())}")
        tables = {name: rows.assign(reason=rows.reason.mask(same[name], reasons[-1])) for name, rows in tables.items()}
    left = {name: rows[rows.reason.notna()].reset_index(drop=True) for name, rows in tables.items()}
    kept = {
        name: rows[rows.reason.isna()].drop(columns="reason").reset_index(drop=True) for name, rows in tables.items()
    }
    return Told(**kept, set_aside=reasons, left=left)


def reasons(*left: pd.DataFrame) -> str | None:
    """The note of a claim: the reasons of what of these tables was set aside, each once; None where nothing was."""
    said = dict.fromkeys(reason for rows in left for reason in rows.reason)
    return "; ".join(said) or None


def before(acts: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """Acts of the challenger from before the turn."""
    return acts[acts.challenger & (acts.year < subject.turn)]


def further(acts: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """Acts of the base, and not of the challenger, since the turn."""
    return acts[acts.base & ~acts.challenger & (acts.year >= subject.turn)]


def contracts(found: dict[str, pd.DataFrame], subject: Subject) -> pd.DataFrame:
    """Sentences on the challenger that tell of a contract, in the subject's words, undenied: CONTRACT_COLUMNS.

    `licence` is true where they tell of a licence and of nothing more: it lets arms be sold, and is no contract.
    """
    rows = [
        [row.document, row.quote, all(_licensed(row.quote, match) for match in matches), [fact_id(row)]]
        for row, matches in _selling(found, subject)
    ]
    return pd.DataFrame(rows, columns=CONTRACT_COLUMNS).astype({"licence": bool})


def licences(found: dict[str, pd.DataFrame], subject: Subject) -> pd.DataFrame:
    """Sums of sentences that tell of a licence for the challenger, unless dated before the period: LICENCE_COLUMNS."""
    rows = [
        [row.document, sum.quote, row.quote, [fact_id(sum)]]
        for row, matches in _selling(found, subject)
        if any(_licensed(row.quote, match) for match in matches) and not _over(row, found["date"], subject)
        for sum in within(row, found["amount"]).itertuples()
    ]
    return pd.DataFrame(rows, columns=LICENCE_COLUMNS)


def _selling(found: dict[str, pd.DataFrame], subject: Subject) -> Iterator[tuple]:
    """Each sentence on the challenger with the settled words of a contract in it."""
    words = pattern(subject.contract) if subject.contract else None
    for row in naming(found["topic"], subject.challenger.id, subject) if words else ():
        if matches := [match for match in words.finditer(row.quote) if settled(row.quote, *match.span())]:
            yield row, matches


def _licensed(text: str, match: re.Match) -> bool:
    """Do the words stand in a clause as what a licence is for (“licences for the sale of arms”)?"""
    begins = max((at.end() for at in CLAUSE.finditer(text, 0, match.start())), default=0)
    return bool(LICENCE.search(text, begins, match.end()))


def _over(sentence, dates: pd.DataFrame, subject: Subject) -> bool:
    """Does the sentence give dates, and all of them from before the period?"""
    given = [date for date in within(sentence, dates).date if isinstance(date, str)]
    return bool(given) and all(int(date.split("/")[-1][:4]) < subject.period.start for date in given)


def acts(found: dict[str, pd.DataFrame], public: Record, subject: Subject) -> pd.DataFrame:
    """Dated sentences on base or challenger, of months for which the record tells nothing of the kind: ACT_COLUMNS.

    `found`: the tables “topic” and “date” of the corpus. Only dates of the period, up to its cut-off; a sentence of a
    month (or, for a bare year, of a year) of which the record names the sector is taken for the same act, told again.
    """
    known, rows = _known(public, subject), list(found["topic"].itertuples())
    told = [
        [
            row.document, date.date, int(date.date[:4]), subject.base.id in named, subject.challenger.id in named,
            row.quote, [fact_id(row)],
        ]
        for place, row in enumerate(rows)
        if (named := {subject.base.id, subject.challenger.id} & {*row.sectors}) and about_both(rows, place, subject)
        for date in _dates(row, found["date"], subject)
        if settled(row.quote, date.start - row.start, date.end - row.start)
        and not known & {(sector, month) for sector in named for month in _months(date.date)}
    ]  # fmt: skip
    return pd.DataFrame(told, columns=ACT_COLUMNS).drop_duplicates(["document", "date"]).reset_index(drop=True)


def _months(date: str) -> set[str]:
    """What a date is looked up by in the record: its month, its year, or the ends of its interval."""
    return {part[:7] for part in date.split("/")}


def _dates(sentence, dates: pd.DataFrame, subject: Subject) -> Iterator:
    """The dates of the period, up to the cut-off, that a sentence gives; intervals within one year."""
    inside = within(sentence, dates)
    rows = inside[inside.date.notna()].itertuples()
    return (
        row for row in rows
        if int(row.date[:4]) in subject.period.years and row.date[:10] <= subject.cutoff.isoformat()
        and len({part[:4] for part in row.date.split("/")}) == 1
    )  # fmt: skip


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
    """`rows` (of one row) with the evidence of `told` added: what a premise looks at, record and documents."""
    return rows.assign(
        evidence=[rows.evidence.iloc[0] + [id for table in told for ids in table.evidence for id in ids]]
    )
