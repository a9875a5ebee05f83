"""Gathering: mentions by the same name, or by part of it, are laid together as one person.

What is said once of somebody holds for every later mention.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dossier.lexicon import load, words
from dossier.find.mention import Mention
from dossier.find.folding import fold
from dossier.find.namewords import SON_OF, is_given
from dossier.find.office import COUNTERPARTS, printed, title_of
from dossier.find.reading import Reading

INITIALS = re.compile(r"(?<=\b\w)\.(?=\w\.)")  # the point between “A.B.”


@dataclass(eq=False)
class Person:
    """A person of the text: fullest name, offices as printed, country, all mentions in order."""

    name: str
    mentions: list[Mention]
    offices: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    country: str | None = None
    female: bool | None = None
    international: bool = False
    why: str = ""

    @property
    def office(self) -> str | None:
        return "; ".join(self.offices) or None

    def posted(self) -> bool:
        """An envoy: somebody who serves abroad."""
        said = " ".join(self.offices).lower()
        envoy = "high commissioner" in said and "high commissioner for" not in said
        if " embassy" in said or "of mission" in said or envoy:
            return True
        held = [title for title in self.titles if not words("offices", "past") & set(title.split())]
        return bool(held) and all(title.split()[-1] in words("offices", "envoys") for title in held)

    def parts(self) -> list[str]:
        return [part.lstrip("'‘’ʻ") for part in _words(self.name)]

    def fullest(self) -> Mention:
        """The first of the longest mentions; of “E. Whitcombe” and “Eleanor Whitcombe” the one that is the name."""
        longest = max(m.end - m.start for m in self.mentions)
        alike = [m for m in self.mentions if m.end - m.start == longest]
        return next((m for m in alike if m.initials == min(m.initials for m in alike)), alike[0])


def _words(name: str) -> list[str]:
    """The words of a name, initials apart: “A.B. Moss” is three."""
    return INITIALS.sub(". ", fold(name)).replace("-", " ").split()


def gathered(r: Reading, mentions: list[Mention]) -> list[Person]:
    """Mentions laid together by name: the same words, or some of them in the same order."""
    found: list[Person] = []
    index: dict[str, list[Person]] = {}
    _shorten(r, mentions)
    strong = [m for m in mentions if m.strong]
    for mention in strong:
        if mention.end - mention.start > 1:
            _file(r, mention, found, index)
    for mention in strong:
        if mention.end - mention.start == 1:
            _file(r, mention, found, index)
    for mention in mentions:
        if not mention.strong:  # “Homira Atimadi” before “Ms. Atimadi”: known by what is told of somebody later
            _file(r, mention, found, index, only_known=True)
    found = [p for p in found if not _organisation(r, p)]
    for person in found:
        person.mentions.sort(key=lambda m: m.start)
        _settle(r, person)
    return sorted(found, key=lambda p: p.mentions[0].start)


def _shorten(r: Reading, mentions: list[Mention]) -> None:
    """“Host Ana Soto thanked B”: a word that begins the sentence, before a name told without it, is no name."""
    whole = {name for m in mentions if " " in (name := r.text(m.start, m.end))}
    for m in mentions:
        if m.end - m.start > 2 and r.sentence(m.start)[0] == m.start and not is_given(r.cased[m.start]):
            m.start += r.text(m.start + 1, m.end) in whole


def _organisation(r: Reading, person: Person) -> bool:
    """A bare “Havdyp Energi” that is later called by its first word is a firm."""
    told = (m for m in person.mentions if not m.why.startswith("name in passing"))
    if any(m.offices or m.why.startswith("title") for m in told):
        return False
    alone = {fold(r.text(m.start, m.end)) for m in person.mentions if m.end - m.start == 1}
    parts = person.parts()
    return parts[0] in alone and parts[-1] not in alone


def _file(
    r: Reading, mention: Mention, found: list[Person], index: dict[str, list[Person]], only_known: bool = False
) -> None:
    name = r.text(mention.start, mention.end)
    name = " ".join(name.split())
    person = _same(name, mention, index)
    if person is None:
        if only_known:
            return
        person = Person(name, [])
        found.append(person)
    elif _size(name) > _size(person.name):
        person.name = name
    mention.initials = len(name.split()) - _size(name)[1]
    person.mentions.append(mention)
    for part in person.parts():
        if person not in index.setdefault(part, []):
            index[part].append(person)


def _size(name: str) -> tuple[int, int]:
    """How full a name is: its words, then those that are more than an initial."""
    parts = name.split()
    return len(parts), sum(len(part.rstrip(".")) > 1 for part in parts)


def _same(name: str, mention: Mention, index: dict[str, list[Person]]) -> Person | None:
    """The person already known whose name this is, looked up by any of its words."""
    parts = _words(name)
    near = dict.fromkeys(p for part in parts for p in index.get(part, ()))
    fits = [p for p in near if _overlap(parts, p.parts()) and not (len(parts) == 1 and _of_another(mention, p))]
    if len(parts) == 1 and len(fits) > 1:
        last = [p for p in fits if p.parts()[-1] == parts[0]] or fits
        before = [p for p in last if any(m.start < mention.start for m in p.mentions)]
        return max(
            before or last, key=lambda p: max((m.start for m in p.mentions if m.start < mention.start), default=-1)
        )
    return fits[0] if fits else None


def _of_another(mention: Mention, person: Person) -> bool:
    """“Iraq's Saddam Hussein”, “King Hussein of Jordan”: does one serve another country than the other?"""
    own, others = _told(mention), {code for m in person.mentions if (code := _told(m))}
    return bool(own and others) and own not in others


