"""Where the reported clause stands: after the verb, before it, around it; and where it ends."""

from spacy.tokens import Token

from dossier.find.cue import COMMAS, FRONTED, TRAILING, Cue, particles, table
from dossier.find.extent import right_end, without_tail
from dossier.find.lexicon import load, lowered
from dossier.find.quotations import MARKS
from dossier.find.reading import Reading


def place(r: Reading, cue: Cue, found: list[Cue], start: int, end: int, quoted: list[int]) -> None:
    if cue.text == "put" and cue.form == "source" and _closed(r, cue, start, quoted):
        cue.content, cue.rule = (next(k for k in range(start, cue.start) if quoted[k] == quoted[cue.start - 2]), cue.start), "source"
        return
    if cue.form == "source":
        cue.content, cue.rule = _around(r, cue, start, end), "source"
        return
    if _bracketed(r, cue, start, end, quoted):
        colon = max((k for k in range(start, cue.start) if r.words[k] == ":"), default=start - 1)
        cue.content, cue.rule = (colon + 1, end), "around"
        return
    closed = _closed(r, cue, start, quoted) and (cue.form != "ing" or r.low[cue.verb - 1] == "as")
    right = None if closed or _only_when(r, cue, start, end, quoted) else _right_start(r, cue, end, quoted)
    if right is not None:
        cue.content, cue.rule = (right, without_tail(r, right, right_end(r, cue, found, right, end), quoted)), "after the verb"
        return
    before = _before_end(r, cue, start, end, quoted)
    if before is not None:
        cue.content, cue.rule = (_left_start(r, cue, found, start, before), before), "before the verb"
        resumed = _resumed(r, cue, end, quoted)
        if resumed:
            cue.content, cue.rule = (cue.content[0], resumed), "around"


def _closed(r: Reading, cue: Cue, start: int, quoted: list[int]) -> bool:
    """Does a quotation end right before the attribution: “…,” or “…”, (the comma after the mark)?"""
    k = cue.start - 1
    if k <= start:
        return False
    if r.words[k] in MARKS:
        return quoted[k - 1] >= 0 and r.words[k - 1] in (",", "?", "!", "…", ".")
    return r.words[k] == "," and r.words[k - 1] in MARKS and k - 2 >= start and quoted[k - 2] >= 0 and quoted[k - 1] < 0


