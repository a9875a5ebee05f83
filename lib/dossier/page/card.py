"""The card a claim opens: what it says, what it rests on, and the way there."""

import json

from dossier import escape, labels
from dossier.page.links import SHOWN, evidence_link, evidence_list, outside
from dossier.page.pack import packed
from dossier.page.span import chip


def card(claim: dict, evidence: dict, claims: dict) -> str:
    """The popover of `claim`; `evidence` id → dict, `claims` name → claim dict (for a formula's inputs).

    What the evidence says itself (an account, a note) is not said twice. The script makes it a dialog named by
    its value and label, and adds a button that closes it, as Escape does, and the link to be copied.
    """
    name, (kind, gloss) = escape.slug(claim["name"]), labels.SUPPORT[claim["support"]]
    label, note = (labels.own(claim, part, evidence) for part in ("label", "note"))
    label = f" <span>{escape.html(label)}</span>" if label else ""
    note = f'<p class="card-note">{escape.html(note)}</p>' if note else ""
    worth = labels.value(claim)
    return f"""<article popover id="card-{name}" class="card" data-region="card">
<p class="card-kind"><span class="card-n">{claim.get("n", "")}</span> <b>{kind}</b> {gloss}</p>
<p class="card-value"><b>{escape.html(worth)}</b>{label}</p>
{BODIES[claim["support"]](claim, evidence, claims)}{note}</article>"""


def cards(used: list[dict], evidence: dict, claims: dict) -> str:
    """All cards, in the order of their numbers; on paper they are the notes."""
    inner = "\n".join(card(claim, evidence, claims) for claim in used)
    many = [claim for claim in used if len(claim["evidence"] or ()) > SHOWN]
    long = {escape.slug(claim["name"]): [*map(escape.anchor, claim["evidence"])] for claim in many}
    rests = packed("rests", json.dumps(long, sort_keys=True).encode()) if long else ""
    head = '<section class="cards" aria-label="Evidence cards"><h2 class="print-only">Notes</h2>'
    return f"{head}\n{inner}\n{rests}</section>"


def marked(evidence: dict) -> str:
    """The whole sentence with the value marked inside it."""
    sentence, offset = evidence["sentence"], evidence["sentence_start"]
    start, end = evidence["start"] - offset, evidence["end"] - offset
    parts = sentence[:start], sentence[start:end], sentence[end:]
    before, quoted, after = map(escape.html, parts)
    return f"{before}<mark>{quoted}</mark>{after}"


def facts(pairs: list[tuple[str, object]]) -> str:
    """A definition list of what is known; empty values are left out. Values are escaped here."""
    rows = "".join(f"<div><dt>{k}<dd>{escape.html(v)}</div>" for k, v in pairs if v not in (None, ""))
    return f"<dl>{rows}</dl>"


def _source(claim: dict, evidence: dict, claims: dict) -> str:
    return "".join(_passage(evidence[i]) for i in claim["evidence"])


def _passage(e: dict) -> str:
    known = facts([
        ("Publisher", e["publisher"]), ("Date", labels.published(e)), ("Issued by", e["origin"]),
        ("Side", labels.side(e)),
    ])  # fmt: skip
    here = evidence_link(e["id"], {}, "See it in the source text")
    return f"""<blockquote>{marked(e)}</blockquote>
{known}
<p class="card-links">{here} {outside(e["url"], "Open the publisher’s page", e["sentence"])}</p>
"""


def _record(claim: dict, evidence: dict, claims: dict) -> str:
    return "".join(_row(evidence[i]) for i in claim["evidence"])


def _row(e: dict) -> str:
    known = facts([
        ("Date", labels.day(e["date"])), ("Publisher", e["publisher"]), ("Page", e.get("title")),
        ("Page dated", labels.day(e["published"]) if e.get("published") else None), ("Side", labels.side(e)),
        ("What was read", e.get("read")), ("Confidence", e.get("confidence")), ("Our note", e.get("note")),
    ])  # fmt: skip
    here = evidence_link(e["id"], {}, "See the row in the record")
    return f"""<p class="ours">{labels.RECORD_OURS}</p>
<p class="account">{escape.html(e["account"])}</p>
{known}
<p class="card-links">{here} {outside(e["url"], "Open the page")}</p>
"""


def _computed(claim: dict, evidence: dict, claims: dict) -> str:
    formula = f'<p class="formula">{escape.html(claim["formula"])}</p>' if claim.get("formula") else ""
    inputs = "".join(f"<li>{chip(claims[name])}</li>" for name in claim.get("inputs") or ())
    inputs = f'<h3>From</h3><ul class="inputs">{inputs}</ul>' if inputs else ""
    rows = claim.get("evidence") or []
    many = f"<h3>{labels.plural(len(rows), 'piece')} of evidence</h3>"
    return formula + inputs + (many + evidence_list(rows, evidence, claim["name"]) if rows else "")


BODIES = {"source": _source, "record": _record, "computed": _computed}
