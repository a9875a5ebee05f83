"""Parsing: offsets are the document's own, and a sentence stays within its paragraph."""

from importlib import import_module

import pytest

from dossier import pipeline
from dossier.pipeline import nlp, parse
from dossier.seeds import Document, read

LEAD = "The two ministers met in Oslo on Monday and signed an agreement on gas worth $2.5 billion, officials said."
NEXT = "No date was set for the first delivery, which the company said would depend on the weather in the north."


def parsed(text: str, **options):
    (doc,) = parse([Document(id="t", text=text)], **options)
    return doc


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in parsed(text).sents]


def test_tokens_stand_where_the_document_has_them():
    """Each token's offset is an offset into the raw text, and the text is as long as it was."""
    for doc in parse(read("seeds")):
        raw = doc._.document.text
        assert len(doc.text) == len(raw)
        assert all(raw[token.idx : token.idx + len(token)] == token.text for token in doc if not token.is_space)


def test_seeds_have_the_sentences_a_reader_sees():
    """24 sentences in the body of the first seed, 8 in the second."""
    assert [len(list(doc.sents)) for doc in parse(read("seeds"))] == [24, 8]


def test_no_sentence_crosses_a_blanked_gap():
    """A sentence ends before furniture within the body, even where no full stop does."""
    found = sentences(f"{LEAD}\nRead also: Oil up 3%\n{NEXT}")
    assert found == [LEAD, NEXT]


def test_a_sentence_wrapped_by_hand_is_one():
    """Line breaks within a paragraph break no sentence."""
    text = "Talks end\n\nThe two ministers met in Oslo on Monday and signed an agreement on\ngas worth $2.5 billion, which officials said on Tuesday evening would\nrun until 2030. It was their third.\n"
    assert [" ".join(s.split()) for s in sentences(text)] == [
        "The two ministers met in Oslo on Monday and signed an agreement on gas worth $2.5 billion, "
        "which officials said on Tuesday evening would run until 2030.",
        "It was their third.",
    ]


# (text, its sentences): where a sentence may begin
BREAKS = [
    ("He met Dr. Otieno and Gen. Hugo Vera. They left.", ["He met Dr. Otieno and Gen. Hugo Vera.", "They left."]),
    ("The Hon. Chanda Mulenga spoke first.", ["The Hon. Chanda Mulenga spoke first."]),
    ("Article No. 5 was cut. He said no. She left.", ["Article No. 5 was cut.", "He said no.", "She left."]),
    ("A. Nilsen of Norway came to speak.", ["A. Nilsen of Norway came to speak."]),
    ("“Will it hold?” she asked him.", ["“Will it hold?” she asked him."]),
    ("“It will hold.” She left early.", ["“It will hold.”", "She left early."]),
    ('"It will hold," he said. "We built it well."', ['"It will hold," he said.', '"We built it well."']),
    ("Oil fell (see below). Gas rose.", ["Oil fell (see below).", "Gas rose."]),
    ("It cost $2.5 million; nobody paid.", ["It cost $2.5 million; nobody paid."]),
    ("It cost £30m. Energy Secretary Rachel Dunmore paid.", ["It cost £30m.", "Energy Secretary Rachel Dunmore paid."]),
]


@pytest.mark.parametrize(("text", "wanted"), BREAKS)
def test_where_sentences_begin(text, wanted):
    """Titles, initials, numbers and quotations neither split a sentence nor join two."""
    assert sentences(text) == wanted


def test_wide_spaces_do_not_bend_the_parse():
    """A sentence is parsed alike with its spaces doubled and its words in mark-up."""
    plain = parsed(LEAD, naive=True)
    odd = parsed(LEAD.replace("Oslo", "<b>Oslo</b>").replace(" signed ", "  signed\u00a0"), naive=True)
    assert [t.dep_ for t in odd if not t.is_space] == [t.dep_ for t in plain]


def test_a_long_paragraph_is_parsed_in_pieces():
    """A paragraph longer than the model is shown at once keeps its sentences."""
    text = " ".join([LEAD] * 30)
    assert len(text) > 3 * pipeline.LONGEST
    assert sentences(text) == [LEAD] * 30


@pytest.mark.parametrize("batch", [1, 3, 200])
def test_batches_do_not_change_a_parse(batch):
    """The parse is the same whatever stands in the same batch."""
    documents = read("seeds")
    one, other = list(parse(documents)), list(parse(documents, batch=batch))
    assert [[(t.tag, t.head.i, t.dep) for t in doc] for doc in other] == [
        [(t.tag, t.head.i, t.dep) for t in doc] for doc in one
    ]


def test_a_document_without_body_is_empty_of_sentences():
    """Nothing but furniture gives a document without sentences, and no error."""
    assert sentences("Share\nCookie settings\n© 2024 The Harbour Times. All rights reserved.\n") == []


def test_unused_components_are_left_out():
    """Neither lemmatizer nor attribute ruler is loaded; parts of speech are there all the same."""
    assert not {"lemmatizer", "attribute_ruler", "senter"} & set(nlp().component_names)
    assert [token.pos_ for token in parsed("She has met him.", naive=True)] == ["PRON", "AUX", "VERB", "PRON", "PUNCT"]


def test_the_tokenizer_is_the_one_of_the_model():
    """The tokenizer that we do not read from the model's folder cuts words as that one does, abbreviations apart."""
    ours, theirs = nlp().tokenizer, import_module(pipeline.MODEL).load(exclude=["ner", "parser", "tagger"]).tokenizer
    added = ours.rules.keys() - theirs.rules.keys()
    assert theirs.rules == {word: rule for word, rule in ours.rules.items() if word not in added}
    assert "Cmdr." in added and {word.lower() for word in added} <= pipeline.abbreviations()["titles"]
    for part in ("prefix_search", "suffix_search", "infix_finditer"):
        assert getattr(ours, part).__self__.pattern == getattr(theirs, part).__self__.pattern
