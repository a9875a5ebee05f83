"""Where the content after a reporting verb ends: before the next cue or deed of the same sentence."""

from itertools import pairwise

from spacy.tokens import Token

from dossier.find.cue import COMMAS, FINITE, Cue
from dossier.reporting import known, table
from dossier.lexicon import lowered
from dossier.find.quotations import MARKS
from dossier.find.reading import Reading

CLAUSES = frozenset(("WRB", "WDT", "WP", "WP$", "IN"))


def right_end(r: Reading, cue: Cue, found: list[Cue], right: int, end: int) -> int:
    """Where the content after the verb ends: before the next reporting verb of the sentence that is no part of it."""
    if cue.form == "ing" and cue.subject and cue.subject[0] > right:  # “Noting his meeting, | the minister …”
        return cue.subject[0] - 1 if r.words[cue.subject[0] - 1] == "," else cue.subject[0]
    end = _relative_end(r, cue, right, end)
    for other in found:
        if other.verb <= right or other.verb >= end or other is cue:
            continue
        cut = _joint(r, cue, other, right)
        if cut is not None:
            return cut
    return _next_deed(r, cue, right, end)


def _relative_end(r: Reading, cue: Cue, right: int, end: int) -> int:
    """“X, who had spoken of “a winter”, | told …”: where the clause ends in which the verb stands."""
    if cue.subject is None or not any(r.tags[k] in ("WP", "WDT") for k in range(cue.subject[1], cue.verb)):
        return end
    after = (k for k in range(right, end - 1) if r.words[k] == "," and r.tags[k + 1] in FINITE)
    return next(after, end)


def _next_deed(r: Reading, cue: Cue, right: int, end: int) -> int:
    """“congratulated X on his appointment | and wished him success”: what is done next is no content."""
    for child in r.token(cue.verb).rights:
        k = r.at.get(child.i, end)
        if (
            child.dep_ == "conj"
            and child.tag_ in ("VBD", "VBZ")
            and right < k < end
            and r.low[_lead(r, k)] in ("and", "but")
        ):
            paused = r.words[_lead(r, k) - 1] == ","
            if paused or not any(r.tags[j] in FINITE for j in range(right, _lead(r, k))):
                return _connective(r, k)
    return end


def _joint(r: Reading, cue: Cue, other: Cue, right: int) -> int | None:
    """Where `other` begins if it stands beside the cue, not inside its content."""
    if other.form == "source":
        inner = (
            r.words[other.start - 1] == ","
            and r.words[other.end : other.end + 1] == [","]
            or r.low[other.start - 1] == "that"
        )
        return other.start if other.start > right and not inner else None  # “the figure was, in her words, too high”
    token = r.token(other.verb)
    if other.start - 1 > right and r.words[other.start - 1] == ";":
        return other.start - 1
    if other.subject and right < other.start and other.subject[0] >= right:
        if token.dep_ in ("ccomp", "relcl", "acl") and not _parenthetical(r, other):
            return None
        if _parenthetical(r, other) and not _holds_content(r, other):
            return other.start
        if token.dep_ in ("conj",) and token.head.i == r.token(cue.verb).i:
            return _connective(r, other.start)
        if (
            token.dep_ == "advcl"
            and r.low[max(right, other.start - 1)] in ("while", "whereas", "as", "though", "although")
            and _is_or_below(token.head, r.token(cue.verb))
        ):
            return other.start - 1
        return None
    if token.tag_ == "VBG" and after_comma(r, other.verb):
        return _connective(r, other.verb)
    if (
        token.dep_ == "conj"
        and _heads(token, r.token(cue.verb))
        or token.tag_ == "VBG"
        and token.dep_ in ("advcl", "acl", "conj", "xcomp", "ccomp")
        and r.words[_connective(r, other.verb)] == ","
    ):
        return _connective(r, other.verb)
    if (
        other.subject == cue.subject
        and (token.tag_ in ("VBD", "VBZ") or r.shouting)
        and r.low[_lead(r, other.verb)] in ("and", "but")
    ):
        return _connective(r, other.verb)
    return None


def joined_by(r: Reading, k: int) -> bool:
    """“and also said”, “but warned”: does a conjunction lead to verb `k`?"""
    return r.low[_lead(r, k)] in ("and", "but")


