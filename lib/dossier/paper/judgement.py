"""A judgement on paper: two sentences, then what it rests on, what is against it, what would change it."""

from dossier.paper.span import chip
from dossier.paper.typst import inner


def judgement(j: dict) -> tuple[str, str]:
    """What stands before and after the judgement's own words."""
    likelihood = j["likelihood"][:1].upper() + j["likelihood"][1:]
    holds = [chip(j["holds"])] if j.get("holds") else []
    against = [chip(claim) for claim in j.get("against") or ()]
    confidence = f"Our confidence is {j['confidence']}."
    before = inner("judgement", likelihood, confidence, holds, against, j.get("changes") or "")
    return f"#{before}[", "]"
