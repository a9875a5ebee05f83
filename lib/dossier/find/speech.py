"""Speech cues: the verbs and phrases that report, with their subject and where the reported clause stands.

A cue is found by its form (`language/speech.yml`), its subject by the parse (through conjunctions and participles),
and the clause by position: after the verb (“X said that …”), before it (“…, X said”), around it (“…, X said, …”).
"""

from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from dossier.find.coreference import Discourse
from dossier.find.lexicon import forms, load, lowered
from dossier.find.quotations import MARKS
from dossier.find.reading import BREAK, Reading

COMMAS = frozenset((",", "–", "—", "-", ";", ":"))
TRAILING = frozenset((".", ",", ";", ":", "–", "—", "!", "?", "…", "and", "but")) | MARKS
ADVERBIAL = frozenset("prep npadvmod advmod advcl punct cc conj mark neg aux auxpass dative nsubj nsubjpass prt expl agent".split())
FRONTED = frozenset("on in at during after before following late early last this through via to while as when with for ahead amid by upon speaking commenting earlier".split())


@dataclass
class Cue:
    """A reporting verb or phrase: words `start` to `end` (the attribution), `verb`, its subject's words, and the content."""

    verb: int
    start: int
    end: int
    subject: tuple[int, int] | None
    form: str
    lemma: str
    content: tuple[int, int] | None = None
    rule: str = ""
    negated: bool = False
    text: str = ""
    outer: "Cue | None" = field(default=None, repr=False)


@cache
def table() -> dict[str, tuple[str, str, str]]:
    """Form → (lemma, kind of form, classes: “c” clause, “o” object, “w” weak)."""
    speech, found = load("speech"), {}
    for key, letter in (("clause", "c"), ("object", "o")):
        for entry in speech[key]:
            verb = entry.split()[0]
            lemma = verb.split("+")[0]
            for form, kind in _forms(verb, lemma).items():
                before = found.get(form, ("", "", ""))[2]
                found[form] = (lemma, kind, before if letter in before else before + letter)
    return found


def _forms(verb: str, lemma: str) -> dict[str, str]:
    irregular = load("speech")["irregular"].get(lemma) or {}
    return {lemma: "base", **irregular} if irregular else forms(verb.replace("+d", ""))


@cache
def particles() -> dict[str, frozenset[str]]:
    """Verb → the prepositions that make it one of speech with an object (“call” → for, on)."""
    found: dict[str, set[str]] = {}
    for key in ("object", "clause"):
        for entry in load("speech")[key]:
            verb, _, rest = entry.partition(" ")
            found.setdefault(verb.split("+")[0], set()).add(rest)
    return {verb: frozenset(rest) for verb, rest in found.items()}


def cues(d: Discourse, number: int, quoted: list[int]) -> list[Cue]:
    """The cues of a sentence in order, each with its content where it has one."""
    start, end = d.r.sents[number]
    found = [c for i in range(start, end) if d.r.low[i] in table() and (c := _verb_cue(d, i, start, end, quoted))]
    found += _sources(d, start, end, quoted)
    found.sort(key=lambda c: c.verb)
    _participles(d.r, found)
    for cue in found:
        _place(d.r, cue, found, start, end, quoted)
    return found


def _participles(r: Reading, found: list[Cue]) -> None:
    """“X said that …, adding that …”: who adds is who said, whatever the parse hangs the participle on."""
    finite: Cue | None = None
    for cue in found:
        if cue.form == "ing" and finite and _after_comma(r, cue.verb):
            cue.subject = finite.subject
        elif cue.form in ("past", "s", "base"):
            finite = cue


# -- the verb and its subject ---------------------------------------------------------------------------------------


def _verb_cue(d: Discourse, i: int, start: int, end: int, quoted: list[int]) -> Cue | None:
    r = d.r
    lemma, form, _ = table()[r.low[i]]
    token = r.token(i)
    if not r.tags[i].startswith("VB") and not _said_wrongly_tagged(r, i):
        return None
    if _hypothetical(r, token, i, start) or _embedded(token):
        return None
    subject = _subject(r, token, start, end)
    if subject is None or quoted[i] >= 0 and not _outside_subject(subject, quoted, i):
        return None
    cue = Cue(i, min(subject[0], i) if abs(subject[0] - i) < 25 and subject[1] <= i + 1 else i, i + 1, subject, form, lemma, text=r.words[i])
    cue.end = max(cue.end, subject[1] if subject[0] > i else 0)
    cue.negated = _negated(token) or lemma in lowered("speech", "denial") or lemma == "rule"
    return cue


