"""What is wrong, where, and what would be right: one line each, in the form that editors jump by."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from . import build

# A message that says where it belongs: file, perhaps a line, what is wrong.
PLACED = re.compile(r"(?P<file>[\w./-]+\.(?:yml|txt|csv|qmd|json|ipynb|jsonl)):(?:(?P<line>\d+):)?\s+(?P<rest>.+)")


@dataclass(frozen=True, order=True)
class Fault:
    """What was found and what was expected, and where; without `expected`, `found` says both."""

    file: str
    line: int
    column: int
    found: str
    expected: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}"
        if not self.expected:
            return f"{where}: {build.plain(self.found)}"
        return f"{where}: found {build.plain(self.found)}; expected {build.plain(self.expected)}"


def told(message: str, folder: Path, otherwise: str = "seeds") -> Iterator[Fault]:
    """What documents, cards, subject, corrections and record say of themselves, a fault a line, each in its file."""
    for line in message.splitlines():
        if match := PLACED.match(line.replace(f"{folder}/", "").strip()):
            yield Fault(match["file"], int(match["line"] or 1), 1, match["rest"])
        elif line.strip():
            yield Fault(otherwise, 1, 1, line.strip())


def counted(faults: Iterable) -> str:
    """“1 fault”, “3 faults”."""
    number = len(list(faults))
    return f"{number:,} fault{'' if number == 1 else 's'}"
