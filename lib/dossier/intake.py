"""Intake: paths → documents. What cannot be read is told with its line and the reason, and costs no other."""

import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dossier import formats
from dossier.document import Document

KEYS = frozenset({"id", "text", "published", "title", "publisher", "url"})


class Fault(NamedTuple):
    """Something that could not be read: where, and why."""

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


def documents(paths: Iterable[str], published: dt.date | None, faults: list[Fault]) -> Iterator[Document]:
    """Every document of the paths; what cannot be read goes to `faults`. An id stands for one document only."""
    seen: dict[str, str] = {}
    for path in paths:
        for place, item in _text(path, published) if path.endswith(".txt") else _jsonl(path):
            if isinstance(item, Document) and item.id in seen:
                item = f"id “{item.id}” was already given to {seen[item.id]}; ids must differ"
            if isinstance(item, Document):
                seen[item.id] = place
                yield item
            else:
                faults.append(Fault(place, item))


def _text(path: str, published: dt.date | None) -> Iterator[tuple[str, Document | str]]:
    try:
        data = Path(path).read_bytes()
        if other := formats.refused(data):
            yield path, other
            return
        text = data.decode("utf-8")
    except OSError as error:
        yield path, f"cannot be read: {error.strerror}"
    except UnicodeDecodeError as error:
        yield path, f"byte {error.start} is not UTF-8; save the file as UTF-8"
    else:
        yield path, Document(id=Path(path).stem, text=text, published=published)


def _jsonl(path: str) -> Iterator[tuple[str, Document | str]]:
    """(place, document or reason) of every line that is not blank."""
    name = "standard input" if path == "-" else path
    try:
        stream = sys.stdin.buffer if path == "-" else open(path, "rb")  # noqa: SIM115
    except OSError as error:
        yield path, f"cannot be read: {error.strerror}"
        return
    with stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield f"{name}:{number}", document(line)


def document(line: bytes) -> Document | str:
    """The document of one JSON line, or the reason why there is none."""
    try:
        item = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return f"byte {error.start} is not UTF-8"
    except (json.JSONDecodeError, RecursionError) as error:
        return f"is not JSON: {error}"
    except ValueError as error:  # an integer of thousands of digits
        return f"is not JSON that can be read: {error}"
    return _document(item) if isinstance(item, dict) else "is not an object with “id” and “text”"


def _document(item: dict) -> Document | str:
    item = {key: value for key, value in item.items() if key in KEYS}
    for key in ("id", "text"):
        if not isinstance(item.get(key), str):
            return f"“{key}” is missing" if item.get(key) is None else f"“{key}” must be a string"
        if not item[key].strip():
            return f"“{key}” is empty"
    for key, value in item.items():
        if value is not None and not isinstance(value, str):
            return f"“{key}” must be a string or null"
        if value and not _encodable(value):
            return f"“{key}” holds half of a surrogate pair, which is no character; repair the text"
    try:
        published = dt.date.fromisoformat(item["published"][:10]) if item.get("published") else None
    except ValueError:
        return f"“published” is “{item['published'][:40]}”, no date; write it as YYYY-MM-DD or null"
    return Document(**item | {"published": published})


def _encodable(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
