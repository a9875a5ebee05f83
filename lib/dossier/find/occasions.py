"""Occasions: the nouns of a sentence that tell of a meeting or call (“after talks between A and B”, “held talks with”).

Those who take part stand at the noun itself (“A's meeting with B”, “talks between A and B”), at the verb that holds it
(“A held talks with B”, “the meeting was attended by A and B”), or in the clause that it dates
(“in a call with B, A said”).
"""

import re

from spacy.tokens import Token

from dossier.find.arguments import (
    SUBJECTS,
    after_links,
    between_whom,
    by_whom,
    governor,
    has_determiner,
    objects,
    of_whom,
    owner_of,
    subject_of,
    upwards,
    with_whom,
)
from dossier.find.attendance import company
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter, nouns, verbs
from dossier.lexicon import load, lowered
from dossier.find.listed import following, runs, with_the_listed
from dossier.find.partakers import add, indexed, participants
from dossier.find.reading import Reading
from dossier.find.speech import table
from dossier.find.venues import place_after

INDEFINITE = ("a", "an", "another", "their", "several", "separate")


def by_noun(d: Discourse, k: int, number: int) -> Encounter | None:
    """The event that the noun at word `k` tells, if those who take part are told."""
    r, noun = d.r, d.r.token(k)
    if _no_event(r, noun, k):
        return None
    verb, role, link = governor(noun)
    owner, own = owner_of(noun), _own(noun, verb, role)
    if not own and not owner and role != "subject" and _took_part(verb) and has_determiner(noun, "the", "these", "this"):
        return None  # `also_present` lays them to the event told before
    if not own and not owner and role == "object" and verb.text.lower() in lowered("meetings", "hosts") and has_determiner(noun, "the"):
        found = made(d, k, number, "meeting", participants(d, [subject_of(r, verb)], strict=True), "join", verb)
        found.known = True
        return found if found.people else None
    form = form_of(r, noun, k)
    if form == "meeting" and verb is not None and by_phone(r, min(k, r.at.get(verb.i, k))):
        form = "call"
    if form == "call" and not own and not _by_wire(r, k):
        return None
    if own and not owner and (size := size_of(noun)) > 2 and not participants(d, [own], strict=True):
        found = made(d, k, number, form, [], "noun", verb)
        found.follows, found.size = True, size
        return found
    who = participants(d, [owner, own])
    add(who, following(d, k, ("with", "between")))
    told_of = bool(own or who and not owner)
    one_sided = bool(with_whom(noun)) and not owner and not between_whom(noun) and not of_whom(noun)
    stop = next((j for j in range(k + 1, r.sents[number][1]) if r.low[j] in nouns()), r.sents[number][1])
    who = with_the_listed(d, who, number, k, stop)
    if not (owner and who) or not told_of:
        who = _with_the_verb(d, noun, verb, role, link, who, told_of, one_sided)
    if len(who) < 2 and r.low[k] not in lowered("meetings", "weak"):
        add(who, _gathered(d, k))
    if len(who) == 1 and told_of and not owner and not _of_several(noun):
        who = _subject_above(d, verb, noun, who) or who
    if len(who) == 1 and told_of and not owner and not _of_several(noun) and not of_whom(noun):
        who = [name for name in on_the_mind(d, number) if name not in who] + who
    if not who and r.low[k] not in lowered("meetings", "weak"):
        who = _two_named(d, number)
    if own and own[0].text.lower() in lowered("meetings", "assemblies"):
        who = [*who, *(name for name in chairs(d, k, number) if name not in who)]
    return _told(d, k, number, form, who, verb, role, noun, owner, told_of)


