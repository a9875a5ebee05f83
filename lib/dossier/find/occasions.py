"""Occasions: the nouns of a sentence that tell of a meeting, call or visit (“after talks between A and B”)."""

from spacy.tokens import Token

from dossier.find.coreference import Discourse
from dossier.find.encounter import Encounter, nouns
from dossier.find.lexicon import lowered
from dossier.find.partakers import (
    SUBJECTS,
    between_whom,
    by_whom,
    following,
    of_whom,
    participants,
    subject_of,
    with_whom,
)
from dossier.find.reading import Reading
from dossier.find.venues import place_after, to_place


def by_noun(d: Discourse, k: int, number: int) -> Encounter | None:
    """“after talks between A and B”, “his earlier meeting with B”, “during his visit to Tbilisi”."""
    r, noun = d.r, d.r.token(k)
    if of_the_press(r, k):
        return None
    if (
        any(c.text.lower() in ("no",) for c in noun.lefts)
        or k + 1 < len(r)
        and r.tags[k + 1] in ("NN", "NNS")
        and r.low[k + 1] not in ("today", "yesterday")
    ):
        return None
    form = form_of(r, noun, k)
    owner = [c for c in noun.lefts if c.dep_ == "poss"]
    verb = _verb_above(noun)
    if form == "visit":
        place = to_place(r, noun, ("to", "of", "in") if r.low[k] != "visit" else ("to",))
        who = participants(d, [owner or of_whom(noun) or by_whom(noun)]) or participants(
            d, [subject_of(r, verb)] if verb is not None else [[]]
        )
        who = who or (_on_the_mind(d, number) if _indefinite(noun) else [])
        return (
            Encounter(k, number, "visit", people=who[:1], place=place, cue=r.words[k], verb=verb, why="noun")
            if who
            else None
        )
    others = with_whom(noun) + between_whom(noun) + of_whom(noun)
    if form == "call" and not others and not any(w in lowered("meetings", "phone") for w in r.low[max(0, k - 3) : k]):
        return None
    if verb is not None and verb.text.lower() in ("joined", "accompanied"):
        others = [c for c in verb.lefts if c.dep_ in SUBJECTS] + by_whom(verb) + others
    if verb is not None and verb.text.lower() == "attended" and not others:
        found = made(d, k, number, form, participants(d, [by_whom(verb)]), verb, "noun")
        found.known = True
        return found if len(found.people) > 1 else None
    if verb is not None and not others and _light_passive(verb):
        others = with_whom(verb) + between_whom(verb)
    who = participants(d, [owner, others])
    near = following(d, k, ("with", "between"))
    who += [name for name in near if name not in who]
    if len(who) == 1 and (others or near) and verb is not None and not owner:
        subject = [t for t in subject_of(r, verb) or _root_subject(r, k) if t.i != noun.i] or [
            t for t in _root_subject(r, k) if t.i < noun.i
        ]
        who = participants(d, [subject, others]) if others else list(dict.fromkeys(participants(d, [subject]) + who))
    if len(who) == 1 and not owner and not near and _of_several(noun):
        return made(d, k, number, form, who, verb, "group")
    if len(who) == 1 and (others or near) and not owner and r.sentence(k)[0] >= k - 3:
        who = [name for name in _on_the_mind(d, number) if name not in who] + who
    if len(who) < 2 and not owner:
        who = _gathered(d, noun) or who
    if not who and _indefinite(noun) and verb is not None:
        who = participants(d, [subject_of(r, verb)], strict=True)
    if (
        len(who) < 2
        and not (owner or others or near)
        and any(c.text.lower() in lowered("meetings", "again") for c in noun.lefts)
    ):
        found = made(d, k, number, form, [], verb, "noun")
        found.follows = found.fresh = True
        return found
    if r.low[k] in lowered("meetings", "loose_follows"):
        return None
    if not who and _indefinite(noun) and nouns()[r.low[k]] == "meeting" and r.low[k] in ("meeting", "summit"):
        found = made(d, k, number, form, [], verb, "noun")
        found.named = False
        return found
    if len(who) == 1 and owner and owner[0].tag_ != "NNS":
        return made(d, k, number, form, who, verb, "owned")
    if len(who) < 2 and not owner or not who:
        return None
    return made(d, k, number, form, who, verb, "noun" if len(who) > 1 else "group")


