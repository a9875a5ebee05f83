"""The edition: what was accepted stays, what moves stops the render, and only `accept` writes."""

import hashlib
import json
import re
import shutil
import subprocess
from argparse import Namespace

import pytest
import tiny
import yaml
from dossier import build, edition, fresh, moves, render
from dossier.__main__ import main
from dossier.ground import stand
from dossier.judgements import judgements

BUILTIN = Namespace(engine="builtin", to="all")


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """The tiny project, accepted and published once."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("first") / "p"
        patch.setenv("DOSSIER_BUILD", str(folder / "_build"))
        tiny.project(folder)
        patch.chdir(folder)
        assert (edition.accept(), render.run(BUILTIN)) == (0, 0)
    return folder


@pytest.fixture
def accepted(first, tmp_path, monkeypatch, capsys):
    """A copy of it to move."""
    folder = tmp_path / "p"
    shutil.copytree(first, folder)
    monkeypatch.setenv("DOSSIER_BUILD", str(folder / "_build"))
    monkeypatch.chdir(folder)
    capsys.readouterr()
    return folder


def load(folder) -> dict:
    return yaml.safe_load((folder / "seeds" / "edition.yml").read_text())


def published(folder) -> dict:
    return {path.name: path.read_bytes() for path in (folder / "_site").rglob("*") if path.is_file()}


def moved_value(folder):
    """A corrected document: another sum, with its own checksum on its card."""
    text = tiny.TEXT.replace("$2.5 billion", "$2.7 billion")
    (folder / "seeds" / "talks.txt").write_bytes(text.encode())
    card = folder / "seeds" / "sources.yml"
    card.write_text(re.sub(r"sha256: \w+", f"sha256: {hashlib.sha256(text.encode()).hexdigest()}", card.read_text()))
    facts = folder / "_build" / "facts.jsonl"
    facts.write_text(facts.read_text().replace("2.5 billion", "2.7 billion").replace("2500000000.0", "2700000000.0"))
    tiny.move_claim(folder, "trade", value=2_700_000_000)
    tiny.rewrite(folder, '[$2.5 billion]{fact="trade"}', '[]{fact="trade"}')


def test_every_used_claim_is_accepted(accepted):
    """The edition holds the value of every claim the brief uses, premises and inputs too."""
    found = load(accepted)
    assert found["edition"] == 1
    assert sorted(found["claims"]) == ["metals", "metals-lead", "talks", "trade", "wind-share"]
    assert found["claims"]["trade"]["value"] == 2_500_000_000


def test_moved_value_stops_the_render(accepted, capsys):
    """A filled value that moves stops the render with old, new and the document that did it; accepting lets it by."""
    before, file = published(accepted), (accepted / "seeds" / "edition.yml").read_bytes()
    moved_value(accepted)
    assert (main(["check"]), render.run(BUILTIN)) == (1, 1)
    said = capsys.readouterr().err
    place = next(n for n, line in enumerate(file.decode().splitlines(), 1) if line == "  trade:")
    assert f"seeds/edition.yml:{place}:1: found claim trade: was $2.5 billion, is $2.7 billion, by talks-2024" in said
    assert (published(accepted), (accepted / "seeds" / "edition.yml").read_bytes()) == (before, file)
    assert (main(["accept"]), render.run(BUILTIN)) == (0, 0)
    assert "$2.7 billion" in (accepted / "_site" / "report.html").read_text()


def test_a_stopped_render_quotes_what_moved_it_and_says_what_to_do(accepted, capsys):
    """Below each move stand the document's words with file and line; then `dossier diff` and `dossier accept`."""
    moved_value(accepted)
    assert (main(["check"]), render.run(BUILTIN)) == (1, 1)
    said = capsys.readouterr().err
    checked, stopped = said.split("1 accepted value has moved: ")[1:]
    assert "`dossier diff` lists them" in checked and "`dossier accept`" in checked
    assert "`dossier diff` lists them" in stopped and "`dossier accept`" in stopped
    words = "“Trade rose to $2.7 billion, and 30% of it was in metals.” (seeds/talks.txt:2)"
    assert 2 == said.count(f"expected the accepted value\n      {words}\n")


def test_the_words_of_the_changed_document_go_first_and_once(accepted):
    """Of the evidence a claim gained, sentences of the document that came are quoted, each once; a record has no words."""
    text = tiny.TEXT
    spans = {words: (text.index(words), text.index(words) + len(words)) for words in ("$2.5 billion", "30%", "3 May 2024")}
    keys = [f"talks-2024:{start}-{end}" for start, end in spans.values()]
    claims = load(accepted)["claims"]
    now = {"trade": claims["trade"] | {"evidence": [*keys, "record:x"], "inputs": []}}
    told = [*moves.felling("trade", now, stand(accepted).registry, {}, {"talks-2024"})]
    assert [("Trade rose to $2.5 billion, and 30% of it was in metals.", 2), ("The two sides met in Astana on 3 May 2024.", 2)] == [
        (one.said, one.line) for one in told
    ]
    assert [] == [*moves.felling("trade", now, stand(accepted).registry, {"trade": {"evidence": keys}}, {"another"})]


