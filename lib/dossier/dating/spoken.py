"""Spoken years: “nineteen ninety-six”, “the year two thousand”, as broadcasts write them, made numbers like 1996."""

import re

from dossier.lexemes import Lexeme, language

_LIKELY = re.compile(r"\b(?:(?:eighteen|nineteen|twenty)[\s-]|two\s+thousand\b)", re.IGNORECASE)
_CENTURIES = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}
_DATING = frozenset("in of since by until till from to and year the early late mid summer winter spring autumn".split())


def with_spoken_years(text: str, lexemes: tuple[Lexeme, ...]) -> tuple[Lexeme, ...]:
    """The lexemes of `text`, each year in words as one number."""
    if not _LIKELY.search(text):
        return lexemes
    made: list[Lexeme] = []
    place = 0
    while place < len(lexemes):
        year, after = _year(lexemes, place)
        if year:
            first, last = lexemes[place], lexemes[after - 1]
            made.append(Lexeme(first.start, last.end, "number", str(year), first.spaced, str(year)))
        else:
            made.append(lexemes[place])
        place = after
    return tuple(made)


def _year(lexemes: tuple[Lexeme, ...], place: int) -> tuple[int | None, int]:
    """The year told from `place` on and the lexeme after it; None if none is."""
    word, before = lexemes[place].word, lexemes[place - 1].word if place else ""
    thousand = word == "two" and place + 1 < len(lexemes) and lexemes[place + 1].word == "thousand"
    if not (thousand or word in _CENTURIES) or not _dated(before):
        return None, place + 1
    if thousand:
        joined = place + 2 < len(lexemes) and lexemes[place + 2].word == "and"
        rest, after = _below_hundred(lexemes, place + 2 + joined)
        if not rest and before != "year" and before not in language("calendar")["months"]:
            return None, place + 1
        return 2000 + rest, after if rest else place + 2
    rest, after = _below_hundred(lexemes, place + 1)
    goes_on = after < len(lexemes) and lexemes[after].printed == "-"
    if rest < 10 or goes_on or (word == "twenty" and before in ("and", "the", "to", "from", "by")):
        return None, place + 1
    return _CENTURIES[word] + rest, after


def _dated(before: str) -> bool:
    return not before or not before[0].isalnum() or before in _DATING or before in language("calendar")["months"]


def _below_hundred(lexemes: tuple[Lexeme, ...], place: int) -> tuple[int, int]:
    """The number below a hundred in words from `place` on, 0 if there is none, and the lexeme after it."""
    numbers = language("numbers")
    words = [lexeme.word for lexeme in lexemes[place : place + 3]]
    if words and words[0] in numbers["units"]:
        return numbers["units"][words[0]], place + 1
    if not words or words[0] not in numbers["tens"]:
        return 0, place
    tens, hyphen = numbers["tens"][words[0]], words[1:2] == ["-"]
    unit = numbers["units"].get(words[1 + hyphen], 0) if len(words) > 1 + hyphen else 0
    return (tens + unit, place + 2 + hyphen) if 0 < unit < 10 else (tens, place + 1)
