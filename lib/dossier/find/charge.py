"""What follows the head of an office: “-General”, “-elect”, and what it is in charge of, of which country, or posted to."""

from dossier.countries import Mention
from dossier.find.lexicon import load, lowered, words
from dossier.find.office import ARTICLES, HYPHENS, LONGEST, NOUNS, POSSESSIVE, Office, glued, heads
from dossier.find.reading import BREAK, Reading


def extend_right(r: Reading, office: Office) -> None:
    """Take into the office what follows its head, and all that it is in charge of."""
    office.end = _after_head(r, office)
    while office.end < len(r) and office.end - office.start < LONGEST and _link(r, office):
        pass
    _accredited(r, office)


def _after_head(r: Reading, office: Office) -> int:
    """End of “Secretary-General”, “president-elect”, “Ambassador Extraordinary and Plenipotentiary”, “Secretary Commerce”."""
    e, n, after = office.end, len(r), words("offices", "after_head")
    if e + 3 < n and r.low[e] in HYPHENS and r.low[e + 1] == "in" and r.low[e + 2] in HYPHENS:
        return e + 4  # “editor-in-chief”, “chairperson-in-office”
    if e + 1 < n and r.low[e] in HYPHENS and r.low[e + 1] in after | {"at"}:
        return e + 2
    while e < n and r.low[e] in after and not _rank(r, office, e):
        e += 1
        if e + 1 < n and r.low[e] == "and" and r.low[e + 1] in after:
            e += 1
    return e if e > office.end else _bare_field(r, office)


def _rank(r: Reading, office: Office, k: int) -> bool:
    """“army chief General X”: a rank before the name, no part of the office."""
    return r.low[k] == "general" and office.lemma not in words("offices", "generals")


def _bare_field(r: Reading, office: Office) -> int:
    """“Secretary Commerce X”, “Director General Operations Y”: a portfolio right after the head, without “of”."""
    e = office.end
    if not r.capital[office.head] or office.lemma not in words("offices", "fielded"):
        return e
    while (
        e < len(r)
        and r.capital[e]
        and r.low[e] in words("offices", "fields")
        and r.sent_of[e] == r.sent_of[office.head]
    ):
        e += 1
    return e if e < len(r) and r.capital[e] and r.low[e] not in heads() else office.end


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
    if word not in lowered("offices", "links") or k >= len(r) or not _takes(r, office, word):
        return False
    if r.low[k] in ARTICLES:
        k += 1
    if k >= len(r) or r.words[k] == BREAK:
        return False
    mention = r.place[k]
    if (
        mention
        and mention.start == k
        and mention.form in ("name", "demonym")
        and (end := _national_body(r, mention.end))
    ):
        office.country, office.end = office.country or mention.code, end
        return True
    if mention and mention.start == k and mention.form == "capital" and _body_after(r, mention.end):
        mention = None  # “an analyst at the Warsaw Institute”
    if mention and mention.start == k and mention.form in ("name", "capital") and not _pair(r, mention.end):
        if word == "of" and mention.end < len(r) and r.words[mention.end] in POSSESSIVE:
            end = _noun_phrase(r, office, mention.end + 1)
            if end > mention.end + 1:
                office.country, office.end = office.country or mention.code, end
            return end > mention.end + 1
        return _link_country(r, office, word, e, mention)
    told = office.country
    end = _noun_phrase(r, office, k)
    if end == k:
        return False
    if word == "with":  # “the group for cooperation with the Egyptian parliament” is no Egyptian one
        office.country = told
        office.skipped -= set(range(e, end))
    if office.plural and r.low[end - 1] in ("countries", "states", "nations", "sides", "republics", "governments"):
        office.skipped.update(range(e, end))
    office.end = end
    return True


def _national_body(r: Reading, k: int) -> int:
    """End of a body's name that begins with its country: “UK | Export Finance”, “Republic of Fiji | Military Forces”; else 0."""
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


def _body_after(r: Reading, k: int) -> bool:
    """Does a body's name go on after its city: “Warsaw | Institute”?"""
    return (
        k < len(r)
        and r.capital[k]
        and (r.low[k] in words("institutions", "heads") or r.words[k] in words("names", "things"))
    )


def _pair(r: Reading, end: int) -> bool:
    """“the Kazakhstan–United Kingdom friendship group”: a dash and another country follow."""
    return end + 1 < len(r) and r.low[end] in HYPHENS and r.place[end + 1] is not None


