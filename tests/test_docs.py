"""The documentation fails when it lies: findings, paths, flow, codebook, versions and licences are those there are.

Its commands and examples are held in test_docs_commands.py, the authoring page in test_authoring.py.
"""

import re
import tomllib
from pathlib import Path

import dossier
import pytest
import yaml
from documents import (
    CHANGELOG,
    DOCS,
    HOME,
    NEW,
    README,
    REPORT,
    blocks,
    bottom_line,
    clone,
    quoted,
    refreshed,
    rows,
    section,
)
from dossier import data, edition, engine, prose
from dossier.__main__ import main
from dossier.facts import KINDS
from dossier.seeds import read_cards

# What a run leaves in a clone, by the code that leaves it; `_site/data` is written and looked at.
MADE = {".venv", "_build", "_build/draft", "_site", *(f"_site/{name}" for _, name in engine.FORMATS.values()),
        str(edition.path(Path()))}  # fmt: skip


@pytest.fixture(scope="module", name="folder")
def _folder(tmp_path_factory):
    return clone(tmp_path_factory.mktemp("docs") / "clone")


def test_the_title_is_the_question():
    """README opens with the question of the subject, word for word."""
    question = yaml.safe_load((HOME / "seeds/subject.yml").read_text(encoding="utf-8"))["question"]
    assert f"# {question}" == README.splitlines()[0]


def test_the_findings_are_the_bottom_line():
    """README says what the brief says, and no figure that the brief does not bind."""
    assert bottom_line(REPORT) == quoted(README)


def test_another_number_in_the_findings_would_be_noticed():
    """One figure changed on either side is a difference."""
    assert bottom_line(REPORT) != quoted(README.replace("10 of 22 events", "11 of 22 events"))
    assert bottom_line(REPORT.replace("[4 of 69]", "[5 of 69]")) != quoted(README)


def bare_numbers(text: str) -> list[str]:
    """Numbers that README gives in its own voice before the data: outside the quoted bottom line, links and code."""
    said = text[: text.index("## The data")]
    said = re.sub(r"^>.*$|`[^`]*`|(?<=\])\([^)]*\)", "", said, flags=re.M)
    return [found.text for found in prose.bare(said, "prose", (2022, 2023, 2024, 2025))]


def test_no_figure_is_typed_beside_the_findings():
    """Question, limits and definitions hold no number of their own; a planted one is found."""
    assert [] == bare_numbers(README)
    assert ["37"] == bare_numbers(README.replace("**What cannot be said.**", "Of 37 events few count."))


def test_every_document_stands_in_the_table_as_its_card_has_it():
    """Id, publisher, date and issuer of each document."""
    listed = rows(section(README, "The data"))
    cards = read_cards(HOME / "seeds")
    assert [[f"`{card.id}`", card.publisher, str(card.published), card.origin] for card in cards] == listed


def test_question_findings_words_and_data_stand_before_any_installation():
    """A reader who installs nothing has read what was found."""
    assert ["Findings", "Words used here", "The data"] == re.findall(r"^## (.+)$", README, re.M)[:3]
    assert all(README.index("## The data") < README.index(block) for block in blocks(README, "sh", "powershell"))


def test_the_findings_can_be_refreshed():
    """Copied anew, README quotes another bottom line, and nothing else of it has changed."""
    brief = REPORT.replace("[4 of 69]", "[5 of 69]")
    assert bottom_line(brief) == quoted(refreshed(README, brief))
    assert refreshed(README, REPORT) == refreshed(refreshed(README, brief), REPORT)


def paths(text: str) -> set[str]:
    """Files and folders that a document names, in links and in code."""
    code = re.findall(r"`([\w.<>/-]+)`", text)
    file = re.compile(r"\w\.(?:py|md|qmd|yml|toml|lock|ipynb|csv|json|cff)$")
    links = re.findall(r"\]\(([^)#]+)\)", text)
    return {word for word in code if "/" in word or file.search(word)} | {link for link in links if "://" not in link}


def missing(text: str, folder: Path, home: Path = HOME) -> set[str]:
    def there(path: str) -> bool:
        if path.startswith("_site/data"):
            return any(folder.glob(path.replace("<name>", "*")))
        return path.rstrip("/") in MADE or (home / path).exists()

    return {path for path in paths(text) if not there(path)}


@pytest.mark.parametrize("name", ["README", "AUTHORING", "CHANGELOG"])
def test_every_path_named_exists(name, folder):
    """In the repository, or in what a run leaves."""
    assert set() == missing(DOCS[name], folder)


def test_a_path_that_is_not_there_would_be_noticed(folder):
    """A renamed notebook, a file of the data edition that is not written, a broken link."""
    lies = "`notebooks/04-end.ipynb` `_site/data/facts.xlsx.json` [the card](seeds/cards.yml) `seeds/sources.yml`"
    assert {"notebooks/04-end.ipynb", "_site/data/facts.xlsx.json", "seeds/cards.yml"} == missing(lies, folder)


