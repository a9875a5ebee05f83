"""House style: a claim → the words that fill its empty span."""

import datetime as dt
import functools
from pathlib import Path

import yaml

DATA = Path(__file__).parent / "brief" / "wording.yml"
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


@functools.cache
def words() -> dict:
    """The word lists of `brief/wording.yml`."""
    return yaml.safe_load(DATA.read_text(encoding="utf-8"))


def house(claim: dict) -> str:
    """The claim's value in house style; what fills an empty span.

    Amounts “$28.8 billion”, percents “94.1%”, shares “10 of 22” (or “45%” without a whole), counts and numbers
    with thousands commas, dates “13 October 2025”, booleans yes and no, text as it stands.
    """
    return _SAY[claim["kind"]](claim)


def _amount(claim: dict) -> str:
    return _bounded(claim, functools.partial(money, currency=claim["unit"], exact=_kept_whole(claim)))


def money(value: float, currency: str, exact: bool = True) -> str:
    """“$28.8 billion”, “AZN 1 million”, “£500,000”; four significant digits unless `exact`."""
    scale, word = next(((s, f" {w}") for s, w in SCALES if abs(value) >= s), (1, ""))
    sign = words()["currencies"].get(currency, f"{currency} ")
    return f"{_minus(value)}{sign}{digits(abs(value) / scale, None if exact else 4)}{word}"


def _percent(claim: dict) -> str:
    return _bounded(claim, lambda value: f"{_minus(value)}{digits(abs(value), None if _kept_whole(claim) else 3)}%")


def _share(claim: dict) -> str:
    if claim.get("of"):
        return f"{round(claim['value'] * claim['of']):,} of {claim['of']:,}"
    return f"{digits(claim['value'] * 100, 2)}%"


def _number(claim: dict) -> str:
    significant = None if claim["kind"] == "count" or _kept_whole(claim) else 3
    return _bounded(claim, lambda value: _minus(value) + digits(abs(value), significant))


def _kept_whole(claim: dict) -> bool:
    """A source's or record's own number is never rounded; a computed one is."""
    return claim.get("support") in {"source", "record"}


def _bounded(claim: dict, say) -> str:
    if claim.get("value") is None and claim.get("low") is not None and claim.get("high") is not None:
        return f"{say(claim['low'])} to {say(claim['high'])}"
    value, bound = claim.get("value"), claim.get("bound") or "exact"
    if value is None:
        value, bound = (claim["low"], "over") if claim.get("low") is not None else (claim["high"], "under")
    return words()["house_bounds"][bound] + say(value)


def _minus(value: float) -> str:
    return "−" if value < 0 else ""


def digits(value: float, significant: int | None = None) -> str:
    """A number with thousands commas, without idle zeros; integers are never rounded."""
    if significant and value and value != int(value):
        whole = len(str(int(abs(value)))) if abs(value) >= 1 else 0
        value = round(value, max(significant - whole, 0))
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def _date(claim: dict) -> str:
    return date_in_words(str(claim["value"]))


def date_in_words(iso: str) -> str:
    """ISO date or interval → “13 October 2025”, “October 2025”, “2025”, “January to March 2025”, “2022–2024”."""
    first, _, last = iso.partition("/")
    if not last or first == last:
        return day(first)
    if len(first) == len(last) == 4:
        return f"{first}–{last}"
    start, end = day(first).split(), day(last).split()
    if start[1:] == end[1:]:
        return f"{start[0]}–{day(last)}" if len(first) == 10 else f"{start[0]} to {day(last)}"
    if start[-1] == end[-1]:
        start.pop()
    return f"{' '.join(start)} to {day(last)}"


def day(iso: str) -> str:
    """One ISO date, of whatever precision, in words."""
    parts = [int(part) for part in iso.split("-")]
    month = [words()["months"][parts[1] - 1]] if len(parts) > 1 else []
    return " ".join([*(str(part) for part in parts[2:]), *month, f"{parts[0]:04d}"])


def weekday(iso: str) -> str | None:
    """The day of the week of a full date."""
    return words()["weekdays"][dt.date.fromisoformat(iso).weekday()] if len(iso) == 10 else None


_SAY = {
    "amount": _amount, "percent": _percent, "share": _share, "count": _number, "number": _number, "date": _date,
    "text": lambda claim: str(claim["value"]), "boolean": lambda claim: "yes" if claim["value"] else "no",
}  # fmt: skip
