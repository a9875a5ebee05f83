"""Numerals: plain text → every number in it, in digits or words, with value and unit.

A number with money beside it has an ISO 4217 code as its unit, one with a percent sign or word the unit `percent`;
an ordinal, a fraction (“half”, “two thirds”) and a multiple (“twice”, “fourfold”) say so in `form`. Ranges
(“$2-2.5 billion”, “between 5 and 7 per cent”) are one numeral with `low` and `high`; a change (“from 36% to 15%”) is
two. Needs no parse: amounts, percents and the check of the brief's prose are built on it. Linear in the text.

    >>> [(n.value, n.unit) for n in numerals("It rose to $28.8 billion, or eight per cent.")]
    [(28800000000.0, 'USD'), (8.0, 'percent')]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.bounds import bounded, minus
from dossier.currencies import DOLLARS, Money
from dossier.doubts import certain
from dossier.lexemes import Lexeme, language, lex
from dossier.quantities import COIN, NAMED, QUANTITY, Quantity, quantity, times
from dossier.sharing import closes, ranges, same_money, shared
from dossier.spelling import letters

PERCENT = "percent"
_ONE = f"(?>{QUANTITY})"
_FEW = "[^|ngutah]{0,2}?"
_GRAMMAR = re.compile(
    rf"(?P<coined>(?P<whole>{NAMED})&?(?P<coin>{COIN}))"
    rf"|(?P<between>[BF]{_FEW}(?P<low>{_ONE})&{_FEW}(?P<high>{_ONE}))"
    rf"|(?P<range>(?P<from>{_ONE})(?:-?T-?|-|O)(?P<to>{_ONE}))"
    rf"|(?P<pair>(?P<one>{_ONE})&(?P<two>{_ONE}))"
    rf"|(?P<fraction>[uan]-?f|[ua]-r(?=o)|ar(?=o)|ur(?=o))|(?P<ordinal>(?:t-)?r|R)"
    rf"|(?P<single>{_ONE})|(?P<half>h)|(?P<multiple>i)"
)
_ENDS = (("low", "high"), ("from", "to"), ("one", "two"))


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number: `text[start:end]` with its unit, `text[first:last]` the number and magnitude alone.

    `value` is None for a range, which has `low` and `high`. `unit`: None, “percent” or a currency code. `bound`:
    exact, about, over, under. `form`: cardinal, ordinal, fraction or multiple. `factor`: what the magnitude word
    multiplies by (1 if there is none).
    """

    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    bound: str = "exact"
    unit: str | None = None
    form: str = "cardinal"
    first: int = 0
    last: int = 0
    factor: float = 1.0
    cue: str = ""


def numerals(text: str, context: str | None = None) -> Iterator[Numeral]:
    """Every number of `text`, in order; none overlap. `context`: more text that may tell whose money is meant."""
    reader = _Reader(text, context)
    place = 0
    while match := _GRAMMAR.search(reader.spelt, place):
        found, place = reader.found(match)
        for one, span in found:
            yield reader.told(one, span)


