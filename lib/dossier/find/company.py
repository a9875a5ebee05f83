"""Company: whose a bare office is by the list it stands in, whom one accompanies, one's delegation or side."""

from dossier.lexicon import lowered, words
from dossier.find.mention import Mention
from dossier.find.office import POSSESSIVE
from dossier.find.ranks import alike, unique
from dossier.find.reading import Reading
from dossier.find.scene import PLAIN, Case, Scene, Told
from dossier.find.together import joined, together

PRESENT = frozenset((("present", "for"), ("represented", "for"), ("behalf", "of")))
REACH = 12  # words from “travelling with” to the one travelled with
APART = frozenset("where invitation meet meets met see sees saw".split())
LEADS = frozenset("lead leads led head heads headed".split())
FINITE = frozenset(("MD", "VBD", "VBZ", "VBP"))


def listed(scene: Scene, case: Case) -> Told:
    """“Paraguay's foreign minister, A, and finance minister, B”: B is of A's country."""
    r, k = scene.r, case.left - 1
    if k < 2 or r.low[k] not in ("and", ",") or r.sent_of[k] != case.sentence or _of_acronym(scene, case):
        return None
    guest = case.person.posted()  # an attaché listed with the hosts' officers
    joined, k = r.low[k] == "and", k - 1 - (r.low[k - 1] == ",")
    for mention, person in scene.ending(k + 1):
        if joined and _between(r, mention):
            return None
        if (mention.offices or joined) and not person.posted() and not scene.rivals(person, case.person):
            if guest:
                return None
            taken = person.country and any(p.country == person.country and alike(p, case.person) for p in scene.found)
            return None if taken else person.country or person  # where another is foreign minister, none is “Secretary”
    return None


def _between(r: Reading, mention: Mention) -> bool:
    """“a call between | President A and Prime Minister B”: two sides."""
    left = min([o.left for o in mention.offices], default=mention.start)
    return r.low[min(left, mention.start) - 1] == "between"


def _of_acronym(scene: Scene, case: Case) -> bool:
    """“Brazil's agency head, A, and NDMA chief B”: a body of its own."""
    r, office = scene.r, case.office
    said = [r.words[k] for k in range(office.start, office.head)] if office and not r.shouting else []
    return any(word.isupper() and len(word) > 2 for word in said)


def represented_by_name(scene: Scene, case: Case) -> str | None:
    """“A signed for India and B for Qatar”: the country for which one acts, said after the name."""
    r, k = scene.r, case.mention.end
    if k + 2 < len(r) and r.low[k] in words("allegiance", "acts for"):
        k += 1
    if k + 2 >= len(r) or r.low[k] != "for" or not words("allegiance", "acts for") & set(r.low[case.start : k]):
        return None
    place = r.place[k + 1 + (r.low[k + 1] == "the")]
    return place.code if place and place.form in PLAIN else None


def respectively(scene: Scene, case: Case) -> str | None:
    """“Romania and Croatia will sign, ministers A and B said”: as many countries as names, in the same order."""
    r, office = scene.r, case.office
    if office is None or not office.plural:
        return None
    group = [
        m for m, _ in sorted(scene.in_sentence(case.sentence), key=lambda pair: pair[0].start) if office in m.offices
    ]
    if any(m.country for m in group):
        return None  # “the ministers, A and Chile's B”
    codes = list(dict.fromkeys(r.place[k].code for k in range(case.start, office.left) if r.place[k]))
    if not codes and words("offices", "counts") & set(r.low[office.left : office.end]):
        codes = together(r, case.sentence, len(group))
    elif not codes and unique(case.person):
        codes = joined(r, case.sentence - 1, len(group))
    return codes[group.index(case.mention)] if len(codes) == len(group) > 1 and case.mention in group else None


def of_peers(scene: Scene, case: Case) -> str | None:
    """“met their Uzbek colleagues, Governor A and Deputy Prime Minister B”: a group named, then who is in it."""
    r = scene.r
    for k in range(case.left - 1, case.start, -1):
        if r.low[k] in words("allegiance", "peers") and r.low[k + 1] in (",", ":", "–", "—", "("):
            return r.place[k - 1].code if r.place[k - 1] and r.place[k - 1].form != "international" else None
        if r.tags[k] in FINITE:
            return None
    return None


def company(scene: Scene, case: Case) -> Told:
    """“Prime Minister A was accompanied by Trade Minister B and C”, “A came with B”: B is of A's country."""
    r = scene.r
    for k in range(case.left - 1, case.start, -1):
        if _goes_along(r, k):
            return None if _of_the_place(scene, case, k) else _whose(scene, case, k - 1)
        if r.low[k] in lowered("allegiance", "parting") or r.tags[k] in FINITE:
            return None
    return None


def _of_the_place(scene: Scene, case: Case, k: int) -> bool:
    """“A toured the plant together with the province's governor B”: whom one meets where one is, not who came along."""
    owner = case.office.possessor if case.office and scene.r.low[k] == "with" else None
    return owner is not None and scene.r.low[owner] in words("offices", "divisions small")


def present(scene: Scene, case: Case) -> Told:
    """“President A received B in the presence of Minister C”: C is of the host's country."""
    r, k = scene.r, case.left - 1
    for k in range(case.left - 1, case.start, -1):
        if r.low[k] == "of" and r.low[k - 1] == "presence":
            here = sorted(scene.in_sentence(case.sentence), key=lambda pair: pair[0].start)
            hosts = [p for m, p in here if m.start < k and scene.acts(m)]
            active = lowered("offices", "received") | {"receives"}
            hosted = hosts and active & set(r.low[case.start : k]) and r.low[k - 3 : k - 1] == ["in", "the"]
            return (hosts[0].country or hosts[0]) if hosted and "by" not in r.low[case.start : k] else None
        if r.tags[k] in FINITE:
            return None
    return None


