"""When two tellings are of one event: the same people (or some of them), form and status, and no other date or place.

What a later telling adds (date, place, people, that it fell through) is kept with the first.
"""

from collections import Counter
from dataclasses import replace

from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter
from dossier.find.parties import TOLD_APART, singular
from dossier.find.ranks import called, rank
from dossier.find.register import named
from dossier.find.same import same
from dossier.find.venues import vague
from dossier.lexicon import lowered, words

VAGUE = frozenset(("discuss", "speak"))  # verbs that tell neither how nor where they met
OFTEN = 3  # events of somebody of whom a text tells
FAR = 4  # sentences within which “he had been due on Monday” speaks of what fell through
NEAR = 2  # sentences within which “the talks were postponed” speaks of what was planned


def lay(d: Discourse, events: list[Encounter], found: Encounter) -> None:
    """Lay a candidate to the event it tells again, else add it."""
    if _on_the_margins(d, found):
        return
    if (
        found.parties
        and events
        and (bodies := next((e.people for e in events if e.bodied and len(e.people) > 1), None))
    ):
        found.people, found.follows, found.size = bodies, False, 0
    if found.guess is not None:
        found.people = _completed(events, found)
    if found.instead and events and events[-1].status == "cancelled":
        found.people = events[-1].people
    if found.follows or found.size == 2 and len(found.people) != 2:
        found.people = _who_met(d, events, found) or found.people
        found.named &= not found.size > 2 or any(named(d, name) for name in found.people)
        found.named &= bool(found.people)  # “The sixth round ended on Monday”, before anybody is told
    if planned := _fallen_through(events, found):
        planned.status, planned.date, planned.place = (
            "cancelled",
            planned.date or found.date,
            planned.place or found.place,
        )
        return
    if found.form == "any":
        return
    if (gathering := _what_for(d, events, found)) is not None:
        gathering.people += [name for name in found.people if named(d, name) and name not in gathering.people]
        gathering.date, gathering.place = gathering.date or found.date, gathering.place or found.place
        return
    if nameless := _of_nobody_named(events, found):
        nameless.people, nameless.named = found.people, True
        _keep(nameless, found)
        return
    if found.why == "join" and (joined := _joined(events, found)):
        new = [name for name in found.people if name not in joined.people]
        if "then" in d.r.low[found.at - 2 : found.at]:  # “The two were then joined by C”: talks of their own
            events.append(replace(found, people=joined.people + new, date=found.date or joined.date))
            return
        joined.people, joined.attendants = joined.people + new, joined.attendants + new
        return
    if found.why == "join" and found.known:
        return
    apart = found.status == "cancelled" and bool(found.people and found.date)
    if found.moved and found.known and not found.people:
        events = [e for e in events if e.status != "held"]  # “that meeting has been postponed to 22 August”
    if found.known and not apart and (before := _spoken_of(events, found)):
        if _goes_on(before, found):
            events.append(replace(found, people=before.people, known=False))
        else:
            _keep(before, found)
        return
    if visited := _where_met(d, events, found):
        visited.people, visited.form, visited.why, visited.cue = found.people, found.form, found.why, found.cue
        visited.date, visited.at = visited.date or found.date, found.at
        return
    if fell := _had_been_due(d, events, found):
        fell.date, fell.place = fell.date or found.date, fell.place or found.place
        return
    for event in reversed(events):
        if same(d, event, found):
            _keep(event, found)
            if event.why in VAGUE and found.why not in VAGUE:
                event.form, event.why, event.cue = found.form, found.why, found.cue
            if len(found.people) > len(event.people):
                event.people = found.people
            return
    if not (found.known and found.why == "somewhere" and found.status != "cancelled"):
        events.append(found)


def _on_the_margins(d: Discourse, found: Encounter) -> bool:
    """“met on the sidelines of | the session of the Assembly”: where they met, and no event beside that."""
    before = d.r.low[max(found.at - 6, d.r.sents[found.sentence][0]) : found.at]
    return found.why == "noun" and "of" in before and not lowered("meetings", "margins").isdisjoint(before)


def _what_for(d: Discourse, events: list[Encounter], found: Encounter) -> Encounter | None:
    """“Ministers gathered | for the third session of the League”: what they gathered for, and no event beside it."""
    last = events[-1] if events else None
    if last is None or found.verb is None or last.form == "visit" or last.sentence != found.sentence:
        return None
    link = d.r.token(found.at)
    while link.head != link and link.dep_ != "prep":
        link = link.head
    return last if link.text.lower() == "for" and link.head.i == d.r.ids[last.at] == found.verb.i else None


def _had_been_due(d: Discourse, events: list[Encounter], found: Encounter) -> Encounter | None:
    """“A's visit was called off. He had been due to arrive on Monday”: the day of what fell through."""
    start = d.r.sents[found.sentence][0]
    told = " ".join(d.r.low[max(start, found.at - 6) : found.at])
    if found.status != "planned" or not any(words in told for words in ("had been", "was to have", "were to have")):
        return None
    fits = (e for e in reversed(events) if e.status == "cancelled" and e.form == found.form)
    near = (e for e in fits if found.sentence - e.sentence <= FAR and (not e.date or e.date == found.date))
    return next((e for e in near if set(found.people) & set(e.people)), None)


