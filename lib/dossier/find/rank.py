"""What stands before the head of an office: portfolio and rank, a firm or institution, whose it is, its country."""

from functools import cache

from dossier.lexicon import load, lowered, words
from dossier.find.naming import unknown_name
from dossier.find.office import ARTICLES, HYPHENS, LONGEST, NAMED, OWNERS, POSSESSIVE, Office, glued, heads
from dossier.find.reading import BREAK, Reading

NO_FIELD = frozenset("IN DT VB VBP VBD VBZ".split())  # “to see | President X”
DESCRIBES = frozenset("JJ JJR JJS RB VBN VBG".split())
DESCRIBED = 7  # words that describe the holder before the office
BORN = frozenset("born educated trained raised".split())


def extend_left(r: Reading, office: Office, floor: int) -> None:
    j = office.start
    while j > floor and office.end - j < LONGEST:
        k = _modifier(r, j, office)
        if k == j or k < floor:
            break
        j = k
    office.start = office.left = j
    _country_left(r, office, floor)


def _modifier(r: Reading, j: int, office: Office) -> int:
    """Where the word before `j` begins if it belongs to the office, else `j`."""
    word = r.low[j - 1]
    if r.words[j - 1] == BREAK:
        return j
    if r.place[j - 1] and (start := _body_of(r, r.place[j - 1].start)) is not None:
        office.country = r.place[j - 1].code
        return start
    if r.place[j - 1] and r.place[j - 1].form not in ("national", "international"):
        return j
    if r.place[j - 1]:
        _institution(r, j - 1, office)
        return r.place[j - 1].start
    if r.low[j - 3 : j - 1] in (["pro", "-"], ["anti", "-"]) and r.capital[j - 1]:
        return j  # “the pro-European minister”
    if word in POSSESSIVE and j >= 2 and r.capital[j] and r.low[j - 2] in words("offices", "of kinds of people"):
        return j - 2  # “People's | Deputy”, “Children's | Commissioner”
    if r.low[j] == "affairs" and r.tags[j - 1] in ("JJ", "NN", "NNS", "NNP") and not r.place[j - 1]:
        return j - 1  # “external | affairs minister”
    if word == "under" and not office.lemma.endswith("secretary"):
        return j  # “the fourth minister to fall under President X”
    if r.words[j - 2] in HYPHENS and _half(r, j - 1):
        return j - 3
    if word in ("time", "times", "term") and r.words[j - 2] in HYPHENS and glued(r, j - 2):
        return j - 3  # “three-times | premier”
    if r.tags[j - 1] == "VBD" and word in words("appointment", "makes"):
        return j  # “the king appointed | businessman X”
    if word in lowered("offices", "modifiers") or word in lowered("offices", "qualifiers") or word in heads():
        return j - 1
    if word in lowered("offices", "portfolios") and (r.capital[j - 1] or r.tags[j - 1] not in NO_FIELD):
        apart = r.capital[j] and not r.capital[j - 1] and j < office.head  # “after the talks | Prime Minister X”
        return j if apart else j - 1
    small = r.tags[j - 1] == "NN" and not r.capital[j]
    if j == office.head and small and word.endswith(_field_endings()) and office.lemma == "minister":
        return j - 1  # “water and sanitation | minister”, but “during the conversation | Minister X”
    owned = j >= 2 and (r.words[j - 2] in POSSESSIVE or r.place[j - 2] is not None)
    if owned and j == office.head and r.tags[j - 1] in ("NN", "NNS") and not r.capital[j - 1]:
        return j - 1  # “the EU's sanctions envoy”
    if word in words("offices", "divisions small") and j >= 2 and (town := r.towns.get(j - 2)):
        office.country = office.country or town.code
        return town.start  # “Atyrau region | governor”
    if _compound(r, j - 1, office):
        return j - 1
    if word in HYPHENS and j >= 2 and glued(r, j - 1):
        return (
            _modifier(r, j - 1, office)
            if r.low[j - 2] in words("offices", "prefixes") or r.low[j - 2] in lowered("offices", "modifiers")
            else j
        )
    if word in ("and", "&", ",") and j >= 2 and j < office.head + 1:
        return _joined(r, j, office.head)
    if unknown_name(r, j - 1, office):
        if office.lemma in words("offices", "of firms"):
            office.private = True
            twin = j >= 3 and r.low[j - 2] in HYPHENS and glued(r, j - 2) and r.capital[j - 3]
            begin = j - 3 if twin else j - 1  # “Petro-Bangla | chairman”
            firm = range(begin, office.head) if not r.capital[office.head] else range(begin, j)
            if not words("institutions", "no firms") & set(r.low[j - 1 : office.head]):
                office.firm.update(k for k in firm if r.capital[k])  # “Karratha Gas | chief executive”
            return begin
        if j >= 3 and r.low[j - 2] in HYPHENS and glued(r, j - 2) and r.capital[j - 3] and j - 1 not in r.towns:
            return _twin_city(r, j - 3, office)
        elif office.lemma in words("offices", "subnational"):
            town = r.towns.get(j - 1)
            office.country = town and town.code
            return town.start if town else j - 1
        return j - 1
    return j


