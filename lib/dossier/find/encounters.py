"""Encounters: the verbs of a sentence that tell of a meeting, call or visit, with who took part.

Every cue gives at most one candidate; `meetings` lays candidates of the same event together.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.find.coreference import Discourse
from dossier.find.encounter import Encounter, nouns, verbs
from dossier.find.lexicon import lowered
from dossier.find.occasions import by_noun, form_of, made, of_the_press
from dossier.find.partakers import (
    all_named,
    any_named,
    between_whom,
    following,
    named_after,
    named_before,
    objects_of,
    participants,
    persons_in,
    subject_of,
    with_whom,
)
from dossier.find.reading import Reading
from dossier.find.standing import judge
from dossier.find.venues import place_after, place_name, to_place

LIGHT = ("hold", "pay")


def encounters(d: Discourse, number: int, quoted: list[int]) -> Iterator[Encounter]:
    """The candidates of a sentence, in order."""
    r = d.r
    start, end = r.sents[number]
    used: set[int] = set()
    for i in range(start, end):
        word = r.low[i]
        if word in verbs() and (
            r.tags[i].startswith("VB") or r.shouting and r.low[i] in ("telephoned", "met", "received")
        ):
            found = _by_verb(d, i, number, used)
        elif word in ("expected", "due") and r.low[i + 1 : i + 2] in (["in"], ["to"]) and r.place[min(i + 2, end - 1)]:
            found = _expected(d, i, number)
        elif word in nouns() and i not in used and not r.tags[i].startswith("VB"):
            found = by_noun(d, i, number)
        else:
            found = None
        if found:
            judge(d, found, start, end)
            if found.status != "none" and (
                found.status == "cancelled" or found.why != "owned" and (found.form != "visit" or found.place)
            ):
                yield found


def _by_verb(d: Discourse, i: int, number: int, used: set[int]) -> Encounter | None:
    r, kind, token = d.r, verbs()[d.r.low[i]], d.r.token(i)
    subject = subject_of(r, token)
    passive = any(c.dep_ == "auxpass" for c in token.children)
    agent = [g for c in token.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
    objects = [c for c in token.children if c.dep_ in ("dobj", "dative", "oprd") and c.i > token.i]
    withs = with_whom(token)
    noun = next((c for c in objects + ([subject[0]] if passive and subject else []) if c.text.lower() in nouns()), None)
    if r.low[i] == "attended" and passive:
        return None
    if kind in LIGHT or noun is not None and kind in ("call", "receive", "visit", "greet"):
        return _light(d, i, number, token, subject, noun, withs, agent, passive, used)
    if kind == "visit":
        return _visit(d, i, number, subject, objects)
    if kind == "arrive":
        return _arrival(d, i, number, token, subject)
    if (
        not passive
        and not (objects + withs)
        and kind in ("meet", "speak", "return")
        and _sides(d, subject)
        and (kind != "return" or "table" in r.low[i : i + 5])
    ):
        found = made(
            d,
            i,
            number,
            "call" if kind == "speak" and _by_phone(r, i) else "meeting",
            participants(d, [subject]),
            token,
            kind,
        )
        found.follows = True
        return found
    if kind == "return":
        return None
    form = "meeting"
    if kind in ("speak", "telephone", "call"):
        phone = kind == "telephone" or _by_phone(r, i)
        withs = withs or objects_of(token, "on") if kind == "call" and not phone else withs or objects_of(token, "to")
        if not phone and (not withs or not all_named(d, participants(d, [withs])) or kind == "call" and objects):
            return None
        form = "call" if phone else "meeting"
    sides = [subject, agent] if passive else [subject, objects + withs]
    if kind == "sit" and "down" not in r.low[i : i + 2]:
        return None
    if kind in ("discuss", "confer", "sit"):
        sides = [subject, withs]
    if kind == "greet" and not (
        objects
        and persons_in(d, objects[0])
        and (objects[0].text.lower() == "delegation" or place_after(r, i, r.sentence(i)[1]))
    ):
        return None
    who = participants(d, sides, strict=kind in ("discuss",))
    if kind in ("meet", "receive", "telephone") and not passive:
        who = _filled(d, i, who, sides)
    _company(d, i, who)
    if (
        len(who) == 1
        and kind == "meet"
        and not (objects + withs)
        and subject
        and subject[0].text.lower() in lowered("meetings", "assemblies")
    ):
        return made(d, i, number, form, who, token, kind)
    if len(who) == 1 and kind == "meet" and not (objects + withs) and subject and subject[0].tag_ in ("NNS", "NNPS"):
        found = made(d, i, number, form, who, token, kind)
        found.named = False
        return found
    if len(who) < 2 or kind == "discuss" and not all_named(d, who) or kind == "receive" and not any_named(d, who):
        return None
    return made(d, i, number, form, who, token, kind)


def _light(d, i, number, token, subject, noun, withs, agent, passive, used) -> Encounter | None:
    """“held talks with”, “had a phone call with”, “paid a visit to”, “talks were held between”."""
    if noun is None:
        noun = next(
            (c for c in token.rights if c.text.lower() in nouns() and c.dep_ in ("dobj", "nsubj", "attr", "pobj")), None
        )
    if noun is None:  # “ended two weeks of talks”
        noun = next(
            (
                g
                for c in [c for c in token.rights if c.dep_ == "dobj"]
                for g in objects_of(c, "of")
                if g.text.lower() in nouns()
            ),
            None,
        )
    if noun is None:
        return None
    r = d.r
    k = r.at.get(noun.i, i)
    if of_the_press(r, k):
        used.add(k)
        return None
    form = form_of(r, noun, k)
    if any(c.text.lower() == "no" for c in noun.lefts):
        used.add(k)
        return None
    if form == "visit":
        place = to_place(r, noun, ("to",) if noun.text.lower() == "visit" else ("to", "of", "in")) or to_place(r, token)
        who = participants(d, [subject])[:1]
        found = (
            Encounter(
                k,
                number,
                "visit",
                people=who,
                place=place,
                cue=r.text(min(i, k), max(i, k) + 1),
                verb=token,
                why="visit",
            )
            if who and place
            else None
        )
        if found or withs == []:
            used.add(k)
        return found
    others = (
        withs + with_whom(noun) + between_whom(noun) + (_on(token) if "courtesy" in r.low[max(0, k - 2) : k] else [])
    )
    who = participants(d, [[] if passive else subject, others + agent])
    for name in following(d, k, ("with", "between")):
        who += [name] if name not in who else []
    _company(d, k, who)
    if len(who) < 2:
        return None
    used.add(k)
    found = made(d, i, number, form, who, token, "hold")
    found.cue = r.words[i] + " … " + r.words[k] if abs(k - i) > 1 else r.text(min(i, k), max(i, k) + 1)
    return found


def _on(token: Token) -> list[Token]:
    """“paid a courtesy call on the Vice-President”."""
    return [
        g for c in token.subtree if c.dep_ == "prep" and c.text.lower() == "on" for g in c.children if g.dep_ == "pobj"
    ][:1]


def _company(d: Discourse, k: int, who: list[str]) -> None:
    """“…, in the company of Y”, “accompanied by Y”, “in the presence of Y”."""
    r, end = d.r, d.r.sentence(k)[1]
    start = next((j for j in range(k, end) if r.low[j] in ("company", "accompanied", "presence", "attended")), end)
    for j in range(start, end):
        for person in d.persons_at.get(j, []):
            if person.name not in who:
                who.append(person.name)


def _visit(d: Discourse, i: int, number: int, subject: list[Token], objects: list[Token]) -> Encounter | None:
    r = d.r
    place = next((p for o in objects if (p := place_name(r, r.at.get(o.i, -1), o))), None)
    who = participants(d, [subject])
    if not who or not place:
        return None
    return Encounter(i, number, "visit", people=who, place=place, cue=r.words[i], verb=r.token(i), why="visit")


def _arrival(d: Discourse, i: int, number: int, token: Token, subject: list[Token]) -> Encounter | None:
    r = d.r
    place = to_place(r, token, ("in", "to", "at"))
    who = participants(d, [subject])
    if not who or not place:
        return None
    return Encounter(i, number, "visit", people=who, place=place, cue=r.words[i], verb=token, why="arrival")


def _expected(d: Discourse, i: int, number: int) -> Encounter | None:
    """“is expected in Baghdad next month”, “was due in Jeddah on Wednesday”."""
    r, token = d.r, d.r.token(i)
    mention = r.place[i + 2]
    who = participants(d, [subject_of(r, token)])
    if not who or mention is None or mention.form not in ("name", "capital"):
        return None
    return Encounter(
        i,
        number,
        "visit",
        "planned",
        who[:1],
        place=r.text(mention.start, mention.end),
        cue=r.words[i],
        verb=token,
        why="expected",
    )


def _sides(d: Discourse, subject: list[Token]) -> bool:
    """“the sides”, “both leaders”, of whom nobody is named: those who met before."""
    return (
        bool(subject)
        and subject[0].text.lower() in lowered("meetings", "sides")
        and not persons_in(d, subject[0])
        and not subject[0].n_rights
        and any(c.text.lower() in ("the", "both", "two") for c in subject[0].lefts)
    )


def _filled(d: Discourse, i: int, who: list[str], sides: list[list[Token]]) -> list[str]:
    """Where the parse finds one side only, or a delegation but not its leader, the other by position."""
    one, other = (participants(d, [side]) for side in sides)
    led = not any_named(d, other) and {"led", "headed"} & set(d.r.low[i : i + 16])
    if one and other and not led:
        return who
    one = one or named_before(d, i)
    other = named_after(d, i) or other if led or not other else other
    return one + [name for name in other if name not in one] if one and other else who


def _by_phone(r: Reading, i: int) -> bool:
    """“by phone” after the verb, or “in a separate call” before it."""
    return any(w in lowered("meetings", "phone") for w in r.low[i + 1 : r.sentence(i)[1]]) or any(
        w in ("call", "videoconference") and r.tags[k].startswith("NN")
        for k, w in enumerate(r.low[r.sentence(i)[0] : i], r.sentence(i)[0])
    )
