"""Measure and period: what a sum or share measures, in the source's words, and the date it belongs to."""

from bisect import bisect_left
from operator import attrgetter

from spacy.tokens import Doc, Token

from dossier.countries import table
from dossier.reporting import table as cues
from dossier.find.dates import in_time, time_words
from dossier.find.prose import sentence_at
from dossier.lexemes import language
from dossier.timewords import TimeWord

LONGEST = 120  # characters; a longer phrase is cut to its head
COMPARED = ("earlier", "same_period")  # rules of dates that a sum is compared with
AIMS = ("to", "for", "in", "on", "into", "towards")
WORTH = ("worth", "of", "at", "valued", "totalling", "totaling", "to", "in", "for", "with")


def measure(doc: Doc, start: int, end: int) -> str | None:
    """The phrase that says what is measured at the span, or None."""
    sentence = sentence_at(doc, start)
    if sentence is None:
        return None
    inside = [token for token in sentence if token.idx < end and token.idx + len(token) > start and not token.is_space]
    if not inside:
        return None
    places = {token.i for token in inside}
    top = next((token for token in inside if token.head.i not in places or token.head is token), inside[-1])
    found = _of(inside) or _gapped(inside[0]) or _noun(top, places) or _verb(top, places)
    return _words(doc, found, places) if found is not None and not _figure(found) else None


def _of(inside: list[Token]) -> Token | None:
    """“$30.6 billion of the investments”: what the sum is of."""
    last = inside[-1]
    follows = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
    if follows is None or follows.lower_ not in ("of", "in"):
        return None
    inner = next((child for child in follows.children if child.dep_ in ("pobj", "pcomp")), None)
    if inner is None or in_time(inner) or inner.like_num:
        return None
    return inner if follows.lower_ == "of" or inner.lower_ in language("measures")["in_nouns"] else None


def _gapped(first: Token) -> Token | None:
    """“exports rose to $2bn and | imports | to $1bn”: what is counted stands before the sum, its verb left out."""
    doc, start = first.doc, first.sent.start
    k = first.i - 1
    while k > start and doc[k].lower_ in language("measures")["before_sums"]:
        k -= 1
    noun = doc[k]
    if noun.lower_ not in language("measures")["counted"] or k - 1 <= start:
        return None
    while k > start and doc[k - 1].tag_ in ("JJ", "NN", "NNP", "DT", "PRP$"):
        k -= 1
    return noun if doc[k - 1].lower_ in ("and", "while", "but", ",") else None


def _noun(top: Token, places: set[int]) -> Token | None:
    """“a $4.3-billion deal”, “a deal worth $5bn”, “a loan of $5bn”, “growth of 5%”."""
    head = top.head
    if head.i in places:
        return None
    if top.dep_ in ("compound", "amod", "nmod", "nummod", "poss", "quantmod") and head.pos_ in ("NOUN", "PROPN"):
        return head
    if head.lower_ in WORTH and head.head.pos_ in ("NOUN", "PROPN"):
        return head.head
    if top.dep_ in ("appos",) and head.pos_ in ("NOUN", "PROPN"):
        return head
    return None


