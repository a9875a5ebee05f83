"""Home: the country of an office that is named without one.

A text names the country of a foreign office and leaves out that of its own. For a bare office of state the language
tells, in this order: the person it is coordinated with (“Peru's foreign minister, A, and trade minister, B”); the
delegation it leads or is part of; the place where it receives a guest (“was received in Lima by”); whoever it belongs
to (“his adviser”); the country that has just acted (“Lima gave no reason. The foreign ministry spokesperson …”); then
the country that the text is told from, where that is plain. Private offices have none unless the text says so.
"""

from collections import Counter
from collections.abc import Callable

from spacy.tokens import Doc

from dossier.countries import in_text, region
from dossier.find.amounts import sums
from dossier.find.gathering import Person
from dossier.find.lexicon import lowered, words
from dossier.find.mentions import Mention
from dossier.find.offices import Office
from dossier.find.reading import BREAK, Reading, raw

# Weight of naming a country, for a bare office, where another's office names that country, its people stand on the
# other side, or it has an envoy here.
TOLD, FOREIGN, GUEST = 0.4, 0.1, 0.05
# What a mention weighs by its form; one more for a dateline, or a capital among the first words.
FORMS, DATELINE, OPENING, MONEY, REGION = {"name": 1, "demonym": 1, "capital": 1, "national": 1}, 2, 8, 3, 0.5
OUTSIDE = frozenset(("related", "promo", "comments", "tags"))  # furniture that tells of other stories
PLAIN = ("name", "capital")


def settle(r: Reading, found: list[Person]) -> None:
    """Give each bare office of state its country, where the text tells it."""
    bare = [p for p in found if p.country is None and p.offices and not p.international and not _private(r, p)]
    if not bare:
        return
    weigh = _weigher(r, found, bare)
    for person in bare:
        for rule in (_coordinate, _delegated, _hosting, _owned, _acting):
            person.country = rule(r, person, found)
            if person.country:
                person.why += f"; country: {rule.__name__.strip('_')}"
                break
        else:
            person.country = weigh(person)
            person.why += "; country: by the text" if person.country else ""


# -- private offices --------------------------------------------------------------------------------------------


def _private(r: Reading, person: Person) -> bool:
    """Is none of the person's offices one of state?"""
    held = [office for mention in person.mentions for office in mention.offices]
    return any(office.private or _of_private_body(r, office) for office in held) or any(
        _unofficial(title) for title in person.titles + person.offices
    )


def _unofficial(title: str) -> bool:
    said = title.lower().replace("-", " ").split()
    if lowered("offices", "public bodies") & set(said):
        return False
    return said[-1] in words("offices", "private") | lowered("offices", "unofficial") and not {"managing", "general"} & set(said)


def _of_private_body(r: Reading, office: Office) -> bool:
    """“a company spokesman”, “the rebels' negotiator”, “head of the maker”, “its chairman” said of a union."""
    bodies = lowered("offices", "private bodies")
    if lowered("offices", "public bodies") & set(r.low[office.start : office.end]):
        return False
    if bodies & set(r.words[office.start : office.end]) - {r.words[office.head]}:
        return not any(r.place[k] for k in range(office.start, office.end))
    owner = office.possessor
    if owner is None:
        return False
    if r.low[owner] in ("its", "our", "their"):
        start = r.paragraph_start(owner)
        return not lowered("offices", "public bodies") & set(r.low[max(start, owner - 60) : owner])
    return r.low[owner] in bodies


# -- what the sentence tells ------------------------------------------------------------------------------------


def _first(person: Person) -> tuple[Mention, Office | None]:
    mention = next((m for m in person.mentions if m.offices), person.mentions[0])
    return mention, mention.offices[0] if mention.offices else None


def _coordinate(r: Reading, person: Person, found: list[Person]) -> str | None:
    """“Paraguay's foreign minister, A, and finance minister, B”: B is of A's country."""
    mention, office = _first(person)
    left = office.left if office else mention.start
    if r.low[left - 1] not in ("and", ",") or r.sent_of[left - 1] != r.sent_of[mention.start]:
        return None
    before = left - 2 if r.low[left - 2] != "," else left - 3
    joined = r.low[left - 1] == "and"
    return next((p.country for p in found if p is not person and not p.posted() and not _rival(p, person)
                 for m in p.mentions if (m.offices or joined) and m.end == before + 1), None)  # fmt: skip


