"""When an encounter took place: the time words of its sentence that belong to it."""

from spacy.tokens import Token

from dossier.find.arguments import SUBJECTS, upwards
from dossier.find.elsewhen import NOT_WHEN, called_off, counts, names_another, of_something_before
from dossier.find.encounter import Encounter, nouns
from dossier.find.reading import Reading
from dossier.find.speech import table
from dossier.lexicon import lowered
from dossier.timewords import TimeWord

FINITE = frozenset("VBD VBZ VBP MD".split())
NEXT = 1000  # so much nearer is a day that hangs on the event's own verb


def when(r: Reading, found: Encounter, dates: list[TimeWord], number: int) -> str | None:
    """The date in the sentence that belongs to the event: nearest to its cue, not another clause's."""
    start, end = r.sents[number]
    first, last = r.chars(start, end)
    here = [w for w in dates if first <= w.start < last]
    best, distance = None, 10**6
    for word in here:
        k = index(r, word.start, start, end)
        if (
            found.cue.lower() == "agreed" and k is not None and _verb_of(r, k) != found.at
        ):  # the day is of what was agreed
            continue
        if k is not None and counts(r, k, found, word):
            continue
        if len(word.date) == 9 and int(word.date[5:]) - int(word.date[:4]) > 1:
            continue  # “signed a programme for 2025–2027”
        if k is None or not _belongs(r, k, found, start, end) or names_another(r, k, found, word.end):
            continue
        gap = k - found.at if k > found.at else 1.5 * (found.at - k)
        if found.verb is not None and _verb_of(r, k) == r.at.get(found.verb.i):
            gap = gap / NEXT  # “will see A today before calling on B tomorrow”
        gap += 1000 * bool(lowered("meetings", "formerly") & set(r.low[max(k - 4, start) : k]))  # only if no other day
        if gap < distance:
            best, distance = word, gap
    return best.date if best else None


def index(r: Reading, char: int, start: int, end: int) -> int | None:
    for k in range(start, end):
        token = r.token(k)
        if token.idx <= char < token.idx + len(token):
            return k
    return None


def _belongs(r: Reading, k: int, found: Encounter, start: int, end: int) -> bool:
    if ";" in r.words[found.at : k] or of_something_before(r, k, found):
        return False
    if _when_clause(r, k, found) or _at_that_time(r, k, found):
        return True
    before = [r.low[j] for j in range(max(start, k - 2), k)]
    if any(w in NOT_WHEN for w in before[-2:]):
        return "since" in before and "first time" in " ".join(r.low[start : found.at])
    verb = _verb_of(r, k)
    off = found.status == "cancelled" and verb is not None and found.at < verb < k and called_off(r, verb)
    if off and not {"for", "in"} & set(before):
        return False  # “A stop in Riga was dropped last week”
    if verb is not None and found.at < k < verb and r.token(verb).dep_ == "conj" and "and" in r.low[k - 3 : k]:
        return False  # “visited Riga and on Friday is to address a forum”
    if verb is not None and verb < k < found.at and _joined_on(r, verb, found):
        return False  # “that he spoke to A on Monday, and that he would call B”
    if verb is not None and verb != found.at and _since(r.token(verb)):
        return False  # “her first visit since she was elected last year”
    if before[-1:] == ["for"] and verb is not None and _said_of(r, verb, found):
        return True
    if "for" in before and verb is not None and r.token(verb).dep_ == "relcl" and _tells_when(r, r.token(verb), found):
        return True  # “which the mediator had announced for last Saturday”
    if verb is not None and k < found.at and {"hours", "minutes"} & set(r.low[k : found.at]):
        return True
    if verb is not None and found.at < k < verb and ("," in r.words[k:verb] or r.low[verb - 1] == "to"):
        verb = r.at.get(found.verb.i) if found.verb is not None else found.at
    if verb is not None and verb < found.at < k and "that" in r.low[verb + 1 : found.at]:
        return True  # “told members that she had spoken with B on 4 December”
    if (
        verb is not None
        and verb != found.at
        and r.low[verb] in table()
        and not (found.verb is not None and verb == r.at.get(found.verb.i))
    ):
        told = r.low[verb] not in lowered("meetings", "reporting") or _just_after(r, verb, found)
        told = told or _there(r, verb, found)
        return told and not _apart(r, verb, found)
    if _apart(r, verb, found):
        return False
    if r.tags[k] == "CD" and len(r.words[k]) == 4 and (not before or before[-1] not in ("in", "during", "of", "for")):
        return False
    return True


def _when_clause(r: Reading, k: int, found: Encounter) -> bool:
    """“since January, when the leaders met”: the clause that hangs on the day."""
    event = found.verb if found.verb is not None else r.token(found.at)
    clause = next((step for step in upwards(event) if step.dep_ in ("relcl", "advcl")), None)
    when = clause is not None and clause.left_edge.text.lower() == "when"
    at = r.at.get(clause.left_edge.i, 0) if clause is not None and when else 0
    return when and k < at and at - k <= 4


def _at_that_time(r: Reading, k: int, found: Encounter) -> bool:
    """“When she visited Riga in May, she met X”: the clause tells when that was."""
    verb, event = _verb_of(r, k), found.verb if found.verb is not None else r.token(found.at)
    clause = r.token(verb) if verb is not None else event
    when = clause.dep_ == "advcl" and any(c.text.lower() in ("when", "while") for c in clause.lefts)
    return when and clause.head.i in {step.i for step in (event, event.head) if step.tag_.startswith("VB")}


