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
from dataclasses import dataclass, field
from pathlib import Path

import yaml

GOLD = Path(__file__).parent / "gold"
SPLITS = ("seeds", "train", "dev", "test")
SECTORS = ("energy", "defence", "trade_investment", "peace", "reconstruction_demining", "other")
BOUNDS = ("exact", "about", "over", "under")
ZONES = ("headline", "standfirst", "dateline", "caption", "body", "furniture")
ROLES = ("navigation", "byline", "source", "related", "share", "promo", "tags", "comments", "legal")
FORMS, STATUSES, MODES = ("meeting", "call", "visit"), ("held", "planned", "cancelled"), ("direct", "indirect")
BASES = ("printed", "relative", "inferred")

# Per kind: the fields that must be given, and those that may be left out with their default.
FIELDS = {
    "amount": (
        ("value", "currency"),
        {
            "low": None, "high": None, "bound": "exact", "measure": None, "period": None, "as_printed": None,
            "magnitude_missing": False, "equivalent_of": None,
        },
    ),
    "percent": (("value",), {"low": None, "high": None, "bound": "exact", "measure": None, "period": None}),
    "date": (("date", "basis"), {"arithmetic": None}),
    "person": (("name",), {"office": None, "country": None}),
    "meeting": (("participants",), {"date": None, "place": None, "form": "meeting", "status": "held"}),
    "statement": (
        ("speaker", "cue", "content"),
        {"mode": "indirect", "negated": False, "told_by": None},
    ),
    "topic": (("sectors",), {"terms": ()}),
}  # fmt: skip
_BASIC = {"kind", "quote", "nth", "optional", "or"}
# “LONDON, 4 May (Reuters) –”: may stand outside the first sentence.
_RUN_IN_DATELINE = re.compile(r"\S.{1,120}(-|–|—|\)|:|\|)")
# A full stop after which a topic should have ended; “Prof. X”, “J. K. X” and “6 p.m. Tuesday” are no such place.
_SENTENCE_END = re.compile(r"(?<![\w.])[a-z0-9][\w’'-]*[.!?][”\"’]*\s+[“\"‘(]?[A-Z]")
_TAG = re.compile(r"<[^<>]*>")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class GoldError(ValueError):
    """An annotation that cannot be right; the message names file, fact and reason."""


@dataclass(frozen=True)
class Line:
    """A line of the text that is not blank: code points `start` to `end`, its zone and, if furniture, its role."""

    number: int
    start: int
    end: int
    zone: str
    role: str | None = None


@dataclass(frozen=True)
class GoldFact:
    """One annotated fact: `text[start:end]`, its fields, and which of its readings are open."""

    kind: str
    start: int
    end: int
    fields: dict
    alternatives: dict = field(default_factory=dict)
    optional: bool = False

    def accepts(self, name: str, found: object, same=lambda a, b: a == b) -> bool:
        """Is `found` a right value of field `name`? `same` compares two values."""
        return any(same(right, found) for right in [self.fields[name], *self.alternatives.get(name, [])])


@dataclass(frozen=True)
class Gold:
    """A text as a careful reader annotated it."""

    id: str
    split: str
    annotator: str
    path: Path
    text: str
    published: dt.date | None
    lines: tuple[Line, ...]
    facts: tuple[GoldFact, ...]

    def of(self, kind: str) -> list[GoldFact]:
        return [fact for fact in self.facts if fact.kind == kind]


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
    reader = _Reader(text, lines, faults)
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


class _Reader:
    """Turns the entries of one annotation into facts, noting every fault on the way."""

    def __init__(self, text: str, lines: tuple[Line, ...], faults: list[str]):
        self.text, self.lines, self.faults = text, lines, faults
        self.blocks = _blocks(text, lines)
        self.sentences: list[tuple[int, int]] = []

    def read(self, topics: list, entries: list) -> tuple[GoldFact, ...]:
        topics = [_spelled_out(topic) for topic in topics]
        topics += [entry for entry in entries if entry.get("kind") == "topic"]
        facts = self._topics(topics)
        self.sentences = [(fact.start, fact.end) for fact in facts]
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
        fields = {key: _plain(entry.get(key, defaults.get(key))) for key in (*needed, *defaults)}
        if entry["kind"] == "amount" and fields["as_printed"] is None:
            fields["as_printed"] = re.sub(r"^[^\d]*", "", self.text[start:end]) or self.text[start:end]
        if entry["kind"] == "statement" and fields["content"]:
            fields["content"] = self._content(name, fields["content"], start, end)
        alternatives = {key: [_plain(v) for v in values] for key, values in (entry.get("or") or {}).items()}
        return GoldFact(entry["kind"], start, end, fields, alternatives, bool(entry.get("optional")))

    def _content(self, name: str, content: str, start: int, end: int) -> str:
        """The words of the text that `content` names: first match inside the sentence."""
        found = list(_matches(content, self.text[start:end]))
        if not found:
            self.faults.append(f"{name}: content “{content}” does not stand in the sentence")
            return content
        return self.text[start:end][slice(*found[0])]

    def _span(self, entry: dict) -> tuple[int, int] | None:
        quote, nth = entry.get("quote"), entry.get("nth")
        if not quote:
            self.faults.append(f"{entry}: quote is missing")
            return None
        found = list(_matches(quote.removesuffix(" …"), self.text))
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


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value


