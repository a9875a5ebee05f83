"""More than one: whom “the sides”, “both leaders”, “the two ministers”, “they” mean."""

from spacy.tokens import Token

from dossier.find.arguments import upwards
from dossier.find.discourse import SUBJECTS, Discourse, Event, verb_of
from dossier.find.encounter import nouns
from dossier.find.gathering import Person
from dossier.lexicon import load, lowered
from dossier.find.ranks import called, rank, unique
from dossier.find.reading import Reading

THEY = frozenset("they them their".split())
TOLD_APART = frozenset("presidents premiers ministers heads".split())  # no other office is called so
WHEN = frozenset("when where as after before while since".split())
PAIR = 8  # sentences within which two subjects are “the pair”


def group_phrase(r: Reading, i: int, start: int) -> bool:
    """“the sides”, “both parties”, “the two leaders”, “the two”, “the pair” – no noun follows “the two”."""
    before = r.low[max(start, i - 3) : i]
    if r.low[i] == "both":
        return i + 1 < len(r) and r.tags[i + 1][:2] in ("VB", "MD", "RB") and r.token(i).dep_ in SUBJECTS
    if not {"the", "both", "these"} & set(before):
        return False
    if r.low[i] in ("pair", "duo", "trio"):
        return r.low[i + 1 : i + 2] != ["of"]
    if r.low[i] in ("two", "both", "three"):
        k = i + 1 + (r.low[i + 1 : i + 2] in (["first"], ["last"]))  # “the two last met”, “both first spoke”
        after = r.tags[k][:2] if k < len(r) else ""
        linked = after == "IN" and r.low[i - 1] == "the" and r.low[i + 1] != "of"  # “the two in Riga”
        return linked or after in ("VB", "MD", "RB", ",", ".", "TO")
    return i + 1 >= len(r) or r.low[i + 1] not in ("of", "'", "’")


def plural(d: Discourse, i: int, end: int, noun: str | None, number: int, quoted: list[int], title: str = "") -> None:
    """Resolve a word for several at word `i`: “they” by the subjects before it, a group by those who met."""
    if d.r.low[i] in THEY:
        found = _subjects_before(d, i, number) or d.group
    else:
        beside = _beside(d, i)
        size = size_told(d.r, i)
        found = in_clause(d, i, number, size) if size == 2 else []
        found = found or _narrowed(d, noun, title, size, beside) or _pair(d, i, number)
        found = [] if any(p in beside for p in found) else found
    if len(found) < 2 or _named_next(d, end):
        return
    for k in range(i, end):
        d.persons_at[k] = found
        d.why[k] = f"“{d.r.words[i]}” → {', '.join(p.name for p in found)} (those who met last)"


def _named_next(d: Discourse, end: int) -> bool:
    """“The ministers, A and Sheikh B, were told …”: the names after the comma tell who they are."""
    near = range(end + 1, min(end + 4, len(d.r)))
    first = next((k for k in near if k in d.name_ends), None) if d.r.words[end : end + 1] == [","] else None
    return first is not None and "and" in d.r.low[d.name_ends[first] : d.name_ends[first] + 1]


def _subjects_before(d: Discourse, i: int, number: int) -> list[Person]:
    """“A and B visited Kyiv, where they …”: two subjects of the same sentence, or of the one before; “A saw B; they
    talked”: the two whom the sentence names before.
    """
    several = (k for k in range(i - 1, d.r.sents[number][0], -1) if k in d.why and len(d.persons_at.get(k, [])) > 1)
    if (group := next(several, None)) is not None:
        return d.persons_at[group]  # “received the pair before they flew home”
    here = list(dict.fromkeys(e.person for e in d.events if e.sentence == number and e.at < i))
    meeting = d.r.low[i] == "their" and d.r.low[i + 1] in nouns()
    acting = any(e.subject and e.sentence == number for e in d.events)
    if len(here) == 2 and (d.r.low[i] == "they" or meeting) and acting:
        return here
    for sentence in (number, number - 1):
        found = list(dict.fromkeys(e.person for e in d.events if e.sentence == sentence and e.subject and e.at < i))
        if len(found) >= 2:
            return found
    return []


def size_told(r: Reading, i: int) -> int:
    """How many “the pair”, “both ministers”, “the three men” are; 0 where that is not told."""
    near = r.low[max(i - 2, r.sentence(i)[0]) : i + 1]
    near = set(near[near.index("the") :] if "the" in near else near)
    return next((int(n) for n, names in load("meetings")["sizes"].items() if near & set(names)), 0)


