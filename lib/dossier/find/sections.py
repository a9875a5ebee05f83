"""Sections: the parts of a round-up that stand under a country each (“KENYA — The deficit …”, a sub-heading “Kenya”)."""

from bisect import bisect_right
from collections.abc import Iterator

from dossier.countries import in_text
from dossier.find.reading import BREAK, Reading, raw

MARKS = frozenset("–—-:|")
NAMED = ("name", "demonym", "capital")
SHORT = 30  # characters of a sub-heading that names a country and hardly more


class Sections:
    """Under which country each word of a text stands, where its parts are labelled with two countries or more."""

    def __init__(self, r: Reading):
        labels = sorted((*_run_in(r), *_headings(r)))
        found = labels if len({code for _, code in labels if code}) > 1 else []
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


def _headings(r: Reading) -> Iterator[tuple[int, str | None]]:
    """A sub-heading on a line of its own, which ends the section before it: its country, if that is all it names."""
    text, at = raw(r.doc), None
    for line in r.doc._.lines or ():
        said = text[line.start : line.end].strip(" :–—-|#*")
        if line.zone not in ("headline", "body") or not said or len(said) > SHORT:
            continue
        codes = in_text(said)
        if len(codes) == 1 and len(said.split()) <= 3 and not said.endswith((".", "!", "?")):
            at = at or [r.chars(k, k + 1)[0] for k in range(len(r))]
            yield bisect_right(at, line.end), codes[0]
