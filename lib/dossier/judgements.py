"""Which judgements of the brief rest on which claims: what a value that moves would touch."""

import re
from pathlib import Path

from .ground import Ground
from .manuscript import Block, read

_SPAN = re.compile(r"\[([^\]]*)\]\{[^}]*\}")


def judgements(report: Path, ground: Ground) -> dict[str, set[str]]:
    """Statement of each judgement → names of the claims it holds by or has against it, and of their inputs."""
    brief = read(report)
    lines = brief.source.split("\n")
    return {
        statement(block, lines): set(
            ground.inputs(f"{block.attributes['holds']} {block.attributes['against']}".split())
        )
        for block in brief.blocks
        if block.name == "judgement" and {"holds", "against"} <= block.attributes.keys()
    }


def statement(block: Block, lines: list[str]) -> str:
    """The words of a judgement: the lines between its opening, which may be long, and its end."""
    at = block.place.line - 1
    while at + 1 < len(lines) and not lines[at].rstrip().endswith("}"):
        at += 1
    end = next((n for n in range(at + 1, len(lines)) if lines[n].startswith(":::")), len(lines))
    return " ".join(_SPAN.sub(r"\1", " ".join(lines[at + 1 : end])).split())


def touched(name: str, resting: dict[str, set[str]]) -> list[str]:
    """The judgements that a claim touches, in the order of the brief."""
    return [said for said, claims in resting.items() if name in claims]
