"""A claim in the prose: its words as a button that opens its card, without script."""

from dossier import escape

LONG = 24  # characters; a button cannot be broken over lines, a label can


def span(claim: dict, words: str, again: bool = False) -> str:
    """The button of `claim` showing `words`; the first use of a claim (`again` False) carries its id.

    Long words are the label of a button that is not seen, so that they wrap like text.
    """
    name = escape.slug(claim["name"])
    ident = "" if again else f' id="claim-{name}"'
    opens = f' popovertarget="card-{name}"'
    said = f' data-claim="{name}" data-support="{escape.attribute(claim["support"])}" data-n="{claim.get("n", "")}"'
    if len(words) > LONG:
        return f'<label class="claim"{ident}{said}>{escape.html(words)}<button type="button"{opens}></button></label>'
    return f'<button class="claim"{ident}{opens}{said}>{escape.html(words)}</button>'


def chip(claim: dict) -> str:
    """The button of a claim named from elsewhere (an input, the ground of a judgement): value and label."""
    from dossier.labels import value

    shown = escape.html(claim.get("label") or claim["name"])
    return f"{span(claim, value(claim), again=True)} {shown}"
