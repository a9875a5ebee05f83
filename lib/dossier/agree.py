"""Do the words of an asserted span agree with the claim's value?

Rules, by what is written:

- a plain number agrees when the value, rounded to the digits that are printed, is that number; a whole number
  of one digit must be the value itself; counts and wholes must be exact, and what was counted is not “about” itself;
- “about” may round: to within a tenth of the value; “over” stands below the value and “nearly” and “up to”
  above it, each within a tenth; a value that is itself only a bound (“over $32 billion”) keeps its word;
- “10 of 22” names part and whole exactly; “half”, “a third”, “six in ten” lie within the points of wording.yml;
- a date may be said as coarsely as one likes, never more finely than the evidence has it;
- text stands verbatim; other words in a span must be words of the claim's label.
"""

import re
from dataclasses import dataclass

from .dateways import date_ways
from .numerals import numerals
from .wording import house, money, words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[-−]")
_NUMERIC = {"amount", "percent", "share", "count", "number"}
_QUOTES = str.maketrans("‘’“”", "''\"\"")


@dataclass(frozen=True)
class Reading:
    """What a span says: a number between low and high, how finely it is printed, and what remains."""

    bound: str
    low: float
    high: float
    grain: float  # the unit of the last digit printed; 0 for a number in words
    figures: int  # digits printed
    unit: str | None
    rest: str


def disagreement(claim: dict, text: str) -> str | None:
    """None if `text` may stand for the claim; else what was expected, in words for the author."""
    said = " ".join(text.split())
    if claim["kind"] in _NUMERIC:
        agreed = _says_number(claim, said)
    else:
        agreed = {"date": _says_date, "text": _says_text, "boolean": _says_boolean}[claim["kind"]](claim, said)
    return None if agreed else expected(claim)


def expected(claim: dict) -> str:
    """The words that would agree: house style, and for rounded money and shares one more way."""
    ways = [house(claim)]
    if claim["kind"] == "share" and claim.get("of"):
        ways.append(f"{100 * claim['value']:.0f}%")
    if claim["kind"] == "amount" and claim.get("value") and claim.get("bound") == "exact":
        ways.append("about " + money(float(f"{claim['value']:.2g}"), claim["unit"]))
    return " or ".join(f"“{way}”" for way in dict.fromkeys(ways))


def _says_number(claim: dict, said: str) -> bool:
    if claim["kind"] == "share" and claim.get("of"):
        if (parts := _part_of_whole(claim, said)) is not None:
            return parts
    if claim["value"] == 0 and _bare(said, claim) in words()["nothing"]:
        return True
    if (
        claim["kind"] in {"share", "percent"}
        and claim["value"] is not None
        and (agreed := _says_fraction(claim, said)) is not None
    ):
        return agreed
    reading = read(said, claim["kind"])
    return (
        reading is not None
        and not _points(said, claim)
        and _unit_fits(claim, reading)
        and _idle(reading.rest, claim)
        and _number_fits(claim, reading)
    )


def _part_of_whole(claim: dict, said: str) -> bool | None:
    """“10 of 22”, “ten out of the 22 episodes”: exact in both; None if it is not said that way."""
    match = re.fullmatch(r"(.+?) (?:out )?of (?:the |all )?(.+)", said, re.IGNORECASE)
    part, whole = (read(match[1]), read(match[2])) if match else (None, None)
    if part is None or whole is None or part.unit or whole.unit:
        return None
    k, n = round(claim["value"] * claim["of"]), claim["of"]
    exact = part.bound == whole.bound == "exact" and part.low == part.high == k and whole.low == whole.high == n
    return exact and _idle(part.rest, claim) and _idle(whole.rest, claim)


