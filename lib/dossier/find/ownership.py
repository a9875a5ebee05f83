"""Ownership: whose a bare office is by its owner, its ministry or body, its place, its embassy or its firm's seat."""

from dossier.lexicon import load, lowered, words
from dossier.find.case import OF_NONE
from dossier.find.caucus import caucus_end
from dossier.find.office import POSSESSIVE, Office
from dossier.find.ranks import rank, ranks
from dossier.find.reading import Reading
from dossier.find.scene import Case, Scene, Told
from dossier.find.surroundings import there


REACH, FAR = 60, 120  # words back within which a country, or a town, was named
HONOURED = ("majesty", "highness", "excellency")
WHERE = frozenset("in near outside".split())


def owned(scene: Scene, case: Case) -> Told:
    """“his spokesperson A”, “Sahar's adviser B”: of the country of the person whose they are."""
    if case.office and case.office.lemma in words("allegiance", "facing"):
        return None  # “her counterpart A” is of another
    owner = case.office.possessor if case.office else None
    if case.office and owner is None:  # “the head of his office”
        low, inside = scene.r.low, range(case.office.head + 1, case.office.end)
        owner = next((k for k in inside if low[k] in ("his", "her") and low[k + 1] not in HONOURED), None)
    if case.office and scene.r.low[case.office.left - 1] == "whose":
        return _whose(scene, case)
    if owner is None:
        return None
    if scene.r.low[case.office.left] in ("his", "her"):  # “her department's secretary”
        owner = case.office.left
    if scene.r.low[owner] in ("his", "her"):
        return scene.owner(owner, case.person)
    if scene.r.low[owner] == "its":
        return scene.it(owner)
    return next((person.country or person for _, person in scene.ending(owner + 1)), None)


def of_a_private_person(scene: Scene, case: Case) -> str | None:
    """“The singer died, her representative, A, said”: who serves somebody without an office serves no country."""
    owner = case.office.possessor if case.office else None
    if owner is None or scene.r.low[owner] not in ("his", "her"):
        return None
    if case.office.lemma not in words("allegiance", "of persons"):
        return None
    who = scene.owner(owner, case.person, anybody=True)
    return OF_NONE if who and not (who.offices or who.country or who.titles) else None


def of_the_country(scene: Scene, case: Case) -> str | None:
    """“Peru will wait, said A, a spokesman for the country's navy”: the country that acts, else that named last."""
    r, office = scene.r, case.office
    if office is None:
        return None
    near = range(office.left, office.end)
    k = next((k for k in near if r.low[k] in words("allegiance", "the country") and r.words[k + 1] in POSSESSIVE), None)
    if k is None:
        return None
    fits = load("allegiance")["forms of state"].get(r.low[k])
    acted = scene.subject(case.start, case.left, ("ROOT", "ccomp"))
    if acted and (fits is None or acted in fits):
        return acted
    named = (r.place[j].code for j in range(case.left - 1, max(-1, case.left - REACH), -1) if r.place[j])
    return next((code for code in named if code and (fits is None or code in fits)), None)


def _whose(scene: Scene, case: Case) -> str | None:
    """“a Portuguese detachment, whose commander, X”: the country in the words before “whose”."""
    r, k = scene.r, case.office.left - 1
    near = (r.place[j] for j in range(k - 1, max(case.start, k - 6) - 1, -1) if r.place[j])
    return next((place.code for place in near), None)


def called_again(scene: Scene, case: Case) -> Told:
    """“the diplomat, A”: the envoy of whom the text told before, without a name."""
    office = case.office
    if office is None or office.lemma not in load("allegiance")["called again"] or scene.r.low[office.left] != "the":
        return None
    if office.possessor is not None:
        return None  # “the host government's envoy, A”
    return scene.unnamed(office)


def echo(scene: Scene, case: Case) -> str | None:
    """“Peru's energy ministry … Energy Minister A”, “Peru's state fund … the fund's head A”: a body named before."""
    office = case.office
    if office is None:
        return None
    r, owner = scene.r, office.possessor
    if owner is not None and r.low[owner] in words("institutions", "heads"):
        return scene.body(r.low[owner : owner + 1], case.left) or _of_its_minister(scene, owner)
    end = r.sentence(case.mention.start)[1]
    if case.person.posted() and "embassy" in r.low[case.start : end]:
        return scene.body(["embassy"], end)  # “China's embassy said Ambassador A would attend”
    if told := _served(scene, office):
        return told
    if office.lemma in words("allegiance", "ministers") and (held := _portfolio(scene, office)):
        return scene.body([*held, "ministry"], case.left) or scene.body(["ministry", "of", *held], case.left)
    return None


