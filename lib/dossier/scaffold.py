"""Begin a dossier on another subject: a folder with commented cards, a subject, notebooks and a neutral brief."""

import datetime as dt
import shutil
import sys
from pathlib import Path
from string import Template

BRIEF = Path(__file__).parent / "brief"
NEW = BRIEF / "new"
SEEDS = ("sources.yml", "subject.yml", "corrections.yml")
# What Quarto needs beside the brief, where one is found; the built-in engine takes it from the library.
QUARTO = ("brief.html", "brief.typ", "claims.lua")
IGNORED = (
    ".venv/\n_build/\n_site/\n/.quarto/\n**/*.quarto_ipynb\n.ipynb_checkpoints/\n"
    "/report.typ\n/report.html\n/report.pdf\n/report_files/\n"
)


class ScaffoldError(ValueError):
    """A folder that cannot be begun; the message says why and what to do."""


def new(folder: Path, today: dt.date | None = None, **values: str) -> list[Path]:
    """Write a new dossier to `folder`, which must not exist or be empty; returns the files written.

    `values` go before the defaults: title, subtitle, first, first_name, second, second_name, start, end.
    """
    folder = Path(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ScaffoldError(f"{folder}: exists and is not empty; name a folder that does not exist yet")
    filled = _defaults(today or dt.date.today()) | values
    for name in SEEDS:
        _fill(NEW / name, folder / "seeds" / name, filled)
    for name in ("report.qmd", "README.md"):
        _fill(NEW / name, folder / name, filled)
    (folder / ".gitignore").write_text(IGNORED, encoding="utf-8")
    shutil.copytree(NEW / "notebooks", folder / "notebooks")
    shutil.copytree(BRIEF / "quarto", folder / "quarto", ignore=shutil.ignore_patterns("__pycache__", "_quarto.yml"))
    for name in QUARTO:
        shutil.copyfile(BRIEF / name, folder / "quarto" / name)
    shutil.copyfile(BRIEF / "quarto" / "_quarto.yml", folder / "_quarto.yml")
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _defaults(today: dt.date) -> dict[str, str]:
    return {
        "title": "Did the ties move?", "subtitle": "What the documents say",
        "first": "XA", "first_name": "First country", "second": "XB", "second_name": "Second country",
        "start": str(today.year - 3), "end": str(today.year), "compiled": f"{today:%Y-%m}",
    }  # fmt: skip


def _fill(source: Path, target: Path, values: dict[str, str]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(Template(source.read_text(encoding="utf-8")).safe_substitute(values), encoding="utf-8")


def run(args) -> int:
    try:
        written = new(args.dir)
    except ScaffoldError as error:
        print(error, file=sys.stderr)
        return 1
    subject = args.dir / "seeds" / "subject.yml"
    print(f"{args.dir}: {len(written)} files. Next: change {subject}, go there, and `dossier add` a document")
    return 0
