"""Above: what stands above the body, line by line: headline, standfirst, dateline, caption, or furniture."""

import re
from collections.abc import Iterator
from typing import Literal

from dossier.countries import code, table
from dossier.context import TRADE
from dossier.headline import DATED, INSTITUTION, headline
from dossier.lexicon import lowered
from dossier.lines import AUTHORS, PARTS, SMALL, Unit
from dossier.localities import locality
from dossier.shape import credits, shape, sign

Zone = Literal["headline", "standfirst", "dateline", "caption", "body", "furniture"]
Name = tuple[Zone, str | None, str]
NOT_FURNITURE = frozenset({"caption", "dateline", "standfirst"})
FULL = 30  # words that no headline and hardly a standfirst has
LEAD = 12  # words that a lead has at least
ATTRIBUTED = re.compile(r"\b(?:said|told|announced|reported|confirmed|according to)\b|\b(?:says|reports)[ .]")
LETTERS = re.compile(r"[^\W\d_]")
CREDIT_END = re.compile(r"[.!?] ?[(\[](?:[^\W\d_][\w.'’-]*[ /]?){1,4}[)\]]\.?$")
LABELLED = re.compile(r"(?:politics|business|world|economy|news|national|energy|defen[cs]e)\b", re.IGNORECASE)
COUNTED = re.compile(r"\b\d[\d., ]* ?(?:views?|reads?|hits)\b|\b(?:views?|hits) ?:? ?\d", re.IGNORECASE)
TIMED = re.compile(r"\d, ?\d{1,2}[:.]\d\d\b")
ORIGIN = re.compile(r"\b(?:source|editor|author|reporter|writer)s? ?:", re.IGNORECASE)
AGENCY = re.compile(r"^[^\d,]*\b(?:agency|agence|agencia|service|radio|television|tv)\b[^\d,]*$", re.IGNORECASE)
BY = re.compile(r"\bby ([A-ZÀ-Þ][^,|·•]+)$")
BRACKETED = re.compile(r" \([^()]*\)$")
PAGE_DAY = re.compile(r"\||^(?:mon|tues?|wed|thu|fri|sat|sun)\w*,? ", re.IGNORECASE)  # as the head of a page has it
NAME_LINE = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:,? (?:[^\W\d_a-z][\w.'’-]*|de|van|von|bin|al|el|da|dos|and|y|&)){1,6}")


def by_cue(unit: Unit) -> Name | None:
    if not unit.cues:
        return None
    role, words = unit.cues[0]
    zone, role = (role, None) if role in NOT_FURNITURE else ("furniture", role)
    return zone, role, f"{unit.cues[0][0]} sign: “{words[:60]}”"


def above(head: list[Unit], found: list[Unit]) -> Iterator[tuple[Unit, Name]]:
    """Before the body: headline, standfirst, caption, and what has a sign of its own."""
    title = headline(head, found)
    told = signed = False  # has a standfirst been seen? Has who wrote it, or when, been told below the headline?
    for unit in head:
        name = _head_name(unit, title, told)
        if signed and name[0] in ("standfirst", "caption") and _opens(unit):
            name = "body", None, "a whole sentence with who said it, below who wrote the item or when"
        signed |= bool(title) and unit.first > title.first and (name[0] == "dateline" or name[1] == "byline")
        heads_page = title and unit.first < title.first and PAGE_DAY.search(unit.text)
        if name[0] == "dateline" and heads_page and _dated_below(head, title):
            name = "furniture", "navigation", "the day of the page; the item's own stands below the headline"
        told |= name[0] == "standfirst"
        yield unit, name


def _opens(unit: Unit) -> bool:
    """Is it a lead: “…, the ministry said on Tuesday.”? A caption shows, and says of nobody what he said."""
    plain = unit.ends and not unit.bullet and not unit.cues
    return plain and len(unit.words) >= LEAD and bool(ATTRIBUTED.search(unit.text))


def _dated_below(head: list[Unit], title: Unit) -> bool:
    return any(unit.first > title.first and bool(DATED.search(unit.text)) and is_dated(unit) for unit in head)


def _head_name(unit: Unit, title: Unit | None, told: bool) -> Name:
    if title and unit.key == title.key:
        return "headline", None, "first full line above the body" if unit is title else "repeats the headline"
    if unit.text.startswith("|"):
        return "furniture", "navigation", "a row of a table"
    if is_dated(unit) and sign(unit.text) != "byline":
        return _dated_name(unit)
    if (named := by_cue(unit)) and named[0] == "dateline" and sign(unit.text) == "navigation":
        return "furniture", "navigation", "a row of parts, of which one is the day"
    if named and named[0] == "dateline" and PARTS.search(unit.text):
        return _dated_name(unit)
    if named and named[0] == "dateline" and title and unit.first < title.first and AGENCY.search(unit.text):
        return "furniture", "navigation", "the agency's own name above the headline"
    if title and unit.first > title.first and _place(unit.text):
        return "dateline", None, "a place and its country"
    if named:
        return named
    if unit.ends and len(unit.words) >= FULL:
        return "body", None, "whole sentences above the body"
    if title is None or unit.first < title.first:
        return "furniture", "navigation", "label above the headline"
    if "|" in unit.text and any(map(_persons, unit.text.split("|"))):
        return "furniture", "byline", "names, and where they are"
    if AUTHORS.fullmatch(unit.text) and SMALL.search(title.text):
        return "furniture", "byline", "names, and where they are"
    name, _, place = unit.text.partition(", ")
    if _person(name) and TRADE.fullmatch(f", {place}"):
        return "furniture", "byline", "a name and a trade of newsrooms"
    if place and shape(name) == "CCC" and _person(name) and NAME_LINE.fullmatch(unit.text):
        return "furniture", "byline", "a full name and a place"
    if NAME_LINE.fullmatch(BRACKETED.sub("", unit.text)) and len(unit.words) <= (3 if unit.text.isupper() else 5):
        return "furniture", "byline", "a name alone between headline and body"
    if credits(unit.text) and not title.text.isupper():
        return "furniture", "byline", "names who made it"
    if CREDIT_END.search(unit.text):
        return "caption", None, "ends with a name in brackets"
    if len(unit.words) == 1 and unit.text.isupper() and not title.text.isupper():
        return "dateline", None, "a place alone below the headline"
    if len(unit.words) <= 3:
        return "furniture", "navigation", "label below the headline"
    if unit.bullet or not told:
        return "standfirst", None, "the first full line below the headline"
    if len(unit.words) >= 7:
        return "caption", None, "below the standfirst"
    return "furniture", "navigation", "label above the body"


def _dated_name(unit: Unit) -> Name:
    """A date that stands with a section, a count of readers or who wrote or sent the item is a part of that line."""
    if LABELLED.match(unit.text) or COUNTED.search(unit.text):
        return "furniture", "navigation", "a section or a count of readers, with a date"
    parts = re.split(r",(?= \d)|[|·•]" if TIMED.search(unit.text) else r"[|·•]", unit.text)
    if ORIGIN.search(unit.text) or any(_persons(part) or _at_a_place(part) for part in parts) or _by(unit.text):
        return "furniture", "byline", "a name or a source, with a date"
    return "dateline", None, "a short line with a date above the body"


def _by(text: str) -> bool:
    """“Posted on 12 September 2022 by Ana Cruz”."""
    return any(map(_persons, BY.findall(text)))


def _person(part: str) -> bool:
    """Two or three capitalised words that name no place and no paper."""
    named = re.fullmatch(r"(?:[we]\.?)?CCC?", shape(part))
    return bool(named) and not INSTITUTION.search(part.strip()) and not code(part.strip())


def _at_a_place(part: str) -> bool:
    """A person and where or when: “Ivana Babić, Split”, “Femi Ade Cole, 19/02/2026”; “San Luis Potosí” is a place."""
    name, comma, place = part.strip().partition(", ")
    if not comma or not _person(name) or locality(name.split()):
        return False
    given = lowered("gender", "men") | lowered("gender", "women")
    full = len(name.split()) > 2 or name.split()[0].lower() in given
    return full or bool(locality(place.split())) or _form(place) == "capital"


def _persons(part: str) -> bool:
    """Nothing but people: “Ana Cruz and Tom Hale”."""
    return all(map(_person, re.split(r",(?: and)? | and | & ", part.strip())))


def _place(text: str) -> bool:
    """A place and its country, with or without an agency: “KARS, Türkiye”, “Lima, Peru / Istmo”."""
    place, _, country = text.partition(", ")
    country = re.split(r" ?[/|(–—-]", country)[0].strip()
    return _form(country) == "name" and (place.isupper() and _form(place) != "name" or _form(place) == "capital")


def _form(phrase: str) -> str | None:
    """Is the phrase a country's name, a demonym, a capital …?"""
    return meaning.form if (meaning := table().get(phrase)) else None


def is_dated(unit: Unit) -> bool:
    """Does a short line date the item? It may name the agency too, but no section of the site."""
    dates = DATED.findall(unit.text)
    if not dates or len(unit.words) > 12 + 8 * (len(dates) > 1):
        return False
    return unit.role in (None, "source", "dateline", "navigation") or not LETTERS.search(unit.text)
