"""Currencies: how money is written → whose money it is (ISO 4217).

Signs and codes say it themselves. A name (“dollars”, “dinars”) belongs to the country whose adjective stands before
it, else to the country that the text names most often among those that use the name, else to the commonest.
The knowledge is in `language/currencies.yml`.
"""

import re
from functools import cache

from dossier.lexemes import Lexeme, language


DOLLARS = frozenset("USD AUD CAD HKD NZD SGD TWD JMD TTD XCD FJD BBD GYD NAD ZWL BND".split())
_AMERICAN = re.compile(r"US ?\$|\bUSD\b|U\.S\. ?\$|(?:US|U\.S\.|American|United States) dollar|[(\[](?:[a-z]+ ){0,2}\$")
_AMERICAN_SIGN = re.compile(r"\bUS ?\$|\bUSD\b|U\.S\. ?\$|\bcents? (?:US|U\.S\.)|\b(?:US|U\.S\.) cents?\b")
SEEN = 100_000  # characters of a text that are searched for the countries it names
HEAD, DATELINE = 600, 100  # characters above and at the head of a text, and of a line that dates it
NEAR = 500  # characters to either side of a sum that may tell whose it is
NAMED, AT_HOME = 3, 2  # so often a paper at home names its country, and places within it
# other money with cents, as a text writes it
_CENTS = {
    "EUR": re.compile(r"€|\bEUR\b|\beuros?\b"),
    "ZAR": re.compile(r"\bR ?[0-9]|\brand\b|\bZAR\b"),
    "KES": re.compile(r"\bK?Shs? ?[0-9]|\bKES\b"),
}
# “$4.6 billion (US$3 billion)”: the bare sign is another country's
_BARE = r"\$ ?[0-9][0-9.,]*[\s-]?[a-z]{0,8}"
_TRANSLATED = re.compile(
    rf"(?<![A-Z.]){_BARE}\s?[(\[](?:[a-z]+ ){{0,2}}(?:US ?\$|U\.S\. ?\$|USD|{_BARE}\s(?:US|U\.S\.)[,;)\]])"
)


@cache
def signs() -> dict[str, str]:
    """Sign as printed → code."""
    return {sign: code for code, written in language("currencies")["signs"].items() for sign in written}


@cache
def codes() -> dict[str, str]:
    """ISO code or alias as printed → code."""
    money = language("currencies")
    return {code: code for code in money["codes"].split()} | money["aliases"] | {"Rs.": "INR"}


@cache
def _lettered() -> re.Pattern:
    """The signs of dollars with letters before them: C$, HK$."""
    found = sorted((sign for sign in signs() if len(sign) > 1 and sign.endswith("$")), key=lambda s: (-len(s), s))
    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, found))})")


@cache
def names() -> dict[str, str]:
    """Lower-case name, singular or plural, → the entry of the data file that explains it."""
    return {word: name for name, entry in language("currencies")["names"].items() for word in entry["words"]}


@cache
def coins() -> dict[str, str]:
    return language("currencies")["coins"]


@cache
def letters() -> dict[str, str]:
    return language("currencies")["letters"]


@cache
def doubtful() -> frozenset[str]:
    return frozenset(language("currencies")["doubtful"])


