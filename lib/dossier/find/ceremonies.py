"""Those who do something together: A and B sign, open or announce something, or it is done in their presence."""

from spacy.tokens import Token

from dossier.find.dates import in_time
from dossier.find.arguments import after_links, is_passive, subject_of, upwards, with_whom
from dossier.find.bodies import group
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter, nouns
from dossier.find.gathering import Person
from dossier.find.listed import named_after, named_before, runs
from dossier.find.moments import FINITE
from dossier.find.making import made
from dossier.find.partakers import participants, persons_in
from dossier.find.speech import table
from dossier.lexicon import lowered

_GIVEN = frozenset(("present", "presents", "presented"))  # what one hands to another


def in_presence(d: Discourse, i: int, number: int) -> Encounter | None:
    """“signed in the presence of A and B”, “at a ceremony attended by A and B”."""
    r = d.r
    if r.low[i + 1 : i + 2] != ["of" if r.low[i] == "presence" else "by"]:
        return None
    attended = r.token(i)
    if r.low[i] == "attended" and (attended.dep_ != "acl" or attended.head.text.lower() in nouns()):
        return None  # “the talks, attended by A and B”: the noun tells the event
    verb, who = _above(r.token(i)), named_after(d, i)
    if len(who) < 2:
        return None
    done = r.low[i] == "presence" and not is_passive(verb)
    doers = participants(d, [subject_of(r, verb)], strict=True) if done else []
    return made(d, i, number, "meeting", [*doers, *(name for name in who if name not in doers)], "presence", verb)


def _above(token: Token) -> Token:
    """The verb that tells what was done there."""
    while token.head != token and (not token.tag_.startswith("VB") or token.text.lower() == "attended"):
        token = token.head
    return token


def together(d: Discourse, i: int, number: int) -> Encounter | None:
    """“Ministers A and B are to open the bridge on 4 May”, “A and B said in Zagreb on Monday”: of two countries."""
    r = d.r
    said = r.low[i] in table() and r.tags[i] in ("VBD", "VBN", "VBP")
    if not said and r.low[i] not in lowered("meetings", "acts") or not r.tags[i].startswith("VB"):
        return None
    token = r.token(i)
    if is_passive(token):
        return None
    who = _joined_subjects(d, token, number, i)
    names = [p.name for p in who] * (len({p.country for p in who} - {None}) > 1) or _of_countries(d, token)
    if not names:
        return None
    links = [k for k in range(i + 1, r.sentence(i)[1] - 1) if r.token(k).head == token]
    placed = any(r.low[k] == "here" or r.low[k] in ("in", "at") and r.capital[k + 1] for k in links)
    stop = next((k for k in range(i + 1, r.sentence(i)[1]) if r.tags[k] in FINITE), r.sentence(i)[1])
    dated = any(in_time(r.token(k)) for k in range(i + 1, stop))
    if not dated or said and not placed:
        return None
    return made(d, i, number, "meeting", names, "together", token)


def _of_countries(d: Discourse, verb: Token) -> list[str]:
    """“the defence chiefs of Ghana, Togo and Benin”, of whom nobody is named."""
    subject = subject_of(d.r, verb)
    printed = group(d, subject[0]) if subject and subject[0].tag_ == "NNS" else None
    k = d.r.at.get(subject[0].i, 0) if printed else 0
    places = {p.code for p in d.r.place[k : k + 12] if p and p.form == "name"} if printed else ()
    return [printed] if printed and " of " in printed and len(places) > 1 else []


def _joined_subjects(d: Discourse, verb: Token, number: int, i: int) -> list[Person]:
    """Two or more persons joined before the verb, who are its subject."""
    subject = subject_of(d.r, verb)
    if not subject:
        return []
    if len(several := d.persons_at.get(d.r.at.get(subject[0].i, -1), [])) > 1:
        return several  # “They are to sign”
    partners = with_whom(verb) + (after_links(verb, ("to",)) if verb.text.lower() in _GIVEN else [])
    if one := [p for t in partners for p in persons_in(d, t)]:
        return [p for t in subject for p in persons_in(d, t)] + one  # “will open the bridge with B”, “present it to B”
    first = d.r.at.get(subject[0].left_edge.i, i)
    run = next((run for run in runs(d, number) if first <= run[0] < i and len(run) > 1 and run[-1] < i), [])
    return [p for k in run for p in d.persons_at.get(k, [])]


def credentials(d: Discourse, i: int, number: int) -> Encounter | None:
    """“accepted the credentials of A and B”, “presented her credentials to X”: who gives and who takes them."""
    r, token = d.r, d.r.token(i)
    token = token.head if token.dep_ == "compound" else token  # “the credentials copies of A”
    above = next((step for step in upwards(token) if step.tag_.startswith("VB")), None)
    if above is None or above.text.lower() not in lowered("meetings", "crediting"):
        return None
    if token.dep_ == "nsubjpass" and r.low[i - 1] == "the":
        return None  # “The credentials were presented by …”: told before
    doers = participants(d, [subject_of(r, above)]) or named_before(d, r.at.get(above.i, i))
    links = ("from", "of", "to", "by")
    others = named_after(d, i) or participants(d, [after_links(token, links) + after_links(above, links)])
    who = [*doers, *(name for name in others if name not in doers)]
    return made(d, i, number, "meeting", who, "credentials", above) if len(who) > 1 else None