def after_comma(r: Reading, k: int) -> bool:
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
    while k > 0 and (
        r.tags[k - 1] in ("RB", "VBZ", "VBD")
        and r.low[k - 1]
        in ("also", "further", "then", "has", "had", "additionally", "later", "again", "separately", "once", "moreover")
        or r.low[k - 1] in lowered("speech", "between")
    ):
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


def without_tail(r: Reading, cue: Cue, right: int, end: int, quoted: list[int]) -> int:
    """End of a content without the writer's own remark: “…, which has been shut for years”, “…, 980 of whom serve …”,
    “…, a figure that X disputes”. What is in the past tense like the report itself is part of what was said.
    """
    writer = next((k for k in range(right + 1, end - 1) if r.words[k] == "," and r.low[k + 1] == "however"), None)
    if writer is not None and quoted[writer] < 0:
        return writer
    if "c" not in known(r.low[cue.verb])[2]:
        end = next((k for k in range(end - 3, right, -1) if _in_media(r, k, end)), end)
    if (close := _completed(r, right, end, quoted)) is not None:
        return close
    comma = next((k for k in range(end - 1, right + 1, -1) if r.words[k] == ","), None)
    if comma is None or comma - right < 2 or any(quoted[k] >= 0 for k in range(comma, end)):
        return end
    lead = r.low[comma + 1 : comma + 6]
    named = lead[:1] in (["a"], ["an"]) and lead[2:3] in (["that"], ["which"]) and r.tags[comma + 2] == "NN"
    told_of = (k for k in range(comma, right + 1, -1) if r.words[k] == "," and r.low[k + 1] in ("a", "an", "something"))
    if (other := next((k for k in told_of if _spoken_of(r, k + 2, end)), None)) is not None:
        return other
    relative = lead[:1] in (["which"], ["who"]) or any(
        pair in (("of", "which"), ("of", "whom")) for pair in pairwise(lead)
    )
    present = relative and cue.form == "past" and _present(r, comma + 1, end)
    aside = lead[:1] == ["citing"] or lead[:1] in (["after"], ["following"]) and "c" not in known(r.low[cue.verb])[2]
    aside = aside or lead[:3] == ["in", "the", "latest"]
    return comma if named or present or aside else end


def _in_media(r: Reading, k: int, end: int) -> bool:
    """“defended the trip | in an interview with the radio”: where it was said, with no verb behind it."""
    if r.low[k : k + 2] not in (["in", "a"], ["in", "an"]):
        return False
    if not set(r.low[k + 2 : k + 4]) & lowered("speech", "media"):
        return False
    return not any(r.tags[j] in FINITE for j in range(k, end))


def _spoken_of(r: Reading, start: int, end: int) -> bool:
    """“…, a charge | the minister rejected”, “something Beirut denies”: what others say of it."""
    return any(r.low[k] in table() and r.tags[k] in FINITE for k in range(start, end))


def _completed(r: Reading, right: int, end: int, quoted: list[int]) -> int | None:
    """“called the trip “a private stop”, | where he had been received”: where marks close what had no verb outside, a
    clause behind the comma is the writer's.
    """
    marked = [k for k in range(right, end) if quoted[k] >= 0]
    if not marked or marked[-1] + 3 >= end or r.words[marked[-1] + 1] not in MARKS:
        return None
    close = marked[-1] + 2
    behind = close + (r.words[close] == ",")
    paused = r.words[close - 2] == "," or r.words[close] == "," or r.tags[behind] == "WRB"
    if not paused or r.tags[behind] not in CLAUSES and r.low[behind] != "but":
        return None
    if r.low[behind : behind + 2] in (["but", "he"], ["but", "she"]):
        return close
    return close if not any(r.tags[k] in FINITE and quoted[k] < 0 for k in range(right, close)) else None


def _present(r: Reading, start: int, end: int) -> bool:
    """Is the first verb of the words in the present tense (“is to land” is yet to come)?"""
    verb = next((k for k in range(start, end) if r.tags[k] in FINITE), None)
    return verb is not None and r.tags[verb] in ("VBZ", "VBP") and r.low[verb + 1 : verb + 2] != ["to"]
