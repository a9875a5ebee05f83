"""Load the gold: a text and its annotation → `Gold`, with every quotation resolved to offsets.

The annotation names words, never offsets (see gold/GUIDE.md). This module finds them:

- a quote matches across line breaks and non-breaking spaces, and only at word boundaries;
- “first words … last words” names the one span that begins and ends so;
- “first words …” names the sentence that begins so: a topic ends where the next one begins or its
  paragraph ends, a statement or meeting takes the topic sentence that begins so;
- words that stand more than once need `nth`, unless only one of the places is in the body.

Two keys are for readings that are truly open: `optional: true` (found or not, it counts for nothing) and
`or: {field: [other, …]}` (values that are as right as the one given).
"""

import datetime as dt
import re
from pathlib import Path

import yaml

from gold_checks import faults_of
from gold_document import FIELDS, GOLD, ROLES, SPLITS, ZONES, Gold, GoldError, GoldFact, Line, matches

_BASIC = {"kind", "quote", "nth", "optional", "or"}


def load_split(split: str) -> list[Gold]:
    """All documents of a split (“seeds”, “train”, “dev”, “test”, “second”), by id; GoldError on the first fault."""
    return [load(path) for path in sorted((GOLD / split).glob("*.yml"))]


def load(path: Path) -> Gold:
    """One annotation with its text; GoldError lists every fault in it."""
    try:
        entry = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, ValueError) as error:
        raise GoldError(f"{path.parent.name}/{path.name}: {error}") from None
    text = _text_path(path, entry).read_bytes().decode("utf-8")
    faults: list[str] = []
    lines = _lines(text, entry.get("zones") or {}, faults)
    reader = Reader(text, lines, faults)
    facts = reader.read(list(entry.get("topics") or []), list(entry.get("facts") or []))
    gold = Gold(
        entry["id"], path.parent.name, entry.get("annotator", "A"), path, text, entry.get("published"), lines, facts
    )
    faults += faults_of(gold)
    if faults:
        raise GoldError("\n".join(f"{path.parent.name}/{path.name}: {fault}" for fault in faults))
    return gold


def _text_path(path: Path, entry: dict) -> Path:
    if "text" in entry:
        return path.parent / entry["text"]
    places = [path.parent, *(GOLD / split for split in SPLITS)]
    found = [place / f"{entry['id']}.txt" for place in places if (place / f"{entry['id']}.txt").is_file()]
    if not found:
        raise GoldError(f"{path.name}: there is no text {entry['id']}.txt beside it or in {', '.join(SPLITS)}")
    return found[0]


def _lines(text: str, zones: dict, faults: list[str]) -> tuple[Line, ...]:
    """Every line that is not blank; those that `zones` does not list are body."""
    named = {}
    for key, zone in zones.items():
        first, _, last = str(key).partition("-")
        for number in range(int(first), int(last or first) + 1):
            named[number] = zone
    lines, start = [], 0
    for number, raw in enumerate(text.split("\n"), 1):
        zone = named.pop(number, "body" if raw.strip() else None)
        name, role = next(iter(zone.items())) if isinstance(zone, dict) else (zone, None)
        if raw.strip():
            lines.append(Line(number, start, start + len(raw.rstrip()), name, role))
            if name not in ZONES or (name == "furniture") != (role in ROLES):
                faults.append(f"line {number}: no such zone {zone!r}; zones are {', '.join(ZONES)}")
        elif isinstance(zone, str | dict) and str(number) in map(str, zones):
            faults.append(f"line {number} is blank and needs no zone")
        start += len(raw) + 1
    faults += [f"line {number} has a zone, but there is no such line" for number in named]
    return tuple(lines)


