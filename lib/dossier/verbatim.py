"""Hold a claim on exact words, or on a row of the record, to the very value of that fact or row.

A notebook can change a value after it was found. What was changed is a computation: it may not be published as a
document's exact words, nor as what the record says. A repair of `corrections.yml` is shown as one, and so may stand.
"""

from collections.abc import Iterable, Iterator

from .attributes import ATTRIBUTES, SEVERAL, place
from .timewords import timewords

CHANGED = "the value as found; or formula=… and inputs=… in the notebook, which makes it computed"
_WORTH = ("value", "low", "high", "bound", "unit", "kind")


def altered(claims: Iterable[dict], facts: list[dict], texts: dict[str, str], rows: dict[str, dict],
            repairs: list[dict]) -> Iterator[tuple[str, str]]:  # fmt: skip
    """(name, what its evidence says instead) for each source or record claim whose value is not its evidence's own.

    `texts`: document → text. `rows`: id → row of the record, with its implicit claim under “claim”. `repairs`: entries
    of `corrections.yml`. What has no evidence at all is another's fault.
    """
    there = _by_id(facts, texts)
    mended = {(one["document"], one["quote"]): one["set"] for one in repairs if "set" in one}
    for claim in claims:
        for key in claim["evidence"]:
            if claim["support"] == "source" and key in there:
                if not any(_of_fact(claim, fact, mended) for fact in there[key]):
                    yield claim["name"], "; ".join(dict.fromkeys(f"“{fact['quote']}”" for fact in there[key]))
            elif claim["support"] == "record" and (row := rows.get(key.removeprefix("record:"))):
                if not _of_row(claim, row):
                    yield claim["name"], f"the row “{row['id']}” of the record"


def _by_id(facts: list[dict], texts: dict[str, str]) -> dict[str, list[dict]]:
    """Evidence id → the facts there; the words of a fact's attribute are evidence for that attribute alone."""
    there: dict[str, list[dict]] = {}
    for fact in facts:
        there.setdefault(f"{fact['document']}:{fact['start']}-{fact['end']}", []).append(fact)
        for name in ATTRIBUTES:
            for words in filter(None, (fact.get(name) or "").split(SEVERAL)):
                if span := place(texts.get(fact["document"], ""), fact["start"], fact["end"], words):
                    quote = {"quote": words, name: fact[name]}
                    there.setdefault(f"{fact['document']}:{span[0]}-{span[1]}", []).append(quote)
    return there


def _of_fact(claim: dict, fact: dict, mended: dict) -> bool:
    """Is the claim's value that of a field of the fact, as found or as repaired?"""
    if not _number(claim):
        return claim["value"] in _words(fact)
    if fact.get("kind") not in {"amount", "percent"}:
        return False
    unit = fact.get("currency") or "percent"
    repaired = fact | mended.get((fact["document"], fact["quote"]), {})
    return any(_worth(claim, unit) in _worths(one, unit) for one in (fact, repaired))


def _number(claim: dict) -> bool:
    """Is the claim a number or range, and not words, a date or yes and no?"""
    return not isinstance(claim["value"], str | bool)


def _words(fields: dict) -> list:
    lists = [one for cell in fields.values() if isinstance(cell, list | tuple) for one in cell]
    return [cell for cell in fields.values() if isinstance(cell, str | bool)] + lists


def _worth(claim: dict, unit: str) -> tuple:
    """What a number claim says; a percent needs no unit beside its kind."""
    said = claim["unit"] or ("percent" if claim["kind"] == "percent" else None)
    return claim["value"], claim["low"], claim["high"], claim["bound"], said or unit, claim["kind"]


def _worths(fact: dict, unit: str) -> list[tuple]:
    """What a fact's numbers may be claimed as: all of it, or one end of its range."""
    ends = [(fact[end], None, None, "exact") for end in ("low", "high") if fact.get(end) is not None]
    whole = (fact["value"], fact.get("low"), fact.get("high"), fact.get("bound", "exact"))
    return [(*numbers, unit, fact["kind"]) for numbers in (whole, *ends)]


def _of_row(claim: dict, row: dict) -> bool:
    """Is the claim's value that of the row's own claim, of one of its cells, or a date that its period prints?"""
    own = row.get("claim")
    if _number(claim):
        ends = [own | {"value": own[end], "low": None, "high": None} for end in ("low", "high")] if own else []
        return any(all(claim[key] == one[key] for key in _WORTH) for one in (own, *ends) if one)
    dates = [one.date for one in timewords(str(row.get("period") or ""), None)]
    return claim["value"] in [*_words(row), *map(str, (row.get("year"),)), *dates]