def _delegated(r: Reading, person: Person, found: list[Person]) -> str | None:
    """“The French delegation includes Minister A”: who leads a country's delegation, or is in it, serves that country."""
    mention, _ = _first(person)
    start = r.sentence(mention.start)[0]
    for k in range(mention.start - 1, start, -1):
        if r.low[k] in lowered("offices", "groups") and r.place[k - 1] and r.place[k - 1].code:
            between = set(r.low[k : mention.start])
            within = lowered("offices", "grouping") & between and not lowered("offices", "received") & between
            return r.place[k - 1].code if within else None
    return None


def _hosting(r: Reading, person: Person, found: list[Person]) -> str | None:
    """“was received in Algiers by”, “while in Samoa, she called on”: who receives, does so at home."""
    mention, office = _first(person)
    start, left = r.sentence(mention.start)[0], office.left if office else mention.start
    said = r.low[start:left]
    received = bool(lowered("offices", "received") & set(said)) and said[-1:] == ["by"]
    called = said[-2:] == ["call", "on"] or said[-2:] == ["called", "on"] or said[-2:] == ["calls", "on"]
    if not received and not called:
        return None
    return next((r.place[k].code for k in range(left - 1, start, -1) if r.place[k] and _in_place(r, k)), None)


def _in_place(r: Reading, k: int) -> bool:
    """“in Samoa”, “in Algiers”, “in the Korean capital”."""
    place = r.place[k]
    if place.form in PLAIN:
        return r.low[place.start - 1] == "in"
    return r.low[place.end : place.end + 1] == ["capital"] and r.low[place.start - 2 : place.start] == ["in", "the"]


def _owned(r: Reading, person: Person, found: list[Person]) -> str | None:
    """“his spokesperson A”, “Sahar's adviser B”: of the country of the person whose they are."""
    _, office = _first(person)
    if office is None or office.possessor is None:
        return None
    owner = office.possessor
    if r.low[owner] in ("his", "her"):
        before = [(m, p) for p in found if p is not person and p.country for m in p.mentions if m.start < owner]
        acting = [pair for pair in before if r.token(pair[0].end - 1).dep_ in ("nsubj", "nsubjpass")] or before
        return max(acting, key=lambda pair: pair[0].start)[1].country if acting else None
    return next((p.country for p in found if p is not person for m in p.mentions if m.end - 1 == owner), None)


def _acting(r: Reading, person: Person, found: list[Person]) -> str | None:
    """“Lima gave no reason. The foreign ministry spokesperson, A, said”: the country that acted just before, in one paragraph."""
    mention, office = _first(person)
    number, left = r.sent_of[mention.start], office.left if office else mention.start
    for previous in range(number - 1, max(-1, number - 3), -1):
        start, end = r.sents[previous]
        if BREAK in r.words[start:left]:
            return None
        if acted := _subject(r, start, end):
            return acted
    return None


def _subject(r: Reading, start: int, end: int) -> str | None:
    """The country whose name or capital alone is the subject of the sentence's main verb."""
    for k in range(start, end):
        token, place = r.token(k), r.place[k]
        if place and place.form in PLAIN and token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and k == place.end - 1:
            return place.code if not any(t.dep_ == "conj" for t in token.children) else None
    return None


# -- what the text tells ----------------------------------------------------------------------------------------


def _weigher(r: Reading, found: list[Person], bare: list[Person]) -> Callable[[Person], str | None]:
    """A function person → the country that the text is told from, less what speaks for another."""
    scores = _scores(r)
    told = Counter(p.country for p in found if p.country and p.offices and not _private(r, p))
    weights = {country: TOLD ** min(n, 2) for country, n in told.items()}
    weights |= dict.fromkeys((c for p in bare for c in _across(r, p, found)), FOREIGN)
    weights |= dict.fromkeys(_guests(found), GUEST)

    def weigh(person: Person) -> str | None:
        rivals = {p.country for p in found if p is not person and _rival(p, person)} | _postings(r, person) | _abroad(r, person)
        ranked = sorted((c for c in scores if c not in rivals), key=lambda c: (-scores[c] * _weight(c, weights, person), c))
        if "GB" in ranked and any(r.words[m.start - 1] in words("titles", "peers") for m in person.mentions):
            return "GB"
        worth = [scores[c] * _weight(c, weights, person) for c in ranked[:2]]
        if len(worth) == 1:
            return ranked[0] if weights.get(ranked[0], 1) >= TOLD ** 2 or person.posted() else None
        return ranked[0] if worth and worth[0] > worth[1] else None

    return weigh


