"""Statements: who says what. One fact a reporting clause and sentence.

`speech` finds the cues of a sentence; `voices` gives each its speaker (a person resolved by `coreference`, else the
body as printed), `nesting` gives nested cues their `told_by`, and `unattributed` gives sentences of a
quotation that have no cue of their own that of the quotation, or of the “X said:” before them.
"""

from collections.abc import Iterator

from spacy.tokens import Doc

from dossier.facts import Statement
from dossier.find.coreference import discourse
from dossier.find.cue import Cue
from dossier.find.discourse import Discourse
from dossier.find.edges import tidy
from dossier.find.nesting import nested
from dossier.find.quotations import inside, quotations
from dossier.find.reading import Reading, raw
from dossier.find.speech import cues
from dossier.find.unattributed import Unattributed
from dossier.find.voices import Voice, Voices

Told = list[tuple[Cue, Voice]]


def statements(doc: Doc) -> Iterator[Statement]:
    """The statements of a parsed document in the order of the text."""
    d = discourse(doc)
    found = quotations(d.r)
    quoted = inside(found, len(d.r))
    voices = Voices(d)
    said = {number: _said(d, voices, number, quoted) for number in range(len(d.r.sents))}
    others = Unattributed(voices, found, quoted, said)
    facts = []
    for number, pairs in said.items():
        if pairs and others.labelled(number):
            pairs.clear()  # “Ruiz: Both sides promised peace.”: what nobody in particular says there is told by Ruiz
        for cue, voice in nested(d, pairs):
            others.owned(*cue.content, voice)
            facts.append((cue.content[0], _by_cue(d.r, quoted, number, cue, voice, cue.outer and voices.of(cue.outer))))
    facts += [(fact[1], _statement(d.r, quoted, *fact, spoken=True)) for fact in others.fill()]
    yield from (fact for _, fact in sorted(facts, key=lambda pair: pair[0]))


def _said(d: Discourse, voices: Voices, number: int, quoted: list[int]) -> Told:
    """The cues of a sentence that have a speaker and a content."""
    pairs = [(cue, voices.of(cue)) for cue in cues(d, number, quoted)]
    return [(cue, voice) for cue, voice in pairs if voice and cue.content and tidy(d.r, cue)]


def _by_cue(r: Reading, quoted: list[int], number: int, cue: Cue, voice: Voice, outer: Voice | None) -> Statement:
    why = f"{cue.rule}: “{cue.text}”; {voice.why}"
    return _statement(
        r, quoted, number, *cue.content, Voice(voice.name, voice.why, cue.text), why, cue.negated, outer and outer.name
    )


def _statement(
    r: Reading,
    quoted: list[int],
    number: int,
    start: int,
    end: int,
    voice: Voice,
    why: str,
    negated: bool = False,
    told_by: str | None = None,
    spoken: bool = False,
) -> Statement:
    """The fact; direct is what is `spoken` under a speaker's name, after a colon, or mostly in quotation marks."""
    document = r.doc._.document.id if r.doc._.document else "text"
    words = [k for k in range(start, end) if r.words[k][0].isalnum()]
    spoken |= r.words[start - 1] == ":" and r.capital[start] or 2 * sum(quoted[k] >= 0 for k in words) >= len(words)
    return Statement.at(
        raw(r.doc), document, *r.chars(*r.sents[number]),
        speaker=voice.name, cue=voice.cue, content=r.text(start, end), negated=negated, told_by=told_by,
        mode="direct" if spoken else "indirect", why=f"statement: {why}",
    )  # fmt: skip
