"""Belonging: the body that a person is told to be of, to head or to act for, and its country, or none.

“Counsellor A, of the Permanent Mission of Malawi”, “a United Nations team headed by Special Representative B”, “C
signed on behalf of the Government, D on behalf of the movement”.
"""

from dossier.find.case import OF_NONE, Case
from dossier.find.office import POSSESSIVE
from dossier.find.reading import BREAK, Reading
from dossier.find.scene import Scene
from dossier.lexicon import lowered, words

LONG = 10  # words of a body's name, or from a name to “on behalf of”
OF = frozenset(("of", "from", "at"))
FINITE = frozenset(("MD", "VBD", "VBZ", "VBP"))
ENDS = frozenset((",", ";", ".", ":", "(", ")", "—", "–", "who", "which", BREAK))
PLAIN = ("name", "capital")


def of_a_body(scene: Scene, case: Case) -> str | None:
    """“Counsellor A, of the Mission of Malawi”, “Director-General B, of the International Labour Office”."""
    r, k = scene.r, case.mention.end
    k += r.words[k : k + 1] == [","]
    if r.low[k : k + 1] == [] or r.low[k] not in OF or case.office is None or case.office.start > case.mention.start:
        return None
    bodies, told = words("institutions", "heads"), False
    for j in range(k + 1, min(k + LONG, len(r))):
        if r.words[j] in ENDS or r.tags[j] in FINITE:
            return None
        place = r.place[j]
        told |= r.low[j] in bodies
        if place is None:
            continue
        if place.form == "international":
            return OF_NONE
        named = place.form in PLAIN and told and r.low[place.start - 1] in ("of", "the")
        return place.code if named or place.form == "demonym" and _heads_body(r, place.end) else None
    return None


def _heads_body(r: Reading, k: int) -> bool:
    """Do the capitalised words from `k` on end in a body's noun: “the Swiss | Federal Department”?"""
    while k < len(r) and r.capital[k]:
        if r.low[k] in words("institutions", "heads"):
            return True
        k += 1
    return False


def headed(scene: Scene, case: Case) -> str | None:
    """“a United Nations mission headed by | Special Representative A”, “an Irish team, led by | Professor B”."""
    r, k = scene.r, case.left - 2
    if r.low[k + 1] != "by" or r.low[k] not in words("allegiance", "headed"):
        return None
    for j in range(k - 1, max(case.start - 1, k - LONG), -1):
        place = r.place[j]
        if place is None:
            if r.tags[j] in FINITE and r.low[j] not in ("is", "was") or r.low[j] in ("in", "to", "for", "on"):
                return None
            continue
        if place.form == "international":
            return OF_NONE
        owns = place.form == "demonym" or r.words[place.end] in POSSESSIVE or r.low[place.start - 1] in ("of", "the")
        return place.code if owns else None
    return None


def on_behalf(scene: Scene, case: Case) -> str | None:
    """“A signed on behalf of the Government”: the government named last; a movement or firm is of no country."""
    r, start = scene.r, case.mention.end
    end = min(start + LONG, r.sentence(case.mention.start)[1] - 3)
    others = (m.start for m, p in scene.in_sentence(case.sentence) if p is not case.person and m.start >= start)
    end = min(end, min(others, default=end))
    k = next((j for j in range(start, end) if r.low[j : j + 2] == ["behalf", "of"]), None)
    if k is None:
        return None
    k += 2 + (r.low[k + 2] in ("the", "its"))
    if place := r.place[k]:
        return place.code or OF_NONE
    if r.low[k] in lowered("offices", "private bodies") | words("allegiance", "movements"):
        return OF_NONE
    return scene.body(r.low[k : k + 1], k) if r.low[k] in words("institutions", "heads") else None
