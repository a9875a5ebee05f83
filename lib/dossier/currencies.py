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
def adjectives(name: str) -> dict[tuple[str, ...], str]:
    """Words before the name, lower case, → code: (“hong”, “kong”) → HKD."""
    entry = language("currencies")["names"][name]
    return {tuple(words.lower().split()): code for words, code in entry.get("of", {}).items()}


class Money:
    """Whose money the names of one text mean; counts the countries it names once for each name used."""

    def __init__(self, text: str):
        self.text = text
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
        if mark not in self._confirmed:
            sized = rf"(?<!\w){re.escape(mark)} ?[0-9][0-9.,]* ?(?:[mb]illion|trillion|crore|lakh|[mb]l?n)\b"
            self._confirmed[mark] = bool(re.search(sized, self.text, re.IGNORECASE))
        return self._confirmed[mark]

    def bare(self, name: str) -> str:
        """The code of a name that stands alone: of the country named most often in the text, else the default."""
        if name not in self._known:
            self._known[name] = self._guess(name)
        return self._known[name]

    def _guess(self, name: str) -> str:
        entry = language("currencies")["names"][name]
        if name == "dollar":
            return self._dollar()
        places = _places(name)
        if places is None:
            return entry["default"]
        votes: dict[str, int] = {}  # in the order of first mention, which decides a tie
        for match in places.finditer(self.text, 0, 100_000):
            code = entry["of"].get(match[0]) or entry["of"].get(match[0].title(), entry["default"])
            votes[code] = votes.get(code, 0) + 1
        if not votes or (entry.get("at_home") and entry["default"] in votes):
            return entry["default"]
        return max(votes, key=votes.__getitem__)

    def _dollar(self) -> str:
        """A bare dollar is American, unless the text marks another country's dollars and never an American one.

        A translation in brackets, “C$4.7bn ($3.4bn)”, marks the bare sign as American; one into American dollars,
        “$4.6bn (US$3bn)”, as that of the country among those with dollars that the text names most.
        """
        if _TRANSLATED.search(self.text):
            return self.bare("dollar sign")
        marked = {
            codes_of for sign, codes_of in signs().items() if len(sign) > 1 and sign.endswith("$") and sign in self.text
        } & DOLLARS - {"USD"}
        if len(marked) != 1 or _AMERICAN.search(self.text):
            return "USD"
        return marked.pop()

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
