"""Announced: whom a lead calls by an office only, and the text names below it.

“…, its energy minister said on Thursday. | Energy Minister Ann Otieno …”, “…, the defence ministers of the two
countries announced. | Richard Cole and Minoru Abe …”. Only where one person of the text, or one for each country, can be meant.
"""

from dossier.find.discourse import Discourse
from dossier.find.gathering import Person
from dossier.find.office import Office
from dossier.find.parties import singular
from dossier.find.ranks import Rank, called, rank

LEAD = 2  # sentences at the head of a text
EXACT = 2  # called by the office itself, not by a lower or wider one


def announced(d: Discourse, office: Office, key: Rank, number: int) -> Person | None:
    """The one person named later who has this office; None if somebody named before may be meant, or several may."""
    if number >= LEAD or not key or d.r.capital[office.end : office.end + 1] == [True]:
        return None  # a name of its own stands after it, known or not
    fits = [p for p in _to_come(d, key) if office.country in (None, p.country)]
    return fits[0] if len(fits) == 1 else None


def both_announced(d: Discourse, office: Office, number: int) -> list[Person]:
    """The two named later who have this office, one for each of two countries."""
    two = "two" in d.r.low[max(0, office.left - 2) : office.end + 4] or len(office.countries) == 2
    if number >= LEAD or not two:
        return []
    fits = _to_come(d, rank(singular(d.r.text(office.start, office.head + 1).lower())))
    countries = {p.country for p in fits} - {None}
    told = set(office.countries) if len(office.countries) == 2 else countries
    return fits if len(fits) == len(countries) == 2 and countries == told else []


def _to_come(d: Discourse, key: Rank) -> list[Person]:
    met = {id(event.person) for event in d.events}
    return [p for p in d.everyone if id(p) not in met and p.offices and called(key, p) == EXACT]
