"""Coreference by stated rules: who “he”, “the minister”, “the sides” are.

Read once, from left to right. Names are known; every other reference is resolved when it is reached, and counts
as a mention from then on:

1. surname – done with the names themselves (`persons`);
2. “he”, “she” – the subject of the same sentence before it, else the subject of the sentence before, else whoever was
   named last; never of the other sex, nor (for “him”, “her”) the subject of its own clause;
3. an office alone (“the minister”, “the UK minister”, “the envoy”) – the holder of such an office who was the last
   subject, else who was named last; a country in the phrase must be theirs; “for her part” asks for another than the last subject;
   so too a standing (“the Italian diplomat”, “His Excellency”);
4. “the sides”, “both leaders”, “they” – those who met last, narrowed by the office (“the ministers”).
"""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from dossier.find.lexicon import load, lowered, words
from dossier.find.offices import Office, title_of
from dossier.find.persons import Person, offices_of, people
from dossier.find.quotations import inside, quotations
from dossier.find.reading import Reading, reading

MEMORY = 300  # mentions a reader keeps in mind; older ones are no antecedents
MEN = frozenset("he him his himself".split())
WOMEN = frozenset("she her hers herself".split())
THEY = frozenset("they them their".split())
OBJECTS = frozenset("him her".split())
SUBJECTS = frozenset("nsubj nsubjpass".split())
ENCOUNTERS = frozenset(
    "met meet meets meeting received receives hosted hosts visited discussed discuss talks held hold spoke telephoned "
    "phoned called conversation negotiations consultations welcomed visiting exchanged reviewed signed".split()
)
SWITCHES = (("for", "her", "part"), ("for", "his", "part"), ("in", "turn"), ("in", "his", "turn"), ("in", "her", "turn"), ("on", "his", "part"), ("for", "their", "part"))

if not Doc.has_extension("discourse"):
    Doc.set_extension("discourse", default=None)


@dataclass
class Event:
    """A person mentioned at word `at`; `subject` of a clause, outside quotations."""

    at: int
    person: Person
    subject: bool
    sentence: int


@dataclass
class Discourse:
    """Who is meant by each referring word, and why."""

    r: Reading
    persons_at: dict[int, list[Person]] = field(default_factory=dict)
    why: dict[int, str] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    group: list[Person] = field(default_factory=list)
    name_ends: dict[int, int] = field(default_factory=dict)
    everyone: list[Person] = field(default_factory=list)


def resolve(words_of_doc: Span | Token) -> str | None:
    """Full name (or names, joined by “; ”) of whom the words mean, or None."""
    doc = words_of_doc.doc
    d = discourse(doc)
    tokens = words_of_doc if isinstance(words_of_doc, Span) else [words_of_doc]
    for token in tokens:
        found = d.persons_at.get(d.r.at.get(token.i, -1))
        if found:
            return "; ".join(person.name for person in found)
    return None


def discourse(doc: Doc) -> Discourse:
    """The references of the doc, resolved once."""
    if doc._.discourse is None:
        doc._.discourse = _read(doc)
    return doc._.discourse


def _read(doc: Doc) -> Discourse:
    r = reading(doc)
    d = Discourse(r, everyone=people(doc))
    names = {m.start: (m, p) for p in d.everyone for m in p.mentions}
    d.name_ends = {m.start: m.end for p in d.everyone for m in p.mentions}
    named_offices = {id(o) for p in d.everyone for m in p.mentions for o in m.offices}
    alone = {o.left: o for o in offices_of(doc) if id(o) not in named_offices}
    quoted = inside(quotations(r), len(r))
    for number, (start, end) in enumerate(r.sents):
        _sentence(d, number, start, end, names, alone, quoted)
    return d