class Reader:
    """Turns the entries of one annotation into facts, noting every fault on the way."""

    def __init__(self, text: str, lines: tuple[Line, ...], faults: list[str]):
        self.text, self.lines, self.faults = text, lines, faults
        self.blocks = _blocks(text, lines)
        self.sentences: list[tuple[int, int]] = []

    def read(self, topics: list, entries: list, sentences: list[tuple[int, int]] | None = None) -> tuple[GoldFact, ...]:
        """The facts in the order of the text; sentences are those of the topics, unless they are given."""
        topics = [_spelled_out(topic) for topic in topics]
        topics += [entry for entry in entries if entry.get("kind") == "topic"]
        facts = self._topics(topics)
        self.sentences = sentences or [(fact.start, fact.end) for fact in facts]
        facts += [self._fact(entry) for entry in entries if entry.get("kind") != "topic"]
        return tuple(sorted((fact for fact in facts if fact), key=lambda f: (f.start, f.end, f.kind)))

    def _topics(self, entries: list) -> list[GoldFact]:
        """Topic sentences; one named by its first words ends where the next begins or its block ends."""
        spans = [(entry, self._span(entry)) for entry in entries]
        starts = sorted(span[0] for _, span in spans if span)
        facts = []
        for entry, span in spans:
            if not span:
                continue
            start, end = span
            if entry["quote"].endswith(" …"):
                block = next((b for b in self.blocks if b[0] <= start < b[1]), (start, end))
                end = min([s for s in starts if s > start] + [block[1]])
                end = start + len(self.text[start:end].rstrip())
            facts.append(self._made(entry, start, end))
        return facts

    def _fact(self, entry: dict) -> GoldFact | None:
        if entry.get("kind") not in FIELDS:
            self.faults.append(f"no such kind in {entry}; kinds are {', '.join(FIELDS)}")
            return None
        span = self._span(entry)
        if not span:
            return None
        if entry["quote"].endswith(" …"):
            span = next((s for s in self.sentences if s[0] == span[0]), None)
            if not span:
                self.faults.append(f"{entry['kind']} “{entry['quote']}”: no topic sentence begins so")
                return None
        return self._made(entry, *span)

    def _made(self, entry: dict, start: int, end: int) -> GoldFact:
        needed, defaults = FIELDS[entry["kind"]]
        missing = [name for name in needed if name not in entry]
        unknown = set(entry) - _BASIC - set(needed) - set(defaults)
        name = f"{entry['kind']} “{entry['quote'][:60]}”"
        self.faults += [f"{name}: {what} is missing" for what in missing]
        self.faults += [f"{name}: unknown key {what}" for what in sorted(unknown)]
        fields = {key: _plain(key, entry.get(key, defaults.get(key))) for key in (*needed, *defaults)}
        if entry["kind"] == "amount" and fields["as_printed"] is None:
            fields["as_printed"] = re.sub(r"^[^\d]*", "", self.text[start:end]) or self.text[start:end]
        if entry["kind"] == "statement" and fields["content"]:
            fields["content"] = self._content(name, fields["content"], start, end)
        alternatives = {key: [_plain(key, v) for v in values] for key, values in (entry.get("or") or {}).items()}
        return GoldFact(entry["kind"], start, end, fields, alternatives, bool(entry.get("optional")))

    def _content(self, name: str, content: str, start: int, end: int) -> str:
        """The words of the text that `content` names: first match inside the sentence."""
        found = list(matches(content, self.text[start:end]))
        if not found:
            self.faults.append(f"{name}: content “{content}” does not stand in the sentence")
            return content
        return self.text[start:end][slice(*found[0])]

    def _span(self, entry: dict) -> tuple[int, int] | None:
        quote, nth = entry.get("quote"), entry.get("nth")
        if not quote:
            self.faults.append(f"{entry}: quote is missing")
            return None
        found = list(matches(quote.removesuffix(" …"), self.text))
        places = found
        if nth is None and len(found) > 1:
            allowed = ("body", "dateline") if entry.get("kind") == "date" else ("body",)
            places = [span for span in found if self._zone(span[0]) in allowed]
            if entry.get("kind") in ("topic", "meeting", "statement") and quote.endswith(" …"):
                starts = {s for s, _ in self.sentences}
                places = [span for span in places if span[0] in starts] or places
        number = nth or 1
        if not 1 <= number <= len(places) or (nth is None and len(places) > 1):
            self.faults.append(
                f"{entry.get('kind')} “{quote}”: stands {len(found)} times ({len(places)} may be meant), nth is {nth}"
            )
            return None
        return places[number - 1]

    def _zone(self, offset: int) -> str | None:
        return next((line.zone for line in self.lines if line.start <= offset < line.end), None)


def _spelled_out(topic: dict) -> dict:
    """`- "First words …": [energy]` is short for a topic with quote and sectors."""
    if "quote" in topic:
        return {"kind": "topic", **topic}
    ((quote, sectors),) = topic.items()
    return {"kind": "topic", "quote": quote, "sectors": sectors}


def _plain(key: str, value: object) -> object:
    """YAML reads 2024-05-04 as a date and 2024 as a number; both are text here."""
    return str(value) if isinstance(value, dt.date) or (key in ("date", "period") and value is not None) else value


def _blocks(text: str, lines: tuple[Line, ...]) -> list[tuple[int, int]]:
    """Paragraphs of body: runs of body lines without a blank line or another zone between them."""
    blocks: list[tuple[int, int]] = []
    previous = None
    for line in lines:
        if line.zone == "body":
            if previous and previous.zone == "body" and previous.number == line.number - 1:
                blocks[-1] = (blocks[-1][0], line.end)
            else:
                blocks.append((line.start, line.end))
        previous = line
    return blocks


if __name__ == "__main__":  # python tests/gold_loader.py: every fault of every file
    for one in sorted(GOLD.glob("*/*.yml")):
        try:
            gold = load(one)
            print(f"{one.parent.name}/{one.name}: {len(gold.text)} characters, {len(gold.facts)} facts")
        except GoldError as error:
            print(error)
