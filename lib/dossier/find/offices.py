"""Offices: “UK Minister of State for Defence”, “Kazakhstan's Deputy Prime Minister”, “his Armenian counterpart”.

A head noun (`language/offices.yml`), what stands before it, what it is in charge of after it; the country is
told by a demonym or possessive before, by “of X” after, or by an institution in the phrase.
"""

from dataclasses import dataclass, field
from functools import cache

from dossier.countries import region
from dossier.find.lexicon import load, lowered, words
from dossier.find.reading import BREAK, Reading

NAMED = ("NNP", "NNPS")
NOUNS = frozenset("NN NNS NNP NNPS JJ VBG CD".split())
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
HYPHENS = frozenset("-‑–")
ARTICLES = frozenset("the a an its his her their our my".split())
_PREFIX = frozenset("vice deputy co ex under sub secretary attorney then vice-".split())
# Before these an unknown name is a firm's, no part of the office: “Havdyp chief executive”.
_OF_FIRMS = frozenset("executive ceo cfo coo chief head chairman chairwoman chair director manager founder partner president officer boss".split()) | {"CEO", "CFO", "COO"}
LONGEST = 14  # words of an office


@dataclass
class Office:
    """Words `start` to `end` of a reading, the `head` among them; `left` is where its determiner or country begins."""

    start: int
    end: int
    head: int
    lemma: str
    plural: bool
    left: int
    country: str | None = None
    countries: list[str] = field(default_factory=list)
    possessor: int | None = None
    skipped: set[int] = field(default_factory=set)
    international: bool = False
    private: bool = False

    @property
    def definite(self) -> bool:
        return self.left < self.start


@cache
def heads() -> dict[str, tuple[str, bool]]:
    """Form in lower case → (lemma, plural?)."""
    offices, table = load("offices"), {}
    for lemma in offices["heads"]:
        plural = offices["plurals"].get(lemma) or (lemma[:-1] + "ies" if lemma.endswith("ry") else lemma + "s")
        table[plural.lower()] = (lemma, True)
    return table | {lemma.lower(): (lemma, False) for lemma in offices["heads"]}


@cache
def _implied() -> list[tuple[list[str], str]]:
    """(words of an office in lower case, country), longest first."""
    pairs = [(o.lower().split(), c) for c, os in load("offices")["implied"].items() for o in os]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def offices(r: Reading) -> list[Office]:
    """Every office in the text, left to right, none overlapping."""
    table, found, i, n = heads(), [], 0, len(r)
    while i < n:
        if r.low[i] in table and not _leads_on(r, i) and not _title_only(r, i) or _occupation(r, i):
            office = _office(r, i, found[-1].end if found else 0)
            _of_another(r, office, found)
            found.append(office)
            i = max(office.end, i + 1)
        else:
            i += 1
    return found


def _of_another(r: Reading, office: Office, found: list[Office]) -> None:
    """“the Prime Minister's | Trade Envoy”: an office that serves another one holds its words and country."""
    owner = found[-1] if found else None
    if owner is None or owner.plural or not (r.capital[owner.head] and r.capital[office.head]):
        return
    if owner.end + 1 == office.start and r.words[owner.end] in POSSESSIVE and r.low[owner.end] != "'":
        office.start, office.left, office.possessor = owner.start, owner.left, None
        office.skipped |= owner.skipped
        office.country, office.international = office.country or owner.country, office.international or owner.international
        found.pop()


def _occupation(r: Reading, i: int) -> bool:
    """An unlisted office after a name: “Dame Helen Moss, librarian of the Bodleian”."""
    if r.tags[i] != "NN" or r.capital[i] or not r.low[i].endswith(_endings()) or r.low[i + 1 : i + 2] not in (["of"], ["at"], ["for"]):
        return False
    k = i - 1
    while k > 0 and (r.tags[k] in ("JJ", "NN", "DT") or r.words[k] in POSSESSIVE or r.place[k]) and i - k < 5:
        k -= 1
    return k > 1 and r.words[k] == "," and r.capital[k - 1] and r.capital[k - 2] and r.tags[k - 1] in NAMED and not r.place[k - 1]


@cache
def _endings() -> tuple[str, ...]:
    return tuple(load("offices")["endings"])


def _title_only(r: Reading, i: int) -> bool:
    """“Prince Faisal” has a title, “Crown Prince Mohammed” an office."""
    if r.low[i] in ("pm", "fm", "ps"):  # “5 pm” is an hour
        return not r.words[i].isupper() or r.words[i - 1][:1].isdigit()
    needed = load("offices")["only after"].get(r.low[i])
    return needed is not None and r.low[i - 1] != needed


