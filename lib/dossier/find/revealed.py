"""Revealed: those who met, told first as so many (“The two presidents met”), and by name in the sentences after it."""

from dossier.find.bridging import introduced
from dossier.find.discourse import Discourse
from dossier.find.embodied import is_crowd
from dossier.find.encounter import Encounter
from dossier.find.gathering import Person
from dossier.find.parties import singular
from dossier.find.ranks import called, rank
from dossier.find.register import named
from dossier.lexicon import load

NEAR = 2  # sentences after the event in which they are named
PAIR = 2  # as many as “the rivals” are, where no number is told
LAST = 6  # events that are looked back upon


def reveal(d: Discourse, events: list[Encounter], number: int) -> None:
    """Name those who met, where this sentence completes as many names as they are."""
    for event in events[-LAST:]:
        if not 0 < number - event.sentence <= NEAR or event.form == "visit" or len(event.people) != 1:
            continue
        if named(d, event.people[0]) or not is_crowd(event.people[0]):
            continue
        new = _newcomers(d, event, number)
        if len(new) == _size(d, event) and any(d.r.sent_of[p.mentions[0].start] == number for p in new):
            event.people, event.named, event.bodied = [p.name for p in new], True, False


def _newcomers(d: Discourse, event: Encounter, number: int) -> list[Person]:
    """Who is named for the first time after the event, without an office or with one that they are called by."""
    first, last = d.r.sents[event.sentence][1], d.r.sents[number][1]
    counts = {word for words in load("meetings")["sizes"].values() for word in words}
    words = [word for word in event.people[0].split(" of ")[0].lower().split() if word not in counts]
    key = rank(singular(" ".join(words)))
    found = (p for p in d.everyone if first <= p.mentions[0].start < last)
    return [p for p in found if (called(key, p) if p.offices else not introduced(d.r, p))]


def _size(d: Discourse, event: Encounter) -> int:
    """How many they are: “two presidents”, “leaders of the two communities”, “both leaders”."""
    told = {*event.people[0].lower().split(), *d.r.low[max(event.at - 4, d.r.sents[event.sentence][0]) : event.at]}
    return next((int(n) for n, names in load("meetings")["sizes"].items() if told & set(names)), PAIR)
