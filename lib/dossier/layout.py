"""Layout: the units of a page → which are its head, its body, insets within the body, and its tail.

`likeness.points` says how much each unit reads like body; `layout` finds the course through the four states that fits
the points best (Viterbi), with a cost for each step: an article begins once and ends once, and insets interrupt it.
"""

import re
from collections.abc import Sequence

from dossier.context import mark
from dossier.likeness import EARLY, points, spaced
from dossier.lines import Unit

HEAD, BODY, INSET, TAIL = STATES = range(4)
# Points it costs to go from state to state. An article begins once and ends once; insets interrupt it.
STAY, NEVER = 0.0, 1000.0
PACKED = 6.0  # what it costs to leave or enter the body within a block of lines, where blank lines part paragraphs
SIGNATURE = 4  # words of a sign-off that may stand right below the last paragraph
COST = {
    (HEAD, HEAD): STAY, (HEAD, BODY): STAY, (HEAD, TAIL): NEVER, (HEAD, INSET): NEVER,
    (BODY, BODY): STAY, (BODY, INSET): 0.8, (BODY, TAIL): 0.6, (BODY, HEAD): NEVER,
    (INSET, INSET): STAY, (INSET, BODY): 0.1, (INSET, TAIL): 0.4, (INSET, HEAD): NEVER,
    (TAIL, TAIL): STAY, (TAIL, BODY): 9.0, (TAIL, HEAD): NEVER, (TAIL, INSET): NEVER,
}  # fmt: skip
NOTED = re.compile(r"[^\W\d_][\w’']*(?: [\w’']+){0,2}:\s")  # “Correction:”, “Editor's note:”
ACROSS = frozenset({(BODY, INSET), (BODY, TAIL), (INSET, BODY)})
WITHIN = {step: cost + PACKED * (step in ACROSS) for step, cost in COST.items()}
CLOSERS = frozenset({"comments", "tags", "legal", "source"})  # what stands after an article, or far before it
OPENERS = frozenset({"byline", "dateline", "navigation", "legal"})  # what stands before an article


def layout(found: Sequence[Unit]) -> list[int]:
    """The state of every unit: the course of least cost through head, body, insets and tail."""
    if not found:
        return []
    mark(found)
    worth = points(found)
    told = [n for n, unit in enumerate(found) if unit.ends and len(unit.words) >= EARLY and not unit.cues]
    early = max([EARLY, *told[1:2]])
    packed = _packed(found)
    best = [dict(zip(STATES, (0.0, 0.4, NEVER, NEVER), strict=True))]
    back: list[dict[int, int]] = []
    for number, unit in enumerate(found):
        here = {state: _fit(state, unit, worth[number], number < early) for state in STATES}
        if not number:
            best[0] = {state: best[0][state] + here[state] for state in STATES}
            continue
        cost = WITHIN if number in packed else COST
        step = {s: min(STATES, key=lambda p, s=s: best[-1][p] + cost[p, s]) for s in STATES}
        best.append({s: best[-1][step[s]] + cost[step[s], s] + here[s] for s in STATES})
        back.append(step)
    state = min(STATES, key=best[-1].__getitem__)
    course = [state]
    for step in reversed(back):
        state = step[state]
        course.append(state)
    if BODY not in course:  # a snippet, or all headlines: what shows no sign of furniture is all the body there is
        return [HEAD if unit.cues else BODY for unit in found]
    return course[::-1]


def _packed(found: Sequence[Unit]) -> set[int]:
    """Units in one block with what stands above them, on a page whose paragraphs are parted by blank lines.

    What stands with links is no body, but for a crosshead or a day above its paragraph, a sign-off below the last one,
    and a last paragraph that shows nothing of a note to the reader.
    """
    if not spaced(found):
        return set()
    packed = set()
    for number, unit in enumerate(found[1:], 1):
        above, last = found[number - 1], number + 1 == len(found) or found[number + 1].gap
        signed = last and len(unit.words) <= SIGNATURE and not unit.ends
        heads = above.gap and above.role in (None, "dateline") and not above.ends and len(above.words) <= EARLY
        plain = above.ends and above.gap and not (NOTED.match(above.text) or above.text[-1] == "!" or above.appeal > 0)
        if not (unit.gap or signed or heads or plain):
            packed.add(number)
    return packed


def _fit(state: int, unit: Unit, points: float, early: bool) -> float:
    """What it costs to take the unit for this state."""
    if state == BODY:
        return -points / 2
    cost = points / 2
    if state == HEAD:
        return cost + (1.5 if unit.has("comments", "tags") else -0.3 if unit.has(*OPENERS) and not unit.day else 0.0)
    if state == INSET:
        # they belong above the body
        misplaced = early and not unit.day and unit.has("byline", "dateline", "standfirst")
        return cost + (0.1 if unit.cues else 0.9) + 1.0 * unit.has("comments") + 4.0 * misplaced
    return cost - (0.6 if unit.has(*CLOSERS) else 0.0)
