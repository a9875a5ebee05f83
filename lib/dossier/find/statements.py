"""Statements: who says what. One fact a reporting clause and sentence.

`speech` finds the cues of a sentence; here each gets its speaker (a person resolved by `coreference`, else the body as
printed), nested cues get their `told_by`, and sentences of a quotation that have no cue of their own take
that of the quotation, or of the “X said:” before them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from dossier.facts import Statement
from dossier.find.coreference import Discourse, discourse
from dossier.find.lexicon import lowered, words
from dossier.find.offices import ARTICLES
from dossier.find.quotations import MARKS, Quotation, inside, quotations
from dossier.find.reading import BREAK, Reading, raw
from dossier.find.cue import COMMAS, TRAILING, Cue
from dossier.find.speech import cues

AFTER_THAT = frozenset("NNP NNPS PRP DT PRP$ EX CD JJ NNS IN RB VBG JJR JJS".split())
PRONOUNS = frozenset("he she they it who i we".split())
DOCUMENTS = frozenset("statement communiqué communique release readout declaration post letter message".split())
DASHES = frozenset("—–")
SHARE_DIRECT = 0.5  # of the content's words in quotation marks


@dataclass
class Voice:
    """Who speaks: name as it is given in the fact, and how it was resolved."""

    name: str
    why: str
    cue: str = ""


def statements(doc: Doc) -> Iterator[Statement]:
    """The statements of a parsed document in the order of the text."""
    d = discourse(doc)
    found = quotations(d.r)
    quoted = inside(found, len(d.r))
    state = _Speech(d, found, quoted)
    for number in range(len(d.r.sents)):
        state.read(number)
    state.fill()
    yield from (fact for _, fact in sorted(state.facts, key=lambda pair: pair[0]))


class _Speech:
    """Reads the sentences in order and remembers who spoke last and whose each quotation is."""

    def __init__(self, d: Discourse, found: list[Quotation], quoted: list[int]):
        self.d, self.r, self.found, self.quoted = d, d.r, found, quoted
        self.facts: list[tuple[int, Statement]] = []
        self.said: dict[int, list[tuple[Cue, Voice]]] = {}
        self.owner: dict[int, Voice] = {}
        self.institution: str | None = None

    def read(self, number: int) -> None:
        pairs = []
        for cue in cues(self.d, number, self.quoted):
            voice = self._voice(cue)
            if voice and cue.content and self._tidy(cue):
                pairs.append((cue, voice))
        self.said[number] = pairs
        for cue, voice in _nested(self.r, pairs):
            self._own(cue, voice)
            self._emit(number, cue, voice)

    # -- the speaker

    def _voice(self, cue: Cue) -> Voice | None:
        if cue.subject is None:
            return None
        start, end = cue.subject
        persons = self._persons(start, end) or self._apposed(cue, start, end)
        if persons:
            names = "; ".join(self._fuller(p.name) for p in persons)
            why = next((self.d.why[k] for k in range(start, end) if k in self.d.why), "named")
            return Voice(names, why, cue.text)
        return self._body(cue, start, end)

    def _persons(self, start: int, end: int) -> list:
        r, found = self.r, []
        head = next((k for k in range(start, end) if k in self.d.persons_at), None)
        if head is None:
            return []
        if any(r.words[k] in ("'s", "’s", "of", "for") for k in range(head, end)) and not any(r.low[k] in ("and",) for k in range(start, end)):
            last = [k for k in range(start, end) if k in self.d.persons_at]
            if r.token(last[-1]).dep_ in ("poss", "pobj") and r.low[last[-1]] not in PRONOUNS and self._other_head(start, end):
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
        if end >= len(r) or r.words[end] != "," or end > cue.verb or r.tags[end - 1] != "NN":
            return []
        comma = next((k for k in range(end + 1, min(cue.verb, end + 16)) if r.words[k] == ","), None)
        inner = range(end + 1, comma or end)
        if comma is None or any(r.tags[k] in ("WP", "WDT", "IN", "VBD", "VBN") and r.low[k] not in ("of", "for") for k in inner):
            return []
        return next((self.d.persons_at[k] for k in reversed(inner) if k in self.d.persons_at), [])

    def _other_head(self, start: int, end: int) -> bool:
        """Is the phrase's own head a word that names no person (“Aliyev's press service”)?"""
        return any(self.r.token(k).dep_ in ("nsubj", "pobj") and k not in self.d.persons_at for k in range(start, end))

    def _body(self, cue: Cue, start: int, end: int) -> Voice | None:
        r = self.r
        while start < end and (r.low[start] in ARTICLES or r.words[start] in MARKS or r.low[start] in ("both",)):
            start += 1
        if start >= end:
            return None
        head = self._head(start, end)
        word = r.low[head]
        if word in ("it", "its") and self.institution:
            return Voice(self.institution, f"“it” → {self.institution} (body that spoke last)", cue.text)
        if cue.form == "source" and word not in PRONOUNS:
            return self._printed(cue, start, end)
        author = _author(r, start, end)
        if author > start:
            return self._printed(cue, author, end)
        if word in PRONOUNS or not self._can_speak(cue, head, start, end):
            return None
        if word in DOCUMENTS and self.institution and r.place[head] is None and end - start == 1:
            return Voice(self.institution, f"“{r.words[head]}” → {self.institution} (body that spoke last)", cue.text)
        return self._printed(cue, start, end)

    def _printed(self, cue: Cue, start: int, end: int) -> Voice:
        """The body as the source prints it; “operator Havdyp Energi” is Havdyp Energi."""
        r = self.r
        first = next((k for k in range(start, end) if r.capital[k]), start)
        if start < first and all(r.capital[k] for k in range(first, end)) and all(r.tags[k] in ("NN", "JJ") for k in range(start, first)) and r.low[end - 1] not in lowered("institutions", "heads"):
            start = first
        start = _author(r, start, end)
        printed = " ".join(r.text(start, end).split())
        fuller = self._fuller(printed)
        if fuller != printed:
            return Voice(fuller, f"“{printed}” → {fuller} (named in full)", cue.text)
        self.institution = printed
        return Voice(self.institution, "as printed", cue.text)

    def _fuller(self, name: str) -> str:
        """The full name of a person of whom only the surname stands here: “Quispe” → “Rosaura Quispe”."""
        if " " in name or not name[:1].isupper() or name.isupper():
            return name
        known = [p.name for p in self.d.everyone if p.name.endswith(" " + name)]
        return known[0] if len(set(known)) == 1 else self._given(name) or name

    def _given(self, name: str) -> str | None:
        """The name with the given name that stands before it elsewhere in the text."""
        parts = [w for w in _parts(name) if w]
        r = self.r
        for k in r.where.get(parts[0], []):
            before = r.words[k - 1] if k else BREAK
            if r.words[k : k + len(parts)] != parts or not before[:1].isupper() or r.tags[k - 1] != "NNP" or r.place[k - 1]:
                continue
            if before in words("titles", "titles") or before.lower() in lowered("offices", "heads") or before.isupper() or k - 1 == r.sents[r.sent_of[k]][0]:
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
        if word in lowered("speech", "nobody"):
            return False
        if r.place[head] and r.place[head].form != "demonym":
            return True
        if word in lowered("speech", "speakers") or word in lowered("institutions", "heads"):
            return True
        if r.capital[head] and r.tags[head] in ("NNP", "NNPS"):
            return True
        return cue.lemma in ("say", "tell", "according to") and r.tags[head].startswith("N")

    # -- the content

    def _tidy(self, cue: Cue) -> bool:
        """Cut what is no content from both ends; False if nothing is left."""
        r = self.r
        start, end = cue.content
        if start == self.r.sents[r.sent_of[start]][0]:
            start = _after_dateline(r, start, end)
        while start < end and (r.words[start] in MARKS or r.words[start] in COMMAS or r.low[start] == "that" and end - start > 2 and r.tags[start + 1] in AFTER_THAT or r.words[start] in (".", "…")):
            start += 1
        while end > start and r.low[end - 1] in TRAILING and not _inner_close(r, start, end):
            end -= 1
        cue.content = start, end
        if start < end and r.low[start] in ("this", "it") and (end - start == 1 or r.low[start + 1] in ("when", "as", "while", "on", "in", "at", "during", "after", "to")):
            return False
        return end - start >= 1 and not (end - start == 1 and r.low[start] in ("so", "that", "goodbye", "not", "nobody", "nothing", "him", "her", "them", "no", "yes"))

    def _own(self, cue: Cue, voice: Voice) -> None:
        """The quotations in a cue's content are its speaker's."""
        self._owned(*cue.content, voice)

    def _emit(self, number: int, cue: Cue, voice: Voice) -> None:
        start, end = cue.content
        outer = cue.outer and self._voice(cue.outer)
        self._fact(number, start, end, voice, cue.text, cue.negated, outer.name if outer else None, f"{cue.rule}: “{cue.text}”; {voice.why}")

    def _fact(self, number, start, end, voice, cue, negated, told_by, why) -> None:
        r, text = self.r, raw(self.r.doc)
        first, last = r.chars(*r.sents[number])
        document = r.doc._.document.id if r.doc._.document else "text"
        marked = sum(self.quoted[k] >= 0 for k in range(start, end))
        fact = Statement.at(
            text, document, first, last,
            speaker=voice.name, cue=cue, content=r.text(start, end), negated=negated, told_by=told_by,
            mode="direct" if marked > SHARE_DIRECT * (end - start) else "indirect", why=f"statement: {why}",
        )  # fmt: skip
        self.facts.append((start, fact))

    # -- sentences of a quotation without a cue

    def fill(self) -> None:
        """Give every sentence without a cue to whoever's quotation, dialogue or “X said:” it stands in."""
        last: Voice | None = None
        colon: Voice | None = None
        for number, (start, end) in enumerate(self.r.sents):
            begins = self.r.paragraph_start(start) == start
            if begins:
                colon = self._colon(number)
            label = begins and not self.said[number] and self._label(start, end)
            if label:
                colon, start = label
                self._owned(start, end, colon)
            colon = colon or self._opened(number - 1, start)
            if self.said[number]:
                last = self.said[number][-1][1]
                continue
            voice = self._inherited(number, start, end, last)
            if voice:
                self._quoted_sentence(number, start, end, voice)
            elif last and self._dashed(number, start):
                self._quoted_sentence(number, start, end, last)
            elif colon:
                self._fact(number, *_trim(self.r, start, end), colon, colon.cue, False, None, f"under “{colon.cue}:”; {colon.why}")
            last = label[0] if label else last

    def _label(self, start: int, end: int) -> tuple[Voice, int] | None:
        """“Alexander Stubb: We are close.”: speaker and first word of what is said, if a paragraph begins with a name and a colon."""
        r = self.r
        mark = next((k for k in range(start, min(start + 14, end - 3)) if r.words[k] == ":"), None)
        if mark is None or mark - 1 not in self.d.persons_at or any(r.tags[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(start, mark)):
            return None
        if not (r.capital[mark + 1] or r.words[mark + 1] in MARKS):
            return None
        names = "; ".join(self._fuller(p.name) for p in self.d.persons_at[mark - 1])
        return Voice(names, "named before a colon", ":"), mark + 1

    def _owned(self, start: int, end: int, voice: Voice) -> None:
        for k in range(start, end):
            if self.quoted[k] >= 0:
                self.owner.setdefault(self.found[self.quoted[k]].chain, voice)

    def _dashed(self, number: int, start: int) -> bool:
        """“— We will pay, — said X. — We always do.”: a dash takes a dialogue up again in the same paragraph."""
        r = self.r
        begin = r.paragraph_start(start)
        first = r.sent_of[begin]
        spoken = any(self.said[n] for n in range(max(first, number - 3), number))
        return spoken and r.words[begin] in DASHES and (r.words[start] in DASHES or r.words[start - 1] in DASHES)

    def _opened(self, number: int, start: int) -> Voice | None:
        """The speaker of “X said: we will pay.” without marks: what follows in the paragraph is said too."""
        if number < 0 or self.r.words[start - 1] == BREAK:
            return None
        for cue, voice in self.said[number]:
            first = cue.content[0]
            if self.r.words[first - 1] == ":" and self.quoted[first] < 0 and self.r.capital[first]:
                return voice
        return None

    def _inherited(self, number: int, start: int, end: int, last: Voice | None) -> Voice | None:
        marked = [k for k in range(start, end) if self.quoted[k] >= 0]
        words = sum(self.r.words[k] not in TRAILING for k in range(start, end))
        if not marked or len(marked) < 0.6 * words:
            return None
        chain = self.found[self.quoted[marked[0]]].chain
        if chain in self.owner:
            return self.owner[chain]
        voice = self._colon(number) or last
        if voice:
            self.owner[chain] = voice
        return voice

    def _quoted_sentence(self, number: int, start: int, end: int, voice: Voice) -> None:
        first, last = _trim(self.r, start, end)
        if last > first:
            self._fact(number, first, last, voice, voice.cue, False, None, f"quotation of “{voice.cue}”; {voice.why}")

    def _colon(self, number: int) -> Voice | None:
        """The speaker of “X said:” at the end of the sentence before."""
        if number == 0:
            return None
        start, end = self.r.sents[number - 1]
        if self.r.words[end - 1] != ":":
            return None
        for cue in reversed(cues(self.d, number - 1, self.quoted)):
            voice = self._voice(cue)
            if voice:
                return voice
        return None


def _nested(r: Reading, pairs: list[tuple[Cue, Voice]]) -> list[tuple[Cue, Voice]]:
    """Give told_by to cues inside another's content; drop an outer cue whose content is only another's saying."""
    dropped: set[int] = set()
    for outer, voice in pairs:
        if outer.rule == "after the verb" and outer.form != "source":
            inner = [c for c, v in pairs if c is not outer and v.name != voice.name and r.token(c.verb).dep_ == "ccomp" and r.token(c.verb).head.i == r.token(outer.verb).i and r.words[outer.start - 1] != ";"]
            for cue in inner:
                cue.outer = outer
                dropped.add(id(outer))
            continue
        if outer.rule not in ("before the verb", "source", "around"):
            continue
        start, end = outer.content
        held = [c for c, v in pairs if c is not outer and start <= c.verb < end and v.name != voice.name]
        if held and outer.rule != "around":
            main = [c for c in held if r.token(c.verb).dep_ in ("ROOT", "ccomp") or c.subject and c.subject[0] - start <= 2]
            if main:
                for cue in held:
                    cue.outer = outer
                dropped.add(id(outer))
    return [(c, v) for c, v in pairs if id(c) not in dropped and not _retold(r, c, v, pairs)]


def _retold(r: Reading, cue: Cue, voice: Voice, pairs: list[tuple[Cue, Voice]]) -> bool:
    """“said that she had not rejected the draft”: a deed inside the words of somebody, no saying of its own."""
    if not any(c.dep_ == "aux" and c.text.lower() in ("had", "has", "have", "'d", "’d", "'ve", "’ve") for c in r.token(cue.verb).lefts):
        return False
    return any(
        outer is not cue and outer.content[0] <= cue.verb < outer.content[1] and (v.name == voice.name or cue.lemma == "ask")
        for outer, v in pairs
    )


def _parts(name: str) -> list[str]:
    """A name as the tokenizer cuts it."""
    return re.split(r"(-)", name)


def _author(r: Reading, start: int, end: int) -> int:
    """First word of the name in “South Korean manufacturer | Daehan Defense”, of the body in “a report by | the audit office”."""
    for k in range(start, end - 1):
        if r.low[k] in lowered("speech", "papers") and r.words[k].islower() and r.low[k + 1] in ("by", "from", "of"):
            return k + 2 + (r.low[k + 2 : k + 3] == ["the"] and k + 3 < end)
    first = end
    while first > start and r.capital[first - 1] and r.tags[first - 1] in ("NNP", "NNPS"):
        first -= 1
    plain = start < first < end and r.words[first - 1].islower() and r.tags[first - 1] == "NN"
    return first if plain and r.low[end - 1] not in lowered("institutions", "heads") else start


def _inner_close(r: Reading, start: int, end: int) -> bool:
    """Keep a closing mark whose opening mark is inside the content: “the developments “historic””."""
    if r.words[end - 1] not in ("”", '"', "’", "»", "''", "'"):
        return False
    opened = {"”": "“", "’": "‘", "»": "«", "''": "``"}.get(r.words[end - 1], r.words[end - 1])
    return opened in r.words[start : end - 1]


def _trim(r: Reading, start: int, end: int) -> tuple[int, int]:
    while start < end and (r.words[start] in MARKS or r.words[start] in COMMAS):
        start += 1
    while end > start and (r.low[end - 1] in TRAILING) and not _inner_close(r, start, end):
        end -= 1
    return start, end


def _after_dateline(r: Reading, start: int, end: int) -> int:
    """First word after a run-in dateline (“LONDON, 4 May (Reuters) – The …”), if the sentence begins with one."""
    for k in range(start + 1, min(start + 16, end - 1)):
        if r.words[k] in ("–", "—", "-", "--") and not (r.token(k - 1).idx + len(r.words[k - 1]) == r.token(k).idx and not r.token(k).whitespace_):
            lead = [w for w in r.words[start:k] if w[:1].isalpha()]
            place = r.words[start].isupper() or r.place[start] is not None
            return k + 1 if place and not any(r.tags[j] in ("VBD", "VBZ", "MD") and r.words[j].islower() for j in range(start, k)) and lead else start
    return start
