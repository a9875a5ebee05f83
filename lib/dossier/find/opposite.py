"""Opposite: does the verb of a sentence bring two sides together: “is due to meet”, “called on”, “stood beside”?"""

from spacy.tokens import Token

from dossier.find.reading import Reading
from dossier.lexicon import lowered

CALLED = (["in"], ["for"], ["off"], ["out"], ["up"])


def meets(r: Reading, verb: Token, start: int, end: int) -> bool:
    """Does the verb, or what it is said of, meet: “is due to meet”, “held talks”, “stood beside”?"""
    words_of = [verb, *(t for t in verb.children if t.dep_ in ("xcomp", "dobj", "acomp", "advcl"))]
    words_of += [t for w in words_of[1:] for t in w.children if t.dep_ in ("xcomp", "prep")]
    near = {t.text.lower() for t in words_of if not _calls_for(r, t)}
    along = lowered("allegiance", "accompanied") & set(r.low[start:end])
    return not lowered("offices", "sides").isdisjoint(near) and not along


def _calls_for(r: Reading, verb: Token) -> bool:
    """“has been called in”, “called for restraint”: nobody is met."""
    k = r.at.get(verb.i, len(r))
    return verb.text.lower().startswith("call") and r.low[k + 1 : k + 2] in CALLED


def verb_of(subject: Token) -> Token | None:
    """The verb of which a word is the subject; “the minister called on A” may be read as “the minister, called …”."""
    if subject.dep_ in ("nsubj", "nsubjpass"):
        return subject.head
    if subject.dep_ != "ROOT" or not subject.tag_.startswith("NN"):
        return None
    return next((t for t in subject.rights if t.dep_ == "acl" and t.tag_ in ("VBD", "VBN")), None)
