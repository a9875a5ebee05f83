"""A named table: a caption, figures that stand under each other, cells that open their evidence."""

import json
from collections.abc import Iterator

from dossier import escape, labels
from dossier.inwords import typeset
from dossier.page.links import evidence_link, evidence_list
from dossier.page.pack import packed


LONG = 32  # rows; what is beyond them is folded up


def table(t: dict, evidence: dict | None = None) -> str:
    """The table `t` (see claims.tabulate); a cell leads to its evidence, folds it out, or shows it in the record."""
    name = escape.slug(t["name"])
    note = f'<p class="table-note">{escape.html(t["note"])}</p>' if t.get("note") else ""
    many = {f"{r}.{c}": [*map(escape.anchor, cell["evidence"])] for r, c, cell in _cells(t) if _counted(cell)}
    rests = packed(f"cells-{name}", json.dumps(many, sort_keys=True).encode()) if many else ""
    rows = [_row(row, t["columns"], evidence or {}, (name, r)) for r, row in enumerate(t["rows"])]
    folded = "".join(rows[LONG:])
    if folded:
        more = labels.plural(len(rows) - LONG, "further row")
        rests += f'<p class="folded" data-rows="rows-{name}">{more}: laid out here where script may run.</p>'
        rests += packed(f"rows-{name}", folded.encode())
    frame = f'<div class="table" id="table-{name}" data-region="table" data-table="{name}">'
    if not rows:
        return f"{frame}<p>{escape.html(nothing(t))}</p>{note}</div>"
    return f"""{frame}
<div class="scroll"><table>
<caption>{escape.html(t["title"])}</caption>
{head(t["columns"])}
<tbody>{"".join(rows[:LONG])}</tbody>
</table></div>{note}{rests}</div>"""


def nothing(t: dict) -> str:
    """The sentence that stands for a table without rows."""
    return t.get("none") or f"{t['title'].rstrip('.')}: nothing to list."


def _cells(t: dict) -> Iterator[tuple[int, int, dict]]:
    return ((r, c, cell) for r, row in enumerate(t["rows"]) for c, cell in enumerate(once(row)))


def head(columns: list[dict]) -> str:
    cells = "".join(f'<th scope="col"{_align(c)}>{escape.html(c["label"])}</th>' for c in columns)
    return f"<thead><tr>{cells}</tr></thead>"


def _align(column: dict) -> str:
    return " class=num" if column.get("align") == "right" else ""


def _counted(cell: dict) -> bool:
    """Does the cell rest on several rows of the record? Then it leads to them there; passages it folds out itself."""
    rests = cell.get("evidence") or ()
    return len(rests) > 1 and all(piece.startswith("record:") for piece in rests)


def once(row: list[dict]) -> list[dict]:
    """The row's cells; where all rest on the same evidence, only the first says so."""
    rests = [tuple(cell.get("evidence") or ()) for cell in row]
    return [row[0], *({**cell, "evidence": []} for cell in row[1:])] if len(set(rests)) == 1 else row


def _row(row: list[dict], columns: list[dict], evidence: dict, at: tuple[str, int]) -> str:
    row, cells = once(row), []
    for place, (cell, column) in enumerate(zip(row, columns, strict=True)):
        tag = '<th scope="row"' if place == 0 else "<td"
        cells.append(f"{tag}{_align(column)}>{_cell(cell, evidence, (*at, place))}")
    return f"<tr>{''.join(cells)}\n"


def _cell(cell: dict, evidence: dict, at: tuple[str, int, int]) -> str:
    rests, text = cell.get("evidence") or [], typeset(cell["text"])
    if not rests:
        return escape.html(text)
    if len(rests) == 1:
        return evidence_link(rests[0], {}, text)
    said = f'{escape.html(text)}<span class="vh">, {labels.plural(len(rests), "piece")} of evidence</span>'
    if _counted(cell):
        name, r, c = at
        return f'<a href="#record" data-in="cells-{name}" data-of="{r}.{c}">{said}</a>'
    return f'<details class="cell"><summary>{said}</summary>{evidence_list(rests, evidence)}</details>'
