"""Members: whom a word for several means that names nobody (“the group”, “the five”, “both ministers”, “the leaders”).

In one order: those of whom the text told by the same word (“The presidents of … met. The presidents will …”); those who
met last, narrowed by the office and to as many as told; all whom the text has introduced with such an office. Whoever
faces them in the clause (“A received the two”) is none of them.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.find.arguments import SUBJECTS, by_whom, objects, of_whom, subject_of, upwards, with_whom
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter
from dossier.find.office import COUNTERPARTS, heads
from dossier.find.parties import THEY, singular
from dossier.find.ranks import Rank, called, rank
from dossier.find.reading import Reading
from dossier.find.register import named
from dossier.find.speech import table
from dossier.lexicon import load, lowered

DEFINITE = frozenset("the both these those".split())
MEMORY, CROWD = 20, 200  # events that a reader keeps in mind, and persons of a text that tells of too many
NEAR = 3  # sentences within which “they” met
PAIR, PLAY = 2, 60  # how many “the two” are, and mentions in which they are looked for
MANY = 3  # how many at least “the group” is
PLURALS = frozenset("NNS NNPS".split())


def members(d: Discourse, token: Token) -> list[str]:
    """Full names of those whom the word means, in the order of the text; none where that is not told."""
    k = d.r.at.get(token.i, -1)
    if k >= 0 and d.r.low[k] == "each" and (several := of_whom(token)):
        return members(d, several[0])  # “with each of his guests”
    if k >= 0 and d.r.low[k] in THEY:
        return _they(d, d.r.sent_of[k])
    if k < 0 or not _several(d.r, token, k):
        return []
    noun, key, size, facing = d.r.low[k], _office(d.r, token, k), size_at(d, token, k), set(_facing(d, token))
    told = [d.several] if noun in lowered("meetings", "whole") else []
    for people in (*told, *_so_called(d, noun), *_who_met(d, noun, key, facing), _introduced(d, key, k, facing)):
        found = [name for name in people if name not in facing]
        if len(found) >= max(2, MANY * (noun in lowered("meetings", "whole"))) and size in (0, len(found)):
            d.several = found
            return found
    return _in_play(d, k) if noun == "two" else []


def group_holding(d: Discourse, k: int) -> list[str]:
    """“The two held formal talks”, where the parse takes “held” for an adjective: those who met."""
    r = d.r
    for j in range(k - 1, max(k - NEAR - 1, r.sentence(k)[0] + 1), -1):
        if r.low[j] in lowered("meetings", "holding") and r.low[j - 2] in DEFINITE:
            return members(d, r.token(j - 1))
    return []


def _they(d: Discourse, number: int) -> list[str]:
    """“their last meeting”: those of whom the sentences just before told."""
    near = (e for e in reversed(d.gatherings[-MEMORY:]) if number - e.sentence <= NEAR)
    return next((people for e in near if len(people := _named(d, e)) > 1), []) or _in_play(d, d.r.sents[number][1])


def _in_play(d: Discourse, k: int) -> list[str]:
    """“A embraced B. In their talks, …”: the two of whom alone the sentences just before speak."""
    number = d.r.sent_of[k - 1]
    near = [e for e in d.events[-PLAY:] if number - NEAR <= e.sentence <= number and e.at < k]
    before = list(dict.fromkeys(e.person for e in near if e.sentence < number))
    here = [e.person for e in near if e.sentence == number and e.person not in before and not _reports(d, e.at)]
    found = list(dict.fromkeys([*before, *here]))
    return [p.name for p in found] if len(found) == PAIR else []


def _reports(d: Discourse, k: int) -> bool:
    """“C said that the two …”: who only tells of them."""
    verb = next((step for step in upwards(d.r.token(k)) if step.tag_.startswith("VB")), None)
    return verb is not None and verb.text.lower() in table()


def _several(r: Reading, token: Token, k: int) -> bool:
    """A plural of people, “the group”, “the five”: definite, and nothing in its phrase that tells which."""
    if r.capital[k] and r.low[k - 1] != "the" and k != r.sentence(k)[0]:
        return False
    before = {r.low[k - 1], *(c.text.lower() for c in token.lefts)}
    told = DEFINITE & before or _whose(token) or "all" in before and any(_count(word) for word in before)
    if not told and not (r.low[k] == "both" and token.dep_ in SUBJECTS):
        return False
    which = any(c.dep_ in ("prep", "relcl", "acl", "appos", "conj") for c in token.children)
    which |= any(c.dep_ == "poss" for c in token.children) and not _whose(token)
    if which and not any(c.dep_ == "prep" and _of_the_countries(c) for c in token.rights):
        return False
    if any(r.place[r.at[c.i]] for c in token.lefts if c.i in r.at):
        return False
    if token.tag_ in PLURALS:
        return r.low[k] in lowered("meetings", "several") or singular(r.low[k]) in heads()
    return r.low[k] in lowered("meetings", "whole") | lowered("meetings", "several") or _count(r.low[k]) > 1


def _whose(token: Token) -> bool:
    """“his guests”, “her two visitors”: of those who met before, all but the one whose they are."""
    own = any(c.tag_ == "PRP$" for c in token.lefts)
    facing = lowered("coreference", "strangers") | {"hosts", "counterparts", "interlocutors"}
    return own and token.text.lower() in facing


def _of_the_countries(link: Token) -> bool:
    """“of the two countries”, “from both sides”."""
    return any(
        g.text.lower() in lowered("meetings", "states") | {"sides"} and any(c.tag_ in ("DT", "CD") for c in g.lefts)
        for g in link.children
    )


def _count(word: str) -> int:
    return next((int(n) for n, told in load("meetings")["sizes"].items() if word in told), 0)


def size_at(d: Discourse, token: Token, k: int) -> int:
    """How many they are: told at the word (“both”, “the five”), else where the text counts them (“Five leaders”)."""
    told = [_count(word) for word in (d.r.low[k], *(c.text.lower() for c in token.lefts))]
    return next((n for n in told if n), 0) or _counted(d).get(d.r.low[k], 0)


def _counted(d: Discourse) -> dict[str, int]:
    """“Five Pacific leaders”: how many of a kind the text counts, where it counts them alike each time."""
    known = d.r.doc.user_data.get("counted")
    if known is None:
        counts: dict[str, set[int]] = {}
        for noun, n in _counts(d.r):
            counts.setdefault(noun, set()).add(n)
        known = d.r.doc.user_data["counted"] = {noun: min(of) for noun, of in counts.items() if len(of) == 1}
    return known


def _counts(r: Reading) -> Iterator[tuple[str, int]]:
    for n, told in load("meetings")["sizes"].items():
        for k in (j for word in told for form in (word, word.capitalize()) for j in r.where.get(form, ())):
            after = range(k + 1, min(k + 5, len(r)))
            noun = next((j for j in after if not r.tags[j].startswith("JJ") and not r.capital[j]), k)
            if r.tags[k] == "CD" and r.tags[noun] == "NNS":
                yield r.low[noun], int(n)


def _facing(d: Discourse, token: Token) -> Iterator[str]:
    """Who stands on the other side of the verb: “A received the two”, “the leaders met B”."""
    for owner in (c for c in token.lefts if c.tag_ == "PRP$"):
        yield from (p.name for p in d.persons_at.get(d.r.at.get(owner.i, -1), ()))
    verb = next((step for step in upwards(token) if step.tag_.startswith("VB")), None)
    if verb is None:
        return
    own = {t.i for t in token.subtree}
    others = objects(verb) + with_whom(verb) + by_whom(verb) if token.dep_ in SUBJECTS else subject_of(d.r, verb)
    for other in others:
        for t in other.subtree:
            if t.i not in own:
                yield from (p.name for p in d.persons_at.get(d.r.at.get(t.i, -1), ()))


def _office(r: Reading, token: Token, k: int) -> Rank:
    """The office that the word is a plural of, with its field: “the foreign ministers”."""
    one = singular(r.low[k])
    if one not in heads() or one in COUNTERPARTS:
        return frozenset()
    fields = [c.text.lower() for c in token.lefts if c.dep_ in ("compound", "amod") and not _count(c.text.lower())]
    return rank(" ".join([*fields, one]))


def _named(d: Discourse, event: Encounter) -> list[str]:
    return [name for name in event.people if named(d, name)]


def _so_called(d: Discourse, noun: str) -> Iterator[list[str]]:
    """Those of whom an event was told by the same word, if all are named."""
    for event in reversed(d.gatherings[-MEMORY:]):
        if event.called == noun and len(people := _named(d, event)) == len(event.people):
            yield people


def _who_met(d: Discourse, noun: str, key: Rank, facing: set[str]) -> Iterator[list[str]]:
    """Those of the last event, and of those before; those who hold the office, where the word is one.

    Where somebody met a group that had met before, the group itself; guests are not those who received them, but for a
    gathering, at which all are guests of the place.
    """
    events = [event for event in d.gatherings[-MEMORY:] if _named(d, event)]
    told = [_named(d, event) for event in events]
    for n, event in reversed([*enumerate(events)]):
        for people in (event.principals, event.people):
            people = [name for name in people if name in told[n] and name not in facing]
            if key:
                people = [name for name in people if any(called(key, p) or not p.titles for p in named(d, name))]
                people = people if any(called(key, p) for name in people for p in named(d, name)) else []
            elif noun in lowered("coreference", "strangers") and len(people) <= MANY and not _but_one(told[n], facing):
                continue
            elif met := next((one for one in told[:n] if 1 < len(one) < len(people) and set(one) < set(people)), None):
                yield met
            yield people


def _but_one(people: list[str], facing: set[str]) -> bool:
    """“A met B and C. He saw his guests again”: all but one of those who met."""
    return len(facing.intersection(people)) == 1 and len(people) > 2


def _introduced(d: Discourse, key: Rank, k: int, facing: set[str]) -> list[str]:
    """All who were named before with such an office, of one country each; the fuller rank goes before the lesser."""
    if not key or len(d.everyone) > CROWD:
        return []
    before = [p for p in d.everyone if p.mentions[0].start < k and p.name not in facing]
    levels = {p.name: called(key, p) for p in before}
    best = [p for p in before if levels[p.name] == max(levels.values())] if any(levels.values()) else []
    return [p.name for p in best] if len({p.country for p in best}) == len(best) else []
