"""The contract of `dossier extract`: what goes in, what comes out, what is said of what is wrong."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from dossier import extract as extract_module
from dossier import facts
from dossier.__main__ import main
from dossier.extract import lines
from dossier.intake import document
from dossier.seeds import Document, read

SEEDS = Path(__file__).parents[1] / "seeds"
TEXT = "Norway’s energy minister, Kari Nilsen, met her Kenyan counterpart in Oslo on Thursday. The loan is worth $2.5 billion."
# A fresh process must not find the project through an option of ours.
FRESH = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def jsonl(path: Path, *items: object) -> Path:
    """A file with one line an item; a string stands as it is."""
    path.write_text("".join(f"{i if isinstance(i, str) else json.dumps(i)}\n" for i in items), encoding="utf-8")
    return path


def extract(capsys, *words: object) -> tuple[int, list[dict], str]:
    """Exit status, facts and what was said on standard error."""
    status = main(["extract", *map(str, words)])
    out, err = capsys.readouterr()
    return status, [json.loads(line) for line in out.splitlines()], err


def test_text_files_are_named_by_their_stem(tmp_path, capsys):
    """`document` is the file's stem, `--published` dates it, every fact is valid and its quote stands in the text."""
    (tmp_path / "kenya-loan.txt").write_text(TEXT, encoding="utf-8")
    status, found, err = extract(capsys, tmp_path / "kenya-loan.txt", "--published", "2024-05-03")
    assert (status, {fact["document"] for fact in found}) == (0, {"kenya-loan"})
    assert all(TEXT[fact["start"] : fact["end"]] == fact["quote"] for fact in found)
    assert [fact["date"] for fact in found if fact["kind"] == "date"] == ["2024-05-02"]
    assert err.splitlines()[-1].startswith(f"1 document, {len(found)} facts, 0 faults, ")
    for fact in found:
        jsonschema.validate(fact, facts.schema())


# documents, facts, seconds → what is said while it goes on
PACES = [(1, 6494, 20.4, "1 document, 6494 facts, 20 s each"), (4, 1, 2.1, "4 documents, 1 fact, 2 a second"),
         (2, 0, 2.5, "2 documents, 0 facts, 1 s each"), (250, 900, 10.0, "250 documents, 900 facts, 25 a second")]  # fmt: skip


@pytest.mark.parametrize(("done", "found", "seconds", "said"), PACES)
def test_progress_is_said_in_words_that_are_true(monkeypatch, capsys, done, found, seconds, said):
    """One document is no “documents”, and a document that takes long is no “0 a second”."""
    clock = iter([0.0, *[0.0] * (done - 1), seconds, seconds])
    monkeypatch.setattr(extract_module.time, "monotonic", lambda: next(clock))
    facts_of = [found, *[0] * (done - 1)]
    assert 0 == extract_module._write([extract_module.Found(n, "") for n in facts_of], [])
    assert [f"{said} …"] == capsys.readouterr().err.splitlines()[:-1]


def test_facts_hold_all_fields_and_no_reasons(tmp_path, capsys):
    """A line has every field of its kind, nulls too, and nothing that is meant for `explain`."""
    _, found, _ = extract(capsys, jsonl(tmp_path / "a.jsonl", {"id": "a", "text": TEXT, "published": None}))
    for fact in found:
        assert fact.keys() == facts.KINDS[fact["kind"]].model_fields.keys() - {"why"}


# (a bad line, words of its reason)
BAD = [
    ("nonsense", "is not JSON"),
    ('{"id": "b"', "is not JSON"),
    ("[1, 2]", "not an object"),
    ({"text": TEXT}, "“id” is missing"),
    ({"id": "b"}, "“text” is missing"),
    ({"id": "b", "text": None}, "“text” is missing"),
    ({"id": "b", "text": 5}, "“text” must be a string"),
    ({"id": "b", "text": "  "}, "“text” is empty"),
    ({"id": "good", "text": TEXT}, "already given"),
    ({"id": "b", "text": "half \ud800 pair"}, "surrogate"),
    ({"id": "b", "text": TEXT, "published": "2024-02-30"}, "no date"),
    ({"id": "b", "text": TEXT, "published": 20240503}, "“published” must be a string"),
    ("[" * 100_000, "is not JSON"),
]


@pytest.mark.parametrize(("line", "reason"), BAD, ids=range(len(BAD)))
def test_a_bad_line_is_told_and_the_rest_is_done(tmp_path, capsys, line, reason):
    """The fault names file, line and reason; the documents around it yield their facts; the status is 1."""
    path = jsonl(tmp_path / "a.jsonl", {"id": "good", "text": TEXT}, line, {"id": "last", "text": TEXT})
    status, found, err = extract(capsys, path)
    assert (status, {fact["document"] for fact in found}) == (1, {"good", "last"})
    (fault,) = [told for told in err.splitlines() if told.startswith(f"{path}:2: ")]
    assert reason in fault


