"""He, she, his, her: whom a singular pronoun means."""

from dossier.find import gender
from dossier.find.discourse import SUBJECTS, Discourse, Event, record
from dossier.find.gathering import Person
from dossier.find.reading import Reading

MEN = frozenset("he him his himself".split())
WOMEN = frozenset("she her hers herself".split())
OBJECTS = frozenset("him her".split())
RECENT = 200  # mentions back that a pronoun may mean
GROUP = 12  # words of “and the delegation of 130 businessmen accompanying him”
NEAR = 3  # sentences back in which a subject is still meant


def opening(r: Reading, start: int, end: int) -> int:
    """Where the main subject stands after an opening phrase (“As part of his visit, | Heappey …”), else `start`."""
    for k in range(start, end):
        token = r.token(k)
        if token.dep_ in SUBJECTS and token.head.dep_ == "ROOT":
            return k if "," in r.words[start:k] else start
    return start


def forward(d: Discourse, i: int, subject: int, number: int, quoted: list[int]) -> None:
    """“his” in an opening phrase points forward to the subject, where that is a person."""
    found = d.persons_at.get(subject, [])
    if len(found) == 1 and d.can_be(found[0], d.r.low[i] in WOMEN):
        d.persons_at[i] = found
        d.why[i] = f"“{d.r.words[i]}” → {found[0].name} (subject of the clause that follows)"
    else:
        pronoun(d, i, number, quoted)


def possessor(d: Discourse, i: int, number: int, quoted: list[int]) -> list[Person]:
    """Whoever “his”, “her”, “their” at word `i` means."""
    if d.r.low[i] in MEN | WOMEN and i not in d.persons_at:
        pronoun(d, i, number, quoted)
    return d.persons_at.get(i, [])


def pronoun(d: Discourse, i: int, number: int, quoted: list[int]) -> None:
    """Resolve the pronoun at word `i` of sentence `number`."""
    woman = d.r.low[i] in WOMEN
    if (leads := _joined_to(d, i)) and d.can_be(leads, woman):
        record(d, [i], [leads], number, quoted[i] < 0, f"“{d.r.words[i]}” → {leads.name} (whom the group joins)")
        return
    recent = d.events[-RECENT:]
    fits = [e for e in recent if d.can_be(e.person, woman)]
    own = _clause_subject(d, i) if d.r.low[i] in OBJECTS and d.r.tags[i] == "PRP" else []
    fits = [e for e in fits if e.person not in own]
    unsure = [e for e in recent if e.person.female is None and e.sentence == number and e.person not in own]
    carried = _carried(d, i, number, woman) or _alone(recent, woman)
    if not fits and not unsure and carried is None:
        return
    if carried is not None:
        event, rule = carried, "the one person of the text or sentence before"
    else:
        event, rule = _salient(d.r, fits, number, i) if fits else (unsure[-1], "the only one it can be")
    if event.person.female is None:
        event.person.female = woman
    record(d, [i], [event.person], number, quoted[i] < 0, f"“{d.r.words[i]}” → {event.person.name} ({rule})")


def _joined_to(d: Discourse, i: int) -> Person | None:
    """“received X and the delegation accompanying him”: the one before the “and”."""
    if d.r.low[i - 1] != "accompanying" or "and" not in d.r.low[max(0, i - GROUP) : i]:
        return None
    joint = next(k for k in range(i - 1, -1, -1) if d.r.low[k] == "and")
    last = joint - 1 - (d.r.words[joint - 1] == ",")
    return next(iter(d.persons_at.get(last, [])), None)


def _alone(recent: list[Event], woman: bool) -> Event | None:
    """The one person told of so far, whatever the ending of the name makes one guess."""
    if len({id(e.person) for e in recent}) != 1:
        return None
    person = recent[-1].person
    return recent[-1] if gender.told(person) in (None, woman) and not gender.fits(person, woman) else None


def _carried(d: Discourse, i: int, number: int, woman: bool) -> Event | None:
    """“X confirmed. She added …”: the subject, and only person, of the sentence before in the paragraph, whatever the
    ending of the name makes one guess.
    """
    r, (start, _) = d.r, d.r.sents[number]
    if i != start or r.paragraph_start(start) == start or r.token(i).dep_ not in SUBJECTS:
        return None
    before = [e for e in d.events[-RECENT:] if e.sentence == number - 1]
    if len({id(e.person) for e in before}) != 1 or not any(e.subject for e in before):
        return None
    person = before[0].person
    return before[0] if gender.told(person) in (None, woman) and not d.can_be(person, woman) else None


def _salient(r: Reading, fits: list[Event], number: int, i: int) -> tuple[Event, str]:
    here = [e for e in fits if e.sentence == number]
    subjects = [e for e in here if e.subject]
    if subjects:
        return subjects[-1] if r.low[i] != "his" else subjects[0], "subject of the sentence"
    if here and (r.low[i] in ("his", "her", "who") or r.low[i] == "him" and here[-1].at > r.sents[number][0]):
        return here[-1], "named in the sentence"
    last = [e for e in fits if e.sentence == number - 1]
    if last and (len({e.person.name for e in last}) == 1 or not any(e.subject for e in last)):
        return last[0], "subject of the sentence before" if last[0].subject else "named in the sentence before"
    before = [e for e in fits if e.subject and e.sentence < number]
    if before and number - before[-1].sentence <= NEAR:
        last = [e for e in before if e.sentence == before[-1].sentence]
        return next((e for e in last if e.main), last[0]), "subject of the sentence before"
    return fits[-1], "named last"


def _clause_subject(d: Discourse, i: int) -> list[Person]:
    """Whoever is the subject of the clause in which word `i` is an object."""
    verb = d.r.token(i).head
    for _ in range(4):
        if verb.dep_ in ("prep", "dative", "conj", "xcomp", "acomp", "advcl", "advmod") or verb.tag_ == "IN":
            if any(c.dep_ in SUBJECTS for c in verb.children):
                break
            verb = verb.head
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            if child.tag_ == "WP" and verb.dep_ == "relcl":
                return d.persons_at.get(d.r.at.get(verb.head.i, -1), [])
            places = (d.r.at.get(t.i, -1) for t in child.subtree if t.i <= child.i or t.dep_ == "conj")
            return [p for k in places for p in d.persons_at.get(k, [])]  # all of “A and B”
    return []
