"""A named table on paper: header repeated, no row split, cells linked to their first piece of evidence."""

from dossier import escape
from dossier.inwords import typeset
from dossier.page.table import nothing, once
from dossier.paper.span import calls
from dossier.paper.typst import Code, call, inner, label


NARROW = 16  # characters: a column of nothing longer is as wide as its words


def table(t: dict, evidence: dict | None = None) -> str:
    """The table `t` as Typst."""
    heads = [column["label"] for column in t["columns"]]
    aligned = [Code("right" if column.get("align") == "right" else "left") for column in t["columns"]]
    cells = [[_cell(cell) for cell in once(row)] for row in t["rows"]]
    if not cells:
        return call("nothing", nothing(t))
    notes = calls(t.get("claims") or [])
    return call("dataset", t["title"], heads, aligned, _widths(t), cells, t.get("note"), notes)


def _widths(t: dict) -> list[int]:
    """Each column's share of the width by the length of its texts; 0: as wide as its words."""
    columns = [[column["label"], *(row[i]["text"] for row in t["rows"])] for i, column in enumerate(t["columns"])]
    shares = [0 if max(map(len, texts)) <= NARROW else min(max(map(len, texts)), 90) + 12 for texts in columns]
    return shares if any(shares) else [1] * len(shares)


def _cell(cell: dict) -> Code:
    rests, said = cell.get("evidence") or [], typeset(cell["text"])
    return inner("to", label(escape.anchor(rests[0])), said) if rests else inner("text", said)
