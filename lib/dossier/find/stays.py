"""Stays: who is, is expected or has been somewhere (“will be in Riga”, “is due in Lima”, “returned from Oslo”)."""

from spacy.tokens import Token

from dossier.find.arguments import objects, owner_of, subject_of, with_whom
from dossier.find.dates import in_time
from dossier.find.destinations import in_place, index_of, last_place
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter, nouns
from dossier.find.partakers import add, participants
from dossier.find.reading import Reading
from dossier.find.register import named
from dossier.find.venues import is_known, place_name, to_place
from dossier.find.visits import visit
from dossier.lexicon import lowered


LOOK_BACK = 60  # words before its sentence in which “the island” may have been named


def staying(d: Discourse, i: int, number: int) -> Encounter | None:
    """“will be in Riga on Monday”, “is in Jakarta this week”: to be in a town or country at a time."""
    r, token = d.r, d.r.token(i)
    if r.low[i + 1 : i + 2] == ["to"] or r.low[i + 1 : i + 3] == ["back", "from"]:
        return _been(d, i, number)
    place = in_place(r, i) if r.low[i + 1 : i + 2] == ["in"] and i + 2 < r.sentence(i)[1] else None
    if place is None and r.low[i + 1 : i + 3] in (["on", "the"], ["in", "the"]) and not _at_home(d, token):
        place = (r.words[i + 3], None) if r.low[i + 3] in lowered("meetings", "lands") | {"island"} else None
    if place is None and r.low[i + 1 : i + 2] == ["in"] and _ahead(r, token):
        name = place_name(r, i + 2, r.token(i + 2))
        place = (name, None) if name and not in_time(r.token(i + 2)) else None
    helped = {c.text.lower() for c in token.lefts if c.dep_ == "aux"} & lowered("meetings", "future")
    who = participants(d, [subject_of(r, token)], strict=True)
    if place is None or not who:
        return None
    if not helped and not _ahead(r, token) and r.low[i] not in ("is", "are") and not _for_a_time(d, i, place[1], who):
        return None
    add(who, participants(d, [with_whom(token)], strict=True))
    return visit(d, i, number, who, place[0], token, "staying")


def _ahead(r: Reading, be: Token) -> bool:
    """“is going to be in Riga”, “is due to be in Riga”."""
    to = any(c.dep_ == "aux" and c.text.lower() == "to" for c in be.lefts)
    return to and be.head.text.lower() in lowered("meetings", "planned") | {"going", "is", "are", "was", "were"}


def _at_home(d: Discourse, be: Token) -> bool:
    """Whoever is named with no country but his own is at home on “the island”."""
    who = participants(d, [subject_of(d.r, be)], strict=True)
    k = d.r.at[be.i]
    first = max(d.r.sentence(k)[0] - LOOK_BACK, 0)
    here = {place.code for place in d.r.place[first:k] if place}
    return here <= {p.country for name in who for p in named(d, name)}


def _been(d: Discourse, i: int, number: int) -> Encounter | None:
    """“had been to Riga”, “is back from Riga”: to be back is to have been there."""
    r, token = d.r, d.r.token(i)
    k = i + 1 + (r.low[i + 1] == "back")
    if k == i + 1 and r.low[i] != "been" or k + 1 >= r.sentence(i)[1] or {"times", "never"} & set(r.low[i - 2 : k + 5]):
        return None  # “is to visit”, “has been to Riga five times”
    place, subject = in_place(r, k - 1), subject_of(r, token)
    body = any(t.text.lower() in lowered("meetings", "bodies") for t in subject)
    who = participants(d, [subject], strict=not body)
    named = place[0] if place else r.words[k + 1] if r.capital[k + 1] else None
    return visit(d, i, number, who, named, token, "back") if who and named else None


def _for_a_time(d: Discourse, i: int, code: str | None, who: list[str]) -> bool:
    """“was in Paris last week”: a day is told, and it is not where he is at home."""
    stop = next((k for k in range(i + 1, d.r.sentence(i)[1]) if d.r.words[k] in (",", ";")), d.r.sentence(i)[1])
    home = {p.country for name in who for p in named(d, name)}
    places = (*range(d.r.sentence(i)[0], i), *range(i + 1, stop))  # “In March she was in Riga”
    return code not in home and any(in_time(d.r.token(k)) for k in places)