def _of_its_minister(scene: Scene, k: int) -> str | None:
    """“Peru's foreign minister … the foreign ministry said … the ministry's spokeswoman”: of the one such minister."""
    r = scene.r
    named = [j for form in ("ministry", "Ministry") for j in r.where.get(form, ()) if j < k]
    held = rank(f"{r.low[max(named) - 1]} minister") if named else None
    codes = {p.country for p in scene.found if held in ranks(p) and p.country and p.mentions[0].start < k}
    return codes.pop() if len(codes) == 1 else None


def _served(scene: Scene, office: Office) -> str | None:
    """“Sudan's army … the army chief”, “the army's team is led by X, its deputy chief”: the body in the phrase."""
    r = scene.r
    its = office.possessor is not None and r.low[office.possessor] == "its"
    first = r.sentence(office.left)[0] if its else office.start
    for k in range(office.head - 1, first - 1, -1):
        if r.low[k] in words("allegiance", "forces"):
            return scene.body(r.low[k : k + 1], k)
    return None


def _portfolio(scene: Scene, office: Office) -> list[str]:
    """What a minister is in charge of: “energy” of “Energy Minister” and “Minister of Energy”."""
    r = scene.r
    before = [r.low[k] for k in range(office.start, office.head) if k not in office.skipped]
    after = [r.low[k] for k in range(office.head + 1, office.end) if k not in office.skipped]
    ranks = lowered("offices", "qualifiers") | words("allegiance", "ranks")
    return [w for w in before if w not in ranks] or after[1:]


def place_within(scene: Scene, case: Case) -> str | None:
    """“the mayor of Lisbon”, “Governor of Lagos State”: an office of a part of a country, by its place."""
    office, r = case.office, scene.r
    if office is None:
        return None
    if office.lemma in words("offices", "subnational") | words("offices", "local"):
        return within(r, office)
    if office.lemma in words("offices", "envoys") or case.person.posted():
        return None
    town = r.towns.get(office.end - 1)  # “Representative of the President in Aghdam”
    if town or r.low[office.end : office.end + 1] != ["in"] or office.end + 1 >= len(r):
        return town and town.code
    return there(r, office.end + 1)  # “natural resources minister in Erbil”


def within(r: Reading, office: Office) -> str | None:
    """The country of a place in the words of the office."""
    named = (r.place[k] or r.towns.get(k) for k in range(office.start, office.end))
    return next((place.code for place in named if place), None)


def constituency(scene: Scene, case: Case) -> str | None:
    """“Senator A (Ind., Antofagasta)”, “Sen. B of Michigan”: a province right after the name."""
    r, k = scene.r, case.mention.end
    if r.low[k : k + 1] in (["of"], ["from"]):
        return scene.region(k + 1) if k + 1 < len(r) else None
    if k + 1 < len(r) and r.words[k] in (",", "(") and caucus_end(r, k + 1) > k + 1:
        return "US"  # “Sen. B (R-Ohio)”
    if r.low[k : k + 1] == [","] and r.low[k + 1 : k + 2] in (["a"], ["an"], ["the"]):
        return scene.region(k + 2) if k + 2 < len(r) else None  # “Sen. B, a Kansas Republican”
    if r.low[k : k + 1] != ["("]:
        return None
    for j in range(k + 1, min(k + 8, len(r))):
        if r.low[j] == ")":
            return None
        if country := (r.place[j].code if r.place[j] else scene.region(j)):
            return country
    return None


def embassy(scene: Scene, case: Case) -> Told:
    """“First Secretary A”, “Head of the Consular Section of the embassy B”: of the ambassador whom the text names."""
    said = scene.r.low[case.office.start : case.office.end] if case.office else []
    plain = " ".join(said).partition(" (")[0]  # “Counsellor (Trade)”
    serves = "embassy" in said or plain in words("allegiance", "diplomats")
    return scene.ambassador() if serves else None


def local(scene: Scene, case: Case) -> str | None:
    """“In Kano … the governor, X”: an office of a part of a country is of where the text has just been."""
    if case.office is None or case.office.lemma not in words("offices", "subnational") | words("offices", "local"):
        return None
    r = scene.r
    held, owner = set(r.low[case.office.start : case.office.end]), case.office.possessor
    if case.office.lemma == "chief" and not held & words("offices", "parts"):
        return None  # no army chief
    if case.office.lemma == "attorney" and r.low[case.office.head + 1 : case.office.head + 2] == ["general"]:
        return None  # a country's, more often than a part's
    if case.office.lemma == "representative" and owner is not None:
        return None  # “her representative”
    whole = owner is not None and r.low[owner] in words("offices", "divisions small")  # “the province's governor”
    for k in range(case.left - 1, max(-1, case.left - FAR), -1):
        town = r.towns.get(k)
        if town and k not in scene.in_names and (whole or r.low[town.start - 1] in WHERE):
            return town.code
        if r.place[k] and r.place[k].form == "capital" and scene.inside(k):
            return None
    named = {town.code for k, town in r.towns.items() if k not in scene.in_names}
    return named.pop() if len(named) == 1 else None
