"""Offices: “UK Minister of State for Defence”, “Kazakhstan's Deputy Prime Minister”, “his Armenian counterpart”.

A head noun (`language/offices.yml`), what stands before it (`rank`), what it is in charge of after it (`charge`); the
country is told by a demonym or possessive before, by “of X” after, or by an institution in the phrase.
"""

from functools import cache

from dossier.find.charge import extend_right
from dossier.lexicon import load, lowered, words
from dossier.find.names import name_end
from dossier.find.namewords import is_given
from dossier.find.office import ARTICLES, HYPHENS, NAMED, NOUNS, POSSESSIVE, Office, glued, heads, printed, title_of
from dossier.find.rank import extend_left
from dossier.find.reach import reach
from dossier.find.reading import BREAK, Reading
from dossier.find.titles import titles_end

__all__ = ["ARTICLES", "HYPHENS", "NAMED", "NOUNS", "POSSESSIVE", "Office", "heads", "offices", "printed", "title_of"]

PLAIN_TITLES = frozenset("Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr.".split())


@cache
def _implied() -> list[tuple[list[str], str]]:
    """(words of an office in lower case, country), longest first."""
    pairs = [(o.lower().split(), c) for c, os in load("offices")["implied"].items() for o in os]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def offices(r: Reading) -> list[Office]:
    """Every office in the text, left to right, none overlapping."""
    table, found, i, n = heads(), [], 0, len(r)
    while i < n:
        acts = r.tags[i] == "VBZ" and not r.capital[i]  # “Ann Lee heads to Riga”
        listed = r.low[i] in table and not acts and not _leads_on(r, i) and not _title_only(r, i)
        if listed or _occupation(r, i) or _trade(r, i):
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
    if owner is None or owner.plural or r.capital[owner.head] != r.capital[office.head]:
        return
    if owner.end + 1 == office.start and r.words[owner.end] in POSSESSIVE and r.low[owner.end] != "'":
        office.start, office.left, office.possessor = owner.start, owner.left, None
        office.skipped |= owner.skipped
        office.country, office.international = (
            office.country or owner.country,
            office.international or owner.international,
        )
        if office.country is None and owner.lemma == "secretary" and "general" in r.low[owner.head : owner.end]:
            office.international = True  # “the Secretary-General's envoy”
        found.pop()


def _occupation(r: Reading, i: int) -> bool:
    """An unlisted office after a name: “Dame Helen Moss, librarian of the Bodleian”."""
    if (
        r.tags[i] != "NN"
        or r.capital[i]
        or not r.low[i].endswith(_endings())
        or r.low[i + 1 : i + 2] not in (["of"], ["at"], ["for"])
    ):
        return False
    k = i - 1
    while k > 0 and (r.tags[k] in ("JJ", "NN", "DT") or r.words[k] in POSSESSIVE or r.place[k]) and i - k < 5:
        k -= 1
    return (
        k > 1
        and r.words[k] == ","
        and r.capital[k - 1]
        and r.capital[k - 2]
        and r.tags[k - 1] in NAMED
        and not r.place[k - 1]
    )


def _trade(r: Reading, i: int) -> bool:
    """An unlisted office before a name of two words that begins with a given name: “climber Ann Moss”."""
    opens = r.capital[i] and r.words[i].istitle() and r.sentence(i)[0] == i and not is_given(r.words[i])
    opens = opens and not (r.shouting or r.place[i] or r.cased[i] in words("titles", "titles"))
    small = r.tags[i] == "NN" and not r.capital[i] or opens and r.tags[i] in ("NN", "NNP")
    if not small or not r.low[i].endswith(_endings()) or len(r.low[i]) < 5:
        return False
    start = titles_end(r, i + 1) if opens else i + 1  # “Radiotherapist Dr Ann Moss”
    if opens and start == i + 1 and not r.low[i].endswith("ist"):
        return False  # “Ebenezer Samuel Addo” is all name
    named = r.capital[start : start + 2] == [True, True] and is_given(r.cased[start]) and not r.place[start]
    return named and r.low[i] not in words("offices", "no trades") | lowered("offices", "private bodies")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(load("offices")["endings"])


def _title_only(r: Reading, i: int) -> bool:
    """“Prince Faisal” has a title, “Crown Prince Mohammed” an office."""
    known = r.place[i - 1] or r.low[i - 1] in lowered("offices", "modifiers")
    if r.low[i] in ("mp", "mps") and i and r.capital[i - 1] and not known:
        return True  # “James Heappey MP”
    needed = load("offices")["only after"].get(heads()[r.low[i]][0])
    sure = needed is not None and r.low[i - 1] in needed
    if r.capital[i] and r.low[i] in words("offices", "given names") and not sure and _given_name(r, i):
        return True
    given = r.capital[i] and r.low[i] in words("offices", "given names") - words("offices", "royal")
    if given and r.words[i - 1] in words("titles", "of office") | PLAIN_TITLES:
        return True  # “Rep. Dean Phillips”
    if r.low[i] in words("offices", "in letters"):  # “5 pm” is an hour
        return not r.words[i][:2].isupper() or r.words[i - 1][:1].isdigit()
    if _rank_beside(r, i):
        return True
    if "marshal" in (r.low[i], *r.low[i + 1 : i + 2]) and _in_rank(r, i):
        return True
    return needed is not None and not sure