def _matches(quote: str, text: str):
    """Spans of `quote` in `text`: whitespace matches any whitespace, “A … B” what begins with A and ends with B."""
    parts = [r"\s+".join(re.escape(word) for word in part.split()) for part in quote.split(" … ")]
    before = r"(?<!\w)" if re.match(r"\w", quote) else ""
    after = r"(?!\w)" if re.search(r"\w$", quote) else ""
    for match in re.finditer(before + r"[\s\S]{1,1500}?".join(parts) + after, text):
        yield match.span()


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


# --- what must hold -------------------------------------------------------------------------------------


def faults_of(gold: Gold) -> list[str]:
    """Everything about the annotation that cannot be right, one sentence each."""
    return [*_untagged(gold), *_twice(gold), *(f for fact in gold.facts for f in _fact_faults(gold, fact))]


def _untagged(gold: Gold) -> list[str]:
    """Body text outside every topic sentence, and topic sentences that overlap."""
    topics, faults = gold.of("topic"), []
    covered = bytearray(len(gold.text))
    for fact in topics:
        if any(covered[fact.start : fact.end]):
            faults.append(f"topic “{gold.text[fact.start : fact.start + 50]}” overlaps the one before")
        for match in _SENTENCE_END.finditer(gold.text, fact.start, fact.end):
            faults.append(f"topic holds two sentences? “{gold.text[match.start() - 25 : match.end() + 25]}”")
        covered[fact.start : fact.end] = b"\1" * (fact.end - fact.start)
    for line in gold.lines:
        left = "".join(gold.text[i] for i in range(line.start, line.end) if not covered[i]).strip()
        left = _TAG.sub("", left).strip()
        if line.zone == "body" and left and not _RUN_IN_DATELINE.fullmatch(left):
            faults.append(f"line {line.number}: no topic covers “{left[:80]}”")
    return faults


def _twice(gold: Gold) -> list[str]:
    seen, faults = set(), []
    for fact in gold.facts:
        key = (fact.kind, fact.start, fact.end, str(sorted((name, str(value)) for name, value in fact.fields.items())))
        if key in seen:
            faults.append(f"{fact.kind} “{gold.text[fact.start : fact.end][:60]}” stands twice")
        seen.add(key)
    names = [fact.fields["name"] for fact in gold.of("person")]
    return faults + [f"person {name} stands twice" for name in sorted(set(names)) if names.count(name) > 1]


def _fact_faults(gold: Gold, fact: GoldFact) -> list[str]:
    name = f"{fact.kind} “{gold.text[fact.start : fact.end][:60]}”"
    faults = [f"{name}: {what}" for what in _CHECKS[fact.kind](gold, fact.fields)]
    faults += [f"{name}: or-values for the unknown field {key}" for key in fact.alternatives if key not in fact.fields]
    zones = {line.zone for line in gold.lines if line.start < fact.end and fact.start < line.end}
    if not zones <= ({"body", "dateline"} if fact.kind == "date" else {"body"}):
        faults.append(f"{name}: rests on {', '.join(sorted(zones - {'body'}))}, and only body may bear it")
    if fact.kind in ("statement", "meeting") and not any(
        (t.start, t.end) == (fact.start, fact.end) for t in gold.of("topic")
    ):
        faults.append(f"{name}: is not a whole sentence as the topics have it")
    return faults


