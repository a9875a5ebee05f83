"""Wished: what is only asked for, invited to, claimed or resolved to begin, by the words above a telling: no event."""

from spacy.tokens import Token

from dossier.find.arguments import upwards
from dossier.find.dates import in_time
from dossier.find.reading import Reading
from dossier.find.speech import table
from dossier.lexicon import lowered

INVITED = 5  # steps from a visit up to the invitation


def wished(r: Reading, at: int, chain: list[Token]) -> bool:
    """Is what the word at `at` tells only wished for, asked for or claimed, by the words of its clause and above?"""
    told = (_invited, _only_claimed, _asked_for, _never_said, _to_begin)
    return _called_for(r, at) or any(by(chain) for by in told)


def _called_for(r: Reading, at: int) -> bool:
    """“called for talks with X”, “his appeal for a summit”."""
    link = r.token(at).head
    return link.text.lower() == "for" and link.head.text.lower() in lowered("meetings", "appeals")


def _to_begin(chain: list[Token]) -> bool:
    """“agreed to start negotiations on fish”, without a day: what they will do from now on, no meeting."""
    begins = next((t for t in chain[1:] if t.tag_ == "VB" and t.text.lower() in lowered("meetings", "beginning")), None)
    if begins is None or begins.head.text.lower() not in lowered("meetings", "resolved"):
        return False
    told = [t for t in begins.subtree if in_time(t)]
    return not told or any(t.text.lower() in ("half", "year") for t in told)


def _asked_for(chain: list[Token]) -> bool:
    """“proposed that a group undertake a visit”: the bare verb of what is only asked for, with a subject."""
    bare = (t for t in chain if t.tag_ in ("VB", "VBP") or t.text == "come")  # “that she come to Riga”
    verb = next((t for t in bare if t.dep_ == "ccomp"), None)
    asks = verb is not None and verb.head.text.lower() in lowered("meetings", "wished")
    helped = asks and any(c.dep_ in ("aux", "auxpass") for c in verb.lefts)
    return asks and not helped and any(c.text.lower() == "that" for c in verb.lefts)


def _never_said(chain: list[Token]) -> bool:
    """“has never said that he would see X”."""
    top = chain[-1]
    said = top.head if top.dep_ == "ccomp" and top.head.text.lower() in table() else None
    asked = {c.text.lower() for c in top.lefts} & {"whether", "if", "when", "where"}  # “would not say whether”
    return said is not None and not asked and any(c.dep_ == "neg" for c in said.lefts)


def accepted(chain: list[Token]) -> bool:
    """“accepted an invitation to visit Riga in May”: with a day, it is planned."""
    verb = next((t for t in chain if t.tag_ == "VB" and any(in_time(below) for below in t.subtree)), None)
    above = upwards(verb, 3) if verb is not None else ()
    asked = next((t for t in above if t.text.lower() in lowered("meetings", "inviting")), None)
    return asked is not None and asked.dep_ == "dobj" and asked.head.text.lower() in ("accepted", "accepts", "accept")


def _invited(chain: list[Token]) -> bool:
    """“conveyed the invitation of X to his counterpart Y to visit Riga”: the parse hangs the visit anywhere below."""
    verb = next((t for t in chain if t.tag_ == "VB" and any(c.text.lower() == "to" for c in t.lefts)), None)
    said = lowered("meetings", "inviting")
    return verb is not None and any(step.text.lower() in said for step in upwards(verb, INVITED) if step != verb)


def _only_claimed(chain: list[Token]) -> bool:
    """“refuted claims that he had met X”."""
    above = (step for t in chain[-1:] for step in upwards(t, INVITED))
    claims = (t for t in above if t.text.lower() in ("claims", "claim", "reports", "report", "rumours", "allegations"))
    return any(t.head.text.lower() in lowered("meetings", "denied") for t in claims)
