"""Name a value for the prose: a selection of exactly one row → a claim.

A claim says what it is (`label`), what it is worth (`value`, `unit`, `bound`) and what it rests on. There are
three kinds of support, told by the columns of the row: the exact words of a document (`source`), our account
of a public page (`record`), or a computation (`computed`, with its formula and inputs). What has a formula, inputs or
a whole is computed, whatever row it is taken from. `rows` is a selection by meaning; anything but exactly one row
fails and lists what matched.
"""

import datetime as dt
import math
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from . import build
from .exhibits import figure, tabulate
from .facts import columns

__all__ = ["Claim", "ClaimError", "claim", "claims", "figure", "tabulate"]

KINDS = ("amount", "percent", "share", "count", "number", "date", "text", "boolean")
BOUNDS = {"exact": "exact", "about": "about", "over": "over", "under": "under", "up_to": "under", "at_least": "over"}
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SUPPORTS = {"source": {"document", "start", "end", "quote"}, "record": {"id", "url"}}
COMPUTED = "give formula=… and inputs=[…], which makes it computed, or name a column of the fact itself"
ISO_DATE = re.compile(r"-?\d{4}(-\d\d(-\d\d)?)?(/-?\d{4}(-\d\d(-\d\d)?)?)?\Z")
_DATE_COLUMNS = {"year", "date", "month", "day", "published"}


class ClaimError(ValueError):
    """A selection that is no claim; the message says what matched and what is needed."""


class Claim(dict):
    """A claim as it stands in `_build/claims/`; shows as one line."""

    def __repr__(self) -> str:
        from .wording import house

        return f"{self['name']} = {house(self)} ({support_in_words(self)})"

    def _repr_markdown_(self) -> str:
        from .wording import house

        return f"`{self['name']}` = **{_markdown(house(self))}** ({_markdown(support_in_words(self))})"

    def _repr_mimebundle_(self, **_: object) -> dict:
        return {"text/plain": repr(self), "text/markdown": self._repr_markdown_()}


def claim(
    name: str,
    rows: Any,
    value: str | None = None,
    *,
    of: str | None = None,
    kind: str | None = None,
    unit: str | None = None,
    label: str | None = None,
    formula: str | None = None,
    inputs: Iterable[str] = (),
    note: str | None = None,
) -> Claim:
    """Name the `value` column of the one row of `rows`, and write it to `_build/claims/<name>.json`.

    `rows`: DataFrame of one row. Columns document, start, end and quote make it a source claim; id and url a
    record claim; else, or with any of `formula`, `inputs`, `of`, it is computed and needs `formula` and either `inputs`
    (names of claims) or evidence: a column `evidence` (ids), or the fact or record row itself. `of` names the column of
    the whole: the claim is then a share, k of n.
    Percent values are in percent (30 is “30%”), shares are fractions of one, amounts are in whole units.
    Raises ClaimError: not one row, no such column, an empty value, a computed claim that does not say how, a source
    claim on a column that its fact does not have.
    """
    row = _one(name, rows)
    own, inputs = _support(row), [build.named(one, "input") for one in inputs]
    support = "computed" if formula or inputs or of else own
    column = value or _column(name, row)
    if support == "source" and column in row and column not in columns(row.get("kind")):
        raise ClaimError(f"{name}: “{column}” is no column of the fact “{_short(row['quote'])}”; {COMPUTED}")
    made = Claim(
        name=build.named(name, "claim"), support=support, label=label or _label(name, row),
        note=note or row.get("repair") or _reckoned(row),
        evidence=_evidence(own, row), formula=formula, inputs=inputs,
        notebook=notebook(), **_worth(name, row, column, kind, unit, of),
    )  # fmt: skip
    if support == "computed" and not (formula and (made["inputs"] or made["evidence"])):
        raise ClaimError(f"{name}: a computed claim needs a formula, and inputs=[…] or a column “evidence”")
    build.keep("claims", name, made)
    return made


def claims(made: Path | None = None) -> dict[str, Claim]:
    """All named claims of `_build/claims/`, by name."""
    return {entry["name"]: Claim(entry) for entry in build.kept("claims", made)}


def notebook() -> str | None:
    """The notebook that is speaking: told by the stage that runs it, or by Jupyter."""
    path = os.environ.get("DOSSIER_NOTEBOOK") or os.environ.get("JPY_SESSION_NAME", "")
    return Path(path).stem or None if path.endswith(".ipynb") else path or None


def support_in_words(claim: dict) -> str:
    """One line without ids that differ from run to run: what the claim rests on."""
    evidence = claim["evidence"]
    if claim["support"] == "computed":
        rests = ", ".join(claim["inputs"]) or f"{len(evidence)} pieces of evidence"
        return f"computed: {claim['formula']}, from {rests}"
    return f"{claim['support']}: {', '.join(one.removeprefix('record:') for one in evidence)}"


def _one(name: str, rows: Any) -> dict:
    if not hasattr(rows, "columns"):
        raise ClaimError(f"{name}: give a selection of rows (a DataFrame), not {type(rows).__name__}")
    if len(rows) != 1:
        listed = "\n".join(f"  {_brief(row)}" for row in rows.head(10).to_dict("records"))
        raise ClaimError(f"{name}: selects {len(rows)} rows, a claim is exactly one{':' if listed else ''}\n{listed}")
    return {str(key): plain_value(cell) for key, cell in rows.to_dict("records")[0].items()}


def _brief(row: dict) -> str:
    cells = (f"{key}={_short(cell)}" for key, cell in row.items() if plain_value(cell) is not None)
    return ", ".join(cells)[:240]


def _short(cell: Any) -> str:
    return build.plain(str(cell))[:60]


