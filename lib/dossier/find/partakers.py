"""Who takes part in an encounter: persons by full name, else offices, bodies and countries as printed."""

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Token

from dossier.find.coreference import Discourse
from dossier.find.encounter import verbs
from dossier.find.lexicon import lowered, words
from dossier.find.offices import ARTICLES, POSSESSIVE, Office
from dossier.find.persons import Person, offices_of
from dossier.find.quotations import MARKS
from dossier.find.reading import Reading
from dossier.find.statements import statements

SUBJECTS = ("nsubj", "nsubjpass")
WITHIN = (
    "conj",
    "appos",
    "compound",
    "nmod",
    "poss",
    "amod",
    "det",
    "prep",
    "pobj",
    "nummod",
    "punct",
    "cc",
    "case",
    "npadvmod",
    "quantmod",
)


def subject_of(r: Reading, token: Token | None) -> list[Token]:
    """The subject of a verb, through conjunction, participle and relative clause."""
    for _ in range(6):
        if token is None:
            return []
        own = [c for c in token.children if c.dep_ in SUBJECTS]
        if own:
            if own[0].text.lower() == "who" or own[0].text.lower() in ("which", "that") and token.dep_ == "relcl":
                return [_nearest(r, token, own[0])]
            return own
        if token.dep_ in ("acl", "relcl") and token.head.tag_.startswith("N"):
            return [token.head] if token.tag_ == "VBG" or token.dep_ == "relcl" else []
        if token.head == token or token.dep_ not in (
            "conj",
            "advcl",
            "xcomp",
            "ccomp",
            "dep",
            "pcomp",
            "prep",
            "aux",
            "acomp",
        ):
            return []
        token = token.head
    return []


def first_person(d: Discourse) -> dict[int, list[Person]]:
    """Each “I” before a verb of meeting → the person whose statement it stands in."""
    r = d.r
    places = [k for k, word in enumerate(r.words) if word == "I" and set(r.low[k + 1 : k + 8]) & verbs().keys()]
    if not places:
        return {}
    people = {p.name: p for p in d.everyone}
    spoken = sorted(statements(r.doc), key=lambda fact: fact.start)
    starts = [fact.start for fact in spoken]
    found = {}
    for k in places:
        first, last = r.chars(*r.sentence(k))
        fact = spoken[max(bisect_left(starts, last) - 1, 0)] if spoken else None
        if fact and fact.start < last and fact.end > first and fact.speaker in people:
            found[k] = [people[fact.speaker]]
    return found


def _nearest(r: Reading, verb: Token, pronoun: Token) -> Token:
    """Whom “who” means in “A met B and C, who is …”: the last of those named before it, unless several are."""
    head, before = verb.head if verb.dep_ == "relcl" else pronoun, r.at.get(pronoun.i, 0)
    if (
        head.tag_ in ("NNS", "NNPS")
        or verb.tag_ == "VBP"
        or any(c.text.lower() in ("are", "were", "have") for c in verb.lefts)
    ):
        return head
    if verb.text.lower() in ("met", "meet", "meets") and not [
        c for c in verb.rights if c.dep_ == "dobj" or c.text.lower() == "with"
    ]:
        while head.dep_ == "conj":
            head = head.head
        return head
    words = [r.token(k) for k in range(max(before - 6, 0), before)]
    return next((t for t in reversed(words) if t.tag_ == "NNP"), head)


def with_whom(token: Token) -> list[Token]:
    found = [
        g
        for c in token.rights
        if c.dep_ == "prep" and c.text.lower() in ("with", "alongside")
        for g in c.children
        if g.dep_ == "pobj"
    ]
    return found or [
        g
        for c in token.rights
        if c.dep_ in ("dobj", "attr")
        for b in c.rights
        if b.dep_ == "prep" and b.text.lower() == "with"
        for g in b.children
        if g.dep_ == "pobj"
    ]


def between_whom(token: Token) -> list[Token]:
    found = [
        g
        for c in token.rights
        if c.dep_ == "prep" and c.text.lower() in ("between", "among")
        for g in c.children
        if g.dep_ == "pobj"
    ]
    if not found:
        found = [
            g
            for c in token.rights
            if c.dep_ in ("prep", "acl")
            for b in c.subtree
            if b.text.lower() == "between"
            for g in b.children
            if g.dep_ == "pobj"
        ]
    return found


