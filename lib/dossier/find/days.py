"""Days told elsewhere than beside the event: of a chronicle, of a programme, of what was put off, of a deed."""

import re

from dossier.find.encounter import Encounter, nouns
from dossier.find.reading import Reading
from dossier.lexicon import lowered
from dossier.timewords import TimeWord

HOUR = re.compile(r"[012]?\d[:.][0-5]\d")
ANEW = frozenset("now new rescheduled rearranged".split())
NEAR = 3  # sentences within which a new day is that of what was put off


def under_the_day(r: Reading, found: Encounter, dates: list[TimeWord]) -> str | None:
    """In a chronicle: of the day that stands on a line of its own above."""
    lines = [line for line in r.doc._.lines or () if line.zone == "dateline"]
    first = r.chars(*r.sents[found.sentence])[0]
    above = [line for line in lines if line.end <= first]
    if len(lines) < 2 or not above or found.status != "held":
        return None
    days = [next((w.date for w in dates if line.start <= w.start < line.end), "") for line in lines]
    return days[len(above) - 1] or None if len(set(days)) > 1 else None


def of_the_deed(r: Reading, found: Encounter, dates: list[TimeWord]) -> str | None:
    """“A and B on Friday agreed on a pact. The decision was taken at a meeting …”: of the day told just before."""
    start, _ = r.sents[found.sentence]
    if found.sentence == 0 or not (lowered("meetings", "deeds") & set(r.low[start : start + 5])):
        return None
    first, last = r.chars(*r.sents[found.sentence - 1])
    days = {w.date for w in dates if first <= w.start < last and len(w.date) == 10}
    return days.pop() if len(days) == 1 else None


def renew(r: Reading, events: list[Encounter], number: int, dates: list[TimeWord]) -> None:
    """“The ceremony is now set for 2 December”, “The new date is 19 April”: the day of what was to be before."""
    start, end = r.sents[number]
    if not events or ANEW.isdisjoint(r.low[start:end]):
        return
    k = next((k for k in range(start, end) if _anew(r, k, start, end)), None)
    if k is None:
        return
    first, last = r.chars(k, end)
    day = next((w.date for w in dates if first <= w.start < last), None)
    off = r.low[k] != "now"
    fits = (e for e in reversed(events) if e.status == "planned" or e.status == "cancelled" and (off or _put_off(r, e)))
    told = {nouns()[word] for word in r.low[start:k] if word in nouns()}
    event = next((e for e in fits if not told or e.form in told), None)
    if day and event and number - event.sentence <= NEAR and (event.sentence < number or event.at < k):
        event.date, event.status = day, "planned"


def _put_off(r: Reading, event: Encounter) -> bool:
    """“was postponed”, not “was called off”."""
    return bool(lowered("meetings", "moved") & set(r.low[slice(*r.sents[event.sentence])]))


def _anew(r: Reading, k: int, start: int, end: int) -> bool:
    if r.low[k] in ("rescheduled", "rearranged"):
        return "for" in r.low[k + 1 : k + 2]
    if r.low[k] == "new":
        return r.low[k + 1 : k + 2] == ["date"]
    ahead = lowered("meetings", "future") | lowered("meetings", "planned") | {"to"}
    return r.low[k] == "now" and r.tags[k] == "RB" and bool(ahead & set(r.low[max(k - 1, start) : min(k + 3, end)]))


def on_the_programme(r: Reading, found: Encounter, dates: list[TimeWord]) -> str | None:
    """“10:00 The President meets …”: a line of a programme is of the day that stands above it."""
    start = r.sents[found.sentence][0]
    if not HOUR.fullmatch(r.words[start]):
        return None
    first = r.chars(start, start + 1)[0]
    return next((word.date for word in reversed(dates) if word.start < first and len(word.date) == 10), None)


def of_the_week(r: Reading, found: Encounter) -> bool:
    """“Earlier in the week”: the week of publication."""
    start, end = r.sents[found.sentence]
    return any(r.low[k : k + 4] == ["earlier", "in", "the", "week"] for k in range(start, end))


def afterwards(r: Reading, found: Encounter) -> bool:
    """“later met X”: on the day of the event told before."""
    words = lowered("meetings", "afterwards")
    verb = found.verb if found.verb is not None else r.token(found.at)
    above = (verb, verb.head) if verb.dep_ in ("conj", "xcomp") else (verb,)
    return any(
        c.text.lower() in words and c.dep_ == "advmod" and not c.n_lefts
        for step in above for c in step.children
    )  # fmt: skip


def around(r: Reading, found: Encounter) -> bool:
    """“before the meeting”, “on the sidelines of the summit”: beside an event that has been told."""
    start, end = r.sents[found.sentence]
    links = lowered("meetings", "beside")
    return any(
        r.low[k] in nouns() and r.low[k - 1] in ("the", "these", "this") and r.low[k - 2] in links
        or r.low[k] in lowered("meetings", "margins") and r.low[k + 1 : k + 3] == ["of", "the"]
        for k in range(start + 2, min(end, start + 6)) if k != found.at
    )  # fmt: skip


def by_the_hour(r: Reading, found: Encounter) -> bool:
    """“in the evening”, “earlier in the day”, “the same day”: a moment of the day that the text speaks of."""
    start, end = r.sents[found.sentence]
    return any(
        r.low[k] in lowered("meetings", "hours")
        and set(r.low[max(start, k - 3) : k]) & lowered("meetings", "of_the_day")
        for k in range(start, end)
    )
