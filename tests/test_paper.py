"""The paper's fragments: every word of others is a string, and the whole brief passes PDF/UA and PDF/A."""

import io
import re

import brief_sample as sample
import pytest
import typst
from dossier import fonts, paper
from dossier.paper.figure import TEXT, points
from dossier.paper.typst import call, label, literal, value
from hypothesis import given
from hypothesis import strategies as st

STANDARDS = ["ua-1", "a-2a"]
EVIL = 'x" + read("/etc/passwd") #eval("1+1") \\u{22} $x$ *b* @label {{< env HOME >}} \u202e ₼ 漢 \x00 ' + "A" * 300


def compiled(source, tmp_path):
    """The PDF of a Typst text, as the built-in engine makes it."""
    (tmp_path / "brief.typ").write_text(source, encoding="utf-8")
    return typst.compile(
        str(tmp_path / "brief.typ"), font_paths=fonts.paths(), ignore_system_fonts=True, pdf_standards=STANDARDS
    )


def said(pdf):
    from pypdf import PdfReader

    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    return compiled(sample.paper(), tmp_path_factory.mktemp("paper"))


def test_the_brief_is_accessible_and_archivable(pdf):
    """Typst refuses what breaks PDF/UA-1 or PDF/A-2a, so a PDF is proof; it is tagged and says its language."""
    from pypdf import PdfReader

    root = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    assert (True, "en-GB") == (root["/MarkInfo"]["/Marked"], root["/Lang"])


def test_notes_carry_sentence_publisher_and_date(pdf):
    """A claim's number leads to a note with the whole sentence, the publisher and the date."""
    assert "[2] 28.8 million crowns" in said(pdf)
    assert f"“{sample.S1}” Harbour News, 4 December 2025." in said(pdf)
    assert "The words are ours." in said(pdf)


def test_a_note_says_nothing_twice(tmp_path):
    """A label that is the account stands once; no stop follows a stop; a value that is a sentence keeps its own."""
    row = sample.ROWS[3] | {"account": "Harbour masters met."}
    claim = sample.CLAIMS[row["id"][7:]] | {"label": "Harbour masters met."}
    quoted = sample.CLAIMS["line"] | {"words": "They met at noon.", "label": "what was done."}
    note = framed(paper.cards([claim, quoted], sample.EVIDENCE | {row["id"]: row}, {}), tmp_path)
    assert (1, False) == (note.count("Harbour masters met"), ".." in note)
    assert "They met at noon. (what was done)." in note


def framed(fragment, tmp_path):
    """The words of a paper that holds this fragment."""
    frame = sample._pandoc(
        "---\ntitle: T\n---\n\nBODY", "typst", sample.BRIEF / "brief.typ", {"header-includes": paper.head(sample.M)}, []
    )
    return said(compiled(frame.replace("BODY", fragment), tmp_path))


def test_a_row_of_the_record_names_its_page(tmp_path):
    """On paper no link can be pressed: title and site stand beside the publisher."""
    row = sample.ROWS[3]
    assert "(Harbour masters meet) example.org" in framed(paper.record_table([row], {row["id"]: []}), tmp_path)


def test_a_table_without_rows_is_a_sentence(tmp_path):
    """No head stands over nothing."""
    words = framed(paper.table(sample.TABLE | {"rows": []}), tmp_path)
    assert (True, False) == ("Who met whom, and where: nothing to list." in words, "Meeting" in words)


def test_a_note_that_no_words_call_is_called_at_its_figure(tmp_path):
    """A claim that stands in a figure only has its note's number under it, to which the note leads back."""
    claim = sample.CLAIMS["trade"]
    shown = paper.figure(sample.FIGURES[0] | {"claims": [claim]}, sample.STAND_IN)
    assert "Notes: [5]" in framed(shown + "\n\n" + paper.cards([claim], sample.EVIDENCE, {}), tmp_path)
    assert "Notes:" not in framed(paper.figure(sample.FIGURES[0], sample.STAND_IN), tmp_path)


@pytest.mark.parametrize(("smallest", "width"), [(12.5, 380.8), (14, 340), (6, TEXT)])
def test_the_letters_of_a_figure_are_legible(smallest, width):
    """A drawing is so wide that its smallest letters are 7 points high; never wider than the text."""
    svg = f'<svg viewBox="0 0 680 90"><text style="font-size: 18px">a</text><text style="font-size: {smallest}px">b</text></svg>'
    assert width == pytest.approx(points(svg), abs=0.1)


