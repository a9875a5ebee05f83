"""Encounters: the words of a sentence that tell of a meeting, call or visit, with who took part.

Every cue gives at most one candidate; `meetings` lays candidates of the same event together. What is told:

- by a verb of meeting, with two sides (“A met B”, “A was received by B”, “A spoke with B”) or one of several (`alone`);
- by a noun of meeting, at it or at its verb (`occasions`): “talks between A and B”, “A held talks with B”;
- by travel: verb, noun, stay or what is expected (`visits`, `stays`); to a person it is a meeting;
- by what is done together: signing, opening, credentials, in whose presence (`ceremonies`);
- by what fell through (`fallen`), by the next of a row (“the sixth will …”), by who led the sides (`attendance`).
"""

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.find.arguments import by_whom, is_passive, subject_of
from dossier.find.attendance import company
from dossier.find.bodies import group
from dossier.find.ceremonies import credentials, in_presence, together
from dossier.find.commissions import is_ordinal
from dossier.find.discounted import no_one_time, of_a_thing, of_an_event, sees_off
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter, Frame, nouns, verbs
from dossier.find.facing import face_to_face, facing, shown_round
from dossier.find.fallen import fallen_through
from dossier.find.forms import form_told
from dossier.find.listed import following, in_turn, named_after, named_before, with_the_listed
from dossier.find.making import made
from dossier.find.occasions import by_noun, of_the_row, size_of
from dossier.find.partakers import add, participants
from dossier.find.partners import WHOLE, at_the_matter, greeted, of_office, others_of, to_see
from dossier.find.reading import Reading
from dossier.find.reciprocal import alone, just_named, whom_they_mean
from dossier.find.register import any_named, named
from dossier.find.standing import judge
from dossier.find.stays import back_from, called_at, expected, led_or_spent, staying, taken_to
from dossier.find.verbal import is_verb
from dossier.find.visits import visit_by_noun, visit_by_verb
from dossier.find.wired import on_the_phone
from dossier.lexicon import lowered

LONGEST = 500  # words of a sentence; what runs on longer is no news text, and each cue looks at its whole sentence
FAR = 20  # words from “brought” to “together”
# Verbs whose partners may be found by position after the preposition.
_DISTANT = frozenset("speak confer sit meet receive greet call".split())
_OF_OFFICES = frozenset("discuss speak".split())  # verbs that an office without a name may follow
_NO_NOUN = ("VB", "RP", "IN", "RB")  # “was shown round by X”
_FURTHER = {"discuss": together, "sit": facing}  # what else a verb may tell, where it tells of no talks
_OF_GROUPS = frozenset("meet receive gather confer sit".split())  # verbs whose object is people


def encounters(d: Discourse, number: int, quoted: list[int]) -> Iterator[Encounter]:
    """The candidates of a sentence, in order."""
    start, end = d.r.sents[number]
    if end - start > LONGEST:
        return
    for i in range(start, end):
        found = _told_at(d, i, number)
        if found:
            if found.form != "any":
                judge(d, found, start, end)
            if found.status != "none":
                yield found


