"""Moved: the new day of what was to be on another (“was put off to 5 May”, “It has now been moved to Friday”)."""

from spacy.tokens import Token

from dossier.find.arguments import SUBJECTS, is_passive, upwards
from dossier.find.encounter import Encounter, nouns
from dossier.find.moments import FINITE, index
from dossier.find.reading import Reading
from dossier.find.speech import table
from dossier.lexicon import lowered
from dossier.timewords import TimeWord

NEAR = 2  # sentences within which “it” is what was planned


def moved_to(r: Reading, found: Encounter, dates: list[TimeWord], number: int) -> str | None:
    """“was put off this week to 19 August”: the new day of what was planned."""
    start, end = r.sents[number]
    if "instead" in r.low[found.at : end] and "had" in r.low[start : found.at]:
        but = next((k for k in range(found.at, end) if r.low[k] == "but"), end)
        return next((w.date for w in dates if index(r, w.start, but, end) is not None), None)
    above = {step.i for step in upwards(r.token(found.at))}
    for k in _verbs(r, start, end):
        if r.ids[k] in above or _of_the_noun(r, found.at, k):
            if day := _new_day(r, k, dates, end):
                return day
    return None


def move(r: Reading, events: list[Encounter], number: int, dates: list[TimeWord]) -> None:
    """“A second round was to be held on 26 June. It has been put off until 10 July”: the day of what was planned."""
    start, end = r.sents[number]
    bare = start + 2 < end and r.low[start] == "the" and r.low[start + 2] in lowered("meetings", "auxiliary")
    form = nouns().get(r.low[start + 1]) if bare else None  # “The trip has been put off to 14 January”
    if not events or r.low[start] not in ("it", "this", "that") and form is None:
        return
    known = (e for e in reversed(events) if e.people and form in (None, e.form))
    event = next((e for e in known if e.sentence < number), None)
    if event is None or event.status == "held" or number - event.sentence > NEAR:
        return
    days = (_new_day(r, k, dates, end) for k in _verbs(r, start, end) if is_passive(r.token(k)))
    day = next((day for day in days if day), None)
    if day:
        event.date, event.status = day, "planned"


def _verbs(r: Reading, start: int, end: int) -> list[int]:
    return [k for k in range(start, end) if r.low[k] in lowered("meetings", "moved") and r.tags[k].startswith("VB")]


def _new_day(r: Reading, k: int, dates: list[TimeWord], end: int) -> str | None:
    """The day told after “to” or “until” behind the verb."""
    stop = next((j for j in range(k + 1, end) if r.tags[j] in FINITE and not _put_in(r, j) or r.words[j] == ";"), end)
    links = {"to", "until", "till"} | ({"for"} if r.low[k] in ("rescheduled", "rearranged", "postponed") else set())
    for word in dates:
        j = index(r, word.start, k, stop)
        if j is not None and links & set(r.low[max(j - 2, k) : j]):
            return word.date
    return None


def _put_in(r: Reading, k: int) -> bool:
    """“has been put off, the ministry said, to 14 January”: the verb of an aside."""
    return r.low[k] in table() and r.words[k + 1 : k + 2] == [","] and "," in r.words[max(k - 6, 0) : k]


def _of_the_noun(r: Reading, at: int, k: int) -> bool:
    """“a meeting with X, planned for Monday, had been moved”: the first finite verb after the noun, by position."""
    token: Token = r.token(k)
    if not is_passive(token) or not r.tags[at].startswith("NN"):
        return False
    helped = min(r.at.get(c.i, k) for c in token.lefts if c.dep_ in ("aux", "auxpass"))
    told = [c for c in token.lefts if c.dep_ in SUBJECTS]
    within = not told or at < r.at.get(told[0].i, k)
    return at < helped and within and not any(r.tags[j] in FINITE for j in range(at + 1, helped))
