"""Offices after a name: “X, the prime minister of Y,”; “X, who is energy minister”; “X (the UK envoy)”."""

from dossier.lexicon import lowered, words
from dossier.find.bare import possessed
from dossier.find.caucus import caucus_start
from dossier.find.mention import CLOSERS, DASHES, Mention, claim, gender, is_called
from dossier.find.names import name_start
from dossier.find.office import ARTICLES, HYPHENS, NAMED, POSSESSIVE, Office, heads, printed
from dossier.find.reading import Reading
from dossier.find.titles import titles_end

DESCRIBES = frozenset("JJ JJR JJS RB VBN NNP".split())
DESCRIBED = 4  # words that describe the holder before the office


def with_apposition(r: Reading, held: list[Office], taken: list[bool], before: list[Mention]) -> list[Mention]:
    """“X, the prime minister of Y,”; “X, Prime Minister of Y”; “X (the UK envoy)”; “X, MP, UK minister”.

    Names in `before` have an office already; “Minister X, who doubles as army chief” and “his predecessor X, now the
    ambassador to Y” add to it.
    """
    found, known = [], {mention.end: mention for mention in before}
    used = {id(o) for o in held if o.end < len(r) and taken[o.end]}
    starts = {}
    for office in held:
        if id(office) not in used and not office.plural:
            starts.setdefault(office.left, office)
    for left, office in sorted(starts.items()):
        begins = _past_adjectives(r, left) if office.lemma in heads() else left
        end = _name_before(r, begins) or _predicated(r, office)
        if end in known and _adds(r, known[end], office):
            known[end].offices.append(office)
            mention = None
        elif end in known and (_titled(r, known[end]) or _in_parliament(known[end]) and _closed(r, end, office)):
            known[end].offices = [office]  # “Professor X, adviser at the department”, “MP Y, chair of the committee,”
            mention = None
        elif end in known and _calling(known[end]) and _apart(r, end, office):
            known[end].offices = [office]  # “the economist X, the central bank's governor,”
            mention = None
        elif end in known and _closed(r, end, office):
            known[end].offices.append(office)  # “independent director X, chairperson of the Ports Authority, left”
            mention = None
        elif end is None or taken[end - 1]:
            mention = None
        else:
            begin = name_start(r, end)
            mention = _apposed(r, begin, end, office, taken) if begin is not None else None
        if mention and (one := _respective(r, mention, office, starts, taken)):
            found.append(one)
            mention.offices = [starts[office.end + 1]]
        elif mention:
            mention.also = "also" in r.low[mention.end : office.start]
            more = _next(r, office, starts)
            if more and not more.plural:
                titled = office.lemma in words("offices", "as titles")  # “X, MP, Minister of Finance”
                mention.offices = [more] if titled else [*mention.offices, more]
        if mention:
            found.append(mention)
    return found


def with_plural_apposition(r: Reading, held: list[Office], taken: list[bool]) -> list[Mention]:
    """“A and B, the foreign ministers of X and Y, …”, “A (X) and B (Y), both ministers of energy, …”."""
    found = []
    for office in held:
        if office.plural and _ends_apposition(r, office):
            several = _names_before(r, office, taken)
            found += several
            for mention in several:
                claim(taken, mention.start, mention.end)
    return found


def _respective(
    r: Reading, mention: Mention, office: Office, starts: dict[int, Office], taken: list[bool]
) -> Mention | None:
    """“| A and B, premier and president respectively”: the first of two, who holds the first of the two offices."""
    second = starts.get(office.end + 1)
    if second is None or r.low[office.end] != "and" or r.low[mention.start - 1] != "and":
        return None
    k = second.end + (r.words[second.end : second.end + 1] == [","])
    if r.low[k : k + 1] != ["respectively"]:
        return None
    start = name_start(r, mention.start - 1)
    return _apposed(r, start, mention.start - 1, office, taken) if start is not None else None


def _ends_apposition(r: Reading, office: Office) -> bool:
    """A comma, bracket or stop closes it: no “With A and B gone, the ministers said …”."""
    return office.end >= len(r) or r.words[office.end] in CLOSERS or r.sent_of[office.end] != r.sent_of[office.head]


def _names_before(r: Reading, office: Office, taken: list[bool]) -> list[Mention]:
    """The names joined by “and” and commas that end right before the office; none unless there are two at least."""
    k = office.left - 1
    while k > 0 and r.low[k] in words("offices", "before several"):
        k -= 1
    found: list[Mention] = []
    end = k if k > 0 and r.words[k] in (",", "–", "—") else 0
    while end > 0:
        country, end = _in_brackets(r, end)
        start = name_start(r, end)
        if start is None or taken[end - 1] or r.place[start] or end - start == 1 and r.tags[start] not in NAMED:
            break
        found.insert(0, Mention(start, end, f"offices after: {printed(r, office)}", offices=[office], country=country))
        before = start - 1
        while before > 0 and r.cased[before] in words("titles", "titles"):
            before -= 1
        joined = r.low[before] == "and" or r.words[before] == "," and len(found) > 1
        end = before - (r.low[before] == "and" and r.words[before - 1] == ",") if joined else 0
    if len(found) < 2:
        return []
    if len(office.countries) == len(found):
        for mention, code in zip(found, office.countries, strict=True):
            mention.country = mention.country or code
    return found


def _in_brackets(r: Reading, end: int) -> tuple[str | None, int]:
    """“A (Chile)”: the country in brackets before `end`, and where the name ends."""
    if r.words[end - 1] != ")":
        return None, end
    k = next((k for k in range(end - 2, max(0, end - 6), -1) if r.words[k] == "("), 0)
    place = r.place[k + 1] if k else None
    return (place.code, k) if place and place.end == end - 1 else (None, end)


