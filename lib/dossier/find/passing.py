"""Names in passing: who is a person though nothing beside the name tells an office.

No single sign decides. Each that speaks for a person is worth something (`language/names.yml`, “signs”); what makes
the words the name of a thing outweighs them all. The signs that told it stand in the mention's `why`.
"""

import re
from collections.abc import Iterator

from dossier.find.mention import Mention, is_one_word
from dossier.find.names import is_thing
from dossier.find.namewords import is_given
from dossier.find.office import ARTICLES, HYPHENS, NAMED, POSSESSIVE, Office, heads
from dossier.find.origins import origins
from dossier.find.rank import extend_left
from dossier.find.reading import BREAK, Reading
from dossier.lexicon import load, lowered, words

ENOUGH, ORIGIN, SECOND = 2.0, 0.5, 1.5  # the last two as in the list of signs
SUBJECTS, OBJECTS = frozenset(("nsubj", "nsubjpass")), frozenset(("dobj", "nsubjpass"))
PERSONAL = frozenset("he she him her his himself herself".split())
IN_PHRASE = frozenset("NN JJ CD HYPH NNP VBN VBG".split())
MARKS = frozenset("“”\"‘’«»„")
AGES = range(2, 3)  # digits of an age
SURNAME_FIRST = ("JP", "HU")
INITIALS = re.compile(r"(?!St|Mt|Ft|Pt|Dr|Mr|Ms|Jr|Sr)[A-Z][a-z]?\.")
BY_VERB = "name of somebody who speaks or meets"
APART = 6  # words from a comma to the noun that tells what somebody is


def in_passing(r: Reading, found: list[Mention], taken: list[bool]) -> None:
    """Make those of the weak mentions strong whose signs are enough, and say which."""
    if r.shouting:
        return
    for mention in found:
        if mention.end - mention.start > 2 and not mention.offices and _calls(r, mention.start):
            mention.start += 1  # “Shipowner | Igor Titov”
        if mention.strong and mention.why == BY_VERB and _thing(r, mention, taken):
            mention.strong, mention.why = False, "name"
    people = {m.end for m in found if m.strong}
    starts = {m.start for m in found if m.strong}
    for mention in found:
        if mention.strong or not _of_two_words(r, mention) or _thing(r, mention, taken):
            continue
        told = dict(_signs(r, mention, people, starts))
        last_given = is_given(r.words[mention.end - 1])
        if "given" not in told.values() and _worth(told) + ORIGIN + last_given * SECOND >= ENOUGH:
            told |= _of_language(r, mention, last_given)  # looked up only where it decides: it costs most
        if _worth(told) >= ENOUGH:
            mention.strong = True
            mention.why = f"name in passing: {', '.join(told)}"
            mention.offices = _trade(r, mention)
            people.add(mention.end)
            starts.add(mention.start)


def _trade(r: Reading, mention: Mention) -> list[Office]:
    """“unionist | Zweli Vavi”: what somebody does, told before a name that is no known one."""
    k = _noun_before(r, mention.start)
    unlike = words("offices", "no trades") | lowered("offices", "private bodies") | words("names", "callings")
    endings = tuple(load("offices")["endings"])
    if k is None or r.tags[k] != "NN" or not r.low[k].endswith(endings) or r.low[k] in unlike | words("names", "kin"):
        return []
    office = Office(k, k + 1, k, r.low[k], False, k, private=True)
    extend_left(r, office, r.sentence(k)[0])
    return [office]


def _calls(r: Reading, k: int) -> bool:
    """Does a calling, or what is done (“Answering”), begin the sentence at word `k`, and a given name follow?"""
    if r.sentence(k)[0] != k or is_given(r.words[k]) or not is_given(r.words[k + 1]) or not r.words[k].istitle():
        return False
    trade = len(r.low[k]) > 4 and r.low[k].endswith(tuple(load("offices")["endings"]))
    return trade or r.low[k].endswith("ing") and len(r.low[k]) > 5 or r.low[k] in words("names", "callings")


def _worth(told: dict[str, str]) -> float:
    worth = load("names")["signs"]
    return sum(float(worth[sign]) for sign in told.values())