def _told_at(d: Discourse, i: int, number: int) -> Encounter | None:
    r, word = d.r, d.r.low[i]
    frame = verbs().get(word)
    if word in lowered("meetings", "return") and (back := back_from(d, i, number)):
        return back
    staying_there = lowered("meetings", "leads") | lowered("meetings", "spending") | {"lead"}
    if word in staying_there and (stay := led_or_spent(d, i, number)):
        return stay
    if word in lowered("meetings", "taking") and (taken := taken_to(d, i, number)):
        return taken
    if frame and frame.name == "call" and r.low[i + 1 : i + 2] == ["at"]:
        return called_at(d, i, number)
    if frame and is_verb(r, i, frame):
        found = visit_by_verb(d, i, number) if frame.form == "visit" else _by_verb(d, i, number, frame)
        if found is None and frame.name in _FURTHER:
            return _FURTHER[frame.name](d, i, number)
        return found
    if word == "table" and r.low[i - 1] != "round":
        return None
    if word in nouns() and (r.shouting or not r.tags[i].startswith(_NO_NOUN)):
        return visit_by_noun(d, i, number) if nouns()[word] == "visit" else by_noun(d, i, number)
    if is_ordinal(word) and (another := of_the_row(d, i, number)):
        return another
    if word in lowered("meetings", "postures"):
        return facing(d, i, number)
    if word in ("round", "around") and r.low[i - 1] == "shown":
        return shown_round(d, i, number)
    if word in ("face", "eye") and r.low[i + 1 : i + 3] == ["to", word]:
        return face_to_face(d, i, number)
    if word in ("phone", "line") and r.low[i - 2 : i] == ["on", "the"]:
        return on_the_phone(d, i, number)
    if word in ("presence", "attended"):
        return in_presence(d, i, number)
    if word == "credentials":
        return credentials(d, i, number)
    if together_told := together(d, i, number):
        return together_told
    if word in ("be", "is", "are", "was", "were", "been"):
        return staying(d, i, number)
    if fallen := fallen_through(d, i, number):
        return fallen
    return expected(d, i, number) if word in ("expected", "due") else None


def _by_verb(d: Discourse, i: int, number: int, frame: Frame) -> Encounter | None:
    r, token = d.r, d.r.token(i)
    sitting = frame.name == "sit" and any(c.text.lower() in lowered("meetings", "assemblies") for c in token.lefts)
    far = 6 if frame.host == "yes" else FAR
    if frame.particle and not sitting and not set(frame.particle) & set(r.low[i + 1 : i + far]):
        return None
    passive = is_passive(token)
    beside = of_an_event(token) or "object" in frame.others and of_a_thing(token) or sees_off(r, i)
    if passive and not frame.passive or beside or no_one_time(r, token, i):
        return None
    subject = _subject(r, token, i) if frame.host == "yes" else []
    others = by_whom(token) if passive else others_of(token, frame)
    if not others and frame.name == "discuss":
        others = at_the_matter(d, token)
    form = form_told(r, i, frame)
    if form is None:
        return None
    if not others and (near := _at_a_distance(d, i, frame, passive)):
        one = participants(d, [subject], strict=True) or named_before(d, i)
        near = _listed(d, near, number, i, r.sents[number][1])
        return _made(d, i, number, form, one, near, frame) if one else None
    if not others and r.shouting and "object" in frame.others and (near := named_after(d, i)):
        one = participants(d, [subject], strict=True) or named_before(d, i)
        if one and not set(one) & set(near):
            return _made(d, i, number, form, one, near, frame)
    if not others:
        return alone(d, i, number, frame, form, subject) or _by_position(d, i, number, frame, form, subject, passive)
    strict = frame.who == "named" and not (frame.name == "greet" and to_see(token))
    one = whom_they_mean(d, subject, number) or participants(d, [subject], strict)
    one = _listed(d, one, number, r.sents[number][0], i)
    other = _listed(d, participants(d, [others], strict), number, i, r.sents[number][1])
    if not other and frame.who == "named" and frame.name in _OF_OFFICES:
        other = [name for t in others for name in of_office(d, t)]
        strict = not other
    if not other and r.low[i] in lowered("meetings", "briefing"):
        assemblies = [t for t in others if t.text.lower() in lowered("meetings", "assemblies")]
        several = [printed for t in others if (printed := group(d, t))]  # “will brief lawmakers”
        one, other, strict = one or participants(d, [subject]), participants(d, [assemblies]) or several, False
    if not other and (not strict and frame.name in _OF_GROUPS or frame.name == "speak" and any(map(size_of, others))):
        everyone = [c for t in others for c in (t, *t.conjuncts)]
        other = [printed for t in everyone if (printed := group(d, t))]  # “met the ferrymen”
    if frame.name == "telephone" and not passive and len(rung := in_turn(d, i)) > 1:
        add(other, rung)
    if frame.host == "no":
        return _made(d, i, number, form, participants(d, [subject_of(r, token)], strict=True), other, frame)
    if not one and frame.name in _OF_OFFICES and subject and any(p.offices for name in other for p in named(d, name)):
        one = of_office(d, subject[0], WHOLE)  # “The Foreign Secretary spoke to President X”
    if not one and subject and subject[0].text.lower() == "they":
        one = just_named(d, number)
    if not one and not passive and not (subject and subject[0].tag_ in ("CD", "NNS")):
        one = _listed(d, named_before(d, i), number, r.sents[number][0], i)
    if not one and passive and not subject:
        one = named_before(d, min((r.at.get(c.i, i) for c in token.lefts if c.dep_ == "auxpass"), default=i))
    if not one or not other or not any_named(d, other) and _led(r, i):
        placed = _by_position(d, i, number, frame, form, subject, passive)
        if placed or not one or not other:
            return placed
    if (
        frame.who == "known"
        and not any_named(d, one + other)
        or frame.name == "greet"
        and not greeted(d, others)
        and strict
    ):
        return None
    return _made(d, i, number, form, one, other, frame)


