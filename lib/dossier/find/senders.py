"""Senders: the parties for which unnamed envoys meet (“negotiators for Chad and the Free Highlands Front”)."""

from spacy.tokens import Token

from dossier.find.arguments import after_links
from dossier.find.discourse import Discourse
from dossier.lexicon import lowered


def of_parties(d: Discourse, token: Token) -> list[str]:
    """“Negotiators for Chad and the Free Highlands Front”, “envoys from Peru and Chile”: the parties who sent them."""
    if token.text.lower() not in lowered("meetings", "sent"):
        return []
    linked = [(t, _joined_to(t, token)) for t in after_links(token, ("for", "from", "of"))]
    linked += [(t, t.conjuncts) for t in token.lefts if t.dep_ in ("nmod", "compound")]
    parties = [c for t, others in linked if others for c in (t, *others)]
    if all(d.r.place[d.r.at.get(c.i, 0)] for c in parties):
        return []  # “negotiators from Sudan and Chad” are told as printed
    return list(dict.fromkeys(name for c in parties if (name := _by_name(d, c))))


def _joined_to(party: Token, head: Token) -> tuple[Token, ...]:
    """What “and” joins to the party, though the parse may hang it on the head."""
    linked = any(c.dep_ == "cc" for c in party.subtree)
    return party.conjuncts or (head.conjuncts if linked else ())


def _by_name(d: Discourse, token: Token) -> str | None:
    """“the M23 rebel movement”, “the government”: a party as printed, without article."""
    first, last = d.r.at.get(token.left_edge.i, 0), d.r.at.get(token.i, -1)
    first += d.r.low[first] == "the"
    return d.r.text(first, last + 1) if 0 <= first <= last else None
