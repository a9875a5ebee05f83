"""A mention: words of a text that name a person, what is said beside them, and the rule that says so."""

from dataclasses import dataclass, field

from dossier.lexicon import words
from dossier.find.namewords import is_given, women
from dossier.find.office import HYPHENS, Office
from dossier.find.reading import Reading

CLOSERS, DASHES = frozenset(",.;:)("), frozenset("–—-:(")


@dataclass
class Mention:
    """Words `start` to `end` of the reading that name a person, and the rule that says so."""

    start: int
    end: int
    why: str
    strong: bool = True
    offices: list[Office] = field(default_factory=list)
    country: str | None = None
    female: bool | None = None
    also: bool = False  # “X, who is also …”: what is said adds to the offices told before
    initials: int = 0  # words of the name that are one letter
    title: str | None = None  # a title that is an office: “MP”, “Gov.”


def claim(taken: list[bool], start: int, end: int) -> None:
    taken[start:end] = [True] * (end - start)


def after_name(r: Reading, mention: Mention) -> int:
    """Take “of Kazakhstan” or “(Kazakhstan)” after a name as its country; return where reading goes on."""
    k = mention.end
    if k + 1 < len(r) and r.low[k] in ("of", "from", "("):
        j = min(k + 1 + (r.low[k + 1] == "the"), len(r) - 1)
        if j < len(r) and r.place[j] and r.place[j].form in ("name", "capital") and r.place[j].start == j:
            joined = r.low[k] == "from" and r.token(k).head.i == r.ids[k - 1]  # “A from Italy, B from Spain”
            if r.low[k] != "from" or joined:
                mention.country = mention.country or r.place[j].code
                return r.place[j].end + (r.low[k] == "(")
    return k


def gender(r: Reading, start: int, titles: int, end: int) -> bool | None:
    """True for a woman, False for a man, None where neither title nor given name tells."""
    shown = r.words[start:titles]
    if any(t in words("titles", "female") for t in shown) or r.words[titles] in women():
        return True
    return False if any(t in words("titles", "male") for t in shown) else None


def is_called(r: Reading, start: int) -> bool:
    """Does a name of two words or more begin with a given name we know? A hint that it is a person's."""
    return is_given(r.cased[start]) and r.capital[start + 1 : start + 2] == [True]


def role(r: Reading, mention: Mention) -> str:
    """What the name, or the office it stands beside, is in its sentence (the label of the parse)."""
    token = r.token(mention.end - 1)
    while token.dep_ in ("appos", "compound", "nmod") and token.head != token:
        token = token.head
    return token.dep_


def signed_together(r: Reading, one: Mention, other: Mention) -> bool:
    """“signed by the High Commissioner, A, and the secretary, B”: an envoy signs with the host."""
    first, last = sorted((one, other), key=lambda m: m.start)
    signed = words("allegiance", "signs together") & set(r.low[r.sentence(first.start)[0] : first.start])
    return bool(signed) and "and" in r.low[first.end : last.start]


def is_one_word(r: Reading, start: int, end: int) -> bool:
    """“Al Ahly”, “Al-Shabaab”: an article and one word, of clubs, groups and firms more often than of people."""
    after = start + 1 + (r.words[start + 1] in HYPHENS)
    return r.low[start] in ("al", "el") and after == end - 1 and not is_called(r, start)
