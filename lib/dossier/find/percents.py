"""Percents: every share or change in percent in the body, with its range or bound."""

from collections.abc import Iterator

from spacy.tokens import Doc

from dossier.facts import Percent
from dossier.find.amounts import found_numerals
from dossier.find.measure import measure, period
from dossier.numerals import PERCENT


def percents(doc: Doc) -> Iterator[Percent]:
    """Each percentage of the body: number and sign or word; percentage points count."""
    document = doc._.document
    for one in found_numerals(doc):
        if one.unit == PERCENT:
            when = period(doc, one.start, one.end)
            yield Percent.at(
                document.text, document.id, one.start, one.end,
                value=one.value, low=one.low, high=one.high, bound=one.bound,
                measure=measure(doc, one.start, one.end), period=when.date if when else None,
                why="percent" + (f"; bound: {one.cue}" if one.cue else ""),
            )  # fmt: skip
