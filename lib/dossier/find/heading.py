"""Offices told by what one does: “X, who heads the energy ministry”, “Y, who has led the border force since May”."""

from spacy.tokens import Token

from dossier.find.bare import possessed
from dossier.find.mention import Mention, claim, gender
from dossier.find.names import name_start
from dossier.find.office import NAMED, Office, printed
from dossier.find.reading import Reading
from dossier.find.titles import titles_end
from dossier.lexicon import lowered, words

PERFECT = frozenset(("has", "had"))
MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)


def heading(r: Reading, taken: list[bool]) -> list[Mention]:
    """Names before “, who heads the …”: the words from the verb on are the office as printed."""
    found = []
    for k, done in _verbs(r):
        end = k - 1
        while r.low[end] in words("appointment", "while") or done and r.low[end] in PERFECT:
            end -= 1
        if r.low[end : end + 1] != ["who"] or r.words[end - 1] != "," or done and not PERFECT & set(r.low[end:k]):
            continue
        start = name_start(r, end - 1)
        office = _office(r, k)
        if start is None or office is None or any(taken[start : end - 1]) or r.low[start - 1] in ("of", "from", "in"):
            continue
        titled = titles_end(r, max(0, start - 1)) == start
        claim(taken, start, end - 1)
        why = f"office by verb: {printed(r, office)}"
        mention = Mention(start, end - 1, why, offices=[office], female=gender(r, start - titled, start, end - 1))
        possessed(r, mention, start - titled)
        found.append(mention)
    return found


def _verbs(r: Reading) -> list[tuple[int, bool]]:
    """The verbs of heading, and whether they stand in the perfect: “who heads”, “who has headed … since May”."""
    found = {k: done for done in (False, True) for verb in words("appointment", "headed" if done else "heads")
             for k in r.where.get(verb, ())}  # fmt: skip
    return sorted(found.items())


def _thing(r: Reading, k: int) -> Token | None:
    """What is headed: “the ministry”, “over | the assembly”."""
    verb = r.token(k)
    over = next((c for c in verb.children if c.dep_ == "prep" and c.text.lower() == "over"), None)
    objects = over.children if over is not None and over.i == verb.i + 1 else verb.children
    return next((t for t in objects if t.dep_ in ("dobj", "pobj")), None)


def _belongs(token: Token) -> bool:
    """“of the ministry”, “at Sydbank”, “in Hallbergmoos”: does the phrase tell what is headed, and no time?"""
    if token.dep_ != "prep" or token.text.lower() not in ("of", "at", "in", "for"):
        return False
    inner = next((c for c in token.children if c.dep_ == "pobj"), None)
    return inner is not None and (token.text.lower() == "of" or inner.tag_ in NAMED and inner.text not in MONTHS)


def _office(r: Reading, k: int) -> Office | None:
    """The verb at word `k` with its object and what that is “of”; none for delegations and talks, headed for a day."""
    thing = _thing(r, k)
    if thing is None or thing.text.lower() in lowered("offices", "groups") | words("appointment", "for a day"):
        return None
    held = thing.text.lower().removesuffix("s") in words("appointment", "seats")
    if r.low[k] in words("appointment", "holds") and not held:
        return None
    if r.low[k] == "runs" and r.low[r.at.get(thing.left_edge.i, k)] in ("a", "an"):
        return None  # “who runs a fleet of lorries”: no office that others might hold
    last = max([thing.i, *(t.i for c in thing.children if _belongs(c) for t in c.subtree)])
    if last not in r.at or not 0 < (end := r.at[last] + 1) - k < 12:
        return None
    topic = r.low[end : end + 1] in (["on"], ["against"])
    if topic and r.low[end - 1] in words("institutions", "heads"):  # “the committee on energy”
        end += 1 + (r.low[end + 1] == "the")
        when = lowered("offices", "when")
        while end < len(r) and r.tags[end] in ("NN", "NNS", "NNP", "JJ") and r.low[end] not in when:
            end += 1
    if r.low[end : end + 1] == ["at"] and r.capital[end + 1 : end + 2] == [True]:
        end = next((j for j in range(end + 1, len(r)) if not r.capital[j]), end)  # “heads research | at Sydbank”
    office = Office(k, end, k, "head", False, k)
    places = [place for place in r.place[k:end] if place]
    office.international = any(place.form == "international" for place in places)
    codes = {place.code for place in places if place.code} or {r.towns[j].code for j in range(k, end) if j in r.towns}
    office.country = codes.pop() if len(codes) == 1 and not office.international else None
    return office
