"""Lex: plain text → a flat list of lexemes, the alphabet in which numbers, money and dates are written.

One pass of one regular expression, linear in the text. Each lexeme has a kind and its offsets; a grammar
(`numerals`, `timewords`) gives each lexeme one letter and is then a regular expression over those letters, so that
“$2-2.5 billion” and “USD 2 – 2.5 bn” are the same word of the same language.

Only ASCII digits make numbers: digits of other scripts, and digits between which a sign poses as a decimal one, are
never read as if they were. Invisible characters
(zero-width, soft hyphen, direction marks) are passed over, and offsets still count them.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from dossier.wordlists import typed

WIDEST_GAP = 12  # characters of white space that words of one expression may have between them
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_THIN = "\u00a0\u2007\u2009\u202f"
# Digits with a sign or a fancy digit among them that only looks like one: “2٫5”, “①5”, “2‚5”. To read them is to guess.
POSING = re.compile(
    "(?<![0-9.,])[0-9.,]*(?:"
    "[\u066a-\u066c\u2024\u2160-\u2188\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3007\ua4f8\ua4f9\ufe50\ufe52\uff0c\uff0e"
    "\U0001f100-\U0001f10c][0-9.,]*|(?<=[0-9])[\u201a\u060c\u3001\u3002](?=[0-9])[0-9.,]*)+"
)
# A number cut by mark-up, or by a digit written as an entity: “1<b>2</b>”, “1&#50;”. To read a part of it is to misread it;
# what is raised or linked behind a number is a note.
_DIGIT = "&#(?:4[89]|5[0-7]|x3[0-9]);"
_CUTTING = r"<(?!/?(?:sup|a)\b)/?[A-Za-z!][^<>]{0,300}>"
CUT = re.compile(
    rf"(?<![0-9.,])(?:[0-9][0-9.,]*(?:{_CUTTING}|{_DIGIT})+[0-9][0-9.,]*|[0-9.,]*{_DIGIT}[0-9.,]*)",
    re.IGNORECASE,
)
# What may not touch a number on its right: a further digit of any script, a superscript.
_NO_DIGIT = r"(?![\d²³¹⁰⁴-⁹₀-₉])"
# The commonest lexeme first: a word that nothing touches which could make it more than a word.
_GRAMMAR = r"""
  (?P<word>(?i:pa['’‘ʻ]anga|so['’‘ʻ]m)\b|(?!(?i:per|pct)|S/\.?\s?[0-9]|[½¼¾⅓⅔⅛⅕])[^\W\d_]+(?![\w$\\.£¥¢₵]))
| (?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?NO_DIGIT)
| (?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+Z?)?NO_DIGIT
    | [0-9]{1,2}(?P<mark>[./-])[0-9]{1,2}(?P=mark)(?:[0-9]{4}|[0-9]{2})NO_DIGIT(?!\.?[0-9])
    | [0-9]{4}(?P<stroke>[./])[0-9]{2}(?P=stroke)[0-9]{2}NO_DIGIT)
