"""Characters that look like others: digits, letters and signs that are none of those a reader takes them for.

A reader sees “２8”, “①5” or “2٫5” and reads a number; whoever searches, counts or copies does not find it. What is
common in honest text stays as it is: fractions (½), superscripts and subscripts (km², CO₂), flags, accents.
"""

import re
import unicodedata
from functools import cache

# Arabic per cent, decimal and thousands signs, and signs that print as a point, comma or colon.
SIGNS = frozenset("\u066a\u066b\u066c\u0609\u060a\u0701\u0702\u0703\u0704\u2024\u2396\ua4f8\ua4f9\ua4fd\ua789\u0589")
# Signs that are honest elsewhere, and look like a decimal or thousands sign where digits stand on both sides.
BETWEEN = re.compile(r"(?<=\d)[\u201a\u060c\u3001\u3002](?=\d)")
# Kinds of decomposition that print another character in a fancy form, always or where that is one of ASCII.
FANCY, FANCY_ASCII = frozenset({"<font>", "<wide>", "<small>"}), frozenset({"<circle>", "<square>", "<narrow>"})
HONEST_NUMBERS = frozenset({"<fraction>", "<super>", "<sub>"})
# Writings whose letters stand in one word with Latin ones or digits without imitating them, and signs that are letters.
HONEST_BESIDE = frozenset(
    "LATIN CJK HIRAGANA KATAKANA KATAKANA-HIRAGANA HANGUL BOPOMOFO IDEOGRAPHIC THAI LAO KHMER "
    "MICRO FEMININE MASCULINE MODIFIER".split()
)
_WORD = re.compile(r"\w+")
_LATIN = re.compile(r"[A-Za-z0-9]")


@cache
def imitates(character: str) -> bool:
    """Is it taken for an ASCII letter, digit or sign, or read as a number, wherever it stands?"""
    if character.isascii():
        return False
    category, form = unicodedata.category(character), unicodedata.decomposition(character)
    kind = form.partition(" ")[0] if form.startswith("<") else ""
    if character in SIGNS or category == "Nd" or kind in FANCY:
        return True
    plain = unicodedata.normalize("NFKC", character)
    if kind in FANCY_ASCII or form and not kind:  # without a kind: the same as another character, as the kelvin sign is
        return any(letter.isascii() and not letter.isspace() for letter in plain) and (bool(kind) or len(plain) == 1)
    if category in {"No", "Nl"}:
        return kind not in HONEST_NUMBERS
    return category == "So" and "LATIN" in unicodedata.name(character, "")


def lookalikes(text: str) -> set[int]:
    """Places of characters that imitate others, alone or by where they stand."""
    if text.isascii():
        return set()
    alone = {place for place, character in enumerate(text) if imitates(character)}
    between = {match.start() for match in BETWEEN.finditer(text)}
    return alone | between | {place for word in _WORD.finditer(text) for place in _foreign(word)}


def _foreign(word: re.Match) -> list[int]:
    """Places of letters of another writing in a word that also holds Latin letters or digits."""
    if word[0].isascii() or not _LATIN.search(word[0]):
        return []
    return [word.start() + place for place, letter in enumerate(word[0]) if _other_writing(letter)]


@cache
def _other_writing(letter: str) -> bool:
    return letter.isalpha() and unicodedata.name(letter, "LATIN").split()[0] not in HONEST_BESIDE
