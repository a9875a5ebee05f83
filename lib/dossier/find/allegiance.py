"""Allegiance: the country that an office serves which is named without one.

`EVIDENCE` is a ranked list of what a text may tell of it, each rule with a name (shown as `why`): the list the person
stands in, whom they accompany, whose delegation they are in, whose office it is, where they receive, where they
speak, who has just acted; at last the country that the text is told from, and, where that is not possible, the other
country of a text about two. Private offices have none unless the sentence says so.
"""

from collections.abc import Callable

from dossier.find.gathering import Person
from dossier.find.home import Home
from dossier.find.lexicon import load, lowered, words
from dossier.find.offices import Office
from dossier.find.private import private
from dossier.find.reading import BREAK, Reading
from dossier.find.scene import PLAIN, Case, Scene

Told = str | Person | None  # a country, or a person whose country it is (told only later)
Rule = Callable[[Scene, Case], Told]


def settle(r: Reading, found: list[Person]) -> None:
    """Give each bare office of state its country, where the text tells it."""
    scene = Scene(r, found)
    bare = [p for p in found if p.country is None and p.offices and not p.international and not scene.of_union(p)]
    if not bare:
        return
    bound: list[tuple[Person, Person, str]] = []
    state = []
    for case in map(scene.case, bare):
        name, told = _told(scene, case)
        if isinstance(told, Person):
            bound.append((case.person, told, name))
        elif told:
            _give(case.person, told, name)
        elif not private(r, case.person):
            state.append(case)
    home, given = Home(scene, state), []
    for case in state:
        country = home.country(case)
        if any(country == other and scene.rivals(case.person, one.person) for one, other in given):
            country = home.country(case, besides=country)
        given.append((case, country))
    for case, country in given:
        _give(case.person, country, "by the text")
    for person, other, name in bound:
        _give(person, other.country, name)


def _give(person: Person, country: str | None, name: str) -> None:
    if country:
        person.country = country
        person.why += f"; country: {name}"


def _told(scene: Scene, case: Case) -> tuple[str, Told]:
    """The first rule of the sentence or paragraph that tells the country, and what it tells."""
    shut = private(scene.r, case.person)
    for name, rule in EVIDENCE.items():
        if not shut or name in FOR_PRIVATE:
            if (told := rule(scene, case)) and told is not case.person:
                return name, told
    return "", None


# -- the list, the company, the delegation ----------------------------------------------------------------------


def _listed(scene: Scene, case: Case) -> Told:
    """“Paraguay's foreign minister, A, and finance minister, B”: B is of A's country."""
    r, k = scene.r, case.left - 1
    if k < 2 or r.low[k] not in ("and", ",") or r.sent_of[k] != case.sentence:
        return None
    joined, k = r.low[k] == "and", k - 1 - (r.low[k - 1] == ",")
    for mention, person in scene.ending(k + 1):
        if (mention.offices or joined) and not person.posted() and not scene.rivals(person, case.person):
            return person.country or person
    return None


def _respectively(scene: Scene, case: Case) -> str | None:
    """“Romania and Croatia will sign, ministers A and B said”: as many countries as names, in the same order."""
    r, office = scene.r, case.office
    if office is None or not office.plural:
        return None
    group = [m for m, _ in sorted(scene.in_sentence(case.sentence), key=lambda pair: pair[0].start) if office in m.offices]
    codes = list(dict.fromkeys(r.place[k].code for k in range(case.start, office.left) if r.place[k]))
    return codes[group.index(case.mention)] if len(codes) == len(group) > 1 and case.mention in group else None


def _company(scene: Scene, case: Case) -> Told:
    """“Prime Minister A was accompanied by Trade Minister B and C”, “A came with B”: who goes along is of A's country."""
    r = scene.r
    for k in range(case.left - 1, case.start, -1):
        if _goes_along(r, k):
            return _whose(scene, case, k - 1)
        if r.low[k] in lowered("allegiance", "parting") or r.tags[k] in FINITE:
            return None
    return None


def _goes_along(r: Reading, k: int) -> bool:
    """“accompanied by”, “came with”, “together with”, “alongside”: word `k` ends the phrase."""
    if r.low[k] == "by":
        return r.low[k - 1] in lowered("allegiance", "accompanied")
    if r.low[k] == "with":
        return r.low[k - 1] in lowered("allegiance", "along") and "where" not in r.low[r.sentence(k)[0] : k]
    return r.low[k] in lowered("allegiance", "beside")


def _whose(scene: Scene, case: Case, end: int) -> Told:
    """Country of the last person, office or country named between the sentence's start and word `end`."""
    r, k = scene.r, end - 1
    while k >= case.start:
        for _, person in scene.ending(k + 1):
            return person.country or person
        if r.place[k] and r.place[k].code:
            return r.place[k].code
        office = scene.office_at(k)
        if office:
            return office.country or scene.again(office)
        if r.low[k] in ("he", "she"):
            return scene.owner(k, case.person)
        k -= 1
    return None


