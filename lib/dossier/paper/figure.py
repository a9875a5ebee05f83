"""A figure on paper: the vector drawing with its alternative text, title, n and sources."""

import re

from dossier import escape
from dossier.paper.span import calls
from dossier.paper.typst import Code, call, value


LEGIBLE, TEXT = 7, 481  # points: the least size of letters, the width of the text
_ACROSS = re.compile(r'viewBox="\S+ \S+ (\S+) ')
_SIZE = re.compile(r"font-size: ([\d.]+)px")


def figure(f: dict, drawn: dict | None, evidence: dict | None = None) -> str:
    """Figure `f` as Typst; without a drawing, a placeholder."""
    count = f"{f['n']:,}" if isinstance(f["n"], int) else f["n"]
    foot = f"n = {count}. {f.get('note') or ''} Source: {f['sources'].rstrip('.')}.".replace("  ", " ")
    notes = calls(f.get("claims") or [])
    return call("chart", _image(f, drawn), f["title"], foot, notes) if drawn else call("undrawn", f["title"], foot)


def _image(f: dict, drawn: dict) -> Code:
    # The drawing is our own browser's, not a document's words: its characters must arrive unchanged.
    svg = escape.quoted(drawn["print"])
    width = points(drawn["print"])
    return Code(f'image(bytes("{svg}"), format: "svg", width: {width:.1f}pt, alt: {value(f["alt"])})')


def points(svg: str) -> float:
    """How wide the drawing must be for its smallest letters to be legible; never wider than the page's text."""
    across, sizes = float(_ACROSS.search(svg)[1]), [float(size) for size in _SIZE.findall(svg)]
    return min(LEGIBLE * across / min(sizes), TEXT) if sizes else TEXT
