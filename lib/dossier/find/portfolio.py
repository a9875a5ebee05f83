"""Portfolios: how far the phrase reaches that an office is in charge of, and where the name after it begins."""

from dossier.lexicon import load, lowered, words
from dossier.find.fields import is_field
from dossier.find.joining import goes_on
from dossier.find.namewords import ends_name, is_given
from dossier.find.office import HYPHENS, LONGEST, NOUNS, POSSESSIVE, Office, glued, heads
from dossier.find.reach import apposed
from dossier.find.reading import BREAK, Reading
from dossier.find.titles import titles_end
TIMES = frozenset("hours days weeks months years terms decades times".split())
LINKING = frozenset(("and", "&", "of", "for", ",", "the", "'s", "’s"))


def noun_phrase(r: Reading, office: Office, k: int) -> int:
    """End of the noun phrase at `k` that the office is in charge of, with the name that may follow left out."""
    end, last_known = _run(r, office, k)
    if end == k:
        return k
    after = r.words[end] if end < len(r) else BREAK
    office_next = end < len(r) and r.low[end] in heads() and r.cased[end] not in words("titles", "titles")
    if office_next and r.capital[end] and _only_modifiers(r, k, end):
        return end if r.low[end] in words("offices", "styles") else k  # “Minister of Roads | Ambassador X”
    trailing = end - last_known
    plural = trailing == 1 and r.tags[last_known] in ("NNS", "NNPS")  # “Keeper of the Seven Wells.”: nobody's name
    another = office_next and r.capital[end]  # “Keeper of the Seven Wells | Sultan X”
    if trailing and (plural or another or after in (",", ".", ")") and apposed(r, office)):
        return end  # “King X, Keeper of Alder Well,”: the name has been told
    if trailing and last_known in r.towns and r.towns[last_known][:2] == (last_known, end) and last_known > k:
        return end  # “commander of NATO's Joint Force Command Naples”
    firms = words("offices", "private bodies") | words("offices", "works")
    named = trailing == 1 and firms & set(r.low[k:last_known])  # “CEO of the company Dunagáz”
    named = named or trailing == 2 and r.words[last_known - 1] in firms and not is_given(r.words[last_known])
    if named and after in (",", ".", ")"):
        return end  # “partner at the consultancy Río Abierto”
    if trailing == 1 and after == "," and r.words[last_known - 1] in words("institutions", "heads"):
        return end  # “head of the confederation Cona, X Y”
    named_next = after == "," and r.capital[end + 1 : end + 3] == [True, True] and r.low[end + 1] not in heads()
    if trailing == 1 and named_next and "and" in r.low[k:end]:
        return end  # “Minister of Finance and Digital Sovereignty, Luc Blanc”
    if trailing > 1 and after in POSSESSIVE and is_given(r.words[last_known]):
        return last_known  # “Secretary of State | Ann Moss's chief of staff”
    if trailing and r.capital[office.head] | (last_known > k) and _could_name(r, last_known, end) and after != "'s":
        if last_known > k and r.low[last_known - 1] not in ("of", "for", "the", "and", "&"):
            return last_known
        if trailing >= 3 and after not in POSSESSIVE:
            return end - 2
    return end


def _only_modifiers(r: Reading, start: int, end: int) -> bool:
    return all(r.capital[m] and r.low[m] in lowered("offices", "modifiers") for m in range(start, end))


def _could_name(r: Reading, start: int, end: int) -> bool:
    return all(
        r.capital[m]
        or r.low[m] in words("names", "particles")
        or r.low[m] in HYPHENS
        or m - 2 >= start and r.low[m - 1] in HYPHENS and r.capital[m - 2]  # “Park An-su”
        for m in range(start, end)
    )


