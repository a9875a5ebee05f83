"""Those who take part without a name: offices, bodies, delegations and countries, as printed."""

from spacy.tokens import Token

from dossier.find.dates import in_time
from dossier.find.discourse import Discourse
from dossier.find.encounter import nouns
from dossier.find.counterparts import BEFORE_AND_AFTER
from dossier.lexicon import load, lowered, words
from dossier.find.office import COUNTERPARTS, glued
from dossier.find.offices import ARTICLES, HYPHENS, POSSESSIVE, Office, heads
from dossier.find.parties import singular
from dossier.find.persons import offices_of
from dossier.find.quotations import MARKS
from dossier.find.reading import Reading
from dossier.find.speech import table

FIRST = 3  # times a body is named, of which one gives its full name
_OF = ("of", "for", "from")
_PEOPLE = (("meetings", "bodies"), ("meetings", "relations"), ("institutions", "heads"))


def body(d: Discourse, token: Token) -> str | None:
    """The office, institution, delegation or country that a noun heads, as printed, without article."""
    r, k = d.r, d.r.at.get(token.i, -1)
    if k < 0 or r.tags[k] in ("PRP", "PRP$") or r.low[k] in lowered("coreference", "honours"):
        return None
    if in_time(token):
        return None
    for office in offices_near(d, k):
        if office.plural and r.low[k] in lowered("meetings", "groups"):
            break
        if office.left <= k < office.end or r.cased[k] in words("titles", "titles") and k < office.left <= k + 4:
            return (group(d, token) if office.plural else None) or office_printed(r, office) + _more_fields(d, office)
    mention = r.place[k]
    if mention and mention.form in ("name", "capital", "national", "international"):
        return r.text(mention.start, mention.end)
    if _again(r, k) or not _could_meet(r, k):
        return None
    start = _counted(r, _start(r, r.at.get(token.left_edge.i, k), k), k)
    end = _end(r, k)
    printed = " ".join(r.text(start, end).split()) if start < end else None
    return _full_name(r, k) or printed if printed == r.words[k] else printed


def _more_fields(d: Discourse, office: Office) -> str:
    """“Minister for Housing|, Planning and Local Government”: the fields after a comma, to the last."""
    r, k = d.r, office.end
    if r.words[k : k + 1] != [","] or not {"for", "of"} & set(r.low[office.left : k]):
        return ""
    while k + 1 < len(r) and (r.words[k] == "," or r.low[k] == "and") and r.capital[k + 1]:
        last, k = r.low[k] == "and", k + 1
        while k < len(r) and r.capital[k] and k not in d.name_ends:
            k += 1
        if k in d.name_ends or last:
            return "" if k in d.name_ends else r.text(office.end, k)
    return ""


def _full_name(r: Reading, k: int) -> str | None:
    """“the Panel” for the “Panel of Elders” named before; “the forum” for the “Trade Forum”."""
    small = not r.capital[k]
    if small and not (r.low[k - 1] == "the" and r.low[k] in lowered("meetings", "assemblies")):
        return None
    for j in r.where.get(r.words[k].capitalize() if small else r.words[k], ())[:FIRST]:
        start = j
        while start > r.sentence(j)[0] and (
            r.capital[start - 1] and r.tags[start - 1].startswith("N")
            or r.words[start - 1] in HYPHENS
            or r.low[start - 1] == "and" and r.capital[start - 2] and r.low[start - 3] == "the"
        ):  # fmt: skip
            start -= 1
        if j < k and ((end := _end(r, j)) > j + 1 or start < j):
            return " ".join(r.text(start, end).split())
    return None


