"""The grammar of the brief: what may stand in report.qmd at all, whatever it says.

What the two engines treat differently is refused; so is every block, id, link or header key that is not of the
grammar. The lists stand in `brief/conventions.yml`.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from . import build
from .entries import load
from .ground import Ground
from .manuscript import Block, Manuscript, Place, pairs
from .markdown import stringify
from .prose import bare, conventions

Found = Iterator[tuple[Place, str, str]]  # where, what was found, what was expected


def _at(source: str, offset: int) -> Place:
    return Place(source.count("\n", 0, offset) + 1, offset - source.rfind("\n", 0, offset))


def forbidden(brief: Manuscript, ground: Ground) -> Found:
    """Constructs that the two engines treat differently."""
    for entry in conventions()["forbidden_text"]:
        for match in re.finditer(entry["pattern"], brief.source, re.MULTILINE):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield _at(brief.source, start), f"{entry['what']} “{short(match[0])}”", entry["instead"]
    nodes = conventions()["forbidden_nodes"]
    for place, kind in brief.strange:
        what, instead = nodes.get(
            kind, (f"{kind}, which the brief’s grammar does not have", "plain paragraphs and lists")
        )
        yield place, what, instead


def short(text: str) -> str:
    """What was found, cut to what a line of the terminal can hold."""
    text = build.plain(text)
    return text if len(text) <= 60 else text[:59] + "…"


def header(brief: Manuscript, ground: Ground) -> Found:
    """Keys the header may have; no claims and no numbers of its own in them."""
    own = {"title": ground.subject.title, "subtitle": ground.subject.subtitle}
    for key, value in brief.meta.items():
        place = _at(brief.source, max(brief.source.find(f"\n{key}:"), 0) + 1)
        if key not in conventions()["header_keys"]:
            yield place, f"the header key “{key}”", f"one of {', '.join(conventions()['header_keys'])}"
            continue
        if any(attribute in str(value) for attribute in ("'fact'", "'calc'", "'record'")):
            yield place, f"a claim in the {key}", "a title that holds no claims"
        text = _plain_meta(value)
        if key in own and _letters(text) != _letters(own[key]):
            at = load(ground.project / "seeds" / "subject.yml").line((key,))
            instead = f"“{own[key]}”, as seeds/subject.yml:{at} has it, or no {key} here"
            yield place, f"the {key} “{short(text)}”", instead
        if key not in {"author", "date", "lang"} and text != own.get(key):
            right = f", or the subject’s own: “{own[key]}”" if key in own else ""
            for one in bare(text, "title", ground.years, ground.cutoff):
                yield place, f"“{one.text}” in the {key}", f"a {key} without numbers{right}"


def _letters(text: str) -> str:
    """The words and marks, whichever quotation marks and dashes are used."""
    return " ".join(re.sub(r"[\"'“”‘’]", "", re.sub(r"[–—-]+", "-", text)).split())


def _plain_meta(value: dict) -> str:
    content = value.get("c")
    return stringify(content) if value["t"] == "MetaInlines" else str(content)


def dialect(brief: Manuscript, ground: Ground) -> Found:
    """Both readers must see the same claims: what only one of them sees would be lost in an engine."""
    ours, theirs = [(m.attribute, m.key, m.words) for m in brief.marks], pairs(brief.source)
    if ours != theirs:
        at = next(
            (i for i, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other),
            min(len(ours), len(theirs)),
        )
        place = brief.marks[at].place if at < len(ours) else Place(1, 1)
        other = "|".join(theirs[at]) if at < len(theirs) else "nothing"
        yield (
            place,
            f"a claim that the engines read as “{other}”",
            "plain text around it (look for a stray $, < or quotation mark)",
        )


def blocks(brief: Manuscript, ground: Ground) -> Found:
    """Divs, headings and links of the grammar, naming figures and tables that are there, each filled one once."""
    seen = set()
    for block in brief.blocks:
        yield from ((block.place, *fault) for fault in _block(block, ground))
        if block.name in conventions()["filled_blocks"] and block.name != "judgement":
            if (block.name, block.key) in seen:
                twice = f"{block.name}={block.key}" if block.key else block.name
                yield block.place, f"a second block “{twice}”", "one: its links would be ambiguous"
            seen.add((block.name, block.key))
    for run in (run for run in brief.runs if run.kind == "heading"):
        for mark in run.marks.values():
            yield (
                mark.place,
                f"the claim “{mark.key}” in a heading",
                "a heading without claims: the contents would copy it",
            )


def _block(block: Block, ground: Ground) -> Iterator[tuple[str, str]]:
    rules = conventions()
    ident = block.key if block.name == "heading" else block.attributes.get("id", "")
    if ident.startswith(tuple(rules["reserved_prefixes"])):
        yield (
            f"the id “{ident}”, which begins like one of ours or a cross-reference",
            "an id with another beginning, or none",
        )
    if ident in rules["reserved_ids"]:
        yield f"the id “{ident}”, which the page itself has", "a heading in other words, such as “The record”"
    if block.name == "heading":
        if block.attributes["level"] == 1:
            yield "a heading of the first level", "## …: the title is the only one above it"
        if strange := set(block.attributes["classes"]) - set(rules["heading_classes"]):
            yield f"a heading of class “{', '.join(strange)}”", f"none, or one of {', '.join(rules['heading_classes'])}"
    elif block.name == "link":
        if not re.match(r"(?:https?://|#|mailto:)", block.key):
            yield f"a link to “{short(block.key)}”", "a link that begins with https:// or #"
    elif block.name in ("figure", "table"):
        shelf = ground.figures if block.name == "figure" else ground.tables
        if block.key not in shelf:
            wish = curled(block.key) or f"a {block.name} that a notebook names{nearest(block.key, shelf)}"
            yield f"the {block.name} “{block.key}”", wish
    elif block.name not in rules["filled_blocks"] + rules["text_blocks"]:
        known = rules["filled_blocks"] + rules["text_blocks"]
        yield f"a block “{block.name}”", f"one of {', '.join(known)}{nearest(block.name, known)}"


CURLED = frozenset("“”„‟‘’«»")


def curled(key: str) -> str | None:
    """What to write instead of a key between quotation marks of print; None for any other key."""
    return "straight quotation marks around the name: \"…\"" if CURLED & set(key) else None


def nearest(name: str, known: Iterable[str]) -> str:
    """Names like the one that is not there."""
    close = get_close_matches(name, list(known), 3, 0.5)
    return f"; did you mean {' or '.join(close)}?" if close else ""
