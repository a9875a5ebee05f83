"""Amounts: every sum of money in the body, its range or bound, its translation, and a magnitude it has lost."""

import re
from collections.abc import Iterator
from itertools import combinations

from spacy.tokens import Doc

from dossier.facts import Amount
from dossier.find.measure import measure, period
from dossier.find.prose import prose
from dossier.lexemes import language
from dossier.numerals import PERCENT, Numeral, numerals

NEAR = 400  # characters within which sums are parts of one account
LEAST, ALIKE = 2, 4  # “sold for $1” is meant; so many times one number may be the other where they are alike
TOLERANCE = 0.005  # parts and total agree to half a percent


def amounts(doc: Doc) -> Iterator[Amount]:
    """Each sum of the body; see GUIDE.md for what its span holds."""
    text, document = prose(doc), doc._.document
    found = sums(doc)
    previous: Numeral | None = None
    measured: str | None = None
    for one in found:
        first = _translated(text, previous, one)
        measured = measured if first else measure(doc, one.start, one.end)
        when = period(doc, one.start, one.end)
        yield Amount.at(
            document.text, document.id, one.start, one.end,
            value=one.value, currency=one.unit, low=one.low, high=one.high, bound=one.bound, measure=measured,
            period=when.date if when else None, as_printed=text[one.first : one.last],
            magnitude_missing=bool(why := lost_magnitude(text, one, found)),
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


_OPENS = re.compile(
    r"\s*[(\[]|,?\s+or\s|,?\s+equivalent\s|\s*[≈/]\s*|,\s+(?:about|around|some|roughly|approximately)\s"
)


def _translated(text: str, first: Numeral | None, one: Numeral) -> Numeral | None:
    """The sum that this one gives in other money, if it follows it in brackets or after “or”."""
    if first is None or first.unit == one.unit or not 0 < one.start - first.end < 60:
        return None
    between = text[first.end : one.start]
    if not _OPENS.match(between) or ")" in between:
        return None
    words = re.findall(r"[^\W\d_]+|[^\w\s]", between.lower().lstrip(" ([,"))
    return first if set(words) <= {*language("measures")["equivalent_words"], "(", "[", ","} else None


def lost_magnitude(text: str, one: Numeral, found: list[Numeral]) -> str:
    """Why the sum must have lost its “million”, or an empty string.

    A sum below a thousand with no magnitude, beside sums of the same money that have one: certain where these add up
    to it (“$667.8 … $396.6 million … $271.1 million”), likely where a country's trade or budget is measured, or where
    it is set aside for something in a sentence that tells the like in millions.
    """
    if one.value is None or one.factor != 1 or not 1 <= one.value < 1000 or _priced(text, one):
        return ""
    near = [x for x in found if x.unit == one.unit and x.factor >= 1e6 and x.value and abs(x.start - one.start) < NEAR]
    for pair in combinations(near, 2):
        if pair[0].factor == pair[1].factor and _adds_up(one.value, *(x.value / x.factor for x in pair)):
            return (
                f"magnitude missing: {pair[0].value / pair[0].factor:g} and {pair[1].value / pair[1].factor:g} make it"
            )
    data = language("measures")
    printed = re.findall(r"[^\W\d_]+", text[max(0, one.start - 130) : one.start].rpartition(". ")[2])
    before = [word.lower() for word in printed]
    own = [word.lower() for n, word in enumerate(printed) if not n or not word.istitle()]  # no “Ivy Investment Fund”
    great = next((word for word in own if word in data["great"]), None)
    if (
        great
        and set(before[-4:]) & set(data["amounting"])
        and not set(before) & set(data["unit_nouns"])
        and (near or great in data["of_countries"])
    ):
        return f"magnitude missing: {great}"
    translated = (x for x in found if x.start > one.end and x.factor >= 1e6 and x.value and _translated(text, one, x))
    return _beside_millions(text, one, [*near, *translated])


def _beside_millions(text: str, one: Numeral, near: list[Numeral]) -> str:
    """Of a sentence with its like in millions: “a loan of $350, of which $120 million …”, “A$210 (US$135 million)”.

    Alike are sums whose numbers are of one size; others only if they are set aside for something: “adding €3.5 for
    roads, while the state pays €12.25 million”. What is small by nature, a price or a fine, has lost nothing.
    """
    data = language("measures")
    for other in near:
        between = text[min(one.end, other.end) : max(one.start, other.start)]
        if _PART.fullmatch(between) and one.start > other.end:
            return f"magnitude missing: part of {text[other.start : other.end]}"
        if re.search(r"[.!?]\s|\n\s*\n", between):
            continue
        clause = (
            re.split(r"[.;!?]\s", text[max(0, one.start - 80) : one.start])[-1] + " " + text[one.end : one.end + 40]
        )
        words = re.findall(r"[^\W\d_]+", re.sub(r"\bshares? of\b", " ", clause.lower()))
        if set(words) & set(data["unit_nouns"]):
            continue
        if one.value >= LEAST and _COMPARED.fullmatch(between):
            return f"magnitude missing: beside {text[other.start : other.end]}"
        alike = one.value >= LEAST and 1 / ALIKE <= one.value / (other.value / other.factor) <= ALIKE
        if alike or set(words) & set(data["sets_aside"]):
            return f"magnitude missing: beside {text[other.start : other.end]}"
    return ""


# what parts two sums that are set against each other: “to $1.2 billion from $800”
_COMPARED = re.compile(
    r",?\s+(?:(?:up|down|compared|as)\s+)?(?:from|to|with|against|versus)\s+(?:(?:just|only|about|some)\s+)?"
)
_EARLIER = re.compile(r",?\s+(?:a|one)\s+(?:year|month|quarter|decade)\s+(?:earlier|ago|before)\b")
_PART = re.compile(r",? of which(?: (?:about|some|over|nearly|only|just|almost|roughly|around|already))? ")


def _adds_up(value: float, one: float, two: float) -> bool:
    return any(abs(value - x) <= TOLERANCE * value for x in (one + two, abs(one - two)))


def _priced(text: str, one: Numeral) -> bool:
    """“$5 a barrel”, “$20 per head”: a price, small by nature; “$800 a year earlier” is none."""
    if _EARLIER.match(text, one.end):
        return False
    after = re.match(r"[\s-]*([^\W\d_]+|/)", text[one.end : one.end + 20])
    return bool(after) and after[1].lower() in language("measures")["unit_price"]