def _told(d, k, number, form, who, verb, role, noun, owner, told_of) -> Encounter | None:
    r = d.r
    if len(who) > 1:
        if r.low[k] in lowered("meetings", "weak") and not indexed(d, "name").keys() >= set(who):
            return None
        company(d, k, who)
        found = made(d, k, number, form, who, "noun", verb)
        found.new = has_determiner(noun, "a", "an", "another")
        found.apart |= any(t.text.lower() == "delegations" for t in between_whom(noun) + of_whom(noun))
        found.known = not told_of and has_determiner(noun, "the", "this") and not _gathered(d, k)
        return found
    if len(who) == 1 and (told_of and _of_several(noun) or _of_a_group(d, verb, role, noun) or _of_a_body(noun, who)):
        found = made(d, k, number, form, who, "group", verb)
        found.fresh = has_determiner(noun, *lowered("meetings", "again"))
        return found
    if (
        not told_of
        and not owner
        and has_determiner(noun, *lowered("meetings", "again"))
        and not has_determiner(noun, "no")
    ):
        found = made(d, k, number, form, [], "noun", verb)
        found.follows = found.fresh = True
        found.size = size_of(noun)
        return found
    if r.low[k] in lowered("meetings", "weak"):
        return None
    if len(who) == 1 and _took_part(verb) and not has_determiner(noun, "the", "this", "that"):
        return made(d, k, number, form, who, "noun", verb)
    if not who and nouns()[r.low[k]] == "meeting":
        found = made(d, k, number, form, [], "noun", verb)
        found.named, found.known = False, not has_determiner(noun, *INDEFINITE) or r.low[k] not in ("meeting", "summit")
        return found
    if len(who) == 1 and owner:
        return made(d, k, number, form, who, "group" if owner[0].tag_ == "NNS" else "owned", verb)
    return None


def size_of(noun: Token) -> int:
    """How many take part: “trilateral”, “of all three”, “the two”, “the pair”."""
    told = [
        noun.text.lower(),
        *(c.text.lower() for c in (*noun.lefts, *of_whom(noun), *(g for t in of_whom(noun) for g in t.children))),
    ]
    return next((int(n) for word in told for n, names in load("meetings")["sizes"].items() if word in names), 0)


def _no_event(r: Reading, noun: Token, k: int) -> bool:
    """“a press conference”, “no talks”, “the meeting room”."""
    press = r.low[k] in ("conference", "call", "briefing") and r.low[k - 1] in ("news", "press")
    heads_another = k + 1 < len(r) and r.tags[k + 1] in ("NN", "NNS") and r.token(k).dep_ == "compound"
    return press or heads_another or has_determiner(noun, "no", "any")


def _own(noun: Token, verb: Token | None, role: str) -> list[Token]:
    """Those told at the noun: after with, between, of, by; or after “with” at its verb; not “along with”."""
    together = any(c.text.lower() in ("along", "together") for c in noun.rights) and _took_part(verb)
    own = [] if together else with_whom(noun) + between_whom(noun) + of_whom(noun) + [t for t in by_whom(noun) if noun.tag_[:2] == "NN"]
    if verb is not None and role in ("subject", "object"):
        own += [t for t in after_links(verb, ("with", "alongside", "between", "among")) if t not in own]
    if noun.text.lower() == "audience":
        own += [t for n in (noun, verb) if n is not None for t in after_links(n, ("to",))]  # “granted an audience to X”
    if noun.text.lower() in lowered("meetings", "meals"):
        own += after_links(noun, ("for",))
        honours = [g for n in (noun, verb) if n is not None for g in after_links(n, ("in",))]
        own += [g for t in honours if t.text.lower() in ("honour", "honor") for g in of_whom(t)]
    if lowered("meetings", "courtesies") & {c.text.lower() for c in noun.lefts} or noun.text.lower() == "call":
        own += [g for n in (noun, verb) if n is not None for g in _on(n, noun)]
    if noun.text.lower() in ("call", "calls", "phone-call"):
        own += [g for c in noun.rights if c.text.lower() in ("to", "from") for g in c.children if g.dep_ == "pobj"]
        if verb is not None and role == "object":
            own += [g for c in verb.rights if c.text.lower() == "from" for g in c.children if g.dep_ == "pobj"]
    return own


def _on(word: Token, noun: Token) -> list[Token]:
    """“paid a courtesy call on the Vice-President”."""
    if not any(c.text.lower() in lowered("meetings", "courtesies") for c in noun.lefts):
        return []
    return [
        g for g in after_links(word, ("on",)) if g.i > noun.i and g.ent_type_ not in ("DATE", "TIME")
    ]  # fmt: skip


def _by_wire(r: Reading, k: int) -> bool:
    near = r.low[max(0, k - 3) : k]
    return bool(lowered("meetings", "phone") & set(near)) or r.low[k] not in ("call", "calls")


