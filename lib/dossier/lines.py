"""What can be seen of a line before anything is understood: its words, its ending, its cues, its neighbours.

A *unit* is a line, or the lines of a paragraph that was wrapped by hand. `units(text)` measures each one; `furniture`
decides from these measures what the unit is.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property

from dossier.appeal import appeal, silent
from dossier.shape import sign
from dossier.signs import LONGEST_CUE, LONGEST_LINE, cues, markup, signs

NEWLINE = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")
TAG = re.compile(r"</?[A-Za-z!][^<>]{0,300}>")
ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")
BULLET = re.compile(r"(?!\(c\) )(?:[-–—*·•●▪◦‣○■□+>]\s+(?=\S)|\(?[a-z\d]{1,2}[.)]\s+(?=[^\s\d]))", re.I)
LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,500}\)")
WIDE = re.compile(r"(?<=[^\s.!?]) {3,}(?=\S)|(?<=\S)\t+(?=\S)")
MENU = re.compile(r"(?<=[^\s.!?,;]) {2,}(?=\S)|(?<=\S)\t+(?=\S)")  # in a short line that has it more than once
LONGEST_MENU = 100  # characters
HEADING = re.compile(r"#{1,6} +")
WRAPPING = re.compile(r"^[*_~`]+|[*_~`]+$")
TERMINAL = re.compile(r"[.!?…।。؟][\"'”’»›)\]*_]*(?:\s?\[\d+\])?$")
# An agency's name or mark after the last full stop: “… her head. — VNO”, “… he said. (ANI)”.
SIGN_OFF = re.compile(
    r"(?<=[.!?”\"’])\s*(?:[(/\[](?i:ends?|more)[)/\]](?: ?(?i:[a-z]{2,4}[./][a-z]{2,4}))?|"
    r"[—–]{1,2}\s*(?:[A-Z][\w.’-]*[ /]?){1,3}|-{1,2}\s*[A-Z]{2,8}|[(/\[][A-Z][\w -]{1,20}[)/\]]|[■●◼□♦*#]+)$"
)
PARTS = re.compile(r"\s*[|·•]\s*")
QUOTES = "\"'“‘«„‹"
WORD = re.compile(r"[^\W_][\w'’.-]*")
CONTINUES = frozenset(
    "a an the of to in on at by for with from and or but as that which who whose its his her their into over under "
    "between against after before than is are was were be been has have had will would not no it he she they".split()
)
TOLD = frozenset("is are was were has have had will would may can must did met meet meets said".split())
VAGUE = frozenset({"tags", "navigation"})  # what a line of several parts seems to be before its parts are read
LABELLED = re.compile(r"(?:by|author|editor|reporter|source|photo|published|updated|posted)s? ?:", re.IGNORECASE)
_AUTHOR = r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]+){1,2}(?: in [^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?)?"
AUTHORS = re.compile(rf"{_AUTHOR}(?:(?:,| and|, and) {_AUTHOR})+")
SMALL = re.compile(r" [a-z]{5,}")  # a headline in title case has none
PUBLISHED = re.compile(
    r"(?:first |last |originally )*(?:published|updated|posted|modified|issued|released)\b", re.IGNORECASE
)
NEAR = 1.06  # a line may be so much longer, or shorter, than the width that other lines show
DATED = 8  # words that a line with a date may have to be no more than a dateline
LABEL = 4  # words of a line that only heads others


@dataclass
class Unit:
    """One line, or a paragraph wrapped by hand: `first` to `last` line, and what is seen of it."""

    first: int
    last: int
    text: str
    bullet: bool = False
    heading: bool = False
    level: int = 0  # of a heading in Markdown: 1 for “#”
    gap: bool = False  # a blank line (or nothing) stands above
    closing: bool = False  # nothing after it is body
    appeal: float = 0.0  # points for speaking to the reader of the page, where no sign is clear
    spoken: bool = False
    day: bool = False  # the day of a chronicle, above what was done on it
    cues: list[tuple[str, str]] = field(default_factory=list)  # (role, words that gave it away)
    words: list[str] = field(default_factory=list)

    @cached_property
    def ends(self) -> bool:
        return bool(TERMINAL.search(SIGN_OFF.sub("", self.text[-60:])))

    @cached_property
    def key(self) -> str:
        """The words alone, to see whether two lines say the same."""
        return " ".join(word.lower().strip(".'’") for word in self.words)

    @property
    def role(self) -> str | None:
        return self.cues[0][0] if self.cues else None

    @property
    def leads(self) -> bool:
        """Does the line speak for the lines below it: “More stories”, but not “More: Rains in the north”?"""
        return self.role == "comments" or self.role == "related" and (len(self.words) <= LABEL or self.text[-1] == ":")

    def has(self, *roles: str) -> bool:
        return any(role in roles for role, _ in self.cues)


def spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every line, without its newline."""
    breaks = list(NEWLINE.finditer(text))
    starts = [0, *(match.end() for match in breaks)]
    return list(zip(starts, [*(match.start() for match in breaks), len(text)], strict=True))


def units(text: str) -> list[Unit]:
    """The units of a text in order; blank lines belong to none."""
    rows = spans(text)
    raw = [plain(text[start:end]) for start, end in rows]
    width = wrap_width(raw)
    found: list[Unit] = []
    for number, line in enumerate(raw):
        if not line:
            continue
        last = found[-1] if found else None
        above, moved = raw[number - 1], indent(text, *rows[number - 1])
        sure = number + 1 < len(raw) and bool(raw[number + 1]) and breaks_within(line, raw[number + 1])
        begun = last is not None and last.last > last.first
        if last and last.last == number - 1 and wrapped(above, line, width, moved, begun, sure):
            last.last, last.text = number, f"{last.text} {line}"
        else:
            found.append(Unit(number, number, line, gap=number == 0 or not raw[number - 1]))
    for unit in found:
        start, end = rows[unit.first]
        _measure(unit, text[start : min(end, start + LONGEST_CUE)])
    return found


