"""Check the brief: report.qmd and the claims → the bound words, or every fault with its file, line and column."""

import sys
from collections.abc import Iterator
from pathlib import Path

from . import build, project
from .agree import disagreement, suggests
from .bind import bind, used
from .accepted import load
from .codebook import gaps
from .corrections import misfits, read_corrections
from .entries import EntryFault
from .evidence import EvidenceError
from .faults import Fault, counted, told
from .fences import fences
from .grammar import Found, blocks, curled, dialect, forbidden, header, nearest
from .ground import PLACEHOLDER, Ground, stand, troubles
from .manuscript import CLAIM_ATTRIBUTES, HOLE, Block, Manuscript, Mark, Place, read
from .moves import Move, advice, felling, moves
from .notes import notes
from .prose import bare, conventions, quotations, vague
from .verbatim import CHANGED, altered
from .wording import house

SUPPORTED_BY = dict(zip(CLAIM_ATTRIBUTES, ("source", "computed", "record"), strict=True))
ATTRIBUTE = {support: attribute for attribute, support in SUPPORTED_BY.items()}


def faults(brief: Manuscript, ground: Ground) -> list[Fault]:
    """Every fault of the brief, in the order of its lines."""
    found = set()
    for look in (forbidden, header, fences, dialect, blocks, _nothing, _marks, _prose, _judgements, _exhibits, _claims,
                 _values):
        for place, what, instead in look(brief, ground):
            found.add(Fault(brief.path.name, place.line, place.column, what, instead))
    return sorted(found)


def _judgements(brief: Manuscript, ground: Ground) -> Found:
    for block in (block for block in brief.blocks if block.name == "judgement"):
        yield from ((block.place, *fault) for fault in _judgement(block, ground))


def _judgement(block: Block, ground: Ground) -> Iterator[tuple[str, str]]:
    given = block.attributes
    for key, words in (("likelihood", conventions()["yardstick"]), ("confidence", conventions()["confidence"])):
        if given.get(key) not in words:
            yield f"{key} “{given.get(key, '')}”", f"one of {', '.join(words)}"
    for key in ("holds", "against", "changes"):
        if not given.get(key, "").strip():
            yield (
                f"a judgement without “{key}”",
                "the claim it rests on (holds), the claims against it, what would change it",
            )
    for name in (given.get("holds", "") + " " + given.get("against", "")).split():
        if name not in ground.claims:
            yield f"the unknown claim “{name}”", f"the name of a claim{nearest(name, ground.named)}"
    premise = ground.claims.get(given.get("holds", ""))
    if premise and premise["kind"] != "boolean":
        yield f"the premise “{premise['name']}”, which is {house(premise)}", "a claim that is true or false"
    elif premise and premise["value"] is not True:
        said = premise["formula"] or premise["label"]
        known = load(ground.project)["claims"]
        words = next(felling(premise["name"], ground.claims, ground.registry, known, set()), None)
        yield (
            f"the premise “{premise['name']}”, which no longer holds ({said}){f': {words}' if words else ''}",
            "another judgement, or evidence that bears this one",
        )
    amounts = [one for one in bare(given.get("changes", ""), "prose", tuple(range(1900, 2100)), ground.cutoff)]
    for one in amounts:
        yield f"“{one.text}” in what would change the judgement", "words without numbers: they would be claims"


def _nothing(brief: Manuscript, ground: Ground) -> Found:
    """A brief that claims nothing would pass every other check."""
    if not brief.marks:
        yield Place(1, 1), "a brief without a claim", "at least one number, date or name that opens what it rests on"


def _marks(brief: Manuscript, ground: Ground) -> Found:
    for mark in brief.marks:
        yield from ((mark.place, *fault) for fault in _mark(mark, ground))


def _mark(mark: Mark, ground: Ground) -> Iterator[tuple[str, str]]:
    if not build.NAME.match(mark.key):
        yield f"the key “{mark.key}”", curled(mark.key) or "lower-case letters, digits and hyphens"
        return
    claim = ground.claims.get(mark.key)
    if claim is None:
        yield (
            f"the unknown key “{mark.key}”",
            f"a claim that a notebook names, or a row of the record{nearest(mark.key, ground.claims)}",
        )
        return
    if SUPPORTED_BY[mark.attribute] != claim["support"]:
        right = ATTRIBUTE[claim["support"]]
        yield f'{mark.attribute}="{mark.key}", which is {claim["support"]}', f'{right}="{mark.key}"'
    if mark.words and (instead := disagreement(claim, mark.words)):
        yield f"“{mark.words}” for {mark.key}", instead