def _said_wrongly_tagged(r: Reading, i: int) -> bool:
    """“…, the press office reports.”: the tagger takes the verb for a noun."""
    if r.low[i] in ("said", "says", "told", "added"):
        return not r.tags[i].startswith("JJ")
    last = i + 1 >= len(r) or r.words[i + 1] in (".", BREAK)
    return last and table()[r.low[i]][1] in ("s", "past") and "," in r.words[max(0, i - 8) : i] and "c" in table()[r.low[i]][2]


def _embedded(token: Token) -> bool:
    """“praised what he called a partnership”: part of another's words."""
    return any(c.text.lower() in ("what", "whatever", "which") and c.dep_ in ("dobj", "oprd", "attr") for c in token.lefts)


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
            return not (token.dep_ == "xcomp" and token.head.text.lower() in ("went", "goes", "took", "proceeded", "continued", "opportunity", "occasion"))
    return False


def _subject(r: Reading, token: Token, start: int, end: int) -> tuple[int, int] | None:
    """Words of the subject of a reporting verb, or None if nobody says it."""
    passive = any(c.dep_ == "auxpass" for c in token.children)
    if passive or token.tag_ == "VBN" and token.dep_ in ("acl", "amod"):
        return _agent(r, token) if passive or token.dep_ == "acl" else None
    found = _own_subject(token) or _inherited(r, token)
    if found is None:
        return _beside(r, token, start, end)
    if found.text.lower() in ("who", "which", "that") and found.dep_ in ("nsubj", "nsubjpass"):
        found = _antecedent(found) or found
    return _phrase(r, found, start, end)


def _own_subject(token: Token) -> Token | None:
    return next((c for c in token.children if c.dep_ in ("nsubj", "csubj")), None)


def _inherited(r: Reading, token: Token) -> Token | None:
    """The subject of the verb that this one is joined to or hangs on."""
    for _ in range(5):
        head = token.head
        if head == token:
            return None
        if token.dep_ == "acl" and head.tag_.startswith("N") and token.tag_ == "VBG":
            above = _climb(head)
            return head if r.at.get(head.i) is not None and head.tag_ in ("NNP", "NNPS") else above
        if token.dep_ not in ("conj", "advcl", "xcomp", "ccomp", "dep", "pcomp", "prep", "parataxis", "relcl", "acl"):
            return None
        if token.dep_ in ("ccomp", "relcl") and token.tag_ != "VBG":
            return None
        token = head
        own = _own_subject(token) or next((c for c in token.children if c.dep_ == "nsubjpass"), None)
        if own is not None:
            return own
        if any(c.dep_ == "auxpass" for c in token.children):
            return None
    return None


def _climb(token: Token) -> Token | None:
    """Subject of the clause in which a noun stands."""
    for _ in range(6):
        if token.tag_.startswith("VB"):
            return _own_subject(token)
        if token.head == token:
            return None
        token = token.head
    return None


def _antecedent(relative: Token) -> Token | None:
    verb = relative.head
    for _ in range(3):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.head == verb:
            return None
        verb = verb.head
    return None


def _agent(r: Reading, token: Token) -> tuple[int, int] | None:
    """“it was announced by the ministry”; “X was quoted as saying” is found at “saying”."""
    agent = next((c for c in token.children if c.dep_ == "agent"), None)
    if agent is None:
        return None
    noun = next((c for c in agent.children if c.dep_ == "pobj"), None)
    return _phrase(r, noun, 0, len(r)) if noun is not None else None


def _beside(r: Reading, token: Token, start: int, end: int) -> tuple[int, int] | None:
    """Where the parse fails: “said X” or “X said” with X a name or pronoun right beside the verb."""
    i = r.at[token.i]
    if token.tag_ in ("NNS", "NN"):
        comma = max((k for k in range(max(start, i - 8), i) if r.words[k] == ","), default=None)
        return (comma + 1, i) if comma is not None and comma + 1 < i else None
    if token.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    for k in (i - 1, i + 1):
        if start <= k < end and (r.capital[k] and r.tags[k] in ("NNP", "NNPS") or r.low[k] in ("he", "she", "they")):
            return _phrase(r, r.token(k), start, end)
    return None