def _twin_city(r: Reading, k: int, office: Office) -> int:
    """“Bielsko-Biała mayor”, “Tel Aviv-Jaffa mayor”: a city of two names, of which one may be known."""
    town = r.towns.get(k) or r.place[k]
    office.country = office.country or (town and town.code)
    return town.start if town else k


def _half(r: Reading, k: int) -> bool:
    """“Self-| Defence Forces chief”: is word `k` the second half of a field of government?"""
    joined = k >= 2 and glued(r, k - 1) and r.capital[k - 2] and r.capital[k] and not r.place[k - 2]
    return joined and r.low[k] in lowered("offices", "portfolios") and r.low[k - 2] not in heads()


def _compound(r: Reading, k: int, office: Office) -> bool:
    """“the | site manager”, “forensic sciences professor”, “LNG analyst”: a noun that the parse joins to the office."""
    noun, head = r.token(k), r.token(k).head
    plain = r.tags[k] in ("NN", "NNS") and not r.capital[k] or r.words[k].isupper() and not r.shouting
    small = plain and noun.dep_ == "compound" and r.words[k] not in words("titles", "titles")
    return small and not r.capital[office.head] and r.ids[k] < head.i <= r.ids[office.head]


@cache
def _field_endings() -> tuple[str, ...]:
    return tuple(load("offices")["field endings"])


def _body_of(r: Reading, k: int) -> int | None:
    """Start of “Bank of | Canada”, “University of | Oslo” that ends with the place at `k`."""
    named = k >= 2 and r.low[k - 1] == "of" and r.capital[k - 2] and r.low[k - 2] in words("institutions", "heads")
    return k - 2 if named else None


def _joined(r: Reading, j: int, head: int) -> int:
    """“Trade and | Industry Minister”, “Trade, | Industry and Energy Minister”."""
    before, after = r.low[j - 2], r.low[j]
    if r.low[j - 1] == "," and "and" not in r.low[j:head]:
        return j
    fields = lowered("offices", "portfolios") - lowered("offices", "modifiers") | words("offices", "fields")
    if any(r.capital[k] and r.low[k] in words("institutions", "heads") for k in range(j, head)):
        fields |= lowered("offices", "modifiers")  # “Peace and | Reconciliation Commission chair”
    if (
        before in fields
        and before not in heads()
        and r.capital[j - 2] == r.capital[j]
        and (after in lowered("offices", "portfolios") or r.capital[j] or after.endswith(_field_endings()))
    ):
        return j - 2
    return j


def _institution(r: Reading, k: int, office: Office) -> None:
    mention = r.place[k]
    if mention.form == "international":
        office.international = True
    elif office.country is None:
        office.country = mention.code


