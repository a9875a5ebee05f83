"""Finished: the brief as a reader has it. Its claims, its blocks of text and its declared regions, read back."""

import base64
import gzip
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import lxml.html

from . import build
from .manuscript import HOLE

# Regions that hold words of others, data, or what the library itself counts; each must be what was bound.
BOUND_REGIONS = {"masthead": "masthead and provenance", "figure": "figures", "table": "tables", "sources": "sources",
                 "record": "record", "card": "cards"}  # fmt: skip
OUTSIDE = {"contents"}  # repeats titles and headings
SILENT = {"script", "style", "template", "title", "head", "svg"}
INLINE = frozenset("a b label strong em i span sup sub code time mark q abbr small cite button".split())


@dataclass
class Audit:
    """One reading of a finished brief: `faults` and, by kind, how much was `inspected`."""

    draft: Path
    project: Path
    bound: dict
    faults: list[str] = field(default_factory=list)
    inspected: Counter = field(default_factory=Counter)

    def fault(self, file: str, line: int, found: str, expected: str) -> None:
        self.faults.append(build.plain(f"{file}:{line}:1: found {found}; expected {expected}"))

    @cached_property
    def source(self) -> str:
        return (self.draft / "report.html").read_text(encoding="utf-8")

    @cached_property
    def page(self):
        return lxml.html.document_fromstring(self.source.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))

    @cached_property
    def folded(self) -> list:
        """Fragments that the page carries packed and its script lays out, unpacked."""
        blocks = (script.text or "" for script in self.page.xpath("//script[starts-with(@id, 'packed-')]"))
        texts = (gzip.decompress(base64.b64decode(block)).decode() for block in blocks)
        return [lxml.html.fragment_fromstring(text, create_parent="div") for text in texts if text.startswith("<")]

    @cached_property
    def claims_said(self) -> list[tuple[str, str]]:
        """(name, words) of every claim button outside cards, in order."""
        buttons = self.page.xpath("//*[@data-claim][not(ancestor::*[@data-region='card'])]")
        return [(button.get("data-claim"), words_of(button)) for button in buttons]


def words_of(element) -> str:
    return " ".join(element.text_content().split())


def line_of(element) -> int:
    return element.sourceline or 1


def runs(body) -> Iterator[tuple]:
    """(element, region, text) of every block of text outside bound regions; a claim stands as a hole."""
    for element in body.iter():
        if not isinstance(element.tag, str) or element.tag in INLINE or _hidden(element):
            continue
        text = " ".join("".join(_own_text(element)).split())
        if text.replace(HOLE, "").strip():
            yield element, region_of(element), text


def _own_text(element) -> Iterator[str]:
    """The element's text with its inline children, without its block children and bound regions."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.get("data-claim"):
            yield HOLE
        elif (
            isinstance(child.tag, str)
            and child.tag in INLINE
            and child.get("data-region") not in {*BOUND_REGIONS, *OUTSIDE}
        ):
            yield from _own_text(child)
        else:
            yield " "
        yield child.tail or ""


def region_of(element) -> str | None:
    return next((e.get("data-region") for e in (element, *element.iterancestors()) if e.get("data-region")), None)


def _hidden(element) -> bool:
    chain = (element, *element.iterancestors())
    return any(e.tag in SILENT or e.get("data-region") in {*BOUND_REGIONS, *OUTSIDE} or _grounds(e) for e in chain)


def _grounds(element) -> bool:
    """The list of what a judgement rests on: labels of claims, held against what was bound by `_judgements`."""
    return element.tag == "dl" and region_of(element) == "judgement"
