"""Scene: what the rules of allegiance look up in a text, and the countries that a person cannot be of."""

from functools import cached_property

from dossier.find.away import away
from dossier.find.case import Case, Told
from dossier.find.constitutions import without
from dossier.find.counterparts import BEFORE_AND_AFTER
from dossier.find.dated import dated
from dossier.find.opposite import meets, verb_of
from dossier.find.gathering import Person
from dossier.find.journeys import Journeys
from dossier.lexicon import lowered, words
from dossier.find.mention import DASHES, Mention, signed_together
from dossier.find.places import PLAIN
from dossier.find.ranks import unique

__all__ = ["PLAIN", "Case", "Scene", "Told"]

BY_TEXT = "by the text"  # why a country is given that nothing near the person tells
DEEP = 6  # steps up the parse within which a subject is looked for


def _of_another_time(person: Person) -> bool:
    """“his predecessor A”: of the same country as the other who holds the office."""
    return any(o.lemma in BEFORE_AND_AFTER for m in person.mentions for o in m.offices)


def _domestic(title: str) -> bool:
    """Has one of this office to do with its own country: an “opposition leader”, a “Labour leader”, a candidate?"""
    said = title.split()
    of_party = said[-1:] == ["leader"] and len(said) > 1 and said[0] not in words("allegiance", "of a whole country")
    return of_party or not words("allegiance", "domestic").isdisjoint(said)