def _subject(r: Reading, token: Token, i: int) -> list[Token]:
    found = subject_of(r, token)
    if token.tag_ == "VBG" and found and found[0].i > token.i:  # “said, after calling on X, that China …”
        above = next((k for k in range(i - 1, r.sentence(i)[0], -1) if r.tags[k] in ("VBD", "VBZ")), None)
        found = subject_of(r, r.token(above)) or found if above is not None else found
    return found if found and not found[0].tag_.startswith(("JJ", "RB")) else _group_before(r, i) or found


def _group_before(r: Reading, i: int) -> list[Token]:
    """“The two last spoke”, “the sides met”, where the parse sees no subject."""
    k = next(
        (k for k in range(i - 1, max(i - 4, r.sentence(i)[0]), -1) if not r.tags[k].startswith(("RB", "JJ", "MD"))), i
    )
    group = k < i and r.low[k] in lowered("meetings", "sides") and r.low[k - 1] in ("the", "both")
    return [r.token(k)] if group else []


def _at_a_distance(d: Discourse, i: int, frame: Frame, passive: bool) -> list[str]:
    """“spoke by phone last night with X”: the names after the preposition, where the parse hangs it elsewhere."""
    links = ("by",) if passive else tuple(role for role in frame.others if role != "object")
    return following(d, i, links) if links and frame.name in _DISTANT else []


def _by_position(
    d: Discourse, i: int, number: int, frame: Frame, form: str, subject: list[Token], passive: bool
) -> Encounter | None:
    """Where the parse finds one side only, or a delegation but not its leader: the names before and after the verb."""
    if passive or frame.name not in ("meet", "receive", "telephone", "confer", "sit") or d.r.tags[i] == "VBG":
        return None
    one = participants(d, [subject], strict=True) or named_before(d, i)
    other = _listed(d, [name for name in named_after(d, i) if name not in one], number, i, d.r.sents[number][1])
    return _made(d, i, number, form, one, other, frame) if one and other else None


def _led(r: Reading, i: int) -> bool:
    return bool(lowered("meetings", "leads") & set(r.low[i : i + 16]))


def _listed(d: Discourse, found: list[str], number: int, after: int, before: int) -> list[str]:
    return with_the_listed(d, found, number, after, before)


def _is_place(d: Discourse, name: str) -> bool:
    """“Luanda is to host them”: the place is no partaker beside those who meet there."""
    return any(m.form in ("name", "capital") for m in d.r.named_places.get(name, ()))


def _made(
    d: Discourse, i: int, number: int, form: str, one: list[str], other: list[str], frame: Frame
) -> Encounter | None:
    who = [name for name in one if not (frame.name == "receive" and len(other) > 1 and _is_place(d, name))]
    add(who, other)
    beside = company(d, i, who)
    if len(who) < 2 or d.r.low[i].startswith("summon") and _is_place(d, who[0]) and not named(d, who[1]):
        return None  # “Rome summoned the envoy”, who is not named
    found = made(d, i, number, form, who, frame.name)
    found.attendants = beside
    found.sides = one, [name for name in who if name not in one]
    found.separate |= frame.name == "telephone" and len(one) == 1 < len(other)  # who rings two rings each
    return found
