"""Who takes part in an encounter: persons by full name, else offices, bodies and countries as printed."""

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.find.arguments import by_whom
from dossier.find.bodies import body, offices_near
from dossier.find.discourse import Discourse
from dossier.find.encounter import nouns
from dossier.find.gathering import Person
from dossier.find.lexicon import load, lowered
from dossier.find.offices import POSSESSIVE, Office, title_of
from dossier.find.persons import offices_of

# What hangs on the head of a noun phrase and still belongs to it; prepositions only if they are among `_LINKS`.
_WITHIN = frozenset("conj appos compound nmod poss amod det prep pobj nummod punct cc case npadvmod quantmod".split())
_LINKS = frozenset("of for to between with and by as".split())


def participants(d: Discourse, sides: list[list[Token]], strict: bool = False) -> list[str]:
    """Full names of the persons on all sides in order; where a side holds none, the office or body as printed."""
    found: list[str] = []
    for side in sides:
        for token in side:
            add(found, [_in_full(d, name) for name in names_in(d, token, strict)])
    return found


def _in_full(d: Discourse, name: str) -> str:
    """“Adam”, printed where no rule saw the person, is “Yousif Adam” if only one such is named."""
    if len(name.split()) > 2 or not name[:1].isupper():
        return name
    fits = [p.name for p in d.everyone if set(name.split()) <= set(p.name.split())]
    return fits[0] if len(fits) == 1 else name


def add(found: list[str], more: list[str]) -> None:
    """Append the names that are not there yet."""
    found += [name for name in dict.fromkeys(more) if name not in found]


def names_in(d: Discourse, token: Token, strict: bool = False) -> list[str]:
    """Persons of a noun phrase, and the bodies joined to them (“the envoy and executives of three firms”)."""
    found = [p.name for p in persons_in(d, token)]
    if strict or found:
        for conjunct in [token, *_joined(token)]:
            if d.r.at.get(conjunct.i, -1) not in d.persons_at:
                add(found, _unknown(d, conjunct))
    if strict:
        return found
    if found:
        add(found, [name for other in _joined(token) for name in _joined_body(d, other)])
        return found
    for conjunct in [token, *_joined(token)]:
        add(found, _unnamed(d, conjunct))
    return found


def _unknown(d: Discourse, token: Token) -> list[str]:
    """A name that no rule took for a person's, where the model sees one: first and last name."""
    if token.ent_type_ != "PERSON" or token.tag_ != "NNP":
        return []
    k = d.r.at.get(token.i, 0)
    start = k
    while start > 0 and d.r.token(start - 1).ent_type_ == "PERSON" and d.r.capital[start - 1] and start > k - 4:
        start -= 1
    while start < k and d.r.cased[start] in _titles():
        start += 1
    known = any(j in d.persons_at or d.r.place[j] or d.r.words[j].endswith(".") for j in range(start, k + 1))
    return [d.r.text(start, k + 1)] if start < k and not known else []


def _joined(token: Token) -> Iterator[Token]:
    for child in token.rights:
        if child.dep_ == "conj":
            yield child
            yield from _joined(child)


def _joined_body(d: Discourse, token: Token) -> list[str]:
    """A group beside persons; a delegation beside its leader is no partaker of its own."""
    low = token.text.lower()
    if low not in lowered("meetings", "groups") or persons_in(d, token):
        return []
    printed = body(d, token)
    return [printed] if printed else []


def persons_in(d: Discourse, token: Token) -> list[Person]:
    """Persons in a noun phrase: its head, what is joined or apposed to it, but nothing in a clause that hangs on it."""
    r, found = d.r, []
    for leader in _led_by(token):
        found += [p for p in persons_in(d, leader) if p not in found]
    if found:
        return found
    for t in _phrase(token):
        if t.dep_ == "poss" and t.i != token.i or _renamed(d, t):
            continue
        found += [p for p in d.persons_at.get(r.at.get(t.i, -1), []) if p not in found]
    return found


def _renamed(d: Discourse, token: Token) -> bool:
    """“his host, Prime Minister X”: the name in apposition tells whom the words before it mean."""
    k = d.r.at.get(token.i, -1)
    own = d.persons_at.get(k, [])
    if not own or any(start <= k < end for start, end in d.name_ends.items() if start <= k):
        return False
    named = [p for c in token.rights if c.dep_ == "appos" for j in _starts(d, c) for p in d.persons_at[j]]
    return bool(named) and not any(p in own for p in named)


def _starts(d: Discourse, token: Token) -> list[int]:
    """The names that begin in the phrase of a word."""
    first, last = d.r.at.get(token.left_edge.i, 0), d.r.at.get(token.i, -1)
    return [k for k in range(first, last + 1) if k in d.name_ends]


def _led_by(token: Token) -> list[Token]:
    """“a delegation led by X”: X."""
    leads = [c for c in token.subtree if c.dep_ == "acl" and c.text.lower() in lowered("meetings", "leads")]
    return [g for c in leads if c.i - token.i < 12 for g in by_whom(c)]


