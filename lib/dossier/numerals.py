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
from functools import cache

from dossier.currencies import Money
from dossier.lexemes import Lexeme, language, lex
from dossier.quantities import DASHES, QUANTITY, Quantity, letters, quantity, times

PERCENT = "percent"
_QUOTES = frozenset("“”\"‘’'*_")
BEFORE = 14  # lexemes before a number that are searched for what bounds or changes it
_ONE = f"(?>{QUANTITY})"
_FEW = "[^|ngutah]{0,2}?"
_GRAMMAR = re.compile(
    rf"(?P<between>[BF]{_FEW}(?P<low>{_ONE})&{_FEW}(?P<high>{_ONE}))"
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
    lexemes = lex(text)
    spelt = letters(lexemes)
    money = Money(context or text)
    place = 0
    while match := _GRAMMAR.search(spelt, place):
        found, place = _found(match, lexemes, spelt, money)
        yield from found


def _found(match: re.Match, lexemes: tuple[Lexeme, ...], spelt: str, money: Money) -> tuple[list[Numeral], int]:
    """The numerals of one match, and where to read on."""
    for low, high in _ENDS:
        if match[low] is None:
            continue
        ends = [_quantity(match.span(name), lexemes, spelt, money) for name in (low, high)]
        spans = [match.span(name) for name in (low, high)]
        return _ends(low, ends, spans, lexemes, spelt), match.end()
    if match["single"] is not None:
        one = _quantity(match.span("single"), lexemes, spelt, money)
        return [_numeral(one, match.span("single"), lexemes, spelt)], match.end()
    return [_other(match, lexemes)], match.end()


def _quantity(span: tuple[int, int], lexemes: tuple[Lexeme, ...], spelt: str, money: Money) -> Quantity:
    start, end = span
    one = quantity(lexemes[start:end], spelt[start:end], money)
    if one.unit and _runs_on(lexemes, end):
        return replace(one, start=one.first, end=one.last, unit=None)
    if lexemes[end - 1].word in ("cent", "penny") and one.mantissa == 1 and not _counts_cent(lexemes, start, end):
        return replace(one, start=one.first, end=one.last, unit=None, factor=1.0)
    return _weight(one, lexemes, end) if one.unit and lexemes[end - 1].word in ("pound", "pounds") else one


def _runs_on(lexemes: tuple[Lexeme, ...], end: int) -> bool:
    """Does a word of another script touch the sum, as the 万 of ¥100万 does? Then its value is another."""
    if end == len(lexemes):
        return False
    after = lexemes[end]
    return (
        after.kind == "word" and not after.spaced and not after.printed[0].isascii() and not after.printed[0].islower()
    )


def _counts_cent(lexemes: tuple[Lexeme, ...], start: int, end: int) -> bool:
    """“one cent a litre” is money, “not one cent less” is none."""
    return end < len(lexemes) and lexemes[end].word in ("a", "per", "each") and lexemes[max(0, start - 1)].word != "not"


def _weight(one: Quantity, lexemes: tuple[Lexeme, ...], end: int) -> Quantity:
    """The quantity without its unit if these pounds weigh: “200 pounds of explosives”, “a 500-pound bomb”."""
    money = language("currencies")
    after = [x.word for x in lexemes[end : end + 4]]
    near = {x.word for x in lexemes[max(0, end - 10) : end + 4]}
    weighs = bool(near & set(money["weigh_words"]))
    if after[:1] == ["of"]:
        weighs |= not set(after[1:]) & set(money["money_nouns"]) and not (one.signed or one.factor >= 1e6)
    elif lexemes[end - 1].word == "pound" and one.factor == 1:
        weighs |= not set(after[:2]) & {"fine", "note", "notes", "bill", "coin", "fee", "a", "ticket", "prize", "bonus"}
    if one.signed or not weighs:
        return one
    return replace(one, start=one.first, end=one.last, unit=None)


def _ends(kind: str, ends: list[Quantity], spans: list[tuple[int, int]], lexemes, spelt: str) -> list[Numeral]:
    """A range, or, where it is none, its two ends."""
    first, second = _shared(*ends, kind)
    one, two = (_numeral(q, span, lexemes, spelt) for q, span in zip((first, second), spans, strict=True))
    between = kind == "low" and spelt[spans[0][0] - 1 - _skipped(spelt, spans[0][0])] == "B"
    if first.unit and first.unit == second.unit and first.value < second.value:
        dashed = kind == "from" and not {"T", "O"} & set(spelt[spans[0][1] : spans[1][0]])
        if between or dashed or (kind == "from" and not _changes(spans[0][0], lexemes, spelt)):
            bound = replace(one, start=first.start, end=second.end, value=None, low=first.value, high=second.value)
            return [replace(bound, last=second.last, factor=second.factor)]
    return [one, two]


def _skipped(spelt: str, place: int) -> int:
    """How many letters stand between `place` and the B or F that opens a “between … and …”."""
    return next((n for n in range(4) if place - 1 - n >= 0 and spelt[place - 1 - n] in "BF"), 0)


def _shared(first: Quantity, second: Quantity, kind: str) -> tuple[Quantity, Quantity]:
    """Give the bare first number the unit and magnitude of the second, and a bare second the first's currency."""
    if first.unit is None and second.unit and not second.signed and _bare(first):
        first = replace(first, unit=second.unit, factor=_factor(first, second))
    elif first.unit and second.unit is None and first.signed and _bare(second) and kind != "one":
        second = replace(second, unit=first.unit)
    if first.unit == second.unit and first.unit and first.factor == 1 and not first.grouped:
        first = replace(first, factor=_factor(first, second))
    return first, second


def _bare(one: Quantity) -> bool:
    return not one.grouped and not (1900 <= one.mantissa <= 2099 and one.factor == 1)


def _factor(first: Quantity, second: Quantity) -> float:
    """“2–2.5 billion”: the second's magnitude belongs to both, if so the range rises."""
    return second.factor if first.factor == 1 and first.mantissa <= max(second.mantissa, 99) else first.factor


def _changes(place: int, lexemes: tuple[Lexeme, ...], spelt: str) -> bool:
    """Does “from … to …” or “… to …” at `place` tell a change rather than a range?"""
    before = []
    for n in range(place - 1, max(-1, place - 1 - BEFORE), -1):
        if spelt[n] == "|" or lexemes[n].printed in ".;:":
            break
        before.append(lexemes[n].word)
    ranging, change = _words("ranging"), _words("change")
    opened = "from" in before[:3]
    for word in before if opened else before[:3]:
        if word in ranging or (word in change and (opened or not word.startswith("rais"))):
            return word in change
    return False


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language("numbers")[name])


