"""Allegiance: the country that an office serves which is named without one.

`EVIDENCE` is a ranked list of what a text may tell of it, each rule with a name (shown as `why`): the list the person
stands in, whom they accompany, whose delegation they are in, whose office it is, where they receive, where they
speak. What none of them tells, the text as a whole does (`home`): the surest first, so that those who meet somebody,
or hold the same office, are of another country. Private offices have none unless the sentence says so.
"""

from collections.abc import Callable

from dossier.find import belonging, company, firms, ownership, whereabouts
from dossier.find.case import OF_NONE
from dossier.find.gathering import Person
from dossier.find.home import Home
from dossier.find.origins import origins
from dossier.find.private import private
from dossier.find.reading import Reading
from dossier.find.scene import BY_TEXT, Case, Scene, Told
from dossier.find.supranational import of_union

Rule = Callable[[Scene, Case], Told]

EVIDENCE: dict[str, Rule] = {
    "the place of the office": ownership.place_within,
    "the place in brackets": ownership.constituency,
    "the body named after": belonging.of_a_body,
    "in one list": company.listed,
    "in the order of the countries": company.respectively,
    "among the peers": company.of_peers,
    "in the company of": company.company,
    "in the presence of": company.present,
    "travels with": company.travelling,
    "in succession": company.succession,
    "of the delegation": company.delegated,
    "represents": company.represented,
    "acts for": company.represented_by_name,
    "heads the body": belonging.headed,
    "on behalf of": belonging.on_behalf,
    "of the country": ownership.of_the_country,
    "of a private person": ownership.of_a_private_person,
    "whose office": ownership.owned,
    "its ministry or body": ownership.echo,
    "told of before": ownership.called_again,
    "of the embassy": ownership.embassy,
    "the seat of the firm": firms.based,
    "the firm named last": firms.firm,
    "of the institute": firms.of_an_institute,
    "of its firm": firms.the_firm,
    "greeted by an envoy": whereabouts.conveyed,
    "sends somebody": whereabouts.sent_by,
    "receives at home": whereabouts.host,
    "met abroad": whereabouts.abroad,
    "met at the end of a journey": whereabouts.destination,
    "host of a journey": whereabouts.visited,
    "speaks at home": whereabouts.speaking,
    "a peer": whereabouts.peer,
    "the town named last": ownership.local,
}
# Rules that a name may speak against, if it is usual in another country that the text names.
DOUBTED = frozenset(
    (
        "in one list",
        "in the order of the countries",
        "whose office",
        "the town named last",
        "speaks at home",
        "met abroad",
        "host of a journey",
    )
)
USUAL = 0.5  # how usual it must be there
ONLY_PRIVATE = "of its firm"
# What tells the country of a firm's or institute's people too.
FOR_PRIVATE = frozenset(
    (
        "in the company of",
        "of the delegation",
        "of a private person",
        "represents",
        "of the country",
        "its ministry or body",
        "the seat of the firm",
        "the firm named last",
        "of its firm",
        "of the institute",
        "a peer",
    )
)


def settle(r: Reading, found: list[Person]) -> None:
    """Give each bare office of state its country, where the text tells it."""
    scene = Scene(r, found)
    bare = [p for p in found if p.country is None and p.offices and not p.international and not of_union(scene, p)]
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
    home = Home(scene, state)
    for case in home.surest_first():
        _give(case.person, home.country(case), BY_TEXT)
    for person, other, name in bound:
        if not (name in DOUBTED and _foreign_name(scene, person, other.country)):
            _give(person, OF_NONE if other.international else other.country, name)
    for case in map(scene.case, bare):
        if case.person.country is None and not case.person.international:
            shut = private(r, case.person)
            _give(case.person, home.sure(case) if shut else home.country(case), BY_TEXT)


def _give(person: Person, country: str | None, name: str) -> None:
    if country == OF_NONE:
        person.international = True
        person.why += f"; no country: {name}"
    elif country:
        person.country = country
        person.why += f"; country: {name}"


def _told(scene: Scene, case: Case) -> tuple[str, Told]:
    """The first rule of the sentence or paragraph that tells the country, and what it tells."""
    shut = private(scene.r, case.person)
    for name, rule in EVIDENCE.items():
        if name in FOR_PRIVATE if shut else name != ONLY_PRIVATE:
            told = rule(scene, case)
            country = told.country if isinstance(told, Person) else told
            if not told or told is case.person:
                continue
            if not (name in DOUBTED and _foreign_name(scene, case.person, country)):
                return name, told
    return "", None


def _foreign_name(scene: Scene, person: Person, country: str | None) -> bool:
    """Is the person's name usual in another country of the text, and not in that told?"""
    usual = origins(person.name)
    elsewhere = any(usual.get(other, 0) >= USUAL for other in scene.countries)  # not of settlers only
    return country is not None and country not in usual and elsewhere
