"""Words of people's names: which may begin one, which may stand in one."""

from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from dossier.lexicon import load, words
from dossier.find.given import is_given, women
from dossier.find.office import HYPHENS, NAMED, glued, heads
from dossier.find.reading import Reading
from dossier.find.titles import within_name

__all__ = ["SON_OF", "ends_name", "is_given", "name_word", "second_word", "short_days", "women"]

ENDS_OF_NAMES = ("hmed", "amed", "mmed", "eed", "aled")  # in capitals, “ATTENDED” is no name, “MOHAMMED” is
SON_OF = frozenset(("bin", "binti", "bint", "ibn", "binte"))  # “Azlan bin | Tengku Idris”


@cache
def _capitals_never() -> frozenset[str]:
    return frozenset(word.upper() for word in words("names", "never"))


@cache
def _small() -> frozenset[str]:
    """In an all-caps text these end a name."""
    return frozenset(STOP_WORDS) | words("names", "small") | words("names", "human verbs")


@cache
def short_days() -> frozenset[str]:
    """Days of the week and months as abbreviated: “thu”, “jan”."""
    calendar = load("calendar")
    return frozenset((*calendar["short_weekdays"], *calendar["short_months"]))


def ends_name(r: Reading, i: int) -> bool:
    """Is word `i` one that no name or portfolio holds, where capitals tell nothing?"""
    word = r.low[i]
    return word in _small() or len(word) > 5 and word.endswith("ed") and not word.endswith(ENDS_OF_NAMES)


def name_word(r: Reading, i: int, first: bool) -> bool:
    """May word `i` stand in a name?"""
    word = r.words[i]
    if not first and word[:2] in ("d'", "d’", "D'", "o'", "t'") and word[2:3].isupper():
        return True  # “Gian d'Alessandro”
    if not word[:1].isupper() or not any(c.isalpha() for c in word):
        return False
    if r.shouting and ends_name(r, i):
        return False
    if not first and word in words("titles", "honours"):
        return False
    if first and word in words("names", "given") and _begins_name(r, i):
        return True
    if (
        r.cased[i] in words("titles", "titles")
        and not (not first and _last_word(r, i))
        and (
            first
            and not within_name(r, i)
            or not first
            and r.cased[i] not in words("titles", "within names")
            and r.low[i - 1] not in SON_OF
        )
        and word != "Tan"
    ):
        return False
    if (
        r.place[i]
        and not first
        and r.place[i].form == "demonym"
        and r.tags[i + 1 : i + 2]
        and r.tags[i + 1] in ("IN", ",", ".", "VBD", "VBZ", "CC")
    ):
        return True  # “Mr Dang Quoc Thai of Vietnam”
    if r.place[i] and (
        first or r.place[i].form != "capital" and r.words[i] not in ("Jordan", "Chad", "Israel", "Sudan")
    ):
        return False
    if word in words("names", "never") or len(word) > 3 and word in _capitals_never():
        return not first and (second_word(r, i) or _inner_word(r, i))
    return not (r.low[i] in heads() and first and r.tags[i] not in NAMED)


def _last_word(r: Reading, i: int) -> bool:
    """“Hun | Sen staged a coup”, “Maher el-| Sayed”: a title after which no name follows is a word of the name."""
    if i + 1 >= len(r) or r.words[i].endswith(".") or r.shouting or r.words[i] in words("titles", "honours"):
        return False
    return r.sent_of[i + 1] != r.sent_of[i] or not r.capital[i + 1] and r.words[i + 1] not in HYPHENS | {"."}


def _begins_name(r: Reading, i: int) -> bool:
    """A common word or country as a name: another word of a name follows, and tagger, list or office speak for one."""
    k = i + 1
    if k >= len(r) or r.tags[k] not in NAMED or r.sent_of[k] != r.sent_of[i] or r.place[k]:
        return False
    if r.tags[i] not in NAMED and not is_given(r.cased[i]) and not (i and r.low[i - 1] in heads()):
        return False
    if r.place[i] and r.low[i - 1] == "the" and is_given(r.words[k]):
        return False  # “the German | Werner Hoyer”
    word = r.words[k]
    return (
        word[:1].isupper()
        and (word not in words("names", "never") or r.words[k + 1 : k + 2] == ["-"] and glued(r, k + 1))
        and word not in words("titles", "titles")
        and r.low[k] not in heads()
        and not word.isupper()
    )


def second_word(r: Reading, i: int) -> bool:
    """“Park”, “Hall”, “King” may end a name, and so may “How” and “Still” where no capital follows (“Tan Kiat How”)."""
    small = r.low[i] in STOP_WORDS and not r.shouting and r.capital[i + 1 : i + 2] == [False] and len(r.words[i]) > 2
    last = r.words[i] in words("names", "last") and r.capital[i + 1 : i + 2] != [True]
    return r.words[i] in words("names", "second") or small or last


def _inner_word(r: Reading, i: int) -> bool:
    """“Lê Thị Thu Hằng”, “Ye Jan Feng”: the short of a day or month between two words of a name is one of them."""
    return (
        r.low[i] in short_days()
        and r.words[i].istitle()
        and r.capital[i + 1 : i + 2] == [True]
        and r.tags[i + 1] in NAMED
        and r.words[i + 1] not in words("names", "never")
        and r.low[i + 1] not in heads()
    )
