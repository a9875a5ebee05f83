"""Encounters: the verbs and nouns of a sentence that tell of a meeting, call or visit, with who took part.

Every cue gives at most one candidate; `meetings` lays candidates of the same event together.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from dossier.find.coreference import Discourse
from dossier.find.lexicon import load, lowered, words
from dossier.find.offices import ARTICLES, POSSESSIVE, offices, printed
from dossier.find.persons import Person, offices_of
from dossier.find.quotations import MARKS
from dossier.find.reading import BREAK, Reading

SUBJECTS = ("nsubj", "nsubjpass")
WITHIN = ("conj", "appos", "compound", "nmod", "poss", "amod", "det", "prep", "pobj", "nummod", "punct", "cc", "case", "npadvmod", "quantmod")
LIGHT = ("hold", "pay")


@dataclass
class Encounter:
    """A candidate event told at word `at`: who (persons or printed bodies), form, status, and the verb that carries it."""

    at: int
    sentence: int
    form: str
    status: str = "held"
    people: list[str] = field(default_factory=list)
    named: bool = True
    place: str | None = None
    date: str | None = None
    cue: str = ""
    verb: Token | None = None
    fresh: bool = False
    why: str = ""


@cache
def verbs() -> dict[str, str]:
    """Form → class of verb (meet, receive, hold, …); the first class to claim a form wins."""
    found: dict[str, str] = {}
    for kind in ("meet", "receive", "greet", "discuss", "confer", "telephone", "speak", "sit", "visit", "arrive", "hold", "pay", "call"):
        for form in load("meetings")[kind]:
            found.setdefault(form.lower(), kind)
    return found


@cache
def nouns() -> dict[str, str]:
    """Noun → form of the event it names."""
    return {noun: form for form, names in load("meetings")["nouns"].items() for noun in names}


def encounters(d: Discourse, number: int, quoted: list[int]) -> Iterator[Encounter]:
    """The candidates of a sentence, in order."""
    r = d.r
    start, end = r.sents[number]
    used: set[int] = set()
    for i in range(start, end):
        word = r.low[i]
        if word in verbs() and (r.tags[i].startswith("VB") or r.shouting and r.low[i] in ("telephoned", "met", "received")):
            found = _by_verb(d, i, number, used)
        elif word in ("expected", "due") and r.low[i + 1 : i + 2] in (["in"], ["to"]) and r.place[min(i + 2, end - 1)]:
            found = _expected(d, i, number)
        elif word in nouns() and i not in used and not r.tags[i].startswith("VB"):
            found = _by_noun(d, i, number)
        else:
            found = None
        if found:
            _judge(d, found, start, end)
            if found.status != "none":
                yield found


# -- verbs ---------------------------------------------------------------------------------------------------------


def _by_verb(d: Discourse, i: int, number: int, used: set[int]) -> Encounter | None:
    r, kind, token = d.r, verbs()[d.r.low[i]], d.r.token(i)
    if any(c.dep_ == "neg" for c in token.lefts):
        return None
    subject = _subject_tokens(r, token)
    passive = any(c.dep_ == "auxpass" for c in token.children)
    agent = [g for c in token.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
    objects = [c for c in token.children if c.dep_ in ("dobj", "dative", "oprd") and c.i > token.i]
    withs = _with(token)
    noun = next((c for c in objects + ([subject[0]] if passive and subject else []) if c.text.lower() in nouns()), None)
    if r.low[i] == "attended" and passive:
        return None
    if kind in LIGHT or noun is not None and kind in ("call", "receive", "visit", "greet"):
        return _light(d, i, number, token, subject, noun, withs, agent, passive, used)
    if kind == "visit":
        return _visit(d, i, number, subject, objects)
    if kind == "arrive":
        return _arrival(d, i, number, token, subject)
    form = "meeting"
    if kind in ("speak", "telephone", "call"):
        if kind != "telephone" and not _by_phone(r, token, i):
            return None if kind == "call" or not withs or kind == "speak" and r.low[i] != "spoke" else None
        form = "call"
    sides = [subject, agent] if passive else [subject, objects + withs]
    if kind == "sit" and "down" not in r.low[i : i + 2]:
        return None
    if kind in ("discuss", "confer", "sit"):
        sides = [subject, withs]
    if kind == "greet" and not (objects and _persons(d, objects[0]) and _place_after(r, i, r.sentence(i)[1])):
        return None
    who = _who(d, sides, strict=kind in ("discuss",))
    _company(d, i, who)
    if len(who) == 1 and kind == "meet" and not (objects + withs) and subject and subject[0].tag_ in ("NNS", "NNPS"):
        found = _made(d, i, number, form, who, token, kind)
        found.named = False
        return found
    if len(who) < 2 or kind == "discuss" and not _all_named(d, who) or kind == "receive" and not _any_named(d, who):
        return None
    return _made(d, i, number, form, who, token, kind)


def _made(d: Discourse, i: int, number: int, form: str, who: list[str], token: Token, kind: str) -> Encounter:
    r = d.r
    end = r.sentence(i)[1]
    fresh = any(w in r.low[max(0, i - 3) : i + 3] for w in ("again", "last", "earlier", "previously", "another", "separately", "later"))
    return Encounter(i, number, form, people=who, cue=r.words[i], verb=token, fresh=fresh, place=_place_after(r, i, end), why=kind)


def _light(d, i, number, token, subject, noun, withs, agent, passive, used) -> Encounter | None:
    """“held talks with”, “had a phone call with”, “paid a visit to”, “talks were held between”."""
    if noun is None:
        noun = next((c for c in token.rights if c.text.lower() in nouns() and c.dep_ in ("dobj", "nsubj", "attr", "pobj")), None)
    if noun is None:
        return None
    r = d.r
    k = r.at.get(noun.i, i)
    if _of_the_press(r, k):
        used.add(k)
        return None
    form = _form(r, noun, k)
    if any(c.text.lower() == "no" for c in noun.lefts):
        used.add(k)
        return None
    if form == "visit":
        place = _to_place(r, noun) or _to_place(r, token)
        who = _who(d, [subject])[:1]
        found = Encounter(k, number, "visit", people=who, place=place, cue=r.text(min(i, k), max(i, k) + 1), verb=token, why="visit") if who and place else None
        if found or withs == []:
            used.add(k)
        return found
    others = withs + _with(noun) + _between(noun) + (_on(token) if "courtesy" in r.low[max(0, k - 2) : k] else [])
    who = _who(d, [[] if passive else subject, others + agent])
    for name in _following(d, k, ("with", "between")):
        who += [name] if name not in who else []
    _company(d, k, who)
    if len(who) < 2:
        return None
    used.add(k)
    found = _made(d, i, number, form, who, token, "hold")
    found.cue = r.words[i] + " … " + r.words[k] if abs(k - i) > 1 else r.text(min(i, k), max(i, k) + 1)
    return found


def _on(token: Token) -> list[Token]:
    """“paid a courtesy call on the Vice-President”."""
    return [g for c in token.subtree if c.dep_ == "prep" and c.text.lower() == "on" for g in c.children if g.dep_ == "pobj"][:1]


def _company(d: Discourse, k: int, who: list[str]) -> None:
    """“…, in the company of Y”, “accompanied by Y”, “in the presence of Y”."""
    r, end = d.r, d.r.sentence(k)[1]
    start = next((j for j in range(k, end) if r.low[j] in ("company", "accompanied", "presence", "attended")), end)
    for j in range(start, end):
        for person in d.persons_at.get(j, []):
            if person.name not in who:
                who.append(person.name)


def _form(r: Reading, noun: Token, k: int) -> str:
    form = nouns()[noun.text.lower()]
    near = r.low[max(0, k - 2) : k]
    if form == "call" and "courtesy" in near:
        return "meeting"
    if any(w in lowered("meetings", "phone") for w in near) or form == "call":
        return "call"
    return form


def _visit(d: Discourse, i: int, number: int, subject: list[Token], objects: list[Token]) -> Encounter | None:
    r = d.r
    place = next((p for o in objects if (p := _place_name(r, r.at.get(o.i, -1), o))), None)
    who = _who(d, [subject])
    if not who or not place:
        return None
    return Encounter(i, number, "visit", people=who, place=place, cue=r.words[i], verb=r.token(i), why="visit")


def _arrival(d: Discourse, i: int, number: int, token: Token, subject: list[Token]) -> Encounter | None:
    r = d.r
    place = _to_place(r, token, ("in", "to", "at"))
    who = _who(d, [subject])
    if not who or not place:
        return None
    return Encounter(i, number, "visit", people=who, place=place, cue=r.words[i], verb=token, why="arrival")


def _expected(d: Discourse, i: int, number: int) -> Encounter | None:
    """“is expected in Baghdad next month”, “was due in Jeddah on Wednesday”."""
    r, token = d.r, d.r.token(i)
    mention = r.place[i + 2]
    who = _who(d, [_subject_tokens(r, token)])
    if not who or mention is None or mention.form not in ("name", "capital"):
        return None
    return Encounter(i, number, "visit", "planned", who[:1], place=r.text(mention.start, mention.end), cue=r.words[i], verb=token, why="expected")


def _by_phone(r: Reading, token: Token, i: int) -> bool:
    near = r.low[i + 1 : i + 12]
    return any(w in lowered("meetings", "phone") for w in near)


# -- nouns ----------------------------------------------------------------------------------------------------------


def _by_noun(d: Discourse, k: int, number: int) -> Encounter | None:
    """“after talks between A and B”, “his earlier meeting with B”, “during his visit to Tbilisi”."""
    r, noun = d.r, d.r.token(k)
    if _of_the_press(r, k):
        return None
    if any(c.text.lower() in ("no",) for c in noun.lefts) or k + 1 < len(r) and r.tags[k + 1] in ("NN", "NNS") and r.low[k + 1] not in ("today", "yesterday"):
        return None
    form = _form(r, noun, k)
    owner = [c for c in noun.lefts if c.dep_ == "poss"]
    verb = _verb_above(noun)
    if form == "visit":
        place = _to_place(r, noun)
        who = _who(d, [owner or _of(noun) or _by(noun)]) or _who(d, [_subject_tokens(r, verb)] if verb is not None else [[]])
        return Encounter(k, number, "visit", people=who[:1], place=place, cue=r.words[k], verb=verb, why="noun") if who and place else None
    others = _with(noun) + _between(noun) + _of(noun)
    if form == "call" and not others and not any(w in lowered("meetings", "phone") for w in r.low[max(0, k - 3) : k]):
        return None
    if verb is not None and not others and _light_passive(verb):
        others = _with(verb) + _between(verb)
    who = _who(d, [owner, others])
    near = _following(d, k, ("with", "between"))
    who += [name for name in near if name not in who]
    if len(who) == 1 and (others or near) and verb is not None and not owner:
        who = _who(d, [_subject_tokens(r, verb) or _root_subject(r, k), others])
    if len(who) == 1 and (others or near) and not owner and r.sentence(k)[0] >= k - 3:
        before = next((e.person.name for e in reversed(d.events) if e.subject and e.sentence == number - 1), None)
        who = [before, *who] if before and before not in who else who
    if not who and _indefinite(noun) and verb is not None:
        who = _who(d, [_subject_tokens(r, verb)], strict=True)
    if not who and len(d.group) > 1 and any(c.text.lower() in ("earlier", "previous", "next", "second", "further", "another", "follow") for c in noun.lefts):
        who = [p.name for p in d.group]
    if not who and _indefinite(noun) and nouns()[r.low[k]] == "meeting" and r.low[k] in ("meeting", "summit"):
        found = _made(d, k, number, form, [], verb, "noun")
        found.named = False
        return found
    if len(who) < 2:
        return None
    found = _made(d, k, number, form, who, verb, "noun")
    return found


def _of_the_press(r: Reading, k: int) -> bool:
    """“a press conference”, “a news conference”: no meeting of those who give it."""
    return r.low[k] == "conference" and r.low[k - 1] in ("news", "press")


def _indefinite(noun: Token) -> bool:
    """“a separate meeting”, “another meeting”; not “the meeting”, which was told before."""
    return any(c.text.lower() in ("a", "an", "another", "their") for c in noun.lefts)


def _root_subject(r: Reading, k: int) -> list[Token]:
    """Subject of the sentence's main verb."""
    start, end = r.sentence(k)
    return [t for t in (r.token(j) for j in range(start, end)) if t.dep_ in SUBJECTS and t.head.dep_ == "ROOT"][:1]