def _took_part(verb: Token | None) -> bool:
    """“took part in a meeting”, “attended talks”: the others may be named in the sentences that follow."""
    if verb is None or verb.text.lower() not in lowered("meetings", "taking part"):
        return False
    return not verb.text.lower().startswith("t") or any(c.text.lower() == "part" for c in verb.rights)


def _with_the_verb(
    d: Discourse, noun: Token, verb: Token | None, role: str, link: str, who: list[str], told_of: bool, one_sided: bool
) -> list[str]:
    """The names with those whom the verb above adds: its subject, its agent, or both sides of the clause."""
    if verb is None or role == "part":
        return who
    r, found = d.r, []
    subject = [t for t in subject_of(r, verb) if t.i != noun.i and t.text.lower() not in nouns()]
    low = verb.text.lower()
    if role == "object" and low in lowered("meetings", "holding") | lowered("meetings", "cancelled"):
        add(found, participants(d, [subject]))
    elif role == "subject":
        if low in lowered("meetings", "attending"):
            add(found, participants(d, [by_whom(verb)]))
        if low == "joined":
            add(found, participants(d, [subject]))
    elif (
        role in ("adverbial", "object", "")
        and (len(who) < 2 or not told_of or one_sided)
        and link in lowered("meetings", "occasion") | {""}
    ):
        add(found, participants(d, [subject], strict=not told_of))
        if told_of and len(who) < 2 and not found:
            add(found, participants(d, [_root_subject(r, noun)]))
        if not told_of:
            add(found, participants(d, [objects(verb) + by_whom(verb)], strict=True))
    number = r.sent_of[r.at[noun.i]]
    start, end = r.sents[number]
    return (
        [*with_the_listed(d, found, number, start, end), *(name for name in who if name not in found)] if found else who
    )


def _subject_above(d: Discourse, verb: Token | None, noun: Token, who: list[str]) -> list[str]:
    """“He will visit Atyrau, where a meeting with B is planned”: the subject of the clause above."""
    for step in upwards(verb) if verb is not None else ():
        if step.tag_.startswith("VB") and step.i != verb.i:
            subject = [t for t in subject_of(d.r, step) if t.i < noun.i and t.text.lower() not in nouns()]
            found = participants(d, [subject])
            if found and not set(found) & set(who):
                return found + who
    return []


def _root_subject(r: Reading, noun: Token) -> list[Token]:
    """Subject of the sentence's main verb."""
    start, end = r.sentence(r.at[noun.i])
    return [
        t
        for t in (r.token(j) for j in range(start, end))
        if t.dep_ in SUBJECTS and t.head.dep_ == "ROOT" and t.i < noun.i
    ][:1]


def _of_a_group(d: Discourse, verb: Token | None, role: str, noun: Token) -> bool:
    """“the two committees will hold a joint session”."""
    if verb is None or role != "object" or verb.text.lower() not in lowered("meetings", "holding"):
        return False
    bodies = lowered("meetings", "assemblies")
    return any(t.tag_ in ("NNS", "NNPS") or t.text.lower() in bodies for t in subject_of(d.r, verb))


def _of_several(noun: Token) -> bool:
    """“a meeting of the two presidents”, “talks between ministers”, and of nobody named."""
    return any(t.tag_ in ("NNS", "NNPS") for t in of_whom(noun) + between_whom(noun)) and not with_whom(noun)


def _of_a_body(noun: Token, who: list[str]) -> bool:
    """“the 7th session of the joint commission”: of a body of two states, not of any cabinet."""
    body = next((t for t in of_whom(noun) if t.text.lower() in lowered("meetings", "assemblies")), None)
    numbered = any(c.ent_type_ == "ORDINAL" or c.text[:1].isdigit() for c in noun.lefts)
    joint = lowered("meetings", "joint") & set(re.findall(r"[a-z]+", who[0].lower()))
    return body is not None and (numbered or bool(joint) or any(c.tag_ == "HYPH" for c in body.subtree))


