"""Partakers by position: where the parse breaks at an abbreviation, a long title or a long list of names."""

from dossier.find.dates import in_time
from dossier.find.discourse import Discourse
from dossier.find.encounter import nouns, verbs
from dossier.lexicon import lowered, words
from dossier.find.offices import POSSESSIVE
from dossier.find.partakers import add
from dossier.find.reading import Reading

LONGEST = 12  # names of a list that are looked back upon
# Between two names of a list these may stand.
_FILLERS = frozenset("of the 's ’s his her ( ) visiting also as well then".split())


def runs(d: Discourse, number: int) -> list[list[int]]:
    """The names of a sentence joined by commas, semicolons and “and”, as lists of their first words; found once."""
    known = d.r.doc.user_data.setdefault("runs_of_names", {})
    if number not in known:
        known[number] = _runs(d, number)
    return known[number]


def _runs(d: Discourse, number: int) -> list[list[int]]:
    start, end = d.r.sents[number]
    found: list[list[int]] = []
    open_run: list[int] = []
    for k in range(start, end):
        if k not in d.name_ends:
            continue
        link = joined_by(d, open_run[-1], k) if open_run else ""
        if link == "and":
            found.append([*open_run, k])
            open_run = [*open_run[-LONGEST:], k]
        else:
            open_run = [*open_run[-LONGEST:], k] if link == "," else [k]
    longest = {run[0]: run for run in found}
    return list(longest.values())


def joined_by(d: Discourse, one: int, other: int) -> str:
    """“and”, “,” or “”: how two names stand to each other, with titles, offices and countries between them left out."""
    r, link = d.r, ""
    person, own = d.persons_at.get(other, [None])[0], d.persons_at.get(one, [None])[0]
    for k in range(d.name_ends[one], other):
        word = r.low[k]
        if word in ("and", "&"):
            link = "and"
        elif word in (",", ";"):
            link = link or ","
        elif not (
            r.capital[k]
            or person in d.persons_at.get(k, [])
            or own in d.persons_at.get(k, [])
            or r.cased[k] in words("titles", "titles")
            or word in _FILLERS
            or link and _led(r, k)
        ):
            return ""
    return link


def _led(r: Reading, k: int) -> bool:
    """“A and a delegation | headed by | B”."""
    led = lowered("meetings", "leads")
    return r.low[k] in led and r.low[k + 1] == "by" or r.low[k] == "by" and r.low[k - 1] in led or r.low[k] in lowered(
        "meetings", "delegated"
    )


def with_the_listed(d: Discourse, found: list[str], number: int, after: int, before: int) -> list[str]:
    """The names, and those joined to one of them between two words, up to one that is the subject of another verb."""
    more = list(found)
    for run in runs(d, number):
        run = [k for k in run if after <= k < before]
        if len(run) > 1 and any(p.name in found for k in run for p in d.persons_at.get(k, [])):
            for n, k in enumerate(run):
                if n and own_clause(d, k, before):
                    break
                add(more, [p.name for p in d.persons_at.get(k, [])])
    return more


def own_clause(d: Discourse, k: int, before: int) -> bool:
    """Is the name the subject of a verb that follows, in the same stretch?"""
    token = d.r.token(d.name_ends[k] - 1)
    while token.dep_ in ("compound", "appos") and token.head != token:
        token = token.head
    verb = d.r.at.get(token.head.i, -1)
    return token.dep_ in ("nsubj", "nsubjpass") and k < verb < before


def named_after(d: Discourse, k: int) -> list[str]:
    """Names after a verb by position, up to the next verb: “received, Friday in Rabat, the envoy, Ann Lee, who …”."""
    r, end, found = d.r, d.r.sentence(k)[1], []
    for j in range(k + 1, min(k + 40, end)):
        stops = (
            r.tags[j] in ("VBD", "MD", "WDT", "WP", "TO", "VBG", "VB")
            or r.tags[j] in ("VBZ", "VBP")
            and r.token(j).n_lefts
        )
        if stops and j not in d.persons_at and not r.shouting or r.low[j] == "to" or r.words[j] == ";":
            break
        if j in d.name_ends and not possessive(d, j):
            add(found, [p.name for p in d.persons_at.get(j, [])])
    return found


