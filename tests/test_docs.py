"""The documentation fails when it lies: README, changelog and citation against what is there and what runs.

What AUTHORING.md says is held against the grammar in test_authoring.py. `python tests/test_docs.py` copies the
bottom line of the brief into README.
"""

import argparse
import re
import shlex
import shutil
import textwrap
import tomllib
from importlib.util import find_spec
from pathlib import Path

import dossier
import pytest
import yaml
from dossier import data, edition, engine, prose
from dossier.__main__ import main, parser
from dossier.facts import KINDS
from dossier.seeds import read, read_cards

HOME = Path(__file__).resolve().parents[1]
README, MAKEFILE, AUTHORING, CHANGELOG, REPORT = (
    (HOME / name).read_text(encoding="utf-8")
    for name in ("README.md", "Makefile", "AUTHORING.md", "CHANGELOG.md", "report.qmd")
)
GUIDE = (HOME / "tests/gold/GUIDE.md").read_text(encoding="utf-8")
NEW = (HOME / "lib/dossier/brief/new/README.md").read_text(encoding="utf-8")
DOCS = {"README": README, "AUTHORING": AUTHORING, "CHANGELOG": CHANGELOG, "GUIDE": GUIDE, "new/README": NEW}
# What a run leaves in a clone, by the code that leaves it; `_site/data` is written and looked at.
MADE = {".venv", "_build", "_build/draft", "_site", *(f"_site/{name}" for _, name in engine.FORMATS.values()),
        str(edition.path(Path()))}  # fmt: skip
RUN = {"extract", "explain", "schema", "add", "new"}  # examples that need nothing made beforehand
OTHERS = {"quarto", "python", "make", "dossier"}  # programs that an example may call


def section(text: str, title: str) -> str:
    """The text under a heading, up to the next of its level."""
    return re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", text, re.M | re.S)[1]


def rows(text: str) -> list[list[str]]:
    """The cells of the rows of every table, without its head."""
    tables = re.findall(r"^\|.*\n\|---.*\n((?:\|.*\n)+)", text, re.M)
    lines = [line.strip("|") for table in tables for line in table.splitlines()]
    return [[cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line)] for line in lines]


def blocks(text: str, *languages: str) -> list[str]:
    return re.findall(rf"^```(?:{'|'.join(languages)})\n(.*?)^```$", text, re.M | re.S)


# --- question, findings, data -----------------------------------------------------------------------------------


def bottom_line(brief: str) -> str:
    """The bottom line as it is read: spans are their words, nothing is escaped. An empty span has no words here."""
    div = re.search(r"^::: \{\.bottom-line\}\n(.*?)^:::$", brief, re.M | re.S)[1]
    return " ".join(re.sub(r"\[([^\]]+)\]\{[^}]*\}", r"\1", div).replace("\\", "").split())


def quoted(text: str) -> str:
    """What README quotes as the bottom line."""
    lines = re.findall(r"^> ?(.*)$", section(text, "Findings"), re.M)
    return " ".join(" ".join(lines).replace("\\", "").split())


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
    assert ["37 events"[:2]] == bare_numbers(README.replace("**What cannot be said.**", "Of 37 events few count."))


def test_every_document_stands_in_the_table_as_its_card_has_it():
    """Id, publisher, date and issuer of each document."""
    listed = [row for row in rows(section(README, "The data"))]
    cards = read_cards(HOME / "seeds")
    assert [[f"`{card.id}`", card.publisher, str(card.published), card.origin] for card in cards] == listed


def test_question_findings_words_and_data_stand_before_any_installation():
    """A reader who installs nothing has read what was found."""
    titles = re.findall(r"^## (.+)$", README, re.M)
    assert ["Findings", "Words used here", "The data"] == titles[:3]
    assert all(titles.index("The data") < README.index(block) for block in blocks(README, "sh", "powershell"))


# --- commands ---------------------------------------------------------------------------------------------------


def commands() -> dict[str, argparse.ArgumentParser]:
    return next(action.choices for action in parser()._actions if isinstance(action, argparse._SubParsersAction))


def signature(command: argparse.ArgumentParser) -> set[str]:
    """Options, choices and operands of a command."""
    taken = [action for action in command._actions if "--help" not in action.option_strings]
    names = {name for action in taken for name in action.option_strings or [action.metavar]}
    return names | {choice for action in taken for choice in action.choices or ()}


def documented(text: str) -> dict[str, set[str]]:
    """The same, as the table of commands has it."""
    found = {}
    for cell, _ in rows(section(text, "Command line")):
        _, name, rest = f"{cell.strip('`')} ".split(" ", 2)
        values = re.sub(r"(?:published|publisher|url|processes|seeds) [A-Z]+", lambda m: m[0].split()[0], rest)
        found[name] = set(re.findall(r"--[a-z-]+|[A-Z]+|(?<![-a-z])[a-z]+", values))
    return found


def test_every_command_is_documented_with_its_options_and_no_other():
    """The parser and README's table name the same commands, options, choices and operands."""
    assert {name: signature(command) for name, command in commands().items()} == documented(README)


