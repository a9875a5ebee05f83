"""Names of people: capitalised words, particles, initials and hyphens."""

from dossier.lexicon import words
from dossier.find.caucus import caucus_end
from dossier.find.namewords import name_word, second_word
from dossier.find.office import HYPHENS, NAMED, POSSESSIVE, glued
from dossier.find.quotations import letters
from dossier.find.reading import Reading
from dossier.find.titles import titles_end

LONGEST = 6  # words of a name
NICKNAMED = frozenset('"“”‘’«»')


def name_end(r: Reading, i: int) -> int:
    """End of the name that begins at word `i` (`i` if none does)."""
    if i >= len(r) or caucus_end(r, i) > i or not name_word(r, i, True) and not _particle_first(r, i):
        return i
    end = j = i + 1
    while j < len(r) and j - i < 2 * LONGEST and (r.sent_of[j] == r.sent_of[i] or _torn(r, j)):
        word = r.words[j]
        if name_word(r, j, False) and not (r.words[j - 1] in HYPHENS and not _joined_by_hyphen(r, j - 1)):
            if word in words("names", "things") and not second_word(r, j):
                break
            j = end = j + 1
        elif (
            r.low[j] in words("names", "particles")
            and r.low[j] == word
            or word in words("names", "articles")
            and j + 1 < len(r)
            and r.words[j + 1] in HYPHENS
            or word in HYPHENS
            and _joined_by_hyphen(r, j)
        ):
            j += 1
        elif (
            r.words[j - 1] in HYPHENS
            and _joined_by_hyphen(r, j - 1)
            and word.isalpha()
            and r.tags[j] in ("NNP", "NN", "JJ", "NNS", "VB", "FW", "XX", "DT", "VBP")
            and end == j - 1
        ):
            j = end = j + 1  # “Cho Tae-yul”
        elif r.capital[j] and _goes_on_small(r, j):
            j = end = j + 1  # “Cheong In-kyu”
        elif word in "'’ʼ‘" and (_letter_mark(r, j) or j in letters(r)):
            j += 1
        elif word == "." and len(r.words[j - 1]) == 1:
            j += 1
        elif (
            word in NICKNAMED
            and r.words[j + 2 : j + 3]
            and r.words[j + 2] in NICKNAMED
            and r.capital[j + 1]
            and j + 3 < len(r)
            and name_word(r, j + 3, False)
        ):
            j += 3  # “Fabio "Tarzán" Quiñones”
        elif (
            r.low[j] == "of"
            and j <= i + 2
            and i
            and r.words[i - 1] in ("Lord", "Baroness", "Lady", "Viscount")
            and j + 1 < len(r)
            and r.capital[j + 1]
            and not r.place[j + 1]
        ):
            j += 1
        else:
            break
    return end


def _torn(r: Reading, j: int) -> bool:
    """Did the parser begin a sentence at word `j` though only a space or the end of a line stands before it?"""
    before = r.token(j - 1)
    return (
        before.i + 1 == r.token(j).i
        and r.words[j - 1].isalpha()
        and r.tags[j - 1] in NAMED
        and r.tags[j] in (*NAMED, "JJ", "NN")
        and r.sents[r.sent_of[j - 1]][0] < j - 1
        and r.low[j + 1 : j + 2] != [":"]
    )


def _goes_on_small(r: Reading, j: int) -> bool:
    """Does a hyphen join a word in small letters to word `j`?"""
    return r.words[j + 1 : j + 2] == ["-"] and glued(r, j + 1) and r.low[j + 2 : j + 3] == r.words[j + 2 : j + 3]


def _letter_mark(r: Reading, j: int) -> bool:
    """An apostrophe that ends the first word of a name (“Ochieng' Radido”), neither possessive nor quotation mark."""
    before = r.token(j - 1)
    near = before.idx + len(before) == r.token(j).idx
    return near and not r.low[j - 1].endswith("s") and j + 1 < len(r) and name_word(r, j + 1, False)


def _particle_first(r: Reading, i: int) -> bool:
    """“al-Sisi”, “von der Leyen”, “bin Salman” alone."""
    if r.low[i] not in ("al", "el", "von", "van", "bin", "de", "di", "della") or i + 1 >= len(r):
        return False
    k = i + 1
    while k < len(r) and (r.words[k] in HYPHENS or r.low[k] in words("names", "particles")) and k < i + 4:
        k += 1
    return (
        k < len(r)
        and name_word(r, k, True)
        and (r.words[i + 1] in HYPHENS or r.words[i] == r.low[i] and r.low[i] not in ("de", "di"))
    )


def _joined_by_hyphen(r: Reading, j: int) -> bool:
    before, here = r.token(j - 1), r.token(j)
    return before.idx + len(before) == here.idx and not here.whitespace_ and j + 1 < len(r)


def is_thing(r: Reading, end: int) -> bool:
    """Does the word after a name make it the name of a thing (“… Centre”)?"""
    k = end + 1 if end + 1 < len(r) and r.words[end] in POSSESSIVE else end
    if k >= len(r) or k > end:
        return False
    return r.cased[k] in words("names", "things") and r.capital[k]


def name_start(r: Reading, end: int) -> int | None:
    """Start of the longest name that ends at `end`."""
    for start in range(max(0, end - 2 * 4), end):
        if r.sent_of[start] == r.sent_of[end - 1] and name_end(r, start) == end:
            if titles_end(r, start) > start:
                continue  # “Prince Khalid” has a title
            if start and r.tags[start] not in NAMED and r.sents[r.sent_of[start]][0] == start and end - start > 2:
                continue
            return start
    return None
