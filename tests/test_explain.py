"""`dossier explain`: why each fact was found, and what was blanked."""

from pathlib import Path

from dossier.__main__ import main
from dossier.explain import explanation, visible
from dossier.find import facts_in
from dossier.seeds import Document

SEED = Path(__file__).parents[1] / "seeds" / "003_efbea8a985109190.txt"


def test_every_line_has_its_zone_and_reason(capsys):
    """Furniture, headline and caption are shown with the sign that gave them away."""
    assert main(["explain", str(SEED), "--published", "2025-12-04"]) == 0
    out = capsys.readouterr().out
    assert "  17 promo      RECOMMENDED\n                promo sign: “RECOMMENDED”" in out
    assert "   5 headline   ‘New page opened’" in out
    assert "repeats the headline" in out


def test_every_fact_has_its_rule():
    """Each fact but furniture is told with its reason, and none is without."""
    document = Document(id="t", text=SEED.read_bytes().decode())
    told = list(explanation(document))
    count = sum(fact.kind != "furniture" for fact in facts_in(document))
    assert sum(line.startswith("      why: ") for line in told) == count > 20
    assert not any("no reason given" in line for line in told)


def test_what_was_blanked_is_counted():
    """The last line says how much of the text is not body."""
    *_, last = explanation(Document(id="t", text=SEED.read_bytes().decode()))
    assert "characters are not body and were blanked" in last


def test_a_document_cannot_command_the_terminal():
    """Escape sequences of a hostile text are not passed on."""
    told = "\n".join(explanation(Document(id="t", text="The \x1b[31mminister\x1b[0m said \u202eno\x07 on Monday.")))
    assert not {"\x1b", "\x07", "\u202e"} & set(told)
    assert visible("a\x1b]0;x\x07b") == "a ]0;x b"


def test_what_cannot_be_read_is_told(tmp_path, capsys):
    """A file that is not there, is not UTF-8 or is not English is a fault; a date that is none is wrong use."""
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    assert [main(["explain", str(tmp_path / name)]) for name in ("none.txt", "a.txt")] == [1, 1]
    assert main(["explain", str(SEED), "--published", "soon"]) == 2
    assert "not UTF-8" in capsys.readouterr().err
