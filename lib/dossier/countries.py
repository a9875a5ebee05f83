"""Countries as news English names them: by name, demonym, capital or institution → ISO code.

Names, demonyms and capitals come from the package `countryinfo` (by its maintainers after
mledoze/countries and ISO 3166); `language/demonyms.yml` adds what it lacks and strikes what is
first of all something else. Codes are ISO 3166-1 alpha-2, and XK for Kosovo.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from countryinfo._cache import load_countries
from spacy.tokens import Doc, Token

from dossier.lexicon import Phrases, load, ordered, upper_variants, words

PLACING = frozenset(("in", "to", "from", "near"))
Form = Literal["name", "demonym", "people", "capital", "national", "international"]
_LATIN_NAME = re.compile(r"(?:the )?[A-Z][^\W\d_]+(?:[ .'’-]+[^\W\d_]+)*$")
_CAPITALISED = re.compile(r"[^\W\d_]+(?:[-.’'](?!s\b)[^\W\d_]+)*(?!\$)\b")
_ASCII_OR_LATIN = re.compile(r"[\u0000-\u024f’]+$")


class Meaning(NamedTuple):
    """What a phrase stands for: a country's code (None for an international body) and the form of the phrase."""

    code: str | None
    form: Form


class Mention(NamedTuple):
    """A phrase found: tokens `start` to `end` (excluded), and its meaning."""

    start: int
    end: int
    code: str | None
    form: Form


@cache
def table() -> dict[str, Meaning]:
    """Phrase → meaning, for all countries; more important meanings win."""
    return upper_variants(ordered(_meanings()))


@cache
def _phrases() -> Phrases:
    return Phrases(table())


def mentions(doc: Doc) -> list[Mention]:
    """Countries and known institutions in a parsed text, left to right, longest first, none overlapping."""
    found = [Mention(start, end, *meaning) for start, end, meaning in _phrases().find(doc)]
    placed = [
        Mention(token.i, token.i + 1, capitals()[token.text], "capital") for token in doc[1:-1]
        if token.text in capitals() and _placed(token)
    ]  # fmt: skip
    return sorted(found + placed) if placed else found


def _placed(token: Token) -> bool:
    """“in Wellington”, “under Wellington's command”: does a place, no person, stand here?"""
    before, after = token.nbor(-1), token.nbor()
    owns = after.text in ("'s", "’s") and before.text[:1].islower()
    return owns or before.lower_ in PLACING and not after.text[:1].isupper()


@cache
def capitals() -> dict[str, str]:
    """Capitals whose name is first of all something else, which only a preposition or a dateline shows: → code."""
    named = {name: code for code, names in load("demonyms")["after in"].items() for name in names}
    return named | {name.upper(): code for name, code in named.items()}


def code(phrase: str) -> str | None:
    """Country of a name, demonym, capital or institution, or None: `code("Dutch") == "NL"`."""
    meaning = table().get(phrase.removeprefix("the "))
    return meaning.code if meaning else None


def in_text(text: str) -> list[str]:
    """Codes of the countries that a line names, as often as it does, the longest phrase first (“South Sudan”)."""
    found = (table().get(phrase) for phrase in _longest(text))
    return [meaning.code for meaning in found if meaning and meaning.code]


def _longest(text: str) -> Iterator[str]:
    """The known phrases of a line, from left to right, none overlapping."""
    said, k = _CAPITALISED.findall(text), 0
    while k < len(said):
        sizes = (n for n in (4, 3, 2, 1) if " ".join(said[k : k + n]) in table())
        size = next(sizes, 0)
        alone = size == 1 and said[max(0, k - 1) : k] in (["In"], ["in"])  # “in English”
        edition = said[k + size : k + size + 1] in _editions() or alone and table()[said[k]].form == "demonym"
        if size and said[k][:1].isupper() and not edition:
            yield " ".join(said[k : k + size])
        k += size or 1


@cache
def _editions() -> list[list[str]]:
    """“English edition”, “French version” name a language."""
    return [[word] for word in load("demonyms")["editions"]]


def _meanings() -> Iterator[tuple[str, Meaning]]:
    institutions = load("institutions")
    for body in institutions["international"]:
        yield body, Meaning(None, "international")
        if body.isupper() and body.isalpha() and len(body) > 3:
            yield body.capitalize(), Meaning(None, "international")  # “Nato”, “Asean”, as some papers print them
    for country, bodies in institutions["national"].items():
        for body in bodies:
            yield body, Meaning(country, "national")
    yield from _own()
    yield from _library()


def _own() -> Iterator[tuple[str, Meaning]]:
    own = load("demonyms")
    for form, key in (("name", "names"), ("demonym", "demonyms"), ("people", "people"), ("capital", "capitals")):
        for country, phrases in own[key].items():
            for phrase in phrases:
                yield phrase.removeprefix("the "), Meaning(country, form)


def _library() -> Iterator[tuple[str, Meaning]]:
    dependencies, past = words("demonyms", "dependencies"), words("demonyms", "past")
    entries = [e for e in load_countries()["countries"].values() if _code_of(e) and _code_of(e) not in past]
    sovereign = [e for e in entries if _code_of(e) not in dependencies]
    called = [(name, _code_of(e), "name") for e in sovereign for name in _names(e)]
    yield from _usable(called)
    saints = [(name.removeprefix("Saint "), *rest) for name, *rest in called if name.startswith("Saint ")]
    yield from _usable((f"{saint} {name}", *rest) for name, *rest in saints for saint in ("St", "St."))
    yield from _usable(((word, _code_of(e), "demonym") for e in sovereign for word in _demonyms(e)))
    yield from _usable(((e.get("capital"), _code_of(e), "capital") for e in sovereign))
    yield from _usable(((e["name"], _code_of(e), "name") for e in entries))
    people = ((word, _code_of(e)) for e in sovereign for word in _demonyms(e) if word[-1:] in "nio")
    yield from _usable(((word + "s", code, "people") for word, code in people))


def _usable(phrases) -> Iterator[tuple[str, Meaning]]:
    ambiguous = words("demonyms", "ambiguous")
    for phrase, country, form in phrases:
        if isinstance(phrase, str) and phrase not in ambiguous and len(phrase) > 3 and _ASCII_OR_LATIN.match(phrase):
            yield phrase.removeprefix("The "), Meaning(country, form)


def _code_of(entry: dict) -> str | None:
    return (entry.get("ISO") or {}).get("alpha2")


def _names(entry: dict) -> list[str]:
    """Name and official names in Latin letters (not codes, and not “X, Republic of”)."""
    spellings = [entry["name"], *entry.get("altSpellings", [])]
    return [s.strip() for s in spellings if _LATIN_NAME.match(s.strip()) and not s.isupper()]


def _demonyms(entry: dict) -> list[str]:
    return [word.strip() for word in re.split(r"[,/]| and ", entry.get("demonym") or "") if word.strip()]
