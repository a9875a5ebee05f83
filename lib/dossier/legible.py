"""Legible: a line of a document → the same line, as long, without its mark-up and odd characters.

HTML, Markdown and LaTeX, invisible characters and every kind of space become plain spaces.
"""

import re

from dossier.lines import ENTITY, TAG

INVISIBLE = dict.fromkeys([0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF], " ")
CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029], " ")
ODD = CONTROLS | INVISIBLE | {0x202F: " ", 0x205F: " ", 0x3000: " "} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
MARKUP = re.compile(r"\*\*|__|(?<!\w)[*_`]+(?=\w)|(?<=[\w.,!?])[*_`]+(?!\w)|~~|^ *(?:#{1,6}|>+) |\\(?=[$%&#_{}])|"
                    r"\\(?:textbf|textit|emph|text|mathrm|url|href|footnote|underline)\{|(?<=\w)\}(?!\w)|\]\([^()\s]{1,300}\)")  # fmt: skip
LINK_TEXT = re.compile(r"\[(?=[^\[\]\n]{1,200}\]\()")
NAMED_ENTITIES = {"amp": "&", "quot": '"', "apos": "'", "lt": "<", "gt": ">", "pound": "£", "euro": "€", "yen": "¥",
                  "cent": "¢", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "ndash": "–", "mdash": "—",
                  "hellip": "…", "laquo": "«", "raquo": "»"}  # fmt: skip


def legible(line: str) -> str:
    """The line without mark-up, as long as it was."""
    line = line.translate(ODD)
    if "<" in line:
        line = TAG.sub(_spaces, line)
    if "&" in line:
        line = ENTITY.sub(_character, line)
    if any(char in line for char in "*_`~#>\\]"):
        line = MARKUP.sub(_spaces, LINK_TEXT.sub(_spaces, line))
    return line


def _spaces(match: re.Match) -> str:
    return " " * len(match[0])


def _character(match: re.Match) -> str:
    name = match[0][1:-1]
    number = name[1:] if name[:1] == "#" else ""
    code = int(number[1:], 16) if number[:1] in ("x", "X") else int(number) if number else 0
    char = NAMED_ENTITIES.get(name) or (chr(code) if 0x20 < code < 0x110000 else " ")
    return char.translate(ODD).ljust(len(match[0]))