def _phrase(r: Reading, noun: Token, start: int, end: int) -> tuple[int, int] | None:
    """Words of a noun phrase: from its left edge to the head and what hangs on it with “of”, “for”, “at”, “in”."""
    at = r.at.get(noun.i)
    if at is None:
        return None
    left = next((r.at[k] for k in range(noun.left_edge.i, noun.i + 1) if k in r.at), at)
    left = max(left, start)
    while left < at and (r.words[left] in MARKS or r.words[left] in COMMAS):
        left += 1
    right = at + 1
    for child in noun.rights:
        k = r.at.get(child.i, -1)
        if child.dep_ == "prep" and k == right and child.text.lower() in ("of", "for", "at", "to", "in", "on"):
            last = r.at.get(child.right_edge.i, k)
            right = _until_clause(r, k, last + 1)
    return left, min(right, end)


def _until_clause(r: Reading, start: int, end: int) -> int:
    """End of a phrase without a relative clause or apposition."""
    for k in range(start, end):
        if r.words[k] in COMMAS or r.words[k] in MARKS or r.tags[k] in ("WP", "WDT", "VBD", "VBZ", "MD"):
            return k
    return end


# -- according to -----------------------------------------------------------------------------------------------------


def _sources(d: Discourse, start: int, end: int, quoted: list[int]) -> list[Cue]:
    """“according to the presidency”, “as the minister put it” (its verb is no speech verb)."""
    found, r = [], d.r
    for i in range(start, end - 2):
        if r.low[i] == "according" and r.low[i + 1] == "to" and quoted[i] < 0:
            last = _with_name(d, i + 2, _source_end(r, i + 2, end), end)
            if last > i + 2:
                found.append(Cue(i, i, last, (i + 2, last), "source", "according to", text=r.text(i, i + 2)))
    return found


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
        phrase = _phrase(r, noun, k, end)
        if phrase and phrase[1] > k:
            return phrase[1]
    j = k
    while j < end and r.words[j] not in COMMAS and r.words[j] not in TRAILING:
        j += 1
    return j if token is not None else k


# -- where the content stands -----------------------------------------------------------------------------------------


def _place(r: Reading, cue: Cue, found: list[Cue], start: int, end: int, quoted: list[int]) -> None:
    if cue.form == "source":
        cue.content, cue.rule = _around(r, cue, start, end), "source"
        return
    if _bracketed(r, cue, start, end, quoted):
        colon = max((k for k in range(start, cue.start) if r.words[k] == ":"), default=start - 1)
        cue.content, cue.rule = (colon + 1, end), "around"
        return
    closing = cue.start - 1 > start and r.words[cue.start - 1] in MARKS and quoted[cue.start - 2] >= 0 and r.words[cue.start - 2] in (",", "?", "!", "…", ".")
    right = None if closing else _right_start(r, cue, end, quoted)
    if right is not None:
        cue.content, cue.rule = (right, _right_end(r, cue, found, right, end)), "after the verb"
        return
    before = _before_end(r, cue, start, end, quoted)
    if before is not None:
        cue.content, cue.rule = (_left_start(r, cue, found, start, before), before), "before the verb"
        resumed = _resumed(r, cue, end, quoted)
        if resumed:
            cue.content, cue.rule = (cue.content[0], resumed), "around"


def _around(r: Reading, cue: Cue, start: int, end: int) -> tuple[int, int]:
    """The sentence without an “according to” at its start or end."""
    lead = cue.start - start
    if lead <= 1 or all(r.words[k] in TRAILING for k in range(start, cue.start)):
        return cue.end, end
    rest = end - cue.end
    if rest <= 6 and not any(r.tags[k].startswith("VB") for k in range(cue.end, end)) or cue.end < end and r.words[cue.end] in (",",) and r.low[cue.end + 1 : cue.end + 2] in (["of"], ["which"], ["with"], ["while"], ["adding"]):
        return start, cue.start
    if cue.end < end and r.words[cue.end] in TRAILING and r.words[cue.start - 1] != ",":
        return start, cue.start
    if r.words[cue.start - 1] == "," and r.words[cue.end] == ",":
        return (start, end)
    return start, cue.start


