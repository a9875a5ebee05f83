"""Magnitudes: sums that must have lost their “million”, and what of the text tells it."""

import re
from collections.abc import Sequence
from itertools import combinations

from dossier.context import CORRECTED
from dossier.find.equivalents import translated
from dossier.lexemes import language
from dossier.numerals import Numeral

NEAR = 400  # characters within which sums are parts of one account
LEAST, ALIKE = 2, 4  # “sold for $1” is meant; so many times one number may be the other where they are alike
TOLERANCE = 0.005  # parts and total agree to half a percent


def lost_magnitude(text: str, one: Numeral, found: Sequence[Numeral], counts: Sequence[Numeral]) -> str:
    """Why the sum must have lost its “million”, or an empty string; `counts`: the numbers that are no money.

    A sum below a thousand with no magnitude, beside sums of the same money that have one: certain where these add up
    to it (“$667.8 … $396.6 million … $271.1 million”) or are so many times as much, or where the text has the sum
    again with its magnitude; likely where a country's trade or budget is measured, where works are paid, or where it is
    set aside for something in a sentence that tells the like in millions.
    """
    if one.value is None or one.factor != 1 or not 1 <= one.value < 1000:
        return ""
    near = [x for x in found if x.unit == one.unit and x.factor >= 1e6 and x.value and abs(x.start - one.start) < NEAR]
    if why := _multiplied(text, one, near, counts):
        return why
    if _priced(text, one):
        return ""
    if why := _again(text, one, found):
        return why
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
    later = (x for x in found if x.start > one.end and x.factor >= 1e6 and x.value and translated(text, one, x))
    return _beside_millions(text, one, [*near, *later])


def _multiplied(text: str, one: Numeral, near: Sequence[Numeral], counts: Sequence[Numeral]) -> str:
    """“$1.2 each, or $4.8 million for the four”: the one, so many times, is the other."""
    for other in near:
        if other.start > one.end and _EACH.fullmatch(text, one.end, other.start):
            times = other.value / other.factor / one.value
            told = (c.value for c in counts if c.value and abs(c.start - one.start) < NEAR)
            if any(abs(count - times) <= TOLERANCE * times for count in told):
                return f"magnitude missing: {times:g} times it make {text[other.start : other.end]}"
    return ""


def _again(text: str, one: Numeral, found: Sequence[Numeral]) -> str:
    """“another $400 … (Correction: another $400 million)”: a text that corrects itself has it again, in millions."""
    if not CORRECTED.search(text):
        return ""
    same = (x for x in found if x.unit == one.unit and x.factor >= 1e6 and x.value == one.value * x.factor)
    clause = text[max(0, one.start - 60) : one.end + 40].lower()
    small = set(re.findall(r"[^\W\d_]+", clause)) & set(language("measures")["unit_nouns"])
    other = None if small else next(same, None)
    return f"magnitude missing: {text[other.start : other.end]} elsewhere" if other else ""


def _for_works(text: str, one: Numeral) -> bool:
    """“six projects for | $412”, “a bridge costing | €80”."""
    words = re.findall(r"[^\W\d_]+", text[max(0, one.start - 60) : one.start].lower())[-4:]
    data = language("measures")
    return bool(words) and words[-1] in data["costing"] and not set(words[:-1]).isdisjoint(data["works"])


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
        if re.search(r"[.!?;]\s|\n\s*\n", between):
            continue
        if one.value >= LEAST and _for_works(text, one):
            return f"magnitude missing: for works, beside {text[other.start : other.end]}"
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


_EACH = re.compile(r" (?:each|apiece),? (?:or|making|for a total of|a total of|totall?ing)(?: (?:about|some|nearly))? ")
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
