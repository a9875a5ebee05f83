"""Blank: a document → the same document, as long, with all that is not its body turned to spaces.

A page is more than its article. Every line gets a zone and, if it is furniture, a role, and says why. This is decided
in three steps, each of which can be read:

1. `lines.units` measures every line or hand-wrapped paragraph: words, ending, cues from `language/furniture.yml`.
2. `likeness` says how much a unit reads like body, in points; `layout` finds the course through *head*, *body*,
   *inset* and *tail* that fits the points best (Viterbi over four states): an article begins once and ends once.
3. `_head`, `_insets` and `_tail` name what stands outside the body.

`blank` keeps every offset; `paragraphs` gives the stretches of body that a sentence may not leave.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dossier.lines import ENTITY, NEWLINE, QUOTES, TAG, Unit, spans, units
from dossier.seeds import Document

Zone = Literal["headline", "standfirst", "dateline", "caption", "body", "furniture"]
HEAD, BODY, INSET, TAIL = STATES = range(4)
# Points it costs to go from state to state. An article begins once and ends once; insets interrupt it.
STAY, NEVER = 0.0, 1000.0
COST = {
    (HEAD, HEAD): STAY, (HEAD, BODY): STAY, (HEAD, TAIL): NEVER, (HEAD, INSET): NEVER,
    (BODY, BODY): STAY, (BODY, INSET): 0.8, (BODY, TAIL): 0.6, (BODY, HEAD): NEVER,
    (INSET, INSET): STAY, (INSET, BODY): 0.1, (INSET, TAIL): 0.4, (INSET, HEAD): NEVER,
    (TAIL, TAIL): STAY, (TAIL, BODY): 9.0, (TAIL, HEAD): NEVER, (TAIL, INSET): NEVER,
}  # fmt: skip
CLOSERS = frozenset({"comments", "tags", "legal", "source"})  # what stands after an article, or far before it
OPENERS = frozenset({"byline", "dateline", "navigation", "legal"})  # what stands before an article
LEADERS = frozenset({"related", "comments", "promo"})  # a line of these speaks for the lines below it
NOT_FURNITURE = frozenset({"caption", "dateline", "standfirst"})
SENTENCE_WORDS = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|said|says|told|may|might|could|should|must|did|been|which|who|added|"
    r"noted|met|held|made|took|began|gave|rose|fell|\w{3,}ed)\b", re.IGNORECASE
)  # fmt: skip
DATED = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?[ .-]+[^\W\d_]{3,9}\.?,? (?:19|20)\d\d\b|\b[^\W\d_]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b|"
    r"\b\d{1,2}[./-] ?\d{1,2}[./-] ?(?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
)
INSTITUTION = re.compile(
    r"^(?:the )?(?:[^\W\d_]+(?: of| for| and)?(?: the)? ){0,4}(?:ministry|parliament|embassy|government|department|agency|"
    r"office|presidency|institute|council|commission|secretariat|assembly|senate|gazette|herald|times|post|daily|news|"
    r"radio|tv|online|(?:english|russian|international|world) (?:section|edition|service|version)|republic of [\w ]+)"
    r"(?: of .{3,60}|,? [^\W\d_]+)?$", re.IGNORECASE
)  # fmt: skip
CREDIT_END = re.compile(r"[.!?] ?[(\[](?:[^\W\d_][\w.'’-]*[ /]?){1,4}[)\]]\.?$")
LABELLED = re.compile(r"(?:politics|business|world|economy|news|national|energy|defen[cs]e)\b", re.IGNORECASE)
SPEAKER = re.compile(r"[A-ZÀ-Þ][\w.'’ -]{1,40}:(?= )")
# What a picture shows is told in the present tense; what happened, in the past.
PICTURED = re.compile(
    r"\b(?:shakes? hands|poses? (?:for|with)|speaks? (?:to|at|during|with)|attends? (?:a|an|the)|walks? (?:past|with|through|along|down)|"
    r"waves? (?:to|as|from)|greets?|gestures?|looks? on|listens? to|addresses|inspects? (?:a|an|the)|is (?:seen|pictured|shown)|"
    r"are (?:seen|pictured|shown)|stands? (?:at|in|near|next|beside|guard)|sits? (?:at|in|near|next)|lies? at anchor|at anchor)\b"
)
SAID = re.compile(r"\b(?:said|told|added|noted|according|was|were|had|will|would)\b")
VERBAL = re.compile(
    r"\b(?:\w{3,}ed|is|are|was|were|has|have|had|will|would|may|can|could|said|says|told|met|held|made|took|began|gave|rose|"
    r"fell|did|do|does|went|came|left|lost|won|sent|set|put|paid|cut|sold|bought|agree|want|wants|hope|plan|plans|remains?|"
    r"became|spoke|led|saw|means?|shows?|calls?|needs?|\w+n['’]t)\b", re.IGNORECASE
)  # fmt: skip
DATED_END = re.compile(
    r"(?:\b(?:yesterday|today|on \w+day(?: \w+)?|in [A-Z]\w+(?:,? \d{4})?|last (?:week|month|year|\w+day)|\d{4})|\))[.]$"
)
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
    every = [Line(start, end, "body", None, "blank line") for start, end in spans(text)]
    for unit, (zone, role, why) in _named(units(text)):
        for number in range(unit.first, unit.last + 1):
            start, end = every[number].start, every[number].end
            every[number] = Line(start, end, zone, role, why, goes_on=number < unit.last)
    return every


# --- how much a unit reads like body -----------------------------------------------------------------------------


def likeness(unit: Unit, before: Unit | None, after: Unit | None, loud: bool) -> float:
    """Points for reading like body (above 0) or like anything else (below); `loud` if the item is all capitals."""
    count = len(unit.words)
    if not count:
        return -2.0
    points = _ending(unit, before, after) + (count >= 12) + (count >= 25)
    if count >= 4:
        points += 0.5 if SENTENCE_WORDS.search(unit.text) else -0.5
        points -= 1.5 * (not loud and title_case(unit) > 0.65)
    if unit.cues:
        points -= 3.5 if unit.role == "standfirst" else 9.0 if count < 40 else 5.0
    return points - 2.0 * unit.heading


def _ending(unit: Unit, before: Unit | None, after: Unit | None) -> float:
    count = len(unit.words)
    if unit.ends:
        return 2.0 if count >= 5 else 0.5
    if unit.text.endswith(":") and after and not unit.cues and (count >= 3 or after.bullet):
        return 1.5 if after.ends or after.bullet or after.text[0] in QUOTES else -1.0
    if unit.text.endswith((",", ";", "—", "–")) or unit.text[-1] in "\"”’" and unit.text[0] in QUOTES:
        return 1.0
    if unit.bullet and before and (before.text.endswith(":") or before.bullet and not before.cues):
        return 0.2
    return 1.0 if count >= 22 else -2.5


def title_case(unit: Unit) -> float:
    """Share of the longer words that begin with a capital."""
    longer = [word for word in unit.words if len(word) >= 4 and word[0].isalpha()]
    return sum(word[0].isupper() for word in longer) / len(longer) if len(longer) >= 3 else 0.0


def is_loud(found: Sequence[Unit]) -> bool:
    """Is most of the text in capitals?"""
    letters = [char for unit in found for char in unit.text[:400] if char.isalpha()]
    return sum(char.isupper() for char in letters) > 0.7 * len(letters) > 0


# --- the course of the page --------------------------------------------------------------------------------------


def layout(found: Sequence[Unit]) -> list[int]:
    """The state of every unit: the course of least cost through head, body, insets and tail."""
    if not found:
        return []
    points = _points(found)
    best = [dict(zip(STATES, (0.0, 0.4, NEVER, NEVER), strict=True))]
    back: list[dict[int, int]] = []
    for number, unit in enumerate(found):
        here = {state: _fit(state, unit, points[number], number) for state in STATES}
        if not number:
            best[0] = {state: best[0][state] + here[state] for state in STATES}
            continue
        step = {s: min(STATES, key=lambda p, s=s: best[-1][p] + COST[p, s]) for s in STATES}
        best.append({s: best[-1][step[s]] + COST[step[s], s] + here[s] for s in STATES})
        back.append(step)
    state = min(STATES, key=best[-1].__getitem__)
    course = [state]
    for step in reversed(back):
        state = step[state]
        course.append(state)
    if BODY not in course:  # a snippet, or all headlines: what shows no sign of furniture is all the body there is
        return [HEAD if unit.cues else BODY for unit in found]
    return course[::-1]


def _points(found: Sequence[Unit]) -> list[float]:
    loud = is_loud(found)
    around = zip(found, [None, *found], [*found[1:], None], strict=False)
    points = [likeness(unit, before, after, loud) for unit, before, after in around]
    repeated = {key for key, n in Counter(unit.key for unit in found if 4 <= len(unit.words) <= 30).items() if n > 1}
    labels = Counter(label[0] for unit in found if (label := SPEAKER.match(unit.text)))
    spaced = sum(unit.gap for unit in found) > 0.5 * len(found)
    listing = False  # under a “Related” line, as far as headlines and their teasers go
    for number, unit in enumerate(found):
        if unit.key in repeated:
            points[number] -= 3.0
        if (label := SPEAKER.match(unit.text)) and labels[label[0]] > 1:
            points[number] += 3.0
        elif unit.ends and not unit.cues and is_caption(unit, found[number - 1] if number else None):
            points[number] -= 4.0
            unit.cues.append(("caption", "reads like what a picture shows"))
        if number > len(found) / 3 and (unit.closing or unit.role == "comments"):
            return points[: number + 1] + [point - 4.0 for point in points[number + 1 :]]
        if unit.role in LEADERS and not unit.ends:
            listing = True
        elif listing and len(unit.words) <= 10 and unit.text[-1] in "?!":
            points[number] -= 4.0
        elif listing and points[number] > 0:
            teaser = spaced and not unit.gap and len(unit.words) <= 30 and points[number - 1] < 0
            points[number] -= 4.0 * teaser
            listing = teaser
    return points


def is_caption(unit: Unit, before: Unit | None) -> bool:
    """One sentence that tells what a picture shows: in the present tense, or without a verb below the headline."""
    if not 5 <= len(unit.words) <= 35 or re.search(r"[.!?] [A-Z]", unit.text) and unit.text.count(". ") > 3:
        return False
    if PICTURED.search(unit.text) and not SAID.search(unit.text):
        return True
    above = before is None or before.has("byline", "dateline", "share", "navigation")
    return bool(before) and above and bool(DATED_END.search(unit.text)) and not VERBAL.search(unit.text)


def _fit(state: int, unit: Unit, points: float, number: int) -> float:
    """What it costs to take the unit for this state."""
    if state == BODY:
        return -points / 2
    cost = points / 2
    if state == HEAD:
        return cost + (1.5 if unit.has("comments", "tags") else -0.3 if unit.has(*OPENERS) else 0.0)
    if state == INSET:
        return cost + (0.1 if unit.cues else 0.9) + (1.0 if unit.has("comments") else 0.0) + (4.0 if number < 8 and unit.has("byline", "dateline", "standfirst") else 0.0)
    return cost - (0.6 if unit.has(*CLOSERS) else 0.0)


# --- naming what is not body -------------------------------------------------------------------------------------

Name = tuple[Zone, str | None, str]


def _named(found: list[Unit]) -> Iterator[tuple[Unit, Name]]:
    """Every unit with its zone, role and the reason."""
    course = layout(found)
    parts = {state: [unit for unit, s in zip(found, course, strict=True) if s == state] for state in STATES}
    yield from ((unit, ("body", None, _body_reason(unit))) for unit in parts[BODY])
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
    title = _headline([unit for unit in head if not unit.cues or unit.heading], head, found)
    told = False  # has a standfirst been seen?
    for unit in head:
        name = _head_name(unit, title, told)
        told |= name[0] == "standfirst"
        yield unit, name


def _headline(plain: list[Unit], head: list[Unit], found: list[Unit]) -> Unit | None:
    """A line said twice; else one marked as a heading; else the first full line that is no institution's name.

    Full means at least four words without a stop; breadcrumbs above the headline end what could come before it.
    """
    crumbs = [unit.first for unit in head if unit.role == "navigation" and re.search(r"[>»›|/→]", unit.text)]
    counts = Counter(unit.key for unit in found if len(unit.words) >= 3)
    open_ended = [unit for unit in plain if len(unit.words) >= 4 and not unit.text.endswith(".") and not DATED.search(unit.text)]
    choices = [
        [unit for unit in plain if counts[unit.key] > 1],
        [unit for unit in plain if unit.heading],
        [u for u in open_ended if u.first > max(crumbs, default=-1) and not INSTITUTION.search(u.text)],
        [unit for unit in open_ended if not INSTITUTION.search(unit.text)],
        open_ended,
        sorted(plain, key=lambda unit: -len(unit.words)),
    ]
    return next((choice[0] for choice in choices if choice), None)


def _head_name(unit: Unit, title: Unit | None, told: bool) -> Name:
    if title and unit.key == title.key:
        return "headline", None, "first full line above the body" if unit is title else "repeats the headline"
    if len(unit.words) <= 12 and DATED.search(unit.text) and unit.role in (None, "source", "dateline") and not LABELLED.match(unit.text):
        return "dateline", None, "a short line with a date above the body"
    if named := _by_cue(unit):
        return named
    if title is None or unit.first < title.first:
        return "furniture", "navigation", "label above the headline"
    if NAME_LINE.fullmatch(unit.text) and len(unit.words) <= (3 if unit.text.isupper() else 5):
        return "furniture", "byline", "a name alone between headline and body"
    if CREDIT_END.search(unit.text):
        return "caption", None, "ends with a name in brackets"
    if len(unit.words) <= 3:
        return "furniture", "navigation", "label below the headline"
    if not told:
        return "standfirst", None, "the first full line below the headline"
    return ("caption", None, "below the standfirst") if len(unit.words) >= 7 else ("furniture", "navigation", "label above the body")


def _insets(insets: list[Unit], found: list[Unit]) -> Iterator[tuple[Unit, Name]]:
    """Within the body: insets with a sign; what follows a “Related” line; else a crosshead."""
    leader: Unit | None = None
    for unit in insets:
        if not (leader and unit.first - leader.last <= 4):
            leader = None
        named = _by_cue(unit)
        if named and named[0] == "dateline":
            named = "furniture", "related", "a date within the body"
        if named is None:
            named = ("furniture", leader.role, f"below “{leader.text[:40]}”") if leader else (
                ("headline" if unit.heading else "body", None, "crosshead") if len(unit.words) <= 8 else ("furniture", "related", "headline within the body")
            )  # fmt: skip
        if leader or unit.role in LEADERS:
            leader = replace_last(leader, unit)
        yield unit, named


def replace_last(leader: Unit | None, unit: Unit) -> Unit:
    """The leader of a run of insets, reaching to `unit`; a new sign takes over."""
    if leader is None or unit.role in LEADERS:
        return unit
    return replace(leader, last=unit.last)


def _tail(tail: list[Unit]) -> Iterator[tuple[Unit, Name]]:
    """After the body: each line by its sign, else as the last leading sign says, else as related."""
    leading = "related"
    for number, unit in enumerate(tail):
        named = _by_cue(unit)
        if unit.role in LEADERS:
            leading = "related" if unit.role == "promo" else unit.role
        if named is None:
            listed = leading == "related" and LISTED.fullmatch(unit.text)
            named = "furniture", "tags" if listed else leading, "after the body, without a sign of its own"
        elif named[0] == "dateline" and (number or len(unit.words) > 7) and tail[number - 1].role != "byline":
            named = "furniture", "related", "date of a headline after the body"
        yield unit, named


# --- blanking ----------------------------------------------------------------------------------------------------

INVISIBLE = dict.fromkeys([0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF], " ")
CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029], " ")
ODD = CONTROLS | INVISIBLE | {0x202F: " ", 0x205F: " ", 0x3000: " "} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
MARKUP = re.compile(r"\*\*|__|(?<!\w)[*_`]+(?=\w)|(?<=[\w.,!?])[*_`]+(?!\w)|~~|^ *(?:#{1,6}|>+) |\\(?=[$%&#_{}])|"
                    r"\\(?:textbf|textit|emph|text|mathrm|url|href|footnote|underline)\{|(?<=\w)\}(?!\w)|\]\([^()\s]{1,300}\)")  # fmt: skip
LINK_TEXT = re.compile(r"\[(?=[^\[\]\n]{1,200}\]\()")
NAMED_ENTITIES = {"amp": "&", "quot": '"', "apos": "'", "lt": "<", "gt": ">", "pound": "£", "euro": "€", "yen": "¥",
                  "cent": "¢", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "ndash": "–", "mdash": "—",
                  "hellip": "…", "laquo": "«", "raquo": "»"}  # fmt: skip


def blank(document: Document, naive: bool = False, lines: Sequence[Line] | None = None) -> Document:
    """The document with everything but its body turned to spaces, character for character.

    Newlines, odd spaces, invisible characters and mark-up (HTML, Markdown, LaTeX) within the body become plain
    spaces too, so that a hard-wrapped sentence reads on. `naive` blanks no zone.
    """
    text, pieces, at = document.text, [], 0
    for line in lines or zones(text):
        keep = naive or line.zone == "body"
        pieces += [" " * (line.start - at), legible(text[line.start : line.end]) if keep else " " * (line.end - line.start)]
        at = line.end
    pieces.append(" " * (len(text) - at))
    return replace(document, text="".join(pieces))


def legible(line: str) -> str:
    """The line without mark-up, as long as it was."""
    line = line.translate(ODD)
    if "<" in line:
        line = TAG.sub(_spaces, line)
    if "&" in line:
        line = ENTITY.sub(_character, line)
    if any(char in line for char in "*_`~#>\\]"):
        line = MARKUP.sub(_spaces, LINK_TEXT.sub(_spaces, line))
    return line


def _spaces(match: re.Match) -> str:
    return " " * len(match[0])


def _character(match: re.Match) -> str:
    name = match[0][1:-1]
    number = name[1:] if name[:1] == "#" else ""
    code = int(number[1:], 16) if number[:1] in ("x", "X") else int(number) if number else 0
    char = NAMED_ENTITIES.get(name) or (chr(code) if 0x20 < code < 0x110000 else " ")
    return char.translate(ODD).ljust(len(match[0]))


def paragraphs(blanked: str, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The stretches of the blanked text that a sentence may not leave, in order.

    A stretch is a line, or the lines of a paragraph wrapped by hand. The dateline that opens the first one
    (“LONDON, 4 May (Reuters) –”) is a stretch of its own: see `dateline_end`.
    """
    found, start, first = [], None, True
    for line in lines:
        start = line.start if start is None else start
        if line.goes_on:
            continue
        if blanked[start : line.end].strip():
            cut = dateline_end(blanked, start, line.end) if first else start
            found += [(start, cut), (cut, line.end)] if cut > start else [(start, line.end)]
            first = False
        start = None
    return found