def _phrase(token: Token, depth: int = 0) -> Iterator[Token]:
    """Tokens of a noun phrase in order, clauses left out."""
    if depth > 8:
        return
    for child in token.lefts:
        if child.dep_ in _WITHIN:
            yield from _phrase(child, depth + 1)
    yield token
    for child in token.rights:
        if child.dep_ in _WITHIN and not (child.dep_ == "prep" and child.text.lower() not in _LINKS):
            yield from _phrase(child, depth + 1)


def _unnamed(d: Discourse, token: Token) -> list[str]:
    """Whom an office or body without a name in its phrase means: a name after a comma, who holds it, or its own words."""
    k = d.r.at.get(token.i, -1)
    named = _apposed(d, k) or _holding(d, k)
    printed = None if named else body(d, token)
    return named or ([printed] if printed else [])


def _apposed(d: Discourse, k: int) -> list[str]:
    """“his counterpart, Dr Ann Lee”, “the vice-president, the economist Ann Lee”: the name after the comma."""
    r = d.r
    k = next((office.end - 1 for office in offices_near(d, k) if office.left <= k < office.end), k)
    k = _phrase_end(d, k)
    if k < 0 or r.words[k + 1 : k + 2] != [","]:
        return []
    for j in range(k + 2, min(k + 10, r.sentence(k)[1])):
        if j in d.name_ends:
            return [person.name for person in d.persons_at.get(j, [])]
        if r.tags[j] not in ("DT", "JJ", "NN", "NNP", "NNPS", "HYPH", "PRP$", "IN", ".") or r.low[j] in lowered(
            "meetings", "not_apposed"
        ):
            return []
    return []


def _phrase_end(d: Discourse, k: int) -> int:
    """The last word before the comma that may follow “the chair of the committee of the Sejm”."""
    r, end = d.r, d.r.sentence(k)[1] if k >= 0 else 0
    j = k
    while 0 <= j < min(k + 12, end - 1) and (r.low[j + 1] in ("of", "the", "for", "and", "to") or r.capital[j + 1] and j + 1 not in d.name_ends):
        j += 1
    return j if 0 <= j < end - 1 and r.words[j + 1] == "," else k


def _holding(d: Discourse, k: int) -> list[str]:
    """“the foreign ministers of Peru and Chile”, named only later: the one holder of each such office in the text."""
    office = next((o for o in offices_near(d, k) if o.left <= k < o.end), None)
    if office is None:
        return []
    if not office.plural and not office.countries and not office.country and d.r.low[office.left] == "the":
        alike = [p for p in d.everyone if any(t.split()[-1:] == [office.lemma] for t in p.titles)]
        return [alike[0].name] if len(alike) == 1 and alike[0].mentions[0].start < k else []
    if office.plural and not office.countries:
        alike = _alike(d, office)
        return [p.name for p in alike] if len(alike) == 2 else []
    countries = list(dict.fromkeys(office.countries or ([office.country] if office.country else [])))
    held = [_holder(d, office, country) for country in countries]
    wanted = max(2, len(countries)) if office.plural else 1
    return [p.name for p in held if p] if len(held) == wanted and all(held) else []


def _alike(d: Discourse, office: Office) -> list[Person]:
    """“their energy ministers”: those with an office of the same charge, by its first word, of different countries."""
    charge = title_of(d.r, office).split()[:-1]
    found = [p for p in d.everyone if charge and any(t.split()[:1] == charge[:1] for t in p.titles)]
    return found if len({p.country for p in found}) == len(found) else []


