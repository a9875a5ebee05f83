"""Sequence: events told one after the other, of which one day holds (“later”, “There he met”, “before the talks”)."""

from spacy.tokens import Token

from dossier.find.encounter import Encounter, nouns
from dossier.find.reading import Reading
from dossier.lexicon import lowered

_OFF = {"after": 1, "before": -1}  # days from what stands after the word to what is told
NEAR = 12  # words from the place that opens a sentence to the event

def afterwards(r: Reading, found: Encounter) -> bool:
    """“later met X”, “was then received”, “an hour earlier”, “Earlier, she …”: on the day of the event told before."""
    words, start = lowered("meetings", "afterwards"), r.sents[found.sentence][0]
    words = words - {"then"} if found.form == "visit" else words  # “then travelled to Riga”, whenever that was
    if r.low[start] in ("earlier", "then") and r.words[start + 1] == "," or _hours(r, start):
        return True
    verb = found.verb if found.verb is not None else r.token(found.at)
    above = (verb, verb.head) if verb.dep_ in ("conj", "xcomp") else (verb,)
    return any(
        c.dep_ == "advmod" and not c.n_lefts
        and (c.text.lower() in words or c.text.lower() == "earlier" and c.i > step.i)
        or _by_hours(c)
        for step in above for c in step.children
    )  # fmt: skip


def _hours(r: Reading, start: int) -> bool:
    """“Hours before, …”, “Minutes later …”."""
    return r.low[start] in lowered("meetings", "spans") and r.low[start + 1] in ("before", "earlier", "later", "after")


def _by_hours(adverb: Token) -> bool:
    """“an hour earlier”, “two hours later”."""
    told = adverb.text.lower() in ("earlier", "later", "before", "after")
    return told and any(c.text.lower() in lowered("meetings", "spans") for c in adverb.lefts)


def at_the_place(r: Reading, found: Encounter) -> bool:
    """“There she was received by X”, “At the airport he was met by X”: where the event told before has led."""
    start = r.sents[found.sentence][0]
    if r.low[start] == "there":
        return not r.token(start).dep_ == "expl"
    return r.low[start] == "at" and r.low[start + 1] in ("the", "a", "his", "her", "their") and found.at - start < NEAR


def beside_something(r: Reading, found: Encounter) -> bool:
    """“Before the service she spoke with X”: on the day of what was told just before; a visit is longer."""
    start = r.sents[found.sentence][0]
    if r.low[start : start + 3] == ["on", "the", "occasion"] and r.low[start + 3] != "of":
        return True
    if r.low[start] == "between" and r.low[start + 1] in ("sessions", "meetings", "rounds"):
        return True  # “Between sessions she spoke with X”
    opening = r.low[start] in lowered("meetings", "beside") - {"during"} and r.low[start + 1] in ("the", "a", "an")
    return opening and not {"visit", "trip", "tour", "stay"} & set(r.low[start + 2 : start + 5])


def also(r: Reading, found: Encounter) -> bool:
    """“She also met X”, not “also met, separately”, nor “within the framework of the visit … also met”."""
    start = r.sents[found.sentence][0]
    verb = found.verb if found.verb is not None else r.token(found.at)
    told = any(c.text.lower() == "also" and c.dep_ == "advmod" for c in verb.children)
    opening = r.tags[start] in ("PRP", "DT", "NNP") and "during" not in r.low[start : found.at]
    return told and opening and not found.apart and found.form == "meeting" and found.why != "discuss"


def during(r: Reading, found: Encounter) -> bool:
    """“During the visit”: on any day of it."""
    start = r.sents[found.sentence][0]
    return r.low[start] in ("during", "within", "while")


def around(r: Reading, found: Encounter) -> bool:
    """“before the meeting”, “on the sidelines of the summit”: beside an event that has been told."""
    start, end = r.sents[found.sentence]
    links = lowered("meetings", "beside")
    return any(
        (r.low[k] in nouns() or _ends_of_it(r, k))
        and r.low[k - 1] in ("the", "these", "this") and r.low[k - 2] in links
        or r.low[k] in lowered("meetings", "margins") and r.low[k + 1 : k + 3] == ["of", "the"]
        for k in (*range(start + 2, min(end, start + 6)), *range(found.at + 3, end)) if k != found.at
    )  # fmt: skip


def _ends_of_it(r: Reading, k: int) -> bool:
    """“before the start of the works”: of the event told before, whatever it is called."""
    return r.low[k] in lowered("meetings", "ends") and r.low[k + 1 : k + 3] == ["of", "the"]


def a_day_off(r: Reading, found: Encounter) -> int:
    """“announced it a day after she received A”: −1; “The day before the summit she met B”: −1; else 0."""
    start, end = r.sents[found.sentence]
    for k in range(start + 1, end - 1):
        if r.low[k] != "day" or r.low[k - 1] not in ("a", "the") or r.low[k + 1] not in _OFF or r.words[k + 2] == ",":
            continue
        off = _OFF[r.low[k + 1]]
        if k < found.at and "," not in r.words[k : found.at]:
            return -off  # what is told came so much after the event
        return off if k == start + 1 else 0
    return 0


def by_the_hour(r: Reading, found: Encounter) -> bool:
    """“in the evening”, “earlier in the day”, “the same day”: a moment of the day that the text speaks of."""
    start, end = r.sents[found.sentence]
    return any(
        r.low[k] in lowered("meetings", "hours")
        and set(r.low[max(start, k - 3) : k]) & lowered("meetings", "of_the_day")
        for k in range(start, end)
    )
