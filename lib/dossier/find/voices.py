"""Voices: who speaks by a cue – a person, resolved, or a body as the source prints it."""

import re
from dataclasses import dataclass

from dossier.find.cue import Cue
from dossier.find.discourse import Discourse
from dossier.lexicon import lowered, words
from dossier.find.offices import ARTICLES, heads
from dossier.find.quotations import MARKS
from dossier.find.reading import BREAK
from dossier.find.strangers import Strangers
from dossier.find.trimming import author, trimmed

PRONOUNS = frozenset("he she they it who i we".split())
FAMILY_FIRST = frozenset("CN KR KP TW VN HU KH SG HK".split())  # “Mr Park” is Park Jae-won
PART = frozenset("one some two several many most none both neither".split())  # “one of them”: nobody by name
DOCUMENTS = frozenset("statement communiqué communique release readout declaration post letter message".split())


@dataclass
class Voice:
    """Who speaks: name as it is given in the fact, and how it was resolved."""

    name: str
    why: str
    cue: str = ""


class Voices:
    """Names the speakers of a text in order; remembers the body that spoke last, which “it” will mean."""

    def __init__(self, d: Discourse):
        self.d, self.r = d, d.r
        self.institution: str | None = None
        self.spoken = -1  # the sentence in which it did
        self.strangers = Strangers(d)

    def of(self, cue: Cue) -> Voice | None:
        if cue.subject is None:
            return None
        start, end = cue.subject
        again = self.strangers.again(start, end)
        if again:
            return Voice(again, f"“{self.r.text(start, end)}” → {again} (named by no name before)", cue.text)
        behind = self.strangers.behind(cue.verb, start, end)
        persons = [] if behind else self._persons(start, end)
        persons = persons or self._apposed(cue, start, end) or self._viewing(cue, start, end)
        if persons:
            names = "; ".join(self.fuller(p.name) for p in persons)
            why = next((self.d.why[k] for k in range(start, end) if k in self.d.why), "named")
            return Voice(names, why, cue.text)
        if behind:
            if behind[1] - behind[0] > 1:
                self.strangers.note_named(start, *behind)
            start, end = behind
        return self._body(cue, start, end)

    def _persons(self, start: int, end: int) -> list:
        r, found = self.r, []
        if any(
            r.low[k + 1 : k + 3] in (["of", "them"], ["of", "whom"], ["of", "the"])
            for k in range(start, end)
            if r.low[k] in PART
        ):
            return []
        head = next((k for k in range(start, end) if k in self.d.persons_at), None)
        if head is None:
            return []
        if any(r.words[k] in ("'s", "’s") or r.tags[k] in ("IN", "TO") for k in range(start, end)) and not any(
            r.low[k] in ("and",) for k in range(start, end)
        ):
            last = [k for k in range(start, end) if k in self.d.persons_at]
            if (
                r.token(last[-1]).dep_ in ("poss", "pobj")
                and r.low[last[-1]] not in PRONOUNS
                and self._other_head(start, end)
            ):
                return []
        for k in range(start, end):
            for person in self.d.persons_at.get(k, []):
                if person not in found and r.tags[k] != "PRP$" and r.token(k).dep_ != "poss":
                    found.append(person)
        joined = {"and", "or", "nor", "&", ",", ";"} & set(r.low[start:end])
        alone = all(len(self.d.persons_at.get(k, [])) <= 1 for k in range(start, end))
        return found[-1:] if len(found) > 1 and alone and not joined else found

    def _apposed(self, cue: Cue, start: int, end: int) -> list:
        """“His host, Energy Minister Rose Nakimuli, insisted …”: the name in commas after a common noun."""
        r = self.r
        if end >= len(r) or r.words[end] != "," or end > cue.verb or r.tags[end - 1] not in ("NN", "NNP", "PRP"):
            return []
        comma = next((k for k in range(end + 1, min(cue.verb, end + 16)) if r.words[k] == ","), None)
        inner = range(end + 1, comma or end)
        if comma is None or any(
            r.tags[k] in ("WP", "WDT", "IN", "VBD", "VBN") and r.low[k] not in ("of", "for") for k in inner
        ):
            return []
        return next((self.d.persons_at[k] for k in reversed(inner) if k in self.d.persons_at), [])

    def _viewing(self, cue: Cue, start: int, end: int) -> list:
        """“in his words”, “in the minister's view”: whose they are."""
        if cue.form != "source" or self.r.low[end : end + 1] != [
            w for w in self.r.low[end : end + 1] if w in lowered("speech", "views")
        ]:
            return []
        return next((self.d.persons_at[k] for k in range(start, end) if k in self.d.persons_at), [])

    def _other_head(self, start: int, end: int) -> bool:
        """Is the phrase's own head a word that names no person (“Aliyev's press service”)?"""
        return any(self.r.token(k).dep_ in ("nsubj", "pobj") and k not in self.d.persons_at for k in range(start, end))

    def _body(self, cue: Cue, start: int, end: int) -> Voice | None:
        r = self.r
        while start < end and (r.low[start] in ARTICLES or r.words[start] in MARKS or r.low[start] in ("both",)):
            start += 1
        if start >= end or r.low[start] in ("no", "nobody", "none"):
            return None
        head = self._head(start, end)
        word = r.low[head]
        just = self.institution is not None and self.spoken == r.sent_of[start] - 1
        if word == "it" and not just and (named := self.strangers.body_before(start)):
            return Voice(named, f"“it” → {named} (subject of the sentence before)", cue.text)
        if word in ("it", "its", "we") and self.institution:
            return Voice(self.institution, f"“{word}” → {self.institution} (body that spoke last)", cue.text)
        if cue.form == "source" and word not in PRONOUNS:
            return self._printed(cue, start, end)
        writer = author(r, start, end)
        if writer > start:
            return self._printed(cue, writer, end)
        if word in PRONOUNS or not r.shouting and not self._can_speak(cue, head, start, end):
            return None
        if word in DOCUMENTS and self.institution and r.place[head] is None and end - start == 1:
            return Voice(self.institution, f"“{r.words[head]}” → {self.institution} (body that spoke last)", cue.text)
        return self._printed(cue, start, end)

    def _printed(self, cue: Cue, start: int, end: int) -> Voice:
        """The body as the source prints it; “operator Havdyp Energi” is Havdyp Energi."""
        r = self.r
        start, end = trimmed(r, start, end)
        if (first := self.strangers.titled(start, end)) > start:
            self.strangers.note_named(start, first, end)
            start = first
        printed = " ".join(r.text(start, end).split())
        self.strangers.note_unnamed(start, end, printed)
        fuller = self.fuller(printed)
        if fuller != printed:
            return Voice(fuller, f"“{printed}” → {fuller} (named in full)", cue.text)
        self.institution, self.spoken = printed, r.sent_of[start]
        return Voice(self.institution, "as printed", cue.text)

    def fuller(self, name: str) -> str:
        """The full name of a person of whom only the surname stands here: “Quispe” → “Rosaura Quispe”."""
        if " " in name or not name[:1].isupper() or name.isupper() and not self.r.shouting:
            return name
        known = {
            p.name
            for p in self.d.everyone
            if name in p.name.split()[1:] or p.name.startswith(f"{name} ") and p.country in FAMILY_FIRST
        }
        return known.pop() if len(known) == 1 else self._given(name) or name

    def _given(self, name: str) -> str | None:
        """The name with the given name that stands before it elsewhere in the text."""
        parts = [w for w in _parts(name) if w]
        r = self.r
        for k in r.where.get(parts[0], []):
            before = r.words[k - 1] if k else BREAK
            if (
                r.words[k : k + len(parts)] != parts
                or not before[:1].isupper()
                or r.tags[k - 1] != "NNP"
                or r.place[k - 1]
            ):
                continue
            if (
                before in words("titles", "titles")
                or before.lower() in lowered("offices", "heads")
                or before.isupper()
                or k - 1 == r.sents[r.sent_of[k]][0]
            ):
                continue
            return f"{before} {name}"
        return None

    def _head(self, start: int, end: int) -> int:
        for k in range(start, end):
            if self.r.token(k).dep_ in ("nsubj", "pobj", "nsubjpass", "ROOT"):
                return k
        return end - 1

    def _can_speak(self, cue: Cue, head: int, start: int, end: int) -> bool:
        r, word = self.r, self.r.low[head]
        title = end - start > 1 and r.capital[head] and r.tags[head] in ("NNP", "NNPS")  # “Pampa News”
        if word in lowered("speech", "nobody") and r.low[head + 1 : head + 2] != ["of"] and not title:
            return False
        if word in lowered("speech", "pages"):
            return False
        if r.place[head] and r.place[head].form != "demonym":
            return True
        if word in lowered("speech", "speakers") or word in lowered("institutions", "heads") or word in heads():
            return True
        if r.capital[head] and r.tags[head] in ("NNP", "NNPS"):
            return True
        marked = cue.content and any(r.words[k] in MARKS for k in range(cue.content[0] - 1, cue.content[1]))
        closing = cue.rule == "before the verb"
        return (cue.lemma in ("say", "tell", "according to") or marked or closing) and r.tags[head].startswith("N")


def _parts(name: str) -> list[str]:
    """A name as the tokenizer cuts it."""
    return re.split(r"(-)", name)
