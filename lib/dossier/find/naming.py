"""Naming: where the name of a body begins and ends that holds a country or its capital: “UK Export Finance”, “the
Warsaw Institute”, “the Rabat-Salé region”.
"""

from dossier.find.namewords import is_given
from dossier.find.office import HYPHENS, NAMED, POSSESSIVE, Office, glued, heads
from dossier.find.reading import Reading
from dossier.lexicon import lowered, words


def national_body(r: Reading, k: int) -> int:
    """End of a body's name that begins with its country: “UK | Export Finance”, “Fiji | Military Forces”; else 0."""
    if k < len(r) and r.place[k] and r.place[k].form == "national":
        return r.place[k].end
    end, known = k, lowered("offices", "portfolios")
    while end < len(r) and (
        r.capital[end]
        and r.low[end] in known
        and r.low[end] not in heads()
        or end > k
        and (r.low[end] in HYPHENS and glued(r, end) or r.words[end] in POSSESSIVE and r.capital[end + 1])
    ):
        end += 1
    treasury = r.place[k - 1].form == "name" and r.low[r.place[k - 1].start - 1] == "the"  # “of the US Treasury X”
    following = end < len(r) and (r.capital[end] or r.place[end]) and not treasury
    return end if end > k and not (following and end - k < 2) else 0


def state_body(r: Reading, k: int) -> bool:
    """“the Foreign Office”, “the UK Foreign Office”: does an institution of state begin at word `k`?"""
    places = [r.place[j] for j in (k, k + 1) if j < len(r)]
    return any(place and place.form == "national" for place in places)


def division_after(r: Reading, k: int) -> bool:
    """“the Rabat | -Salé region”, “the Oslo | district”: does a part of the country begin with its city?"""
    while k < len(r) and (r.capital[k] or r.low[k] in HYPHENS):
        k += 1
    return r.low[k : k + 1] != [] and r.low[k] in words("offices", "divisions small")


def body_after(r: Reading, k: int) -> bool:
    """Does a body's name go on after its city: “Warsaw | Institute”?"""
    return division_after(r, k) or (
        k < len(r)
        and r.capital[k]
        and (r.low[k] in words("institutions", "heads") or r.words[k] in words("names", "things"))
    )


def paired(r: Reading, end: int) -> bool:
    """“the Kazakhstan–United Kingdom friendship group”: a dash and another country follow."""
    return end + 1 < len(r) and r.low[end] in HYPHENS and r.place[end + 1] is not None


def unknown_name(r: Reading, k: int, office: Office) -> bool:
    """A capitalised word before the head that is no known word: an organisation's name, or part of a portfolio."""
    word = r.words[k]
    letters = word.isupper() and word.isalpha() and len(word) > 1  # “BP regional president”
    if r.shouting or not (r.capital[k] and r.tags[k] in NAMED or letters) or office.head - k > 4:
        return False
    if word in words("names", "never") and word not in words("offices", "organisations"):
        return False
    if word in words("titles", "titles") or r.sentence(k)[0] == k and r.low[k] in words("names", "human verbs"):
        return False  # “Replied State Department spokesman X”
    first = k
    while first and r.capital[first - 1] and r.tags[first - 1] in NAMED and r.sent_of[first - 1] == r.sent_of[k]:
        first -= 1
    if first < k and is_given(r.cased[first]) and not r.capital[office.head]:
        return False  # “They made Ann Moss | chair of the board”
    return letters or k + 1 == office.start or r.capital[office.head] or r.capital[k + 1]
