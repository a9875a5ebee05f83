"""Destinations: where a verb of travel leads (“flew to Riga”, “left Suva for Tokyo”, “went there”)."""

from spacy.tokens import Token

from dossier.find.arguments import after_links, objects
from dossier.find.discourse import Discourse
from dossier.find.reading import Reading
from dossier.find.venues import is_known, place_name, to_place
from dossier.lexicon import lowered

NEAR = 8  # words from “left” to “for Riga”

def destination(d: Discourse, i: int, token: Token) -> str | None:
    """The place to which the verb at word `i` leads."""
    r, word = d.r, d.r.low[i]
    if word in lowered("meetings", "leaving"):
        return None if r.tags[i] == "VBG" else to_place(r, token, ("for",)) or _bound_for(r, i)
    after = [o for o in objects(token) if d.persons_at.get(r.at.get(o.i, -1))]
    if word in lowered("meetings", "following") and not after:
        return None  # “This follows a visit to Riga”
    if word not in lowered("meetings", "arriving"):
        seen = after_links(token, ("with",)) if word in lowered("meetings", "acquainted") else objects(token)
        found = next((p for o in seen if (p := place_name(r, r.at.get(o.i, -1), o))), None)
        if word in lowered("meetings", "going"):
            return found if found and is_known(r, index_of(d, found, i)) else None
        things = [r.at[o.i] for o in seen if o.tag_ in ("NN", "NNS") and o.i in r.at]
        named = next((r.text(j, k + 1) for k in things for j in range(k - 3, k) if j > i and r.capital[j]), None)
        named = named or (to_place(r, token, ("at", "in", "near")) if things else None)
        return found or named or (r.words[things[0]] if things and word in lowered("meetings", "touring") else None)
    links = ("to", "in", "into") if word in lowered("meetings", "going") else ("to", "in", "into", "at")
    if word in lowered("meetings", "heading"):
        links = ("to", "for", "into")  # who “heads the agency in Seville” goes nowhere
    place = to_place(r, token, links)
    if not place or word not in lowered("meetings", "going"):
        return place
    k = index_of(d, place, i)
    return place if is_known(r, k) else None


def _bound_for(r: Reading, i: int) -> str | None:
    """“has departed Suva for China”, where the parse hangs the place on the one that is left."""
    k = next((k for k in range(i + 1, min(i + NEAR, r.sentence(i)[1] - 1)) if r.low[k] == "for"), None)
    if k is None or any(r.tags[j].startswith("VB") or r.words[j] == "," for j in range(i + 1, k)):
        return None
    place = in_place(r, k - 1)
    return place[0] if place else None


def there(d: Discourse, i: int, number: int, token: Token) -> str | None:
    """“She had been due to travel there on 9 May”: where the text has been last."""
    there = any(c.text.lower() == "there" and c.dep_ == "advmod" for c in token.rights)
    going = d.r.low[i] in lowered("meetings", "arriving") | lowered("meetings", "calling on")
    return last_place(d.r, d.r.sents[number][0]) if there and going else None


def last_place(r: Reading, before: int) -> str | None:
    """The place told last before a sentence."""
    return next((place[0] for k in range(before - 2, max(before - 60, 1), -1) if (place := in_place(r, k - 2))), None)


def in_place(r: Reading, i: int) -> tuple[str, str | None] | None:
    """The country or town named two words after word `i`, and the country's code."""
    if (place := r.place[i + 2]) and place.form in ("name", "capital"):
        return r.text(place.start, place.end), place.code
    if town := r.towns.get(i + 2):
        return r.text(town.start, town.end), town.code
    return None


def index_of(d: Discourse, place: str, i: int) -> int:
    """Where the place is printed after word `i`."""
    first = place.split()[0]
    return next((k for k in range(i, d.r.sentence(i)[1]) if d.r.words[k] == first), i)