def _rival(one: Person, other: Person) -> bool:
    """Do both hold an office of which a country has one only (“President”, “Foreign Minister”)?"""
    same = {o.lower() for o in one.offices} & {o.lower() for o in other.offices}
    return bool(same - lowered("offices", "shared"))


def _weight(code: str, weights: dict[str, float], person: Person) -> float:
    """How much a country's mentions speak for a person: an envoy is rather from a guest's country."""
    weight = weights.get(code, 1)
    return 1 / (1 + weight) if person.posted() else weight


def _scores(r: Reading) -> dict[str, float]:
    """How often the text names each country; a dateline or capital in it counts double."""
    scores: dict[str, float] = {}
    for place in r.places:
        if place.code and place.form in FORMS:
            scores[place.code] = scores.get(place.code, 0) + FORMS[place.form] + (place.start < OPENING and place.form == "capital") * DATELINE
    for code in (region(word) for k, word in enumerate(r.words) if r.capital[k] and not r.place[k]):
        if code:
            scores[code] = scores.get(code, 0) + REGION
    for code in _around(r.doc):
        scores[code] = scores.get(code, 0) + DATELINE
    for code in _monies(r.doc):
        scores[code] = scores.get(code, 0) + MONEY
    return scores


def _monies(doc: Doc) -> set[str]:
    """Countries whose own money the text counts in: the first two letters of an ISO currency."""
    if doc._.document is None:
        return set()
    return {unit[:2] for unit in {one.unit for one in sums(doc)} if unit not in words("offices", "world currencies")}


def _around(doc: Doc) -> list[str]:
    """Countries named around the body: headline, dateline, byline and imprint (not in links to other stories), publisher."""
    lines, document = doc._.lines or (), doc._.document
    shown = [raw(doc)[l.start : l.end] for l in lines if l.zone != "body" and l.role not in OUTSIDE]
    shown += [document.publisher or "", document.title or ""] if document else []
    return [code for text in shown for code in in_text(text)]


def _abroad(r: Reading, person: Person) -> set[str | None]:
    """Where the person is on “his four-day visit to”: not at home."""
    away = set()
    for mention in person.mentions:
        _, end = r.sentence(mention.start)
        for k in range(mention.end, end - 2):
            if r.low[k] in lowered("offices", "journeys") and {"his", "her", "their"} & set(r.low[k - 5 : k]) and r.low[k + 1] == "to":
                away |= {r.place[m].code for m in range(k + 2, min(k + 5, end)) if r.place[m]}
    return away


def _guests(found: list[Person]) -> set[str]:
    """Countries whose envoys the text names: not the one it is told from."""
    return {p.country for p in found if p.country and p.posted()}


def _across(r: Reading, person: Person, found: list[Person]) -> set[str]:
    """Countries of those who meet the person: a word of meeting stands between the two in one sentence."""
    here, sides = person.mentions[:2], lowered("offices", "sides")
    return {
        p.country for p in found if p is not person and p.country for m in p.mentions for own in here
        if r.sent_of[m.start] == r.sent_of[own.start] and sides & set(r.low[min(m.end, own.end) : max(m.start, own.start)])
    }  # fmt: skip


def _postings(r: Reading, person: Person) -> set[str | None]:
    """Countries inside the office as printed: an envoy to Kazakhstan is not Kazakhstan's."""
    inside = [range(o.start, o.end) for m in person.mentions for o in m.offices if o.lemma in words("offices", "posted")]
    return {r.place[k].code for span in inside for k in span if r.place[k] and r.place[k].form in PLAIN}
