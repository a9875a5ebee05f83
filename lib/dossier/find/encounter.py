"""A candidate event, and the verbs and nouns that may tell one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from dossier.lexicon import load


@dataclass
class Encounter:
    """A candidate event told at word `at`: who (persons or printed bodies), form, status, and the verb that carries it.

    `named`: False for a group of whom nobody is named (“ministers of five countries”);
    `follows`: of those who met before (“a second round”); `parties`: “the two sides”, of those bodies that met;
    `size`: how many take part, where that is told (“a trilateral meeting”); `called`: the word for them (“ministers”);
    `bodied`: no person takes part;
    `attendants`: who was there beside those whose meeting it was (“attended by”, “joined by”, “hosted by”);
    `fresh`: not the event told before; `new`: “a meeting”, told for the first time;
    `guess`: who takes part though nobody says so (“A meeting with X was put off”): the last subject, or “” if none;
    `known`: “the meeting”, an event only if none was told before;
    `instead`: “They spoke by telephone instead”: of those whose meeting fell through;
    `moved`: to the day that is told now;
    `sides`: who stands on the two sides of the verb, where that is told;
    `separate`: each of one side meets the other by themselves; `apart`: “in a separate meeting”.
    """

    at: int
    sentence: int
    form: str
    status: str = "held"
    people: list[str] = field(default_factory=list)
    attendants: list[str] = field(default_factory=list)
    named: bool = True
    place: str | None = None
    date: str | None = None
    cue: str = ""
    verb: Token | None = None
    fresh: bool = False
    follows: bool = False
    sides: tuple[Sequence[str], Sequence[str]] = ((), ())
    separate: bool = False
    apart: bool = False
    guess: str | None = None
    known: bool = False
    new: bool = False
    size: int = 0
    called: str = ""
    parties: bool = False
    bodied: bool = False
    moved: bool = False
    instead: bool = False
    why: str = ""

    @property
    def principals(self) -> list[str]:
        """Those whose meeting it was: whom “the two sides” will mean."""
        found = [name for name in self.people if name not in self.attendants]
        return found if len(found) > 1 else self.people


@dataclass(frozen=True)
class Frame:
    """How a verb of meeting names those who take part; the keys are told in `language/meetings.yml`."""

    name: str
    words: frozenset[str]
    others: tuple[str, ...] = ()
    form: str = "meeting"
    alone: str = ""
    passive: str = ""
    who: str = ""
    host: str = "yes"
    particle: tuple[str, ...] = ()


@cache
def verbs() -> dict[str, Frame]:
    """Form of a verb → its frame; the first frame to claim a form wins."""
    found: dict[str, Frame] = {}
    for name, told in load("meetings")["verbs"].items():
        rest = {key: value for key, value in told.items() if key not in ("words", "others", "particle")}
        words, others = frozenset(w.lower() for w in told["words"]), tuple(told.get("others", ()))
        frame = Frame(name, words, others, particle=tuple(told.get("particle", ())), **rest)
        for form in words:
            found.setdefault(form, frame)
    return found


@cache
def nouns() -> dict[str, str]:
    """Noun → form of the event it names."""
    return {noun: form for form, names in load("meetings")["nouns"].items() for noun in names}
