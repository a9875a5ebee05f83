"""Met: who met in a sentence, whom “the sides” will mean; who of them was host and who guest."""

from spacy.tokens import Token

from dossier.find.arguments import upwards
from dossier.reporting import table
from dossier.find.discourse import Discourse
from dossier.find.gathering import Person
from dossier.find.parties import named_within
from dossier.find.reading import Reading
from dossier.lexicon import load, lowered

MEMORY = 12  # groups a reader keeps in mind


def met(d: Discourse, number: int, start: int, end: int) -> None:
    """Remember who met in this sentence: the group that “the sides” will mean."""
    r = d.r
    cue = any(
        r.low[k] in lowered("coreference", "encounters")
        and r.token(k).dep_ in ("ROOT", "conj", "ccomp", "pobj", "dobj", "relcl", "nsubj", "nsubjpass")
        and not _in_advcl(r, k, start)
        for k in range(start, end)
    )
    if not cue or _attended(r, start, end):
        return
    found = list(dict.fromkeys(person for k in range(start, end) for person in d.persons_at.get(k, [])))
    told = {p for k in range(start, end) if k in d.name_ends and _only_tells(d, k) for p in d.persons_at.get(k, [])}
    found = rest if len(rest := [p for p in found if p not in told]) >= 2 else found
    if len(found) >= 2:
        first = {id(p): min(m.start for m in p.mentions) for p in found}
        again = {id(p) for p in d.group} == first.keys()
        d.group = sorted(found, key=lambda p: first[id(p)])
        d.groups = [*d.groups[-MEMORY:], d.group]
        _sides(d, start, end, again)


def _only_tells(d: Discourse, k: int) -> bool:
    """“The talks between A and B will go on, C said”: C was not there; of “C said after talks with A” nobody knows."""
    token = d.r.token(d.name_ends[k] - 1)
    while token.dep_ in ("compound", "appos") and token.head != token:
        token = token.head
    verb = token.head
    if token.dep_ != "nsubj" or verb.text.lower() not in table():
        return False
    cues = (t for t in verb.subtree if t.text.lower() in lowered("coreference", "encounters"))
    return verb.dep_ in ("parataxis", "ccomp") or any(_within_clause(t, verb) for t in cues)


def _within_clause(token: Token, verb: Token) -> bool:
    """Does the word stand in what the verb says?"""
    below = [step for step in upwards(token) if step.head.i == verb.i and step.i != verb.i]
    return bool(below) and below[0].dep_ == "ccomp"


def _attended(r: Reading, start: int, end: int) -> bool:
    """“X also took part in the meeting”: who else was there, no new meeting."""
    text = " ".join(r.low[start:end])
    met = any(
        r.low[k] in lowered("coreference", "encounters") and r.tags[k] in ("VBD", "VBZ") for k in range(start, end)
    )
    return not met and any(f" {words} " in text for words in load("coreference")["attending"])


def _sides(d: Discourse, start: int, end: int, again: bool) -> None:
    """Who of the group was host, who guest: by the verb (“received”, “visited”), else by the place where they met.

    Of the same group told `again`, what was told of it before holds.
    """
    r = d.r
    hosts: list[Person] = []
    guests: list[Person] = []
    for k in range(start, end):
        receives, visits = r.low[k] in lowered("coreference", "hosting"), r.low[k] in lowered("coreference", "visiting")
        if not (receives or visits) or not r.tags[k].startswith("VB"):
            continue
        doer, other = _doer(d, r.token(k)), _other(d, r.token(k))
        if receives and (doer or other):
            hosts, guests = doer, other or [p for p in d.group if p not in doer]
        elif visits and doer:
            guests = doer
    place = next((r.place[k].code for k in range(start, end) if r.place[k] and r.low[k - 1] == "in"), None)
    if not (hosts or guests) and place:
        hosts = [p for p in d.group if p.country == place]
        guests = [p for p in d.group if p.country not in (None, place)]
    if again and d.guests and not (hosts or guests):
        return
    d.hosts = hosts or [p for p in d.group if p not in guests]
    d.guests = guests or [p for p in d.group if p not in d.hosts]


def _doer(d: Discourse, verb: Token) -> list[Person]:
    """Who receives: the subject, or after “by”."""
    agent = next((c for a in verb.children if a.dep_ == "agent" for c in a.children if c.dep_ == "pobj"), None)
    return named_within(d, agent or next((c for c in verb.children if c.dep_ == "nsubj"), None))


def _other(d: Discourse, verb: Token) -> list[Person]:
    """Who is received: the object, or the subject of the passive."""
    return named_within(d, next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None))


def _in_advcl(r: Reading, k: int, start: int) -> bool:
    """Does the word hang on an opening participle (“Noting his earlier meeting with …, the minister …”)?"""
    token = r.token(k)
    for _ in range(8):
        if token.dep_ == "advcl" and token.tag_ == "VBG":
            return token.i < token.head.i
        if token.head == token:
            return False
        token = token.head
    return False
