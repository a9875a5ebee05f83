"""Mentions: the places where a text names a person, and the rule that says so.

A name counts as a person's when an office or title stands before it, an office follows it in apposition, it
repeats (part of) a known person's name, or it is the subject of a verb of speech or meeting and the model too
sees a person there.
"""

from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc

from dossier.countries import region
from dossier.find.lexicon import words
from dossier.find.names import is_thing, name_end, titles_end, women
from dossier.find.offices import HYPHENS, NAMED, POSSESSIVE, Office, offices, printed
from dossier.find.reading import BREAK, Reading, reading

if not Doc.has_extension("offices"):
    Doc.set_extension("offices", default=None)

CLOSERS, DASHES = frozenset(",.;:)("), frozenset("–—-:(")


@dataclass
class Mention:
    """Words `start` to `end` of the reading that name a person, and the rule that says so."""

    start: int
    end: int
    why: str
    strong: bool = True
    offices: list[Office] = field(default_factory=list)
    country: str | None = None
    female: bool | None = None
    title: str | None = None  # a title that is an office: “MP”, “Gov.”


def offices_of(doc: Doc) -> list[Office]:
    """All offices of the text, found once."""
    if doc._.offices is None:
        doc._.offices = offices(reading(doc))
    return doc._.offices


def mentions(r: Reading) -> list[Mention]:
    """All mentions by name, in order; weak ones stand only if a strong one supports them."""
    taken = [False] * len(r)
    held = offices_of(r.doc)
    for office in held:
        for k in range(office.start, office.end):
            taken[k] = True
    found = _after_offices(r, held, taken)
    found += _with_apposition(r, held, taken)
    found += _bare(r, taken)
    return sorted(found, key=lambda m: m.start)


def _claim(taken: list[bool], start: int, end: int) -> None:
    taken[start:end] = [True] * (end - start)


def _after_offices(r: Reading, held: list[Office], taken: list[bool]) -> list[Mention]:
    """“Foreign Minister X”, “Presidents A and B”, “Prime Minister and Foreign Minister Z”."""
    found: list[Mention] = []
    chain: list[Office] = []
    for number, office in enumerate(held):
        chain = [*chain, office] if chain and _chained(r, chain[-1], office) else [office]
        following = held[number + 1] if number + 1 < len(held) else None
        if following and _chained(r, office, following):
            continue
        found += _named_after(r, chain, taken)
        chain = []
    return found


def _chained(r: Reading, one: Office, other: Office) -> bool:
    """Are the two offices of one person: “Deputy Prime Minister – Foreign Minister”, “Chancellor and Finance Minister”?"""
    between = r.low[one.end : other.left]
    if one.plural or other.plural or BREAK in between:
        return False
    if not between:
        return other.left == other.start and one.end == other.start
    if between == [","] and r.low[other.left] == "the" and other.lemma in words("offices", "unofficial"):
        return True  # “its vice-president, the economist X”
    if other.left < other.start or other.country and one.country and other.country != one.country:
        return False
    return between in (["and"], ["–"], ["-"], ["—"], [","], ["&"], ["/"]) and name_end(r, titles_end(r, one.end)) == titles_end(r, one.end)


def _named_after(r: Reading, chain: list[Office], taken: list[bool]) -> list[Mention]:
    office = chain[-1]
    start = office.end
    if start < len(r) and (r.words[start] == "," or office.plural and r.words[start] in DASHES) and _comma_name(r, office, taken):
        start += 1
        if r.low[start] == "the" and titles_end(r, start + 1) > start + 1:
            start += 1
    if office.plural:
        return _list_after(r, chain, start, taken)
    end_titles = titles_end(r, start)
    end = name_end(r, end_titles)
    if end == end_titles or taken[end_titles] or is_thing(r, end):
        return []
    if end - end_titles == 1 and (office.lemma in words("offices", "unofficial") or office.lemma in ("official", "officer", "member", "deputy", "delegate")) and not _entity(r, end_titles, end):
        return []
    mention = Mention(end_titles, end, f"office before: {printed(r, office)}", offices=list(chain))
    _after_name(r, mention)
    mention.female = _gender(r, start, end_titles, end)
    _claim(taken, start, end)
    return [mention]