def _bracketed(r: Reading, cue: Cue, start: int, end: int, quoted: list[int]) -> bool:
    """“Paraguay, she said, would receive …”."""
    if cue.start - 1 <= start or cue.end >= end or r.words[cue.start - 1] not in (",", "–", "—"):
        return False
    if r.words[cue.end] not in (",", "–", "—") or r.words[cue.start - 2] in MARKS or cue.end - cue.start > 12:
        return False
    after = r.words[cue.end + 1] if cue.end + 1 < end else "."
    tag = r.tags[cue.end + 1] if cue.end + 1 < end else "."
    finite_before = any(r.tags[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(start, cue.start - 1))
    if r.low[cue.end + 1 : cue.end + 2] in (["and"], ["but"]) and finite_before and any(r.tags[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(cue.end + 2, min(cue.end + 12, end))):
        return r.low[cue.end + 2] not in table()
    if after in MARKS and quoted[cue.start - 2] < 0 and finite_before:
        return True
    return after not in MARKS and tag in ("VBD", "VBZ", "VBP", "MD") and not finite_before or r.words[cue.start - 1] in ("–", "—") and r.words[cue.end] in ("–", "—")


def _right_start(r: Reading, cue: Cue, end: int, quoted: list[int]) -> int | None:
    """First word of the content after the verb, or None."""
    v = cue.verb
    lemma, _, classes = table()[r.low[v]]
    token = r.token(v)
    allowed = particles().get(lemma, frozenset())
    k = max(v + 1, cue.end)
    if cue.subject and cue.subject[0] > v and not (k < end and (r.low[k] == "that" or r.words[k] == ":")):
        k = cue.end
    after = load("speech")["after"].get(lemma)
    if after and (place := _after_word(r, v, end, after)) is not None:
        return place
    for particle in sorted((p for p in allowed if p), key=len, reverse=True):
        if r.low[v + 1 : v + 1 + len(particle.split())] == particle.split():
            cue.text = r.text(v, v + 1 + len(particle.split()))
            return v + 1 + len(particle.split())
    if lemma in ("call", "point", "speak", "appeal", "touch", "refer", "comment", "complain", "warn") and "" not in allowed and "c" not in classes:
        return None
    if "c" in classes:
        place = _clause_start(r, token, v, k, end, quoted)
        if place is not None:
            return place
    if "o" in classes:
        return _object_start(r, token, v, lemma, end, quoted)
    return None


def _after_word(r: Reading, v: int, end: int, after: list[str]) -> int | None:
    """“thanked Finland for | its help”."""
    for k in range(v + 2, min(v + 25, end)):
        if r.low[k] in after and r.tags[k] == "IN" and (r.token(k).head.i == r.token(v).i or r.token(k).head.dep_ in ("dobj", "appos", "compound", "dative")):
            return k + 1
        if r.low[k] == "that":
            return None
    return None


def _clause_start(r: Reading, token: Token, v: int, k: int, end: int, quoted: list[int]) -> int | None:
    that = _that(r, v, end)
    if that is not None:
        return that
    clause = next((c for c in token.rights if c.dep_ in ("ccomp", "xcomp") and c.left_edge.i > token.i), None)
    opening = _opens_after(r, v, k, end, quoted)
    if opening is not None and (clause is None or r.at.get(clause.left_edge.i, end) >= opening - 1):
        return opening
    if clause is not None and not (clause.dep_ == "xcomp" and clause.tag_ == "VBG"):
        place = next((r.at[j] for j in range(clause.left_edge.i, clause.i + 1) if j in r.at), None)
        if place is not None and place >= k:
            return place
    return _bare_clause(r, k, end)


def _that(r: Reading, v: int, end: int) -> int | None:
    """The word after “that”, where only adverbials or the person spoken to stand between."""
    for k in range(v + 1, min(v + 22, end)):
        if r.low[k] == "that" and r.tags[k] in ("IN", "WDT", "DT") and (k == v + 1 or r.tags[k] == "IN" or r.words[k - 1] == ","):
            return k + 1
        if r.tags[k] in ("VBD", "VBZ", "VBP", "MD") or r.words[k] in MARKS or r.words[k] == ";":
            return None
    return None


def _opens_after(r: Reading, v: int, k: int, end: int, quoted: list[int]) -> int | None:
    """First word of a quotation that begins soon after the verb, with only adverbials between."""
    for j in range(v + 1, min(v + 16, end)):
        if quoted[j] >= 0 and quoted[j - 1] != quoted[j]:
            return j
        if r.tags[j] in ("VBD", "VBZ", "VBP", "MD"):
            return None
        if j + 1 < end and r.words[j + 1] in MARKS and quoted[j] < 0 and r.tags[j] in ("DT", "JJ", "PRP$", "CC", "VBG") or r.low[j] in ("of", "as", "about"):
            return None
    return None


def _bare_clause(r: Reading, k: int, end: int) -> int | None:
    """“said | Dutch companies were ready”, where the parser sees no clause: a finite verb follows without a comma."""
    while k < end and (r.low[k] in lowered("speech", "between") or r.words[k] == ":"):
        k += 1
    for j in range(k, min(k + 14, end)):
        if r.words[j] in (",", ".", ";") or r.words[j] in MARKS:
            return None
        if r.tags[j] in ("VBD", "VBZ", "VBP", "MD") and j > k:
            return k if r.tags[k] not in ("IN", "TO", "CC", "RB") else None
    return None


def _object_start(r: Reading, token: Token, v: int, lemma: str, end: int, quoted: list[int]) -> int | None:
    for child in token.rights:
        if child.dep_ in ("dobj", "oprd", "ccomp", "xcomp", "attr", "dative", "acomp", "nsubj") and child.left_edge.i > token.i:
            if child.dep_ == "nsubj" and child.head == token:
                continue
            place = next((r.at[j] for j in range(child.left_edge.i, child.i + 1) if j in r.at), None)
            if place is None or place >= end:
                continue
            if lemma in lowered("speech", "addressee") and child.dep_ in ("dobj", "dative") and lemma not in ("promise",):
                continue
            if r.low[r.at.get(child.i, place)] in lowered("speech", "audience") or lemma in ("welcome", "invite", "greet") and _is_person(r, child):
                return None
            return place
    k = v + 1
    while k < end and r.low[k] in lowered("speech", "between"):
        k += 1
    if k < end and (quoted[k] >= 0 or r.words[k] in MARKS):
        return k
    if lemma not in lowered("speech", "addressee") and k < end and r.tags[k] in ("DT", "JJ", "NN", "NNS", "NNP", "PRP$", "VBG"):
        return k
    return None


def _is_person(r: Reading, noun: Token) -> bool:
    at = r.at.get(noun.i, 0)
    return noun.tag_ in ("NNP", "PRP") and r.place[at] is None or r.low[at] in ("guests", "guest", "delegation", "visitor", "counterpart")


def _right_end(r: Reading, cue: Cue, found: list[Cue], right: int, end: int) -> int:
    """Where the content after the verb ends: before the next reporting verb of the same sentence that is no part of it."""
    if cue.form == "ing" and cue.subject and cue.subject[0] > right:  # “Noting his meeting, | the minister …”
        return cue.subject[0] - 1 if r.words[cue.subject[0] - 1] == "," else cue.subject[0]
    for other in found:
        if other.verb <= right or other is cue:
            continue
        cut = _joint(r, cue, other, right)
        if cut is not None:
            return cut
    return _next_deed(r, cue, right, end)


def _next_deed(r: Reading, cue: Cue, right: int, end: int) -> int:
    """“congratulated X on his appointment | and wished him success”: what is done next is no content."""
    for child in r.token(cue.verb).rights:
        k = r.at.get(child.i, end)
        if child.dep_ == "conj" and child.tag_ in ("VBD", "VBZ") and right < k < end and r.low[_lead(r, k)] in ("and", "but"):
            if not any(r.tags[j] in ("VBD", "VBZ", "VBP", "MD") for j in range(right, _lead(r, k))):
                return _connective(r, k)
    return end


def _joint(r: Reading, cue: Cue, other: Cue, right: int) -> int | None:
    """Where `other` begins if it stands beside the cue, not inside its content."""
    if other.form == "source":
        return other.start if other.start > right else None
    token = r.token(other.verb)
    if other.subject and right < other.start and other.subject[0] >= right:
        if token.dep_ in ("ccomp", "relcl", "acl") and not _parenthetical(r, other):
            return None
        if _parenthetical(r, other) and not _holds_content(r, other):
            return other.start
        if token.dep_ in ("conj",) and token.head.i == r.token(cue.verb).i:
            return _connective(r, other.start)
        if token.dep_ == "advcl" and r.low[max(right, other.start - 1)] in ("while", "whereas", "as", "though", "although") and _is_or_below(token.head, r.token(cue.verb)):
            return other.start - 1
        return None
    if token.tag_ == "VBG" and _after_comma(r, other.verb):
        return _connective(r, other.verb)
    if token.dep_ == "conj" and _heads(token, r.token(cue.verb)) or token.tag_ == "VBG" and token.dep_ in ("advcl", "acl", "conj", "xcomp", "ccomp") and r.words[_connective(r, other.verb)] == ",":
        return _connective(r, other.verb)
    if other.subject == cue.subject and token.tag_ in ("VBD", "VBZ") and r.low[_lead(r, other.verb)] in ("and", "but"):
        return _connective(r, other.verb)
    return None


def _after_comma(r: Reading, k: int) -> bool:
    """“, noting …”, “,” adding …”."""
    k = _lead(r, k)
    return r.words[k] in COMMAS or r.words[k] in MARKS and r.words[k - 1] in COMMAS


def _heads(token: Token, verb: Token) -> bool:
    """Is `token` joined to `verb` by conjunctions?"""
    for _ in range(4):
        token = token.head
        if token.i == verb.i:
            return True
        if token.dep_ != "conj":
            return False
    return False


def _is_or_below(token: Token, verb: Token) -> bool:
    for _ in range(5):
        if token.i == verb.i:
            return True
        if token.head == token:
            return False
        token = token.head
    return False


def _lead(r: Reading, k: int) -> int:
    while k > 0 and (r.tags[k - 1] in ("RB", "VBZ", "VBD") and r.low[k - 1] in ("also", "further", "then", "has", "had", "additionally", "later", "again", "separately", "once", "moreover") or r.low[k - 1] in lowered("speech", "between")):
        k -= 1
    return max(0, k - 1)


def _connective(r: Reading, k: int) -> int:
    """Start of “, and also” before word `k`."""
    k = _lead(r, k)
    if r.low[k] in ("and", "but", "while", "whereas"):
        k -= 1
    if r.words[k] in MARKS and r.words[k - 1] in COMMAS:
        k -= 1
    return k if r.words[k] in COMMAS else k + 1


def _parenthetical(r: Reading, other: Cue) -> bool:
    return r.words[other.start - 1] in (",", "–") or r.words[other.start - 1] in MARKS


def _holds_content(r: Reading, other: Cue) -> bool:
    token = r.token(other.verb)
    return any(c.dep_ in ("ccomp", "dobj") for c in token.rights)


def _before_end(r: Reading, cue: Cue, start: int, end: int, quoted: list[int]) -> int | None:
    """End of the content that stands before “…, X said”, or None."""
    k = cue.start
    lead = k
    while lead > start and r.low[lead - 1] in ("as", "also", "and", "the") and r.words[lead - 2 : lead - 1] == [","]:
        lead -= 1
    k = lead
    closing = k - 1 >= start and (r.words[k - 1] in (",", "?", "!", "–", "—", "…") or r.words[k - 1] in MARKS)
    if not closing or k - start < 3:
        return None
    lemma, _, classes = table()[r.low[cue.verb]]
    if "c" not in classes or cue.form in ("ing", "base") and r.low[cue.verb - 1] != "as":
        return None
    words = [r.words[j] for j in range(start, k) if r.words[j] not in TRAILING]
    if len(words) < 2 or not any(quoted[j] >= 0 for j in range(start, k)) and not any(r.tags[j] in ("VBD", "VBZ", "VBP", "MD") for j in range(start, k)):
        return None
    if r.low[start] in ("as", "while", "when", "if", "although", "after", "before", "since", "because", "asked") and not any(quoted[j] >= 0 for j in range(start, k)) and r.words[start : k - 1].count(",") < 1:
        return None
    return k


def _left_start(r: Reading, cue: Cue, found: list[Cue], start: int, before: int) -> int:
    """Start of the content before the verb; a run-in dateline is left out."""
    return start


def _resumed(r: Reading, cue: Cue, end: int, quoted: list[int]) -> int | None:
    """“…,” he said, “but …”: where the quotation taken up again ends."""
    for k in range(cue.end, end):
        if quoted[k] >= 0:
            stretch = k
            while stretch < end and quoted[stretch] == quoted[k]:
                stretch += 1
            between = [r.low[j] for j in range(cue.end, k) if r.words[j] not in TRAILING]
            if not between or any(r.words[j] in COMMAS for j in range(cue.end, k)) and not any(w.endswith("ing") or w in ("and", "but") for w in between):
                return stretch
            return None
    return None
