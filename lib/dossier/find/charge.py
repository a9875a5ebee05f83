"""What follows the head of an office: “-General”, “-elect”, what it is in charge of, whose it is, where it serves."""

from dossier.countries import Mention
from dossier.lexicon import lowered, words
from dossier.find.office import ARTICLES, COUNTERPARTS, HYPHENS, LONGEST, POSSESSIVE, Office, heads
from dossier.find.enclosed import in_letters, take_commas
from dossier.find.links import takes
from dossier.find.naming import body_after, division_after, national_body, paired
from dossier.find.names import is_thing, name_end
from dossier.find.namewords import is_given
from dossier.find.portfolio import noun_phrase
from dossier.find.reading import BREAK, Reading
from dossier.find.titles import titles_end

ROMAN = frozenset(("III", "VII", "VIII", "XII", "XIII", "XIV", "XVI"))
NOBLE = frozenset(("prince", "princess"))
CHARGES = frozenset(("d'affaires", "d’affaires"))


def extend_right(r: Reading, office: Office) -> None:
    """Take into the office what follows its head, and all that it is in charge of."""
    office.end = _after_head(r, office)
    while office.end < len(r) and office.end - office.start < LONGEST and _link(r, office):
        pass
    take_commas(r, office)
    _accredited(r, office)
    if in_letters(r, office) and r.low[office.end : office.end + 1] == ["at"]:
        _link(r, office)  # “Minister of State (Development) | at the Foreign Office”


def _after_head(r: Reading, office: Office) -> int:
    """End of “Secretary-General”, “president-elect”, “Ambassador Extraordinary”, “Secretary Commerce”."""
    e, n, after = office.end, len(r), words("offices", "after_head")
    if e + 3 < n and r.low[e] in HYPHENS and r.low[e + 1] in ("in", "at") and r.low[e + 2] in HYPHENS:
        return e + 4  # “editor-in-chief”, “chairperson-in-office”, “Ambassador-at-Large”
    if e + 1 < n and r.low[e] in HYPHENS and r.low[e + 1] in after | {"at"}:
        return e + 2
    if r.low[e : e + 2] in (["attached", "to"], ["delegate", "to"]) and office.lemma == "minister":
        k = e + 2 + (r.low[e + 2 : e + 3] == ["the"])
        return next((j + 1 for j in range(k, min(k + 3, n)) if r.low[j] in heads()), e)  # “… to the Prime Minister”
    if r.low[e : e + 2] == ["ad", "interim"] or r.low[e : e + 2] == ["a.i", "."] or r.low[e : e + 1] == ["a.i."]:
        return e + 2 - (r.low[e] == "a.i.")  # “Chargé d'affaires a.i.”
    if r.low[e : e + 2] == ["responsible", "for"]:
        return e + 1  # “Minister responsible for water”
    if r.low[e : e + 3] == ["in", "charge", "of"]:
        return e + 2
    while e < n and r.low[e] in after and not _rank(r, office, e):
        e += 1
        if e + 1 < n and r.low[e] == "and" and r.low[e + 1] in after:
            e += 1
    if e > office.end and r.words[e : e + 1] != ["/"] and not (e < n and _letters(r, e)):
        return e
    office.end = e
    return _bare_field(r, office)


def _rank(r: Reading, office: Office, k: int) -> bool:
    """“army chief General X”: a rank before the name, no part of the office."""
    return r.low[k] == "general" and office.lemma not in words("offices", "generals")


def _bare_field(r: Reading, office: Office) -> int:
    """“Secretary Commerce X”, “Director General Operations Y”: a portfolio right after the head, without “of”."""
    e = office.end
    if not r.capital[office.head] or office.lemma not in words("offices", "fielded"):
        return e
    e += r.words[e : e + 1] == ["/"]  # “Director General/South Asia X”
    while (
        e < len(r)
        and r.capital[e]
        and (r.low[e] in words("offices", "fields") or r.words[office.end] == "/" and _region(r, e) or _letters(r, e))
        and r.sent_of[e] == r.sent_of[office.head]
    ):
        e += 1
    return e if e < len(r) and r.capital[e] and r.low[e] not in heads() else office.end