def test_a_new_dossier_has_what_its_readme_names(folder, tmp_path):
    """The scaffold holds every path of its own README, but for what a render leaves."""
    assert 0 == main(["new", str(tmp_path / "new")])
    assert set() == missing(NEW, folder, tmp_path / "new")


def test_every_file_of_the_data_edition_is_listed(folder):
    """What is written to `_site/data` is what README's table names; the record's own tables as one folder."""
    listed = {path for path in paths(section(README, "The data edition")) if path.startswith("_site/data/")}
    written = {path.relative_to(folder).as_posix() for path in (folder / "_site/data").rglob("*") if path.is_file()}
    many = re.compile(r"(?<=figures/)strips|(?<=tables/)sums|(?<=schema/tables-)sums|(?<=schema/record-)\w+|(?<=texts/)[\w-]+")
    named = {many.sub("<name>", path) for path in written if "/record/" not in path}
    assert named | {"_site/data/", "_site/data/record/"} == listed


def test_the_library_is_told_in_the_order_of_its_flow():
    """README's table has the names of the package in its own order, and the notebooks of the project."""
    told = section(README, "The library, in the order of the flow")
    assert dossier.__all__ == [row[0].strip("`") for row in rows(told)]
    notebooks = {f"notebooks/{path.name}" for path in (HOME / "notebooks").glob("*.ipynb")}
    assert notebooks == paths(told) - {"report.qmd", "seeds/"}


def codebook(text: str, head: str) -> list[tuple[str, ...]]:
    part = section(text, "The data edition").split(f"**{head}**")[1].split("\n**")[0]
    return [(cells[0].strip("`"), *cells[1:]) for cells in rows(part)]


def kinds_of(column: str) -> str:
    kinds = [kind for kind, model in KINDS.items() if column in model.model_fields]
    return "every" if len(kinds) == len(KINDS) else ", ".join(kinds)


def test_the_codebook_has_every_column_of_the_facts():
    """Each field of each kind, where it stands, and what it means, as the models say; a field left out is noticed."""
    columns = [(name, kinds_of(name), meaning) for name, meaning in data.fact_columns().items()]
    assert columns == codebook(README, "Facts")
    assert columns != codebook(re.sub(r"\| `told_by`.*\n", "", README), "Facts")


def test_the_codebook_has_every_column_of_the_claims():
    """Each column of claims.csv with its meaning; a column left out is noticed."""
    assert list(data.CLAIM_COLUMNS.items()) == codebook(README, "Claims")
    assert list(data.CLAIM_COLUMNS.items()) != codebook(re.sub(r"\| `inputs`.*\n", "", README), "Claims")


def versions(project: str, citation: str, changelog: str) -> list[tuple[str, ...]]:
    """The version as each of the three has it, and the two dates of its release."""
    own, cited = tomllib.loads(project)["project"]["version"], yaml.safe_load(citation)
    newest = re.search(r"^## \[(\d[^\]]*)\] – (\S+)$", changelog, re.M)
    return [(own, cited["version"], newest[1]), (str(cited["date-released"]), newest[2])]


def test_one_version_everywhere():
    """pyproject, citation and the newest entry of the changelog agree, and would be noticed if they did not."""
    project, citation = ((HOME / name).read_text(encoding="utf-8") for name in ("pyproject.toml", "CITATION.cff"))
    assert [1, 1] == [len(set(said)) for said in versions(project, citation, CHANGELOG)]
    later = CHANGELOG.replace("## [Unreleased]", "## [9.9.9] – 2027-01-01")
    assert [2, 2] == [len(set(said)) for said in versions(project, citation, later)]


def test_the_citation_has_what_its_format_requires():
    """Citation File Format 1.2.0: version of the format, message, title and authors."""
    cited = yaml.safe_load((HOME / "CITATION.cff").read_text(encoding="utf-8"))
    assert set() == {"cff-version", "message", "title", "authors"} - cited.keys()
    assert ("1.2.0", "MIT") == (cited["cff-version"], cited["license"])
    assert all({"name"} <= author.keys() or {"family-names"} <= author.keys() for author in cited["authors"])


def test_the_pythons_named_are_those_supported():
    """README names each Python that pyproject allows, and no other."""
    allowed = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    first, end = map(int, re.fullmatch(r">=3\.(\d+),<3\.(\d+)", allowed).groups())
    needs = README.split("### What it needs")[1].split("###")[0]
    assert {f"3.{minor}" for minor in range(first, end)} == set(re.findall(r"\b3\.\d+", needs))


def test_licences_are_named_as_they_are():
    """The record's licence as the subject has it; MIT for the rest."""
    subject = yaml.safe_load((HOME / "seeds/subject.yml").read_text(encoding="utf-8"))
    told = section(README, "Licence and citation")
    assert subject["record"]["licence"] in told
    assert "MIT" in told
