"""Any text at all: no crash, no offset that lies, and time that grows with the length alone."""

import time

import pytest
from dossier.extract import lines
from dossier.find import facts_in
from dossier.furniture import blank, zones
from dossier.intake import document
from dossier.lines import NEWLINE
from dossier.pipeline import parse
from dossier.seeds import Document
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

PIECES = [
    "$", "$ 28.8 billion", "£500,000", "USD", "5%", "per cent", "30 March 2022", "on Thursday", "the minister said", "“", "”", '"',
    "President Kari Nilsen", "met", ".", "!", "\n", "\n\n", "\r\n", "\r", "\u2028", "\t", "\u00a0", "\u200b", "\u202e", "\u200f",
    "\ufeff", "\x00", "<b>", "</p>", "<", "&nbsp;", "&#0;", "&#xD800;", "&#99999999;", "**", "[a](b)", "](", r"\textbf{", "}",
    "Read also:", "©", "Share", "# ", "- ", "שלום", "مرحبا", "日本語", "🇬🇧", "e\u0301", "\ud800", "İ", "ǅ", "ß", "\u0130", "１２", "٣", "½", "²",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.text(alphabet=st.characters(categories=None), max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
)
CALM = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


# A document with half a surrogate pair is refused at the door (test_extract); beyond it no fact can hold one.
@CALM
@given(TEXTS.map(lambda text: text.encode("utf-8", "replace").decode()))
@example("")
@example("\r\n")
@example("A\u0130 B. \U0001f1e6 said $5.")
def test_no_offset_lies(text):
    """Whatever the text, every fact's quote stands where its offsets say."""
    for fact in facts_in(Document(id="t", text=text)):
        assert text[fact.start : fact.end] == fact.quote


@CALM
@given(TEXTS)
def test_lines_cover_the_text(text):
    """Zones follow each other from first to last character, with nothing but line breaks between them."""
    found = zones(text)
    assert (found[0].start, found[-1].end) == (0, len(text))
    assert all(NEWLINE.fullmatch(text[a.end : b.start]) for a, b in zip(found, found[1:]))


@CALM
@given(TEXTS, st.booleans())
def test_a_blanked_text_is_as_long(text, naive):
    """Blanking never shortens or lengthens, and tokens stand on the document's own offsets."""
    given_text = Document(id="t", text=text)
    assert len(blank(given_text, naive=naive).text) == len(text)
    (doc,) = parse([given_text], naive=naive)
    assert len(doc.text) == len(text)


@CALM
@given(st.binary(max_size=200) | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_line_is_a_document_or_a_reason(line):
    """A line of any bytes gives a document or says why not."""
    assert isinstance(document(line), Document | str)


# What is made of one thing, thousands of times.
MONSTERS = {
    "dollars": "$" * 8_000,
    "dollars apart": "$ " * 10_000,
    "one word": "a" * 200_000,
    "line breaks": "\n" * 20_000,
    "NULs": "\x00" * 5_000 + " He said so.",
    "brackets": "[" * 5_000,
    "tags": "<a" * 3_000,
    "ampersands": "&a" * 10_000,
    "backslashes": "\\" * 20_000,
    "quotation marks": '"' * 5_000,
    "bars": "a | " * 2_000,
    "full stops": "." * 20_000,
    "digits": "1" * 20_000,
    "commas in a number": "1," * 10_000,
    "colons": "A: " * 2_000,
    "spaces": "a" + " " * 50_000 + "b",
    "right to left": "\u202eשלום " * 2_000,
    "a sum of spaces": "$" + " " * 20_000 + "5 million",
    "one office": "minister of defence " * 500,
}


@pytest.mark.parametrize("text", MONSTERS.values(), ids=MONSTERS)
def test_monsters_are_done_in_time(text):
    """Much of the same is read within seconds, and no offset lies."""
    began = time.process_time()
    for fact in facts_in(Document(id="t", text=text)):
        assert text[fact.start : fact.end] == fact.quote
    assert time.process_time() - began < 30


SENTENCE = (
    "Norway’s energy minister, Kari Nilsen, told Kenya’s president in Oslo on Thursday that $2.5 billion was agreed. "
)


def test_time_grows_with_the_length():
    """One line four times as long takes no more than six times as long."""
    list(lines([Document(id="w", text=SENTENCE)]))
    times = []
    for count in (60, 240):
        began = time.process_time()
        list(lines([Document(id="t", text=SENTENCE * count)]))
        times.append(time.process_time() - began)
    assert times[1] / times[0] <= 6