def _sentence(d: Discourse, number: int, start: int, end: int, names: dict, alone: dict, quoted: list[int]) -> None:
    i = start
    opening = _opening(d.r, start, end)
    later: list[int] = []
    while i < end:
        step = 1
        if i in names:
            mention, person = names[i]
            _record(d, range(i, mention.end), [person], number, quoted[i] < 0)
            for office in mention.offices:
                for k in range(office.left, office.end):
                    if d.r.sent_of[k] == number:
                        before = d.persons_at.get(k, []) if office.plural else []
                        d.persons_at[k] = [*(p for p in before if p is not person), person]
            step = mention.end - i
        elif i in alone:
            step = _office_alone(d, alone[i], number, quoted)
            head = alone[i].head
            if head not in d.persons_at and d.r.low[head] in lowered("speech", "roles"):
                _role(d, head, start, number, quoted)
        elif i < opening and d.r.tags[i] == "PRP$" and d.r.low[i] != "their":
            later.append(i)
        elif d.r.low[i] in MEN or d.r.low[i] in WOMEN:
            _pronoun(d, i, number, quoted)
        elif d.r.low[i] in THEY:
            _plural(d, i, i + 1, None, number, quoted)
        elif (d.r.low[i] in lowered("speech", "groups") or d.r.low[i] in lowered("speech", "pairs") and d.r.low[i - 1] in ("two", "both", "three")) and _group_phrase(d.r, i, start):
            _plural(d, i, i + 1, d.r.low[i], number, quoted)
        elif d.r.low[i] in lowered("speech", "roles") and i not in d.persons_at and i > start:
            _role(d, i, start, number, quoted)
        i += max(step, 1)
    for i in later:
        _forward(d, i, opening, number, quoted)
    _met(d, number, start, end)


def _opening(r: Reading, start: int, end: int) -> int:
    """Where the main clause's subject stands after an opening phrase (“As part of his visit, | Heappey …”), else `start`."""
    for k in range(start, end):
        token = r.token(k)
        if token.dep_ in SUBJECTS and token.head.dep_ == "ROOT":
            return k if "," in r.words[start:k] else start
    return start


def _forward(d: Discourse, i: int, subject: int, number: int, quoted: list[int]) -> None:
    """“his” in an opening phrase points forward to the subject, where that is a person."""
    found = d.persons_at.get(subject, [])
    if len(found) == 1 and found[0].female in (None, d.r.low[i] in WOMEN):
        d.persons_at[i] = found
        d.why[i] = f"“{d.r.words[i]}” → {found[0].name} (subject of the clause that follows)"
    else:
        _pronoun(d, i, number, quoted)


def _record(d: Discourse, places, found: list[Person], number: int, outside: bool, why: str = "") -> None:
    at = places[0]
    subject = outside and any(_is_subject(d.r, k) for k in places)
    for k in places:
        d.persons_at[k] = found
        if why:
            d.why[k] = why
    for person in found:
        d.events.append(Event(at, person, subject, number))
    if len(d.events) > 2 * MEMORY:
        del d.events[:MEMORY]


def _is_subject(r: Reading, k: int) -> bool:
    token = r.token(k)
    while token.dep_ in ("conj", "appos", "compound", "nmod") and token.head != token:
        token = token.head
    return token.dep_ in SUBJECTS


# -- he, she ------------------------------------------------------------------------------------------------------


def _pronoun(d: Discourse, i: int, number: int, quoted: list[int]) -> None:
    female = d.r.low[i] in WOMEN
    fits = [e for e in d.events if e.person.female is None or e.person.female == female]
    own = _clause_subject(d, i) if d.r.low[i] in OBJECTS and d.r.tags[i] == "PRP" else []
    fits = [e for e in fits if e.person not in own]
    if not fits:
        return
    event, rule = _salient(d.r, fits, number, i, quoted, female)
    if event.person.female is None:
        event.person.female = female
    _record(d, [i], [event.person], number, quoted[i] < 0, f"“{d.r.words[i]}” → {event.person.name} ({rule})")


def _salient(r: Reading, fits: list[Event], number: int, i: int, quoted: list[int], female: bool) -> tuple[Event, str]:
    here = [e for e in fits if e.sentence == number]
    subjects = [e for e in here if e.subject]
    if subjects:
        return subjects[-1] if r.low[i] != "his" else subjects[0], "subject of the sentence"
    if here and r.low[i] in ("his", "her", "who"):
        return here[-1], "named in the sentence"
    before = [e for e in fits if e.subject and e.sentence < number]
    if before and number - before[-1].sentence <= 3:
        sentence = before[-1].sentence
        return next(e for e in before if e.sentence == sentence), "subject of the sentence before"
    return fits[-1], "named last"


def _clause_subject(d: Discourse, i: int) -> list[Person]:
    """Whoever is the subject of the clause in which word `i` is an object."""
    verb = d.r.token(i).head
    for _ in range(4):
        if verb.dep_ in ("prep", "dative", "conj", "xcomp", "advcl") or verb.tag_ == "IN":
            subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
            if subjects:
                break
            verb = verb.head
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return d.persons_at.get(d.r.at.get(child.i, -1), [])
    return []


