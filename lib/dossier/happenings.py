"""Happenings: which dates of the documents' sentences are days on which something was said or done.

A date can also bound a state (“as of 1 October”), be the time of a statistic (“exports fell in July”), or be the day on
which an office told the press (“the committee said on Tuesday”): none of these is an event.
"""

import re

import pandas as pd

from dossier.lexemes import language

BOUND = r"\b(?:as (?:of|at)|since|until|till|up to|by)(?: the)?\s*\0"
COUNTED = f"(?:{'|'.join(language('measures')['counted'])})"
MOVED = f"(?:{'|'.join(language('measures')['moved'])})"
SUM = r"(?:[$£€]\s?\d|\d\s?(?:%|per ?cent|million|billion|bn|mn|tonnes|barrels))"
TURN = r"(?:after|before|when|while|as|following|because|where|who|which)"
# Words of one clause; the comma of “1,200” ends none.
WITHIN = rf"(?:(?!\b{TURN}\b)(?:[^,;:—–]|,(?=\d)))*?"
SAME = rf"(?:(?!\band\b)(?!\b{TURN}\b)(?:[^,;:—–]|,(?=\d)))*?"
STATISTIC = [
    rf"\b{COUNTED}\b{WITHIN}\b{MOVED}{SAME}\0",
    rf"\b(?:in|during|over)\s+\0,?{WITHIN}\b{COUNTED}\b{WITHIN}\b{MOVED}",
    rf"\b(?:im|ex)ported\b{WITHIN}{SUM}{SAME}\0",
    rf"\b(?:in|during|over)\s+\0,?{WITHIN}\b(?:im|ex)ported\b{WITHIN}{SUM}",
]
NO_EVENT = re.compile("|".join([BOUND, *STATISTIC]), re.IGNORECASE)


def happened(dates: pd.DataFrame, found: dict[str, pd.DataFrame]) -> pd.Series:
    """Is the date of each row that of an event? One truth value a row, with the index of `dates`.

    `dates`: a row a date and sentence, columns document, start, end, quote (of the date), start_sentence and
    quote_sentence; `found`: of the tables of the corpus, “statement” and “person” are looked at if they are there.
    """
    people = {*found["person"].name} if "person" in found else set()
    told = found["statement"].itertuples() if "statement" in found else ()
    press = [one for one in told if one.speaker not in people]  # what a person said is an event
    rows = [not _timeless(row) and not _telling(row, press) for row in dates.itertuples()]
    return pd.Series(rows, index=dates.index, dtype=bool)


def _timeless(row) -> bool:
    """Does the date bound a state, or is it the time of a statistic?"""
    start, end = row.start - row.start_sentence, row.end - row.start_sentence
    return bool(NO_EVENT.search(f"{row.quote_sentence[:start]}\0{row.quote_sentence[end:]}"))


def _telling(row, statements: list) -> bool:
    """Is it the weekday, “yesterday” or “today” on which the press was told, outside of what it was told?"""
    if any(sign.isdigit() for sign in row.quote):
        return False
    return any(_outside(row, one) for one in statements if one.document == row.document)


def _outside(row, statement) -> bool:
    """Does the date stand in the statement's sentence, but not in its content?"""
    if not statement.start <= row.start < row.end <= statement.end or not isinstance(statement.content, str):
        return False
    at = statement.quote.find(statement.content)
    inside = statement.start + at <= row.start < statement.start + at + len(statement.content)
    return at >= 0 and not inside