def travelling(scene: Scene, case: Case) -> Told:
    """“Minister B, who is travelling with A”, “B, accompanying A”: B is of A's country."""
    r, k = scene.r, case.mention.end
    if r.low[k : k + 1] != [","]:
        k -= 1  # “B accompanied A”
        if r.low[k + 1 : k + 2] not in (["accompanied"], ["accompanies"]) or r.low[k + 2 : k + 3] == ["by"]:
            return None
    _, end = r.sentence(k)
    verbs = words("allegiance", "travels along")
    near = (j for j in range(k + 1, min(k + 5, end - 1)) if r.low[j] in verbs)
    verb = next((j for j in near if r.low[j].startswith("accompan") or r.low[j + 1] in ("with", "alongside")), None)
    if verb is None:
        return None
    for mention, person in sorted(scene.in_sentence(case.sentence), key=lambda pair: pair[0].start):
        if verb < mention.start < verb + REACH:
            return person.country or person
    return None


def succession(scene: Scene, case: Case) -> Told:
    """“A will be succeeded by B, who …”, “B replaces A”, “B took over from A”: of one country."""
    r, own = scene.r, case.mention
    for mention, person in sorted(scene.in_sentence(case.sentence), key=lambda pair: pair[0].start):
        first, last = sorted((own, mention), key=lambda m: m.start)
        between = r.low[first.end : last.start]
        if person is not case.person and not words("allegiance", "succeeds").isdisjoint(between):
            return person.country or person
    return None


def _goes_along(r: Reading, k: int) -> bool:
    """“accompanied by”, “came with”, “together with”, “alongside”: word `k` ends the phrase."""
    if r.low[k] == "by":
        return r.low[k - 1] in lowered("allegiance", "accompanied")
    if r.low[k] == "with":
        where = "where" in r.low[r.sentence(k)[0] : k - 2]  # “arrived in Oslo, where he came with B”
        return r.low[k - 1] in lowered("allegiance", "along") and not where
    return r.low[k] in lowered("allegiance", "beside")


def _whose(scene: Scene, case: Case, end: int) -> Told:
    """Country of the last person, office or country named between the sentence's start and word `end`."""
    r, k = scene.r, end - 1
    there = False  # “back from Oslo, where together with B she saw a plant”: the place is not whose B is
    while k >= case.start:
        for _, person in scene.ending(k + 1):
            return person.country or person
        there |= r.low[k] == "where"
        if r.place[k] and r.place[k].code and not there and not _no_one(r, k):
            return r.place[k].code
        office = scene.office_at(k)
        if office:
            return office.country or scene.again(office)
        if r.low[k] in ("he", "she"):
            return scene.owner(k, case.person)
        k -= 1
    return None


def delegated(scene: Scene, case: Case) -> Told:
    """“The French delegation includes Minister A”: who leads it, or is in it, serves its country."""
    r, left = scene.r, case.left
    for k in range(case.mention.end, r.sentence(left)[1]):
        before = set(r.low[max(case.mention.end, k - 4) : k])
        if r.low[k] in lowered("offices", "groups") and "of" in before and {"part", "member", "members"} & before:
            return scene.delegation(k)  # “A and B are part of the delegation”
        if r.low[k] in lowered("offices", "groups") and LEADS & set(r.low[case.mention.end : k]):
            return scene.delegation(k) if not _others(scene, case, k) else None  # “A is to lead Senegal's team”
    for k in range(left - 1, case.start, -1):
        if r.low[k] == "one" and r.place[k - 1] and r.place[k - 1].form == "demonym":  # “and the Irish one by B”
            return r.place[k - 1].code if lowered("offices", "groups") & set(r.low[case.start : k]) else None
        if r.low[k] in lowered("offices", "groups"):
            between = set(r.low[k:left])
            within = lowered("offices", "grouping") & between and not lowered("offices", "received") & between
            within = within and not APART & between  # “visited the port, where it was led round by A”
            return scene.delegation(k) if within else None
    return None


def _others(scene: Scene, case: Case, k: int) -> bool:
    return any(case.mention.end <= m.start < k for m, _ in scene.in_sentence(case.sentence))


def represented(scene: Scene, case: Case) -> str | None:
    """“Present for Uganda were A and B”, “Croatia was represented by A”, “A and B on the Omani side”."""
    r, (_, end) = scene.r, scene.r.sentence(case.left)
    after = (scene.side(k) for k in range(case.mention.end, end) if r.place[k] and r.low[k - 2 : k] == ["on", "the"])
    if told := next(filter(None, after), None):
        return told
    for k in range(case.left - 1, case.start - 1, -1):
        place = r.place[k]
        if place and place.code and place.start == k:
            before, said = r.low[max(case.start, k - 2) : k], r.low[place.end : case.left]
            said = said[1:] if said[:1] and said[0] in lowered("offices", "groups") else said  # “the Thai side by A”
            shared = said[:1] == ["by"] and "represented" in r.low[case.start : k]  # “… by A, Chile by B”
            stands = tuple(before) in PRESENT or shared or "represented" in said[:4] and "by" in said
            return place.code if stands else scene.side(k)
    return None


def _no_one(r: Reading, k: int) -> bool:
    """“will visit Lima and Cusco, accompanied by B”: a place where one goes is nobody whom B goes with."""
    place = r.place[k]
    owns = r.words[place.end : place.end + 1] and r.words[place.end] in POSSESSIVE or r.low[place.start - 1] == "of"
    return place.form in PLAIN and not owns and r.token(place.end - 1).dep_ not in ("nsubj", "nsubjpass")
