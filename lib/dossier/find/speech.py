"""Speech cues: the verbs and phrases that report, with their subject and where the reported clause stands.

A cue is found by its form (`language/speech.yml`), its subject by the parse (through conjunctions and participles),
and the clause by position: after the verb (“X said that …”), before it (“…, X said”), around it (“…, X said, …”).
"""

from spacy.tokens import Token

from dossier.find.clauses import place
from dossier.find.closing import closing, opening
from dossier.find.coreference import Discourse
from dossier.find.cue import COMMAS, Cue
from dossier.reporting import particles, table
from dossier.find.extent import after_comma, joined_by
from dossier.lexicon import lowered
from dossier.find.quotations import MARKS
from dossier.find.reading import BREAK, Reading
from dossier.find.retorts import retort
from dossier.find.sources import sources
from dossier.find.speakers import called, quoting, several, speakers
from dossier.find.subjects import own_subject
from dossier.find.unlisted import unlisted

GOING_ON = ("that", "and", "or", "but", "to", "whether")
DECLINED = ("declined", "refused", "declines", "refuses")


def cues(d: Discourse, number: int, quoted: list[int]) -> list[Cue]:
    """The cues of a sentence in order, each with its content where it has one."""
    start, end = d.r.sents[number]
    found: list[Cue] = []
    closes = any(quoted[k] >= 0 for k in range(start, end))
    for i in range(start, end):
        cue = closing(d, i, start, end, quoted) if d.r.low[i] in table() else None
        cue = cue or d.r.low[i] in table() and _verb_cue(d, i, start, end, quoted, _finite(d.r, found))
        cue = cue or d.r.low[i] not in table() and unlisted(d, i, start, end, quoted)
        cue = cue or closes and retort(d, i, start, end, quoted)
        if cue:
            found.append(cue)
    found += sources(d, start, end, quoted)
    found.sort(key=lambda c: c.verb)
    stops = [k for k in range(start, end) if d.r.words[k] == ";" and quoted[k] < 0]
    for cue in found:
        if cue.content is None:
            place(d.r, cue, found, *_part(d.r, cue, found, stops, start, end, quoted), quoted)
    return found


def _part(
    r: Reading, cue: Cue, found: list[Cue], stops: list[int], start: int, end: int, quoted: list[int]
) -> tuple[int, int]:
    """The part of the sentence between semicolons. What stands beyond is the writer's own, unless it goes on
    (“; that …”) or holds words in quotation marks that nobody else says.
    """
    for stop in stops:
        if stop < cue.start:
            start = stop + 1
        elif stop > cue.end and r.low[stop + 1] not in GOING_ON and ":" not in r.words[cue.end : stop]:
            others = any(c.verb > stop for c in found if c.subject)
            if others or not any(quoted[k] >= 0 for k in range(stop, end)):
                return start, stop
    return start, end


def _finite(r: Reading, found: list[Cue]) -> Cue | None:
    """The reporting verb that a participle or a second verb would go on from."""
    finite = [c for c in found if c.form in ("past", "s", "base")]
    outer = (c for c in reversed(finite) if r.token(c.verb).dep_ != "ccomp")
    return next(outer, finite[-1] if finite else None)


def _goes_on(d: Discourse, i: int, form: str, before: Cue | None, who: tuple[int, int] | None) -> bool:
    """“X said …, adding …”, “X said … and added …”: whoever said adds, whatever the parse hangs the verb on."""
    r = d.r
    if before is None or before.subject is None:
        return False
    if form == "ing":
        return after_comma(r, i)
    if form != before.form or own_subject(r.token(i)) is not None or not joined_by(r, i):
        return False
    if r.shouting or who is None:
        return True
    people = [d.persons_at.get(k) for k in range(*who) if d.persons_at.get(k)]
    return (
        not people or people[-1:] == [d.persons_at.get(k) for k in range(*before.subject) if d.persons_at.get(k)][-1:]
    )


# -- the verb and its subject ---------------------------------------------------------------------------------------


def _verb_cue(d: Discourse, i: int, start: int, end: int, quoted: list[int], before: Cue | None) -> Cue | None:
    r = d.r
    lemma, form, _ = table()[r.low[i]]
    token = r.token(i)
    if not r.tags[i].startswith("VB") and not _said_wrongly_tagged(r, i) and not (r.shouting and form == "past"):
        return None
    if lemma == "cite" and form == "ing":
        return None
    if _hypothetical(r, token, i, start) or _was_asked(r, i, start):
        return None
    if any(c.dep_ == "xcomp" and any(g.text.lower() == "have" for g in c.lefts) for c in token.rights):
        return None  # “was reported by the agency to have said”
    if _embedded(token):
        return called(r, token, i, start, end, quoted)
    if token.dep_ == "acl" and token.tag_ == "VBN" and any(c.dep_ == "agent" for c in token.children):
        return None  # “the field, found by a group in 2023, …”: what is told of a thing
    who = speakers(d, token, i, start, end)
    if who is None or r.tags[who[0]] == "VBG" and who[1] - who[0] == 1:  # “Replying, the minister, X, denied …”
        who = opening(d, i, start, quoted)
    goes_on = _goes_on(d, i, form, before, who)
    if goes_on:
        who = before.subject
    if who is None or quoted[i] >= 0 and not _outside_subject(who, quoted, i):
        return None
    if lemma == "agree" and several(d, who):
        return None
    cue = Cue(
        i, min(who[0], i) if abs(who[0] - i) < 25 and who[1] <= i + 1 else i, i + 1, who, form, lemma, text=r.words[i]
    )
    if goes_on or form == "ing" and who[1] < i and r.low[i - 1] != "as":
        cue.start = i
    if who[0] > i and r.low[i - 2 : i] == ["it", "was"]:
        cue.start = i - 2  # “…, it was announced by X”
    if any(c.text.lower() == "have" for c in token.lefts) and token.dep_ == "xcomp":
        cue.outer = quoting(r, token, start, end)
    if form == "ing" and r.low[i - 1] == "as":
        cue.outer = quoting(r, token, start, end)
    if form == "ing" and r.low[i - 1] == "as" and r.low[who[0] - 1] in ("quoted", "cited"):
        cue.start = max(
            (k + 1 for k in range(start, who[0]) if r.words[k] in COMMAS or r.words[k] in MARKS), default=start
        )
    cue.end = max(cue.end, who[1] if who[0] > i and form != "ing" else 0)
    cue.end = max(cue.end, _particle_end(r, i, lemma))
    cue.negated = _negated(token) or _declined(token) or lemma in lowered("speech", "denial") or (
        lemma == "rule" and r.low[i + 1 : i + 2] == ["out"]
    )
    return cue


