"""Away: the countries that a person visits, or meets somebody of, by the words beside the name: not the own."""

from dossier.find.dated import dated
from dossier.find.gathering import Person
from dossier.find.mention import Mention
from dossier.find.office import ARTICLES, POSSESSIVE
from dossier.find.places import Places
from dossier.find.reading import Reading
from dossier.lexicon import lowered


def away(places: Places, person: Person) -> set[str | None]:
    """Where the person is on “his four-day visit to”, or goes on “a visit by A to”: not at home."""
    r, found = places.r, set()
    for mention in person.mentions:
        _, end = r.sentence(mention.start)
        to = mention.end + (r.low[mention.end : mention.end + 1] == [","])
        if r.low[to : to + 1] == ["to"] and _visits(r, mention):
            found |= _named_at(r, to + 1, end)
        found |= _counterpart_of(r, mention) | _visit_to(r, mention)
        if _on_a_visit(places, mention, end):
            found |= set(dated(r.doc))
        owns = mention.end < end and r.words[mention.end] in POSSESSIVE  # “A's two-day visit to”
        for k in range(mention.end, end - 2):
            own = {"his", "her", "their"} & set(r.low[k - 5 : k]) or owns and k < mention.end + 6
            if r.low[k] in lowered("offices", "journeys") and own and r.low[k + 1] == "to":
                found |= _named_at(r, k + 2, end) - _visited_by_another(places, mention, k, person)
    return found


def _visits(r: Reading, mention: Mention) -> bool:
    """“a visit by Minister A to”, “the visit of the Minister, A, to”."""
    left = min([o.left for o in mention.offices], default=mention.start)
    before = r.low[max(0, left - 6) : mention.start]
    return "by" in before or "of" in before and bool(lowered("offices", "journeys") & set(before))


def _visit_to(r: Reading, mention: Mention) -> set[str | None]:
    """“a visit to Lima by President A”, “the trip to Peru of Minister A”: not at home there."""
    left = min([o.left for o in mention.offices], default=mention.start)
    if r.low[left - 1] not in ("by", "of"):
        return set()
    near = (k for k in range(left - 2, max(-1, left - 8), -1) if r.low[k] in lowered("offices", "journeys"))
    k = next(near, None)
    return _named_at(r, k + 2, left) if k is not None and r.low[k + 1] == "to" else set()


def _on_a_visit(places: Places, mention: Mention, end: int) -> bool:
    """“A, who is on a two-day visit, said”, “the visiting A”: not at home where the text is written."""
    r = places.r
    left = min([o.left for o in mention.offices], default=mention.start)
    if "visiting" in r.low[max(0, left - 1) : mention.start]:
        return True
    for k in range(mention.end, end):
        near = range(max(mention.end, k - 6), k)
        on = any(r.low[j] == "on" and r.low[j + 1] in ARTICLES for j in near)  # not “on Tuesday and will visit”
        if on and r.low[k] in lowered("offices", "journeys"):
            others = any(mention.end < m.start < k for m, _ in places.in_sentence(r.sent_of[k]))
            return r.low[k + 1 : k + 2] != ["to"] and not others
    return False


def _visited_by_another(places: Places, mention: Mention, k: int, person: Person) -> set[str | None]:
    """“A met Finland's B during her visit to Kenya”: B, of another country, may be the traveller, so A not away."""
    r, here = places.r, places.in_sentence(places.r.sent_of[mention.start])
    between = [p for m, p in here if mention.end <= m.start < k and p is not person]
    to = _named_at(r, k + 2, r.sentence(k)[1])
    return to if any(p.country and p.country not in to for p in between) else set()


def _counterpart_of(r: Reading, mention: Mention) -> set[str | None]:
    """“A met her Indonesian counterpart”: A is no Indonesian."""
    _, end = r.sentence(mention.start)
    for k in range(mention.end, end - 2):
        place = r.place[k + 1] if r.low[k] in ("his", "her") else None
        if place and r.low[place.end : place.end + 1] in (["counterpart"], ["colleague"]):
            return {place.code}
    return set()


def _named_at(r: Reading, k: int, end: int) -> set[str | None]:
    return {r.place[j].code for j in range(k, min(k + 3, end)) if r.place[j]}

