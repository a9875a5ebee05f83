"""Who takes part in an encounter: persons by full name, else offices, bodies and countries as printed."""

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.find.arguments import SUBJECTS, after_links, by_whom, objects
from dossier.find.bodies import body, by_ending, office_printed, offices_near
from dossier.find.discourse import Discourse
from dossier.find.encounter import nouns
from dossier.find.gathering import Person
from dossier.find.holding import apposed, holder, holding
from dossier.find.leaders import including, leaders, named_up_to_a_verb
from dossier.find.members import members, size_at
from dossier.find.office import heads
from dossier.find.parties import THEY, singular
from dossier.find.register import indexed, named
from dossier.find.senders import of_parties
from dossier.lexicon import lowered

# What hangs on the head of a noun phrase and still belongs to it; prepositions only if they are among `_LINKS`.
# Whose they are is left out: “the president's son”.
_WITHIN = frozenset("conj appos compound nmod amod det prep pobj nummod punct cc case npadvmod quantmod".split())
FAR = 24  # words from a delegation to who leads it
_OWNING = frozenset("of for to".split())
_LINKS = frozenset("of for to between with and by as".split())


def participants(d: Discourse, sides: list[list[Token]], strict: bool = False) -> list[str]:
    """Full names of the persons on all sides in order; where a side holds none, the office or body as printed."""
    found: list[str] = []
    for side in sides:
        for token in side:
            add(found, [_in_full(d, name) for name in names_in(d, token, strict)])
    return found


def _in_full(d: Discourse, name: str) -> str:
    """“Adam”, printed where no rule saw the person, is “Yousif Adam” if only one such is named."""
    _, _, own = name.rpartition("'s ")  # “Iraq's Saddam”
    name = own if own and indexed(d, "part").get(own.split()[-1]) else name
    if len(name.split()) > 2 or not name[:1].isupper():
        return name
    fits = [p.name for p in indexed(d, "part").get(name.split()[-1], ()) if set(name.split()) <= set(p.name.split())]
    return fits[0] if len(fits) == 1 else name


def add(found: list[str], more: list[str]) -> None:
    """Append the names that are not there yet."""
    found += [name for name in dict.fromkeys(more) if name not in found]


def names_in(d: Discourse, token: Token, strict: bool = False) -> list[str]:
    """Persons of a noun phrase, and the bodies joined to them (“the envoy and executives of three firms”)."""
    if token.text.lower() == "it" and token.dep_ == "nsubj":
        token = _delegation_before(d, token)
    found = _of_countries(d, token) or [p.name for p in persons_in(d, token)]
    k = d.r.at.get(token.i, -1)
    if not found or k in d.why and d.r.low[k] not in THEY and size_at(d, token, k) not in (0, len(found)):
        found = members(d, token) or found
    elif d.r.low[k] == "their" and d.r.low[k + 1] in lowered("meetings", "again") and d.r.low[k + 2] in nouns():
        found = members(d, token) or found  # “Their next meeting”: of those who met, not of those named since
    if found:
        apart = token.head.text.lower() == "between"
        add(found, [name for other in _joined(token) for name in _joined_body(d, other, apart)])
        found = [*(name for name in _head_alone(d, token, k) if name not in found), *found]
    if strict and not found:
        return holding(d, k)  # “saw Chile's president”, who is named later
    if found:
        return found
    for conjunct in [token, *_joined(token)]:
        add(found, _unnamed(d, conjunct))
    return found


def _head_alone(d: Discourse, token: Token, k: int) -> list[str]:
    """“Chile's minister and his Polish counterpart, X”: the first of them, of whom the words name only an office."""
    if d.persons_at.get(k) or not any(c.dep_ == "conj" for c in token.rights):
        return []
    if not any(o.left <= k < o.end and not o.plural and o.country for o in offices_near(d, k)):
        return []
    joined = {t.i for c in token.rights if c.dep_ == "conj" for t in c.subtree}
    own = (t for t in _phrase(token) if t.i not in joined)
    return [] if any(d.persons_at.get(d.r.at.get(t.i, -1)) for t in own) else _unnamed(d, token)