def _particle_end(r: Reading, i: int, lemma: str) -> int:
    """“pointed out | ,”: the adverb that belongs to the verb."""
    word = r.low[i + 1 : i + 2]
    return i + 2 if word and word[0] in particles().get(lemma, ()) and r.tags[i + 1] in ("RP", "RB", "JJ") else i + 1


def _said_wrongly_tagged(r: Reading, i: int) -> bool:
    """“…, the press office reports.”: the tagger takes the verb for a noun."""
    if r.low[i] in ("said", "says", "told", "added"):
        return not r.tags[i].startswith("JJ")
    if r.low[i + 1 : i + 2] == ["that"] and r.tags[i] in ("NN", "NNS") and r.capital[i - 1]:
        return True  # “the World Bank forecast that …”
    if r.low[i] == "states" and r.tags[i] == "NNS":
        return False  # “six other member states”
    last = (
        i + 1 >= len(r) or r.words[i + 1] in (".", BREAK) or r.low[i + 1] in ("referring", "citing", "quoting", "with")
    )
    kinds = ("s", "past", "base") if r.tags[i - 1] == "NNS" else ("s", "past")
    return last and table()[r.low[i]][1] in kinds and "," in r.words[max(0, i - 8) : i] and "c" in table()[r.low[i]][2]


def _embedded(token: Token) -> bool:
    """“praised what he called a partnership”, “a hotel that the UN asked not to name”: part of another's words."""
    own = own_subject(token)
    if token.head.text.lower() in lowered("speech", "media") | lowered("speech", "papers"):
        return False  # “a message in which the President thanked …”
    if token.dep_ == "relcl" and own is not None and own.tag_ not in ("WP", "WDT"):
        return any(c.tag_ in ("WP", "WDT") for c in token.subtree if c.i < own.i)
    if token.dep_ == "advcl" and any(c.text.lower() == "when" for c in token.lefts):
        return True
    return any(
        c.text.lower() in ("what", "whatever", "which") and c.dep_ in ("dobj", "oprd", "attr") for c in token.lefts
    )


def _was_asked(r: Reading, i: int, start: int) -> bool:
    """“Asked whether …, the minister replied”: somebody else asked; “who asked not to be named” says nothing."""
    if i == start + 1 and r.low[start] == "as" and r.words[i + 1 : i + 2] == [","]:
        return True  # “As reported, …”
    return r.low[i] in ("asked", "told") and i == start or r.low[i : i + 2] == ["asked", "not"]


def _declined(token: Token) -> bool:
    """“declined to say”."""
    return token.dep_ == "xcomp" and token.head.text.lower() in DECLINED


def _outside_subject(subject: tuple[int, int], quoted: list[int], i: int) -> bool:
    """“Coaker “emphasised …””: the verb is quoted, its subject stands before the mark."""
    return quoted[subject[0]] < 0 and subject[1] <= i and i - subject[1] <= 2


def _negated(token: Token) -> bool:
    return any(
        c.dep_ == "neg" or c.text.lower() in ("never", "nor", "neither")
        for c in token.subtree
        if c.i < token.i and (c.head == token or c.text.lower() in ("neither", "nor"))
    )


def _hypothetical(r: Reading, token: Token, i: int, start: int) -> bool:
    """“will announce”, “would say”, “to confirm”: not said; but “would not say” is."""
    for child in token.lefts:
        if child.dep_ == "aux" and child.text.lower() in (
            "will",
            "would",
            "may",
            "might",
            "should",
            "shall",
            "'ll",
            "’ll",
            "could",
        ):
            return child.text.lower() not in ("could", "would") or not _negated(token)
        if child.dep_ == "aux" and child.text.lower() == "to":
            if any(c.text.lower() == "have" for c in token.lefts):
                return token.head.text.lower() not in lowered("speech", "hearsay")  # “is reported to have said”
            if token.dep_ in ("xcomp", "ccomp", "advcl") and token.head.text.lower() in lowered("speech", "polite"):
                return False
            return not (
                token.dep_ in ("xcomp", "advcl")
                and token.head.text.lower()
                in ("went", "goes", "took", "proceeded", "continued", "opportunity", "occasion", *DECLINED)
            )
    return False
