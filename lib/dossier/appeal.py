"""Appeal: does a line speak to the reader of the page, or of the world?

News tells of third parties, mostly in the past. What stands around it asks the reader to do something (“Sign up”),
says “you” and “we”, and uses the words of its trade (newsletter, account, cookies). None of these is enough by itself;
`language/appeal.yml` gives each its points, and here they are added up.
"""

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from dossier.lexemes import language

WORD = re.compile(r"[^\W_][\w'’.-]*[^\W_]|[^\W_]")
QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)|(?<!\w)‘[^’]*(?:’(?!\w)|$)")
# No colon, bracket, bar or arrow, no date at the end.
PLAIN = re.compile(r"[“\"‘'A-ZÀ-Þ][\w\s.,;’'\"“”%$£€–—-]*[a-zà-ÿ][\"”’]?[.?!][\"”’]?")
FIRST = re.compile(r"(?:^|[.!?:–—]\s+)([^\W\d_][\w'’-]*)")
REACHED = re.compile(r"\+?\d[\d ()/-]{7,}\d|\S@\S|(?<!\w)@\w|\bwww\.|https?://|\b\w{3,}\.(?:com|org|net|info)\b")
RELEASES = ("press release", "news release", "news item", "news story")
# … or a shorter one: “This story has been amended: …”, “(An earlier version of this article said …)”
AMENDED = re.compile(
    r"[^:.]{0,60}\b(?:amend|correct|clarif)\w+[^:.]{0,30}: |"
    r"\(?(?:an )?earlier version of .{3,40} (?:said|gave|put|stated)\b.+?[.] \w",
    re.IGNORECASE,
)
LATIN = 0x24F  # the last letter of the Latin alphabets of Europe
LONGEST = 3  # words of a phrase
ENOUGH = 2.0
OPENING, READER, HOUSE, ITSELF, PERHAPS = 1.0, 1.0, 0.5, 1.5, 0.75
TOLD, EXCLAIMED, CORRECTED, ASIDE = -1.5, 0.5, -3.0, 0.75
OF_THE_TRADE = 0.75  # points that must come from words of the trade, else an orator would be taken for an advertisement
STATEMENT = 8  # words of a correction that states what is right
LENGTH, EACH = 20, 0.1  # beyond so many words, more points are needed for each


class Appeal(NamedTuple):
    """What a line is, if it speaks to the reader, and the words that show it."""

    role: str
    words: str
    points: float
    spoken: bool = False  # to a reader, by the house, or of the page itself

    @property
    def clear(self) -> bool:
        return self.points >= ENOUGH


@cache
def _data() -> dict:
    data = language("appeal")
    lists = {name: frozenset(words.split()) for name, words in data.items() if isinstance(words, str)}
    points = {
        phrase.replace("_", " "): (role, float(worth))
        for role, by_worth in data["vocabulary"].items()
        for worth, phrases in by_worth.items()
        for phrase in phrases.split()
    }
    return lists | {"vocabulary": points, "opens": frozenset(phrase.split()[0] for phrase in points)}


def appeal(text: str) -> Appeal:
    """How much a line speaks to the reader, and what it would then be."""
    plain = QUOTED.sub(" ", text)
    if foreign(plain):
        return Appeal("promo" if REACHED.search(plain) else "navigation", "in another script", ENOUGH)
    words = [word.lower() for word in WORD.findall(plain)]
    trade = _trade(words)
    by_role = Counter()
    for role, worth in trade.values():
        by_role[role] += worth
    told, data = _itself(words), _data()
    at_hand = sum(by_role.values()) + told + bool(REACHED.search(plain))
    points = at_hand + _address(plain, words) - EACH * max(0, len(words) - LENGTH)
    role = by_role.most_common(1)[0][0] if by_role else "promo"
    points = points if at_hand >= OF_THE_TRADE else min(points, ENOUGH - EACH)
    spoken = told > 0 or any(word in data["reader"] or word in data["house"] for word in words)
    return Appeal(role, ", ".join(trade) or " ".join(words[:3]), points, spoken)


def silent(text: str, words: list[str]) -> bool:
    """Is the line a plain sentence with no word that any sign of furniture needs? So are most lines of a body."""
    if len(words) < 3 or not PLAIN.fullmatch(text):
        return False
    data = _data()
    known = data["vocabulary"], data["reader"], data["hints"]
    low = [word.lower().strip(".'’") for word in words]
    return low[0] not in data["openings"] and not any(word in part for word in low for part in known)


def foreign(text: str) -> bool:
    """Is the line written in another script than English is?"""
    if text.isascii():
        return False
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 4 and sum(ord(char) > LATIN for char in letters) > 0.5 * len(letters)


def _trade(words: list[str]) -> dict[str, tuple[str, float]]:
    """Words of the trade in the line, each once, a phrase instead of its words."""
    known, opens, found, k = _data()["vocabulary"], _data()["opens"], {}, 0
    while k < len(words):
        size = 0
        if words[k] in opens:
            sizes = (n for n in range(LONGEST, 0, -1) if k + n <= len(words) and " ".join(words[k : k + n]) in known)
            size = next(sizes, 0)
        if size:
            phrase = " ".join(words[k : k + size])
            found[phrase] = known[phrase]
        k += size or 1
    return found


def _itself(words: list[str]) -> float:
    """Points for “this article”: the page or a part of it is pointed at, but not “this article of the treaty”."""
    nouns = _data()["itself"]
    pairs = zip(words, [*words[1:], ""], [*words[2:], "", ""], strict=False)
    here = [(b, c) for a, b, c in pairs if a == "this" and c != "of"]
    if any(b in nouns or f"{b} {c}" in RELEASES for b, c in here):
        return ITSELF
    return PERHAPS * any(b in _data()["perhaps"] for b, _ in here)


def _address(plain: str, words: list[str]) -> float:
    """Points for how the reader is spoken to, less what shows that something is reported."""
    data, said = _data(), set(words)
    words = words or [""]
    openings = sum(first.lower() in data["openings"] for first in FIRST.findall(plain))
    return (
        OPENING * min(openings, 2)
        + READER * bool(said & data["reader"])
        + HOUSE * bool(said & data["house"])
        + TOLD * any(b in data["told"] and a != "we" for a, b in zip(["", *words], words, strict=False))
        + EXCLAIMED * ("!" in plain)
        + ASIDE * (plain[:1] + plain[-1:] in ("()", "[]", "**"))
        + CORRECTED * (len(words) >= STATEMENT and (words[0] in data["running"] or bool(AMENDED.match(plain))))
    )
