"""Who takes part in an occasion: those told at the noun, at the verb that holds it, in the clause above, or before."""

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.find.dates import in_time
from dossier.find.arguments import (
    after_links,
    between_whom,
    by_whom,
    has_determiner,
    objects,
    of_whom,
    subject_of,
    SUBJECTS,
    upwards,
    with_whom,
)
from dossier.find.bodies import offices_near
from dossier.find.discourse import Discourse
from dossier.find.encounter import nouns, verbs
from dossier.find.listed import named_before, runs, with_the_listed
from dossier.find.partakers import add, participants
from dossier.find.reading import Reading
from dossier.find.speech import table
from dossier.lexicon import lowered

ASKING = frozenset(("initiative", "request"))
NEAR = 6  # words from “held” to “talks”
AFTER = 14  # words from a meeting to “, attended by”


def told_at(noun: Token, verb: Token | None, role: str) -> list[Token]:
    """Those told at the noun: after with, between, of, by; or after “with” at its verb; not “along with”."""
    together = any(c.text.lower() in ("along", "together") for c in noun.rights) and took_part(verb)
    own = [] if together else with_whom(noun) + between_whom(noun) + of_whom(noun)
    own += by_whom(noun) if noun.tag_.startswith("NN") and not together else []
    brings = role == "subject" and verb is not None and verb.text.lower() in lowered("meetings", "bringing")
    new = any(c.text.lower() in ("a", "an") for c in noun.lefts)
    there = attending(noun) if brings else attending(noun, "chairing", *(["attended"] if new else []))
    own += [t for t in there if t not in own]
    if brings:  # “The talks, attended by A, brought B face to face with C”
        links = [c for c in verb.subtree if c.i > verb.i and c.text.lower() == "with"]
        own += objects(verb) + [t for c in links for t in c.children]
    matter = verb is not None and role == "object" and _discusses(verb)
    if verb is not None and role in ("subject", "object") and not matter:
        own += [t for t in after_links(verb, ("with", "alongside", "between", "among")) if t not in own]
    if noun.text.lower() == "audience":
        own += [t for n in (noun, verb) if n is not None for t in after_links(n, ("to",))]  # “granted an audience to X”
    if noun.text.lower() in lowered("meetings", "meals"):
        given = [verb] if verb is not None and role == "object" else []  # “gave a dinner on Monday for A”
        own += [t for n in (noun, *given) for t in after_links(n, ("for",)) if t.text.lower() not in nouns()]
        honours = [g for n in (noun, verb) if n is not None for g in after_links(n, ("in",))]
        own += [g for t in honours if t.text.lower() in ("honour", "honor") for g in of_whom(t)]
    if noun.text.lower() == "call" or lowered("meetings", "courtesies") & {c.text.lower() for c in noun.lefts}:
        own += [g for n in (noun, verb) if n is not None for g in _on(n, noun, verb)]
    if noun.text.lower() in ("call", "calls", "phone-call"):
        own += [g for c in noun.rights if c.text.lower() in ("to", "from") for g in c.children if g.dep_ == "pobj"]
        if verb is not None and role == "object":
            own += [g for c in verb.rights if c.text.lower() == "from" for g in c.children if g.dep_ == "pobj"]
    return own


def of_an_assembly(noun: Token) -> bool:
    """“in an upcoming meeting of the commission”: the body's, not of those who speak of it."""
    return any(t.text.lower() in lowered("meetings", "assemblies") for t in of_whom(noun)[:1])


def _discusses(verb: Token) -> bool:
    """“discussed with A the next session of the commission”: A is no partaker of the session."""
    frame = verbs().get(verb.text.lower())
    return frame is not None and frame.name == "discuss"


def attending(noun: Token, *cues: str) -> list[Token]:
    """“talks, chaired by A and attended by B”: who is named after such a participle."""
    there = frozenset().union(*(lowered("meetings", cue) for cue in cues or ("chairing", "attending")))
    told = [c for a in noun.rights if a.dep_ == "acl" for c in (a, *a.conjuncts) if c.text.lower() in there]
    told = told or [t for t in _participles(noun) if t.text.lower() in there]
    return [t for c in told for t in by_whom(c)]


def _participles(noun: Token) -> Iterator[Token]:
    """“at a meeting of the committee, attended by A”, which the parse hangs on the verb: participles after a comma."""
    for t in noun.doc[noun.i + 1 : noun.i + AFTER]:
        if t.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return
        if t.tag_ == "VBN" and t.nbor(-1).text == ",":
            yield t


def _on(word: Token, noun: Token, verb: Token | None) -> list[Token]:
    """“paid a call on the Vice-President”, “a courtesy call on him”."""
    if not is_courtesy(noun, verb):
        return []
    return [
        g for g in after_links(word, ("on",)) if g.i > noun.i and not in_time(g)
    ]  # fmt: skip


def is_courtesy(noun: Token, verb: Token | None) -> bool:
    """A call that one pays is no telephone call."""
    paid = verb is not None and verb.text.lower() in ("pay", "pays", "paid", "paying")
    return paid or any(c.text.lower() in lowered("meetings", "courtesies") for c in noun.lefts)


