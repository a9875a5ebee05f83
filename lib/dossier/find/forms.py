"""Meeting or call: by the verb or noun that tells it, and by what stands beside it (“by phone”, “a courtesy call”)."""

from spacy.tokens import Token

from dossier.find.arguments import objects
from dossier.find.encounter import Frame, nouns, verbs
from dossier.find.reading import Reading
from dossier.lexicon import lowered


def form_told(r: Reading, i: int, frame: Frame) -> str | None:
    """meeting or call; None where the verb tells of neither (“called on him to resign”)."""
    if frame.form == "wire":
        if r.low[i] == "briefed" and any(c.dep_ == "agent" for c in r.token(i).rights) and not _by_wire(r, i):
            return "meeting"  # “where the guests were briefed by the chairman”
        return "call" if r.token(i).tag_ != "VB" and _by_wire(r, i) else None
    if frame.form == "phone":
        return "call" if by_phone(r, i) else "meeting"
    if frame.name == "call":
        return _form_of_call(r, i)
    if by_phone(r, i) and frame.name in ("meet", "confer", "discuss", "gather"):
        return "call"
    return frame.form


def _by_wire(r: Reading, i: int) -> bool:
    """“was briefed by telephone”, “told her over the phone that”."""
    return any(
        r.low[k] in ("by", "over", "via") and lowered("meetings", "phone") & set(r.low[k + 1 : k + 3])
        for k in range(i + 1, min(i + 8, r.sentence(i)[1]))
    )


def _form_of_call(r: Reading, i: int) -> str | None:
    token = r.token(i)
    if r.low[i + 1 : i + 2] in (["on"], ["upon"]):
        asked = any(r.low[k] == "to" and r.tags[k + 1 : k + 2] == ["VB"] for k in range(i + 2, r.sentence(i)[1]))
        return None if asked and not _at_home(r, i) else "meeting"
    if r.low[i + 1 : i + 2] == ["in"]:
        return "meeting"  # “called in the ambassador”
    told = [c for c in token.rights if c.dep_ in ("ccomp", "acomp", "prt")]
    return "call" if not told and len(objects(token)) == 1 else None


def _at_home(r: Reading, i: int) -> bool:
    return not any(c.dep_ in ("xcomp", "advcl", "ccomp") for c in r.token(i).rights)


def form_of(r: Reading, noun: Token, k: int) -> str:
    form = nouns()[noun.text.lower()]
    near = r.low[max(0, k - 2) : k]
    if form == "call" and lowered("meetings", "courtesies") & set(near):
        return "meeting"
    return "call" if form == "call" or lowered("meetings", "phone") & set(near) else form


def by_phone(r: Reading, i: int) -> bool:
    """“by phone” after the verb, or “in a separate call” before it."""
    start, end = r.sentence(i)
    stop = next((k for k in range(i + 1, end) if r.low[k] in verbs() and r.tags[k].startswith("VB")), end)
    wired = (k for k in range(i + 1, stop) if r.low[k] in lowered("meetings", "phone"))
    return any(k + 1 >= end or r.low[k + 1] not in nouns() for k in wired) or any(
        nouns().get(r.low[k]) == "call" and r.tags[k].startswith("NN") for k in range(start, i)
    )
