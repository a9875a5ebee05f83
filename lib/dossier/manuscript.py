"""Read the brief as it is written: report.qmd → runs of prose, marks and blocks, each with its line and column.

Pandoc's `commonmark_x+sourcepos` wraps every inline in a span that says where it stands. What this module
yields knows nothing of claims: `check` binds the marks and looks into the prose.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from . import entries
from .markdown import QUOTES, WRITER, parse, stringify

CLAIM_ATTRIBUTES = ("fact", "calc", "record")
HOLE = "\ufffc"  # stands in a run's text where a bound span stands in the source
_POSITION = re.compile(r"(?:^|@)(\d+):(\d+)-")


@dataclass(frozen=True)
class Place:
    line: int
    column: int


@dataclass(frozen=True)
class Mark:
    """A span with words, empty or asserted: `[words]{attribute="key"}`."""

    attribute: str
    key: str
    words: str
    place: Place


@dataclass(frozen=True)
class Block:
    """A fenced div of the brief's grammar."""

    name: str  # figure, table, judgement, or the word in braces or after the dot
    key: str
    attributes: dict
    place: Place


@dataclass
class Run:
    """The text of one paragraph, heading or cell; `places` gives every character's place, `marks` its holes."""

    kind: str  # prose or heading
    text: str = ""
    places: list[Place] = field(default_factory=list)
    marks: dict[int, Mark] = field(default_factory=dict)

    def add(self, text: str, place: Place) -> None:
        self.places += [Place(place.line, place.column + i) for i in range(len(text))]
        self.text += text


@dataclass
class Manuscript:
    path: Path
    meta: dict
    source: str
    items: list[Mark | Block] = field(default_factory=list)  # in the order of the text
    runs: list[Run] = field(default_factory=list)
    strange: list[tuple[Place, str]] = field(default_factory=list)  # what is not of the grammar

    @property
    def marks(self) -> list[Mark]:
        return [item for item in self.items if isinstance(item, Mark)]

    @property
    def blocks(self) -> list[Block]:
        return [item for item in self.items if isinstance(item, Block)]


def read(path: Path) -> Manuscript:
    """The brief at `path`. ValueError, FileNotFoundError, UnicodeDecodeError if it cannot be read."""
    source = path.read_bytes().decode("utf-8")
    _header(path, source)
    tree = parse(source)
    manuscript = Manuscript(path, tree["meta"], source)
    _blocks(manuscript, tree["blocks"], Place(1, 1), "prose")
    return manuscript


def _header(path: Path, source: str) -> None:
    """EntryFault, with its line, where the header is no YAML or never ends: pandoc gives no line that can be used."""
    lines = source.split("\n")
    if lines[0].rstrip() != "---":
        return
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."}), None)
    if end is None:
        raise entries.EntryFault(f"{path}:1: begins a header that never ends; put a line “---” under its last key")
    entries.parse(path, "\n".join(lines[1:end]), above=1)


def pairs(text: str) -> list[tuple[str, str, str]]:
    """(attribute, key, words) of every claim span as the engines' own dialect reads the text."""
    return [*_pairs(parse(text, WRITER)["blocks"])]


def _pairs(node) -> Iterator[tuple[str, str, str]]:
    if isinstance(node, list):
        for part in node:
            yield from _pairs(part)
    elif isinstance(node, dict):
        if node.get("t") == "Span" and (named := _claimed(dict(node["c"][0][2]))):
            yield *named, stringify(node["c"][1])
        elif "c" in node:
            yield from _pairs(node["c"])


def _claimed(attributes: dict) -> tuple[str, str] | None:
    return next(((name, attributes[name]) for name in CLAIM_ATTRIBUTES if name in attributes), None)


def _place(attributes: dict, otherwise: Place) -> Place:
    found = _POSITION.search(attributes.get("data-pos", ""))
    return Place(int(found[1]), int(found[2])) if found else otherwise


def _blocks(out: Manuscript, blocks: list, place: Place, kind: str) -> None:
    for block in blocks:
        _BLOCKS.get(block["t"], _strange_block)(out, block, place, kind)


def _strange_block(out: Manuscript, block: dict, place: Place, kind: str) -> None:
    content = block.get("c")
    attributes = content[0][2] if isinstance(content, list) and content and isinstance(content[0], list) else []
    at = _place(dict(attributes), place) if all(len(pair) == 2 for pair in attributes) else place
    out.strange.append((at, block["t"]))


def _paragraph(out: Manuscript, block: dict, place: Place, kind: str) -> None:
    run = Run(kind)
    out.runs.append(run)
    _inlines(out, run, block["c"], place)


