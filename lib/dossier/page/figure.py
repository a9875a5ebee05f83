"""A figure: the drawing first, its marks linked to evidence; then words, numbers, and, on demand, the live view."""

import csv
import io
from urllib.parse import quote

from dossier import escape

SIZES = ("wide", "narrow")


def figure(f: dict, drawn: dict | None, evidence: dict | None = None) -> str:
    """Figure `f` with its drawings (`figures.drawn`), or a placeholder while they are not made."""
    name = escape.slug(f["name"])
    plots = "".join(f'<div class="plot {size}">{drawn[size]}</div>' for size in SIZES) if drawn else NOT_YET
    note = f" {escape.html(f['note'])}" if f.get("note") else ""
    return f"""<figure class="chart" id="fig-{name}" data-region="figure" data-figure="{name}">
<figcaption id="fig-{name}-name">{escape.html(f["title"])}</figcaption>
{plots}
<p class="fig-note"><span class="n">n = {_count(f["n"])}.</span>{note} Source: {escape.html(f["sources"]).rstrip(".")}.</p>
<div class="tools"><details><summary>In words and as a table</summary>
<p id="fig-{name}-alt">{escape.html(f["alt"])}</p>
{_twin(f)}</details>
<a class="csv" download="{name}.csv" href="data:text/csv;charset=utf-8,{quote(as_csv(f))}">Data (CSV)</a>
<button type="button" class="live" data-live="{name}" hidden>Interactive view</button></div>
</figure>"""


NOT_YET = '<div class="plot not-yet">This figure has not been drawn yet.</div>'


def _count(n: object) -> str:
    return f"{n:,}" if isinstance(n, int) else escape.html(n)


def _twin(f: dict) -> str:
    heads = "".join(f'<th scope="col">{escape.html(column)}</th>' for column in f["data"]["columns"])
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in f["data"]["rows"])
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="Data of the figure: {escape.attribute(f["title"])}">'
        f'<table class="twin"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _cell(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return f"<td>{escape.html('–' if value is None else value)}</td>"
    return f'<td class="num">{value:,}</td>'


def as_csv(f: dict) -> str:
    """The figure's data as CSV; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(map(escape.csv_cell, f["data"]["columns"]))
    writer.writerows([escape.csv_cell(cell) for cell in row] for row in f["data"]["rows"])
    return out.getvalue()
