"""Add a document: copy its bytes into `seeds/` and write its card, with checksum."""

import datetime as dt
import re
import shutil
import sys
import unicodedata
from pathlib import Path

import yaml

from dossier.build import plain
from dossier.seeds import Card, SeedError, checksum, decode, read_cards


def add(
    file: Path, folder: Path, *, publisher: str, published: str, url: str,
    title: str | None = None, origin: str | None = None, side: str | None = None,
    licence: str | None = None, identifier: str | None = None, full_text: bool = False,
) -> Card:  # fmt: skip
    """Copy `file` into `folder`, append its card to `sources.yml` there, and return the card.

    Raises SeedError, and writes nothing, if the text cannot be used, the date is impossible, the id
    or file name is taken, or the same bytes are already a document of the folder.
    """
    file, folder = Path(file), Path(folder)
    if not file.is_file():
        raise SeedError(f"{file}: there is no such file")
    text = decode(file.read_bytes(), file)
    cards = read_cards(folder)
    day = _date(published)
    card = Card(
        id=identifier or _free_id(f"{_slug(publisher)}-{day:%Y-%m}", {c.id for c in cards}),
        file=_file_name(file), title=title or _headline(text) or file.stem, publisher=publisher,
        published=day, published_basis="as given when the document was added", url=url,
        origin=origin or publisher, side=side or _side(folder, publisher),
        licence=licence or "the text belongs to its publisher; quoted for analysis",
        full_text=full_text, sha256=checksum(file),
    )  # fmt: skip
    _refuse_doubles(card, cards, folder, file)
    if file.resolve() != (folder / card.file).resolve():
        shutil.copyfile(file, folder / card.file)
    _append(folder / "sources.yml", card)
    return card


def _date(published: str) -> dt.date:
    try:
        return dt.date.fromisoformat(published)
    except ValueError:
        raise SeedError(f"--published {published}: is no date; write it as YYYY-MM-DD, such as 2024-05-03") from None


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "document"


def _free_id(wish: str, taken: set[str]) -> str:
    if wish not in taken:
        return wish
    return next(name for n in range(2, len(taken) + 3) if (name := f"{wish}-{n}") not in taken)


def _file_name(file: Path) -> str:
    return file.name if file.suffix == ".txt" and not file.name.startswith(".") else f"{_slug(file.stem)}.txt"


def _headline(text: str) -> str | None:
    from dossier.furniture import zones

    line = next((line for line in zones(text) if line.zone == "headline"), None)
    return text[line.start : line.end].strip() if line else None


def _side(folder: Path, publisher: str) -> str:
    subject = folder / "subject.yml"
    outlets = (yaml.safe_load(subject.read_text(encoding="utf-8")) or {}).get("outlets") if subject.exists() else None
    return (outlets or {}).get(publisher, "third")


def _refuse_doubles(card: Card, cards: list[Card], folder: Path, file: Path) -> None:
    target = folder / card.file
    for other in cards:
        if other.sha256 == card.sha256:
            raise SeedError(f"{file}: is already in the folder, as “{other.id}” ({other.file})")
        if other.id == card.id:
            raise SeedError(f"{file}: the id “{card.id}” is taken; choose another with --id")
    if any(other.file == card.file for other in cards) or target.exists() and target.resolve() != file.resolve():
        raise SeedError(f"{file}: {target} exists already; rename the file and add it again")


def _append(path: Path, card: Card) -> None:
    """The card at the end of `sources.yml`; what stands there, comments too, stays as it is."""
    entry = yaml.safe_dump([card.model_dump(mode="json")], sort_keys=False, allow_unicode=True, width=110)
    # a date is written as a date, as the other cards have it
    entry = entry.replace(f"published: '{card.published}'", f"published: {card.published}")
    before = path.read_text(encoding="utf-8")
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    written = path.with_suffix(".yml.new")
    written.write_text(before + gap + entry, encoding="utf-8")
    try:
        read_cards_at(written)
    except SeedError:
        written.unlink()
        raise
    written.replace(path)


def read_cards_at(path: Path) -> list[dict]:
    """The entries of a card file just written; SeedError if it no longer reads as a list."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(entries, list):
        raise SeedError(f"{path}: is no list of cards; the file before it must end with a card or be empty")
    return entries


def run(args) -> int:
    try:
        card = add(
            args.file, args.seeds, publisher=args.publisher, published=args.published, url=args.url, title=args.title,
            origin=args.origin, side=args.side, licence=args.licence, identifier=args.id, full_text=args.full_text,
        )  # fmt: skip
    except (SeedError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    then = "make report" if (args.seeds.resolve().parent / "Makefile").is_file() else "dossier render"
    print(plain(f"added {card.file} as “{card.id}”: {card.title}"))
    print(f"check its card in {args.seeds / 'sources.yml'}, then `{then}`")
    return 0
