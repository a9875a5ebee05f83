"""Signs: the phrases of page furniture in `language/furniture.yml`, and which of them a line shows."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import yaml

UPPER = "(?-i:[A-ZÀ-ÖØ-ÞĐĞŁŚŠŞŹŻŽČĆİŒ])"
LONGEST_CUE = 500  # characters; a longer line is read for cues only so far
LONGEST_LINE = 200  # characters; a longer line is never furniture as a whole


@cache
def lexicon() -> dict[str, dict[str, list[re.Pattern]]]:
    """role → place → patterns, from `language/furniture.yml`."""
    data = _data()
    return {
        role: {place: [_compile(p, data["words"]) for p in patterns] for place, patterns in places.items()}
        for role, places in data.items()
        if role not in ("words", "markup")
    }


@cache
def markup() -> dict[str, re.Pattern]:
    """zone or role → what its mark-up looks like."""
    return {role: re.compile(pattern, re.IGNORECASE) for role, pattern in _data()["markup"].items()}


@cache
def _data() -> dict:
    text = files("dossier").joinpath("language/furniture.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _compile(pattern: str, words: dict[str, str]) -> re.Pattern:
    pattern = re.sub(r"\{([a-z_]+)\}", lambda match: words.get(match[1], match[0]), pattern)
    return re.compile(pattern.replace("[A-Z]", UPPER), re.IGNORECASE)


@cache
def _gate(place: str) -> re.Pattern:
    """All signs of a place in one: most lines show none, and need not be asked for each."""
    signs = [sign.pattern for role, places in lexicon().items() if role != "closing" for sign in places.get(place, ())]
    return re.compile("|".join(f"(?:{sign})" for sign in signs) or r"(?!)", re.IGNORECASE)


def cues(text: str) -> Iterator[tuple[str, str]]:
    """(role, words) of every role whose signs the line shows; a line that is nothing but a sign comes first."""
    head = text[:LONGEST_CUE]
    for place, find in (("line", re.Pattern.fullmatch), ("start", re.Pattern.match), ("within", re.Pattern.search)):
        if place == "line" and len(text) > LONGEST_LINE or place != "within" and not find(_gate(place), head):
            continue
        for role, places in lexicon().items():
            if role == "closing":
                continue
            match = next((m for p in places.get(place, ()) if (m := find(p, head))), None)
            if match:
                yield role, match[0].strip()
