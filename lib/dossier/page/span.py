"""A claim in the prose: its words as a button that opens its card, without script."""

from dossier import escape


def span(claim: dict, words: str, again: bool = False) -> str:
    """The button of `claim` showing `words`; the first use of a claim (`again` False) carries its id."""
    name = escape.slug(claim["name"])
    ident = "" if again else f' id="claim-{name}"'
    return (
        f'<button class="claim"{ident} popovertarget="card-{name}" data-claim="{name}"'
        f' data-support="{escape.attribute(claim["support"])}" data-n="{claim.get("n", "")}">'
        f"{escape.html(words)}</button>"
    )


def chip(claim: dict) -> str:
    """The button of a claim named from elsewhere (an input, the ground of a judgement): value and label."""
    from dossier.labels import value

    shown = escape.html(claim.get("label") or claim["name"])
    return f"{span(claim, value(claim), again=True)} {shown}"
