"""Shares: which part of a whole the documents say the base has, in sums, percent or words.

A part said to lie outside the base leaves the rest to it; a percentage that something rose or fell by is no share.
"""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from .checks import fact_id
from .lexemes import language
from .subject import Subject
from .ties import about_both, cues, pattern, within

COLUMNS = ["document", "part", "whole", "currency", "share", "quote", "evidence"]
PARAGRAPH = 3  # characters between two sentences that stand in one paragraph, at most


def shares(found: dict[str, pd.DataFrame], subject: Subject) -> pd.DataFrame:
    """Parts of a whole that sentences on investment in the base give: COLUMNS, `share` in percent.

    `found`: the tables “topic”, “amount” and “percent” of the corpus, the sums repaired.
    """
    about = pattern(subject.money.told if subject.money and subject.money.told else r"(?!)")
    rows = list(found["topic"].itertuples())
    read = (
        _with_the_whole(rows, place)
        for place, row in enumerate(rows)
        if subject.base.id in row.sectors and about_both(rows, place, subject)
    )
    told = [
        pair
        for one in read
        if about.search(one.quote)
        for look in (_pairs, _percents, _words)
        for pair in look(one, found)
    ]
    return pd.DataFrame(told, columns=COLUMNS)


def _with_the_whole(rows: list, place: int) -> Any:
    """The sentence; “Of this, $15 billion went …” together with the one before it, which tells the whole."""
    row, before = rows[place], rows[place - 1] if place else None
    beside = before is not None and before.document == row.document and 0 <= row.start - before.end <= PARAGRAPH
    if not beside or not cues()["of_this"].match(row.quote):
        return row
    return row._replace(start=before.start, quote=before.quote + " " * (row.start - before.end) + row.quote)


def _pairs(sentence, found: dict[str, pd.DataFrame]) -> Iterator[list]:
    sums = list(within(sentence, found["amount"]).dropna(subset=["value"]).itertuples())
    for first, second in zip(sums, sums[1:], strict=False):
        order = _part_and_whole(first, second, sentence)
        if order and first.currency == second.currency and 0 < order[0].value <= order[1].value:
            part, whole = order
            share = _of_the_base(sentence, 100 * part.value / whole.value)
            ids = [fact_id(part), fact_id(whole)]
            yield [sentence.document, part.quote, whole.quote, part.currency, share, sentence.quote, ids]


def _part_and_whole(first, second, sentence) -> tuple | None:
    """Which of two sums is part of which, by the words around them; None where they do not say."""
    before = sentence.quote[: first.start - sentence.start]
    between = sentence.quote[first.end - sentence.start : second.start - sentence.start]
    if cues()["part_of"].fullmatch(between):
        return first, second
    return (second, first) if cues()["of_which"].search(between) or cues()["of"].search(before) else None


def _percents(sentence, found: dict[str, pd.DataFrame]) -> Iterator[list]:
    for row in within(sentence, found["percent"]).dropna(subset=["value"]).itertuples():
        if not cues()["change"].search(sentence.quote[: row.start - sentence.start]):
            share = _of_the_base(sentence, row.value)
            yield [sentence.document, row.quote, None, None, share, sentence.quote, [fact_id(row)]]


def _words(sentence, found: dict[str, pd.DataFrame]) -> Iterator[list]:
    """“less than half of it”, “two fifths”; not where the sentence gives the same in figures."""
    told = any(len(within(sentence, found[kind])) > (kind == "amount") for kind in ("amount", "percent"))
    for match in cues()["fraction"].finditer(sentence.quote) if not told else ():
        if not cues()["change"].search(sentence.quote[: match.start()]):
            share = _of_the_base(sentence, 100 * _count(match["count"]) * _unit(match["unit"]))
            yield [sentence.document, match[0], None, None, share, sentence.quote, [fact_id(sentence)]]


def _count(word: str | None) -> int:
    return language("numbers")["units"].get((word or "one").lower(), 1)


def _unit(word: str) -> float:
    fractions = language("numbers")["fractions"]
    return fractions.get(word.lower()) or fractions[f"{word.lower()}s"]


def _of_the_base(sentence, share: float) -> float:
    return 100 - share if cues()["outside"].search(sentence.quote) else share