def plain_value(cell: Any) -> Any:
    """A cell as JSON can hold it: no NaN, no NumPy or pandas types, dates as ISO text."""
    if type(cell).__name__ in {"NAType", "NaTType"} or cell is None:
        return None
    if isinstance(cell, dt.datetime | dt.date):
        return cell.isoformat()[:10]
    if isinstance(cell, list | tuple | set) or hasattr(cell, "tolist") and getattr(cell, "ndim", 0):
        return [plain_value(part) for part in cell]
    cell = cell.item() if hasattr(cell, "item") else cell
    if isinstance(cell, float) and not math.isfinite(cell):
        return None
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _support(row: dict) -> str:
    return next((support for support, columns in SUPPORTS.items() if columns <= row.keys()), "computed")


def _reckoned(row: dict) -> str | None:
    """How a date came about that is not printed whole."""
    if row.get("arithmetic"):
        return f"Not printed but reckoned: {row['arithmetic']}."
    if row.get("basis") == "relative":
        return f"Printed as “{row['quote']}”; the rest of the date follows from the day of publication."
    return None


def _column(name: str, row: dict) -> str:
    for column in ("value", "date"):
        if row.get(column) is not None or (column == "value" and row.get("low") is not None):
            return column
    raise ClaimError(f"{name}: say which column holds the value: {', '.join(row)}")


def _label(name: str, row: dict) -> str:
    return str(row.get("label") or row.get("measure") or row.get("event") or name.replace("-", " "))


def _evidence(support: str, row: dict) -> list[str]:
    if support == "source":
        return [f"{row['document']}:{row['start']}-{row['end']}"]
    if support == "record":
        return [f"record:{row['id']}"]
    found = row.get("evidence") or []
    return [found] if isinstance(found, str) else [*dict.fromkeys(found)]  # one sentence may tell of several tags


def _worth(name: str, row: dict, column: str, kind: str | None, unit: str | None, of: str | None) -> dict:
    for wanted in filter(None, (column, of)):
        if wanted not in row:
            raise ClaimError(f"{name}: has no column “{wanted}”; it has {', '.join(row)}")
    worth = {"value": row[column], "low": None, "high": None, "bound": "exact", "unit": unit, "of": None}
    if column == "value":
        worth |= {end: row.get(end) for end in ("low", "high")}
        worth["bound"] = BOUNDS.get(str(row.get("bound") or "exact"), "exact")
    if of:
        worth |= {"of": row[of], "value": _fraction(name, row[column], row[of])}
    worth = _scaled(worth, unit or row.get("currency") or row.get("unit"))
    worth["kind"] = kind or ("share" if of else _kind(worth, row, column))
    if worth["kind"] not in KINDS:
        raise ClaimError(f"{name}: kind “{worth['kind']}” is none of {', '.join(KINDS)}")
    if worth["value"] is None and worth["low"] is None and worth["high"] is None:
        raise ClaimError(f"{name}: column “{column}” is empty in {_brief(row)}")
    if worth["kind"] == "date":
        worth["value"] = _date(name, worth["value"])
    if worth["kind"] == "amount" and not worth["unit"]:
        raise ClaimError(f"{name}: an amount needs its currency, as unit=… or a column “currency”")
    return worth


def _fraction(name: str, part: Any, whole: Any) -> float:
    if not whole or part is None or not 0 <= part <= whole:
        raise ClaimError(f"{name}: {part} of {whole} is no share")
    return part / whole


def _scaled(worth: dict, unit: Any) -> dict:
    """“USD million” → USD, with value, low and high multiplied out; a unit that is no currency only counts."""
    words = str(unit or "").split()
    factor = math.prod(SCALES.get(word, 1) for word in words)
    currency = words[0] if words and re.fullmatch("[A-Z]{3}", words[0]) else None
    scaled = {key: plain_value(round(worth[key] * factor, 6)) for key in ("value", "low", "high")
              if factor != 1 and isinstance(worth[key], int | float)}  # fmt: skip
    return worth | scaled | {"unit": currency or ("percent" if words[:1] == ["percent"] else None)}


def _kind(worth: dict, row: dict, column: str) -> str:
    value, said = worth["value"], row.get("kind")
    if column == "value" and said in {"amount", "percent"}:
        return said
    if isinstance(value, bool):
        return "boolean"
    if column in _DATE_COLUMNS or isinstance(value, str) and ISO_DATE.match(value):
        return "date"
    if worth["unit"]:
        return "percent" if worth["unit"] == "percent" else "amount"
    return "text" if isinstance(value, str) else "count" if isinstance(value, int) else "number"


def _date(name: str, value: Any) -> str:
    if not ISO_DATE.match(str(value)):
        raise ClaimError(
            f"{name}: “{build.plain(str(value))}” is no ISO date or interval (2025, 2025-10, 2025-10-13, a/b)"
        )
    return str(value)


def record_claims(tables: Iterable[tuple[str, Any]]) -> Iterator[Claim]:
    """Every row of the record as a claim under its own id: events their date, figures their value.

    `tables`: (name, list of row dicts with id and url). A row without a usable value makes no claim.
    """
    for table, rows in tables:
        for row in rows:
            row = {key: plain_value(cell) for key, cell in row.items()}
            column = "value" if table == "figures" else "date"
            try:
                worth = _worth(str(row["id"]), row, column, None if column == "value" else "date", None, None)
            except ClaimError:
                continue
            yield Claim(
                name=row["id"], support="record", label=_label(row["id"], row), note=row.get("note"), formula=None,
                inputs=[], evidence=[f"record:{row['id']}"], notebook=None, **worth,
            )  # fmt: skip


def _markdown(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>|$])", r"\\\1", text)