def _light_passive(verb: Token) -> bool:
    return verb.text.lower() in ("held", "took", "begin", "began", "planned", "scheduled", "taken", "cancelled", "canceled", "postponed", "expected")


def _verb_above(token: Token) -> Token | None:
    for _ in range(8):
        if token.tag_.startswith("VB") and token.dep_ not in ("amod",):
            return token
        if token.head == token:
            return None
        token = token.head
    return None


# -- who ---------------------------------------------------------------------------------------------------------------


def _subject_tokens(r: Reading, token: Token | None) -> list[Token]:
    """The subject of a verb, through conjunction, participle and relative clause."""
    for _ in range(6):
        if token is None:
            return []
        own = [c for c in token.children if c.dep_ in SUBJECTS]
        if own:
            if own[0].text.lower() in ("who", "which", "that") and token.dep_ == "relcl":
                return [token.head]
            return own
        if token.dep_ in ("acl", "relcl") and token.head.tag_.startswith("N"):
            return [token.head] if token.tag_ == "VBG" or token.dep_ == "relcl" else []
        if token.head == token or token.dep_ not in ("conj", "advcl", "xcomp", "ccomp", "dep", "pcomp", "prep", "aux", "acomp"):
            return []
        token = token.head
    return []


def _with(token: Token) -> list[Token]:
    found = [g for c in token.rights if c.dep_ == "prep" and c.text.lower() in ("with", "alongside") for g in c.children if g.dep_ == "pobj"]
    return found or [g for c in token.rights if c.dep_ in ("dobj", "attr") for b in c.rights if b.dep_ == "prep" and b.text.lower() == "with" for g in b.children if g.dep_ == "pobj"]


