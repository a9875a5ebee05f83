"""Hold the brief to its edition: every claim's last accepted value, and what has moved since.

`seeds/edition.yml` is written by `dossier accept` alone. A value or premise that has moved stops the render,
with old, new and the documents that did it.
"""

import re
import subprocess
import sys
from pathlib import Path

import yaml

from . import build, project
from .accepted import KEPT, changes, inputs, load, number, path, worth, write
from .faults import told as told_faults
from .judgements import judgements, touched
from .moves import Move, by, moves
from .wording import house

__all__ = ["Move", "accept", "current", "diff", "load", "moves", "number", "path", "told"]


def accept(folder: Path | None = None, claims: dict[str, dict] | None = None) -> int:
    """Write the brief's claims as the accepted edition; its number rises when anything moved. Exit status."""
    folder = folder or project.root()
    claims = current(folder) if claims is None else claims
    if claims is None:
        return 1
    before = load(folder)
    kept = {name: {key: claim.get(key) for key in (*KEPT, "evidence")} for name, claim in sorted(claims.items())}
    if kept == before["claims"]:
        print(f"edition {before['edition']}: nothing has moved")
        if before["documents"] != inputs(folder):  # what it rests on has changed, and moved nothing
            write(folder, before | {"documents": inputs(folder)})
        return 0
    resting = _resting(folder)
    told = [
        {"claim": m.name, "old": m.old, "new": m.new, "by": list(m.causes), "touches": touched(m.name, resting)}
        for m in moves(folder, claims)
    ]
    after = {"edition": before["edition"] + 1, "documents": inputs(folder), "claims": kept, "changes": told}
    write(folder, after)
    print(f"edition {after['edition']}: {len(kept)} claims accepted, {len(told)} of them moved")
    for line in fallen(claims, resting):
        print(build.plain(line))
    return 0


def fallen(claims: dict[str, dict], resting: dict[str, set[str]]) -> list[str]:
    """A line a premise that does not hold: accepting its value does not bear the judgements that stand on it."""
    return [
        f"premise {name} does not hold; the brief cannot be rendered with: {' '.join(touched(name, resting))}"
        for name, claim in sorted(claims.items())
        if claim["kind"] == "boolean" and claim["value"] is not True and touched(name, resting)
    ]


def current(folder: Path) -> dict[str, dict] | None:
    """The claims that the brief uses now; None, with the faults said, where they cannot be read or are not of now."""
    from .bind import unbound, used
    from .fresh import stale
    from .ground import stand
    from .manuscript import read

    if fault := stale(folder):
        print(fault, file=sys.stderr)
        return None
    try:
        ground = stand(folder)
        brief = read(folder / "report.qmd")
    except (ValueError, OSError, KeyError) as error:
        for one in told_faults(str(error), folder):
            print(one, file=sys.stderr)
        return None
    if missing := unbound(brief, ground):
        said = f"report.qmd:1:1: found claims that no notebook names: {', '.join(missing)}; run `dossier check`"
        print(build.plain(said), file=sys.stderr)
        return None
    return {name: ground.claims[name] for name in used(brief, ground)}


def told(folder: Path) -> dict:
    """What the accepted edition changed against the one before it, as a table for the brief."""
    accepted = load(folder)
    columns = [{"label": label, "align": "left"} for label in ("Claim", "Was", "Is", "Moved by", "Judgements touched")]
    cells = [
        [row["claim"].replace("-", " "), row["old"], row["new"] or "no longer stated", ", ".join(row["by"]),
         " ".join(row.get("touches", ()))]
        for row in accepted["changes"]
    ]  # fmt: skip
    rows = [[{"text": str(cell or "–"), "evidence": []} for cell in row] for row in cells]
    title = "What this edition changed" if rows else "Nothing has moved since the last edition"
    return {
        "name": "editions", "title": title, "note": None, "columns": columns, "rows": rows, "none": f"{title}.",
    }  # fmt: skip


