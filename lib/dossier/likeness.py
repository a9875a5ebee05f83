"""Likeness: how much does a unit read like body, by itself and among its neighbours?

`points` are above 0 for what reads like body, below for anything else; `layout` weighs them against one another.
"""

import re
from collections import Counter
from collections.abc import Sequence

from dossier.context import SPEAKER, SPOKEN, begun
from dossier.lines import QUOTES, Unit
from dossier.reporting import table

SIGNED = 9.0  # a line that shows a sign is no body
EARLY = 8  # words of a sentence; units within which a page may still be at its head
SPACED, MOSTLY = 4, 0.8  # sentences that show how paragraphs are parted; share of them with a blank line above
ABOVE = 4.0  # points against a sentence in the block of the headline
ITEM = 14  # words of a line in a list
APPEAL = 2.5  # what it costs, a point, to speak to the reader
SENTENCE_WORDS = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|said|says|told|may|might|could|should|must|did|been|which|who|added|"
    r"noted|met|held|made|took|began|gave|rose|fell|\w{3,}ed)\b", re.IGNORECASE
)  # fmt: skip
# What a picture shows is told in the present tense; what happened, in the past.
PICTURED = re.compile(
    r"\b(?:shakes? hands|poses? (?:for|with)|speaks? (?:to|at|during|with)|attends? (?:a|an|the)|"
    r"walks? (?:past|with|through|along|down)|waves? (?:to|as|from)|greets?|gestures?|looks? on|listens? to|addresses|"
    r"inspects? (?:a|an|the)|is (?:seen|pictured|shown)|are (?:seen|pictured|shown)|"
    r"stands? (?:at|in|near|next|beside|guard)|sits? (?:at|in|near|next)|lies? at anchor|at anchor)\b"
)
HOUR = re.compile(r"\d{1,2}[:.]\d\d\b(?:[ap]m)?[\s|–—-]+\w")
SAID = re.compile(r"\b(?:said|told|added|noted|according|was|were|had|will|would)\b")
VERBAL = re.compile(
    r"\b(?:\w{3,}ed|is|are|was|were|has|have|had|will|would|may|can|could|said|says|told|met|held|made|took|began|"
    r"gave|rose|fell|did|do|does|went|came|left|lost|won|sent|set|put|paid|cut|sold|bought|agree|want|wants|hope|plan|"
    r"plans|remains?|became|spoke|led|saw|means?|shows?|calls?|needs?|\w+n['’]t)\b", re.IGNORECASE
)  # fmt: skip
NAME = re.compile(r"(?<=[\w,;’'\"…] )[A-ZÀ-Þ][\w’-]{3,}")  # within a sentence: a capital tells a name
COUNTED = re.compile(r"\d ?(?:%|per ?cent|[mb]illion|bn\b)")  # “stands at 3.4%” tells what no picture shows
SIGNED_OFF = re.compile(r"[.!?”] ?\([A-Z]{2,8}\)$")  # an agency at the end of its report: “… he said. (GNA)”
DATED_END = re.compile(
    r"(?:\b(?:yesterday|today|on \w+day(?: \w+)?|in [A-Z]\w+(?:,? \d{4})?|last (?:week|month|year|\w+day)|\d{4})|"
    r"\))[.]$"
)


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
        points -= 3.5 if unit.role == "standfirst" else SIGNED if count < 40 else 5.0
    elif unit.appeal > SPOKEN:
        points -= APPEAL * (unit.appeal - SPOKEN)
    return points - 2.0 * unit.heading


def _ending(unit: Unit, before: Unit | None, after: Unit | None) -> float:
    count = len(unit.words)
    if unit.ends:
        return 2.0 if count >= 5 else 0.5
    announces = count >= 3 or after is not None and after.bullet or _speaks(unit)
    if unit.text.endswith(":") and after and not unit.cues and announces:
        return 1.5 if after.ends or after.bullet or after.text[0] in QUOTES else -1.0
    if unit.text.endswith((",", ";", "—", "–")) or unit.text[-1] in '"”’' and unit.text[0] in QUOTES:
        return 1.0
    if unit.bullet and before and (before.text.endswith(":") or before.bullet and not before.cues):
        return 0.2
    if unit.bullet and before and before.text[0] in QUOTES and before.ends:
        return 1.0  # “– Ana Cruz, Minister of Energy”, below her words
    return 1.0 if count >= 22 else -2.5


def _speaks(unit: Unit) -> bool:
    """“Okello said:”, “He went on:”, above what he said?"""
    told = len(unit.words) > 1 and (unit.words[-1] in table() or unit.key.endswith("went on"))
    return told and unit.text.endswith(":")


def title_case(unit: Unit) -> float:
    """Share of the longer words that begin with a capital."""
    longer = [word for word in unit.words if len(word) >= 4 and word[0].isalpha()]
    return sum(word[0].isupper() for word in longer) / len(longer) if len(longer) >= 3 else 0.0


def is_loud(found: Sequence[Unit]) -> bool:
    """Is most of the text in capitals?"""
    text = "".join(unit.text[:400] for unit in found)
    return sum(map(str.isupper, text)) > 0.7 * sum(map(str.isalpha, text)) > 0