def expected(d: Discourse, i: int, number: int) -> Encounter | None:
    """“is expected in Baghdad next month”, “was due in Jeddah on Wednesday”."""
    r, token = d.r, d.r.token(i)
    end = r.sentence(i)[1]
    links = [j for j in range(i + 1, min(i + 5, end - 2)) if r.low[j] in ("in", "at")]
    links = [j for j in links if not any(r.tags[k] == "VB" and r.low[k] != "be" for k in range(i + 1, j))]
    k = next((j for j in links if r.capital[j + 1] or r.low[j + 1] == "the" and r.capital[j + 2]), None)
    place = (
        r.text(k + 2, k + 4)
        if k is not None and r.low[k + 1] == "the"
        else place_name(r, k + 1, r.token(k + 1))
        if k is not None
        else None
    )
    who = participants(d, [subject_of(r, token)])
    if not who or not place or in_time(r.token(k + 1)):
        return None
    found = visit(d, i, number, who, place, token, "expected")
    found.status = "planned"
    return found


def taken_to(d: Discourse, i: int, number: int) -> Encounter | None:
    """“Her tour takes her to Riga”: the journey is told by where it leads."""
    r, token = d.r, d.r.token(i)
    journey = {"programme", "program", "itinerary"} | {noun for noun, form in nouns().items() if form == "visit"}
    if token.dep_ == "relcl" or not any(t.text.lower() in journey for t in subject_of(r, token)):
        return None  # “her first stop on a tour that will take her to Riga”
    whose = [t for journey in subject_of(r, token) for t in owner_of(journey)]
    place, who = to_place(r, token), participants(d, [objects(token)], strict=True) or participants(d, [whose])
    return visit(d, i, number, who, place, token, "visit") if place and who else None


def called_at(d: Discourse, i: int, number: int) -> Encounter | None:
    """“called at Mina Salman port”."""
    token = d.r.token(i)
    place, who = to_place(d.r, token, ("at",)), participants(d, [subject_of(d.r, token)], strict=True)
    return visit(d, i, number, who, place, token, "visit") if place and who else None


def led_or_spent(d: Discourse, i: int, number: int) -> Encounter | None:
    """“led a delegation of 40 to Riga”, “spent two days in Riga”: whoever does so visits."""
    r, token = d.r, d.r.token(i)
    seen = objects(token) + [c for c in token.rights if c.dep_ == "npadvmod"]
    if not r.tags[i].startswith("VB") or not seen:
        return None
    spent, what = r.low[i] in lowered("meetings", "spending"), r.low[r.at.get(seen[0].i, i)]
    if what not in lowered("meetings", "spells" if spent else "bodies"):
        return None
    links = ("in",) if spent else ("to",)
    place = next((p for t in (token, seen[0]) if (p := to_place(r, t, links))), None)
    who = participants(d, [subject_of(r, token)], strict=True)
    return visit(d, i, number, who, place, token, "visit") if place and who else None


def back_from(d: Discourse, i: int, number: int) -> Encounter | None:
    """“returned on Wednesday from Wellington”: who comes back from a town or country has been there."""
    r, token = d.r, d.r.token(i)
    place = to_place(r, token, ("from",)) if r.tags[i] in ("VBD", "VBN") else None
    if not place:
        return _back_to(d, i, number)
    k = index_of(d, place, i)
    who = participants(d, [subject_of(r, token)], strict=True)
    if not who or not is_known(r, k):
        return None
    return visit(d, i, number, who, place, token, "back")


def _back_to(d: Discourse, i: int, number: int) -> Encounter | None:
    """“will return there on 20 July”, “is due to return to China in May”: to where one is not at home."""
    r, token = d.r, d.r.token(i)
    ahead = any(c.dep_ == "aux" and c.text.lower() in (*lowered("meetings", "future"), "to") for c in token.lefts)
    there = any(c.text.lower() == "there" for c in token.rights)
    place = to_place(r, token) or (last_place(r, r.sents[number][0]) if there else None)
    who = participants(d, [subject_of(r, token)], strict=True)
    home = {p.country for name in who for p in named(d, name)}
    if not ahead or not place or not who or any(p.code in home for p in r.named_places.get(place, ())):
        return None
    with_them = participants(d, [with_whom(token)], strict=True)
    return visit(d, i, number, who + [name for name in with_them if name not in who], place, token, "back")
