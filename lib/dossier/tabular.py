"""Tabular: values in lines that stand like rows of a table, which no fact is read from.

Facts are read from sentences. A row has none, so what stands in its cells is left out; whoever adds the text is told.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from .lines import spans
from .numerals import numerals

if TYPE_CHECKING:  # zones are told without facts
    from .facts import Fact

BAR = re.compile(r"\s*(?:\t|\||;| {2,})\s*")  # what parts the cells of a row
FRAMED = re.compile(r"\s*\|.*\|\s*")
RULE = re.compile(r"[\s|+:=-]*[-=][\s|+:=-]*\Z")  # the line between heads and rows
YEAR = re.compile(r"(?:19|20)\d\d\Z")
# A number, not a date.
PLAIN = re.compile(r"[<>~≈±+(−–-]?\s?(?:\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+|\d+)(?:[.,]\d+)?\)?\Z")


class Row(NamedTuple):
    """A line that has the shape of a row: its number, whether it stands between bars, and where its cells stand."""

    line: int
    framed: bool
    cells: list[tuple[int, int]]


def unread(text: str, facts: "Iterable[Fact]") -> tuple[int, list[int]]:
    """How many values stand in rows of tables and in no fact, and the numbers of their lines."""
    read = [(fact.start, fact.end) for fact in facts if fact.kind in {"amount", "percent"}]
    left = [number for number, start, end in values(text) if not any(a < end and start < b for a, b in read)]
    return len(left), sorted({*left})


def values(text: str) -> Iterator[tuple[int, int, int]]:
    """(line number, start, end) of every value in a row of a table."""
    for table in _tables(text):
        for row in table:
            yield from ((row.line, *cell) for cell in _values(text, row))


def rows(text: str) -> set[int]:
    """The numbers of the lines, from one, that are rows of tables with values, and of the rules between them."""
    found = {row.line for table in _tables(text) for row in table}
    ruled = [number for number, span in enumerate(spans(text), 1) if RULE.match(text[slice(*span)])] if found else []
    return found | {number for number in ruled if {number - 1, number + 1} & found}


def _tables(text: str) -> Iterator[list[Row]]:
    """Rows below each other, with at least one value: two or more, or one that stands between bars."""
    if not BAR.search(text):
        return
    lines = [(number, *span) for number, span in enumerate(spans(text), 1) if not RULE.match(text[slice(*span)])]
    for block in _blocks([Row(n, bool(FRAMED.fullmatch(text, a, b)), _cells(text, a, b)) for n, a, b in lines]):
        if (len(block) > 1 or block[0].framed) and any(_values(text, row) for row in block):
            yield block


def _values(text: str, row: Row) -> list[tuple[int, int]]:
    """Those of the cells that are values; the first names its row."""
    return [cell for cell in row.cells[1:] if _is_value(text[slice(*cell)])]


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the cells of a line stand; a line without any is one cell."""
    cells, at = [], start
    for bar in [*BAR.finditer(text, start, end), None]:
        until = bar.start() if bar else end
        if text[at:until].strip():
            cells.append((at, until))
        at = bar.end() if bar else end
    return cells


def _blocks(lines: list[Row]) -> Iterator[list[Row]]:
    """Runs of lines with as many cells, two at the least; a line with fewer, or an empty one, ends a run."""
    run: list[Row] = []
    for line in [*lines, Row(0, False, [])]:
        if run and len(line.cells) != len(run[-1].cells):
            yield run
            run = []
        if len(line.cells) > 1:
            run.append(line)


def _is_value(said: str) -> bool:
    """Is the cell a number, with its sign, currency, magnitude or “%” and nothing else? A bare year heads a column."""
    if PLAIN.match(said):
        return not YEAR.match(said)
    return any(one.end - one.start >= len(said) for one in numerals(said) if one.unit)


def told(text: str, facts: "Iterable[Fact]") -> str | None:
    """The sentence that says so, or None where no value was left out."""
    many, lines = unread(text, facts)
    if not many:
        return None
    what = "1 value in a row of a table was" if many == 1 else f"{many} values in rows of a table were"
    where = f"line{'s' * (len(lines) > 1)} {', '.join(map(str, lines))}"
    return f"{what} not read ({where}): facts are read from sentences"