@cache
def _places(name: str) -> re.Pattern | None:
    entry = language("currencies")["names"][name]
    if not entry.get("of"):
        return None
    words = {*entry["of"], *entry.get("home", ())}
    words = sorted(words | {word.upper() for word in words}, key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@cache
def _american() -> re.Pattern:
    """What a text of the United States names."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, language('currencies')['american']))})(?!\w)")


@cache
def adjectives(name: str) -> dict[tuple[str, ...], str]:
    """Words before the name, lower case, → code: (“hong”, “kong”) → HKD."""
    entry = language("currencies")["names"][name]
    return {tuple(words.lower().split()): code for words, code in entry.get("of", {}).items()}


class Money:
    """Whose money the names of one text mean; counts the countries it names once for each name used."""

    def __init__(self, text: str):
        self.text = text
        self.here = -1  # where in the text the sum stands that is asked for
        self._known: dict[str, str] = {}
        self._confirmed: dict[str, bool] = {}

    def named(self, word: str, before: tuple[str, ...] = ()) -> str:
        """The code of a currency name, given the (lower-case) words before it."""
        if word in coins():
            return self._coin(word, before)
        if code := self.adjective(word, before):
            return code
        return "EUR" if "euro" in before else self.bare(names().get(word, word))

    def _coin(self, word: str, before: tuple[str, ...]) -> str:
        """The money that a coin is the hundredth of: its adjective's, else for a cent the money of the text."""
        code = coins()[word]
        name = {"USD": "dollar", "GBP": "pound"}.get(code)
        if "euro" in before:
            return "EUR"
        if name and before and (told := self.adjective(name, before)):
            return told
        return self._cents() if code == "USD" else code

    def _cents(self) -> str:
        """Cents are of the text's dollars, else of other money with cents that it tells, else American."""
        if re.search(r"\$|\bdollar|\bUSD\b", self.text):
            return self.bare("dollar")
        return next((code for code, written in _CENTS.items() if written.search(self.text)), "USD")

    def adjective(self, word: str, before: tuple[str, ...]) -> str | None:
        """The code that the country's adjective before the name gives, if it stands there."""
        known = adjectives(names().get(word, word))
        sizes = (size for size in (3, 2, 1) if len(before) >= size)
        code = next((known[before[-size:]] for size in sizes if before[-size:] in known), None)
        return self.bare(code) if code in language("currencies")["names"] else code  # “CFA francs” of two unions

    def careful(self, word: str) -> bool:
        """Is the name also another word (“won”, “real”), so that a large number must stand before it?"""
        return word in names() and language("currencies")["names"][names()[word]].get("careful", False)

    def confirmed(self, mark: str) -> bool:
        """Does the text use a doubtful mark with a magnitude somewhere, as “RS 13 BILLION” beside “RS 250”?"""
        if mark not in self._confirmed and (whose := language("currencies")["measured"].get(mark)):
            self._confirmed[mark] = bool(re.search(whose, self.text, re.IGNORECASE))
        if mark not in self._confirmed:
            sized = rf"(?<!\w){re.escape(mark)} ?[0-9][0-9.,]* ?(?:[mb]illion|trillion|crore|lakh|[mb]l?n)\b"
            self._confirmed[mark] = bool(re.search(sized, self.text, re.IGNORECASE))
        return self._confirmed[mark]

    def of_place(self, letter: str) -> bool:
        """Does the text have a sum in millions with the letter, or name a place whose money it stands for?"""
        places = language("currencies")["letter_places"].get(letter)
        return self.confirmed(letter) or bool(places and re.search(places, self.text[:SEEN]))

    def bare(self, name: str) -> str:
        """The code of a name that stands alone: of the country named most often in the text, else the default."""
        if name not in self._known:
            self._known[name] = self._guess(name)
        return self._nearby(name) or self._known[name]

    def _nearby(self, name: str) -> str | None:
        """The code of the country that opens the paragraph, “KYRGYZSTAN – …”, or that it alone names, and twice."""
        if self.here < 0 or name in ("dollar", "dollar sign") or not (places := _places(name)):
            return None
        begins, ends = self.text.rfind("\n", 0, self.here) + 1, self.text.find("\n", self.here)
        ends = ends if ends >= 0 else len(self.text)
        votes = self._votes(name, max(begins, self.here - NEAR), min(ends, self.here + NEAR))
        opens = places.match(self.text, begins)
        if opens and opens[0].isupper():
            return next(iter(self._votes(name, begins, opens.end())), None)
        alone = len(votes) == 1 and max(votes.values()) > 1
        return next(iter(votes)) if alone else None

    def _guess(self, name: str) -> str:
        entry = language("currencies")["names"][name]
        if name == "dollar":
            return self._dollar()
        votes = self._votes(name)
        if not votes or (entry.get("at_home") and entry["default"] in votes):
            return entry["default"]
        return max(votes, key=votes.__getitem__)

    def _votes(self, name: str, start: int = 0, end: int = SEEN) -> dict[str, int]:
        """How often the text names the countries of each code, in the order of first mention, which decides a tie."""
        entry, places = language("currencies")["names"][name], _places(name)
        votes: dict[str, int] = {}
        for match in places.finditer(self.text, start, end) if places else ():
            code = entry["of"].get(match[0]) or entry["of"].get(match[0].title(), entry["default"])
            votes[code] = votes.get(code, 0) + 1
        return votes

    def _dollar(self) -> str:
        """A bare dollar is American, unless the text marks another country's dollars and never an American one.

        A translation in brackets, “C$4.7bn ($3.4bn)”, marks the bare sign as American; one into American dollars,
        “$4.6bn (US$3bn)”, as that of the country among those with dollars that the text names most.
        """
        if _TRANSLATED.search(self.text):
            return self.bare("dollar sign")
        marked = {signs()[sign] for sign in _lettered().findall(self.text)} & DOLLARS - {"USD"}
        if not marked:
            return self._local_dollar() or "USD"
        return "USD" if len(marked) != 1 or _AMERICAN.search(self.text) else marked.pop()

    def _local_dollar(self) -> str | None:
        """The dollar of a paper at home: it names one country with dollars above all, and has “US$” for the others.

        Where it never has, places within that country or a dateline of one must show that the paper is of there.
        """
        votes = self._votes("dollar sign")
        if not votes:
            return None
        code = max(votes, key=votes.__getitem__)
        shown = _AMERICAN_SIGN.search(self.text) or len(self._places_at_home()) >= AT_HOME or self._dated_in(code)
        above_all = votes[code] >= NAMED and 3 * votes[code] >= 2 * sum(votes.values())
        american = 2 * len(_american().findall(self.text, 0, SEEN)) >= votes[code]
        abroad = american and not _AMERICAN_SIGN.search(self.text)
        return code if shown and above_all and not abroad else None

    def _dated_in(self, code: str) -> bool:
        """Does a short line above the text date it in a place with that dollar: “October 3, 2024 – Ottawa, Ontario”?"""
        of, places = language("currencies")["names"]["dollar sign"]["of"], _places("dollar sign")
        short = (line for line in self.text[:HEAD].split("\n") if len(line) < DATELINE)
        dated = (line for line in short if re.search(r"\b20\d\d\b", line))
        return any(of.get(place) == code for line in dated for place in places.findall(line))

    def _places_at_home(self) -> list[str]:
        within = "|".join(map(re.escape, language("currencies")["names"]["dollar sign"]["within"]))
        return re.findall(rf"\b(?:{within})\b", self.text[:SEEN])

    def sign(self, lexeme: Lexeme) -> str:
        """The code of a sign, code or letter."""
        printed = re.sub(r"\s", " ", lexeme.printed).replace("\\", "")
        code = letters()[printed] if lexeme.kind == "letter" else signs().get(printed) or codes()[printed]
        if name := language("currencies")["short_names"].get(printed):
            return self.bare(name)
        if printed in ("¥", "￥") and "¥" not in self._known:
            self._known["¥"] = self._yen_or_yuan()
        return self._known["¥"] if printed in ("¥", "￥") else code

    def _yen_or_yuan(self) -> str:
        china = len(re.findall(r"\b(?:China|Chinese|Beijing|yuan|renminbi)\b", self.text))
        return "CNY" if china > len(re.findall(r"\b(?:Japan|Japanese|Tokyo|yen)\b", self.text)) else "JPY"
