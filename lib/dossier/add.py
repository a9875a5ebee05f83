"""Add a document: copy its bytes into `seeds/` and write its card, with checksum."""

import datetime as dt
import errno
import os
import re
import shutil
import sys
import unicodedata
from pathlib import Path

import yaml
from pydantic import ValidationError

from dossier.build import plain
from dossier import formats
from dossier.cards import OPEN, sides
from dossier.document import Document
from dossier.entries import EntryFault, load, reasons
from dossier.notes import notes
from dossier.seeds import Card, SeedError, checksum, decode, read_cards

AHEAD = dt.timedelta(days=366)  # a date further ahead is a slip of the pen, whatever the clock says


def add(
    file: Path, folder: Path, *, publisher: str, published: str, url: str,
    title: str | None = None, origin: str | None = None, side: str | None = None,
    licence: str | None = None, identifier: str | None = None, full_text: bool = False,
) -> Card:  # fmt: skip
    """Copy `file` into `folder`, append its card to `sources.yml` there, and return the card.

    The side, where none is given, is that of the publisher among the outlets of `subject.yml`, else open: whose
    account a text is, is not guessed. Raises SeedError, and writes nothing, if the text cannot be used, the date or
    address is impossible, the side unknown, the id or file name taken, or the same bytes are already a document.
    """
    file, folder = Path(file), Path(folder)
    if not file.is_file():
        raise SeedError(f"{file}: there is no such file")
    if not publisher.strip():
        raise SeedError("--publisher: is empty; fill it in")
    text = _text(file)
    cards = read_cards(folder)
    day = _date(published)
    card = _card(
        id=identifier or _free_id(f"{_slug(publisher)}-{day:%Y-%m}", {c.id for c in cards}),
        file=_file_name(file), title=title or _headline(text) or file.stem, publisher=publisher,
        published=day, published_basis="as given when the document was added", url=url,
        origin=origin or publisher, side=_side(folder, publisher, side),
        licence=licence or "the text belongs to its publisher; quoted for analysis",
        full_text=full_text, sha256=checksum(file),
    )  # fmt: skip
    _refuse_doubles(card, cards, folder, file)
    _refuse_again(text, cards, folder, file)
    _append(folder / "sources.yml", card, file)
    return card


