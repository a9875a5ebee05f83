"""Meetings of joint bodies: whose body it is, and who chairs it."""

import re

from spacy.tokens import Token

from dossier.find.arguments import of_whom
from dossier.find.discourse import Discourse
from dossier.find.partakers import add, participants
from dossier.find.speech import table
from dossier.lexicon import lowered

CHAIRING = ("chair", "chairs", "chaired")


def chairs(d: Discourse, k: int, number: int) -> list[str]:
    """“…, whose co-chairman is X”, “…, which she is to chair with X”, “under the chairmanship of X and Y”: all."""
    r, (start, end), found = d.r, d.r.sents[number], []
    under = lowered("meetings", "lead")
    led = next((j for j in range(start, end - 1) if r.low[j] in under and r.low[j + 1] == "of"), None)
    if led is not None and led > k:  # “was held under the leadership of X and his counterpart”
        add(found, [p.name for j in range(led, end) for p in d.persons_at.get(j, []) if r.tags[j] != "PRP$"])
        return found
    led = k if led is None else led
    for j in range(led, k):
        add(found, [p.name for p in d.persons_at.get(j, []) if r.tags[j] != "PRP$"])
    before = next((j for j in range(k - 1, start, -1) if r.low[j] in lowered("meetings", "presiding")), None)
    if before is not None and not found:  # “A co-chaired with B the third session of the committee”
        told = max((j for j in range(start, before) if r.low[j] in table()), default=start)
        add(found, [p.name for j in range(told, k) for p in d.persons_at.get(j, []) if r.tags[j] != "PRP$"])
        return found
    cue = next((j for j in range(k + 1, end) if r.low[j] in lowered("meetings", "chairs")), None)
    for j in range(k + 1, end) if cue is not None else ():
        if r.low[j] in table():
            break
        add(found, [p.name for p in d.persons_at.get(j, []) if r.tags[j] != "PRP$"])
    return found


def is_ordinal(word: str) -> bool:
    """“second”, “seventh”, “previous”, “next”: one of a row."""
    return word in lowered("meetings", "again") or word in ("first", "last") or word.endswith("th") and len(word) > 4


def of_a_body(noun: Token, who: list[str]) -> bool:
    """“the 7th session of the joint commission”: of a body of two states, not of any cabinet."""
    bodies = lowered("meetings", "assemblies")
    body = next((t for t in of_whom(noun) if t.text.lower() in bodies or t.tag_ == "NNP" and t.text in who[0]), None)
    numbered = any(c.text[:1].isdigit() or is_ordinal(c.text.lower()) for c in noun.lefts)
    joint = lowered("meetings", "joint") & set(re.findall(r"[a-z]+", who[0].lower()))
    return body is not None and (numbered or bool(joint) or any(c.tag_ == "HYPH" for c in body.subtree))


def co_chairing(d: Discourse, k: int) -> list[str]:
    """“The two leaders will co-chair consultations”, which the parse takes for no verb: who stands before it."""
    r, start = d.r, d.r.sentence(k)[0]
    j = next((j for j in range(k - 3, max(k - 8, start), -1) if r.low[j] == "co" and r.low[j + 2] in CHAIRING), start)
    subject = next((r.token(i) for i in range(j - 1, start - 1, -1) if r.token(i).dep_ == "nsubj"), None)
    return participants(d, [[subject]]) if subject is not None else []
