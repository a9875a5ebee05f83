"""Strangers: speakers who are none of the text's persons – unnamed ones, and names beside an office that is not known.

Later “the official”, “the judge”, “she” may mean them.
"""

from dossier.find.discourse import Discourse
from dossier.find.offices import heads
from dossier.find.subjects import phrase
from dossier.find.trimming import trimmed
from dossier.lexicon import load, lowered

NEAR = 4  # sentences within which a stranger who spoke is still meant
PERSONAL = frozenset(("he", "she"))
LINKS = frozenset(("of", "at", "for", "in", "from", "with", "to"))
LONGEST = 9  # words of a name beside an office


class Strangers:
    """Who spoke without being a person of the text: by the words that call them, and who was the last."""

    def __init__(self, d: Discourse):
        self.d, self.r = d, d.r
        self.called: dict[str, str] = {}
        self.last: tuple[str, int, int] | None = None  # the name, where it ends, for how many sentences it is meant

    def note_unnamed(self, start: int, end: int, printed: str) -> None:
        """“a foreign ministry official”, “an official | at the embassy”: whom “the official” will mean."""
        head = next((k for k in range(start, end) if self.r.low[k] in LINKS), end) - 1
        if end - start > 1 and head >= start and self.r.low[head] in lowered("speech", "unnamed"):
            self.called[self.r.low[head]] = printed if head == end - 1 else self.r.text(start, head + 1)
            self.last = self.called[self.r.low[head]], end, 1

    def note_named(self, start: int, first: int, last: int) -> None:
        """“Lady Justice | Ann Moss”: name `first` to `last` behind the words from `start` on that tell the office."""
        r = self.r
        for k in range(start, first):
            for word in (r.low[k], *load("speech")["styled"].get(r.low[k], ())):
                self.called[word] = r.text(first, last)
        self.last = r.text(first, last), last, NEAR

    def again(self, start: int, end: int) -> str | None:
        """“the official”, “the judge”: who was called so before; “she”: the stranger, if nobody was named since."""
        r = self.r
        if end - start == 2 and r.low[start] == "the":
            return self.called.get(r.low[end - 1]) or self._styled(r.low[end - 1], start)
        if end - start > 2:
            return self._just_named(start, end)
        if end - start != 1 or r.low[start] not in PERSONAL or self.last is None:
            return None
        name, at, near = self.last
        woman = name.endswith("woman")
        if woman if r.low[start] == "he" else name.endswith("man") and not woman:
            return None
        if at > start or r.sent_of[start] - r.sent_of[at - 1] > near:
            return None
        return None if any(k in self.d.name_ends for k in range(at, start)) else name

    def _just_named(self, start: int, end: int) -> str | None:
        """“Ann Moss packs. The firm's chief executive says …”: who begins the sentence before, without office."""
        r = self.r
        number = r.sent_of[start]
        if number < 1 or r.low[start] != "the" and not {"'s", "’s"} & set(r.low[start:end]):
            return None
        first = r.sents[number - 1][0]
        people = self.d.persons_at.get(first, [])
        if len(people) != 1 or first not in self.d.name_ends or people[0].offices:
            return None
        held = any(r.low[k] in heads() for k in range(start, end))
        return people[0].name if held and r.paragraph_start(first) == r.paragraph_start(start) else None

    def body_before(self, start: int) -> str | None:
        """“The group Clear Path counted … It accused …”: a body that is the subject of the sentence before."""
        r = self.r
        number = r.sent_of[start]
        first = r.sents[number - 1][0] if number else start
        if start != r.sents[number][0] or not number or r.paragraph_start(first) != r.paragraph_start(start):
            return None
        verb = next((c for k in range(first, start) if (c := r.token(k)).dep_ == "ROOT"), None)
        noun = next((c for c in verb.lefts if c.dep_ == "nsubj"), None) if verb is not None else None
        if noun is None or noun.tag_ not in ("NNP", "NNPS") or r.at.get(noun.i, start) in self.d.persons_at:
            return None
        who = phrase(r, noun, first, start)
        return r.text(*trimmed(r, *who)) if who and not r.place[r.at[noun.i]] else None

    def _styled(self, word: str, before: int) -> str | None:
        """“the judge”: the one person named before whose title, “Lady Justice”, makes one so."""
        styled = load("speech")["styled"]
        if not any(word in others for others in styled.values()):
            return None
        found = [
            p.name
            for p in self.d.everyone
            if p.mentions[0].start < before and any(word in styled.get(t.split()[-1], ()) for t in p.titles)
        ]
        return found[0] if len(found) == 1 else None

    def behind(self, verb: int, start: int, end: int) -> tuple[int, int] | None:
        """“The envoy for the lakes, | Ana Ruiz, | said”: the name in commas behind an office, a body behind a noun."""
        r = self.r
        if r.words[end : end + 1] != [","] or end > verb:
            return None
        comma = next((k for k in range(end + 1, min(verb, end + LONGEST)) if r.words[k] == ","), None)
        if comma is None or not all(r.tags[k] in ("NNP", "NNPS", "HYPH", "''", "POS") for k in range(end + 1, comma)):
            return None
        held = any(r.low[k] in heads() and k not in self.d.name_ends for k in range(start, end))
        capitals = sum(r.capital[k] for k in range(end + 1, comma))
        return (end + 1, comma) if r.tags[end - 1] == "NN" or held and capitals > 1 else None

    def titled(self, start: int, end: int) -> int:
        """First word of the name in “Senior Counsel | Bo Lind”, “Lady Justice | Ann Moss”, else `start`."""
        r = self.r
        if not all(r.capital[k] and r.tags[k] == "NNP" for k in range(start, end)):
            return start
        styles = [k for k in range(start, end - 2) if r.low[k] in heads() or r.low[k] in load("speech")["styled"]]
        body = {r.low[k] for k in range(start, end)} & lowered("institutions", "heads")
        return styles[-1] + 1 if styles and not body else start