def points(found: Sequence[Unit]) -> list[float]:
    """Points of every unit for reading like body; a unit that its neighbours make a caption gets its cue."""
    for unit in found[begun(found) + 1 :]:
        if unit.role == "caption" and unit.ends and SIGNED_OFF.search(unit.text) and not PICTURED.search(unit.text):
            unit.cues = []
    loud = is_loud(found)
    around = zip(found, [None, *found], [*found[1:], None], strict=False)
    worth = [likeness(unit, before, after, loud) for unit, before, after in around]
    repeated = {key for key, n in Counter(unit.key for unit in found if 4 <= len(unit.words) <= 30).items() if n > 1}
    labels = Counter(label[0] for unit in found if (label := SPEAKER.match(unit.text)))
    timed, listed = _timed(found), _announced(found)
    parted = sum(unit.gap for unit in found) > 0.5 * len(found)
    listing = False  # under a “Related” line, as far as headlines and their teasers go
    for number in range(_above(found)):
        worth[number] -= ABOVE * found[number].ends
    for number in _gist(found):
        worth[number] -= ABOVE
    for number, unit in enumerate(found):
        if unit.key in repeated:
            worth[number] -= 3.0
        if number in timed:
            worth[number], unit.cues = 1.0, []
        if number in listed:
            worth[number] = max(worth[number], 1.0)
        if (label := SPEAKER.match(unit.text)) and labels[label[0]] > 1:
            worth[number] += 3.0
        elif unit.ends and not unit.cues and is_caption(unit, found[number - 1] if number else None):
            worth[number] -= 4.0
            unit.cues.append(("caption", "reads like what a picture shows"))
        if number > len(found) / 3 and (unit.closing or unit.role == "comments"):
            after = _resumed(found, number) if unit.role == "related" else len(found)
            return worth[: number + 1] + [point - 4.0 for point in worth[number + 1 : after]] + worth[after:]
        if (unit.leads or unit.role == "promo") and not unit.ends:
            listing = True
        elif listing and len(unit.words) <= 10 and unit.text[-1] in "?!":
            worth[number] -= 4.0
        elif listing and worth[number] > 0:
            teaser = parted and not unit.gap and len(unit.words) <= 30 and worth[number - 1] < 0
            worth[number] -= 4.0 * teaser
            listing = teaser
    return worth


def _resumed(found: Sequence[Unit], closing: int) -> int:
    """Where the article goes on below a list of what is most read: whole paragraphs, and of somebody it told of."""
    told = {name for unit in found[:closing] if unit.ends and not unit.cues for name in NAME.findall(unit.text)}
    for number in range(closing + 1, len(found) - 1):
        pair = found[number : number + 2]
        whole = all(u.gap and u.ends and len(u.words) >= EARLY and not (u.cues or u.appeal > 0) for u in pair)
        if whole and not told.isdisjoint(pair[0].words):
            return number
    return len(found)


def spaced(found: Sequence[Unit]) -> bool:
    """Are the paragraphs parted by blank lines?"""
    above = zip(found, [None, *found], strict=False)
    full = [(u, b) for u, b in above if u.ends and len(u.words) >= EARLY and not u.cues]
    parted = [u.gap or b.gap and not (b.ends or b.cues) and len(b.words) <= EARLY for u, b in full[1:]]
    return len(full) >= SPACED and sum(parted) >= MOSTLY * len(parted)


def _above(found: Sequence[Unit]) -> int:
    """How many units stand in one block with the headline, on a page whose paragraphs are parted by blank lines."""
    first = next((number for number, unit in enumerate(found) if unit.gap and number), 0)
    if not first or found[0].ends and len(found[0].words) >= EARLY or not spaced(found[first:]):
        return 0
    return first if found[first].ends and len(found[first].words) >= EARLY else 0


def _gist(found: Sequence[Unit]) -> list[int]:
    """Bullets above the first sentence without one: they sum up what follows, if most of it has none."""
    first = next((n for n, unit in enumerate(found) if unit.ends and not unit.bullet and len(unit.words) >= EARLY), 0)
    bullets = [number for number in range(first) if found[number].bullet and not found[number].cues]
    listed = sum(unit.bullet for unit in found[first:])
    return bullets if bullets and listed <= 0.5 * len(found[first:]) else []


def _timed(found: Sequence[Unit]) -> set[int]:
    """The items of a programme: lines that begin with an hour, below a line that announces them."""
    items, announced = set(), False
    for number, unit in enumerate(found):
        announced = unit.text.endswith(":") or announced and bool(HOUR.match(unit.text))
        if announced and HOUR.match(unit.text):
            items.add(number)
    return items


def _announced(found: Sequence[Unit]) -> set[int]:
    """Short lines without a stop below a sentence that announces them (“The delegation includes:”), two at least."""
    items: set[int] = set()
    for number, unit in enumerate(found):
        if not unit.text.endswith(":") or unit.cues or not VERBAL.search(unit.text):
            continue
        last = number + 1
        while last < len(found) and _item(found[last], found[number + 1]):
            last += 1
        if last - number > 2:
            items |= set(range(number, last))
    return items


def _item(unit: Unit, first: Unit) -> bool:
    """Does the line go on with a list as its first line began it?"""
    alike = unit.gap == first.gap and unit.bullet == first.bullet
    return alike and not unit.ends and not unit.cues and not unit.heading and len(unit.words) <= ITEM


def is_caption(unit: Unit, before: Unit | None) -> bool:
    """One sentence that tells what a picture shows: in the present tense, or without a verb below the headline."""
    if not 5 <= len(unit.words) <= 35 or re.search(r"[.!?] [A-Z]", unit.text) and unit.text.count(". ") > 3:
        return False
    if PICTURED.search(unit.text) and not SAID.search(unit.text) and not COUNTED.search(unit.text):
        return True
    above = before is None or before.has("byline", "dateline", "share", "navigation")
    return bool(before) and above and bool(DATED_END.search(unit.text)) and not VERBAL.search(unit.text)
