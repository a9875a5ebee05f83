"""Python values → Typst code: strings as literals, lists as arrays, everything in one call of a function."""

import re

from dossier import escape, fonts

WORD = 40  # a longer word, as only machines write them, may be broken anywhere: it would run off the page
_LONG = re.compile(rf"\S{{{WORD + 1},}}")
_LABEL = re.compile(r"[A-Za-z0-9._-]+\Z")


class Code(str):
    """Typst code of our own making, to be passed on as it is."""


def literal(text: object) -> Code:
    """A string literal; characters that the font cannot show are shown by number, as PDF/A allows no gaps."""
    text = escape.visible(str(text))
    shown = "".join(c if ord(c) in fonts.covered() or c in "\n\r\t" else _gap(c, text, at) for at, c in enumerate(text))
    broken = _LONG.sub(lambda word: "\u200b".join(re.findall(f".{{1,{WORD}}}", word[0])), shown)
    return Code(f'"{escape.quoted(broken)}"')


def _gap(character: str, text: str, place: int) -> str:
    """The number of a character that cannot be shown; nothing where its number follows it anyway."""
    number = escape.number(character)
    return "" if text.startswith(number, place + 1) else number


def value(thing: object) -> Code:
    """Any plain value as Typst code."""
    if isinstance(thing, Code):
        return thing
    if thing is None:
        return Code("none")
    if isinstance(thing, bool):
        return Code("true" if thing else "false")
    if isinstance(thing, int | float):
        return Code(thing)
    if isinstance(thing, dict):
        return Code(f"({', '.join(f'{k}: {value(v)}' for k, v in thing.items())})" if thing else "(:)")
    if isinstance(thing, list | tuple):
        return Code("(" + "".join(f"{value(part)}, " for part in thing) + ")")
    return literal(thing)


def call(function: str, *arguments: object, **named: object) -> Code:
    """`#function(…);` — the semicolon ends the call, so that no text after it can be taken for an argument."""
    return Code(f"#{inner(function, *arguments, **named)};")


def inner(function: str, *arguments: object, **named: object) -> Code:
    """The call without `#` and `;`, as an argument of another."""
    parts = [*map(value, arguments), *(f"{key.replace('_', '-')}: {value(v)}" for key, v in named.items())]
    return Code(f"{function}({', '.join(parts)})")


def label(name: str) -> Code:
    """A label's name as a string literal; ValueError if it could be anything else."""
    if not _LABEL.match(name):
        raise ValueError(f"“{name}” is no label")
    return Code(f'"{name}"')
