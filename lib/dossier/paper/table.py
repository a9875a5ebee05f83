"""A named table on paper: header repeated, no row split, cells linked to their first piece of evidence."""

from dossier import escape
from dossier.paper.typst import Code, call, inner, label


def table(t: dict, evidence: dict | None = None) -> str:
    """The table `t` as Typst."""
    heads = [column["label"] for column in t["columns"]]
    aligned = [Code("right" if column.get("align") == "right" else "left") for column in t["columns"]]
    cells = [[_cell(cell) for cell in row] for row in t["rows"]]
    return call("dataset", t["title"], heads, aligned, cells, t.get("note"))


def _cell(cell: dict) -> Code:
    rests = cell.get("evidence") or []
    return inner("to", label(escape.anchor(rests[0])), cell["text"]) if rests else inner("text", cell["text"])
