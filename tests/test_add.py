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


# bytes in which nobody reads another text
SAME = [b"\xef\xbb\xbf" + TEXT.encode(), TEXT.replace("\n", "\r\n").encode(), TEXT.replace(" was", "\u00a0was").encode()]


@pytest.mark.parametrize("data", SAME, ids=["byte order mark", "line ends", "a space that does not break"])
def test_a_text_that_is_held_is_not_added_again_in_other_bytes(seeds, data):
    """Line ends, spaces and marks that nobody sees make no other text; one word more does."""
    add(seeds.parent / "deal.txt", seeds, **META)
    (seeds.parent / "copy.txt").write_bytes(data)
    with pytest.raises(SeedError, match="its text is already in the folder, as “the-astana-gazette-2024-05” .deal.txt"):
        add(seeds.parent / "copy.txt", seeds, **META)
    (seeds.parent / "copy.txt").write_bytes(data + b"More.\n")
    assert "the-astana-gazette-2024-05-2" == add(seeds.parent / "copy.txt", seeds, **META).id


def test_a_title_holds_nothing_that_cannot_be_seen(seeds):
    """A byte order mark or a soft hyphen in the headline is no part of the card's title; the text keeps its bytes."""
    (seeds.parent / "deal.txt").write_text("\ufeff" + TEXT.replace("Minister", "Mini\u00adster", 1), encoding="utf-8")
    assert "Minister hails trade deal" == add(seeds.parent / "deal.txt", seeds, **META).title
    assert "\ufeffMini\u00adster" == read(seeds)[0].text[:10]


OTHER = [
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is no plain text, but a PDF; copy its text into a .txt file"),
    (b"PK\x03\x04\x14\0\x06\0\xff", "but a file of Word or another office program, or an archive; save its text as"),
    (b"\x89PNG\r\n\x1a\n\0", "but a picture or a film; write its words into a .txt file"),
    (b"{\\rtf1\\ansi The minister said so.}", "but a text with formatting (RTF); save its text"),
    (b"\xff\xfe" + TEXT.encode("utf-16-le"), "is not UTF-8, but UTF-16; save the file as UTF-8"),
    (TEXT.encode("utf-16-le"), "is no plain text; save its text as a .txt file"),
    (b"<!doctype HTML>\n<html><p>The minister said so.", "is a web page with its mark-up; open it in a browser, and copy"),
    (b"<?xml version='1.0'?>\n<!-- saved -->\n<html>" + b"the minister " * 100_000, "is a web page with its mark-up"),
    ("Le ministre a dit à café".encode("latin-1"), ":1: byte 18 is not UTF-8; save the file as UTF-8"),
]


@pytest.mark.parametrize(("data", "said"), OTHER, ids=[said[:40] for _, said in OTHER])
def test_a_file_that_is_no_text_is_told_for_what_it_is(seeds, capsys, data, said):
    """One line says what it is and how to get its text, and nothing is written; no word of bytes, but for a text."""
    (seeds.parent / "deal.txt").write_bytes(data)
    words = [f"--{name}={value}" for name, value in META.items()]
    assert 1 == main(["add", str(seeds.parent / "deal.txt"), "--seeds", str(seeds), *words])
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line and line.startswith(str(seeds.parent / "deal.txt"))
    assert ["sources.yml"] == [path.name for path in seeds.iterdir()]


@pytest.mark.parametrize("name", ["publisher", "origin", "title", "licence"])
@pytest.mark.parametrize("blank", ["", "  "])
def test_a_card_says_something_in_each_field(seeds, name, blank):
    """What is given as blank is refused, and so is a card that was emptied later; what is not given is filled in."""
    text = (seeds / "sources.yml").read_text(encoding="utf-8")
    if name == "publisher" or blank:
        with pytest.raises(SeedError, match=f"^--{name}: is empty; fill it in$"):
            add(seeds.parent / "deal.txt", seeds, **META | {name: blank})
        assert text == (seeds / "sources.yml").read_text(encoding="utf-8")
    card = add(seeds.parent / "deal.txt", seeds, **META)
    filled = (seeds / "sources.yml").read_text(encoding="utf-8")
    (seeds / "sources.yml").write_text(filled.replace(f"{name}: {getattr(card, name)}", f"{name}: '{blank}'", 1), "utf-8")
    with pytest.raises(SeedError, match=f"{name}: is empty; fill it in"):
        read(seeds)


def _denied(*_, **__):
    raise PermissionError(1, "Operation not permitted")


DENIED = [("pathlib.Path.replace", _denied), ("pathlib.Path.write_text", _denied), ("shutil.copyfile", _denied),
          ("os.access", lambda *_: False)]  # fmt: skip


@pytest.mark.parametrize(("call", "denied"), DENIED, ids=[call for call, _ in DENIED])
def test_what_cannot_be_written_leaves_nothing_behind(seeds, capsys, monkeypatch, call, denied):
    """Where cards or folder are kept from us, one line says so, and neither text nor half of a card stays."""
    words = [f"--{name}={value}" for name, value in META.items()]
    with monkeypatch.context() as kept:
        kept.setattr(call, denied)
        assert 1 == main(["add", str(seeds.parent / "deal.txt"), "--seeds", str(seeds), *words])
    (said,) = capsys.readouterr().err.splitlines()
    assert f"nothing was added: {seeds}/sources.yml or its folder cannot be written to (" in said and "Errno" not in said
    assert ["sources.yml"] == [path.name for path in seeds.iterdir()]
    assert "# our cards\n" == (seeds / "sources.yml").read_text(encoding="utf-8")


def test_add_speaks_of_what_was_added(seeds, capsys):
    """The notes on earlier documents are not told again; the note on this one is."""
    (seeds / "subject.yml").write_text(SUBJECT, encoding="utf-8")
    for name, published in (("deal", "2024-05-03"), ("more", "2024-06-03")):
        (seeds.parent / f"{name}.txt").write_text(TEXT + name, encoding="utf-8")
        words = [f"--{key}={value}" for key, value in (META | {"publisher": "Wire", "published": published}).items()]
        assert 0 == main(["add", str(seeds.parent / f"{name}.txt"), "--seeds", str(seeds), *words])
    (note,) = [line for line in capsys.readouterr().out.partition("wire-2024-06")[2].splitlines() if "note:" in line]
    assert "the side of “wire-2024-06” is open" in note


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
