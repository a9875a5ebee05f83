"""Count the fences of the blocks: every `:::` that opens must close, and both readers must see the same blocks."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .grammar import Found, short
from .ground import Ground
from .manuscript import Manuscript, Place
from .markdown import WRITER, parse
from .prose import conventions

_FENCE = re.compile(r"^(?P<before>[ \t>*+-]*)(?P<colons>:{3,})[ \t]*(?P<rest>.*?)[ \t:]*$")


class Fence(NamedTuple):
    place: Place
    opens: str  # what follows the colons; nothing where the fence closes
    crowded: bool  # does text stand right above it, so that the engines take it for text too?

    @property
    def stands_empty(self) -> bool:
        """Is it of a block that is filled, and holds nothing of its own?"""
        name = re.match(r"\{?\s*([\w-]+)", self.opens)
        return bool(name) and name[1] in conventions()["filled_blocks"]


def fences(brief: Manuscript, ground: Ground) -> Found:
    """Blocks that are never closed, ends without a block, and blocks that only one reader sees."""
    found, opened = [*_fences(brief.source)], []
    for fence in found:
        if not fence.opens and not opened:
            yield fence.place, "“:::”, which closes no block", "an end for each block that is opened, and no more"
        elif not fence.opens:
            opened.pop()
        else:
            if opened and opened[-1].stands_empty:
                yield _unclosed(opened.pop())
            opened.append(fence)
    yield from map(_unclosed, opened)
    if not opened:
        yield from _unread(brief, [fence for fence in found if fence.opens])


def _unread(brief: Manuscript, opening: list[Fence]) -> Found:
    """Openings that one of the readers takes for text."""
    read = {block.place.line for block in brief.blocks if block.name not in {"heading", "link"}}
    unread = [fence for fence in opening if fence.place.line not in read]
    wish = 'attributes as key="value", and “}” at the end'
    for fence in unread:
        yield fence.place, f"“::: {short(fence.opens)}”, which is not read as a block", wish
    if not unread and len(opening) != _divs(parse(brief.source, WRITER)["blocks"]):
        for fence in (fence for fence in opening if fence.crowded):
            yield fence.place, f"“::: {short(fence.opens)}” right under text", "an empty line above it"


def _fences(source: str) -> Iterator[Fence]:
    lines = source.split("\n")
    start = next((n for n, line in enumerate(lines[1:], 2) if line.rstrip() in {"---", "..."}), 0)
    header = start if lines[0].rstrip() == "---" else 0
    for number, line in enumerate(lines[header:], header + 1):
        if match := _FENCE.match(line):
            above = lines[number - 2].strip() if number > 1 else ""
            crowded = bool(above) and not _FENCE.match(above) and number - 1 > header
            yield Fence(Place(number, len(match["before"]) + 1), match["rest"], crowded)


def _unclosed(fence: Fence) -> tuple[Place, str, str]:
    return fence.place, f"the block “{short(fence.opens)}”, which is never closed", "a line “:::” where it ends"


def _divs(node) -> int:
    """How many blocks the engines' own dialect reads."""
    if isinstance(node, list):
        return sum(map(_divs, node))
    if isinstance(node, dict):
        return (node.get("t") == "Div") + _divs(node.get("c"))
    return 0
