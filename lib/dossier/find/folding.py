"""Folding: a name without what spellings differ in."""

import unicodedata

APOSTROPHES = str.maketrans("’ʼ`", "'''")


def fold(name: str) -> str:
    """A name without case, diacritics or kind of apostrophe, to compare spellings."""
    plain = unicodedata.normalize("NFKD", name.translate(APOSTROPHES))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return kept.lower().replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("ə", "a")
