"""A named table: a caption, figures that stand under each other, cells that open their evidence."""

from dossier import escape, labels
from dossier.page.links import evidence_link, evidence_list


def table(t: dict, evidence: dict | None = None) -> str:
    """The table `t` (see claims.tabulate); a cell with evidence links to it, or folds out the list."""
    note = f'<p class="table-note">{escape.html(t["note"])}</p>' if t.get("note") else ""
    return f"""<div class="table" id="table-{escape.slug(t["name"])}" data-region="table" data-table="{escape.slug(t["name"])}">
<div class="scroll" tabindex="0" role="region" aria-label="{escape.attribute(t["title"])}"><table>
<caption>{escape.html(t["title"])}</caption>
{head(t["columns"])}
<tbody>{"".join(_row(row, t["columns"], evidence or {}) for row in t["rows"])}</tbody>
</table></div>{note}</div>"""


def head(columns: list[dict]) -> str:
    cells = "".join(f'<th scope="col"{_align(c)}>{escape.html(c["label"])}</th>' for c in columns)
    return f"<thead><tr>{cells}</tr></thead>"


def _align(column: dict) -> str:
    return ' class="num"' if column.get("align") == "right" else ""


def _row(row: list[dict], columns: list[dict], evidence: dict) -> str:
    cells = [
        f'<th scope="row"{_align(c)}>{_cell(cell, evidence)}</th>'
        if place == 0
        else f'<td{_align(c)} data-label="{escape.attribute(c["label"])}">{_cell(cell, evidence)}</td>'
        for place, (cell, c) in enumerate(zip(row, columns, strict=True))
    ]
    return f"<tr>{''.join(cells)}</tr>\n"


def _cell(cell: dict, evidence: dict) -> str:
    rests, text = cell.get("evidence") or [], cell["text"]
    if not rests:
        return escape.html(text)
    if len(rests) == 1:
        return evidence_link(rests[0], {}, text)
    pieces = labels.plural(len(rests), "piece")
    return (
        f'<details class="cell"><summary>{escape.html(text)}<span class="vh">, {pieces} of evidence</span></summary>'
        f"{evidence_list(rests, evidence)}</details>"
    )
