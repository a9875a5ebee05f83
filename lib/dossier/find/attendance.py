"""Who else was there: companions told in the event's own sentence, and those present told in a later one."""

from functools import cache

from spacy.tokens import Token

from dossier.find.arguments import after_links, by_whom, objects, subject_of, upwards
from dossier.find.delegates import tell_leader
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter, nouns
from dossier.lexicon import lowered
from dossier.find.partakers import add, participants
from dossier.find.presence import accompanied, escorting, is_main, sat_in, sides_led, tells_present
from dossier.find.reading import Reading
from dossier.find.register import named
from dossier.find.revealed import reveal

NEAR = 3  # sentences within which a meeting is told of whose sides are named
FAR = 20  # sentences after which “also present were” no longer speaks of an event


def company(d: Discourse, k: int, who: list[str]) -> list[str]:
    """Add whom “…, in the company of Y”, “accompanied by Y”, “joined by Y” name, before or after the cue.

    Gives those who only attended; “together with Y” is no less than those before it.
    """
    beside: list[str] = []
    r, (start, end) = d.r, d.r.sentence(k)
    for j in range(start, end):
        if r.low[j : j + 2] in (["in", "which"], ["at", "which"]) and j > k:
            add(beside, [name for name in _taking_part(d, j + 1, end) if name not in who])
        if r.low[j : j + 3] == ["this", "time", "with"] or r.low[j : j + 2] == ["together", "with"]:
            add(who, _after(d, j + 1, end))
        linked = r.low[j + 1 : j + 2] in (["by"], ["of"]) or r.low[j] == "alongside"
        if linked and r.low[j] in lowered("meetings", "company") and not is_main(r, j):
            add(beside, [name for name in _after(d, j, end) if name not in who])
    add(who, beside)
    return beside


def _taking_part(d: Discourse, j: int, end: int) -> list[str]:
    """“a meeting in | which X and Y also took part”."""
    verb = next((k for k in range(j, end) if d.r.tags[k] in ("VBD", "VBZ", "VBP", "MD")), end - 1)
    taking = {d.r.low[verb], *d.r.low[verb + 1 : verb + 2]} & lowered("meetings", "taking part")
    return _after(d, j, verb) if taking else []


def _after(d: Discourse, j: int, end: int) -> list[str]:
    found: list[str] = []
    for k in range(j + 1, end):
        if (
            d.r.tags[k] in ("VBD", "VBZ", "MD")
            or d.r.words[k] == ","
            and found
            and k + 1 < end
            and d.r.low[k + 1] != "and"
        ):
            break
        add(found, [p.name for p in d.persons_at.get(k, []) if d.r.tags[k] != "PRP$"])
    return found


def also_present(d: Discourse, events: list[Encounter], number: int) -> None:
    """“Also present were …”, “X and Y also took part in the talks”: more people of the last event; where the event
    named nobody yet (“Defence ministers of five countries met”), all its people.
    """
    r = d.r
    start, end = r.sents[number]
    tell_leader(d, events, number)
    reveal(d, events, number)
    if _cues().isdisjoint(r.low[start:end]):
        return
    if sides := _two_sides(d, events, number):
        events.append(sides)
        return
    if not events:
        return
    cues = [k for k in range(start, end) if tells_present(r, k)]
    cue = next((k for k in cues if _of_the_event(r, k, start, end)), cues[0] if cues else None)
    last = _with_company(d, events, cue, number) if cue is not None else None
    if cue is None or last is None or number - last.sentence > FAR or last.sentence == number:
        return
    if _of_another(r, last, start, end):
        return
    stop = next((k for k in range(cue, end) if r.tags[k] in ("WP", "WDT", "WP$", "WRB")), end)
    people = _named_in(d, start, stop if accompanied(r, cue) else end)
    add(people, participants(d, [subject_of(r, _verb(r, cue)), by_whom(_verb(r, cue))], strict=True))
    if number <= last.sentence + 2 and len(people) >= 2:
        if not last.named or last.bodied and (r.low[cue] in lowered("meetings", "chairing") or sides_led(r, cue)):
            last.people, last.named = people, True
            return
    if _of_the_event(r, cue, start, end) and not (
        r.low[cue] in lowered("meetings", "comprising") and number - last.sentence > 2 and not sat_in(r, cue)
    ):
        those = [name for name in last.people if named(d, name) or not sides_led(r, cue)]
        new = [name for name in people if name not in those]
        those = [name for name in those if not (len(new) > 1 and _are_peers(name))]  # whom the new ones are
        last.people = those + new
        last.attendants = last.attendants + ([] if sides_led(r, cue) else new)


def _are_peers(name: str) -> bool:
    """“her Nordic colleagues”, “counterparts”: several, who may be named in the sentences that follow."""
    return name.split()[-1] in lowered("meetings", "several")


@cache
def _cues() -> frozenset[str]:
    """The words of which one must stand in a sentence that tells who else was there."""
    lists = [lowered("meetings", key) for key in ("present", "comprising", "escorted", "leads", "watching")]
    return frozenset("chaired came arrived was were took sat looked spoke negotiated join joins".split()).union(*lists)


