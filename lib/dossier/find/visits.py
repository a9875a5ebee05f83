"""Visits: who goes where, by verb (“arrived in Riga”) or by noun (“her visit to Riga”); who calls on whom."""

from spacy.tokens import Token

from dossier.find.arguments import (
    after_links,
    by_whom,
    during_which,
    governor,
    has_determiner,
    held_by,
    is_passive,
    objects,
    of_whom,
    owner_of,
    subject_of,
    with_whom,
)
from dossier.find.bodies import by_ending
from dossier.find.dates import in_time
from dossier.find.destinations import destination, index_of, there
from dossier.find.discounted import told_again
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter, nouns
from dossier.find.listed import following, named_after, named_before
from dossier.find.moments import FINITE
from dossier.find.office import heads
from dossier.find.partakers import add, participants, persons_in
from dossier.find.parties import singular
from dossier.find.reading import Reading
from dossier.find.register import named
from dossier.find.sides import on_the_mind
from dossier.find.speech import table
from dossier.find.venues import codes_of, to_place
from dossier.lexicon import lowered


def visit_by_verb(d: Discourse, i: int, number: int) -> Encounter | None:
    """“visited the port”, “flies to Tokyo”, “left for Doha”."""
    r, token = d.r, d.r.token(i)
    if r.tags[i] == "VBG" and r.low[i - 1] in lowered("meetings", "links") and r.tags[i + 1 : i + 2] != ["DT"]:
        return None  # “with visiting envoy X”
    if r.low[i] == "headed" and r.low[i + 1 : i + 2] == ["by"] or is_passive(token) and r.low[i] == "flown":
        return None  # “The wounded were flown to Riga”
    if r.low[i] in lowered("meetings", "calling on") and (seen := _person_seen(d, i)):
        return _seen(d, i, number, participants(d, [subject_of(r, token)]), seen, token)
    place = destination(d, i, token) or there(d, i, number, token)
    subject = subject_of(r, token) or _who_accepted(r, token)
    if subject and not _travels(d, subject[0]) or lowered("meetings", "no journey") & set(r.low[i + 1 : i + 2]):
        return None
    if not place and not (here := _arrived(d, token, subject)) or r.low[i + 1 : i + 2] == ["home"]:
        return None
    own = r.low[i] in lowered("meetings", "of persons")
    who = participants(d, [subject], strict=own) or ([] if subject else named_before(d, i))
    if place and r.low[i] in lowered("meetings", "leaving") and _homewards(d, place, who):
        return None
    beside = [t for t in with_whom(token) if not any(r.tags[k] == "VB" for k in range(i + 1, r.at.get(t.i, i)))]
    with_them = participants(d, [beside], strict=True)
    if r.low[i] not in lowered("meetings", "arriving") | lowered("meetings", "leaving"):
        with_them = with_them or following(d, i, ("with",)) * (not _other_verb(d, i))
    add(who, [*with_them, *_accompanied(d, i)])
    return visit(d, i, number, who, place, token, "visit" if place else here) if who else None


def _travels(d: Discourse, subject: Token) -> bool:
    """Somebody, a body, or what carries them: not “the hug of X went down badly in Riga”."""
    k, low = d.r.at.get(subject.i, -1), singular(subject.text.lower())
    if subject.tag_ not in ("NN", "NNS") or d.persons_at.get(k):
        return True
    lists = (lowered("meetings", name) for name in ("bodies", "several", "carriers", "assemblies", "relations"))
    said = {low, subject.text.lower()}
    return any(said & known for known in lists) or low in heads() or by_ending(subject.text.lower())


def _homewards(d: Discourse, place: str, who: list[str]) -> bool:
    """“left for Entebbe last night”, of a Ugandan who has been abroad."""
    home = {p.country for name in who for p in named(d, name)} - {None}
    before = [e.place for e in d.gatherings if e.form == "visit" and e.place and set(e.people) & set(who)]
    abroad = any(codes and not codes & home for codes in (codes_of(d.r, place) for place in before))
    return abroad and bool(codes_of(d.r, place) & home)


def _who_accepted(r: Reading, token: Token) -> list[Token]:
    """“has accepted an invitation to visit Riga”: who is asked, and will go."""
    asked = token.head if token.dep_ == "acl" and token.head.dep_ == "dobj" else None
    invited = asked is not None and asked.text.lower() in lowered("meetings", "inviting")
    return subject_of(r, asked.head) if invited else []


