"""Speech cues: the verbs and phrases that report, with their subject and where the reported clause stands.

A cue is found by its form (`language/speech.yml`), its subject by the parse (through conjunctions and participles),
and the clause by position: after the verb (“X said that …”), before it (“…, X said”), around it (“…, X said, …”).
"""

from spacy.tokens import Token

from dossier.find.clauses import place
from dossier.find.coreference import Discourse
from dossier.find.cue import COMMAS, TRAILING, Cue, table
from dossier.find.extent import after_comma
from dossier.find.lexicon import lowered
from dossier.find.reading import BREAK, Reading
from dossier.find.subjects import phrase, subject

DECLINED = ("declined", "refused", "declines", "refuses")


def cues(d: Discourse, number: int, quoted: list[int]) -> list[Cue]:
    """The cues of a sentence in order, each with its content where it has one."""
    start, end = d.r.sents[number]
    found = [c for i in range(start, end) if d.r.low[i] in table() and (c := _verb_cue(d, i, start, end, quoted))]
    found += _sources(d, start, end, quoted)
    found.sort(key=lambda c: c.verb)
    _participles(d.r, found)
    for cue in found:
        place(d.r, cue, found, start, end, quoted)
    return found


def _participles(r: Reading, found: list[Cue]) -> None:
    """“X said that …, adding that …”: who adds is who said, whatever the parse hangs the participle on."""
    finite: Cue | None = None
    for cue in found:
        if cue.form == "ing" and finite and after_comma(r, cue.verb):
            cue.subject, cue.start = finite.subject, cue.verb
        elif cue.form in ("past", "s", "base"):
            finite = cue


# -- the verb and its subject ---------------------------------------------------------------------------------------


def _verb_cue(d: Discourse, i: int, start: int, end: int, quoted: list[int]) -> Cue | None:
    r = d.r
    lemma, form, _ = table()[r.low[i]]
    token = r.token(i)
    if not r.tags[i].startswith("VB") and not _said_wrongly_tagged(r, i) and not (r.shouting and form == "past"):
        return None
    if lemma == "cite" and form == "ing":
        return None
    if _hypothetical(r, token, i, start) or _embedded(token) or _was_asked(r, i, start):
        return None
    who = (_shouted(d, i, start) if r.shouting else None) or subject(r, token, start, end)
    if who is None or quoted[i] >= 0 and not _outside_subject(who, quoted, i):
        return None
    who = _without_topic(r, who)
    cue = Cue(i, min(who[0], i) if abs(who[0] - i) < 25 and who[1] <= i + 1 else i, i + 1, who, form, lemma, text=r.words[i])
    if form == "ing" and who[1] < i and r.low[i - 1] != "as":
        cue.start = i
    cue.end = max(cue.end, who[1] if who[0] > i and form != "ing" else 0)
    cue.negated = _negated(token) or _declined(token) or lemma in lowered("speech", "denial") or lemma == "rule"
    return cue


def _shouted(d: Discourse, i: int, start: int) -> tuple[int, int] | None:
    """In a text all in capitals, where the parse is worth little: the person right before the verb, else (“AND SAID”) the first."""
    k = i - 1 if d.r.low[i - 1] not in ("also", "later", "further") else i - 2
    if k >= start and k in d.persons_at and not d.r.tags[k].startswith("IN"):
        while k > start and k - 1 in d.persons_at:
            k -= 1
        return k, i
    if d.r.low[i - 1] == "and":
        first = next((k for k in range(start, min(i, start + 12)) if k in d.persons_at and d.r.low[k] not in ("his", "her")), None)
        last = first
        while last is not None and last in d.persons_at:
            last += 1
        return None if first is None else (first, last)
    return None


def _said_wrongly_tagged(r: Reading, i: int) -> bool:
    """“…, the press office reports.”: the tagger takes the verb for a noun."""
    if r.low[i] in ("said", "says", "told", "added"):
        return not r.tags[i].startswith("JJ")
    last = i + 1 >= len(r) or r.words[i + 1] in (".", BREAK)
    kinds = ("s", "past", "base") if r.tags[i - 1] == "NNS" else ("s", "past")
    return last and table()[r.low[i]][1] in kinds and "," in r.words[max(0, i - 8) : i] and "c" in table()[r.low[i]][2]


