"""Where things stand: the project a command or notebook runs in, and the folder it builds in."""

import os
from pathlib import Path


def root(start: Path | str = ".") -> Path:
    """The nearest folder at or above `start` that holds `seeds/sources.yml`; LookupError says what is missing."""
    start = Path(start).resolve()
    for folder in (start, *start.parents):
        if (folder / "seeds" / "sources.yml").is_file():
            return folder
    raise LookupError(
        f"{start}: no folder here or above holds seeds/sources.yml; go to your project or run `dossier new`"
    )


def seeds() -> Path:
    """The project's documents and what is known of them."""
    return root() / "seeds"


def build() -> Path:
    """The folder for what can be made again: `$DOSSIER_BUILD`, else `_build` in the project; made if missing."""
    folder = Path(os.environ.get("DOSSIER_BUILD") or root() / "_build")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
