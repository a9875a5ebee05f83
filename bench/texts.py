"""Documents to measure with: the seeds and the gold for training, as many as asked for, none quite like another."""

import json
from itertools import cycle, islice
from pathlib import Path

from dossier.seeds import Document, read

ROOT = Path(__file__).parents[1]


def documents(count: int) -> list[Document]:
    """`count` documents of 900 to 3,500 characters; a number in each first line makes each text its own."""
    texts = [document.text for document in read(ROOT / "seeds")]
    texts += [path.read_bytes().decode() for path in sorted((ROOT / "tests" / "gold" / "train").glob("*.txt"))]
    return [
        Document(id=f"d{n:06}", text=f"{text}\n\nIt was report {n}.\n")
        for n, text in enumerate(islice(cycle(texts), count))
    ]


def one_line(size: int) -> Document:
    """One document of `size` characters on a single line."""
    line = " ".join(" ".join(document.text.split()) for document in documents(18))
    return Document(id="line", text=(line * (size // len(line) + 1))[:size])


def write(path: Path, items: list[Document]) -> Path:
    path.write_text("".join(json.dumps({"id": d.id, "text": d.text}) + "\n" for d in items), encoding="utf-8")
    return path
