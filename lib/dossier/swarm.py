"""Many like marks as one path: a swarm of hundreds drawn in a tenth of the bytes.

Only marks that nothing links to are joined, and only where there are many of one style; each keeps its shape
and place, rounded to a tenth of a pixel.
"""

import re
from itertools import pairwise

from lxml import etree

MANY, FEW = 40, 8  # marks; ticks, which are joined to bars, already where they are few
_TOKEN = re.compile(r"([MLHVAZ])|(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)", re.I)
_MOVE = re.compile(r"translate\((-?[\d.]+)(?:[ ,]\s*(-?[\d.]+))?\)\Z")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "A": 7, "Z": 0}


def joined(root: etree._Element) -> None:
    """Join the marks of every group that holds many of one style."""
    for group in root.iter("{*}g"):
        swarms: dict[str, list] = {}
        for mark in group.findall("{*}path"):
            if set(mark.attrib) <= {"d", "transform", "style", "class"} and _MOVE.match(mark.get("transform") or ""):
                swarms.setdefault(mark.get("style") or "", []).append(mark)
        for style, marks in swarms.items():
            few = FEW if _TICK.match(marks[0].get("d") or "") else MANY
            if len(marks) >= (2 if _linked(group) else few):
                _join(marks, style)


def _linked(group: etree._Element) -> bool:
    """Do the marks of the group share one link?"""
    return group.getparent() is not None and etree.QName(group.getparent()).localname == "a"


_TICK = re.compile(r"M0,([\d.]+)V-\1\Z")
TICK = 0.6  # px: how broad a tick is
TOUCHING = 1.3  # px from tick to tick
_CIRCLE = re.compile(r"M([\d.]+),0A\1,\1 0 1,1 0,-\1A\1,\1 0 0,1 \1,0Z\Z")
_SQUARE = re.compile(r"M([\d.]+),\1H-\1V-\1H\1Z\Z")


def shaped(root: etree._Element) -> None:
    """Circles and squares said as such: half the bytes of a path of arcs."""
    for mark in root.iter("{*}path"):
        place = _MOVE.match(mark.get("transform") or "")
        circle, square = (shape.match(mark.get("d") or "") for shape in (_CIRCLE, _SQUARE))
        if not place or not (circle or square):
            continue
        x, y = (float(part or 0) for part in place.groups())
        half = float((circle or square)[1])
        mark.tag = mark.tag.replace("path", "circle" if circle else "rect")
        del mark.attrib["transform"], mark.attrib["d"]
        side = 2 * half
        disc, box = {"cx": x, "cy": y, "r": half}, {"x": x - half, "y": y - half, "width": side, "height": side}
        said = disc if circle else box
        for name, value in said.items():
            mark.set(name, f"{value:.1f}".removesuffix(".0"))


def _discs(marks: list[etree._Element], style: str) -> str | None:
    """Filled circles of one size as dots of a round pen: the style of that pen, or None if they are none."""
    sizes = {circle[1] if (circle := _CIRCLE.match(mark.get("d"))) else None for mark in marks}
    if len(sizes) != 1 or None in sizes or "stroke" in style or "fill: " not in style:
        return None
    colour = "; ".join(part.replace("fill", "stroke", 1) for part in style.split("; "))
    return f"fill: none; {colour}; stroke-linecap: round; stroke-width: {2 * float(sizes.pop()):g}px"


