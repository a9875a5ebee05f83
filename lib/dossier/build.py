"""What lies in the build folder: named claims, figures and tables, written whole or not at all.

A file whose bytes would not change is not touched, so that its time tells when its content last changed.
"""

import json
import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from . import project

NAME = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
STAMP = "notebooks/key"  # what the notebooks were last run on
LEFT = "notebooks/left"  # the files that they left
FACTS = "facts.jsonl"  # what the documents were found to say
KINDS = ("claims", "figures", "tables")
# Bidirectional overrides and isolates, marks, zero-width characters, line and paragraph separators.
_UNSEEN = frozenset("\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad")
_UNSEEN |= frozenset(map(chr, range(0x202A, 0x202F)))


class NameFault(ValueError):
    """A name that cannot be a key, an anchor and a file's name at once."""


def folder() -> Path:
    """The build folder of the project (see `project.build`)."""
    return project.build()


def stamp(key: str) -> None:
    """Note that the notebooks ran to their end on what `key` stands for, and what they left."""
    left = [path for kind in KINDS for path in (folder() / kind).glob("*.json")]
    write(folder() / LEFT, "".join(sorted(f"{path.relative_to(folder()).as_posix()}\n" for path in left)))
    write(folder() / STAMP, key)


def stamped(key: str) -> bool:
    """Were the notebooks last run, to their end, on what `key` stands for, and is all there that they left?"""
    path = folder() / STAMP
    return path.is_file() and path.read_text(encoding="utf-8") == key and not unmade()


def unmade() -> bool:
    """Is nothing there of what the documents say, or not all that the notebooks left?"""
    left = folder() / LEFT
    paths = left.read_text(encoding="utf-8").splitlines() if (folder() / STAMP).is_file() and left.is_file() else []
    return not all((folder() / path).is_file() for path in (FACTS, *paths))


def named(name: str, what: str = "name") -> str:
    """`name`, if it may be a key: lower-case letters, digits, hyphens. NameFault otherwise."""
    if not isinstance(name, str) or not NAME.match(name):
        raise NameFault(f"{what} “{plain(str(name))}”: use lower-case letters, digits and hyphens, as in energy-share")
    return name


def plain(text: str) -> str:
    """Text for a message: one line, without control characters, bidi overrides or invisible characters."""
    spaced = " ".join(text.split())
    return "".join(c for c in spaced if c not in _UNSEEN and unicodedata.category(c) not in {"Cc", "Cs", "Cn", "Co"})


def dumps(data: object) -> str:
    """JSON as all files of `_build/` have it: UTF-8, sorted keys, indent 1."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n"


def write(path: Path, text: str | bytes) -> bool:
    """Put `text` into `path` in one step; False (and no write) if it stands there already."""
    data = text.encode("utf-8") if isinstance(text, str) else text
    with suppress(FileNotFoundError):
        if path.read_bytes() == data:
            return False
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return True


def keep(kind: str, name: str, data: dict) -> Path:
    """Write one named thing to `_build/<kind>/<name>.json`."""
    path = folder() / kind / f"{named(name)}.json"
    write(path, dumps(data))
    return path


def kept(kind: str, made: Path | None = None) -> Iterator[dict]:
    """Every named thing of a kind, by name."""
    for path in sorted(((made or folder()) / kind).glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))