def _between(token: Token) -> list[Token]:
    found = [g for c in token.rights if c.dep_ == "prep" and c.text.lower() in ("between", "among") for g in c.children if g.dep_ == "pobj"]
    if not found:
        found = [g for c in token.rights if c.dep_ in ("prep", "acl") for b in c.subtree if b.text.lower() == "between" for g in b.children if g.dep_ == "pobj"]
    return found


def _of(token: Token) -> list[Token]:
    return [g for c in token.rights if c.dep_ == "prep" and c.text.lower() == "of" for g in c.children if g.dep_ == "pobj"]


def _by(token: Token) -> list[Token]:
    return [g for c in token.rights if c.dep_ in ("prep", "agent") and c.text.lower() == "by" for g in c.children if g.dep_ == "pobj"]


def _who(d: Discourse, sides: list[list[Token]], strict: bool = False) -> list[str]:
    """Full names of the persons on all sides in order; where a side holds none, the office or body as printed."""
    found: list[str] = []
    for side in sides:
        for token in side:
            names = [p.name for p in _persons(d, token)]
            for name in names or ([] if strict else _bodies(d, token)):
                if name not in found:
                    found.append(name)
    return found


def _all_named(d: Discourse, who: list[str]) -> bool:
    names = {p.name for p in d.everyone}
    return all(name in names for name in who)