def _measure(unit: Unit, source: str) -> None:
    """Fill in what is seen of the unit; `source` is its first line with its mark-up."""
    told = by_markup(source) if "<" in source or "](" in source else None
    text = HEADING.sub("", unit.text, count=1) if unit.text.startswith("#") else unit.text
    unit.heading = text != unit.text
    unit.level = len(unit.text) - len(unit.text.lstrip("#"))
    bullet = BULLET.match(text)
    unit.bullet = bool(bullet)
    text = WRAPPING.sub("", text[bullet.end() :] if bullet else text).strip()
    unit.text = text or unit.text
    unit.words = WORD.findall(unit.text[: 2 * LONGEST_CUE])
    unit.heading |= told == "headline"
    unit.cues = [(told, source.strip()[:40])] if told and told != "headline" else []
    if silent(unit.text, unit.words):
        return
    unit.closing = len(unit.words) <= 8 and any(p.fullmatch(unit.text) for p in signs("closing", "line"))
    unit.cues += _cues(unit.text)
    if not unit.cues and len(unit.text) <= LONGEST_CUE:
        asked = appeal(unit.text)
        unit.appeal, unit.spoken = asked.points, asked.spoken
        if asked.clear:
            unit.cues = [asked[:2]]
    if (not unit.cues or unit.role == "dateline") and (made := sign(unit.text)):
        unit.cues = [(made, unit.text)] if made == "byline" or not unit.cues else unit.cues
    message = unit.ends and (len(unit.words) > DATED or not TOLD.isdisjoint(unit.words))
    if unit.role == "dateline" and message and not PUBLISHED.match(unit.text):  # it tells what is, with its time
        unit.cues = [cue for cue in unit.cues if cue[0] != "dateline"]


def _cues(text: str) -> list[tuple[str, str]]:
    """The signs of a line; of a line in brackets or of several parts (“Sign in | Share”), those of what it holds."""
    found = list(cues(text))
    if text[:1] in "[(" and text[-1:] in ")]" and len(text) > 2:
        found += cues(text[1:-1])
    if len(text) <= LONGEST_LINE and len(parts := PARTS.split(text)) > 1:
        alone = [cue for part in parts if part for cue in list(cues(part))[:1]]
        found = ([] if found and found[0][0] not in VAGUE else alone) + found
    return found


def by_markup(source: str) -> str | None:
    """The zone or role that the tags of a line tell."""
    return next((role for role, pattern in markup().items() if pattern.search(source)), None)


def plain(line: str) -> str:
    """The line without HTML tags, entities, link targets and odd spaces; a wide gap (of a menu) is a bar."""
    line = TAG.sub(" ", line) if "<" in line else line
    line = ENTITY.sub(_entity, line) if "&" in line else line
    line = LINK.sub(r"\1", line) if "](" in line else line
    line = line.replace("\u200b", " ").replace("\ufeff", " ").strip()
    wide = MENU if len(line) <= LONGEST_MENU and not TERMINAL.search(line) and len(MENU.findall(line)) > 1 else WIDE
    return " ".join(wide.sub(" | ", line).split())


def _entity(match: re.Match) -> str:
    return {"&copy;": "©", "&middot;": "·", "&bull;": "•", "&raquo;": "»", "&gt;": ">", "&rsquo;": "’"}.get(
        match[0], " "
    )


def _signs_off(line: str, following: str) -> bool:
    """Do the names of those who wrote it stand alone below a line in small letters: “Ana Cruz in Lima and Tom Hale”?"""
    goes_on = line.rpartition(" ")[2].lower() in CONTINUES
    return not goes_on and bool(SMALL.search(line)) and bool(AUTHORS.fullmatch(following))


def wrap_width(lines: list[str]) -> int | None:
    """The width at which the text was wrapped by hand, if it was: most long lines break within their sentence.

    A line breaks within its sentence if it ends in no stop and the next begins small, or if it ends in a word
    (“of”, “the”) or a comma that cannot end one.
    """
    pairs = [(a, b) for a, b in zip(lines, lines[1:]) if len(a) >= 30 and b]
    sure = [len(a) for a, b in pairs if breaks_within(a, b)]
    return max(sure) if len(sure) >= 2 and max(sure) <= 140 else None


def breaks_within(line: str, following: str) -> bool:
    if TERMINAL.search(line) or line.endswith(":"):
        return False
    return following[0].islower() or line.rpartition(" ")[2].lower() in CONTINUES or line.endswith((",", "-"))


def indent(text: str, start: int, end: int) -> int:
    """How far the line is moved in."""
    return end - start - len(text[start:end].lstrip(" "))


def wrapped(
    line: str, following: str, width: int | None, moved: int = 0, begun: bool = False, sure: bool = False
) -> bool:
    """Does the paragraph go on from `line` to `following`?

    It does if the next word would not have fitted, or hardly, where the next line goes on for `sure`; and where it was
    broken before (`begun`), while no sentence ends.
    """
    if BULLET.match(following) or HEADING.match(following) or not width and ("|" in line or "|" in following):
        return False
    if LABELLED.match(following) or not sure and _signs_off(line, following):
        return False
    if breaks_within(line, following) and len(line) >= 30 and (following[0].islower() or width):
        return True
    if begun and len(line) >= 40 and not TERMINAL.search(line):
        return True
    full = moved + len(line) + 1 + len(following.split(" ", 1)[0])
    least = width / NEAR if width and sure and not TERMINAL.search(line) else width  # not every line is filled
    return bool(width) and NEAR * width >= len(line) > 0.6 * width and full > least