# A place, with or without a date and an agency, before a dash: capitals, a date or an agency show it to be a dateline.
_PLACE = r"[A-ZÀ-ÞĐŁŚŠŞŻŽĆČİ][\w'’.-]*(?:[ /](?:de |da |al-|es-)?[A-ZÀ-ÞĐŁŚŠŞŻŽĆČİ][\w'’.-]*){0,3}"
_DAY = r"(?:\w+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?|\d\d?[./]\d\d?[./]\d{2,4})(?:,? \d{4})?"
_AGENCY = r"[(/\[][^()/\[\]]{2,60}[)/\]]"
INLINE_DATELINE = re.compile(
    rf"(?!\s*(?:On|In|At|By|From|Since|The|As|After|Before|During|For|Until|Last|This|Next)\b)\s*(?:{_PLACE}(?:, {_PLACE}){{0,2}}[,.:]? {_DAY}[.,:]?(?: ?{_AGENCY}| [A-Z]\w+(?= [-–—]))?|{_PLACE}(?:, {_PLACE}){{0,2}},? ?{_AGENCY}|{_AGENCY})"
    r"[.:]?(?: ?(?:[-–—]{1,3}|:)\s+|(?<=[\])/.])\s+)(?=\S)"
    r"|\s*[A-ZÀ-Þ][A-ZÀ-Þ'’. /-]{2,30}(?:, [A-ZÀ-Þ][\w'’.]+(?: [A-Z][\w'’.]+)?)?(?: ?[-–—]{1,2}|:)\s+(?=[\"“‘']?[A-ZÀ-Þ0-9])"
    r"|\s*[A-ZÀ-Þ][\w'’.]+(?: [A-ZÀ-Þ][\w'’.]+)? ?[–—]{1,2}\s+(?=[\"“‘']?[A-ZÀ-Þ])"
)


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the dateline that opens a paragraph ends; `start` if there is none."""
    match = INLINE_DATELINE.match(text, start, min(end, start + 160))
    return match.end() if match else start


def datelines(blanked: str, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The spans of all datelines: lines of their own, and the one that opens the body."""
    own = [(line.start, line.end) for line in lines if line.zone == "dateline"]
    opening = [(a, b) for a, b in paragraphs(blanked, lines)[:1] if dateline_end(blanked, a, b + 1) == b]
    return sorted(own + opening)