def _following(d: Discourse, k: int, links: tuple[str, ...]) -> list[str]:
    """Names after “with” or “between”, by position: where the parse breaks at an abbreviation or a long list."""
    r, found, end = d.r, [], d.r.sentence(k)[1]
    start = next((j for j in range(k + 1, min(k + 9, end)) if r.low[j] in links), None)
    for j in range(start + 1 if start is not None else end, end):
        if r.tags[j] in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP") or r.words[j] == ";" or found and r.tags[j] in ("VBN", "VBG") or found and r.low[j] in ("on", "in", "at", "to", "about", "during", "before", "after"):
            break
        for person in d.persons_at.get(j, []):
            if r.token(j).dep_ != "poss" and r.tags[j] != "PRP$" and person.name not in found:
                found.append(person.name)
    return found


def _any_named(d: Discourse, who: list[str]) -> bool:
    return not {p.name for p in d.everyone}.isdisjoint(who) or any(d.r.text(o.left, o.end).endswith(name) for o in offices_of(d.r.doc) for name in who)


def _persons(d: Discourse, token: Token) -> list[Person]:
    """Persons in a noun phrase: its head, what is joined or apposed to it, but nothing in a clause that hangs on it."""
    r, found = d.r, []
    for leader in _led_by(token):
        found += [p for p in _persons(d, leader) if p not in found]
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
    return [g for c in token.subtree if c.dep_ == "acl" and c.text.lower() in ("led", "headed", "chaired") and c.i - token.i < 12
            for a in c.children if a.dep_ in ("agent", "prep") and a.text.lower() == "by" for g in a.children if g.dep_ == "pobj"]  # fmt: skip