def group(d: Discourse, token: Token) -> str | None:
    """“the two presidents”, “ferrymen”: several people or bodies of whom nobody is named, as printed."""
    r, above = d.r, token.head.head
    if (
        token.dep_ == "pobj"
        and token.head.text.lower() == "of"
        and above.tag_ == "NNS"
        and _of_people(r, r.at[above.i])
    ):
        token = above  # “the boards of the two companies, which are to meet”
    k = r.at.get(token.i, -1)
    if k < 0 or token.tag_ not in ("NNS", "NNPS") or in_time(token) or not _of_people(r, k):
        return None
    start = r.at.get(token.left_edge.i, k)
    while start < k and (
        r.tags[start] in ("DT", "PDT", "PRP$") or r.words[start] in MARKS or r.low[start] == "visiting"
    ):
        start += 1
    return " ".join(r.text(_counted(r, start, k), _end(r, k)).split())


def _counted(r: Reading, start: int, k: int) -> int:
    """“More than forty | leaders”, “some 20 | ministers”: so roughly counted, they are told without their number."""
    first = start
    while first < k and r.low[first] in lowered("meetings", "roughly"):
        first += 1
    while start < first < k and (r.tags[first] == "CD" or r.low[first] in lowered("meetings", "dozens")):
        first += 1
    return first


def in_session(d: Discourse, token: Token) -> str | None:
    """“the fifth session of the Dialogue”: a body by the name of what it does."""
    r, k = d.r, d.r.at.get(token.i, -1)
    if k < 0 or token.tag_ != "NNP" or r.low[k] not in nouns() or not r.capital[k]:
        return None
    return _full_name(r, k) or r.words[k]


def _of_people(r: Reading, k: int) -> bool:
    """A plural of offices, bodies or, by its ending, of people: “planners”, “ferrymen”."""
    word, one = r.low[k], singular(r.low[k])
    known = (
        lowered("meetings", "states"),
        lowered("meetings", "bodies"),
        lowered("meetings", "assemblies"),
        lowered("institutions", "heads"),
        heads(),
    )
    return any(word in those or one in those for those in known) or by_ending(word)


def by_ending(plural: str) -> bool:
    """“planners”, “ferrymen”: mostly people; not “orders”, “disasters”."""
    return plural.endswith(tuple(load("meetings")["of people"])) and plural not in lowered("meetings", "things")


def _again(r: Reading, k: int) -> bool:
    """“the two companies”, “1,100 families”: those named before, or a number of people, nobody's name."""
    if r.capital[k] or r.low[k + 1 : k + 2] in (["of"], ["from"]):
        return False
    return r.low[k - 1] in ("two", "both") or r.tags[k - 1] == "CD" and r.words[k - 1][:1].isdigit()


def _could_meet(r: Reading, k: int) -> bool:
    if any(r.low[k] in lowered(*those) for those in _PEOPLE):
        return True
    if r.low[k] in lowered("meetings", "things"):
        return False
    if r.low[k] in lowered("meetings", "assemblies") and (r.capital[k] or r.low[k - 1] == "the"):
        return True
    beside = any(t.tag_ == "NNP" and t.text[:1].isupper() for t in r.token(k).conjuncts)  # “bp and Rosenholm”
    return (r.capital[k] or beside) and r.tags[k] in ("NNP", "NNPS") and r.low[k] not in nouns()


def _start(r: Reading, start: int, k: int) -> int:
    owned = any(word in POSSESSIVE for word in r.words[start:k])
    if owned and r.low[k] in lowered("meetings", "assemblies"):  # “Nordlicht's supervisory board”
        return max(j for j in range(start, k) if r.words[j] in POSSESSIVE) + 1
    plain = r.capital[k] and not owned
    while start < k and (
        r.low[start] in ARTICLES
        or r.words[start] in MARKS
        or plain and not r.capital[start]
        or not r.capital[k] and (r.tags[start] in ("RB", "VBN") or r.low[start] == "visiting")  # “newly named envoys”
    ):  # fmt: skip
        start += 1
    return start


