"""Meetings: who met whom, when and where; held, planned or cancelled. One fact an event and text.

`encounters` gives candidates sentence by sentence. A later candidate with the same people (or some of them) and form
is the same event, told again, unless a date, “again” or “last” parts the two; what it adds (date, place, people) is
kept with the first sentence that told the event.
"""

import datetime as dt
from collections.abc import Iterator

from spacy.tokens import Doc

from dossier.facts import Meeting
from dossier.find.coreference import Discourse, discourse
from dossier.find.dates import day_of, time_words
from dossier.find.encounter import Encounter
from dossier.find.encounters import encounters
from dossier.find.lexicon import lowered
from dossier.find.moments import by_the_hour, of_the_week, parted, when
from dossier.find.partakers import first_person
from dossier.find.quotations import inside, quotations
from dossier.find.reading import raw, reading


def meetings(doc: Doc) -> Iterator[Meeting]:
    """The events of a parsed document in the order in which they are first told."""
    d = discourse(doc)
    r, text = d.r, raw(doc)
    document = doc._.document
    quoted = inside(quotations(r), len(r))
    dates = [word for word in time_words(doc) if word.basis != "inferred"]
    events: list[Encounter] = []
    speakers = first_person(d)
    d.persons_at.update(speakers)
    for number in range(len(r.sents)):
        for found in parted(d, encounters(d, number, quoted), dates):
            found.date = found.date or when(r, found, dates, number) or _day(doc, events, found)
            _lay(events, found)
        _also_present(d, events, number)
    for k in speakers:
        del d.persons_at[k]
    for event in events:
        if not event.people or len(event.people) < 2 and event.form != "visit" and event.why == "noun":
            continue
        first, last = r.chars(*r.sents[event.sentence])
        yield Meeting.at(
            text, document.id if document else "text", first, last,
            participants=event.people, date=event.date, place=event.place, form=event.form, status=event.status,
            why=f"meeting: {event.why}: “{event.cue}”; {_antecedents(d, event)}",
        )  # fmt: skip


def _antecedents(d: Discourse, event: Encounter) -> str:
    start, end = d.r.sents[event.sentence]
    told = [d.why[k] for k in range(start, end) if k in d.why]
    return "; ".join(dict.fromkeys(told)) or "all named"


def _day(doc: Doc, events: list[Encounter], found: Encounter) -> str | None:
    """“in the evening”: of the day of the event told just before, else of publication."""
    if found.status == "planned":
        return None
    if of_the_week(reading(doc), found) and (day := day_of(doc)):
        monday = day - dt.timedelta(days=day.weekday())
        return f"{monday.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}"
    if not by_the_hour(reading(doc), found):
        return None
    published = day_of(doc)
    today = published.isoformat() if published else "9999"
    before = next(
        (
            e.date
            for e in reversed(events)
            if e.date and e.date <= today and len(e.date) == 10 and found.sentence - e.sentence <= 4
        ),
        None,
    )
    return before or (published.isoformat() if published else None)


# -- one event ------------------------------------------------------------------------------------------------------


def _lay(events: list[Encounter], found: Encounter) -> None:
    if found.follows:
        before = next((e for e in reversed(events) if e.form != "visit" and len(e.people) > 1), None)
        found.people = before.people if before else found.people
    if found.known and any(e.form == found.form for e in events):
        return
    for event in reversed(events):
        if _same(event, found):
            event.date = event.date or (found.date if found.why != "discuss" or len(found.date or "") == 10 else None)
            event.place = event.place or found.place
            if event.why == "discuss" and found.why != "discuss":
                event.form, event.why, event.cue = found.form, found.why, found.cue
            if len(found.people) > len(event.people):
                event.people = found.people
            return
    events.append(found)


def _same(event: Encounter, found: Encounter) -> bool:
    if found.apart and found.sentence != event.sentence:
        return False
    if (
        event.form != found.form
        and ("discuss" not in (event.why, found.why) or "visit" in (event.form, found.form))
        or event.status != found.status
    ):
        return False
    if event.date and found.date and not (event.date.startswith(found.date) or found.date.startswith(event.date)):
        return False
    one, other = set(event.people), set(found.people)
    if not (one <= other or other <= one) or not one or not other:
        return False
    if found.form == "visit" and event.place and found.place and event.place != found.place:
        return event.date is None or found.date is None or event.date == found.date
    return not (found.fresh and found.date and not event.date)


def _also_present(d: Discourse, events: list[Encounter], number: int) -> None:
    """“Also present were …”, “The meeting was attended by …”: more people of the last event; where the event named
    nobody yet (“Defence ministers of five countries met”), all its people.
    """
    r = d.r
    start, end = r.sents[number]
    last = next((e for e in reversed(events) if e.form == "meeting"), None)
    cue = next((k for k in range(start, end) if r.low[k] in lowered("meetings", "present")), None)
    if cue is None or last is None or number - last.sentence > 8:
        return
    if not last.named and last.sentence < number <= last.sentence + 2:
        people = _named_in(d, start, end)
        if len(people) >= 2:
            last.people, last.named = people, True
        return
    if last.sentence == number or not (
        {"meeting", "talks", "also", "negotiations", "event", "side"} & set(r.low[start:end])
    ):
        return
    last.people = last.people + [name for name in _named_in(d, cue, end) if name not in last.people]


def _named_in(d: Discourse, start: int, end: int) -> list[str]:
    return list(
        dict.fromkeys(p.name for k in range(start, end) for p in d.persons_at.get(k, []) if d.r.tags[k] != "PRP$")
    )