def _prose(brief: Manuscript, ground: Ground) -> Found:
    for run in brief.runs:
        for one in bare(run.text, run.kind, ground.years, ground.cutoff):
            yield run.places[one.start], f"“{one.text}” outside a span", suggestion(one.text, ground)
        for one in quotations(run.text):
            yield run.places[one.start], f"{one.text}, {one.why}", _quoted(one.text, ground)
        for one, n, floor in vague(run, ground.claims):
            rests = f"the claims of its sentence rest on n = {n}" if n else "no claim stands in its sentence"
            yield run.places[one.start], f"“{one.text}” where {rests}", f"n of at least {floor}, or a plainer word"


def _quoted(text: str, ground: Ground) -> str:
    """The span to write for a quotation: the claims whose words it is, else how to make one."""
    words = text[1:-1].strip()
    texts = [claim for claim in ground.claims.values() if claim["kind"] == "text" and claim["support"] == "source"]
    spans = [f'“[{words}]{{fact="{claim["name"]}"}}”' for claim in texts if disagreement(claim, words) is None]
    return " or ".join(spans) or 'words of a document: name the fact with claim() and write “[words]{fact="…"}”'


def suggestion(text: str, ground: Ground, most: int = 3) -> str:
    """The span to write for an unbound number: the claims that agree with it, else the facts that do."""
    fitting = [claim for claim in _by_name(ground) if suggests(claim, text)]
    if fitting:
        spans = (f'[{text}]{{{ATTRIBUTE[claim["support"]]}="{claim["name"]}"}}' for claim in fitting[:most])
        return " or ".join(spans) + (f" or {len(fitting) - most} more" if len(fitting) > most else "")
    for fact in ground.facts:
        if fact["kind"] in {"amount", "percent", "date"} and disagreement(_as_claim(fact), text) is None:
            what = f"the {fact['kind']} “{fact['quote']}” ({fact['document']}:{fact['start']}-{fact['end']})"
            return f'[{text}]{{fact="…"}}, once a notebook names {what} with claim()'
    return 'a claim: name it in a notebook and write [words]{calc="…"}, or declare a convention'


def _by_name(ground: Ground) -> list[dict]:
    """Named claims before the rows of the record; premises are no numbers."""
    ordered = sorted(ground.claims, key=lambda name: (name not in ground.named, name))
    return [ground.claims[name] for name in ordered if ground.claims[name]["kind"] not in {"text", "boolean"}]


def _as_claim(fact: dict) -> dict:
    value = fact["date"] if fact["kind"] == "date" else fact["value"]
    unit = fact.get("currency") or ("percent" if fact["kind"] == "percent" else None)
    return {
        "low": None,
        "high": None,
        "bound": "exact",
        "label": "",
        "support": "source",
        **fact,
        "value": value,
        "unit": unit,
    }


def _exhibits(brief: Manuscript, ground: Ground) -> Found:
    """Titles, notes and alternative texts of what the brief shows: numbers only as {claim-name}."""
    for block in brief.blocks:
        shelf = {"figure": ground.figures, "table": ground.tables}.get(block.name, {})
        for part in ("title", "note", "alt"):
            text = str(shelf.get(block.key, {}).get(part) or "")
            for name in PLACEHOLDER.findall(text):
                if name not in ground.claims:
                    yield block.place, f"{{{name}}} in the {part} of {block.name} “{block.key}”", "the name of a claim"
            for one in bare(PLACEHOLDER.sub(HOLE, text), "prose", ground.years, ground.cutoff):
                yield (
                    block.place,
                    f"“{one.text}” in the {part} of {block.name} “{block.key}”",
                    suggestion(one.text, ground).replace(f"[{one.text}]", "as a placeholder, "),
                )


