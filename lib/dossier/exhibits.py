"""Name a figure or a table for the brief, with the data, the evidence and the words that go with it.

What a notebook shows is the same in every run: no random ids, and no output that a second run would change.
"""

import html
import json
from collections.abc import Iterable, Mapping
from typing import Any

from . import build


class Exhibit:
    """What a notebook shows of a named figure or table: a fixed mimebundle."""

    def __init__(self, entry: dict, bundle: dict) -> None:
        self.entry, self._bundle = entry, bundle

    def _repr_mimebundle_(self, **_: object) -> dict:
        return self._bundle

    def __repr__(self) -> str:
        return self._bundle["text/plain"]


def figure(
    name: str,
    fig: Any,
    *,
    title: str,
    alt: str,
    data: Any,
    n: int,
    sources: str | Iterable[str],
    note: str | None = None,
    links: Mapping[tuple[int, int], str] | None = None,
    unit: str | None = None,
) -> Exhibit:
    """Write `_build/figures/<name>.json` and show the figure.

    `fig`: plotly Figure (its text already escaped). `data`: DataFrame, the table twin. `links`: (trace index,
    point index) → evidence id. `unit`: what n counts (“read-outs”), for the words beside it. Title, alt and note hold
    numbers only as `{claim-name}`. ValueError without alt.
    """
    if not alt.strip():
        raise ValueError(f"{name}: a figure needs its alternative text")
    plotly = json.loads(fig.to_json(validate=False))
    counted = f"{n:,} {unit}" if unit else n
    entry = {
        "name": build.named(name, "figure"), "title": title, "alt": alt, "note": note, "n": counted, "plotly": plotly,
        "sources": sources if isinstance(sources, str) else "; ".join(sources), "notebook": _notebook(),
        "data": _grid(data), "links": [[t, p, evidence] for (t, p), evidence in sorted((links or {}).items())],
    }  # fmt: skip
    build.keep("figures", name, entry)
    shown = f"Figure “{name}”: {title} (n = {n:,}{f' {unit}' if unit else ''})"
    bundle = {"application/vnd.plotly.v1+json": plotly, "text/html": _html(title, entry["data"]), "text/plain": shown}
    return Exhibit(entry, bundle)


def tabulate(
    name: str,
    frame: Any,
    *,
    title: str,
    note: str | None = None,
    evidence: str | None = None,
    formats: Mapping[str, str | dict] | None = None,
) -> Exhibit:
    """Write `_build/tables/<name>.json` and show the table.

    A cell's evidence ids stand in a parallel column `<column>:evidence`, or, for the whole row, in the column
    that `evidence` names (default `evidence`). `formats`: column → format specification (`,.1f`) or a claim's
    fields (`{"kind": "amount", "unit": "USD"}`) for house style.
    """
    hidden = evidence or "evidence"
    columns = [c for c in map(str, frame.columns) if c != hidden and not c.endswith(":evidence")]
    rows = [
        [_cell(row, column, hidden, (formats or {}).get(column)) for column in columns]
        for row in ({str(k): v for k, v in r.items()} for r in frame.to_dict("records"))
    ]
    heads = [{"label": column, "align": _align(row[i]["value"] for row in rows)} for i, column in enumerate(columns)]
    entry = {"name": build.named(name, "table"), "title": title, "note": note, "columns": heads, "rows": rows,
             "notebook": _notebook()}  # fmt: skip
    build.keep("tables", name, entry)
    grid = {"columns": columns, "rows": [[cell["text"] for cell in row] for row in rows]}
    bundle = {"text/html": _html(title, grid), "text/plain": f"Table “{name}”: {title} ({len(rows)} rows)"}
    return Exhibit(entry, bundle)


def _notebook() -> str | None:
    from .claims import notebook

    return notebook()


def _align(values: Iterable[Any]) -> str:
    """Numbers stand right, all else left."""
    kinds = {type(value) for value in values if value is not None}
    return "right" if kinds and kinds <= {int, float} else "left"


def _cell(row: dict, column: str, hidden: str, form: str | dict | None) -> dict:
    from .claims import plain_value

    value = plain_value(row[column])
    found = row.get(f"{column}:evidence")
    found = plain_value(row.get(hidden) if found is None else found) or []
    return {"value": value, "text": _text(value, form), "evidence": [found] if isinstance(found, str) else list(found)}


def _text(value: Any, form: str | dict | None) -> str:
    from .claims import ISO_DATE
    from .wording import house

    if value is None:
        return "–"
    if isinstance(form, str):
        return format(value, form)
    if form is None and isinstance(value, bool):
        return "yes" if value else "no"
    if form is None and isinstance(value, list):
        return ", ".join(map(str, value))
    if form is None and isinstance(value, str):
        form = {"kind": "date" if "-" in value and ISO_DATE.match(value) else "text"}
    return house({"kind": "number", "value": value} | (form or {}))


def _grid(frame: Any) -> dict:
    from .claims import plain_value

    rows = [[plain_value(cell) for cell in row] for row in frame.itertuples(index=False, name=None)]
    return {"columns": [str(c) for c in frame.columns], "rows": rows}


def _html(title: str, grid: dict) -> str:
    """The table as plain HTML for readers of the notebook, everything escaped."""
    head = "".join(f"<th>{html.escape(c)}</th>" for c in grid["columns"])
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape('–' if c is None else str(c))}</td>" for c in row) + "</tr>"
        for row in grid["rows"]
    )
    caption = f"<caption>{html.escape(title)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