def _joined_on(r: Reading, verb: int, found: Encounter) -> bool:
    """Does the event lie ahead, in a clause joined to the one whose verb the day follows, or the other way round?"""
    event = found.verb if found.verb is not None else r.token(found.at)
    for step in upwards(event):
        if step.dep_ == "conj" and step.head.i == r.ids[verb]:
            return _has_subject(step) and _ahead(step) != _ahead(step.head)
    return False


def _since(verb: Token) -> bool:
    """Does the clause begin with “since”?"""
    marks = [c for c in verb.lefts if c.dep_ == "mark"] + [verb.head] * (verb.dep_ == "pcomp")
    return any(mark.text.lower() == "since" for mark in marks)


def _said_of(r: Reading, verb: int, found: Encounter) -> bool:
    """“a visit, announced for 26 May, …”: the participle hangs on the event."""
    return r.token(verb).dep_ == "acl" and r.token(verb).head.i == r.ids[found.at]


def _just_after(r: Reading, verb: int, found: Encounter) -> bool:
    """“told reporters on Monday, after calling on X”: said on the day of the meeting."""
    near = range(max(found.at - 4, verb), found.at)
    k = next((k for k in near if r.low[k] in ("after", "following")), None)
    return k is not None and not any(r.tags[j] in FINITE for j in range(verb + 1, k))


def _there(r: Reading, verb: int, found: Encounter) -> bool:
    """“told reporters on Tuesday at the forum, where he also met B”: said where they met."""
    event = found.verb if found.verb is not None else r.token(found.at)
    clause = next((step for step in upwards(event) if step.dep_ == "relcl"), None)
    where = clause is not None and any(c.text.lower() == "where" for c in clause.lefts)
    return where and any(step.i == r.ids[verb] for step in upwards(clause))


def _apart(r: Reading, verb: int | None, found: Encounter) -> bool:
    """Does a date's verb stand in another clause than the event: a relative clause below it, or another main clause?"""
    event = found.verb if found.verb is not None else r.token(found.at)
    event = event.head if event.dep_ == "acomp" else event  # “is due in Lima on Monday”
    if verb is None or verb == r.at.get(event.i) or verb == found.at:
        return False
    parted = False
    for step in upwards(r.token(verb)):
        if step.i == event.i or step.i == r.ids[found.at]:
            return parted
        parted |= (
            step.dep_ == "relcl"
            and step.head.i != r.ids[found.at]
            and not _tells_when(r, step, found)
            or step.dep_ in ("conj", "advcl")
            and _has_subject(step)
            or step.dep_ == "acl"
            and step.head.i != r.ids[found.at]
            and any(c.dep_ == "agent" for c in step.rights)
            and any(t.text.lower() in nouns() for t in step.subtree)  # “decisions made by A at a meeting in May”
            or step.dep_ == "conj"
            and _ahead(step) != _ahead(event)
            or step.dep_ == "ccomp"
            and found.why in ("noun", "owned")
            and r.low[r.at.get(step.head.i, 0)] in table()
            and (r.at.get(step.i, 0) > found.at or step.head == found.verb)
        )
    within = {step.i for step in upwards(event)}
    past = r.token(verb).tag_ == "VBD" and r.low[verb] not in lowered("meetings", "auxiliary")
    if past and found.status == "planned" and r.ids[verb] in within and not parted:
        return True
    if any(step.dep_ in ("relcl", "ccomp") and step.i not in within for step in upwards(r.token(verb))):
        return True
    if any(
        step.dep_ == "advcl"
        and _has_subject(step)
        and any(c.text.lower() in ("while", "though", "although") for c in step.lefts)
        for step in upwards(event)
    ):
        return True
    return found.form == "visit" and any(step.dep_ == "relcl" for step in upwards(event))


def _ahead(verb: Token) -> bool:
    """“will meet”, “is to meet”, “are due to meet”."""
    if any(c.dep_ == "aux" and c.text.lower() in lowered("meetings", "future") for c in verb.children):
        return True
    to = any(c.dep_ == "xcomp" and c.tag_ == "VB" and any(g.text.lower() == "to" for g in c.lefts) for c in verb.rights)
    return to and verb.text.lower() in lowered("meetings", "planned") | {"is", "are"}


def _tells_when(r: Reading, verb: Token, found: Encounter) -> bool:
    """“…, which took place on 24 October”, “which had been scheduled for Friday”."""
    if any(word in nouns() for word in r.low[found.at + 1 : r.at.get(verb.i, 0)]):
        return False
    which = next((r.at.get(c.i, 0) for c in verb.lefts if c.text.lower() in ("which", "that")), None)
    if which is None:
        return False
    if _was_to(r, which) or verb.text.lower() in lowered("meetings", "planned"):
        return True
    return bool(set(r.low[which : which + 7]) & (lowered("meetings", "happen") | lowered("meetings", "planned")))


def _was_to(r: Reading, which: int) -> bool:
    """“the session, which was to have approved the draft on 2 December”: what an event does, it does on its day."""
    does = r.token(which).dep_ in SUBJECTS
    return does and r.low[which + 1 : which + 3] in (["was", "to"], ["is", "to"], ["were", "to"], ["are", "to"])


def _has_subject(verb: Token) -> bool:
    return verb.tag_.startswith("VB") and any(c.dep_ in SUBJECTS for c in verb.children)


def _verb_of(r: Reading, k: int) -> int | None:
    """The verb a date hangs on, through its preposition."""
    token = r.token(k)
    for _ in range(6):
        if token.tag_.startswith("VB"):
            return r.at.get(token.i)
        if token.head == token:
            return None
        token = token.head
    return None