def _delegated(scene: Scene, case: Case) -> str | None:
    """“The French delegation includes Minister A”: who leads a country's delegation, or is in it, serves that country."""
    r, left = scene.r, case.left
    for k in range(left - 1, case.start, -1):
        if r.low[k] in lowered("offices", "groups"):
            between = set(r.low[k:left])
            within = lowered("offices", "grouping") & between and not lowered("offices", "received") & between
            return scene.delegation(k) if within else None
    return None


def _represented(scene: Scene, case: Case) -> str | None:
    """“Present for Uganda were A and B”, “Croatia was represented by A”, “A and B on the Omani side”."""
    r, (_, end) = scene.r, scene.r.sentence(case.left)
    after = (scene.side(k) for k in range(case.mention.end, end) if r.place[k] and r.place[k].start == k)
    if told := next(filter(None, after), None):
        return told
    for k in range(case.left - 1, case.start - 1, -1):
        place = r.place[k]
        if place and place.code and place.start == k:
            before, said = r.low[max(case.start, k - 2) : k], r.low[place.end : case.left]
            stands = tuple(before) in PRESENT or "represented" in said[:4] and "by" in said
            return place.code if stands else scene.side(k)
    return None


# -- whose office it is -----------------------------------------------------------------------------------------


def _owned(scene: Scene, case: Case) -> Told:
    """“his spokesperson A”, “Sahar's adviser B”: of the country of the person whose they are."""
    owner = case.office.possessor if case.office else None
    if owner is None:
        return None
    if scene.r.low[owner] in ("his", "her"):
        return scene.owner(owner, case.person)
    if scene.r.low[owner] == "its":
        return scene.it(owner)
    return next((person.country or person for _, person in scene.ending(owner + 1)), None)


def _called_again(scene: Scene, case: Case) -> Told:
    """“the diplomat, A”: the envoy of whom the text told before, without a name."""
    office = case.office
    if office is None or office.lemma not in load("allegiance")["called again"] or scene.r.low[office.left] != "the":
        return None
    return scene.unnamed(office)


def _echo(scene: Scene, case: Case) -> str | None:
    """“Peru's energy ministry … Energy Minister A”, “Peru's state fund … the fund's head A”: a body named before with its country."""
    office = case.office
    if office is None:
        return None
    r, owner = scene.r, office.possessor
    if owner is not None and r.low[owner] in words("institutions", "heads"):
        return scene.body(r.low[owner : owner + 1], case.left)
    if office.lemma in words("allegiance", "ministers") and (held := _portfolio(scene, office)):
        return scene.body([*held, "ministry"], case.left) or scene.body(["ministry", "of", *held], case.left)
    return None


def _portfolio(scene: Scene, office: Office) -> list[str]:
    """What a minister is in charge of: “energy” of “Energy Minister” and “Minister of Energy”."""
    r = scene.r
    before = [r.low[k] for k in range(office.start, office.head) if k not in office.skipped]
    after = [r.low[k] for k in range(office.head + 1, office.end) if k not in office.skipped]
    ranks = lowered("offices", "qualifiers") | words("allegiance", "ranks")
    return [w for w in before if w not in ranks] or after[1:]


def _place_within(scene: Scene, case: Case) -> str | None:
    """“the mayor of Lisbon”, “Governor of Lagos State”: an office of a part of a country, by its place."""
    if case.office is None or case.office.lemma not in words("offices", "subnational") | words("offices", "local"):
        return None
    r = scene.r
    return next((r.place[k].code for k in range(case.office.start, case.office.end) if r.place[k]), None)


def _constituency(scene: Scene, case: Case) -> str | None:
    """“Senator A (Ind., Antofagasta)”, “Sen. B of Michigan”: a province right after the name."""
    r, k = scene.r, case.mention.end
    if r.low[k : k + 1] in (["of"], ["from"]):
        return scene.region(k + 1) if k + 1 < len(r) else None
    if r.low[k : k + 1] != ["("]:
        return None
    for j in range(k + 1, min(k + 8, len(r))):
        if r.low[j] == ")":
            return None
        if country := (r.place[j].code if r.place[j] else scene.region(j)):
            return country
    return None


def _embassy(scene: Scene, case: Case) -> Told:
    """“First Secretary A” is a diplomat of the embassy whose ambassador the text names."""
    said = scene.r.low[case.office.start : case.office.end] if case.office else []
    return scene.ambassador() if " ".join(said) in words("allegiance", "diplomats") else None


def _based(scene: Scene, case: Case) -> str | None:
    """“the Oslo-based institute's director A”."""
    r = scene.r
    for k in range(case.start, case.mention.start - 2):
        if r.place[k] and r.place[k].code and r.low[r.place[k].end + 1 : r.place[k].end + 2] == ["based"]:
            if not any(m.start > k and m.start < case.mention.start for m, _ in scene.in_sentence(case.sentence)):
                return r.place[k].code
    return None


# -- where it happens -------------------------------------------------------------------------------------------