def test_a_fallen_premise_points_to_what_an_author_can_do(accepted, capsys):
    """The premise quotes the sentence that it rests on now and did not before, and is not to be accepted away."""
    words = "“We see a new chapter,” the envoy said."
    start = tiny.TEXT.index(words)
    tiny.move_claim(accepted, "metals-lead", value=False, evidence=[f"talks-2024:{start}-{start + len(words)}"])
    (accepted / "_build" / "render.json").unlink()
    assert render.run(BUILTIN) == 1
    said = capsys.readouterr().err
    assert f"which no longer holds (metals > 0): “{words}” (seeds/talks.txt:3); expected another judgement" in said
    assert "A premise fell (metals-lead): change its judgement in report.qmd, or set the words aside in" in said
    assert "`dossier diff`" in said and "1 fault; 1 accepted value has moved" in said


def test_premise_that_moves_is_named_as_one(accepted):
    """A premise that changes is listed as a premise; a claim that is gone is listed too."""
    claims = {name: dict(claim) for name, claim in load(accepted)["claims"].items() if name != "talks"}
    claims["metals-lead"]["value"] = False
    said = [str(move) for move in edition.moves(accepted, claims)]
    assert said == [
        "premise metals-lead: was yes, is no",
        "claim talks: was 3 May 2024, is not there any more, by report.qmd",
    ]


def test_new_claim_has_not_moved(accepted):
    """A claim that was never accepted is new: it stops nothing."""
    claims = load(accepted)["claims"]
    assert edition.moves(accepted, claims | {"new": claims["trade"]}) == []


def test_accepting_twice_changes_nothing(accepted, capsys):
    """The number of the edition rises only when something moved."""
    file = (accepted / "seeds" / "edition.yml").read_bytes()
    assert edition.accept() == 0 and "nothing has moved" in capsys.readouterr().out
    assert (accepted / "seeds" / "edition.yml").read_bytes() == file


def test_diff_lists_old_and_new(accepted, tmp_path, capsys):
    """`dossier diff` lists what moved, from the accepted edition to now or between two."""
    assert main(["diff"]) == 0
    old = tmp_path / "old.yml"
    old.write_bytes((accepted / "seeds" / "edition.yml").read_bytes())
    moved_value(accepted)
    assert main(["diff"]) == 1 and "trade: $2.5 billion → $2.7 billion" in capsys.readouterr().out
    assert edition.accept() == 0
    new = accepted / "seeds" / "edition.yml"
    assert main(["diff", str(old), str(new)]) == 1 and "1 of 5 claims moved since edition 1" in capsys.readouterr().out
    assert main(["diff", "no-such-revision"]) == 2 and "neither a file nor a revision" in capsys.readouterr().err


