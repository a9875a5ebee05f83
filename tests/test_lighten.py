"""Lightening: the page of any engine in fewer bytes, and for a browser the same page."""

import random

import brief_sample as sample
import looking
import pytest
from dossier.lighten import lighten

CASES = [
    ("<td class=\"num\">1</td><td>2</td></tr><tr>", "<td class=num>1<td>2<tr>"),  # cells and rows end each other
    ("<dt>Date</dt><dd>May</dd></div>", "<dt>Date<dd>May</div>"),
    ("<ul><li>one</li><li>two</li></ul>", "<ul><li>one<li>two</ul>"),
    ("<td>1</td>\n<td>2</td>", "<td>1</td>\n<td>2</td>"),  # the space between would come into the cell
    ("<tr><td>1</td></tr>", "<tr><td>1</tr>"),  # what comes after the row is not told
    ("<p>one</p><p>two</p>", "<p>one</p><p>two</p>"),  # an optional one too, but the audit's parser needs it
    ('<circle cx="1" cy="2"></circle>', "<circle cx=1 cy=2 />"),
    ('<path d="M0,0 H1"></path><path d="M0"/>', '<path d="M0,0 H1"/><path d=M0 />'),
    ("<text></text>", "<text></text>"),  # no shape
    ('<circle><title>a</title></circle>', "<circle><title>a</title></circle>"),
    ('<nav popover="" hidden="">', "<nav popover hidden>"),
    ('<a href="https://example.org/a?b=1&amp;c">', '<a href="https://example.org/a?b=1&amp;c">'),  # for its “=”
    ('<a href="https://example.org/">', '<a href="https://example.org/">'),  # bare, it could end the tag
    ('<a href="#a" title="it’s">', "<a href=#a title=it’s>"),
    ("""<a title="it's" id='a b' lang="en">""", """<a title="it's" id='a b' lang=en>"""),
    ('<a title="a\u00a0b">', '<a title="a\u00a0b">'),
    ('<meta charset="utf-8" />', "<meta charset=utf-8 />"),
    ("<br /><br/>", "<br /><br/>"),
]  # fmt: skip
# What looks like mark-up and is none stays to the byte.
KEPT = [
    '<script type="text/plain" id="packed-a">"</td><td>"</script>',
    '<style class="a b">a[href="b"]{}</style>',
    '<title id="c">&lt;td id="x"></title>',
    '<!-- <li class="a"></li><li> -->',
    '<a title="</td><td class=&quot;a&quot;>">',
    '<a title="<script> id=\'b\'">',
    'id="a" < b="c"',
    "<!DOCTYPE html>",
]


@pytest.mark.parametrize("written, light", CASES)
def test_what_html_does_not_need_is_left_out(written, light):
    """Optional end tags and needless quotation marks go; what the tree hangs on stays."""
    assert light == lighten(written)


@pytest.mark.parametrize("written", KEPT)
def test_what_only_looks_like_mark_up_is_kept(written):
    """Scripts, styles, titles, comments, and tags inside a value are no tags of the page."""
    assert written == lighten(written)


TREES = {
    "div": ["table", "ul", "dl", "select", "svg", "p", "script", None],
    "table": ["thead", "tbody"], "thead": ["tr"], "tbody": ["tr"], "tr": ["th", "td"], "th": [None, "b"],
    "td": [None, "b", "ul", "dl", "table"], "ul": ["li"], "ol": ["li"], "li": [None, "b", "ol", "div"],
    "dl": ["dt", "dd"], "dt": [None, "b"], "dd": [None, "ul", "div"], "select": ["option"], "option": [None],
    "svg": ["g", "circle", "text"], "g": ["circle", "path", "text", "a"], "a": ["circle", "rect"], "text": [None],
    "circle": [], "path": [], "rect": [], "p": [None, "b"], "b": [None], "script": [],
}  # fmt: skip
VALUES = [
    "", "a", "a b", "a=b", "a/", "/", "it's", "<td>", "</td><td>", "a>b", "&quot;", "#a", "ü", "\u00a0", "`", "a&amp;b", "\n",
]  # fmt: skip


def tree(pick: random.Random, name: str, depth: int = 0) -> str:
    """An element of a page as an engine writes it: every end tag, every quotation mark, any value."""
    keys = pick.sample(["id", "class", "title"], pick.randrange(4))
    said = "".join(f' {key}="{pick.choice(VALUES)}"' for key in keys)
    kinds = pick.choices(TREES[name], k=3) if TREES[name] and depth < 9 else []
    inner = [tree(pick, kind, depth + 1) if kind else pick.choice(["a", "&lt;", " "]) for kind in kinds]
    return f"<{name}{said}>{pick.choice(['', '', chr(10)]).join(inner)}</{name}>"


@pytest.fixture(scope="module")
def running():
    with looking.chromium() as chromium:
        yield chromium


SAME = """([before, after]) => {
  const tree = (text) => new DOMParser().parseFromString(text, 'text/html').documentElement;
  return [tree(before).isEqualNode(tree(after)), tree(before).querySelectorAll('*').length];
}"""


def test_a_browser_reads_the_same_page(running):
    """Any tree, and a whole page of ours, are in Chromium node for node what they were; twice is as once."""
    trees = [tree(random.Random(seed), "div") for seed in range(200)]
    window = running.new_page()
    for page in (*trees, sample.page()):
        light = lighten(page)
        same, elements = window.evaluate(SAME, [page, light])
        assert (True, light) == (same, lighten(light)), page
        assert elements > 2
    assert sum(map(len, map(lighten, trees))) < 0.9 * sum(map(len, trees))
    window.close()


def test_a_browser_would_tell(running):
    """One end tag too few is another page."""
    window = running.new_page()
    assert [False, 5] == window.evaluate(SAME, ["<ul><li>a</ul><p>b</p>", "<ul><li>a<p>b</p>"])
    window.close()
