"""The arguments of a verb or noun of meeting: who stands as its subject, its object, after “with”, “between”, “by”.

Words are given as the parse has them; `company` then makes names of them.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.find.dates import in_time
from dossier.find.encounter import nouns
from dossier.find.prose import sentence_at
from dossier.lexicon import lowered
from dossier.find.reading import Reading

SUBJECTS = ("nsubj", "nsubjpass")
OBJECTS = ("dobj", "dative", "oprd", "attr")
# Through these a verb takes the subject of the verb above it.
_SHARED = ("conj", "advcl", "xcomp", "ccomp", "dep", "pcomp", "prep", "aux", "acomp")


def subject_of(r: Reading, token: Token | None) -> list[Token]:
    """The subject of a verb, through conjunction, participle and relative clause."""
    for _ in range(6):
        if token is None:
            return []
        own = [c for c in token.children if c.dep_ in SUBJECTS]
        if own:
            relative = own[0].text.lower()
            if relative == "who" or relative in ("which", "that") and token.dep_ == "relcl":
                return [_nearest(r, token, own[0])]
            return [_counted(own[0]), *own[1:]]
        if token.dep_ == "acl" and (named := _cut_off(token)):
            return [named]
        if token.dep_ in ("acl", "relcl") and token.head.tag_.startswith("N"):
            return [token.head] if token.tag_ in ("VBG", "VBN") or token.dep_ == "relcl" else []
        if token.head == token or token.dep_ not in _SHARED:
            return []
        token = token.head
    return []


def _counted(subject: Token) -> Token:
    """“The two last met in May”: the parse takes “last” for the subject."""
    number = next((c for c in subject.lefts if c.tag_ == "CD"), subject)
    return number if subject.tag_ == "JJ" and subject.text.lower() in ("first", "last") else subject


def _cut_off(token: Token) -> Token | None:
    """“X, who arrived with 60 businessmen, called on Y”, where the parse takes X for the whole sentence."""
    sentence, before = sentence_at(token.doc, token.idx), token.doc[max(token.i - 1, 0)]
    if sentence is None:
        return None
    root = sentence.root
    if not root.tag_.startswith("NN") or before.text != "," or token.i < root.i + 3:
        return None
    comma, relative = token.doc[root.i + 1], token.doc[root.i + 2]
    return root if comma.text == "," and relative.tag_ in ("WP", "WDT") else None


def _nearest(r: Reading, verb: Token, pronoun: Token) -> Token:
    """Whom “who” means in “A met B and C, who is …”: the last of those named before it, unless several are."""
    head, before = verb.head if verb.dep_ == "relcl" else pronoun, r.at.get(pronoun.i, 0)
    several = any(c.text.lower() in ("are", "were", "have") for c in verb.lefts)
    if head.tag_ in ("NNS", "NNPS") or verb.tag_ == "VBP" or several:
        return head
    if verb.text.lower() in ("met", "meet", "meets") and not objects(verb) and not with_whom(verb):
        while head.dep_ == "conj":
            head = head.head
        return head
    words = [r.token(k) for k in range(max(before - 6, r.sentence(before)[0]), before)]
    return next((t for t in reversed(words) if t.tag_ == "NNP" and not r.place[r.at[t.i]]), head)


def is_passive(token: Token) -> bool:
    """“was received”, and the participle alone: “received by”, never “having received”."""
    if any(c.dep_ == "auxpass" for c in token.children):
        return True
    helped = any(c.dep_ == "aux" for c in token.children)
    bare = (
        token.tag_ in ("VBN", "VBD") and token.dep_ in ("acl", "advcl", "relcl") and not helped and not objects(token)
    )
    doers = [t for t in after_links(token, ("by",)) if t.text.lower() not in lowered("meetings", "phone")]
    return bare and bool(doers) and not any(c.dep_ in SUBJECTS for c in token.children)


def objects(token: Token) -> list[Token]:
    found = [c for c in token.children if c.dep_ in OBJECTS and c.i > token.i]
    if not found and token.dep_ == "relcl" and any(c.dep_ == "dobj" and c.text.lower() == "whom" for c in token.lefts):
        return [token.head]  # “the envoy, whom he had received in May”
    return found


def after_links(token: Token, links: tuple[str, ...]) -> list[Token]:
    """Objects of the prepositions that hang on the word, on its right."""
    linking = [c for c in token.rights if c.dep_ in ("prep", "agent", "dative") and c.text.lower() in links]
    linking += [c for link in linking for c in link.rights if c.dep_ == "conj" and c.text.lower() in links]
    found = [g for c in linking for g in c.children if g.dep_ == "pobj"]
    visiting = [g for c in linking for g in c.children if g.dep_ == "pcomp" and g.text.lower() == "visiting"]
    return found + [t for g in visiting for t in objects(g)]  # “met with visiting Omani lawmakers”


def with_whom(token: Token) -> list[Token]:
    """After “with”, at the word itself or at its object (“held talks with”); “…, with whom he met on Monday”."""
    links = ("with", "alongside")
    found = after_links(token, links) or [g for o in objects(token) for g in after_links(o, links)]
    found = [g for t in found for g in (of_whom(t) if t.text.lower() == "participation" else [t])]
    return found or _relative_before(token)


def _relative_before(token: Token) -> list[Token]:
    """“a message from X, with whom he met”: the noun before “with whom”, whatever the parse hangs the clause on."""
    if token.dep_ != "relcl":
        return []
    link = next((c for c in token.lefts if c.text.lower() == "with" and c.nbor().text.lower() == "whom"), None)
    nouns = (t for t in token.doc[max(link.i - 3, 0) : link.i] if t.tag_.startswith("NN")) if link is not None else ()
    return [*nouns][-1:]


def between_whom(token: Token) -> list[Token]:
    links = ("between", "among")
    return after_links(token, links) or [
        g
        for c in token.rights
        if c.dep_ in ("prep", "acl")
        for b in c.subtree
        if b.text.lower() in links and not _of_a_matter(b.head, token)
        for g in b.children
        if g.dep_ == "pobj"
    ]


def _of_a_matter(above: Token, noun: Token) -> bool:
    """“in a call on trade between Chile and Peru”: “between” says of what they spoke."""
    event = above.text.lower() in nouns()
    return above.i != noun.i and above.tag_ in ("NN", "NNS") and not event and not in_time(above)


def by_whom(token: Token) -> list[Token]:
    found = after_links(token, ("by",))
    return [t for t in found if t.text.lower() not in lowered("meetings", "phone")] or found


def of_whom(token: Token) -> list[Token]:
    return after_links(token, ("of",))


def owner_of(noun: Token) -> list[Token]:
    """“her talks”, “the minister's visit”, “the minister, whose visit …”; not “Tuesday's meeting”."""
    found = [c for c in noun.lefts if c.dep_ == "poss" and not in_time(c)]
    if found and found[0].text.lower() == "whose":
        return next(([step.head] for step in upwards(noun) if step.dep_ == "relcl"), [])
    return found


def upwards(token: Token, most: int = 12) -> Iterator[Token]:
    """The word and those above it, nearest first."""
    for _ in range(most):
        yield token
        if token.head == token:
            return
        token = token.head


def held_by(noun: Token) -> tuple[Token, list[Token]] | None:
    """“the dinner the two men had”, “a summit that she was to have hosted”: its verb, and who."""
    doing = lowered("meetings", "holding") | lowered("meetings", "hosts")
    for clause in noun.rights:
        verbs = [clause, *(c for c in clause.rights if c.dep_ == "xcomp")] if clause.dep_ == "relcl" else []
        who = [c for c in clause.lefts if c.dep_ == "nsubj" and c.text.lower() not in ("who", "which", "that")]
        if clause.dep_ == "appos":  # “a visit Lee paid to Riga”, as the parse has it
            verbs, who = [c for c in clause.rights if c.dep_ == "acl" and c.tag_ in ("VBD", "VBN")], [clause]
        verb = next((v for v in verbs if v.text.lower() in doing and not objects(v)), None)
        if verb is not None and who:
            return verb, who
    return None


def during_which(noun: Token) -> list[Token]:
    """“a tour of the north, during which the Ambassador met X”: who acts meanwhile."""
    clauses = [c for c in noun.rights if c.dep_ == "relcl"]
    during = [c for c in clauses if any(g.text.lower() == "which" for link in c.lefts for g in link.children)]
    return [t for c in during for t in c.lefts if t.dep_ in SUBJECTS]


def governor(noun: Token) -> tuple[Token | None, str, str]:
    """The verb above a noun, how the noun stands to it (subject, object, adverbial, or “”), and the preposition."""
    role, link = "", ""
    for below in upwards(noun, 8):
        above = below.head
        if above == below:
            return None, "", link
        if below.dep_ in SUBJECTS:
            role = role or "subject"
        elif below.dep_ in OBJECTS:
            role = role or "object"
        elif (
            below.dep_ == "pobj"
            and above.text.lower() == "of"
            and above.head.text.lower() not in lowered("meetings", "spells") | {"out"}
        ):
            role = role or "part"
        elif below.dep_ == "pobj":
            link = link or above.text.lower()
            role = role if above.text.lower() == "of" else role or "adverbial"
        if above.tag_.startswith("VB") and above.dep_ != "amod":
            return above, role, link
        if below.dep_ == "relcl":
            role = ""
    return None, role, link


def has_determiner(noun: Token, *those: str) -> bool:
    return any(c.text.lower() in those for c in noun.lefts)
