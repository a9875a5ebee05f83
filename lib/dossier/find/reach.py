"""Reach: how far an office goes where the sentence shows it, though its words are unknown.

What stands between an office and the name that a comma or a title sets off is of the office (“Head of the Signal |
Troops, Colonel X”), and so is what follows it up to the comma where somebody's name stands before (“X, Minister of
Foreign Affairs, Emigration and Expatriates, said”).
"""

from dossier.find.mention import CLOSERS
from dossier.find.names import is_thing, name_end, name_start
from dossier.find.namewords import is_given
from dossier.find.office import HYPHENS, NAMED, POSSESSIVE, Office, heads
from dossier.find.reading import BREAK, Reading
from dossier.find.titles import titles_end
from dossier.lexicon import load, lowered, words

LONGEST = 10  # words
LINKS = frozenset("of for on in at against with and & the".split())
STYLES = frozenset("Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. H.E. HE".split())
FIELDS = frozenset("NN NNS NNP NNPS JJ".split())


def reach(r: Reading, office: Office) -> None:
    """Take in what the commas, or the title of the name that follows, show to be of the office."""
    if r.shouting or office.plural or office.end >= len(r) or r.sent_of[office.end] != r.sent_of[office.head]:
        return
    if apposed(r, office):
        end = _closed(r, office)
    else:
        end = _up_to_name(r, office)
    if end > office.end:
        _take(r, office, end)


def apposed(r: Reading, office: Office) -> bool:
    """“Ana Ruiz, | senior analyst”: does a name of two words, without an office, end at the comma before this one?"""
    comma = office.left - 1
    if comma < 2 or r.words[comma] != "," or not r.capital[comma - 1]:
        return False
    start = name_start(r, comma)
    if start is None or comma - start < 2 or r.tags[comma - 1] not in NAMED or r.place[comma - 1]:
        return False
    while start and r.cased[start - 1] in words("titles", "titles"):
        start -= 1
    first = r.sentence(comma)[0]
    return start <= first or not (r.capital[start - 1] or r.low[start - 1] in heads())  # not “Minister A, | Minister B”


def _closed(r: Reading, office: Office) -> int:
    """End of the office whose holder is named before it, at the next comma or stop."""
    k, last = office.end, min(office.end + LONGEST, r.sentence(office.head)[1])
    while k < last and r.words[k] not in CLOSERS:
        if not (_field(r, k) and r.capital[k] or r.low[k] in ("of", "for", "and", "&") and _field(r, k + 1)):
            return office.end
        k += 1
    first = r.place[office.end]
    named = k > office.end and (r.capital[office.end] or r.capital[office.end + 1]) and not first
    k = k if named and k < last else office.end
    return _listed(r, k) or k


def _listed(r: Reading, comma: int) -> int:
    """End of “, Emigration and Egyptian Expatriates” after a first field of government; 0 if no such list follows."""
    if r.words[comma : comma + 1] != [","] or not r.capital[comma - 1]:
        return 0
    k, joined, items, known = comma + 1, False, 0, True
    while k < len(r) and k - comma < LONGEST and r.sent_of[k] == r.sent_of[comma]:
        if r.low[k] in ("and", "&") or r.words[k] == "," and not joined:
            joined, items, known = r.words[k] != ",", items + 1, known and _is_field(r, k - 1)
        elif joined and (r.words[k] in CLOSERS or r.tags[k] in ("VBD", "VBZ")):
            fields = lowered("offices", "portfolios") | lowered("offices", "modifiers")
            sure = r.low[k - 1] in fields or known and _is_field(r, k - 1)
            return k if items and sure else 0
        elif not r.capital[k] or not _field(r, k) or r.place[k] and r.place[k].form in ("name", "capital"):
            return 0
        k += 1
    return 0


def _is_field(r: Reading, k: int) -> bool:
    """“Emigration”, “Expatriates”, “Youth”: a word of what a government has in its charge."""
    ends = (*load("offices")["field endings"], "s")
    known = lowered("offices", "portfolios") | words("offices", "fields")
    return r.capital[k] and r.low[k] not in heads() and (r.low[k] in known or r.low[k].endswith(ends))


