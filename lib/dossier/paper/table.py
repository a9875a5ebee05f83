"""A named table on paper: header repeated, no row split, cells linked to their first piece of evidence."""

from dossier import escape
from dossier.page.table import once
from dossier.paper.typst import Code, call, inner, label


NARROW = 16  # characters: a column of nothing longer is as wide as its words


def table(t: dict, evidence: dict | None = None) -> str:
    """The table `t` as Typst."""
    heads = [column["label"] for column in t["columns"]]
    aligned = [Code("right" if column.get("align") == "right" else "left") for column in t["columns"]]
    cells = [[_cell(cell) for cell in once(row)] for row in t["rows"]]
    return call("dataset", t["title"], heads, aligned, _widths(t), cells, t.get("note"))


def _widths(t: dict) -> list[int]:
    """Each column's share of the width by the length of its texts; 0: as wide as its words."""
    columns = [[column["label"], *(row[i]["text"] for row in t["rows"])] for i, column in enumerate(t["columns"])]
    shares = [0 if max(map(len, texts)) <= NARROW else min(max(map(len, texts)), 90) + 12 for texts in columns]
    return shares if any(shares) else [1] * len(shares)


def _cell(cell: dict) -> Code:
    rests = cell.get("evidence") or []
    return inner("to", label(escape.anchor(rests[0])), cell["text"]) if rests else inner("text", cell["text"])