def _takes(r: Reading, office: Office, link: str) -> bool:
    if link in ("of", "for"):
        return True
    if link == "to":
        return office.lemma in words("offices", "posted")
    if link == "with":
        return r.low[office.end - 1] in words("offices", "with whom")
    if link == "from":
        return office.lemma == "counterpart"
    k = office.end + 1 + (r.low[office.end + 1 : office.end + 2] == ["the"])
    if link == "at" and r.low[k : k + 1] in (["ministry"], ["department"], ["office"]):
        return True  # “Minister of State at the Ministry of Foreign Affairs”
    if link == "at" and office.lemma in words("offices", "unofficial"):
        return False
    return (
        office.lemma in words("offices", "placed")
        or link == "on"
        and r.low[office.end - 1] in ("committee", "commission", "council", "subcommittee")
    )


def _link_country(r: Reading, office: Office, word: str, e: int, mention: Mention) -> bool:
    """“of Kazakhstan” tells the country and is no part of the office; “to Georgia” is a posting and is."""
    if word in ("of", "from"):
        if mention.form == "capital":
            return _of_city(r, office, mention)
        if r.low[mention.end : mention.end + 1] and r.words[mention.end] in POSSESSIVE:
            return False
        office.skipped.update(range(e, mention.end))
        office.countries = [mention.code]
        office.country, office.end = office.country or mention.code, mention.end
        _more_countries(r, office)
        return True
    if word == "in" and mention.form == "capital" and office.lemma not in words("offices", "posted"):
        return False
    if word in ("to", "for", "in", "on") and office.lemma in words("offices", "placed") | words("offices", "posted"):
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


def _noun_phrase(r: Reading, office: Office, k: int) -> int:
    """End of the noun phrase at `k` that the office is in charge of, with the name that may follow left out."""
    end, last_known = _run(r, office, k)
    if end == k:
        return k
    after = r.words[end] if end < len(r) else BREAK
    trailing = end - last_known
    if trailing == 1 and after in (",", ".", ")") and r.low[last_known - 1] in words("offices", "private bodies"):
        return end  # “CEO of the company Dunagáz”
    if (
        trailing == 1
        and after == ","
        and "and" in r.low[k:end]
        and r.capital[end + 1 : end + 3] == [True, True]
        and r.low[end + 1] not in heads()
    ):
        return end  # “Minister of Finance and Digital Sovereignty, Luc Blanc”
    if trailing and r.capital[office.head] | (last_known > k) and _could_name(r, last_known, end) and after != "'s":
        if last_known > k and r.low[last_known - 1] not in ("of", "for", "the", "and", "&"):
            return last_known
        if trailing >= 3 and after not in POSSESSIVE:
            return end - 2
    return end


def _could_name(r: Reading, start: int, end: int) -> bool:
    return all(
        r.capital[m] or r.low[m] in words("names", "particles") or r.low[m] in HYPHENS for m in range(start, end)
    )


def _run(r: Reading, office: Office, k: int) -> tuple[int, int]:
    """(end of the run of words that may belong to the phrase, end of its last word known to be no name)."""
    known, last_known, m, n = lowered("offices", "portfolios"), k, k, len(r)
    while m < n and m - k < LONGEST:
        word, mention = r.low[m], r.place[m]
        if mention:
            if (
                mention.form in ("name", "capital")
                and m > k
                and r.low[m - 1] not in ("and", "&")
                and r.low[m - 1] not in HYPHENS
            ):
                break
            if mention.form in ("demonym", "people"):
                if m == k or r.low[m - 1] != "and":
                    office.skipped.update(range(m, mention.end))
                office.country = office.country or mention.code
            elif mention.form == "national":
                office.country = office.country or mention.code
            elif mention.form == "international":
                office.international = True
            m = last_known = mention.end
        elif word in ("his", "her") and r.low[m + 1 : m + 2] in (["majesty"], ["highness"], ["excellency"]):
            m = last_known = m + 2
        elif r.cased[m] in words("titles", "titles") and r.capital[m] and (word not in known or _rank_here(r, m)):
            break
        elif r.words[m] in ("“", "„", '"') and (end := _quoted(r, m)):
            m = last_known = end
        elif word in heads() and m > k and not _inner_head(r, office, m):
            break
        elif word in known or r.tags[m] in NOUNS and not r.capital[m] and r.tags[m] != "VBG":
            if not r.capital[m] and (r.tags[m] not in NOUNS and word not in known or m - last_known > 1):
                break
            m = last_known = m + 1
        elif r.capital[m] and r.words[m] not in words("offices", "stops"):
            m += 1
            if r.low[m - 2] in ("and", "&") and word.endswith(tuple(load("offices")["field endings"])):
                last_known = m
        elif word in ("and", "&", "of", "for", ",", "the", "'s", "’s") and m > k and _goes_on(r, m):
            m = last_known = m + 1
        elif word in HYPHENS and m > k and glued(r, m) and m + 1 < n:
            m += 1 if r.capital[m + 1] else 2  # “state-owned”
        else:
            break
    return m, min(last_known, m)


