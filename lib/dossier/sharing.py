"""Sharing: what two numbers of one expression lend each other, and when they are the ends of a range.

“$2-2.5 billion” shares sign and magnitude; “from $2bn to $3bn” after “rose” is a change, not a range; in “$7.25bn,
against 6.8 billion a year before” the second number is of the first one's money.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dossier.lexemes import Lexeme, language, plain
from dossier.quantities import Quantity

if TYPE_CHECKING:
    from dossier.numerals import Numeral

BEFORE = 14  # lexemes before a number that are searched for what makes it a change
APART = 40  # lexemes between a sum and a later number that may be of its money


def shared(
    first: Quantity, second: Quantity, kind: str, end: int, lexemes: tuple[Lexeme, ...], spelt: str
) -> tuple[Quantity, Quantity]:
    """Give the bare first number the unit and magnitude of the second, and a bare second the first's currency.

    `kind`: low (between … and), from (… to …, a dash, or) or one (… and …); `end`: the lexeme after the second.
    """
    if first.unit is None and second.unit and not second.signed and _bare(first, second, kind):
        first = replace(first, unit=second.unit, factor=_factor(first, second))
    elif first.unit and second.unit is None and first.signed and kind != "one":
        if _bare(second, first, kind) and (not second.grouped or closes(end, lexemes, spelt)):
            second = replace(second, unit=first.unit)
    if first.unit == second.unit and first.unit and first.factor == 1 and not first.grouped and second.factor >= 1:
        first = replace(first, factor=_factor(first, second))
    return first, second


def _bare(one: Quantity, other: Quantity, kind: str) -> bool:
    """May the number have left out its unit? In “… and …” neither one with grouped digits nor what may be a year."""
    like_year = 1900 <= one.mantissa <= 2099 and one.factor == 1 and not one.grouped
    if kind == "one":
        return not one.grouped and not like_year
    return not like_year or (other.mantissa >= 1000 and other.factor == 1)


def _factor(first: Quantity, second: Quantity) -> float:
    """“2–2.5 billion”: the second's magnitude belongs to both, if so the range rises."""
    return second.factor if first.factor == 1 and first.mantissa <= max(second.mantissa, 99) else first.factor


def ranges(
    first: Quantity,
    second: Quantity,
    kind: str,
    one: tuple[int, int],
    two: tuple[int, int],
    bare: bool,
    lexemes: tuple[Lexeme, ...],
    spelt: str,
) -> bool:
    """Are the two, at lexemes `one` and `two`, the ends of a range? `bare`: the first has no unit of its own."""
    if not first.unit or first.unit != second.unit or first.value >= second.value:
        return False
    if kind == "low":
        return spelt[one[0] - 1 - _skipped(spelt, one[0])] == "B"
    dashed = not {"T", "O"} & set(spelt[one[1] : two[0]])
    return kind == "from" and (
        dashed or _by(first, second, one[0], lexemes) or not _changes(one[0], bare, lexemes, spelt)
    )


def _by(first: Quantity, second: Quantity, place: int, lexemes: tuple[Lexeme, ...]) -> bool:
    """“up by 20% to 25%” tells how much, “up by $1.10 to $78.62” how much and to what."""
    return place > 0 and lexemes[place - 1].word == "by" and second.value <= 2 * first.value


def _skipped(spelt: str, place: int) -> int:
    """How many letters stand between `place` and the B or F that opens a “between … and …”."""
    return next((n for n in range(4) if place - 1 - n >= 0 and spelt[place - 1 - n] in "BF"), 0)


def _changes(place: int, bare: bool, lexemes: tuple[Lexeme, ...], spelt: str) -> bool:
    """Does “from … to …” or “… to …” at `place` tell a change rather than a range?

    “rose by $1.10 to $78.62” does, “rose by 3 to 5 per cent” does not: a change without “from” names its unit twice.
    """
    before = []
    for n in range(place - 1, max(-1, place - 1 - BEFORE), -1):
        if spelt[n] == "|" or lexemes[n].printed in ".;:":
            break
        before.append(lexemes[n].word)
    ranging, change = _words("ranging"), _words("change")
    opened = "from" in before[:3]
    if bare and not opened:
        return False
    for word in before if opened else before[:3]:
        if word in ranging or (word in change and (opened or not word.startswith("rais"))):
            return word in change
    return False


def same_money(
    one: Numeral, span: tuple[int, int], sum_before: Numeral, after: int, lexemes: tuple[Lexeme, ...], spelt: str
) -> bool:
    """Is a number in millions or billions, without a unit, compared with the sum before it in its sentence?"""
    start, end = span
    if one.form != "cardinal" or one.factor < 1e6 or sum_before.factor < 1e3 or start - after > APART:
        return False
    between = range(after, start)
    if any(spelt[n] == "|" or lexemes[n].printed in ("!", "?", ";") or _stops(n, lexemes) for n in between):
        return False
    place = start - 1
    while place > after and lexemes[place].word in _bounding():
        place -= 1
    return lexemes[place].word in _words("compares") and closes(_upper(end, lexemes), lexemes, spelt)


def _upper(end: int, lexemes: tuple[Lexeme, ...]) -> int:
    """Where “15 million | to 25 million” ends: what the second number counts, the first does too."""
    second = end + 1
    if second >= len(lexemes) or lexemes[end].word != "to" or lexemes[second].kind != "number":
        return end
    scaled = second + 1 < len(lexemes) and lexemes[second + 1].word in language("numbers")["magnitudes"]
    return second + 1 + scaled


def _stops(place: int, lexemes: tuple[Lexeme, ...]) -> bool:
    """Does a full stop at `place` end a sentence?"""
    follows = lexemes[place + 1] if place + 1 < len(lexemes) else None
    return lexemes[place].printed == "." and (follows is None or (follows.spaced and not follows.printed[:1].islower()))


def closes(end: int, lexemes: tuple[Lexeme, ...], spelt: str) -> bool:
    """Does the phrase of a number end with it? After “5 million people” it goes on."""
    if end == len(lexemes) or spelt[end] == "|":
        return True
    after = lexemes[end]
    mark = after.kind in ("other", "break") and after.printed != "-"
    return mark or after.word in _words("after_a_sum") or plain(after)


@cache
def _bounding() -> frozenset[str]:
    phrases = [phrase for several in language("numbers")["bounds_before"].values() for phrase in several]
    return frozenset(word for phrase in phrases for word in phrase.split()) - _words("compares")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language("numbers")[name])