def _verb(top: Token, places: set[int]) -> Token | None:
    """The subject of what amounts to the sum, else what the sum is given for."""
    verb = top
    if top.dep_ == "pobj" and top.head.lower_ == "of" and _figure(top.head.head):
        return None  # “$2bn of the $3bn that …”: the subject is of the part, not of the whole
    for _ in range(6):
        if verb.pos_ in ("VERB", "AUX") and verb.i not in places:
            break
        if verb.head is verb:
            return None
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None and verb.dep_ in ("conj", "advcl", "xcomp", "acl", "relcl"):
        subject = (
            verb.head
            if verb.dep_ in ("acl", "relcl")
            else next((child for child in verb.head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        )
    if verb.lower_ in language("measures")["transfers"]:
        aims = [child for child in verb.children if child.dep_ in ("prep", "dative") and child.lower_ in AIMS]
        for preposition in aims:
            inner = next((child for child in preposition.children if child.dep_ == "pobj"), None)
            if inner is not None and inner.i not in places and not in_time(inner):
                return None if _bare_country(inner) else inner
    given = verb.lower_ in language("measures")["transfers"] and top.dep_ == "dobj"
    thing = next((child for child in verb.children if child.dep_ in ("dobj", "obj") and child.i not in places), None)
    if thing is not None and top.dep_ in ("pobj", "quantmod", "nummod") and not _figure(thing):
        return thing  # “lift trade to $30 billion”
    told = next((child for child in verb.children if child.dep_ == "attr" and child.pos_ in ("NOUN", "PROPN")), None)
    if subject is not None and subject.i in places and told is not None:
        return told  # “of which $5bn were Turkish imports”
    if subject is None or given or subject.tag_ == "WDT" or subject.pos_ == "PRON":
        return None
    somebody = subject.pos_ == "PROPN" and thing is None and top.dep_ == "dobj"
    return None if somebody else subject


def _bare_country(token: Token) -> bool:
    """“invested $5bn in Peru”: where it went, and nothing that was measured."""
    meaning = table().get(token.doc[token.left_edge.i : token.i + 1].text.removeprefix("the "))
    return meaning is not None and meaning.form == "name"


def _figure(token: Token) -> bool:
    return token.like_num or any(c.isdigit() for c in token.text)


def _words(doc: Doc, head: Token, places: set[int]) -> str | None:
    """The noun with what stands before it and the phrases that hang on it, without article and sum."""
    left = _after_clause(doc, head.left_edge.i, head.i)
    right = head.i
    for child in head.rights:
        if (
            child.dep_ not in ("prep", "case")
            or child.lower_ in ("worth", "at")
            or any(t.i in places for t in child.subtree)
        ):
            break
        if child.dep_ == "prep" and any(in_time(t) for t in child.children):
            break
        right = child.right_edge.i
    tokens = [token for token in doc[left : right + 1] if token.i not in places]
    while tokens and (
        tokens[0].tag_ in ("DT", "PRP$", "CC", "IN", ":", ",") or tokens[0].is_space or tokens[0].text in "-(\"“'"
    ):
        tokens.pop(0)
    if not tokens:
        return None
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    text = doc._.document.text[start:end].strip()
    if any(tokens[0].i <= place <= tokens[-1].i for place in places) or len(text) > LONGEST:
        text = head.text
    return text or None


def _after_clause(doc: Doc, left: int, head: int) -> int:
    """“Trade was up, | exports at $3bn”: where the phrase begins if the parser hung a clause before it on its noun."""
    verbs = [k for k in range(left, head) if doc[k].tag_ in ("VBD", "VBZ", "VBP", "MD")]
    return next((k + 1 for k in range(verbs[-1], head) if doc[k].text == ","), left) if verbs else left


def period(doc: Doc, start: int, end: int) -> TimeWord | None:
    """The date that the sum or share belongs to: “in 2021” after it in its clause, else before it in its sentence."""
    sentence = sentence_at(doc, start)
    if sentence is None:
        return None
    first, last = sentence.start_char, sentence.end_char
    text, belongs = doc._.document.text, language("measures")["belongs"]
    every = time_words(doc)
    begin, stop = (bisect_left(every, place, key=attrgetter("start")) for place in (first, last))
    told = [word for word in every[begin:stop] if word.basis != "inferred"]
    if beside := next((word for word in told if word.start >= end and not text[end : word.start].strip(" ,(")), None):
        if beside.rule in COMPARED:
            return beside  # “up from $5bn a year earlier”
    words = [
        word for word in told
        if word.rule not in ("weekday", *COMPARED)
        and (word.rule == "relative" or (text[first : word.start].split() or ["in"])[-1].lower() in (*belongs, "the"))
    ]  # fmt: skip
    after = next((word for word in words if word.start >= end), None)
    if after and not _cut(text[end : after.start]):
        return after
    before = [word for word in words if word.end <= start and not _told_then(text[word.end : start])]
    return before[-1] if before else None


def _told_then(between: str) -> bool:
    """Is a date before the sum the day of telling, or of another part of the sentence?"""
    said = any(word in cues() for word in between.lower().split())
    return said or bool(set(between) & set(";:()“”"))


def _cut(between: str) -> bool:
    """Does a clause end between the sum and the date?"""
    words = between.lower().split()
    return (
        len(between) > 40
        or any(c in ',;:()–—“”"' or c.isdigit() for c in between)
        or bool({"while", "and", "than", "until"} & set(words))
    )
