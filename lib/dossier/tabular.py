"""Tabular: values in lines that stand like rows of a table, which no fact is read from.

Facts are read from sentences. A row has none, so what stands in its cells is left out; whoever adds the text is told.
"""

import re
from collections.abc import Iterable, Iterator

from .facts import Fact
from .lines import spans
from .numerals import numerals

BAR = re.compile(r"\s*(?:\t|\||;| {2,})\s*")  # what parts the cells of a row
RULE = re.compile(r"[\s|+:=-]*[-=][\s|+:=-]*\Z")  # the line between heads and rows
YEAR = re.compile(r"(?:19|20)\d\d\Z")
# A number, not a date.
PLAIN = re.compile(r"[<>~≈±+(−–-]?\s?(?:\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+|\d+)(?:[.,]\d+)?\)?\Z")


def unread(text: str, facts: Iterable[Fact]) -> tuple[int, list[int]]:
    """How many values stand in rows of tables and in no fact, and the numbers of their lines."""
    read = [(fact.start, fact.end) for fact in facts if fact.kind in {"amount", "percent"}]
    left = [number for number, start, end in values(text) if not any(a < end and start < b for a, b in read)]
    return len(left), sorted({*left})


def values(text: str) -> Iterator[tuple[int, int, int]]:
    """(line number, start, end) of every value in a row of a table: two or more such lines below each other."""
    lines = [(number, *span) for number, span in enumerate(spans(text), 1) if not RULE.match(text[slice(*span)])]
    for block in _blocks([(number, start, _cells(text, start, end)) for number, start, end in lines]):
        for number, _, cells in block:
            named = cells[1:]  # the first cell names its row
            yield from ((number, *cell) for cell in named if _is_value(text[slice(*cell)]))


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the cells of a line stand; a line without any is one cell."""
    cells, at = [], start
    for bar in [*BAR.finditer(text, start, end), None]:
        until = bar.start() if bar else end
        if text[at:until].strip():
            cells.append((at, until))
        at = bar.end() if bar else end
    return cells


def _blocks(lines: list[tuple]) -> Iterator[list[tuple]]:
    """Runs of lines with as many cells, two at the least; a line with fewer, or an empty one, ends a run."""
    run: list[tuple] = []
    for line in [*lines, (0, 0, [])]:
        if run and len(line[2]) != len(run[-1][2]):
            if len(run) > 1:
                yield run
            run = []
        if len(line[2]) > 1:
            run.append(line)


def _is_value(said: str) -> bool:
    """Is the cell a number, with its sign, currency, magnitude or “%” and nothing else? A bare year heads a column."""
    if PLAIN.match(said):
        return not YEAR.match(said)
    return any(one.end - one.start >= len(said) for one in numerals(said) if one.unit)


def told(text: str, facts: Iterable[Fact]) -> str | None:
    """The sentence that says so, or None where no value was left out."""
    many, lines = unread(text, facts)
    if not many:
        return None
    what = "1 value in a row of a table was" if many == 1 else f"{many} values in rows of a table were"
    where = f"line{'s' * (len(lines) > 1)} {', '.join(map(str, lines))}"
    return f"{what} not read ({where}): facts are read from sentences"
