"""Links: which prepositions lead from an office to what it is in charge of: “minister of”, “head of sales at”."""

from dossier.find.naming import state_body
from dossier.find.office import COUNTERPARTS, Office
from dossier.find.reading import Reading
from dossier.lexicon import lowered, words

DEPARTMENTS = frozenset(("ministry", "department", "office"))


def takes(r: Reading, office: Office, link: str) -> bool:
    """Does the preposition after the office's words lead on?"""
    if link in ("of", "for") or link == "in" and r.low[office.end - 1] in words("offices", "stationed"):
        return True
    if link == "in" and "at" in r.low[office.head : office.end]:
        return False  # “economist at Sable Securities | in Hong Kong”
    if link == "to":
        body = r.place[min(office.end + 1, len(r) - 1)]  # “Oman's governor to OPEC”
        sent = r.low[office.end - 1] in words("offices", "sent") or body is not None and body.form == "international"
        return office.lemma in words("offices", "posted") or sent
    if link == "with":
        return r.low[office.end - 1] in words("offices", "with whom")
    if link == "from":
        return office.lemma in COUNTERPARTS or office.plural
    k = office.end + 1 + (r.low[office.end + 1 : office.end + 2] == ["the"])
    if link == "in" and office.lemma in words("allegiance", "ministers"):
        return k < len(r) and r.capital[k] and r.low[k] in words("offices", "seats of government")
    if link == "at" and (_department(r, k) or state_body(r, k)):
        return True  # “Minister of State at the Ministry of Foreign Affairs”, “at the UK Foreign Office”
    part = office.lemma in words("offices", "subnational") | words("offices", "local")
    if link == "in" and part and r.place[office.end + 1]:
        return True  # “governor of Bokeo in Laos”
    if link == "at" and office.lemma in words("offices", "unofficial") | words("offices", "of firms"):
        k += k + 1 < len(r) and r.words[k] in words("offices", "private bodies")  # “at the consultancy Rystad”
        body = k < len(r) and r.capital[k] and not (r.place[k] and r.place[k].form in ("name", "capital", "demonym"))
        return body and r.towns.get(k, (0, 0))[1] != k + 1  # “head of sales at Volvo”, but “at Davos”
    return (
        office.lemma in words("offices", "placed")
        or link == "on"
        and r.low[office.end - 1] in ("committee", "commission", "council", "subcommittee")
    )


def _department(r: Reading, k: int) -> bool:
    """“the | ministry”, “the | foreign ministry”: does the name of a part of the government begin at word `k`?"""
    while k < len(r) and r.low[k] in lowered("offices", "modifiers") and r.low[k] not in DEPARTMENTS:
        k += 1
    return r.low[k : k + 1] != [] and r.low[k] in DEPARTMENTS