def _embedded(token: Token) -> bool:
    """“praised what he called a partnership”: part of another's words."""
    return any(c.text.lower() in ("what", "whatever", "which") and c.dep_ in ("dobj", "oprd", "attr") for c in token.lefts)


def _was_asked(r: Reading, i: int, start: int) -> bool:
    """“Asked whether …, the minister replied”: somebody else asked; “who asked not to be named” says nothing."""
    return r.low[i] in ("asked", "told") and i == start or r.low[i : i + 2] == ["asked", "not"]


def _declined(token: Token) -> bool:
    """“declined to say”."""
    return token.dep_ == "xcomp" and token.head.text.lower() in DECLINED


def _without_topic(r: Reading, who: tuple[int, int]) -> tuple[int, int]:
    """“Indonesia, | Trade Minister X pointed out, needs …”: the topic before the comma does not speak."""
    start, end = who
    if r.place[start] is None:
        return who
    comma = next((k for k in range(start, end) if r.words[k] == ","), None)
    return (comma + 1, end) if comma is not None and comma + 1 < end and "and" not in r.low[start:end] else who


def _outside_subject(subject: tuple[int, int], quoted: list[int], i: int) -> bool:
    """“Coaker “emphasised …””: the verb is quoted, its subject stands before the mark."""
    return quoted[subject[0]] < 0 and subject[1] <= i and i - subject[1] <= 2


def _negated(token: Token) -> bool:
    return any(c.dep_ == "neg" or c.text.lower() in ("never", "nor", "neither") for c in token.subtree if c.i < token.i and (c.head == token or c.text.lower() in ("neither", "nor")))


def _hypothetical(r: Reading, token: Token, i: int, start: int) -> bool:
    """“will announce”, “would say”, “to confirm”: not said; but “would not say” is."""
    for child in token.lefts:
        if child.dep_ == "aux" and child.text.lower() in ("will", "would", "may", "might", "should", "shall", "'ll", "’ll", "could"):
            return child.text.lower() not in ("could", "would") or not _negated(token)
        if child.dep_ == "aux" and child.text.lower() == "to":
            return not (token.dep_ == "xcomp" and token.head.text.lower() in ("went", "goes", "took", "proceeded", "continued", "opportunity", "occasion", *DECLINED))
    return False


# -- according to -----------------------------------------------------------------------------------------------------


def _sources(d: Discourse, start: int, end: int, quoted: list[int]) -> list[Cue]:
    """“according to the presidency”, “as the minister put it” (its verb is no speech verb)."""
    found, r = [], d.r
    for i in range(start, end - 2):
        if r.low[i] == "according" and r.low[i + 1] == "to" and quoted[i] < 0:
            _source(d, i, i + 2, end, found)
        elif r.low[i : i + 4] == ["in", "the", "words", "of"] and quoted[i] < 0 and i + 4 < end:
            _source(d, i, i + 4, end, found)
        elif r.low[i : i + 2] == ["put", "it"] and quoted[i] < 0:
            opening = next((k for k in range(i - 1, max(start, i - 14) - 1, -1) if r.low[k] == "as"), None)
            if opening is not None and opening + 1 < i and quoted[opening] < 0:
                found.append(Cue(i, opening, i + 2, (opening + 1, i), "source", "put", text=r.words[i]))
    return found


def _source(d: Discourse, i: int, first: int, end: int, found: list[Cue]) -> None:
    last = _with_name(d, first, _source_end(d.r, first, end), end)
    if last > first:
        found.append(Cue(i, i, last, (first, last), "source", "according to", text=d.r.text(i, first)))


def _with_name(d: Discourse, start: int, last: int, end: int) -> int:
    """“according to the Chief of Defence, General X,”: the name that belongs to the office is part of the source."""
    holder = next((d.persons_at[k] for k in range(start, min(start + 3, end)) if k in d.persons_at), None)
    for k in range(last, min(last + 8, end)) if holder else ():
        if k in d.name_ends and d.persons_at.get(k) == holder:
            return d.name_ends[k]
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
