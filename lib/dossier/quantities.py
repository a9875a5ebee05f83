"""Quantities: the spelling of one number with its money or percent sign, as a grammar over lexemes.

`QUANTITY` is the regular expression, over the letters that `spelling` gives, of one number with its signs; `quantity`
reads the value of what it matched.
"""

import re
from dataclasses import dataclass

from dossier.currencies import Money, coins, doubtful
from dossier.lexemes import Lexeme, language, plain
from dossier.spelling import DASHES

_SMALL = "(?:t-?u|t|u)"
_SIMPLE = f"(?:(?:{_SMALL}|a)-?H(?:(?:-?&-?)?{_SMALL})?|{_SMALL})"
_WORDED = f"(?:{_SIMPLE}(?:-?M){{0,2}}(?:{_SIMPLE}-?M)?(?:{_SMALL}-?H(?:&?{_SMALL})?)?|a-?M)"
_HALVED = (
    f"(?:(?:{_SIMPLE}|n)-?&-?a-?h(?:-?[MmjW])?|aM&ah|h-?a?-?M|[ua]-?[qQ]-?(?:oa)?-?M"
    "|h(?:o?a|ou)?(?=-?p)|[uan]-?[qQ](?:oa)?(?=-?p))"
)
_NAMED = r"(?:(?:z&)?[zc]{0,3}-?|\([zc]\))[xk]"
_DIGITS = (
    "(?:n(?:g{2,5}(?!g)|g(?=[MWxc])|)|g)v?(?:-?[MmjW](?:-?[MmW])?)?"
    f"(?:(?<=[mj])d(?={_NAMED})|(?<=[MW])o(?={_NAMED}))?|v(?:-?[MmjW])?"
)
_PIECES = "n[MmW](?:n[MmW])+(?=d?-?[zc]{0,3}-?[xc])"  # “1 billion 250 million manats”
NUMBER = f"(?:{_PIECES}|{_HALVED}|{_WORDED}|{_DIGITS})"
_PREFIX = "(?:(?:c?s|l|c)d?-?|x(?=n))"
_SUFFIX = f"-?p|-?{_NAMED}[xk]?|-?c(?!-?[ngut])|s(?!-?[ngutah])"
QUANTITY = f"(?:(?:{_PREFIX})?{NUMBER}(?:{_SUFFIX})?)"
NAMED = f"(?:{NUMBER}-?[zc]{{0,3}}-?x)"  # a whole one and what is left of it: “five dollars and twenty cents”
COIN = f"(?:(?:n|{_SMALL})-?k)"
_PARTS = re.compile(f"(?P<prefix>{_PREFIX})?(?P<number>{NUMBER})(?P<suffix>{_SUFFIX})?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number as printed: `text[start:end]` with its signs, `text[first:last]` without."""

    start: int
    end: int
    first: int
    last: int
    mantissa: float
    factor: float
    unit: str | None
    signed: bool  # a sign, code or percent mark of its own
    grouped: bool

    @property
    def value(self) -> float:
        return times(self.mantissa, self.factor)


def times(mantissa: float, factor: float) -> float:
    """Multiplied out without the noise of binary fractions: 667.8 million is 667800000."""
    return float(f"{mantissa * factor:.12g}")


def quantity(
    lexemes: tuple[Lexeme, ...], spelt: str, money: Money, sized: bool = False, priced: bool = False
) -> Quantity:
    """The quantity that `QUANTITY` matched: `spelt` are the letters of `lexemes`.

    `sized`: an “m” that touches the number is its magnitude, though no money stands beside it (“£1-2m”).
    `priced`: it stands where a price may, so that a letter may be money if the text confirms it (“at R68 a unit”).
    """
    parts = _PARTS.match(spelt)
    first, last = parts.span("number")
    mantissa, factor = _value(lexemes[first:last], spelt[first:last])
    printed = lexemes[first:last]
    grouped = "g" in spelt[first:last] or any(
        len(x.printed) > 4 and not x.printed.isdigit() for x in printed if x.kind == "number"
    )
    sure = factor >= 1000 or grouped or (mantissa >= 1000 and not _like_year(printed))
    unit, coin = _unit(lexemes, spelt, parts, money, sure, priced and mantissa >= 10)
    start, end = (0, len(spelt)) if unit else (first, last)
    if not (unit or sized) and spelt[last - 1] in "mj" and lexemes[last - 1].word in language("numbers")["touching"]:
        end, last = end - 1, last - 1
        factor = _value(lexemes[first:last], spelt[first:last])[1]
    if spelt[first] == "a" and spelt[first + 1 : first + 2] not in ("q", "Q"):
        start, first = start + (start == first), first + 1
    return Quantity(lexemes[start].start, lexemes[end - 1].end, lexemes[first].start, lexemes[last - 1].end,
                    mantissa, factor * coin, unit, parts["prefix"] is not None, grouped)  # fmt: skip


def _like_year(printed: tuple[Lexeme, ...]) -> bool:
    return len(printed) == 1 and plain(printed[0]) and 1900 <= int(printed[0].printed) <= 2099


def _unit(
    lexemes: tuple[Lexeme, ...], spelt: str, parts: re.Match, money: Money, sure: bool, priced: bool
) -> tuple[str | None, float]:
    """Currency or percent, and the share of it that the coin is (0.01 for a cent); None if it is neither."""
    suffix, end = parts["suffix"] or "", parts.end("number")
    if suffix.endswith("p"):
        return "percent", 1.0
    if "x" in suffix or "k" in suffix:
        return _named(lexemes[end:], spelt[end:], parts["prefix"], money, sure)
    if parts["prefix"] == "x":  # “Taka 500 crore”
        capital = parts["number"][-1] in "MmWj" and lexemes[0].printed[0].isupper()
        named = sure and (capital or lexemes[0].word in ("dlrs", "dlr"))
        return (money.named(lexemes[0].word), 1.0) if named and not money.careful(lexemes[0].word) else (None, 1.0)
    marks = [lexemes[0]] if parts["prefix"] else []
    if suffix and (not marks or marks[0].printed == "$"):
        marks = [lexemes[-1]]
    at_price = bool(marks) and priced and money.of_place(marks[0].printed)
    if not marks or (marks[0].kind == "letter" and not (sure or at_price)):
        return None, 1.0
    measured = marks[0].printed in language("currencies")["measured"]
    doubted = marks[0].printed in doubtful() and (measured or not sure) and not at_price
    if doubted and not money.confirmed(marks[0].printed):
        return None, 1.0
    return money.sign(marks[0]), 1.0


def _named(
    after: tuple[Lexeme, ...], spelt: str, prefix: str | None, money: Money, sure: bool
) -> tuple[str | None, float]:
    place = re.search("[xk]", spelt).start()
    word = after[place].word
    before = tuple(x.word.replace(".", "") for x in after[:place] if x.printed not in DASHES)
    if spelt.endswith("xk"):
        return money.named(word, before), 0.01
    if money.careful(word) and not sure and not money.adjective(word, before):
        return None, 1.0
    return money.named(word, before), 0.01 if word in coins() else 1.0


def _value(lexemes: tuple[Lexeme, ...], spelt: str) -> tuple[float, float]:
    """Mantissa and factor: “two and a half billion” is 2.5 and 1e9."""
    if re.fullmatch("n[MmW](?:n[MmW])+", spelt):
        return _pieces(lexemes, spelt), 1.0
    factor = 1.0
    end = len(spelt)
    while end and spelt[end - 1] in "MmjWod-":
        factor *= _magnitude(lexemes[end - 1]) if spelt[end - 1] not in "od-" else 1.0
        end -= 1
    spelt, lexemes = spelt[:end], lexemes[:end]
    if spelt in ("", "a"):
        return 1.0, factor
    if re.fullmatch("[hq]-?(?:o?[au])?|aqoa", spelt):
        return (0.5 if spelt[0] == "h" else 0.25), factor
    if match := re.match("[uan]-?[qQ]", spelt):
        return 0.25 * (1.0 if spelt[0] == "a" else _value(lexemes[:1], spelt[:1])[0]), factor
    if spelt == "aM&ah":
        return 1.5, _magnitude(lexemes[1])
    if match := re.search("-?&-?a-?h$", spelt):
        mantissa, inner = _value(lexemes[: match.start()], spelt[: match.start()])
        return mantissa * inner + 0.5, factor
    if spelt[0] in "ngv":
        return _digits(lexemes, spelt), factor
    return _worded(lexemes, spelt), factor


def _pieces(lexemes: tuple[Lexeme, ...], spelt: str) -> float:
    """“1 billion 250 million” is 1.25 billion; ValueError would be “250 million 1 billion”, whose last counts alone."""
    total = 0.0
    for match in re.finditer("n[MmW]", spelt):
        piece = read_digits(lexemes[match.start()].printed) * _magnitude(lexemes[match.start() + 1])
        total = total + piece if piece < total or not total else piece
    return total


def _magnitude(lexeme: Lexeme) -> float:
    numbers = language("numbers")
    word = lexeme.word
    return numbers["abbreviations"].get(word) or numbers["magnitudes"].get(word) or numbers["magnitudes"][word[:-1]]


def _digits(lexemes: tuple[Lexeme, ...], spelt: str) -> float:
    whole = "".join(x.printed for x, letter in zip(lexemes, spelt, strict=True) if letter in "ng")
    return (read_digits(whole) if whole else 0.0) + sum(_fraction(x.printed) for x in lexemes if x.kind == "glyph")


def _fraction(printed: str) -> float:
    """½, or 1/2 after a whole number."""
    one, _, parts = printed.partition("/")
    return int(one) / int(parts) if parts else language("numbers")["glyphs"][printed]


def read_digits(printed: str) -> float:
    """The value of digits as printed: 1,250.50 · 1 250 000 · 1.250.000 · 12,34,567 · 1,5."""
    bare = re.sub(r"[\s'’]", "", printed)
    if re.fullmatch(r"[0-9]+,[0-9]{1,2}", bare):
        return float(bare.replace(",", "."))
    if bare.count(".") > 1 or re.fullmatch(r"[1-9][0-9]{0,2}\.000", bare):
        bare = bare.replace(".", "").replace(",", ".")
    return float(bare.replace(",", ""))


def _worded(lexemes: tuple[Lexeme, ...], spelt: str) -> float:
    numbers = language("numbers")
    total = current = 0.0
    for lexeme, letter in zip(lexemes, spelt, strict=True):
        if letter == "u":
            current += numbers["units"][lexeme.word]
        elif letter == "t":
            current += numbers["tens"][lexeme.word]
        elif letter == "H":
            current = (current or 1.0) * 100
        elif letter == "M":
            total, current = total + (current or 1.0) * numbers["magnitudes"][lexeme.word], 0.0
    return total + current
