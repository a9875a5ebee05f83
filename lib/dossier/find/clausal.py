"""Offices told in a clause: “X is stepping down as minister”, “Y, his rival, is now mayor of Z”, “whose envoy is X”.

What `appointed` and `apposed` tell by the words beside an office, the parse tells from afar: whose subject complement
the office is, and who acts “as” its holder.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.find.mention import Mention, claim, gender
from dossier.find.names import is_thing, name_end, name_start
from dossier.find.office import ARTICLES, COUNTERPARTS, NAMED, POSSESSIVE, Office, heads, printed
from dossier.find.reading import Reading
from dossier.find.titles import titles_end
from dossier.lexicon import words

SUBJECTS = ("nsubj", "nsubjpass")
BE = frozenset("is was are were be been being 's ’s".split())
STAY = frozenset("became becomes become remains remained remain stays stayed stay".split())
IN_PHRASE = frozenset("NN JJ PRP$ DT POS HYPH VBN CD".split())
CALLED = frozenset("NN JJ RP".split())
CALLING = 7  # words between a verb and the name of whom it makes something
CLIMB = 3  # verbs up from one that has no subject of its own
PRONOUNS = frozenset(("he", "she"))
PARTICLES = frozenset(("back", "in", "on", "up"))  # “brought back”, “swore in”
RELATIVE = frozenset(("who", "that", "whom"))


def clausal(r: Reading, held: list[Office], found: list[Mention], taken: list[bool]) -> list[Mention]:
    """Give the offices that a clause tells to the names it tells them of; names that nothing told before are new."""
    used = {id(o) for m in found for o in m.offices}
    free = [o for o in held if id(o) not in used and not o.plural]
    new = []
    for office, k in _told(r, free):
        mention = next((m for m in found if m.start <= k < m.end), None)
        if mention is None and (span := _name(r, k, taken)):
            mention = Mention(*span, "", female=gender(r, span[0], span[0], span[1]))
            claim(taken, *span)
            new.append(mention)
        if mention is not None and _give(r, mention, office):
            mention.offices += _joined(r, office, free)
    return new


def _told(r: Reading, free: list[Office]) -> Iterator[tuple[Office, int]]:
    """(office, a word of the name) of each office that a clause tells."""
    for office in free:
        ways = (way(r, office) for way in (_complement, _as_holder, _inverted, _made, _kept, _besides))
        if (k := next((k for k in ways if k is not None), None)) is not None:
            yield office, k


def _joined(r: Reading, office: Office, free: list[Office]) -> list[Office]:
    """“stays deputy premier | and minister of finance”: the office that “and” joins to it."""
    after = next((o for o in free if o.left == office.end + 1), None)
    return [after] if after and r.low[office.end : office.end + 1] == ["and"] and not _named(r, after.end) else []


def _named(r: Reading, k: int) -> bool:
    start = titles_end(r, k)
    return name_end(r, start) > start


def _give(r: Reading, mention: Mention, office: Office) -> bool:
    """An office after a mere calling, or after “predecessor”, takes its place; after another it stands beside it."""
    unofficial = words("offices", "unofficial")
    mere = all(o.private or o.lemma in COUNTERPARTS or o.lemma in unofficial for o in mention.offices)
    trade = all(o.private and o.lemma not in heads() for o in mention.offices)
    if trade or mere and office.lemma not in unofficial:
        mention.offices, mention.strong = [office], True
        mention.why = f"office by clause: {printed(r, office)}"
        return True
    return False


def _complement(r: Reading, office: Office) -> int | None:
    """“X, his rival, is now mayor of Oslo”: a word of the subject's name."""
    token = r.token(office.head)
    verb = token.head
    passive = any(c.dep_ == "auxpass" for c in verb.lefts) and verb.text.lower() in words("appointment", "makes")
    if token.dep_ not in ("attr", "oprd", "dobj") or verb.text.lower() not in BE | STAY and not passive:
        return None
    is_object = token.dep_ == "dobj" and verb.text.lower() not in STAY and not passive
    if is_object or any(c.dep_ == "neg" for c in verb.children):
        return None
    article = r.low[office.left] in ("a", "an") or r.low[office.left - 1] in ("a", "an")
    whole = office.end > office.head + 1 or office.country or office.possessor is not None or not article
    after = r.low[office.end : office.end + 1]
    if not whole or after in (["to"], ["who"]) or after and after[0] in POSSESSIVE:
        return None  # “the first president to visit”
    return _subject(r, verb)


