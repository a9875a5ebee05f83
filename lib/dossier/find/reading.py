"""A parsed document as the rules read it: words without the stretches of spaces, places marked.

Rules of grammar look at neighbours, so a run of spaces between two words (a hard-wrapped line) must
not part them, while a blanked gap or a paragraph's end must: there stands the word `BREAK`.
"""

from functools import cached_property
from typing import NamedTuple

from spacy.tokens import Doc, Span

from dossier.countries import Mention, mentions
from dossier.find.given import is_given
from dossier.lexicon import load, lowered, words
from dossier.localities import locality_at

BREAK = "¶"
CURRENCIES = frozenset(
    "dollar dollars franc francs pound pounds yuan krone kroner krona kronor dirham dirhams rupee rupees "
    "rouble roubles ruble rubles".split()
)

if not Doc.has_extension("reading"):
    Doc.set_extension("reading", default=None)


class Town(NamedTuple):
    """A city or province, words `start` to `end` (excluded), and its country."""

    start: int
    end: int
    code: str


class Reading:
    """Words of a document by reading index.

    `words`, `low`, `tags`: text, lower case and Penn tag; `cased`: the words, in an all-caps text (`shouting`) in
    small letters but for the first; `ids`: index of the word's token in the doc (of the token before it, for a
    BREAK); `place[i]`: the country or known institution a word belongs to, or None;
    `sents`: (start, end) of each sentence; `sent_of[i]`: its number (-1 for a BREAK).
    """

    def __init__(self, doc: Doc):
        self.doc = doc
        self.words: list[str] = []
        self.ids: list[int] = []
        self.sents: list[tuple[int, int]] = []
        self.sent_of: list[int] = []
        self.at: dict[int, int] = {}
        for number, sent in enumerate(doc.sents):
            self._add(sent, number)
        self.low = [word.lower() for word in self.words]
        self.tags = [doc[i].tag_ if word != BREAK else BREAK for i, word in zip(self.ids, self.words, strict=True)]
        self.shouting = sum(w.isupper() and len(w) > 1 for w in self.words) > 0.6 * sum(
            w.isalpha() and len(w) > 1 for w in self.words
        )
        self.cased = [w.capitalize() for w in self.words] if self.shouting else self.words
        self.capital = [word[:1].isupper() for word in self.words]
        self.place: list[Mention | None] = [None] * len(self.words)
        self.places = self._places()

    def _add(self, sent: Span, number: int) -> None:
        doc = self.doc
        if self.ids and any(doc[i].is_space for i in range(self.ids[-1] + 1, sent.start)):
            self._append(BREAK, self.ids[-1], -1)
        start = len(self.words)
        for token in sent:
            if not token.is_space:
                self.at[token.i] = len(self.words)
                self._append(token.text, token.i, number)
        self.sents.append((start, len(self.words)))

    def _append(self, word: str, token: int, number: int) -> None:
        self.words.append(word)
        self.ids.append(token)
        self.sent_of.append(number)

    def _places(self) -> list[Mention]:
        found = []
        for start, end, code, form in mentions(self.doc):
            if (
                start in self.at
                and end - 1 in self.at
                and not self._currency(self.at[end - 1] + 1)
                and not self._continent(self.at[start], self.at[end - 1])
                and not self._apart(self.at[start], self.at[end - 1] + 1, form)
                and not (form == "name" and end == start + 1 and self._surname(self.at[start], found))
            ):
                mention = Mention(self._of_state(self.at[start], form), self.at[end - 1] + 1, code, form)
                found.append(mention)
        found = self._of_whom(found)
        for mention in found:
            self.place[mention.start : mention.end] = [mention] * (mention.end - mention.start)
        return found

    def _of_whom(self, found: list[Mention]) -> list[Mention]:
        """“Foreign Office” of a text that names Pakistan: where several have one, whose is open."""
        named = {mention.code for mention in found if mention.code and mention.form != "national"}
        shared = load("institutions")["shared"]

        def told(mention: Mention) -> Mention:
            others = shared.get(" ".join(self.words[mention.start : mention.end]), ())
            return mention._replace(code=None) if named.intersection(others) else mention

        return [told(mention) if mention.form == "national" else mention for mention in found]

    def _currency(self, i: int) -> bool:
        """“US dollars”, “Swiss francs” name no country."""
        return i < len(self.words) and self.words[i].lower() in CURRENCIES

    def _continent(self, start: int, last: int) -> bool:
        """“Latin America” is no country."""
        return (
            self.low[last] == "america"
            and self.low[start - 1] in ("latin", "north", "south", "central")
            and start == last
        )

    def _of_state(self, k: int, form: str) -> int:
        """Where “Republic of | Türkiye” begins, whether or not a list has it in full."""
        full = form == "name" and k > 1 and self.low[k - 1] == "of" and self.words[k - 2][:1].isupper()
        return k - 2 if full and self.low[k - 2] in ("republic", "kingdom", "sultanate") else k

    def _surname(self, k: int, found: list[Mention]) -> bool:
        """“Valdir Montenegro said”: a country's name right after a given name that is no place."""
        if self.words[k] not in words("names", "surnames"):
            return False
        given = k > 0 and self.words[k - 1].istitle() and is_given(self.words[k - 1])
        follows = self.words[k + 1 : k + 2]
        alone = bool(follows) and not follows[0][:1].isupper() and follows[0] not in ("'s", "’s", "-")
        return given and alone and not (found and found[-1].end == k)

    def _apart(self, start: int, end: int, form: str) -> bool:
        """“the South China Sea”, “the Gulf of Mexico”, “New Jersey”: a country's name in that of another place."""
        before, after = self.words[max(0, start - 2) : start], self.words[end : end + 1]
        named = form == "name" and end - start == 1 and (before[-1:] == ["New"] or before == ["New", "South"])
        gulf = before[-1:] == ["of"] and before[0] in words("demonyms", "waters")
        return named or gulf or bool(after) and after[0] in words("demonyms", "waters")

    @cached_property
    def towns(self) -> dict[int, Town]:
        """Word → the city or province it belongs to, of those that only one country has."""
        found: dict[int, Town] = {}
        common = lowered("offices", "portfolios")  # “Maritime” is a region, and a field of government
        for k, word in enumerate(self.words):
            if self.capital[k] and len(word) > 2 and not (k in found or self.place[k] or self.low[k] in common):
                told = locality_at(self.words, k) if self.tags[k] in ("NNP", "NNPS", "JJ", "NN") else None
                whole = told is not None and told[0] > k + 1  # “São Paulo”, “Bielsko-Biała”
                if not whole and self.words[k + 1 : k + 2] == ["-"] and self.capital[k + 2 : k + 3] == [True]:
                    continue  # “Freeport-McMoRan” is a firm
                if whole or told and len(word) > 3:
                    found |= dict.fromkeys(range(k, told[0]), Town(k, *told))
        return found

    @cached_property
    def named_places(self) -> dict[str, list[Mention]]:
        """Words of a country → all its mentions that are printed so."""
        table: dict[str, list[Mention]] = {}
        for mention in self.places:
            table.setdefault(self.text(mention.start, mention.end), []).append(mention)
        return table

    @cached_property
    def where(self) -> dict[str, list[int]]:
        """Word → all its places, so that asking for a word's repetitions costs no scan."""
        table: dict[str, list[int]] = {}
        for k, word in enumerate(self.words):
            table.setdefault(word, []).append(k)
        return table

    @cached_property
    def _paragraphs(self) -> list[int]:
        """For each word, and for the end, where its paragraph begins; a BREAK belongs to the paragraph before it."""
        starts, start = [0], 0
        for i, word in enumerate(self.words, 1):
            start = i if word == BREAK else start
            starts.append(start)
        return starts

    def __len__(self) -> int:
        return len(self.words)

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """First and last+1 code point of the words `start` to `end` (excluded)."""
        last = self.doc[self.ids[end - 1]]
        return self.doc[self.ids[start]].idx, last.idx + len(last)

    def text(self, start: int, end: int) -> str:
        """The words as printed in the document as read."""
        first, last = self.chars(start, end)
        return raw(self.doc)[first:last]

    def token(self, i: int):
        return self.doc[self.ids[i]]

    def sentence(self, i: int) -> tuple[int, int]:
        """Start and end of the sentence around word `i`."""
        return self.sents[self.sent_of[i]]

    def paragraph_start(self, i: int) -> int:
        """First word of the paragraph that holds word `i`."""
        return self._paragraphs[i]


def raw(doc: Doc) -> str:
    """The document's text as read (evidence is cut from it), or the doc's own."""
    document = doc._.document if Doc.has_extension("document") else None
    return document.text if document is not None else doc.text


def reading(doc: Doc) -> Reading:
    """The doc's reading, made once."""
    if doc._.reading is None:
        doc._.reading = Reading(doc)
    return doc._.reading
