"""Occasions: the nouns of a sentence that tell of a meeting or call (“after talks between A and B”, “held talks with”).

Those who take part stand at the noun itself (“A's meeting with B”, “talks between A and B”), at the verb that holds it
(“A held talks with B”, “the meeting was attended by A and B”), or in the clause that it dates
(“in a call with B, A said”).
"""

from spacy.tokens import Token

from dossier.find.arguments import (
    between_whom,
    by_whom,
    governor,
    has_determiner,
    held_by,
    of_whom,
    owner_of,
    subject_of,
    with_whom,
)
from dossier.find.attendance import company
from dossier.find.bodies import group, in_session
from dossier.find.commissions import chairs, co_chairing, is_ordinal, of_a_body
from dossier.find.discounted import another, it_was, no_event, told_again
from dossier.find.discourse import Discourse
from dossier.find.encounter import Encounter, nouns
from dossier.find.forms import by_phone, form_of
from dossier.find.listed import following, runs, with_the_listed
from dossier.find.making import made
from dossier.find.members import group_holding
from dossier.find.partakers import add, participants
from dossier.find.register import all_known, any_named
from dossier.find.sides import (
    attending,
    gathered_there,
    holder_before,
    is_courtesy,
    of_an_assembly,
    on_the_mind,
    on_whose_part,
    subject_above,
    told_at,
    took_part,
    two_named,
    with_the_verb,
)
from dossier.find.speech import table
from dossier.find.wired import by_wire, calls_from
from dossier.lexicon import load, lowered

SHORT = 3  # words from “A and B” to “their meeting”
INDEFINITE = ("a", "an", "another", "their", "several", "separate")


