"""Who else was there: companions told in the event's own sentence, and those present told in a later one."""

from dossier.find.arguments import by_whom, subject_of
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter, nouns
from dossier.lexicon import lowered
from dossier.find.partakers import add, participants
from dossier.find.reading import Reading

FAR = 8  # sentences after which “also present were” no longer speaks of an event


def company(d: Discourse, k: int, who: list[str]) -> None:
    """“…, in the company of Y”, “accompanied by Y”, “joined by Y”, before or after the cue."""
    r, (start, end) = d.r, d.r.sentence(k)
    for j in range(start, end):
        linked = r.low[j + 1 : j + 2] in (["by"], ["of"]) or r.low[j] == "alongside"
        if linked and r.low[j] in lowered("meetings", "company") and not _is_main(r, j):
            add(who, _after(d, j, end))


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


def _is_main(r: Reading, j: int) -> bool:
    """Has the verb a subject of its own, other than “who”?"""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.text.lower() not in ("who", "which") for c in r.token(j).children)


def also_present(d: Discourse, events: list[Encounter], number: int) -> None:
    """“Also present were …”, “X and Y also took part in the talks”: more people of the last event; where the event
    named nobody yet (“Defence ministers of five countries met”), all its people.
    """
    r = d.r
    start, end = r.sents[number]
    last = next((e for e in reversed(events) if e.form != "visit" and e.status != "cancelled"), None)
    cue = next((k for k in range(start, end) if _tells_present(r, k)), None)
    if cue is None or last is None or number - last.sentence > FAR or last.sentence == number:
        return
    people = _named_in(d, start, end)
    verb = r.token(cue)
    while not verb.tag_.startswith("VB") and verb.head != verb:
        verb = verb.head
    add(people, participants(d, [subject_of(r, verb), by_whom(verb)], strict=True))
    if (
        not last.named or last.bodied and r.low[cue] in lowered("meetings", "chairing")
    ) and number <= last.sentence + 2:
        if len(people) >= 2:
            last.people, last.named = people, True
            return
    if _of_the_event(r, start, end) and not (
        r.low[cue] in lowered("meetings", "comprising") and number - last.sentence > 2
    ):
        last.people = last.people + [name for name in people if name not in last.people]


def _tells_present(r: Reading, k: int) -> bool:
    """“present”, “attended”, “took part”; of a delegation also “included”, “were”; “came with”."""
    if r.low[k] in lowered("meetings", "present") or r.low[k : k + 3] == ["co", "-", "chaired"]:
        return True
    start = r.sentence(k)[0]
    led = "delegation" in r.low[start:k]
    return (
        led
        and r.low[k] in lowered("meetings", "comprising")
        or r.low[k : k + 2] in (["came", "with"], ["arrived", "with"])
    )


def _of_the_event(r: Reading, start: int, end: int) -> bool:
    """Does the sentence speak of the event: “also”, or “the talks”, without its own “with” or “between”?"""
    told = r.low[start:end]
    own = any(r.low[k] in nouns() and {"with", "between"} & set(r.low[k + 1 : k + 3]) for k in range(start, end))
    spoken = any(
        r.low[k] in nouns() and {"the", "this", "that"} & set(r.low[max(start, k - 3) : k])
        for k in range(start + 1, end)
    )
    first = told[0] in ("also", "present", "attending", "taking", "at", "members")
    with_them = ["came", "with"] in [told[k : k + 2] for k in range(len(told))]
    return (
        first or with_them or (spoken or {"side", "occasion", "event"} & set(told) or "delegation" in told) and not own
    )


def _named_in(d: Discourse, start: int, end: int) -> list[str]:
    found: list[str] = []
    for k in range(start, end):
        if k in d.name_ends and not _reporting(d, k):
            add(found, [p.name for p in d.persons_at.get(k, [])])
    return found


def _reporting(d: Discourse, k: int) -> bool:
    """“…, X said”: who only reports it."""
    token = d.r.token(d.name_ends[k] - 1)
    return token.dep_ == "nsubj" and token.head.text.lower() in ("said", "says", "told", "added", "reported")