class _Reader:
    """The lexemes of one text, and the last sum that it told."""

    def __init__(self, text: str, context: str | None):
        self.lexemes: tuple[Lexeme, ...] = lex(text)
        self.spelt = letters(self.lexemes)
        self.money = Money(context or text)
        self.last: tuple[Numeral, int] | None = None  # a sum, and the lexeme after it

    def found(self, match: re.Match) -> tuple[list[tuple[Numeral, tuple[int, int]]], int]:
        """The numerals of one match with their lexemes, and where to read on."""
        if match["coined"] is not None:
            return self._coined(match)
        for low, high in _ENDS:
            if match[low] is not None:
                return self._ends(low, match.span(low), match.span(high)), match.end()
        span = match.span()
        if match["single"] is not None:
            return [(self._numeral(self._quantity(span), span), span)], match.end()
        return [(_other(match, self.lexemes), span)], match.end()

    def told(self, one: Numeral, span: tuple[int, int]) -> Numeral:
        """The numeral, with the money of the sum before it if it is compared with that: “$7bn, up from 6 billion”."""
        if one.unit is None and self.last and same_money(one, span, *self.last, self.lexemes, self.spelt):
            one = replace(one, unit=self.last[0].unit)
        if one.unit not in (None, PERCENT):
            self.last = (one, span[1])
        return one

    def _quantity(self, span: tuple[int, int]) -> Quantity:
        start, end = span
        self.money.here = self.lexemes[start].start
        one = quantity(self.lexemes[start:end], self.spelt[start:end], self.money, priced=self._priced(start, end))
        return certain(self._told_whose(one, end), start, end, self.lexemes)

    def _priced(self, start: int, end: int) -> bool:
        """Does a bare “R68” stand where a price may: “at R68”, “R68 per unit”?"""
        if self.spelt[start] not in "lc":
            return False
        beside = language("currencies")["beside_price"]
        return any(0 <= n < len(self.lexemes) and self.lexemes[n].word in beside for n in (start - 1, end))

    def _told_whose(self, one: Quantity, end: int) -> Quantity:
        """“$3.6 billion US”, “$500 million (Canadian)”, “71 cents US”: whose dollars they are stands after them."""
        marked = one.signed or self.lexemes[end - 1].word in ("cent", "cents")
        if not marked or one.unit not in DOLLARS or end == len(self.lexemes):
            return one
        whose, bracket = language("currencies")["after_dollars"], self.spelt[end] == "("
        told = end + bracket
        code = whose.get(self.lexemes[told].printed) if told < len(self.lexemes) else None
        if code and bracket and self.spelt[told + 1 : told + 2] == ")":
            return replace(one, unit=code, end=self.lexemes[told + 1].end)
        if code and not bracket and closes(end + 1, self.lexemes, self.spelt):
            return replace(one, unit=code, end=self.lexemes[end].end)
        return one

    def _coined(self, match: re.Match) -> tuple[list[tuple[Numeral, tuple[int, int]]], int]:
        """“Thirteen dollars and forty-five cents” is one sum; “five dollars and 20 pence” are two."""
        spans = match.span("whole"), match.span("coin")
        whole, coin = map(self._quantity, spans)
        one, two = (self._numeral(q, span) for q, span in zip((whole, coin), spans, strict=True))
        if not whole.unit or whole.unit != coin.unit or coin.mantissa >= 100 or whole.factor != 1:
            return [(one, spans[0]), (two, spans[1])], match.end()
        value = times(whole.value + coin.value, 1)
        return [(replace(one, end=coin.end, last=coin.last, value=value), match.span())], match.end()

    def _ends(self, kind: str, *spans: tuple[int, int]) -> list[tuple[Numeral, tuple[int, int]]]:
        """A range, or, where it is none, its two ends."""
        printed = [self._quantity(span) for span in spans]
        if printed[0].signed and printed[1].unit is None:
            printed[1] = self._sized(printed, kind, spans[1])
        counted = printed[0].factor >= 1e3 and printed[1].factor == 1 and printed[1].unit is None
        if counted and not closes(spans[1][1], self.lexemes, self.spelt):  # “paid $650m to two partners”
            return [(self._numeral(q, span), span) for q, span in zip(printed, spans, strict=True)]
        first, second = shared(*printed, kind, spans[1][1], self.lexemes, self.spelt)
        one, two = (self._numeral(q, span) for q, span in zip((first, second), spans, strict=True))
        if not ranges(first, second, kind, *spans, printed[0].unit is None, self.lexemes, self.spelt):
            return [(one, spans[0]), (two, spans[1])]
        bound = replace(one, start=first.start, end=second.end, value=None, low=first.value, high=second.value)
        return [(replace(bound, last=second.last, factor=second.factor), (spans[0][0], spans[1][1]))]

    def _sized(self, printed: list[Quantity], kind: str, span: tuple[int, int]) -> Quantity:
        """The second number with the “m” that touches it, if it is of the first one's money: “£1-2m”."""
        start, end = span
        sized = quantity(self.lexemes[start:end], self.spelt[start:end], self.money, sized=True)
        lent = shared(printed[0], sized, kind, end, self.lexemes, self.spelt)[1].unit
        return sized if lent else printed[1]

    def _numeral(self, one: Quantity, span: tuple[int, int]) -> Numeral:
        bound, cue = bounded(*span, self.lexemes, self.spelt)
        below = minus(span[0], self.lexemes) if one.unit else None
        value = -one.value if below is not None else one.value
        return Numeral(one.start if below is None else below, one.end, value, bound=bound, unit=one.unit,
                       first=one.first, last=one.last, factor=one.factor, cue=cue)  # fmt: skip


def _other(match: re.Match, lexemes: tuple[Lexeme, ...]) -> Numeral:
    """A fraction, ordinal or multiple in words."""
    kind = match.lastgroup
    found = lexemes[match.start() : match.end()]
    numbers = language("numbers")
    last = found[-1].word
    if kind in ("fraction", "half"):
        count = 1.0 if len(found) == 1 or found[0].word in ("a", "an") else _count(found[0])
        value = count * (numbers["fractions"].get(last) or 1 / numbers["ordinals"][last])
        kind = "fraction"
    elif kind == "multiple":
        value = float(numbers["multiples"][last])
    else:
        value = float(re.sub(r"\D", "", last) or numbers["ordinals"][last])
        value += numbers["tens"][found[0].word] if len(found) > 1 else 0
    return Numeral(found[0].start, found[-1].end, times(value, 1), form=kind, first=found[0].start, last=found[-1].end)


def _count(lexeme: Lexeme) -> float:
    return float(language("numbers")["units"].get(lexeme.word) or re.sub(r"\D", "", lexeme.printed) or 1)