def _phrase_tokens(token: Token, depth: int = 0) -> Iterator[Token]:
    """Tokens of a noun phrase in order, clauses left out."""
    if depth > 8:
        return
    for child in token.lefts:
        if child.dep_ in WITHIN:
            yield from _phrase_tokens(child, depth + 1)
    yield token
    for child in token.rights:
        if child.dep_ in WITHIN and not (child.dep_ == "prep" and child.text.lower() not in ("of", "for", "to", "between", "with", "and", "by", "as")):
            yield from _phrase_tokens(child, depth + 1)


def _bodies(d: Discourse, token: Token) -> list[str]:
    """Offices, institutions, delegations or countries in a phrase without persons, as printed, without article."""
    found = []
    while token is not None:
        printed_body = _body(d, token)
        if printed_body:
            found.append(printed_body)
        token = next((c for c in token.rights if c.dep_ == "conj"), None)
    return found


def _body(d: Discourse, token: Token) -> str | None:
    r, k = d.r, d.r.at.get(token.i, -1)
    if k < 0:
        return None
    for office in offices_of(r.doc):
        if office.left <= k < office.end or r.cased[k] in words("titles", "titles") and k < office.left <= k + 4:
            return _office_printed(r, office)
    mention = r.place[k]
    if mention and mention.form in ("name", "capital", "national", "international"):
        return r.text(mention.start, mention.end)
    if r.low[k] not in lowered("meetings", "bodies") and r.low[k] not in lowered("institutions", "heads") and not (r.capital[k] and r.tags[k] in ("NNP", "NNPS")):
        return None
    start = r.at.get(token.left_edge.i, k)
    while start < k and (r.low[start] in ARTICLES or r.words[start] in MARKS or r.low[start] in ("both", "two") and False):
        start += 1
    end = k + 1
    while end < len(r) and r.low[end] in ("of", "for", "from") and end + 1 < len(r):
        stop = end + 1
        while stop < len(r) and stop < end + 6 and (r.capital[stop] or r.low[stop] in ("the", "and", "of") or r.tags[stop] in ("NN", "NNS", "JJ")):
            stop += 1
        end = stop
        break
    return " ".join(r.text(start, end).split()) if start < end else None


def _office_printed(r: Reading, office) -> str:
    start = office.left
    while start < office.end and r.low[start] in ARTICLES:
        start += 1
    return " ".join(r.text(start, office.end).split())


# -- where -----------------------------------------------------------------------------------------------------------------


def _place_after(r: Reading, i: int, end: int) -> str | None:
    """“in Tbilisi”, “at the Government Office”: the first place with a preposition in the sentence, after the cue or before it."""
    start = r.sentence(i)[0]
    for span in (range(i + 1, end), range(start, i)):
        for k in span:
            if r.low[k] in ("in", "at") and k + 1 < end and _of_event(r, k, i):
                name = _named_place(r, k + 1, end, r.low[k])
                if name:
                    return name
    return None


def _of_event(r: Reading, k: int, i: int) -> bool:
    """Does the preposition hang on the event (its verb, its noun, or who took part), not on what was talked about?"""
    head, cue = r.token(k).head, r.token(i)
    at = r.at.get(head.i, -1)
    if head.i == cue.i or head.tag_.startswith("VB") or head.tag_ in ("NNP", "NNPS") or head.tag_ == "IN":
        return not any(head.tag_.startswith("VB") and head.i > cue.i and r.low[at] not in verbs() and r.low[at] != "place" for _ in (0,))
    return r.low[at] in nouns() or r.low[at] in lowered("meetings", "bodies") or r.low[at] in ("sidelines", "margins", "forum", "ceremony", "counterpart")


def _named_place(r: Reading, k: int, end: int, link: str) -> str | None:
    if k < end and r.low[k] in ("the", "his", "her", "their") and not r.place[k]:
        k += 1
    if k >= end:
        return None
    mention = r.place[k]
    if mention and mention.start == k and mention.form in ("capital", "name") and (link != "to"):
        return r.text(k, mention.end) if not (mention.end < end and r.words[mention.end] in POSSESSIVE) else None
    stop = k
    while stop < end and (r.capital[stop] or r.words[stop] == "-" or r.low[stop] in ("of", "de", "la") and stop > k) and r.words[stop] != BREAK:
        stop += 1
    while stop > k and r.low[stop - 1] in ("of", "de", "la", "-"):
        stop -= 1
    if stop == k or link == "to":
        return None
    if r.words[stop - 1] in words("meetings", "venues"):
        return r.text(k, stop)
    token = r.token(stop - 1)
    if token.ent_type_ in ("GPE", "LOC", "FAC") and link in ("in", "at") and r.words[k] not in words("names", "never"):
        return r.text(k, stop)
    return None


