"""The render: a brief is published whole or not at all, once, and only when something has changed."""

import json
import re
import shutil
import signal
import subprocess
import sys
import time
from argparse import Namespace

import nbformat
import pytest
import tiny
from dossier import build, engine, fresh, render, site
from dossier.__main__ import main

BUILTIN = Namespace(engine="builtin", to="all")


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("DOSSIER_BUILD", str(tmp_path / "p" / "_build"))
    monkeypatch.delenv("QUARTO", raising=False)
    folder = tiny.project(tmp_path / "p")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(scope="module")
def rendered(tmp_path_factory):
    """The tiny project, rendered once."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("rendered") / "p"
        patch.setenv("DOSSIER_BUILD", str(folder / "_build"))
        tiny.project(folder)
        patch.chdir(folder)
        assert render.run(BUILTIN) == 0
    return folder


@pytest.fixture
def published(rendered, tmp_path, monkeypatch, capsys):
    """A copy of it, times and all, to spoil."""
    folder = tmp_path / "p"
    shutil.copytree(rendered, folder)
    monkeypatch.setenv("DOSSIER_BUILD", str(folder / "_build"))
    monkeypatch.delenv("QUARTO", raising=False)
    monkeypatch.chdir(folder)
    capsys.readouterr()
    return folder


def state(folder) -> dict:
    """Every published file with its bytes and time."""
    files = sorted((folder / "_site").rglob("*"))
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in files if path.is_file()}


def test_both_halves_are_published(published):
    """HTML, PDF and data stand in `_site`; beside the source nothing is left."""
    assert {path.name for path in (published / "_site").iterdir()} == {"report.html", "report.pdf", "data"}
    assert (published / "_site" / "report.pdf").read_bytes().startswith(b"%PDF-")
    assert {path.name for path in published.iterdir()} == {"seeds", "report.qmd", "notebooks", "_build", "_site"}


def test_nothing_changed_nothing_done(published, capsys):
    """A second run leaves every byte and time as it was, says so, and loads neither pandas nor spaCy."""
    before = state(published)
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "dossier", "render", "--engine", "builtin"],
        capture_output=True,
        text=True,
        cwd=published,
    )
    assert (done.returncode, state(published)) == (0, before)
    assert "nothing has changed" in done.stdout
    assert not re.search(r"\| +(pandas|spacy|plotly|typst|nbclient)$", done.stderr, re.MULTILINE)


def test_a_change_is_never_stale(published, capsys):
    """A change in the brief, or in what was published, makes the next run make it again."""
    tiny.rewrite(published, "heard.", "heard at length.")
    assert render.run(BUILTIN) == 0 and "are new" in capsys.readouterr().out
    assert "at length" in (published / "_site" / "report.html").read_text()
    (published / "_site" / "report.pdf").write_bytes(b"")
    assert render.run(BUILTIN) == 0 and "are new" in capsys.readouterr().out


def one_byte(folder):
    seed = folder / "seeds" / "talks.txt"
    seed.write_bytes(seed.read_bytes().replace(b"$2.5", b"$2.6"))


PLANTED = {
    "a wrong number in an asserted span": (lambda p: tiny.rewrite(p, "[$2.5 billion]{", "[$2.6 billion]{"), r"report\.qmd:11:11: found “\$2\.6"),
    "a bare number": (lambda p: tiny.rewrite(p, "heard.", "heard 17 times."), r"report\.qmd:11:74: found “17”"),
    "a number word": (lambda p: tiny.rewrite(p, "heard.", "heard by twelve."), r"report\.qmd:11:77: found “twelve”"),
    "a bare date": (lambda p: tiny.rewrite(p, "heard.", "heard on 3 May 2024."), r"report\.qmd:11:77: found “3 May 2024”"),
    "an unknown key": (lambda p: tiny.rewrite(p, 'fact="talks"', 'fact="walks"'), r"report\.qmd:11:51: found the unknown key “walks”"),
    "a seed with one byte changed": (one_byte, r"seeds/talks\.txt:1:1: sha256"),
    "a premise that fails": (lambda p: premise(p), r"report\.qmd:17:1: found the premise “metals-lead”"),
    "a callout": (lambda p: tiny.rewrite(p, "{sources}", "{.callout-note}"), r"report\.qmd:24:1: found a block “callout-note”"),
    "a shortcode": (lambda p: tiny.rewrite(p, "heard.", "{{< env HOME >}}."), r"report\.qmd:11:68: found a shortcode"),
}  # fmt: skip


def premise(folder):
    tiny.move_claim(folder, "metals-lead", value=False)
    tiny.rewrite(folder, "heard.", "heard .")


@pytest.mark.parametrize("fault", PLANTED)
def test_planted_fault_stops_the_render(published, capsys, fault):
    """Each planted fault gives exit 1, file:line:column, and leaves the published brief as it was."""
    plant, said = PLANTED[fault]
    before = state(published)
    plant(published)
    assert render.run(BUILTIN) == 1
    assert re.search(said, capsys.readouterr().err)
    assert state(published) == before


def notebook(folder, *cells):
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    for number, cell in enumerate(book.cells):
        cell["id"] = f"cell-{number}"
    (folder / "notebooks").mkdir(exist_ok=True)
    nbformat.write(book, folder / "notebooks" / "01-facts.ipynb")


HEAD = (
    "import pandas as pd; from dossier import claim; rows = pd.DataFrame({'n': [1, 2], 'evidence': [['record:x']] * 2})"
)


def test_claim_of_two_rows_stops_the_render(published, capsys):
    """A notebook whose claim selects two rows stops the render, with notebook, cell and the rows it matched."""
    before = state(published)
    notebook(published, HEAD, "claim('two', rows, 'n', formula='count')")
    assert render.run(BUILTIN) == 1
    said = capsys.readouterr().err
    assert "notebooks/01-facts.ipynb, cell 2, line 1: ClaimError: two: selects 2 rows" in said
    assert "correct cell 2, at “claim('two', rows, 'n', formula='count')”" in said
    assert state(published) == before


def test_a_notebook_that_raises_is_named_with_its_line(published, capsys):
    """Any error of a notebook gives notebook, cell, error and the line at which it stopped."""
    notebook(published, "x = 1", "y = 2\nx / 0  # oh\nz = 3")
    assert render.run(BUILTIN) == 1
    said = capsys.readouterr().err
    assert "notebooks/01-facts.ipynb, cell 2, line 2: ZeroDivisionError: division by zero; correct cell 2, at “x / 0 # oh”" in said
    assert "1 fault\nstopped; the last good brief in _site is untouched" in said


def test_ctrl_c_while_a_notebook_runs_is_no_traceback(published):
    """An interrupt while a notebook runs says “stopped” and leaves status 130, as anywhere else."""
    notebook(published, "import pathlib, time", "pathlib.Path('begun').touch(); time.sleep(300)")
    running = subprocess.Popen(
        [sys.executable, "-m", "dossier", "notebooks"], cwd=published, stderr=subprocess.PIPE, text=True
    )
    while running.poll() is None and not (published / "notebooks" / "begun").exists():
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    assert (running.communicate(timeout=60)[1], running.returncode) == ("stopped\n", 130)


def test_a_notebook_put_right_again_is_run_again(published, capsys):
    """After a run that failed, check blames no claim for it, and the next render does not call that up to date."""
    notebook(published, "x = 1")
    stamp = build.folder() / build.STAMP
    build.write(stamp, fresh.notebooks_key(published))  # as if the notebook had made the claims that are there
    assert render.run(BUILTIN) == 0 and render.run(BUILTIN) == 0
    assert "nothing has changed" in capsys.readouterr().out
    sound = stamp.read_bytes()
    notebook(published, "x = 1 / 0")
    assert render.run(BUILTIN) == 1 and not stamp.exists()
    notebook(published, "x = 1")
    capsys.readouterr()
    assert main(["check"]) == 1
    said = capsys.readouterr().err.strip()
    assert said.endswith("expected `dossier render` first; the brief was not checked") and "unknown key" not in said
    render.run(BUILTIN)
    assert "nothing has changed" not in capsys.readouterr().out and stamp.read_bytes() == sound


def test_what_a_notebook_finds_in_a_file_is_told_of_that_file(published, capsys):
    """A correction that fits no sum any more is placed in corrections.yml, with its line; the notebook is only named."""
    notebook(published, "from dossier.corrections import CorrectionError", """
