"""Headline: the line above the body that says what the body tells.

Above an article stand its section, the paper's motto, an institution, other news of the hour. The headline is a full
line among them, and its words come back in the lead.
"""

import re
from collections import Counter
from collections.abc import Sequence

from dossier.lines import LABEL, Unit
from dossier.shape import shape

DATED = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?[ .-]+[^\W\d_]{3,9}\.?,? (?:19|20)\d\d\b|"
    r"\b[^\W\d_]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b|"
    r"\b\d{1,2} ?[./-] ?\d{1,2} ?[./-] ?(?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
)
INSTITUTION = re.compile(
    r"^(?:the )?(?:[^\W\d_]+(?: of| for| and)?(?: the)? ){0,4}(?:ministry|parliament|embassy|government|department|"
    r"agency|office|presidency|institute|council|commission|secretariat|assembly|senate|gazette|herald|times|post|"
    r"daily|news|radio|tv|online|(?:english|russian|international|world) (?:section|edition|service|version)|"
    r"republic of [\w ]+|minist(?:[eé]rio|ère|ero|erium|eriet|erstvo)|presid[eê]nci\w|présidence|embajad\w|"
    r"ambassade|botschaft|gobierno|governo)"
    r"(?: (?:of|for|on|d[aeo]s?|du) .{3,60}|,? [^\W\d_]+)?$", re.IGNORECASE
)  # fmt: skip
ENTRY = re.compile(r"\d{1,2}[:.]\d\d\b")  # an entry of a live report begins with its hour
STEM, SHARED = 4, 0.3  # letters that tell a word; share of a headline's words that the lead takes up
TOLD = re.compile(r"\btold (?:the )?(?:[A-ZÀ-Þ][\w’'-]+ ?)+")  # “… told Harbour Gas Review” tells the paper's name
CRUMBS = re.compile("[>/]")
# A paper's own name in capitals, before a comma or dash: “THE ISLAND LEDGER, Colombo”, “OPENHILL — your parliament”.
MASTHEAD = re.compile(
    r"(?:[^\W\d_a-z]{2,}(?: [^\W\d_a-z]{2,})+(?: \([A-Z]+\))?|[^\W\d_a-z]{4,}(?= [—–|-]))(?=[,:]| [—–|-])"
)
SECTIONS = re.compile("C{1,2}(?:[,-]C{1,2}){2,}")  # “Energy, Peru, Asia - Pacific”
LEADING = 3  # paragraphs of a lead
# What newsrooms put before a headline of their own.
KICKER = re.compile(
    r"(?:live|analysis|opinion|comment|explainer|explained|interview|exclusive|editorial|profile|factbox|timeline|"
    r"update|breaking|(?:media|press|news) (?:advisory|release|statement)) ?[:|–—]",
    re.IGNORECASE,
)  # fmt: skip


def headline(head: Sequence[Unit], found: Sequence[Unit]) -> Unit | None:
    """A line said twice; else one marked as a heading; else the first full line that is no institution's name.

    Full means at least four words without a stop; breadcrumbs above the headline end what could come before it. A
    line with which the lead has nothing in common, far above one that it takes up, is the paper's motto or other news.
    """
    lead = _stems(TOLD.sub(" ", " ".join(unit.text for unit in found[len(head) :][:LEADING])))
    loud = all(unit.text.isupper() for unit in found[len(head) :][:LEADING])
    counts = Counter(unit.key for unit in found if len(unit.words) >= 3)
    head = [unit for unit in head if not unit.text.startswith("|")]  # rows of a table
    head = head if loud else [u for u in head if _tells(u, lead) or u.heading or not MASTHEAD.match(u.text)]
    kickers = [u for u in head if KICKER.match(u.text) and len(u.words) >= 5]
    better = any(_tells(u, lead) for u in head if not u.cues and len(u.words) > LABEL)  # else it is no banner above one
    plain = [
        u for u in head
        if not u.cues or u.heading or u in kickers and (_tells(u, lead) or counts[u.key] > 1 or not better)
    ]  # fmt: skip
    menus = [u for u in head if u.role == "navigation" and not DATED.search(u.text)]
    crumbs = [u.first for u in menus if CRUMBS.search(shape(u.text))]
    full = [u for u in plain if len(u.words) >= 4 and not u.text.endswith(".") and not _dates_alone(u, lead)]
    full = [u for u in full if not ENTRY.match(u.text)] or full
    named = [u for u in full if not INSTITUTION.search(u.text) and not SECTIONS.fullmatch(shape(u.text))]
    mixed = [u for u in named if not u.text.isupper()]  # what is in capitals above it names a section
    choices = [
        [unit for unit in plain if counts[unit.key] > 1],
        sorted((u for u in plain if u.heading), key=lambda u: (_tells(u, lead) * (u.level - 9), -_shared(u, lead))),
        [u for u in mixed if u.first > max(crumbs, default=-1)],
        [u for u in named if u.first > max(crumbs, default=-1)],
        named,
        [u for u in plain if DATED.search(u.text) and re.search("nw|wn", shape(u.text))],
        full or kickers,
        sorted((u for u in plain if loud or not u.text.isupper()), key=lambda unit: (unit.ends, -len(unit.words))),
    ]
    first = next((choice[0] for choice in choices if choice), None)
    if first in named and (len(first.words) <= LABEL or not _tells(first, lead)):
        later = next((u for u in named if u.first > first.last and len(u.words) > LABEL and _tells(u, lead)), None)
        if later and any(first.last < unit.first < later.first and unit.cues for unit in head):
            return later
    return first


def _dates_alone(unit: Unit, lead: set[str]) -> bool:
    """Does the line tell little more than a date: not “Visit of the minister to Malta (2-4 April 2025)”?"""
    rest = DATED.sub(" ", unit.text)
    return rest != unit.text and not (len(rest.split()) > LABEL and _tells(unit, lead))


def _stems(text: str) -> set[str]:
    """What its longer words begin with, to see whether two texts speak of the same."""
    return {word[:STEM].lower() for word in re.findall(r"[^\W\d_]{4,}", text)}


def _shared(unit: Unit, lead: set[str]) -> int:
    return len(_stems(unit.text) & lead)


def _tells(unit: Unit, lead: set[str]) -> bool:
    """Does the line speak of what the first sentences of the body tell?"""
    own = _stems(unit.text)
    return len(own & lead) >= max(2, SHARED * len(own))
