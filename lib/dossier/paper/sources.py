"""The documents on paper: furniture greyed, quoted passages marked, each with the notes that rest on it."""

from dossier import escape, labels
from dossier.page.sources import pieces, sentences
from dossier.paper.note import outside
from dossier.paper.typst import Code, call, inner, label


def sources(documents: list[dict], evidence: dict, uses: dict) -> str:
    """Every document, whole or in quoted sentences as its card allows."""
    held = ((d, [e for e in evidence.values() if e.get("document") == d["id"]]) for d in documents)
    return "\n".join(_source(document, passages, uses) for document, passages in held)


def _source(document: dict, passages: list[dict], uses: dict) -> Code:
    whole = bool(document.get("full_text"))
    lines = document["lines"] if whole else sentences(passages)
    known = (
        f"{labels.published(document, told=False)} ({document['published_basis']}). Issued by: {document['origin']}. "
        f"Side: {labels.side(document)}. "
        + ("Whole text; greyed lines are page furniture." if whole else "Quoted sentences only.")
    )
    text, publisher = document["text"], outside(document["url"], document["publisher"])
    said = [_line(line, text, passages, uses) for line in lines if text[line["start"] : line["end"]].strip()]
    return call("source", document["title"] or document["id"], publisher, known, said)


def _line(line: dict, text: str, passages: list[dict], uses: dict) -> Code:
    inside = [p for p in passages if line["start"] <= p["start"] < line["end"]]
    parts, depth = [], 0
    for (start, end), starting, ending in pieces(line["start"], line["end"], inside):
        depth += len(starting)
        here = [label(escape.anchor(p["id"])) for p in starting]
        claims = {c["name"]: c["n"] for p in ending for c in uses.get(p["id"], ())}
        back = [[n, label(f"claim-{escape.slug(name)}")] for name, n in claims.items()]
        parts.append(inner("piece", text[start:end], depth > 0, here, back))
        depth -= len(ending)
    return inner("line", line["zone"], parts)