def _host(scene: Scene, case: Case) -> str | None:
    """“was received in Algiers by A”, “chaired from Muscat by A”, “while in Samoa, she called on A”: A is at home."""
    r, left = scene.r, case.left
    said = r.low[case.start : left]
    hosted = said[-1:] == ["by"] and (lowered("offices", "received") & set(said) or r.place[left - 2])
    host = said[-2:] == ["host", ","]
    if not hosted and not host and tuple(said[-2:]) not in _calls():
        return None
    for k in range(left - 1, case.start - 1, -1):
        if r.place[k] and scene.inside(k) and r.place[k].code not in scene.barred(case):
            return r.place[k].code
    return scene.destination(left) if host else None


def _calls() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in load("allegiance")["calls on"])


def _abroad(scene: Scene, case: Case) -> str | None:
    """“In the Korean capital she held talks with A”, “Tirana, where she met A”, “met A in Lima”: whom one meets there."""
    r, sides, barred = scene.r, lowered("offices", "sides"), scene.barred(case)
    for k in range(case.left - 1, case.start - 1, -1):
        place = r.place[k]
        if not place or place.code in barred:
            continue
        there = "where" in r.low[place.end : place.end + 4] and place.form in PLAIN
        if there or scene.inside(k) and scene.visited(place.code) and sides & set(r.low[place.end : case.left]):
            return place.code
        if scene.inside(k):
            break
    after = r.place[case.mention.end + 1] if case.mention.end + 1 < len(r) else None
    met = sides & set(r.low[max(case.start, case.left - 4) : case.left])
    there = met and after and scene.inside(after.start) and scene.visited(after.code)
    return after.code if there and after.code not in barred and not scene.leads(case) else None


def _visited(scene: Scene, case: Case) -> str | None:
    """“She made the trip to the Korean capital. There she spent the morning with A”: whom a traveller meets there."""
    r, start = scene.r, case.start
    if not start or r.words[start - 1] == BREAK or scene.in_subject(case.mention):
        return None
    subject = next((r.low[k] for k in range(start, case.left) if r.token(k).dep_ in ("nsubj", "nsubjpass")), None)
    if subject not in ("he", "she", "they"):
        return None
    previous = range(start - 1, r.sents[case.sentence - 1][0] - 1, -1)
    if words("allegiance", "called off") & set(r.low[previous.stop + 1 : start]):
        return None
    to = next((to for k in previous if (to := scene.leads_to(k))), None)
    return to if to not in scene.barred(case) else None


def _speaking(scene: Scene, case: Case) -> str | None:
    """“At a briefing in Beijing, Foreign Ministry spokesperson A”, “In Denmark, which …, Climate Minister B”."""
    r, left = scene.r, case.left
    if r.low[left - 1] != ",":
        return None
    opening = r.place[case.start + 1] if r.low[case.start] == "in" else None
    near = r.place[left - 2] if left - case.start < 10 and r.place[left - 2] and scene.inside(left - 2) else None
    place = opening if opening and opening.form in PLAIN else near
    return place.code if place and place.code not in scene.barred(case) else None


def _acting(scene: Scene, case: Case) -> str | None:
    """“Lima gave no reason. The foreign ministry spokesperson, A, said”: who has just acted, in one paragraph."""
    r = scene.r
    clause = next((k for k in range(case.left - 1, case.start, -1) if r.words[k] in (":", ";")), None)
    if clause and (acted := scene.subject(case.start, clause, ("ROOT", "ccomp"))) and acted not in scene.barred(case):
        return acted  # “Indonesia is ahead: Minister A said”
    for previous in range(case.sentence - 1, max(-1, case.sentence - 3), -1):
        start, end = r.sents[previous]
        if BREAK in r.words[start : case.left]:
            return None
        acted = scene.subject(start, end)
        if acted and acted not in scene.barred(case):
            return acted
    return None


def _peer(scene: Scene, case: Case) -> str | None:
    """“Lord A”, “Dame B” of an office of state is British."""
    r = scene.r
    titled = any(r.words[m.start - 1] in words("titles", "peers") for m in case.person.mentions)
    return "GB" if titled and any(p.code == "GB" for p in r.places) else None


EVIDENCE: dict[str, Rule] = {
    "in one list": _listed,
    "in the order of the countries": _respectively,
    "in the company of": _company,
    "of the delegation": _delegated,
    "represents": _represented,
    "whose office": _owned,
    "its ministry or body": _echo,
    "told of before": _called_again,
    "the place of the office": _place_within,
    "the place in brackets": _constituency,
    "of the embassy": _embassy,
    "the seat of the firm": _based,
    "receives at home": _host,
    "met abroad": _abroad,
    "host of a journey": _visited,
    "speaks at home": _speaking,
    "who has just acted": _acting,
    "a peer": _peer,
}
# What tells the country of a firm's or institute's people too.
FOR_PRIVATE = frozenset(("in the company of", "of the delegation", "represents", "its ministry or body", "the seat of the firm", "a peer"))
PRESENT = frozenset((("present", "for"), ("represented", "for"), ("behalf", "of")))
FINITE = frozenset(("MD", "VBD", "VBZ", "VBP"))