# -- an office alone ------------------------------------------------------------------------------------------------


def _office_alone(d: Discourse, office: Office, number: int, quoted: list[int]) -> int:
    r = d.r
    length = office.end - office.left
    determiner = r.low[office.left]
    if determiner in ("a", "an", "another", "every", "no") or office.possessor is not None and determiner not in ("his", "her", "its", "their"):
        found = _by_country(d, office) if office.possessor is None and determiner not in ("a", "an") else []
        if not found:
            return length
    if office.plural and not ({"the", "both", "two", "three", "these"} & set(r.low[office.left : office.left + 2]) | {"both", "two", "three"} & set(r.low[office.left - 1 : office.left])):
        return length
    if office.plural and office.lemma in words("offices", "unofficial"):
        return length
    if office.plural:
        _plural(d, office.head, office.end, office.lemma + "s", number, quoted, title_of(r, office))
        return length
    person, rule = _holder(d, office, number)
    if person:
        _record(d, range(office.left, office.end), [person], number, quoted[office.head] < 0, f"“{r.text(office.left, office.end)}” → {person.name} ({rule})")
    return length


def _by_country(d: Discourse, office: Office) -> list[Person]:
    return [p for p in _holders(d, office) if p.country and p.country == office.country]


def _holders(d: Discourse, office: Office) -> list[Person]:
    """Persons already named whose office the words may stand for."""
    title = title_of(d.r, office)
    key = " ".join(w for w in title.split() if w not in lowered("offices", "dropped"))
    wanted = load("offices")["again"].get(key)
    named = list({id(e.person): e.person for e in d.events}.values())
    fits = [p for p in named if any(_stands_for(key, wanted, t) for t in p.titles)]
    if key == "minister":
        fits = [p for p in fits if not any("prime minister" in t for t in p.titles)] or fits
    if key == "president":
        fits = [p for p in fits if any(t.strip() in ("president", "state president") for t in p.titles)] or fits
    if office.country:
        fits = [p for p in fits if p.country in (None, office.country)]
    return fits


def _stands_for(key: str, wanted: list[str] | None, title: str) -> bool:
    title = title.strip()
    if wanted is None and key.split()[-1:] == ["chief"] and len(key.split()) > 1 and title.split()[:1] == key.split()[:1]:
        return True  # “the defence chief” is the defence minister
    if wanted is None:
        return title == key or title.endswith(" " + key) or key.endswith(" " + title) and len(title.split()) > 1
    if "*" in wanted:
        return True
    return any(title == w or title.endswith(" " + w) or w in title for w in wanted) and not (
        key in ("president",) and "vice" in title
    )


def _holder(d: Discourse, office: Office, number: int) -> tuple[Person | None, str]:
    fits = _holders(d, office)
    if not fits:
        return None, ""
    events = [e for e in d.events if e.person in fits]
    here = [e for e in events if e.sentence == number]
    if here:
        return here[-1].person, "such office; named in the sentence"
    subjects = [e for e in events if e.subject]
    if _switched(d.r, office.end) and len({id(p) for p in fits}) > 1 and d.events:
        last = next((e.person for e in reversed(d.events) if e.subject), None)
        others = [e for e in events if e.person is not last]
        if others:
            return others[-1].person, "another than the last subject"
    if len(fits) > 1 and subjects:
        return subjects[-1].person, "such office; last subject"
    return events[-1].person, "only such office" if len(fits) == 1 else "such office; named last"


def _role(d: Discourse, i: int, start: int, number: int, quoted: list[int]) -> None:
    """“the Italian diplomat”, “the diplomat”, “His Excellency”: who of that country, else who, was the last subject."""
    left, place = i - 1, d.r.place[i - 1]
    while left >= start and d.r.place[left] is place is not None:
        left -= 1
    if left < start or d.r.low[left] not in ("the", "his", "her") or (d.r.low[left] != "the") != (d.r.low[i] in lowered("speech", "honours")):
        return
    code = place.code if place and place.form == "demonym" else None
    if place and code is None or d.r.tags[i] not in ("NN", "NNP"):
        return
    female = {"his": False, "her": True}.get(d.r.low[left])
    sex = [e for e in d.events if female is None or e.person.female in (None, female)]
    fits = [e for e in sex if code is None or e.person.country == code] or [e for e in sex if e.person.country is None]
    if fits:
        person = next((e.person for e in reversed(fits) if e.subject), fits[-1].person)
        _record(d, range(left, i + 1), [person], number, quoted[i] < 0, f"“{d.r.text(left, i + 1)}” → {person.name} (last subject it fits)")


