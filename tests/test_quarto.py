"""Quarto, the other engine: the same words, claims, figures and evidence as the built-in one.

Where there is no Quarto a stand-in, which keeps the promises Quarto documents (hooks, output folder, filter
on a temporary file), proves our half of the bargain; the tests that need the real one are skipped and say so.
"""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import lxml.html
import pytest
import tiny
import yaml
from dossier import engine, render, scaffold
from dossier.onpaper import squeezed
from pypdf import PdfReader

HOME = Path(__file__).parent.parent
SETTINGS = yaml.safe_load((HOME / "_quarto.yml").read_text(encoding="utf-8"))
REAL = pytest.mark.skipif(
    not engine.quarto(), reason="no Quarto was found on the PATH or in $QUARTO: the real engine is not tested"
)
STAND_IN = Path(__file__).parent / "stand_in_quarto.py"


def quarto_project(folder: Path) -> Path:
    """The tiny project with the repository's `_quarto.yml`, hooks and templates."""
    tiny.project(folder)
    shutil.copytree(engine.BRIEF, folder / "lib/dossier/brief", ignore=shutil.ignore_patterns("__pycache__", "new"))
    shutil.copy(HOME / "_quarto.yml", folder)
    return folder


@pytest.fixture(params=["stand-in", pytest.param("real", marks=[REAL, pytest.mark.quarto])])
def project(request, tmp_path, monkeypatch):
    folder = quarto_project(tmp_path / "p")
    monkeypatch.setenv("DOSSIER_BUILD", str(folder / "_build"))
    monkeypatch.chdir(folder)
    if request.param == "stand-in":
        command = tmp_path / "bin" / "quarto"
        tiny.put(command, f'#!/bin/sh\nexec "{sys.executable}" "{STAND_IN}" "$@"\n')
        command.chmod(command.stat().st_mode | stat.S_IEXEC)
        monkeypatch.setenv("QUARTO", str(command))
    return folder


def quarto(project, *words):
    """`quarto render`, as a user would call it."""
    environment = {key: value for key, value in os.environ.items() if key != "DOSSIER_STAGE"}
    environment["QUARTO_PYTHON"] = sys.executable
    return subprocess.run(
        [engine.quarto(), "render", *words], cwd=project, env=environment, capture_output=True, text=True
    )


def brief(site: Path) -> dict:
    """What a reader meets in a finished brief."""
    page = lxml.html.parse(str(site / "report.html")).getroot()
    for silent in page.xpath("//script|//style"):
        silent.drop_tree()
    return {
        "words": squeezed(page.body.text_content()),
        "claims": [(e.get("data-claim"), squeezed(e.text_content())) for e in page.xpath("//*[@data-claim]")],
        "figures": [squeezed(e.text_content()) for e in page.xpath("//figure|//table")],
        "evidence": sorted(page.xpath("//@id[starts-with(., 'ev-') or starts-with(., 'card-') or starts-with(., 'rec-')]")),
        "headings": [(e.tag, squeezed(e.text_content())) for e in page.xpath("//h1|//h2|//h3")],
        "paper": squeezed("".join(p.extract_text() for p in PdfReader(site / "report.pdf").pages)),
    }  # fmt: skip


def test_both_engines_make_the_same_brief(project):
    """Words, claims, figures, evidence, headings and paper are those of the built-in engine."""
    assert render.run(Namespace(engine="builtin", to="all")) == 0
    ours = brief(project / "_site")
    assert render.run(Namespace(engine="quarto", to="all")) == 0
    theirs = brief(project / "_site")
    for part in ours:
        assert theirs[part] == ours[part], part


def test_quarto_render_alone_publishes(project):
    """`quarto render` prepares, renders, audits and publishes by its hooks; nothing is left beside the source."""
    done = quarto(project)
    assert (done.returncode, (project / "_site" / "report.pdf").is_file()) == (0, True), done.stderr
    assert not [name for name in engine.LEFT_BEHIND if (project / name).exists()]


def test_nothing_of_an_earlier_run_is_published(project):
    """What stood in the draft before is gone: only what this run made, and the audit read, reaches `_site`."""
    tiny.put(project / "_build" / "draft" / "report.docx", "stale")
    assert quarto(project).returncode == 0
    assert (project / "_site" / "report.html").is_file() and not (project / "_site" / "report.docx").exists()


