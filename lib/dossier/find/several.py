"""Several names after the plural of an office: “Presidents A and B”, “the foreign ministers of X and Y, A and B”."""

from dataclasses import replace

from dossier.find.mention import Mention, after_name, claim, gender, is_called
from dossier.find.names import is_thing, name_end
from dossier.find.office import POSSESSIVE, Office, printed
from dossier.find.reading import Reading
from dossier.find.titles import titles_end
from dossier.lexicon import words


def list_after(r: Reading, chain: list[Office], start: int, taken: list[bool]) -> list[Mention]:
    """“Presidents A and B”, “foreign ministers of X and Y, A and B”, “Prime Ministers A of X and B of Y”."""
    found, k, office = [], start, chain[-1]
    while k < len(r):
        owner = r.place[k] if r.words[k + 1 : k + 2] and r.words[k + 1] in POSSESSIVE else None
        k += 2 * (owner is not None)  # “the ministers, A and Armenia's B”
        j = k + 1 + (r.low[k + 1 : k + 2] == ["the"])
        if found and r.low[k] == "of" and j < len(r) and r.place[j]:  # “the ambassadors of Peru A, of Hungary B”
            owner, k = r.place[j], r.place[j].end
        titles = titles_end(r, k)
        end = name_end(r, titles)
        if end == titles or is_thing(r, end) or end - titles == 1 and not (is_called(r, titles) or titles > k):
            break
        mention = Mention(titles, end, f"offices before: {printed(r, office)}", offices=[office])
        mention.country = (
            office.countries[len(found)] if len(office.countries) > len(found) and len(office.countries) > 1 else None
        )
        mention.country = owner.code if owner else mention.country
        k = after_name(r, mention)
        if k == mention.end and r.low[k : k + 1] == ["("] and r.low[k + 2 : k + 3] == [")"]:
            k += 3  # “ministers A (Energy) and B (Transport)”
        mention.female = gender(r, titles, titles, end)
        found.append(mention)
        claim(taken, titles, end)
        if k < len(r) and r.words[k] == ",":
            k += 1
        if k < len(r) and r.low[k] in ("and", "&"):
            k += 1
        elif r.words[k - 1] != ",":
            break
        if any(o.left <= k < o.end for o in r.doc._.offices):
            break
    if found and all(m.country is None for m in found[:-1]):
        _countries_after(r, found)
    if len(found) == 2 and len(office.countries) < 2:
        _distribute(r, office, found)
    return found


def _distribute(r: Reading, office: Office, found: list[Mention]) -> None:
    """“the foreign and defence ministers of Japan, A and B”: one field for each."""
    fields = words("offices", "fields")
    for k in range(office.start + 1, office.end - 1):
        if r.low[k] == "and" and r.low[k - 1] in fields and r.low[k + 1] in fields:
            found[0].offices = [replace(office, skipped=office.skipped | {k, k + 1})]
            found[1].offices = [replace(office, skipped=office.skipped | {k, k - 1})]


def _countries_after(r: Reading, found: list[Mention]) -> None:
    """“Presidents A, B and C of X, Y and Z”: as many countries as names, in the same order."""
    k, codes = found[-1].end, []
    k += k < len(r) and r.words[k] == ","
    if k >= len(r) or r.low[k] != "of":
        return
    k += 1
    while k < len(r) and (r.low[k] in (",", "and", "the") or r.place[k]):
        if r.place[k]:
            codes.append(r.place[k].code)
            k = r.place[k].end
        else:
            k += 1
    if len(codes) == len(found):
        for mention, told in zip(found, codes, strict=True):
            mention.country = told
