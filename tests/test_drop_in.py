"""Drop a document in: everything follows, what has moved stops, and taking it out gives the former brief back.

One dossier of another pair of countries lives through it, step by step; each test is a step that has been made.
"""

import json
import re

import kazakh
import lxml.html
import pytest
import yaml

FOREIGN = re.compile("azerbai[j]|\\bbak[u]\\b|karabak[h]|de-?mi[n]ing", re.IGNORECASE)


class Life:
    """The dossier after each step: exit status and words of the command, and what was published then."""

    def __init__(self, folder):
        self.folder = kazakh.project(folder, "visit.txt", "call.txt")
        self.done, self.sites = {}, {}
        self.step("first", kazakh.render)
        self.step("accepted", kazakh.dossier, "accept")
        self.step("edition", kazakh.render)
        self.cards = (folder / "seeds" / "sources.yml").read_bytes()
        self.edition = (folder / "seeds" / "edition.yml").read_bytes()
        self.step("added", kazakh.add, "drones.txt")
        self.step("stopped", kazakh.render)
        self.step("diff", kazakh.dossier, "diff")
        self.step("accepting", kazakh.dossier, "accept")
        self.step("follows", kazakh.render)
        (folder / "seeds" / "drones.txt").unlink()
        (folder / "seeds" / "sources.yml").write_bytes(self.cards)
        (folder / "seeds" / "edition.yml").write_bytes(self.edition)
        self.step("removed", kazakh.render)

    def step(self, name, act, *words):
        self.done[name] = act(self.folder, *words)
        if (self.folder / "_site").is_dir():
            self.sites[name] = kazakh.published(self.folder)


@pytest.fixture(scope="module")
def life(tmp_path_factory):
    return Life(tmp_path_factory.mktemp("kazakh") / "dossier")


def page(life, step):
    return lxml.html.document_fromstring(life.sites[step]["report.html"])


def test_a_dossier_without_a_record_renders(life):
    """The scaffold and two documents make a page, a paper and data, and nothing is unsupported."""
    assert life.done["first"].returncode == 0, life.done["first"].stderr
    assert {"report.html", "report.pdf", "data/facts.json"} <= set(life.sites["first"])


def test_the_brief_says_that_there_is_no_record(life):
    """Silence is named: the limits say what the brief rests on."""
    assert "There is no public record for this subject" in page(life, "first").text_content()


def test_nothing_of_another_subject_is_in_the_output(life):
    """No word of the subject that ships with the library stands in what this one publishes."""
    texts = [page(life, "first").text_content()]
    texts += [data.decode() for name, data in life.sites["first"].items() if name.startswith("data/")]
    assert len(texts) > 5
    assert [] == [match[0] for text in texts for match in FOREIGN.finditer(text)]


def test_the_furniture_of_a_document_yields_no_fact(life):
    """“Army buys drones for $900 million” is another story's headline, and counts for nothing."""
    facts = json.loads(life.sites["first"]["data/facts.json"])
    assert [2.5e9] == [fact["value"] for fact in facts if fact["kind"] == "amount"]


def test_a_document_that_moves_values_stops_the_render(life):
    """What was accepted no longer holds: the render stops and names claim, old, new and the document."""
    said = life.done["stopped"].stderr
    assert life.done["stopped"].returncode == 1
    assert re.search(r"challenger-sentences: was .+, is .+, by the-northern-post-2024-09", said), said


def test_a_stopped_render_leaves_the_last_good_brief(life):
    """Page, paper and data stay as they were, byte for byte."""
    assert life.sites["edition"] == life.sites["stopped"]


def test_diff_says_what_the_document_did(life):
    """`dossier diff` lists the claims that moved, with old and new, and exits 1."""
    assert life.done["diff"].returncode == 1
    assert (
        "challenger-sentences" in life.done["diff"].stdout and "the-northern-post-2024-09" in life.done["diff"].stdout
    )


def test_once_accepted_everything_follows(life):
    """Counts, tables, sources and data hold the new document."""
    assert life.done["follows"].returncode == 0, life.done["follows"].stderr
    facts = json.loads(life.sites["follows"]["data/facts.json"])
    assert "the-northern-post-2024-09" in {fact["document"] for fact in facts}
    assert "£300 million" in page(life, "follows").text_content()


def test_the_edition_keeps_what_moved_and_why(life):
    """edition.yml of the accepted edition names the document that moved each claim."""
    site = life.sites["follows"]
    assert "the-northern-post-2024-09" in site["data/claims.json"].decode()
    assert yaml.safe_load(life.edition)["edition"] == 1


def test_taking_the_document_out_gives_the_former_brief_back(life):
    """Byte for byte: page, paper and every file of data."""
    assert life.done["removed"].returncode == 0, life.done["removed"].stderr
    assert sorted(life.sites["edition"]) == sorted(life.sites["removed"])
    assert [] == [name for name, data in life.sites["edition"].items() if data != life.sites["removed"][name]]


def test_the_library_holds_nothing_of_its_first_subject():
    """What is about a subject stands under seeds/; in the library no name of it is found."""
    from pathlib import Path

    library = Path(__file__).parent.parent / "lib"
    files = [path for path in sorted(library.rglob("*")) if path.is_file() and "__pycache__" not in path.parts]
    texts = {path.name: path.read_text(encoding="utf-8", errors="ignore") for path in files}
    assert len(texts) > 60
    assert [] == [name for name, text in texts.items() if "egg-info" not in name and FOREIGN.search(text)]
