"""Draw the figures: plotly JSON → vector twins for page and paper, all of them by one browser.

Each figure is drawn wide and narrow (`layout.meta.narrow` says what differs, or that it is never drawn
narrow). Drawings lie in `<build>/svg/` under a name made from their content, so that nothing is drawn twice.
"""

import copy
import hashlib
import json
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

from dossier import browser, flat, fonts, ink, linked, swarm, vector
from dossier.build import write

WIDTHS = {"wide": 680, "narrow": 312}  # at 320 px of window labels of 12.5 px still have 11
HEIGHT = 420
INK = "#1b1d1f"
NAMED = "named"  # a trace whose marks hovering names
TIMEOUT = 180  # seconds for one browser and all drawings


def drawn(build: Path, f: dict) -> dict[str, str] | None:
    """The drawings of figure `f` by use (`wide`, `narrow`, `print`: SVG text), or None while they are not made."""
    path = _path(build, f)
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def draw(build: Path, figures: list[dict]) -> list[str]:
    """Draw what is missing, with one browser, and forget what is stale; returns the names drawn."""
    missing = [f for f in figures if not _path(build, f).is_file()]
    if missing:
        for f, raw in zip(missing, _raw(missing), strict=True):
            write(_path(build, f), json.dumps(_twins(f, raw), ensure_ascii=False, sort_keys=True, indent=1))
    kept = {_path(build, f) for f in figures}
    for path in (build / "svg").glob("*.json"):
        if path not in kept:
            path.unlink()
    return [f["name"] for f in missing]


def _twins(f: dict, raw: dict[str, str]) -> dict[str, str]:
    named = [(trace, point, target, _said(f, trace, point, target)) for trace, point, target in f.get("links") or ()]
    page = {
        size: vector.page(svg, f["name"], size, named, prepared(f["plotly"], size)["data"])
        for size, svg in raw.items()
        if size in sizes(f)
    }
    return page | {"print": vector.paper(raw["wide"], f["name"])}


def sizes(f: dict) -> list[str]:
    """Wide and narrow; wide alone, to be scrolled on a phone, where `layout.meta.narrow` is false."""
    meta = f["plotly"]["layout"].get("meta") or {}
    return [size for size in WIDTHS if size == "wide" or meta.get("narrow") is not False]


def _said(f: dict, trace: int, point: int, target: str) -> str | None:
    """What hovering says of the mark, as the name of its link.

    A mark that opens a row of the record is named by that row, unless its trace says that hovering names it
    (`meta`): there are hundreds of them.
    """
    if target.startswith("record:") and f["plotly"]["data"][trace].get("meta") != NAMED:
        return None
    said = f["plotly"]["data"][trace].get("hovertext")
    said = said[point] if isinstance(said, list) and point < len(said) else said
    return vector.plain(said) if isinstance(said, str) else None


def _path(build: Path, f: dict) -> Path:
    return build / "svg" / f"{f['name']}-{_key(f)}.json"


def _key(f: dict) -> str:
    """Changes with the figure, its links, plotly and the code that draws."""
    import plotly

    modules = (__file__, *(module.__file__ for module in (vector, ink, swarm, flat, linked)))
    code = b"".join(Path(module).read_bytes() for module in modules)
    content = json.dumps([f["name"], f["plotly"], f.get("links"), plotly.__version__], sort_keys=True)
    return hashlib.sha256(code + content.encode()).hexdigest()[:16]


def prepared(plotly: dict, size: str) -> dict:
    """The figure as it is drawn at one size: our font and width, no ground, traces that can be told apart."""
    data, layout = copy.deepcopy(plotly["data"]), copy.deepcopy(plotly["layout"])
    meta = layout.pop("meta", None) or {}
    if size == "narrow" and meta.get("narrow") is not False:
        layout = merged(layout, meta.get("narrow") or {})
        data = [merged(t, o or {}) for t, o in zip(data, _padded(meta.get("narrow_traces"), len(data)), strict=True)]
    font = {"color": INK, "size": 14} | (layout.get("font") or {}) | {"family": fonts.FAMILY}
    ground = {"paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)"}
    height = layout.get("height") or HEIGHT
    layout |= ground | {"font": font, "width": WIDTHS[size], "height": height, "autosize": False}
    layout.pop("title", None)
    return {"data": [t | {"uid": linked.uid(i)} for i, t in enumerate(data)], "layout": layout}


def _padded(overrides: list | None, length: int) -> list:
    return [*(overrides or []), *[None] * length][:length]


def merged(base: dict, over: dict) -> dict:
    """`base` with `over` laid on it; dictionaries are merged, all else is replaced."""
    deep = {k for k, v in over.items() if isinstance(v, dict) and isinstance(base.get(k), dict)}
    return base | {k: merged(base[k], v) if k in deep else v for k, v in over.items()}


def _raw(figures: list[dict]) -> list[dict[str, str]]:
    """Every figure at every size as the browser draws it; RuntimeError names one it could not draw."""
    import kaleido

    with tempfile.TemporaryDirectory(prefix="dossier-draw-") as place, fonts.environment() as variables:
        jobs = [
            {"fig": prepared(f["plotly"], size), "path": Path(place) / f"{i}-{size}.svg", "opts": {"format": "svg"}}
            for i, f in enumerate(figures)
            for size in sizes(f)
        ]
        with _variables(variables):
            options = {"n": 1, "timeout": TIMEOUT, "mathjax": False, "path": str(browser.find())}
            kaleido.write_fig_from_object_sync(jobs, kopts=options)
        return [
            {size: (Path(place) / f"{i}-{size}.svg").read_text(encoding="utf-8") for size in sizes(f)}
            for i, f in enumerate(figures)
        ]


@contextmanager
def _variables(values: dict[str, str]):
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None) if value is None else os.environ.__setitem__(name, value)
