"""Who came from elsewhere: whom “the guest”, “the visitor” means."""

from spacy.tokens import Token

from dossier.find.arguments import by_whom, governor, objects, subject_of
from dossier.find.discourse import Discourse
from dossier.find.gathering import Person
from dossier.lexicon import lowered

MEMORY = 8  # visitors a reader keeps in mind


def note_visitors(d: Discourse, start: int, end: int) -> None:
    """Remember who travels or is received in this sentence, and who leads a delegation."""
    for k in range(start, end):
        word = d.r.low[k]
        if word in lowered("coreference", "visiting") and d.r.tags[k].startswith("VB"):
            _add(d, subject_of(d.r, d.r.token(k)))
        elif word in ("visit", "trip", "tour") and d.r.low[k + 1 : k + 2] in (["to"], ["in"]):
            verb, role, _ = governor(d.r.token(k))
            _add(d, subject_of(d.r, verb) if role != "subject" else [])
        elif word in lowered("coreference", "hosting") and d.r.tags[k].startswith("VB"):
            _add(d, objects(d.r.token(k)))
        elif word in lowered("meetings", "leads") and "delegation" in d.r.low[max(start, k - 8) : k]:
            _add(d, by_whom(d.r.token(k)))


def _add(d: Discourse, tokens: list[Token]) -> None:
    places = (d.r.at[t.i] for token in tokens for t in token.subtree if t.i in d.r.at)
    found = list(dict.fromkeys(p for k in places for p in d.persons_at.get(k, [])))
    d.visitors = [*(p for p in d.visitors if p not in found), *found[:1]][-MEMORY:]


def visitor(d: Discourse, number: int) -> Person | None:
    """“the guest met X”: who travelled or was received last and is of another country than X."""
    there = _named_in(d, number)
    home = {p.country for p in there} - {None}
    guests = [*reversed(d.visitors), *(p for p in d.guests if not p.posted())]
    return next((p for p in guests if p not in there and p.country not in home), None)


def _named_in(d: Discourse, number: int) -> list[Person]:
    """The persons whose names stand in a sentence, before or after the word that is resolved."""
    table = d.r.doc.user_data.get("persons_by_sentence")
    if table is None:
        table = d.r.doc.user_data["persons_by_sentence"] = {}
        for person in d.everyone:
            for mention in person.mentions:
                table.setdefault(d.r.sent_of[mention.start], []).append(person)
    return table.get(number, [])
