"""Antecedents: the office of a person who is named without one, told in the sentence beside the name.

“Dame Ann Moss packs. The ambassador leaves on Friday.”, “Kenya's trade minister left. Jane Odhiambo told reporters …”,
“the governor of Kano came … The governor, Musa Bello, said …”.
"""

from dossier.find.bridging import bridge, may_hold
from dossier.find.gathering import Person
from dossier.find.mention import Mention, role
from dossier.find.office import Office, printed, title_of
from dossier.find.ownership import within
from dossier.find.reading import BREAK, Reading
from dossier.lexicon import words

ACTS = ("nsubj", "nsubjpass")
LEAD = 2  # sentences after the first of a text in which its unnamed hero is named
ONE_OF_THEM = 6  # words from “One of them” to the name, with titles
NEAR = 6  # sentences within which an office is told again, shorter


def complete(r: Reading, found: list[Person], held: list[Office]) -> None:
    """Give the office of the sentence beside the name to whom the text names without one, or with less of it."""
    bridge(r, found, held)
    named = {id(o) for person in found for m in person.mentions for o in m.offices}
    alone = [o for o in held if id(o) not in named and not o.plural and o.lemma not in words("offices", "unofficial")]
    hero = min(found, key=lambda p: p.fullest().start, default=None)
    many = [o for o in held if o.plural and len(o.countries) > 1]
    for person in found:
        first = person.mentions[0]
        if not person.offices and (shared := _one_of(r, person, many) or _of_them(r, person, held)):
            _take(r, person, shared)
            continue
        if not person.offices and (other := _succeeds(r, person, found)):
            person.offices, person.titles = other.offices[-1:], other.titles[-1:]
            person.country, person.international = person.country or other.country, other.international
            continue
        others = {title.split()[-1] for p in found if p is not person for title in p.titles}
        if person.offices:
            office = _in_full(r, person, alone)
        elif person is hero and (lead := _lead(r, first, [o for o in alone if not o.country])):
            office = lead
        else:
            fits = [o for o in alone if o.lemma not in others and (not o.country or may_hold(person, o.country))]
            office = _after(r, first, fits)
        if office:
            _take(r, person, office)
            alone.remove(office)


def _one_of(r: Reading, person: Person, many: list[Office]) -> Office | None:
    """“The premiers of Fiji and Samoa will meet. Fiji's X …”: one of those whom a sentence before calls by office."""
    first = person.mentions[0]
    if not first.country:
        return None
    number = r.sent_of[first.start]
    before = (o for o in many if number - LEAD <= r.sent_of[o.head] < number)
    return next((o for o in before if first.country in o.countries), None)


def _of_them(r: Reading, person: Person, held: list[Office]) -> Office | None:
    """“Two Labour MPs objected. One of them, X, said”: one of those whom the sentence before calls by office."""
    k = person.mentions[0].start
    first = r.sentence(k)[0]
    among = r.low[first : first + 3] in (["among", "them", "was"], ["among", "them", "were"], ["among", "them", "are"])
    if not among and (r.low[first : first + 3] != ["one", "of", "them"] or k - first > ONE_OF_THEM):
        return None
    return next((o for o in held if o.plural and r.sent_of[o.head] == r.sent_of[k] - 1), None)


def _succeeds(r: Reading, person: Person, found: list[Person]) -> Person | None:
    """“Mrs A, who took over from X in May”, “B replaces X”: X, of whom no office is told, held that of the other."""
    k = person.mentions[0].start
    while k and r.cased[k - 1] in words("titles", "titles"):
        k -= 1
    over = r.low[k - 2 : k] == ["over", "from"] and r.low[k - 3 : k - 2] and r.low[k - 3] in ("took", "takes", "take")
    if not over and r.low[k - 1] not in words("allegiance", "succeeds"):
        return None
    here = r.sent_of[k]
    if "candidate" in r.low[r.sents[here][0] : k]:
        return None  # “a governor, is its candidate to succeed X”
    before = [
        (m.start, p) for p in found if p.offices for m in p.mentions if m.start < k and r.sent_of[m.start] == here
    ]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def _take(r: Reading, person: Person, office: Office) -> None:
    person.offices, person.titles = [printed(r, office)], [*person.titles, title_of(r, office)]
    person.country = person.country or office.country or within(r, office)
    person.international |= office.international
    person.why += f"; office told beside the name: {printed(r, office)}"


def _subject(r: Reading, office: Office) -> bool:
    """Does the sentence begin with the office, as its subject?"""
    start, _ = r.sentence(office.head)
    first = r.low[start : start + 1] == ["the"] or bool(r.place[start])
    return first and office.left - start <= 4 and r.token(office.head).dep_ in ACTS


def _after(r: Reading, first: Mention, alone: list[Office]) -> Office | None:
    """“Dame Ann Moss packs. The ambassador leaves”: the next sentence's subject."""
    number = r.sent_of[first.start]
    if role(r, first) not in ACTS or number + 1 >= len(r.sents) or first.start - r.sents[number][0] > 2:
        return None
    start, end = r.sents[number + 1]
    if BREAK in r.words[first.start : start]:
        return None
    return next((o for o in alone if start <= o.head < end and r.low[o.left] == "the" and _subject(r, o)), None)


def _lead(r: Reading, first: Mention, alone: list[Office]) -> Office | None:
    """“Kenya's trade minister left on Monday.”: whom the first sentence calls by an office only, the next by name."""
    number = r.sent_of[first.start]
    if not 0 < number <= LEAD or first.start - r.sents[number][0] > 2 or role(r, first) not in ACTS:
        return None
    told = [o for o in alone if r.sent_of[o.head] == 0]
    return next((o for o in told if _subject(r, o) or _speaks(r, o)), None)


def _speaks(r: Reading, office: Office) -> bool:
    """“Prices will fall, | the head of the regulator said.”: is the one so called who speaks?"""
    token = r.token(office.head)
    speaks = token.dep_ == "nsubj" and token.head.text.lower() in words("names", "human verbs")
    return speaks and (r.low[office.left] == "the" or bool(r.place[office.left]))


def _in_full(r: Reading, person: Person, alone: list[Office]) -> Office | None:
    """“the governor of Kano came. The governor, Musa Bello, said”: the fuller office told without a name before."""
    office = next((o for m in person.mentions for o in m.offices), None)
    if office is None or len(person.offices) > 1 or r.low[office.left] != "the" or office.end - office.start > 1:
        return None
    number = r.sent_of[office.head]
    before = (o for o in reversed(alone) if o.head < office.head and r.sent_of[o.head] >= number - NEAR)
    fuller = next((o for o in before if o.lemma == office.lemma), None)
    return fuller if fuller and fuller.end - fuller.start > 1 and fuller.left != fuller.start else None
