"""What commas or brackets part from an office: “Permanent Secretary, Ministry of Works, Fiji”, “Secretary (Power)”."""

from dossier.countries import Mention
from dossier.find.names import name_end
from dossier.find.office import HYPHENS, Office, heads
from dossier.find.reading import Reading
from dossier.find.titles import titles_end
from dossier.lexicon import lowered, words

CLOSERS = frozenset(".;)")
LINKS = frozenset("of and for & the".split())
LONGEST = 10  # words of a body


def take_commas(r: Reading, office: Office) -> None:
    """Take in a body of state that follows the office and a comma, and the country that follows either."""
    if not r.capital[office.head] or office.plural or r.shouting:
        return
    end, closers = _body(r, office), CLOSERS
    if end and (_named(r, end) or _country(r, end, CLOSERS | {","}) or _closed(r, end)):
        closers = CLOSERS | {","}
        office.end = end
        office.country = office.country or next((p.code for p in r.place[office.head : end] if p and p.code), None)
    if place := _country(r, office.end, closers):
        office.country = office.country or place.code
        office.skipped.update(range(office.end, place.end))
        office.end = place.end


def in_letters(r: Reading, office: Office) -> bool:
    """“Secretary of the Lakes Secretariat (LRS), X”: the body's name in letters, no part of the office."""
    e = office.end
    fields = words("offices", "fields") | lowered("offices", "portfolios")
    opens = r.words[e : e + 1] == ["("]
    close = next((k for k in range(e + 3, min(e + 7, len(r))) if r.words[k] == ")"), 0) if opens else 0
    if close and r.capital[office.head] and all(r.low[k] in fields | LINKS for k in range(e + 1, close)):
        office.end = close + 1  # “the Secretary (Foreign Affairs)”
        return True
    letters = r.words[e + 1] if r.words[e : e + 3 : 2] == ["(", ")"] else ""
    if letters.lower() in fields and r.capital[e + 1] and r.capital[office.head]:
        office.end = e + 3  # “Secretary (Power) X”
    place = r.place[e + 1] if letters else None  # “the Republic of Korea (ROK)”, but “Minister A (UK)”
    other = place is not None and place.form in ("name", "demonym", "capital") and place.code != office.country
    if letters.isupper() and len(letters) > 1 and not r.shouting and not other:
        office.skipped.update(range(e, e + 3))
        office.end = e + 3
    return office.end > e


def _body(r: Reading, office: Office) -> int | None:
    """End of the capitalised words after a comma, all of which are of bodies or fields of government."""
    k = m = office.end + 1
    if r.words[office.end : k] != [","] or k >= len(r) or r.sent_of[k] != r.sent_of[office.head]:
        return None
    while m < len(r) and m - k < LONGEST and (r.capital[m] or r.low[m] in LINKS or r.words[m] in HYPHENS):
        m += 1
    said = r.low[k:m]
    if not said or said[-1] in LINKS or not r.capital[k] or any(word in heads() for word in said):
        return None
    if titles_end(r, k) > k or r.place[k] and r.place[k].end == m:
        return None
    known = lowered("offices", "portfolios")
    of_state = all(r.low[j] in known | LINKS or r.place[j] for j in range(k, m))
    if r.words[m : m + 1] == ["("] and r.words[m + 2 : m + 3] == [")"]:
        m += 3  # “Petroleum Resources (Gas)”
    return m if of_state else None


def _named(r: Reading, end: int) -> bool:
    """Does a name of two words or more follow after a comma, closed by one?"""
    if r.words[end : end + 1] != [","]:
        return False
    start = titles_end(r, end + 1)
    last = name_end(r, start)
    return last - start > 1


def _country(r: Reading, end: int, closers: frozenset[str]) -> Mention | None:
    """The country right after a comma, before a closing mark."""
    place = r.place[end + 1] if r.words[end : end + 1] == [","] and end + 1 < len(r) else None
    closed = place and place.form == "name" and r.words[place.end : place.end + 1] and r.words[place.end] in closers
    return place if closed else None


def _closed(r: Reading, end: int) -> bool:
    return end < len(r) and r.words[end] in CLOSERS
