"""What stands in the page's head and at its end: policy, style and fonts; packed Plotly, data and script."""

import base64
import functools
import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path

from dossier import escape, fonts, ink, labels
from dossier.page.figure import as_csv, rules
from dossier.page.pack import packed

BRIEF = files("dossier") / "brief"


def head(m: dict, figures: list[dict], drawings: list[dict] | tuple = ()) -> str:
    """Policy, description, style, with that of the `drawings` (`figures.drawn`).

    The policy lets only our two scripts run, by hash, and nothing be fetched.
    """
    return f"""<meta http-equiv="Content-Security-Policy" content="{policy(bool(figures))}">
<meta name="description" content="{escape.attribute(_description(m))}">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<style>
{fonts.faces()}
{style()}
{rules(drawings)}
</style>"""


def tail(figures: list[dict], interactive: bool = True) -> str:
    """Plotly and what it draws, packed as one (inert until asked for), and the page's script."""
    blocks = [packed("plotly", _plotly() + b"\0" + _figures(figures))] if figures and interactive else []
    return "\n".join([*blocks, f"<script>{script()}</script>"])


def policy(interactive: bool) -> str:
    """Everything is forbidden but inline style, inline fonts and images, and scripts with these hashes."""
    hashes = [_hash(script().encode())] + ([_hash(_plotly())] if interactive else [])
    allowed = " ".join(f"'sha256-{value}'" for value in hashes)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; font-src data:; img-src data: blob:; "
        "connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _description(m: dict) -> str:
    return f"{m['question']} Every number opens its evidence. Information to {labels.day(m['cutoff'])}."


@functools.cache
def style() -> str:
    """The style sheet without comments and indentation."""
    text = re.sub(r"/\*.*?\*/", "", (BRIEF / "style.css").read_text(encoding="utf-8"), flags=re.S)
    return re.sub(r"\s*([{};,])\s*|(?<=[a-z]): (?=[^{}]*})", lambda m: m[1] or ":", text).strip()


@functools.cache
def script() -> str:
    """The script without lines of comment and indentation."""
    return re.sub(r"^(\s*//.*)?\s+", "", (BRIEF / "script.js").read_text(encoding="utf-8"), flags=re.M).strip()


def _hash(data: bytes) -> str:
    return base64.b64encode(hashlib.sha256(data).digest()).decode()


@functools.cache
def _plotly() -> bytes:
    import plotly

    return (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").read_bytes()


def _figures(figures: list[dict]) -> bytes:
    """`{"figures": {name: plot}, "inks": {light colour: its partner on the dark page}, "data": {name: CSV}}`.

    `data` are files to be taken away, also where the page stands alone.
    """
    plots = {f["name"]: f["plotly"] for f in figures}
    said = json.dumps(plots, ensure_ascii=False, sort_keys=True)
    inks = {colour.lower(): ink.dark(colour) for colour in re.findall(r"#[0-9a-fA-F]{6}\b", said)}
    data = {escape.slug(f["name"]): as_csv(f) for f in figures}
    parts = {"figures": plots, "inks": inks, "data": data}
    return json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