@pytest.mark.parametrize(("word", "lie"), [("`dossier audit`", "`dossier prove`"), (" [--processes N]", ""), ("html\\|pdf\\|all", "html\\|pdf")])
def test_a_wrong_table_of_commands_would_be_noticed(word, lie):
    """An invented command, an option kept silent, a choice left out."""
    assert {name: signature(command) for name, command in commands().items()} != documented(README.replace(word, lie))


@pytest.mark.parametrize("name", commands())
def test_every_command_explains_itself(name, capsys):
    """`dossier COMMAND --help` ends with 0."""
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert 0 == ended.value.code
    assert f"dossier {name}" in capsys.readouterr().out


def targets(makefile: str = MAKEFILE) -> set[str]:
    return set(re.findall(r"^([a-z]+):", makefile, re.M))


def test_every_target_of_make_is_documented_and_no_other():
    """README's table has each target of the Makefile; a target renamed there is noticed."""
    listed = {row[0].removeprefix("`make ").strip("`") for row in rows(section(README, "Two commands"))}
    assert targets() == listed
    assert targets(MAKEFILE.replace("bench:", "benchmark:")) != listed


@pytest.mark.parametrize("name", DOCS)
def test_what_a_document_tells_to_run_is_there(name):
    """Every `make TARGET`, its variables, and every `dossier COMMAND` that a document names."""
    said = re.findall(r"(?:`|^)(make|dossier) ([a-z]+)", DOCS[name], re.M)
    assert set() == {word for program, word in said if word not in (targets() if program == "make" else commands())}
    assert set() == {name for name in re.findall(r"\b([A-Z]+)=", DOCS[name]) if f"$({name})" not in MAKEFILE}


# --- examples ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A folder with the seeds and a data edition; its one claim is where the words stand in the seed."""
    folder = tmp_path_factory.mktemp("docs") / "clone"
    shutil.copytree(HOME / "seeds", folder / "seeds")
    documents = read(folder / "seeds")
    start = documents[0].text.index("$ 28.8 billion")
    claim = {"name": "investment-energy", "evidence": [f"{documents[0].id}:{start}-{start + 14}"], "inputs": []}
    figure = {"name": "strips", "data": {"columns": ["year"], "rows": [[2025]]}}
    data.write(folder / "_site", documents, [], {claim["name"]: claim}, [figure], folder / "seeds/record")
    (folder / "article.txt").write_text("A visit\n\nThe minister was in London on Monday, and spoke of gas.\n", encoding="utf-8")
    return folder


def lines(text: str) -> list[list[str]]:
    """The words of every line of the shell examples, however the environment's Python is written."""
    said = "".join(blocks(text, "sh", "powershell"))
    said = re.sub(r"^(?:\.venv[\\/](?:bin|Scripts)[\\/]python|python3\.12|py -3\.12)", "python", said, flags=re.M)
    return [shlex.split(line) for line in said.splitlines()]


def dossier_lines() -> list[list[str]]:
    return [line[1:] for line in lines(README) if line[0] == "dossier"]


@pytest.mark.parametrize("words", dossier_lines(), ids=" ".join)
def test_every_example_is_understood_and_runs(words, clone, monkeypatch, capsys):
    """Each call of `dossier` is one that the parser takes; those that need nothing made first end with 0."""
    monkeypatch.chdir(clone)
    parser().parse_args(words)
    if words[0] in RUN:
        assert 0 == main(words), capsys.readouterr().err
        assert capsys.readouterr().out


def test_each_command_that_can_run_is_run():
    """The examples have a call of each of them."""
    assert set() == RUN - {words[0] for words in dossier_lines()}


def test_the_steps_without_make_name_what_is_there():
    """Modules, requirement files and programs of the shell examples."""
    for program, *words in lines(README):
        assert program in OTHERS
        if words[:1] == ["-m"]:
            assert find_spec(words[1]), words
        if words[:2] == ["-m", "dossier"]:
            parser().parse_args(words[2:])
        files = [word for word in words if re.fullmatch(r"requirements\.\w+|report\.\w+|notebooks|tests", word)]
        assert all((HOME / file).exists() for file in files)


def prints(code: str, capsys) -> tuple[list[str], list[str]]:
    """What a Python example prints, and what its comments say it prints."""
    exec(compile(code, "README.md", "exec"), {})
    return capsys.readouterr().out.splitlines(), re.findall(r"# → (.+)$", code, re.M)


@pytest.mark.parametrize("code", blocks(README, "python"), ids=["source", "record"])
def test_a_number_verified_by_hand_is_the_number_of_the_brief(code, clone, monkeypatch, capsys):
    """Each example prints what it says, which stands in the bottom line; another promise would be noticed."""
    monkeypatch.chdir(clone)
    printed, promised = prints(code, capsys)
    assert promised == printed
    assert all(value.replace("$ ", "$") in bottom_line(REPORT) for value in printed)
    assert 'fact="investment-energy"' in REPORT
    printed, promised = prints(code.replace("# → ", "# → over "), capsys)
    assert promised != printed


