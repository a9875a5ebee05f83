"""A candidate event, and the verbs and nouns that may tell one."""

from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from dossier.find.lexicon import load


@dataclass
class Encounter:
    """A candidate event told at word `at`: who (persons or printed bodies), form, status, and the verb that carries it.

    `follows`: “a second round”, of those who met before; `fresh`: not the event told before;
    `separate`: the first meets each of the others by themselves; `apart`: “in a separate meeting”;
    `known`: “the meeting was attended by …”, an event only if none was told before.
    """

    at: int
    sentence: int
    form: str
    status: str = "held"
    people: list[str] = field(default_factory=list)
    named: bool = True
    place: str | None = None
    date: str | None = None
    cue: str = ""
    verb: Token | None = None
    fresh: bool = False
    follows: bool = False
    separate: bool = False
    apart: bool = False
    known: bool = False
    why: str = ""


@cache
def verbs() -> dict[str, str]:
    """Form → class of verb (meet, receive, hold, …); the first class to claim a form wins."""
    found: dict[str, str] = {}
    for kind in (
        "meet",
        "receive",
        "greet",
        "discuss",
        "confer",
        "telephone",
        "speak",
        "sit",
        "visit",
        "arrive",
        "hold",
        "pay",
        "call",
        "return",
    ):
        for form in load("meetings")[kind]:
            found.setdefault(form.lower(), kind)
    return found


@cache
def nouns() -> dict[str, str]:
    """Noun → form of the event it names."""
    return {noun: form for form, names in load("meetings")["nouns"].items() for noun in names}
