"""Blank: a document → the same document, as long, with all that is not its body turned to spaces.

A page is more than its article. Every line gets a zone and, if it is furniture, a role, and says why. This is decided
in three steps, each of which can be read:

1. `lines.units` measures every line or hand-wrapped paragraph: words, ending, and whether it shows a sign: a phrase of
   `language/furniture.yml`, the make-up of a menu, byline or credit (`shape`), an address to the reader (`appeal`).
2. `layout.layout` finds head, body, insets and tail of the page, after `context` has told what neighbours tell.
3. `above` (with `headline`), `_insets` and `_tail` name what stands outside the body.

`blank` keeps every offset.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.above import Name, Zone, above, by_cue, is_dated
from dossier.context import begun
from dossier.layout import BODY, HEAD, INSET, STATES, TAIL, layout
from dossier.legible import legible
from dossier.lines import LABEL, PUBLISHED, Unit, by_markup, spans, units
from dossier.document import Document
from dossier.tabular import rows

ASKED = re.compile(
    r"(?:who|what|when|where|why|how|which)(?! (?:do|did|would|are|can|have) you) [^.?!:]{3,60}\?", re.IGNORECASE
)
SECTION = re.compile(r"[A-Z][a-z]+(?: [A-Za-z]+)?")
CROSSED, HEADED = 8, 14  # words of a crosshead; of one that is marked as a heading
STAMP = re.compile(r"\d{2}[:.]?\d{2} ?(?:GMT|UTC)\b\W*[\d/.-]*")  # when the item was sent
ROW: Name = ("furniture", "table", "a row of a table: facts are read from sentences")
SENTENCE = 14  # words of a full sentence, with its end
BOX = 3  # lines that make a box of facts
LISTED = re.compile(r"[^.!?|·•]{2,30}(?: ?[|·•] ?[^.!?|·•]{2,30})+")


@dataclass(frozen=True)
class Line:
    """A line of a document: code points `start` to `end` (without the newline), its zone, and why."""

    start: int
    end: int
    zone: Zone
    role: str | None = None
    why: str = ""
    goes_on: bool = False  # the paragraph was wrapped by hand and goes on in the next line


def zones(text: str) -> list[Line]:
    """The zone of every line of `text`, in order; a blank line counts as body."""
    every = [_unread(text, start, end) for start, end in spans(text)]
    for unit, (zone, role, why) in _with_rows(units(text), rows(text)):
        for number in range(unit.first, unit.last + 1):
            start, end = every[number].start, every[number].end
            every[number] = Line(start, end, zone, role, why, goes_on=number < unit.last)
    return every


def _with_rows(found: list[Unit], tabled: set[int]) -> Iterator[tuple[Unit, Name]]:
    """Every unit with its name, rows of tables by their shape; a table within the body does not part it."""
    if not tabled:
        yield from _named(found)
        return
    first = begun(found)
    aside = [unit for unit in found[first:] if _is_row(unit, tabled)]
    own = [unit for unit in found if not any(unit is one for one in aside)]
    yield from ((unit, ROW if _is_row(unit, tabled) else name) for unit, name in _named(own))
    yield from ((unit, ROW) for unit in aside)


def _is_row(unit: Unit, tabled: set[int]) -> bool:
    """Does nothing but rows of a table stand in the unit? A sentence is none, whatever parts it."""
    sentence = unit.ends and len(unit.words) >= SENTENCE
    return not sentence and all(number + 1 in tabled for number in range(unit.first, unit.last + 1))


def _unread(text: str, start: int, end: int) -> Line:
    """A line without words, until its unit is named: blank, or nothing but mark-up."""
    if text[start:end].lstrip().startswith("<"):
        role = by_markup(text[start:end])
        zone = "caption" if role == "caption" else "furniture"
        return Line(start, end, zone, None if role == "caption" else role or "navigation", "nothing but mark-up")
    return Line(start, end, "body", None, "blank line")


def _named(found: list[Unit]) -> Iterator[tuple[Unit, Name]]:
    """Every unit with its zone, role and the reason."""
    course = layout(found)
    parts = {state: [unit for unit, s in zip(found, course, strict=True) if s == state] for state in STATES}
    asked = [u for u in (*parts[BODY], *parts[INSET]) if ASKED.fullmatch(u.text) and not u.bullet]
    for unit in parts[BODY]:
        heads = len(asked) > 1 and any(unit is one for one in asked)
        yield unit, ("headline", None, "heads its answer") if heads else ("body", None, _body_reason(unit))
    yield from above(parts[HEAD], found)
    yield from _insets(parts[INSET], found)
    yield from _tail(parts[TAIL])


def _body_reason(unit: Unit) -> str:
    return f"reads like body: {len(unit.words)} words, {'ends as a sentence' if unit.ends else 'goes on'}"


def _insets(insets: list[Unit], found: list[Unit]) -> Iterator[tuple[Unit, Name]]:
    """Within the body: insets with a sign; what follows a “Related” line; several in a row; else a crosshead."""
    leader: Unit | None = None
    packed = False  # does what a “Related” line leads stand right below it?
    bare = {unit.first for unit in insets if not unit.cues and not unit.ends}
    places = {unit.first: place for place, unit in enumerate(found)}
    packs = _packs(insets, places)
    place = -1
    for unit in insets:
        if leader and (unit.first - leader.last > 4 or places[unit.first] > place + 1):
            leader, packed = None, False  # far below it, or with a paragraph of the body between
        packed |= leader is not None and not unit.gap
        if packed and unit.gap and not unit.cues and len(unit.words) <= LABEL:
            leader = None  # a blank line parts a block of links from the crosshead below it
        place = places[unit.first]
        row = any(near.first in bare for near in (*found[place - 1 : place], *found[place + 1 : place + 2]))
        named = by_cue(unit)
        if named and named[0] == "dateline" and not PUBLISHED.match(unit.text) and (leader or row):
            named = "furniture", "related", "a date among headlines within the body"
        if unit.role == "navigation" and not (leader or row) and len(unit.words) <= 2 and SECTION.fullmatch(unit.text):
            named = _crosshead(unit, row)  # “Diplomacy”: a section of the article, not of the site
        if named is None and not row and is_dated(unit):
            named = "dateline", None, "a date between paragraphs"
        if named is None and leader:
            named = "furniture", leader.role, f"below “{leader.text[:40]}”"
        if leader or unit.leads:
            leader = replace_last(leader, unit)
        yield unit, named or _crosshead(unit, row, unit.first in packs)


def _packs(insets: list[Unit], places: dict[int, int]) -> set[int]:
    """Insets of a box: several lines in one block, none of them a sentence."""
    runs: list[list[Unit]] = []
    for unit in insets:
        goes_on = runs and not unit.gap and places[unit.first] == places[runs[-1][-1].first] + 1
        runs = [*runs[:-1], [*runs[-1], unit]] if goes_on else [*runs, [unit]]
    return {u.first for run in runs if len(run) >= BOX and not any(u.ends for u in run) for u in run}


def _crosshead(unit: Unit, row: bool, packed: bool = False) -> Name:
    """A short line by itself heads what follows; several in a row, or a longer one, lead elsewhere."""
    leads_on = row and len(unit.words) >= 4 and not unit.ends and not unit.heading
    if len(unit.words) <= (HEADED if unit.heading else CROSSED) and not leads_on and not packed:
        return "headline", None, "crosshead"
    return "furniture", "related", "headline within the body"


def replace_last(leader: Unit | None, unit: Unit) -> Unit:
    """The leader of a run of insets, reaching to `unit`; a new sign takes over."""
    if leader is None or unit.leads:
        return unit
    return replace(leader, last=unit.last)


def _tail(tail: list[Unit]) -> Iterator[tuple[Unit, Name]]:
    """After the body: each line by its sign, else as the last leading sign says, else as related."""
    leading = "related"
    for number, unit in enumerate(tail):
        named = by_cue(unit)
        if unit.leads:
            leading = unit.role
        if named is None:
            listed = leading == "related" and LISTED.fullmatch(unit.text)
            named = "furniture", "tags" if listed else leading, "after the body, without a sign of its own"
        elif named[0] == "caption" and "©" in unit.text:
            named = "furniture", "legal", "a copyright after the body"
        elif named[0] == "dateline" and not _dates_the_item(unit, tail[number - 1] if number else None):
            named = "furniture", "related", "date of a headline after the body"
        yield unit, named


def _dates_the_item(unit: Unit, before: Unit | None) -> bool:
    """Is a date after the body the item's own, not a headline's?"""
    first = before is None and len(unit.words) <= 7
    stamped = PUBLISHED.match(unit.text) or STAMP.fullmatch(unit.text)
    return first or bool(stamped) or before is not None and before.role == "byline"


def blank(document: Document, naive: bool = False, lines: Sequence[Line] | None = None) -> Document:
    """The document with everything but its body turned to spaces, character for character.

    Newlines, odd spaces, invisible characters and mark-up (HTML, Markdown, LaTeX) within the body become plain
    spaces too, so that a hard-wrapped sentence reads on. `naive` blanks no zone.
    """
    text, pieces, at = document.text, [], 0
    for line in lines or zones(text):
        keep = naive or line.zone == "body"
        inside = legible(text[line.start : line.end]) if keep else " " * (line.end - line.start)
        pieces += [" " * (line.start - at), inside]
        at = line.end
    pieces.append(" " * (len(text) - at))
    return replace(document, text="".join(pieces))
