"""The content after a reporting verb: where it begins."""

from spacy.tokens import Token

from dossier.find.cue import COMMAS, FINITE, Cue
from dossier.reporting import known, particles, table
from dossier.lexicon import load, lowered
from dossier.find.objects import after_word, has_object, is_said, object_start
from dossier.find.quotations import MARKS
from dossier.find.reading import Reading

SUBJECT_FORMS = frozenset("he she they it we".split())  # “warned | they “would not kneel””
NAMING = frozenset(("DT", "PRP$", "JJ", "NN", "NNS", "NNP"))  # a noun phrase begins
COLON = 14  # words between a verb of saying and the colon it announces


def first_word(r: Reading, cue: Cue, end: int, quoted: list[int]) -> int | None:
    """First word of the content after the verb, or None."""
    v = cue.verb
    lemma, _, classes = known(r.low[v])
    if "anonymity" in r.low[v + 1 : v + 6] or lemma in lowered("speech", "finite") and r.low[v + 1 : v + 2] == ["to"]:
        return None
    token = r.token(v)
    allowed = particles().get(lemma, frozenset())
    k = max(v + 1, cue.end)
    if cue.subject and cue.subject[0] > v and not (k < end and (r.low[k] == "that" or r.words[k] == ":")):
        k = cue.end
    after = load("speech")["after"].get(lemma)
    if after and (place := after_word(r, v, end, after)) is not None:
        return place
    for particle in sorted((p for p in allowed if p), key=len, reverse=True):
        if r.low[v + 1 : v + 1 + len(particle.split())] == particle.split():
            cue.text = r.text(v, v + 1 + len(particle.split()))
            place = v + 1 + len(particle.split())
            if lemma == "call" and particle in ("on", "upon") and not _bidden(r, place, end):
                return None  # a visit: “called on the head of state”
            return place if place < end and r.words[place] not in (*COMMAS, ".") else None
    if "" not in allowed and "c" not in classes:
        return None
    if lemma == "read" and not (r.words[v + 1 : v + 2] == [":"] or quoted[v + 2 : v + 3] != [-1]):
        return None
    if lemma in lowered("speech", "only_that"):
        return _that(r, v, end)
    if r.shouting:
        return _shouted(r, v, k, end)
    if "c" in classes and not ("o" in classes and has_object(r, token, lemma)):
        place = _clause_start(r, token, v, k, end, quoted)
        if place is not None:
            return place
    if "o" in classes and is_said(r, token, lemma, v, end, quoted):
        return object_start(r, token, v, lemma, end, quoted)
    return None


def _bidden(r: Reading, start: int, end: int) -> bool:
    """“called on the parties | to stop”, “for restraint”, but not “on the Minister for Power”."""
    return any(
        r.low[k] == "to" and r.tags[k + 1] == "VB" or r.low[k] == "for" and r.tags[k + 1] == "NN"
        for k in range(start, end - 1)
    )


def _shouted(r: Reading, v: int, k: int, end: int) -> int | None:
    """All in capitals: what follows the verb, adverbs and “that” left out."""
    that = next((j for j in range(v + 1, min(v + 10, end - 1)) if r.low[j] == "that" or r.words[j] in MARKS), None)
    if that is not None and r.low[that] == "that":
        return that + 1
    while k < end and (r.low[k] in lowered("speech", "between") or r.low[k] == "that" or r.words[k] == ":"):
        k += 1
    return k if k < end and r.words[k] not in COMMAS and r.words[k] != "." else None


