"""A judgement: likelihood and confidence in two sentences, what it stands on, what would change it."""

from dossier import escape
from dossier.page.span import chip


def judgement(j: dict) -> tuple[str, str]:
    """What stands before and after the judgement's own words."""
    likelihood, confidence = escape.html(j["likelihood"]), escape.html(j["confidence"])
    holds = f"<div><dt>It rests on</dt><dd><ul><li>{chip(j['holds'])}</li></ul></dd></div>" if j.get("holds") else ""
    against = "".join(f"<li>{chip(claim)}</li>" for claim in j.get("against") or ())
    against = f"<div><dt>Against it</dt><dd><ul>{against}</ul></dd></div>" if against else ""
    changes = f"<div><dt>Would change it</dt><dd>{escape.html(j['changes'])}</dd></div>" if j.get("changes") else ""
    before = f"""<section class="judgement" data-region="judgement" aria-label="Judgement {j["n"]}">
<p class="likelihood">{_meter(j["likelihood"])}<b>{likelihood[:1].upper()}{likelihood[1:]}</b></p>
<div class="verdict">"""
    after = f"""<p class="confidence">Our confidence is {confidence}.</p></div>
<dl>{holds}{against}{changes}</dl></section>"""
    return before, after


# The yardstick's steps from the bottom, for the small ladder beside the word (PHIA probability yardstick, UK).
YARDSTICK = (
    "remote chance", "highly unlikely", "unlikely", "realistic possibility", "likely", "highly likely",
    "almost certain",
)  # fmt: skip


def _meter(likelihood: str) -> str:
    """A ladder of the yardstick's steps, the judgement's own filled; nothing for a word outside it."""
    if likelihood not in YARDSTICK:
        return ""
    at = YARDSTICK.index(likelihood)
    bars = "".join(
        f'<rect class="{"at" if i == at else "step"}" x="{6 * i}" y="{12 - 1.5 * i}" width="4.5"'
        f' height="{4 + 1.5 * i}"/>'
        for i in range(len(YARDSTICK))
    )
    return f'<svg class="ladder" viewBox="0 0 42 16" aria-hidden="true">{bars}</svg>'