def _rank_here(r: Reading, m: int) -> bool:
    """“Chief of Army Staff | General Tariq Bangash”: two words of a name, or another rank, follow."""
    following = r.words[m + 1 : m + 3]
    return (
        m + 2 < len(r)
        and r.low[m] == "general"
        and all(w[:1].isupper() for w in following)
        and r.low[m + 1] not in lowered("offices", "portfolios")
    )


def _quoted(r: Reading, m: int) -> int:
    """End of a firm's name in quotation marks, and its legal form: “chairman of the board of “Georgian Grid” JSC”."""
    for k in range(m + 1, min(m + 6, len(r))):
        if r.words[k] in ("”", "“", '"'):
            return k + 1 + (r.words[k + 1 : k + 2] != [] and r.words[k + 1] in words("offices", "legal forms"))
        if not r.capital[k]:
            return 0
    return 0


def _inner_head(r: Reading, office: Office, m: int) -> bool:
    """A head inside the phrase: “Council of | Ministers”, “Chiefs of Staff”, “Board of | Directors”."""
    if r.low[m - 1] in ("of", "prime", "the", "to", "joint") and r.low[m] in words("offices", "inner"):
        return True
    return (
        office.lemma in words("offices", "serving") and r.low[m] in words("offices", "served") and _owned_by_body(r, m)
    )


def _owned_by_body(r: Reading, m: int) -> bool:
    """“Special Representative of the UN | Secretary-General”."""
    place = r.place[m - 1]
    return place is not None and place.form == "international"


def _goes_on(r: Reading, m: int) -> bool:
    """Does the phrase go on after a connecting word? Only with a word that is in charge of something."""
    k = m + 1
    while k < len(r) and r.low[k] in ("the", "of"):
        k += 1
    if k >= len(r) or r.words[k] == BREAK:
        return False
    if r.place[k]:
        if r.place[k].form == "demonym" and r.low[m] == "and" and "," in r.words[max(0, m - 4) : m]:
            return r.place[k].end < len(r) and r.capital[r.place[k].end] and not heads().keys() & set(r.low[k : k + 4])
        return (
            r.place[k].form in ("national", "international")
            and r.low[m] in ("of", "the")
            or r.place[k].form == "demonym"
            and r.low[m] in ("of", "the")
            and not (k + 1 < len(r) and r.low[k + 1] in heads())
        )
    if r.low[m] == ",":
        return (
            r.low[k] in lowered("offices", "portfolios")
            and r.capital[k]
            and any(w == "and" for w in r.low[k + 1 : k + 4])
            and r.low[k] not in heads()
            and r.low[k + 1] not in heads()
        )
    if r.low[m] in ("and", "&"):
        last = (
            r.capital[k]
            and r.tags[k] in ("NNP", "NNPS", "NNS", "NN")
            and (k + 1 >= len(r) or not r.capital[k + 1] and r.words[k + 1] not in HYPHENS)
        )
        field = r.capital[k] and r.low[k].endswith(
            tuple(load("offices")["field endings"])
        )  # “Industries and Commodities”
        known = (
            r.low[k] in lowered("offices", "portfolios")
            or (last or field)
            and r.low[m - 1] in lowered("offices", "portfolios")
        )
        return known and r.capital[k] == r.capital[m - 1] and r.low[k] not in heads() and not _begins_office(r, k)
    return r.low[k] in lowered("offices", "portfolios") or r.capital[k] or r.tags[k] in NOUNS


def _begins_office(r: Reading, k: int) -> bool:
    return any(
        r.low[m] in heads()
        for m in range(k, min(k + 4, len(r)))
        if all(r.low[q] in lowered("offices", "modifiers") for q in range(k, m))
    )
