"""Explain: one document → what was read, line by line, and why each fact was found, for the terminal."""

import datetime as dt
import os
import shutil
import sys
from collections.abc import Iterator
from textwrap import shorten, wrap

from dossier.facts import Fact
from dossier.furniture import Line
from dossier.document import Document
from dossier.seeds import SeedError, decode
from dossier.tabular import told

SHOWN = ("document", "start", "end", "quote", "kind", "why")  # fields that the heading of a fact has said already
ZONES = {"body": "0", "headline": "1", "standfirst": "1", "dateline": "36", "caption": "35", "furniture": "2"}


def run(args) -> int:
    """`dossier explain FILE`: 0, or 1 if the file cannot be read, or 2 if the date is none."""
    try:
        published = dt.date.fromisoformat(args.published) if args.published else None
    except ValueError:
        print(f"dossier explain: --published {args.published}: not a date; write it as YYYY-MM-DD", file=sys.stderr)
        return 2
    try:
        text = decode(args.file.read_bytes(), args.file)
    except OSError as error:
        print(f"{args.file}: cannot be read: {error.strerror}", file=sys.stderr)
        return 1
    except SeedError as error:
        print(error, file=sys.stderr)
        return 1
    document = Document(id=args.file.stem, text=text, published=published)
    for line in explanation(document, shutil.get_terminal_size((100, 24)).columns, _coloured()):
        print(line)
    return 0


def _coloured() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def explanation(document: Document, width: int = 100, colour: bool = False) -> Iterator[str]:
    """Lines for the terminal: the page with its zones, then the facts with rule, cue and antecedent."""
    from dossier.find import find, in_order
    from dossier.pipeline import parse

    (doc,) = parse([document])
    facts = in_order(find(doc))
    yield from _page(document, doc._.lines, width, colour)
    yield from _facts([fact for fact in facts if fact.kind != "furniture"], document, width, colour)
    if left := told(document.text, facts):
        yield f"note: {left}"
    blanked = sum(line.end - line.start for line in doc._.lines if line.zone != "body")
    yield f"{len(facts)} facts; {blanked} of {len(document.text)} characters are not body and were blanked"


def _page(document: Document, lines: list[Line], width: int, colour: bool) -> Iterator[str]:
    yield _bold("Lines", colour)
    for number, line in enumerate(lines, 1):
        text = visible(document.text[line.start : line.end])
        if not text:
            continue
        name = line.role or line.zone
        yield _paint(
            f"{number:4} {name:<11}{shorten(text, max(30, width - 17), placeholder=' …')}", ZONES[line.zone], colour
        )
        if line.zone != "body":
            yield f"{'':16}{line.why}"
    yield ""


def _facts(facts: list[Fact], document: Document, width: int, colour: bool) -> Iterator[str]:
    yield _bold("Facts", colour)
    line_of = _line_numbers(document.text)
    for fact in facts:
        place = f"line {line_of(fact.start)}, {fact.start}–{fact.end}"
        quote = shorten(visible(fact.quote), max(40, width - 30), placeholder=" …")
        yield f"{_bold(fact.kind, colour)}  “{quote}”  ({place})"
        yield from _wrapped(", ".join(_fields(fact)), width)
        yield from _wrapped(f"why: {visible(fact.why) or 'no reason given'}", width)
    yield ""


def _fields(fact: Fact) -> Iterator[str]:
    for name, value in fact.model_dump().items():
        if name not in SHOWN and value not in (None, [], False):
            yield f"{name} {visible('; '.join(value) if isinstance(value, list) else str(value))}"


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(text, width, initial_indent="      ", subsequent_indent="        ") if text else []


def _line_numbers(text: str):
    from bisect import bisect_right

    from dossier.lines import spans

    starts = [start for start, _ in spans(text)]
    return lambda offset: bisect_right(starts, offset)


def visible(text: str) -> str:
    """The text on one line, without anything that a terminal would obey."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def _bold(text: str, colour: bool) -> str:
    return _paint(text, "1", colour)
