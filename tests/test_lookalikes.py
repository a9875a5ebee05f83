"""Characters that imitate digits, letters and signs are shown by their number, and are no part of a number found."""

import unicodedata

import pytest
from dossier.escape import html, typst, visible
from dossier.lookalikes import imitates, lookalikes
from dossier.numerals import numerals

POSING = [
    # what is printed, what imitates in it
    ("2\u066b5 billion", "\u066b"),  # an Arabic decimal sign
    ("1\u066c000 dollars", "\u066c"),  # an Arabic thousands sign
    ("30\u066a of it", "\u066a"),  # an Arabic per cent sign
    ("\u24605 million", "\u2460"),  # a circled digit
    ("\u27765 million", "\u2776"),  # a negative circled digit
    ("\u24885 million", "\u2488"),  # a digit with its full stop in one
    ("item \u2474 of it", "\u2474"),  # a parenthesised digit
    ("\U0001f1045 million", "\U0001f104"),  # a digit with its comma in one
    ("\uff15 million", "\uff15"),  # a fullwidth digit
    ("2\uff0e5 billion", "\uff0e"),  # a fullwidth stop
    ("\uff042 billion", "\uff04"),  # a fullwidth dollar sign
    ("5\ufe6a of it", "\ufe6a"),  # a small per cent sign
    ("\U0001d7d85 million", "\U0001d7d8"),  # a mathematical digit
    ("\U0001d400zerbaijan", "\U0001d400"),  # a mathematical letter
    ("\uff22aku", "\uff22"),  # a fullwidth letter
    ("Vitamin \u24b6", "\u24b6"),  # a circled letter
    ("\U0001f170 list", "\U0001f170"),  # a squared letter
    ("2\u201a5 billion", "\u201a"),  # a low quotation mark for a comma
    ("2\u20245 billion", "\u2024"),  # a one-dot leader for a stop
    ("\u2163 quarter", "\u2163"),  # a Roman numeral in one character
    ("\u212aazakhstan", "\u212a"),  # the kelvin sign for a K
    ("\u13aaustria", "\u13aa"),  # a Cherokee letter in a Latin word
    ("\u0585ne", "\u0585"),  # an Armenian letter in a Latin word
    ("1\u05e1 items", "\u05e1"),  # a Hebrew letter beside a digit
    ("\u0422rend", "\u0422"),  # a Cyrillic letter in a Latin word
]


@pytest.mark.parametrize(("text", "poser"), POSING, ids=[unicodedata.name(poser) for _, poser in POSING])
def test_what_imitates_is_shown_by_its_number(text, poser):
    """On the page the character is followed by its number and named; on paper its number stands beside it."""
    shown = text.replace(poser, f"{poser}‹U+{ord(poser):04X}›")
    assert shown == visible(text)
    assert f'title="{unicodedata.name(poser)}">‹U+{ord(poser):04X}›</span>' in html(text)
    assert f"‹U+{ord(poser):04X}›" in typst(text)


HONEST = [
    "½ km² of CO₂ at 5 µm, 1ª and 2º", "“naïve” ‘quotes’ – Türkiye’s ﬁrst … №\u00a05, 3°C, ′ and ″", "🇬🇧 © ® ™ €5 £3 ¥7",
    "Oʻzbekiston, Brčko, Łódź, İstanbul, Ağdam", "Тренд и Ελλάδα", "„Wort‚ und „mehr“", "2024年 のCOVID대책", "28.8 and 1,000",
]  # fmt: skip


@pytest.mark.parametrize("text", HONEST)
def test_honest_writing_stays_as_it_is(text):
    """Fractions, superscripts, accents, flags, quotation marks and whole words of other writings are not marked."""
    assert set() == lookalikes(text) and text == visible(text)


def test_every_digit_but_ours_is_marked():
    """Of all characters that Unicode counts as decimal digits only 0 to 9 are unmarked."""
    digits = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Nd"]
    assert len(digits) > 600
    assert list("0123456789") == [digit for digit in digits if not imitates(digit)]


NUMBERS = ["$2\u066b5 billion", "$\u2461.5 billion", "\u24605 million dollars", "$2\u201a5 billion", "1\u066c000 dollars",
           "2\u066b5%", "30\u066a", "$2\uff0e5 billion", "$5\U0001f101 million", "$\uff12.5 billion", "\U0001d7d70%",
           "$1<b>2</b> million", "$1<!-- x -->2 million", "$1&#50; million", "$&#x31;2 million", "1<i>0</i>%"]  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS)
def test_what_poses_as_a_number_is_none(text):
    """A sum with an imitated digit or sign in it is not read as the part of it that is real."""
    assert [] == [*numerals(f"It was worth {text}, he said.")]


def test_what_stands_beside_is_still_read():
    """An imitation spoils the number it touches, and no other."""
    found = [*numerals("① The sum was $5 million, not 2٫5; „um 7‚ it was 8%.")]
    assert [(5e6, "USD"), (7.0, None), (8.0, "percent")] == [(one.value, one.unit) for one in found]