def _arrived(d: Discourse, token: Token, subject: list[Token]) -> str:
    """“A arrived on Tuesday”, “A arrived here”: a visit, wherever it leads."""
    if token.tag_ != "VBD" or token.text.lower() != "arrived" or not subject:
        return ""
    here = any(c.text.lower() == "here" for c in token.rights)
    if any(t.text.lower() in nouns() for t in after_links(token, ("at", "for", "in"))):
        return ""  # “arrived at the talks on Monday”
    dated = any(in_time(t) for c in token.children if c.dep_ in ("prep", "npadvmod") for t in (c, *c.children))
    named = any((p.titles or " " in p.name) and not p.posted() for p in persons_in(d, subject[0]))
    return "arrived" if named and (here or dated) else ""


def _accompanied(d: Discourse, i: int) -> list[str]:
    """“is to travel to Seoul in May, accompanied by A and B”: nothing else is told between."""
    end = d.r.sentence(i)[1]
    links = (["accompanied", "by"], ["together", "with"])
    j = next((j for j in range(d.r.sentence(i)[0], end) if d.r.low[j : j + 2] in links), None)
    if j is None or any(d.r.tags[k] in FINITE for k in range(min(i, j) + 1, max(i, j))):
        return []
    return named_after(d, j) if j > i else _until(d, j, i)


def _other_verb(d: Discourse, i: int) -> bool:
    """“is to visit Riga and to meet with A”: with whom another verb tells."""
    end = d.r.sentence(i)[1]
    link = next((k for k in range(i + 1, end) if d.r.low[k] == "with"), i)
    return any(d.r.tags[k].startswith("VB") for k in range(i + 1, link))


def _until(d: Discourse, j: int, i: int) -> list[str]:
    """“Together with the ambassador, Ann Lee, he flew to Riga”: the names before the comma that ends them."""
    names = [k for k in range(j, i) if k in d.name_ends]
    return [p.name for k in names[:1] for p in d.persons_at.get(k, [])]


def _person_seen(d: Discourse, i: int) -> list[str]:
    """“visited the Emir at his palace”: who is visited is a person."""
    seen = objects(d.r.token(i))
    people = d.persons_at.get(d.r.at.get(seen[0].i, -1), []) if seen else []
    return participants(d, [seen], strict=True) if any(p.titles or " " in p.name for p in people) else []


def visit_by_noun(d: Discourse, k: int, number: int) -> Encounter | None:
    """“his visit to Tbilisi”, “a trip of the minister to Poti”, “is paying a visit to”, “on a visit to”."""
    r, noun = d.r, d.r.token(k)
    if (
        has_determiner(noun, "no", "any")
        or k + 1 < len(r)
        and r.tags[k + 1] in ("NN", "NNS")
        and noun.dep_ == "compound"
    ):
        return None
    if told_again(r, noun, k):
        return None
    verb, role, link = governor(noun)
    part = noun.head.text.lower() == "of" and noun.head.head.text.lower() in ("part", "leg", "stage")
    if part and any(e.form == "visit" and e.sentence == number for e in d.gatherings[-2:]):
        return None  # “during a stop in Riga, part of a tour of the Baltic”
    if called := _courtesy(d, noun, k, number, verb):
        return called
    links = ("to", "in") if link == "on" else ("to",)  # “is on a visit in Riga”
    place = to_place(r, noun, links if r.low[k] in ("visit", "visits", "mission") else ("to", "of", "in"))
    if not place:
        place = next((p for t in of_whom(noun) + by_whom(noun) if (p := to_place(r, t, ("to",)))), None)
    if role == "object" and verb is not None and not place:
        place = to_place(r, verb, ("to", "in"))
    owners = owner_of(noun) or by_whom(noun)
    if told := held_by(noun):  # “a visit she paid to Riga”
        verb, owners = told
        place = place or to_place(r, verb, ("to", "in"))
    if verb is not None and link == "for" and owners and verb.text.lower() in lowered("meetings", "thanking"):
        owners = objects(verb) or owners  # “thanked the Emir for his visit”
    owners = owners or during_which(noun)
    who = participants(d, [owners]) or _of(d, noun) or following(d, k, ("by",))
    if not who and verb is not None and (role != "subject"):
        who = participants(d, [[t for t in subject_of(r, verb) if t.i != noun.i]])
    if not who and verb is not None and role == "object" and not subject_of(r, verb):
        who = named_before(d, r.at.get(verb.i, k))
    if not who and verb is not None and verb.text.lower() in table():
        who = named_before(d, r.at.get(verb.i, k))  # “…, X said at the end of a visit to Riga”
    if not who and owners and owners[0].tag_ == "PRP$":
        # “Within the framework of his trip to Riga, the Minister, A, …”
        who = named_after(d, index_of(d, place, k) if place else k)[:1]
    who = _abroad(d, who, place, owners, number)
    if not who and has_determiner(noun, "a", "an", "another", "planned"):
        who = [e.person.name for e in d.events if e.sentence == number and e.subject and e.at < k][-1:]
        before = next((e for e in reversed(d.gatherings) if e.form == "visit" and named(d, e.people[0])), None)
        who = who or (before.people[:1] if before else on_the_mind(d, number))
    abroad = r.low[k + 1 : k + 2] == ["abroad"]
    if not (who or place) or not (place or abroad) and r.low[k] in lowered("meetings", "weak"):
        return None
    if verb is not None and role == "object":
        with_them = participants(d, [with_whom(verb)], strict=True) or following(d, k, ("with",))
        who += [name for name in with_them if name not in who]
    found = visit(d, k, number, who, place, verb, "noun")
    found.guess = None if who else ""
    found.known = not place and not has_determiner(noun, "a", "an")
    paid = role == "object" and verb is not None and verb.text.lower() in lowered("meetings", "holding")
    formal = link in ("of", "on", "during") and {c.text.lower() for c in noun.lefts} & {"state", "official", "working"}
    told = place or abroad or owner_of(noun) or by_whom(noun) or paid or formal
    planned = not has_determiner(noun, "the", "this") or any(c.dep_ == "acl" for c in noun.rights)
    told = told or planned and _of(d, noun)
    found.why = "noun" if told else "somewhere"
    return found