def _letters(r: Reading, k: int) -> bool:
    """“Chairman | NHA X”, “Executive Director CPEC | Secretariat Y”: a body in letters, and what it calls itself."""
    if r.low[k] in words("institutions", "heads") and _letters(r, k - 1):
        return True
    word = r.words[k]
    return word.isupper() and word.isalpha() and len(word) > 2 and not r.shouting and word not in ROMAN


def _region(r: Reading, k: int) -> bool:
    """“South”, “Asia”: a field that is no name."""
    return r.low[k] in lowered("offices", "portfolios") and r.low[k] not in heads()


def _accredited(r: Reading, office: Office) -> None:
    """“the Ambassador of Slovenia accredited to Kuwait”: said of the office, no part of it."""
    e = office.end
    if r.low[e : e + 2] == ["accredited", "to"] and e + 2 < len(r):
        k = e + 2 + (r.low[e + 2] == "the")
        if k < len(r) and r.place[k]:
            office.skipped.update(range(e, r.place[k].end))
            office.end = r.place[k].end


def _link(r: Reading, office: Office) -> bool:
    """Take one “of …”, “for …”, “to …” into the office; False if there is none."""
    e = office.end
    word, k = r.low[e], e + 1
    if word not in lowered("offices", "links") or k >= len(r) or not takes(r, office, word):
        return False
    if word == "for" and (_reason(r, office, k) or _somebody(r, k)):
        return False
    counted = r.low[k] in words("offices", "counts") and words("offices", "owners") & set(r.low[k + 1 : k + 2])
    if office.plural and counted:  # “the ministers of | both countries”
        office.skipped.update(range(e, k + 2))
        office.end = k + 2
        return True
    if r.low[k] in ARTICLES:
        k += 1
    if k >= len(r) or r.words[k] == BREAK:
        return False
    mention = r.place[k]
    if _others(r, k):
        office.country = office.country or (mention.code if mention else None)
        return False
    if (
        mention
        and mention.start == k
        and mention.form in ("name", "demonym")
        and (end := national_body(r, mention.end))
    ):
        office.country, office.end = office.country or mention.code, end
        return True
    if mention and mention.start == k and mention.form == "capital" and body_after(r, mention.end):
        office.country = office.country or (mention.code if division_after(r, mention.end) else None)
        mention = None  # “an analyst at the Warsaw Institute”
    if mention and mention.start == k and mention.form in ("name", "capital") and not paired(r, mention.end):
        if word in ("of", "for", "at") and mention.end < len(r) and r.words[mention.end] in POSSESSIVE:
            end = noun_phrase(r, office, mention.end + 1)
            if end > mention.end + 1:
                office.country, office.end = office.country or mention.code, end
            return end > mention.end + 1
        return _link_country(r, office, word, e, mention)
    told = office.country
    end = noun_phrase(r, office, k)
    if end == k:
        return False
    if word == "with":  # “the group for cooperation with the Egyptian parliament” is no Egyptian one
        office.country = told
        office.skipped -= set(range(e, end))
    if office.plural:
        office.skipped.update(range(_owners(r, e, end), end))
    office.end = end
    return True


def _somebody(r: Reading, k: int) -> bool:
    """“spokeswoman for | Ana Ruiz”: does the name of a person begin at word `k`?"""
    if not r.capital[k] or r.shouting or not is_given(r.words[k]) or r.low[k] in lowered("offices", "portfolios"):
        return False
    end = name_end(r, k)
    return end - k > 1 and not is_thing(r, end) and not any(r.place[k:end])


def _reason(r: Reading, office: Office, k: int) -> bool:
    """“recalled its ambassador for | consultations”, “thanked the minister for | support”: why, and no field."""
    token = r.token(office.head)
    if r.capital[k] or r.place[k] or token.dep_ not in ("dobj", "nsubjpass"):
        return False
    return token.head.text.lower() in words("offices", "for a reason")