def _comma_name(r: Reading, office: Office, taken: list[bool]) -> bool:
    """“the foreign minister, Murat Nurtleu, said”, “…, MP James Heappey”: a name in apposition to the office."""
    start = office.end + 1
    if r.low[start : start + 1] == ["the"]:
        start += 1
    titles = titles_end(r, start)
    end = name_end(r, titles)
    if titles > start and end > titles:
        return not _named_before(r, office, taken)
    while end < len(r) and r.words[end] in words("titles", "postnominals"):
        end += 1
    closed = end < len(r) and (r.words[end] in CLOSERS or r.words[end] == BREAK)
    loose = end < len(r) and r.low[end] in ("and", "–", "—", "of", "said", "in", "on", "who", "as", "at", "told")
    sure = office.definite or office.plural
    return end - titles >= 2 and (closed or loose and sure) and not _named_before(r, office, taken)


def _named_before(r: Reading, office: Office, taken: list[bool]) -> bool:
    """Does a name without an office of its own stand right before, with a comma between (“X, the prime minister, …”)?"""
    k = office.left
    return k >= 2 and r.words[k - 1] == "," and r.capital[k - 2] and not r.place[k - 2] and r.tags[k - 2] in NAMED and not taken[k - 2]


def _list_after(r: Reading, chain: list[Office], start: int, taken: list[bool]) -> list[Mention]:
    """“Presidents A and B”, “foreign ministers of X and Y, A and B”, “Prime Ministers A of X and B of Y”."""
    found, k, office = [], start, chain[-1]
    while k < len(r):
        titles = titles_end(r, k)
        end = name_end(r, titles)
        if end == titles or is_thing(r, end):
            break
        mention = Mention(titles, end, f"offices before: {printed(r, office)}", offices=[office])
        mention.country = office.countries[len(found)] if len(office.countries) > len(found) and len(office.countries) > 1 else None
        k = _after_name(r, mention)
        mention.female = _gender(r, titles, titles, end)
        found.append(mention)
        _claim(taken, titles, end)
        if k < len(r) and r.words[k] == ",":
            k += 1
        if k < len(r) and r.low[k] in ("and", "&"):
            k += 1
        elif r.words[k - 1] != ",":
            break
        if any(o.left <= k < o.end for o in offices_of(r.doc)):
            break
    if found and all(m.country is None for m in found[:-1]):
        _countries_after(r, found)
    return found


def _countries_after(r: Reading, found: list[Mention]) -> None:
    """“Presidents A, B and C of X, Y and Z”: as many countries as names, in the same order."""
    k, codes = found[-1].end, []
    if k >= len(r) or r.low[k] != "of":
        return
    k += 1
    while k < len(r) and (r.low[k] in (",", "and", "the") or r.place[k]):
        if r.place[k]:
            codes.append(r.place[k].code)
            k = r.place[k].end
        else:
            k += 1
    if len(codes) == len(found):
        for mention, told in zip(found, codes, strict=True):
            mention.country = told


def _after_name(r: Reading, mention: Mention) -> int:
    """Take “of Kazakhstan” or “(Kazakhstan)” after a name as its country; return where reading goes on."""
    k = mention.end
    if k + 1 < len(r) and r.low[k] in ("of", "from", "("):
        j = min(k + 1 + (r.low[k + 1] == "the"), len(r) - 1)
        if j < len(r) and r.place[j] and r.place[j].form in ("name", "capital") and r.place[j].start == j:
            if r.low[k] == "of" or r.low[k] == "(":
                mention.country = mention.country or r.place[j].code
                return r.place[j].end + (r.low[k] == "(")
    return k