def test_bytes_that_are_no_text_are_told(tmp_path, capsys):
    """Invalid UTF-8 in a line or a file, and a file that is not there, are faults, not crashes."""
    (tmp_path / "a.jsonl").write_bytes(
        b'{"id": "a", "text": "\xff"}\n' + json.dumps({"id": "b", "text": TEXT}).encode()
    )
    (tmp_path / "c.txt").write_bytes(b"caf\xe9")
    status, found, err = extract(capsys, tmp_path / "a.jsonl", tmp_path / "c.txt", tmp_path / "none.txt")
    assert (status, {fact["document"] for fact in found}, err.count("not UTF-8")) == (1, {"b"}, 2)
    assert "none.txt: cannot be read" in err


@pytest.mark.parametrize("words", [["a.pdf"], ["a.txt", "--published", "yesterday"]])
def test_wrong_use_exits_with_2(capsys, words):
    """A kind of file that is not read and a date that is none are wrong use."""
    assert main(["extract", *words]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("words", [[], ["extract"], ["extract", "a.txt", "--processes", "0"], ["no-such-command"]])
def test_argparse_exits_with_2(words):
    """So does a command line that cannot be read."""
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2


def test_standard_input(monkeypatch, capsys):
    """`-` reads JSON lines from standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps({"id": "a", "text": TEXT}).encode())))
    status, found, _ = extract(capsys, "-")
    assert (status, {fact["document"] for fact in found}) == (0, {"a"})


def many(count: int) -> list[Document]:
    texts = [document.text for document in read(SEEDS)] + [TEXT]
    return [Document(id=f"d{n}", text=texts[n % 3]) for n in range(count)]


@pytest.mark.parametrize("batch", [1, 2, 100])
def test_batches_do_not_change_the_output(batch):
    """The lines are the same whatever the size of a batch."""
    assert list(lines(many(7), batch=batch)) == list(lines(many(7)))


def test_processes_and_hash_seeds_do_not_change_the_output(tmp_path):
    """Two processes and another hash seed give the same bytes."""
    path = jsonl(tmp_path / "a.jsonl", *({"id": d.id, "text": d.text} for d in many(70)))
    runs = [
        subprocess.run(
            [sys.executable, "-m", "dossier", "extract", str(path), "--processes", processes],
            env={**FRESH, "PYTHONHASHSEED": seed}, capture_output=True, check=True,
        ).stdout
        for processes, seed in (("1", "1"), ("2", "2"))
    ]  # fmt: skip
    assert runs[0] == runs[1]
    assert len(runs[0].splitlines()) > 1000


def test_a_rule_that_fails_costs_one_document(tmp_path, capsys, monkeypatch):
    """If a rule of ours breaks on a document, that is told with its place, and the others are done."""
    import dossier.find

    def broken(doc):
        if doc._.document.id == "bad":
            raise KeyError("early")
        yield from ()

    monkeypatch.setattr(dossier.find, "GENERATORS", (broken, *dossier.find.GENERATORS))
    path = jsonl(tmp_path / "a.jsonl", *({"id": name, "text": TEXT} for name in ("one", "bad", "two")))
    status, found, err = extract(capsys, path)
    assert (status, {fact["document"] for fact in found}) == (1, {"one", "two"})
    assert "document “bad”: KeyError: 'early' (test_extract.py:" in err


def test_a_reader_that_leaves_is_no_error(tmp_path):
    """`dossier extract … | head -1` says nothing of a broken pipe."""
    path = jsonl(tmp_path / "a.jsonl", *({"id": d.id, "text": d.text} for d in many(60)))
    command = f'"{sys.executable}" -m dossier extract "{path}" | head -1'
    done = subprocess.run(["bash", "-c", command], env=FRESH, capture_output=True, text=True)
    assert len(done.stdout.splitlines()) == 1
    assert "Traceback" not in done.stderr and "BrokenPipe" not in done.stderr


def test_extraction_needs_neither_pandas_nor_plotly():
    """The heavy libraries are not imported on the way to a fact."""
    code = (
        "import sys; from dossier.extract import lines; from dossier.seeds import Document; "
        f"list(lines([Document(id='a', text={TEXT!r})])); print(sorted({{'pandas', 'plotly', 'dask'}} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], env=FRESH, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_unknown_keys_are_left_alone():
    """A line may hold more than we read."""
    assert document(json.dumps({"id": "a", "text": TEXT, "score": 4}).encode()) == Document(id="a", text=TEXT)


def test_schema_is_printed(capsys):
    """`dossier schema` prints the JSON Schema of a fact."""
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == facts.schema()
