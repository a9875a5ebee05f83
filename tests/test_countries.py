"""Countries by name, demonym, capital and institution."""

import pytest
from spacy.lang.en import English

from dossier import countries

WORLD = [
    ("Ecuadoran", "EC"), ("Ecuadorean", "EC"), ("Timorese", "TL"), ("Equatoguinean", "GQ"), ("KSA", "SA"),
    ("Türkiye", "TR"),  # the library has only “Turkey” and “Turkiye”
    ("Turkish", "TR"),  # demonym
    ("UK", "GB"),  # an abbreviation the library hides among two-letter codes
    ("U.S.", "US"),  # one token with stops
    ("Dutch", "NL"),  # irregular demonym
    ("Kyrgyz", "KG"),  # the library has “Kirghiz”
    ("Kazakh", "KZ"),  # beside “Kazakhstani”
    ("Argentine", "AR"),  # beside “Argentinean”
    ("Emirati", "AE"),
    ("New Zealand", "NZ"),  # name and adjective in one
    ("South Korean", "KR"),
    ("North Korea", "KP"),
    ("Nigerien", "NE"),  # not Nigerian
    ("Nigerian", "NG"),
    ("Indian", "IN"),  # not the British Indian Ocean Territory
    ("Congolese", "CD"),  # two countries share it: the larger
    ("Kosovo", "XK"),  # no ISO code of its own
    ("Czechia", "CZ"),
    ("Eswatini", "SZ"),  # under its new name
    ("North Macedonia", "MK"),
    ("Thai", "TH"),
    ("Slovenian", "SI"),  # beside “Slovene”
    ("Filipino", "PH"),
    ("Palestinian", "PS"),
    ("Republic of Kazakhstan", "KZ"),  # official name
    ("Astana", "KZ"),  # renamed since the library's edition
    ("Kyiv", "UA"),
    ("Kiev", "UA"),
    ("The Hague", "NL"),  # seat, not capital
    ("Washington", "US"),
    ("Kremlin", "RU"),  # institution
    ("White House", "US"),
    ("Downing Street", "GB"),
    ("Foreign Office", "GB"),
    ("NATO", None),  # international: belongs to nobody
]


@pytest.mark.parametrize(("phrase", "expected"), WORLD)
def test_code(phrase, expected):
    """A phrase of news English leads to its country's code."""
    assert expected == countries.code(phrase)


@pytest.mark.parametrize("phrase", ["Victoria", "Santiago", "Island", "no", "NO", "IN", "It", "Indian Ocean"])
def test_words_that_are_first_something_else_are_no_country(phrase):
    """Names of people, codes that are words and seas lead nowhere."""
    assert countries.code(phrase) is None


def test_every_sovereign_state_has_a_name_and_a_demonym():
    """For each country of the library that is no dependency there is a name, and for nearly all a demonym."""
    names = {m.code for m in countries.table().values() if m.form == "name"}
    demonyms = {m.code for m in countries.table().values() if m.form == "demonym"}
    assert len(names) > 240
    assert len(demonyms) > 190


MENTIONS = [
    # possessive: the name without its 's
    ("Kazakhstan's minister", [("Kazakhstan", "KZ", "name")]),
    # a curly apostrophe is cut the same way
    ("Türkiye’s minister", [("Türkiye", "TR", "name")]),
    # the longest phrase wins over the shorter inside it
    ("the Democratic Republic of the Congo", [("Democratic Republic of the Congo", "CD", "name")]),
    # hyphens are words of their own
    ("the Polish-Ukrainian border", [("Polish", "PL", "demonym"), ("Ukrainian", "UA", "demonym")]),
    # an all-caps text
    ("TURKEY SAID NO", [("TURKEY", "TR", "name")]),
    # lower case is no country
    ("cold turkey on fine china", []),
    # an institution
    ("the Quai d'Orsay and the EU", [("Quai d'Orsay", "FR", "national"), ("EU", None, "international")]),
]


@pytest.mark.parametrize(("text", "expected"), MENTIONS)
def test_mentions(text, expected):
    """Mentions are found left to right, the longest first, none overlapping."""
    doc = English()(text)
    found = [(doc[m.start : m.end].text, m.code, m.form) for m in countries.mentions(doc)]
    assert expected == found


LINES = [
    ("South Sudan foes leave Nairobi", ["SS", "KE"]),  # the longest phrase wins
    ("MINING NEWS · English edition", []),  # a language
    ("US$ 900 million", []),  # money
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_countries_of_a_line(line, expected):
    """A line around the body tells its countries without a parse."""
    assert expected == countries.in_text(line)


def test_phrases_are_built_once():
    """The next document is looked up in the same phrases: there is no second build."""
    nlp = English()
    countries.mentions(nlp("Chile"))
    first = countries._phrases()
    countries.mentions(nlp("Peru"))
    assert first is countries._phrases()
