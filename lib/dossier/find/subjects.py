"""Who says it: the words of a reporting verb's subject, through conjunctions, participles and relative clauses."""

from spacy.tokens import Token

from dossier.find.cue import COMMAS, FINITE
from dossier.lexicon import lowered
from dossier.find.quotations import MARKS
from dossier.find.reading import BREAK, Reading


def subject(r: Reading, token: Token, start: int, end: int) -> tuple[int, int] | None:
    """Words of the subject of a reporting verb, or None if nobody says it."""
    passive = any(c.dep_ == "auxpass" for c in token.children)
    if passive or token.tag_ == "VBN" and token.dep_ in ("acl", "amod"):
        return _agent(r, token) if passive or token.dep_ == "acl" else None
    found = own_subject(token) or _inherited(r, token)
    if found is None or token.text.lower() == "told" and found.i > token.i:
        return _beside(r, token, start, end)
    if found.text.lower() in ("who", "which", "that") and found.dep_ in ("nsubj", "nsubjpass"):
        found = _antecedent(found) or found
    who = phrase(r, found, start, end)
    return who and _joined(r, found, who, r.at.get(token.i, end))


def _joined(r: Reading, noun: Token, who: tuple[int, int], verb: int) -> tuple[int, int]:
    """“Hanno Pevkur and Latvian minister Andris Sprūds said”: all the names joined before the verb."""
    last = noun
    for _ in range(4):
        conj = next((c for c in last.rights if c.dep_ == "conj" and r.at.get(c.i, verb) < verb), None)
        if conj is not None and conj.tag_ not in ("NNP", "NNPS"):  # “X and his counterpart, Y, said”
            conj = next(
                (c for c in conj.rights if c.dep_ == "appos" and c.tag_ == "NNP" and r.at.get(c.i, verb) < verb), None
            )
        if conj is None:
            break
        last = conj
    if last is noun or noun.tag_ not in ("NNP", "NNPS"):
        return who
    return who[0], r.at[last.i] + 1


def own_subject(token: Token) -> Token | None:
    return next((c for c in token.children if c.dep_ in ("nsubj", "csubj")), None)


def _inherited(r: Reading, token: Token) -> Token | None:
    """The subject of the verb that this one is joined to or hangs on."""
    for _ in range(5):
        head = token.head
        if head == token:
            return None
        if token.dep_ == "acl" and token.tag_ == "VBD" and head.i == token.i - 1:
            return head  # “talks that one participant called polite”, where the parser sees no clause
        if token.dep_ == "acl" and token.tag_ == "VBD" and head.dep_ == "ROOT" and head.tag_.startswith("N"):
            return head  # “An opposition MP, X, asked …”, where the parser sees no clause
        if token.dep_ == "acl" and head.tag_.startswith("N") and token.tag_ == "VBG":
            above = _climb(head)
            return head if r.at.get(head.i) is not None and head.tag_ in ("NNP", "NNPS") else above
        if token.dep_ not in ("conj", "advcl", "xcomp", "ccomp", "dep", "pcomp", "prep", "parataxis", "relcl", "acl"):
            return None
        if token.dep_ in ("ccomp", "relcl") and token.tag_ != "VBG":
            return None
        cited = next((c for c in head.rights if c.dep_ == "dobj"), None)
        if cited is not None and head.text.lower() in ("quoted", "cited"):
            return cited  # “quoted an official as saying”
        token = head
        own = own_subject(token) or next((c for c in token.children if c.dep_ == "nsubjpass"), None)
        if own is not None:
            return own
        if any(c.dep_ == "auxpass" for c in token.children):
            return None
    return None


def _climb(token: Token) -> Token | None:
    """Subject of the clause in which a noun stands."""
    for _ in range(6):
        if token.tag_.startswith("VB"):
            return own_subject(token)
        if token.head == token:
            return None
        token = token.head
    return None


def _antecedent(relative: Token) -> Token | None:
    verb = relative.head
    for _ in range(3):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.head == verb:
            return None
        verb = verb.head
    return None


def _agent(r: Reading, token: Token) -> tuple[int, int] | None:
    """“it was announced by the ministry”; “X was quoted as saying” is found at “saying”."""
    agent = next((c for c in token.children if c.dep_ == "agent"), None)
    if agent is None:
        return None
    noun = next((c for c in agent.children if c.dep_ == "pobj"), None)
    return phrase(r, noun, 0, len(r)) if noun is not None else None


