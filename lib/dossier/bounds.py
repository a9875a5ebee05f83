"""Bounds: the words around a number that say it is about, over or under, and the minus before it."""

from functools import cache

from dossier.lexemes import Lexeme, language
from dossier.spelling import DASHES

_QUOTES = frozenset("“”\"‘’'*_")


def bounded(start: int, end: int, lexemes: tuple[Lexeme, ...], spelt: str) -> tuple[str, str]:
    """The bound of the number `lexemes[start:end]`, and the words before or after it that set it."""
    words = _words_before(start, lexemes, spelt)
    for size in range(len(words), 0, -1):
        phrase = tuple(words[-size:])
        if phrase in _bounds("bounds_before") and not _topical(phrase, words[:-size]):
            return _bounds("bounds_before")[phrase], " ".join(phrase)
    after = [x.word for x in lexemes[end : end + 4] if x.printed not in DASHES]
    for size in range(3, 0, -1):
        if tuple(after[:size]) in _bounds("bounds_after") and not _adds(after[:size], end, lexemes):
            return _bounds("bounds_after")[tuple(after[:size])], " ".join(after[:size])
    return "exact", ""


def _words_before(start: int, lexemes: tuple[Lexeme, ...], spelt: str) -> list[str]:
    while start and (lexemes[start - 1].printed in DASHES or lexemes[start - 1].word == "minus"):
        start -= 1
    words: list[str] = []
    for n in range(start - 1, max(-1, start - 5), -1):
        if spelt[n] == "|":
            break
        if lexemes[n].printed not in _QUOTES:
            words.insert(0, lexemes[n].word)
    return [*words[:-2], "".join(words[-2:])] if words[-1:] == ["."] else words


def _adds(phrase: list[str], end: int, lexemes: tuple[Lexeme, ...]) -> bool:
    """“$3bn plus interest” adds; “$3bn plus,”, “a $3bn-plus deal” bound."""
    follows = lexemes[end + 1] if end + 1 < len(lexemes) else None
    return phrase == ["plus"] and lexemes[end].word == "plus" and bool(follows) and follows.printed[0].isalnum()


@cache
def _bounds(name: str) -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): bound for bound, phrases in language("numbers")[name].items() for phrase in phrases}


def _topical(phrase: tuple[str, ...], before: list[str]) -> bool:
    """“a dispute over $5bn”, “talks about 5%”: the word tells the subject, and bounds nothing."""
    topics = language("numbers")["topics_of"].get(" ".join(phrase))
    return bool(topics and before) and before[-1] in topics


def minus(place: int, lexemes: tuple[Lexeme, ...]) -> int | None:
    """Where the minus before the number stands: a dash that touches it and nothing else, or the word."""
    if not place:
        return None
    sign, number = lexemes[place - 1], lexemes[place]
    alone = place == 1 or sign.spaced or lexemes[place - 2].printed in "(["
    if sign.printed in DASHES and not number.spaced and alone:
        return sign.start
    return sign.start if sign.word == "minus" else None
