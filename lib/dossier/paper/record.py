"""The record on paper: the rows that the brief rests on; the rest stands in the page and the data."""

from dossier import escape, labels
from dossier.inwords import typeset
from dossier.paper.note import outside
from dossier.paper.typst import call, inner, label


def record_table(rows: list[dict], uses: dict, files: tuple[str, ...] = ()) -> str:
    """The rows of the record that claims of the brief rest on, each page with its title and its site."""
    cited = [row for row in rows if row["id"] in uses]
    said = (
        f"{labels.plural(len(cited), 'row')} of {len(rows)}, those that a claim above rests on; "
        f"all stand in the web edition and in {' and '.join(files) or 'its data'}."
    )
    return call("record", said, [_row(row) for row in cited])


def _row(row: dict) -> list:
    return [
        inner("here", label(escape.anchor(row["id"])), labels.day(row["date"])), typeset(row["account"]),
        inner("site", outside(row["url"], row["publisher"]), row.get("title") or "", escape.host(row["url"]) or ""),
        labels.side(row),
    ]  # fmt: skip