def _courtesy(d: Discourse, noun: Token, k: int, number: int, verb: Token | None) -> Encounter | None:
    """“paid a courtesy visit to the Emir at his palace”: who is visited is a person."""
    whom = [t for t in after_links(noun, ("to",)) if d.persons_at.get(d.r.at.get(t.i, -1))]
    seen = participants(d, [whom], strict=True)
    return _seen(d, k, number, participants(d, [owner_of(noun) or subject_of(d.r, verb)]), seen, verb) if seen else None


def _seen(
    d: Discourse, i: int, number: int, who: list[str], seen: list[str], verb: Token | None
) -> Encounter | None:
    """Who visits a person meets them."""
    who = [name for name in who if name not in seen]
    both, cue = who + seen, d.r.words[i]
    found = Encounter(i, number, "meeting", people=both, sides=(who, seen), cue=cue, verb=verb, why="call")
    return found if who else None


def _abroad(d: Discourse, who: list[str], place: str | None, owners: list[Token], number: int) -> list[str]:
    """“A met B of Finland during her visit to Kazakhstan”: of the two, who is not at home there."""
    if len(who) != 1 or not owners or owners[0].tag_ != "PRP$":
        return who
    if place is None:
        return _who_came(d, who, number)
    codes = {p.code for p in d.r.named_places.get(place, ())}
    here = {p.name: p.country for k in range(*d.r.sents[number]) if k in d.name_ends for p in d.persons_at.get(k, [])}
    others = [name for name, country in here.items() if country and country not in codes and name not in who]
    return others if len(others) == 1 and {p.country for p in named(d, who[0])} & codes - {None} else who


def _who_came(d: Discourse, who: list[str], number: int) -> list[str]:
    """“X also held talks with Y during his visit”: of the two, whose visit the text told before."""
    here = [p.name for k in range(*d.r.sents[number]) if k in d.name_ends for p in d.persons_at.get(k, [])]
    came = [name for e in d.gatherings if e.form == "visit" for name in e.people]
    others = [name for name in dict.fromkeys(here) if name in came and name not in who]
    return others if len(others) == 1 and who[0] not in came else who


def _of(d: Discourse, noun: Token) -> list[str]:
    """“the trip of the minister”, not “a tour of Central Asia”."""
    bodies = lowered("meetings", "bodies")
    whose = [t for t in of_whom(noun) if d.r.low[d.r.at.get(t.i, 0)] in bodies or persons_in(d, t)]
    return participants(d, [whose])


def visit(
    d: Discourse, i: int, number: int, who: list[str], place: str | None, verb: Token | None, why: str
) -> Encounter:
    return Encounter(i, number, "visit", people=who, place=place, cue=d.r.words[i], verb=verb, why=why)
