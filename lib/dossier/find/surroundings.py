"""Surroundings: which countries a text is at where a bare office stands: set first, acting, named near, beside it.

“In Georgetown, the president put the army on alert. …, said A, the foreign minister”: the place that opens a sentence
sets where the next ones are, until another does.
"""

from dossier.find.gathering import Person
from dossier.find.mention import Mention
from dossier.find.places import PLAIN
from dossier.find.reading import BREAK, Reading
from dossier.find.scene import Case, Scene
from dossier.find.whereabouts import acting
from dossier.lexicon import lowered, words

BACK = 3  # sentences back in which a place is set, or somebody acts
NEAR = 40  # words back that count as near
OPENING = 8  # words of “In the Guyanese capital, Georgetown,”
SETS = frozenset("in at from inside near outside across".split())  # “In Georgetown, …”
HERE = frozenset(("in", "at"))
THERE = HERE | {"to", "from"}
Found = dict[str, set[str | None]]


def surroundings(scene: Scene, case: Case) -> Found:
    """Kind of evidence → the countries for which it speaks, or against (“named after”)."""
    near = _near(scene, case) | {"acted": {acting(scene, case)}, "named after": _after(scene, case)}
    if case.person.posted():
        return near  # where an envoy is does not tell whence
    return near | {
        "set": _last_of(scene, case, _set),
        "said in": {_said_in(scene, case)},
    }


def acting_near(scene: Scene, case: Case) -> Found:
    """The same of those named near, as far as their country is known by now."""
    return {"actor": _last_of(scene, case, actor), "beside": {_beside(scene, case)}}


def _near(scene: Scene, case: Case) -> Found:
    """The countries named before the office in its sentence, and the last of all in the paragraph."""
    r, barred, posted = scene.r, scene.barred(case), case.person.posted()
    found: Found = {"same sentence": set(), "nearest": set()}
    first = True
    for k in range(case.left - 1, max(-1, case.left - NEAR), -1):
        if r.words[k] == BREAK:
            break
        place = r.place[k]
        away = posted and place and r.low[place.start - 1] in THERE  # “from Moscow, where ambassador A”
        if place and place.code and place.code not in barred and not away:
            if k >= case.start:
                found["same sentence"].add(place.code)
            if first and not _paired(r, place.start):
                found["nearest"].add(place.code)
            first = False
    return found


def _paired(r: Reading, k: int) -> bool:
    """“Spain and Finland”: neither is nearer."""
    return r.low[k - 1] in ("and", ",", "or") and r.place[k - 2] is not None


def _last_of(scene: Scene, case: Case, told) -> set[str | None]:
    """What the sentence tells before the office, else the last before it that tells a country it may be of."""
    found = {told(scene, case.sentence, case.left)}
    for number in range(case.sentence - 1, max(-1, case.sentence - 1 - BACK), -1):
        code = told(scene, number, scene.r.sents[number][1])
        if code and code not in scene.barred(case):
            return found | {code}
    return found


def _set(scene: Scene, number: int, before: int) -> str | None:
    """“In Georgetown, …”: where the sentence is set, if it opens with a place that is no mere venue."""
    r, start = scene.r, scene.r.sents[number][0]
    if start >= before or r.low[start] not in SETS:
        return None
    for k in range(start + 1, min(start + OPENING, before)):
        if r.words[k] in (",", ";", ":"):
            return None
        if code := there(r, k):
            return code
    return None


def there(r: Reading, k: int) -> str | None:
    """The country of the place at word `k`, where something happens: no demonym but of “capital”, no mere venue."""
    place = r.place[k]
    if place is None:
        return r.towns[k].code if k in r.towns else None
    plain = place.form in PLAIN and r.text(place.start, place.end) not in words("allegiance", "venues")
    return place.code if plain or r.low[place.end : place.end + 1] == ["capital"] else None


def actor(scene: Scene, number: int, before: int) -> str | None:
    """The country of the last who acts there, and is no envoy."""
    acts = [(m, p) for m, p in scene.in_sentence(number) if m.start < before and scene.acts(m)]
    return _last_at_home(scene, acts, before)


def _beside(scene: Scene, case: Case) -> str | None:
    """The country of the last person named before the office in its sentence, who is no envoy."""
    near = [(m, p) for m, p in scene.in_sentence(case.sentence) if m.start < case.left]
    return _last_at_home(scene, near, case.left)


def _last_at_home(scene: Scene, people: list[tuple[Mention, Person]], before: int) -> str | None:
    """The country of the last of them, no envoy; not where the two meet (“A will see Minister B”)."""
    home = [(m.end, p) for m, p in people if p.country and not p.posted()]
    if not home:
        return None
    end, person = max(home, key=lambda pair: pair[0])
    return None if lowered("offices", "sides") & set(scene.r.low[end:before]) else person.country


def _said_in(scene: Scene, case: Case) -> str | None:
    """“Commodore A said in Manila”: where the holder is, by the first place after the name."""
    r, end = scene.r, scene.r.sentence(case.mention.start)[1]
    places = (there(r, k) for k in range(case.mention.end + 1, end) if r.low[k - 1] in HERE)
    return next(filter(None, places), None)


def _after(scene: Scene, case: Case) -> set[str | None]:
    """“A summoned the Chinese ambassador”: the countries named after the office, but where one is or goes."""
    r, end = scene.r, scene.r.sentence(case.mention.start)[1]
    named = filter(None, map(r.place.__getitem__, range(case.mention.end, end)))
    return {place.code for place in named if r.low[place.start - 1] not in THERE}
