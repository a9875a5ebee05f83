"""Sections: the parts of a round-up that stand under a country each: “KENYA — The deficit …”, a sub-heading “Kenya”."""

from bisect import bisect_right
from collections.abc import Iterator

from dossier.countries import in_text, table
from dossier.find.reading import BREAK, Reading, raw

MARKS = frozenset("–—-:|")
NAMED = ("name", "demonym", "capital")
LABEL = " :–—-|#*"  # what may stand around a label
SHORT, WORDS = 30, 3  # characters and words of a label at most


class Sections:
    """Under which country each word of a text stands, where its parts are labelled with two countries or more."""

    def __init__(self, r: Reading):
        labels = sorted((*_run_in(r), *_lines(r)))
        heads = [*_sub_headings(r)]
        found = labels if len({code for _, code in labels}) > 1 else heads if len(heads) > 1 else []
        self._starts = [start for start, _ in found]
        self._codes = [code for _, code in found]

    def of(self, k: int) -> str | None:
        """Country of the section in which word `k` stands."""
        number = bisect_right(self._starts, k)
        return self._codes[number - 1] if number else None


def _run_in(r: Reading) -> Iterator[tuple[int, str | None]]:
    """“KENYA — The deficit …”: a country at the head of a paragraph, and a dash or colon after it."""
    for place in r.places:
        k = place.start
        opens = k == 0 or r.words[k - 1] == BREAK
        if opens and place.form in NAMED and place.end < len(r) and r.words[place.end] in MARKS:
            if r.words[place.end] == ":" or r.token(place.end - 1).whitespace_:  # not “Oslo-based”
                yield k, place.code


def _sub_headings(r: Reading) -> Iterator[tuple[int, str | None]]:
    """“Sudan”, “Money”: lines between paragraphs of the body, with the country that is all they say, or none."""
    text, lines = raw(r.doc), [l for l in r.doc._.lines or () if l.zone in ("headline", "body")]
    first = next((number for number, line in enumerate(lines) if line.zone == "body"), len(lines))
    at = None
    for line in lines[first:]:
        said = text[line.start : line.end].strip(LABEL)
        if line.zone == "headline" and said:
            at = at or [r.chars(k, k + 1)[0] for k in range(len(r))]
            place = table().get(said.removeprefix("The "))
            yield bisect_right(at, line.end), place.code if place and place.form == "name" else None


def _lines(r: Reading) -> Iterator[tuple[int, str]]:
    """The dateline, and sub-headings that name one country and hardly more: where the words after them begin."""
    text, at = raw(r.doc), None
    spans = [(l.start, l.end) for l in r.doc._.lines or () if l.zone in ("headline", "body")]
    for start, end in (*spans, *(r.doc._.datelines or ())):
        said = text[start:end].strip(LABEL)
        if 0 < len(said) <= SHORT and len(said.split()) <= WORDS and said[-1].isalpha():
            codes = in_text(said)
            if len(codes) == 1:
                at = at or [r.chars(k, k + 1)[0] for k in range(len(r))]
                yield bisect_right(at, end), codes[0]
