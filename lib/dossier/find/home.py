"""Home: the country of an office that is named without one.
"""

import re

from spacy.tokens import Doc

from dossier.countries import code
from dossier.find.gathering import Person
from dossier.find.lexicon import lowered, words
from dossier.find.reading import Reading, raw

# Weight of naming a country, for a bare office, where another's office names that country, its people stand on the
# other side, or it has an envoy here.
TOLD, FOREIGN, GUEST = 0.4, 0.1, 0.05
PEERS = frozenset("Lord Lady Baroness Baron Sir Dame Viscount".split())
# What a mention weighs by its form; one more for a dateline, or a capital among the first words.
FORMS, DATELINE, OPENING = {"name": 1, "demonym": 1, "capital": 1, "national": 1}, 2, 8
# Words between two who stand on different sides.
SIDES = frozenset("met meet meets received receives hosted hosts welcomed with thanked congratulated told visited visiting talks spoke telephoned phoned called counterpart colleague between".split())


def settle(r: Reading, found: list[Person]) -> None:
    """Bare offices of state (“President X”) are of the country that the text is told from, where that is plain."""
    bare = [p for p in found if p.country is None and p.offices and not p.international and _of_state(p)]
    if not bare:
        return
    scores = _scores(r)
    told = {p.country for p in found if p.country and p.offices}
    weights = dict.fromkeys(told, TOLD) | dict.fromkeys((c for p in bare for c in _across(r, p, found)), FOREIGN) | dict.fromkeys(_guests(found), GUEST)
    for person in bare:
        person.country = _coordinate(r, person, found)
        if person.country:
            continue
        rivals = {p.country for p in found if p is not person and _rival(p, person)} | _postings(r, person)
        ranked = sorted((c for c in scores if c not in rivals), key=lambda c: (-scores[c] * _weight(c, weights, person), c))
        if "GB" in ranked and any(r.words[m.start - 1] in PEERS for m in person.mentions):
            ranked = ["GB"]
        if ranked and (len(ranked) > 1 or weights.get(ranked[0], 1) >= TOLD or person.posted()):
            person.country = ranked[0]
            person.why += "; country: by the text"


def _of_state(person: Person) -> bool:
    private = lowered("offices", "unofficial") | {"director", "manager", "officer"}
    if any(office.private for mention in person.mentions for office in mention.offices):
        return False
    return not any(title.split()[-1] in private and not {"managing", "general"} & set(title.split()) for title in person.titles)


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
    for code in _dateline(r.doc):
        scores[code] = scores.get(code, 0) + DATELINE
    return scores


def _dateline(doc: Doc) -> list[str]:
    """Countries named around the body: headline, dateline, byline and imprint (not in links to other stories), publisher."""
    lines, document = doc._.lines or (), doc._.document
    shown = [raw(doc)[l.start : l.end] for l in lines if l.zone != "body" and l.role not in ("related", "promo", "comments", "tags")]
    shown += [document.publisher or "", document.title or ""] if document else []
    return [c for text in shown for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", text) if word[0].isupper() and (c := code(word))]


def _guests(found: list[Person]) -> set[str]:
    """Countries whose envoys the text names: not the one it is told from."""
    return {p.country for p in found if p.country and p.posted()}


def _coordinate(r: Reading, person: Person, found: list[Person]) -> str | None:
    """“Paraguay's foreign minister, A, and finance minister, B”: B is of A's country."""
    mention = next((m for m in person.mentions if m.offices), person.mentions[0])
    left = mention.offices[0].left if mention.offices else mention.start
    if r.low[left - 1] not in ("and", ",") or r.sent_of[left - 1] != r.sent_of[mention.start]:
        return None
    before = left - 2 if r.low[left - 2] != "," else left - 3
    joined = r.low[left - 1] == "and"
    return next((p.country for p in found if p is not person and not p.posted() and not _rival(p, person)
                 for m in p.mentions if (m.offices or joined) and m.end == before + 1), None)  # fmt: skip


def _across(r: Reading, person: Person, found: list[Person]) -> set[str]:
    """Countries of those who meet the person: a word of meeting stands between the two in one sentence."""
    here = person.mentions[:2]
    return {
        p.country for p in found if p is not person and p.country for m in p.mentions for own in here
        if r.sent_of[m.start] == r.sent_of[own.start] and SIDES & set(r.low[min(m.end, own.end) : max(m.start, own.start)])
    }  # fmt: skip


def _postings(r: Reading, person: Person) -> set[str | None]:
    """Countries inside the office as printed: an envoy to Kazakhstan is not Kazakhstan's."""
    inside = [range(o.start, o.end) for m in person.mentions for o in m.offices if o.lemma in words("offices", "posted")]
    return {r.place[k].code for span in inside for k in span if r.place[k] and r.place[k].form in ("name", "capital")}
