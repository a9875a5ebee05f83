"""Amounts: every sum of money in the body, its range or bound, its translation, and a magnitude it has lost."""

from collections.abc import Iterator

from spacy.tokens import Doc

from dossier.facts import Amount
from dossier.find.equivalents import translated
from dossier.find.magnitudes import lost_magnitude
from dossier.find.measure import measure, period
from dossier.find.prose import prose
from dossier.numerals import PERCENT, Numeral, numerals


def amounts(doc: Doc) -> Iterator[Amount]:
    """Each sum of the body; see GUIDE.md for what its span holds."""
    text, document = prose(doc), doc._.document
    found, counts = sums(doc), [one for one in found_numerals(doc) if one.unit is None]
    previous: Numeral | None = None
    measured: str | None = None
    for one in found:
        first = translated(text, previous, one)
        measured = measured if first else measure(doc, one.start, one.end)
        when = period(doc, one.start, one.end)
        yield Amount.at(
            document.text, document.id, one.start, one.end,
            value=one.value, currency=one.unit, low=one.low, high=one.high, bound=one.bound, measure=measured,
            period=when.date if when else None, as_printed=text[one.first : one.last],
            magnitude_missing=bool(why := lost_magnitude(text, one, found, counts)),
            equivalent_of=text[first.start : first.end] if first else None,
            why="; ".join(filter(None, (f"amount: {text[one.start : one.end]}", one.cue and f"bound: {one.cue}", why))),
        )  # fmt: skip
        previous = first or one


def sums(doc: Doc) -> list[Numeral]:
    """The numerals of the body that are money."""
    text = doc._.document.text
    return [one for one in found_numerals(doc) if one.unit not in (None, PERCENT) and not _feigned(text, one)]


def _feigned(text: str, one: Numeral) -> bool:
    """Does a letter that looks like a digit stand before it, so that it is only the end of a number (“O.5 billion”)?"""
    return text[max(0, one.start - 2) : one.start] in {"O.", "o.", "l.", "I.", "O,", "l,", "I,"}


def found_numerals(doc: Doc) -> list[Numeral]:
    """All numerals of the body; computed once a document."""
    if "numerals" not in doc.user_data:
        doc.user_data["numerals"] = list(numerals(prose(doc), context=doc._.document.text))
    return doc.user_data["numerals"]