def by_noun(d: Discourse, k: int, number: int) -> Encounter | None:
    """The event that the noun at word `k` tells, if those who take part are told."""
    r, noun, weak = d.r, d.r.token(k), lowered("meetings", "weak")
    if r.low[k + 1 : k + 2] == ["from"] and nouns()[r.low[k]] == "call" and (taken := calls_from(d, k, number)):
        return taken
    if no_event(r, noun, k) or it_was(noun) or told_again(r, noun, k):
        return None
    verb, role, link = governor(noun)
    owner, own = owner_of(noun), told_at(noun, verb, role)
    if owner and own and (owner[0].tag_ == "NNS" and not owner[0].conjuncts or owner[0].text.lower() == "its"):
        owner = []  # “held a foreign ministers' meeting with B”, “the Council held its third meeting with B”
    if not own and not owner and role != "subject" and took_part(verb) and has_determiner(noun, "the", "these", "this"):
        return None  # `also_present` lays them to the event told before
    if not own and not owner and role == "object" and has_determiner(noun, "the") and r.low[k] not in weak:
        host = participants(d, [subject_of(r, verb)], strict=True)
        if len(host) == 1 and verb.text.lower() in lowered("meetings", "hosts"):
            found = made(d, k, number, "meeting", host, "join", verb)
            found.known = True  # “…, who hosted the meeting”
            return found
    if owner and owner[0].text.lower() == "their" and (near := _just_joined(d, owner[0], number)):
        owner, joint = [], near
    else:
        joint = []
    form = "meeting" if is_courtesy(noun, verb) else form_of(r, noun, k)
    if form == "meeting" and verb is not None and by_phone(r, min(k, r.at.get(verb.i, k))):
        form = "call"
    held = role == "object" and verb is not None and verb.text.lower() in lowered("meetings", "holding")
    if form == "call" and not own and not by_wire(r, k) and not held and not has_determiner(noun, "the"):
        return None
    if own and not owner and (size := size_of(noun)) > 2 and not participants(d, [own], strict=True):
        all_told = participants(d, [own]) or [printed for t in own if (printed := group(d, t))]
        found = made(d, k, number, form, all_told, "noun", verb)
        found.follows, found.size, found.called = True, size, own[0].text.lower()
        return found
    several: list[str] = []
    who, guess = [*joint, *(name for name in participants(d, [owner, own]) if name not in joint)], None
    before = verb is not None and verb.i > noun.i and role in ("part", "adverbial")
    if not before or {"with", "between"} & set(r.low[k : r.at.get(verb.i, k)]):  # not “at the forum, A met with B”
        add(who, following(d, k, ("with", "between")))
    if not who:  # “in talks with both governments”
        states = [t for t in own if t.text.lower() in lowered("meetings", "states")]
        who = [f"both {printed}" for t in states if has_determiner(t, "both") and (printed := group(d, t))]
    told_of = bool(own or who and not owner)
    one_sided = bool(with_whom(noun)) and not owner and not between_whom(noun) and not of_whom(noun)
    stop = next((j for j in range(k + 1, r.sents[number][1]) if r.low[j] in nouns()), r.sents[number][1])
    who = with_the_listed(d, who, number, k, stop)
    if link in ("at", "during", "in") and not owner and (acting := _at_its_meeting(d, noun, verb, own)):
        who = acting
    elif not ((owner or joint) and who) or not told_of:
        who = with_the_verb(d, noun, verb, role, link, who, told_of, one_sided)
    if len(who) < 2 and r.low[k] not in weak:
        add(who, gathered_there(d, k))
    if len(who) == 1 and told_of and role == "subject" and form != "visit":
        who = [*(name for name in on_whose_part(d, number) if name not in who), *who]
    if len(who) == 1 and told_of and not owner and not _of_several(noun) and not of_an_assembly(noun):
        who = subject_above(d, verb, noun, who) or holder_before(d, k, verb, who) or who
    alone = one_sided and role in ("subject", "") and set(who) <= set(participants(d, [own]))
    acts = role == "object" and verb is not None and who == participants(d, [subject_of(r, verb)])
    lone = len(who) == 1 and not acts or alone and not (who and own[0].conjuncts)
    if lone and told_of and not owner and not _of_several(noun) and not of_whom(noun):
        guess = next((name for name in on_the_mind(d, number) if name not in who), "")
        who = [guess] * bool(guess) + who
    if not who and r.low[k] not in weak:
        several = group_holding(d, k)
        who = several or co_chairing(d, k) or two_named(d, number)
    if len(who) < 2 and (told := held_by(noun)):
        holding, doing = told
        add(who, participants(d, [doing, with_whom(holding)]) or [p for t in doing if (p := group(d, t))])
        if len(who) == 1:
            return made(d, k, number, form, who, "owned", verb)
    if not who and _of_a_group(d, verb, role, noun):
        who = [printed for t in subject_of(r, verb) if (printed := group(d, t))]
    if len(who) < 2 and not told_of and role == "object" and (several := _who_did(d, verb, number)):
        who = several
    if not who and own and r.low[k] not in weak:
        who = [printed for t in own if (printed := group(d, t) or in_session(d, t))]
    if own and (own[0].text.lower() in lowered("meetings", "assemblies") or is_ordinal(_first(noun))):
        who = [*who, *(name for name in chairs(d, k, number) if name not in who)]
    found = _told(d, k, number, form, who, verb, role, noun, owner, told_of)
    if noun.text.lower() in ("meetings", "calls") and own and found and not any_named(d, found.people[1:]):
        return None  # “a series of meetings with the leadership”: no one event
    if guess == "" and found is None and one_sided:
        found = made(d, k, number, form, who, "owned", verb)
    if found:
        found.guess = guess
        found.known &= not several  # “the two held talks”: no talks told before
    return found


