"""How an encounter stands: held, planned, cancelled, or only wished for (no event)."""

from spacy.tokens import Token

from dossier.find.arguments import SUBJECTS
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter
from dossier.find.register import any_named
from dossier.find.speech import table
from dossier.find.wished import accepted, wished
from dossier.lexicon import lowered
from dossier.find.reading import Reading

DEFINITE = frozenset("the these this their".split())
NOUNS = frozenset("noun owned group somewhere".split())  # why an event was found: by a noun


def judge(d: Discourse, found: Encounter, start: int, end: int) -> None:
    """Set the status from auxiliaries and the verbs above; “none” for what is only wished for, or denied."""
    r = d.r
    chain = _chain(found.verb, r.token(found.at))
    words_near = {t.text.lower() for t in chain if t.i != r.ids[found.at]} | {
        c.text.lower()
        for t in chain
        for c in t.children
        if c.dep_ in ("aux", "neg", "mark", "auxpass", "advmod", "acomp", "prt", "amod")
        or c.dep_ == "acl"
        and t.tag_.startswith("N")
    }
    if any(t.head.text.lower() in lowered("meetings", "denied") for t in chain if t.dep_ in ("ccomp", "xcomp", "dobj")):
        found.status = "none"
    elif accepted(chain):
        found.status = "planned"
    elif wished(r, found.at, chain):
        found.status = "none"
    elif any(t.text.lower() in ("rule", "ruled", "rules") and "out" in r.low[r.at[t.i] + 1 :][:1] for t in chain):
        found.status = "none"  # “ruled out a meeting of the two”
    elif found.why in NOUNS and _time_and_again(r, found.at, end):
        found.status = "none"
    elif (
        words_near & lowered("meetings", "cancelled")
        or _put_off(r, chain, end)
        or _withdrawn_from(r, found.at)
        or _is_off(r, found)
    ):
        found.status = "cancelled"
    elif found.why in NOUNS and found.verb is not None and found.verb.text.lower() in lowered("meetings", "shunning"):
        found.status = "none"
    elif r.low[found.at - 2 : found.at] == ["yet", "to"] or (unless := _unless(chain)) == "none":
        found.status = "none"
    elif unless == "planned":
        found.status = "planned"
    elif _undated(found):
        found.status = "planned"
    elif any(c.dep_ == "neg" for t in chain[:2] for c in t.children):
        found.status = "cancelled" if _fell_through(r, found, words_near, end) else "none"
    elif "without" in words_near or _none_subject(r, start, found.at):
        found.status = "none"
    elif {t.text.lower() for t in chain[1:] if not _opens(t)} & lowered("meetings", "willing"):
        found.status = "none"
    elif found.why == "expected":
        found.status = "planned"
    elif any(c.text.lower() in lowered("meetings", "bygone") for c in r.token(found.at).lefts):
        found.status = "held"  # “The recent talks will lead to others”
    elif words_near & lowered("meetings", "future") or _is_to(chain):
        found.status = "planned"
    elif (words_near - _at_it(found, r)) & lowered("meetings", "planned") and not _past(chain):
        found.status = "planned"
    elif words_near & lowered("meetings", "wished") and not _past(chain):
        found.status = "none"
    elif found.why in NOUNS and (_wished_noun(r, found.at) or _as_a_means(d, found, chain)):
        found.status = "none"


def _put_off(r: Reading, chain: list[Token], end: int) -> bool:
    """“was called off”, “has been put off”, “was moved to a later date”; not “later called on”."""
    verbs = [r.at.get(t.i, end) for t in chain if t.text.lower() in lowered("meetings", "off")]
    later = (k for k in verbs if not r.low[k].startswith("call"))
    return any("off" in r.low[k + 1 : end] for k in verbs) or any("later" in r.low[k + 1 : k + 5] for k in later)


def _withdrawn_from(r: Reading, at: int) -> bool:
    """“pulled out of a meeting with X”, “withdrew from the talks”; who “walked out of” them was there."""
    near = range(max(at - 6, 1), at)
    out = any(r.low[k : k + 2] == ["out", "of"] and r.low[k - 1] in lowered("meetings", "withdrawing") for k in near)
    return out or any(r.low[k] == "from" and r.low[k - 1] in ("withdrew", "withdrawn") for k in near)


def _is_off(r: Reading, found: Encounter) -> bool:
    """“The summit is off”."""
    k = r.at.get(found.verb.i, -1) if found.verb is not None and found.why in NOUNS else -1
    return k > 0 and r.low[k] in ("is", "was", "are", "were") and r.low[k + 1 : k + 2] == ["off"]


def _undated(found: Encounter) -> bool:
    """“Her talks with B have not been given a day”: they are to be, on a day that is not told."""
    told = found.verb is not None and found.why in NOUNS
    fixed = told and found.verb.text.lower() in ("given", "set", "fixed", "named")
    return fixed and any(c.text.lower() in ("day", "date") for c in found.verb.rights if c.dep_ in ("dobj", "oprd"))


