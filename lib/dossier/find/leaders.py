"""Leaders: for whom “the delegation” stands that is told again (“The delegation also met the mayor”): who leads it.

The leader may be told before (“a delegation led by X”); those whom it includes stand beside the leader. Of several
delegations the last one told is meant, and with a country before it (“the Omani delegation”) the one of that country.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.find.arguments import by_whom
from dossier.find.discourse import Discourse
from dossier.find.gathering import Person
from dossier.lexicon import lowered

FAR = 24  # words from a delegation to who leads it
AGAIN = frozenset("the this".split())
LEADING = frozenset("led headed".split())
OF_IT = frozenset(("members", "representatives"))


def leaders(d: Discourse, token: Token) -> list[Person]:
    """Who led the delegation that the word speaks of again; nobody where its own phrase tells which one it is."""
    k = d.r.at.get(token.i, -1)
    if k < 0:
        return []
    if d.r.low[k] in OF_IT and d.r.low[k + 1 : k + 3] in (["of", "the"], ["of", "this"]):
        own = next((t for c in token.rights for t in c.children if c.text.lower() == "of"), None)
        return leaders(d, own) if own is not None else []
    if d.r.low[k] not in lowered("coreference", "led") or d.r.capital[k] and not d.r.shouting:
        return []
    if not _again(d, token, k):
        return []
    place = d.r.place[k - 1]
    code = place.code if place else None
    told = [people for at, people in _told(d) if at < k]
    fits = (people for people in reversed(told) if code is None or any(p.country == code for p in people))
    found = next(fits, [])
    return [] if found and _others_belong(d) else found


def _others_belong(d: Discourse) -> bool:
    """“Member of the delegation X said”, “X, a member of the delegation”: then the leader does not stand for all."""
    r = d.r
    for k in r.where.get("delegation", ()):
        named_next = not d.name_ends.keys().isdisjoint(range(k + 1, k + 4))
        if r.low[max(k - 3, 0) : k] == ["member", "of", "the"] and (named_next or "," in r.words[k - 5 : k - 3]):
            return True
    return False


def _again(d: Discourse, token: Token, k: int) -> bool:
    """Definite, and of nobody's: not “the delegation of the bank”, nor “the 12-member parliamentary delegation”."""
    before = [c for c in token.lefts if c.dep_ not in ("punct", "predet")]
    plain = all(c.text.lower() in AGAIN or d.r.place[d.r.at.get(c.i, k)] for c in before)
    if token.dep_ == "pobj" and token.head.text.lower() == "to":
        return False  # what is shown to the guests
    definite = any(c.text.lower() in AGAIN for c in before)
    return definite and plain and not any(c.dep_ == "prep" and c.text.lower() in ("of", "from") for c in token.rights)


def _told(d: Discourse) -> list[tuple[int, list[Person]]]:
    """The delegations of the text that are told with their leader, in order; found once."""
    known = d.r.doc.user_data.get("delegations_led")
    if known is None:
        known = d.r.doc.user_data["delegations_led"] = sorted(_found(d), key=lambda told: told[0])
    return known


def _found(d: Discourse) -> Iterator[tuple[int, list[Person]]]:
    """“a delegation led by X”, whatever the parse hangs “led” on: the names after “by”."""
    for verb in LEADING:
        for k in (k for form in (verb, verb.upper()) for k in d.r.where.get(form, ())):
            if d.r.low[k + 1 : k + 2] != ["by"]:
                continue
            start = max(d.r.sentence(k)[0], k - FAR)
            group = not lowered("meetings", "delegated").isdisjoint(d.r.low[start:k])
            people = [p for t in by_whom(d.r.token(k)) for p in d.persons_at.get(d.r.at.get(t.i, -1), ())]
            if group and people:
                yield k, people


def including(token: Token) -> list[Token]:
    """“a delegation led by X, which also included Y”: the verb, which the parse may hang on X."""
    if token.text.lower() not in lowered("meetings", "led sides"):
        return []
    after = token.doc[token.i + 1 : token.i + FAR]
    return [
        t for t in after
        if t.text.lower() in lowered("meetings", "included") and any(c.text.lower() == "which" for c in t.lefts)
    ]  # fmt: skip


def named_up_to_a_verb(d: Discourse, part: Token) -> Iterator[Person]:
    """“which also includes | Ambassador A of Chile and B, | left”: the names, whatever the parse joins."""
    first = d.r.at.get(part.i, 0)
    for k in range(first + 1, d.r.sentence(first)[1]):
        if d.r.tags[k].startswith(("VB", "MD", "W")):
            return
        yield from d.persons_at.get(k, ()) if k in d.name_ends else ()
