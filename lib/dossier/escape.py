"""Hostile text made harmless: the one place where words from documents become HTML, Typst, links or cells.

Documents, cards and the record are written by others. Whatever they hold is shown, never obeyed: markup
comes out as its own characters, a character that hides or turns text comes out as its number
(`‹U+202E›`), and only plain web addresses become links.
"""

import re
import unicodedata
from collections.abc import Callable
from html import escape as _entities
from urllib.parse import quote, urlsplit

from .lookalikes import lookalikes

# Characters that print nothing although they change what is read: format, control, surrogate,
# private, unassigned, line and paragraph separators.
HIDDEN = frozenset({"Cf", "Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
KEPT = frozenset("\t\n\r")
# Letters, fillers and blanks that show nothing although their category says letter, mark or space.
INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
# Selectors of a letter's form: the common ones and the many that nothing prints, in which bytes can be smuggled.
SELECTORS = frozenset([*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)])
# Soft hyphens, joiners and such are common in honest text, and shown all the same: they can split a number.
BRACES = {"{": "&#123;", "}": "&#125;", "`": "&#96;"}
STACKED = 3  # so many combining marks on one letter are honest writing; more spill over other lines
_SAFE_ANCHOR = re.compile(r"[A-Za-z0-9.-]")


def is_hidden(character: str) -> bool:
    """Would a reader not see this character, or see it move others?"""
    if character in KEPT:
        return False
    return unicodedata.category(character) in HIDDEN or character in INVISIBLE or ord(character) in SELECTORS


def number(character: str) -> str:
    """The character's number as a reader sees it: `‹U+202E›`."""
    return f"‹U+{ord(character):04X}›"


def _marked(text: str, plain: Callable[[str], str], flag: Callable[[str, bool], str]) -> str:
    """`text` through `plain`, but for deceiving characters, which go through `flag(character, hidden)`."""
    if text.isascii() and text.isprintable():
        return plain(text)
    odd = lookalikes(text)
    parts, start, stacked = [], 0, 0
    for place, character in enumerate(text):
        stacked = stacked + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        hidden = is_hidden(character) or stacked > STACKED
        if hidden or place in odd:
            parts += [plain(text[start:place]), flag(character, hidden)]
            start = place + 1
    return "".join([*parts, plain(text[start:])])


def visible(text: str) -> str:
    """`text` with each deceiving character shown by its number (after it, if it can be seen itself)."""
    return _marked(text, str, lambda c, hidden: number(c) if hidden else c + number(c))


def _references(text: str) -> str:
    for character, reference in BRACES.items():
        text = text.replace(character, reference)
    return text


def _plain_html(text: str) -> str:
    return _references(_entities(text, quote=True))


def html(text: object) -> str:
    """Text for HTML: markup, shortcode braces and backticks as references, deceiving characters flagged."""
    return _marked(str(text), _plain_html, _flag)


def _flag(character: str, hidden: bool) -> str:
    name = _plain_html(unicodedata.name(character, "unnamed character"))
    shown = "" if hidden else _plain_html(character)
    return f'{shown}<span class="unseen" title="{name}">{number(character)}</span>'


def attribute(text: object) -> str:
    """Text for a double-quoted HTML attribute, on one line."""
    return _plain_html(" ".join(visible(str(text)).split()))


def url(text: object) -> str | None:
    """The address if it is a plain http or https one without a user name, else None: show it as text then.

    Characters that have no place in an address are percent-encoded; escape with `attribute` as well.
    """
    text = str(text or "").strip()
    if not text or any(is_hidden(c) or c.isspace() or c in KEPT or c == "\\" for c in text):
        return None
    try:
        parts = urlsplit(text)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host or "@" in parts.netloc:
        return None
    return quote(text, safe="%/:=&?~#+!$,;'@()*[]") if parts.netloc.isascii() else None


def host(address: object) -> str | None:
    """The site of a plain web address as it is printed: without `www.`; None where it is none."""
    link = url(address)
    return (urlsplit(link).hostname or "").removeprefix("www.") or None if link else None


def fragment(address: object, sentence: str, words: int = 5) -> str | None:
    """`address` with a text fragment, so that a browser opens the page at the sentence.

    A long sentence is named by its first and last words (https://wicg.github.io/scroll-to-text-fragment/).
    """
    if (target := url(address)) is None or not (said := sentence.split()):
        return target
    short = len(said) <= 2 * words
    ends = [said] if short else [said[:words], said[-words:]]
    directive = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{target}{'' if '#' in target else '#'}:~:text={directive}"


def anchor(evidence_id: str) -> str:
    """The HTML id (and Typst label) of a piece of evidence: `ev-<document>-<start>-<end>` or `rec-<row>`."""
    if evidence_id.startswith("record:"):
        return "rec-" + slug(evidence_id.removeprefix("record:"))
    document, _, span = evidence_id.rpartition(":")
    return f"ev-{slug(document)}-{slug(span)}"


def slug(name: object) -> str:
    """`name` as part of an id: letters, digits, dots and hyphens stay, all else is `_` and its number."""
    return "".join(c if _SAFE_ANCHOR.match(c) else f"_{ord(c):x}" for c in str(name))


def typst(text: object) -> str:
    """A Typst string literal, with its quotation marks; nothing in it is ever read as markup or code."""
    return f'"{quoted(visible(str(text)))}"'


def quoted(text: str) -> str:
    """Text as it stands between the quotation marks of a Typst string."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def plotly(text: object) -> str:
    """Text for a Plotly figure, which reads tags, entities and TeX: all of them come out as characters."""
    shown = visible(str(text))
    for character, reference in {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;", "%{": "%&#123;"}.items():
        shown = shown.replace(character, reference)
    return shown


def csv_cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula: text that begins like one gets an apostrophe."""
    if not isinstance(value, str):
        return "" if value is None else value
    text = visible(value)
    return "'" + text if text.lstrip()[:1] in {"=", "+", "-", "@", "|", "%"} or text[:1] in KEPT else text