def _says_fraction(claim: dict, said: str) -> bool | None:
    """“half”, “over a third”, “six in ten”; None if no fraction is said."""
    bound, core = _bound(said.lower())
    percent = claim["value"] * (100 if claim["kind"] == "share" else 1)
    points = words()["fraction_points"]
    core = _bare(core, claim)
    if fraction := words()["fractions"].get(core.replace("-", " ").removeprefix("only ")):
        return _near(percent, 100 * fraction[0] / fraction[1], bound, points)
    match = re.fullmatch(r"(?:a |an )?(\S+) in (?:every )?(\S+)", core)
    parts = [read(part) for part in match.groups()] if match else [None]
    if any(part is None or part.unit or part.low != part.high for part in parts) or not parts[-1].high:
        return None
    part, whole = (reading.high for reading in parts)
    wide = min(words()["in_points"], 50 / whole) if bound == "exact" else points[bound]
    return _near(percent, 100 * part / whole, bound, points | {bound: wide})


def _near(percent: float, stated: float, bound: str, points: dict) -> bool:
    """Does a percentage lie on the side the bound says, and no further off than its points?"""
    gap = percent - stated
    side = {"over": gap > 0, "under": gap < 0, "nearly": gap < 0}.get(bound, True)
    return side and abs(gap) <= points["exact" if bound == "exactly" else bound] + 1e-9


def _points(said: str, claim: dict) -> bool:
    """Does the span speak of points, a difference of two percentages, where the claim's label does not?"""
    spoken, label = ({*_WORD.findall(text.lower())} for text in (said, str(claim.get("label") or "")))
    return bool(spoken & set(words()["points"])) and not label & set(words()["points"])


def suggests(claim: dict, text: str) -> bool:
    """May the span be proposed to an author: does it agree, and is it what the claim says by itself?"""
    often = " ".join(text.lower().split()) in words()["times"]
    return disagreement(claim, text) is None and not (often and claim["kind"] == "count")


def read(said: str, kind: str = "count") -> Reading | None:
    """The one number that a span says of a claim of that kind; None for none, or for several that are no range."""
    bound, core = _bound(said)
    down = any(word in words()["down"] for word in _WORD.findall(core.lower()))
    found = [one for one in numerals(core) if getattr(one, "form", None) not in {"ordinal", "fraction"}]
    if kind != "number" and any(one.form == "multiple" for one in found) and core.lower() not in words()["times"]:
        return None
    if not found or len(found) > 1 and not _is_range(core, found):
        return _in_words(bound, core, kind)
    one, last = found[0], found[-1]
    printed, rest = core[last.start : last.end], f"{core[: one.start]} {core[last.end :]}"
    low = one.low if one.low is not None else one.value
    high = last.high if last.high is not None else last.value
    if low is None or high is None or one.unit != last.unit:
        return None
    grain, figures = _grain(printed, max(abs(low), abs(high)))
    low, high = (-abs(high), -abs(low)) if down else (low, high)
    return Reading(bound, low, high, grain, figures, one.unit, rest)


def _is_range(core: str, found: list) -> bool:
    """“$5 billion to $7 billion”: two numbers with nothing but their joint between them."""
    return len(found) == 2 and core[found[0].end : found[1].start].strip() in {"to", "–", "-", "and"}


def _in_words(bound: str, core: str, kind: str) -> Reading | None:
    """“once”, “a dozen”; of a ratio also “doubled”: numbers of the brief's own lists."""
    listed = words()["numbers"] | words()["times" if kind == "count" else "factors"]
    number = listed.get(core.lower().strip())
    return None if number is None else Reading(bound, number, number, 0, 0, None, "")


def _grain(printed: str, value: float) -> tuple[float, int]:
    """Unit of the last printed digit, multiplied out, and the count of digits; (0, 0) for a number in words."""
    match = re.findall(r"\d[\d,  ]*(?:\.\d+)?", printed)
    if not match:
        return 0, 0
    text = re.sub(r"[^\d.]", "", match[-1])
    number = float(text)
    scale = value / number if number else 1
    return scale * 10 ** -len(text.partition(".")[2]), len(text.replace(".", "").lstrip("0"))


def _bound(said: str) -> tuple[str, str]:
    """The bound that a span's words put on its number, and the span without them."""
    phrases = ((phrase, bound) for bound, listed in words()["bounds"].items() for phrase in listed)
    for phrase, bound in sorted(phrases, key=lambda pair: -len(pair[0])):
        match = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", said, re.IGNORECASE)
        if match:
            return bound, " ".join((said[: match.start()] + said[match.end() :]).split())
    return "exact", said


