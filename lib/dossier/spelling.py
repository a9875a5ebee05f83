"""Spelling: lexemes → the letters in which numbers and money are written.

One letter a lexeme, `_` for what is no part of a number: “two and a half billion Hong Kong dollars” is `u&ahMzzx`.
`quantities` and `numerals` are regular expressions over these letters.
"""

from functools import cache

from dossier.currencies import adjectives, codes, coins, names
from dossier.lexemes import Lexeme, language, plain

FORMULA = 30  # lexemes that a formula may have
DASHES = frozenset("-‐‑‒–−")
_SINGLE = {",": ",", "(": "(", ")": ")", "+": "+"} | dict.fromkeys(DASHES, "-")
_KINDS = {"sign": "s", "code": "c", "letter": "l", "percent": "p", "ordinal": "R", "break": "|", "glyph": "v"}
_WORDS = {"a": "a", "an": "a", "half": "h", "quarter": "q", "quarters": "Q", "and": "&", "of": "o", "to": "T",
          "or": "O", "between": "B", "from": "F", "hundred": "H"}  # fmt: skip


@cache
def _words() -> dict[str, str]:
    """Lower-case word → its letter."""
    numbers = language("numbers")
    found = dict.fromkeys(numbers["ordinals"], "r") | dict.fromkeys(numbers["fractions"], "f")
    found |= dict.fromkeys(numbers["multiples"], "i") | dict.fromkeys(numbers["vague"], "V")
    found |= {f"{word}s": "W" for word in numbers["magnitudes"]} | dict.fromkeys(numbers["magnitudes"], "M")
    found |= dict.fromkeys(numbers["units"], "u") | dict.fromkeys(numbers["tens"], "t")
    return found | dict.fromkeys(names(), "x") | dict.fromkeys(coins(), "k") | _WORDS


def letters(lexemes: tuple[Lexeme, ...]) -> str:
    """One letter a lexeme; `_` for what is no part of a number."""
    found: list[str] = []
    for place, lexeme in enumerate(lexemes):
        found.append(_letter(lexeme, lexemes[place - 1] if place else None, found[-1] if found else "|"))
    return _without_formulas(lexemes, "".join(found))


def _without_formulas(lexemes: tuple[Lexeme, ...], spelt: str) -> str:
    """A “$” that touches the end of a number after another lone “$” closes a formula, as in TeX: neither is money."""
    if spelt.count("s") < 2:
        return spelt
    found, opened = list(spelt), None
    for place, letter in enumerate(spelt):
        if letter != "s" or lexemes[place].printed not in ("$", "\\$"):
            continue
        closes = place and not lexemes[place].spaced and spelt[place + 1 : place + 2] not in ("n", "u", "t")
        if closes and opened is not None and place - opened <= FORMULA:
            found[place] = found[opened] = "_"
            opened = None
        else:
            opened = place
    return "".join(found)


def _letter(lexeme: Lexeme, before: Lexeme | None, last: str) -> str:
    kind = lexeme.kind
    if kind == "number":
        return "g" if last in "ng" and _continues(before, lexeme) else "n"
    if kind == "other":
        points = last in "mj" or (last == "c" and not before.printed.isupper())
        return "d" if lexeme.printed == "." and points else _SINGLE.get(lexeme.printed, "_")
    if kind != "word":
        return "z" if kind == "initials" else _KINDS.get(kind, "_")
    word = lexeme.word
    if last in "ngv" and word in _points():
        return "p"
    if last == "-" and not lexeme.spaced and not before.spaced and word in _hyphened():
        return "m"
    if last in "ngvM" and word in language("numbers")["abbreviations"] and word not in _words():
        touching = word in language("numbers")["touching"]
        return (
            "m"
            if not touching or not lexeme.spaced
            else "j"
            if lexeme.printed != word.upper() or len(word) > 1
            else "m"
        )
    if lexeme.printed in codes() and word not in _words():
        return "c"
    letter = _words().get(word)
    if letter:
        return letter
    return "z" if lexeme.printed[0].isupper() or word in _middles() else "_"


@cache
def _points() -> frozenset[str]:
    return frozenset(language("numbers")["percent_after_digits"])


@cache
def _hyphened() -> frozenset[str]:
    """What a hyphen may part from its digits: “a $4.5-bn deal”, but not “5-m”."""
    return frozenset(word for word in language("numbers")["abbreviations"] if len(word) > 1)


@cache
def _middles() -> frozenset[str]:
    """Words in lower case that stand between a number and the name of its money."""
    places = {part for name in language("currencies")["names"] for words in adjectives(name) for part in words}
    return frozenset(language("currencies")["middles"]) | places


def _continues(before: Lexeme, lexeme: Lexeme) -> bool:
    """Is it a further group of thousands after one space: 1 250 000?"""
    return (
        plain(lexeme) and len(lexeme.printed) == 3 and lexeme.start - before.end == 1
        and plain(before) and len(before.printed) <= 3
    )  # fmt: skip
