"""Doubts: what is spelt like a sum and is none: a weight, an idiom, a number that another script goes on."""

from dataclasses import replace

from dossier.lexemes import Lexeme, language
from dossier.quantities import Quantity


def certain(one: Quantity, start: int, end: int, lexemes: tuple[Lexeme, ...]) -> Quantity:
    """The quantity that `lexemes[start:end]` spell; without its unit where that is in doubt."""
    last = lexemes[end - 1].word
    if one.unit and _runs_on(lexemes, end):
        return replace(one, start=one.first, end=one.last, unit=None)
    if last in ("cent", "penny") and one.mantissa == 1 and not _counts_cent(lexemes, start, end):
        return replace(one, start=one.first, end=one.last, unit=None, factor=1.0)
    if one.unit and one.mantissa == 1 and _denied(lexemes, start):
        return replace(one, start=one.first, end=one.last, unit=None)
    weight = one.unit and last in ("pound", "pounds") and not one.signed and _weighs(one, lexemes, end)
    return replace(one, start=one.first, end=one.last, unit=None) if weight else one


def _runs_on(lexemes: tuple[Lexeme, ...], end: int) -> bool:
    """Does a word of another script touch the sum, as the 万 of ¥100万 does? Then its value is another."""
    if end == len(lexemes):
        return False
    after = lexemes[end]
    return (
        after.kind == "word" and not after.spaced and not after.printed[0].isascii() and not after.printed[0].islower()
    )


def _counts_cent(lexemes: tuple[Lexeme, ...], start: int, end: int) -> bool:
    """“one cent a litre” is money, “not one cent less” is none."""
    return end < len(lexemes) and lexemes[end].word in ("a", "per", "each") and lexemes[max(0, start - 1)].word != "not"


def _denied(lexemes: tuple[Lexeme, ...], start: int) -> bool:
    """“Not by one krone”, “without a single euro”: an idiom, no sum."""
    before = {x.word for x in lexemes[max(0, start - 3) : start]}
    return lexemes[start].word == "one" and bool(before & {"not", "nor", "never", "without"})


def _weighs(one: Quantity, lexemes: tuple[Lexeme, ...], end: int) -> bool:
    """Do these pounds weigh: “200 pounds of explosives”, “a 500-pound bomb”?"""
    money = language("currencies")
    after = [x.word for x in lexemes[end : end + 4]]
    near = {x.word for x in lexemes[max(0, end - 10) : end + 4]}
    weighs = bool(near & set(money["weigh_words"]))
    if after[:1] == ["of"]:
        weighs |= not set(after[1:]) & set(money["money_nouns"]) and not (one.signed or one.factor >= 1e6)
    elif lexemes[end - 1].word == "pound" and one.factor == 1:
        weighs |= not set(after[:2]) & set(money["pound_nouns"])
    return weighs