def _rank_beside(r: Reading, i: int) -> bool:
    """“Navy spokesman | Commander X”: right after an office, and before a name of two words, a rank is a title."""
    rank = r.capital[i] and r.cased[i] in words("titles", "weak") and r.cased[i] in words("titles", "titles")
    held = rank and r.low[i - 1] in heads() and r.low[i - 1] not in lowered("offices", "modifiers")
    named = r.capital[i + 1 : i + 3] == [True, True] or r.words[i + 2 : i + 3] and r.words[i + 2] in HYPHENS
    return bool(held and named) and r.low[i + 1] not in heads()


def _in_rank(r: Reading, i: int) -> bool:
    """“Air Marshal X”, “Air Chief Marshal Y”, “Field Marshal Z”: a rank, no office."""
    return r.capital[i] and r.cased[i - 1] in words("titles", "ranks") | {"Field", "Air"}


def _given_name(r: Reading, i: int) -> bool:
    """Is the word a given name: “the foreign minister, Amir Mutt,”, “by Sultan Al Harthy, minister of trade”?"""
    if r.low[i + 1 : i + 2] in (["bin"], ["ibn"], ["bint"]):
        return True  # “Sultan bin Omar”
    if r.low[i] in words("offices", "ruling") and r.low[i + 1 : i + 2] == ["al"]:
        return True  # “Sultan al-Mazrou”, “Amir Al Haddad”: who rules is told by another name
    if r.low[i] in words("offices", "ruling") and r.low[i - 1] in words("offices", "of state") and r.capital[i - 1]:
        return name_end(r, i + 1) == i + 2  # “Deputy Minister | Sultan Harthi”
    if r.words[i - 1] == "," and r.low[i - 2] in words("offices", "of state") | words("offices", "serving"):
        end = name_end(r, i + 1)
        return end == i + 2 and r.words[end : end + 1] == [","]
    return _given_before(r, i)


def _given_before(r: Reading, i: int) -> bool:
    """“by Sultan Al Harthy, minister of trade”: nothing before tells whose, and another office follows the name."""
    end = name_end(r, i + 1)
    if end == i + 1 or r.words[end : end + 1] != [","] or r.low[end + 1 : end + 2] == ["and"]:
        return False
    if r.low[i - 1] in ARTICLES or r.words[i - 1] in POSSESSIVE or r.place[i - 1]:
        return False
    if r.words[i - 1] in words("titles", "titles"):
        return False
    return any(r.low[k] in heads() for k in range(end + 1, min(end + 4, len(r))))


def _leads_on(r: Reading, i: int) -> bool:
    """Is this head only the first part of another: “Deputy” of “Deputy Minister”, “chief” of “chief executive”?"""
    j = i + 1
    while j < len(r) and j < i + 4:
        word = r.low[j]
        if word in heads():
            return not _title_only(r, j)
        if word in HYPHENS and r.low[j - 1] in words("offices", "prefixes") and glued(r, j) and j + 1 < len(r):
            j += 1  # “Vice-President”, “Executive Vice-President”
        elif word in lowered("offices", "modifiers") and not (r.place[j] or r.words[j] == BREAK):
            j += 1
        else:
            return False
    return False


def _office(r: Reading, i: int, floor: int) -> Office:
    lemma, plural = heads().get(r.low[i], (r.low[i], False))
    office = Office(i, i + 1, i, lemma, plural, i, private=r.low[i] not in heads())
    extend_left(r, office, floor)
    extend_right(r, office)
    reach(r, office)
    if office.country is None:
        office.country = implied_country(r, office)
    said = r.low[office.start : office.end]
    whose = said[: said.index("for")] if "for" in said else said  # not “director for multilateral talks”
    common = office.country is None and (_common(said) or _of_many(r, office))
    office.international |= bool(words("offices", "of many") & set(whose)) or common
    return office


def _of_many(r: Reading, office: Office) -> bool:
    """“president of the African Boxing Federation”: a body of a continent or the world, no part of a government."""
    inner = range(office.end if office.lemma in words("offices", "of state") else office.start, office.end - 1)
    for k in inner:
        if r.cased[k] in words("institutions", "of the world") and r.capital[k + 1]:
            end = next((j for j in range(k, office.end) if not r.capital[j]), office.end)
            body = r.low[end - 1] in words("institutions", "heads")
            return body and not words("institutions", "of a government") & set(r.low[k:end])
    return False


def _common(said: list[str]) -> bool:
    """“Executive Secretary of the Lakes Region Secretariat”: what several countries run, and no cabinet."""
    return "secretariat" in said and not lowered("offices", "public bodies") & set(said)


def implied_country(r: Reading, office: Office) -> str | None:
    """The country that the words tell: a Foreign Secretary is British, but where the text's country has one too."""
    if not r.capital[office.head]:
        return None
    said = [r.low[k] for k in range(office.start, office.end) if k not in office.skipped]
    while said and said[0] in lowered("offices", "qualifiers") | {"deputy", "principal"}:
        said.pop(0)
    named = {place.code for place in r.places if place.code and place.form != "national"}
    for phrase, country in _implied():
        if said[: len(phrase)] == phrase:
            if " ".join(phrase) in lowered("offices", "only if named") and country not in named:
                return None
            same = named.intersection(load("offices")["same titles"].get(country, ()))
            if not same and (not named or country in {place.code for place in r.places}):
                return country
            office.implied = None if same else country  # a hint
            return None
    return None
