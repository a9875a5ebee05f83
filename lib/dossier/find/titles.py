"""Titles and ranks before a name: “H.E. Mr”, “Lt. Gen.”, “Major General (Ret)”."""

from dossier.find.office import HYPHENS
from dossier.find.reading import BREAK, Reading
from dossier.lexicon import words

RETIRED = (["r"], ["ret"], ["retd"], ["retired"], ["rtd"], ["ret."], ["rtd."])


def titles_end(r: Reading, i: int) -> int:
    """End of the titles and ranks that begin at word `i` (`i` if there is none)."""
    listed, n, start = words("titles", "titles"), len(r), i
    while i < n and r.words[i] != BREAK and not within_name(r, i):
        word = r.cased[i]
        if word in listed and not (word in words("titles", "weak") and i == start and not _rank(r, i)):
            i += 1
        elif i > start and (
            word in words("titles", "ranks")
            or word == "."
            or word in HYPHENS
            and i + 1 < n
            and (r.cased[i + 1] in words("titles", "ranks") or r.cased[i + 1] in listed)
        ):
            i += 1
        elif word in words("titles", "weak") and i + 1 < n and r.cased[i + 1] in listed:
            i += 1
        elif i > start and word == "(" and r.low[i + 1 : i + 2] in RETIRED and ")" in r.words[i + 2 : i + 4]:
            i = r.words.index(")", i) + 1
        elif i > start and word == "(" and _one_word_in_brackets(r, i):
            i += 3
        elif i == start and word in words("titles", "services") and r.cased[i + 1 : i + 2] and _ranked(r, i + 1):
            i += 1  # “Army General X”, “Police Colonel X”
        else:
            break
    mark = start < i < n - 1 and word in ("'", "‘", "ʻ") and r.capital[i + 1] and not r.token(i).whitespace_
    return i + mark  # “Dr 'Ana Tora”: an apostrophe is a letter of the name


def within_name(r: Reading, i: int) -> bool:
    """“Sheikh Hasina”: the title of men before a woman's name is a part of it."""
    sheikh = r.words[i] == "Sheikh" and i + 1 < len(r) and r.words[i + 1].isalpha()
    return sheikh and r.words[i + 1] in words("names", "women") | words("gender", "women")


def _one_word_in_brackets(r: Reading, i: int) -> bool:
    """“Colonel | (Marine) X”, “Maj Gen | (Dr) X”."""
    return r.words[i + 2 : i + 3] == [")"] and r.capital[i + 1 : i + 4 : 2] == [True, True]


def _ranked(r: Reading, i: int) -> bool:
    """Is word `i` a rank that a name follows?"""
    return r.cased[i] in words("titles", "ranks") and r.cased[i] != "Chief" and titles_end(r, i) > i


def _rank(r: Reading, i: int) -> bool:
    """A weak title stands as one if a name of two words or a rank follows."""
    after = i + 1 + 3 * (r.words[i + 1 : i + 4 : 2] == ["(", ")"])  # “Captain (N) X”, “General (retired) Y”
    following = [r.words[k] for k in range(after, min(after + 4, len(r))) if r.words[k] not in HYPHENS][:2]
    if r.words[after + 1 : after + 2] and r.words[after + 1] in HYPHENS:
        following = following[:1] * 2  # “General Waker-uz-Zaman”
    return (
        r.cased[i] in ("General", "Commander", "Captain", "Major", "Father", "Cardinal", "Patriarch", "Imam", "Count")
        and all(w[:1].isupper() for w in following)
        and len(following) == 2
        and (following[0] not in words("names", "never") or following[0] in words("names", "given"))
    )
