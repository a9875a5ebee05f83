"""The public record as a table that can be filtered, each row an anchor with its link out."""

from dossier import escape, labels
from dossier.page.links import outside


def record_table(rows: list[dict], uses: dict) -> str:
    """All rows of the record; `uses` evidence id → claims that rest on it. Folded; filters need script."""
    cited = sum(row["id"] in uses for row in rows)
    body = "".join(_row(row, uses.get(row["id"], [])) for row in rows)
    return f"""<section class="record" id="record" data-region="record" aria-label="The public record">
<p>{labels.RECORD_OURS.replace("below", "here")}</p>
<details><summary>The record: {labels.plural(len(rows), "row")}, {cited} of them used above</summary>
<form class="filters" hidden><label>Find <input type="search" name="q" autocomplete="off"></label>
<label>Year <select name="year"><option value="">all</option>{_options(sorted({_year(r) for r in rows}))}</select></label>
<label>Side <select name="side"><option value="">all</option>{_options(sorted({labels.side(r) for r in rows}))}</select></label>
<label><input type="checkbox" name="cited"> used above</label>
<output aria-live="polite"></output> <button type="reset">Show all</button></form>
<table><thead><tr><th scope="col">Date</th><th scope="col">Our account</th><th scope="col">Page</th></tr></thead>
<tbody>{body}</tbody></table></details></section>"""


def _year(row: dict) -> str:
    return str(row["date"])[:4]


def _options(values: list[str]) -> str:
    return "".join(f"<option>{escape.html(value)}</option>" for value in values)


def _row(row: dict, claims: list[dict]) -> str:
    back = "".join(f' <a class="back" href="#claim-{escape.slug(c["name"])}">{c["n"]}</a>' for c in claims)
    back = f'<span class="used">Used in{back}</span>' if back else ""
    tags = f'<span class="tags">Tagged {escape.html(", ".join(row.get("tags") or ()))}.</span>' if row.get("tags") else ""
    note = f' <span class="row-note">{escape.html(row["note"])}</span>' if row.get("note") and claims else ""
    read = f" {escape.html(row['read'])}." if row.get("read") else ""
    return (
        f'<tr id="{escape.anchor(row["id"])}"{" class=cited" if claims else ""}'
        f' data-year="{escape.attribute(_year(row))}" data-side="{escape.attribute(labels.side(row))}">'
        f"<td>{escape.html(labels.day(row['date']))}</td><td>{escape.html(row['account'])}{note} {tags} {back}</td>"
        f"<td>{outside(row['url'], row['publisher'])} <span>{escape.html(labels.side(row))}.{read}</span></td></tr>\n"
    )
