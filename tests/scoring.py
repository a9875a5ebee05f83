"""When is a found fact right? The rules of `make quality`, one per kind, and precision, recall and F1.

Nothing here knows the extractor: facts to be judged are `Found`, whoever found them (our rules, a
peer, a second annotator). A fact is right if its span and its values are; what “span” and “values” mean
for each kind is written in `SAME`. Facts that the gold marks optional count for nothing, found or not.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from gold_loader import Gold, GoldFact

KINDS = ("furniture", "amount", "percent", "date", "person", "person name", "meeting", "statement", "topic", "sector")
CONTENT_F1 = 0.8  # shared words a statement's content needs
_ARTICLE = re.compile(r"^(the|its|his|her|their|our|an?)\s+", re.IGNORECASE)
# What a span may begin with or not: an article, or the weekday of a date that tells its day.
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s+(?:the\s+)?(?=[\w.]*\s?\d)"
_BEFORE = re.compile(rf"(?:the\s+)?(?:{_DAY})?", re.IGNORECASE)
# … and what it may end with or not: the part of the day that a day is told with.
_HOURS = re.compile(r"(?<=day|row)\s+(?:morning|afternoon|evening|night)$", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class Found:
    """A fact to be judged; `alternatives` only where a second annotator left a reading open."""

    kind: str
    start: int
    end: int
    fields: dict
    alternatives: dict = field(default_factory=dict)
    optional: bool = False


@dataclass
class Score:
    """Counts of one kind: right, found in all, and to be found."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __iadd__(self, other: "Score") -> "Score":
        self.right, self.found, self.gold = (
            self.right + other.right, self.found + other.found, self.gold + other.gold,
        )  # fmt: skip
        return self

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


# --- comparing values ---------------------------------------------------------------------------------


def plain(text: object) -> str | None:
    """Case, spacing, quotes and a leading article do not make another name."""
    if text is None:
        return None
    words = " ".join(str(text).replace("’", "'").split()).casefold()
    return _ARTICLE.sub("", words).strip(" .,“”\"'")


def several(text: str | None) -> frozenset:
    """“A; B” names A and B, in any order."""
    return frozenset(plain(part) for part in text.split(";")) if text else frozenset()


def names(people: Iterable[str]) -> frozenset:
    return frozenset(plain(name) for name in people)