def _others(r: Reading, k: int) -> bool:
    """“a spokesman for | Kenyan Foreign Minister Jane Otieno”: another's office, with the name, begins at word `k`."""
    m = k
    while m < len(r) and (r.place[m] or r.words[m] in POSSESSIVE or r.low[m] in lowered("offices", "modifiers")):
        m += 1
    if m >= len(r) or not r.capital[m] or r.low[m] not in heads() or r.sent_of[m] != r.sent_of[k]:
        return False
    title = r.cased[m] in words("titles", "titles") - words("titles", "of office") or r.low[m] in NOBLE
    if r.low[k - 1] in ARTICLES or title or r.low[m] in words("offices", "styles"):
        return False  # “Chief of the Defence Force | Air Marshal X”, “Minister of Roads | Ambassador Y”
    named = titles_end(r, m + 1)
    end = name_end(r, named)
    return end - named > 1 and not (end < len(r) and r.words[end] in POSSESSIVE)


def _owners(r: Reading, e: int, end: int) -> int:
    """Where “of the two countries”, “… of the three parliaments” begins between two words, else the end."""
    first = next((k for k in range(end - 1, e - 1, -1) if r.low[k] == "of"), end)
    said = r.low[first:end]
    counted = len(said) > 1 and words("offices", "counts") & set(said[1:3])
    return first if counted or said and said[-1] in words("offices", "owners") else end


def _link_country(r: Reading, office: Office, word: str, e: int, mention: Mention) -> bool:
    """“of Kazakhstan” tells the country and is no part of the office; “to Georgia” is a posting and is."""
    if word == "of" and r.capital[e - 1] and r.low[e - 1] in words("offices", "named after"):
        office.country, office.end = office.country or mention.code, mention.end
        return True  # “Governor of the Bank of Namibia”, “professor at the University of Oslo”
    if word in ("of", "from"):
        if mention.form == "capital" and office.lemma in COUNTERPARTS and word == "from":
            office.skipped.update(range(e, mention.end))  # “his counterpart from Hanoi”
            office.country, office.end = office.country or mention.code, mention.end
            return True
        if mention.form == "capital":
            return _of_city(r, office, mention)
        if r.low[mention.end : mention.end + 1] and r.words[mention.end] in POSSESSIVE:
            return False
        office.skipped.update(range(e, mention.end))
        office.countries = [mention.code]
        office.country, office.end = office.country or mention.code, mention.end
        _more_countries(r, office)
        return True
    posted = office.lemma in words("offices", "posted") or r.low[e - 1] == "mission"  # “deputy head of mission in X”
    local = words("offices", "subnational") | words("offices", "local")
    if word == "in" and office.lemma in local and not office.international:  # but “UNICEF Representative in Nepal”
        office.skipped.update(range(e, mention.end))
        office.country, office.end = mention.code, mention.end
        return True
    if word == "in" and mention.form == "capital" and office.lemma in CHARGES:
        office.skipped.update(range(e, mention.end))  # “the Chargé d'affaires of Malta in Tripoli, Mr X”
        office.end = mention.end
        return True
    if word == "in" and mention.form == "capital" and not posted:
        return False
    posted |= r.low[e - 1] in words("offices", "sent") | words("offices", "stationed")
    if word in ("to", "for", "in", "on") and (posted or office.lemma in words("offices", "placed")):
        office.end = mention.end
        return True
    return False


def _of_city(r: Reading, office: Office, mention: Mention) -> bool:
    """“mayor of Lisbon”, “Governor of Lagos State”: the city is part of the office, and tells its country."""
    if office.lemma not in words("offices", "local") | words("offices", "subnational"):
        return False
    end = mention.end
    while end < len(r) and r.words[end] in words("offices", "divisions"):
        end += 1
    office.country, office.end = office.country or mention.code, end
    return True


def _more_countries(r: Reading, office: Office) -> None:
    """“the foreign ministers of A, B and C”."""
    while office.plural and office.end + 1 < len(r) and r.low[office.end] in (",", "and"):
        k = office.end + 1 + (r.low[office.end + 1] in ("and", "the"))
        k += k < len(r) and r.low[k] == "the"
        if k >= len(r) or not r.place[k] or r.place[k].form not in ("name", "capital"):
            return
        office.skipped.update(range(office.end, r.place[k].end))
        office.countries.append(r.place[k].code)
        office.end = r.place[k].end
