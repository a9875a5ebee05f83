"""Sources without a verb of speech: “according to the presidency”, “in the minister's view”, “as she put it”."""

from functools import cache

from dossier.find.cue import COMMAS, TRAILING, Cue
from dossier.find.discourse import Discourse
from dossier.lexicon import load, lowered
from dossier.find.quotations import MARKS
from dossier.find.reading import Reading
from dossier.find.subjects import phrase


def sources(d: Discourse, start: int, end: int, quoted: list[int]) -> list[Cue]:
    """“according to the presidency”, “in his words”, “as the minister put it” (its verb is no speech verb)."""
    found, r = [], d.r
    for i in range(start, end - 2):
        if quoted[i] >= 0:
            continue
        phrase_end = _introduced(r, i)
        if phrase_end and r.tags[phrase_end] in ("WP", "WDT"):
            if r.words[i - 1] == "," and (who := phrase(r, r.token(i - 2), start, end)) and who[1] < i:
                found.append(Cue(i, i, phrase_end + 1, who, "source", "according to", text=r.text(i, phrase_end)))
        elif phrase_end:
            _source(d, i, phrase_end, end, found)
        elif r.low[i] == "in" and (view := _view(r, i, end)):
            found.append(Cue(view, i, view + 1, (i + 1, view), "source", "according to", text=r.text(i, view + 1)))
        elif r.low[i] == "as" and (verb := _as_told(r, i, end)):
            found.append(Cue(verb, i, verb + 2, (i + 1, verb), "source", "put", text=r.words[verb]))
    return found


def _introduced(r: Reading, i: int) -> int | None:
    """Where the body begins after “according to”, “in the words of”, “in the view of”."""
    for phrase_words in _according().get(r.low[i], ()):
        if r.low[i : i + len(phrase_words)] == phrase_words:
            return i + len(phrase_words)
    return None


@cache
def _according() -> dict[str, list[list[str]]]:
    """First word → the phrases that begin with it, in the order of the list."""
    found: dict[str, list[list[str]]] = {}
    for entry in load("speech")["according"]:
        found.setdefault(entry.split()[0], []).append(entry.split())
    return found


def _view(r: Reading, i: int, end: int) -> int | None:
    """“in his words”, “in the minister's view”: the noun, if somebody's."""
    for k in range(i + 2, min(i + 10, end)):
        if r.words[k] in COMMAS:
            return None
        if r.low[k] in lowered("speech", "views"):
            return k if r.low[i + 1] in ("his", "her", "their") or r.words[k - 1] in ("'s", "’s", "'", "’") else None
    return None


def _as_told(r: Reading, i: int, end: int) -> int | None:
    """“as the minister put it”: the verb."""
    put = next((k for k in range(i + 2, min(i + 14, end - 1)) if r.low[k : k + 2] == ["put", "it"]), None)
    return put if put and r.low[put - 1] != "to" and not any(r.words[k] in MARKS for k in range(i, put)) else None


def _source(d: Discourse, i: int, first: int, end: int, found: list[Cue]) -> None:
    last = _with_name(d, first, _source_end(d.r, first, end), end)
    if last > first:
        found.append(Cue(i, i, last, (first, last), "source", "according to", text=d.r.text(i, first)))


def _with_name(d: Discourse, start: int, last: int, end: int) -> int:
    """“according to the Chief of Defence, General X,”, “to X, the Chief of Defence,”: name and office in one."""
    holder = next((d.persons_at[k] for k in range(start, min(start + 3, end)) if k in d.persons_at), None)
    for k in range(last, min(last + 8, end)) if holder else ():
        if k in d.name_ends and d.persons_at.get(k) == holder:
            return d.name_ends[k]
    after = last + 2 if d.r.low[last + 1 : last + 2] == ["the"] else last + 1
    if holder and last < end and d.r.words[last] == "," and d.persons_at.get(after) == holder:
        while after < end and d.persons_at.get(after) == holder and not d.r.tags[after].startswith("PRP"):
            after += 1
        return after
    return last


def _source_end(r: Reading, k: int, end: int) -> int:
    token = r.token(k)
    noun = next((t for t in (r.token(j) for j in range(k, min(k + 12, end))) if t.dep_ == "pobj"), None)
    if noun is not None:
        found = phrase(r, noun, k, end)
        if found and found[1] > k:
            return found[1]
    j = k
    while j < end and r.words[j] not in COMMAS and r.words[j] not in TRAILING:
        j += 1
    return j if token is not None else k
