"""`dossier add`: a card with checksum for every document, and nothing half-written."""

import pytest
from dossier.__main__ import main
from dossier.add import add
from dossier.seeds import SeedError, read

TEXT = "Minister hails trade deal\n\nThe minister said on Thursday that the deal was worth $3 million to the country.\n"
META = {"publisher": "The Astana Gazette", "published": "2024-05-03", "url": "https://example.org/deal"}


@pytest.fixture
def seeds(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "sources.yml").write_text("# our cards\n", encoding="utf-8")
    (tmp_path / "deal.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "seeds"


def test_an_added_document_is_read_back(seeds):
    """What was added is a document, with its bytes, its date and its checksum."""
    add(seeds.parent / "deal.txt", seeds, **META)
    (document,) = read(seeds)
    assert ("the-astana-gazette-2024-05", TEXT) == (document.id, document.text)


def test_the_card_file_keeps_what_stood_there(seeds):
    """Comments and cards of others stay as they were written."""
    add(seeds.parent / "deal.txt", seeds, **META)
    assert (seeds / "sources.yml").read_text(encoding="utf-8").startswith("# our cards\n")


def test_a_second_document_of_the_month_gets_an_id_of_its_own(seeds):
    """Ids do not collide."""
    add(seeds.parent / "deal.txt", seeds, **META)
    (seeds.parent / "more.txt").write_text(TEXT + "More.\n", encoding="utf-8")
    assert "the-astana-gazette-2024-05-2" == add(seeds.parent / "more.txt", seeds, **META).id


REFUSED = [
    ({"published": "31 May"}, "write it as YYYY-MM-DD", "a date in words"),
    ({"published": "2024-02-30"}, "write it as YYYY-MM-DD", "a day that no calendar has"),
    ({"published": "2924-05-03"}, "lies in the future; write the day", "a slip of the pen in the year"),
    ({"url": "javascript:alert(1)"}, "^--url: “javascript:alert.1.” is no web address; write one", "a link that would run"),
    ({"url": "https://me:secret@example.org/"}, "user name or password, which would be published", "a password"),
    ({"identifier": "../x"}, "^--id: “../x” has another form than it must have: lower-case", "an id that leaves the folder"),
]


@pytest.mark.parametrize(("change", "reason", "case"), REFUSED, ids=[c for *_, c in REFUSED])
def test_what_cannot_be_a_card_is_refused_and_nothing_is_written(seeds, change, reason, case):
    """After a refusal the folder is as it was."""
    with pytest.raises(ValueError, match=reason):
        add(seeds.parent / "deal.txt", seeds, **META | change)
    assert ["sources.yml"] == [p.name for p in seeds.iterdir()]


SUBJECT = "sides: {kazakh: of Kazakhstan, british: British}\noutlets: {The Astana Gazette: kazakh}\n"


def test_the_side_is_that_of_the_outlet(seeds):
    """A publisher that the subject knows brings its side along; what is given goes before."""
    (seeds / "subject.yml").write_text(SUBJECT, encoding="utf-8")
    assert "kazakh" == add(seeds.parent / "deal.txt", seeds, **META).side
    (seeds.parent / "more.txt").write_text(TEXT + "More.\n", encoding="utf-8")
    assert "british" == add(seeds.parent / "more.txt", seeds, **META, side="british").side


def test_the_side_of_an_unknown_outlet_is_not_guessed(seeds, capsys):
    """It is left open, and `add` says so, with the line of the card and the sides there are."""
    (seeds / "subject.yml").write_text(SUBJECT, encoding="utf-8")
    words = [f"--{name}={value}" for name, value in (META | {"publisher": "Steppe Wire"}).items()]
    assert 0 == main(["add", str(seeds.parent / "deal.txt"), "--seeds", str(seeds), *words])
    assert ["open"] == [document.card.side for document in read(seeds)]
    line = (seeds / "sources.yml").read_text(encoding="utf-8").splitlines().index("  side: open") + 1
    said = f"note: {seeds}/sources.yml:{line}: the side of “steppe-wire-2024-05” is open"
    assert f"{said}; write whose account it is: kazakh, british, third" in capsys.readouterr().out


def test_a_side_that_is_none_is_refused(seeds):
    """A misspelt side writes nothing, and the sides there are stand in the message."""
    (seeds / "subject.yml").write_text(SUBJECT, encoding="utf-8")
    with pytest.raises(SeedError, match="--side kazak: is none of kazakh, british, third; give one of them, or add it"):
        add(seeds.parent / "deal.txt", seeds, **META, side="kazak")
    assert ["sources.yml", "subject.yml"] == sorted(path.name for path in seeds.iterdir())


def test_the_same_bytes_are_not_added_twice(seeds):
    """A reprint under another name is named as the document that it is."""
    add(seeds.parent / "deal.txt", seeds, **META)
    (seeds.parent / "copy.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(SeedError, match="is already in the folder, as “the-astana-gazette-2024-05”"):
        add(seeds.parent / "copy.txt", seeds, **META)


def test_yaml_in_a_title_stays_text(seeds):
    """A title is data: it can neither add a field nor run a tag."""
    title = "x\n- id: evil !!python/object/apply:os.system ['id'] # {{< env HOME >}}"
    add(seeds.parent / "deal.txt", seeds, **META, title=title)
    assert [title] == [d.title for d in read(seeds)]


def test_what_is_told_says_what_to_run_and_hides_nothing(seeds, capsys):
    """Where there is no Makefile it is the command itself; a title's bidi override does not reach the terminal."""
    command = ["add", str(seeds.parent / "deal.txt"), "--seeds", str(seeds), "--title", "Deal\u202elaed"]
    assert 0 == main([*command, *(f"--{name}={value}" for name, value in META.items())])
    said = capsys.readouterr().out
    assert "then `dossier render`" in said and "Deallaed" in said
