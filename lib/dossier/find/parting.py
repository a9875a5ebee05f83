"""Parting: one telling of several events (“separate meetings with A and B”, “A on Friday and B on Sunday”)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter
from dossier.find.moments import index
from dossier.timewords import TimeWord


def parted(d: Discourse, found: Iterable[Encounter], dates: list[TimeWord]) -> Iterator[Encounter]:
    """“held separate meetings with A and B”, “met A on Friday and B on Sunday” are as many events."""
    for event in found:
        if event.separate:
            yield from _singly(event)
        elif event.why in ("meet", "receive", "telephone", "greet") and len(days := _each_dated(d, event, dates)) > 1:
            host = next((name for name in event.people if name not in days), None)
            yield from (
                replace(event, people=[name for name in (host, other) if name], date=day) for other, day in days.items()
            )
        else:
            yield event


def _singly(event: Encounter) -> Iterator[Encounter]:
    """“A met B and C separately”, “A and B each met C”: the one with each of the several."""
    one, others = event.sides if len(event.sides[0]) == 1 else event.sides[::-1]
    if len(one) != 1:
        one, others = event.people[:1], event.people[1:]
    yield from (replace(event, people=[*one, other], sides=(one, [other])) for other in others)


def _each_dated(d: Discourse, event: Encounter, dates: list[TimeWord]) -> dict[str, str]:
    """Name → date, where after the verb each name has a date of its own within three words."""
    r, end = d.r, d.r.sents[event.sentence][1]
    first, last = r.chars(event.at, end)
    days = {
        k: w.date for w in dates if first <= w.start < last and (k := index(r, w.start, event.at, end)) is not None
    }
    if len(days) < 2:
        return {}
    ends = {
        d.name_ends[k]: d.persons_at[k][0].name
        for k in range(event.at, end)
        if k in d.name_ends and d.persons_at.get(k)
    }
    return {name: days[k] for stop, name in ends.items() for k in range(stop, stop + 3) if k in days}