def _beside(d: Discourse, i: int) -> list[Person]:
    """Who does something to the group, and so is none of it: “A received the pair”."""
    token = d.r.token(i)
    if token.dep_ not in ("dobj", "pobj"):
        return []
    verb = next((step for step in upwards(token) if step.tag_.startswith("VB")), token)
    doers = [c for c in verb.children if c.dep_ == "nsubj" or c.dep_ == "agent"]
    return [p for c in doers for p in named_within(d, c)]


def _narrowed(d: Discourse, noun: str | None, title: str, size: int, beside: list[Person]) -> list[Person]:
    """Of those who met last, the ones who hold such an office (“the ministers”), as many as told; else all who do."""
    if noun in lowered("coreference", "strangers"):
        beside_hosts = [p for p in d.group if p not in d.hosts]
        return next((people for people in (d.guests, beside_hosts) if size in (0, len(people))), [])
    key = rank(singular((title or noun or "").strip()))
    groups = [people for people in reversed(d.groups) if not any(p in beside for p in people)]
    if not key or not title and noun not in lowered("coreference", "ranked"):
        return next((people for people in groups if len(people) == size), [] if size or not groups else groups[0])
    named = [p for p in {id(e.person): e.person for e in d.events}.values() if p not in beside]
    for people in (*groups[:1], named, *groups[1:]):
        for least in (2, 1):
            fits = [p for p in people if called(key, p) >= least]
            if len(fits) > 1 and size in (0, len(fits)):
                return fits
    unlike = (p for p in groups[0] if p.titles and not called(key, p)) if groups and noun in TOLD_APART else ()
    return [] if any(unlike) else next((people for people in groups if size in (0, len(people))), [])


def in_clause(d: Discourse, i: int, number: int, size: int) -> list[Person]:
    """“X said A had discussed it with B when the two met”: whom the clause names on which theirs hangs."""
    verb = next((step for step in upwards(d.r.token(i)) if step.tag_.startswith("VB")), None)
    if verb is None or verb.dep_ not in ("advcl", "relcl") or verb.left_edge.text.lower() not in WHEN:
        return []
    above = next((step for step in upwards(verb.head) if step.tag_.startswith("VB")), verb)
    named = [e.person for e in d.events if e.sentence == number and e.at < i and _hangs(d.r.token(e.at), above)]
    found = list(dict.fromkeys(named))
    if len(found) == 1 and size == 2:
        found += _peer(d, found[0])
    return found if len(found) == size else []


def _hangs(token: Token, verb: Token) -> bool:
    return any(step.i == verb.i for step in upwards(token))


def _peer(d: Discourse, one: Person) -> list[Person]:
    """Who holds the same office in another country, and was named last."""
    peers = (e.person for e in reversed(d.events) if e.person is not one and unique(e.person) & unique(one))
    return [peer for peer in (next(peers, None),) if peer]


def _pair(d: Discourse, i: int, number: int) -> list[Person]:
    """“A and B have asked for a fund. C received the pair”: the last two who stand together as subjects."""
    if size_told(d.r, i) != 2:
        return []
    for sentence in range(number, max(number - PAIR, -1), -1):
        acting = [e for e in d.events if e.sentence == sentence and e.subject and e.at < i]
        found = list(dict.fromkeys(e.person for e in acting))
        if len(found) == 2 and (sentence == number or _act_together(d, acting)):
            return found
    return []


def _act_together(d: Discourse, acting: list[Event]) -> bool:
    """Not “A hoped for it, while B warned of it”."""
    verbs = {verb.i for e in acting if (verb := verb_of(d.r, e.at)) is not None}
    return len(verbs) < 2


def singular(noun: str) -> str:
    """“ministers” → “minister”, “heads of state” → “head of state”."""
    head, of, rest = noun.partition(" of ")
    if of:
        return singular(head) + of + rest  # “heads of state”
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun.removesuffix("s")


def named_within(d: Discourse, noun: Token | None) -> list[Person]:
    """The persons that the noun's phrase names before any clause of its own."""
    if noun is None:
        return []
    places = (d.r.at[k] for k in range(noun.left_edge.i, noun.right_edge.i + 1) if k in d.r.at)
    return list(dict.fromkeys(person for k in places for person in d.persons_at.get(k, [])))