def _of_several(noun: Token) -> bool:
    """“a meeting of the two presidents”, and of nobody named."""
    return any(
        t.tag_ == "NNS" and not any(c.dep_ in ("conj", "appos") for c in t.children) for t in of_whom(noun)
    ) and not with_whom(noun)


def _on_the_mind(d: Discourse, number: int) -> list[str]:
    """Who was the subject last, in the sentences just before."""
    told = [e for e in d.events[-60:] if e.subject and number - 3 <= e.sentence < number]
    return next(([e.person.name] for e in told if e.sentence == told[-1].sentence), [])


def _gathered(d: Discourse, noun: Token) -> list[str]:
    """“a meeting at which A, B and C agreed …”, “where the two were joined by C”."""
    verb = next(
        (
            c
            for c in noun.subtree
            if c.dep_ == "relcl"
            and any(w.text.lower() in ("which", "where") and w.dep_ not in SUBJECTS for w in c.subtree if w.i < c.i)
        ),
        None,
    )
    if verb is None:
        return []
    who = participants(d, [[c for c in verb.lefts if c.dep_ in SUBJECTS], by_whom(verb)], strict=True)
    return who if len(who) > 1 else []


def of_the_press(r: Reading, k: int) -> bool:
    """“a press conference”, “a news conference”: no meeting of those who give it."""
    return r.low[k] == "conference" and r.low[k - 1] in ("news", "press")


def _indefinite(noun: Token) -> bool:
    """“a separate meeting”, “another meeting”; not “the meeting”, which was told before."""
    return any(c.text.lower() in ("a", "an", "another", "their") for c in noun.lefts)


def _root_subject(r: Reading, k: int) -> list[Token]:
    """Subject of the sentence's main verb."""
    start, end = r.sentence(k)
    return [t for t in (r.token(j) for j in range(start, end)) if t.dep_ in SUBJECTS and t.head.dep_ == "ROOT"][:1]


def _light_passive(verb: Token) -> bool:
    return verb.text.lower() in (
        "held",
        "took",
        "begin",
        "began",
        "planned",
        "scheduled",
        "taken",
        "cancelled",
        "canceled",
        "postponed",
        "expected",
    )


def _verb_above(token: Token) -> Token | None:
    for _ in range(8):
        if token.tag_.startswith("VB") and token.dep_ not in ("amod",):
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def made(d: Discourse, i: int, number: int, form: str, who: list[str], token: Token, kind: str) -> Encounter:
    r = d.r
    end = r.sentence(i)[1]
    fresh = any(
        w in r.low[max(0, i - 3) : i + 3]
        for w in ("again", "last", "earlier", "previously", "another", "separately", "later")
    )
    apart = any(r.low[j].startswith("separate") for j in range(r.sentence(i)[0], min(i + 4, end)))
    separate = (
        apart
        and len(who) > 2
        and (
            any(r.low[j] in nouns() and r.low[j].endswith("s") for j in range(i, min(i + 5, end)))
            or "separately" in r.low[r.sentence(i)[0] : end]
        )
    )
    return Encounter(
        i,
        number,
        form,
        people=who,
        apart=apart,
        separate=separate,
        cue=r.words[i],
        verb=token,
        fresh=fresh,
        place=place_after(r, i, end),
        why=kind,
    )


def form_of(r: Reading, noun: Token, k: int) -> str:
    form = nouns()[noun.text.lower()]
    near = r.low[max(0, k - 2) : k]
    if form == "call" and "courtesy" in near:
        return "meeting"
    if any(w in lowered("meetings", "phone") for w in near) or form == "call":
        return "call"
    return form
