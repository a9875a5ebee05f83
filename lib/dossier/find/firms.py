"""Firms: whose a private office is by its firm: by the one named last, the one that is meant, or its seat."""

from dossier.find.naming import body_after
from dossier.find.office import POSSESSIVE, Office
from dossier.find.reading import Reading
from dossier.find.scene import Case, Scene
from dossier.find.surroundings import there
from dossier.lexicon import lowered, words

REACH = 60  # words back within which a firm was named
LONG = 12  # words of an institute's name and seat
BEFORE, AFTER = 4, 6  # words of what describes a firm, before its name and after it
FINITE = frozenset(("MD", "VBD", "VBZ", "VBP"))
WHERE = frozenset("in near outside".split())
DESCRIBES = frozenset("JJ JJS NN NNP NNPS HYPH VBN RB".split())


def firm(scene: Scene, case: Case) -> str | None:
    """“the Indian supplier Surya, which … its managing director, X”: the firm named last, by its country."""
    office, r = case.office, scene.r
    if office is None or office.possessor is None or r.low[office.possessor] != "its":
        return None
    for k in range(office.left - 1, max(-1, office.left - REACH), -1):
        if r.low[k] in lowered("offices", "private bodies"):
            near = next((r.place[j] for j in range(k - 1, max(-1, k - 4), -1) if r.place[j]), None)
            own = near and (near.form == "demonym" or near.form == "name" and r.words[near.end] in POSSESSIVE)
            return near.code if own else _seat(r, k)
    return None


def _seat(r: Reading, k: int) -> str | None:
    """“the chamber of commerce in Gdańsk”: the country of the place right after a body."""
    for j in range(k + 1, min(k + 5, r.sentence(k)[1] - 1)):
        if r.low[j] in WHERE and (place := r.place[j + 1] or r.towns.get(j + 1)):
            return place.code
        if r.low[j] not in WHERE and r.low[j] not in ("of", "and") and not r.capital[j]:
            return None
    return None


def based(scene: Scene, case: Case) -> str | None:
    """“the Oslo-based institute's director A”."""
    r = scene.r
    for k in range(case.start, case.mention.start - 2):
        if r.place[k] and r.place[k].code and r.low[r.place[k].end + 1 : r.place[k].end + 2] == ["based"]:
            others = any(m.start > k and m.start < case.mention.start for m, _ in scene.in_sentence(case.sentence))
            if not others and not FINITE & set(r.tags[k : case.left]):
                return r.place[k].code
    return None


def the_firm(scene: Scene, case: Case) -> str | None:
    """“Vexta's chief executive, A … the Danish builder Vexta”, “finance chief B … The Danish company”."""
    r, office = scene.r, case.office
    if office is None or office.lemma not in words("offices", "of firms") | lowered("offices", "unofficial"):
        return None
    common = words("institutions", "heads")
    named = [k for k in _body(r, office) if r.capital[k] and r.place[k] is None and r.low[k] not in common]
    if named:
        told = (_described(r, k) for word in named for k in r.where[r.words[word]])
        return next(filter(None, told), None)
    elsewhere = r.low[office.end : office.end + 1] in (["at"], ["of"])
    if elsewhere or any(r.place[k] for k in range(office.start, office.end)):
        return None
    owner = office.possessor
    if owner is not None and r.low[owner] not in words("allegiance", "firms"):
        return None
    if "country" in r.low[office.start : office.head]:
        return None  # a “country director” serves abroad
    codes = {code for k in _firms(r) if abs(k - office.head) < REACH and (code := _whose(r, k, known=True))}
    return codes.pop() if len(codes) == 1 else None


def of_an_institute(scene: Scene, case: Case) -> str | None:
    """“a fellow at Singapore's School of Law”, “professor at the University of Lima”, “an analyst at T in Oslo”."""
    r, office = scene.r, case.office
    if office is None or office.lemma not in words("allegiance", "scholars"):
        return None
    after = range(office.head + 1, min(office.end + 1, len(r)))
    start = next((k for k in after if r.low[k] in ("at", "of", "in")), None)
    for k in range(start + 1, min(start + LONG, r.sentence(office.head)[1])) if start is not None else ():
        if r.words[k] in (",", ";", "(") or r.tags[k] in FINITE or r.low[k] in ("for", "on", "who"):
            return None
        seat = r.place[k] is not None and not body_after(r, r.place[k].end)  # not “at the Warsaw Institute”
        seat |= r.low[k - 1] in ("in", "of") or r.low[k + 1 : k + 2] == ["university"]
        if seat and (code := there(r, k)):
            return code
    return None


def _body(r: Reading, office: Office) -> list[int]:
    """The words that may name the firm: whose the office is, what stands before it, and what “at” and “of” join."""
    owner = [office.possessor] if office.possessor is not None else []
    before = [k for k in sorted(office.skipped) if k < office.head]
    link = next((k for k in range(office.head + 1, office.end + 1) if r.low[k : k + 1] in (["at"], ["of"])), None)
    after = range(link + 1, min(link + BEFORE, r.sentence(link)[1])) if link is not None else ()
    return [*owner, *before, *after]


def _firms(r: Reading) -> list[int]:
    """Where the text calls something a firm; found once."""
    found = r.doc.user_data.get("firms")
    if found is None:
        known = words("allegiance", "firms")
        found = r.doc.user_data["firms"] = [k for k, word in enumerate(r.low) if word in known]
    return found


def _described(r: Reading, k: int) -> str | None:
    """“the Danish builder | Vexta”, “Vexta, a Danish builder”, “Vexta of Denmark”, “Vexta, based in Aarhus”."""
    if code := _whose(r, k):
        return code
    start, end = k + 1, r.sentence(k)[1]
    if r.low[start : start + 1] == ["of"] and start + 1 < end:
        return r.place[start + 1] and r.place[start + 1].code
    if r.words[start : start + 1] != [","] or r.low[start + 1 : start + 2] not in (["a"], ["an"], ["the"], ["based"]):
        return None
    for j in range(start + 2, min(start + AFTER, end)):
        if place := r.place[j] or r.towns.get(j):
            return place.code
        if r.words[j] == "," or r.tags[j] in FINITE:
            return None
    return None


def _whose(r: Reading, k: int, known: bool = False) -> str | None:
    """“the Danish | company”, “Denmark's largest | builder”: the country in the words right before; of one `known`,
    that is called again: “the Danish company”."""
    for j in range(k - 1, max(r.sentence(k)[0] - 1, k - 1 - BEFORE), -1):
        place = r.place[j]
        if place:
            owns = place.form == "demonym" or r.words[place.end] in POSSESSIVE
            return place.code if owns and (not known or r.low[place.start - 1] == "the") else None
        if r.tags[j] not in DESCRIBES and r.words[j] not in POSSESSIVE:
            return None
    return None
