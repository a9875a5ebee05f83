"""The filter: looks up pairs and nothing else, in both formats, under plain pandoc and under Quarto's manners."""

import hashlib
import json
import re

import pytest
import tiny
from dossier import build, check, engine, markdown, page, paper
from dossier.onpaper import squeezed
from pypdf import PdfReader

# What Quarto does to a filter: the input is a temporary file, error() does not stop, `quarto` names the source.
QUARTO = """
quarto = {{doc = {{input_file = [[{source}]]}}, project = {{directory = [[{folder}]]}}}}
function error(message) io.stderr:write("error() was called: " .. tostring(message)) end
dofile([[{filter}]])
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("DOSSIER_BUILD", str(tmp_path / "p" / "_build"))
    folder = tiny.project(tmp_path / "p")
    monkeypatch.chdir(folder)
    assert check.run() == 0
    return folder


def pandoc(form, source, filter_=engine.BRIEF / "claims.lua", more=(), **options):
    arguments = ["--from", markdown.WRITER, "--to", form, "--wrap=none", "--lua-filter", str(filter_), *more, str(source)]
    return markdown.pandoc(arguments, **options)


def under_quarto(form, project, tmp_path, **options):
    """Run the filter as Quarto would: on a copy elsewhere, with the global table `quarto`."""
    wrapper, copy = tmp_path / "wrapper.lua", tmp_path / "quarto-input.md"
    text = QUARTO.format(source=project / "report.qmd", folder=project, filter=engine.BRIEF / "claims.lua")
    wrapper.write_text(text)
    copy.write_bytes((project / "report.qmd").read_bytes())
    return pandoc(form, copy, wrapper, **options)


@pytest.mark.parametrize("form", ["html", "typst"])
def test_pairs_are_replaced(project, form):
    """Every span and block becomes its bound fragment; no attribute of the grammar is left."""
    done = pandoc(form, project / "report.qmd")
    bound = json.loads((project / "_build" / "bound.json").read_text())
    assert (done.returncode, done.stderr) == (0, "")
    assert bound["spans"]["fact|trade|$2.5 billion"][form] in done.stdout
    assert bound["blocks"]["table|sums"][form] in done.stdout
    assert bound["blocks"]["judgement|1"][f"{form}_before"] in done.stdout
    assert bound[f"{form}_after"] in done.stdout
    assert not re.search(r'(?:fact|calc|record)=\\?"', done.stdout)


@pytest.mark.parametrize("form", ["html", "typst"])
def test_only_the_first_use_carries_the_anchor(project, form):
    """A claim used twice has one anchor: the first use, in the order of the text."""
    out = pandoc(form, project / "report.qmd").stdout
    mark = 'id="claim-metals"' if form == "html" else None
    bound = json.loads((project / "_build" / "bound.json").read_text())["spans"]["fact|metals|30%"]
    first, again = out.index(bound[form]), out.index(bound[f"{form}_again"])
    assert first < again and (mark is None or out.count(mark) == 1)


@pytest.mark.parametrize("form", ["html", "typst"])
def test_same_under_quarto(project, tmp_path, form):
    """With a temporary input and the global `quarto`, the filter finds source and bound words, and gives the same."""
    plain, quarto = pandoc(form, project / "report.qmd"), under_quarto(form, project, tmp_path)
    assert (quarto.returncode, quarto.stderr, quarto.stdout) == (0, "", plain.stdout)


@pytest.mark.parametrize("under", ["pandoc", "quarto"])
@pytest.mark.parametrize(("form", "shown"), [("html", "A &lt;fair&gt;_wind?|Ties|"), ("typst", r"A \<fair\>\_wind?|Ties|")])
def test_the_subject_gives_the_title_that_the_brief_leaves_out(project, tmp_path, under, form, shown):
    """Title and subtitle reach both templates, escaped; the brief's own title stays where it has one."""
    for key, old, new in (("title", "A fair wind?", "A <fair>_wind?"), ("subtitle", "Ties, 2023–2024", "Ties")):
        tiny.rewrite(project, f'{key}: "{old}"\n', "")
        subject = project / "seeds" / "subject.yml"
        subject.write_text(subject.read_text("utf-8").replace(f"{key}: {old}", f"{key}: {new}", 1), "utf-8")
    assert 0 == check.run()
    template = tmp_path / "template"
    template.write_text("$title$|$subtitle$|$pagetitle$", encoding="utf-8")
    options = ["--standalone", "--template", str(template)]
    call = (lambda: under_quarto(form, project, tmp_path, more=options)) if under == "quarto" else (
        lambda: pandoc(form, project / "report.qmd", more=options))  # fmt: skip
    done = call()
    assert (0, True) == (done.returncode, done.stdout.startswith(shown)), done.stdout + done.stderr
    assert form == "typst" or done.stdout.strip().endswith("|A &lt;fair&gt;_wind?")
    header = '---\ntitle: "Own"\n'
    (project / "report.qmd").write_text(
        (project / "report.qmd").read_text("utf-8").replace("---\n", header, 1), "utf-8")  # fmt: skip
    bound = json.loads((project / "_build" / "bound.json").read_text("utf-8"))
    bound["sha1"] = hashlib.sha1((project / "report.qmd").read_bytes()).hexdigest()
    (project / "_build" / "bound.json").write_text(json.dumps(bound), "utf-8")
    assert call().stdout.startswith("Own|Ties|")


