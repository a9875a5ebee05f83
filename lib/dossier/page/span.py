"""A claim in the prose: its words as a button that opens its card, without script."""

from dossier import escape

SHORT = 3  # characters
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
        # Seen and heard once: the words are the label's to the eye, the button's to the ear.
        button = f'<button type="button"{opens} aria-label="{escape.attribute(words)}"></button>'
        return f'<label class="claim"{ident}{said}><span aria-hidden="true">{escape.html(words)}</span>{button}</label>'
    return f'<button class="claim"{ident}{opens}{said}>{escape.html(words)}</button>'


def chip(claim: dict) -> str:
    """The button of a claim named from elsewhere (an input, the ground of a judgement): value and label.

    A value that says little by itself (yes, 0) is a button named by its label too.
    """
    from dossier.labels import value

    worth, label = value(claim), claim.get("label") or claim["name"]
    button, shown = span(claim, worth, again=True), escape.html(label)
    if len(worth) <= SHORT:
        button = button.replace(">", f' aria-label="{escape.attribute(f"{worth}: {label}")}">', 1)
    return f"{button} {shown}"


def back(claim: dict) -> str:
    """From evidence back to a claim: to its place in the prose, or, where it has none, to its card."""
    name, n = escape.slug(claim["name"]), claim["n"]
    if claim.get("placed", True):
        return f'<a class="back" href="#claim-{name}">{n}</a>'
    return f'<button class="back" popovertarget="card-{name}">{n}</button>'