def _leads_on(r: Reading, i: int) -> bool:
    """Is this head only the first part of another: the “Deputy” of “Deputy Minister”, the “chief” of “chief executive”?"""
    j = i + 1
    while j < len(r) and j < i + 4:
        word = r.low[j]
        if word in heads():
            return not _title_only(r, j)
        if word in HYPHENS and j == i + 1 and r.low[i] in _PREFIX and j + 1 < len(r):
            j += 1
        elif word in lowered("offices", "modifiers") and not (r.place[j] or r.words[j] == BREAK):
            j += 1
        else:
            return False
    return False


def _office(r: Reading, i: int, floor: int) -> Office:
    lemma, plural = heads().get(r.low[i], (r.low[i], False))
    office = Office(i, i + 1, i, lemma, plural, i)
    _extend_left(r, office, floor)
    _extend_right(r, office)
    if office.country is None:
        office.country = implied_country(r, office)
    return office


def implied_country(r: Reading, office: Office) -> str | None:
    """The country that the office's own words tell: a Foreign Secretary is British."""
    if not r.capital[office.head]:
        return None
    said = [r.low[k] for k in range(office.start, office.end) if k not in office.skipped]
    while said and said[0] in lowered("offices", "qualifiers"):
        said.pop(0)
    for phrase, country in _implied():
        if said[: len(phrase)] == phrase:
            return country
    return None


# -- to the left ------------------------------------------------------------------------------------------------


def _extend_left(r: Reading, office: Office, floor: int) -> None:
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
    if r.words[j - 1] == BREAK or r.place[j - 1] and r.place[j - 1].form not in ("national", "international"):
        return j
    if r.place[j - 1]:
        _institution(r, j - 1, office)
        return r.place[j - 1].start
    if word in lowered("offices", "modifiers") or word in lowered("offices", "qualifiers") or word in heads():
        return j - 1
    if word in lowered("offices", "portfolios") and r.tags[j - 1] not in ("IN", "DT"):
        return j - 1
    if word in HYPHENS and j >= 2 and _glued(r, j - 1):
        return _modifier(r, j - 1, office) if r.low[j - 2] in _PREFIX or r.low[j - 2] in lowered("offices", "modifiers") else j
    if word in ("and", "&", ",") and j >= 2 and j < office.head + 1:
        return _joined(r, j)
    if _unknown_name(r, j - 1, office):
        if office.lemma in _OF_FIRMS:
            office.private = True
            office.skipped.add(j - 1)
        elif office.lemma in words("offices", "subnational"):
            office.country = region(r.words[j - 1])
        return j - 1
    return j


def _joined(r: Reading, j: int) -> int:
    """“Trade and | Industry Minister”, “Trade, | Industry and Energy Minister”."""
    before, after = r.low[j - 2], r.low[j]
    fields = lowered("offices", "portfolios") - lowered("offices", "modifiers") | {"economy", "energy", "trade", "industry", "defence", "culture", "labour", "foreign", "finance", "transport", "digital", "science", "education", "health", "tourism", "environment", "investment", "infrastructure", "interior", "agriculture", "development"}
    if before in fields and before not in heads() and r.capital[j - 2] == r.capital[j] and (after in lowered("offices", "portfolios") or r.capital[j]):
        return j - 2
    return j


def _unknown_name(r: Reading, k: int, office: Office) -> bool:
    """A capitalised word before the head that is no known word: an organisation's name, or part of a portfolio."""
    word = r.words[k]
    if r.shouting or not (r.capital[k] and r.tags[k] in NAMED) or office.head - k > 4:
        return False
    if word in words("names", "never") and word not in _ORGANISATIONS():
        return False
    if word in words("titles", "titles"):
        return False
    return k + 1 == office.start or r.capital[office.head]


@cache
def _ORGANISATIONS() -> frozenset[str]:
    return frozenset("BP Shell Chevron Exxon ExxonMobil Equinor Microsoft Google Apple Amazon Tesla Nvidia Huawei Samsung Airbus Boeing Leonardo Saab Rheinmetall Siemens Reuters Bloomberg Hamas Hezbollah Taliban Houthi Wagner Energy Oil Gas Bank Fund Group Climate Digital Development Economic Economy Trade Defence Defense Foreign Finance Interior Justice Health Education Transport Industry Sustainable Strategic Investment Business Green State Public National Security Agency Arab Kurdish Turkic Islamic Parliament Senate House Court Supreme Council Committee Commission Party Union European Federal Opposition Press Media Service Services Navy Army Air Police Central Regional".split())


def _institution(r: Reading, k: int, office: Office) -> None:
    mention = r.place[k]
    if mention.form == "international":
        office.international = True
    elif office.country is None:
        office.country = mention.code


def _glued(r: Reading, k: int) -> bool:
    """No space on either side of word `k`."""
    before, here = r.token(k - 1), r.token(k)
    return before.idx + len(before) == here.idx and not here.whitespace_


