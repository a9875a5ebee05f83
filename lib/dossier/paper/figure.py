"""A figure on paper: the vector drawing with its alternative text, title, n and sources."""

from dossier import escape
from dossier.paper.typst import Code, call, value


def figure(f: dict, drawn: dict | None, evidence: dict | None = None) -> str:
    """Figure `f` as Typst; without a drawing, a placeholder."""
    count = f"{f['n']:,}" if isinstance(f["n"], int) else f["n"]
    foot = f"n = {count}. {f.get('note') or ''} Source: {f['sources'].rstrip('.')}.".replace("  ", " ")
    return call("chart", _image(f, drawn), f["title"], foot) if drawn else call("undrawn", f["title"], foot)


def _image(f: dict, drawn: dict) -> Code:
    # The drawing is our own browser's, not a document's words: its characters must arrive unchanged.
    svg = escape.quoted(drawn["print"])
    return Code(f'image(bytes("{svg}"), format: "svg", width: 100%, alt: {value(f["alt"])})')