def _up_to_name(r: Reading, office: Office) -> int:
    """Where the name begins that follows at some distance, set off by a comma or begun by a title."""
    e, last = office.end, min(office.end + LONGEST, r.sentence(office.head)[1])
    if r.words[e] == ",":
        listed = _listed(r, e)
        return listed if listed and _name_at(r, listed) else _field_between(r, e) or e
    if not _opens(r, office):
        return e
    k = e
    if r.low[e] == "in":
        k += 2  # whatever the place is called
    while k < last and not (r.words[k] == "," or k > e and r.capital[k] and titles_end(r, k) > k):
        if not (_field(r, k) or r.low[k] in LINKS or r.words[k] in HYPHENS | POSSESSIVE):
            return e
        k += 1
    if k == e or k >= last or r.low[k - 1] in LINKS:
        return e
    return k if _name_at(r, k) else e


def _field_between(r: Reading, comma: int) -> int:
    """“Executive Vice President, | Upstream, | Mrs X”: end of what stands between commas before a titled name."""
    k = comma + 1
    while k < len(r) and r.capital[k] and (_is_field(r, k) or k == comma + 1 and _field(r, k)):
        k += 1
    titled = r.words[k : k + 1] == [","] and k > comma + 1 and titles_end(r, k + 1) > k + 1
    return k if titled and not any(r.place[comma + 1 : k]) and _name_at(r, k) else 0


def _opens(r: Reading, office: Office) -> bool:
    """May what stands right after the office be of it: a link, or one word (“Troops”, “Centre”) before a comma?"""
    k = office.end
    if r.low[k] in LINKS - {"the"}:
        after = k + 1 + (r.low[k + 1 : k + 2] == ["the"])
        if r.low[k] == "in" and r.capital[after : after + 1] != [True]:
            return False  # “the governor in question, X”
        filled = k - 1 > office.head or r.low[k] != "with"  # “the minister | with Mr X”
        return filled and (r.capital[office.head] or r.low[k] not in ("and", "&", "for"))
    alone = r.words[k + 1 : k + 2] == [","] and r.capital[k] and office.end - office.head > 1
    styled = r.words[k + 2 : k + 3] and r.words[k + 2] in STYLES  # “Head of Public | Diplomacy, Mr X”
    alone = alone and (r.low[k].endswith("s") or r.low[k] in words("institutions", "heads") or bool(styled))
    return alone and _field(r, k) and not is_given(r.words[k]) and len(r.where[r.words[k]]) == 1


def _name_at(r: Reading, k: int) -> bool:
    """Does the name of a person follow at word `k`, after a comma and closed by one, or after a title?"""
    comma = r.words[k] in (",", "(")
    start = k + comma
    start += r.low[start : start + 1] == ["the"]
    start += r.low[start : start + 1] != [] and r.low[start] in words("offices", "royal") | {"ambassador"}
    if start < len(r) and r.place[start] and titles_end(r, r.place[start].end) > r.place[start].end:
        start = r.place[start].end  # “the commander, U.S. | General X”
    first = titles_end(r, start)
    end = name_end(r, first)
    if end - first < 2 or any(r.place[first:end]) or is_thing(r, end):
        return False
    return not comma or end >= len(r) or r.words[end] in CLOSERS or r.words[end] == BREAK


def _field(r: Reading, k: int) -> bool:
    """A noun or adjective that is no office, no title, no day and no name of a person."""
    if k >= len(r) or r.tags[k] not in FIELDS or r.low[k] in heads() or r.low[k] in words("offices", "when"):
        return False
    if not r.capital[k]:
        return True
    return r.words[k] not in words("offices", "stops") and not (is_given(r.words[k]) and not _is_field(r, k))


def _take(r: Reading, office: Office, end: int) -> None:
    """Take the words up to `end`; a country that they tell is no part of the office, nor is where it is held."""
    if r.low[office.end] == "in" and all(r.capital[k] and not _is_field(r, k) for k in range(office.end + 1, end)):
        place = r.place[office.end + 1] or r.towns.get(office.end + 1)
        if office.lemma in words("offices", "of state") - words("offices", "posted"):
            office.skipped.update(range(office.end, end))  # “the premier in Tripoli, X”: of which of two governments
            office.country = office.country or place and place.code
    for k in range(office.end, end):
        place = r.place[k]
        if place is None or place.start != k or place.form not in ("name", "capital"):
            continue
        first = k - 1 - (r.low[k - 1] == "the")
        if r.low[first] == "of" and not (place.end < end and r.capital[place.end]):
            office.skipped.update(range(first, place.end))
            office.country = office.country or place.code
    office.end = end
