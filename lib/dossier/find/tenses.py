"""Tenses: what the parse tells of a date: does it lie ahead, is what stands beside it done, is it sure of that?"""

from collections.abc import Iterator

from spacy.attrs import IDX
from spacy.tokens import Doc, Token

from dossier.lexemes import language

VERBS = frozenset("VB VBD VBG VBN VBP VBZ".split())
CONTENT = frozenset("xcomp ccomp dobj obj".split())  # what is agreed or promised, below the verb
BARE = frozenset("VB VBP".split())
MODALS = frozenset("will would shall 'll ’ll wo".split())
PRESENT = frozenset("is are 's ’s 're ’re am be being".split())
BESIDE = frozenset("compound poss nmod amod nummod".split())  # before its noun: “the 5 May accident”
LASTING = frozenset("until till through".split())
AIMED = LASTING | {"for", "by"}  # before a day, what is told leads up to it
CLOCK = frozenset("a.m. p.m. am pm noon midnight".split())
NEVER = frozenset("not n't n’t never neither nor no nobody none nothing".split())
NEAR = 200  # characters that a noun and what stands by it may take
LISTS = ("planned", "lasted", "starts", "undertakes", "mandates", "grants", "announces", "scheduled", "succeeds", "convokes")


class Tenses:
    """`tenses(start, end)`: by the parse, does what is dated there lie ahead (True), behind (False), or is it open?"""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.starts = doc.to_array(IDX)
        self.cues = {name: frozenset(language("calendar")[name]) for name in LISTS}

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
            if below.dep_ in ("nsubj", "nsubjpass") and self._apart(below, start):
                return None  # “its fund, worth $18bn at the end of March, could carry a plant”
            below = verb
            told = False if self._participle(verb) else self._tense(verb)
            if told is not None and not (told and after and self._may(verb)):
                return None if told is False and infinitive and not after else told
            infinitive |= verb.tag_ == "VB"
        return None

    def sure(self, start: int, end: int) -> bool | None:
        """What the word right above the date tells, whatever else its clause says.

        “Wednesday's ruling” is past, even of those who “will appeal against” it; what has lasted since then, too;
        who is given “until Friday” has it still before him.
        """
        top = self._top(start, end)
        if top is None:
            return None
        if top.dep_ == "poss":
            noun, forms = top.head, (top.head.lower_, top.head.lower_.rstrip("s"))
            takes = noun.dep_ == "nsubj" and noun.head.lower_ in self.cues["starts"]  # “Friday's programme takes him …”
            return None if takes or self.cues["scheduled"] & set(forms) else False
        over = top.head
        if over.lower_ == "since" and over.dep_ in ("prep", "mark"):
            return False
        if over.lower_ in LASTING and over.dep_ == "prep" and over.head.lower_ in self.cues["grants"]:
            return True
        if over.lower_ == "for" and over.dep_ == "prep" and over.head.lower_ in self.cues["convokes"]:
            return True
        verb = over.head if over.dep_ == "prep" else over
        wanted = verb.tag_ == "VBN" and verb.dep_ == "ccomp" and verb.head.lower_ in self.cues["planned"]
        return True if wanted else None  # “wants it signed by May”

    def done(self, start: int, end: int) -> bool:
        """Does the date stand right beside what was done then, and not beside a thing that is only spoken of?

        “Signed a treaty on 1 December” tells a deed; “announced a dividend, payable on 1 December”, “told them of a
        cut in December”, “a 1 December deadline” do not tell when.
        """
        top = self._top(start, end)
        if top is None:
            return True
        if top.dep_ in BESIDE and top.head.i > top.i:
            return False
        below, over = top, top.head
        while over.dep_ in ("prep", "pcomp"):
            if over.lower_ == "since":
                return True
            if over.lower_ in AIMED:
                return over.head.lower_ in self.cues["lasted"]
            below, over = over, over.head
        verb = next((one for one in (over, *self._governors(over)) if one.tag_ in VERBS or one.tag_ == "MD"), None)
        if verb is None or (over.tag_ == "JJ" and over.dep_ != "acomp"):
            return False
        beside = verb.i == over.i and below.i <= verb.i + 1  # “announced in July”, but “announced a cut in July”
        beside |= any(c.dep_ == "ccomp" and c.i > below.i for c in verb.children)  # “told parliament in July that …”
        return self._is_done(verb) and (beside or verb.lower_ not in self.cues["announces"])

    def verbal(self, start: int) -> bool:
        """May the word be a verb, and is it no attribute, as in “an unspecified date”?"""
        token = self._token(start)
        return token is None or token.dep_ != "amod" or token.text.isupper()

    def _apart(self, noun: Token, start: int) -> bool:
        """Does a comma part the date from the noun that its phrase stands by?"""
        return noun.idx < start < noun.idx + NEAR and "," in self.doc._.document.text[noun.idx : start]

    def _is_done(self, verb: Token) -> bool:
        if verb.lower_ in self.cues["planned"] and self._plans(verb):
            return verb.tag_ == "VBD" and verb.lower_ in self.cues["undertakes"]
        return self._participle(verb) or self._tense(verb) is False

    def _participle(self, verb: Token) -> bool:
        """“Decisions made at a meeting in September”: done, without a helper that would tell when.

        What somebody “wants signed” by then is not.
        """
        if verb.tag_ != "VBN" or verb.dep_ in CONTENT or (verb.lower_ in self.cues["planned"] and self._plans(verb)):
            return False
        return not any(child.dep_ in ("aux", "auxpass") for child in verb.children)

    def _token(self, start: int) -> Token | None:
        place = int(self.starts.searchsorted(start, side="right")) - 1
        return self.doc[place] if place >= 0 else None

    def _top(self, start: int, end: int) -> Token | None:
        """The word of the date that hangs on another one."""
        token = self._token(start)
        while token is not None and token.head.i != token.i and self._within(token.head, start, end):
            token = token.head
        return token

    def _within(self, token: Token, start: int, end: int) -> bool:
        return start <= token.idx < end or token.lower_ in CLOCK

    def _governors(self, token: Token) -> Iterator[Token]:
        """The words above the token, nearest first."""
        for _ in range(12):
            if token.head.i == token.i:
                return
            token = token.head
            yield token

    def _may(self, verb: Token) -> bool:
        """Does it tell what may or should be, not what will?"""
        return any(child.tag_ == "MD" and child.lower_ not in MODALS for child in verb.children)

    def _plans(self, token: Token) -> bool:
        """“Set for”, “set to”, “set it as” plan; a record “set on” a day, or who “set off for Riga”, does not."""
        if token.lower_ != "set" or any(child.dep_ == "prt" for child in token.children):
            return token.lower_ != "set"
        return any(child.lower_ in ("for", "as") or child.dep_ in ("xcomp", "ccomp") for child in token.children)

    def _failed(self, verb: Token, helpers: list[Token]) -> bool:
        """“Neither could be found”: of what could not be done, it was not."""
        could = {"could", "be"} <= {child.lower_ for child in helpers} and verb.tag_ == "VBN"
        return could and any(
            child.lower_ in NEVER or any(below.lower_ in NEVER for below in child.children) for child in verb.children
        )

    def _comes_after(self, verb: Token) -> bool:
        """“Follows him to Rome”: one person after another."""
        return verb.lower_ in self.cues["succeeds"] and any(
            child.dep_ == "dobj" and child.tag_ == "PRP" for child in verb.children
        )

    def _tense(self, token: Token) -> bool | None:
        if token.lower_ in self.cues["planned"] and self._plans(token):
            return True
        if token.tag_ not in VERBS and token.tag_ != "MD":
            return None
        helpers = [child for child in token.children if child.dep_ in ("aux", "auxpass")]
        if self._failed(token, helpers):
            return False
        if token.tag_ in ("VBD", "VBN") and any(child.lower_ in ("'d", "’d") for child in helpers):
            return False  # “they'd had a call”
        if token.tag_ == "MD" or any(child.lower_ in MODALS or child.tag_ == "MD" for child in helpers):
            return True
        if token.tag_ == "VB":
            return None
        if token.tag_ in ("VBZ", "VBP") and not helpers:
            return True if token.lower_ in self.cues["starts"] or self._comes_after(token) else None
        if token.tag_ == "VBG" and any(child.lower_ in PRESENT for child in helpers):
            return True if token.lower_ in self.cues["starts"] else None
        if token.tag_ == "VBN" and helpers and all(child.lower_ in PRESENT for child in helpers):
            return None  # “the case is heard in May”
        return False if token.tag_ == "VBD" or helpers else None
