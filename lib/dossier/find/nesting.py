"""Words within words: who passes another's saying on, and what of it is a statement of its own."""

from dossier.countries import code
from dossier.find.cue import Cue
from dossier.find.discourse import Discourse
from dossier.find.quotations import MARKS
from dossier.find.reading import Reading
from dossier.find.voices import Voice

PERFECT = frozenset(("had", "has", "have", "'d", "’d", "'ve", "’ve"))


def nested(d: Discourse, pairs: list[tuple[Cue, Voice]]) -> list[tuple[Cue, Voice]]:
    """Give told_by to cues inside another's content; drop an outer cue whose content is only another's saying."""
    r, people = d.r, frozenset(p.name for p in d.everyone)
    pairs = [pair for pair in pairs if not _part_of_what_is_said(r, *pair, pairs, people)]
    dropped = {
        id(c) for c, _ in pairs if c.form == "source"
        if any(o.form != "source" and o.content[0] <= c.verb < o.content[1] for o, _ in pairs)
    }  # fmt: skip
    dropped |= {
        id(c)
        for c, v in pairs
        if c.form == "called"
        and any(o is not c and v.name == w.name and o.content[0] <= c.verb < o.content[1] for o, w in pairs)
    }
    for outer, voice in pairs:
        if outer.rule == "after the verb" and outer.form != "source":
            inner = [
                c
                for c, v in pairs
                if c is not outer
                and v.name != voice.name
                and r.token(c.verb).dep_ == "ccomp"
                and not _perfect(r, c)
                and r.token(c.verb).head.i == r.token(outer.verb).i
                and r.words[outer.start - 1] != ";"
            ]
            for cue in inner:
                cue.outer = outer
                dropped.add(id(outer))
            continue
        if outer.rule not in ("before the verb", "source", "around"):
            continue
        start, end = outer.content
        held = [
            c
            for c, v in pairs
            if c is not outer and start <= c.verb < end and v.name != voice.name and not _perfect(r, c)
        ]
        if held and outer.rule != "around":
            main = [
                c for c in held if r.token(c.verb).dep_ in ("ROOT", "ccomp") or c.subject and c.subject[0] - start <= 2
            ]
            if main:
                for cue in held:
                    cue.outer = outer
                if not _tells_more(r, outer, held):
                    dropped.add(id(outer))
    return [(c, v) for c, v in pairs if id(c) not in dropped and not _retold(r, c, v, pairs)]


def _part_of_what_is_said(
    r: Reading, cue: Cue, voice: Voice, pairs: list[tuple[Cue, Voice]], people: frozenset[str]
) -> bool:
    """“X said his country welcomes investors”, “Both sides promised peace, X added”: what no person and no body with a
    name says inside a person's words, and what a country does there, is X's own saying.
    """
    if cue.form in ("source", "called"):
        return False
    around = [(o, v) for o, v in pairs if o is not cue and o.content[0] <= cue.verb < o.content[1]]
    group = cue.subject and all(r.tags[k] in ("DT", "PDT", "CD", "JJ", "NNS", "PRP$") for k in range(*cue.subject))
    if _is_person(voice, people) and not group:
        return any(teller.name == voice.name and o.start == r.sentence(o.start)[0] for o, teller in around)
    nobody = group or voice.name.islower() or code(voice.name)
    return bool(nobody) and any(_is_person(teller, people) for _, teller in around)


def _is_person(voice: Voice, people: frozenset[str]) -> bool:
    return not people.isdisjoint(voice.name.split("; "))


def _tells_more(r: Reading, outer: Cue, held: list[Cue]) -> bool:
    """“X rang Y and told him that …, officials said”: a deed comes before what X said, and the officials tell it."""
    start, _ = outer.content
    first = min(held, key=lambda c: c.verb)
    return any(r.tags[k] in ("VBD", "VBZ") and r.token(k).dep_ == "ROOT" for k in range(start, first.start))


def _retold(r: Reading, cue: Cue, voice: Voice, pairs: list[tuple[Cue, Voice]]) -> bool:
    """“said that she had not rejected the draft”: a deed inside the words of somebody, no saying of its own.

    Where another than the speaker had said something, in so many words (“had urged them to “wait””, “had told him
    that …”), it is told by the speaker.
    """
    if not _perfect(r, cue):
        return False
    around = [
        (outer, teller)
        for outer, teller in pairs
        if outer is not cue and outer.form != "source" and outer.content[0] <= cue.verb < outer.content[1]
    ]
    if not around:
        return False
    outer, teller = around[0]
    first, last = cue.content
    marks = [k for k in range(first - 1, last) if r.words[k] in MARKS]
    said = r.low[first - 1] == "that" or marks and r.tags[marks[0] - 1] != "CC"
    if teller.name == voice.name or cue.negated or not said:
        return True
    cue.outer = outer
    return False


def _perfect(r: Reading, cue: Cue) -> bool:
    verb = r.token(cue.verb)
    heads = (verb, verb.head) if verb.dep_ == "conj" else (verb,)
    return any(c.dep_ == "aux" and c.text.lower() in PERFECT for v in heads for c in v.lefts)
