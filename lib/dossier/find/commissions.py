"""Meetings of joint bodies: whose body it is, and who chairs it."""

import re

from spacy.tokens import Token

from dossier.find.arguments import of_whom
from dossier.find.discourse import Discourse
from dossier.find.partakers import add
from dossier.find.speech import table
from dossier.lexicon import lowered


def chairs(d: Discourse, k: int, number: int) -> list[str]:
    """“…, whose co-chairman is X”, “…, which she is to chair with X”, “under the chairmanship of X and Y”: all."""
    r, (start, end), found = d.r, d.r.sents[number], []
    led = next((j for j in range(start, k) if r.low[j].endswith("chairmanship") and r.low[j + 1] == "of"), k)
    for j in range(led, k):
        add(found, [p.name for p in d.persons_at.get(j, []) if r.tags[j] != "PRP$"])
    cue = next((j for j in range(k + 1, end) if r.low[j] in lowered("meetings", "chairs")), None)
    for j in range(k + 1, end) if cue is not None else ():
        if r.low[j] in table():
            break
        add(found, [p.name for p in d.persons_at.get(j, []) if r.tags[j] != "PRP$"])
    return found


def of_a_body(noun: Token, who: list[str]) -> bool:
    """“the 7th session of the joint commission”: of a body of two states, not of any cabinet."""
    body = next((t for t in of_whom(noun) if t.text.lower() in lowered("meetings", "assemblies")), None)
    numbered = any(c.text[:1].isdigit() for c in noun.lefts)
    joint = lowered("meetings", "joint") & set(re.findall(r"[a-z]+", who[0].lower()))
    return body is not None and (numbered or bool(joint) or any(c.tag_ == "HYPH" for c in body.subtree))
