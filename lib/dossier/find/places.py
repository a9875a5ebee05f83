"""What is named where: people, offices and bodies of a text by word and sentence."""

from collections import Counter, defaultdict
from functools import cached_property

from dossier.find.case import Case, Told
from dossier.find.gathering import Person
from dossier.find.gender import fits
from dossier.lexicon import load, words
from dossier.find.mention import Mention, role
from dossier.find.mentions import offices_of
from dossier.find.office import Office, title_of
from dossier.find.ranks import Rank, unique
from dossier.find.reading import BREAK, Reading

PLAIN = ("name", "capital")
MODIFIES = ("JJ", "NN", "POS")
PRONOUNS = frozenset("he him his she her".split())


class Places:
    """Who is named in which sentence, who acts there, and which country, office or body is named where."""

    def __init__(self, r: Reading, found: list[Person]):
        self.r, self.found = r, found
        self._ending: dict[int, list[tuple[Mention, Person]]] = defaultdict(list)
        self._sentence: dict[int, list[tuple[Mention, Person]]] = defaultdict(list)
        self._holders: dict[Rank, list[Person]] = defaultdict(list)
        self._barred: dict[Person, set[str | None]] = {}
        for person in found:
            for mention in person.mentions:
                for end in {mention.end, *(o.end for o in mention.offices if o.start > mention.start)}:
                    self._ending[end].append((mention, person))
                self._sentence[r.sent_of[mention.start]].append((mention, person))
            for office in unique(person):
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
                and any(_is(title, kind) for title in person.titles for kind in kinds)
            ]  # fmt: skip
            if fits:
                return max(fits, key=lambda fit: fit[:2])[2]
        return None

    def acts(self, mention: Mention) -> bool:
        """Is the person named the subject of a verb, by name or by the office that the name stands beside?"""
        return role(self.r, mention) in ("nsubj", "nsubjpass")

    def delegation(self, k: int) -> Told:
        """“the French delegation”, “a delegation from France”, or one of those named before."""
        r = self.r
        near = next((r.place[j] for j in (k - 1, k - 2, k - 3) if r.place[j] or r.tags[j] not in MODIFIES), None)
        if near:
            return near.code
        for j in range(k + 1, min(k + 10, r.sentence(k)[1])):
            if r.place[j] and r.place[j].code and r.low[k + 1] in ("of", "from"):
                return r.place[j].code
        first = max(0, r.sent_of[k] - 2)
        before = [j for j in range(r.sents[first][0], k) if r.low[j] == r.low[k]]
        if r.low[k - 1] != "the":
            return None
        return self.delegation(before[-1]) if before else self._traveller(k) or self._told_before(k)

    def _told_before(self, k: int) -> Told:
        """“the delegation”, long after “a delegation led by Mali's premier, A”: of its country, or of its leader's."""
        r = self.r
        for j in reversed([j for j in self.where.get(r.low[k], ()) if j < self.r.sentence(k)[0]]):
            if r.low[j - 1] != "the" and (told := self.delegation(j)):
                return told
            if r.low[j + 2 : j + 3] == ["by"] and r.low[j + 1] in words("allegiance", "headed"):
                led = [(m.start, p) for m, p in self.in_sentence(r.sent_of[j]) if j < m.start < j + 16]
                return min(led, key=lambda pair: pair[0])[1] if led else None
        return None

    def _traveller(self, k: int) -> Person | None:
        """“The president of Peru will visit Quito. The delegation includes …”: who acted in the sentence before."""
        number = self.r.sent_of[k] - 1
        if number < 0 or BREAK in self.r.words[self.r.sents[number][0] : k]:
            return None
        before = [(m.start, p) for m, p in self.in_sentence(number) if self.acts(m)]
        if not before:
            return self._from_where(number)
        return min(before, key=lambda pair: pair[0])[1]

    def _from_where(self, number: int) -> str | None:
        """“Officials from Nepal arrived. The team, led by A, …”: the country in the subject of that sentence."""
        r, (start, end) = self.r, self.r.sents[number]
        for token in (r.token(k) for k in range(start, end)):
            if token.dep_ == "nsubj" and token.head.dep_ == "ROOT":
                inside = r.place[r.at.get(token.left_edge.i, start) : r.at.get(token.right_edge.i, start) + 1]
                codes = {place.code for place in inside if place and place.code}
                return codes.pop() if len(codes) == 1 else None
        return None

    def owner(self, k: int, person: Person, anybody: bool = False) -> Person | None:
        """Who “his” or “her” at word `k` most likely is: the last person who acts, in this sentence or before;
        with `anybody`, also one of whom neither office nor country is known.
        """
        first = max(-1, self.r.sent_of[k] - 6)
        woman = self.r.low[k] in ("her", "she") if self.r.low[k] in PRONOUNS else None
        near = [
            (self.acts(m), m.start, p)
            for n in range(self.r.sent_of[k], first, -1)
            for m, p in self.in_sentence(n)
            if m.start < k and p is not person and (anybody or p.offices or p.country) and (woman is None or fits(p, woman))
        ]
        known = [found for found in near if woman and found[2].female]
        return max(known or near, key=lambda found: found[:2])[2] if near else None

    def it(self, k: int) -> str | None:
        """“Estonia wants in. Its …”: what “its” at word `k` is, the subject of this sentence or the one before."""
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

    def body(self, said: list[str], before: int) -> str | None:
        """The country whose body of these words was named last before: “Peru's state investment fund” for “fund”."""
        r = self.r
        for k in reversed(self.where.get(said[0], ())):
            if k >= before or r.low[k : k + len(said)] != said:
                continue
            after = k + len(said) + 1
            if (
                r.low[after - 1 : after] == ["of"]
                and after + 1 < len(r)
                and (place := r.place[after + (r.low[after] == "the")])
            ):
                return place.code
            near = [r.place[j] for j in range(k - 1, max(-1, k - 5), -1) if r.sent_of[j] == r.sent_of[k] and r.place[j]]
            if near and near[0].code:
                return near[0].code
        return None

    @cached_property
    def where(self) -> dict[str, list[int]]:
        """Word in lower case → its places."""
        table: dict[str, list[int]] = defaultdict(list)
        for k, word in enumerate(self.r.low):
            table[word].append(k)
        return table

    def ambassador(self) -> Person | None:
        """The ambassador of whom the text tells first, one whose country it tells before others."""
        posted = [p for p in self.found if p.posted()]
        heads = (p for p in posted if any(title.endswith("ambassador") for title in p.titles))
        return next((p for p in posted if p.country), None) or next(heads, None)

    def region(self, k: int) -> str | None:
        """Country of the city or province at word `k`, where that is in nobody's name."""
        town = self.r.towns.get(k)
        return town.code if town and k not in self.in_names else None

    @cached_property
    def in_names(self) -> set[int]:
        return {k for person in self.found for m in person.mentions for k in range(m.start, m.end)}

    def inside(self, k: int) -> bool:
        """“in Samoa”, “in Algiers”, “in the Korean capital”: is the place at word `k` one where something happens?"""
        r, place = self.r, self.r.place[k]
        if place.form in PLAIN:
            return r.low[place.start - 1] in ("in", "from") and (
                r.low[place.start - 1] == "in" or r.low[place.end : place.end + 1] == ["by"]
            )
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


def _is(title: str, kind: str) -> bool:
    """May one of this office be called so? A prime minister is never “the minister”."""
    return title.endswith(kind) and not (kind == "minister" and title.endswith("prime minister"))