def _gender(r: Reading, start: int, titles: int, end: int) -> bool | None:
    """True for a woman, False for a man, None where neither title nor given name tells."""
    shown = r.words[start:titles]
    if any(t in words("titles", "female") for t in shown) or r.words[titles] in women():
        return True
    return False if any(t in words("titles", "male") for t in shown) else None


def _with_apposition(r: Reading, held: list[Office], taken: list[bool]) -> list[Mention]:
    """“X, the prime minister of Y,”; “X, Prime Minister of Y”; “X (the UK envoy)”; “X, MP, UK minister”."""
    found = []
    used = {id(o) for o in held if o.end < len(r) and taken[o.end]}
    starts = {}
    for office in held:
        if id(office) not in used and not office.plural:
            starts.setdefault(office.left, office)
    for left, office in sorted(starts.items()):
        end = _name_before(r, left)
        if end is None or taken[end - 1]:
            mention = None
        else:
            begin = _name_start(r, end)
            mention = _apposed(r, begin, end, office, taken) if begin is not None else None
        if mention:
            more = starts.get(office.end + 1) if office.end < len(r) and (r.low[office.end] in ("and", ",") or r.low[office.end] in HYPHENS | DASHES) else None
            if more and not more.plural:
                mention.offices.append(more)
            found.append(mention)
    return found


def _name_before(r: Reading, left: int) -> int | None:
    """End of the name that the office at `left` may be said of."""
    k = left - 1
    if k > 0 and r.low[k] in ("as", "currently", "also", "now"):
        return None
    while k > 0 and (r.words[k] in (",", "(", "–", "—", "-") or r.words[k] in words("titles", "postnominals") or r.words[k].isdigit()):
        k -= 1
    if k == left - 1:
        relative = r.low[max(0, left - 2) : left]
        if relative in (["who", "is"], ["who", "was"], ["who", "serves"]) and left >= 4 and r.words[left - 3] == ",":
            return left - 3
        return None
    return k + 1


def _name_start(r: Reading, end: int) -> int | None:
    """Start of the longest name that ends at `end`."""
    for start in range(max(0, end - 2 * 4), end):
        if r.sent_of[start] == r.sent_of[end - 1] and name_end(r, start) == end:
            if start and r.tags[start] not in NAMED and r.sents[r.sent_of[start]][0] == start and end - start > 2:
                continue
            return start
    return None


def _apposed(r: Reading, begin: int, end: int, office: Office, taken: list[bool]) -> Mention | None:
    if end - begin < 2 and not _entity(r, begin, end) and r.tags[begin] not in NAMED:
        return None
    if any(taken[begin:end]):
        return None
    titles = titles_end(r, max(0, begin - 1)) == begin
    _claim(taken, begin, end)
    return Mention(begin, end, f"office after: {printed(r, office)}", offices=[office], female=_gender(r, begin - titles, begin, end))


def _entity(r: Reading, start: int, end: int) -> bool:
    """Does the model see a person here? A hint."""
    return all(r.token(k).ent_type_ == "PERSON" for k in range(start, end) if r.capital[k])


def _bare(r: Reading, taken: list[bool]) -> list[Mention]:
    """Names without an office: strong after a title, weak where only the model or a verb speaks for them."""
    found, i = [], 0
    while i < len(r):
        if taken[i] or r.words[i] == BREAK:
            i += 1
            continue
        titles = titles_end(r, i)
        end = name_end(r, titles)
        if end == titles or any(taken[titles:end]):
            i = max(titles, i + 1)
            continue
        mention = _judged(r, i, titles, end)
        if mention:
            found.append(mention)
            _claim(taken, titles, end)
        i = end
    return found


