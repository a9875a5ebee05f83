"""Tell every fact as a W3C Web Annotation: where its words stand in the text beside it, by place and by quotation."""

import json
from collections import Counter

from . import build
from .seeds import Document

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of prefix and suffix, the length browsers use for text fragments


def annotations(documents: list[Document], rows: list[dict]) -> dict:
    """Every fact as a W3C Web Annotation with a TextPosition and a TextQuote selector."""
    by_id = {document.id: document for document in documents}
    items = [annotation(by_id[row["document"]], row) for row in rows if row["quote"]]
    times = Counter()
    for item in items:  # two statements may stand on one sentence
        times[item["id"]] += 1
        item["id"] += f":{times[item['id']]}" if times[item["id"]] > 1 else ""
    return {
        "@context": CONTEXT,
        "id": "annotations.json",
        "type": "AnnotationPage",
        "items": items,
    }


def annotation(document: Document, row: dict) -> dict:
    """One fact on its document. Prefix and suffix are left out where the card forbids more than the quote."""
    start, end, text = row["start"], row["end"], document.text
    quote = {"type": "TextQuoteSelector", "exact": row["quote"]}
    if is_open(document):
        quote |= {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
    said = {key: value for key, value in row.items() if key not in {"document", "start", "end", "quote"}}
    return {
        "type": "Annotation",
        "id": f"urn:fact:{document.id}:{start}-{end}:{row['kind']}",
        "motivation": "classifying",
        "body": {"type": "TextualBody", "format": "application/json", "value": json.dumps(said, ensure_ascii=False)},
        "target": {
            "source": source(document),
            "scope": document.url,
            "selector": [{"type": "TextPositionSelector", "start": start, "end": end}, quote],
        },
    }


def source(document: Document) -> str:
    """What an annotation's offsets count in: the text beside it, or, where that may not be published, its checksum."""
    if is_open(document):
        return f"texts/{build.named(document.id)}.txt"
    return f"urn:sha256:{document.card.sha256}" if document.card else document.id


def is_open(document: Document) -> bool:
    """May the whole text stand in what is published?"""
    return bool(document.card and document.card.full_text)