def _number_faults(gold: Gold, fields: dict):
    value, low, high = fields["value"], fields["low"], fields["high"]
    if (value is None) != (low is not None and high is not None):
        yield "needs either a value, or low and high"
    if any(n is not None and not isinstance(n, int | float) for n in (value, low, high)):
        yield f"value must be a number: {value!r}, {low!r}, {high!r}"
    elif value is None and low is not None and high is not None and not low < high:
        yield "low must be less than high"
    if fields["bound"] not in BOUNDS:
        yield f"no such bound {fields['bound']!r}"


def _amount_faults(gold: Gold, fields: dict):
    yield from _number_faults(gold, fields)
    if not re.fullmatch("[A-Z]{3}", str(fields["currency"])):
        yield f"no currency code: {fields['currency']!r}"
    if fields["equivalent_of"] and not list(_matches(fields["equivalent_of"], gold.text)):
        yield f"equivalent_of “{fields['equivalent_of']}” does not stand in the text"


def _date_faults(gold: Gold, fields: dict):
    yield from _when_faults(fields["date"])
    if fields["basis"] not in BASES:
        yield f"no such basis {fields['basis']!r}"
    if (fields["basis"] == "inferred") != bool(fields["arithmetic"]):
        yield "an inferred date, and only that, names its arithmetic"


def _when_faults(when: object):
    """Is it YYYY, YYYY-MM, YYYY-MM-DD or an interval of such, and a day that exists?"""
    parts = str(when).split("/")
    if not all(_DATE.fullmatch(part) for part in parts) or len(parts) > 2:
        yield f"no date: {when!r}"
        return
    try:
        days = [dt.date(*(int(n) for n in (*part.split("-"), 1, 1)[:3])) for part in parts]
    except ValueError as error:
        yield f"{when!r}: {error}"
        return
    if days != sorted(days) or not all(1000 <= day.year <= 2200 for day in days):
        yield f"{when!r}: ends before it begins, or is out of our time"


def _person_faults(gold: Gold, fields: dict):
    if not list(_matches(fields["name"], gold.text)):
        yield f"name “{fields['name']}” does not stand in the text"
    yield from _country_faults(fields["country"])
    for office in (fields["office"] or "").split("; "):
        if office and not list(_matches(office.lower(), gold.text.lower())):
            yield f"office “{office}” does not stand in the text"


def _country_faults(country: object):
    if country is not None and not re.fullmatch("[A-Z]{2}", str(country)):
        yield f"no country code: {country!r} (quote \"NO\" in YAML)"


def _meeting_faults(gold: Gold, fields: dict):
    if fields["date"] is not None:
        yield from _when_faults(fields["date"])
    if not fields["participants"] or not isinstance(fields["participants"], list):
        yield "participants must be a list of at least one"
        return
    for one in fields["participants"]:
        if not list(_matches(one.lower(), gold.text.lower())):
            yield f"participant “{one}” does not stand in the text"
    if fields["place"] and not list(_matches(fields["place"], gold.text)):
        yield f"place “{fields['place']}” does not stand in the text"
    if fields["form"] not in FORMS or fields["status"] not in STATUSES:
        yield f"no such form or status: {fields['form']!r}, {fields['status']!r}"


def _statement_faults(gold: Gold, fields: dict):
    for name in (*fields["speaker"].split("; "), *([fields["told_by"]] if fields["told_by"] else [])):
        if not list(_matches(name.lower(), gold.text.lower())):
            yield f"“{name}” (speaker or told_by) does not stand in the text"
    if fields["mode"] not in MODES:
        yield f"no such mode {fields['mode']!r}"
    if not list(_matches(fields["cue"].lower(), gold.text.lower())):
        yield f"cue “{fields['cue']}” does not stand in the text"


def _topic_faults(gold: Gold, fields: dict):
    sectors = fields["sectors"]
    if not sectors or set(sectors) - set(SECTORS) or len(set(sectors)) < len(sectors):
        yield f"sectors must be one or more of {', '.join(SECTORS)}: {sectors}"
    elif "other" in sectors and len(sectors) > 1:
        yield "“other” stands alone"


_CHECKS = {
    "amount": _amount_faults,
    "percent": _number_faults,
    "date": _date_faults,
    "person": _person_faults,
    "meeting": _meeting_faults,
    "statement": _statement_faults,
    "topic": _topic_faults,
}


if __name__ == "__main__":  # python tests/gold_loader.py: every fault of every file
    for one in sorted(GOLD.glob("*/*.yml")):
        try:
            gold = load(one)
            print(f"{one.parent.name}/{one.name}: {len(gold.text)} characters, {len(gold.facts)} facts")
        except GoldError as error:
            print(error)