def chairs(d: Discourse, k: int, number: int) -> list[str]:
    """“…, whose co-chairman is X”, “…, which she is to chair with X”, “under the chairmanship of X and Y”: all named."""
    r, (start, end), found = d.r, d.r.sents[number], []
    if (led := next((j for j in range(start, k) if r.low[j : j + 2] in (["chairmanship", "of"], ["co-chairmanship", "of"])), k)) < k:
        add(found, [p.name for j in range(led, k) for p in d.persons_at.get(j, []) if r.tags[j] != "PRP$"])
    cue = next((j for j in range(k + 1, end) if r.low[j] in lowered("meetings", "chairs")), None)
    for j in range(k + 1, end) if cue is not None else ():
        if r.low[j] in table():
            break
        add(found, [p.name for p in d.persons_at.get(j, []) if r.tags[j] != "PRP$"])
    return found


def on_the_mind(d: Discourse, number: int) -> list[str]:
    """Who was the subject last, in the sentences just before."""
    told = [e for e in d.events[-120:] if e.subject and number - 3 <= e.sentence < number]
    last = [e.person for e in told if e.sentence == told[-1].sentence]
    met = [p for p in last if p in d.visitors or any(p in group for group in d.groups)]
    return [p.name for p in (met or last)[:1]]


def _two_named(d: Discourse, number: int) -> list[str]:
    """“Talks were put back because the two ministers, A and B, could not agree”: those whom the sentence joins."""
    found = [[p for k in run for p in d.persons_at.get(k, [])] for run in runs(d, number)]
    fits = [people for people in found if len({p.country for p in people}) > 1]
    return [p.name for p in fits[0]] if len(fits) == 1 else []


def _gathered(d: Discourse, k: int) -> list[str]:
    """“a meeting at which A, B and C agreed …”, “where the two were joined by C”, “which the two were to chair”."""
    r, end = d.r, d.r.sentence(k)[1]
    j = next((j for j in range(k + 1, min(k + 10, end)) if r.low[j] in ("which", "where")), None)
    if j is None or r.token(j).dep_ in SUBJECTS:
        return []
    verb = next((step for step in upwards(r.token(j)) if step.tag_.startswith("VB")), None)
    if verb is None or verb.i < r.ids[j]:
        return []
    who = participants(d, [subject_of(r, verb), by_whom(verb)], strict=True)
    return who if len(who) > 1 else []


def made(
    d: Discourse, i: int, number: int, form: str, who: list[str], why: str, verb: Token | None = None
) -> Encounter:
    """A candidate with what the words around its cue tell: its place, whether it is another, whether it is several."""
    r = d.r
    start, end = r.sentence(i)
    near = r.low[max(start, i - 6) : i]
    fresh = bool(lowered("meetings", "fresh") & set(r.low[max(start, i - 3) : i + 3])) or "first time" in " ".join(near)
    apart = any(r.low[j].startswith("separate") for j in range(start, min(i + 4, end)))
    apart |= r.low[i] in ("meetings", "calls") and bool({"bilateral", *lowered("meetings", "courtesies")} & set(near))
    several = any(r.low[j] in nouns() and r.low[j].endswith("s") for j in range(i, min(i + 5, end)))
    separate = apart and len(who) > 2 and (several or "separately" in r.low[start + 1 : end])
    return Encounter(
        i, number, form,
        people=who, apart=apart, separate=separate, cue=r.words[i], fresh=fresh, why=why,
        verb=verb if verb is not None else r.token(i), place=place_after(r, i, end, verb),
    )  # fmt: skip


def form_of(r: Reading, noun: Token, k: int) -> str:
    form = nouns()[noun.text.lower()]
    near = r.low[max(0, k - 2) : k]
    if form == "call" and lowered("meetings", "courtesies") & set(near):
        return "meeting"
    return "call" if form == "call" or lowered("meetings", "phone") & set(near) else form


def by_phone(r: Reading, i: int) -> bool:
    """“by phone” after the verb, or “in a separate call” before it."""
    start, end = r.sentence(i)
    stop = next((k for k in range(i + 1, end) if r.low[k] in verbs() and r.tags[k].startswith("VB")), end)
    wired = (k for k in range(i + 1, stop) if r.low[k] in lowered("meetings", "phone"))
    return any(k + 1 >= end or r.low[k + 1] not in nouns() for k in wired) or any(
        nouns().get(r.low[k]) == "call" and r.tags[k].startswith("NN") for k in range(start, i)
    )