def _switched(r: Reading, end: int) -> bool:
    following = [w for w in r.low[end : end + 5] if w != ","]
    return any(tuple(following[: len(s)]) == s for s in SWITCHES)


# -- more than one ----------------------------------------------------------------------------------------------------


def _group_phrase(r: Reading, i: int, start: int) -> bool:
    """“the sides”, “both parties”, “the two leaders”, “the two”, “the pair” – with no noun of its own after “the two”."""
    before = r.low[max(start, i - 3) : i]
    if r.low[i] == "both":
        return i + 1 < len(r) and r.tags[i + 1][:2] in ("VB", "MD", "RB") and r.token(i).dep_ in SUBJECTS
    if not before or not ({"the", "both", "two", "three", "these"} & set(before[-2:])):
        return False
    if r.low[i] in ("two", "both", "three", "pair", "duo", "trio"):
        return r.tags[i + 1][:2] in ("VB", "MD", "RB", ",", ".") if i + 1 < len(r) else False
    return i + 1 >= len(r) or r.low[i + 1] not in ("of", "'", "’")


def _plural(d: Discourse, i: int, end: int, noun: str | None, number: int, quoted: list[int], title: str = "") -> None:
    found = (_subjects_before(d, i, number) if d.r.low[i] in THEY else []) or _narrowed(d, noun, title)
    if len(found) < 2:
        return
    for k in range(i, end):
        d.persons_at[k] = found
        d.why[k] = f"“{d.r.words[i]}” → {', '.join(p.name for p in found)} (those who met last)"


def _subjects_before(d: Discourse, i: int, number: int) -> list[Person]:
    """“A and B visited Kyiv, where they …”: two subjects of the same sentence, or of the one before."""
    for sentence in (number, number - 1):
        found = list(dict.fromkeys(e.person for e in d.events if e.sentence == sentence and e.subject and e.at < i))
        if len(found) >= 2:
            return found
    return []


def _narrowed(d: Discourse, noun: str | None, title: str) -> list[Person]:
    if noun in ("ministers", "presidents", "premiers", "ambassadors", "envoys", "secretaries", "chancellors") or title:
        key = (title or noun or "").strip()
        lemma = key.split()[-1].removesuffix("s")
        named = list({id(e.person): e.person for e in d.events}.values())
        fits = lambda p: any(lemma in t for t in p.titles)  # noqa: E731
        narrow = [p for p in d.group if fits(p)]
        if noun == "ministers":
            plain = [p for p in narrow if not any("prime minister" in t for t in p.titles)]
            narrow = plain if len(plain) >= 2 else narrow
        if len(narrow) >= 2:
            return narrow
        holders = [p for p in named if fits(p)]
        return holders if len(holders) >= 2 else d.group
    return d.group


def _met(d: Discourse, number: int, start: int, end: int) -> None:
    """Remember who met in this sentence: the group that “the sides” will mean."""
    r = d.r
    cue = any(r.low[k] in ENCOUNTERS and r.token(k).dep_ in ("ROOT", "conj", "ccomp", "pobj", "dobj", "relcl", "nsubj", "nsubjpass") and not _in_advcl(r, k, start) for k in range(start, end))
    if not cue:
        return
    found: list[Person] = []
    for k in range(start, end):
        for person in d.persons_at.get(k, []):
            if person not in found:
                found.append(person)
    if len(found) >= 2:
        first = {id(p): min(m.start for m in p.mentions) for p in found}
        d.group = sorted(found, key=lambda p: first[id(p)])


def _in_advcl(r: Reading, k: int, start: int) -> bool:
    """Does the word hang on an opening participle (“Noting his earlier meeting with …, the minister …”)?"""
    token = r.token(k)
    for _ in range(8):
        if token.dep_ == "advcl" and token.tag_ == "VBG":
            return token.i < token.head.i
        if token.head == token:
            return False
        token = token.head
    return False
