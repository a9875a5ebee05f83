"""Presence: words that tell who else was there (“also present were”, “sat in”, “was accompanied by”, “among those
present”), with no event of their own.
"""

from dossier.find.arguments import objects
from dossier.find.encounter import nouns
from dossier.lexicon import lowered
from dossier.find.reading import Reading

INVERTED = 6  # words from the beginning to “were”: “Among the other participants were”
_ACTING = frozenset("he she they it we i you there who which".split())
_THEM = frozenset("him her them".split())
_DENIED = frozenset(("not", "n't", "n’t", "never"))


def tells_present(r: Reading, k: int) -> bool:
    """“present”, “attended”, “took part”; of a delegation also “included”, “were”; “came with”, “with her came”."""
    if r.low[k] == "table" and r.low[k - 2 : k] != ["at", "the"]:
        return False  # “no longer on the table”
    if not _DENIED.isdisjoint(r.low[max(k - 2, r.sentence(k)[0]) : k + 2]):
        return False  # “did not attend”, “was not there”
    if r.low[k] in lowered("meetings", "present") or r.low[k : k + 3] == ["co", "-", "chaired"] or accompanied(r, k):
        return True
    if sides_led(r, k) or sat_in(r, k) or escorting(r, k):
        return True
    start, end = r.sentence(k)
    led = {"delegation", "side", "mission", "team", "party"} & set(r.low[start:k])
    return (
        bool(led)
        and r.low[k] in lowered("meetings", "comprising")
        and not r.token(k).dep_.startswith("aux")
        or r.low[k : k + 2] in (["came", "with"], ["arrived", "with"])
        or k == start + 2
        and r.low[start] == "with"
        and r.low[k] in ("came", "was", "were")
        or k > start
        and r.low[start] == "also"
        and r.low[k] in ("was", "were")
        and k < start + 7
        and k < end
    )


def is_main(r: Reading, j: int) -> bool:
    """Has the verb a subject of its own, other than “who”?"""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.text.lower() not in ("who", "which") for c in r.token(j).children)


def accompanied(r: Reading, k: int) -> bool:
    """“X was accompanied by Y” as a sentence of its own."""
    return r.low[k] in lowered("meetings", "escorted") and r.low[k + 1 : k + 2] == ["by"] and is_main(r, k)


def escorting(r: Reading, k: int) -> bool:
    """“A and B accompanied her” as a sentence of its own."""
    active = r.low[k] in lowered("meetings", "escorted") and r.low[k + 1 : k + 2] != ["by"] and r.tags[k] == "VBD"
    return active and is_main(r, k) and bool(objects(r.token(k)))


def sides_led(r: Reading, k: int) -> bool:
    """“The delegations were headed by A and B”, “The army's side was led by A”, “B headed the host delegation”."""
    if r.low[k] not in lowered("meetings", "leads") or r.token(k).dep_ in ("acl", "amod"):
        return False
    verb = r.token(k)
    those = [*verb.lefts] if r.low[k + 1 : k + 2] == ["by"] else objects(verb)
    return any(t.text.lower() in lowered("meetings", "led sides") for t in those)


def sat_in(r: Reading, k: int) -> bool:
    """“sat in”, “were also at the meeting”, “sent their envoys as observers”, “also took part”, “spoke for Oslo”."""
    after = r.low[k + 1 : k + 3]
    if r.low[k] in lowered("meetings", "watching"):
        return r.low[k - 1] == "as"
    if r.low[k] in ("was", "were"):
        return _there(r, k)
    if r.low[k] in ("join", "joins"):
        known = after[:1] in (["the"], ["their"]) and not nouns().keys().isdisjoint(r.low[k + 2 : k + 4])
        return (after[:1] == ["them"] or known) and r.low[k - 1] not in lowered("meetings", "wished")
    if r.low[k] == "took":
        return after[:1] == ["part"] and (r.low[k - 1] == "also" or r.words[k + 2] in (".", ","))
    spoke = r.low[k] in ("spoke", "negotiated") and after[:1] == ["for"] and (r.capital[k + 2] or after[1:] == ["the"])
    return spoke or (r.low[k], *after[:1]) in (("sat", "in"), ("sits", "in"), ("looked", "on"))


def _there(r: Reading, k: int) -> bool:
    """“were also at the meeting”, “was there”, “among those present were”, “At the talks were”, “with them was”."""
    start, end = r.sentence(k)
    for j in (*range(k + 1, min(k + 4, end - 1)), start):
        if r.low[j] == "there" and j > k and r.tags[j] == "RB" and r.low[j + 1] in (".", ",", "as", "too"):
            return True
        if j > k and r.low[j] == "with" and r.low[j + 1] in _THEM and r.low[j + 2 : j + 3] in (["."], [","], ["too"]):
            return True  # “X was with him”
        inverted = j == start and k - start < INVERTED and r.low[k - 1] not in _ACTING
        if j == start and not inverted:
            continue
        if r.low[j] == "among" and _those_present(r, j + 1):
            return True
        if inverted and r.low[j] in lowered("meetings", "joining"):
            return True  # “Accompanying her were”, “Representing the utility was”
        if r.low[j : j + 2] == ["at", "the"] and r.low[j + 2] in nouns().keys() | {"table"}:
            return not inverted or k - j == 3
    return False


def _those_present(r: Reading, k: int) -> bool:
    """“among | those present”, “among | the participants”."""
    told = set(r.low[k : k + 4])
    return bool(told & {"those", "the"}) and bool(told & lowered("meetings", "attendees"))
