"""Every piece of evidence by its id, as the page and the paper show it.

Source evidence `document:start-end` is sliced from the seed itself and shown in its whole sentence; record
evidence `record:row` is our own account of a public page.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from .attributes import places
from .build import plain
from .seeds import Document

SOURCE = re.compile(r"([a-z0-9][a-z0-9-]*):(\d+)-(\d+)\Z")
READ = (
    ("same_as", "The whole text was read"),
    ("opening_only", "Only the opening of the page was read"),
    (None, "What the index showed of the page was read: mostly its opening"),
)


class EvidenceError(LookupError):
    """An id behind which there is nothing, or not what was found there; the message says which."""


class Registry:
    """Evidence by id, made when it is asked for; `used` keeps what was."""

    def __init__(
        self,
        documents: Iterable[Document],
        facts: Iterable[dict],
        record: dict[str, dict],
        sides: dict[str, str] | None = None,
    ) -> None:
        self.documents = {document.id: document for document in documents}
        self.sides = sides or {}
        self.record = record
        self.used: dict[str, dict] = {}
        self._quotes: dict[str, str] = {}
        self._sentences: dict[str, list[tuple[int, int]]] = {}
        for fact in facts:
            self._quotes[f"{fact['document']}:{fact['start']}-{fact['end']}"] = fact["quote"]
            text = self.documents[fact["document"]].text if fact["document"] in self.documents else ""
            for start, end in places(text, fact):
                self._quotes[f"{fact['document']}:{start}-{end}"] = text[start:end]
            if fact["kind"] == "topic":
                self._sentences.setdefault(fact["document"], []).append((fact["start"], fact["end"]))

    def get(self, key: str) -> dict:
        """The evidence of that id; EvidenceError if a seed or the record does not hold it."""
        if key not in self.used:
            self.used[key] = self._record(key) if key.startswith("record:") else self._source(key)
        return self.used[key]

    def _record(self, key: str) -> dict:
        row = self.record.get(key.removeprefix("record:"))
        if row is None:
            raise EvidenceError(f"the record has no row “{plain(key.removeprefix('record:'))}”")
        return row

    def _source(self, key: str) -> dict:
        match = SOURCE.match(key)
        document = self.documents.get(match[1]) if match else None
        if document is None:
            raise EvidenceError(f"“{plain(key)}” names no document of seeds/sources.yml")
        start, end = int(match[2]), int(match[3])
        quote = document.text[start:end]
        if not quote or key not in self._quotes:
            raise EvidenceError(f"“{key}” is no fact that was found; run the notebook that names it again")
        if quote != self._quotes[key]:
            raise EvidenceError(f"“{key}” reads “{plain(quote)}”, the fact says “{plain(self._quotes[key])}”")
        first, last = self.sentence(document, start, end)
        return {
            "id": key,
            "support": "source",
            "document": document.id,
            "title": document.title,
            "start": start,
            "end": end,
            "quote": quote,
            "sentence_start": first,
            "sentence_end": last,
            "sentence": document.text[first:last],
            "why": "",
            **_card(document, start, self.sides),
        }

    def sentence(self, document: Document, start: int, end: int) -> tuple[int, int]:
        """The sentence or sentences that hold the span; its line where no sentence was found (a dateline)."""
        around = [(s, e) for s, e in self._sentences.get(document.id, []) if s < end and start < e]
        if around and min(s for s, _ in around) <= start and end <= max(e for _, e in around):
            return min(s for s, _ in around), max(e for _, e in around)
        first = document.text.rfind("\n", 0, start) + 1
        last = document.text.find("\n", end)
        return first, len(document.text) if last < 0 else last


def _card(document: Document, start: int, sides: dict[str, str]) -> dict:
    """What the card says of the document; of a passage that somebody else issued, its own origin."""
    card = document.card
    own = [passage for passage in (card.passages if card else ()) if _holds(passage.span(document.text), start)]
    return {
        "publisher": document.publisher,
        "url": document.url,
        "published": document.published and str(document.published),
        "inferred": bool(card and card.published_inferred),
        "origin": own[0].origin if own else card and card.origin,
        "side": card and card.side,
        "side_label": card and sides.get(card.side),
    }


def _holds(span: tuple[int, int] | None, offset: int) -> bool:
    return span is not None and span[0] <= offset < span[1]


def facts(path: Path) -> list[dict]:
    """The facts of `_build/facts.jsonl`."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def record_rows(record, subject) -> dict[str, dict]:
    """Rows of the record as evidence, by row id: events with our account, figures as their reporter gave them."""
    rows: dict[str, dict] = {}
    for table, frame in (("events", record.events), ("figures", record.figures)):
        for row in frame.to_dict("records"):
            rows[row["id"]] = _row(table, row, subject)
    return rows


def _row(table: str, row: dict, subject) -> dict:
    event = table == "events"
    side = row.get("side") or subject.outlets.get(row["publisher"])
    return {
        "id": f"record:{row['id']}",
        "support": "record",
        "table": table,
        "publisher": row["publisher"],
        "account": row["event"] if event else _told(row, subject),
        "title": row.get("title"),
        "url": row["url"],
        "published": row["published"] or None,
        "side": side,
        "side_label": subject.sides.get(side) if side else None,
        "read": _read(row, subject),
        "confidence": row.get("confidence"),
        "note": row.get("note") or None,
        "date": row["date"] if event else row["period"],
        "precision": row.get("precision"),
        "tags": list(row.get("tags", ())),
        "tier": row.get("tier"),
        "episode": row.get("episode"),
    }


def _told(row: dict, subject) -> str:
    """A figure in words: what is measured, and the sum as its reporter gave it."""
    measure = (subject.money.words if subject.money else {}).get(row["measure"]) or row["measure"].replace("_", " ")
    return f"{measure[:1].upper()}{measure[1:]}: {row['as_reported']}"


def _read(row: dict, subject) -> str:
    if row.get("same_as"):
        return READ[0][1]
    opening = re.search(subject.record.opening_only, row.get("note") or "", re.IGNORECASE)
    return READ[1][1] if opening else READ[2][1]
