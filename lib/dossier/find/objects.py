"""Things said: a reporting verb with an object for its content (“welcomed the decision”, “thanked X for its help”)."""

from spacy.tokens import Token

from dossier.lexicon import load, lowered
from dossier.find.offices import heads
from dossier.find.quotations import MARKS
from dossier.find.reading import Reading


def after_word(r: Reading, v: int, end: int, after: list[str]) -> int | None:
    """“thanked Finland for | its help”."""
    if r.low[v + 1 : v + 2] == ["for"] and "for" in after:
        return v + 2
    for k in range(v + 2, min(v + 25, end) if r.words[v + 1 : v + 2] != [","] else v):
        if (
            r.low[k] in after
            and not (r.low[k] == "of" and "that" in r.low[v + 1 : min(v + 25, end)])
            and r.tags[k] == "IN"
            and (r.token(k).head.i == r.token(v).i or r.token(k).head.dep_ in ("dobj", "appos", "compound", "dative"))
        ):
            return None if r.low[k] == "of" and r.low[k - 1] in heads() else k + 1  # “told the President of France”
        if r.low[k] == "that":
            return None
    return None


def has_object(r: Reading, token: Token, lemma: str) -> bool:
    """“denied a report that …”: the report is what is denied, with its own clause."""
    if lemma in lowered("speech", "addressee"):
        return False
    child = next(
        (
            c
            for c in token.rights
            if c.dep_ == "dobj" and c.tag_ in ("NN", "NNS") and any(g.dep_ in ("acl", "relcl") for g in c.subtree)
        ),
        None,
    )
    return (
        child is not None
        and r.low[r.at.get(child.i, 0)] not in lowered("speech", "audience")
        and any(t.text.lower() == "that" for t in child.subtree)
    )


def is_said(r: Reading, token: Token, lemma: str, v: int, end: int, quoted: list[int]) -> bool:
    """Does the verb with its object report, or do something (“called a meeting”, “conveyed a message”)?"""
    tied = load("speech")["tied"].get(lemma)
    if tied:
        near = range(v + 1, min(v + 8, end - 1))
        return any(r.low[k] in tied and (r.low[k] != "to" or r.tags[k + 1] == "VB") for k in near)
    if lemma in lowered("speech", "figured"):
        ats = [k for k in range(v + 2, end - 1) if r.low[k] == "at"]
        return any({"CD", "$", "``"} & set(r.tags[k + 1 : k + 4]) for k in ats)
    if lemma in lowered("speech", "predicative"):
        said_to_be = any(c.dep_ in ("oprd", "ccomp", "xcomp", "acomp") for c in token.rights)
        return said_to_be or any(quoted[k] >= 0 for k in range(v + 1, end))
    if lemma in lowered("speech", "advice"):
        return "to" in r.low[v + 2 : min(v + 12, end)] and any(c.dep_ in ("ccomp", "xcomp") for c in token.rights)
    return True


def object_start(r: Reading, token: Token, v: int, lemma: str, end: int, quoted: list[int]) -> int | None:
    for child in token.rights:
        if (
            child.dep_ in ("dobj", "oprd", "ccomp", "xcomp", "attr", "dative", "acomp", "nsubj")
            and child.left_edge.i > token.i
        ):
            if child.dep_ == "nsubj" and child.head == token:
                continue
            place = next((r.at[j] for j in range(child.left_edge.i, child.i + 1) if j in r.at), None)
            if place is None or place >= end:
                continue
            if (
                lemma in lowered("speech", "addressee")
                and child.dep_ in ("dobj", "dative")
                and lemma != "promise"
                and not (lemma == "thank" and all(c.text.lower() != "for" for c in token.subtree))
            ):
                continue
            if r.low[r.at.get(child.i, place)] in lowered("speech", "audience"):
                if any(c.dep_ == "dobj" and c.i > child.i for c in token.rights):
                    continue  # “promised him | a bypass”
                asked = lemma in lowered("speech", "advice") and "to" in r.low[place + 1 : place + 3]
                if lemma not in ("accuse", "blame", "urge", "wish") and not asked:
                    return None
            if lemma in ("welcome", "greet") and _is_person(r, child):
                return None
            return place
    k = v + 1
    while k < end and r.low[k] in lowered("speech", "between"):
        k += 1
    if k < end and (quoted[k] >= 0 or r.words[k] in MARKS):
        return k
    if (
        lemma not in lowered("speech", "addressee")
        and k < end
        and r.tags[k] in ("DT", "JJ", "NN", "NNS", "NNP", "PRP$", "VBG")
    ):
        return k
    return None


def _is_person(r: Reading, noun: Token) -> bool:
    at = r.at.get(noun.i, 0)
    return (
        noun.tag_ in ("NNP", "PRP")
        and r.place[at] is None
        or r.low[at] in lowered("speech", "people")
        or r.low[at] in heads()
    )