class Scene(Journeys):
    """A text's people, places and journeys, and who stands on the other side; made once a document."""

    def rivals(self, one: Person, other: Person) -> bool:
        """Do both hold an office of which a country has one only (“President”, “Foreign Minister”)?"""
        return bool(unique(one) & unique(other))

    def barred(self, case: Case) -> set[str | None]:
        """Countries the person is not of, or hardly."""
        return self.excluded(case) | self.opposed(case)

    def excluded(self, case: Case) -> set[str | None]:
        """Countries the person is not of: where another holds the office, where they are posted or travel."""
        if (who := case.person) not in self._barred:
            self._barred[who] = self.postings(who) | away(self, who) | without(who, self.countries)
        return self._barred[who] | self.rivals_of(who)

    def opposed(self, case: Case) -> set[str | None]:
        """Countries of those whom the person meets, as far as the sentence tells them: seldom the person's own."""
        if self._local(case.person):
            return set()
        met = [*self.across(case), *self.facing(case)]
        return {p.country for p in met if not p.why.endswith(BY_TEXT)} | {self._country_facing(case)}

    @cached_property
    def countries(self) -> set[str]:
        """The countries that the text names."""
        return {place.code for place in self.r.places if place.code}

    def rivals_of(self, person: Person) -> set[str | None]:
        """Countries of others who hold an office of the person's of which each country has one."""
        held = (self.r.low[k] for m in person.mentions for o in m.offices for k in range(o.left, o.head))
        if words("allegiance", "at another time") & set(held):
            return set()  # “the then minister”
        if self._local(person):
            return set()  # a country has many mayors
        held_by = (p for office in unique(person) for p in self._holders[office] if p is not person and p.country)
        return {p.country for p in held_by if not (_of_another_time(p) or _of_another_time(person))}

    def postings(self, person: Person) -> set[str | None]:
        """Countries inside the office as printed: an envoy to Kazakhstan is not Kazakhstan's."""
        r = self.r
        inside = [
            range(o.start, o.end) for m in person.mentions for o in m.offices if o.lemma in words("offices", "posted")
        ]
        here = any(r.low[span.stop : span.stop + 1] == ["here"] for span in inside)  # “ambassador here until 2015”
        abroad = set(dated(r.doc)) if here else set()
        return abroad | {r.place[k].code for span in inside for k in span if r.place[k] and r.place[k].form in PLAIN}

    def across(self, case: Case) -> list[Person]:
        """Those who meet the person: a word of meeting stands between the two in one sentence, and one of them acts."""
        found = []
        for own in case.person.mentions[:2]:
            for mention, other in self.in_sentence(self.r.sent_of[own.start]):
                if other is case.person or not other.country or self._local(other):
                    continue
                if self._meet(own, mention) or other.posted() and signed_together(self.r, own, mention):
                    found.append(other)
        return found

    def _local(self, person: Person) -> bool:
        """A governor or mayor, a candidate or a party's leader meets people of the own country."""
        local = (words("offices", "subnational") | words("offices", "local")) - {"chief"}
        return bool(person.titles) and all(_domestic(title) or title.split()[-1] in local for title in person.titles)

    def _meet(self, own: Mention, mention: Mention) -> bool:
        r, sides = self.r, lowered("offices", "sides")
        low, high = sorted(((own.start, own.end), (mention.start, mention.end)))
        between = set(r.low[low[1] : high[0]])
        if r.low[low[1]] in words("allegiance", "meets") and not lowered("allegiance", "accompanied") & between:
            return True  # “A met B and C”, whatever the parse takes A for
        if "with" in between and r.low[low[0] - 1] == "of" and r.low[low[0] - 2] in sides:
            return True  # “a meeting of A with B”
        if not sides & between or ";" in between or self._goes_along(low[1], high[0]):
            return False
        if words("allegiance", "both sides") & between or r.low[low[0] - 1] == "between" and "and" in between:
            return True
        if "who" in between:
            return self._who_meets(low[1], high[0], own, mention)
        for host, guest in ((own, mention), (mention, own)):
            if self._hosts(host):
                return self.in_subject(guest)
        return self.in_subject(own) != self.in_subject(mention)

    def _goes_along(self, start: int, end: int) -> bool:
        """“met A, accompanied by | B”; not “A, accompanied by an aide, will see | B”."""
        said = self.r.low[start:end]
        along = [k for k, word in enumerate(said) if word in lowered("allegiance", "accompanied")]
        return bool(along) and not lowered("offices", "sides") & set(said[along[-1] + 1 :])

    def _who_meets(self, start: int, end: int, *pair: Mention) -> bool:
        """“B, who met A”: of all before, only B meets A."""
        r = self.r
        k = max(j for j in range(start, end) if r.low[j] == "who")
        before = [m for m, _ in self.ending(k - (r.words[k - 1] == ","))]
        meeting = lowered("offices", "sides") & set(r.low[k:end])
        return bool(meeting) and any(m is one for m in before for one in pair)

    def _hosts(self, mention: Mention) -> bool:
        """The agent of “was received by”."""
        left = min([o.left for o in mention.offices if o.left < mention.start], default=mention.start)
        received = lowered("offices", "received") & set(self.r.low[max(0, left - 4) : left])
        return self.r.low[left - 1] == "by" and bool(received)

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

    def facing(self, case: Case) -> list[Person]:
        """“The visiting premier met A”, “She held talks with A”: whom the subject that meets is called again."""
        found = []
        for k in self._meeting(case):
            office = self.office_at(k)
            again = self.again(office) if office and not office.plural and not self._codes_before(k) else None
            found.append(self.owner(k, case.person) if self.r.low[k] in ("he", "she") else again)
        return [person for person in found[:1] if person and person is not case.person and person.country]

    def _country_facing(self, case: Case) -> str | None:
        """“The British envoy is due to meet A”: the country of the subject that meets, where it is nobody named."""
        told = (codes.pop() for k in self._meeting(case) if len(codes := self._codes_before(k)) == 1)
        return None if self.facing(case) else next(told, None)

    def _meeting(self, case: Case) -> list[int]:
        """The subjects before the office, no names, of verbs that tell of a meeting."""
        found = []
        for k in range(case.start, case.left):
            verb = verb_of(self.r.token(k))
            if verb is None or self._ending.get(k + 1) or self._opens(k):
                continue
            told = self.r.at.get(verb.i, case.left) < case.left  # not “Peru's leader, ex-minister A, phoned B”
            first = self.r.at.get(self.r.token(k).left_edge.i, k)
            at_home = not words("allegiance", "domestic").isdisjoint(self.r.low[first : k + 1])
            if told and not at_home and meets(self.r, verb, k, case.left):
                found.append(k)
        return found

    def _codes_before(self, k: int) -> set[str | None]:
        """The countries named in the phrase of the subject at word `k`."""
        first = self.r.at.get(self.r.token(k).left_edge.i, k)
        return {self.r.place[j].code for j in range(first, k + 1) if self.r.place[j]}

    def _opens(self, k: int) -> bool:
        """“HÀ NỘI — The premier received A”: is word `k` of a place that opens a paragraph, before a dash?"""
        place = self.r.place[k]
        if place is None or place.start != self.r.paragraph_start(k):
            return False
        after = self.r.words[place.end : place.end + 4]
        return after[0] in DASHES or after[0] == "," and any(word.isdigit() for word in after)
