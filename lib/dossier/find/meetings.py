"""Meetings: who met whom, when and where; held, planned or cancelled. One fact an event and text.

`encounters` gives candidates sentence by sentence. A later candidate with the same people (or some of them) and form
is the same event, told again, unless a date, “again” or “last” parts the two; what it adds (date, place, people) is
kept with the first sentence that told the event.
"""

import datetime as dt
from collections.abc import Iterator

from spacy.tokens import Doc

from dossier.facts import Meeting
from dossier.find.attendance import also_present
from dossier.find.bodies import beside_persons
from dossier.find.coreference import discourse
from dossier.find.dates import day_of, time_words
from dossier.find.days import afterwards, by_the_hour, of_the_deed, of_the_week, on_the_programme, renew, under_the_day
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter
from dossier.find.encounters import encounters
from dossier.find.identity import lay
from dossier.find.moments import moved_to, parted, when
from dossier.find.quotations import inside, quotations
from dossier.find.reading import raw, reading
from dossier.find.register import any_named
from dossier.find.spoken import first_person


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
        renew(r, events, number, dates)
        for found in parted(d, encounters(d, number, quoted), dates):
            if moved := moved_to(r, found, dates, number):
                found.date, found.status, found.moved = moved, "planned", True
            found.date = found.date or when(r, found, dates, number) or _day(doc, events, found)
            found.date = found.date or on_the_programme(r, found, dates) or under_the_day(r, found, dates)
            found.date = found.date or of_the_deed(r, found, dates)
            _settle(doc, found)
            found.people = beside_persons(d, found.people, found.form)
            if found.why == "together" and len(found.date or "") != 10 or _only_signed(found):
                continue
            found.bodied = not any_named(d, found.people)
            lay(d, events, found)
        renew(r, events, number, dates)
        also_present(d, events, number)
    for k in speakers:
        del d.persons_at[k]
    for event in events:
        if not _told(event):
            continue
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
    if found.why == "discuss" and found.date and len(found.date) != 10:
        found.date = None
    published = day_of(doc)
    if (
        found.status == "held"
        and found.date
        and published
        and found.date[:10] > published.isoformat()[: len(found.date[:10])]
    ):
        found.status = "planned"


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
        return bool(event.place or event.status == "cancelled" or event.why == "noun")
    return len(event.people) > 1 or event.why not in ("noun", "owned") or event.status == "cancelled"


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
    later = afterwards(reading(doc), found)
    if not later and not by_the_hour(reading(doc), found):
        return None
    published = day_of(doc)
    today = published.isoformat() if published else "9999"
    before = next(
        (
            e.date
            for e in reversed(events)
            if e.form != "visit"
            and e.status == "held"
            and e.date
            and e.date <= today
            and len(e.date) == 10
            and not e.fresh
            and found.sentence - e.sentence <= (8 if later else 4)
        ),
        None,
    )
    return before or (published.isoformat() if published and not later else None)
