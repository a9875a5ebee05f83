"""Prose: the body as it was printed, and its sentences.

`doc.text` turns newlines and thin spaces into plain ones; the number and date grammars want them, since a paragraph
ends what a space does not, and “1 250” with a thin space is one number.
"""

from bisect import bisect_right

from spacy.tokens import Doc, Span


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


def sentence_at(doc: Doc, start: int) -> Span | None:
    """The sentence that holds the character, if the body has one there."""
    if "starts" not in doc.user_data:
        sents = list(doc.sents)
        doc.user_data["starts"] = [sent.start_char for sent in sents], sents
    starts, sents = doc.user_data["starts"]
    place = bisect_right(starts, start) - 1
    return sents[place] if place >= 0 and start < sents[place].end_char else None
