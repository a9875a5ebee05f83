"""Read the corrections: `corrections.yml` → repairs of what a source prints wrongly, and words set aside.

A source is never edited. A repair names the fault, what is expected to stand there, what is meant, and the arithmetic
that shows it; words set aside name their reason. Each entry carries the `place` where it is written.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from . import project
from .entries import Entries, EntryFault, load


class CorrectionError(ValueError):
    """A correction that cannot be read, or does not fit what the source says now; the message tells what to do."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    document: str
    quote: str = Field(min_length=1)
    reason: str = Field(min_length=1)


class Aside(_Entry):
    kind: Literal["aside"]


class Arithmetic(BaseModel):
    model_config = ConfigDict(extra="forbid")

    parts: list[float] = Field(min_length=1)
    sum: float
    tolerance: float = Field(ge=0)


class Repair(_Entry):
    kind: Literal["amount"]
    expect: dict[str, Any] = Field(description="column → what stands there while the fault is there")
    set: dict[str, Any] = Field(description="column → what is meant")
    status: str
    arithmetic: Arithmetic | None = None


MODELS = {"amount": Repair, "aside": Aside}


def read_corrections(folder: Path | str | None = None) -> list[dict]:
    """The entries of `corrections.yml`; none if there is no such file. CorrectionError names each that is wrong."""
    path = Path(folder or project.seeds()) / "corrections.yml"
    try:
        entries = load(path)
    except FileNotFoundError:
        return []
    except EntryFault as fault:
        raise CorrectionError(str(fault)) from None
    if not isinstance(entries.values or [], list):
        raise CorrectionError(f"{entries.at()}: must be a list of corrections; begin each with “- document:”")
    numbered = [*enumerate(entries.values or [])]
    if faults := [said for number, entry in numbered for said in _faults(entries, number, entry)]:
        raise CorrectionError("\n".join(faults))
    return [entry | {"place": entries.at((number,))} for number, entry in numbered]


def _faults(entries: Entries, number: int, entry: object) -> list[str]:
    kind = entry.get("kind") if isinstance(entry, dict) else None
    if kind not in MODELS:
        said = f"kind: “{kind}” is unknown" if isinstance(entry, dict) else "must hold “key: value” pairs"
        return [f"{entries.at((number, 'kind'))}: correction {number + 1}: {said}; write one of {', '.join(MODELS)}"]
    try:
        MODELS[kind].model_validate(entry)
    except ValidationError as error:
        return [*entries.faults(error, MODELS[kind], (number,))]
    return []


def misfits(corrections: list[dict], documents: dict[str, str], facts: list[dict]) -> Iterator[str]:
    """A message for each correction that fits no document, no words of it, or no sum that was found there.

    `documents`: id → text. Told by the check as well, since a notebook that reads no corrections would not notice.
    """
    for entry in corrections:
        text, quote = documents.get(entry["document"]), entry["quote"]
        if text is None:
            near = get_close_matches(entry["document"], documents, 1)
            wish = f"did you mean {near[0]}?" if near else "correct its id"
            yield f"{where(entry)}: there is no such document; {wish}"
        elif " ".join(quote.split()) not in " ".join(text.split()):
            yield f"{where(entry)}: the document does not say so; copy the words from it"
        elif entry["kind"] == "amount" and 1 != (found := sum(_expected(fact, entry) for fact in facts)):
            yield f"{where(entry)}: the fault is found {found} times, not once; remove or adapt the correction"


def _expected(fact: dict, entry: dict) -> bool:
    same = fact["kind"] == "amount" and (fact["document"], fact["quote"]) == (entry["document"], entry["quote"])
    return same and all(fact.get(key) == value for key, value in entry["expect"].items())


def where(entry: dict) -> str:
    """How a message about a correction begins: where it is written, document and words."""
    return f"{entry.get('place', 'corrections.yml')}: {entry['document']} “{entry['quote']}”"
