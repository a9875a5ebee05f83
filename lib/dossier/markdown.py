"""Ask pandoc: Markdown → its tree, and the words of a part of it."""

import json
import subprocess
from collections.abc import Iterator

READER = "commonmark_x+sourcepos+yaml_metadata_block"  # tells where everything stands
WRITER = "markdown"  # the dialect that both engines render
QUOTES = {"DoubleQuote": "“”", "SingleQuote": "‘’"}


def pandoc(arguments: list[str], text: str | None = None, **options) -> subprocess.CompletedProcess:
    """Run the pandoc of pypandoc_binary; the caller looks at the return code."""
    import pypandoc

    command = [pypandoc.get_pandoc_path(), *arguments]
    return subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", **options)


def parse(text: str, reader: str = READER) -> dict:
    """Pandoc's JSON of `text`; ValueError with pandoc's words where it cannot be read."""
    done = pandoc(["-f", reader, "-t", "json"], text)
    if done.returncode:
        raise ValueError(" ".join(done.stderr.split()))
    return json.loads(done.stdout)


def stringify(inlines: list) -> str:
    """Words of inlines with white space made single, as the filter sees them."""
    return " ".join("".join(_strings(inlines)).split())


def _strings(inlines: list) -> Iterator[str]:
    for inline in inlines:
        kind, content = inline["t"], inline.get("c")
        if kind == "Str":
            yield content
        elif kind in {"Space", "SoftBreak", "LineBreak"}:
            yield " "
        elif kind in {"Code", "Math", "RawInline"}:
            yield content[1]
        elif kind == "Quoted":
            marks = QUOTES[content[0]["t"]]
            yield marks[0] + "".join(_strings(content[1])) + marks[1]
        elif kind in {"Span", "Link", "Image", "Cite"}:
            yield from _strings(content[1])
        elif isinstance(content, list):
            yield from _strings(content)
