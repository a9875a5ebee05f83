"""Offices told by a verb: “named X as minister”, “elected X president”, “X was appointed envoy”, “X resigned as …”."""

from dossier.find.mention import Mention, claim, gender
from dossier.find.names import name_end, name_start
from dossier.find.office import ARTICLES, NAMED, Office, printed
from dossier.find.reading import BREAK, Reading
from dossier.find.titles import titles_end
from dossier.lexicon import words


WITHIN = 6  # words of a noun phrase before “who”


def appointed(r: Reading, held: list[Office], taken: list[bool]) -> list[Mention]:
    """Names that a verb of taking, giving or leaving office joins to the office after it."""
    found = []
    for office in held:
        if office.plural or _named_after(r, office):
            continue
        span = _named(r, office)
        if span is None or any(taken[span[0] : span[1]]):
            continue
        start, end = span
        titles = _titles(r, start)
        claim(taken, start, end)
        why = f"office by verb: {printed(r, office)}"
        found.append(Mention(start, end, why, offices=[office], female=gender(r, titles, start, end)))
    return found


def _named_after(r: Reading, office: Office) -> bool:
    """“appointed Energy Minister | X”, “named insider | X as its chief”: does the name stand after the office?"""
    if name_end(r, titles_end(r, office.end)) == office.end:
        return False
    return r.capital[office.head] or office.private


def _named(r: Reading, office: Office) -> tuple[int, int] | None:
    """The name that the verb joins to the office."""
    verb = _verb(r, office)
    if verb is not None:
        return _before(r, verb)
    end = office.left
    linked = r.low[end - 1] in ("as", "be")
    while end and (r.low[end - 1] in words("appointment", "links") or r.low[end - 1] in ARTICLES):
        end -= 1
    if linked and end and r.words[end - 1] == ",":  # “named X, a career diplomat, as envoy”
        end = next((j for j in range(end - 2, max(0, end - WITHIN), -1) if r.words[j] == ","), end)
    start = name_start(r, end) if end and r.capital[end - 1] and r.words[end - 1] != BREAK else None
    if start is None or not _sure(r, start, end):
        return None
    giver = _titles(r, start) - 1
    gives = giver > 0 and r.low[giver] in words("appointment", "gives" if linked else "makes")
    return (start, end) if gives else None


def _verb(r: Reading, office: Office) -> int | None:
    """The verb right before the office or its “as”, “to be”: “was appointed”, “elected”, “resigned as”."""
    k = office.start
    if r.low[k] in words("appointment", "participles"):  # taken for a part of the office: “elected president”
        return k
    k, linked = office.left - 1, False
    while k > 0 and (r.low[k] in words("appointment", "links") or r.low[k] in ARTICLES):
        linked |= r.low[k] == "as"
        k -= 1
    verbs = words("appointment", "participles") | (words("appointment", "takes") if linked else frozenset())
    return k if k > 0 and r.low[k] in verbs and r.sent_of[k] == r.sent_of[office.head] else None


def _before(r: Reading, verb: int) -> tuple[int, int] | None:
    """The name that is the verb's subject: “X, who has been …”, “X was …”, “X, … in May,” left of word `verb`."""
    k = verb - 1 - 2 * (r.low[verb - 2 : verb] == ["re", "-"])
    while k > 0 and r.low[k] in words("appointment", "auxiliaries"):
        k -= 1
    if r.low[k] == "who":  # “X, who has been …”, “X, the Nigerian who hands over as …”
        comma = next((j for j in range(k - 1, max(0, k - WITHIN), -1) if r.words[j] == ","), k)
        k = comma if comma == k - 1 or r.low[comma + 1] in ARTICLES else k
    if r.words[k] == ",":
        k -= 1
    end = k + 1
    start = name_start(r, end) if k > 0 and r.capital[k] else None
    return (start, end) if start is not None and _sure(r, start, end) else None


def _sure(r: Reading, start: int, end: int) -> bool:
    """Is it a name of two words, or one after a title or that the tagger knows, and no place?"""
    return not any(r.place[k] for k in range(start, end)) and (
        end - start > 1 or _titles(r, start) < start or r.tags[start] in NAMED
    )


def _titles(r: Reading, start: int) -> int:
    """Where the titles before a name begin."""
    k = start
    while k > 0 and titles_end(r, k - 1) == start:
        k -= 1
    return k
