"""Move a finished brief to `_site` in one step, by one render at a time."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import build


class Busy(RuntimeError):
    """Another render holds the project."""


def swap(draft: Path, site: Path) -> None:
    """`draft` becomes `site`; if that fails half-way the old site is put back."""
    new, old = site.with_name("_site.new"), site.with_name("_site.old")
    mend(site)
    shutil.copytree(draft, new)
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except OSError:
        mend(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def mend(site: Path) -> None:
    """Put right what a run that was cut off has left: the old site back in place, halves away."""
    new, old = site.with_name("_site.new"), site.with_name("_site.old")
    if old.exists() and not site.exists():
        old.rename(site)
    for half in (new, old):
        shutil.rmtree(half, ignore_errors=True)


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold the build folder for one render; Busy if another has it. The system frees it if we die."""
    path = build.folder() / "lock"
    with path.open("a+") as file:
        try:
            _hold(file)
        except OSError:
            raise Busy("another render is under way in this project; wait for it to end") from None
        yield


def _hold(file) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
