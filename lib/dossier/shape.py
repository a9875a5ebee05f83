"""Shape: what a line is by its make-up alone, whatever its words are: a menu, a byline, a credit, a count.

Every token gets a letter (capitalised word, small word, finite verb, number, bar, colon …), and the signs are regular
expressions over those letters, in `language/shapes.yml`. Phrases are endless, shapes are few: a page never seen before
has other words, but its menu is still a row of short parts between bars.
"""

import re
import unicodedata
from functools import cache

from dossier.lexemes import language

TOKEN = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+|(?<!\w)[@#]\w+|"
    r"[^\W\d_]\.(?!\w)|[^\W\d_](?:[\w'’.&-]*\w)?|\d[\d.,:/-]*[\w%°]*|[^\w\s]"
)
LONGEST = 200  # characters; a longer line has no shape
_MARKS = {
    "|": "|", "·": "|", "•": "|", "/": "/", ">": ">", "›": ">", "»": ">", "→": ">", ":": ":", "：": ":", ",": ",",
    ".": ".", "…": ".", "!": "!", "?": "?", "(": "(", ")": ")", "[": "[", "]": "]", "-": "-", "–": "-", "—": "-",
    "“": '"', "”": '"', '"': '"', "«": '"', "©": "c", "&": "n", "+": "+",
}  # fmt: skip


def shape(text: str) -> str:
    """One letter a token of the line."""
    return "".join(map(_letter, TOKEN.findall(text)))


def _letter(token: str) -> str:
    if len(token) == 1 and not token.isalnum():
        return _MARKS.get(token) or _pointer(token)
    first = token[0]
    if first in "@#" or "://" in token or token.startswith("www.") or "@" in token:
        return "@"
    if first.isdigit():
        return "9"
    low = token.lower()
    if (letter := _small().get(low)) and not (letter == "v" and first.isupper()):
        return letter
    if first.isupper():
        return "A" if len(token) > 1 and token.isupper() else "C"
    if first.islower():
        return "e" if low.endswith("ed") else "g" if low.endswith("ing") else "w"
    return "C"  # a script without capitals


def _pointer(mark: str) -> str:
    """An arrow, triangle or angle bracket that points to the right parts the items of a menu; no other mark does."""
    points = not mark.isascii() and unicodedata.category(mark) in ("So", "Sm", "Pe")
    return ">" if points and "RIGHT" in unicodedata.name(mark, "") else "*"


@cache
def _small() -> dict[str, str]:
    return {word: letter for letter, words in language("shapes")["letters"].items() for word in words.split()}


def _compiled(pattern: str) -> re.Pattern:
    parts = language("shapes")["parts"]
    return re.compile(re.sub(r"<(\w+)>", lambda match: f"(?:{parts[match[1]]})", pattern))


@cache
def _signs() -> list[tuple[str, re.Pattern]]:
    return [(role, _compiled(one)) for role, patterns in language("shapes")["signs"].items() for one in patterns]


@cache
def _credit() -> re.Pattern:
    return _compiled(language("shapes")["credit"])


def sign(text: str) -> str | None:
    """The role of a line that has the shape of one, else None."""
    if len(text) > LONGEST:
        return None
    spelt = shape(text)
    return next((role for role, pattern in _signs() if pattern.fullmatch(spelt)), None)


def credits(text: str) -> bool:
    """Outside the body: does the line name who made something, after a colon or before what they are?"""
    return len(text) <= LONGEST and bool(_credit().fullmatch(shape(text)))