def test_build_folder_beside_the_source(project, tmp_path, monkeypatch):
    """Without DOSSIER_BUILD the bound words are looked for beside the source, whatever the working directory."""
    monkeypatch.delenv("DOSSIER_BUILD")
    assert under_quarto("html", project, tmp_path, cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("under", ["pandoc", "quarto"])
@pytest.mark.parametrize(
    "spoil, said",
    [
        (lambda bound: bound["spans"].pop("fact|talks|"), "“fact|talks|” was not checked"),
        (lambda bound: bound["blocks"].pop("table|sums"), "“table|sums” was not checked"),
        (lambda bound: bound["blocks"].pop("judgement|1"), "“judgement|1” was not checked"),
        (lambda bound: bound["blocks"].pop("sources|"), "“sources|” was not checked"),
        (lambda bound: bound.update(sha1="0"), "is not the text that was checked"),
    ],
)
def test_what_was_not_checked_stops_the_run(project, tmp_path, under, spoil, said):
    """An unknown pair, or a text that changed since, ends pandoc with an error, though error() be silenced."""
    path = project / "_build" / "bound.json"
    bound = json.loads(path.read_text())
    spoil(bound)
    path.write_text(json.dumps(bound))
    done = pandoc("html", project / "report.qmd") if under == "pandoc" else under_quarto("html", project, tmp_path)
    assert done.returncode != 0 and said in done.stderr and "error() was called" not in done.stderr
    assert done.stdout == ""


def test_no_bound_words_no_run(project):
    """Without bound.json the filter stops and says what to do."""
    (project / "_build" / "bound.json").unlink()
    done = pandoc("html", project / "report.qmd")
    assert (done.returncode, "run `dossier check` first" in done.stderr) == (1, True)


def test_other_formats_are_refused(project):
    """There are bound words for HTML and Typst only."""
    assert "no words for the format" in pandoc("latex", project / "report.qmd").stderr


def test_words_are_seen_alike(project):
    """Quotation marks, emphasis, line breaks and hard spaces in a span are one string to check and filter."""
    tiny.move_claim(project, "wind-share", kind="text", unit=None, of=None, value="the “new page” of an envoy’s book")
    tiny.rewrite(project, "[1 of 2]", '[the "new\n*page*" of an envoy\'s book]')
    assert check.run() == 0
    assert pandoc("html", project / "report.qmd").stderr == ""


def test_hostile_text_stays_text(project):
    """Markup, shortcodes and Typst code in claims, cards and seeds come out escaped in both formats."""
    evil = '<script>alert(1)</script> {{< env HOME >}} #panic("x") "]] \\ $'
    tiny.move_claim(project, "talks", label=evil, note=evil)
    tiny.move_claim(project, "wind-share", formula=evil)
    assert check.run() == 0
    html = pandoc("html", project / "report.qmd").stdout
    assert "<script" not in html and "{{<" not in html and "&lt;script&gt;" in html
    meta = check.check(project)[1]["meta"]
    for name, text in (
        ("head.html", page.head(meta, [])),
        ("tail.html", page.tail([])),
        ("head.typ", paper.head(meta)),
    ):
        build.write(project / "_build" / name, text)
    engine.run("builtin", project, ["pdf"], project / "_build" / "draft")  # #panic would have stopped it
    paper_text = "".join(p.extract_text() for p in PdfReader(project / "_build" / "draft" / "report.pdf").pages)
    assert "#panic(“x”)" in squeezed(paper_text)
