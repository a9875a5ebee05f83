"""When a later telling is of the same event: nothing of who, form, status, day and place speaks against it."""

from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter
from dossier.find.venues import within

NEAR = 2  # sentences within which bodies stand for those who met
SPOKEN = frozenset("talks conversation conversations discussions consultations".split())


def same(d: Discourse, event: Encounter, found: Encounter) -> bool:
    alike = event.status == found.status or _meanwhile(d, found)
    if found.apart and found.sentence != event.sentence or not alike or not _same_form(d, event, found):
        return False
    if found.why == "credentials" and found.sentence == event.sentence and set(event.people) & set(found.people):
        return True  # “received the ambassadors at a presentation of credentials”
    if event.date and found.date and not (event.date.startswith(found.date) or found.date.startswith(event.date)):
        return False
    one, other = set(event.people), set(found.people)
    if found.bodied and found.why == "group" and 0 < found.sentence - event.sentence <= NEAR and not found.date:
        return True  # “A and B will not meet. The session of the commissions …”: they stand for them
    again = other <= one and not (found.new and other < one) and not _one_of_them(d, event, found)
    if not (one <= other and not found.new or again) or not one or not other:
        return False
    if len(one) > 1 and not other <= one and any(one <= set(side) for side in found.sides):
        return _hosted(event, found)  # not “The same day C received the two”
    if found.form == "visit" and event.place and found.place and event.place != found.place:
        there = _to_do_there(event, found) or event.why == "back" and event.sentence == found.sentence
        return there or within(d.r, event.place, found.place)
    return not (found.fresh and found.date and not event.date)


def _hosted(event: Encounter, found: Encounter) -> bool:
    """“A and B met on Tuesday, hosted by C”."""
    verb = found.verb
    clause = verb is not None and verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl", "conj")
    return clause and event.sentence == found.sentence and verb.head == event.verb


def _meanwhile(d: Discourse, found: Encounter) -> bool:
    """“will sign a pact during his stay in Iran”: of a visit told before, whatever is still to come of it."""
    before = d.r.low[max(found.at - 4, 0) : found.at]
    return found.form == "visit" and not found.date and "during" in before


def _one_of_them(d: Discourse, event: Encounter, found: Encounter) -> bool:
    """“A will meet the leaders of the country. He will hold talks with B”: of whom “the leaders” named none."""
    if found.sentence == event.sentence or len(event.people) < 3 or len(found.people) != 2:
        return False
    start, end = d.r.sents[event.sentence]
    here = {p.name for k in range(start, end) if k in d.name_ends for p in d.persons_at.get(k, [])}
    return len(here & set(found.people)) < 2 and not here >= set(event.people[1:])


def _to_do_there(event: Encounter, found: Encounter) -> bool:
    """“will travel to Changwon to inspect a plant” is one visit."""
    return (
        found.sentence == event.sentence
        and found.verb is not None
        and found.verb.dep_ in ("advcl", "xcomp")
        and found.verb.tag_ == "VB"
        and found.verb.head == event.verb
    )


def _same_form(d: Discourse, event: Encounter, found: Encounter) -> bool:
    forms = (event.form, found.form)
    if found.form == "call" and d.r.low[found.at - 1] == "the" and event.cue.lower() in SPOKEN:
        event.form = "call"  # “The talks between A and B … The call between the two”
    if "speak" in (event.why, found.why) and event.date == found.date is not None and "visit" not in forms:
        return True  # “The two last spoke in April, when A rang B”
    if found.why == "speak" and event.form == "call" and not found.date and _soon(event, found):
        return True  # “A rang B. The two spoke warmly”
    if found.cue.lower() == "exchange" and "visit" not in forms:
        return True  # “spoke by telephone … The parties had an exchange of views”
    return event.form == found.form or "discuss" in (event.why, found.why) and "visit" not in forms


def _soon(event: Encounter, found: Encounter) -> bool:
    """In the sentence after it, with nothing that tells of another place or time."""
    return 0 < found.sentence - event.sentence <= NEAR and not found.place and not found.fresh
