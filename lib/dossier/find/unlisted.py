"""Unlisted verbs that report: “the judge ruled that …”, “she conveyed that …”.

Whatever a person or a body does with a clause in “that” is said, but for what one does in one's mind or brings about
(`inward`: “knew that”, “ensured that”).
"""

from dossier.find.cue import Cue
from dossier.find.discourse import Discourse
from dossier.find.speakers import speakers
from dossier.lexicon import lowered
from dossier.pipeline import COPULAS

PERSONAL = frozenset("he she they".split())


def unlisted(d: Discourse, i: int, start: int, end: int, quoted: list[int]) -> Cue | None:
    """The cue at verb `i` of no list, where “that” and a clause follow it at once."""
    r = d.r
    if r.low[i + 1 : i + 2] != ["that"] or r.tags[i] not in ("VBD", "VBZ", "VBN") or r.tags[i + 1] != "IN":
        return None
    token = r.token(i)
    if quoted[i] >= 0 or r.low[i] in COPULAS or r.low[i] in lowered("speech", "inward"):
        return None
    if not any(c.dep_ in ("ccomp", "acl", "relcl") and c.i > token.i for c in token.children):
        return None
    if token.tag_ == "VBN" and not any(c.dep_ == "aux" for c in token.lefts):
        return None
    who = speakers(d, token, i, start, end)
    if who is None or who[1] > i:
        return None
    named = sum(r.tags[k] == "NNP" and not r.place[k] for k in range(*who)) > 1
    if not named and not any(_speaks(d, k) for k in range(*who)):
        return None
    return Cue(i, who[0], i + 1, who, "past", "say", text=r.words[i])


def _speaks(d: Discourse, k: int) -> bool:
    return k in d.persons_at or d.r.low[k] in PERSONAL or d.r.low[k] in lowered("institutions", "heads")
