"""Drawings: the same bytes each time, marks that lead to evidence, colours that carry in the dark."""

import json
import re

import brief_sample as sample
import looking
import pytest
from dossier import figures, fonts, ink, linked, swarm, vector
from lxml import etree

RAW = """<svg class="main-svg" xmlns="http://www.w3.org/2000/svg" width="680" height="420" viewBox="0 0 680 420">
<rect x="0" y="0" width="680" height="420" style="fill: rgb(0, 0, 0); fill-opacity: 0;"/>
<defs id="defs-b490f1"><g class="clips"><clipPath id="clipb490f1xyplot"><rect width="520" height="240"/></clipPath>
<clipPath id="clipb490f1x"><rect width="1" height="1"/></clipPath></g></defs>
<g class="cartesianlayer"><g class="subplot xy"><g class="overplot"><g class="xy" clip-path="url(#clipb490f1xyplot)">
<g class="barlayer mlayer"><g class="trace bars"><g class="points"><g class="point"><path d="M0,0H10.123456V5Z" style="fill: rgb(180, 95, 6);"/></g></g></g></g>
<g class="scatterlayer mlayer"><g class="trace scatter tracet00000"><g class="points">
<path class="point" d="M6,0A6,6 0 1,1 0,-6Z" style="opacity: 1; stroke-width: 0px; fill: rgb(31, 78, 121); fill-opacity: 1;"/>
<path class="point" d="M7,0A6,6 0 1,1 0,-6Z" style="fill: rgb(31, 78, 121);"/></g>
<g class="text"><g class="textpoint"><text>one {{x}}</text></g><g class="textpoint"/></g></g></g></g></g></g></g>
<g class="infolayer"><g class="g-gtitle"/></g></svg>"""
DATA = [{"type": "scatter", "x": [1, None, 2], "y": [1, 2, 3]}, {"type": "bar", "x": [1], "y": [2]}]


def drawn(links):
    return vector.page(RAW, "demo", "wide", links, DATA)


def test_ids_do_not_come_from_the_browser():
    """Random ids are renumbered and prefixed by the figure; two drawings that differ only in them are the same."""
    assert "b490f1" not in drawn([]) and 'id="demo-wide-0"' in drawn([]) and "url(#demo-wide-0)" in drawn([])
    assert drawn([]) == vector.page(RAW.replace("b490f1", "0a1b2c"), "demo", "wide", [], DATA)


def test_what_shows_nothing_goes():
    """Grounds, empty groups, class names and unused clips are dropped; numbers are rounded."""
    out = drawn([])
    assert [] == re.findall(r'class="(?!s[0-9a-f]{5}")|<g/>|10\.123456|clipb', out)
    assert 1 == out.count("<clipPath") and "H10.1V" in out


def test_marks_are_linked():
    """A point that is drawn is wrapped in a link (the record's rows name theirs where no words do); a gap in the data moves no link."""
    root = etree.fromstring(drawn([(0, 2, "record:a-b", None), (1, 0, "claim:trade", None)]))
    links = root.findall(".//{*}a")
    assert [("#card-trade", "Evidence: trade"), ("#rec-a-b", None)] == [
        (a.get("href"), a.findtext("{*}title")) for a in links
    ]
    assert "M7,0A6,6 0 1,1 0,-6Z" == links[1].find("{*}path").get("d")
    assert ">third</title>" in drawn([(0, 2, "record:a-b", "third")])


@pytest.mark.parametrize("link", [(0, 1), (0, 9), (7, 0)])
def test_a_link_without_its_mark_is_refused(link):
    """A point that is not drawn cannot be linked: that is an error, not a silent gap."""
    with pytest.raises((LookupError, IndexError)):
        drawn([(*link, "record:x", None)])


def test_the_narrow_drawing_keeps_the_places_of_its_links():
    """The narrow drawing's links are filled from the wide one's, so it carries only their places."""
    root = etree.fromstring(vector.page(RAW, "demo", "narrow", [(0, 2, "record:a-b", None)], DATA))
    assert [{}] == [dict(a.attrib) for a in root.findall(".//{*}a")]


