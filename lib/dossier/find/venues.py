"""Where an encounter took place."""

from spacy.tokens import Token

from dossier.countries import in_text
from dossier.find.dates import in_time
from dossier.find.encounter import nouns, verbs
from dossier.lexicon import lowered, words
from dossier.find.offices import ARTICLES, POSSESSIVE
from dossier.find.reading import BREAK, Reading


def place_after(r: Reading, i: int, end: int, verb: Token | None = None) -> str | None:
    """“in Tbilisi”, “at the Government Office”: the first such place after the cue, else before it."""
    start = r.sentence(i)[0]
    for span in (range(i + 1, end), range(start, i)):
        for k in span:
            if r.low[k] in ("in", "at") and k + 1 < end and (r.token(k).head == verb or _of_event(r, k, i)):
                name = _named_place(r, k + 1, end, r.low[k])
                if name:
                    return name
    return None


def _of_event(r: Reading, k: int, i: int) -> bool:
    """Does the preposition hang on the event (its verb, its noun, or who took part), not on what was talked about?"""
    head, cue = r.token(k).head, r.token(i)
    at = r.at.get(head.i, -1)
    if head.tag_.startswith("VB") and head.i > cue.i:
        return r.low[at] in verbs() or r.low[at] in lowered("meetings", "holding") | lowered("meetings", "happen")
    if head.i == cue.i or head.tag_.startswith("VB") or head.tag_ in ("NNP", "NNPS", "IN"):
        return True
    return (
        r.low[at] in nouns()
        or r.low[at] in lowered("meetings", "bodies")
        or r.low[at] in ("sidelines", "margins", "forum", "ceremony", "counterpart")
    )


def _named_place(r: Reading, k: int, end: int, link: str) -> str | None:
    if k < end and r.low[k] in ("the", "his", "her", "their") and not r.place[k]:
        k += 1
    if k >= end:
        return None
    mention = r.place[k]
    if mention and mention.start == k and mention.form in ("capital", "name") and (link != "to"):
        return r.text(k, mention.end) if not (mention.end < end and r.words[mention.end] in POSSESSIVE) else None
    stop = k
    while (
        stop < end
        and (r.capital[stop] or r.words[stop] == "-" or r.low[stop] in ("of", "de", "la") and stop > k)
        and r.words[stop] != BREAK
    ):
        stop += 1
    while stop > k and r.low[stop - 1] in ("of", "de", "la", "-"):
        stop -= 1
    if stop == k or link == "to":
        return None
    if r.words[stop - 1] in words("meetings", "venues"):
        return r.text(k, stop)
    if is_known(r, stop - 1) and link in ("in", "at") and r.words[k] not in words("names", "never"):
        return r.text(k, stop)
    return None


def vague(place: str) -> bool:
    """“the central Asian country”, “the capital”: a place told before or after by its name."""
    return place.split()[-1] in lowered("meetings", "lands")


def within(r: Reading, one: str, other: str) -> bool:
    """Is one the country of the other (“Iran”, “the Iranian capital”), or told by no name?"""
    if vague(one) and not in_text(one) or vague(other) and not in_text(other):
        return True
    mine, others = codes_of(r, one), codes_of(r, other)
    whole = any(m.form == "name" for place in (one, other) for m in r.named_places.get(place, ()))
    return bool(mine & others) and (whole or vague(one) or vague(other))


def codes_of(r: Reading, place: str) -> set[str]:
    """The country of a place, told by its own name or known of a town."""
    towns = r.doc.user_data.get("codes_of_towns")
    if towns is None:
        towns = {r.text(town.start, town.end): town.code for town in r.towns.values()}
        r.doc.user_data["codes_of_towns"] = towns
    return set(in_text(place)) or {code for code in (towns.get(place),) if code}


def is_known(r: Reading, k: int) -> bool:
    """Is the word a country's name, or that of a city or province we know?"""
    return bool(r.place[k] or k in r.towns)


def place_name(r: Reading, k: int, token: Token) -> str | None:
    """The object of “visited”, if it is a place."""
    if k < 0:
        return None
    if r.place[k] and r.place[k].form in ("name", "capital"):
        return r.text(r.place[k].start, r.place[k].end)
    for child in token.rights:
        if child.text.lower() == "of" and r.low[k] in (
            "island",
            "city",
            "town",
            "port",
            "village",
            "province",
            "region",
            "capital",
            "kingdom",
            "republic",
        ):
            return next((place_name(r, r.at.get(g.i, -1), g) for g in child.children if g.dep_ == "pobj"), None)
    if in_time(token):
        return None
    for child in token.rights if not r.capital[k] else ():
        if child.dep_ == "prep" and child.text.lower() in ("at", "in", "near"):
            places = (place_name(r, r.at.get(g.i, -1), g) for g in child.children if g.dep_ == "pobj")
            if found := next((p for p in places if p), None):
                return found
    start = r.at.get(token.left_edge.i, k)
    if r.low[k] in lowered("meetings", "sites") or r.low[k].removesuffix("s") in lowered("meetings", "sites"):
        while start < k and r.low[start] in ARTICLES:
            start += 1
        return r.text(start, k + 1)
    while start < k and (r.low[start] in ARTICLES or not r.capital[start]):
        start += 1
    if start <= k and r.capital[k] and r.tags[k] in ("NNP", "NNPS"):
        return r.text(start, k + 1)
    return None


def to_place(r: Reading, token: Token, links: tuple[str, ...] = ("to",)) -> str | None:
    for child in [
        g for c in token.rights for g in (c, *c.rights) if g is c or c.text.lower() in ("on", "off", "back", "straight")
    ]:
        if child.dep_ == "prep" and child.text.lower() in links:
            for noun in child.children:
                if noun.dep_ == "pobj" and (name := place_name(r, r.at.get(noun.i, -1), noun)):
                    return name
    below = (c for c in token.rights if c.dep_ in ("xcomp", "advcl") and "to" in links)
    name = next((c for c in below if _named_as_verb(r, c)), None)
    return place_name(r, r.at.get(name.i, -1), name) if name is not None else None  # “travels to Thimphu”, as a verb


def _named_as_verb(r: Reading, token: Token) -> bool:
    """“flew to Windhoek”, where the parse takes the town for a verb."""
    k = r.at.get(token.i, -1)
    return k > 0 and r.low[k - 1] == "to" and r.capital[k] and (token.tag_ == "NNP" or is_known(r, k))
