"""Offices alone: whom “the minister”, “the head of state”, “his Polish counterpart”, “the visiting premier” mean."""

from dossier.find.announced import announced, both_announced
from dossier.find.discourse import SUBJECTS, Discourse, last_subject, record
from dossier.find.gathering import Person
from dossier.lexicon import load, lowered, words
from dossier.find.guests import visitor
from dossier.find.office import COUNTERPARTS, printed
from dossier.find.offices import Office, title_of
from dossier.find.parties import plural
from dossier.find.pronouns import possessor
from dossier.find.ranks import LOWER, Rank, called, rank
from dossier.find.reading import Reading

OWN = frozenset("his her its their".split())
BEFORE_NOUN = frozenset("JJ NN NNP CD HYPH VBN DT".split())
STYLE = 4  # words before a name among which its titles stand
NEAR = 2  # sentences before
FAR = 6  # words between an article and the office it stands before
NEW = frozenset("a an another every no some any one".split())
DEFINITE = frozenset("the both these".split())


def office_alone(d: Discourse, office: Office, number: int, quoted: list[int]) -> int:
    """Resolve an office without a name; gives the number of its words."""
    r = d.r
    length = office.end - office.left
    if _new(r, office):
        return length
    if office.plural:
        if _definite(r, office) and office.lemma not in words("offices", "unofficial") and not _others_heads(r, office):
            of_state = r.low[office.head + 1 : office.head + 3] in (["of", "state"], ["of", "government"])
            fielded = office.end > office.head + 1 and not office.countries and not office.country
            own = printed(r, office) if fielded else title_of(r, office)  # “the Ministers for Energy and for Trade”
            title = r.text(office.head, office.end).lower() if of_state else own
            plural(d, office.head, office.end, office.lemma + "s", number, quoted, title)
            if office.head not in d.persons_at and (pair := both_announced(d, office, number)):
                names = " and ".join(p.name for p in pair)
                why = f"“{r.text(office.left, office.end)}” → {names} (named below the lead)"
                record(d, range(office.left, office.end), pair, number, quoted[office.head] < 0, why)
        return length
    if office.lemma.lower() in lowered("coreference", "mirrored") and r.low[office.left] in OWN:
        mirrored(d, office.left, office.head, office.end, office.country, number, quoted)
        return length
    person, rule = _holder(d, office, number)
    if person is None and (person := announced(d, office, _key(r, office), number)):
        rule = "named below the lead"
    if person:
        why = f"“{r.text(office.left, office.end)}” → {person.name} ({rule})"
        record(d, range(office.left, office.end), [person], number, quoted[office.head] < 0, why)
    return length


def _new(r: Reading, office: Office) -> bool:
    """“a senior US official”: an article before the office and its adjectives makes it somebody new."""
    k = office.left
    while k > max(0, office.left - FAR) and r.low[k] not in NEW and r.tags[k - 1] in BEFORE_NOUN:
        k -= 1
        if r.low[k] not in NEW and r.tags[k] == "DT":
            return False
    return r.low[k] in NEW


def _others_heads(r: Reading, office: Office) -> bool:
    """“the heads of some twenty companies”, “the members of the Senate”: people not named before."""
    after = office.head + 2
    if office.lemma == "member" and r.low[after - 1 : after] == ["of"]:
        return True
    counted = r.low[office.head + 1 : after] == ["of"] and (r.tags[after] == "CD" or r.low[after] in NEW | {"several"})
    return office.possessor is not None or after < len(r) and counted


def _definite(r: Reading, office: Office) -> bool:
    return bool(DEFINITE & set(r.low[max(0, office.left - 2) : office.left + 1]))