MARK = '<path transform="translate({x},{y})" d="{d}" style="{style}"/>'


def test_marks_that_lead_to_rows_share_one_link():
    """The marks of a trace whose targets are rows of the figure's data are one link, which says which rows."""
    root = etree.fromstring(drawn([(0, 0, "row:7", None)]).encode())
    (link,) = root.findall(".//{*}a")
    assert ("#fig-demo-alt", "7-7", "1 mark, each with its row in the table") == (
        link.get("href"), link.get("data-swarm"), link.findtext("{*}title"))  # fmt: skip


def test_rows_out_of_order_cannot_share_a_link():
    """Marks whose rows are not in order are refused: their link could not tell which row is meant."""
    with pytest.raises(ValueError, match="trace 0 leads to rows out of order"):
        vector.page(RAW, "demo", "wide", [(0, 0, "row:7", None), (0, 1, "row:3", None)], DATA)


def swarmed(d, style, places):
    marks = "".join(MARK.format(x=x, y=y, d=d, style=style) for x, y in places)
    root = etree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg"><g>{marks}</g></svg>')
    swarm.joined(root)
    return root.findall(".//{*}path")


def test_a_swarm_of_dots_is_one_path():
    """Many discs of one style become dots of a round pen, each at its place; those that touch on one level a stroke."""
    places = [(n, 10) for n in range(50)] + [(10 * n, 20) for n in range(50)]
    (path,) = swarmed("M2,0A2,2 0 1,1 0,-2A2,2 0 0,1 2,0Z", "fill: red", places)
    assert "fill: none; stroke: red; stroke-linecap: round; stroke-width: 4px" == path.get("style")
    assert path.get("d").startswith("m0,10h49m-49,10h0m10,0h0m10,0h0") and 51 == path.get("d").count("h")


def test_ticks_that_touch_are_one_bar():
    """Upright ticks side by side become a dash, a gap between them stays; all in tenths of a pixel."""
    places = [(n, 10) for n in range(50)] + [(n, 10) for n in range(60, 80)]
    (path,) = swarmed("M0,4V-4", "fill: none; stroke: red; stroke-width: 0.6px", places)
    assert ("M-3,100H793", "496 104 196") == (path.get("d"), path.get("stroke-dasharray"))
    assert "scale(.1)" == path.get("transform") and "stroke-width: 80px" in path.get("style")


def test_few_marks_are_left_alone():
    """Marks that are few, or of other shapes, stay as they are."""
    assert 5 == len(swarmed("M0,4V-4", "stroke: red", [(n, 1) for n in range(5)]))
    assert 80 == len(swarmed("M0,0Q1,1 2,2", "stroke: red", [(n, 1) for n in range(80)]))


def test_other_shapes_keep_their_form():
    """Diamonds and rings are joined command by command."""
    (path,) = swarmed("M3,0L0,3L-3,0L0,-3Z", "stroke: red", [(10 * n, 5) for n in range(60)])
    assert path.get("d").startswith("m3,5l-3,3l-3-3l3-3zm10,0")


def test_a_drawing_has_role_name_and_description():
    """Without links it is an image, with links a group; name and description are those of its figure."""
    image, group = (etree.fromstring(drawn(links)) for links in ([], [(0, 0, "record:x", None)]))
    assert ("img", "group") == (image.get("role"), group.get("role"))
    assert ("fig-demo-name", "fig-demo-alt") == (image.get("aria-labelledby"), image.get("aria-describedby"))


def test_no_braces_of_a_shortcode():
    """Words in a drawing that look like a shortcode are no shortcode."""
    assert "{{" not in drawn([]) and "&#123;&#123;x" in drawn([])