def _delegation_before(d: Discourse, token: Token) -> Token:
    """“The delegation … It met the mayor”: the body that is the subject just before, else the word itself."""
    number = d.r.sent_of[d.r.at.get(token.i, 0)]
    bodies = lowered("meetings", "bodies") | lowered("meetings", "assemblies") | {"panel"}
    before = (d.r.token(k) for k in range(*d.r.sents[number - 1])) if number > 0 else ()
    return next((t for t in before if t.dep_ in SUBJECTS and t.text.lower() in bodies), token)


def _of_countries(d: Discourse, token: Token) -> list[str]:
    """“the foreign ministers of Peru, Chile and Bolivia”: as many as the countries, or else the words as printed."""
    k = d.r.at.get(token.i, -1)
    office = next((o for o in offices_near(d, k) if o.left <= k < o.end and o.plural and len(o.countries) > 1), None)
    if office is None or any(j in d.name_ends for j in range(office.left, d.r.sentence(k)[1])):
        return []
    countries = dict.fromkeys(office.countries)
    held = [holder(d, office, country) for country in countries]
    if len(persons_in(d, token)) in (0, len(countries)):
        return []
    return [p.name for p in held if p] if all(held) else [office_printed(d.r, office)]


def _joined(token: Token) -> Iterator[Token]:
    other = any(c.text.lower() == "or" for c in token.rights)  # “OPEC, or the Organization of …”
    for child in token.rights:
        if child.dep_ == "conj" and not other:
            yield child
            yield from _joined(child)


def _joined_body(d: Discourse, token: Token, apart: bool) -> list[str]:
    """A group beside persons; a delegation beside its leader is no partaker of its own, but “between A and” it."""
    low, k = token.text.lower(), d.r.at.get(token.i, -1)
    if people := persons_in(d, token):
        return [p.name for p in people]  # “the envoy and a delegation led by X”
    if any(o.left <= k < o.end and not o.plural for o in offices_near(d, k)):
        return _unnamed(d, token)  # “the guest and the commander of the navy”
    if low not in lowered("meetings", "groups") and not (apart and low in lowered("meetings", "delegated")):
        return []
    printed = body(d, token)
    return [printed] if printed else []


def persons_in(d: Discourse, token: Token) -> list[Person]:
    """Persons in a noun phrase: its head, what is joined or apposed to it, but nothing in a clause that hangs on it."""
    r, found = d.r, []
    for leader in _led_by(token):
        people = persons_in(d, leader) or [p for name in apposed(d, r.at.get(leader.i, -1)) for p in named(d, name)]
        found += [p for p in people if p not in found]
    found += [p for part in including(token) for p in named_up_to_a_verb(d, part) if p not in found]
    if found:
        return [*(p for p in leaders(d, token) if p not in found), *found]
    for t in _phrase(token):
        if _renamed(d, t) or _honour(d, t) or _whose(d, t, token):
            continue
        found += [p for p in d.persons_at.get(r.at.get(t.i, -1), []) if p not in found]
    return found or leaders(d, token)


def _whose(d: Discourse, token: Token, head: Token) -> bool:
    """“the widow of President X”, “lawyers for X”: X only tells whose they are, if the office before it is not X's."""
    k, above = d.r.at.get(token.i, -1), token
    people = d.persons_at.get(k, [])
    while people and above.i != head.i and above.head != above and above.dep_ != "appos":
        below, above = above, above.head
        if below.dep_ == "prep" and below.text.lower() in _OWNING and above.tag_ in ("NN", "NNS"):
            if k not in d.why and not _of_one(d, k, above) and _is_somebody(above.text.lower()):
                return True
    return False


