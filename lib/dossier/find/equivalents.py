"""Equivalents: a sum given again in other money, “AZN 1 million (£500,000)”."""

import re

from dossier.lexemes import language
from dossier.numerals import Numeral

_OPENS = re.compile(
    r"\s*[(\[]|,?\s+or\s|,?\s+equivalent\s|\s*[≈/]\s*|,\s+(?:about|around|some|roughly|approximately)\s"
)


def translated(text: str, first: Numeral | None, one: Numeral) -> Numeral | None:
    """The sum that this one gives in other money, if it follows it in brackets or after “or”."""
    if first is None or first.unit == one.unit or not 0 < one.start - first.end < 60:
        return None
    between = text[first.end : one.start]
    if not _OPENS.match(between) or ")" in between:
        return None
    words = re.findall(r"[^\W\d_]+|[^\w\s]", between.lower().lstrip(" ([,"))
    return first if set(words) <= {*language("measures")["equivalent_words"], "(", "[", ","} else None