def _completed(events: list[Encounter], found: Encounter) -> list[str]:
    """“A meeting with X was put off”, “A trip to Riga is cancelled”: of whom the text tells most, or who visits."""
    if found.form == "visit":
        travelled = [e.people for e in reversed(events) if e.form == "visit"] if found.status == "cancelled" else []
        return travelled[0] if travelled else []
    told = Counter(name for e in events for name in e.people if name not in found.people or name == found.guess)
    best, times = told.most_common(1)[0] if told else ("", 0)
    if found.guess and (times < OFTEN or 2 * told[found.guess] > times):
        return found.people
    others = [name for name in found.people if name != found.guess]
    return [best, *others] if times > 1 else found.people


def _who_met(d: Discourse, events: list[Encounter], found: Encounter) -> list[str]:
    """Those of the last event who are as many as told and hold the office told (“the ministers are to meet again”)."""
    met = [e for e in reversed(events) if e.form != "visit" and (len(e.people) > 1 or e.why == "group")]
    met = [e.principals for e in sorted(met, key=lambda e: found.cue.lower() == "round" and not _round(d, e))]
    if len(met) > 1 and len(both := list(dict.fromkeys(met[1] + met[0]))) == found.size > 2:
        met.insert(0, both)
    for people in met:
        fits = [name for name in people if any(called(rank(singular(found.called)), p) for p in named(d, name))]
        if len(fits) > 1 and found.size in (0, len(fits)):
            return fits
        if len(people) == found.size and not any(_several(name) or _unlike(d, found, name) for name in people):
            return people
    if found.size == 2 and not found.follows:
        return met[0][:2] if met else []
    return met[0] if met and found.follows else []


def _round(d: Discourse, event: Encounter) -> bool:
    """“The second round of talks between A and B”: what “a third round” goes on."""
    return event.form != "call" and "round" in d.r.low[slice(*d.r.sents[event.sentence])]


def _unlike(d: Discourse, found: Encounter, name: str) -> bool:
    """“the three presidents” are no ministers."""
    key = rank(singular(found.called)) if found.called in TOLD_APART else frozenset()
    return bool(key) and any(p.titles and not called(key, p) for p in named(d, name))


def _several(name: str) -> bool:
    """“Japanese leaders”: more than one, of whom none is named."""
    last = name.split()[-1]
    return last.islower() and singular(last) != last


def _where_met(d: Discourse, events: list[Encounter], found: Encounter) -> Encounter | None:
    """“visited the palace, where he was received by X”: one event, at the palace."""
    if found.why not in ("receive", "greet") or not events:
        return None
    joined = found.verb is not None and found.verb.dep_ == "conj" and found.verb.head.i == d.r.ids[events[-1].at]
    if not joined and "where" not in d.r.low[events[-1].at : found.at]:
        return None
    visit, place = events[-1], (events[-1].place or "").split()
    venue = bool(place) and (place[-1] in words("meetings", "venues") or place[-1].islower())
    same = visit.sentence == found.sentence and set(visit.people) < set(found.people)
    return visit if venue and visit.form == "visit" and same else None


def _joined(events: list[Encounter], found: Encounter) -> Encounter | None:
    """Which event they joined: one with some of the same people; “who hosted the meeting”: the one just told."""
    if found.known:
        return next((e for e in reversed(events) if e.form != "visit" and found.sentence - e.sentence <= NEAR), None)
    told = (e for e in reversed(events) if e.form == found.form and set(e.people) & set(found.people))
    event = next(told, None)
    return event if event and (not found.date or found.date == event.date or not event.date) else None


def _goes_on(event: Encounter, found: Encounter) -> bool:
    """“The talks will resume on 19 June”: of those that were held, another day is another event."""
    told = event.status == "held" and found.status == "planned" and found.date and found.date != event.date
    verb = found.verb.text.lower() if found.verb is not None else ""
    happens = verb in lowered("meetings", "happen") | {"resume", "reconvene"}
    return bool(told) and happens and found.form != "visit" and found.sentence > event.sentence


def _keep(event: Encounter, found: Encounter) -> None:
    if found.moved:
        event.date, event.status = found.date, found.status
    if event.status == found.status:
        event.date = event.date or (found.date if found.why != "discuss" or len(found.date or "") == 10 else None)
        event.place = event.place if event.place and not vague(event.place) else found.place or event.place


def _of_nobody_named(events: list[Encounter], found: Encounter) -> Encounter | None:
    """“Ministers of five countries met. The host was joined by A, B and C”: the event whose people are told now."""
    last = next((e for e in reversed(events) if e.form == found.form), None)
    if (
        last is None
        or last.named
        or found.separate
        or len(found.people) < 2
        or found.sentence - last.sentence > NEAR
        or found.new
    ):
        return None
    return last if last.status == found.status and (found.known or found.why == "join" or not found.date) else None


def _fallen_through(events: list[Encounter], found: Encounter) -> Encounter | None:
    """“… was to meet B on Monday, but the talks were postponed”: the event planned just before."""
    if found.status != "cancelled":
        return None
    for event in reversed(events):
        if found.sentence - event.sentence > NEAR:
            return None
        if event.status == "planned" and found.form in (event.form, "any") and _told_again(event, found):
            return event
    return None


def _told_again(event: Encounter, found: Encounter) -> bool:
    if found.form == "visit" and event.place and found.place and event.place != found.place:
        return False
    return found.known or not found.new and set(found.people) == set(event.people) and found.date in (None, event.date)


def _spoken_of(events: list[Encounter], found: Encounter) -> Encounter | None:
    """“the talks”, “the visit”: the last event of this form in which those named took part."""
    fits = (e for e in reversed(events) if e.form == found.form and (e.people or not found.people))
    return next((e for e in fits if set(found.people) <= set(e.people) or found.form != "visit"), None)