def _of_language(r: Reading, mention: Mention, last_given: bool) -> dict[str, str]:
    """What the spelling of the name tells: that it is one of some language; that the family name stands first."""
    usual = origins(r.text(mention.start, mention.end))
    if 1 not in usual.values():
        return {}
    first = last_given and any(usual.get(code, 0) >= 1 for code in SURNAME_FIRST)
    told = {"a name of its language": "origin"}
    return told | ({f"given name “{r.words[mention.end - 1]}”": "second"} if first else {})


def _of_two_words(r: Reading, mention: Mention) -> bool:
    """Has the name two words, hyphens and articles aside (“Ann Lee”, not “Ala-Too” or “Al Ahly”)?"""
    two = " " in r.text(mention.start, mention.end).strip() and mention.end - mention.start > 1
    return two and not is_one_word(r, mention.start, mention.end)


def _thing(r: Reading, mention: Mention, taken: list[bool]) -> bool:
    """Do the words name a body, a place, a ship or a work, or stand before a noun that they name?"""
    start, end = mention.start, mention.end
    town = r.towns.get(start)
    first = start + (is_given(r.words[start]) and r.words[start] in words("names", "given"))  # “Sofia Sapega”
    if any(r.place[first:end]) or town is not None and town[:2] == (start, end) or is_thing(r, end):
        return True
    if any(_of_thing(r, k) for k in range(start, end)) or r.low[start - 1] in ARTICLES and start:
        return True
    if start and (r.words[start - 1].isdigit() or _goes_before(r, start, taken)):
        return True  # “on 15 April Petrenko said”, “Second | Thomas Shoal”
    if start and r.words[start - 1] in MARKS and r.words[end : end + 1] and r.words[end] in MARKS:
        return True  # a book, a film, a firm in quotation marks
    if end < len(r) and r.sent_of[end] == r.sent_of[start] and r.tags[end] in ("NN", "NNS", *NAMED):
        token = r.token(end - 1)
        if token.dep_ in ("compound", "nmod", "amod") and token.head.i >= r.ids[end]:
            return True  # “the Simón Bolívar | bridge”
    noun = _noun_before(r, start)
    return noun is not None and not taken[noun] and not _calling(r, noun)


def _goes_before(r: Reading, start: int, taken: list[bool]) -> bool:
    """Does a capitalised word of no title before the name begin what it names: “Radio | Ann Lee”?"""
    before = r.token(start - 1)
    named = r.capital[start - 1] and r.tags[start - 1] in NAMED and not taken[start - 1] and not r.place[start - 1]
    inside = named and before.dep_ == "compound" and r.sent_of[start - 1] == r.sent_of[start]
    return inside and before.head.i in {r.ids[k] for k in range(start, min(start + 4, len(r)))}


def _of_thing(r: Reading, k: int) -> bool:
    """Is word `k` one of the names of bodies and things, in letters, or with a figure: “Works”, “INS”, “F-150”?"""
    word = r.words[k]
    letters = word.isupper() and len(word.rstrip(".")) > 1 and "." not in word
    bodies = word in words("names", "things") or r.low[k] in words("institutions", "heads")
    return letters or bodies or any(c.isdigit() for c in word) or word in words("offices", "legal forms")


def _noun_before(r: Reading, start: int) -> int | None:
    """The common noun right before the name, where it is part of its phrase: “the newspaper | Ann Lee”."""
    k = start - 1
    if k < 0 or r.tags[k] not in ("NN", "NNS") or r.capital[k] or r.sent_of[k] != r.sent_of[start]:
        return None
    name = {r.ids[j] for j in range(start, min(start + 4, len(r)))}
    return k if r.token(k).head.i in name or any(r.doc[i].head.i == r.ids[k] for i in name) else None


def _calling(r: Reading, k: int) -> bool:
    """Does the noun at `k` tell what somebody is: “novelist”, “champion”, “father”?"""
    word = r.low[k].removesuffix("s") if r.tags[k] == "NNS" else r.low[k]
    if word in words("names", "callings") or word in words("names", "kin") or word in heads():
        return True
    long = len(word) > 4 and word.endswith(tuple(load("offices")["endings"]))
    return long and word not in words("offices", "no trades") | lowered("offices", "private bodies")


