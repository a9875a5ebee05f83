"""Time grammar: lexemes → the letters in which dates are written, and the expressions over them.

Each lexeme has one letter (most are in `language/calendar.yml`); a rule is a regular expression over those letters.
“Tuesday, 4 May 2024” is the word `W,doy`, “first nine months of 2024” is `rumqy`. The rules are tried at each place
in the order given, the longest form first.
"""

import re
from functools import cache

from dossier.lexemes import Lexeme, language, plain
from dossier.spelling import DASHES

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
_PERIOD_CODE = re.compile(r"(?:[QH][1-4](?:['’]?(?:20)?\d\d)?|FY(?:20)?\d\d|[1-4][QH](?:20)?\d\d)$")

MONTH = r"(?:[Oo]|z\.?)"
DAY = r"(?:[de]|(?:u-?)?r(?=q|&|i|-))"  # 5, 5th, the fifth (of May)
_THROUGH = "(?:-|i)"
_REL = "(?:q?h?[lxtpsfT]Y)"  # (of) last year, this year, the previous year
_YEAR = f"(?:[,/-]?y|qy|{_REL})"
_DAY_MONTH = f"(?:[de](?:q|-|/)?|(?:u-?)?rq|d\\.(?={MONTH}y)){MONTH}"
_MONTH_DAY = f"{MONTH}(?:h?[de]|h(?:u-?)?r)"
_WEEKDAY = r"(?:(?:[tlx](?=W))?(?:W|E\.?),?h?)"
_DATE = f"(?:{_DAY_MONTH}(?:{_YEAR})?|{_MONTH_DAY}(?:{_YEAR})?)"
_FULL = f"(?:{_WEEKDAY}?{_DATE})"
_COUNT = "(?:u(?:-?u)?|[d#a])"
_OF_YEAR = f"(?:q?h?(?:IY?)?y|{_REL}|qhY)"
_PART = "(?:v-?i?-?v-?|v-?|Vqh?|V-?)"  # early, mid-to-late, the end of
_END = (  # what a stretch of time may begin or end with
    f"(?:{_FULL}|Z|{_PART}?{MONTH}(?:[,/-]?q?y|{_REL})?|{_PART}?y|4(?:-?q?y)?|y-?4|[re]-?Q(?:{_OF_YEAR})?|8"
    "|v?[lxt][YMKQ]|t?[lxt]?W|X)"
)
_WHOSE = "(?:[lxtp]Y'_|y-?)"  # “last year's”, “the 1988” before a part of that year
_SPAN = f"(?:{MONTH}(?:{_YEAR})?|h?[lxtpsfT]?[MY]|y)"  # a month or year of which a part is told

