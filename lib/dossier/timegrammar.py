"""Time grammar: lexemes → the letters in which dates are written, and the expressions over them.

Each lexeme has one letter (most are in `language/calendar.yml`); a rule is a regular expression over those letters.
“Tuesday, 4 May 2024” is the word `W,doy`, “first nine months of 2024” is `rumqy`. The rules are tried at each place
in the order given, the longest form first.
"""

import re
from functools import cache

from dossier.lexemes import Lexeme, language, plain
from dossier.quantities import DASHES

_KINDS = {
    "break": "|",
    "date": "Z",
    "decade": "8",
    "percent": "#",
    "sign": "$",
    "code": "$",
    "letter": "$",
    "time": ":",
    "period": "4",
}
_MARKS = {",": ",", ".": ".", "/": "/", "(": "(", ")": ")", "'": "'", "’": "'"} | dict.fromkeys(DASHES, "-")
_PERIOD_CODE = re.compile(r"(?:[QH][1-4]|FY(?:20)?\d\d|[1-4][QH])$")

MONTH = r"(?:[Oo]|z\.?)"
_THROUGH = "(?:-|i)"
_REL = "(?:q?h?[lxtpsfT]Y)"  # (of) last year, this year, the previous year
_YEAR = f"(?:[,-]?y|{_REL})"
_DAY_MONTH = f"[de](?:q|-)?{MONTH}"
_MONTH_DAY = f"{MONTH}h?[de]"
_DATE = f"(?:{_DAY_MONTH}(?:{_YEAR})?|{_MONTH_DAY}(?:{_YEAR})?)"
_WEEKDAY = r"(?:(?:W|E\.?),?h?)"
_COUNT = "(?:u(?:-?u)?|[d#a])"
_OF_YEAR = f"(?:q?h?(?:IY)?y|{_REL}|qhY)"

RULES: dict[str, str] = {
    "two_dates": f"{_DATE}{_THROUGH}h?{_DATE}",
    "between_dates": f"(?<=b){_DATE}&{_DATE}|(?<=bh){_DATE}&{_DATE}",
    "days": f"[de](?:{_THROUGH}|&|,)h?[de]q?{MONTH}(?:{_YEAR})?"
    f"|{MONTH}h?[de](?:{_THROUGH}|&)h?[de](?!q?{MONTH})(?:{_YEAR})?",
    "dotted": rf"{_WEEKDAY}?d\.d\.y\.?",
    "day": f"{_WEEKDAY}?(?:{_DATE}|Z)",
    "day_of_month": r"(?<=wh)e(?![\w^-])|(?<=w)#\.",
    "weekday_number": r"W\([de]\)",
    "months": f"{MONTH}(?:q?y)?{_THROUGH}{MONTH}(?:,?q?y|{_REL})?|(?<=b){MONTH}(?:q?y)?&{MONTH}(?:,?q?y|{_REL})?",
    "to_month": f"(?:[ud]m[iw]|Yi)(?:V-|Vqh?)?{MONTH}(?!h?[de])(?:{_YEAR})?",
    "first_months": f"[rl](?:u|d)m(?:{_OF_YEAR})?|[ud]mq(?:y|{_REL})",
    "quarter": f"[rel]-?Q(?:{_OF_YEAR})?|4(?:q?y)?|y4",
    "half_year": f"[re]-?H(?:{_OF_YEAR})|[re]-Y?H(?:{_OF_YEAR})?",
    "same_period": "[sT][%MQ](?:q?h?[lpx]Y|q?y|aYR|qhYR)?",
    "fiscal": "IY?y(?:[-/][yd])?|y(?:[-/][yd])?IY",
    "years": "y[-/][yd](?![-/\\d])|yiy|(?<=b)y&y",
    "decade": "(?:v-?)?8",
    "month": f"(?:v-?|Vqh?|V-?)?{MONTH}(?:,?q?y|{_REL})|(?:v-?|Vqh?|V-?|[lxtpsfT])?{MONTH}",
    "season": f"(?:v-?|Vqh?)?(?:[lxtpsfT])?-?S(?:q?y|{_REL})?",
    "anniversary": "(?:u-)?[er]J|[ud]-YJ",
    "since": "(?:u(?:-u)?|[d#])jw",
    "ago": f"{_COUNT}[YjMmKkDgCc]A",
    "earlier": f"{_COUNT}[YjMmKkDgCc][RFB]",
    "part_of": "Vqh?[lxtpsfT][YMKQ]|Vqh[YM]",
    "weekdays": "WiW|(?<=b)W&W",
    "weekday": "t?[lLxtpf]?WP?",
    "relative": "[RF]t[YMK]|v?[lxtpfsT]I?[YMKDNQ]|h[YMKD][BG](?![\\w^])|[lsTtf]P|hDRX|hDGX|hDBX|[DhB]X|X",
    "bare_year": "(?:v-?|Vqh?|V-)?y",
}
GRAMMAR = re.compile("|".join(f"(?P<{name}>{rule})" for name, rule in RULES.items()))


@cache
def _words() -> dict[str, str]:
    data = language("calendar")
    found = {word: "u" for word in (*language("numbers")["units"], *language("numbers")["tens"])}
    found |= {word: "r" for word in language("numbers")["ordinals"]}
    found |= {word: letter for letter, words in data["letters"].items() for word in words}
    return found | dict.fromkeys(data["seasons"], "S")


@cache
def _capitalised() -> dict[str, str]:
    data = language("calendar")
    found = {word: "o" if word in data["doubtful_months"] else "O" for word in data["months"]}
    found |= dict.fromkeys(data["short_months"], "z") | dict.fromkeys(data["weekdays"], "W")
    return found | dict.fromkeys(data["short_weekdays"], "E")


def letters(lexemes: tuple[Lexeme, ...]) -> str:
    """One letter a lexeme; `_` for other words, `^` for other capitalised ones."""
    return "".join(map(_letter, lexemes))


def _letter(lexeme: Lexeme) -> str:
    kind, printed = lexeme.kind, lexeme.printed
    if kind == "word":
        word = lexeme.word
        if printed[0].isupper() and word in _capitalised():
            return _capitalised()[word]
        return _words().get(word) or ("^" if printed[0].isupper() else "_")
    if kind == "number":
        return _number(lexeme)
    if kind == "ordinal":
        return "e" if 1 <= int(re.sub(r"\D", "", printed)) <= 99 else "#"
    if kind == "mixed" or kind == "odd":
        return "4" if _PERIOD_CODE.match(printed) else "^"
    return _KINDS.get(kind) or _MARKS.get(printed, "_")


def _number(lexeme: Lexeme) -> str:
    if not plain(lexeme):
        return "#"
    size = len(lexeme.printed)
    if size <= 2 and 1 <= int(lexeme.printed) <= 31:
        return "d"
    return "y" if size == 4 and "1000" <= lexeme.printed <= "2999" else "#"