def _ruled(marks: list[etree._Element], style: str) -> dict[str, str] | None:
    """Upright ticks of one length on one row as one dashed line, those that all but touch as one dash.

    The attributes of that line, in tenths of a pixel; None if the marks are no such ticks.
    """
    ticks = {tick[1] if (tick := _TICK.match(mark.get("d"))) else None for mark in marks}
    if len(ticks) != 1 or None in ticks:
        return None
    moves = (_MOVE.match(mark.get("transform")).groups() for mark in marks)
    places = sorted((float(y or 0), float(x)) for x, y in moves)
    if len({y for y, _ in places}) > 1:
        return None
    bars: list[list[int]] = []
    for _, x in places:
        start, end = round(10 * (x - TICK / 2)), round(10 * (x + TICK / 2))
        if bars and start - bars[-1][1] <= 10 * (TOUCHING - TICK):
            bars[-1][1] = end
        else:
            bars.append([start, end])
    ends = [end for bar in bars for end in bar]
    dashes = " ".join(f"{later - sooner}" for sooner, later in pairwise(ends))
    kept = [part for part in style.split("; ") if not part.startswith("stroke-width")]
    return {
        "d": f"M{ends[0]},{round(10 * places[0][0])}H{ends[-1]}", "transform": "scale(.1)", "stroke-dasharray": dashes,
        "style": "; ".join([*kept, f"stroke-width: {20 * float(ticks.pop()):g}px"]),
    }  # fmt: skip


def _join(marks: list[etree._Element], style: str) -> None:
    if ruled := _ruled(marks, style):
        return _keep_one(marks, ruled)
    pen, discs = Pen(), _discs(marks, style)
    try:
        places = [tuple(float(part or 0) for part in _MOVE.match(mark.get("transform")).groups()) for mark in marks]
        for x, y, length in _level(places) if discs else ():
            pen.draw(f"M0,0H{length:.2f}", x, y)
        for mark, (x, y) in zip(marks, places, strict=True) if not discs else ():
            pen.draw(mark.get("d"), x, y)
    except (KeyError, IndexError, ValueError):  # a shape of other commands: left as it is
        return
    return _keep_one(marks, {"d": "".join(pen.path), "style": discs or style})


def _level(places: list[tuple[float, float]]) -> list[tuple[float, float, float]]:
    """(x, y, length) of each run of dots on one level that all but touch: drawn as one stroke."""
    runs: list[tuple[float, float, float]] = []
    for x, y in places:
        if runs and runs[-1][1] == y and 0 < x - runs[-1][0] - runs[-1][2] <= TOUCHING:
            runs[-1] = (runs[-1][0], y, x - runs[-1][0])
        else:
            runs.append((x, y, 0.0))
    return runs


def _keep_one(marks: list[etree._Element], said: dict[str, str]) -> None:
    first = marks[0]
    first.attrib.pop("transform")
    first.attrib.update(said)
    for mark in marks[1:]:
        mark.getparent().remove(mark)


class Pen:
    """Writes absolute paths relative to where it stands, in tenths of a pixel."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.at = self.start = (0, 0)

    def draw(self, shape: str, x: float, y: float) -> None:
        """Append `shape` (absolute M, L, H, V, A, Z) moved by (x, y)."""
        tokens = [command or float(number) for command, number in _TOKEN.findall(shape)]
        while tokens:
            command = tokens.pop(0)
            takes = _TAKES[command]
            numbers = [tokens.pop(0) for _ in range(takes)]
            self._one(command, numbers, x, y)

    def _one(self, command: str, n: list[float], x: float, y: float) -> None:
        if command == "Z":
            self.path.append("z")
            self.at = self.start
            return
        end = (n[0] + x, None) if command == "H" else (None, n[0] + y) if command == "V" else (n[-2] + x, n[-1] + y)
        to = tuple(at if value is None else round(value * 10) for value, at in zip(end, self.at, strict=True))
        step = [to[0] - self.at[0], to[1] - self.at[1]]
        said = {"H": step[:1], "V": step[1:]}.get(command, step)
        flags = [round(value * 10) for value in n[:2]] if command == "A" else []
        arc = f"{_short(flags)} 0 {int(n[3])},{int(n[4])} " if command == "A" else ""
        self.path.append(command.lower() + arc + _short(said))
        self.at = to
        if command == "M":
            self.start = to


def _short(tenths: list[int]) -> str:
    words = [f"{value / 10:g}".replace("0.", ".", 1) if abs(value) < 10 else f"{value / 10:g}" for value in tenths]
    return "".join(word if place == 0 or word.startswith("-") else f",{word}" for place, word in enumerate(words))