def _only_when(r: Reading, cue: Cue, start: int, end: int, quoted: list[int]) -> bool:
    """“…, the minister announced on Monday”: after the verb stands only when, where or how it was said."""
    k = cue.verb + 1
    if cue.subject and cue.subject[0] > cue.verb or k >= end or r.low[k] not in lowered("speech", "circumstances"):
        return False
    if _before_end(r, cue, start, end, quoted) is None:
        return False
    last = next((j for j in range(k, end) if r.words[j] in (",", ".", ";")), end)
    return not any(r.tags[j] in ("VBD", "VBZ", "VBP", "MD") or r.low[j] == "that" or quoted[j] >= 0 for j in range(k, last))


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
        return r.low[cue.end + 2] not in table() and r.tags[cue.end + 2] not in ("VBD", "VBZ", "VBP", "MD", "RB")
    if after in MARKS and quoted[cue.start - 2] < 0 and finite_before:
        return True
    if not finite_before and after not in MARKS and r.low[start] in FRONTED and quoted[cue.start - 2] < 0:
        return any(r.tags[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(cue.end + 1, min(cue.end + 12, end)))
    if cue.start - start <= 3 and r.capital[start] and quoted[start] < 0 and after not in MARKS and tag.startswith(("V", "N")):
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
            place = v + 1 + len(particle.split())
            if lemma == "call" and particle in ("on", "upon") and not {"to", "for"} & set(r.low[place:end]):
                return None  # a visit: “called on the head of state”
            return place if place < end and r.words[place] not in COMMAS else None
    if "" not in allowed and "c" not in classes:
        return None
    if lemma in lowered("speech", "only_that"):
        return _that(r, v, end)
    if "c" in classes and not ("o" in classes and _has_object(r, token, lemma)):
        place = _clause_start(r, token, v, k, end, quoted)
        if place is not None:
            return place
    if "o" in classes:
        return _object_start(r, token, v, lemma, end, quoted)
    return None


def _after_word(r: Reading, v: int, end: int, after: list[str]) -> int | None:
    """“thanked Finland for | its help”."""
    if r.low[v + 1 : v + 2] == ["for"] and "for" in after:
        return v + 2
    for k in range(v + 2, min(v + 25, end)):
        if r.low[k] in after and r.tags[k] == "IN" and (r.token(k).head.i == r.token(v).i or r.token(k).head.dep_ in ("dobj", "appos", "compound", "dative")):
            return k + 1
        if r.low[k] == "that":
            return None
    return None


def _has_object(r: Reading, token: Token, lemma: str) -> bool:
    """“denied a report that …”: the report is what is denied, with its own clause."""
    if lemma in lowered("speech", "addressee"):
        return False
    child = next((c for c in token.rights if c.dep_ == "dobj" and c.tag_ in ("NN", "NNS") and any(g.dep_ in ("acl", "relcl") for g in c.subtree)), None)
    return child is not None and r.low[r.at.get(child.i, 0)] not in lowered("speech", "audience") and any(t.text.lower() == "that" for t in child.subtree)


def _clause_start(r: Reading, token: Token, v: int, k: int, end: int, quoted: list[int]) -> int | None:
    that = _that(r, v, end)
    if that is not None:
        return that
    day = _past_day(r, v + 1, end)
    if day is not None and (place := _bare_clause(r, day, end)) is not None:
        return place
    clause = next((c for c in token.rights if c.dep_ in ("ccomp", "xcomp") and c.left_edge.i > token.i), None)
    opening = _opens_after(r, v, k, end, quoted)
    if opening is not None and (clause is None or r.at.get(clause.left_edge.i, end) >= opening - 1):
        return opening
    if clause is not None and not (clause.dep_ == "xcomp" and clause.tag_ == "VBG"):
        place = next((r.at[j] for j in range(clause.left_edge.i, clause.i + 1) if j in r.at), None)
        if place is not None and place >= k:
            return place
    return _bare_clause(r, k, end)


def _past_day(r: Reading, k: int, end: int) -> int | None:
    """The word after “on Tuesday” right after the verb (“said on Tuesday | growth would slow”)."""
    if k < end and r.low[k] in ("on", "late", "early", "last", "this"):
        k += 1
    return k + 1 if k + 1 < end and r.low[k] in lowered("speech", "days") else None


def _that(r: Reading, v: int, end: int) -> int | None:
    """The word after “that”, where only adverbials or the person spoken to stand between."""
    for k in range(v + 1, min(v + 22, end)):
        if r.low[k] == "that" and r.tags[k] in ("IN", "WDT", "DT") and (k == v + 1 or r.tags[k] == "IN" or r.words[k - 1] == ","):
            return k + 1
        if r.tags[k] in ("VBD", "VBZ", "VBP", "MD") or r.words[k] in MARKS or r.words[k] == ";":
            return None
        if r.tags[k] == "VBG" and r.words[k - 1] == "," and r.low[k] in table():
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
            if r.low[r.at.get(child.i, place)] in lowered("speech", "audience") and lemma not in ("accuse", "blame", "urge") or lemma in ("welcome", "invite", "greet") and _is_person(r, child):
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
    closing_cue = all(r.words[j] in TRAILING for j in range(cue.end, end)) and len(words) > 6 and cue.form != "base"
    if len(words) < 2 or not closing_cue and not any(quoted[j] >= 0 for j in range(start, k)) and not any(r.tags[j] in ("VBD", "VBZ", "VBP", "MD") for j in range(start, k)):
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
