"""A reporting cue: what it holds, and the marks and words that stand about it."""

from dataclasses import dataclass, field

from dossier.find.quotations import MARKS

COMMAS = frozenset((",", "–", "—", "-", ";", ":"))
TRAILING = frozenset((".", ",", ";", ":", "–", "—", "!", "?", "…", "and", "but")) | MARKS
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
FRONTED = frozenset(
    "on in at during after before following by late early last this next until from since with despite for "
    "under".split()
)


@dataclass
class Cue:
    """A reporting verb or phrase: words `start` to `end` (the attribution), `verb`, subject and content."""

    verb: int
    start: int
    end: int
    subject: tuple[int, int] | None
    form: str
    lemma: str
    content: tuple[int, int] | None = None
    rule: str = ""
    negated: bool = False
    text: str = ""
    outer: "Cue | None" = field(default=None, repr=False)
