"""Word lists come from their YAML, and once compiled from there, until the YAML changes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from dossier import wordlists

LISTS = sorted(path.stem for path in wordlists.FOLDER.glob("*.yml"))


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A folder of lists where byte code may be written."""
    monkeypatch.setattr(wordlists, "FOLDER", tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_what_yaml_reads(name):
    """Both ways of reading give what YAML's own loaders give."""
    text = (wordlists.FOLDER / f"{name}.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(text) == wordlists.typed(name)
    assert yaml.load(text, Loader=yaml.BaseLoader) == wordlists.strings(name)


def test_a_list_is_compiled_once_and_again_when_it_changes(folder, monkeypatch):
    """What was compiled is used while the file, and the way it is read, are the same."""
    path = folder / "demo.yml"
    path.write_text("a: [NO, 1]\n", encoding="utf-8")
    parsed, load = [], yaml.load
    monkeypatch.setattr(yaml, "load", lambda text, Loader: parsed.append(Loader.__name__) or load(text, Loader))
    assert [{"a": [False, 1]}] * 2 == [wordlists.typed("demo"), wordlists.typed("demo")]
    assert ["CSafeLoader"] == parsed
    assert {"a": ["NO", "1"]} == wordlists.strings("demo")
    path.write_text("a: [two, 22]\n", encoding="utf-8")
    assert {"a": ["two", "22"]} == wordlists.strings("demo")
    assert ["CSafeLoader", "CBaseLoader", "CBaseLoader"] == parsed


def test_nothing_is_written_where_byte_code_may_not_be(folder, monkeypatch):
    """PYTHONDONTWRITEBYTECODE holds for lists too."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    (folder / "demo.yml").write_text("a: [b]\n", encoding="utf-8")
    assert {"a": ["b"]} == wordlists.typed("demo")
    assert ["demo.yml"] == os.listdir(folder)


def test_a_list_that_is_no_yaml_is_told(folder):
    """The fault names the file's own line."""
    (folder / "demo.yml").write_text("a: [b\n", encoding="utf-8")
    with pytest.raises(yaml.YAMLError, match="line 2"):
        wordlists.typed("demo")
    with pytest.raises(FileNotFoundError):
        wordlists.typed("none")


def test_importing_the_extraction_parses_no_list_twice():
    """A start reads no YAML where the lists are compiled."""
    code = "import yaml; yaml.load = None; from dossier import wordlists; print(len(wordlists.typed('calendar')))"
    warm = "from dossier import wordlists; wordlists.typed('calendar')"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, "-c", warm], check=True, env=environment)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False)
    assert (0, "") == (run.returncode, run.stderr)