def objects_of(token: Token, link: str) -> list[Token]:
    """Objects of a preposition that hangs on the word."""
    return [
        g
        for c in token.rights
        if c.dep_ in ("prep", "dative") and c.text.lower() == link
        for g in c.children
        if g.dep_ == "pobj"
    ]


def of_whom(token: Token) -> list[Token]:
    return [
        g for c in token.rights if c.dep_ == "prep" and c.text.lower() == "of" for g in c.children if g.dep_ == "pobj"
    ]


def by_whom(token: Token) -> list[Token]:
    return [
        g
        for c in token.rights
        if c.dep_ in ("prep", "agent") and c.text.lower() == "by"
        for g in c.children
        if g.dep_ == "pobj"
    ]


def participants(d: Discourse, sides: list[list[Token]], strict: bool = False) -> list[str]:
    """Full names of the persons on all sides in order; where a side holds none, the office or body as printed."""
    found: list[str] = []
    for side in sides:
        for token in side:
            names = [p.name for p in persons_in(d, token)]
            for name in names or ([] if strict else _bodies(d, token)):
                if name not in found:
                    found.append(name)
    return found


def all_named(d: Discourse, who: list[str]) -> bool:
    names = {p.name for p in d.everyone}
    return all(name in names for name in who)


def following(d: Discourse, k: int, links: tuple[str, ...]) -> list[str]:
    """Names after “with” or “between”, by position: where the parse breaks at an abbreviation or a long list."""
    r, found, end = d.r, [], d.r.sentence(k)[1]
    start = next((j for j in range(k + 1, min(k + 9, end)) if r.low[j] in links), None)
    for j in range(start + 1 if start is not None else end, end):
        if (
            r.tags[j] in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP")
            or r.words[j] == ";"
            or found
            and r.tags[j] in ("VBN", "VBG")
            or found
            and r.low[j] in ("on", "in", "at", "to", "about", "during", "before", "after")
        ):
            break
        for person in d.persons_at.get(j, []):
            if r.token(j).dep_ != "poss" and r.tags[j] != "PRP$" and person.name not in found:
                found.append(person.name)
    return found


def any_named(d: Discourse, who: list[str]) -> bool:
    """Is anyone a person, or an office as printed?"""
    known = d.r.doc.user_data.get("known_partakers")
    if known is None:
        known = {p.name for p in d.everyone} | {_office_printed(d.r, office) for office in offices_of(d.r.doc)}
        d.r.doc.user_data["known_partakers"] = known
    return not known.isdisjoint(who)


def persons_in(d: Discourse, token: Token) -> list[Person]:
    """Persons in a noun phrase: its head, what is joined or apposed to it, but nothing in a clause that hangs on it."""
    r, found = d.r, []
    for leader in _led_by(token):
        found += [p for p in persons_in(d, leader) if p not in found]
    if found:
        return found
    for t in _phrase_tokens(token):
        k = r.at.get(t.i, -1)
        if t.dep_ == "poss" and t.i != token.i:
            continue
        for person in d.persons_at.get(k, []):
            if person not in found:
                found.append(person)
    return found


def _led_by(token: Token) -> list[Token]:
    """“a delegation led by X”: X."""
    leads = [c for c in token.subtree if c.dep_ == "acl" and c.text.lower() in lowered("meetings", "leads")]
    return [g for c in leads if c.i - token.i < 12 for g in by_whom(c)]


def _phrase_tokens(token: Token, depth: int = 0) -> Iterator[Token]:
    """Tokens of a noun phrase in order, clauses left out."""
    if depth > 8:
        return
    for child in token.lefts:
        if child.dep_ in WITHIN:
            yield from _phrase_tokens(child, depth + 1)
    yield token
    for child in token.rights:
        if child.dep_ in WITHIN and not (
            child.dep_ == "prep" and child.text.lower() not in ("of", "for", "to", "between", "with", "and", "by", "as")
        ):
            yield from _phrase_tokens(child, depth + 1)


def _bodies(d: Discourse, token: Token) -> list[str]:
    """Offices, institutions, delegations or countries in a phrase without persons, as printed, without article."""
    found = []
    while token is not None:
        named = _apposed(d, d.r.at.get(token.i, -1))
        printed_body = _body(d, token)
        if named:
            found += named
        elif printed_body:
            found.append(printed_body)
        token = next((c for c in token.rights if c.dep_ == "conj"), None)
    return found


