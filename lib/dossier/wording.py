"""House style: a claim → the words that fill its empty span."""

import datetime as dt
import functools
from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
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
    return _bounded(claim, functools.partial(money, currency=claim["unit"], significant=_kept(claim, 4)))


def money(value: float, currency: str, significant: int | None = None, way: str = ROUND_HALF_UP) -> str:
    """“$28.8 billion”, “AZN 1 million”, “£500,000”, rounded to so many significant digits, or not at all."""
    number = _decimal(value)
    if significant and number:
        number = number.quantize(_grain(number, significant, whole=abs(number) < SCALES[-1][0]), way)
    scale, word = next(((s, f" {w}") for s, w in SCALES if abs(number) >= s), (1, ""))
    sign = words()["currencies"].get(currency, f"{currency} ")
    return f"{_minus(number)}{sign}{_grouped(abs(number) / scale)}{word}"


def _percent(claim: dict) -> str:
    return _bounded(claim, lambda value, way=ROUND_HALF_UP: f"{_signed(value, _kept(claim, 3), way)}%")


def _share(claim: dict) -> str:
    if claim.get("of"):
        return f"{round(claim['value'] * claim['of']):,} of {claim['of']:,}"
    percent = _decimal(claim["value"] * 100)
    return f"{percent.quantize(_grain(percent, 2), ROUND_HALF_UP) if percent else 0}%"


def _number(claim: dict) -> str:
    significant = None if claim["kind"] == "count" else _kept(claim, 3)
    return _bounded(claim, lambda value, way=ROUND_HALF_UP: _signed(value, significant, way))


def _kept(claim: dict, significant: int) -> int | None:
    """A source's or record's own number is never rounded; a computed one is, to so many digits."""
    return None if claim.get("support") in {"source", "record"} else significant


def _bounded(claim: dict, say: Callable[..., str]) -> str:
    """A range, or a value with its bound; “over” rounds down and “up to” up, so that both stay true."""
    if claim.get("value") is None and claim.get("low") is not None and claim.get("high") is not None:
        return f"{say(claim['low'])} to {say(claim['high'])}"
    value, bound = claim.get("value"), claim.get("bound") or "exact"
    if value is None:
        value, bound = (claim["low"], "over") if claim.get("low") is not None else (claim["high"], "under")
    way = {"over": ROUND_FLOOR, "under": ROUND_CEILING}.get(bound, ROUND_HALF_UP)
    return words()["house_bounds"][bound] + say(value, way=way)


def _minus(value: float | Decimal) -> str:
    return "−" if value < 0 else ""


def _decimal(value: float) -> Decimal:
    """The number as it is printed, without the noise of the floating point."""
    return Decimal(f"{value:.12g}") if isinstance(value, float) else Decimal(value)


def _signed(value: float, significant: int | None, way: str) -> str:
    text = digits(value, significant, way)
    return text.replace("-", "−")


def digits(value: float, significant: int | None = None, way: str = ROUND_HALF_UP) -> str:
    """A number with thousands commas, without idle zeros; its whole part is never rounded away."""
    number = _decimal(value)
    if significant and number and number != number.to_integral_value():
        number = number.quantize(_grain(number, significant), way)
    return _grouped(number)


def _grain(number: Decimal, significant: int, whole: bool = True) -> Decimal:
    """The unit to which a number is rounded to keep so many digits; never more than one if `whole`."""
    unit = Decimal(1).scaleb(number.adjusted() - significant + 1)
    return min(unit, Decimal(1)) if whole else unit


def _grouped(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


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