def test_numbers_are_set_apart_from_what_they_follow(pdf):
    """A note's number stands in brackets, so that it is never read as a digit of the sum before it."""
    assert "28.8 million crowns[2]" in said(pdf).replace("\u2060", "")


def test_only_our_font_is_embedded(pdf):
    """All fonts are faces of one family, and embedded."""
    from pypdf import PdfReader

    names = {
        font.get_object()["/BaseFont"].split("+")[1]
        for page in PdfReader(io.BytesIO(pdf)).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert {True} == {name.startswith("SourceSansPro") for name in names}


def test_there_are_bookmarks_and_links(pdf):
    """Headings are bookmarks; links lead within the brief and out of it."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(pdf))
    titles = [entry.title for entry in _flat(reader.outline)]
    links = [a.get_object()["/A"] for page in reader.pages for a in page.get("/Annots", []) if "/A" in a.get_object()]
    assert ["A new ferry?", "What changed"] == titles[:2]
    assert any("example.org/ferry-line.html#:~:text=" in str(link.get("/URI", "")) for link in links)


def _flat(outline):
    for entry in outline:
        yield from _flat(entry) if isinstance(entry, list) else [entry]


def test_the_same_bytes_in_two_folders(pdf, tmp_path):
    """Another folder and another time give the same PDF."""
    assert pdf == compiled(sample.paper(), tmp_path)


def test_hostile_text_is_a_string(tmp_path):
    """Code, labels, markup and unseen characters of others come out as characters; nothing is read or run."""
    claim = sample.CLAIMS["investment"] | {"label": EVIL, "note": EVIL}
    source = sample.QUOTES[0] | {"publisher": EVIL, "origin": EVIL, "url": f"javascript:{EVIL}"}
    document = sample.DOCUMENTS[0] | {
        "title": EVIL,
        "publisher": EVIL,
        "text": EVIL,
        "lines": [{"start": 0, "end": len(EVIL), "zone": "body", "role": None}],
    }
    table = {
        "name": "x",
        "title": EVIL,
        "note": EVIL,
        "columns": [{"label": EVIL, "align": "left"}],
        "rows": [[{"text": EVIL, "evidence": []}]],
    }
    parts = [
        paper.span(claim, EVIL), paper.cards([claim], {source["id"]: source}, {}), paper.table(table), paper.sources([document], {}, {}),
        paper.figure(sample.FIGURES[0] | {"title": EVIL, "note": EVIL}, {"print": sample_svg(EVIL)}),
        paper.record_table([sample.ROWS[0] | {"account": EVIL, "publisher": EVIL, "url": EVIL}], {sample.ROWS[0]["id"]: [claim]}),
        paper.masthead(sample.M | {"question": EVIL}), paper.provenance(sample.M | {"authors": EVIL}),
    ]  # fmt: skip
    frame = sample._pandoc(
        "---\ntitle: T\n---\n\nBODY", "typst", sample.BRIEF / "brief.typ", {"header-includes": paper.head(sample.M)}, []
    )
    words = said(compiled(frame.replace("BODY", "\n\n".join(parts)), tmp_path))
    assert 'read("/etc/passwd")' in words and "root:" not in words
    assert "‹U+202E›" in words and "‹U+20BC›" in words and "‹U+0000›" in words


def sample_svg(text):
    from xml.sax.saxutils import escape

    shown = escape("".join(c for c in text if c >= " "))[:40]
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 9"><text y="9" style="font-family: \'Source Sans Pro\'">{shown}</text></svg>'


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_literals_never_end_early(text):
    """Whatever the text, its literal is one string of characters that the font can show."""
    out = literal(text)
    assert re.fullmatch(r'"(?:[^"\\]|\\["\\n])*"', out, re.S)


@pytest.mark.parametrize(("thing", "code"), [
    (None, "none"), (True, "true"), (3, "3"), ("a", '"a"'), ([], "()"), (["a"], '("a", )'), ({"a": 1}, "(a: 1)"), ({}, "(:)"),
])  # fmt: skip
def test_values(thing, code):
    """Plain values become Typst values; a list of one stays a list."""
    assert code == value(thing)


def test_calls_are_closed():
    """A call ends in a semicolon, so that brackets in the text after it are no arguments."""
    assert '#claim("a", 1);' == call("claim", "a", 1)


def test_labels_are_plain():
    """A label that could be code is refused."""
    with pytest.raises(ValueError, match="no label"):
        label('x") #read("y')
