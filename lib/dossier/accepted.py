"""The accepted edition: `seeds/edition.yml` holds every claim's last accepted value, and what it rested on."""

import hashlib
from pathlib import Path

import yaml

from . import build, entries
from .seeds import read_cards

HEAD = "# Every claim's last accepted value. Written by `dossier accept` alone; read it before you accept.\n"
KEPT = ("support", "kind", "value", "low", "high", "bound", "unit", "of")


def path(folder: Path) -> Path:
    return folder / "seeds" / "edition.yml"


def load(folder: Path) -> dict:
    """The accepted edition; an empty one where none was accepted yet. EntryFault where it cannot be read."""
    try:
        found = entries.load(path(folder)).values
    except FileNotFoundError:
        found = None
    if not isinstance(found or {}, dict):
        raise entries.EntryFault(f"{path(folder)}:1: is no edition; put back the last one that `dossier accept` wrote")
    return {"edition": 0, "documents": {}, "claims": {}, "changes": []} | (found or {})


def number(folder: Path) -> str:
    """The number of the accepted edition; “draft” where none was accepted."""
    return str(load(folder)["edition"] or "draft")


def worth(claim: dict) -> dict:
    """What of a claim is accepted: all that a reader would see change."""
    return {key: claim.get(key) for key in KEPT}


def changes(old: dict[str, str], new: dict[str, str]) -> list[str]:
    """Documents (and record tables) that were added, removed or changed."""
    return sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))


def inputs(folder: Path) -> dict[str, str]:
    """Checksums of what the values rest on: documents by id, the other files of seeds/ by name."""
    seeds = folder / "seeds"
    sums = {card.id: card.sha256 for card in read_cards(seeds)}
    others = [seeds / "corrections.yml", seeds / "subject.yml", *sorted((seeds / "record").glob("*.csv"))]
    return sums | {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in others if f.is_file()}


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        """Write what stands twice twice: an alias would not be read back."""
        return True


def write(folder: Path, accepted: dict) -> None:
    text = yaml.dump(accepted, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=120)
    build.write(path(folder), HEAD + text)
