"""The documents: furniture greyed, every quoted passage marked and linked back to its claims.

A passage may lie in another or cross it. Marks nest where passages do; a passage that crosses another is
closed and opened again, its first piece carrying the id.
"""

from dossier import escape, labels
from dossier.page.card import facts
from dossier.page.links import outside
from dossier.page.span import back


WHOLE = "The whole text; greyed lines are page furniture and count for nothing."


def sources(documents: list[dict], evidence: dict, uses: dict) -> str:
    """Every document with its card; `uses` evidence id → the claims that rest on it."""
    parts = [_source(d, [e for e in evidence.values() if e.get("document") == d["id"]], uses) for d in documents]
    return f'<div class="sources" data-region="sources">{"".join(parts)}</div>'


def _source(document: dict, passages: list[dict], uses: dict) -> str:
    known = facts([
        ("Publisher", document["publisher"]),
        ("Date", f"{labels.published(document, told=False)} ({document['published_basis']})"),
        ("Issued by", document["origin"]), ("Side", labels.side(document)), ("Licence", document.get("licence")),
    ])  # fmt: skip
    whole = bool(document.get("full_text"))
    lines = document["lines"] if whole else sentences(passages)
    shown = WHOLE if whole else "Quoted sentences only."
    body = "".join(_line(line, document["text"], passages, uses) for line in lines)
    name = escape.slug(document["id"])
    return f"""<article class="source" id="source-{name}"><h3>{escape.html(document["title"] or document["id"])}</h3>
{known}<p class="card-links">{outside(document["url"], "Open the publisher’s page")}</p>
<p class="shown">{shown}</p>
<div class="text" lang="en">{body}</div></article>"""


def sentences(passages: list[dict]) -> list[dict]:
    """The quoted sentences as lines, in order; sentences that overlap are shown as one."""
    lines: list[dict] = []
    for start, end in sorted((p["sentence_start"], p["sentence_end"]) for p in passages):
        if lines and start < lines[-1]["end"]:
            lines[-1]["end"] = max(end, lines[-1]["end"])
        else:
            lines.append({"start": start, "end": end, "zone": "body", "role": None})
    return lines


def _line(line: dict, text: str, passages: list[dict], uses: dict) -> str:
    start, end = line["start"], line["end"]
    if not text[start:end].strip():
        return ""
    inside = [p for p in passages if start <= p["start"] < end]
    words = marks(text, start, end, inside, uses)
    role = line.get("role") or (line["zone"] if line["zone"] != "body" else None)
    tag = f'<span class="zone">{escape.html(role)}</span> ' if role else ""
    return f'<p class="line {escape.attribute(line["zone"])}">{tag}{words}</p>\n'


def marks(text: str, start: int, end: int, passages: list[dict], uses: dict) -> str:
    """`text[start:end]` with nested marks for `passages` (dicts with id, start, end)."""
    out, open_ = [], []
    last_of, told = _last(passages, uses), set()
    for piece, starting, ending in pieces(start, end, passages):
        if any(map(str.isalnum, text[piece[0] : piece[1]])):
            told = set()  # claims led back to since the last word: once is enough
        for passage in starting:
            open_.append(passage)
            out.append(_open(passage, first=True))
        out.append(escape.html(text[piece[0] : piece[1]]))
        crossing = []
        while any(p in open_ for p in ending):
            last = open_.pop()
            out.append("</mark>" + (_backs(last, uses, last_of, told) if last in ending else ""))
            crossing += [last] if last not in ending else []
        for passage in reversed(crossing):
            open_.append(passage)
            out.append(_open(passage, first=False))
    return "".join(out)


def pieces(start: int, end: int, passages: list[dict]) -> list[tuple]:
    """((from, to), passages starting there, passages ending there), longest first, for each piece between ends."""
    clipped = [(p["start"], min(p["end"], end), p) for p in passages]
    cuts = sorted({start, end, *(s for s, _, _ in clipped), *(e for _, e, _ in clipped)})
    order = sorted(clipped, key=lambda c: (c[0], -c[1], c[2]["id"]))
    return [
        ((a, b), [p for s, _, p in order if s == a], [p for _, e, p in order if e == b])
        for a, b in zip(cuts, cuts[1:], strict=False)
    ]


def _open(passage: dict, first: bool) -> str:
    name = escape.anchor(passage["id"])
    return f'<mark id="{name}">' if first else f'<mark class="more" data-ev="{name}">'


def _last(passages: list[dict], uses: dict) -> dict[tuple, str]:
    """(claim, sentence) → the passage that ends last in it: there the claim is named, once for all its passages."""
    order = sorted(passages, key=lambda p: (p["end"], -p["start"], p["id"]))
    return {(claim["name"], p.get("sentence_start")): p["id"] for p in order for claim in uses.get(p["id"], ())}


def _backs(passage: dict, uses: dict, last_of: dict[tuple, str], told: set[str]) -> str:
    """Ways back to the claims whose last passage of a sentence ends here, but for those `told` since the last word."""
    sentence = passage.get("sentence_start")
    ending = [c for c in uses.get(passage["id"], ()) if last_of[c["name"], sentence] == passage["id"]]
    claims = [claim for claim in ending if claim["name"] not in told]
    told.update(claim["name"] for claim in claims)
    return "".join(map(back, claims))