def _unit_fits(claim: dict, reading: Reading) -> bool:
    wanted = {"amount": claim.get("unit"), "percent": "percent", "share": "percent"}.get(claim["kind"])
    return reading.unit == wanted


def _number_fits(claim: dict, reading: Reading) -> bool:
    factor = 100 if claim["kind"] == "share" else 1
    value, low, high = (
        (end if end is None else end * factor) for end in (claim["value"], claim.get("low"), claim.get("high"))
    )
    if value is None and low is not None and high is not None:
        return reading.bound == "exact" and (_rounds(low, reading), _rounds(high, reading)) == (
            reading.low,
            reading.high,
        )
    if reading.low != reading.high:
        return False
    stated, own = reading.low, claim.get("bound") or "exact"
    if value is None:
        value, own = (low, "over") if low is not None else (high, "under")
    if own != "exact":
        return _keeps_bound(own, value, reading)
    if reading.bound in {"exact", "exactly"}:
        return _is(claim, value, reading)
    if claim["kind"] == "count" and reading.bound == "about" and _same(stated, value):
        return False  # what was counted is not “about” itself
    side = {"over": stated < value, "under": stated > value, "nearly": stated > value}.get(reading.bound, True)
    return side and abs(stated - value) <= words()["loose_part"] * abs(value)


def _is(claim: dict, value: float, reading: Reading) -> bool:
    if claim["kind"] == "count" or reading.figures < 2 or reading.bound == "exactly":
        return _same(value, reading.low)
    return _same(_rounds(value, reading), reading.low)


def _rounds(value: float, reading: Reading) -> float:
    """The value, rounded half up to the printed digits; the value itself where they say it exactly."""
    if not reading.grain:
        return value
    steps = value / reading.grain
    rounded = reading.grain * (int(abs(steps) + 0.5 + 1e-9) * (1 if steps >= 0 else -1))
    return next((end for end in (reading.low, reading.high) if _same(end, rounded)), rounded)


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-9 * max(1.0, abs(one), abs(other))


def _keeps_bound(own: str, value: float, reading: Reading) -> bool:
    """A value that is only a bound is said with its word, and not beyond it."""
    if reading.bound != own:
        return False
    if own == "about":
        return abs(reading.low - value) <= words()["loose_part"] * abs(value)
    gap = (value - reading.low) * (1 if own == "over" else -1)
    return -1e-9 * abs(value) <= gap <= words()["loose_part"] * abs(value)


def _bare(text: str, claim: dict) -> str:
    """The span without the label's words, for lists that are looked up whole."""
    label = set(_WORD.findall(str(claim.get("label") or "").lower()))
    kept = [word for word in text.lower().split() if word.strip(".,;:") not in label - {"a", "in", "of", "not"}]
    return " ".join(kept)


def _idle(rest: str, claim: dict) -> bool:
    """Is what stands beside the number only grammar, or words of the claim's label?"""
    label = set(_WORD.findall(str(claim.get("label") or "").lower()))
    allowed = label | {f"{word}s" for word in label} | set(words()["idle"]) | set(words()["down"])
    return all(word in allowed for word in _WORD.findall(rest.lower()))


def _says_date(claim: dict, said: str) -> bool:
    return re.sub(r"^(on|in|by|from|to|the) (the )?", "", said.lower()) in {
        way.lower() for way in date_ways(str(claim["value"]))
    }


def _says_text(claim: dict, said: str) -> bool:
    """Verbatim: the value, or a run of its whole words, with or without quotation marks round it."""
    value = " ".join(str(claim["value"]).translate(_QUOTES).split())
    bare = said.translate(_QUOTES).strip("\"'")
    return bool(bare) and re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", value, re.IGNORECASE) is not None


def _says_boolean(claim: dict, said: str) -> bool:
    return said.lower() == house(claim)