def _apposed(d: Discourse, k: int) -> list[str]:
    """“his counterpart, Dr Ann Lee”, “the vice-president, the economist Ann Lee”: the name after the comma."""
    r = d.r
    k = next((office.end - 1 for office in _offices_near(d, k) if office.left <= k < office.end), k)
    j = k + 1
    if k < 0 or r.words[j : j + 1] != [","]:
        return []
    for j in range(k + 2, min(k + 10, d.r.sentence(k)[1])):
        if j in d.name_ends:
            return [person.name for person in d.persons_at.get(j, [])]
        if r.tags[j] not in ("DT", "JJ", "NN", "NNP", "NNPS", "HYPH", "PRP$", "IN", ".") or r.low[j] in (
            "in",
            "on",
            "at",
            "with",
            "by",
        ):
            return []
    return []


def named_after(d: Discourse, k: int) -> list[str]:
    """Names after a verb by position, up to the next verb: “received, Friday in Rabat, the envoy, Ann Lee, who …”."""
    r, end, found = d.r, d.r.sentence(k)[1], []
    for j in range(k + 1, min(k + 40, end)):
        if (
            r.tags[j] in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP", "TO", "VBG", "VB")
            and j not in d.persons_at
            and not r.shouting
            or r.low[j] == "to"
            or r.words[j] == ";"
        ):
            break
        if j in d.name_ends and r.tags[j] != "PRP$":
            found += [p.name for p in d.persons_at.get(j, []) if p.name not in found]
    return found


def named_before(d: Discourse, k: int) -> list[str]:
    """The name nearest before a verb with no other verb between: the subject, where the parse finds none."""
    r, start = d.r, d.r.sentence(k)[0]
    for j in range(k - 1, max(start, k - 25) - 1, -1):
        if r.tags[j] in ("VBD", "VBZ", "VBP", "WDT", "WP"):
            break
        if j in d.persons_at and r.token(j).dep_ != "poss" and r.tags[j] != "PRP$":
            return [p.name for p in d.persons_at[j]]
    return []


def _body(d: Discourse, token: Token) -> str | None:
    r, k = d.r, d.r.at.get(token.i, -1)
    if k < 0 or token.ent_type_ in ("DATE", "TIME"):
        return None
    for office in _offices_near(d, k):
        if office.left <= k < office.end or r.cased[k] in words("titles", "titles") and k < office.left <= k + 4:
            return _office_printed(r, office)
    mention = r.place[k]
    if mention and mention.form in ("name", "capital", "national", "international"):
        return r.text(mention.start, mention.end)
    if (
        r.low[k] not in lowered("meetings", "bodies")
        and r.low[k] not in lowered("institutions", "heads")
        and not (r.capital[k] and r.tags[k] in ("NNP", "NNPS"))
    ):
        return None
    start = r.at.get(token.left_edge.i, k)
    plain = r.capital[k] and not any(word in POSSESSIVE for word in r.words[start:k])
    while start < k and (r.low[start] in ARTICLES or r.words[start] in MARKS or plain and not r.capital[start]):
        start += 1
    end = k + 1
    while token.ent_type_ != "PERSON" and end < len(r) and r.low[end] in ("of", "for", "from") and end + 1 < len(r):
        stop = end + 1
        while (
            stop < len(r)
            and stop < end + 6
            and (
                r.capital[stop]
                or r.low[stop] in ("the", "of")
                or r.low[stop] == "and"
                and r.low[stop + 1 : stop + 2] != ["the"]
                or r.tags[stop] in ("NN", "NNS", "JJ")
            )
        ):
            stop += 1
        while r.low[stop - 1] in ("of", "the", "and", "for", "from"):
            stop -= 1
        end = stop
        break
    return " ".join(r.text(start, end).split()) if start < end else None


def _offices_near(d: Discourse, k: int) -> list[Office]:
    """The offices around word `k`, found without a scan of the document."""
    table = d.r.doc.user_data.get("offices_by_word")
    if table is None:
        table = d.r.doc.user_data["offices_by_word"] = {}
        for office in offices_of(d.r.doc):
            for j in range(office.left - 4, office.end):
                table.setdefault(j, []).append(office)
    return table.get(k, [])


def _office_printed(r: Reading, office) -> str:
    start = office.left
    while start < office.end and r.low[start] in ARTICLES:
        start += 1
    end = next((k for k in range(start + 1, office.end) if r.low[k] in ("in", "at", "on")), office.end)
    return " ".join(r.text(start, end).split())