def _holder(d: Discourse, office: Office, number: int) -> tuple[Person | None, str]:
    fits = _holders(d, office)
    if office.possessor is not None and d.r.low[office.left] not in OWN:
        theirs = [p for p in fits if p.country == office.country] if office.country else fits
        fits = theirs if office.country or len(theirs) == 1 else []
    if not fits:
        return None, ""
    events = [e for e in d.events if e.person in fits]
    here = [e for e in events if e.sentence == number]
    if here:
        return here[-1].person, "such office; named in the sentence"
    if len(fits) == 1:
        return fits[0], "only such office"
    if _switched(d.r, office.end):
        last = last_subject(d)
        others = [e for e in events if e.person is not last]
        if others:
            return others[-1].person, "another than the last subject"
    near = {id(e.person): e.person for e in events if e.sentence >= number - NEAR}
    if len(near) == 1:
        return next(iter(near.values())), "such office; the one named nearby"
    subjects = [e for e in events if e.subject]
    return (subjects or events)[-1].person, "such office; last subject" if subjects else "such office; named last"


def _holders(d: Discourse, office: Office) -> list[Person]:
    """Persons already named whose office the words may stand for: by full rank, else with a rank left out."""
    r = d.r
    key = _key(r, office)
    named = list({id(e.person): e.person for e in d.events}.values())
    if key <= _any_office():
        levels = {
            id(p): 2
            for p in named
            if p.titles and not any(called(rank(top), p) for top in load("coreference")["highest"])
        }
    else:
        levels = {id(p): called(key, p) for p in named}
    best = max(levels.values(), default=0)
    fits = [p for p in named if best and levels.get(id(p)) == best]
    if office.country:
        fits = [p for p in fits if p.country == office.country] or [p for p in fits if p.country is None]
    if "our" in r.low[office.left : office.end]:
        fits = fits[:1]  # “the President of our country”: whom the text names first
    exact = [p for p in fits if any(title.split()[-1:] == [office.lemma] for title in p.titles)]
    fits = exact or fits  # “the envoy”: the trade envoy before the ambassador
    if "visiting" in r.low[office.left : office.head]:
        fits = [p for p in fits if p in d.guests] or fits
    return fits


def _key(r: Reading, office: Office) -> Rank:
    return rank(r.text(office.start, office.end)) - _country_words(r, office)


def _country_words(r: Reading, office: Office) -> frozenset[str]:
    return frozenset(w for k in range(office.left, office.end) if r.place[k] for w in (r.low[k].removesuffix("'s"),))


def _any_office() -> frozenset[str]:
    return frozenset(key for key, others in load("offices")["again"].items() if others == ["*"])


def role(d: Discourse, i: int, start: int, number: int, quoted: list[int]) -> None:
    """“the Italian diplomat”, “the guest”, “His Excellency”: who of that country, else who, was the last subject."""
    r = d.r
    left, place = i - 1, r.place[i - 1]
    while left >= start and r.place[left] is place is not None:
        left -= 1
    code = place.code if place and place.form == "demonym" else None
    if left < start or place and code is None or r.tags[i] not in ("NN", "NNP") or _names_next(r, i):
        return
    if _named_after_comma(d, i):
        return
    if r.low[left] in OWN and r.low[i] in lowered("coreference", "mirrored"):
        mirrored(d, left, i, i + 1, code, number, quoted)
        return
    if r.low[left] not in ("the", "his", "her") or (r.low[left] != "the") != (
        r.low[i] in lowered("coreference", "honours")
    ):
        return
    woman = {"his": False, "her": True}.get(r.low[left])
    sex = [e for e in d.events if woman is None or d.can_be(e.person, woman)]
    fits = [e for e in sex if code is None or e.person.country == code] or [e for e in sex if e.person.country is None]
    if r.token(i).dep_ not in SUBJECTS:
        fits = [e for e in fits if not (e.subject and e.sentence == number)] or fits
    if r.low[i] in lowered("coreference", "strangers"):
        fits = [e for e in fits if e.person in d.guests] or fits
    styled = [e for e in fits if _styled(r, e.person, r.low[i])]
    fits = styled or fits
    if r.low[i] in lowered("coreference", "envoys"):
        fits = [e for e in fits if called(rank(r.low[i]), e.person)] or fits
    if r.low[i] in lowered("coreference", "strangers") and (guest := visitor(d, number)) and code is None:
        why = f"“{r.text(left, i + 1)}” → {guest.name} (who came)"
        record(d, range(left, i + 1), [guest], number, quoted[i] < 0, why)
    elif fits:
        person = next((e.person for e in reversed(fits) if e.subject), fits[-1].person)
        why = f"“{r.text(left, i + 1)}” → {person.name} (last subject it fits)"
        record(d, range(left, i + 1), [person], number, quoted[i] < 0, why)