def _place_name(r: Reading, k: int, token: Token) -> str | None:
    """The object of “visited”, if it is a place."""
    if k < 0:
        return None
    if r.place[k] and r.place[k].form in ("name", "capital"):
        return r.text(r.place[k].start, r.place[k].end)
    for child in token.rights:
        if child.text.lower() == "of" and r.low[k] in ("island", "city", "town", "port", "village", "province", "region", "capital", "kingdom", "republic"):
            return next((_place_name(r, r.at.get(g.i, -1), g) for g in child.children if g.dep_ == "pobj"), None)
    start = r.at.get(token.left_edge.i, k)
    while start < k and (r.low[start] in ARTICLES or not r.capital[start]):
        start += 1
    if r.capital[k] and r.tags[k] in ("NNP", "NNPS") and start <= k:
        return r.text(start, k + 1)
    return None


def _to_place(r: Reading, token: Token, links: tuple[str, ...] = ("to",)) -> str | None:
    for child in token.rights:
        if child.dep_ == "prep" and child.text.lower() in links:
            for noun in child.children:
                if noun.dep_ == "pobj" and (name := _place_name(r, r.at.get(noun.i, -1), noun)):
                    return name
    return None


# -- held, planned, cancelled, wished ----------------------------------------------------------------------------------------


def _judge(d: Discourse, found: Encounter, start: int, end: int) -> None:
    """Set the status from auxiliaries and the verbs above; “none” for what is only wished for, or denied."""
    r = d.r
    chain = _chain(found.verb, r.token(found.at))
    words_near = {t.text.lower() for t in chain} | {c.text.lower() for t in chain for c in t.children if c.dep_ in ("aux", "neg", "mark", "auxpass", "advmod", "acomp", "prt", "amod") or c.dep_ == "acl" and t.tag_.startswith("N")}
    if words_near & lowered("meetings", "cancelled") or "off" in words_near and words_near & lowered("meetings", "off"):
        found.status = "cancelled"
    elif any(c.dep_ == "neg" for t in chain[:2] for c in t.children) or "without" in words_near:
        found.status = "none"
    elif found.why == "expected":
        found.status = "planned"
    elif words_near & lowered("meetings", "future") or _is_to(chain):
        found.status = "planned"
    elif words_near & {"planned", "scheduled", "due", "expected", "set", "slated", "upcoming", "forthcoming", "plans", "agreed", "intends", "planning"} and not _past(chain):
        found.status = "planned"
    elif words_near & lowered("meetings", "wished") and not _past(chain):
        found.status = "none"
    elif found.why == "noun" and _wished_noun(r, found.at):
        found.status = "none"


def _chain(verb: Token | None, cue: Token) -> list[Token]:
    """The cue, its verb and the verbs and adjectives above it in the same clause."""
    chain, token = [cue] if verb is None or cue.i != verb.i else [], verb
    while token is not None and len(chain) < 5:
        chain.append(token)
        if token.dep_ in ("xcomp", "acomp", "pcomp", "auxpass") or token.dep_ == "ccomp" and any(c.text.lower() == "to" and c.dep_ == "aux" for c in token.lefts) or token.dep_ == "conj" and not [c for c in token.children if c.dep_ in SUBJECTS]:
            token = token.head
        elif token.dep_ in ("prep", "acl", "dobj") and token.head != token:
            token = token.head
        else:
            break
    return chain


def _is_to(chain: list[Token]) -> bool:
    """“is to meet”, “are to hold talks”."""
    return any(t.dep_ == "xcomp" and t.head.text.lower() in ("is", "are", "was", "were") and any(c.text.lower() == "to" for c in t.lefts) for t in chain)


def _past(chain: list[Token]) -> bool:
    """Is the cue's own verb in the past, not an infinitive under another?"""
    first = next((t for t in chain if t.tag_.startswith("VB")), None)
    return first is not None and first.tag_ == "VBD" and not any(c.dep_ == "aux" and c.text.lower() in ("to", "might", "could", "would") for c in first.children)


def _wished_noun(r: Reading, k: int) -> bool:
    near = r.low[max(0, k - 5) : k]
    return any(w in lowered("meetings", "wished") for w in near)
