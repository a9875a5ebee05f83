"""Context: what the lines around it tell of a line: a label with its headline, the author told of below the article.

`mark` gives such units their cue, before the layout of the page is sought.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from dossier.headline import DATED
from dossier.lines import Unit
from dossier.shape import credits, shape

LEAD = 14  # words of the first sentence of an article, at least
NAMED = 3  # words of a line that is no more than a name
RARE, RARELY = 0.75, 0.15  # points for speaking to the reader where few do; share of the sentences that are few
DAYS, TOLD = 3, 8  # days of a chronicle; words of what was done on one
SPOKEN = 0.5  # points from which a line may speak to the reader
# “READ MORE: Coal royalties to top …”: a label and what it leads to, in a line that is no sentence.
LABELLED = re.compile(
    r"((?:[^\W\d_][\w'’-]*[ -]){0,3}[“\"]?[^\W\d_][\w'’-]*(?: \w+)?[”\"]?) ?(?::|>>|\||»|—|→) ?[“\"‘'A-ZÀ-Þ\d]"
)
SPEAKER = re.compile(r"[A-ZÀ-Þ][\w.'’ -]{1,40}:(?= )")
PEOPLE = re.compile("CCC?(?:,CCC?)*,?nCCC?")  # “Ana Cruz and Tom Hale”
HEADER = re.compile(r"\b\d+\b")  # what differs between the heads of two sheets
CORRECTIONS = re.compile(r"(?:corrections?|clarifications?|erratum)\b", re.IGNORECASE)
CORRECTED = re.compile(
    r"\b(?:(?:earlier|previous|first|original) version|correct(?:ed|ion)?|misstated|incorrectly|wrongly|left out)\b",
    re.IGNORECASE,
)
TRADE = re.compile(  # what an author is beside the name: “Ana Cruz, Energy Editor”
    r",[^,;|&]*\b(?:editor|correspondent|reporter|writer|analyst|columnist|chief|desk|staff|producer|journalist)\b[^,;|&]*",
    re.IGNORECASE,
)
NAME = re.compile(r"[^\W\d_a-z][\w'’-]{2,}")


def mark(found: Sequence[Unit]) -> None:
    """Give units the cues that their neighbours tell."""
    first = begun(found)
    labels = Counter(label[0] for unit in found if (label := SPEAKER.match(unit.text)))
    bylines = (unit for unit in found[:first] if unit.role == "byline" or PEOPLE.fullmatch(shape(unit.text)))
    authors = {name.lower() for unit in bylines for name in NAME.findall(TRADE.sub("", unit.text))}
    for number in range(first + 1, len(found)):
        unit = found[number]
        if _corrects(unit, found[number + 1 : number + 2]):
            unit.cues, unit.heading = [], True
        if unit.cues:
            continue
        if label := _labelled(unit, labels):
            unit.heading |= _speaks_below(label, found[number + 1 : number + 2])
            unit.cues += [] if unit.heading else [("byline" if credits(unit.text) else "related", label)]
        elif authors and _tells_of(unit, authors, found[first:number]):
            unit.cues.append(("byline", unit.words[0]))
    _running(found, first)
    _address(found)
    _chronicle(found)


def _running(found: Sequence[Unit], first: int) -> None:
    """A line above the body that comes back between its paragraphs heads every sheet of a printed report.

    It comes with another number, or more than once: a headline may stand again below the picture.
    """
    last = max((n for n, unit in enumerate(found) if unit.ends and not unit.cues), default=0)
    above = {HEADER.sub("", unit.key): unit.key for unit in found[:first] if len(unit.words) >= NAMED}
    again = [unit.key for unit in found[first:last] if not unit.ends and unit.role != "dateline"]
    times = Counter(HEADER.sub("", key) for key in again)
    told = {key: HEADER.sub("", key) for key in again}
    back = {bare for key, bare in told.items() if bare in above and (key != above[bare] or times[bare] > 1)}
    for unit in found if back else ():
        if HEADER.sub("", unit.key) in back:
            unit.cues.insert(0, ("navigation", "comes back on every page"))


def begun(found: Sequence[Unit]) -> int:
    """Where the first full sentence stands; the number of units if there is none."""
    return next((n for n, unit in enumerate(found) if unit.ends and len(unit.words) >= LEAD), len(found))


def _labelled(unit: Unit, labels: Counter) -> str | None:
    """The label of a line that goes on with a headline; a question needs one in capitals, under which nobody speaks."""
    if len(unit.words) < 5 or not (label := LABELLED.match(unit.text)) or DATED.search(unit.text):
        return None
    asks = label[1].isupper() and unit.text[-1] == "?" and labels[f"{label[1]}:"] <= 1
    return label[1] if asks or not unit.ends else None


def _speaks_below(label: str, below: Sequence[Unit]) -> bool:
    """“Okello: we do not give up”: does the paragraph below a crosshead tell of whom its label names?"""
    return any(unit.ends and len(unit.words) >= LEAD and label in unit.words for unit in below)


def _corrects(unit: Unit, below: Sequence[Unit]) -> bool:
    """Does “Corrections” head a sentence that corrects the article, not stand in a menu?"""
    heads = len(unit.words) <= NAMED and CORRECTIONS.match(unit.text)
    return bool(heads) and any(one.ends and CORRECTED.search(one.text) for one in below)


def _tells_of(unit: Unit, authors: set[str], before: Sequence[Unit]) -> bool:
    """Does the line begin with an author's name, of whom the article tells nothing?"""
    name = unit.words[0] if unit.words else ""
    if name.lower() not in authors or name.islower():
        return False
    both = len(unit.words) > 1 and unit.words[1].lower() in authors
    told = any(name in other.words for other in before if len(other.words) > NAMED)
    return (both and len(unit.words) <= NAMED) or not told


def _chronicle(found: Sequence[Unit]) -> None:
    """Days above their paragraphs, three at least: a chronicle, and none of them dates the item."""
    dated = [(a, b) for a, b in pairwise(found) if a.role == "dateline" and not a.ends]
    days = [day for day, told in dated if told.ends and not told.cues and len(told.words) >= TOLD]
    for unit in days if len(days) >= DAYS else ():
        unit.day = True


def _address(found: Sequence[Unit]) -> None:
    """Where hardly a sentence speaks to the reader, the few that do are the less of the article."""
    spoken = [unit for unit in found if unit.spoken and unit.appeal > SPOKEN]
    if len(spoken) <= 1 + RARELY * sum(unit.ends and len(unit.words) >= LEAD for unit in found):
        for unit in spoken:
            unit.appeal += RARE