def test_another_quarto_is_another_engine(project, monkeypatch):
    """What one Quarto has made is not taken for what another would make; the built-in engine has no such name."""
    said = []
    monkeypatch.setattr(render, "render_key", lambda folder, engine, formats: said.append(engine) or "key")
    monkeypatch.setattr(render, "unchanged", lambda folder, key: True)
    for wanted in ("quarto", "builtin"):
        assert render.run(Namespace(engine=wanted, to="all")) == 0
    assert re.fullmatch(r"quarto \d+\.\d+\.\d+\S*", said[0]) and said[1:] == ["builtin"]


def test_other_formats_are_refused(project):
    """A format that the brief has no words for ends Quarto, and does not come out with holes for its claims."""
    done = quarto(project, "--to", "docx")
    assert done.returncode != 0 and "no words for the format docx" in done.stderr + done.stdout
    assert not (project / "_site").exists()


def test_half_without_a_brief_is_no_success(tmp_path, monkeypatch, capsys):
    """The hook after a render that made neither page nor paper fails: it has audited nothing."""
    folder = tiny.project(tmp_path / "p")
    monkeypatch.setenv("DOSSIER_BUILD", str(folder / "_build"))
    monkeypatch.chdir(folder)
    assert render.main(["publish"]) == 1
    assert "nothing was audited" in capsys.readouterr().err


@pytest.mark.parametrize(
    "said, kept",
    [
        ("typst 0.13.0 (8dce676d)\n", []),
        ("typst 0.14.2 (b33de9de)\n", ["ua-1"]),  # “only supports one PDF substandard at a time”
        ("typst 0.15.1 (17a9ba9f)\n", ["ua-1", "a-2a"]),
        ("typst 1.0.0\n", ["ua-1", "a-2a"]),
        ("", ["ua-1", "a-2a"]),
    ],
)
def test_quarto_is_told_the_standards_its_typst_keeps(said, kept):
    """Typst before 0.15 fails where both are asked of it; the one that serves readers is kept then."""
    assert engine.standards(said) == kept


def test_settings_that_hang_on_quarto_are_written(project, monkeypatch, capsys):
    """`_quarto.yml` reads a file that the hook writes; where a standard is given up, it says so."""
    monkeypatch.setenv("TYPST_SAYS", "typst 0.14.2 (b33de9de)")
    said = engine._said("typst", "--version")
    engine.instruct(project)
    (written,) = SETTINGS["metadata-files"]
    kept = yaml.safe_load((project / written).read_text(encoding="utf-8"))["format"]["typst"]["pdf-standard"]
    whole = kept == engine.PDF_STANDARDS
    assert re.match(r"typst \d+\.\d+", said) and kept == engine.standards(said)
    assert ("" if whole else "from 0.15 on, of both") in capsys.readouterr().out


def test_quarto_that_reads_elsewhere_is_not_run(project, monkeypatch, tmp_path):
    """With another build folder Quarto would take old parts or none: it is refused before it starts."""
    monkeypatch.setenv("DOSSIER_BUILD", str(tmp_path / "elsewhere"))
    with pytest.raises(engine.EngineFault, match="unset DOSSIER_BUILD"):
        engine.instruct(project)


@pytest.mark.parametrize("ignored", [(HOME / ".gitignore").read_text(encoding="utf-8"), scaffold.IGNORED])
def test_quarto_finds_nothing_to_add_to_gitignore(ignored):
    """Quarto appends these lines to a .gitignore that lacks one, word for word, and so would change a tracked file."""
    assert {"/.quarto/", "**/*.quarto_ipynb"} <= {*ignored.splitlines()}


PLANTED = {
    "a wrong number": (lambda p: tiny.rewrite(p, "[$2.5 billion]{", "[$2.6 billion]{"), r"report\.qmd:11:11: found"),
    "a bare number": (lambda p: tiny.rewrite(p, "heard.", "heard 17 times."), r"report\.qmd:11:74: found"),
    "an unknown key": (lambda p: tiny.rewrite(p, 'fact="talks"', 'fact="walks"'), r"report\.qmd:11:51: found"),
    "a seed with one byte changed": (lambda p: (p / "seeds" / "talks.txt").write_bytes(b"x" * 99), r"seeds/talks\.txt:1:1: sha256 is"),
    "a premise that fails": (lambda p: tiny.move_claim(p, "metals-lead", value=False), r"report\.qmd:17:1: found the premise"),
    "a shortcode": (lambda p: tiny.rewrite(p, "heard.", "{{< env HOME >}}."), r"report\.qmd:11:68: found a shortcode"),
    "a callout": (lambda p: tiny.rewrite(p, "{sources}", "{.callout-note}"), r"report\.qmd:24:1: found a block"),
}  # fmt: skip