def near(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(float(a) - float(b)) <= 1e-9 * max(1.0, abs(a), abs(b))


def token_f1(a: str, b: str) -> float:
    """F1 of the words two texts share, each counted as often as it stands."""
    ours, theirs = (Counter(_WORD.findall(text.casefold())) for text in (a or "", b or ""))
    shared = sum((ours & theirs).values())
    return 2 * shared / (sum(ours.values()) + sum(theirs.values())) if shared else 0.0


def _has(gold: GoldFact, found: Found, name: str, same: Callable[[object, object], bool]) -> bool:
    rights = [gold.fields[name], *gold.alternatives.get(name, [])]
    values = [found.fields.get(name), *found.alternatives.get(name, [])]
    return any(same(right, value) for right in rights for value in values)


def _overlap(gold: GoldFact, found: Found) -> bool:
    return gold.start < found.end and found.start < gold.end


def _exact(text: str, gold: GoldFact, found: Found) -> bool:
    """The same span; a leading “the” or weekday, a LaTeX backslash, the part of a day and a closing full stop
    are nobody's fault."""
    return _edges(text, gold.start, gold.end) == _edges(text, found.start, found.end)


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    lead = len(words) - len(words.lstrip(" \n\r\t\xa0\\"))
    if before := _BEFORE.match(words, lead):
        lead = before.end()
    return start + lead, start + len(_HOURS.sub("", words.rstrip(" \n\r\t\xa0.,")))


# --- one rule per kind --------------------------------------------------------------------------------


def _number(text: str, gold: GoldFact, found: Found) -> bool:
    return _exact(text, gold, found) and all(_has(gold, found, name, near) for name in ("value", "low", "high"))


def _amount(text: str, gold: GoldFact, found: Found) -> bool:
    return (
        _number(text, gold, found)
        and found.fields.get("currency") == gold.fields["currency"]
        and bool(found.fields.get("magnitude_missing")) == gold.fields["magnitude_missing"]
    )


def _date(text: str, gold: GoldFact, found: Found) -> bool:
    return _exact(text, gold, found) and _has(gold, found, "date", lambda a, b: str(a) == str(b))


def _name(text: str, gold: GoldFact, found: Found) -> bool:
    return _overlap(gold, found) and plain(gold.fields["name"]) == plain(found.fields["name"])


def _person(text: str, gold: GoldFact, found: Found) -> bool:
    return (
        _name(text, gold, found)
        and _has(gold, found, "office", lambda a, b: several(a) == several(b))
        and _has(gold, found, "country", lambda a, b: a == b)
    )


def _meeting(text: str, gold: GoldFact, found: Found) -> bool:
    return (
        _overlap(gold, found)
        and _has(gold, found, "participants", lambda a, b: names(a or ()) == names(b or ()))
        and _has(gold, found, "date", lambda a, b: a == b)
    )


def _statement(text: str, gold: GoldFact, found: Found) -> bool:
    return (
        _overlap(gold, found)
        and _has(gold, found, "speaker", lambda a, b: several(a) == several(b))
        and _has(gold, found, "content", lambda a, b: token_f1(a, b) >= CONTENT_F1)
    )


SAME: dict[str, Callable[[str, GoldFact, Found], bool]] = {
    "amount": _amount,
    "percent": _number,
    "date": _date,
    "person": _person,
    "person name": _name,
    "meeting": _meeting,
    "statement": _statement,
}


# --- counting -----------------------------------------------------------------------------------------


def pairs(rights: list[list[int]], n: int) -> dict[int, int]:
    """Largest pairing: `rights[i]` lists the found facts (of `n`) that are right for gold fact i → {found: gold}."""
    taken: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in rights[i]:
            if j not in seen:
                seen.add(j)
                if j not in taken or place(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    for i in range(len(rights)):
        place(i, set())
    return taken


def compared(kind: str, gold: Gold, found: list[Found]) -> tuple[list[Found], list[GoldFact], list[Found]]:
    """What was rightly found, what was missed, and what was found and is not so."""
    stored = kind.split()[0]
    wanted, same = gold.of(stored), SAME[kind]
    found = [fact for fact in found if fact.kind == stored]
    must = [fact for fact in wanted if not fact.optional]
    taken = pairs([[j for j, f in enumerate(found) if same(gold.text, g, f)] for g in must], len(found))
    may = [fact for fact in wanted if fact.optional]
    wrong = [
        fact for j, fact in enumerate(found)
        if j not in taken and not fact.optional and not any(same(gold.text, g, fact) for g in may)
    ]  # fmt: skip
    return [found[j] for j in taken], [g for i, g in enumerate(must) if i not in taken.values()], wrong


def facts_score(kind: str, gold: Gold, found: list[Found]) -> Score:
    """Score of a kind that is compared fact by fact."""
    right, missed, wrong = compared(kind, gold, found)
    return Score(len(right), len(right) + len(wrong), len(right) + len(missed))


def sector_score(gold: Gold, found: list[Found], named_only: bool) -> Score:
    """Micro score over (sentence, sector); with `named_only`, “other” is no sector."""
    score, sentences = Score(), gold.of("topic")
    said: dict[int, set[str]] = {i: set() for i in range(len(sentences))}
    for fact in (f for f in found if f.kind == "topic"):
        shared = [min(g.end, fact.end) - max(g.start, fact.start) for g in sentences]
        best = max(range(len(sentences)), key=shared.__getitem__)
        if shared[best] > 0:
            said[best] |= set(fact.fields["sectors"])
        else:
            score.found += len(set(fact.fields["sectors"]) - ({"other"} if named_only else set()))
    for i, sentence in enumerate(sentences):
        ours = said[i] - {"other"} if said[i] != {"other"} else said[i]
        readings = [sentence.fields["sectors"], *sentence.alternatives.get("sectors", [])]
        right = min((set(r) for r in readings), key=lambda r: len(r ^ ours))
        if named_only:
            ours, right = ours - {"other"}, right - {"other"}
        score += Score(len(ours & right), len(ours), len(right))
    return score


def furniture_characters(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    """Positions in `spans` that bear a character one sees: no spaces, nothing inside an HTML tag."""
    hidden = {i for tag in _TAG.finditer(text) for i in range(*tag.span())}
    return {i for start, end in spans for i in range(start, end) if not text[i].isspace()} - hidden


def furniture_score(gold: Gold, found: list[Found]) -> Score:
    right = furniture_characters(gold.text, ((li.start, li.end) for li in gold.lines if li.zone == "furniture"))
    ours = furniture_characters(gold.text, ((f.start, f.end) for f in found if f.kind == "furniture"))
    return Score(len(right & ours), len(ours), len(right))


def score(kind: str, gold: Gold, found: list[Found]) -> Score:
    """Score of one kind on one document; `kind` is one of KINDS."""
    if kind == "furniture":
        return furniture_score(gold, found)
    if kind in ("topic", "sector"):
        return sector_score(gold, found, named_only=kind == "sector")
    return facts_score(kind, gold, found)


def scores(golds: list[Gold], found: list[list[Found]], kinds: Iterable[str] = KINDS) -> dict[str, Score]:
    """Scores summed over documents (`found[i]` belongs to `golds[i]`)."""
    totals = {kind: Score() for kind in kinds}
    for gold, facts in zip(golds, found, strict=True):
        for kind, total in totals.items():
            total += score(kind, gold, facts)
    return totals


def as_found(gold: Gold) -> list[Found]:
    """An annotation as if somebody had found it: to measure one annotator against the other."""
    furniture = [Found("furniture", li.start, li.end, {}) for li in gold.lines if li.zone == "furniture"]
    return furniture + [Found(f.kind, f.start, f.end, f.fields, f.alternatives, f.optional) for f in gold.facts]
