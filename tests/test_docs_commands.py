"""Every command, option and target that the documentation names is there, and the examples do what they say."""

import argparse
import re
import shlex
from importlib.util import find_spec

import pytest
from documents import DOCS, HOME, MAKEFILE, README, REPORT, blocks, bottom_line, clone, rows, section
from dossier.__main__ import main, parser

RUN = {"extract", "explain", "schema", "add", "new"}  # examples that need nothing made beforehand
OTHERS = {"quarto", "python", "make", "dossier"}  # programs that an example may call


@pytest.fixture(scope="module", name="folder")
def _folder(tmp_path_factory):
    return clone(tmp_path_factory.mktemp("docs") / "clone")


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


LIES = [("`dossier audit`", "`dossier prove`"), (" [--processes N]", ""), ("html\\|pdf\\|all", "html\\|pdf")]


@pytest.mark.parametrize(("word", "lie"), LIES)
def test_a_wrong_table_of_commands_would_be_noticed(word, lie):
    """An invented command, an option kept silent, a choice left out."""
    assert word in README
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


def lines(text: str) -> list[list[str]]:
    """The words of every line of the shell examples, however the environment's Python is written."""
    said = "".join(blocks(text, "sh", "powershell"))
    said = re.sub(r"^(?:\.venv[\\/](?:bin|Scripts)[\\/]python|python3\.12|py -3\.12)", "python", said, flags=re.M)
    return [shlex.split(line) for line in said.splitlines()]


def dossier_lines() -> list[list[str]]:
    return [line[1:] for line in lines(README) if line[0] == "dossier"]


@pytest.mark.parametrize("words", dossier_lines(), ids=" ".join)
def test_every_example_is_understood_and_runs(words, folder, monkeypatch, capsys):
    """Each call of `dossier` is one that the parser takes; those that need nothing made first end with 0."""
    monkeypatch.chdir(folder)
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
def test_a_number_verified_by_hand_is_the_number_of_the_brief(code, folder, monkeypatch, capsys):
    """Each example prints what it says, which stands in the bottom line; another promise would be noticed."""
    monkeypatch.chdir(folder)
    printed, promised = prints(code, capsys)
    assert promised == printed
    assert all(value.replace("$ ", "$") in bottom_line(REPORT) for value in printed)
    assert 'fact="investment-energy"' in REPORT
    printed, promised = prints(code.replace("# → ", "# → over "), capsys)
    assert promised != printed