raise CorrectionError("%s/seeds/corrections.yml:3: a “b”: the fault is found 0 times; remove it")""" % published)
    assert render.run(BUILTIN) == 1
    said = "seeds/corrections.yml:3:1: a “b”: the fault is found 0 times; remove it (found by notebooks/01-facts.ipynb, cell 2)"
    assert said in capsys.readouterr().err.splitlines()


def test_a_notebook_that_is_none_is_named(published, capsys):
    """Half a file of JSON is no traceback: the notebook is named with its line, by render and by accept."""
    notebook(published, "x = 1")
    (published / "notebooks" / "01-facts.ipynb").write_text('{"cells": [\n{oh')
    said = "notebooks/01-facts.ipynb:2:1: is no notebook that can be read; save it anew"
    assert render.run(BUILTIN) == 1 and said in capsys.readouterr().err
    assert main(["accept"]) == 1 and said in capsys.readouterr().err


def test_a_subject_that_is_wrong_is_told_before_any_notebook_runs(published, capsys):
    """Its fault stands in subject.yml, with its line, and no notebook is begun."""
    notebook(published, "1 / 0")
    subject = published / "seeds" / "subject.yml"
    subject.write_text(subject.read_text().replace("code: KZ", "code: kz"))
    line = subject.read_text().splitlines().index("- code: kz") + 1
    assert render.run(BUILTIN) == 1
    out, err = capsys.readouterr()
    assert err.startswith(f"seeds/subject.yml:{line}:1: parties.1.code: “kz” has another form than it must have: two capital")
    assert "notebooks" not in out


def test_notebooks_run_as_copies_and_only_when_needed(published, capsys):
    """The committed notebook is not written; its copy is run once, and again only when what it rests on changes."""
    words = "import sys; sys.path.insert(0, %r); import tiny; from pathlib import Path; tiny.build_claims(Path(%r))"
    notebook(published, words % (str(tiny.__file__).rpartition("/")[0], str(published)))
    book = published / "notebooks" / "01-facts.ipynb"
    before = book.read_bytes()
    assert render.run(BUILTIN) == 0 and "01-facts.ipynb" in capsys.readouterr().out
    tiny.rewrite(published, "heard.", "heard again.")
    assert render.run(BUILTIN) == 0 and "01-facts.ipynb" not in capsys.readouterr().out
    assert book.read_bytes() == before
    copy = json.loads((published / "_build" / "notebooks" / "01-facts.ipynb").read_text())
    assert copy["cells"][0]["execution_count"] == 1


def test_engine_that_fails_publishes_nothing(published, capsys, monkeypatch):
    """A failing engine leaves the brief as it was and nothing beside the source."""
    before = state(published)

    def fail(folder, formats, draft):
        for name in ("report.typ", "report.html"):
            (folder / name).write_text("half")
        (folder / "report_files").mkdir()
        raise engine.EngineFault("it broke")

    monkeypatch.setitem(engine.ENGINES, "builtin", fail)
    tiny.rewrite(published, "heard.", "heard again.")
    assert (render.run(BUILTIN), state(published)) == (1, before)
    assert "it broke" in capsys.readouterr().err
    assert {path.name for path in published.iterdir()} == {"seeds", "report.qmd", "notebooks", "_build", "_site"}


def test_engine_that_alters_the_brief_is_caught(published, capsys, monkeypatch):
    """A draft that says another number than was bound fails its audit and is not published."""
    before, real = state(published), engine.ENGINES["builtin"]

    def alter(folder, formats, draft):
        real(folder, formats, draft)
        page = draft / "report.html"
        page.write_text(page.read_text().replace("sentences spoke", "17 sentences spoke"))

    monkeypatch.setitem(engine.ENGINES, "builtin", alter)
    tiny.rewrite(published, "heard.", "heard again.")
    assert (render.run(BUILTIN), state(published)) == (1, before)
    assert re.search(r"report\.html:\d+:1: found “17” that is no claim", capsys.readouterr().err)


def test_one_half_is_not_published(published, capsys):
    """A render of one format stays a draft: a new half never stands beside an old one."""
    before = state(published)
    tiny.rewrite(published, "heard.", "heard again.")
    assert render.run(Namespace(engine="builtin", to="html")) == 0
    assert state(published) == before
    assert "heard again" in (published / "_build" / "draft" / "report.html").read_text()


def test_the_hook_sweeps_what_a_failed_paper_left(published):
    """Quarto, stopped by its Typst, runs no hook after it: the one before its next render takes away what it left."""
    (published / "report_files").mkdir()
    (published / "report.typ").write_text("half")
    assert render.main(["prepare"]) == 0
    assert {path.name for path in published.iterdir()} == {"seeds", "report.qmd", "notebooks", "_build", "_site"}


@pytest.mark.parametrize("run", [lambda: render.run(BUILTIN), lambda: render.main(["prepare"])], ids=["render", "hook"])
def test_a_run_that_stops_leaves_no_draft_of_an_earlier_one(published, run):
    """Old figures do not stand in the draft after a stop, where they would pass for the new ones; `_site` stays."""
    before, draft = state(published), published / "_build" / "draft" / "report.html"
    assert draft.is_file()
    tiny.rewrite(published, "heard.", "heard 17 times.")
    assert (run(), draft.exists(), state(published)) == (1, False, before)


def test_one_render_at_a_time(published, capsys):
    """While one render holds the project another stops at once and says why."""
    with site.lock(published):
        done = subprocess.run(
            [sys.executable, "-m", "dossier", "render"], capture_output=True, text=True, cwd=published
        )
    assert (done.returncode, "another render is under way" in done.stderr) == (1, True)


def test_publishing_that_was_cut_off_is_mended(published):
    """If the move to `_site` was cut off half-way, the next run puts the old brief back."""
    before = state(published)
    (published / "_site").rename(published / "_site.old")
    (published / "_site.new").mkdir()
    site.mend(published / "_site")
    assert state(published) == before
    assert not (published / "_site.old").exists() and not (published / "_site.new").exists()


def test_same_bytes_in_another_folder(published, tmp_path, monkeypatch):
    """Two folders, two times, the same bytes."""
    other = tmp_path / "elsewhere" / "q"
    shutil.copytree(published, other, ignore=shutil.ignore_patterns("_site", "draft", "render.json"))
    monkeypatch.setenv("DOSSIER_BUILD", str(other / "_build"))
    monkeypatch.chdir(other)
    assert render.run(BUILTIN) == 0
    first, second = state(published), state(other)
    assert {name: data for name, (data, _) in first.items()} == {name: data for name, (data, _) in second.items()}


def test_quarto_that_is_not_there(project, capsys, monkeypatch):
    """Asked for Quarto where there is none, the render says so and what to do."""
    monkeypatch.setenv("PATH", "")
    assert render.run(Namespace(engine="quarto", to="all")) == 1
    assert "no Quarto was found" in capsys.readouterr().err


def test_hooks_do_the_two_halves(project, capsys):
    """What Quarto calls before and after it: everything up to the bound words, then audit and publishing."""
    assert render.main(["prepare"]) == 0
    engine.run("builtin", project, ["html", "pdf"], build.folder() / "draft")
    assert (render.main(["publish"]), (project / "_site" / "report.pdf").is_file(), render.main(["x"])) == (0, True, 2)