def _as_holder(r: Reading, office: Office) -> int | None:
    """“X is stepping down as first secretary”, “who represents Oslo as ambassador there”: a word of the name."""
    token = r.token(office.head)
    while token.dep_ in ("compound", "amod", "nmod") and r.at.get(token.head.i, -1) in range(office.start, office.end):
        token = token.head
    link = token.head if token.dep_ == "pobj" else None
    if link is not None and link.text.lower() == "of" and link.head.text.lower() in words("appointment", "posts"):
        post = link.head  # “performs the duties of”, “elected to the post of”
        link = post.head if post.dep_ == "pobj" else link
        if post.dep_ in ("dobj", "pobj"):
            return _subject(r, post.head if post.dep_ == "dobj" else link.head)
    if link is not None and link.text.lower() == "as" and link.head.text.lower() in words("appointment", "posts"):
        return _of_post(r, link.head)
    at = link is not None and link.text.lower() == "at" and office.lemma in ("head", "helm")
    if link is None or not at and link.text.lower() != "as" or r.low[office.left - 1] not in ("as", "its", "the", "at"):
        return None
    verb = link.head
    if at:
        if verb.tag_ in NAMED:
            return r.at.get(verb.i)
        named = next((c for c in verb.children if c.dep_ == "dobj" and c.tag_ in NAMED), None)
        return r.at.get(named.i) if named is not None else _subject(r, verb)
    if not verb.tag_.startswith("V") or verb.text.lower() in words("appointment", "seen"):
        return None
    posts = words("appointment", "posts")  # “lost her job as minister”
    thing = any(c.dep_ == "dobj" and c.text.lower() not in posts for c in verb.children)
    if thing and verb.text.lower() not in words("appointment", "holding"):
        return None
    return _subject(r, verb)


def _of_post(r: Reading, post: Token) -> int | None:
    """“X was relieved of his | post as envoy”, “Y took up her | position as”: a word of the subject's name."""
    verb = post.head.head if post.dep_ == "pobj" else post.head
    return _subject(r, verb) if verb.tag_.startswith("V") else None


def _kept(r: Reading, office: Office) -> int | None:
    """“kept X | as chancellor”, “brought back Y | as home secretary”: the last word of the name before “as”."""
    k = office.left - 1
    while k > 1 and r.low[k] in words("appointment", "links") - {"as"}:
        k -= 1  # “as | its next chief executive”
    start = name_start(r, k) if k > 1 and r.low[k] == "as" and r.capital[k - 1] else None
    if start is None:
        return None
    verb = start - 1
    while verb > 0 and start - verb < CALLING and (
        r.cased[verb] in words("titles", "titles") or r.tags[verb] in CALLED or r.low[verb] in PARTICLES
    ):
        verb -= 1  # “brought back | Sir A”, “named | insider B”
    unlike = words("appointment", "seen") | words("appointment", "holding") | words("names", "human verbs")
    makes = r.tags[verb] in ("VB", "VBD", "VBZ", "VBP", "VBG") and r.low[verb] not in unlike
    return k - 1 if makes or r.low[verb] in words("appointment", "gives") else None


def _besides(r: Reading, office: Office) -> int | None:
    """“X, the voice of the farmers and | former head of the union, came”: the last word of the name in apposition."""
    token = r.token(office.head)
    if token.dep_ != "conj":
        return None
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    named = token.dep_ == "appos" and token.head.tag_ in NAMED and token.head.i < token.i
    return r.at.get(token.head.i) if named else None


def _made(r: Reading, office: Office) -> int | None:
    """“named his mentor X | prime minister”, “made the lawyer X head of”: the last word of the name before it."""
    last = office.left - 1 - (r.low[office.left - 1] in ARTICLES)
    start = name_start(r, last + 1) if last > 1 and r.capital[last] else None
    if start is None:
        return None
    k = start - 1
    while k > 0 and start - k < CALLING and (r.tags[k] in IN_PHRASE or r.words[k] in POSSESSIVE):
        k -= 1
    return last if k < start - 1 and r.low[k] in words("appointment", "makes") else None


def _subject(r: Reading, verb: Token) -> int | None:
    """The word of the verb's subject, of the verb above that it shares one with, or of the noun before “who”."""
    for _ in range(CLIMB):
        own = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
        if verb.dep_ in ("relcl", "acl") and (own is None or own.text.lower() in RELATIVE):
            own = verb.head
        if own is not None and own.text.lower() in PRONOUNS and verb.dep_ == "ccomp":
            own = next((c for c in verb.head.lefts if c.dep_ == "nsubj"), own)  # “Ann Moss said she would resign as”
        if own is not None:
            if own.tag_ == "NN":  # “Her father, X, was president”
                own = next((c for c in own.rights if c.dep_ == "appos" and c.tag_ in NAMED), own)
            named = own.tag_ in NAMED or own.text.lower() in words("names", "particles")
            return r.at.get(own.i) if named else None
        if verb.dep_ not in ("conj", "xcomp", "advcl", "aux"):
            return None
        verb = verb.head
    return None


def _inverted(r: Reading, office: Office) -> int | None:
    """“whose attaché is Ana Ruiz”, “The new minister is Bo Lind”: the first word of the name."""
    k = office.end
    if r.low[k : k + 1] not in (["is"], ["was"]) or r.token(office.head).dep_ not in SUBJECTS:
        return None
    start = titles_end(r, k + 1)
    end = name_end(r, start)
    if end - start < 2 or is_thing(r, end) or any(r.place[start:end]):
        return None
    after = r.words[end : end + 1]
    noun = end < len(r) and r.tags[end] in ("NN", "NNS", "VBG", "VBN", "RB", "JJ")
    return None if noun or after and (after[0] in POSSESSIVE or r.low[end] in heads()) else start


def _name(r: Reading, k: int, taken: list[bool]) -> tuple[int, int] | None:
    """The name that word `k` is in, of two words at least."""
    end = k + 1
    start = name_start(r, end)
    if start is None and name_end(r, k) > k:
        start, end = k, name_end(r, k)
    if start is None or end - start < 2 or any(taken[start:end]) or any(r.place[start:end]) or is_thing(r, end):
        return None
    return start, end
