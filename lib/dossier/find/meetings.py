"""Meetings: who met whom, when and where; held, planned or cancelled. One fact an event and text.

`encounters` gives candidates sentence by sentence. A later candidate with the same people (or some of them) and form
is the same event, told again, unless a date, “again” or “last” parts the two; what it adds (date, place, people) is
kept with the first sentence that told the event.
"""

import datetime as dt
from collections.abc import Iterator

from spacy.tokens import Doc

from dossier.calendars import first_day, last_day
from dossier.facts import Meeting
from dossier.find.attendance import also_present
from dossier.find.coreference import discourse
from dossier.find.dates import day_of, time_words
from dossier.find.days import renew
from dossier.find.discourse import Discourse
from dossier.find.embodied import beside_persons
from dossier.find.encounter import Encounter
from dossier.find.encounters import encounters
from dossier.find.identity import lay
from dossier.find.moved import move
from dossier.find.parting import parted
from dossier.find.quotations import inside, quotations
from dossier.find.reading import raw
from dossier.find.register import any_named
from dossier.find.spoken import first_person
from dossier.find.timing import Days, time

HALF_A_YEAR = 183  # days
MONTH = 31  # days; what is longer is no day of talks


def meetings(doc: Doc) -> Iterator[Meeting]:
    """The events of a parsed document in the order in which they are first told."""
    d = discourse(doc)
    r, text = d.r, raw(doc)
    document = doc._.document
    quoted = inside(quotations(r), len(r))
    dates = [word for word in time_words(doc) if word.basis != "inferred"]
    events: list[Encounter] = []
    d.gatherings = events
    days = Days(r, dates, day_of(doc), events)
    speakers = first_person(d)
    d.persons_at.update(speakers)
    for number in range(len(r.sents)):
        renew(r, events, number, dates)
        for found in parted(d, encounters(d, number, quoted), dates):
            time(days, found)
            _settle(doc, found)
            found.people = beside_persons(d, found.people, found.form)
            if found.why == "together" and len(found.date or "") != 10 or _only_signed(found):
                continue
            found.bodied = not any_named(d, found.people)
            lay(d, events, found)
        renew(r, events, number, dates)
        move(r, events, number, dates)
        told = len(events)
        also_present(d, events, number)
        for found in events[told:]:
            time(days, found)
    for k in speakers:
        del d.persons_at[k]
    for event in events:
        event.people = beside_persons(d, event.people, event.form)
        if not _told(event):
            continue
        if event.status != "held" and event.date and days.published:
            event.date = _ahead(event.date, days.published, doc)  # also of what a later sentence has moved
        first, last = r.chars(*r.sents[event.sentence])
        yield Meeting.at(
            text, document.id if document else "text", first, last,
            participants=event.people, date=event.date, place=event.place, form=event.form, status=event.status,
            why=f"meeting: {event.why}: “{event.cue}”; {_antecedents(d, event)}",
        )  # fmt: skip


def _settle(doc: Doc, found: Encounter) -> None:
    """What is told of as present or past, and dated after publication, is planned; a term is no date of a talk."""
    if found.cue.lower() == "agreed":
        found.place = None  # “agreed to meet again in Riga”
    published = day_of(doc)
    if found.status != "held" and found.date and published:
        found.date = _ahead(found.date, published, doc)
    if found.why == "discuss" and found.date and _is_term(found.date, published):
        found.date = None
    if (
        found.status == "held"
        and found.date
        and published
        and found.date[:10] > published.isoformat()[: len(found.date[:10])]
    ):
        past = found.verb is not None and found.verb.tag_ == "VBD" and not found.cue.endswith("S")  # “ARRIVES”
        if past and found.verb.text == found.cue:
            found.date = None  # “met B to prepare the summit on 20 May”
        else:
            found.status = "planned"


def _ahead(date: str, published: dt.date, doc: Doc) -> str:
    """“A round that was to be held on 20 November”: of what is planned or called off, the nearest such day."""
    if date.count("/") == 1 and len(date) == 21:  # “on 30 November and 1 December”
        return "/".join(_ahead(day, published, doc) for day in date.split("/"))
    printed = any(word.date == date and word.basis == "printed" for word in time_words(doc))
    if printed or len(date) != 10 or date[5:] == "02-29":
        return date
    day = dt.date.fromisoformat(date)
    later = day.replace(year=day.year + 1)
    return later.isoformat() if (published - day).days > HALF_A_YEAR > abs((later - published).days) else date


def _is_term(date: str, published: dt.date | None) -> bool:
    """“discussed a plan for 2025–2027”: a year or more, or days to come, are what was talked about."""
    if len(date) == 10:
        return False
    first, last = first_day(date), last_day(date)
    return (last - first).days > MONTH or bool(published and first > published)


def _only_signed(found: Encounter) -> bool:
    """“A and B signed a memorandum”, no day or place told: a part of the talks."""
    return found.cue in ("signed", "initialled") and not found.date and not found.place


def _told(event: Encounter) -> bool:
    """Is enough told for a fact: for a meeting two, or a group; for a visit a place, unless it fell through?"""
    if not event.people:
        return False
    if event.form == "visit":
        if event.people[0].islower() and not event.place and event.status == "held":
            return False  # “the end of the president's visit”
        return bool(event.place or event.status == "cancelled" or event.why in ("noun", "arrived"))
    return len(event.people) > 1 or event.why not in ("noun", "owned") or event.status == "cancelled"


def _antecedents(d: Discourse, event: Encounter) -> str:
    start, end = d.r.sents[event.sentence]
    told = [d.why[k] for k in range(start, end) if k in d.why]
    return "; ".join(dict.fromkeys(told)) or "all named"
