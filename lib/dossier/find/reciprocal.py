"""Who meets each other: one subject of several (“A and B met”, “the sides will meet”, “the commission meets”)."""

from spacy.tokens import Token

from dossier.find.arguments import SUBJECTS, upwards
from dossier.find.attendance import company
from dossier.find.bodies import group
from dossier.find.commissions import chairs
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter, Frame
from dossier.find.listed import runs, with_the_listed
from dossier.find.making import made
from dossier.find.occasions import size_of
from dossier.find.office import heads
from dossier.find.partakers import add, participants, persons_in
from dossier.find.parties import in_clause, singular
from dossier.find.register import all_named, any_named
from dossier.lexicon import lowered


def alone(d: Discourse, i: int, number: int, frame: Frame, form: str, subject: list[Token]) -> Encounter | None:
    """“A and B met”, “the sides will meet again”, “the commission meets in June”."""
    each_other = d.r.low[i + 1 : i + 3] == ["each", "other"]
    if not (frame.alone or each_other):
        return None
    if not subject:  # “Before the ceremony A and B talked”, where the parse hangs the names elsewhere
        who = _run_before(d, i, number)
        return made(d, i, number, form, who, frame.name) if frame.alone == "yes" and who else None
    r = d.r
    if frame.name == "speak" and form != "call" and (r.low[i - 1] == "also" or r.tags[i] == "VBG"):
        return None  # “A and B also spoke”, “Speaking in Riga, A and B said”: to an audience
    found = _of_those_before(d, i, number, frame, form, subject)
    if found:
        return found
    crowd = frame.name == "gather" and _is_crowd(subject[0])
    who = whom_they_mean(d, subject, number) or participants(d, [subject], strict=crowd)
    who = with_the_listed(d, who, number, r.sents[number][0], i)
    who = who if len(who) > 1 else _run_before(d, i, number) or who
    who = who or [printed for t in subject if not crowd and (printed := group(d, t))]
    if len(who) > 1:
        if frame.alone == "named" and not (all_named(d, who) and any_named(d, who)):
            return None
        found = made(d, i, number, form, who, frame.name)
        found.size = size_of(subject[0])
        if subject[0].text.lower() == "they":
            found.called, found.people = "they", just_named(d, number) or who
            found.instead = "instead" in r.low[slice(*r.sents[number])]
        found.attendants = company(d, i, found.people)
        return found
    if len(who) == 1 and (frame.name in ("meet", "gather", "sit", "confer") or form == "call"):
        place = r.place[r.at.get(subject[0].i, i)]
        body = subject[0].tag_ == "NNP" and not persons_in(d, subject[0]) and frame.name == "meet"
        body = body and (place is None or place.form == "international")  # “OPEC will meet”
        assembly = body or subject[0].text.lower() in lowered("meetings", "assemblies") or frame.name == "gather"
        beside = d.r.token(i).dep_ == "advcl" or any(
            c.dep_ == "mark" and c.text.lower() in ("before", "after") for c in d.r.token(i).lefts
        )
        if beside and assembly:  # “the day before the commission convened”
            return None
        if assembly or subject[0].tag_ in ("NNS", "NNPS") or subject[0].text.lower() == "they":
            leading = chairs(d, i, number) if assembly else []
            found = made(d, i, number, form, leading if len(leading) > 1 else who, frame.name)
            found.named = assembly
            return found
    return None


def _is_crowd(subject: Token) -> bool:
    """“Protesters gathered”: neither officials nor bodies."""
    known = (heads(), lowered("meetings", "assemblies"), lowered("meetings", "sides"))
    one = singular(subject.text.lower())
    return subject.tag_ in ("NNS", "NNPS") and not any(one in those or subject.text.lower() in those for those in known)


def _run_before(d: Discourse, i: int, number: int) -> list[str]:
    """“A and the governor, B, spoke”: names joined right before the verb, where the parse sees the last one only."""
    run = next((run for run in runs(d, number) if 0 <= i - d.name_ends[run[-1]] <= 1 and len(run) > 1), [])
    return list(dict.fromkeys(p.name for k in run for p in d.persons_at.get(k, [])))


def whom_they_mean(d: Discourse, subject: list[Token], number: int) -> list[str]:
    """“The deputies were received by A, and on Friday they met B”: the several who act in the same sentence."""
    if not subject or subject[0].text.lower() != "they":
        return []
    r, (start, end) = d.r, d.r.sents[number]
    acting = [t for t in (r.token(k) for k in range(start, end)) if t.dep_ in SUBJECTS and t.tag_ == "NNS"]
    within = {step.head.i for step in upwards(subject[0].head) if step.dep_ == "ccomp"}  # “officials said they met”
    acting = [t for t in acting if t.head.i not in within and t.head.i != subject[0].head.i]
    before = [t for t in acting if t.i < subject[0].i]
    for token in before[::-1] or acting:
        if several := participants(d, [[token]], strict=True) or [name for name in (group(d, token),) if name]:
            return several
    return []


def _heads(d: Discourse, subject: Token) -> bool:
    """“the heads of state”, “the heads of government”."""
    k = d.r.at.get(subject.i, 0)
    return d.r.low[k : k + 2] == ["heads", "of"] and d.r.low[k + 2 : k + 3] in (
        ["state"],
        ["government"],
        ["delegation"],
    )


def just_named(d: Discourse, number: int) -> list[str]:
    """The two whom the sentence before names, if there are two."""
    start, end = d.r.sents[number - 1] if number else (0, 0)
    found: list[str] = []
    for k in range(start, end):
        if k in d.name_ends:
            add(found, [p.name for p in d.persons_at.get(k, [])])
    return found if len(found) == 2 else []


def _of_those_before(
    d: Discourse, i: int, number: int, frame: Frame, form: str, subject: list[Token]
) -> Encounter | None:
    """“the sides agreed to meet again”, “both leaders met”."""
    parties = subject[0].text.lower() in lowered("meetings", "parties")
    if not _sides(d, subject[0]) and not parties:
        return None
    found = made(d, i, number, form, participants(d, [subject]), frame.name)
    found.follows, found.parties, found.size = not parties or len(found.people) < 2, parties, size_of(subject[0])
    found.called = subject[0].text.lower()
    if found.size == 2 and len(in_clause(d, d.r.at.get(subject[0].i, i), number, 2)) == 2:
        found.follows = found.parties = False  # “A discussed it with B when the two met”
    if not found.people and singular(found.called) in heads() and (printed := group(d, subject[0])):
        found.people = [printed]  # “the two presidents”, of whom none is named
    return found if len(found.people) > 1 or _sides(d, subject[0]) else None


def _sides(d: Discourse, subject: Token) -> bool:
    """“the sides”, “both leaders”, of whom nobody is named: those who met before."""
    told = {d.r.low[d.r.at.get(subject.i, 1) - 1], *(c.text.lower() for c in subject.lefts)}
    return (
        (subject.text.lower() in lowered("meetings", "sides") and not subject.n_rights or _heads(d, subject))
        and not persons_in(d, subject)
        and bool(told & {"the", "both", "two"})
    )
