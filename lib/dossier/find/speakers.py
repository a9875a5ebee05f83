"""Speakers: whose words a reporting verb reports, where the parse of its subject stops short or is at a loss.

The subject the parse finds is widened to names joined with it (“neither X nor Y”, “X, the premier, and Y”), narrowed
to whoever follows a topic (“Prices, says X, will fall”), and sought beside the verb where there is none.
"""

from spacy.tokens import Token

from dossier.find.cue import COMMAS, FINITE, Cue
from dossier.reporting import table
from dossier.find.discourse import Discourse
from dossier.find.reading import Reading
from dossier.find.subjects import own_subject, phrase, subject

CALLED = 6  # words from “what she called” to the words in marks
PLURAL = frozenset("they both sides two leaders parties".split())
ATTRIBUTION = 12  # words of who says it, at the end of a sentence in capitals
CLAUSAL = frozenset(("VBD", "VBZ", "VBP", "WP", "WDT", "VBG"))
REACH = 40  # words between the first of several speakers and their verb


def speakers(d: Discourse, token: Token, i: int, start: int, end: int) -> tuple[int, int] | None:
    """Words of whoever says what the verb at word `i` reports, or None."""
    r = d.r
    who = (_shouted(d, i, start) if r.shouting else None) or subject(r, token, start, end)
    if who is None:
        return _fronted(d, i, start) or _closing(r, token, i, start)
    return _with_partner(d, _inverted(d, _without_topic(d, who, i), i, end), i)


def several(d: Discourse, who: tuple[int, int]) -> bool:
    """Are those who speak more than one (“the ministers”, “X and Y”)?"""
    r = d.r
    persons = {id(p) for k in range(*who) for p in d.persons_at.get(k, [])}
    return len(persons) > 1 or any(
        r.low[k] in PLURAL or r.low[k] == "and" or r.tags[k] in ("NNS", "NNPS") for k in range(*who)
    )


def _closing(r: Reading, token: Token, i: int, start: int) -> tuple[int, int] | None:
    """“…, the acting minister, X, announced in Accra.”, where the parse takes the verb for a participle."""
    if token.tag_ != "VBN" or token.dep_ != "acl" or any(c.dep_ == "agent" for c in token.children):
        return None
    left = r.at.get(token.head.left_edge.i, i)
    if left - 1 <= start or r.words[left - 1] != "," or not any(r.tags[k] in FINITE for k in range(start, left)):
        return None
    return left, i - (r.words[i - 1] == ",")


def _fronted(d: Discourse, i: int, start: int) -> tuple[int, int] | None:
    """“As the mayor of Osh, X, told the radio, …”: all between “as” and the verb."""
    r = d.r
    if r.low[start] != "as" or r.tags[i] not in FINITE or any(r.tags[k] in FINITE for k in range(start, i)):
        return None
    return (start + 1, i) if any(k in d.persons_at for k in range(start + 1, i)) else None


def _inverted(d: Discourse, who: tuple[int, int], i: int, end: int) -> tuple[int, int]:
    """“Prices, | says X, an analyst, will stay …”: a bare topic in front of the comma does not speak, the name does."""
    r = d.r
    if who[1] > i or r.words[i - 1] != "," or i + 1 not in d.persons_at or r.tags[i] not in FINITE:
        return who
    last = i + 1
    while last < end and last in d.persons_at:
        last += 1
    bare = not any(r.tags[k] in ("WP", "WDT", "CC") or k in d.persons_at for k in range(who[0], i))
    return (i + 1, last) if bare and r.words[last : last + 1] == [","] else who


def _with_partner(d: Discourse, who: tuple[int, int], i: int) -> tuple[int, int]:
    """“Neither X nor his colleague Y would say”, “X, the premier, and Y both said”: all names joined before it."""
    r, (first, last) = d.r, who
    if not (last < i and i - first < REACH and any(k in d.persons_at for k in range(first, last))):
        return who
    between = range(last, i)
    joins = [k for k in between if r.low[k] in ("and", "nor", "&")]
    if not joins or any(r.tags[k] in CLAUSAL and r.token(k).dep_ != "aux" for k in between):
        return who
    names = [k for k in between if k > joins[0] and k in d.persons_at and r.tags[k] != "PRP$"]
    return (first, names[-1] + 1) if names else who


