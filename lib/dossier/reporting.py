"""Reporting verbs: the forms of `language/speech.yml` by which it is known that somebody's words are told."""

from functools import cache

from dossier.lexicon import forms, load


@cache
def table() -> dict[str, tuple[str, str, str]]:
    """Form → (lemma, kind of form, classes: “c” clause, “o” object, “w” weak)."""
    speech, found = load("speech"), {}
    for key, letter in (("clause", "c"), ("object", "o")):
        for entry in speech[key]:
            verb = entry.split()[0]
            lemma = verb.split("+")[0]
            for form, kind in _forms(verb, lemma).items():
                before = found.get(form, ("", "", ""))[2]
                found[form] = (lemma, kind, before if letter in before else before + letter)
    return found


def known(word: str) -> tuple[str, str, str]:
    """What the table says of a form; a verb of no list stands for “said”."""
    return table().get(word) or table()["said"]


def _forms(verb: str, lemma: str) -> dict[str, str]:
    irregular = load("speech")["irregular"].get(lemma) or {}
    return {lemma: "base", **irregular} if irregular else forms(verb.replace("+d", ""))


@cache
def particles() -> dict[str, frozenset[str]]:
    """Verb → the prepositions that make it one of speech with an object (“call” → for, on)."""
    found: dict[str, set[str]] = {}
    for key in ("object", "clause"):
        for entry in load("speech")[key]:
            verb, _, rest = entry.partition(" ")
            found.setdefault(verb.split("+")[0], set()).add(rest)
    return {verb: frozenset(rest) for verb, rest in found.items()}