def _text(file: Path) -> str:
    """The text of a file that can be a document."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise SeedError(f"{file}: cannot be read: {error.strerror}") from None
    if other := formats.page(data):
        raise SeedError(f"{file}: {other}")
    return decode(data, file)


def _card(**fields) -> Card:
    try:
        return Card(**fields)
    except ValidationError as error:
        raise SeedError("\n".join(f"--{said}" for _, said in reasons(error, Card))) from None


def _date(published: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(published)
    except ValueError:
        raise SeedError(f"--published {published}: is no date; write it as YYYY-MM-DD, such as 2024-05-03") from None
    if day > dt.date.today() + AHEAD:
        raise SeedError(f"--published {published}: lies in the future; write the day on which the text was published")
    return day


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "document"


def _free_id(wish: str, taken: set[str]) -> str:
    if wish not in taken:
        return wish
    return next(name for n in range(2, len(taken) + 3) if (name := f"{wish}-{n}") not in taken)


def _file_name(file: Path) -> str:
    """The name under which the text is kept: its own if that is plain, so that no shell and no reader mistakes it."""
    return file.name if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*\.txt", file.name) else f"{_slug(file.stem)}.txt"


def _headline(text: str) -> str | None:
    from dossier.furniture import zones

    line = next((line for line in zones(text) if line.zone == "headline"), None)
    return plain(text[line.start : line.end]).strip() or None if line else None


def _side(folder: Path, publisher: str, given: str | None) -> str:
    """The side that is given, if the subject has it; else that of the publisher, if it is a known outlet; else open."""
    known = sides(folder)
    if given and known is not None and given not in (*known, OPEN):
        raise SeedError(
            f"--side {given}: is none of {', '.join(known)}; give one of them, or add it under `sides:` in "
            f"{folder / 'subject.yml'}"
        )
    return given or _outlets(folder).get(publisher, OPEN)


def _outlets(folder: Path) -> dict[str, str]:
    try:
        subject = load(folder / "subject.yml").values
    except (FileNotFoundError, EntryFault):
        return {}
    return (subject.get("outlets") if isinstance(subject, dict) else None) or {}


def _refuse_doubles(card: Card, cards: list[Card], folder: Path, file: Path) -> None:
    target = folder / card.file
    for other in cards:
        if other.sha256 == card.sha256:
            raise SeedError(f"{file}: is already in the folder, as “{other.id}” ({other.file})")
        if other.id == card.id:
            raise SeedError(f"{file}: the id “{card.id}” is taken; choose another with --id")
    if any(other.file == card.file for other in cards) or target.exists() and target.resolve() != file.resolve():
        raise SeedError(f"{file}: {target} exists already; rename the file and add it again")


def _refuse_again(text: str, cards: list[Card], folder: Path, file: Path) -> None:
    """A text that is held already, though its bytes differ: in line ends, spaces or marks that nobody sees."""
    for other in cards:
        held = folder / other.file
        if held.is_file() and _words(held.read_bytes().decode("utf-8", "replace")) == _words(text):
            raise SeedError(f"{file}: its text is already in the folder, as “{other.id}” ({other.file})")


def _words(text: str) -> list[str]:
    return plain(text).split()


def _append(path: Path, card: Card, file: Path) -> None:
    """The card at the end of `sources.yml`, and the text beside it; what stands there, comments too, stays.

    Both or neither: SeedError, and nothing left behind, where one of them cannot be written.
    """
    entry = yaml.safe_dump([card.model_dump(mode="json")], sort_keys=False, allow_unicode=True, width=110)
    # a date is written as a date, as the other cards have it
    entry = entry.replace(f"published: '{card.published}'", f"published: {card.published}")
    before = path.read_text(encoding="utf-8")
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    written, target = path.with_suffix(".yml.new"), path.with_name(card.file)
    new = [written] if target.exists() else [written, target]
    try:
        if not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        written.write_text(before + gap + entry, encoding="utf-8")
        if not isinstance(load(written).values, list):
            raise SeedError(f"{path}: is no list of cards; let it end with a card, or be empty, and add the text again")
        if target in new:
            shutil.copyfile(file, target)
        written.replace(path)
    except (SeedError, EntryFault, OSError) as error:
        for one in new:
            one.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        said = f"nothing was added: {path} or its folder cannot be written to ({error.strerror})"
        raise SeedError(f"{file}: {said}; allow it, and add the text again") from None


def _left_out(card: Card, folder: Path) -> list[str]:
    """What is told of values in rows of a table; the text is parsed only where there are such rows."""
    from dossier.tabular import told, values

    path = folder / card.file
    document = Document(id=card.id, text=decode(path.read_bytes(), path), published=card.published)
    if not any(values(document.text)):
        return []
    from dossier.find import facts_in

    return [said for said in [told(document.text, facts_in(document))] if said]


def run(args) -> int:
    try:
        card = add(
            args.file, args.seeds, publisher=args.publisher, published=args.published, url=args.url, title=args.title,
            origin=args.origin, side=args.side, licence=args.licence, identifier=args.id, full_text=args.full_text,
        )  # fmt: skip
    except (SeedError, OSError) as error:
        said = f"{error.filename}: {error.strerror}" if isinstance(error, OSError) else str(error)
        print("\n".join(map(plain, said.splitlines())), file=sys.stderr)
        return 1
    then = "make report" if (args.seeds.resolve().parent / "Makefile").is_file() else "dossier render"
    print(plain(f"added {card.file} as “{card.id}”: {card.title}"))
    print(f"check its card in {args.seeds / 'sources.yml'}, then `{then}`")
    for note in (*notes(args.seeds, card.id), *_left_out(card, args.seeds)):
        print(plain(f"note: {note}"))
    return 0