def _clause_start(r: Reading, token: Token, v: int, k: int, end: int, quoted: list[int]) -> int | None:
    that = _that(r, v, end)
    if that is not None:
        return that
    if (asked := _question(r, v, end)) is not None:
        return asked
    colon = _after_colon(r, v, end)
    if colon is not None:
        return colon
    told = _after_addressee(r, v, end)
    if told is not None:
        return told
    if r.low[v + 1 : v + 2] == ["in"] and (media := _past_media(r, v + 1, end)) is not None:
        return _bare_clause(r, media, end)
    day = _past_day(r, v + 1, end)
    if day is not None and (place := _bare_clause(r, day, end)) is not None:
        return place
    clause = next((c for c in token.rights if c.dep_ in ("ccomp", "xcomp") and c.left_edge.i > token.i), None)
    opening = _opens_after(r, v, k, end, quoted)
    if opening is not None and _holds_object(r, token, v, opening):
        return None
    if opening is not None and (clause is None or r.at.get(clause.left_edge.i, end) >= opening - 1):
        return opening
    if clause is not None and not (clause.dep_ == "xcomp" and clause.tag_ == "VBG"):
        asked = _asked_of(r, token, clause) if clause.dep_ == "xcomp" else None
        place = next((r.at[j] for j in range((asked or clause).left_edge.i, clause.i + 1) if j in r.at), None)
        if place is not None and place >= k:
            if place > k and known(r.low[v])[0] not in lowered("speech", "addressee") and r.tags[k] in NAMING:
                return k  # “said | a meeting with the premier, Ana Ruiz, had been put off”
            before = place - 1 - (r.words[place - 1] in MARKS)
            return before if before > v and r.low[before] in SUBJECT_FORMS else place
    return _bare_clause(r, k, end) or _waited_for(r, token, v, end)


def _waited_for(r: Reading, token: Token, v: int, end: int) -> int | None:
    """“stressed after the talks that | troops will stay”, read as if the talks were stayed: a verb with no clause."""
    that = next((k for k in range(v + 1, min(v + COLON, end - 1)) if r.low[k] == "that"), None)
    if that is None or r.token(that).dep_ in ("nsubj", "det") or any(c.dep_ == "dobj" for c in token.rights):
        return None
    return None if any(r.tags[k] in FINITE or r.words[k] in COMMAS for k in range(v + 1, that)) else that + 1


def _asked_of(r: Reading, verb: Token, clause: Token) -> Token | None:
    """“asked | the bank to set up a fund”: of whom it is asked is part of it."""
    if known(verb.text.lower())[0] not in lowered("speech", "advice"):
        return None
    return next((c for c in verb.rights if c.dep_ in ("dobj", "dative") and c.i < clause.i), None)


def _question(r: Reading, v: int, end: int) -> int | None:
    """“asked in the Dáil on Wednesday | who would crew the ships”."""
    for k in range(v + 2, min(v + 14, end - 1)):
        if r.low[k - 1] in ("this", "it", "so"):
            return None
        if r.low[k] in ("who", "what", "why", "how", "when", "where", "whether", "which"):
            asks = known(r.low[v])[0] in lowered("speech", "asking")
            return k if asks and r.words[k - 1] != "," else None
        if r.tags[k] in FINITE or r.words[k] in COMMAS:
            return None
    return None


def _after_addressee(r: Reading, v: int, end: int) -> int | None:
    """“told the Financial Times | wages would rise”: small letters after a name are no part of it."""
    if known(r.low[v])[0] not in lowered("speech", "addressee"):
        return None
    k = v + 1 + (r.low[v + 1 : v + 2] == ["the"])
    first = k
    while k < end and r.capital[k] and r.tags[k] in ("NNP", "NNPS", "POS"):
        k += 1
    if k == first or k >= end or r.tags[k] not in ("NN", "NNS", "DT", "PRP", "PRP$", "JJ"):
        return None
    return _bare_clause(r, k, end)


def _after_colon(r: Reading, v: int, end: int) -> int | None:
    """“said of the border only this: | nobody will be turned away”."""
    colon = next((k for k in range(v + 1, min(v + COLON, end - 1)) if r.words[k] == ":"), None)
    if colon is None or any(r.words[k] in MARKS or r.tags[k] == "MD" for k in range(v + 1, colon + 2)):
        return None
    return colon + 1 if any(r.tags[k] in FINITE for k in range(colon + 1, end)) else None


