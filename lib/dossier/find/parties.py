"""More than one: whom “the sides”, “both leaders”, “the two ministers”, “they” mean."""

from dossier.find.discourse import SUBJECTS, Discourse
from dossier.find.gathering import Person
from dossier.find.lexicon import lowered
from dossier.find.reading import Reading

THEY = frozenset("they them their".split())


def group_phrase(r: Reading, i: int, start: int) -> bool:
    """“the sides”, “both parties”, “the two leaders”, “the two”, “the pair” – with no noun of its own after “the two”."""
    before = r.low[max(start, i - 3) : i]
    if r.low[i] == "both":
        return i + 1 < len(r) and r.tags[i + 1][:2] in ("VB", "MD", "RB") and r.token(i).dep_ in SUBJECTS
    if not before or not ({"the", "both", "two", "three", "these"} & set(before[-2:])):
        return False
    if r.low[i] in ("two", "both", "three", "pair", "duo", "trio"):
        return r.tags[i + 1][:2] in ("VB", "MD", "RB", ",", ".") if i + 1 < len(r) else False
    return i + 1 >= len(r) or r.low[i + 1] not in ("of", "'", "’")


def plural(d: Discourse, i: int, end: int, noun: str | None, number: int, quoted: list[int], title: str = "") -> None:
    found = (_subjects_before(d, i, number) if d.r.low[i] in THEY else []) or _narrowed(d, noun, title)
    if len(found) < 2:
        return
    for k in range(i, end):
        d.persons_at[k] = found
        d.why[k] = f"“{d.r.words[i]}” → {', '.join(p.name for p in found)} (those who met last)"


def _subjects_before(d: Discourse, i: int, number: int) -> list[Person]:
    """“A and B visited Kyiv, where they …”: two subjects of the same sentence, or of the one before."""
    for sentence in (number, number - 1):
        found = list(dict.fromkeys(e.person for e in d.events if e.sentence == sentence and e.subject and e.at < i))
        if len(found) >= 2:
            return found
    return []


def _narrowed(d: Discourse, noun: str | None, title: str) -> list[Person]:
    if noun in ("ministers", "presidents", "premiers", "ambassadors", "envoys", "secretaries", "chancellors") or title:
        key = (title or noun or "").strip()
        lemma = key.split()[-1].removesuffix("s")
        named = list({id(e.person): e.person for e in d.events}.values())
        fits = lambda p: any(lemma in t for t in p.titles)  # noqa: E731
        narrow = [p for p in d.group if fits(p)]
        if noun == "ministers":
            plain = [p for p in narrow if not any("prime minister" in t for t in p.titles)]
            narrow = plain if len(plain) >= 2 else narrow
        if len(narrow) >= 2:
            return narrow
        holders = [p for p in named if fits(p)]
        return holders if len(holders) >= 2 else d.group
    return d.group


def met(d: Discourse, number: int, start: int, end: int) -> None:
    """Remember who met in this sentence: the group that “the sides” will mean."""
    r = d.r
    cue = any(r.low[k] in lowered("coreference", "encounters") and r.token(k).dep_ in ("ROOT", "conj", "ccomp", "pobj", "dobj", "relcl", "nsubj", "nsubjpass") and not _in_advcl(r, k, start) for k in range(start, end))
    if not cue:
        return
    found: list[Person] = []
    for k in range(start, end):
        for person in d.persons_at.get(k, []):
            if person not in found:
                found.append(person)
    if len(found) >= 2:
        first = {id(p): min(m.start for m in p.mentions) for p in found}
        d.group = sorted(found, key=lambda p: first[id(p)])


def _in_advcl(r: Reading, k: int, start: int) -> bool:
    """Does the word hang on an opening participle (“Noting his earlier meeting with …, the minister …”)?"""
    token = r.token(k)
    for _ in range(8):
        if token.dep_ == "advcl" and token.tag_ == "VBG":
            return token.i < token.head.i
        if token.head == token:
            return False
        token = token.head
    return False
