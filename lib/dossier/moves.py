"""What has moved since the accepted edition: values and premises, the documents that moved them, and their words."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from . import build
from .accepted import changes, inputs, load, path, worth
from .evidence import SOURCE, EvidenceError, Registry
from .labels import plural
from .wording import house

MOST = 3  # so many passages are quoted for one move
DIFF = "`dossier diff` lists them with the judgements they touch"
ASIDE = "set the words aside in seeds/corrections.yml (kind: aside) with your reason"


class Words(NamedTuple):
    """What a document says that moved a claim, and where: the file as a reader opens it, and the line."""

    said: str
    file: str
    line: int

    def __str__(self) -> str:
        short = self.said if len(self.said) <= 240 else f"{self.said[:239]}…"
        return f"“{short}” ({self.file}:{self.line})"


@dataclass(frozen=True)
class Move:
    """A claim whose value is no longer the accepted one, what moved it, and in which words."""

    name: str
    old: str | None
    new: str | None
    causes: tuple[str, ...]
    line: int
    premise: bool = False
    words: tuple[Words, ...] = ()

    def __str__(self) -> str:
        what = "premise" if self.premise else "claim"
        by = f", by {', '.join(self.causes)}" if self.causes else ""
        old, new = self.old or "not there", self.new or "not there any more"
        return build.plain(f"{what} {self.name}: was {old}, is {new}{by}")

    def fault(self) -> str:
        """The move as a fault of `seeds/edition.yml`, with its line, and below it the words that moved it."""
        said = f"seeds/edition.yml:{self.line}:1: found {self}; expected the accepted value"
        return "\n".join([said, *(f"      {build.plain(str(words))}" for words in self.words)])


def moves(folder: Path, claims: dict[str, dict], registry: Registry | None = None) -> list[Move]:
    """What has moved since the accepted edition: values, and claims that are gone. New claims have not moved.

    With a `registry` of the evidence each move quotes the documents' words that made it.
    """
    accepted = load(folder)
    if not accepted["claims"]:
        return []
    lines, changed = _lines(path(folder)), changes(accepted["documents"], inputs(folder))
    found = []
    for name, old in accepted["claims"].items():
        new = claims.get(name)
        if new is None or worth(new) != worth(old):
            causes = tuple(by(name, old, new, changed))
            words = tuple(felling(name, claims, registry, accepted["claims"], {*causes})) if registry and new else ()
            now = house(new) if new else None
            found.append(Move(name, house(old), now, causes, lines.get(name, 1), old["kind"] == "boolean", words))
    return found


def _lines(file: Path) -> dict[str, int]:
    rows = enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
    return {
        row.strip().rstrip(":"): n for n, row in rows if row.startswith("  ") and row.endswith(":") and row[2:3].strip()
    }


def by(name: str, old: dict, new: dict | None, changed: list[str]) -> list[str]:
    """The documents that moved a claim: those its evidence gained or lost, else all that came, went or changed.

    A claim that is still named, and only no longer used, was dropped by the brief's author.
    """
    if new is None and _named_still(name, old, changed):
        return ["report.qmd"]
    gained = set(old.get("evidence", ())) ^ set((new or {}).get("evidence", ()))
    named = {match[1] if (match := SOURCE.match(key)) else key.removeprefix("record:") for key in gained}
    return [*sorted(named & set(changed))] or changed or sorted(named)


def _named_still(name: str, old: dict, changed: list[str]) -> bool:
    from .claims import claims

    row = list(old.get("evidence") or ()) == [f"record:{name}"] and not any(part.endswith(".csv") for part in changed)
    return row or name in claims()


def felling(
    name: str, claims: dict[str, dict], registry: Registry, before: dict[str, dict], causes: set[str]
) -> Iterator[Words]:
    """The sentences on which a claim, or a claim it is computed from, rests now and did not rest before.

    Those of the documents that changed (`causes`) go before all others; each sentence is told once.
    """
    keys = dict.fromkeys(key for one in _with_inputs(name, claims) for key in claims[one]["evidence"])
    known = {key for one in _with_inputs(name, claims) for key in before.get(one, {}).get("evidence", ())}
    new, changed = [key for key in keys if key not in known], [key for key in keys if key.partition(":")[0] in causes]
    chosen = [key for key in new if key in changed] or new or changed
    yield from list(dict.fromkeys(filter(None, (_words(key, registry) for key in chosen))))[:MOST]


def _words(key: str, registry: Registry) -> Words | None:
    """The sentence of a document that a piece of evidence stands in; None where it is of the record, or gone."""
    try:
        found = registry.get(key)
    except EvidenceError:
        return None
    if found["support"] != "source":
        return None
    document = registry.documents[found["document"]]
    line = document.text.count("\n", 0, found["start"]) + 1
    file = document.card.file if document.card else document.id
    return Words(" ".join(found["sentence"].split()), f"seeds/{file}", line)


def _with_inputs(name: str, claims: dict[str, dict]) -> list[str]:
    """The claim and all that it is computed from, each once."""
    found = [name] if name in claims else []
    for one in found:  # which grows while it is walked
        found += [part for part in dict.fromkeys(claims[one]["inputs"]) if part in claims and part not in found]
    return found


def advice(shifted: list[Move]) -> str:
    """What an author does about accepted values that moved; nothing where none did."""
    if not shifted:
        return ""
    have = f"{plural(len(shifted), 'accepted value has', 'accepted values have')} moved: {DIFF}."
    fallen = [move.name for move in shifted if move.premise and move.new is not None]
    if fallen:
        have += f" A premise fell ({', '.join(fallen)}): change its judgement in report.qmd, or {ASIDE}."
    return f"{have} Read them, change the brief, then run `dossier accept`"
