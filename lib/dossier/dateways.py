"""Ways to say a date: as fine as it is known, or coarser, never finer."""

from .wording import date_in_words, day, weekday, words


def date_ways(iso: str) -> set[str]:
    """Every way the brief may say a date or interval: as fine as it is known, or coarser."""
    first, _, last = iso.partition("/")
    if last and first != last:
        return _span_ways(first, last) | {date_in_words(iso)}
    full = day(first).split()
    ways = {" ".join(full[i:]) for i in range(len(full))} | {" ".join(full[:i]) for i in range(2, len(full))}
    if len(full) > 1:
        ways.add(full[-2])
    if name := weekday(first):
        ways |= {f"{name} {' '.join(full)}", f"{name} {' '.join(full[:2])}"}
    return ways


def _span_ways(first: str, last: str) -> set[str]:
    if len(first) == len(last) == 4:
        joints = {f"{first}{joint}{end}" for joint in ("–", "-", "/") for end in (last, last[2:])}
        return joints | {f"{first} to {last}", f"{first} and {last}", f"between {first} and {last}"}
    ways = {
        f"{day(first)} to {day(last)}",
        date_in_words(f"{first}/{last}"),
        date_in_words(f"{first}/{last}").replace(" to ", "–"),
    }
    if first[:4] == last[:4]:
        ways |= {first[:4]} | {f"{name} {first[:4]}" for name in _named_months(first, last)}
    return ways


def _named_months(first: str, last: str) -> set[str]:
    months = [int(first[5:7] or 1), int(last[5:7] or 12)]
    return {name for name, span in words()["parts_of_year"].items() if span == months}