def _country_left(r: Reading, office: Office, floor: int) -> None:
    """Demonyms and possessives before the office; then its qualifier (“former”) and determiner."""
    j = office.start
    if j - 1 >= floor and r.words[j - 1] in POSSESSIVE and j >= 2:
        office.possessor, j = j - 2, j - 1
        office.international |= r.place[j - 1] is not None and r.place[j - 1].form == "international"
        if not r.place[j - 1]:
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
        if r.low[office.left] in ("his", "her", "their", "its"):
            office.possessor = office.left


def _possessed(r: Reading, office: Office, floor: int) -> None:
    """“China Exim Bank's chairman”, “the UN Secretary-General's envoy”: the owner's name tells whose the office is."""
    place = r.place[office.left - 1] if office.left - 1 >= floor and office.left < office.start else None
    if place and place.form == "international":
        office.international = True
    elif place and place.form in ("name", "demonym", "national") and r.capital[office.left]:
        office.country, office.left = place.code, place.start


def _possessor_start(r: Reading, k: int, floor: int) -> int:
    """Start of the phrase whose last word `k` owns the office: “the operator | 's chief executive”."""
    while k - 1 >= floor and (r.tags[k - 1] in ("NN", "NNS", "JJ") or r.tags[k - 1] in NAMED and r.capital[k]) and not r.place[k - 1]:
        k -= 1
    return k - 1 if k - 1 >= floor and r.low[k - 1] in ARTICLES else k


# -- to the right -----------------------------------------------------------------------------------------------


def _extend_right(r: Reading, office: Office) -> None:
    e, n = office.end, len(r)
    if e + 1 < n and r.low[e] in HYPHENS and r.low[e + 1] in ("general", "designate", "elect", "at", "delegate"):
        e += 2
    elif e + 3 < n and r.low[e] in HYPHENS and r.low[e + 1 : e + 4] == ["in", "-", "chief"]:
        e += 4
    else:
        while e < n and r.low[e] in ("general", "elect", "designate", "plenipotentiary", "extraordinary", "emeritus", "delegate"):
            e += 1
            if e + 1 < n and r.low[e] == "and" and r.low[e + 1] == "plenipotentiary":
                e += 1
    office.end = e
    while office.end < n and office.end - office.start < LONGEST and _link(r, office):
        pass


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
    if mention and mention.start == k and mention.form in ("name", "demonym") and (end := _national_body(r, mention.end)):
        office.country, office.end = office.country or mention.code, end
        return True
    if mention and mention.start == k and mention.form in ("name", "capital") and not _pair(r, mention.end):
        if word == "of" and mention.end < len(r) and r.words[mention.end] in POSSESSIVE:
            end = _noun_phrase(r, office, mention.end + 1)
            if end > mention.end + 1:
                office.country, office.end = office.country or mention.code, end
            return end > mention.end + 1
        return _link_country(r, office, word, e, mention)
    end = _noun_phrase(r, office, k)
    if end == k:
        return False
    if office.plural and r.low[end - 1] in ("countries", "states", "nations", "sides", "republics", "governments"):
        office.skipped.update(range(e, end))
    office.end = end
    return True


def _national_body(r: Reading, k: int) -> int:
    """End of a body's name that begins with its country: “UK | Export Finance”, “Republic of Fiji | Military Forces”; else 0."""
    end = k
    while end < len(r) and r.capital[end] and r.low[end] in lowered("offices", "portfolios") and r.low[end] not in heads():
        end += 1
    following = end < len(r) and (r.capital[end] or r.place[end])
    return end if end > k and not (following and end - k < 2) else 0


def _pair(r: Reading, end: int) -> bool:
    """“the Kazakhstan–United Kingdom friendship group”: a dash and another country follow."""
    return end + 1 < len(r) and r.low[end] in HYPHENS and r.place[end + 1] is not None


def _takes(r: Reading, office: Office, link: str) -> bool:
    if link in ("of", "for"):
        return True
    if link == "to":
        return office.lemma in words("offices", "posted")
    if link == "from":
        return office.lemma == "counterpart"
    return office.lemma in words("offices", "placed") or link == "on" and r.low[office.end - 1] in ("committee", "commission", "council", "subcommittee")


def _link_country(r: Reading, office: Office, word: str, e: int, mention) -> bool:
    """“of Kazakhstan” tells the country and is no part of the office; “to Georgia” is a posting and is."""
    if word in ("of", "from"):
        if mention.form == "capital" and office.lemma not in ("mayor", "governor", "bishop", "archbishop"):
            return False
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
    if trailing == 1 and after == "," and "and" in r.low[k:end] and r.capital[end + 1 : end + 3] == [True, True] and r.low[end + 1] not in heads():
        return end  # “Minister of Finance and Digital Sovereignty, Luc Blanc”
    if trailing and r.capital[office.head] | (last_known > k) and _could_name(r, last_known, end) and after != "'s":
        if last_known > k and r.low[last_known - 1] not in ("of", "for", "the", "and", "&"):
            return last_known
        if trailing >= 3 and after not in POSSESSIVE:
            return end - 2
    return end


