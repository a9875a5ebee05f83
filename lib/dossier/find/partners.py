"""Partners: who stands on the other side of a verb of meeting: its object, or after “with”, “to”, “on”."""

from collections.abc import Callable

from spacy.tokens import Token

from dossier.find.arguments import after_links, objects, with_whom
from dossier.find.bodies import offices_near
from dossier.find.discourse import Discourse
from dossier.find.encounter import Frame
from dossier.find.holding import holding
from dossier.find.partakers import participants
from dossier.lexicon import lowered

SHORT = 6  # words of an office; what runs on longer holds a name that was not seen
WHOLE = 14  # words of an office that is a subject: “the Minister for Foreign Affairs, Trade and …”
NOBODY = frozenset(("other", "face"))  # “saw each other”, “met face to face”
OTHERS: dict[str, Callable[[Token], list[Token]]] = {
    "object": objects,
    "with": with_whom,
    "to": lambda token: after_links(token, ("to",)),
    "on": lambda token: after_links(token, ("on",)),
    "in": lambda token: after_links(token, ("in",)) if token.nbor().text.lower() == "in" else [],
    "upon": lambda token: after_links(token, ("upon",)),
}


def others_of(token: Token, frame: Frame) -> list[Token]:
    found: list[Token] = []
    for role in frame.others:
        found += [t for t in OTHERS[role](token) if t not in found and t.text.lower() not in NOBODY]
    return found


def at_the_matter(d: Discourse, token: Token) -> list[Token]:
    """“discussed the development of relations with his counterpart, X”: a person, where the parse hangs the matter."""
    links = [c for o in objects(token) for c in o.subtree if c.text.lower() == "with" and c.dep_ == "prep"]
    return [t for c in links for t in c.children if t.dep_ == "pobj" and d.persons_at.get(d.r.at.get(t.i, -1))]


def of_office(d: Discourse, token: Token, longest: int = SHORT) -> list[str]:
    """“raised it with the Minister for Defence”: one office, printed without a name."""
    k = d.r.at.get(token.i, -1)
    near = [o for o in offices_near(d, k) if o.left <= k < o.end]
    alone = any(not o.plural and o.end - o.left < longest for o in near)
    return participants(d, [[token]]) if alone else []


def to_see(token: Token) -> bool:
    """“is due to fly to Riyadh to see the crown prince”: one travels to see whom one meets."""
    return (
        token.text.lower() == "see"
        and token.dep_ == "advcl"
        and token.head.text.lower() in lowered("meetings", "arriving") | lowered("meetings", "conveyed")
    )


def greeted(d: Discourse, others: list[Token]) -> bool:
    """“saw the envoy”, not “saw the envoy's plan”: the head itself is a person, named here or elsewhere."""
    places = [d.r.at.get(t.i, -1) for t in others]
    return any(d.persons_at.get(k) or holding(d, k) for k in places)