RULES: dict[str, str] = {
    "two_dates": f"{_FULL}(?:{_THROUGH}|/)h?{_FULL}|Z{_THROUGH}Z",
    "between_dates": f"(?<=b){_FULL}&h?{_FULL}|(?<=bh){_FULL}&h?{_FULL}|(?<=b)Z&Z",
    "list_of_days": f"[de](?:,[de])+,?&[de]q?{MONTH}(?:{_YEAR})?",
    "days": f"{DAY}(?:{_THROUGH}|&|,|/)h?(?:[de]q?|(?:u-?)?rq){MONTH}(?:{_YEAR})?"
    f"|{MONTH}h?[de](?:{_THROUGH}|&)h?[de](?!q?{MONTH})(?:{_YEAR})?",
    "stretch": f"(?<=n){_END}{_THROUGH}h?{_END}|(?<=nh){_END}{_THROUGH}h?{_END}"
    f"|(?<=b){_END}&h?{_END}|(?<=bh){_END}&h?{_END}",
    "dotted": rf"{_WEEKDAY}?d\.d\.y\.?",
    "week_of": rf"K(?:q|i|[UV]w?)h?{_FULL}",
    "day": rf"{_WEEKDAY}?(?:{_DATE}|Z)|[lxt](?:{_DAY_MONTH}|{_MONTH_DAY})|W\((?:{_DATE}|Z)\)|y[,-]?{MONTH}-?[de]",
    "day_of_month": r"(?<=wh)eqh?[lxtpsfT]?M|(?<=wh)e(?![\w^-])|(?<=w)#\.",
    "weekday_number": r"W\([de]\)|W,?h?e(?!\w)|Wd(?=[|.)])|W,d(?=[|.)])",
    "weekday_of_week": "Wq?h?[lxtpsf]K|WK",
    "months": f"{MONTH}(?:q?y)?{_THROUGH}{MONTH}(?:(?:,?q?y|{_REL})|-?[Q%](?:q?y|{_REL})?)?"
    f"|(?<=b){MONTH}(?:q?y)?&{MONTH}(?:,?q?y|{_REL})?",
    "month_quarter": f"{MONTH}-?(?:Q|H-?Y)(?:q?y|{_REL})?",
    "to_month": "(?:[ud]-?m|[ud]5|I?Y|[re]?-?Q|[re]?-?H-?Y?)(?:iw?|w)h?(?:V-|Vqh?)?"
    f"(?:{_DATE}|{MONTH}(?!h?[de])(?:{_YEAR})?)|[ud]5iw?h?(?:V-|Vqh?)?4(?:-?q?y)?",
    "first_months": f"{_WHOSE}?[rl](?:u|d)m(?:{_OF_YEAR})?|[ud]mq(?:y|{_REL}|hY)|[rl]u5(?:{_OF_YEAR})?"
    f"|[rel1]Mq(?:h?y|{_REL}|hY)",
    "following_some": "f[ud][mjkg]",
    "nth_of": rf"[rel1]-?(?:[ud](?=[gk]))?[KkDgWN][qw]{_SPAN}",
    "fiscal": "4[-/]d|IY?y(?:[-/][yd])?|6Yy(?:[-/][yd])?|y(?:[-/][yd])?[I6]Y|y[-/][yd]I(?!Y)",
    "quarter": f"(?:{_WHOSE}|Y-[AR]-?)[re]-?Q|[rel]-?Q(?:{_OF_YEAR})?|4(?:-?q?(?:IY?)?y)?|y-?4",
    "half_of": f"[re]-?Hq(?:{MONTH}(?:{_YEAR})?|h?[lxt]?M)",
    "half_year": f"{_WHOSE}[re]-?H|[re]-?H(?:{_OF_YEAR})|[re]-Y?H(?:{_OF_YEAR})?",
    "same_period": "[sT][%MQK](?:[qw]?h?[lpx]Y|[qw]?y|aY[RAB]|qhY[RB])?|(?:Y-[AR]|p-Y)[%QMK]"
    f"|{_WHOSE}[%Q](?!-)",
    "years": "y[-/][yd](?![-/\\d])|yiy|(?<=b)y&y",
    "decade": "(?:v-?|Vqh?)?8|(?:v-?)?9",
    "month": f"{_PART}?{MONTH}(?:[,/-]?q?y|{_REL})|(?:{_PART}|[lxtpsfT])?{MONTH}",
    "season": f"(?:v-?|Vqh?)?(?:[lxtpsfT])?-?S(?:q?hy[-/]d|q?y(?:[-/]d)?|{_REL})?",
    "holiday": f"[lxt]7|7D?(?:{_YEAR})",
    "anniversary": "(?:u-)?[er#]-?J|[ud]-YJ|0",
    "since": "(?:u(?:-u)?|[d#])jw",
    "ago": f"{_COUNT}[YjMmKkDgCc]A",
    "earlier": f"{_COUNT}[YjMmKkDgCc][RFBG]",
    "before_last": "h[YMKDN](?:Bl|Gx)(?!\\w)",
    "part_of": "Vqh?[lxtpsfT][YMKQ]|Vqh[YMKQ]|Vq[YM](?!\\w)|V-[YM](?!\\w)|Y-Vy?|Y'_V",
    "weekdays": "W(?:i|-|&)W",
    "weekday": "t?[lLxtpf]?WP?",
    "relative": "[RF]t[YMKN]|[RFv]wh[YMK]|t[Lx][YMKNQ]|v?[lxtpsfT][I6]?[YMKDNQ]|hD[RGB]X|h[YMKDP][BG](?![\\^])"
    "|[lsTtfxp]P|[DhB]X|[RF]?XP?|hN",
    "bare_year": f"{_PART}?y",
}
PATTERNS = {name: re.compile(rule) for name, rule in RULES.items()}
GRAMMAR = re.compile("|".join(f"(?P<{name}>{rule})" for name, rule in RULES.items()))


@cache
def _words() -> dict[str, str]:
    data = language("calendar")
    found = {word: "u" for word in (*language("numbers")["units"], *language("numbers")["tens"])}
    found |= {word: "r" for word in language("numbers")["ordinals"]}
    found |= {word: letter for letter, words in data["letters"].items() for word in words}
    found |= dict.fromkeys(data["decades"], "9") | dict.fromkeys(data["centenaries"], "0")
    return found | dict.fromkeys(data["seasons"], "S")


@cache
def _capitalised() -> dict[str, str]:
    data = language("calendar")
    found = {word: "o" if word in data["doubtful_months"] else "O" for word in data["months"]}
    found |= dict.fromkeys(data["short_months"], "z") | dict.fromkeys(data["weekdays"], "W")
    return found | dict.fromkeys(data["short_weekdays"], "E") | dict.fromkeys(data["holidays"], "7")


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
