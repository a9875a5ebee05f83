"""What others wrote is shown, never obeyed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from dossier import escape

ANYTHING = st.text(st.characters(codec="utf-8"), max_size=80)
NASTY = st.lists(
    st.sampled_from([
        "<script>", "</script>", "<img onerror=x>", '"', "'", "&", "&lt;", "{{< env HOME >}}", "}}", "`", "\\", "$",
        "#eval(", "]", "[", "\u202e", "\u200b", "\u2066", "٣", "з", "3О", "<b>", "%{x}", "=1+1", "\n", "\r", "\t", "-->",
    ]),
    max_size=12,
).map("".join)  # fmt: skip
TEXT = ANYTHING | NASTY


@given(TEXT)
def test_html_is_only_text(text):
    """Escaped text parses to no element but our own flag, and to no brace a shortcode could use."""
    out = escape.html(text)
    tree = lxml_html.fragment_fromstring(out.replace("\x00", ""), create_parent="div")
    assert {"span"} >= {node.tag for node in tree.iterdescendants()}
    assert not set("{}`") & set(out)


@given(TEXT)
def test_attribute_cannot_be_left(text):
    """Escaped text stays inside the quotation marks of an attribute."""
    out = escape.attribute(text)
    assert not set("<>\"'\n\r{}") & set(out)
    assert "&quot" not in re.sub(r"&quot;", "", out)


@given(TEXT)
def test_typst_is_one_literal(text):
    """A Typst literal ends where we end it: no quotation mark inside is bare."""
    out = escape.typst(text)
    body = re.sub(r"\\.", "", out[1:-1])
    assert (out[0], out[-1], '"' in body, "\n" in body, body.endswith("\\")) == ('"', '"', False, False, False)


@given(TEXT)
def test_plotly_reads_no_tag(text):
    """No tag, template or TeX is left for Plotly to read."""
    assert not re.search(r"[<>$]|%\{|&(?!amp;|lt;|gt;|#36;|#123;)", escape.plotly(text))


@given(TEXT)
def test_cells_are_no_formulas(text):
    """No cell begins as a spreadsheet's formula does."""
    assert escape.csv_cell(text).lstrip()[:1] not in set("=+-@|%")


def test_numbers_stay_numbers_in_cells():
    """A negative number is no formula."""
    assert (-3, "", "'-3", "a-3") == tuple(map(escape.csv_cell, (-3, None, "-3", "a-3")))


@given(TEXT)
def test_everything_hidden_is_shown(text):
    """What comes out of `visible` holds no character that hides or turns text."""
    assert not any(map(escape.is_hidden, escape.visible(text)))


@pytest.mark.parametrize(("text", "shown"), [
    ("28.8 billion", "28.8 billion"),
    ("28\u200b.8", "28‹U+200B›.8"),              # a zero-width space splits a number
    ("\u202e8.82", "‹U+202E›8.82"),              # an override turns 28.8 round
    ("٣ million", "٣‹U+0663› million"),          # another script's digit
    ("１０ of 22", "１‹U+FF11›０‹U+FF10› of 22"),  # fullwidth digits
    ("Тrend", "Т‹U+0422›rend"),                  # a Cyrillic T in a Latin word
    ("Тренд", "Тренд"),                          # a Cyrillic word is a Cyrillic word
    ("a\x00b", "a‹U+0000›b"),                    # a null byte
    ("soft\u00adhyphen", "soft‹U+00AD›hyphen"),
    ("para\ngraph", "para\ngraph"),
    ("é e\u0301", "é e\u0301"),                  # accents are honest
    ("x\ufe0f", "x‹U+FE0F›"),
    ("Z" + "\u0300" * 5, "Z" + "\u0300" * 3 + "‹U+0300›" * 2),  # marks piled up to cover other lines
])  # fmt: skip
def test_visible(text, shown):
    """Characters that deceive are shown by number; honest ones are left alone."""
    assert shown == escape.visible(text)


@pytest.mark.parametrize("address", [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//example.org/x", "file:///etc/passwd", "mailto:a@b.c",
    "https://", "https://user@example.org", "https://exa mple.org", "java\nscript:x", "https://example.org/\u202e", "",
    "https://ex\u0430mple.org", "https://[::1", "https://example.org:port/", "vbscript:x", "https:\\\\example.org", None,
])  # fmt: skip
def test_only_plain_addresses_are_links(address):
    """Anything but a plain web address is refused as a link."""
    assert escape.url(address) is None


@pytest.mark.parametrize(("address", "link"), [
    ("https://www.example.org/a/b.html?x=1&y=2#z", "https://www.example.org/a/b.html?x=1&y=2#z"),
    ("https://de.example.org/gro%C3%9Fe,-x.html", "https://de.example.org/gro%C3%9Fe,-x.html"),
    ('http://example.org/"><script>', "http://example.org/%22%3E%3Cscript%3E"),
    ("https://example.org/ə", "https://example.org/%C9%99"),
])  # fmt: skip
def test_addresses(address, link):
    """A plain address stays as it is; what does not belong in one is encoded."""
    assert link == escape.url(address)


@given(TEXT)
def test_address_needs_no_further_care(text):
    """Whatever is let through as an address can neither leave an attribute nor run."""
    link = escape.url("https://example.org/" + text)
    assert link is None or re.fullmatch(r"https://example\.org[!#-;=?-Z\[\]_a-z~@$&]*", link)


def test_fragment_names_the_ends_of_a_long_sentence():
    """A long sentence is found by its first and last words; hyphens and commas in it are encoded."""
    said = "The Azerbaijani-Armenian border, one, two, three, four, five, six, seven, eight."
    expected = "https://example.org/#:~:text=The%20Azerbaijani%2DArmenian%20border%2C%20one%2C%20two%2C,four%2C%20five%2C%20six%2C%20seven%2C%20eight."
    assert expected == escape.fragment("https://example.org/", said)
    assert "https://example.org/#a:~:text=Short" == escape.fragment("https://example.org/#a", "Short")
    assert escape.fragment("javascript:x", "Short") is None


@given(TEXT)
def test_anchors_are_plain(text):
    """An id or label holds nothing but letters, digits, dots, hyphens and underscores, and tells ids apart."""
    assert re.fullmatch(r"(ev|rec)-[A-Za-z0-9._-]*", escape.anchor(f"{text}:1-2"))
    assert re.fullmatch(r"rec-[A-Za-z0-9._-]*", escape.anchor(f"record:{text}"))
    assert text == "" or escape.slug(text) != escape.slug(text + "_")


def test_anchor():
    """Anchors are those of the contract."""
    assert ("ev-azernews-2022-03-10-20", "rec-2025-10-13-x") == (
        escape.anchor("azernews-2022-03:10-20"), escape.anchor("record:2025-10-13-x"))  # fmt: skip