def with_the_verb(
    d: Discourse, noun: Token, verb: Token | None, role: str, link: str, who: list[str], told_of: bool, one_sided: bool
) -> list[str]:
    """The names with those whom the verb above adds: its subject, its agent, or both sides of the clause."""
    if verb is None or role == "part" or role == "object" and told_of and _discusses(verb):
        return who
    r, found = d.r, []
    talks = nouns().keys() - lowered("meetings", "assemblies")
    subject = [t for t in subject_of(r, verb) if t.i != noun.i and t.text.lower() not in talks]
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
        and low not in lowered("meetings", "recalling")
        and link in lowered("meetings", "occasion") | {""}
    ):
        add(found, participants(d, [subject], strict=not told_of))
        if not found and not told_of and link in ("after", "at", "during", "following"):
            add(found, _governments(d, noun, subject) or _governments(d, noun, _root_subject(r, noun)))
        if not found and not told_of and has_determiner(noun, "a", "an"):
            add(found, participants(d, [[t for t in subject if _of_several_states(d, t)]]))
        if told_of and len(who) < 2 and not found and not of_an_assembly(noun):
            add(found, participants(d, [_root_subject(r, noun)]))
        if not told_of:
            add(found, participants(d, [objects(verb) + by_whom(verb)], strict=True))
    number = r.sent_of[r.at[noun.i]]
    start, end = r.sents[number]
    if any(c.dep_ == "nsubj" and c.text.lower() == "who" for c in verb.lefts):
        start = r.at.get(verb.left_edge.i, start)  # “A and B, who had talks with C”
    return (
        [*with_the_listed(d, found, number, start, end), *(name for name in who if name not in found)] if found else who
    )


def _of_several_states(d: Discourse, token: Token) -> bool:
    """“The defence ministers of Chile and Peru”."""
    k = d.r.at.get(token.i, -1)
    return any(o.left <= k < o.end and o.plural and len(o.countries) > 1 for o in offices_near(d, k))


def _governments(d: Discourse, noun: Token, subject: list[Token]) -> list[str]:
    """“Peru and Chile failed to agree after talks in Lima”, “The governments of …”: states as parties."""
    definite = has_determiner(noun, "the", "this", "that", "these", "his", "her", "their")
    first = next((t for t in subject if t.conjuncts or t.text.lower() == "governments"), None)
    if first is None or definite:
        return []
    states = [first, *first.conjuncts, *(g for t in of_whom(first) for g in (t, *t.conjuncts))]
    places = [d.r.place[k] for t in states if (k := d.r.at.get(t.i, -1)) >= 0]
    named = [d.r.text(p.start, p.end) for p in places if p and p.form in ("name", "capital")]
    return list(dict.fromkeys(named)) if len(named) > 1 else []


def subject_above(d: Discourse, verb: Token | None, noun: Token, who: list[str]) -> list[str]:
    """“He will visit Atyrau, where a meeting with B is planned”: the subject of the clause above."""
    for step in upwards(verb) if verb is not None else ():
        if step.tag_.startswith("VB") and step.i != verb.i:
            subject = [t for t in subject_of(d.r, step) if t.i < noun.i and t.text.lower() not in nouns()]
            known = has_determiner(noun, "the") and step.text.lower() in table()  # “NATO said the meeting with B …”
            found = participants(d, [subject], strict=known)
            if found and not set(found) & set(who):
                return found + who
    return []


def on_whose_part(d: Discourse, number: int) -> list[str]:
    """“At the initiative of A, a conversation took place with B”: A has taken part."""
    r, (start, end) = d.r, d.r.sents[number]
    cue = next((k for k in range(start, end - 1) if r.low[k] in ASKING and r.low[k + 1] == "of"), None)
    return participants(d, [of_whom(r.token(cue))]) if cue is not None else []


def holder_before(d: Discourse, k: int, verb: Token | None, who: list[str]) -> list[str]:
    """“A held talks with B”, where the parse takes “held” for no verb: the name right before it."""
    r, start = d.r, d.r.sentence(k)[0]
    held = (j for j in range(k - 1, max(k - NEAR, start), -1) if r.low[j] in lowered("meetings", "holding"))
    j = next(held, None)
    if j is None or verb is not None and verb.i == r.ids[j]:
        return []
    found = named_before(d, j)
    return found + who if found and not set(found) & set(who) else []


def _root_subject(r: Reading, noun: Token) -> list[Token]:
    """Subject of the sentence's main verb."""
    start, end = r.sentence(r.at[noun.i])
    return [
        t
        for t in (r.token(j) for j in range(start, end))
        if t.dep_ in SUBJECTS and t.head.dep_ == "ROOT" and t.i < noun.i
    ][:1]


def two_named(d: Discourse, number: int) -> list[str]:
    """“Talks were put back because the two ministers, A and B, could not agree”: those whom the sentence joins."""
    near = [(run, d.r.low[max(run[0] - 4, 0) : run[0]]) for run in runs(d, number)]
    free = [run for run, before in near if nouns().keys().isdisjoint(before)]  # not “on the meeting between A and B”
    found = [[p for k in run for p in d.persons_at.get(k, [])] for run in free]
    fits = [people for people in found if len({p.country for p in people}) > 1]
    return [p.name for p in fits[0]] if len(fits) == 1 else []


def gathered_there(d: Discourse, k: int) -> list[str]:
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


def on_the_mind(d: Discourse, number: int) -> list[str]:
    """Who was the subject last, in the sentences just before."""
    told = [e for e in d.events[-120:] if e.subject and number - 3 <= e.sentence < number]
    last = [e.person for e in told if e.sentence == told[-1].sentence]
    met = [p for p in last if p in d.visitors or any(p in group for group in d.groups)]
    return [p.name for p in (met or last)[:1]]


def took_part(verb: Token | None) -> bool:
    """“took part in a meeting”, “attended talks”: the others may be named in the sentences that follow."""
    if verb is None or verb.text.lower() not in lowered("meetings", "taking part"):
        return False
    return not verb.text.lower().startswith("t") or any(c.text.lower() == "part" for c in verb.rights)