def _holder(d: Discourse, office: Office, country: str) -> Person | None:
    title = title_of(d.r, office).strip()
    fits = [
        p for p in d.everyone
        if p.country == country and any(t.strip() == title or title.endswith(t.strip()) and t.strip() in _BROAD for t in p.titles)
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None


_BROAD = frozenset(load("meetings")["broad_titles"])


# -- by position: where the parse breaks at an abbreviation, a long title or a long list -------------------------------


def runs(d: Discourse, number: int) -> list[list[int]]:
    """The names of a sentence that are joined by commas and “and”, as lists of their first words."""
    r, (start, end) = d.r, d.r.sents[number]
    found: list[list[int]] = []
    open_run: list[int] = []
    for k in range(start, end):
        if k not in d.name_ends:
            continue
        link = _link(d, open_run[-1], k) if open_run else ""
        if link == "and":
            found.append([*open_run, k])
            open_run = [*open_run, k]
        else:
            open_run = [*open_run, k] if link == "," else [k]
    longest = {run[0]: run for run in found}
    return list(longest.values())


def _link(d: Discourse, one: int, other: int) -> str:
    """“and”, “,” or “”: how two names stand to each other, with titles, offices and countries between them left out."""
    r, link = d.r, ""
    person = d.persons_at.get(other, [None])[0]
    for k in range(d.name_ends[one], other):
        word = r.low[k]
        if word in ("and", "&"):
            link = "and"
        elif word == ",":
            link = link or ","
        elif not (r.capital[k] or person in d.persons_at.get(k, []) or r.cased[k] in _titles() or word in _FILLERS):
            return ""
    return link


_FILLERS = frozenset("of the 's ’s his her ( ) visiting also as well then".split())


def _titles() -> frozenset[str]:
    return frozenset(load("titles")["titles"])


def with_the_listed(d: Discourse, found: list[str], number: int, after: int, before: int) -> list[str]:
    """The names, and those joined to one of them between two words, as far as none is the subject of a verb of its own."""
    r, more = d.r, list(found)
    for run in runs(d, number):
        run = [k for k in run if after <= k < before]
        if len(run) > 1 and any(p.name in found for k in run for p in d.persons_at.get(k, [])):
            for n, k in enumerate(run):
                if n and _own_clause(d, k, before):
                    break
                add(more, [p.name for p in d.persons_at.get(k, [])])
    return more


def _own_clause(d: Discourse, k: int, before: int) -> bool:
    """Is the name the subject of a verb that follows, in the same stretch?"""
    token = d.r.token(d.name_ends[k] - 1)
    while token.dep_ in ("compound", "appos") and token.head != token:
        token = token.head
    verb = d.r.at.get(token.head.i, -1)
    return token.dep_ in ("nsubj", "nsubjpass") and k < verb < before


def named_after(d: Discourse, k: int) -> list[str]:
    """Names after a verb by position, up to the next verb: “received, Friday in Rabat, the envoy, Ann Lee, who …”."""
    r, end, found = d.r, d.r.sentence(k)[1], []
    for j in range(k + 1, min(k + 40, end)):
        stops = r.tags[j] in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP", "TO", "VBG", "VB")
        if stops and j not in d.persons_at and not r.shouting or r.low[j] == "to" or r.words[j] == ";":
            break
        if j in d.name_ends and not _possessive(d, j):
            add(found, [p.name for p in d.persons_at.get(j, [])])
    return found


def _possessive(d: Discourse, j: int) -> bool:
    """“her”, “Mr Lee's predecessor”: who is named only as whose."""
    r = d.r
    end = d.name_ends.get(j) or next((e for s, e in ((k, d.name_ends.get(k, 0)) for k in range(max(0, j - 5), j)) if s < j < e), j + 1)
    return r.tags[j] == "PRP$" or r.token(j).dep_ == "poss" or end < len(r) and r.words[end] in POSSESSIVE


def named_before(d: Discourse, k: int) -> list[str]:
    """The name nearest before a verb with no other verb between: the subject, where the parse finds none."""
    r, start = d.r, d.r.sentence(k)[0]
    for j in range(k - 1, max(start, k - 25) - 1, -1):
        if r.tags[j] in ("VBD", "VBZ", "VBP", "WDT", "WP"):
            break
        if j in d.persons_at and r.token(j).dep_ != "poss" and r.tags[j] != "PRP$":
            return [p.name for p in d.persons_at[j]]
    return []


def following(d: Discourse, k: int, links: tuple[str, ...]) -> list[str]:
    """Names after “with” or “between”, by position: where the parse breaks at an abbreviation or a long list."""
    r, found, end = d.r, [], d.r.sentence(k)[1]
    start = next((j for j in range(k + 1, min(k + 9, end)) if r.low[j] in links and r.low[j - 1] != "according"), None)
    if start is not None and any(r.low[j] in nouns() for j in range(k + 1, start)):
        return []
    for j in range(start + 1 if start is not None else end, end):
        stops = r.tags[j] in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP") or r.words[j] == ";"
        if stops or found and (r.tags[j] in ("VBN", "VBG") or r.low[j] in lowered("meetings", "circumstances")):
            break
        if r.words[j] == "," and found and not _listed_on(d, j):
            break
        for person in d.persons_at.get(j, []):
            if not _possessive(d, j):
                add(found, [person.name])
    return found


def _listed_on(d: Discourse, comma: int) -> bool:
    """Does a list of names go on after the comma (“A, B and C”), or an apposition, rather than the main clause?"""
    r, end = d.r, d.r.sentence(comma)[1]
    nxt = next((j for j in range(comma + 1, end) if j in d.name_ends), None)
    if nxt is None:
        return True
    return not _own_clause(d, nxt, end)


def all_named(d: Discourse, who: list[str]) -> bool:
    names = {p.name for p in d.everyone}
    return all(name in names or len(name.split()) > 1 and name.istitle() for name in who)


def any_named(d: Discourse, who: list[str]) -> bool:
    """Is anyone a person, or an office as printed?"""
    from dossier.find.bodies import office_printed

    known = d.r.doc.user_data.get("known_partakers")
    if known is None:
        known = {p.name for p in d.everyone} | {office_printed(d.r, office) for office in offices_of(d.r.doc)}
        d.r.doc.user_data["known_partakers"] = known
    return not known.isdisjoint(who)
