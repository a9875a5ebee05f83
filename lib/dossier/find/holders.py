"""Offices and standings alone: whom “the minister”, “the Italian diplomat”, “His Excellency” mean."""

from dossier.find.discourse import Discourse, record
from dossier.find.gathering import Person
from dossier.find.lexicon import load, lowered, words
from dossier.find.offices import Office, title_of
from dossier.find.parties import plural
from dossier.find.reading import Reading


def office_alone(d: Discourse, office: Office, number: int, quoted: list[int]) -> int:
    r = d.r
    length = office.end - office.left
    determiner = r.low[office.left]
    if determiner in ("a", "an", "another", "every", "no") or office.possessor is not None and determiner not in ("his", "her", "its", "their"):
        found = _by_country(d, office) if office.possessor is None and determiner not in ("a", "an") else []
        if not found:
            return length
    if office.plural and not ({"the", "both", "two", "three", "these"} & set(r.low[office.left : office.left + 2]) | {"both", "two", "three"} & set(r.low[office.left - 1 : office.left])):
        return length
    if office.plural and office.lemma in words("offices", "unofficial"):
        return length
    if office.plural:
        plural(d, office.head, office.end, office.lemma + "s", number, quoted, title_of(r, office))
        return length
    person, rule = _holder(d, office, number)
    if person:
        record(d, range(office.left, office.end), [person], number, quoted[office.head] < 0, f"“{r.text(office.left, office.end)}” → {person.name} ({rule})")
    return length


def _by_country(d: Discourse, office: Office) -> list[Person]:
    return [p for p in _holders(d, office) if p.country and p.country == office.country]


def _holders(d: Discourse, office: Office) -> list[Person]:
    """Persons already named whose office the words may stand for."""
    title = title_of(d.r, office)
    key = " ".join(w for w in title.split() if w not in lowered("offices", "dropped"))
    wanted = load("offices")["again"].get(key)
    named = list({id(e.person): e.person for e in d.events}.values())
    fits = [p for p in named if any(_stands_for(key, wanted, t) for t in p.titles)]
    if key == "minister":
        fits = [p for p in fits if not any("prime minister" in t for t in p.titles)] or fits
    if key == "president":
        fits = [p for p in fits if any(t.strip() in ("president", "state president") for t in p.titles)] or fits
    if office.country:
        fits = [p for p in fits if p.country in (None, office.country)]
    return fits


def _stands_for(key: str, wanted: list[str] | None, title: str) -> bool:
    title = title.strip()
    if wanted is None and key.split()[-1:] == ["chief"] and len(key.split()) > 1 and title.split()[:1] == key.split()[:1]:
        return True  # “the defence chief” is the defence minister
    if wanted is None:
        return title == key or title.endswith(" " + key) or key.endswith(" " + title) and len(title.split()) > 1
    if "*" in wanted:
        return True
    return any(title == w or title.endswith(" " + w) or w in title for w in wanted) and not (
        key in ("president",) and "vice" in title
    )


def _holder(d: Discourse, office: Office, number: int) -> tuple[Person | None, str]:
    fits = _holders(d, office)
    if not fits:
        return None, ""
    events = [e for e in d.events if e.person in fits]
    here = [e for e in events if e.sentence == number]
    if here:
        return here[-1].person, "such office; named in the sentence"
    subjects = [e for e in events if e.subject]
    if _switched(d.r, office.end) and len({id(p) for p in fits}) > 1 and d.events:
        last = next((e.person for e in reversed(d.events) if e.subject), None)
        others = [e for e in events if e.person is not last]
        if others:
            return others[-1].person, "another than the last subject"
    if len(fits) > 1 and subjects:
        return subjects[-1].person, "such office; last subject"
    return events[-1].person, "only such office" if len(fits) == 1 else "such office; named last"


def role(d: Discourse, i: int, start: int, number: int, quoted: list[int]) -> None:
    """“the Italian diplomat”, “the diplomat”, “His Excellency”: who of that country, else who, was the last subject."""
    left, place = i - 1, d.r.place[i - 1]
    while left >= start and d.r.place[left] is place is not None:
        left -= 1
    if left < start or d.r.low[left] not in ("the", "his", "her") or (d.r.low[left] != "the") != (d.r.low[i] in lowered("coreference", "honours")):
        return
    code = place.code if place and place.form == "demonym" else None
    if place and code is None or d.r.tags[i] not in ("NN", "NNP"):
        return
    female = {"his": False, "her": True}.get(d.r.low[left])
    sex = [e for e in d.events if female is None or e.person.female in (None, female)]
    fits = [e for e in sex if code is None or e.person.country == code] or [e for e in sex if e.person.country is None]
    if fits:
        person = next((e.person for e in reversed(fits) if e.subject), fits[-1].person)
        record(d, range(left, i + 1), [person], number, quoted[i] < 0, f"“{d.r.text(left, i + 1)}” → {person.name} (last subject it fits)")


def _switched(r: Reading, end: int) -> bool:
    following = " ".join(w for w in r.low[end : end + 5] if w != ",")
    return f"{following} ".startswith(tuple(f"{words} " for words in load("coreference")["switches"]))
