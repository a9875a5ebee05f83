"""Persons: names in the text, the office and country of each, and all places where they are named.

A name counts as a person's when an office or title stands before it, an office follows it in apposition, it
repeats (part of) a known person's name, or it is the subject of a verb of speech or meeting and the model too
sees a person there. What is said once of somebody holds for every later mention.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc

from dossier.countries import code
from dossier.facts import Person as PersonFact
from dossier.find.lexicon import lowered, words
from dossier.find.names import fold, is_thing, name_end, titles_end, women
from dossier.find.offices import ARTICLES, HYPHENS, NAMED, POSSESSIVE, Office, offices, printed, title_of
from dossier.find.reading import BREAK, Reading, raw, reading

for _name in ("people", "offices"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


COUNTERPARTS = frozenset(("counterpart", "colleague", "homologue"))
PEERS = frozenset("Lord Lady Baroness Baron Sir Dame Viscount".split())
# Weight of naming a country, for a bare office, where another's office names that country, its people stand on the
# other side, or it has an envoy here.
TOLD, FOREIGN, GUEST = 0.4, 0.1, 0.05
# What a mention weighs by its form; one more for a dateline, or a capital among the first words.
FORMS, DATELINE, OPENING = {"name": 1, "demonym": 1, "capital": 1, "national": 1}, 2, 8
# Words between two who stand on different sides.
SIDES = frozenset("met meet meets received receives hosted hosts welcomed with thanked congratulated told visited visiting talks spoke telephoned phoned called counterpart colleague between".split())
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
    office_words: list[str] | None = None


@dataclass(eq=False)
class Person:
    """A person of the text: fullest name, offices as printed, country, all mentions in order."""

    name: str
    mentions: list[Mention]
    offices: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    country: str | None = None
    female: bool | None = None
    international: bool = False
    why: str = ""

    @property
    def office(self) -> str | None:
        return "; ".join(self.offices) or None

    def posted(self) -> bool:
        """An envoy: somebody who serves abroad."""
        return any(title.split()[-1] in ("ambassador", "envoy", "consul", "attaché") for title in self.titles)

    def parts(self) -> list[str]:
        return fold(self.name).replace("-", " ").split()

    def fullest(self) -> Mention:
        longest = max(m.end - m.start for m in self.mentions)
        return next(m for m in self.mentions if m.end - m.start == longest)


def persons(doc: Doc) -> Iterator[PersonFact]:
    """One fact a person, at the first mention of the fullest name."""
    text, r = raw(doc), reading(doc)
    document = doc._.document.id if doc._.document else "text"
    for person in people(doc):
        start, end = r.chars(person.fullest().start, person.fullest().end)
        yield PersonFact.at(
            text, document, start, end,
            name=person.name, office=person.office, country=person.country, why=f"person: {person.why}",
        )  # fmt: skip


def people(doc: Doc) -> list[Person]:
    """The persons of a parsed document in order of first mention; found once, kept in `doc._.people`."""
    if doc._.people is None:
        doc._.people = _people(reading(doc))
    return doc._.people


def offices_of(doc: Doc) -> list[Office]:
    """All offices of the text, found once."""
    if doc._.offices is None:
        doc._.offices = offices(reading(doc))
    return doc._.offices


def _people(r: Reading) -> list[Person]:
    found = _grouped(r, _mentions(r))
    _counterparts(r, found)
    _home(r, found)
    return found


# -- mentions ---------------------------------------------------------------------------------------------------


def _mentions(r: Reading) -> list[Mention]:
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
        return True
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
        j = k + 1 + (r.low[k + 1] == "the")
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
            more = starts.get(office.end + 1) if office.end < len(r) and r.low[office.end] in ("and", ",") else None
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
    if titles > start:
        mention = Mention(titles, end, f"title before: {r.text(start, titles)}", female=female)
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
        mention.strong = of_country or _acts(r, titles, end) or sure and _human_place(r, titles, end)
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


# -- one person, many mentions ----------------------------------------------------------------------------------


def _grouped(r: Reading, mentions: list[Mention]) -> list[Person]:
    """Mentions laid together by name: the same words, or some of them in the same order."""
    found: list[Person] = []
    index: dict[str, list[Person]] = {}
    strong = [m for m in mentions if m.strong]
    for mention in strong:
        if mention.end - mention.start > 1:
            _file(r, mention, found, index)
    for mention in mentions:
        if mention.end - mention.start == 1 or not mention.strong:
            _file(r, mention, found, index, only_known=not mention.strong)
    found = [p for p in found if not _organisation(r, p)]
    for person in found:
        person.mentions.sort(key=lambda m: m.start)
        _settle(r, person)
    return sorted(found, key=lambda p: p.mentions[0].start)


def _organisation(r: Reading, person: Person) -> bool:
    """A bare “Havdyp Energi” that is later called by its first word is a firm."""
    if any(m.offices or m.why.startswith("title") for m in person.mentions):
        return False
    alone = {fold(r.text(m.start, m.end)) for m in person.mentions if m.end - m.start == 1}
    parts = person.parts()
    return parts[0] in alone and parts[-1] not in alone


def _file(r: Reading, mention: Mention, found: list[Person], index: dict[str, list[Person]], only_known: bool = False) -> None:
    name = r.text(mention.start, mention.end)
    name = " ".join(name.split())
    person = _same(name, mention, index)
    if person is None:
        if only_known:
            return
        person = Person(name, [])
        found.append(person)
    elif len(name.split()) > len(person.name.split()):
        person.name = name
    person.mentions.append(mention)
    for part in person.parts():
        if person not in index.setdefault(part, []):
            index[part].append(person)


def _same(name: str, mention: Mention, index: dict[str, list[Person]]) -> Person | None:
    """The person already known whose name this is, looked up by any of its words."""
    parts = fold(name).replace("-", " ").split()
    near = dict.fromkeys(p for part in parts for p in index.get(part, ()))
    fits = [p for p in near if _overlap(parts, p.parts())]
    if len(parts) == 1 and len(fits) > 1:
        last = [p for p in fits if p.parts()[-1] == parts[0]] or fits
        before = [p for p in last if any(m.start < mention.start for m in p.mentions)]
        return max(before or last, key=lambda p: max((m.start for m in p.mentions if m.start < mention.start), default=-1))
    return fits[0] if fits else None


def _overlap(short: list[str], long: list[str]) -> bool:
    """Is one name's words a subsequence of the other's, beginning or ending alike?"""
    if len(short) > len(long):
        short, long = long, short
    rest = iter(long)
    return all(_met(part, rest) for part in short) and (
        short[-1] == long[-1] or short[0] == long[0] or len(short) == 1 and len(short[0]) > 2 and short[0] in long[1:]
    )


def _met(part: str, rest: Iterator[str]) -> bool:
    """Is the next of `rest` that fits `part` there? An initial fits any word that begins so."""
    initial = part.rstrip(".")
    return any(part == word or len(initial) == 1 and word.startswith(initial) for word in rest)


def _settle(r: Reading, person: Person) -> None:
    """Office, country and gender of a person from all its mentions: the first that tells, wins."""
    for mention in person.mentions:
        if mention.offices:
            texts = [printed(r, o) for o in mention.offices if o.lemma not in COUNTERPARTS]
            texts = [t for t in texts if t != "Chief" or len(texts) == 1]
            if not person.offices or _fuller(person.offices, texts):
                person.offices = [t for n, t in enumerate(texts) if t and t not in texts[:n]]
            person.titles += [title_of(r, o) for o in mention.offices]
            person.international |= any(o.international for o in mention.offices)
        told = mention.country or next((o.country for o in mention.offices if o.country), None)
        person.country = person.country or told
        person.female = mention.female if person.female is None else person.female
    if person.international and not any(o.country for m in person.mentions for o in m.offices):
        person.country = None
    person.why = (next((m for m in person.mentions if m.offices), None) or person.fullest()).why


def _fuller(before: list[str], after: list[str]) -> bool:
    """A later phrase that only says more of the same office: “Minister” → “Minister for Europe”."""
    return len(before) == len(after) == 1 and before[0].lower() in after[0].lower() and before[0].lower() != after[0].lower()


# -- what the text tells elsewhere --------------------------------------------------------------------------------


def _counterparts(r: Reading, found: list[Person]) -> None:
    """“his Armenian counterpart Z” holds the office of the person whose counterpart Z is."""
    for person in found:
        mention = next((m for m in person.mentions if any(o.lemma in COUNTERPARTS for o in m.offices)), None)
        if mention and not person.offices:
            other = _before(r, mention, found, person)
            if other:
                person.offices, person.titles = list(other.offices), list(other.titles)


def _before(r: Reading, mention: Mention, found: list[Person], person: Person) -> Person | None:
    earlier = [(m.start, p) for p in found if p is not person and p.offices for m in p.mentions if m.start < mention.start]
    return max(earlier, key=lambda pair: pair[0])[1] if earlier else None


def _home(r: Reading, found: list[Person]) -> None:
    """Bare offices of state (“President X”) are of the country that the text is told from, where that is plain."""
    bare = [p for p in found if p.country is None and p.offices and not p.international and _of_state(p)]
    if not bare:
        return
    scores = _scores(r)
    told = {p.country for p in found if p.country and p.offices}
    weights = dict.fromkeys(told, TOLD) | dict.fromkeys((c for p in bare for c in _across(r, p, found)), FOREIGN) | dict.fromkeys(_guests(found), GUEST)
    for person in bare:
        person.country = _coordinate(r, person, found)
        if person.country:
            continue
        rivals = {p.country for p in found if p is not person and _rival(p, person)} | _postings(r, person)
        ranked = sorted((c for c in scores if c not in rivals), key=lambda c: (-scores[c] * _weight(c, weights, person), c))
        if "GB" in ranked and any(r.words[m.start - 1] in PEERS for m in person.mentions):
            ranked = ["GB"]
        if ranked and (len(ranked) > 1 or weights.get(ranked[0], 1) >= TOLD or person.posted()):
            person.country = ranked[0]
            person.why += "; country: by the text"


def _of_state(person: Person) -> bool:
    private = lowered("offices", "unofficial") | {"director", "manager", "officer"}
    if any(office.private for mention in person.mentions for office in mention.offices):
        return False
    return not any(title.split()[-1] in private and not {"managing", "general"} & set(title.split()) for title in person.titles)


def _rival(one: Person, other: Person) -> bool:
    """Do both hold an office of which a country has one only (“President”, “Foreign Minister”)?"""
    same = {o.lower() for o in one.offices} & {o.lower() for o in other.offices}
    return bool(same - lowered("offices", "shared"))


def _weight(code: str, weights: dict[str, float], person: Person) -> float:
    """How much a country's mentions speak for a person: an envoy is rather from a guest's country."""
    weight = weights.get(code, 1)
    return 1 / (1 + weight) if person.posted() else weight


def _scores(r: Reading) -> dict[str, float]:
    """How often the text names each country; a dateline or capital in it counts double."""
    scores: dict[str, float] = {}
    for place in r.places:
        if place.code and place.form in FORMS:
            scores[place.code] = scores.get(place.code, 0) + FORMS[place.form] + (place.start < OPENING and place.form == "capital") * DATELINE
    for code in _dateline(r.doc):
        scores[code] = scores.get(code, 0) + DATELINE
    return scores


def _dateline(doc: Doc) -> list[str]:
    """Countries named around the body: headline, dateline, byline and imprint (not in links to other stories), publisher."""
    lines, document = doc._.lines or (), doc._.document
    shown = [raw(doc)[l.start : l.end] for l in lines if l.zone != "body" and l.role not in ("related", "promo", "comments", "tags")]
    shown += [document.publisher or "", document.title or ""] if document else []
    return [c for text in shown for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", text) if word[0].isupper() and (c := code(word))]


def _guests(found: list[Person]) -> set[str]:
    """Countries whose envoys the text names: not the one it is told from."""
    return {p.country for p in found if p.country and p.posted()}


def _coordinate(r: Reading, person: Person, found: list[Person]) -> str | None:
    """“Paraguay's foreign minister, A, and finance minister, B”: B is of A's country."""
    mention = next((m for m in person.mentions if m.offices), person.mentions[0])
    left = mention.offices[0].left if mention.offices else mention.start
    if r.low[left - 1] not in ("and", ",") or r.sent_of[left - 1] != r.sent_of[mention.start]:
        return None
    before = left - 2 if r.low[left - 2] != "," else left - 3
    joined = r.low[left - 1] == "and"
    return next((p.country for p in found if p is not person and not p.posted() and not _rival(p, person)
                 for m in p.mentions if (m.offices or joined) and m.end == before + 1), None)  # fmt: skip


def _across(r: Reading, person: Person, found: list[Person]) -> set[str]:
    """Countries of those who meet the person: a word of meeting stands between the two in one sentence."""
    here = person.mentions[:2]
    return {
        p.country for p in found if p is not person and p.country for m in p.mentions for own in here
        if r.sent_of[m.start] == r.sent_of[own.start] and SIDES & set(r.low[min(m.end, own.end) : max(m.start, own.start)])
    }  # fmt: skip


def _postings(r: Reading, person: Person) -> set[str | None]:
    """Countries inside the office as printed: an envoy to Kazakhstan is not Kazakhstan's."""
    inside = [range(o.start, o.end) for m in person.mentions for o in m.offices if o.lemma in words("offices", "posted")]
    return {r.place[k].code for span in inside for k in span if r.place[k] and r.place[k].form in ("name", "capital")}