def _claims(brief: Manuscript, ground: Ground) -> Found:
    """Every claim that the brief uses stands on evidence that is there."""
    for name, place in used(brief, ground).items():
        claim = ground.claims[name]
        if name in ground.doubles:
            yield place, f"the claim “{name}”, named like a row of the record", "another name"
        for missing in (i for i in claim["inputs"] if i not in ground.claims):
            yield place, f"“{name}”, computed from the unknown claim “{missing}”", "an input that a notebook names"
        for key in claim["evidence"]:
            try:
                ground.registry.get(key)
            except EvidenceError as fault:
                yield place, f"“{name}”, but {fault}", "evidence that is there"


def _values(brief: Manuscript, ground: Ground) -> Found:
    """Every named claim on exact words, or on a row of the record, has the value that stands there."""
    texts = {document.id: document.text for document in ground.documents}
    repairs, places = read_corrections(ground.project / "seeds"), used(brief, ground)
    named = [ground.claims[name] for name in sorted(ground.named)]
    for name, says in altered(named, ground.facts, texts, ground.rows, repairs):
        claim = ground.claims[name]
        given = f"“{name}” = {house(claim)}, which is not what {says} says, though named as {claim['support']}"
        yield places.get(name, Place(1, 1)), f"{given} ({claim['notebook'] or 'no notebook'})", CHANGED


def check(folder: Path | None = None) -> tuple[list[Fault], dict | None]:
    """Check `report.qmd` of the project; (faults, bound words). Bound words only where there is no fault."""
    folder = folder or project.root()
    if wrong := troubles(folder):
        return [fault for message in wrong for fault in told(message, folder)], None
    try:
        ground = stand(folder)
    except (ValueError, OSError, KeyError) as error:
        return [*told(str(error), folder)], None
    try:
        brief = read(folder / "report.qmd")
    except EntryFault as fault:  # of its header
        return [*told(str(fault), folder)], None
    except (ValueError, OSError) as error:
        return [Fault("report.qmd", 1, 1, unreadable(error))], None
    record, texts = folder / "seeds" / "record", {document.id: document.text for document in ground.documents}
    found = faults(brief, ground)
    shown = ground.figures.values(), record if record.is_dir() else None, ground.tables.values()
    found += gaps(folder, ground.subject, *shown)
    for message in misfits(read_corrections(folder / "seeds"), texts, ground.facts):
        found += told(message, folder)
    return found, None if found else bind(brief, ground)


def moved(folder: Path, bound: dict | None) -> list[Move]:
    """What has moved since the accepted edition: of the bound claims, or, where faults bound none, of all there are."""
    try:
        found = moves(folder, bound["accepting"]) if bound else None
        if found == []:
            return []
        ground = stand(folder)
        return moves(folder, bound["accepting"] if bound else ground.claims, ground.registry)
    except (ValueError, OSError, KeyError):  # what stops it is among the faults already
        return []


def unreadable(error: Exception) -> str:
    """Why the brief cannot be read, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "not found; write the brief there, or copy one from a project that `dossier new` makes"
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start} is not UTF-8; save the file as UTF-8"
    return f"cannot be read: {error}"


def run(args=None) -> int:
    """`dossier check`: print the faults, or how much was checked; 0 or 1."""
    from .fresh import stale

    found, bound = check()
    shifted = moved(project.root(), bound)
    if old := stale(project.root()):
        elsewhere = [fault for fault in found if fault.file != "report.qmd"] if not build.unmade() else [
            fault for message in troubles(project.root()) for fault in told(message, project.root())
        ]  # fmt: skip
        if found or shifted:  # against claims of other documents the brief's faults would name the wrong cause
            print(*elsewhere, f"{old}; the brief was not checked", sep="\n", file=sys.stderr)
            return 1
        print(f"note: {old}", file=sys.stderr)
    for fault in (*found, *(move.fault() for move in shifted)):
        print(fault, file=sys.stderr)
    if shifted:
        print(advice(shifted), file=sys.stderr)
    if bound is None:
        print(f"{counted(found)}; nothing was bound", file=sys.stderr)
        return 1
    for note in notes(project.root() / "seeds", facts=build.folder() / build.FACTS):
        print(f"note: {build.plain(note)}", file=sys.stderr)
    build.write(build.folder() / "bound.json", build.dumps(bound))
    counts = bound["counts"]
    print(
        f"{counts['spans']} claims in {counts['runs']} paragraphs and {counts['blocks']} blocks checked, 0 unsupported"
    )
    return int(bool(shifted))
