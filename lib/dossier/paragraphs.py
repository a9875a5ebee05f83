"""Paragraphs: a blanked text → the stretches that a sentence may not leave, and the datelines among them.

The dateline that opens the first paragraph (“LONDON, 4 May (Reuters) –”) is a stretch of its own.
"""

import re
from collections.abc import Sequence
from functools import cache

from dossier.furniture import Line

# A place, with or without a date and an agency, before a dash: capitals, a date or an agency show it to be a dateline.
_PLACE = r"[A-ZÀ-ÞĐŁŚŠŞŻŽĆČİ][\w'’.-]*(?:[ /](?:de |da |al-|es-)?[A-ZÀ-ÞĐŁŚŠŞŻŽĆČİ][\w'’.-]*){0,3}"
_DAY = (
    r"(?:\w+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][A-Za-z]{2,8}\.?|[A-Z][A-Za-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?|"
    r"\d\d?[./]\d\d?[./]\d{2,4})(?:,? \d{4})?"
)
_AGENCY = r"[(/\[][^()/\[\]]{2,60}[)/\]]"
_PLACES = rf"{_PLACE}(?:, {_PLACE}){{0,2}}"
_AGENCIES = rf"{_AGENCY}(?: ?{_AGENCY})?"  # “(Colombia) (AFP)”
_BY = rf" ?{_AGENCIES}| [A-Z]\w+(?: [A-Z]\w+)?(?= [-–—])"
REACH = 160  # characters within which a dateline ends
_CLOSES = re.compile(r"[-–—:)/\]]|\.\s")  # one of these stands at the end of every dateline
_INLINE = (
    r"(?!\s*(?:On|In|At|By|From|Since|The|As|After|Before|During|For|Until|Last|This|Next)\b)\s*"
    rf"(?:(?:{_PLACES}[,.:]? {_DAY}[.,:]?(?:{_BY})?|{_AGENCY})[.:]?(?: ?(?:[-–—]{{1,3}}|:)\s+|(?<=[\])/.])\s+)"
    rf"|{_PLACES},? ?{_AGENCIES}[.:]?(?: ?(?:[-–—]{{1,3}}|:)\s+|(?<=/\.)\s+))(?=\S)"
    r"|\s*[A-ZÀ-Þ][A-ZÀ-Þ'’. /-]{2,30}(?:, [A-ZÀ-Þ][\w'’.]+(?: [A-Z][\w'’.]+)?)?(?: ?[-–—]{1,2}|:)\s+(?=[\"“‘']?[A-ZÀ-Þ0-9])"
    r"|\s*[A-ZÀ-Þ][\w'’.]+(?: [A-ZÀ-Þ][\w'’.]+)? ?[–—]{1,2}\s+(?=[\"“‘']?[A-ZÀ-Þ])"
)


def paragraphs(blanked: str, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The stretches of the blanked text that a sentence may not leave, in order.

    A stretch is a line, or the lines of a paragraph wrapped by hand. The dateline that opens the first one
    (“LONDON, 4 May (Reuters) –”) is a stretch of its own: see `dateline_end`.
    """
    found, start, first = [], None, True
    for line in lines:
        start = line.start if start is None else start
        if line.goes_on:
            continue
        if blanked[start : line.end].strip():
            cut = dateline_end(blanked, start, line.end) if first else start
            found += [(start, cut), (cut, line.end)] if cut > start else [(start, line.end)]
            first = False
        start = None
    return found


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the dateline that opens a paragraph ends; `start` if there is none."""
    end = min(end, start + REACH)
    if not _CLOSES.search(text, start, end):
        return start
    match = _inline().match(text, start, end)
    return match.end() if match else start


@cache
def _inline() -> re.Pattern:
    return re.compile(_INLINE)


def datelines(blanked: str, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The spans of all datelines: lines of their own, and the one that opens the body."""
    own = [(line.start, line.end) for line in lines if line.zone == "dateline"]
    opening = [(a, b) for a, b in paragraphs(blanked, lines)[:1] if dateline_end(blanked, a, b + 1) == b]
    return sorted(own + opening)
