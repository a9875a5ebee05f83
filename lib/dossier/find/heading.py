"""Offices told by what their holder does: “X, who heads the energy ministry”, “Y, who commands the border force”."""

from dossier.find.mention import Mention, claim, gender
from dossier.find.names import name_start
from dossier.find.office import Office, printed
from dossier.find.reading import Reading
from dossier.find.titles import titles_end
from dossier.lexicon import lowered, words


def heading(r: Reading, taken: list[bool]) -> list[Mention]:
    """Names before “, who heads the …”: the words from the verb on are the office as printed."""
    found = []
    for k in sorted({k for verb in words("appointment", "heads") for k in r.where.get(verb, ())}):
        end = k - 1 - (r.low[k - 1] in ("now", "also", "currently"))
        if r.low[end : end + 1] != ["who"] or r.words[end - 1] != ",":
            continue
        start = name_start(r, end - 1)
        office = _office(r, k)
        if start is None or office is None or any(taken[start : end - 1]) or r.low[start - 1] in ("of", "from", "in"):
            continue
        titled = titles_end(r, max(0, start - 1)) == start
        claim(taken, start, end - 1)
        why = f"office by verb: {printed(r, office)}"
        found.append(Mention(start, end - 1, why, offices=[office], female=gender(r, start - titled, start, end - 1)))
    return found


def _office(r: Reading, k: int) -> Office | None:
    """The verb at word `k` with its object and what that is “of”; none for delegations and talks, headed for a day."""
    thing = next((t for t in r.token(k).children if t.dep_ == "dobj"), None)
    if thing is None or thing.text.lower() in lowered("offices", "groups") | words("appointment", "for a day"):
        return None
    of = next((t for t in thing.children if t.dep_ == "prep" and t.text.lower() == "of"), None)
    last = max([thing.i, *(t.i for t in of.subtree)] if of else [thing.i])
    if last not in r.at or not 0 < (end := r.at[last] + 1) - k < 12:
        return None
    office = Office(k, end, k, "head", False, k)
    places = [place for place in r.place[k:end] if place]
    office.international = any(place.form == "international" for place in places)
    codes = {place.code for place in places if place.code}
    office.country = codes.pop() if len(codes) == 1 and not office.international else None
    return office