def diff(folder: Path | None = None, old: str | None = None, new: str | None = None) -> int:
    """Print what moved, by which documents, and which judgements that touches. Exit 1 if anything moved.

    From the accepted edition to now, or between two: each the number of an edition, a file, or a revision in history.
    """
    folder = folder or project.root()
    try:
        before = _revision(folder, old) if old else load(folder)
        after = _revision(folder, new) if new else {"claims": current(folder), "documents": inputs(folder)}
    except FileNotFoundError as error:
        print(build.plain(str(error)), file=sys.stderr)
        return 2
    if after["claims"] is None:
        return 1
    now, was, resting = after["claims"], before["claims"], _resting(folder)
    moved = [name for name in sorted(was.keys() | now.keys()) if _moved(was.get(name), now.get(name))]
    changed = changes(before["documents"], after["documents"])
    for name in moved:
        print(build.plain(_difference(name, was.get(name), now.get(name), changed)))
        for said in touched(name, resting):
            print(build.plain(f"      touches: {said}"))
    down = fallen(now, resting)
    for line in down:
        print(build.plain(line))
    print(f"{len(moved)} of {len(was.keys() | now.keys())} claims moved since edition {before['edition']}")
    return int(bool(moved or down))


def _moved(old: dict | None, new: dict | None) -> bool:
    return old is None or new is None or worth(old) != worth(new)


def _difference(name: str, old: dict | None, new: dict | None, changed: list[str]) -> str:
    causes = by(name, old or {}, new, changed)
    told = f"{name}: {house(old) if old else 'new'} → {house(new) if new else 'gone'}"
    return f"{told}, by {', '.join(causes)}" if causes else told


def _resting(folder: Path) -> dict[str, set[str]]:
    """The judgements of the brief and what they rest on; none where the brief cannot be read."""
    from .ground import stand

    try:
        return judgements(folder / "report.qmd", stand(folder))
    except (ValueError, OSError, KeyError):
        return {}


def _revision(folder: Path, name: str) -> dict:
    """edition.yml as a file names it, as a revision of the project's history has it, or by the number it bears."""
    if Path(name).is_file():
        text = Path(name).read_text(encoding="utf-8")
    else:
        text = _numbered(folder, int(name)) if re.fullmatch(r"\d{1,3}", name) else _shown(folder, name)
    if text is None:
        raise FileNotFoundError(
            f"{name}: neither a file nor a revision that has seeds/edition.yml, nor the number of an edition; "
            f"the history has: {', '.join(map(str, sorted(_editions(folder)))) or 'none'}"
        )
    return {"edition": 0, "documents": {}, "claims": {}, "changes": []} | (yaml.safe_load(text) or {})


def _shown(folder: Path, revision: str) -> str | None:
    """seeds/edition.yml as of a revision; None where there is none."""
    return _git(folder, "show", "--end-of-options", f"{revision}:./seeds/edition.yml")


def _numbered(folder: Path, wanted: int) -> str | None:
    """The edition of that number: the accepted one, else the last that the history has."""
    if load(folder)["edition"] == wanted and path(folder).is_file():
        return path(folder).read_text(encoding="utf-8")
    revision = _editions(folder).get(wanted)
    return revision and _shown(folder, revision)


def _editions(folder: Path) -> dict[int, str]:
    """The number of each edition of the history → the last revision that has it."""
    listed = (_git(folder, "log", "--format=%H", "--", "seeds/edition.yml") or "").split()
    texts = ((revision, re.match(r"(?:#.*\n|\s)*edition: (\d+)", _shown(folder, revision) or "")) for revision in listed)
    found: dict[int, str] = {}
    for revision, head in texts:
        if head:
            found.setdefault(int(head[1]), revision)
    return found


def _git(folder: Path, *words: str) -> str | None:
    """What git says of the project; None where it fails, or is not there."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True)
    except FileNotFoundError:
        return None
    return None if done.returncode else done.stdout
