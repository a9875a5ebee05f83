"""Read the documents: a folder of texts and their cards → `Document`s.

A seed is evidence. It is read as bytes, checked against its card's checksum and decoded without
touching a newline, so that an offset found today points at the same words for ever.
"""

import hashlib
import shlex
from pathlib import Path

from . import build, formats
from .cards import Card, Passage, SeedError, read_cards
from .document import Document

__all__ = ["Card", "Document", "Passage", "SeedError", "checksum", "decode", "is_english", "read", "read_cards"]

MAX_CHARACTERS = 1_000_000
# The commonest words of English; a text of any length that has hardly any of them is not English.
ENGLISH = frozenset("the of and to in a is that for on with as was by at from it said has have be".split())
ENGLISH_SHARE = 0.12


def checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read(folder: Path | str = "seeds") -> list[Document]:
    """All documents of `folder` in the order of its `sources.yml`.

    Raises SeedError, naming every fault at once: a document without a card, a card without a
    document, a checksum that differs, text that is not UTF-8, not English, empty, or longer than
    1,000,000 characters, a card with a field missing or impossible.
    """
    folder = Path(folder)
    cards = read_cards(folder)
    faults, documents = _strays(folder, cards), []
    for card in cards:
        try:
            documents.append(_document(folder, card))
        except SeedError as fault:
            faults.append(str(fault))
    if faults:
        raise SeedError("\n".join(faults))
    return documents


def _strays(folder: Path, cards: list[Card]) -> list[str]:
    known = {card.file for card in cards}
    return [
        f"{build.plain(str(path))}: has no card in {folder / 'sources.yml'}; "
        f"run `dossier add {shlex.quote(build.plain(str(path)))} --publisher … --published … --url …`"
        for path in sorted(folder.glob("*.txt"))
        if path.name not in known
    ]


def _document(folder: Path, card: Card) -> Document:
    path = folder / card.file
    if not path.is_file() or path.is_symlink():
        raise SeedError(f"{path}: card “{card.id}” names it, but there is no such file; restore it or remove the card")
    data = path.read_bytes()
    if not data.strip():
        decode(data, path)
    if (found := hashlib.sha256(data).hexdigest()) != card.sha256:
        raise SeedError(
            f"{path}: sha256 is {found}, its card says {card.sha256}; "
            "restore the original bytes, or, if this is a new text, give it a card of its own"
        )
    text = decode(data, path)
    for passage in card.passages:
        if passage.span(text) is None:
            raise SeedError(
                f"{path}: has no one passage from “{passage.begins}” to “{passage.ends}”; "
                "correct `passages` on its card"
            )
    return Document(
        id=card.id, text=text, published=card.published, title=card.title,
        publisher=card.publisher, url=str(card.url), card=card,
    )  # fmt: skip


def decode(data: bytes, path: Path | str) -> str:
    """The text of a document's bytes, newlines untouched; SeedError if it cannot be used."""
    if other := formats.refused(data):
        raise SeedError(f"{path}: {other}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SeedError(f"{path}:{line}: byte {error.start} is not UTF-8; save the file as UTF-8") from None
    if not text.strip():
        raise SeedError(f"{path}: is empty; put the document's text into it or remove its card")
    if len(text) > MAX_CHARACTERS and (other := formats.page(data)):
        raise SeedError(f"{path}: {other}")
    if len(text) > MAX_CHARACTERS:
        raise SeedError(f"{path}: has {len(text):,} characters, more than {MAX_CHARACTERS:,}; split it into documents")
    if not is_english(text):
        raise SeedError(f"{path}: does not read as English; only English documents can be analysed: add a translation")
    return text


def is_english(text: str) -> bool:
    """Does the text hold its share of the commonest English words? Too short a text passes."""
    words = [word.strip(".,:;!?()“”‘’\"'").lower() for word in text.split()]
    return len(words) < 20 or sum(word in ENGLISH for word in words) >= ENGLISH_SHARE * len(words)