def _run(r: Reading, office: Office, k: int) -> tuple[int, int]:
    """(end of the run of words that may belong to the phrase, end of its last word known to be no name)."""
    known, last_known, m, n = lowered("offices", "portfolios"), k, k, len(r)
    while m < n and m - k < LONGEST:
        word, mention = r.low[m], r.place[m]
        if r.shouting and ends_name(r, m) and word not in ("of", "for", "and", "the"):
            break
        if word in words("offices", "when"):
            break
        if mention:
            if (
                mention.form in ("name", "capital")
                and m > k
                and r.low[m - 1] not in ("and", "&")
                and r.low[m - 1] not in HYPHENS
            ):
                if not _in_name(r, m, known):
                    return (mention.end, mention.end) if _branch(r, m, known) else (m, min(last_known, m))
                office.country = office.country or mention.code
            if mention.form in ("demonym", "people", "national"):
                office.country = office.country or (None if is_field(r, mention.end) else mention.code)
            elif mention.form == "international":
                office.international = True
            m = last_known = mention.end
        elif m > k and r.capital[m - 1 : m + 2] == [True] * 3 and r.words[m] in words("offices", "legal forms"):
            return m + 1, m + 1  # “head of the firm Rheinlitho AG | X Y”
        elif m in r.towns and r.towns[m].start == m and r.towns[m].end - m > 1:
            m = last_known = r.towns[m].end  # “vice-governor of Tierra del Fuego”
        elif word in ("his", "her") and r.low[m + 1 : m + 2] in (["majesty"], ["highness"], ["excellency"]):
            if m > k and r.low[m - 1] not in LINKING:
                break  # “Minister of Interior | His Excellency Sheikh X”
            m = last_known = m + 2
        elif word in words("offices", "majesties") and r.low[m + 1 : m + 2] == ["the"]:
            m = last_known = m + 3  # “Adviser to HM the King”
        elif r.capital[m] and word not in known and _has_particle(r, m):
            break  # “Minister of Finance | Khalid bin Yousef”
        elif r.cased[m] in words("titles", "titles") and r.capital[m] and (word not in known or _rank_here(r, m)):
            break
        elif m > k and r.capital[m] and not r.shouting and titles_end(r, m) > m + 1 and not _service(r, m):
            break  # “Chief of Defence Staff | Air Chief Marshal X”
        elif r.words[m] in ("“", "„", '"') and (end := _quoted(r, m)):
            m = last_known = end
        elif word in words("offices", "divisions small") and m > k and r.capital[m - 1]:
            m = last_known = m + 1  # “the Rabat-Salé region”
        elif word in heads() and m > k and not _inner_head(r, office, m) and not _modifies(r, m):
            break
        elif r.tags[m] == "CD" and m > k and r.low[m + 1 : m + 2] and r.low[m + 1] in TIMES:
            break  # “president of the Parliament | two days earlier”
        elif word in known or r.tags[m] in NOUNS and not r.capital[m] and r.tags[m] != "VBG":
            far = m - last_known > 1 and word not in words("institutions", "heads")  # “the Northern Rising movement”
            if not r.capital[m] and (r.tags[m] not in NOUNS and word not in known or far):
                break
            m = last_known = m + 1
        elif r.capital[m] and r.cased[m] not in words("offices", "stops") and not (r.shouting and word in LINKING):
            m += 1
            if r.low[m - 2] in ("and", "&") and word.endswith(tuple(load("offices")["field endings"])):
                last_known = m
        elif word in POSSESSIVE and m - last_known > 1 and is_given(r.words[last_known]):
            break
        elif word == "of" and last_known > k and m - last_known == 2 and r.low[m + 1 : m + 2] == ["the"]:
            break  # “Secretary for Forest Affairs | Hem Saem of the Ministry”: two words that are known for none
        elif word in LINKING and m > k and goes_on(r, m):
            m = last_known = m + 1
        elif word in ("'", "’") and m > k and r.low[m - 1].endswith("s") and r.tags[m + 1 : m + 2] == ["NN"]:
            m += 1  # “the employers' federation”
        elif word in HYPHENS and m > k and glued(r, m) and m + 1 < n:
            m += 1 if r.capital[m + 1] else 2  # “state-owned”
        else:
            break
    return m, min(last_known, m)


def _in_name(r: Reading, m: int, known: frozenset[str]) -> bool:
    """“commander of the Royal | Oman Guard”: a body's name with the country at word `m` inside it."""
    after = r.place[m].end
    return r.capital[m - 1] and after < len(r) and r.capital[after] and r.low[after] in known


def _branch(r: Reading, m: int, known: frozenset[str]) -> bool:
    """“head of Fonterra | Vietnam, X”: a firm's name that ends with the country at word `m`."""
    named = r.low[m - 1] not in known or r.low[m - 1] in words("institutions", "heads")  # “Bank | Indonesia”
    end = r.place[m].end
    named = named or titles_end(r, end + 1) > end + 1  # “commander of US Army | Japan, General X”
    return r.capital[m - 1] and named and r.words[end : end + 1] == [","]


def _has_particle(r: Reading, m: int) -> bool:
    """Do particles of names in small letters follow word `m`, and a capital after them?"""
    k = m + 1
    while k < len(r) and r.low[k] == r.words[k] and r.low[k] in words("names", "particles"):
        k += 1
    k += m + 1 < k < len(r) - 1 and r.words[k] in HYPHENS  # “Omar al-Rashid”
    return m + 1 < k < len(r) and r.capital[k]


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
    if office.lemma in words("offices", "assisting") and "to" in r.low[office.head + 1 : m] and not r.capital[m]:
        return True  # “adviser to the UN | envoy for Syria”
    return (
        office.lemma in words("offices", "serving") and r.low[m] in words("offices", "served") and _owned_by_body(r, m)
    )


def _service(r: Reading, m: int) -> bool:
    """“Chief of the Defence | Force Air Marshal X”: the service is the office's, the rank its holder's."""
    return r.cased[m] in words("titles", "services")


def _modifies(r: Reading, m: int) -> bool:
    """“the engineer units”, “the officer corps”: a head before a noun is none."""
    small = m + 1 < len(r) and not r.capital[m] and not r.capital[m + 1]
    return small and r.tags[m + 1] in ("NN", "NNS") and r.low[m + 1] not in heads()


def _owned_by_body(r: Reading, m: int) -> bool:
    """“Special Representative of the UN | Secretary-General”."""
    place = r.place[m - 1]
    return place is not None and place.form == "international"
