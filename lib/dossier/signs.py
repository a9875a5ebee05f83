"""Signs: the phrases of page furniture in `language/furniture.yml`, and which of them a line shows."""

import re
from collections.abc import Iterator
from functools import cache

from dossier.wordlists import typed

UPPER = "(?-i:[A-ZÀ-ÖØ-ÞĐĞŁŚŠŞŹŻŽČĆİŒ])"
LONGEST_CUE = 500  # characters; a longer line is read for cues only so far
LONGEST_LINE = 200  # characters; a longer line is never furniture as a whole


@cache
def lexicon() -> dict[str, dict[str, list[str]]]:
    """role → place → signs as regular expressions, from `language/furniture.yml`."""
    data = _data()
    return {
        role: {place: [_expanded(p, data["words"]) for p in patterns] for place, patterns in places.items()}
        for role, places in data.items()
        if role not in ("words", "markup")
    }


@cache
def signs(role: str, place: str) -> list[re.Pattern]:
    """The signs of a role in one place, compiled when a line asks for them: to compile all takes time at the start."""
    return [re.compile(sign, re.IGNORECASE) for sign in lexicon()[role].get(place, ())]


@cache
def markup() -> dict[str, re.Pattern]:
    """zone or role → what its mark-up looks like."""
    return {role: re.compile(pattern, re.IGNORECASE) for role, pattern in _data()["markup"].items()}


@cache
def _data() -> dict:
    return typed("furniture")


def _expanded(pattern: str, words: dict[str, str]) -> str:
    pattern = re.sub(r"\{([a-z_]+)\}", lambda match: words.get(match[1], match[0]), pattern)
    return pattern.replace("[A-Z]", UPPER)


@cache
def _gate(place: str) -> re.Pattern:
    """All signs of a place in one: most lines show none, and need not be asked for each."""
    known = [sign for role, places in lexicon().items() if role != "closing" for sign in places.get(place, ())]
    return re.compile("|".join(f"(?:{sign})" for sign in known) or r"(?!)", re.IGNORECASE)


def cues(text: str) -> Iterator[tuple[str, str]]:
    """(role, words) of every role whose signs the line shows; a line that is nothing but a sign comes first."""
    head = text[:LONGEST_CUE]
    for place, find in (("line", re.Pattern.fullmatch), ("start", re.Pattern.match), ("within", re.Pattern.search)):
        if place == "line" and len(text) > LONGEST_LINE or place != "within" and not find(_gate(place), head):
            continue
        for role in lexicon():
            if role == "closing":
                continue
            match = next((m for p in signs(role, place) if (m := find(p, head))), None)
            if match:
                yield role, match[0].strip()