def _country_left(r: Reading, office: Office, floor: int) -> None:
    """Demonyms and possessives before the office; then its qualifier (“former”) and determiner."""
    j = _described(r, _born(r, office.start, floor), floor)
    if j - 1 >= floor and r.words[j - 1] in POSSESSIVE and j >= 2:
        office.possessor, j = j - 2, j - 1
        if r.place[j - 1] and r.place[j - 1].form == "international":  # “the EU's energy commissioner”
            office.international, office.possessor = True, None
            j = r.place[j - 1].start
        elif not r.place[j - 1]:
            office.left = _possessor_start(r, j - 1, floor)
            _possessed(r, office, floor)
            return
    while j - 1 >= floor and r.place[j - 1] and r.place[j - 1].form != "international":
        mention = r.place[j - 1]
        if mention.form == "capital" and office.possessor is None and office.lemma not in ("mayor", "governor"):
            break
        office.countries.insert(0, mention.code)
        j = mention.start
        if j - 2 >= floor and r.low[j - 1] in ("and", "-", ",") and r.place[j - 2]:
            j -= 1
    if j < office.start and _national_firm(r, office, j):
        office.start = j
    if office.countries:
        office.country = office.countries[-1]
        office.possessor = None
    office.left = j
    k = j
    while k - 1 >= floor and r.low[k - 1] in lowered("offices", "qualifiers"):
        k -= 1
    if k < j or r.place[office.start] and office.countries:
        office.skipped.update(range(j, office.start))
        office.start = office.left = k
    if office.left - 1 >= floor and r.low[office.left - 1] in ARTICLES:
        office.left -= 1
        if r.low[office.left] in OWNERS:
            office.possessor = office.left


def _born(r: Reading, j: int, floor: int) -> int:
    """“NATO's | Canadian-born deputy head”: where somebody is born does not tell whom they serve."""
    born = j - 3 >= floor and r.low[j - 1] in BORN and r.low[j - 2] in HYPHENS and r.place[j - 3]
    return r.place[j - 3].start if born else j


def _described(r: Reading, j: int, floor: int) -> int:
    """“Israel's | hardline Prime Minister”, “the Dutch | pro-EU leader”: what describes the holder is no office."""
    k = j
    while k - 1 >= floor and j - k < DESCRIBED and not r.place[k - 1] and _describes(r, k - 1):
        k -= 1
    whose = k - 1 >= floor and (r.words[k - 1] in POSSESSIVE or r.place[k - 1] and r.place[k - 1].form == "demonym")
    return k if whose and k < j and r.words[k] not in HYPHENS else j


def _describes(r: Reading, k: int) -> bool:
    """Is word `k` an adjective, or part of one: “far-right”, “73-year-old”, “newly elected”, “pro-European”?"""
    compound = r.words[k + 1] in HYPHENS or r.words[k - 1] in HYPHENS
    return compound or r.words[k] in HYPHENS or not r.capital[k] and (r.tags[k] in DESCRIBES or r.low[k] == "but")


def _national_firm(r: Reading, office: Office, j: int) -> bool:
    """“Bangladesh Bank | Governor”, “Kenya Pipeline | boss”: does a firm's name begin with the country at `j`?"""
    firms = office.lemma in words("offices", "of firms") or office.lemma == "governor"
    alone = r.place[j] and r.place[j].form in ("name", "demonym") and r.place[j].end == office.start
    named = "national firms" if alone and r.place[j].form == "name" else "national carriers"  # “Ethiopian Airlines”
    return bool(firms and alone) and r.words[office.start] in words("offices", named)


def _possessed(r: Reading, office: Office, floor: int) -> None:
    """“China Exim Bank's chairman”, “the UN Secretary-General's envoy”: the owner's name tells whose the office is."""
    place = r.place[office.left - 1] if office.left - 1 >= floor and office.left < office.start else None
    if place and place.form == "international":
        office.international = True
    elif place and place.form in ("name", "demonym", "national") and r.capital[office.left]:
        office.country, office.left = place.code, place.start
    elif office.possessor in r.towns:  # “Ontario's energy minister”
        office.country = office.country or r.towns[office.possessor].code


def _possessor_start(r: Reading, k: int, floor: int) -> int:
    """Start of the phrase whose last word `k` owns the office: “the operator | 's chief executive”."""
    while (
        k - 1 >= floor
        and (r.tags[k - 1] in ("NN", "NNS", "JJ") or r.tags[k - 1] in NAMED and r.capital[k])
        and not r.place[k - 1]
    ):
        k -= 1
    return k - 1 if k - 1 >= floor and r.low[k - 1] in ARTICLES else k
