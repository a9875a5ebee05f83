"""Verbal: whether a word that may tell of a meeting is used as a verb."""

from dossier.find.encounter import Frame, nouns
from dossier.find.reading import Reading
from dossier.lexicon import lowered


def is_verb(r: Reading, i: int, frame: Frame) -> bool:
    """As tagged; in capitals by its ending; “heads to” also where the tagger takes it for a noun."""
    if frame.form == "visit" and frame.particle and not set(frame.particle) & set(r.low[i + 1 : i + 2]):
        return False  # “turned up in Riga”
    if frame.form == "phone" and r.low[i : i + 2] == ["speaking", "terms"]:
        return False  # “on speaking terms with X”
    shouted = r.shouting and _shouted(r, i)
    tagged = r.tags[i].startswith("VB") and not _as_noun(r, i) or shouted
    moving = (
        frame.name == "arrive"
        and r.tags[i] == "NNS"
        and r.token(i).dep_ == "ROOT"
        and (r.low[i + 1 : i + 2] == ["to"] or r.low[i + 1 : i + 3] in (["on", "to"], ["back", "to"]))
    )
    own = r.tags[i] in ("NN", "NNS") and any(c.dep_ == "nsubj" for c in r.token(i).lefts)  # “Leaders gather in Riga”
    return tagged or moving or own


def _as_noun(r: Reading, i: int) -> bool:
    """“on the phone as early as Monday”: after an article, whatever the parse takes it for."""
    return r.low[i - 1] in ("the", "a") and r.low[i - 2] in ("on", "by", "over", "in")


def _shouted(r: Reading, i: int) -> bool:
    """“SHE ARRIVES IN RIGA”, “LEE RECEIVED …”, “IS TO MEET”: by the ending, and what stands before it."""
    if r.words[i].endswith("ED") or r.low[i] in lowered("meetings", "irregular") or r.low[i - 1] in ("will", "to"):
        return True
    if not r.low[i].endswith("s") or r.low[i] in nouns() or r.low[i + 1 : i + 2] == ["of"]:
        return False
    return r.tags[i - 1] in ("PRP", "NNP") and r.low[i - 1] != "the"
