"""Lighten a page: the same page in fewer bytes. What HTML lets one leave out is left out; the tree stays as it was.

Engines write a page in their own ways: Quarto ends every cell and empty mark with a tag, and all put quotation
marks round every value. HTML's own rules (“Optional tags”, “Unquoted attribute value syntax”) need none of these.
Scripts, styles, titles and comments stay to the byte, so that a policy with their hashes holds; so does white space,
which minifiers close up, for the source texts are read with theirs.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

_TAG = r"""(?:"[^"]*"|'[^']*'|[^>"'])*>"""
TOKEN = re.compile(
    rf"<!--.*?-->|<![a-z]{_TAG}|<(?P<kept>script|style|title|textarea)\b{_TAG}.*?</(?P=kept)\s*>|"
    rf"</?[a-z]{_TAG}|[^<]+|<",
    re.S | re.I,
)
NAME = re.compile(r"</?[a-z][\w-]*", re.I)
VALUE = re.compile(r"""(?<=\s)([^\s=>"'/]+)=(?:"([^"]*)"|'[^']*')""")
BARE = re.compile(r"""[^\s"'`=<>]*[^\s"'`=<>/]\Z""")
KEPT = {"<script", "<style", "<title", "<textarea"}
# An end tag says nothing where what follows it ends the element anyway.
ENDED_BY = {
    "</td": {"<td", "<th", "<tr", "</tr", "</tbody", "</table"},
    "</th": {"<td", "<th", "<tr", "</tr", "</tbody", "</thead", "</table"},
    "</tr": {"<tr", "</tbody", "</thead", "</table"},
    "</dt": {"<dt", "<dd"},
    "</dd": {"<dt", "<dd", "</dl", "</div"},
    "</li": {"<li", "</ul", "</ol"},
    "</option": {"<option", "</select"},
}
SHAPES = {"circle", "rect", "path", "line"}  # marks of a drawing: an empty one ends itself


def lighten(page: str) -> str:
    """The page with its optional end tags, and the quotation marks of values that need none, left out."""
    return "".join(_lightened(match[0] for match in TOKEN.finditer(page)))


def _lightened(tokens: Iterator[str]) -> Iterator[str]:
    before = ""
    for token, after in pairwise([*tokens, ""]):
        name, following = _name(token), _name(after)
        if _empty(before, name):
            before = ""
        elif following not in ENDED_BY.get(name, ()):
            yield _short(f"{token[:-1]}/>" if _empty(name, following) else token)
            before = name
        else:
            before = ""


def _name(token: str) -> str:
    """`<td` of a start tag, `</td` of an end tag, nothing of words; `<td/` of a tag that ends itself."""
    found = NAME.match(token)
    return found[0].lower() + "/" * token.endswith("/>") if found else ""


def _empty(name: str, after: str) -> bool:
    """A mark's start tag, and right after it its end?"""
    return name[1:] in SHAPES and after == f"</{name[1:]}"


def _short(token: str) -> str:
    """A start tag with no quotation marks but those that are needed."""
    if "=" not in token or not NAME.match(token) or _name(token) in KEPT:
        return token
    tag, end = (token[:-2].rstrip(), "/>") if token.endswith("/>") else (token[:-1], ">")
    short = VALUE.sub(_unquoted, tag)
    return f"{short} {end}" if end == "/>" and short[-1] not in "\"'" else short + end


def _unquoted(match: re.Match) -> str:
    name, value = match.groups()
    return name if value == "" else f"{name}={value}" if value and BARE.match(value) else match[0]