def _without_topic(d: Discourse, who: tuple[int, int], verb: int) -> tuple[int, int]:
    """“Indonesia, | Trade Minister X pointed out, needs …”: the topic before the comma does not speak."""
    r, (start, end) = d.r, who
    if r.place[start] is None:
        return who
    if end < verb and r.words[end] == "," and verb - 1 in d.persons_at:
        return end + 1, verb
    comma = next((k for k in range(start, end) if r.words[k] == ","), None)
    return (comma + 1, end) if comma is not None and comma + 1 < end and "and" not in r.low[start:end] else who


def _shouted(d: Discourse, i: int, start: int) -> tuple[int, int] | None:
    """All in capitals, where the parse is worth little: the person before the verb, else (“AND SAID”) the first."""
    after = d.r.low[i + 1 : i + 2 + ATTRIBUTION]
    if d.r.words[i - 1] == "," and after[:1] in (["a"], ["an"], ["the"]) and "." in after:
        last = i + 1 + after.index(".")
        if not any(d.r.tags[k] in FINITE or d.r.words[k] == "," for k in range(i + 1, last)):
            return i + 1, last  # “…, SAID A COMMUNIQUE OF THE MINISTRY.”
    before = d.r.words[max(start, i - ATTRIBUTION) : i]
    if d.r.words[i + 1 : i + 2] == ["."] and "," in before:
        return i - before[::-1].index(","), i  # “…, THE MINISTRY SAID.”
    if d.r.low[i - 1] == "who" and d.r.words[i - 2] == "," and (who := _run(d, i - 3, start)):
        return who
    k = i - 1 if d.r.low[i - 1] not in ("also", "later", "further") else i - 2
    if k >= start and k in d.persons_at and not d.r.tags[k].startswith("IN"):
        while k > start and k - 1 in d.persons_at:
            k -= 1
        return k, i
    if d.r.low[i - 1] == "and":
        first = next(
            (k for k in range(start, min(i, start + 12)) if k in d.persons_at and d.r.low[k] not in ("his", "her")),
            None,
        )
        last = first
        while last is not None and last in d.persons_at:
            last += 1
        return None if first is None else (first, last)
    return None


def _run(d: Discourse, last: int, start: int) -> tuple[int, int] | None:
    """The words up to `last` that name a person."""
    first = last
    while first >= start and first in d.persons_at:
        first -= 1
    return (first + 1, last + 1) if first < last else None


def called(r: Reading, token: Token, i: int, start: int, end: int, quoted: list[int]) -> Cue | None:
    """“what she called “a partnership””, “a plan that officials say is “two words short””: the words in marks."""
    opens = next((k for k in range(i + 1, min(i + CALLED, end)) if quoted[k] >= 0), None)
    who = subject(r, token, start, end)
    if quoted[i] >= 0 or opens is None or who is None or any(r.words[k] in COMMAS for k in range(i, opens)):
        return None
    last = next((k for k in range(opens, end) if quoted[k] != quoted[opens]), end)
    return Cue(i, i, last, who, "called", table()[r.low[i]][0], content=(opens, last), rule="called", text=r.words[i])


def quoting(r: Reading, saying: Token, start: int, end: int) -> Cue | None:
    """“was quoted by the agency as saying”, “the agency quoted her as saying”: who passes the words on."""
    verb = saying.head if saying.head.dep_ != "prep" else saying.head.head
    if verb.text.lower() not in ("quoted", "cited", "reported", "quotes", "cites"):
        return None
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    agent = next((c for v in (verb, saying) for c in v.children if c.dep_ == "agent" or c.text.lower() == "by"), None)
    noun = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
    noun = own_subject(verb) if not passive and own_subject(verb) is not None else noun
    who = phrase(r, noun, start, end) if noun is not None else None
    return Cue(r.at.get(verb.i, start), start, start, who, "source", "according to") if who else None
