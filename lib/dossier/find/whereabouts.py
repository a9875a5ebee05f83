"""Whereabouts: whose a bare office is by where its holder receives, meets or speaks, and by who has just acted."""

from dossier.lexicon import load, lowered, words
from dossier.find.reading import BREAK
from dossier.find.scene import PLAIN, Case, Scene, Told


def host(scene: Scene, case: Case) -> str | None:
    """“was received in Algiers by A”, “chaired from Muscat by A”, “while in Samoa, she called on A”: A is at home."""
    r, left = scene.r, case.left
    said = r.low[case.start : left]
    there = r.place[left - 2] and words("allegiance", "signs together").isdisjoint(said)  # both sides sign
    hosted = said[-1:] == ["by"] and (lowered("offices", "received") & set(said) or there)
    host = said[-2:] == ["host", ","] or said[-1:] == ["of"] and "invitation" in said[-4:]
    if not hosted and not host and tuple(said[-2:]) not in _calls():
        return None
    for k in range(left - 1, case.start - 1, -1):
        if r.place[k] and scene.inside(k) and r.place[k].code not in scene.barred(case):
            return r.place[k].code
    return scene.destination(left) if host else None


def _calls() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in load("allegiance")["calls on"])


def destination(scene: Scene, case: Case) -> str | None:
    """“She travelled to Skopje for talks with President A”, “flew to Lima to ask Minister B”: whom one sees there."""
    r, barred = scene.r, scene.barred(case)
    for k in range(case.left - 1, case.start, -1):
        to = scene.leads_to(k)
        if to is None or to in barred:
            continue
        end = next((r.place[j].end for j in range(k + 1, case.left) if r.place[j] and r.place[j].code == to), case.left)
        said = r.low[end : case.left]
        purpose = said[:1] in (["for"], ["to"]) and not {"and", "while", "as", "after", "before"} & set(said[:-1])
        return to if purpose else None
    return None


def conveyed(scene: Scene, case: Case) -> str | None:
    """“asked Ambassador A to convey greetings to President B”: B is whom the envoy serves."""
    r = scene.r
    if r.low[case.left - 1] != "to" or not words("allegiance", "conveys") & set(r.low[case.start : case.left]):
        return None
    envoys = (p.country for m, p in scene.in_sentence(case.sentence) if m.start < case.left and p.posted())
    return next(filter(None, envoys), None)


def sent_by(scene: Scene, case: Case) -> Told:
    """“A handed over a letter from President B”, “passed on the greetings of Minister B”: A is sent by B."""
    r, left = scene.r, case.left
    if r.low[left - 1] not in ("of", "from") or words("allegiance", "carried").isdisjoint(r.low[left - 6 : left - 1]):
        return None
    verb = next((k for k in range(left - 2, case.start, -1) if r.low[k] in words("allegiance", "conveys")), None)
    if verb is None or r.low[verb - 1] == "to":
        return None  # “asked A to convey the greetings of B”
    senders = sorted((m.start, p.country or p) for m, p in scene.in_sentence(case.sentence) if m.start < verb)
    return senders[-1][1] if senders else None


def abroad(scene: Scene, case: Case) -> str | None:
    """“In the Korean capital she held talks with A”, “Tirana, where she met A”, “met A in Lima”."""
    r, sides, barred = scene.r, lowered("offices", "sides"), scene.barred(case)
    if case.person.posted():
        return None  # “from Moscow, where ambassador A covers Belarus too”
    if words("allegiance", "from afar") & set(r.low[case.start : case.left]):
        return None  # “The president, who was in Lima, spoke by phone with A”
    for k in range(case.left - 1, case.start - 1, -1):
        place = r.place[k]
        if not place or place.code in barred:
            continue
        there = "where" in r.low[place.end : place.end + 4] and place.form in PLAIN
        more = scene.visited(place.code) or place.form != "capital"  # no venue only
        if there or scene.inside(k) and more and sides & set(r.low[place.end : case.left]):
            return place.code
        if scene.inside(k):
            break
    after = r.place[case.mention.end + 1] if case.mention.end + 1 < len(r) else None
    met = sides & set(r.low[max(case.start, case.left - 4) : case.left])
    there = met and after and scene.inside(after.start) and scene.visited(after.code)
    return after.code if there and after.code not in barred and not scene.leads(case) else None


def visited(scene: Scene, case: Case) -> str | None:
    """“She made the trip to the Korean capital. There she spent the morning with A”: whom a traveller meets there."""
    r, start = scene.r, case.start
    if not start or r.words[start - 1] == BREAK or scene.in_subject(case.mention):
        return None
    subject = next((r.low[k] for k in range(start, case.left) if r.token(k).dep_ in ("nsubj", "nsubjpass")), None)
    if subject not in ("he", "she", "they"):
        return None
    previous = range(start - 1, r.sents[case.sentence - 1][0] - 1, -1)
    if words("allegiance", "called off") & set(r.low[previous.stop + 1 : start]):
        return None
    to = next((to for k in previous if (to := scene.leads_to(k))), None)
    return to if to not in scene.barred(case) else None


def speaking(scene: Scene, case: Case) -> str | None:
    """“At a briefing in Beijing, Foreign Ministry spokesperson A”, “In Denmark, which …, Climate Minister B”."""
    r, left = scene.r, case.left
    if r.low[left - 1] != ",":
        return None
    opening = r.place[case.start + 1] if r.low[case.start] == "in" else None
    near = r.place[left - 2] if left - case.start < 10 and r.place[left - 2] and scene.inside(left - 2) else None
    place = opening if opening and opening.form in PLAIN else near
    if place and r.text(place.start, place.end) in words("allegiance", "venues"):
        return None
    return place.code if place and place.code not in scene.barred(case) else None


def acting(scene: Scene, case: Case) -> str | None:
    """“Lima gave no reason. The foreign ministry spokesperson, A, said”: who has just acted, in one paragraph."""
    r = scene.r
    clause = next((k for k in range(case.left - 1, case.start, -1) if r.words[k] in (":", ";")), None)
    if clause and (acted := scene.subject(case.start, clause, ("ROOT", "ccomp"))) and acted not in scene.barred(case):
        return acted  # “Indonesia is ahead: Minister A said”
    for previous in range(case.sentence - 1, max(-1, case.sentence - 3), -1):
        start, end = r.sents[previous]
        if BREAK in r.words[start : case.left]:
            return None
        acted = scene.subject(start, end)
        if acted and acted not in scene.barred(case):
            return acted
    return None


def peer(scene: Scene, case: Case) -> str | None:
    """“Lord A”, “Dame B” of an office of state is British."""
    r = scene.r
    titled = any(r.words[m.start - 1] in words("titles", "peers") for m in case.person.mentions)
    named = {place.code for place in r.places if place.code}
    return "GB" if titled and (not named or "GB" in named) else None
