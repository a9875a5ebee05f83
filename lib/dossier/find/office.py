"""An office: its words in a text, the country they tell, and how it is printed."""

from dataclasses import dataclass, field
from functools import cache

from dossier.lexicon import load, lowered, words
from dossier.find.reading import Reading

NAMED = ("NNP", "NNPS")
NOUNS = frozenset("NN NNS NNP NNPS JJ VBG CD".split())
POSSESSIVE = frozenset(("'s", "’s", "'S", "’S", "'", "’"))
HYPHENS = frozenset("-‑–")
ARTICLES = frozenset("the a an its his her their our my".split())
OWNERS = frozenset("its his her their our my".split())
COUNTERPARTS = frozenset(("counterpart", "colleague", "homologue", "number", "predecessor", "successor"))
LONGEST = 14  # words of an office


@dataclass
class Office:
    """Words `start` to `end` of a reading, the `head` among them; `left` is where its determiner or country begins."""

    start: int
    end: int
    head: int
    lemma: str
    plural: bool
    left: int
    country: str | None = None
    countries: list[str] = field(default_factory=list)
    possessor: int | None = None
    skipped: set[int] = field(default_factory=set)
    firm: set[int] = field(default_factory=set)  # words that name whose it is: printed, but no part of what it is
    international: bool = False
    private: bool = False
    implied: str | None = None  # a country that the words suggest, where the text names others that have such an office

    @property
    def definite(self) -> bool:
        return self.left < self.start


@cache
def heads() -> dict[str, tuple[str, bool]]:
    """Form in lower case → (lemma, plural?)."""
    offices, table = load("offices"), {}
    for lemma in offices["heads"]:
        plural = offices["plurals"].get(lemma) or (lemma[:-1] + "ies" if lemma.endswith("ry") else lemma + "s")
        table[plural.lower()] = (lemma, True)
    return table | {lemma.lower(): (lemma, False) for lemma in offices["heads"]}


def printed(r: Reading, office: Office) -> str:
    """The office in the source's words, without country; a plural head is told in the singular."""
    dropped = lowered("offices", "dropped")
    kept = [k for k in range(office.start, office.end) if k not in office.skipped]
    while kept and kept[0] != office.head and (r.low[kept[0]] in dropped or r.low[kept[0]] in HYPHENS):
        kept.pop(0)
    parts = [" ".join(r.text(start, end).split()) for start, end in _runs(kept)]
    text = " ".join(part for part in parts if part)
    return _one_body(text.replace(r.words[office.head], _singular(r, office), 1)) if office.plural else text


def _one_body(text: str) -> str:
    """“chair of the foreign affairs committees”: of several chairs, each has one."""
    last = text.split()[-1] if text else ""
    for plural, singular in (("ies", "y"), ("s", "")):
        if last.endswith(plural) and (one := last[: -len(plural)] + singular).lower() in words("institutions", "heads"):
            return text[: -len(last)] + one
    return text


def _singular(r: Reading, office: Office) -> str:
    word = office.lemma
    return (
        word.upper()
        if r.words[office.head].isupper() and len(word) > 3
        else word[:1].upper() + word[1:]
        if r.capital[office.head]
        else word
    )


def _runs(indices: list[int]) -> list[tuple[int, int]]:
    runs: list[list[int]] = []
    for k in indices:
        if runs and runs[-1][1] == k:
            runs[-1][1] = k + 1
        else:
            runs.append([k, k + 1])
    return [(start, end) for start, end in runs]


def title_of(r: Reading, office: Office) -> str:
    """Modifiers and head in lower case, to compare offices: “deputy foreign minister”."""
    apart = office.skipped | office.firm
    return " ".join(r.low[k] for k in range(office.start, office.head) if k not in apart) + " " + office.lemma


def glued(r: Reading, k: int) -> bool:
    """No space on either side of word `k`."""
    before, here = r.token(k - 1), r.token(k)
    return before.idx + len(before) == here.idx and not here.whitespace_
