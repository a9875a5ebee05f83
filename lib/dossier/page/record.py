"""The public record as a table that can be filtered, each row an anchor with its link out."""

import re
from collections import Counter
from collections.abc import Iterable

from dossier import escape, labels
from dossier.page.links import outside
from dossier.page.pack import packed


FEW = 12  # a claim on more rows than this is not named at each of them


def record_table(rows: list[dict], uses: dict) -> str:
    """All rows of the record; `uses` evidence id → claims that rest on it.

    Rows that the prose names stand there; the many that are only counted are packed, and laid out by the script.
    Filters need script.
    """
    cited = sum(row["id"] in uses for row in rows)
    usual = Counter(row.get("read") for row in rows).most_common(1)[0][0] if rows else None
    said_of = {row["id"]: _row(row, uses.get(row["id"], []), usual) for row in rows}
    near = {row["id"] for row in rows if any(claim["support"] == "record" for claim in uses.get(row["id"], []))}
    folded = "".join(said for key, said in said_of.items() if key not in near)
    said = f" Unless a row says otherwise: {usual[:1].lower()}{usual[1:]}." if usual else ""
    return f"""<section class="record" id="record" data-region="record" aria-label="The public record">
<p>{labels.RECORD_OURS.replace("below", "here")}{escape.html(said)}</p>
<details><summary>The record: {labels.plural(len(rows), "row")}, {cited} of them used above</summary>
<form class="filters" hidden><label>Find <input type="search" name="q" autocomplete="off"></label>
<label>Year <select name="year"><option value="">all</option>{_options(_years(rows))}</select></label>
<label>Side <select name="side"><option value="">all</option>{_options(map(labels.side, rows))}</select></label>
<label><input type="checkbox" name="cited"> used above</label>
<output aria-live="polite"></output> <button type="reset">Show all</button></form>
<table><thead><tr><th scope="col">Date</th><th scope="col">Our account</th><th scope="col">Page</th></tr></thead>
<tbody>{"".join(said_of[key] for key in said_of if key in near)}</tbody></table>
<p class="folded">{labels.plural(len(rows) - len(near), "further row")}: laid out here where script may run, \
and in the data beside this brief.</p>
{packed("record", folded.encode()) if folded else ""}</details></section>"""


def _years(rows: list[dict]) -> Iterable[str]:
    """Every year that a row's date or period names: “to April 2025” names 2025."""
    return (year for row in rows for year in re.findall(r"\b(?:19|20)\d\d\b", str(row["date"])))


def _options(values: Iterable[str]) -> str:
    return "".join(f"<option>{escape.html(value)}</option>" for value in sorted({*values}))


def _row(row: dict, claims: list[dict], usual: str | None) -> str:
    """Year and side are read by the filters from the id's cells, so that no row says them twice."""
    tags = f" <i>{escape.html(', '.join(row['tags']))}</i>" if row.get("tags") else ""
    read = f" {escape.html(row['read'])}." if row.get("read") and row["read"] != usual else ""
    return (
        f'<tr id="{escape.anchor(row["id"])}"{" class=cited" if claims else ""}'
        f' data-d="{escape.attribute(row["date"])}">'
        f"<td>{escape.html(labels.day(row['date']))}<td>{escape.html(row['account'])}{tags}{_used(claims)}"
        f"<td>{outside(row['url'], row['publisher'])} <b>{escape.html(labels.side(row))}</b>{read}\n"
    )


def _near(claims: list[dict]) -> list[dict]:
    return [c for c in claims if len(c.get("evidence") or ()) <= FEW]


def _used(claims: list[dict]) -> str:
    """Links back to the claims that rest on few rows, and how many others count this one."""
    near = _near(claims)
    back = "".join(f' <a class="back" href="#claim-{escape.slug(c["name"])}">{c["n"]}</a>' for c in near)
    far = len(claims) - len(near)
    counted = f" counted in {labels.plural(far, 'claim')}" if far else ""
    used = f" used in{back}" if near else ""
    return f" <span>{used}{' and' if near and far else ''}{counted}</span>" if claims else ""