def _of_another(r: Reading, last: Encounter, start: int, end: int) -> bool:
    """“In a session on Gaza she said … The session was attended by A”: of what was told since."""
    told = {word for word in r.low[start:end] if word in nouns()}
    since = range(r.sents[last.sentence][1] + 1, start)
    return any(r.low[k] in told and r.low[k - 1] in ("a", "an") for k in since)


def _verb(r: Reading, cue: int) -> Token:
    return next((step for step in upwards(r.token(cue)) if step.tag_.startswith("VB")), r.token(cue))


def _with_company(d: Discourse, events: list[Encounter], cue: int, number: int) -> Encounter | None:
    """The last event that is not over; of “X was accompanied by Y”, the last in which X took part."""
    ahead = lowered("meetings", "future") & set(d.r.low[d.r.sents[number][0] : cue])
    told = [e for e in events if e.status == "held" or ahead and e.status == "planned"]
    told = [e for e in told if not e.fresh] or told  # of “the third session” and of earlier ones
    start = d.r.sents[number][0]
    if d.r.low[start] == "accompanying":
        who = list(dict.fromkeys(p.name for k in range(start, cue) for p in d.persons_at.get(k, ())))
    elif escorting(d.r, cue):
        who = participants(d, [objects(d.r.token(cue))], strict=True)
    elif accompanied(d.r, cue):
        who = participants(d, [subject_of(d.r, d.r.token(cue))], strict=True)
    else:
        return next((e for e in reversed(told) if e.form in _forms(d.r, cue)), None)
    fits = [e for e in told if who and set(who) <= set(e.people)]
    return max(fits, key=lambda e: (e.sentence, e.form != "visit"), default=None)


def _forms(r: Reading, cue: int) -> tuple[str, ...]:
    """“the meeting also included”: no call."""
    start, end = r.sentence(cue)
    either = ("conversation", "conversations")  # face to face or by telephone
    spoken = {nouns().get(word) for word in r.low[start:end] if word not in either} & {"meeting", "call"}
    return (*spoken,) if len(spoken) == 1 else ("meeting", "call")


def _two_sides(d: Discourse, events: list[Encounter], number: int) -> Encounter | None:
    """“The British side was led by A; B headed the host delegation”: a meeting told by its sides only."""
    r, (start, end) = d.r, d.r.sents[number]
    led = [k for k in range(start, end) if sides_led(r, k)]
    if len(led) < 2 or any(number - e.sentence <= NEAR and e.form == "meeting" for e in events):
        return None
    people = _named_in(d, start, end)
    before = r.sents[number - 1] if number else (0, 0)
    at = next((k for k in range(*before) if r.low[k] in nouns()), led[0])  # “… came at the Forum. The British side …”
    found = Encounter(at, r.sent_of[at], "meeting", people=people, cue=r.words[at], why="sides", verb=r.token(led[0]))
    return found if len(people) > 1 else None


def _of_the_event(r: Reading, cue: int, start: int, end: int) -> bool:
    """Does the sentence speak of the event: “also”, or “the talks”, without its own “with” or “between”?"""
    told, verb = r.low[start:end], _verb(r, cue)
    events = [k for k in range(start, end - 1) if r.low[k] in nouns() and r.low[k + 1] not in ("along", "together")]
    own = any({"with", "between"} & set(r.low[k + 1 : k + 3]) for k in events)
    spoken = any(
        r.low[k] in nouns() and {"the", "this", "that"} & set(r.low[max(start, k - 3) : k])
        for k in range(start + 1, end)
    )
    first = told[0] in ("also", "present", "attending", "taking", "at", "members") or cue == start + 2
    with_them = ["came", "with"] in [told[k : k + 2] for k in range(len(told))] or accompanied(r, cue)
    with_them |= escorting(r, cue)
    alone = r.low[cue] in lowered("meetings", "attended") and not objects(verb) and not after_links(verb, ("in",))
    alone |= r.low[cue] == "present" and r.token(cue).dep_ == "acomp"
    alone |= r.low[cue - 1 : cue + 1] == ["in", "attendance"]
    represented = r.low[cue] == "represented" and r.low[cue + 1 : cue + 2] in (["by"], ["at"], ["there"])
    if sat_in(r, cue):
        return True
    sides = {"side", "occasion", "event", "ceremony", "delegation", "sides", "delegations", "teams"} & set(told)
    return first or with_them or alone or represented or (spoken or bool(sides)) and not own


def _named_in(d: Discourse, start: int, end: int) -> list[str]:
    found: list[str] = []
    for k in range(start, end):
        if k in d.name_ends and not _reporting(d, k):
            add(found, [p.name for p in d.persons_at.get(k, [])])
    return found


def _reporting(d: Discourse, k: int) -> bool:
    """“…, X said”: who only reports it."""
    token = d.r.token(d.name_ends[k] - 1)
    name = d.r.at.get(token.head.i) in d.persons_at  # “Said al-Busaidi”
    told = token.head.text.lower() in ("said", "says", "told", "added", "reported")
    return token.dep_ == "nsubj" and told and not name
