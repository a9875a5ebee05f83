"""Flattened drawings: the same places in fewer groups."""

from lxml import etree

from dossier import flat, ink
from dossier.page import span
from dossier.page.masthead import reading

SVG = "http://www.w3.org/2000/svg"


def flattened(inner: str) -> str:
    root = etree.fromstring(f'<svg xmlns="{SVG}">{inner}</svg>')
    flat.flattened(root)
    return etree.tostring(root, encoding="unicode").replace(f' xmlns="{SVG}"', "")


def test_a_label_stands_where_its_groups_put_it():
    """Groups that only move a label give way to the label's own place."""
    label = '<g><g transform="rotate(0,9,9)"><g transform="translate(161,277)"><text x="2" y="13">a</text></g></g></g>'
    assert flattened(label) == '<svg><text x="163" y="290">a</text></svg>'


def test_lines_of_a_label_move_with_it():
    """The lines of a moved label keep their places under each other."""
    label = '<text transform="translate(10,20)" x="2" y="13"><tspan x="2" y="13" dy="1em">a</tspan></text>'
    assert flattened(label) == '<svg><text x="12" y="33"><tspan x="12" y="33" dy="1em">a</tspan></text></svg>'


def test_a_turned_label_stays_turned():
    """A real rotation is kept."""
    assert flattened('<g transform="rotate(-90,9,9)"><text x="2" y="13">a</text></g>') == (
        '<svg><text x="2" y="13" transform="rotate(-90,9,9)">a</text></svg>'
    )


def test_neighbours_clipped_alike_share_a_group():
    """Two groups of one clip become one, of two clips stay two."""
    alike = '<g clip-path="url(#a)"><path d="M0,0H1"/></g><g clip-path="url(#a)"><path d="M0,0H2"/></g>'
    assert flattened(alike) == '<svg><g clip-path="url(#a)"><path d="M0,0H1"/><path d="M0,0H2"/></g></svg>'
    assert flattened(alike.replace("#a", "#b", 1)).count("<g") == 2


def test_long_words_are_the_label_of_their_button():
    """Long words wrap like text, with figures in them or without; short ones are the button itself."""
    claim = {"name": "a", "support": "source", "n": 1}
    starts = [span(claim, words)[:8] for words in ("cooperation began in the energy sector", "trust", "9 " * 20)]
    assert starts == ["<label c", "<button ", "<label c"]


def test_a_colour_has_its_partner_on_the_dark_page():
    """The partner of an ink can be read on the dark ground."""
    dark = ink.dark("#14406b")
    assert ink.contrast(tuple(bytes.fromhex(dark[1:])), ink.DARK_GROUND) >= ink.CONTRAST


def test_one_minute_is_said_in_the_singular():
    """A minute is one, minutes are several."""
    assert [reading(words) for words in (10, 1000)] == ["1 minute’s reading", "4 minutes’ reading"]