# --- paths, flow, codebook --------------------------------------------------------------------------------------


def paths(text: str) -> set[str]:
    """Files and folders that a document names, in links and in code."""
    code = re.findall(r"`([\w.<>/-]+)`", text)
    named = {word for word in code if "/" in word or re.search(r"\w\.(?:py|md|qmd|yml|toml|lock|ipynb|csv|json|cff)$", word)}
    return named | {target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target}


def missing(text: str, clone: Path, home: Path = HOME) -> set[str]:
    def there(path: str) -> bool:
        if path.startswith("_site/data"):
            return any(clone.glob(path.replace("<name>", "*")))
        return path.rstrip("/") in MADE or (home / path).exists()

    return {path for path in paths(text) if not there(path)}


@pytest.mark.parametrize("name", ["README", "AUTHORING", "CHANGELOG"])
def test_every_path_named_exists(name, clone):
    """In the repository, or in what a run leaves."""
    assert set() == missing(DOCS[name], clone)


def test_a_path_that_is_not_there_would_be_noticed(clone):
    """A renamed notebook, a file of the data edition that is not written, a broken link."""
    lies = "`notebooks/04-end.ipynb` `_site/data/facts.xlsx.json` [the card](seeds/cards.yml) `seeds/sources.yml`"
    assert {"notebooks/04-end.ipynb", "_site/data/facts.xlsx.json", "seeds/cards.yml"} == missing(lies, clone)


def test_a_new_dossier_has_what_its_readme_names(clone, tmp_path):
    """The scaffold holds every path of its own README, but for what a render leaves."""
    assert 0 == main(["new", str(tmp_path / "new")])
    assert set() == missing(NEW, clone, tmp_path / "new")


def test_every_file_of_the_data_edition_is_listed(clone):
    """What is written to `_site/data` is what README's table names; the record's own tables as one folder."""
    listed = {path for path in paths(section(README, "The data edition")) if path.startswith("_site/data/")} - {"_site/data/"}
    written = {path.relative_to(clone).as_posix() for path in (clone / "_site/data").rglob("*") if path.is_file()}
    named = {path.replace("figures/strips", "figures/<name>") for path in written if "/record/" not in path}
    assert named | {"_site/data/record/"} == listed


def test_the_library_is_told_in_the_order_of_its_flow():
    """README's table has the names of the package in its own order, and the notebooks of the project."""
    told = section(README, "The library, in the order of the flow")
    assert dossier.__all__ == [row[0].strip("`") for row in rows(told)]
    assert sorted(f"notebooks/{path.name}" for path in (HOME / "notebooks").glob("*.ipynb")) == sorted(paths(told) - {"report.qmd", "seeds/"})


def codebook(text: str, head: str) -> list[tuple[str, ...]]:
    part = section(text, "The data edition").split(f"**{head}**")[1].split("\n**")[0]
    return [(cells[0].strip("`"), *cells[1:]) for cells in rows(part)]


def kinds_of(column: str) -> str:
    kinds = [kind for kind, model in KINDS.items() if column in model.model_fields and not model.model_fields[column].exclude]
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


# --- versions and licence ---------------------------------------------------------------------------------------


def versions(project: str, citation: str, changelog: str) -> list[tuple[str, ...]]:
    """The version as each of them has it, and the two dates of its release."""
    cited = yaml.safe_load(citation)
    newest = re.search(r"^## \[(\d[^\]]*)\] – (\S+)$", changelog, re.M)
    return [(tomllib.loads(project)["project"]["version"],) * 2, (cited["version"], newest[1]), (str(cited["date-released"]), newest[2])]


def test_one_version_everywhere():
    """pyproject, citation and the newest entry of the changelog agree, and would be noticed if they did not."""
    project, citation = ((HOME / name).read_text(encoding="utf-8") for name in ("pyproject.toml", "CITATION.cff"))
    (own, _), (cited, newest), (released, entered) = versions(project, citation, CHANGELOG)
    assert (own, own, entered) == (cited, newest, released)
    planted = versions(project.replace(f'"{own}"', '"9.9.9"'), citation, CHANGELOG)
    assert planted[0][0] != planted[1][0]


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


def refreshed(readme: str, brief: str) -> str:
    """README with the brief's bottom line as it is now."""
    lines = textwrap.wrap(bottom_line(brief).replace("$", r"\$"), 125, break_on_hyphens=False)
    return re.sub(r"(?:^>.*\n)+", lambda _: "".join(f"> {line}\n" for line in lines), readme, count=1, flags=re.M)


def test_the_findings_can_be_refreshed():
    """Copied anew, README quotes another bottom line, and nothing else of it has changed."""
    brief = REPORT.replace("[4 of 69]", "[5 of 69]")
    assert bottom_line(brief) == quoted(refreshed(README, brief))
    assert refreshed(README, REPORT) == refreshed(refreshed(README, brief), REPORT)


if __name__ == "__main__":
    (HOME / "README.md").write_text(refreshed(README, REPORT), encoding="utf-8")