def test_diff_knows_editions_by_their_number(accepted, capsys):
    """“Edition 2” of the header is what `diff` is asked for; the history has the older ones; others are listed."""
    git = ["git", "-C", str(accepted), "-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "seeds"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "First"], check=True)
    moved_value(accepted)
    assert edition.accept() == 0 and main(["diff", "1", "2"]) == 1
    assert "trade: $2.5 billion → $2.7 billion" in capsys.readouterr().out
    assert main(["diff", "2", "1"]) == 1 and "trade: $2.7 billion → $2.5 billion" in capsys.readouterr().out
    assert main(["diff", "7"]) == 2 and "nor the number of an edition; the history has: 1" in capsys.readouterr().err


def test_diff_names_the_judgements_that_a_move_touches(accepted, capsys):
    """A value that a judgement rests on, if only through another claim, brings that judgement's words with it."""
    resting = judgements(accepted / "report.qmd", stand(accepted))
    ((said, claims),) = resting.items()
    tiny.move_claim(accepted, min(claims), value=31)
    assert main(["diff"]) == 1 and f"touches: {said}" in capsys.readouterr().out
    assert "Metals still lead, by 30%." == said


def test_the_brief_tells_what_changed(accepted):
    """The block {editions} tells, as a table, what the accepted edition changed and which document did it."""
    tiny.rewrite(accepted, "## Sources", "::: {editions}\n:::\n\n## Sources")
    moved_value(accepted)
    assert (edition.accept(), render.run(BUILTIN)) == (0, 0)
    page = (accepted / "_site" / "report.html").read_text()
    assert all(words in page for words in ("What this edition changed", "$2.5 billion", "$2.7 billion", "talks-2024"))
    assert "Edition 2" in page


def test_taking_the_document_back_gives_the_former_brief(accepted):
    """What was, comes back byte for byte when the change is taken back."""
    before = published(accepted)
    kept = {path: path.read_bytes() for path in accepted.rglob("*") if path.is_file() and "_site" not in path.parts}
    moved_value(accepted)
    assert (edition.accept(), render.run(BUILTIN)) == (0, 0) and published(accepted) != before
    for path, data in kept.items():
        path.write_bytes(data)
    assert render.run(BUILTIN) == 0
    assert published(accepted) == before


def test_claims_that_are_not_of_now_are_not_accepted(accepted, capsys):
    """Where the notebooks have not run on what is there now, accept and diff refuse, and say what to do first."""
    before = load(accepted)
    notebook = accepted / "notebooks" / "01-facts.ipynb"
    notebook.parent.mkdir(exist_ok=True)
    notebook.write_text(json.dumps({"cells": []}))
    assert (1, 1) == (edition.accept(), edition.diff())
    assert 2 == capsys.readouterr().err.count("expected `dossier render` first")
    build.write(accepted / "_build" / build.STAMP, fresh.notebooks_key(accepted))
    assert (0, before) == (edition.accept(), load(accepted))


def test_a_claim_that_nothing_names_is_not_accepted_away(accepted, capsys):
    """After a render that stopped half-way the claims are gone: accepting would empty the edition."""
    before = load(accepted)
    shutil.rmtree(accepted / "_build" / "claims")
    assert (1, before) == (edition.accept(), load(accepted))
    assert "found claims that no notebook names: metals, metals-lead, talks, trade, wind-share" in capsys.readouterr().err


@pytest.mark.parametrize("gone", ["_build/claims", "_build/facts.jsonl", "_build"])
def test_a_build_folder_in_part_is_one_line(accepted, capsys, gone):
    """Claims deleted by hand are neither unknown keys nor moved values: check says what to run, once."""
    notebook = accepted / "notebooks" / "01-facts.ipynb"
    notebook.parent.mkdir(exist_ok=True)
    notebook.write_text(json.dumps({"cells": []}))
    build.stamp(fresh.notebooks_key(accepted))
    shutil.rmtree(accepted / gone) if (accepted / gone).is_dir() else (accepted / gone).unlink()
    capsys.readouterr()
    assert (main(["check"]), capsys.readouterr().err.strip()) == (
        1, "seeds:1:1: found nothing made of the documents in _build, or not all that was made; "
        "expected `dossier render` first; the brief was not checked",
    )  # fmt: skip


def test_what_moves_nothing_makes_no_edition(accepted):
    """A change beside the claims renews the checksums; number, changes and claims stay."""
    before = load(accepted)
    subject = accepted / "seeds" / "subject.yml"
    subject.write_text(subject.read_text() + "# a remark\n")
    assert 0 == edition.accept()
    after = load(accepted)
    assert before["documents"]["subject.yml"] != after["documents"].pop("subject.yml")
    before["documents"].pop("subject.yml")
    assert before == after


def test_a_claim_dropped_by_the_author_is_not_laid_to_a_document(accepted):
    """A claim that is still named and no longer used was moved by the brief, whatever document changed beside it."""
    moved_value(accepted)
    claims = edition.current(accepted)
    del claims["talks"]
    (gone,) = [move for move in edition.moves(accepted, claims) if move.name == "talks"]
    assert ("report.qmd",) == gone.causes


def test_acceptance_needs_ground(accepted, capsys):
    """With a seed that cannot be read nothing is accepted."""
    file = (accepted / "seeds" / "edition.yml").read_bytes()
    (accepted / "seeds" / "talks.txt").write_bytes(b"other")
    assert (edition.accept(), (accepted / "seeds" / "edition.yml").read_bytes()) == (1, file)
    assert json.dumps(load(accepted)["documents"]) and "sha256" in capsys.readouterr().err


def test_a_premise_that_has_fallen_is_told_even_when_accepted(accepted, capsys):
    """`accept` and `diff` name it and the judgement it stood under: a value can be accepted, a fallen premise bears nothing."""
    tiny.move_claim(accepted, "metals-lead", value=False)
    assert 0 == edition.accept()
    told = "premise metals-lead does not hold; the brief cannot be rendered with: Metals still lead"
    assert told in capsys.readouterr().out
    assert (1, True) == (edition.diff(), told in capsys.readouterr().out)