def _numeral(one: Quantity, span: tuple[int, int], lexemes: tuple[Lexeme, ...], spelt: str) -> Numeral:
    bound, cue = _bound(one, span, lexemes, spelt)
    minus = _minus(span[0], lexemes) if one.unit else None
    value = -one.value if minus is not None else one.value
    return Numeral(one.start if minus is None else minus, one.end, value, bound=bound, unit=one.unit,
                   first=one.first, last=one.last, factor=one.factor, cue=cue)  # fmt: skip


def _minus(place: int, lexemes: tuple[Lexeme, ...]) -> int | None:
    """Where the minus before the number stands: a dash that touches it and nothing else, or the word."""
    if not place:
        return None
    sign, number = lexemes[place - 1], lexemes[place]
    alone = place == 1 or sign.spaced or lexemes[place - 2].printed in "(["
    if sign.printed in DASHES and not number.spaced and alone:
        return sign.start
    return sign.start if sign.word == "minus" else None


@cache
def _bounds(name: str) -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): bound for bound, phrases in language("numbers")[name].items() for phrase in phrases}


def _bound(one: Quantity, span: tuple[int, int], lexemes: tuple[Lexeme, ...], spelt: str) -> tuple[str, str]:
    """The bound that the words before or after set, and those words."""
    start, end = span
    while start and (lexemes[start - 1].printed in DASHES or lexemes[start - 1].word == "minus"):
        start -= 1
    words = []
    for n in range(start - 1, max(-1, start - 5), -1):
        if spelt[n] == "|":
            break
        if lexemes[n].printed not in _QUOTES:
            words.insert(0, lexemes[n].word)
    if words[-1:] == ["."]:
        words = [*words[:-2], "".join(words[-2:])]
    for size in range(len(words), 0, -1):
        phrase = tuple(words[-size:])
        if phrase in _bounds("bounds_before") and not _topical(phrase, words[:-size]):
            return _bounds("bounds_before")[phrase], " ".join(phrase)
    after = [x.word for x in lexemes[end : end + 4] if x.printed not in DASHES]
    for size in range(3, 0, -1):
        if tuple(after[:size]) in _bounds("bounds_after"):
            return _bounds("bounds_after")[tuple(after[:size])], " ".join(after[:size])
    return "exact", ""


def _topical(phrase: tuple[str, ...], before: list[str]) -> bool:
    """“a dispute over $5bn”, “talks about 5%”: the word tells the subject, and bounds nothing."""
    return phrase in (("over",), ("about",)) and bool(before) and before[-1] in _words(f"{phrase[0]}_as_topic")


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