| (?P<ordinal>[0-9]{1,4}(?i:st|nd|rd|th)\b)
| (?P<decade>(?:[0-9]{3}0|(?<![\w.,$€£])['’]?[3-9]0)['’]?s\b)
| (?P<period>[1-4][QH](?:(?:20)?[0-9]{2})?(?![^\W_]))
| (?P<glyph>[½¼¾⅓⅔⅛⅕]|(?<=[0-9][\ -])(?:1/[2348]|3/[48]|[57]/8|2/3)(?![0-9/]))
| (?P<number>
      [0-9]{1,3}(?:[THIN][0-9]{3}){1,6}(?:[.,][0-9]{1,2})?NO_DIGIT(?![THIN][0-9]{3}(?![0-9]))
    | [0-9]{1,3}(?:['’][0-9]{3}){1,6}(?:\.[0-9]{1,2})?NO_DIGIT
    | [0-9]{1,2}(?:,[0-9]{2}){1,6},[0-9]{3}(?:\.[0-9]{1,4})?NO_DIGIT(?!,[0-9])
    | [0-9]{1,3}(?:,[0-9]{3}){1,6}(?:\.[0-9]{1,6})?NO_DIGIT(?!,[0-9])
    | [0-9]{1,3}(?:\.[0-9]{3}){2,6}(?:,[0-9]{1,2})?NO_DIGIT(?!\.[0-9])
    | [0-9]{1,15}\.[0-9]{1,15}NO_DIGIT(?!\.[0-9])
    | [0-9]{1,9},[0-9]{1,2}NO_DIGIT(?!,?[0-9])
    | [0-9]{1,15}NO_DIGIT)
| (?P<break>\n[^\S\n]*\n\s*)
| (?P<sign>(?=[FIRST])(?:SIGNS))
| (?P<code>(?=[^\W\d_]{2,6}\.?[0-9])(?:CODES)(?=[0-9]))
| (?P<letter>[LETTERS](?=[0-9]))
| (?P<mixed>[^\W\d_]+[\d_]\w*)
| (?P<percent>(?i:per(?:\s{0,3}|-)cents?\b|percentage[\s-]{1,3}points?\b|percents?\b|pct\b|(?<=\d\s)p\.[pc]\.)|%)
| (?P<initials>(?:[A-Z]\.){2,4}(?![^\W\d_]))
| (?P<plain>[^\W\d_]+)
| (?P<odd>\w+(?:\.[0-9]+)*)
| (?P<other>[^\w\s])
"""


@cache
def language(name: str) -> dict:
    """The data file `language/<name>.yml` of the package."""
    return typed(name)


class Lexeme(NamedTuple):
    """`text[start:end]`, printed so; `word` is that in lower case; `spaced` if white space stands before it."""

    start: int
    end: int
    kind: str
    printed: str
    spaced: bool
    word: str


@cache
def _pattern() -> re.Pattern:
    money = language("currencies")
    signs = sorted({sign for signs in money["signs"].values() for sign in signs}, key=lambda s: (-len(s), s))
    codes = sorted({*money["codes"].split(), *money["aliases"]}, key=lambda s: (-len(s), s))
    parts = {
        "SIGNS": "|".join(_sign(sign) for sign in signs),
        "CODES": "|".join(map(re.escape, codes)) + r"|Rs\.",
        "FIRST": "".join(sorted({re.escape(sign[0]) for sign in signs})) + r"\\",
        "LETTERS": "".join(money["letters"]),
        "THIN": _THIN,
        "NO_DIGIT": _NO_DIGIT,
    }
    return re.compile(re.sub("|".join(parts), lambda match: parts[match[0]], _GRAMMAR), re.VERBOSE)


def _sign(sign: str) -> str:
    """A sign as a pattern: letters at its edge do not touch other letters."""
    before = r"(?<![^\W\d_])" if sign[0].isalpha() else ""
    after = r"(?![^\W\d_])" if sign[-1].isalpha() else ""
    return before + re.escape(sign).replace(r"\ ", r"\s").replace(r"\$", r"\\?\$") + after


@lru_cache(maxsize=8)
def lex(text: str) -> tuple[Lexeme, ...]:
    """The lexemes of `text` in order; a paragraph break or wide gap is a lexeme of kind `break`."""
    shown, places = _visible(text)
    if not shown.isascii():
        shown = POSING.sub(_hidden, shown)
    if "<" in shown or "&#" in shown:
        shown = CUT.sub(_hidden, shown)
    lexemes: list[Lexeme] = []
    last = 0
    for match in _pattern().finditer(shown):
        start, end = match.span()
        kind, printed = match.lastgroup, match[0]
        if start - last > WIDEST_GAP:
            lexemes.append(Lexeme(last, last, "break", "", True, ""))
        lexemes.append(Lexeme(start, end, "word" if kind == "plain" else kind, printed, start > last, printed.lower()))
        last = end
    return tuple(lexemes if places is None else (_placed(lexeme, places) for lexeme in lexemes))


def _hidden(match: re.Match) -> str:
    return "_" * len(match[0])


def _placed(lexeme: Lexeme, places: list[int]) -> Lexeme:
    """The lexeme with its offsets in the text as it was, invisible characters and all."""
    end = places[lexeme.end - 1] + 1 if lexeme.end > lexeme.start else places[lexeme.start]
    return lexeme._replace(start=places[lexeme.start], end=end)


def _visible(text: str) -> tuple[str, list[int] | None]:
    """The text without its invisible characters, and where each of the others stands (None: as it was)."""
    if not INVISIBLE.search(text):
        return text, None
    places = [i for i, c in enumerate(text) if not INVISIBLE.match(c)]
    return "".join(text[i] for i in places), [*places, len(text)]


def plain(lexeme: Lexeme) -> bool:
    """Is it a bare run of digits?"""
    return lexeme.kind == "number" and lexeme.printed.isascii() and lexeme.printed.isdigit()