def _end(r: Reading, k: int) -> int:
    """After “of …”, “for …”, “from …” where these say whose body it is."""
    own = r.low[k + 1 : k + 2] == ["on"] and r.capital[k] and r.low[k] in lowered("meetings", "assemblies")
    if k + 2 > len(r) - 1 or not (r.low[k + 1] in _OF or own and r.capital[k + 2] and not in_time(r.token(k + 2))):
        return k + 1
    if r.low[k + 1] == "for" and in_time(r.token(k + 2)):
        return k + 1  # “called a meeting of farmers for Sunday”
    opening = r.sentence(k)[0] == k and r.low[k] in lowered("meetings", "groups")
    whose = r.capital[k + 2] or r.low[k + 2] == "the" and r.capital[min(k + 3, len(r) - 1)]
    if r.capital[k] and not opening and not whose:
        return k + 1
    stop = k + 2
    while stop < min(len(r), k + 9) and _goes_on(r, stop) and not (r.capital[stop] and in_time(r.token(stop))):
        stop += 1
    while r.low[stop - 1] in (*_OF, "the", "and", "last", "next", "this"):
        stop -= 1
    while stop + 1 < len(r) and r.place[stop - 1] and r.low[stop] in (",", "and") and r.place[stop + 1]:
        stop = r.place[stop + 1].end  # “of Ghana, Togo and Benin”
    return stop


def _goes_on(r: Reading, k: int) -> bool:
    if r.shouting and (r.low[k] in table() or r.low[k] in ("in", "on", "at", "to")):
        return False  # all is in capitals
    if r.low[k] == "and" and k + 1 in _office_starts(r):
        return False  # “members of the parliament and Foreign Minister X”
    return (
        r.capital[k]
        or r.low[k] in ("the", "of", "two", "both", "their")
        or r.words[k] in HYPHENS and (r.capital[k + 1] or glued(r, k))
        or r.words[k - 1] in HYPHENS and glued(r, k - 1) and r.tags[k] in ("VBN", "VBD")  # “US-based”
        or r.words[k] in POSSESSIVE and r.tags[k + 1] in ("NN", "NNS")
        or r.low[k] == "and" and r.low[k + 1 : k + 2] != ["the"] and r.capital[k + 1]
        or r.low[k - 1 : k + 2] == ["state", "and", "government"]
        or r.tags[k] in ("NN", "NNS", "JJ", "CD") and r.token(k).dep_ != "ROOT"
    ) and r.words[k] not in (",", ".")  # fmt: skip


def _office_starts(r: Reading) -> set[int]:
    known = r.doc.user_data.get("office_starts")
    if known is None:
        known = r.doc.user_data["office_starts"] = {o.left for o in offices_of(r.doc) if not o.plural}
    return known


def offices_near(d: Discourse, k: int) -> list[Office]:
    """The offices around word `k`, found without a scan of the document."""
    table = d.r.doc.user_data.get("offices_by_word")
    if table is None:
        table = d.r.doc.user_data["offices_by_word"] = {}
        for office in offices_of(d.r.doc):
            for j in range(office.left - 4, office.end):
                table.setdefault(j, []).append(office)
    return table.get(k, [])


def office_printed(r: Reading, office: Office) -> str:
    """The office without article, country or whose it is (“Ann's”); a counterpart and a predecessor are somebody's."""
    start, owned = office.left, not office.plural and office.lemma not in BEFORE_AND_AFTER
    if owned:
        start = next((k + 1 for k in range(office.head - 1, start, -1) if r.words[k] in POSSESSIVE), start)
    while start < office.end and r.low[start] in ARTICLES:
        start += 1
    foreign = owned and office.lemma not in COUNTERPARTS  # “his Polish counterpart” is printed so
    while foreign and start < office.head and r.place[start] and r.place[start].form == "demonym":
        start += 1
    links = (
        k for k in range(start + 1, office.end) if r.low[k] in ("in", "at", "on") and r.words[k - 1] not in HYPHENS
    )
    end = next(links, office.end)
    return " ".join(r.text(start, end).split())
