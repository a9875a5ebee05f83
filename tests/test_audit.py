"""The audit: reads the finished brief, and fails on what no claim bears, on other words than were bound, on nothing."""

import base64
import gzip
import json
import re
import shutil

import pytest
import tiny
from dossier import engine, render
from dossier.audit import audit, run
from dossier.onpaper import squeezed
from dossier.render import BOTH, prepare


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """The tiny project with a sound draft, made once."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("sound") / "p"
        patch.setenv("DOSSIER_BUILD", str(folder / "_build"))
        tiny.project(folder)
        patch.chdir(folder)
        prepare(folder)
        engine.run("builtin", folder, BOTH, folder / "_build" / "draft")
    return folder


@pytest.fixture
def draft(sound, tmp_path, monkeypatch):
    """A copy of it to spoil."""
    folder = tmp_path / "p"
    shutil.copytree(sound, folder)
    monkeypatch.setenv("DOSSIER_BUILD", str(folder / "_build"))
    monkeypatch.chdir(folder)
    return folder / "_build" / "draft"


def test_an_audit_without_what_was_bound_says_what_to_run(draft, capsys):
    """A brief whose build folder was deleted is told to be rendered, not that some file is missing."""
    (draft.parent / "bound.json").unlink()
    assert run() == 1
    said = "audit: _build/bound.json, which the brief is held to, is not there; run `dossier render`"
    assert capsys.readouterr().err.strip() == said


def look(draft, formats=("html", "pdf")):
    return audit(draft, draft.parent.parent, list(formats))


def change(draft, old, new, count=1):
    path = draft / "report.html"
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new, count), encoding="utf-8")


def test_sound_brief_passes_and_counts(draft):
    """A sound brief has no fault, and the audit says how much it inspected."""
    reading = look(draft)
    assert reading.faults == []
    assert all(
        reading.inspected[kind] > 0
        for kind in ("paragraphs", "claims", "regions", "quotations", "notes", "numbers on paper")
    )


CHANGES = [
    ("sentences spoke", "17 sentences spoke", "“17” that is no claim"),
    ("sentences spoke", "twelve sentences spoke", "“twelve” that is no claim"),
    ("sentences spoke", "on 3 May sentences spoke", "“3 May” that is no claim"),
    (">$2.5 billion</button>", ">$2.6 billion</button>", "“$2.6 billion” as trade"),
    ('data-claim="trade"', 'data-claim="other"', "as other"),
    ('id="card-trade"', 'id="card-none"', "trade, which opens nothing"),
    ("<caption>Sums since", "<caption>More sums since", "other words in tables than were bound"),
    ("<dt>Against it</dt>", "<dt>For it</dt>", "other grounds of a judgement"),
    ('data-region="table"', 'data-region="haven"', "a region “haven”"),
    ("Trade rose to <mark>$2.5", "Trade rose well to <mark>$2.5", "the quotation “Trade rose well"),
    ("<p>Trade was", '<p onclick="x()">Trade was', "the attribute onclick"),
    ("<p>Trade was", '<p><a href="javascript:x">a</a> Trade was', "the attribute href"),
    ("<p>Trade was", "<p>{{< env HOME >}} Trade was", "a shortcode"),
]


@pytest.mark.parametrize("old, new, said", CHANGES)
def test_change_in_the_page_is_caught(draft, old, new, said):
    """Whatever is changed in the finished page is named with its line."""
    change(draft, old, new)
    assert any(re.match(r"report\.html:\d+:1: found ", fault) and said in fault for fault in look(draft).faults), look(
        draft
    ).faults


def test_seeds_are_read_again(draft):
    """A quotation that the seed no longer holds is caught, though the page agrees with what was bound."""
    path = draft.parent / "bound.json"
    bound = json.loads(path.read_text())
    (key,) = [key for key, one in bound["evidence"].items() if one["quote"] == "30%"]
    bound["evidence"][key]["quote"] = "31%"
    path.write_text(json.dumps(bound))
    assert any("the quote of" in fault and "“30%”" in fault for fault in look(draft).faults)


def test_paper_without_a_claim_or_note(draft):
    """The PDF must carry every claim of the page, and every note."""
    path = draft.parent / "bound.json"
    bound = json.loads(path.read_text())
    bound["claims"]["trade"]["n"] = 99
    path.write_text(json.dumps(bound))
    faults = look(draft).faults
    assert any("“$2.5 billion” [99] fewer than 1 times" in fault for fault in faults)
    assert any("no note [99]" in fault for fault in faults)


def test_paper_with_another_number(draft):
    """A number that stands on paper only is caught."""
    change(draft, "2.5", "2.4", count=-1)
    assert any(fault.startswith("report.pdf:1:1: found the number 2.5") for fault in look(draft).faults)


def test_what_is_folded_is_read_too(draft):
    """What the page carries packed for its script is searched for what runs, like the page itself."""
    block = base64.b64encode(gzip.compress(b'<tr onclick="x()"><td>a</td></tr>')).decode()
    change(draft, "</main>", f'<script type="text/plain" id="packed-x">{block}</script></main>')
    assert any("the attribute onclick" in fault for fault in look(draft).faults)


def test_inspecting_nothing_fails(draft):
    """A page without claims passes no audit."""
    (draft / "report.html").write_text("<!DOCTYPE html><title>x</title><body></body>")
    faults = "\n".join(look(draft, ["html"]).faults)
    assert all(f"no {kind} to inspect" in faults for kind in ("paragraphs", "claims", "regions", "quoted sentences"))


def test_command(draft, capsys):
    """`dossier audit` reads what is there: 1 and the faults, or 0 and the counts."""
    assert run() == 0 and "0 faults; inspected" in capsys.readouterr().out
    change(draft, "sentences spoke", "17 sentences spoke")
    assert run() == 1 and "“17” that is no claim" in capsys.readouterr().err


def test_line_breaks_do_not_matter():
    """What a line break, a hard space or a word joiner may change is left out of comparisons."""
    assert squeezed("$2.5\n bil\u2060lion [1]") == "$2.5billion[1]"
    assert render.BOTH == ["html", "pdf"]