def _judged(r: Reading, start: int, titles: int, end: int) -> Mention | None:
    if is_thing(r, end) or r.words[end - 1] in words("names", "never") and end - titles == 1:
        return None
    female = _gender(r, start, titles, end)
    compound = r.token(end - 1).dep_ == "compound" or r.low[start - 1 : start] == ["the"]
    if titles > start and compound and end < len(r) and r.tags[end] in ("NN", "NNS", "JJ"):
        return None  # “the Ratu Sukuna wind farm”
    if titles > start:
        mention = Mention(titles, end, f"title before: {r.text(start, titles)}", female=female)
        if r.cased[start] in words("titles", "of office"):
            mention.title = r.text(start, titles)
        _possessed(r, mention, start)
        return mention
    first = r.sents[r.sent_of[titles]][0] == titles
    if first and r.tags[titles] not in NAMED and end - titles == 1 and not _entity(r, titles, end):
        return Mention(titles, end, "name", strong=False)
    mention = Mention(titles, end, "name", strong=False, female=female)
    _possessed(r, mention, start)
    if end - titles >= 2 and not _listed_place(r, titles, end):
        _after_name(r, mention)
        sure = _entity(r, titles, end) or _recurs(r, titles, end) or bool(mention.country or female)
        of_country = bool(mention.country) and _recurs(r, titles, end)
        known_as = r.low[titles - 2 : titles] == ["known", "as"]
        mention.strong = of_country or known_as or _entity(r, titles, end) and r.words[start - 1] in POSSESSIVE and bool(mention.country) or _acts(r, titles, end) or sure and _human_place(r, titles, end)
        mention.why = "name of somebody who speaks or meets" if mention.strong else "name"
    return mention


def _recurs(r: Reading, start: int, end: int) -> bool:
    """Is the last word of the name used without the first elsewhere?"""
    last, first = r.words[end - 1], r.words[start]
    return any(r.words[k - 1] != first and not start <= k < end for k in r.where[last])


def _human_place(r: Reading, start: int, end: int) -> bool:
    """Where only a person is named: before “who” or an age, or as one who is met, quoted or succeeded."""
    after = r.low[end : end + 3]
    if after[:2] == [",", "who"] or len(after) > 2 and after[0] == "," and after[1].isdigit() and len(after[1]) == 2 or after[:1] == ["who"]:
        return True
    token = r.token(end - 1)
    while token.dep_ in ("conj", "appos") and token.head != token:
        token = token.head
    if token.dep_ in ("nsubj", "nsubjpass", "dobj", "agent"):
        return token.head.text.lower() in _human_verbs()
    if token.dep_ == "pobj":
        above = token.head.head
        return token.head.text.lower() in ("with", "between", "by", "to") and above.text.lower() in _human_verbs() | {"meeting", "talks", "call", "conversation", "interview", "negotiations", "led", "headed", "chaired", "signed", "represented"}
    return False


def _listed_place(r: Reading, start: int, end: int) -> bool:
    return any(r.place[k] for k in range(start, end)) or r.low[start - 1 : start] == ["the"]


def _possessed(r: Reading, mention: Mention, start: int) -> None:
    """“Georgia's Bochorishvili”, “Britain’s Heappey”."""
    if start >= 2 and r.words[start - 1] in POSSESSIVE and r.place[start - 2] and r.place[start - 2].form == "name":
        mention.country = r.place[start - 2].code


def _acts(r: Reading, start: int, end: int) -> bool:
    """Is the name the subject of a verb only people are subjects of (“said”, “told”, “met”)?"""
    token = r.token(end - 1)
    return token.dep_ in ("nsubj", "nsubjpass") and token.head.text.lower() in _human_verbs()


@cache
def _human_verbs() -> frozenset[str]:
    return frozenset("said says told tells meet met meets receive host thank added adds noted notes thanked congratulated wrote writes stressed emphasised emphasized recalled met received hosted invited led represented signed thanks thanked congratulated quoted praised appointed succeeded succeeds replaced accompanied joined urged called denied proposed spoke explained asked replied argued welcomed visited arrived travelled traveled spoke warned".split())
