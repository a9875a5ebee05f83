"""What must hold of an annotation: every fault that can be seen without reading the text again."""

import datetime as dt
import re
from collections.abc import Iterator

from gold_document import BASES, BOUNDS, FORMS, MODES, SECTORS, STATUSES, Gold, GoldFact, matches

# “LONDON, 4 May (Reuters) –”, “MINSK, Belarus, May 4.”: may stand outside the first sentence.
_RUN_IN_DATELINE = re.compile(r"\S.{1,120}(-|–|—|\)|:|\|)|[A-Z]{3,}, .{1,80}[\d/]\.")
# A full stop after which a topic should have ended; “Prof. X”, “J. K. X” and “6 p.m. Tuesday” are no such place.
_SENTENCE_END = re.compile(r"(?<![\w.])[a-z0-9][\w’'-]*[.!?][”\"’]*\s+[“\"‘(]?[A-Z]")
_TAG = re.compile(r"<[^<>]*>")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


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
    name, faults = _name(gold, fact), field_faults(gold, fact)
    if fact.kind == "person":
        faults += [f"{name}: {what}" for what in _office_faults(gold, fact.fields)]
    zones = {line.zone for line in gold.lines if line.start < fact.end and fact.start < line.end}
    if not zones <= ({"body", "dateline"} if fact.kind == "date" else {"body"}):
        faults.append(f"{name}: rests on {', '.join(sorted(zones - {'body'}))}, and only body may bear it")
    if fact.kind in ("statement", "meeting") and not any(
        (t.start, t.end) == (fact.start, fact.end) for t in gold.of("topic")
    ):
        faults.append(f"{name}: is not a whole sentence as the topics have it")
    return faults


def field_faults(gold: Gold, fact: GoldFact) -> list[str]:
    """What cannot be right in the values of a fact, wherever it stands."""
    name = _name(gold, fact)
    faults = [f"{name}: {what}" for what in _CHECKS[fact.kind](gold, fact.fields)]
    return faults + [f"{name}: or-values for the unknown {key}" for key in fact.alternatives if key not in fact.fields]


def _name(gold: Gold, fact: GoldFact) -> str:
    return f"{fact.kind} “{gold.text[fact.start : fact.end][:60]}”"


def _number_faults(gold: Gold, fields: dict) -> Iterator[str]:
    value, low, high = fields["value"], fields["low"], fields["high"]
    if (value is None) != (low is not None and high is not None):
        yield "needs either a value, or low and high"
    if any(n is not None and not isinstance(n, int | float) for n in (value, low, high)):
        yield f"value must be a number: {value!r}, {low!r}, {high!r}"
    elif value is None and low is not None and high is not None and not low < high:
        yield "low must be less than high"
    if fields["bound"] not in BOUNDS:
        yield f"no such bound {fields['bound']!r}"


def _amount_faults(gold: Gold, fields: dict) -> Iterator[str]:
    yield from _number_faults(gold, fields)
    if not re.fullmatch("[A-Z]{3}", str(fields["currency"])):
        yield f"no currency code: {fields['currency']!r}"
    if fields["equivalent_of"] and not list(matches(fields["equivalent_of"], gold.text)):
        yield f"equivalent_of “{fields['equivalent_of']}” does not stand in the text"


def _date_faults(gold: Gold, fields: dict) -> Iterator[str]:
    yield from _when_faults(fields["date"])
    if fields["basis"] not in BASES:
        yield f"no such basis {fields['basis']!r}"
    if (fields["basis"] == "inferred") != bool(fields["arithmetic"]):
        yield "an inferred date, and only that, names its arithmetic"


def _when_faults(when: object) -> Iterator[str]:
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


def _person_faults(gold: Gold, fields: dict) -> Iterator[str]:
    if not list(matches(fields["name"], gold.text)):
        yield f"name “{fields['name']}” does not stand in the text"
    yield from _country_faults(fields["country"])


def _office_faults(gold: Gold, fields: dict) -> Iterator[str]:
    for office in (fields["office"] or "").split("; "):
        if office and not list(matches(office.lower(), gold.text.lower())):
            yield f"office “{office}” does not stand in the text"


def _country_faults(country: object) -> Iterator[str]:
    if country is not None and not re.fullmatch("[A-Z]{2}", str(country)):
        yield f'no country code: {country!r} (quote "NO" in YAML)'


def _meeting_faults(gold: Gold, fields: dict) -> Iterator[str]:
    if fields["date"] is not None:
        yield from _when_faults(fields["date"])
    if not fields["participants"] or not isinstance(fields["participants"], list):
        yield "participants must be a list of at least one"
        return
    for one in fields["participants"]:
        if not list(matches(one.lower(), gold.text.lower())):
            yield f"participant “{one}” does not stand in the text"
    if fields["place"] and not list(matches(fields["place"], gold.text)):
        yield f"place “{fields['place']}” does not stand in the text"
    if fields["form"] not in FORMS or fields["status"] not in STATUSES:
        yield f"no such form or status: {fields['form']!r}, {fields['status']!r}"


def _statement_faults(gold: Gold, fields: dict) -> Iterator[str]:
    for name in (*fields["speaker"].split("; "), *([fields["told_by"]] if fields["told_by"] else [])):
        if not list(matches(name.lower(), gold.text.lower())):
            yield f"“{name}” (speaker or told_by) does not stand in the text"
    if fields["mode"] not in MODES:
        yield f"no such mode {fields['mode']!r}"
    if not list(matches(fields["cue"].lower(), gold.text.lower())):
        yield f"cue “{fields['cue']}” does not stand in the text"


def _topic_faults(gold: Gold, fields: dict) -> Iterator[str]:
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
