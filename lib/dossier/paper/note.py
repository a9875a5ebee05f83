"""The notes at the end: sentence with the value marked, publisher and date; account; or formula and inputs."""

from dossier import escape, labels
from dossier.paper.span import chip
from dossier.paper.typst import Code, call, inner, label

SHOWN = 12


def card(claim: dict, evidence: dict, claims: dict) -> str:
    """The note of `claim` (what the page shows as a card)."""
    name, (kind, _) = escape.slug(claim["name"]), labels.SUPPORT[claim["support"]]
    bodies = BODIES[claim["support"]](claim, evidence, claims)
    said = labels.own(claim, "label", evidence) or ""
    return call(
        "note", claim.get("n", 0), label(f"card-{name}"), label(f"claim-{name}"), labels.value(claim),
        said.rstrip("."), kind, bodies, claim.get("note"),
    )  # fmt: skip


def cards(used: list[dict], evidence: dict, claims: dict) -> str:
    """All notes under one heading, in the order of their numbers."""
    inside = "\n".join(card(claim, evidence, claims) for claim in used)
    gloss = "; ".join(f"{kind}: {said}" for kind, said in labels.SUPPORT.values())
    return f"#{inner('notes', gloss)}[\n{inside}\n]"


def outside(address: object, words: str, sentence: str = "") -> Code:
    """A link out, or the address as text where it is no plain web address."""
    link = escape.fragment(address, sentence) if sentence else escape.url(address)
    return inner("out", Code(escape.typst(link)), words) if link else inner("text", str(address or ""))


def _source(claim: dict, evidence: dict, claims: dict) -> list[Code]:
    return [_passage(evidence[i]) for i in claim["evidence"]]


def _passage(e: dict) -> Code:
    start, end = e["start"] - e["sentence_start"], e["end"] - e["sentence_start"]
    sentence = e["sentence"]
    known = f"{labels.published(e)}. Issued by: {e['origin']}. Side: {labels.side(e)}."
    return inner(
        "passage", sentence[:start], sentence[start:end], sentence[end:],
        outside(e["url"], e["publisher"], e["sentence"]),
        known, label(escape.anchor(e["id"])),
    )  # fmt: skip


def _record(claim: dict, evidence: dict, claims: dict) -> list[Code]:
    return [_row(evidence[i]) for i in claim["evidence"]]


def _row(e: dict) -> Code:
    read = f" {e['read']}." if e.get("read") else ""
    known = f"{labels.day(e['date'])}. Side: {labels.side(e)}.{read} The words are ours."
    return inner("account", e["account"], outside(e["url"], e["publisher"]), known, label(escape.anchor(e["id"])))


def _computed(claim: dict, evidence: dict, claims: dict) -> list[Code]:
    inputs = [chip(claims[name]) for name in claim.get("inputs") or ()]
    rows = claim.get("evidence") or []
    names = {i: labels.where(evidence[i]) if i in evidence else i for i in rows[:SHOWN]}
    rests = [inner("to", label(escape.anchor(i)), name) for i, name in names.items()]
    more = len(rows) - len(rests)
    return [inner("computation", (claim.get("formula") or "").rstrip("."), inputs, rests, more)]


BODIES = {"source": _source, "record": _record, "computed": _computed}