def _signs(r: Reading, mention: Mention, people: set[int], starts: set[int]) -> Iterator[tuple[str, str]]:
    """(what is said, which sign it is) of all that speaks for a person."""
    start, end = mention.start, mention.end
    if is_given(r.cased[start]):
        yield f"given name “{r.words[start]}”", "given"
    if INITIALS.fullmatch(r.words[start]):
        yield f"initial “{r.words[start]}”", "initial"
    if mention.country:
        yield "a country beside it", "of country" if r.low[end : end + 1] == ["of"] else "country"
    noun = _noun_before(r, start)
    if noun is not None and _calling(r, noun):
        yield f"“{r.words[noun]}” before it", "calling"
    elif word := _apposed(r, end):
        yield f"“{word}” after it", "calling"
    yield from _acts(r, mention)
    if (k := _joined(r, start, end, people, starts)) is not None:
        yield f"beside {r.words[k]}", "joined"
    if owned := _owned(r, end):
        yield f"“{owned}” is a person's", "owned"
    if r.low[start - 1 : start] == ["under"] and r.token(end - 1).dep_ == "pobj":
        yield "“under” somebody", "under"
    if _meant_later(r, start, end):
        yield "“he” or “she” after it", "pronoun"


def _apposed(r: Reading, end: int) -> str | None:
    """“…, the writer”, “…, who”, “…, 41,” after a name."""
    if r.words[end : end + 1] != [","] or end + 2 >= len(r):
        return "who" if r.low[end : end + 1] == ["who"] else None
    k = end + 1
    if r.low[k] == "who" or r.words[k].isdigit() and len(r.words[k]) in AGES and r.words[k + 1] in ",.":
        return r.words[k]
    while r.low[k] in words("offices", "opening") or r.place[k] or r.words[k] in POSSESSIVE:
        k += 1  # “, once his mentor”, “, Peru's man in Rome”
    last = k - (r.low[k] not in ARTICLES)
    while last + 1 < len(r) and last - k < APART and r.tags[last + 1] in IN_PHRASE:
        last += 1
    return r.words[last] if last > k and r.tags[last] == "NN" and _calling(r, last) else None


def _acts(r: Reading, mention: Mention) -> Iterator[tuple[str, str]]:
    """What the name does, or what is done to it, in its clause."""
    token = r.token(mention.end - 1)
    while token.dep_ == "conj" and token.head.tag_ in NAMED and token.head != token:
        token = token.head
    verb = token.head
    word = verb.text.lower()
    active = token.dep_ == "nsubj"
    if active and (word in words("names", "human verbs") or word in words("names", "personal verbs")):
        yield f"who “{word}”", "acts"
    elif active and word in words("names", "minds"):
        yield f"who “{word}”", "minds"
    elif token.dep_ in OBJECTS and word in words("names", "suffered verbs"):
        yield f"whom one “{word}”", "acts"
    elif token.dep_ in SUBJECTS and verb.tag_.startswith("V"):
        yield f"subject of “{word}”", "subject"


def _owned(r: Reading, end: int) -> str | None:
    """“Ann Lee's | widow”, “the | arrest of Ann Lee”, “a | novel by Ann Lee”: what only people have."""
    if r.words[end : end + 1] and r.words[end] in POSSESSIVE:
        word = r.low[end + 1]
    else:
        token = r.token(end - 1)
        linked = token.dep_ == "pobj" and token.head.text.lower() in ("of", "by")
        word = token.head.head.text.lower() if linked else ""
    return word if word in words("names", "owned") else None


def _joined(r: Reading, start: int, end: int, people: set[int], starts: set[int]) -> int | None:
    """“Ann Lee and | Bo Moss”, “| Bo Moss and Ann Lee”: the last word of, or the first of, a person beside."""
    if start > 1 and r.low[start - 1] in ("and", ",") and start - 1 in people:
        return start - 2
    return end + 1 if r.low[end : end + 1] == ["and"] and end + 1 in starts else None


def _meant_later(r: Reading, start: int, end: int) -> bool:
    """Does the next sentence of the paragraph begin with “he” or “she”, the name being the subject of its own?"""
    number = r.sent_of[start]
    if number + 1 >= len(r.sents) or r.token(end - 1).dep_ not in SUBJECTS:
        return False
    first = r.sents[number + 1][0]
    near = first < len(r) and BREAK not in r.words[start:first]
    return near and r.low[first] in PERSONAL and r.words[end - 1] not in HYPHENS
