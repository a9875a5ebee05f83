"""Prose: the body as it was printed, and what its parse tells of tense, measure and period.

`doc.text` turns newlines and thin spaces into plain ones; the number and date grammars want them, since a paragraph
ends what a space does not, and “1 250” with a thin space is one number.
"""

from bisect import bisect_right
from collections.abc import Iterator

from spacy.attrs import IDX
from spacy.tokens import Doc, Span, Token

from dossier.lexemes import language

VERBS = frozenset("VB VBD VBG VBN VBP VBZ".split())
CONTENT = frozenset("xcomp ccomp dobj obj".split())  # what is agreed or promised, below the verb
BARE = frozenset("VB VBP".split())
MODALS = frozenset("will would shall 'll ’ll wo".split())


def prose(doc: Doc) -> str:
    """The raw text of the lines that `doc.text` keeps, other lines blank, newlines where they were."""
    if "prose" not in doc.user_data:
        doc.user_data["prose"] = _prose(doc)
    return doc.user_data["prose"]


def _prose(doc: Doc) -> str:
    raw, shown = doc._.document.text, doc.text
    pieces, at = [], 0
    for line in doc._.lines or ():
        kept = shown[line.start : line.end].strip()
        pieces += [raw[at : line.start], raw[line.start : line.end] if kept else " " * (line.end - line.start)]
        at = line.end
    return "".join(pieces) + raw[at:] if doc._.lines else shown


class Tenses:
    """`tenses(start, end)`: by the parse, does what is dated there lie ahead (True), behind (False), or is it open?"""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.starts = doc.to_array(IDX)
        lists = ("planned", "starts", "undertakes", "mandates")
        self.cues = {name: frozenset(language("calendar")[name]) for name in lists}

    def __call__(self, start: int, end: int) -> bool | None:
        token = self._token(start)
        if token is None:
            return None
        infinitive, below, after = False, token, False
        for verb in self._governors(token):
            after |= verb.lower_ == "after" and verb.dep_ == "prep"  # “did not say where to go after talks on Friday”
            if verb.lower_ in self.cues["undertakes"] and verb.tag_ == "VBD" and below.dep_ not in CONTENT:
                return False  # “on Wednesday they agreed to …”, but “agreed to meet on Friday”
            if verb.lower_ in self.cues["mandates"] and below.dep_ == "ccomp" and below.tag_ in BARE:
                return True  # “directed that they appear on 5 May”
            below = verb
            told = self._tense(verb)
            if told is not None and not (told and after and self._may(verb)):
                return None if told is False and infinitive and not after else told
            infinitive |= verb.tag_ == "VB"
        return None

    def _token(self, start: int) -> Token | None:
        place = int(self.starts.searchsorted(start, side="right")) - 1
        return self.doc[place] if place >= 0 else None

    def _governors(self, token: Token) -> Iterator[Token]:
        """The words above the token, nearest first."""
        for _ in range(12):
            if token.head is token:
                return
            token = token.head
            yield token

    def _may(self, verb: Token) -> bool:
        """Does it tell what may or should be, not what will?"""
        return any(child.tag_ == "MD" and child.lower_ not in MODALS for child in verb.children)

    def _tense(self, token: Token) -> bool | None:
        if token.lower_ in self.cues["planned"]:
            return True
        if token.tag_ not in VERBS and token.tag_ != "MD":
            return None
        helpers = [child for child in token.children if child.dep_ in ("aux", "auxpass")]
        if token.tag_ == "MD" or any(child.lower_ in MODALS or child.tag_ == "MD" for child in helpers):
            return True
        if token.tag_ == "VB":
            return None
        if token.tag_ in ("VBZ", "VBP") and not helpers:
            return True if token.lower_ in self.cues["starts"] else None
        if token.tag_ == "VBG" and any(child.lower_ in ("is", "are", "'s", "’s") for child in helpers):
            return True if token.lower_ in self.cues["starts"] else None
        return False if token.tag_ == "VBD" or helpers else None


def sentence_at(doc: Doc, start: int) -> Span | None:
    """The sentence that holds the character, if the body has one there."""
    if "starts" not in doc.user_data:
        sents = list(doc.sents)
        doc.user_data["starts"] = [sent.start_char for sent in sents], sents
    starts, sents = doc.user_data["starts"]
    place = bisect_right(starts, start) - 1
    return sents[place] if place >= 0 and start < sents[place].end_char else None
