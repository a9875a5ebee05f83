"""Passages: a few sentences in which one kind of fact is annotated → `Gold`.

A whole text tells a handful of people and meetings; hundreds of passages tell each in another way.
`gold/passages/<kind>.yml` is a list of {id, published, text, facts}, all of it body; `published` may be null. A fact
names its words by `quote` as in gold/GUIDE.md; a meeting's quote is how the first sentence that tells it begins.
"""

import datetime as dt
import re
from pathlib import Path

import yaml

from gold_checks import field_faults
from gold_document import GOLD, Gold, GoldError, Line, matches
from gold_loader import Reader

PASSAGES = GOLD / "passages"
KINDS = ("person", "meeting")
# Where a sentence ends: not after an initial, “Mr.” or “Hon.”.
_END = re.compile(r"(?<![ .][A-Z])(?<!\b(?:Mr|Dr|Jr))(?<!\bHon)[.!?][”\"’')]*(?=\s+[“\"‘(A-Z]|\s*\Z)|(?=\n\n)|\Z")


def load_passages(kind: str, folder: Path = PASSAGES) -> list[Gold]:
    """All passages of a kind in the order of the file; GoldError lists every fault in them."""
    path = folder / f"{kind}.yml"
    faults: list[str] = []
    golds = [_read(entry, kind, path, faults) for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]
    ids = [gold.id for gold in golds]
    faults += [f"{name} stands twice" for name in sorted({name for name in ids if ids.count(name) > 1})]
    if faults:
        raise GoldError("\n".join(f"{path.name}: {fault}" for fault in faults))
    return golds


def _read(entry: dict, kind: str, path: Path, faults: list[str]) -> Gold:
    text, own = entry["text"].strip(), []
    lines = tuple(
        Line(number, match.start(), match.end(), "body") for number, match in enumerate(re.finditer(r"\S.*", text), 1)
    )
    reader = Reader(text, lines, own)
    facts = reader.read([], [{"kind": kind, **fact} for fact in entry["facts"]], _sentences(entry["facts"], text))
    published = entry["published"]
    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    gold = Gold(entry["id"], "passages", entry.get("annotator", "M"), path, text, day, lines, facts)
    own += [fault for fact in gold.facts for fault in field_faults(gold, fact)]
    faults += [f"{gold.id}: {fault}" for fault in own]
    return gold


def _sentences(facts: list[dict], text: str) -> list[tuple[int, int]]:
    """From where a quote “First words …” stands to the end of its sentence."""
    openings = (fact["quote"].removesuffix(" …") for fact in facts if fact["quote"].endswith(" …"))
    starts = {start for opening in openings for start, _ in matches(opening, text)}
    return [(start, _END.search(text, start).end()) for start in sorted(starts)]