def _at_it(found: Encounter, r: Reading) -> set[str]:
    """“was agreed during a visit”: what was done at it says nothing of whether it was planned."""
    link = r.token(found.at).head.text.lower()
    beside = found.why in NOUNS and link in ("during", "after", "following") and found.verb is not None
    return {found.verb.text.lower()} if beside else set()


def _opens(token: Token) -> bool:
    """“will open talks”, not “is open to talks”."""
    return token.text.lower() == "open" and token.tag_.startswith("VB")


def _unless(chain: list[Token]) -> str:
    """“if she came to Riga”: none; “once he arrives”, “until she visits”: planned, as the present tense says."""
    for clause in (t for t in chain if t.tag_.startswith("VB")):
        marks = {c.text.lower() for c in clause.lefts if c.dep_ in ("mark", "advmod") and c.i == clause.left_edge.i}
        marks |= {c.text.lower() for c in clause.lefts if c.dep_ == "mark"}
        if marks & lowered("meetings", "conditions") or "whether" in marks and _asks(chain, clause):
            return "none"
        if marks & lowered("meetings", "awaited") and clause.tag_ in ("VBZ", "VBP"):
            return "planned"
    return ""


def _asks(chain: list[Token], clause: Token) -> bool:
    return clause == chain[0] or clause.head.text.lower() in ("asked", "asks", "ask", "unclear", "clear")


def _fell_through(r: Reading, found: Encounter, near: set[str], end: int) -> bool:
    """“the talks did not take place”, “will not meet, as had been announced”: it had been planned."""
    if found.why in NOUNS:
        subject = any(c.dep_ in SUBJECTS and c.i == r.ids[found.at] for c in found.verb.lefts) if found.verb else True
        return subject and bool(near & lowered("meetings", "happen"))
    return any(
        r.low[k] in ("as", "had", "originally") and set(r.low[k : k + 4]) & lowered("meetings", "announced")
        for k in range(found.at, end)
    )


def _none_subject(r: Reading, start: int, at: int) -> bool:
    """“No date was set for a visit”, “No meeting took place”."""
    return r.low[start] == "no" and at < start + 12


def _chain(verb: Token | None, cue: Token) -> list[Token]:
    """The cue, its verb and the verbs and adjectives above it in the same clause."""
    chain, token = [cue] if verb is None or cue.i != verb.i else [], verb
    while token is not None and len(chain) < 5:
        chain.append(token)
        if (
            token.dep_ == "advcl"
            and any(c.text.lower() == "to" and c.dep_ == "aux" for c in token.lefts)
            or token.dep_ in ("xcomp", "acomp", "pcomp", "auxpass")
            or token.dep_ == "ccomp"
            and any(c.text.lower() == "to" and c.dep_ == "aux" for c in token.lefts)
            or token.dep_ == "conj"
            and not [c for c in token.children if c.dep_ in SUBJECTS]
            and not (token.tag_ == "VBD" and _helped(token.head) and token.text.lower() in table())
        ):
            token = token.head
        elif token.dep_ == "acl" and token.tag_ == "VBN" and token == verb and cue != verb:
            break  # “discuss decisions made by A and B at their meeting”
        elif token.dep_ in ("prep", "acl", "dobj") and token.head != token:
            token = token.head
        else:
            break
    return chain


def _time_and_again(r: Reading, at: int, end: int) -> bool:
    """“agreed to hold annual talks”, “regular consultations”, “future meetings”, “talks every year”: no one event."""
    said = {c.text.lower() for c in r.token(at).lefts}
    every = any(r.low[k] == "every" and r.low[k + 1] in lowered("meetings", "terms") for k in range(at + 1, end - 1))
    return every or r.tags[at] == "NNS" and bool(said & lowered("meetings", "recurring")) and not said & DEFINITE


def _as_a_means(d: Discourse, found: Encounter, chain: list[Token]) -> bool:
    """“hopes to curb it by holding a gathering of tribal leaders”: of nobody named, and only thought of."""
    links = ("by", "of", "for", "on")
    gerund = any(t.tag_ == "VBG" and t.dep_ == "pcomp" and t.head.text.lower() in links for t in chain)
    return gerund and not any_named(d, found.people)


def _helped(verb: Token) -> bool:
    """“will stay, X said at the end of a visit”: what is said of the future says nothing of when."""
    return any(c.tag_ == "MD" for c in verb.lefts)


def _is_to(chain: list[Token]) -> bool:
    """“is to meet”, “are to hold talks”."""
    return any(
        t.dep_ == "xcomp"
        and t.head.text.lower() in ("is", "are", "was", "were", "going")
        and any(c.text.lower() == "to" for c in t.lefts)
        for t in chain
    )


def _past(chain: list[Token]) -> bool:
    """Is the cue's own verb in the past, not an infinitive under another?"""
    first = next((t for t in chain if t.tag_.startswith("VB")), None)
    return (
        first is not None
        and first.tag_ == "VBD"
        and not any(c.dep_ == "aux" and c.text.lower() in ("to", "might", "could", "would") for c in first.children)
    )


def _wished_noun(r: Reading, k: int) -> bool:
    near = r.low[max(0, k - 5) : k]
    return any(w in lowered("meetings", "wished") for w in near)