def _heading(out: Manuscript, block: dict, place: Place, kind: str) -> None:
    (name, classes, attributes), inlines = block["c"][1], block["c"][2]
    at = _place(dict(attributes), place)
    out.items.append(Block("heading", name, {"level": block["c"][0], "classes": classes}, at))
    run = Run("heading")
    out.runs.append(run)
    _inlines(out, run, inlines, at)


def _div(out: Manuscript, block: dict, place: Place, kind: str) -> None:
    (name, classes, pairs_), content = block["c"]
    attributes = dict(pairs_)
    at = _place(attributes, place)
    if "wrapper" not in attributes:
        out.items.append(_named_block(name, classes, attributes, at))
    _blocks(out, content, at, kind)


def _named_block(name: str, classes: list, attributes: dict, place: Place) -> Block:
    plain = {key: value for key, value in attributes.items() if key != "data-pos"}
    for word in ("figure", "table"):
        if word in plain:
            return Block(word, plain.pop(word), plain | {"classes": classes, "id": name}, place)
    word = classes[0].strip("{}") if classes else ""
    return Block(word, "", plain | {"classes": classes[1:], "id": name}, place)


def _lists(out: Manuscript, block: dict, place: Place, kind: str) -> None:
    items = block["c"] if block["t"] == "BulletList" else block["c"][1]
    for item in items:
        _blocks(out, item, place, kind)


def _definitions(out: Manuscript, block: dict, place: Place, kind: str) -> None:
    for term, meanings in block["c"]:
        _paragraph(out, {"c": term}, place, kind)
        for meaning in meanings:
            _blocks(out, meaning, place, kind)


def _table(out: Manuscript, block: dict, place: Place, kind: str) -> None:
    attributes, caption, _, head, bodies, foot = block["c"]
    at = _place(dict(attributes[2]), place)
    if caption[0] or caption[1]:
        out.strange.append((at, "Caption"))
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
    for row in rows:
        for cell in row[1]:
            _blocks(out, cell[4], at, kind)


def _quote(out: Manuscript, block: dict, place: Place, kind: str) -> None:
    _blocks(out, block["c"], place, kind)


_BLOCKS = {
    "Para": _paragraph, "Plain": _paragraph, "Header": _heading, "Div": _div, "BulletList": _lists,
    "OrderedList": _lists, "DefinitionList": _definitions, "Table": _table, "BlockQuote": _quote,
}  # fmt: skip


def _inlines(out: Manuscript, run: Run, inlines: list, place: Place) -> Place:
    for inline in inlines:
        place = _inline(out, run, inline, place)
    return place


def _inline(out: Manuscript, run: Run, inline: dict, place: Place) -> Place:
    """Add one inline to the run; returns the place from which the next is counted if it does not know its own."""
    kind, content = inline["t"], inline.get("c")
    if kind == "Str":
        run.add(content, place)
    elif kind in {"Space", "SoftBreak", "LineBreak"}:
        run.add(" ", place)
    elif kind == "Span":
        _span(out, run, inline, place)
    elif kind in {"Emph", "Strong", "Superscript", "Subscript", "SmallCaps"}:
        _inlines(out, run, content, place)
    elif kind == "Quoted":
        marks = QUOTES[content[0]["t"]]
        run.add(marks[0], place)
        _inlines(out, run, content[1], Place(place.line, place.column + 1))
        run.add(marks[1], run.places[-1])
    elif kind == "Link":
        _inlines(out, run, content[1], _place(dict(content[0][2]), place))
        out.items.append(Block("link", content[2][0], {}, _place(dict(content[0][2]), place)))
    else:
        at = _place(dict(content[0][2]), place) if kind in {"Code", "Image"} else place
        cell = kind == "Code" and re.match(r"\{|r ", content[1])
        out.strange.append((at, "InlineCell" if cell else kind))
    return place


def _span(out: Manuscript, run: Run, inline: dict, place: Place) -> None:
    (name, classes, pairs_), content = inline["c"]
    attributes = dict(pairs_)
    at = _place(attributes, place)
    named = _claimed(attributes)
    if named:
        mark = Mark(*named, stringify(content), at)
        out.items.append(mark)
        run.marks[len(run.text)] = mark
        run.add(HOLE, at)
        if name or classes or set(attributes) - {"data-pos", "wrapper", named[0]} or [*_pairs(content)]:
            out.strange.append((at, "MixedSpan"))
        return
    if name or classes or set(attributes) - {"data-pos", "wrapper"} or "wrapper" not in attributes:
        out.strange.append((at, "OtherSpan"))
    _inlines(out, run, content, at)
