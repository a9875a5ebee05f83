"""Nationals: whom a person's country names alone (“The Dane also met …”, “the Frenchman said”)."""

from dossier.countries import code as code_of
from dossier.find.discourse import SUBJECTS, Discourse, record

OBJECTS = frozenset("dobj pobj conj agent".split())
MANY = ("ese", "sh", "ch", "ss")  # “the French”: a people, or a side
MEN = {"man": False, "woman": True}  # “the Frenchman”, “the Dutchwoman”
NEAR = 8  # sentences within which such a person was named


def national(d: Discourse, i: int, number: int, quoted: list[int]) -> bool:
    """Resolve a demonym that stands for a person: whoever of that country acted last, or was named last."""
    r, word = d.r, d.r.words[i]
    if not d.r.capital[i] or r.low[i - 1] != "the" or r.tags[i] not in ("NN", "NNP"):
        return False
    if r.token(i).dep_ not in SUBJECTS | OBJECTS or r.capital[i + 1 : i + 2] == [True]:
        return False
    place, ending = r.place[i], next((e for e in MEN if word.endswith(e)), "")
    if place is not None:
        of_one = place.form in ("demonym", "people") and place.end == place.start + 1 and not word.endswith(MANY)
        code, woman = (place.code if of_one else None), None
    else:
        code, woman = (code_of(word.removesuffix(ending)), MEN[ending]) if ending else (None, None)
    if code is None:
        return False
    fits = [e for e in d.events if e.person.country == code and number - e.sentence <= NEAR]
    fits = [e for e in fits if woman is None or d.can_be(e.person, woman)]
    if not fits:
        return False
    person = next((e.person for e in reversed(fits) if e.subject), fits[-1].person)
    why = f"“the {word}” → {person.name} (of that country, named before)"
    record(d, [i], [person], number, quoted[i] < 0, why)
    return True