def _told(d, k, number, form, who, verb, role, noun, owner, told_of) -> Encounter | None:
    r = d.r
    if len(who) > 1:
        if r.low[k] in lowered("meetings", "weak") and not all_known(d, who):
            return None
        beside = participants(d, [by_whom(noun) + attending(noun)], strict=True)
        beside += company(d, k, who)
        found = made(d, k, number, form, who, "noun", verb)
        found.attendants = beside
        found.new = has_determiner(noun, "a", "an", "another")
        found.apart |= any(t.text.lower() == "delegations" for t in between_whom(noun) + of_whom(noun))
        found.known = not told_of and has_determiner(noun, "the", "this") and not gathered_there(d, k)
        return found
    if len(who) == 1 and another(noun, None):
        return None
    if len(who) == 1 and (told_of and _of_several(noun) or _of_a_group(d, verb, role, noun) or of_a_body(noun, who)):
        found = made(d, k, number, form, who, "group", verb)
        found.fresh |= has_determiner(noun, *lowered("meetings", "again"))
        return found
    if (
        not told_of
        and not owner
        and has_determiner(noun, *lowered("meetings", "again"))
        and not has_determiner(noun, "no")
    ):
        found = made(d, k, number, form, [], "noun", verb)
        found.follows = found.fresh = True
        found.size = size_of(noun)
        return found
    if r.low[k] in lowered("meetings", "weak"):
        return None
    if len(who) == 1 and took_part(verb) and not has_determiner(noun, "the", "this", "that"):
        return made(d, k, number, form, who, "noun", verb)
    if not who and nouns()[r.low[k]] == "meeting" and not another(noun, verb):
        found = made(d, k, number, form, [], "noun", verb)
        found.named, found.known = False, not has_determiner(noun, *INDEFINITE) or r.low[k] not in ("meeting", "summit")
        return found
    if len(who) == 1 and owner:
        return made(d, k, number, form, who, "group" if owner[0].tag_ == "NNS" else "owned", verb)
    return None


def of_the_row(d: Discourse, k: int, number: int) -> Encounter | None:
    """“The fifth session was held in May. The sixth will take place in Riga”: of those who met before."""
    token = d.r.token(k)
    verb, role, _ = governor(token)
    happening = lowered("meetings", "happen") | lowered("meetings", "cancelled")
    if role != "subject" or verb is None or token.head != verb or verb.text.lower() not in happening:
        return None
    found = made(d, k, number, "meeting", [], "group", verb)
    found.follows = found.fresh = True
    return found


def _who_did(d: Discourse, verb: Token, number: int) -> list[str]:
    """“A and B, who had a talk about fish”: those joined right before “who”."""
    who = next((c for c in verb.lefts if c.text.lower() == "who"), None) if verb.dep_ == "relcl" else None
    return _just_joined(d, who, number) if who is not None else []


def _just_joined(d: Discourse, their: Token, number: int) -> list[str]:
    """“decisions made by A and B during their meeting”: the names joined right before the word."""
    k = d.r.at.get(their.i, 0)
    last = [run for run in runs(d, number) if len(run) > 1 and 0 <= k - d.name_ends[run[-1]] <= SHORT]
    return [p.name for start in last[-1] for p in d.persons_at.get(start, [])] if last else []


def _at_its_meeting(d: Discourse, noun: Token, verb: Token | None, own: list[Token]) -> list[str]:
    """“discussed trade during the meeting of the Joint Group”: who acts at the meeting of a body, not the body."""
    bodies = [t for t in of_whom(noun) if t.text.lower() in lowered("meetings", "assemblies")]
    if not own or bodies != own or verb is None or verb.text.lower() in table():
        return []
    return participants(d, [subject_of(d.r, verb)])


def _first(noun: Token) -> str:
    return next((c.text.lower() for c in noun.lefts if c.tag_ != "DT"), "")


def size_of(noun: Token) -> int:
    """How many take part: “trilateral”, “of all three”, “the two”, “the pair”."""
    told = [
        noun.text.lower(),
        *(c.text.lower() for c in (*noun.lefts, *of_whom(noun), *(g for t in of_whom(noun) for g in t.children))),
    ]
    return next((int(n) for word in told for n, names in load("meetings")["sizes"].items() if word in names), 0)


def _of_a_group(d: Discourse, verb: Token | None, role: str, noun: Token) -> bool:
    """“the two committees will hold a joint session”."""
    if verb is None or role != "object" or verb.text.lower() not in lowered("meetings", "holding"):
        return False
    bodies = lowered("meetings", "assemblies")
    return any(t.tag_ in ("NNS", "NNPS") or t.text.lower() in bodies for t in subject_of(d.r, verb))


def _of_several(noun: Token) -> bool:
    """“a meeting of the two presidents”, “talks between ministers”, and of nobody named."""
    told = [t for t in of_whom(noun) + between_whom(noun) if t.text.lower() not in lowered("meetings", "matters")]
    return any(t.tag_ in ("NNS", "NNPS") for t in told) and not with_whom(noun)
