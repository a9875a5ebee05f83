"""The public record as a table that can be filtered, each row an anchor with its link out."""

import re
from collections import Counter
from collections.abc import Iterable

from dossier import escape, labels
from dossier.page.links import outside
from dossier.page.pack import packed
from dossier.page.span import back
from dossier.wording import words


FEW = 12  # a claim on more rows than this is not named at each of them


def record_table(rows: list[dict], uses: dict, files: tuple[str, ...] = ()) -> str:
    """All rows of the record; `uses` evidence id → claims that rest on it; `files` of the data that hold them.

    Rows that the prose names stand there, by date; the many that are only counted are packed, and laid out among them
    by the script: the pack holds all in their order, those that stand there already by their id alone.
    Without it a link to one of them leads to the notice that says where it is. Filters need script.
    """
    cited = sum(row["id"] in uses for row in rows)
    usual = Counter(row.get("read") for row in rows).most_common(1)[0][0] if rows else None
    said_of = {row["id"]: _row(row, uses.get(row["id"], []), usual) for row in rows}
    near = {row["id"] for row in rows if any(claim["support"] == "record" for claim in uses.get(row["id"], []))}
    dates = {row["id"]: order(str(row["date"])) for row in rows}
    laid = sorted(said_of, key=lambda key: (dates[key], key))
    folded = "\n".join(f"<!--{escape.anchor(key)}-->" if key in near else said_of[key] for key in laid)
    standing = "\n".join(said_of[key] for key in laid if key in near)
    ends = [row["id"] for row in rows if row["id"] not in near and row.get("linked", True)]
    said = f" Unless a row says otherwise: {usual[:1].lower()}{usual[1:]}." if usual else ""
    return f"""<section class="record" id="record" data-region="record" aria-label="The public record">
<p>{labels.RECORD_OURS.replace("below", "here")}{escape.html(said)}</p>
{_notice(len(near), len(rows), ends, files) if len(near) < len(rows) else ""}
<details><summary>The record: {labels.plural(len(rows), "row")}, {cited} of them used above</summary>
<form class="filters" hidden><label>Find <input type="search" name="q" autocomplete="off"></label>
<label>Year <select name="year"><option value="">all</option>{_options(_years(rows))}</select></label>
<label>Side <select name="side"><option value="">all</option>{_options(map(labels.side, rows))}</select></label>
<label><input type="checkbox" name="cited"> used above</label>
<output aria-live="polite"></output> <button type="reset">Show all</button></form>
<table><thead><tr><th scope="col">Date</th><th scope="col">Our account</th><th scope="col">Page</th></tr></thead>
<tbody>{standing}</tbody></table>
{packed("record", folded.encode()) if len(near) < len(rows) else ""}</details></section>"""


def _notice(near: int, many: int, ends: list[str], files: tuple[str, ...]) -> str:
    """What a reader without script is told, at the end of every link to a row that only the script lays out."""
    anchors = "".join(f"<i id={escape.anchor(end)}></i>" for end in ends)
    there = " and ".join(f'<a href="data/record/{escape.attribute(one)}">{escape.html(one)}</a>' for one in files)
    said = f"Without scripts {near} of {labels.plural(many, 'row')} stand here; all are in"
    return f'<p class="folded">{anchors}{said} {there or "the data beside this brief"}.</p>'


def order(date: str) -> str:
    """A row's date or period as a date to sort by: of a span its first day, of words the last year they name.

    `2025-12-04` stays; what is told of a month or a year comes after its days: `2025-12` → `2025-12-99`,
    `to about 2021` → `2021-99-99`.
    """
    if iso := re.match(r"\d{4}(-\d\d){0,2}(?=/|\Z)", date):
        return iso[0] + "-99" * ((10 - len(iso[0])) // 3)
    years = re.findall(r"\b(?:19|20)\d\d\b", date)
    month = next((n for n, name in enumerate(words()["months"], 1) if re.search(rf"\b{name[:3]}", date)), 99)
    return f"{years[-1]}-{month:02d}-99" if years else "9999-99-99"


def _years(rows: list[dict]) -> Iterable[str]:
    """Every year that a row's date or period names: “to April 2025” names 2025."""
    return (year for row in rows for year in re.findall(r"\b(?:19|20)\d\d\b", str(row["date"])))


def _options(values: Iterable[str]) -> str:
    return "".join(f"<option>{escape.html(value)}</option>" for value in sorted({*values}))


def _row(row: dict, claims: list[dict], usual: str | None) -> str:
    """A row in one line. Year and side are read by the filters from its cells, so that no row says them twice."""
    tags = f" <i>{escape.html(', '.join(row['tags']))}</i>" if row.get("tags") else ""
    read = f" {escape.html(row['read'])}." if row.get("read") and row["read"] != usual else ""
    said = (
        f'<tr id="{escape.anchor(row["id"])}"{" class=cited" if claims else ""}>'
        f"<td>{escape.html(labels.day(row['date']))}<td>{escape.html(row['account'])}{tags}{_used(claims)}"
        f"<td>{outside(row['url'], row['publisher'])} <b>{escape.html(labels.side(row))}</b>{read}"
    )
    return " ".join(said.split("\n"))


def _near(claims: list[dict]) -> list[dict]:
    return [c for c in claims if len(c.get("evidence") or ()) <= FEW]


def _used(claims: list[dict]) -> str:
    """Links back to the claims that rest on few rows, and how many others count this one."""
    near = _near(claims)
    chips = "".join(f" {back(c)}" for c in near)
    far = len(claims) - len(near)
    counted = f" counted in {labels.plural(far, 'claim')}" if far else ""
    used = f" used in{chips}" if near else ""
    return f" <span>{used}{' and' if near and far else ''}{counted}</span>" if claims else ""
