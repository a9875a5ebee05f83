"""The shipped dossier itself, in copies that tests may render, add to and spoil.

A copy holds what a render reads, the library too, as they stand in the working tree: nobody's edit reaches it later.
"""

import os
import shutil
import subprocess
from functools import cached_property
from pathlib import Path

import kazakh
import lxml.html
from pypdf import PdfReader

ROOT = Path(__file__).parent.parent
PARTS = ("lib", "seeds", "notebooks", "report.qmd", "_quarto.yml")
LEFT = shutil.ignore_patterns("__pycache__", "*.egg-info", ".ipynb_checkpoints")
# Another day's date, another zone and locale, other hashes of strings, and files of another age.
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1000000000"}
HERE = {"TZ": "Etc/GMT+12", "PYTHONHASHSEED": "1"}


def copy(folder: Path) -> Path:
    """What a render reads, copied to `folder`."""
    folder.mkdir(parents=True)
    for part in map(ROOT.joinpath, PARTS):
        shutil.copytree(part, folder / part.name, ignore=LEFT) if part.is_dir() else shutil.copy2(part, folder)
    return folder


def dossier(folder: Path, *words: str, at: str = ".", **environment: str) -> subprocess.CompletedProcess:
    """The command line in `folder / at`, with the library of the copy."""
    return kazakh.dossier(folder / at, *words, PYTHONPATH=str(folder / "lib"), **environment)


def render(folder: Path, at: str = ".", **environment: str) -> subprocess.CompletedProcess:
    return dossier(folder, "render", "--engine", "builtin", at=at, **environment)


def aged(folder: Path, seconds: int = 10**9) -> Path:
    """The folder with all its files as old as September 2001."""
    for path in folder.rglob("*"):
        os.utime(path, (seconds, seconds))
    return folder


def times(folder: Path) -> dict[str, int]:
    """When each file of the folder was last written, in nanoseconds."""
    return {str(path.relative_to(folder)): path.stat().st_mtime_ns for path in sorted(folder.rglob("*"))}


class Brief:
    """A copy, rendered once: how the command ended, and all that it published, as it was then."""

    def __init__(self, folder: Path):
        self.folder = copy(folder)
        self.done = render(folder, **HERE)
        assert self.done.returncode == 0, self.done.stdout + self.done.stderr
        self.site = kazakh.published(folder)
        self.path = folder / "_site" / "report.html"

    @property
    def source(self) -> str:
        return self.site["report.html"].decode()

    @property
    def page(self):
        """The page, parsed anew for each that asks, so that a test may spoil it."""
        return lxml.html.document_fromstring(self.site["report.html"], parser=lxml.html.HTMLParser(encoding="utf-8"))

    @cached_property
    def paper(self) -> PdfReader:
        return PdfReader(self.folder / "_site" / "report.pdf")

    @cached_property
    def sheets(self) -> list[str]:
        """The text of each page of the paper."""
        return [sheet.extract_text() for sheet in self.paper.pages]
