"""Scene: who is named in which sentence, who acts there, and where it happens, for the rules of allegiance."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from spacy.tokens import Token

from dossier.countries import region
from dossier.find.gathering import Person
from dossier.find.lexicon import load, lowered, words
from dossier.find.mention import Mention, role
from dossier.find.mentions import offices_of
from dossier.find.office import Office, title_of
from dossier.find.reading import Reading

PLAIN = ("name", "capital")
DEEP = 6  # steps up the parse within which a subject is looked for


@dataclass(eq=False)
class Case:
    """A person whose country is asked for: the mention and office that count, where they begin, and their sentence."""

    person: Person
    mention: Mention
    office: Office | None
    left: int
    start: int
    sentence: int


class Journey(NamedTuple):
    """A visit or posting to a country: by whom (their country, where it is told), or by one whose country is not (`bare`)."""

    country: str | None
    to: str
    bare: bool


class Scene:
    """What the rules of allegiance look up; made once a document."""

    def __init__(self, r: Reading, found: list[Person]):
        self.r, self.found = r, found
        self._ending: dict[int, list[tuple[Mention, Person]]] = defaultdict(list)
        self._sentence: dict[int, list[tuple[Mention, Person]]] = defaultdict(list)
        self._holders: dict[str, list[Person]] = defaultdict(list)
        self._barred: dict[Person, set[str | None]] = {}
        for person in found:
            for mention in person.mentions:
                for end in {mention.end, *(o.end for o in mention.offices if o.start > mention.start)}:
                    self._ending[end].append((mention, person))
                self._sentence[r.sent_of[mention.start]].append((mention, person))
            for office in {o.lower() for o in person.offices}:
                self._holders[office].append(person)
        self._named = Counter(p.code for p in r.places if p.code)
        self._offices = offices_of(r.doc)
        self._office_at = {o.head: o for o in self._offices}

    def case(self, person: Person) -> Case:
        mention = next((m for m in person.mentions if m.offices), person.mentions[0])
        office = mention.offices[0] if mention.offices else None
        left = min(office.left, mention.start) if office else mention.start
        return Case(person, mention, office, left, self.r.sentence(left)[0], self.r.sent_of[left])

    def ending(self, k: int) -> list[tuple[Mention, Person]]:
        """Who is named by words that end before word `k`."""
        return self._ending.get(k, [])

    def in_sentence(self, number: int) -> list[tuple[Mention, Person]]:
        return self._sentence.get(number, [])

    def office_at(self, k: int) -> Office | None:
        return self._office_at.get(k)

    def again(self, office: Office) -> Person | None:
        """“The visiting premier”: the last person before whose office this may be, a subject first."""
        kinds = load("offices")["again"].get(office.lemma, [office.lemma])
        for number in range(self.r.sent_of[office.head], max(-1, self.r.sent_of[office.head] - 8), -1):
            fits = [
                (self.acts(mention), mention.start, person)
                for mention, person in self.in_sentence(number)
                if mention.start < office.start
                and any(title.endswith(kind) for title in person.titles for kind in kinds)
            ]  # fmt: skip
            if fits:
                return max(fits, key=lambda fit: fit[:2])[2]
        return None

    def acts(self, mention: Mention) -> bool:
        """Is the person named the subject of a verb, by name or by the office that the name stands beside?"""
        return role(self.r, mention) in ("nsubj", "nsubjpass")


    def delegation(self, k: int) -> str | None:
        """“the French delegation”, “a delegation from France”, or one of those named before."""
        r = self.r
        near = next((r.place[j] for j in (k - 1, k - 2, k - 3) if r.place[j] or r.tags[j] not in ("JJ", "NN")), None)
        if near:
            return near.code
        for j in range(k + 1, min(k + 10, r.sentence(k)[1])):
            if r.place[j] and r.place[j].code and r.low[k + 1] in ("of", "from"):
                return r.place[j].code
        first = max(0, r.sent_of[k] - 2)
        before = [j for j in range(r.sents[first][0], k) if r.low[j] == r.low[k]]
        return self.delegation(before[-1]) if before and r.low[k - 1] == "the" else None

    def owner(self, k: int, person: Person) -> Person | None:
        """Who “his” or “her” at word `k` most likely is: the last person who acts, in this sentence or before."""
        first = max(-1, self.r.sent_of[k] - 6)
        near = [(n, m, p) for n in range(self.r.sent_of[k], first, -1) for m, p in self.in_sentence(n)
                if m.start < k and p is not person and p.offices]  # fmt: skip
        acting = [found for found in near if self.acts(found[1])] or near
        return max(acting, key=lambda found: found[1].start)[2] if acting else None

    def it(self, k: int) -> str | None:
        """“Estonia wants in. Its …”: the country that “its” at word `k` is, the subject of this sentence or the one before."""
        for number in (self.r.sent_of[k], self.r.sent_of[k] - 1):
            start, end = self.r.sents[number]
            if number >= 0 and (country := self.subject(start, min(end, k))):
                return country
        return None

    def unnamed(self, office: Office) -> str | None:
        """Country of the last office told before this one, of one of the kinds it may stand for."""
        kinds = load("allegiance")["called again"][office.lemma]
        before = [o for o in self._offices if o.start < office.start and o.country]
        fits = (o.country for o in reversed(before) if any(title_of(self.r, o).endswith(kind) for kind in kinds))
        return next(fits, None)

    def of_union(self, person: Person) -> bool:
        """“Commissioner for Trade” is of the European Union where the text names one of its bodies, and no police."""
        said = any(office.lower().startswith(lead) for office in person.offices for lead in words("allegiance", "of the union"))
        inside = {self.r.low[k] for m in person.mentions for o in m.offices for k in range(o.left, o.end)}
        said |= bool({o.lower() for o in person.offices} & words("allegiance", "of a body"))
        within = {self.r.low[k] for m in person.mentions for o in m.offices for k in range(o.head, o.end)}
        if "its" in within and self._of_body(person):
            return True
        if not said and not words("allegiance", "bodies") & inside:
            return False
        return any(place.form == "international" for place in self.r.places)

    def _of_body(self, person: Person) -> bool:
        """“The U.N. has asked for money, said A, head of its office”: the body named last, with no country after it."""
        start = self.case(person).left
        before = [p for p in self.r.places if p.start < start and self.r.sent_of[p.start] >= self.r.sent_of[start] - 1]
        return bool(before) and before[-1].form == "international"

    def rivals(self, one: Person, other: Person) -> bool:
        """Do both hold an office of which a country has one only (“President”, “Foreign Minister”)?"""
        same = {o.lower() for o in one.offices} & {o.lower() for o in other.offices}
        return bool(same - lowered("offices", "shared"))

    def barred(self, case: Case) -> set[str | None]:
        """Countries that the person is not of: where another holds the office, where they are posted, travel, or meet."""
        if case.person not in self._barred:
            self._barred[case.person] = (
                self._rivals_of(case.person) | self._postings(case.person) | self._journeys(case.person)
                | {p.country for p in self.across(case)} | {self._facing(case)}
            )  # fmt: skip
        return self._barred[case.person]

    def _rivals_of(self, person: Person) -> set[str | None]:
        unique = {o.lower() for o in person.offices} - lowered("offices", "shared")
        return {p.country for office in unique for p in self._holders[office] if p is not person and p.country}

    def _postings(self, person: Person) -> set[str | None]:
        """Countries inside the office as printed: an envoy to Kazakhstan is not Kazakhstan's."""
        r = self.r
        inside = [range(o.start, o.end) for m in person.mentions for o in m.offices if o.lemma in words("offices", "posted")]
        return {r.place[k].code for span in inside for k in span if r.place[k] and r.place[k].form in PLAIN}

    def _journeys(self, person: Person) -> set[str | None]:
        """Where the person is on “his four-day visit to”, or goes on “a visit by A to”: not at home."""
        r, away = self.r, set()
        for mention in person.mentions:
            _, end = r.sentence(mention.start)
            if "by" in r.low[max(0, mention.start - 6) : mention.start] and r.low[mention.end : mention.end + 1] == ["to"]:
                away |= self._named_at(mention.end + 1, end)
            away |= self._counterpart_of(mention)
            for k in range(mention.end, end - 2):
                own = {"his", "her", "their"} & set(r.low[k - 5 : k])
                if r.low[k] in lowered("offices", "journeys") and own and r.low[k + 1] == "to":
                    away |= self._named_at(k + 2, end)
        return away

    def _counterpart_of(self, mention: Mention) -> set[str | None]:
        """“A met her Indonesian counterpart”: A is no Indonesian."""
        r, (_, end) = self.r, self.r.sentence(mention.start)
        for k in range(mention.end, end - 2):
            if r.low[k] in ("his", "her") and r.place[k + 1] and r.low[r.place[k + 1].end : r.place[k + 1].end + 1] in (["counterpart"], ["colleague"]):
                return {r.place[k + 1].code}
        return set()

    def _named_at(self, k: int, end: int) -> set[str | None]:
        return {self.r.place[j].code for j in range(k, min(k + 3, end)) if self.r.place[j]}

    def across(self, case: Case) -> list[Person]:
        """Those who meet the person: a word of meeting stands between the two in one sentence, and one of them acts."""
        found = []
        for own in case.person.mentions[:2]:
            for mention, other in self.in_sentence(self.r.sent_of[own.start]):
                if other is not case.person and other.country and self._meet(own, mention):
                    found.append(other)
        return found

    def _meet(self, own: Mention, mention: Mention) -> bool:
        r, sides = self.r, lowered("offices", "sides")
        low, high = sorted(((own.start, own.end), (mention.start, mention.end)))
        between = set(r.low[low[1] : high[0]])
        if "with" in between and r.low[low[0] - 1] == "of" and r.low[low[0] - 2] in sides:
            return True  # “a meeting of A with B”
        if not sides & between or ";" in between or lowered("allegiance", "accompanied") & between:
            return False
        if words("allegiance", "both sides") & between or r.low[low[0] - 1] == "between" and "and" in between:
            return True
        if "who" in between:
            return self._who_meets(low[1], high[0], own, mention)
        for host, guest in ((own, mention), (mention, own)):
            if self._hosts(host):
                return self.in_subject(guest)
        return self.in_subject(own) != self.in_subject(mention)

    def _who_meets(self, start: int, end: int, *pair: Mention) -> bool:
        """“B, who met A”: of all before, only B meets A."""
        r = self.r
        k = max(j for j in range(start, end) if r.low[j] == "who")
        meets = lowered("offices", "sides") & set(r.low[k:end])
        return bool(meets) and any(m is one for m, _ in self.ending(k - (r.words[k - 1] == ",")) for one in pair)

    def _hosts(self, mention: Mention) -> bool:
        """The agent of “was received by”."""
        left = min([o.left for o in mention.offices if o.left < mention.start], default=mention.start)
        return self.r.low[left - 1] == "by" and bool(lowered("offices", "received") & set(self.r.low[max(0, left - 4) : left]))

    def in_subject(self, mention: Mention) -> bool:
        """Is the name (part of) the subject of a verb: “A delegation led by A is to be received”?"""
        token = self.r.token(mention.end - 1)
        for _ in range(DEEP):
            if token.dep_ in ("nsubj", "nsubjpass"):
                return True
            if token.head == token or token.dep_ in ("dobj", "ccomp", "advcl", "conj") and token.pos_ == "VERB":
                return False
            token = token.head
        return False

    def leads(self, case: Case) -> bool:
        return self.in_subject(case.mention)

    def _facing(self, case: Case) -> str | None:
        """“The British envoy is due to meet A”: the country of the subject that meets, where it is nobody named."""
        r = self.r
        for k in range(case.start, case.left):
            token = r.token(k)
            if token.dep_ in ("nsubj", "nsubjpass") and not self._ending.get(k + 1) and self._meets(token.head, k, case.left):
                first, office = r.at.get(token.left_edge.i, k), self.office_at(k)
                codes = {r.place[j].code for j in range(first, k + 1) if r.place[j]}
                again = self.again(office) if office and not codes else None
                again = self.owner(k, case.person) if r.low[k] in ("he", "she") else again
                if again and again is not case.person:
                    return again.country
                if len(codes) == 1:
                    return codes.pop()
        return None

    def _meets(self, verb: Token, start: int, end: int) -> bool:
        """Does the verb, or what it is said of, meet: “is due to meet”, “held talks”, “stood beside”?"""
        words_of = [verb, *(t for t in verb.children if t.dep_ in ("xcomp", "dobj", "acomp", "advcl"))]
        words_of += [t for w in words_of[1:] for t in w.children if t.dep_ in ("xcomp", "prep")]
        near = {t.text.lower() for t in words_of}
        return bool(lowered("offices", "sides") & near) and not lowered("allegiance", "accompanied") & set(self.r.low[start:end])

    def body(self, said: list[str], before: int) -> str | None:
        """The country whose body of these words was named last before: “Peru's state investment fund” for “fund”."""
        r = self.r
        for k in reversed(self._where.get(said[0], ())):
            if k >= before or r.low[k : k + len(said)] != said:
                continue
            after = k + len(said) + 1
            if r.low[after - 1 : after] == ["of"] and after + 1 < len(r) and (place := r.place[after + (r.low[after] == "the")]):
                return place.code
            near = [r.place[j] for j in range(k - 1, max(-1, k - 5), -1) if r.sent_of[j] == r.sent_of[k] and r.place[j]]
            if near and near[0].code:
                return near[0].code
        return None

    @cached_property
    def _where(self) -> dict[str, list[int]]:
        """Word in lower case → its places."""
        table: dict[str, list[int]] = defaultdict(list)
        for k, word in enumerate(self.r.low):
            table[word].append(k)
        return table

    def destination(self, before: int) -> str | None:
        """Where the last journey told before word `before`, in its paragraph, leads."""
        r, first = self.r, self.r.paragraph_start(before)
        return next((to for k in range(before - 1, first - 1, -1) if (to := self.leads_to(k))), None)

    def ambassador(self) -> Person | None:
        """The ambassador of whom the text tells first."""
        return next((p for p in self.found if p.country and p.posted()), None)

    def region(self, k: int) -> str | None:
        return region(self.r.words[k]) if self.r.capital[k] and not self.r.place[k] else None

    def inside(self, k: int) -> bool:
        """“in Samoa”, “in Algiers”, “in the Korean capital”: is the place at word `k` one where something happens?"""
        r, place = self.r, self.r.place[k]
        if place.form in PLAIN:
            return r.low[place.start - 1] in ("in", "from") and (r.low[place.start - 1] == "in" or r.low[place.end : place.end + 1] == ["by"])
        return r.low[place.end : place.end + 1] == ["capital"] and r.low[place.start - 2 : place.start] == ["in", "the"]

    def visited(self, country: str | None) -> bool:
        """Is it more than a venue: does the text name the country twice or more?"""
        return self._named[country] > 1

    def subject(self, start: int, end: int, verbs: tuple[str, ...] = ("ROOT",)) -> str | None:
        """The country that is (or whose … is) the subject of the main verb between two words."""
        for k in range(start, end):
            token = self.r.token(k)
            if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in verbs:
                first = self.r.at.get(token.left_edge.i, k)
                if any(t.dep_ == "conj" for t in token.children) or self.office_at(k) or self._ending.get(k + 1):
                    return None
                codes = {p.code for p in self.r.place[first : k + 1] if p}
                return codes.pop() if len(codes) == 1 else None
        return None

    @cached_property
    def journeys(self) -> list[Journey]:
        """Visits, arrivals and postings: who is a guest, and in which country."""
        r, found = self.r, []
        for k in range(len(r) - 2):
            if r.low[k] in words("allegiance", "visiting") and r.place[k + 1]:
                found.append(Journey(r.place[k + 1].code, "", False))
            elif to := self._destination(k):
                found.append(self._journey(k, to))
        return [j for j in found if j.country != j.to]

    def side(self, k: int) -> str | None:
        """“on the Omani side”: the country at word `k`, if it is one of two sides."""
        r, place = self.r, self.r.place[k]
        stands = r.low[place.end : place.end + 1] == ["side"] and r.low[place.start - 2 : place.start] == ["on", "the"]
        return place.code if stands else None

    def leads_to(self, k: int) -> str | None:
        """Where a word of travel leads, if there is one at word `k`."""
        return self._destination(k) if k + 2 < len(self.r) else None

    def _destination(self, k: int) -> str | None:
        """“visit to X”, “arrived in X”, “visited X”: the country named."""
        r, word = self.r, self.r.low[k]
        links = load("allegiance")["journeys"].get(word)
        if links is None:
            return None
        if r.low[k + 1] in links:
            k += 1
        elif "" not in links:
            return None
        near = (r.place[j] for j in range(k + 1, min(k + 5, len(r))) if r.place[j])
        return next((p.code for p in near if p.form in PLAIN or r.low[p.end : p.end + 1] == ["capital"]), None)

    def _journey(self, k: int, to: str) -> Journey:
        """Who travels: the last person named before word `k` in the sentence, else in the one before."""
        for number in (self.r.sent_of[k], self.r.sent_of[k] - 1):
            before = [(m.start, p) for m, p in self.in_sentence(number) if m.start < k]
            if before:
                who = max(before, key=lambda pair: pair[0])[1]
                return Journey(who.country, to, bool(who.offices) and who.country is None)
        return Journey(None, to, False)