def _is_somebody(noun: str) -> bool:
    """An office, a relation, or by its ending a plural of people; no body of people."""
    return singular(noun) in heads() or noun in lowered("meetings", "relations") or by_ending(noun)


def _of_one(d: Discourse, k: int, noun: Token) -> bool:
    """“the foreign minister of Peru Ann Lee”: is the noun within an office of whom word `k` names?"""
    at = d.r.at.get(noun.i, -1)
    here = (m for p in d.persons_at[k] for m in p.mentions if m.start <= k < m.end)
    return any(o.left <= at < o.end for m in here for o in m.offices)


def _renamed(d: Discourse, token: Token) -> bool:
    """“his host, Prime Minister X”: the name in apposition tells whom the words before it mean."""
    k = d.r.at.get(token.i, -1)
    own = d.persons_at.get(k, [])
    if not own or any(k < d.name_ends.get(start, 0) for start in range(max(0, k - 6), k + 1)):
        return False
    named = [p for c in token.rights if c.dep_ == "appos" for j in _starts(d, c) for p in d.persons_at[j]]
    return bool(named) and not any(p in own for p in named)


def _honour(d: Discourse, token: Token) -> bool:
    """“His Highness the Crown Prince”: the office tells who it is."""
    k = d.r.at.get(token.i, -1)
    return d.r.low[k] in lowered("coreference", "honours") and d.r.low[k + 1 : k + 2] == ["the"]


def _starts(d: Discourse, token: Token) -> list[int]:
    """The names that begin in the phrase of a word."""
    first, last = d.r.at.get(token.left_edge.i, 0), d.r.at.get(token.i, -1)
    return [k for k in range(first, last + 1) if k in d.name_ends]


def _led_by(token: Token) -> list[Token]:
    """“a delegation led by X”: X; “a delegation comprising X and Y”: both."""
    told = (c for c in token.subtree if c.text.lower() in lowered("meetings", "leads"))
    leads = [c for c in told if c.dep_ == "acl" or c.dep_ == "relcl" and c.head == token]  # “which was led by X”
    found = [g for c in leads if c.i - token.i < FAR for g in by_whom(c)]
    if token.text.lower() in lowered("meetings", "delegated"):
        found += after_links(token, ("under",))  # “a delegation under X”
    if token.text.lower() in ("delegation", "mission"):
        found += [c for c in token.lefts if c.dep_ == "poss" and c.tag_ == "NNP"]  # “Minister X's delegation”
    parts = [c for c in token.subtree if c.dep_ == "acl" and c.text.lower() in lowered("meetings", "made up")]
    parts = [c for c in parts if 0 < c.i - token.i < FAR] + including(token)
    for part in parts:
        found += objects(part) + after_links(part, ("of", "by"))
        found += [g for c in part.rights if c.dep_ == "prt" for g in after_links(c, ("of",))]
    return found


def _phrase(token: Token, depth: int = 0) -> Iterator[Token]:
    """Tokens of a noun phrase in order, clauses left out."""
    if depth > 8:
        return
    for child in token.lefts:
        if child.dep_ in _WITHIN:
            yield from _phrase(child, depth + 1)
    yield token
    clause = False  # “A, who hosted the army chief, B, is due …”: B stands in the clause
    for child in token.rights:
        clause |= child.dep_ == "relcl" or token.i < token.head.i < child.i  # nor beyond the verb
        if clause and child.dep_ == "appos":
            continue
        if child.dep_ in _WITHIN and not (child.dep_ == "prep" and child.text.lower() not in _LINKS):
            yield from _phrase(child, depth + 1)


def _unnamed(d: Discourse, token: Token) -> list[str]:
    """Whom an office or body without a name in its phrase means: a name after a comma, its holder, or its own words."""
    if len(parties := of_parties(d, token)) > 1:
        return parties
    k = d.r.at.get(token.i, -1)
    named = apposed(d, k) or holding(d, k)
    printed = None if named else body(d, token)
    return named or ([printed] if printed else [])