def _told(mention: Mention) -> str | None:
    return mention.country or next((o.country for o in mention.offices if o.country), None)


def _overlap(short: list[str], long: list[str]) -> bool:
    """Is one name's words a subsequence of the other's, beginning or ending alike?"""
    if len(short) > len(long):
        short, long = long, short
    first = long.index(short[0]) if short[0] in long else 0
    if first and long[first - 1] in SON_OF and long[first:] == short:
        return False  # “Crown Prince Hussein bin Abdullah II” is not King Abdullah II
    rest = iter(long)
    return all(_met(part, rest) for part in short) and (
        short[-1] == long[-1] or short[0] == long[0] or len(short) == 1 and len(short[0]) > 2 and short[0] in long[1:]
    )


def _met(part: str, rest: Iterator[str]) -> bool:
    """Is the next of `rest` that fits `part` there? An initial fits any word that begins so."""
    initial = part.rstrip(".")
    return any(
        part == word
        or len(initial) == 1
        and word.startswith(initial)
        or len(word) == 2
        and word[1] == "."
        and part.startswith(word[0])
        for word in rest
    )


def _settle(r: Reading, person: Person) -> None:
    """Office, country and gender of a person from all its mentions: the first that tells, wins."""
    for mention in person.mentions:
        if mention.offices:
            texts = [printed(r, o) for o in mention.offices if o.lemma not in COUNTERPARTS | words("offices", "deeds")]
            texts = [t for t in texts if t != "Chief" or len(texts) == 1]
            if not person.offices or _fuller(person.offices, texts):
                person.offices = [t for n, t in enumerate(texts) if t and t not in texts[:n]]
            elif mention.also:
                person.offices += [t for t in texts if t not in person.offices]
            first = not person.titles
            person.titles = [*dict.fromkeys([*person.titles, *(title_of(r, o) for o in mention.offices)])]
            if first:  # of several, the first decides whose one is
                person.international = mention.offices[0].international
        person.country = person.country or _told(mention)
        person.female = mention.female if person.female is None else person.female
    if not person.offices:
        person.offices = [m.title for m in person.mentions if m.title][:1]
    if person.international and not any(o.country for m in person.mentions for o in m.offices):
        person.country = None
    person.why = (next((m for m in person.mentions if m.offices), None) or person.fullest()).why


def _fuller(before: list[str], after: list[str]) -> bool:
    """A phrase that only says more of the same office: “Minister” → “Minister for Europe”, “PM” → “Prime Minister”."""
    if len(before) == len(after) == 1 and load("offices")["in full"].get(before[0].lower()) == after[0].lower():
        return True
    return (
        len(before) == len(after) == 1
        and before[0].lower() in after[0].lower()
        and before[0].lower() != after[0].lower()
    )
