"""Sentences without a cue: they are said by whoever's quotation, dialogue or “X said:” they stand in."""

from collections.abc import Iterator

from dossier.find.cue import FINITE, TRAILING, Cue
from dossier.find.edges import trim
from dossier.find.labels import Labels
from dossier.find.quotations import MARKS, Quotation
from dossier.find.reading import BREAK
from dossier.find.speech import cues
from dossier.find.voices import Voice, Voices

SHORT = 10  # words of a heading, its marks among them
DASHES = frozenset("—–")
GOING = 4  # words of “went on to add”, from its verb to the colon
PARTICLES = frozenset(("RP", "RB", "IN"))
FIRST = frozenset("i we my our us me".split())
Said = tuple[int, int, int, Voice, str]


class Unattributed:
    """Gives the sentences of a text that have no cue of their own to a speaker.

    `said`: the cues of each sentence with their voices.
    """

    def __init__(
        self, voices: Voices, found: list[Quotation], quoted: list[int], said: dict[int, list[tuple[Cue, Voice]]]
    ):
        self.voices, self.d, self.r = voices, voices.d, voices.r
        self.found, self.quoted, self.said = found, quoted, said
        self.labels = Labels(self.r)
        self.owner: dict[int, Voice] = {}

    def fill(self) -> Iterator[Said]:
        """Every sentence without a cue that is somebody's: its number, its words, the speaker, and why."""
        last: Voice | None = None
        colon: Voice | None = None
        free = False  # do words without marks stand under the colon?
        for number, (start, end) in enumerate(self.r.sents):
            begins = self.r.paragraph_start(start) == start
            if begins:
                under = colon if free and self._speaks_on(number, start) else None
                colon, free = self._colon(number) or under, under is not None
            label = begins and not self.said[number] and self._label(start, end)
            if label:
                colon, start = label
                self.owned(start, end, colon)
            colon = colon or self._opened(number - 1, start)
            if self.said[number]:
                last = self.said[number][-1][1]
                continue
            voice = self._inherited(number, start, end, last)
            announced = None if voice or colon else self._announced(start, end)
            if announced:
                last, first = announced
                self.owned(first, end, last)
                yield from self._quoted_sentence(number, first, end, last)
            elif voice:
                yield from self._quoted_sentence(number, start, end, voice)
            elif last and self._dashed(number, start):
                yield from self._quoted_sentence(number, start, end, last)
            elif colon:
                free = True
                yield number, *trim(self.r, start, end), colon, f"under “{colon.cue}:”; {colon.why}"
            last = label[0] if label else last

    def labelled(self, number: int) -> bool:
        """Does the paragraph begin with “Ruiz:”, and nobody with a name speak in the sentence?"""
        start, end = self.r.sents[number]
        if self.r.paragraph_start(start) != start or any(not voice.name.islower() for _, voice in self.said[number]):
            return False
        return self._label(start, end) is not None

    def _speaks_on(self, number: int, start: int) -> bool:
        """“X said: | … | I thank you all.”: does a paragraph go on under the colon – in the first person, or telling
        nothing of the past, with no marks and no speaker of its own?
        """
        r, first = self.r, number
        while number < len(r.sents) and r.paragraph_start(r.sents[number][0]) == start:
            if self.said[number]:
                return False
            number += 1
        words = range(start, r.sents[number - 1][1])
        if number == first or r.words[words[-1]] != "." or any(self.quoted[k] >= 0 or r.words[k] == ":" for k in words):
            return False
        return any(r.low[k] in FIRST for k in words) or not any(r.tags[k] == "VBD" for k in words)

    def _label(self, start: int, end: int) -> tuple[Voice, int] | None:
        """“Alexander Stubb: We are close.”: speaker and first word said, where a paragraph begins with a name."""
        r = self.r
        if labelled := self.labels.speaker(start):
            return Voice(self.voices.fuller(labelled[0]), "named before a colon", ":"), labelled[1]
        mark = next((k for k in range(start, min(start + 14, end - 3)) if r.words[k] == ":"), None)
        if mark is None or not (r.capital[mark + 1] or r.words[mark + 1] in MARKS):
            return None
        voice = self._going_on(start, mark)
        return (voice, mark + 1) if voice else None

    def _going_on(self, start: int, mark: int) -> Voice | None:
        """Whoever stands alone, or with a verb and nothing else, before a colon."""
        last = self._before_verb(start, mark)
        if last - 1 not in self.d.persons_at or any(self.r.tags[k] in FINITE for k in range(start, last)):
            return None
        names = "; ".join(self.voices.fuller(p.name) for p in self.d.persons_at[last - 1])
        return Voice(names, "named before a colon", self.r.text(last, mark) if last < mark else ":")

    def _before_verb(self, start: int, mark: int) -> int:
        """“Ruiz | went on:”, “He | then added:”: where a verb with nothing but adverbs begins, else the colon."""
        tags = self.r.tags
        verb = next((k for k in range(max(start, mark - GOING), mark) if tags[k] in FINITE), mark)
        bare = all(tags[k] in PARTICLES for k in range(verb + 1, mark))
        return (verb - (tags[verb - 1] == "RB")) if bare else mark

    def _announced(self, start: int, end: int) -> tuple[Voice, int] | None:
        """“The minister was blunt: “We will pay.””: the one person before a colon that opens a quotation."""
        mark = next((k for k in range(start + 1, end - 2) if self.r.words[k] == ":" and self.quoted[k] < 0), None)
        if mark is None or self.r.words[mark + 1] not in MARKS or self.quoted[mark + 2] < 0:
            return None
        named = list(dict.fromkeys(p for k in range(start, mark) for p in self.d.persons_at.get(k, [])))
        return (
            (Voice(self.voices.fuller(named[0].name), "named before a colon", ":"), mark + 1)
            if len(named) == 1
            else None
        )

    def owned(self, start: int, end: int, voice: Voice) -> None:
        for k in range(start, end):
            if self.quoted[k] >= 0:
                self.owner.setdefault(self.found[self.quoted[k]].chain, voice)

    def _dashed(self, number: int, start: int) -> bool:
        """“— We will pay, — said X. — We always do.”: a dash takes a dialogue up again in the same paragraph."""
        r = self.r
        begin = r.paragraph_start(start)
        first = r.sent_of[begin]
        before = (cue for n in range(max(first, number - 3), number) for cue, _ in self.said[n])
        spoken = any(cue.rule in ("before the verb", "around") for cue in before)
        if not spoken or r.words[begin] not in DASHES:
            return False
        parted = any(r.words[k] in DASHES for k in range(begin + 1, start))  # “— We will pay, — said X. — …”
        return not parted or r.words[start] in DASHES or r.words[start - 1] in DASHES

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
        if self._heading(start, end):
            return None
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

    def _heading(self, start: int, end: int) -> bool:
        """A short quoted line of its own without a stop (“Not a luxury”) is a heading between paragraphs."""
        r = self.r
        alone = r.paragraph_start(start) == start and (end >= len(r) or r.words[end] == BREAK)
        return (
            alone
            and end - start <= SHORT
            and not any(r.words[k] in (".", "!", "?", ",", "…") for k in range(start, end))
        )

    def _quoted_sentence(self, number: int, start: int, end: int, voice: Voice) -> Iterator[Said]:
        first, last = trim(self.r, start, end)
        if last > first:
            yield number, first, last, voice, f"quotation of “{voice.cue}”; {voice.why}"

    def _colon(self, number: int) -> Voice | None:
        """The speaker of “X said:” at the end of the sentence before."""
        if number == 0:
            return None
        start, end = self.r.sents[number - 1]
        if self.r.words[end - 1] != ":":
            return None
        for cue in reversed(cues(self.d, number - 1, self.quoted)):
            voice = self.voices.of(cue)
            if voice:
                return voice
        return self._going_on(start, end - 1)
