"""Look for what is wrong: tables → tables of problems. Bad data is a finding, shown; bad code is an exception.

A source is never edited. A repair stands in `corrections.yml` with its reason and arithmetic, asserts that the
fault is still there, and travels with the value as the column `repair`.
"""

import pandas as pd

from .corrections import CorrectionError, read_corrections, where
from .record import Record, published
from .subject import Subject

__all__ = [
    "CorrectionError", "differing_counts", "exchange_rates", "fact_id", "larger_than_whole", "missing_magnitude",
    "only_in_furniture", "parts", "read_corrections", "repair",
]  # fmt: skip
PROBLEM_COLUMNS = ["problem", "what", "found", "expected", "status", "evidence"]


def repair(amounts: pd.DataFrame, corrections: list[dict]) -> pd.DataFrame:
    """`amounts` with each known fault repaired, and a column `repair` that says how and why (else None).

    Raises CorrectionError if a fault is no longer there, stands there twice, or its arithmetic does not add up.
    """
    repaired = amounts.assign(repair=None, value=amounts.value.astype(float))
    for entry in (entry for entry in corrections if entry["kind"] == "amount"):
        row = _faulty(amounts, entry)
        _adds_up(entry)
        for column, value in entry["set"].items():
            repaired.loc[row, column] = value
        repaired.loc[row, "repair"] = f"{entry['status']}: {' '.join(entry['reason'].split())}"
    return repaired


def _faulty(amounts: pd.DataFrame, entry: dict) -> int:
    rows = amounts[(amounts.document == entry["document"]) & (amounts.quote == entry["quote"])]
    if strange := {*entry["expect"], *entry["set"]} - {*amounts.columns}:
        raise CorrectionError(f"{where(entry)}: {', '.join(sorted(strange))} is no field of an amount; correct the key")
    for column, value in entry["expect"].items():
        rows = rows[rows[column] == value]
    if len(rows) != 1:
        raise CorrectionError(
            f"{where(entry)}: the fault is found {len(rows)} times, not once; remove or adapt the correction"
        )
    return rows.index[0]


def _adds_up(entry: dict) -> None:
    """The sum of the parts, and the value set, must agree within the tolerance given."""
    sums, value = entry.get("arithmetic"), entry["set"].get("value")
    if sums and not (sum(sums["parts"]) == sums["sum"] and abs(value - sums["sum"]) <= sums["tolerance"]):
        raise CorrectionError(f"{where(entry)}: the arithmetic does not give {value:,}; correct `arithmetic` or `set`")


def missing_magnitude(amounts: pd.DataFrame, corrections: list[dict]) -> pd.DataFrame:
    """Sums that forgot their “million”, a row each: repaired as said, or open."""
    repaired = repair(amounts, corrections)
    rows = repaired[repaired.magnitude_missing]
    return _problems(
        ("magnitude missing", row.quote, f"{amounts.value[row.Index]:,} {row.currency}",
         f"{row.value:,.0f} {row.currency}" if row.repair else "a magnitude", row.repair or "open", [fact_id(row)])
        for row in rows.itertuples()
    )  # fmt: skip


def _problems(rows) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=PROBLEM_COLUMNS)


def fact_id(row) -> str:
    """The evidence id of a fact's row."""
    return f"{row.document}:{row.start}-{row.end}"


def parts(record: Record, subject: Subject) -> pd.DataFrame:
    """Sums of the record whose parts do not add up to them, within the tolerance the subject gives."""
    return _problems(problem for entry in subject.money.parts for problem in _parts(record.figures, entry))


def _parts(figures: pd.DataFrame, entry):
    rows = figures[(figures.period == entry.period) & ~figures.derived]
    pieces = rows[rows.measure.isin(entry.parts)]
    totals = rows[(rows.measure == entry.total) & (rows.unit.isin(pieces.unit)) & (rows.bound == "exact")]
    for row in totals.itertuples():
        if abs(row.value - pieces.value.sum()) > entry.tolerance or len(pieces) != len(entry.parts):
            ids = [f"record:{id}" for id in (row.id, *pieces.id)]
            yield (
                "parts do not add up",
                row.id,
                f"{pieces.value.sum():,.10g}",
                f"{row.value:,.10g} {row.unit}",
                "open",
                ids,
            )


def larger_than_whole(amounts: pd.DataFrame, pairs: list[tuple[str, str]]) -> pd.DataFrame:
    """Parts that exceed their whole: `pairs` of (part, whole) as quoted, each compared within every document that
    prints both.
    """
    sums = amounts.assign(evidence=[fact_id(row) for row in amounts.itertuples()])
    once = sums.drop_duplicates(["document", "quote", "value"])
    both = once.merge(once, on="document", suffixes=("", "_whole"))
    asked = [pair in set(pairs) for pair in zip(both.quote, both.quote_whole, strict=True)]
    return _problems(
        ("part exceeds whole", row.quote, f"{row.value:,}", f"at most {row.value_whole:,}", "open",
         [row.evidence, row.evidence_whole])
        for row in both[asked].itertuples() if row.value > row.value_whole
    )  # fmt: skip


def exchange_rates(amounts: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """A row a sum and its translation: quotes, implied rate with its bound, the plausible range, and whether it fits.

    Columns document, of, for_one, quote, equivalent, rate, bound, low, high, plausible, evidence. A sum that is
    only “over” gives a rate that is only “at least”. Currencies without a range in the subject are left out.
    """
    rows = [
        entry for row in amounts[amounts.equivalent_of.notna()].itertuples() for entry in _rates(row, amounts, subject)
    ]
    columns = [
        "document",
        "of",
        "for_one",
        "quote",
        "equivalent",
        "rate",
        "bound",
        "low",
        "high",
        "plausible",
        "evidence",
    ]
    return pd.DataFrame(rows, columns=columns)


def _rates(row, amounts: pd.DataFrame, subject: Subject):
    originals = amounts[(amounts.document == row.document) & (amounts.quote == row.equivalent_of)]
    for original in originals.itertuples():
        for range_ in subject.exchange:
            if (range_.of, range_.for_one) == (original.currency, row.currency):
                rate = original.value / row.value
                fits = rate <= range_.high and (rate >= range_.low or original.bound == "over")
                yield [row.document, range_.of, range_.for_one, original.quote, row.quote, rate, original.bound,
                       range_.low, range_.high, fits, [fact_id(original), fact_id(row)]]  # fmt: skip


def only_in_furniture(naive: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """What a run that takes the whole page for the article finds beside the facts: rows of `naive` not in `found`."""
    places = found.assign(read=True)[["document", "start", "end", "read"]].drop_duplicates()
    joined = naive.merge(places, on=["document", "start", "end"], how="left")
    return joined[joined.read.isna()].drop(columns="read").reset_index(drop=True)


def differing_counts(
    name: str, ours: pd.DataFrame, keys: list[str], values: dict[str, str], subject: Subject, folder=None
):
    """Rows in which our count differs from the one the record publishes of itself as `name`.

    `keys`: columns to join on; `values`: our column → theirs. An empty table is agreement on every row of either.
    """
    theirs = published(name, folder, subject).astype({key: ours[key].dtype for key in keys})
    joined = theirs.merge(ours, on=keys, how="outer", suffixes=("_published", ""), indicator=True)
    pairs = [(our, f"{their}_published" if their in ours.columns else their) for our, their in values.items()]
    differs = joined["_merge"].ne("both")
    for our, their in pairs:
        differs |= joined[our].ne(joined[their])
    return joined[differs].drop(columns="_merge")
