"""A figure: the drawing first, its marks linked to evidence; then words, numbers, and, on demand, the live view."""

import csv
import io
import re

from dossier import escape, labels
from dossier.inwords import typeset
from dossier.page.pack import packed


def figure(f: dict, drawn: dict | None, evidence: dict | None = None) -> str:
    """Figure `f` with its drawings (`figures.drawn`), or a placeholder while they are not made."""
    name = escape.slug(f["name"])
    note = f" {escape.html(f['note'])}" if f.get("note") else ""
    return f"""<figure class="chart" id="fig-{name}" data-region="figure" data-figure="{name}">
<figcaption id="fig-{name}-name">{escape.html(f["title"])}</figcaption>
{_plots(f, drawn) if drawn else NOT_YET}
<p class="fig-note"><span class="n">n = {_count(f["n"])}.</span>{note} \
Source: {escape.html(f["sources"]).rstrip(".")}.</p>
<div class="tools"><a data-csv="{name}" href="data/figures/{name}.csv" download>Data (CSV)</a>
<button type="button" class="live" data-live="{name}" hidden>Interactive view</button>
<details><summary>In words and as a table</summary>
<p id="fig-{name}-alt">{escape.html(f["alt"])}</p>
{_twin(f)}</details></div>
</figure>"""


def _plots(f: dict, drawn: dict) -> str:
    """The wide drawing stands; the narrow one is folded up and laid out on narrow screens.

    Without script the wide one scrolls there. What scrolls is made a stop of the keyboard by the script.
    """
    small = SHEET.sub("", drawn.get("narrow", ""))
    narrow = packed(f"narrow-{escape.slug(f['name'])}", small.encode()) if small else ""
    return f'<div class="plot">{SHEET.sub("", drawn["wide"])}</div>{narrow}'


def rules(drawings: list[dict]) -> str:
    """What the sheets of the drawings say, each rule once: for the page's own sheet.

    The class of a rule is made from its content, so that a rule is the same in every drawing.
    """
    shown = (drawn[size] for drawn in drawings for size in ("wide", "narrow") if size in drawn)
    said = {rule for drawing in shown for sheet in SHEET.findall(drawing) for rule in RULE.findall(sheet)}
    return "".join(sorted(said))


SHEET = re.compile(r"<style>(.*?)</style>", re.S)
RULE = re.compile(r"[^{}]+\{[^{}]*\}")
LONG = 12  # rows
YEARS = {"year"}  # columns of numbers that are names: 2,022 is no year
NOT_YET = '<div class="plot not-yet">This figure has not been drawn yet.</div>'


def _count(n: object) -> str:
    return f"{n:,}" if isinstance(n, int) else escape.html(n)


def _twin(f: dict) -> str:
    """The data as a table; a long one travels in the pack, and is laid out by the script when it is opened."""
    if is_long(f):
        rows = labels.plural(len(f["data"]["rows"]), "row")
        there = f'<a href="data/figures/{escape.slug(f["name"])}.csv">the data beside this brief</a>'
        return f'<div class="scroll"><p>{rows}; laid out here where script may run, and in {there}.</p></div>'
    heads = "".join(f'<th scope="col">{escape.html(column)}</th>' for column in f["data"]["columns"])
    columns = f["data"]["columns"]
    rows = "".join(f"<tr>{''.join(map(_cell, row, columns))}\n" for row in f["data"]["rows"])
    table = f'<table class="twin"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    return f'<div class="scroll">{table}</div>'


def _cell(value: object, column: str) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return f"<td>{escape.html('–' if value is None else typeset(value))}"
    return f"<td class=num>{value if column in YEARS else f'{value:,}'.replace('-', '−')}"


def is_long(f: dict) -> bool:
    """Do the figure's data travel in the pack, not in the page?"""
    return len(f["data"]["rows"]) > LONG


def as_csv(f: dict) -> str:
    """The figure's data as CSV; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(map(escape.csv_cell, f["data"]["columns"]))
    writer.writerows([escape.csv_cell(cell) for cell in row] for row in f["data"]["rows"])
    return out.getvalue()
