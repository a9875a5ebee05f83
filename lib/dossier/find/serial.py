"""Serial: partners met one after the other (“met A first, then B, and in the afternoon C”), each by themselves."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dossier.find.dates import in_time
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter, nouns
from dossier.find.listed import joined_by, own_clause, possessive
from dossier.find.moments import FINITE
from dossier.find.partakers import add
from dossier.find.reading import Reading
from dossier.lexicon import lowered

_JOINS = frozenset((",", "and", "&", ";"))
_VERBS = FINITE | {"VB", "VBG", "TO", "WP", "WDT", "WRB"}


@cache
def _words() -> frozenset[str]:
    """What tells of a turn."""
    told = (lowered("meetings", words) for words in ("afterwards", "hours", "meals"))
    return frozenset(("separate",)).union(*told)


def in_series(d: Discourse, event: Encounter) -> Iterator[Encounter]:
    """An event for each turn; none where the sentence tells of one only."""
    turns = _turns(d, event)
    partners = {name for names in turns for name in names}
    hosts = [name for name in event.people if name not in partners | set(event.attendants)]
    if len(turns) > 1 and hosts and len(hosts) < len(event.people):
        for names in turns:
            yield replace(event, people=[*hosts, *names], sides=(hosts, names), attendants=[], size=0)


def _turns(d: Discourse, event: Encounter) -> list[list[str]]:
    """The names after the cue, turn by turn."""
    r, end = d.r, d.r.sents[event.sentence][1]
    if _words().isdisjoint(r.low[event.at : end]):
        return []
    turns: list[list[str]] = []
    last, one = event.at + 1, None
    for k in range(event.at + 1, end):
        if k < last or k not in d.name_ends or not d.persons_at.get(k) or possessive(d, k):
            continue
        names = [p.name for p in d.persons_at[k]]
        if one is None:
            before = _mark(r, last, k) is not None and [name for name in event.sides[1] if name not in names]
            turns, one = [before, names] if before else [names], k
        elif (mark := _mark(r, last, k)) is not None:
            if own_clause(d, k, end) or any(_does(r, j) for j in range(mark, k)):
                break
            turns.append(names)
            one = k
        elif joined_by(d, one, k):
            add(turns[-1], names)
            one = k
        last = d.name_ends[k]
    return turns


def _does(r: Reading, k: int) -> bool:
    """A verb, or another event: what follows is no partner of this one."""
    event = r.low[k] in nouns() and r.low[k - 1] != "separate" and r.low[k] not in lowered("meetings", "meals")
    return r.tags[k] in _VERBS or event


def _mark(r: Reading, first: int, last: int) -> int | None:
    """Where in the words between two names the second is told to come after (“, then”, “and, an hour later,”)."""
    for k in range(last - 1, first - 1, -1):
        if r.low[k] in lowered("meetings", "afterwards"):
            j = k - 1
            while j >= first and (_tells_time(r, j) or r.tags[j] in ("DT", "RB", "CD")):
                j -= 1
            if j >= first and r.words[j] in _JOINS and not _former(r, k):
                return k
        apart = r.low[k] == "separate" and r.low[k - 2 : k] == ["in", "a"]  # “A and, in a separate meeting, B”
        if (apart or _at_an_hour(r, k)) and not _JOINS.isdisjoint(r.words[first:last]):
            return k
    return None


def _tells_time(r: Reading, k: int) -> bool:
    return r.low[k] in lowered("meetings", "spans") or in_time(r.token(k))


def _at_an_hour(r: Reading, k: int) -> bool:
    """“in the evening”, “over lunch”: when, not “Monday evening”."""
    hour = r.low[k] in lowered("meetings", "hours") and r.low[k - 1] == "the" and r.low[k - 2] in ("in", "at", "during")
    return hour or r.low[k] in lowered("meetings", "meals") and r.low[k - 1] in ("over", "at", "after", "before")


def _former(r: Reading, k: int) -> bool:
    """“A, then prime minister”: an office held once."""
    return r.low[k] == "then" and r.tags[k + 1] in ("JJ", "NN") and not r.capital[k + 1]
