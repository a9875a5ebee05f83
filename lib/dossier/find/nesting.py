"""Words within words: who passes another's saying on, and what of it is a statement of its own."""

from dossier.find.cue import Cue
from dossier.find.reading import Reading
from dossier.find.voices import Voice

PERFECT = frozenset(("had", "has", "have", "'d", "’d", "'ve", "’ve"))


def nested(r: Reading, pairs: list[tuple[Cue, Voice]]) -> list[tuple[Cue, Voice]]:
    """Give told_by to cues inside another's content; drop an outer cue whose content is only another's saying."""
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
                dropped.add(id(outer))
    return [(c, v) for c, v in pairs if id(c) not in dropped and not _retold(r, c, v, pairs)]


def _retold(r: Reading, cue: Cue, voice: Voice, pairs: list[tuple[Cue, Voice]]) -> bool:
    """“said that she had not rejected the draft”: a deed inside the words of somebody, no saying of its own."""
    if not _perfect(r, cue):
        return False
    return any(
        outer is not cue and outer.form != "source" and outer.content[0] <= cue.verb < outer.content[1]
        for outer, _ in pairs
    )


def _perfect(r: Reading, cue: Cue) -> bool:
    return any(c.dep_ == "aux" and c.text.lower() in PERFECT for c in r.token(cue.verb).lefts)