def test_the_paper_keeps_plain_colours():
    """Typst knows no light-dark(): on paper colours are as drawn, and nothing is linked."""
    assert "light-dark" not in vector.paper(RAW, "demo") and "rgb(31, 78, 121)" in vector.paper(RAW, "demo")


@pytest.mark.parametrize(
    "colour", [(31, 78, 121), (180, 95, 6), (27, 29, 31), (89, 89, 89), (122, 81, 149), (79, 122, 40)]
)
def test_dark_colours_can_be_seen_in_the_dark(colour):
    """Each ink's partner has the contrast of text on the dark ground."""
    assert ink.contrast(ink.partner(colour), ink.DARK_GROUND) >= 4.5


@pytest.mark.parametrize("colour", [(255, 255, 255), (238, 238, 238), (255, 234, 160)])
def test_tints_become_dark_in_the_dark(colour):
    """Grounds and tints do not shine in the dark."""
    assert ink.contrast(ink.partner(colour), ink.DARK_GROUND) < 3


def test_contrast_is_that_of_wcag():
    """Black on white is 21 to 1."""
    assert 21 == round(ink.contrast((0, 0, 0), (255, 255, 255)), 2)


def test_styles_are_paired():
    """Every colour of a style gets its partner, transparency stays."""
    paired = ink.paired("fill: rgba(0,0,0,0); stroke: rgba(31, 78, 121, 0.5)")
    assert re.fullmatch(r"fill: none; stroke: light-dark\(#1f4e7980,#[0-9a-f]{6}80\)", paired)


def test_packed_numbers_are_read():
    """Plotly's base64 arrays are read as the numbers they are."""
    assert [1, 2, 40] == linked.unpacked({"dtype": "i1", "bdata": "AQIo"})


def test_the_narrow_drawing_differs_as_the_figure_says():
    """`layout.meta.narrow` is laid over the layout, `narrow_traces` over the traces; the title goes."""
    plotly = {"data": [{"x": [1]}, {"x": [2]}], "layout": {"height": 300, "title": {"text": "T"}, "xaxis": {"a": 1, "b": 2},
              "meta": {"narrow": {"height": 500, "xaxis": {"b": 3}}, "narrow_traces": [None, {"x": [9]}]}}}  # fmt: skip
    narrow, wide = figures.prepared(plotly, "narrow"), figures.prepared(plotly, "wide")
    assert (500, figures.WIDTHS["narrow"], {"a": 1, "b": 3}, [9]) == (
        narrow["layout"]["height"],
        narrow["layout"]["width"],
        narrow["layout"]["xaxis"],
        narrow["data"][1]["x"],
    )
    assert (300, 680, [2], False) == (
        wide["layout"]["height"],
        wide["layout"]["width"],
        wide["data"][1]["x"],
        "title" in wide["layout"],
    )


@pytest.mark.browser
def test_drawing_is_done_once(tmp_path, monkeypatch):
    """All figures are drawn by one browser; drawn again elsewhere they have the same bytes; drawn twice, no browser starts."""
    with looking.chromium():
        assert ["events-by-year", "trade"] == figures.draw(tmp_path / "a", sample.FIGURES)
        figures.draw(tmp_path / "b", sample.FIGURES)
    one, other = (json.dumps([figures.drawn(tmp_path / place, f) for f in sample.FIGURES]) for place in "ab")
    assert one == other
    monkeypatch.setattr(figures, "_raw", lambda missing: pytest.fail("a browser was started"))
    assert [] == figures.draw(tmp_path / "a", sample.FIGURES)
    assert None is figures.drawn(tmp_path / "a", sample.FIGURES[0] | {"links": []})


def test_the_font_is_small_and_the_same_each_time():
    """The page's faces hold what English and its neighbours need, in few bytes."""
    assert len(fonts.faces()) < 40_000
    assert fonts.subset("Regular") == fonts.subset.__wrapped__("Regular")
    assert {ord(c) for c in "aəğ£€–’“”→≥½"} <= fonts.covered()