def test_planted_faults_stop_quarto(project):
    """Each planted fault ends `quarto render` with a non-zero exit and file:line:column; `_site` stays."""
    assert quarto(project).returncode == 0
    sound = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    before = {path: data for path, data in sound.items() if "_site" in path.parts}
    for fault, (plant, said) in PLANTED.items():
        plant(project)
        done = quarto(project)
        assert done.returncode != 0 and re.search(said, done.stderr + done.stdout), fault
        assert {path: path.read_bytes() for path in (project / "_site").rglob("*") if path.is_file()} == before, fault
        for path, data in sound.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def test_filter_that_stops_ends_quarto(project):
    """Bound words that lack a pair of the text end Quarto itself, though it silences error()."""
    assert render.main(["prepare"]) == 0
    path = project / "_build" / "bound.json"
    bound = json.loads(path.read_text())
    bound["spans"].pop("fact|talks|")
    path.write_text(json.dumps(bound))
    environment = os.environ | {"DOSSIER_STAGE": "render"}  # the hooks stand back
    done = subprocess.run([engine.quarto(), "render"], cwd=project, env=environment, capture_output=True, text=True)
    assert done.returncode != 0 and "was not checked" in done.stderr + done.stdout


def test_settings_say_what_the_builtin_engine_does(tmp_path, monkeypatch):
    """`_quarto.yml` and the built-in engine name the same template, filter, parts and contents."""
    monkeypatch.setenv("DOSSIER_BUILD", str(tmp_path))
    for form in ("html", "typst"):
        said, ours = SETTINGS["format"][form], " ".join(engine.settings(form))
        for path in (said["template"], SETTINGS["filters"][0]["path"], said["include-in-header"]):
            assert path.rpartition("/")[2] in ours
        assert f"--syntax-highlighting={said['syntax-highlighting']}" in ours
    assert [entry["at"] for entry in SETTINGS["filters"]] == ["post-render"]
    # Quarto 1.8 looks for other paths from where it was called; all take “/” for the project.
    assert SETTINGS["format"]["typst"]["font-paths"].startswith("/_build/")
    assert f"--toc-depth={SETTINGS['format']['html']['toc-depth']}" in " ".join(engine.settings("html"))
    assert SETTINGS["project"]["output-dir"] != "_site"


def test_hooks_are_there_and_end_in_py():
    """Debian has no `python`: the hooks are .py files, which Quarto runs with a Python of its own."""
    for hook in ("pre-render", "post-render"):
        path = HOME / SETTINGS["project"][hook]
        assert path.suffix == ".py" and path.is_file()


def test_hook_without_the_library_says_what_to_do(tmp_path):
    """In a fresh clone, before there is an environment, the hook ends with words and not with a traceback."""
    folder = tiny.project(tmp_path / "p")
    bare = folder / ".venv" / "bin" / "python"
    tiny.put(bare, f'#!/bin/sh\nexec "{sys.executable}" -S -I "$@"\n')
    bare.chmod(bare.stat().st_mode | stat.S_IEXEC)
    done = subprocess.run(
        [sys.executable, engine.BRIEF / "quarto" / "prepare.py"], cwd=folder, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1) and "does not have the library dossier" in done.stderr


def test_scaffolded_settings_are_the_same():
    """A scaffolded project's `_quarto.yml` differs from ours only in where the parts lie."""
    text = (engine.BRIEF / "quarto" / "_quarto.yml").read_text(encoding="utf-8")
    ours = (HOME / "_quarto.yml").read_text(encoding="utf-8")
    assert text == ours.replace("lib/dossier/brief/quarto/", "quarto/").replace("lib/dossier/brief/", "quarto/")


def test_template_keeps_what_quarto_would_lose():
    """Quarto keeps doctype and charset only where they stand on lines of their own, the first in capitals."""
    text = (engine.BRIEF / "brief.html").read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>\n") and "<head>\n<meta charset" in text