def _could_name(r: Reading, start: int, end: int) -> bool:
    return all(r.capital[m] or r.low[m] in words("names", "particles") or r.low[m] in HYPHENS for m in range(start, end))


def _run(r: Reading, office: Office, k: int) -> tuple[int, int]:
    """(end of the run of words that may belong to the phrase, end of its last word known to be no name)."""
    known, last_known, m, n = lowered("offices", "portfolios"), k, k, len(r)
    while m < n and m - k < LONGEST:
        word, mention = r.low[m], r.place[m]
        if mention:
            if mention.form in ("name", "capital") and m > k and r.low[m - 1] not in ("and", "&") and r.low[m - 1] not in HYPHENS:
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
        elif r.words[m] in words("titles", "titles") and r.capital[m] and word not in known:
            break
        elif word in heads() and m > k and not _inner_head(r, m):
            break
        elif word in known or r.tags[m] in NOUNS and not r.capital[m] and r.tags[m] != "VBG":
            if not r.capital[m] and (r.tags[m] not in NOUNS and word not in known or m - last_known > 1):
                break
            m = last_known = m + 1
        elif r.capital[m] and r.words[m] not in _STOP():
            m += 1
        elif word in ("and", "&", "of", "for", ",", "the", "'s", "’s") and m > k and _goes_on(r, m):
            m = last_known = m + 1
        elif word in HYPHENS and m > k and _glued(r, m) and m + 1 < n:
            m += 1
        else:
            break
    return m, min(last_known, m)


@cache
def _STOP() -> frozenset[str]:
    return frozenset("January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday The In On At He She It They".split())


def _inner_head(r: Reading, m: int) -> bool:
    """A head inside the phrase: “Council of | Ministers”, “Chiefs of Staff”, “Board of | Directors”."""
    return r.low[m - 1] in ("of", "prime", "the") and r.low[m] in ("ministers", "directors", "president", "chiefs", "representatives", "prosecutors")


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
        return r.place[k].form in ("national", "international") and r.low[m] in ("of", "the") or r.place[k].form == "demonym" and r.low[m] == "of" and not (k + 1 < len(r) and r.low[k + 1] in heads())
    if r.low[m] == ",":
        return r.low[k] in lowered("offices", "portfolios") and r.capital[k] and any(w == "and" for w in r.low[k + 1 : k + 4]) and r.low[k] not in heads() and r.low[k + 1] not in heads()
    if r.low[m] in ("and", "&"):
        last = r.capital[k] and r.tags[k] in ("NNP", "NNPS", "NNS", "NN") and (k + 1 >= len(r) or not r.capital[k + 1] and r.words[k + 1] not in HYPHENS)
        known = r.low[k] in lowered("offices", "portfolios") or last and r.low[m - 1] in lowered("offices", "portfolios")
        return known and r.capital[k] == r.capital[m - 1] and r.low[k] not in heads() and not _begins_office(r, k)
    return r.low[k] in lowered("offices", "portfolios") or r.capital[k] or r.tags[k] in NOUNS


def _begins_office(r: Reading, k: int) -> bool:
    return any(r.low[m] in heads() for m in range(k, min(k + 4, len(r))) if all(r.low[q] in lowered("offices", "modifiers") for q in range(k, m)))


# -- as printed -------------------------------------------------------------------------------------------------


def printed(r: Reading, office: Office) -> str:
    """The office in the source's words, without country; a plural head is told in the singular."""
    dropped = lowered("offices", "dropped")
    kept = [k for k in range(office.start, office.end) if k not in office.skipped]
    while kept and (r.low[kept[0]] in dropped or r.low[kept[0]] in HYPHENS):
        kept.pop(0)
    parts = [r.text(start, end) for start, end in _runs(kept)]
    text = " ".join(part for part in parts if part)
    return text.replace(r.words[office.head], _singular(r, office), 1) if office.plural else text


def _singular(r: Reading, office: Office) -> str:
    word = office.lemma
    return word.upper() if r.words[office.head].isupper() and len(word) > 3 else word[:1].upper() + word[1:] if r.capital[office.head] else word


def _runs(indices: list[int]) -> list[tuple[int, int]]:
    runs: list[list[int]] = []
    for k in indices:
        if runs and runs[-1][1] == k:
            runs[-1][1] = k + 1
        else:
            runs.append([k, k + 1])
    return [(start, end) for start, end in runs]


def title_of(r: Reading, office: Office) -> str:
    """Modifiers and head in lower case, to compare offices: “deputy foreign minister”."""
    return " ".join(r.low[k] for k in range(office.start, office.head) if k not in office.skipped) + " " + office.lemma
