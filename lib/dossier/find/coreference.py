"""Coreference by stated rules: who “he”, “the minister”, “the sides” are.

Read once, from left to right. Names are known; every other reference is resolved when it is reached, and counts
as a mention from then on:

1. surname – done with the names themselves (`persons`);
2. “he”, “she” (`pronouns`) – the subject of the same sentence before it, else the subject of the sentence before, else
   whoever was named last; never of the other sex (`gender`), nor (for “him”, “her”) the subject of its own clause;
3. an office alone (“the minister”, “the head of state”; `holders`) – who holds it by its rank (`ranks`) and was the
   last subject, else was named last; a country in the phrase must be theirs; “for her part” asks for another than
   the last subject; so too a standing (“the Italian diplomat”, “His Excellency”); “his counterpart”, “her host” is
   whoever faces them; “the guest” (`guests`) is of another country than those beside him;
4. “the sides”, “both leaders”, “they” (`parties`) – those who met last, as many as told (“the pair”), narrowed by
   the office (“the ministers”), without whoever does something to them; two who act together need not have met.
"""

from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from dossier.find.discourse import Discourse, record
from dossier.find.guests import note_visitors
from dossier.find.holders import aged, office_alone, role
from dossier.lexicon import lowered
from dossier.find.met import met
from dossier.find.nationals import national
from dossier.find.parties import THEY, group_phrase, plural
from dossier.find.persons import offices_of, people
from dossier.find.pronouns import MEN, WOMEN, forward, opening, pronoun
from dossier.find.quotations import inside, quotations
from dossier.find.reading import reading

if not Doc.has_extension("discourse"):
    Doc.set_extension("discourse", default=None)


def resolve(words_of_doc: Span | Token) -> str | None:
    """Full name (or names, joined by “; ”) of whom the words mean, or None."""
    doc = words_of_doc.doc
    d = discourse(doc)
    tokens = [words_of_doc.root, *words_of_doc] if isinstance(words_of_doc, Span) else [words_of_doc]
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
    main = opening(d.r, start, end)
    later: list[int] = []
    while i < end:
        step = 1
        if i in names:
            mention, person = names[i]
            heads = [o.head for o in mention.offices if d.r.sent_of[o.head] == number]
            record(d, range(i, mention.end), [person], number, quoted[i] < 0, heads=heads)
            for office in mention.offices:
                for k in range(office.left, office.end):
                    if d.r.sent_of[k] == number:
                        before = d.persons_at.get(k, []) if office.plural else []
                        d.persons_at[k] = [*(p for p in before if p is not person), person]
            step = mention.end - i
        elif i in alone:
            step = office_alone(d, alone[i], number, quoted)
            head = alone[i].head
            if head not in d.persons_at and d.r.low[head] in lowered("coreference", "roles"):
                role(d, head, start, number, quoted)
            elif head not in d.persons_at and d.r.low[head - 1] == "old":
                aged(d, head, number, quoted)
        elif i < main and _points_forward(d, i, number):
            later.append(i)
        elif (d.r.low[i] in MEN or d.r.low[i] in WOMEN) and not _honours(d, i):
            pronoun(d, i, number, quoted)
        elif d.r.low[i] == "latter" and d.r.low[i - 1] == "the" and d.events:
            last = d.events[-1].person
            record(d, [i], [last], number, quoted[i] < 0, f"“the latter” → {last.name} (named last)")
        elif d.r.low[i] in THEY:
            plural(d, i, i + 1, None, number, quoted)
        elif (
            d.r.low[i] in lowered("coreference", "groups")
            or d.r.low[i] in lowered("coreference", "pairs")
            and d.r.low[i - 1] in ("two", "both", "three")
        ) and group_phrase(d.r, i, start):
            plural(d, i, i + 1, d.r.low[i], number, quoted)
        elif d.r.low[i] in lowered("coreference", "roles") and i not in d.persons_at and i > start:
            role(d, i, start, number, quoted)
        elif d.r.low[i - 1] == "the" and d.r.capital[i] and i > start and national(d, i, number, quoted):
            pass
        elif d.r.low[i - 1] == "old" and d.r.low[max(i - 6, 0)] == "the" and i not in d.persons_at:
            aged(d, i, number, quoted)
        i += max(step, 1)
    for i in later:
        forward(d, i, main, number, quoted)
    met(d, number, start, end)
    note_visitors(d, start, end)


def _points_forward(d: Discourse, i: int, number: int) -> bool:
    """“his” before the main subject, where nobody has acted yet; not “A led his team to the port, B said”."""
    if d.r.tags[i] != "PRP$" or d.r.low[i] == "their" or _honours(d, i):
        return False
    return not any(e.subject for e in takewhile(lambda e: e.sentence == number, reversed(d.events)))


def _honours(d: Discourse, i: int) -> bool:
    """“His Majesty's Ambassador”, “Her Excellency X”, “HE the Minister”: a title, and no pronoun."""
    if d.r.words[i] == "HE" and not d.r.shouting and (d.r.low[i + 1] == "the" or d.r.capital[i + 1]):
        return True
    return d.r.capital[i] and d.r.low[i + 1 : i + 2] != [] and d.r.low[i + 1] in lowered("coreference", "honours")