def _past_media(r: Reading, k: int, end: int) -> int | None:
    """The word after “in a statement”, where the clause follows at once."""
    last = next((j for j in range(k + 2, min(k + 5, end - 1)) if r.low[j] in lowered("speech", "media")), None)
    clause = last is not None and r.tags[last + 1] in ("DT", "PRP", "PRP$", "NNP", "NNS", "JJ", "EX")
    return last + 1 if clause and r.low[k + 1] in ("a", "an", "his", "her", "its", "their") else None


def _past_day(r: Reading, k: int, end: int) -> int | None:
    """The word after “on Tuesday” right after the verb (“said on Tuesday | growth would slow”)."""
    if k < end and r.low[k] in ("on", "late", "early", "last", "this"):
        k += 1
    return k + 1 if k + 1 < end and r.low[k] in lowered("speech", "days") else None


def _that(r: Reading, v: int, end: int) -> int | None:
    """The word after “that”, where only adverbials or the person spoken to stand between."""
    for k in range(v + 1, min(v + 22, end)):
        if r.low[k] == "that" and r.token(k).dep_ == "det" and not any(r.tags[j] in FINITE for j in range(k, end)):
            return None  # “has never accepted that count”
        if (
            r.low[k] == "that"
            and r.tags[k] in ("IN", "WDT", "DT")
            and (k == v + 1 or r.tags[k] == "IN" or r.words[k - 1] == "," or r.token(k).dep_ == "mark")
        ):
            return k + 1
        if r.tags[k] in FINITE or r.words[k] in MARKS or r.words[k] == ";":
            return None
        if r.tags[k] == "VBG" and r.words[k - 1] == "," and r.low[k] in table():
            return None
    return None


def _opens_after(r: Reading, v: int, k: int, end: int, quoted: list[int]) -> int | None:
    """First word of a quotation that begins soon after the verb, with only adverbials between."""
    for j in range(v + 1, min(v + 16, end)):
        if quoted[j] >= 0 and quoted[j - 1] != quoted[j]:
            return j
        if r.words[j] == ":" and r.words[j + 1 : j + 2] and r.words[j + 1] in MARKS and quoted[j + 2 : j + 3] != [-1]:
            return j + 2  # “said on the sidelines of the summit: “…””
        if r.tags[j] in FINITE or r.tags[j] == "VBG" and r.words[j - 1] == "," and r.low[j] in table():
            return None
        if (
            j + 1 < end
            and r.words[j + 1] in MARKS
            and quoted[j] < 0
            and (r.tags[j] in ("DT", "JJ", "PRP$", "CC", "VBG") or r.low[j] in SUBJECT_FORMS)
            or r.low[j] in ("of", "as", "about")
        ):
            return None
    return None


def _holds_object(r: Reading, token: Token, v: int, opening: int) -> bool:
    """“promised one “before the ice comes””: a thing stands between the verb and the marks, and is promised."""
    lemma, _, classes = known(r.low[v])
    if "o" not in classes or lemma in lowered("speech", "addressee") and lemma != "promise":
        return False
    things = (r.at.get(c.i, -1) for c in token.rights if c.dep_ == "dobj")
    return any(v < k < opening and r.low[k] not in lowered("speech", "audience") for k in things)


def _bare_clause(r: Reading, k: int, end: int) -> int | None:
    """“said | Dutch companies were ready”, where the parser sees no clause: a finite verb follows without a comma."""
    while k < end and (r.low[k] in lowered("speech", "between") or r.words[k] == ":"):
        k += 1
    for j in range(k, min(k + 14, end)):
        if r.words[j] in (",", ".", ";") or r.words[j] in MARKS:
            return None
        if r.tags[j] in FINITE and j > k:
            if r.low[j - 1] in ("and", "or", "but"):
                return None  # “read the letter and signed it”
            return k if r.tags[k] not in ("IN", "TO", "CC", "RB") else None
    return None