def _styled(r: Reading, person: Person, word: str) -> bool:
    """Is the word printed before the name somewhere (“Major General X”, “Her Excellency Dr. Y”)?"""
    return any(word in r.low[max(0, m.start - STYLE) : m.end] for m in person.mentions)


def aged(d: Discourse, i: int, number: int, quoted: list[int]) -> None:
    """“The 47-year-old geologist”: the last subject."""
    person = last_subject(d)
    if person is None or d.r.tags[i] != "NN" or d.r.low[i - 3] not in ("year", "years") or _names_next(d.r, i):
        return
    why = f"“{d.r.text(i - 6, i + 1)}” → {person.name} (last subject)"
    record(d, range(i - 6, i + 1), [person], number, quoted[i] < 0, why)


def _names_next(r: Reading, i: int) -> bool:
    """“Her Excellency Elżbieta Wrońska”, “the diplomat John Poole”: the name follows."""
    return not r.shouting and i + 1 < len(r) and r.capital[i + 1] and r.tags[i + 1] in ("NNP", "NNPS")


def _named_after_comma(d: Discourse, i: int) -> bool:
    """“met the host, President X, in Riga”: the words after the comma tell who it is, if no verb of theirs follows."""
    r, end = d.r, d.r.sentence(i)[1]
    if r.words[i + 1 : i + 2] != [","] or r.token(i).dep_ in SUBJECTS:
        return False
    for j in range(i + 2, min(i + STYLE + FAR, end)):
        if j in d.name_ends:
            token = r.token(d.name_ends[j] - 1)
            return token.dep_ not in SUBJECTS
        if r.tags[j] not in ("DT", "JJ", "NN", "NNP", "NNPS", "HYPH", "PRP$", "IN", "CC"):
            return False
    return False


def mirrored(d: Discourse, left: int, head: int, end: int, code: str | None, number: int, quoted: list[int]) -> None:
    """“his Polish counterpart”, “her host”: the one who faces him – of that country, else of those who met last."""
    r = d.r
    own = possessor(d, left, number, quoted)
    group = [p for p in d.group if p not in own]
    if r.low[head] in lowered("coreference", "strangers"):
        group = [p for p in [*d.guests, *reversed(d.visitors)] if p not in own] or group
    elif r.low[head] in ("host", "hosts"):
        group = [p for p in d.hosts if p not in own] or group
    named = list({id(e.person): e.person for e in reversed(d.events)}.values())
    named = [p for p in named if not own or _alike(p, own[0])]
    fits = [p for p in [*group, *named] if p not in own and code in (None, p.country)]
    if code and own and r.low[head] in COUNTERPARTS:
        fits = [p for p in fits if _alike(p, own[0])]
    if not own or not fits or code is None and not group:
        return
    why = f"“{r.text(left, end)}” → {fits[0].name} (other side than {own[0].name})"
    record(d, range(left + 1, end), [fits[0]], number, quoted[head] < 0, why)


def _alike(one: Person, other: Person) -> bool:
    """May the one be the other's counterpart: of no other field and of no lower rank, where both have an office?"""
    held = [[rank(title) for title in p.titles if title] for p in (one, other)]
    alike = (a & LOWER == b & LOWER and (a <= b or b <= a) for a in held[0] for b in held[1])
    return not all(held) or any(alike)


def _switched(r: Reading, end: int) -> bool:
    following = " ".join(w for w in r.low[end : end + 5] if w != ",")
    return f"{following} ".startswith(tuple(f"{phrase} " for phrase in load("coreference")["switches"]))
