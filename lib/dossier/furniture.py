"""Blank: a document → the same document, as long, with all that is not its body turned to spaces.

A page is more than its article. Every line gets a zone and, if it is furniture, a role, and says why. This is decided
in three steps, each of which can be read:

1. `lines.units` measures every line or hand-wrapped paragraph: words, ending, and whether it shows a sign: a phrase of
   `language/furniture.yml`, the make-up of a menu, byline or credit (`shape`), an address to the reader (`appeal`).
2. `layout.layout` finds head, body, insets and tail of the page, after `context` has told what neighbours tell.
3. `_head` (with `headline`), `_insets` and `_tail` name what stands outside the body.

`blank` keeps every offset.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dossier.countries import code
from dossier.headline import DATED, INSTITUTION, headline
from dossier.layout import BODY, HEAD, INSET, STATES, TAIL, layout
from dossier.legible import legible
from dossier.lines import LABEL, PUBLISHED, Unit, by_markup, spans, units
from dossier.document import Document
from dossier.shape import credits, shape, sign

Zone = Literal["headline", "standfirst", "dateline", "caption", "body", "furniture"]
NOT_FURNITURE = frozenset({"caption", "dateline", "standfirst"})
FULL = 30  # words that no headline and hardly a standfirst has
LETTERS = re.compile(r"[^\W\d_]")
CREDIT_END = re.compile(r"[.!?] ?[(\[](?:[^\W\d_][\w.'’-]*[ /]?){1,4}[)\]]\.?$")
LABELLED = re.compile(r"(?:politics|business|world|economy|news|national|energy|defen[cs]e)\b", re.IGNORECASE)
ASKED = re.compile(
    r"(?:who|what|when|where|why|how|which)(?! (?:do|did|would|are|can|have) you) [^.?!:]{3,60}\?", re.IGNORECASE
)
SECTION = re.compile(r"[A-Z][a-z]+(?: [A-Za-z]+)?")
COUNTED = re.compile(r"\b\d[\d., ]* ?(?:views?|reads?|hits)\b|\b(?:views?|hits) ?:? ?\d", re.IGNORECASE)
TIMED = re.compile(r"\d, ?\d{1,2}[:.]\d\d\b")
ORIGIN = re.compile(r"\b(?:source|editor|author|reporter|writer)s? ?:", re.IGNORECASE)
LISTED = re.compile(r"[^.!?|·•]{2,30}(?: ?[|·•] ?[^.!?|·•]{2,30})+")
NAME_LINE = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:,? (?:[^\W\d_a-z][\w.'’-]*|de|van|von|bin|al|el|da|dos|and|y|&)){1,6}")


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
    for unit, (zone, role, why) in _named(units(text)):
        for number in range(unit.first, unit.last + 1):
            start, end = every[number].start, every[number].end
            every[number] = Line(start, end, zone, role, why, goes_on=number < unit.last)
    return every


def _unread(text: str, start: int, end: int) -> Line:
    """A line without words, until its unit is named: blank, or nothing but mark-up."""
    if text[start:end].lstrip().startswith("<"):
        role = by_markup(text[start:end])
        zone = "caption" if role == "caption" else "furniture"
        return Line(start, end, zone, None if role == "caption" else role or "navigation", "nothing but mark-up")
    return Line(start, end, "body", None, "blank line")


Name = tuple[Zone, str | None, str]


def _named(found: list[Unit]) -> Iterator[tuple[Unit, Name]]:
    """Every unit with its zone, role and the reason."""
    course = layout(found)
    parts = {state: [unit for unit, s in zip(found, course, strict=True) if s == state] for state in STATES}
    asked = [unit for unit in parts[BODY] if ASKED.fullmatch(unit.text) and not unit.bullet]
    for unit in parts[BODY]:
        heads = len(asked) > 1 and any(unit is one for one in asked)
        yield unit, ("headline", None, "heads its answer") if heads else ("body", None, _body_reason(unit))
    yield from _head(parts[HEAD], found)
    yield from _insets(parts[INSET], found)
    yield from _tail(parts[TAIL])


def _body_reason(unit: Unit) -> str:
    return f"reads like body: {len(unit.words)} words, {'ends as a sentence' if unit.ends else 'goes on'}"


def _by_cue(unit: Unit) -> Name | None:
    if not unit.cues:
        return None
    role, words = unit.cues[0]
    zone, role = (role, None) if role in NOT_FURNITURE else ("furniture", role)
    return zone, role, f"{unit.cues[0][0]} sign: “{words[:60]}”"


def _head(head: list[Unit], found: list[Unit]) -> Iterator[tuple[Unit, Name]]:
    """Before the body: headline, standfirst, caption, and what has a sign of its own."""
    title = headline(head, found)
    told = False  # has a standfirst been seen?
    for unit in head:
        name = _head_name(unit, title, told)
        told |= name[0] == "standfirst"
        yield unit, name


def _head_name(unit: Unit, title: Unit | None, told: bool) -> Name:
    if title and unit.key == title.key:
        return "headline", None, "first full line above the body" if unit is title else "repeats the headline"
    if _is_dated(unit) and sign(unit.text) != "byline":
        return _dated_name(unit)
    if (named := _by_cue(unit)) and named[0] == "dateline" and sign(unit.text) == "navigation":
        return "furniture", "navigation", "a row of parts, of which one is the day"
    if named:
        return named
    if unit.ends and len(unit.words) >= FULL:
        return "body", None, "whole sentences above the body"
    if title is None or unit.first < title.first:
        return "furniture", "navigation", "label above the headline"
    if NAME_LINE.fullmatch(unit.text) and len(unit.words) <= (3 if unit.text.isupper() else 5):
        return "furniture", "byline", "a name alone between headline and body"
    if credits(unit.text) and not title.text.isupper():
        return "furniture", "byline", "names who made it"
    if CREDIT_END.search(unit.text):
        return "caption", None, "ends with a name in brackets"
    if len(unit.words) == 1 and unit.text.isupper() and not title.text.isupper():
        return "dateline", None, "a place alone below the headline"
    if len(unit.words) <= 3:
        return "furniture", "navigation", "label below the headline"
    if not told:
        return "standfirst", None, "the first full line below the headline"
    if len(unit.words) >= 7:
        return "caption", None, "below the standfirst"
    return "furniture", "navigation", "label above the body"


def _dated_name(unit: Unit) -> Name:
    """A date that stands with a section, a count of readers or who wrote or sent the item is a part of that line."""
    if LABELLED.match(unit.text) or COUNTED.search(unit.text):
        return "furniture", "navigation", "a section or a count of readers, with a date"
    parts = re.split(r",(?= \d)" if TIMED.search(unit.text) else r"\|", unit.text)
    if ORIGIN.search(unit.text) or any(map(_person, parts)):
        return "furniture", "byline", "a name or a source, with a date"
    return "dateline", None, "a short line with a date above the body"


def _person(part: str) -> bool:
    """Two or three capitalised words that name no place and no paper."""
    return shape(part) in ("CC", "CCC") and not INSTITUTION.search(part.strip()) and not code(part.strip())


def _is_dated(unit: Unit) -> bool:
    """Does a short line date the item? It may name the agency too, but no section of the site."""
    dates = DATED.findall(unit.text)
    if not dates or len(unit.words) > 12 + 8 * (len(dates) > 1):
        return False
    return unit.role in (None, "source", "dateline", "navigation") or not LETTERS.search(unit.text)


def _insets(insets: list[Unit], found: list[Unit]) -> Iterator[tuple[Unit, Name]]:
    """Within the body: insets with a sign; what follows a “Related” line; several in a row; else a crosshead."""
    leader: Unit | None = None
    packed = False  # does what a “Related” line leads stand right below it?
    bare = {unit.first for unit in insets if not unit.cues and not unit.ends}
    places = {unit.first: place for place, unit in enumerate(found)}
    for unit in insets:
        if not (leader and unit.first - leader.last <= 4):
            leader, packed = None, False
        packed |= leader is not None and not unit.gap
        if packed and unit.gap and not unit.cues and len(unit.words) <= LABEL:
            leader = None  # a blank line parts a block of links from the crosshead below it
        place = places[unit.first]
        row = any(near.first in bare for near in (*found[place - 1 : place], *found[place + 1 : place + 2]))
        named = _by_cue(unit)
        if named and named[0] == "dateline" and not PUBLISHED.match(unit.text) and (leader or row):
            named = "furniture", "related", "a date among headlines within the body"
        if unit.role == "navigation" and not (leader or row) and len(unit.words) <= 2 and SECTION.fullmatch(unit.text):
            named = _crosshead(unit, row)  # “Diplomacy”: a section of the article, not of the site
        if named is None and not row and _is_dated(unit):
            named = "dateline", None, "a date between paragraphs"
        if named is None and leader:
            named = "furniture", leader.role, f"below “{leader.text[:40]}”"
        if leader or unit.leads:
            leader = replace_last(leader, unit)
        yield unit, named or _crosshead(unit, row)


def _crosshead(unit: Unit, row: bool) -> Name:
    """A short line by itself heads what follows; several in a row, or a longer one, lead elsewhere."""
    if len(unit.words) <= 8 and not (row and len(unit.words) >= 4 and not unit.ends and not unit.heading):
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
        named = _by_cue(unit)
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
    return first or bool(PUBLISHED.match(unit.text)) or before is not None and before.role == "byline"


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
