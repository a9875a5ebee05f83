"""Run an engine: report.qmd and the bound words → report.html and report.pdf in a draft folder.

Two engines, one source. Quarto, where there is one, runs by `_quarto.yml`; the built-in engine is pandoc and
Typst out of two wheels, given the same template, filter and parts.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from . import build, entries, markdown

BRIEF = Path(__file__).parent / "brief"
FORMATS = {"html": ("html", "report.html"), "pdf": ("typst", "report.pdf")}
PDF_STANDARDS = ["ua-1", "a-2a"]
# From which version Typst keeps which of them: at first neither, then one at a time, of which reading aloud goes first.
KEPT = {(0, 15): PDF_STANDARDS, (0, 14): ["ua-1"], (0, 0): []}
LEFT_BEHIND = ("report.typ", "report.html", "report.pdf", "report_files")


class EngineFault(RuntimeError):
    """The engine did not make the brief; the message is what it said."""


def choose(wanted: str = "auto") -> str:
    """“quarto” or “builtin”; EngineFault if Quarto is wanted and there is none."""
    if wanted not in {"auto", "quarto", "builtin"}:
        raise EngineFault(f"no engine “{wanted}”; there are auto, quarto, builtin")
    if wanted == "quarto" and not quarto():
        raise EngineFault("no Quarto was found on the PATH or in $QUARTO; use --engine builtin, or install quarto-cli")
    return wanted if wanted != "auto" else "quarto" if quarto() else "builtin"


def quarto() -> str | None:
    """The Quarto to use: the one that runs us as its hook, else $QUARTO, else the one on the PATH."""
    if ours := shutil.which("quarto", path=os.environ.get("QUARTO_BIN_PATH", "")):
        return ours
    named = os.environ.get("QUARTO")
    return shutil.which(named) if named else shutil.which("quarto")


def version(engine: str) -> str:
    """The engine, and which Quarto: another one may make another brief. (The built-in one is its packages.)"""
    return f"quarto {_said('--version')}" if engine == "quarto" else engine


def _said(*words: str) -> str:
    """What Quarto answers; what it passes on from Typst it writes to standard error."""
    if not (found := quarto()):
        return ""
    done = subprocess.run([found, *words], capture_output=True, text=True)
    return (done.stdout or done.stderr).strip()


def standards(said: str) -> list[str]:
    """The PDF standards kept by the Typst that says its version so; one that cannot be read is taken for a new one."""
    found = re.search(r"typst (\d+)\.(\d+)", said)
    return next(kept for since, kept in KEPT.items() if not found or (int(found[1]), int(found[2])) >= since)


def instruct(project: Path) -> None:
    """Write what `_quarto.yml` leaves open; EngineFault where Quarto would not look for it."""
    if build.folder().resolve() != (project / "_build").resolve():
        raise EngineFault("Quarto reads from _build/ in the project; unset DOSSIER_BUILD, or use --engine builtin")
    said = _said("typst", "--version")
    kept = standards(said)
    if kept != PDF_STANDARDS:
        print(f"      note: {said} makes a PDF of {' and '.join(kept) or 'no standard'}; from 0.15 on, of both")
    build.write(build.folder() / "quarto.yml", yaml.safe_dump({"format": {"typst": {"pdf-standard": kept}}}))


def run(engine: str, project: Path, formats: list[str], draft: Path) -> None:
    """Make the brief in `draft`, which is emptied first; EngineFault with the engine's words if it fails."""
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    try:
        ENGINES[engine](project, formats, draft)
    finally:
        sweep(project)
    missing = [name for _, name in (FORMATS[one] for one in formats) if not (draft / name).is_file()]
    if missing:
        raise EngineFault(f"{engine} left no {', '.join(missing)}")


def sweep(project: Path) -> None:
    """Take away what a failed run leaves beside the source."""
    for name in LEFT_BEHIND:
        path = project / name
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)


def settings(form: str) -> list[str]:
    """Pandoc's options for one format: what `_quarto.yml` says to Quarto."""
    made = build.folder()
    common = [
        "--from",
        markdown.WRITER,
        "--standalone",
        "--wrap=none",
        "--syntax-highlighting=none",
        "--lua-filter",
        str(BRIEF / "claims.lua"),
    ]
    if form == "html":
        return [
            *common,
            "--to",
            "html",
            "--template",
            str(BRIEF / "brief.html"),
            "--toc",
            "--toc-depth=2",
            "--section-divs",
            "--include-in-header",
            str(made / "head.html"),
            "--include-after-body",
            str(made / "tail.html"),
        ]
    return [
        *common,
        "--to",
        "typst",
        "--template",
        str(BRIEF / "brief.typ"),
        "--include-in-header",
        str(made / "head.typ"),
    ]


def builtin(project: Path, formats: list[str], draft: Path) -> None:
    """Pandoc to HTML and to Typst, Typst to PDF."""
    for one in formats:
        form, name = FORMATS[one]
        target = draft / name if form == "html" else draft / "report.typ"
        _pandoc([*settings(form), "--output", str(target), str(project / "report.qmd")], project)
        if form == "typst":
            _typst(target, draft / name)
            target.unlink()


def _pandoc(arguments: list[str], project: Path) -> None:
    done = markdown.pandoc(arguments, cwd=project, env=os.environ | {"DOSSIER_BUILD": str(build.folder())})
    if done.returncode or done.stderr.strip():
        raise EngineFault(done.stderr.strip() or f"pandoc ended with {done.returncode}")


def _typst(source: Path, target: Path) -> None:
    import typst

    from . import fonts

    try:
        typst.compile(
            str(source),
            output=str(target),
            root=str(source.parent),
            font_paths=fonts.paths(),
            ignore_system_fonts=True,
            pdf_standards=PDF_STANDARDS,
            sys_inputs={},
            package_path=str(source.parent),
            package_cache_path=str(source.parent),
        )
    except typst.TypstError as error:
        raise EngineFault(f"{source.name}: {error}") from None


def by_quarto(project: Path, formats: list[str], draft: Path) -> None:
    """`quarto render` by the project's `_quarto.yml`; its hooks know from DOSSIER_STAGE that we do their work."""
    environment = os.environ | {"DOSSIER_STAGE": "render", "DOSSIER_BUILD": str(build.folder())}
    environment.setdefault("QUARTO_PYTHON", sys.executable)
    instruct(project)
    out = _output(project)
    every = set(formats) == set(FORMATS)
    command = [quarto(), "render", *([] if every else ["--to", FORMATS[formats[0]][0]])]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise EngineFault(_plain(done.stderr or done.stdout))
    for one in formats:
        made = (project / out / FORMATS[one][1]).resolve()
        if made.is_file() and made != (draft / FORMATS[one][1]).resolve():
            shutil.move(made, draft / FORMATS[one][1])


def _output(project: Path) -> str:
    """The folder into which the project's `_quarto.yml` has Quarto write; EngineFault where it cannot be read."""
    try:
        settings = entries.load(project / "_quarto.yml").values
    except (entries.EntryFault, OSError) as error:
        raise EngineFault(str(error).replace(f"{project}/", "")) from None
    known = settings.get("project") if isinstance(settings, dict) else None
    if not isinstance(known, dict):
        raise EngineFault("_quarto.yml:1: has no “project:”; put back the one that `dossier new` makes")
    return known.get("output-dir", ".")


def _plain(text: str) -> str:
    """An engine's words without colours and control characters, line by line."""
    return "\n".join(build.plain(line) for line in re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines() if line.strip())


ENGINES = {"builtin": builtin, "quarto": by_quarto}