def in_turn(d: Discourse, k: int) -> list[str]:
    """“rang A at dawn on Monday and, an hour later, B”: names after a verb, only times and “and” between them."""
    r, found, last = d.r, [], None
    for j in range(k + 1, min(k + 60, d.r.sentence(k)[1])):
        if j not in d.name_ends:
            continue
        between = range(last, j) if last is not None else ()
        if last is not None and not (_only_times(d, between, j) and "and" in r.low[last:j]):
            break
        add(found, [p.name for p in d.persons_at.get(j, [])])
        last = d.name_ends[j]
    return found


def _only_times(d: Discourse, between: range, j: int) -> bool:
    r, person = d.r, d.persons_at.get(j, [None])[0]
    return all(
        r.capital[k]
        or r.words[k] == ","
        or in_time(r.token(k))
        or r.low[k] in ("and", "at", "on", "an", "a", "the", "later", "then", "also", "hour", "hours", "dawn", "dusk")
        or r.low[k] in lowered("meetings", "hours")
        or person in d.persons_at.get(k, [])
        for k in between
    )


def possessive(d: Discourse, j: int) -> bool:
    """“her”, “Mr Lee's predecessor”: who is named only as whose."""
    r = d.r
    end = d.name_ends.get(j) or next(
        (e for s, e in ((k, d.name_ends.get(k, 0)) for k in range(max(0, j - 5), j)) if s < j < e), j + 1
    )
    return r.tags[j] == "PRP$" or r.token(j).dep_ == "poss" or end < len(r) and r.words[end] in POSSESSIVE


def named_before(d: Discourse, k: int) -> list[str]:
    """The name nearest before a verb with no other verb between: the subject, where the parse finds none."""
    r, start = d.r, d.r.sentence(k)[0]
    for j in range(k - 1, max(start, k - 25) - 1, -1):
        if r.tags[j] in ("VBD", "VBZ", "VBP", "WDT", "WP"):
            break
        if j in d.persons_at and r.token(j).dep_ != "poss" and r.tags[j] != "PRP$":
            return [p.name for p in d.persons_at[j]]
    return []


def following(d: Discourse, k: int, links: tuple[str, ...]) -> list[str]:
    """Names after “with” or “between”, by position: where the parse breaks at an abbreviation or a long list."""
    r, found, end = d.r, [], d.r.sentence(k)[1]
    start = next((j for j in range(k + 1, min(k + 9, end)) if r.low[j] in links and r.low[j - 1] != "according"), None)
    between = range(k + 1, start if start is not None else k + 1)
    if any(r.low[j] in nouns() or r.low[j] in verbs() and r.tags[j] in ("VBD", "VBZ") and j != k for j in between):
        return []  # “On the sidelines of the session A met with B”
    for j in range(start + 1 if start is not None else end, end):
        stops = r.tags[j] in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP") or r.words[j] == ";"
        stops |= r.low[j] in nouns() and r.low[j - 1] in ("a", "an") and r.tags[j] == "NN"  # “…, and a meeting with B”
        if stops or found and (r.tags[j] in ("VB", "VBN", "VBG") or r.low[j] in lowered("meetings", "circumstances")):
            break
        if r.words[j] == "," and found and not _listed_on(d, j):
            break
        for person in d.persons_at.get(j, []):
            if not possessive(d, j):
                add(found, [person.name])
    return found


def _listed_on(d: Discourse, comma: int) -> bool:
    """Does a list of names go on after the comma (“A, B and C”), or an apposition, rather than the main clause?"""
    end = d.r.sentence(comma)[1]
    nxt = next((j for j in range(comma + 1, end) if j in d.name_ends), None)
    if nxt is None:
        return True
    return not own_clause(d, nxt, end)