def _titled(r: Reading, mention: Mention) -> bool:
    """Is the only office before the name a mere title: “Professor”, “Engineer”?"""
    held = mention.offices
    if len(held) != 1 or held[0].end - held[0].left > 1:
        return False
    titles = words("titles", "titles") - words("titles", "of office")
    return r.cased[held[0].head] in titles or held[0].lemma in words("offices", "by training")


def _calling(mention: Mention) -> bool:
    """Is what stands before the name no office of state or body: “partner”, “economist”?"""
    callings = lowered("offices", "unofficial")
    return all(o.private and o.lemma not in heads() or o.lemma in callings for o in mention.offices) and bool(
        mention.offices
    )


def _apart(r: Reading, end: int, office: Office) -> bool:
    """Is an office that is more than a calling set between commas right after the name that ends before `end`?"""
    if office.lemma in lowered("offices", "unofficial") or office.lemma not in heads():
        return False
    after = office.end >= len(r) or r.words[office.end] in (",", ".", ")", ";")
    return after and office.left == end + 1 and r.words[end] == ","


def _in_parliament(mention: Mention) -> bool:
    """Is the only office before the name a seat in parliament?"""
    return [office.lemma.lower() for office in mention.offices] in ([seat] for seat in words("offices", "seats"))


def _closed(r: Reading, end: int, office: Office) -> bool:
    """Is the office, and what it is in charge of, set between commas right after the name that ends before `end`?"""
    filled = office.end > office.head + 1 and office.left == office.start == end + 1 and r.words[end] == ","
    return filled and office.end < len(r) and r.words[office.end] in (",", ".", ")", ";")


def _adds(r: Reading, mention: Mention, office: Office) -> bool:
    """Is the office said besides the one told before the name, with a word that says so?"""
    return mention.end < office.left and bool(words("offices", "besides") & set(r.low[mention.end : office.left]))


def _next(r: Reading, office: Office, starts: dict[int, Office]) -> Office | None:
    """The second office of “former minister and now ambassador to Japan”."""
    k = office.end
    if r.low[k : k + 1] == ["who"]:  # “the former congressman who now serves as envoy”
        while k + 1 < len(r) and r.low[k + 1] in words("offices", "in relative"):
            k += 1
        return starts.get(k + 1)
    if k >= len(r) or not (r.low[k] in ("and", ",") or r.low[k] in HYPHENS | DASHES):
        return None
    while k + 1 < len(r) and r.low[k + 1] in words("offices", "before office"):
        k += 1
    return starts.get(k + 1)


def _name_before(r: Reading, left: int) -> int | None:
    """End of the name that the office at `left` may be said of."""
    k = _relative(r, left)
    if k is not None:
        return k
    k = left - 1
    if k > 0 and r.low[k] in words("offices", "before office"):
        return k if r.low[k] == "as" and r.low[left] in words("offices", "posted") else None
    while k > 0 and (
        r.words[k] in (",", "(", "–", "—", "-") or r.words[k] in words("titles", "honours") or r.words[k].isdigit()
    ):
        k = caucus_start(r, k) - 1
    return None if k == left - 1 else k + 1


def _past_adjectives(r: Reading, left: int) -> int:
    """“X, | the Catalan foreign minister”, “Y, | a soft-spoken judge”: past what describes it, to the comma before."""
    k = left
    while k > 1 and left - k < DESCRIBED and (r.tags[k - 1] in DESCRIBES or r.words[k - 1] in HYPHENS):
        k -= 1
    if k == left or r.place[k]:
        return left
    k -= r.low[k - 1] in ARTICLES
    return k if r.words[k - 1] == "," else left


def _predicated(r: Reading, office: Office) -> int | None:
    """“X has been Peru's minister of mining since May”, “Y is the mayor of Oslo”: end of the name before the verb."""
    k = office.left - 1
    if r.low[k] == "been" and r.low[k - 1] in ("has", "had"):
        k -= 1
    elif r.low[k] not in ("is", "was"):
        return None
    whole = office.end > office.head + 1 or office.country or office.possessor is not None
    owns = r.words[office.end : office.end + 1] and r.words[office.end] in POSSESSIVE
    return k if whole and not owns and r.token(k - 1).dep_ == "nsubj" and r.capital[k - 1] else None


def _relative(r: Reading, left: int) -> int | None:
    """“X, who is …”, “X, who now serves as …”, “X, who was then …”, “X, now …”: end of the name."""
    k = left - 1 - (r.low[left - 1] == "the")
    while k > 1 and (r.low[k] in words("offices", "in relative") or r.words[k].isdigit()):
        k -= 1
    if r.low[k] == "who" and k < left - 1 and r.words[k - 1] == ",":
        return k - 1
    return k if r.words[k] == "," and k < left - 1 and r.low[k + 1] in words("offices", "opening") else None


def _apposed(r: Reading, begin: int, end: int, office: Office, taken: list[bool]) -> Mention | None:
    if end - begin < 2 and not is_called(r, begin) and r.tags[begin] not in NAMED:
        return None
    if end - begin == 1 and (begin in r.towns or r.low[begin] in lowered("offices", "portfolios")):
        return None  # “At the General Command, the chairman …”
    if any(taken[begin:end]) or end - begin == 1 and r.low[begin - 1] in words("names", "locative"):
        return None
    titles = titles_end(r, max(0, begin - 1)) == begin
    claim(taken, begin, end)
    why = f"office after: {printed(r, office)}"
    mention = Mention(begin, end, why, offices=[office], female=gender(r, begin - titles, begin, end))
    possessed(r, mention, begin - titles)  # “Chile's Ana Ruiz, the energy minister”
    return mention