def _beside(r: Reading, token: Token, start: int, end: int) -> tuple[int, int] | None:
    """Where the parse fails: “said X” or “X said” with X a name or pronoun right beside the verb."""
    i = r.at[token.i]
    if token.tag_ in ("NNS", "NN"):
        comma = max((k for k in range(max(start, i - 8), i) if r.words[k] == ","), default=None)
        return (comma + 1, i) if comma is not None and comma + 1 < i else None
    if token.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    if r.words[i - 1] == "," and (noun := _before_relative(r, i, start)) is not None:
        return phrase(r, r.token(noun), start, end)
    if (noun := _before_full_stop(r, i, start)) is not None:
        return noun, i
    for k in (i - 1, i + 1) if r.low[i] != "told" else (i - 1,):
        if start <= k < end and (r.capital[k] and r.tags[k] in ("NNP", "NNPS") or r.low[k] in ("he", "she", "they")):
            return phrase(r, r.token(k), start, end)
    return None


def _before_full_stop(r: Reading, i: int, start: int) -> int | None:
    """“…, | a source privy to the call said.”: where the attribution begins that closes a sentence."""
    if r.words[i + 1 : i + 2] not in ([], ["."], [BREAK]) or r.tags[i] not in ("VBD", "VBZ"):
        return None
    comma = max((k for k in range(max(start, i - 12), i) if r.words[k] in COMMAS or r.words[k] in MARKS), default=None)
    if comma is None or any(r.tags[k] in FINITE for k in range(comma + 1, i)):
        return None
    return comma + 1 if any(r.tags[k].startswith("N") for k in range(comma + 1, i)) else None


def _before_relative(r: Reading, i: int, start: int) -> int | None:
    """“a source, | who asked not to be named, told …”: the noun before the clause in commas."""
    comma = next((k for k in range(i - 2, start, -1) if r.words[k] == ","), None)
    if comma is None or r.low[comma + 1] not in ("who", "which", "whose") or not r.tags[comma - 1].startswith("N"):
        return None
    return comma - 1


def phrase(r: Reading, noun: Token, start: int, end: int) -> tuple[int, int] | None:
    """Words of a noun phrase: from its left edge to the head and what hangs on it with “of”, “for”, “at”, “in”."""
    at = r.at.get(noun.i)
    if at is None:
        return None
    left = next((r.at[k] for k in range(noun.left_edge.i, noun.i + 1) if k in r.at), at)
    left = max(left, start)
    while left < at and (r.words[left] in MARKS or r.words[left] in COMMAS or r.low[left] == "that"):
        left += 1
    right = at + 1
    for child in noun.rights:
        k = r.at.get(child.i, -1)
        linked = child.dep_ == "prep" and child.text.lower() in lowered("speech", "links")
        if k == right and (
            linked
            or noun.tag_ in ("NN", "NNS")
            and (child.dep_ == "amod" or child.dep_ == "acl" and child.tag_ == "VBN")
        ):
            if child.tag_ == "VBN" and r.low[at] in lowered("speech", "papers"):
                by = next((c for c in child.children if c.dep_ == "agent"), None)
                author = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
                if author is None:
                    break  # “a joint statement | issued at midnight”
                if child.text.lower() not in lowered("speech", "readers"):
                    return phrase(r, author, start, end)  # “a report published on Monday by | the audit office”
            last = r.at.get(child.right_edge.i, k)
            right = _until_clause(r, k, last + 1)
    right = _named(r, at, right, end)
    if r.words[right : right + 1] == ["&"] and r.capital[right + 1 : right + 2] == [True]:
        right += 2
    return left, min(right, end)


def _named(r: Reading, at: int, right: int, end: int) -> int:
    """“the state agency | Corfo”, “a report by | the audit office”: the name or the author belongs to the phrase."""
    if (
        right == at + 1
        and r.words[at].islower()
        and right < end
        and r.low[right] in ("by", "from")
        and r.low[at] in lowered("speech", "papers")
    ):
        child = next((c for c in r.token(at).rights if r.at.get(c.i) == right), None)
        return _until_clause(r, right, r.at.get(child.right_edge.i, right) + 1) if child is not None else right
    if right == at + 1 and r.words[at].islower():
        while right < end and r.capital[right] and r.tags[right] in ("NNP", "NNPS") and r.words[right] not in MARKS:
            right += 1
    return right


def _until_clause(r: Reading, start: int, end: int) -> int:
    """End of a phrase without a relative clause, an apposition or a day (“the office on Friday”)."""
    for k in range(start, end):
        if r.low[k] in ("on", "in") and (r.low[k + 1 : k + 2] or [""])[0] in lowered("speech", "days"):
            return k
        if r.words[k] in COMMAS or r.words[k] in MARKS or r.tags[k] in ("WP", "WDT", "VBD", "VBZ", "MD"):
            return k
    return end
