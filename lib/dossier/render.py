"""Make the brief: prepare → engine → lighten → audit → publish. Whatever fails, the last good `_site` stays.

What everything rests on (seeds, cards, record, notebooks, brief, library, versions) is hashed first; where
nothing has changed since the last run, nothing is done. Heavy modules are imported only by the stages that
need them. `python -m dossier.render prepare|publish` are the two halves that Quarto calls as its hooks.
"""

import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from . import build, project
from .faults import counted, told
from .fresh import files, note, notebooks_key, render_key, unchanged
from .site import Busy, lock, mend, swap

BRIEF = Path(__file__).parent / "brief"
TEMPLATES = ("brief.html", "brief.typ", "claims.lua")
BOTH = ["html", "pdf"]
FORMATS = {"all": BOTH, "html": ["html"], "pdf": ["pdf"]}


class Stopped(Exception):
    """A stage that found faults; it has said them."""


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Say a stage's name when it begins and its seconds when it ends."""
    print(f"==> {name}", flush=True)
    begun = time.monotonic()
    yield
    print(f"      {time.monotonic() - begun:.1f} s", flush=True)


def _report(faults: list) -> None:
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        raise Stopped(counted(faults))


def prepare(folder: Path) -> dict:
    """Everything before the engine: documents, notebooks, figures, check, edition. Returns the bound words."""
    from .notebooks import NotebookFault, execute

    with stage("documents"):
        _documents(folder)
    with stage("notebooks"):
        try:
            if not execute(folder, notebooks_key(folder)):
                print("      nothing has changed")
        except NotebookFault as fault:
            _report([fault])
    with stage("figures"):
        _draw()
    with stage("check"):
        bound = _check(folder)
    return bound


def _documents(folder: Path) -> None:
    from .cards import read_cards
    from .ground import troubles
    from .notes import notes

    _report([fault for message in troubles(folder) for fault in told(message, folder)])
    cards = read_cards(folder / "seeds")
    print(f"      {len(cards)} read")
    for said in notes(folder / "seeds"):
        print(f"      note: {build.plain(said.replace(f'{folder}/', ''))}")
    if not cards:
        add = "`dossier add FILE --publisher … --published … --url …`"
        _report([f"seeds/sources.yml:1:1: found no document; expected at least one: {add}"])


def _draw() -> None:
    from .browser import BrowserMissing

    figures = list(build.kept("figures"))
    if not figures:
        return print("      none named")
    from .figures import draw

    try:
        drawn = draw(build.folder(), figures)
    except BrowserMissing as error:
        raise Stopped(str(error)) from None
    print(f"      {len(drawn)} of {len(figures)} drawn anew")


def _check(folder: Path) -> dict:
    from .check import check, moved
    from .moves import advice

    faults, bound = check(folder)
    shifted = moved(folder, bound)
    for fault in (*faults, *(move.fault() for move in shifted)):
        print(fault, file=sys.stderr)
    if faults or shifted:
        raise Stopped("; ".join(filter(None, [counted(faults) if faults else "", advice(shifted)])))
    _parts(folder, bound)
    counts = bound["counts"]
    print(f"      {counts['spans']} claims in {counts['runs']} paragraphs and {counts['blocks']} blocks, 0 unsupported")
    return bound


def _parts(folder: Path, bound: dict) -> None:
    """Bound words, head and tail: all that the templates and the filter are given."""
    from . import fonts, page, paper
    from .figures import drawn

    made = build.folder()
    shown = {key.partition("|")[2] for key in bound["blocks"] if key.startswith("figure|")}
    figures = [figure for figure in build.kept("figures") if figure["name"] in shown]
    drawings = [drawing for figure in figures if (drawing := drawn(made, figure))]
    build.write(made / "head.html", page.head(bound["meta"], figures, drawings))
    build.write(made / "tail.html", page.tail(figures))
    build.write(made / "head.typ", paper.head(bound["meta"]))
    for path in (path for place in fonts.paths() for path in files(Path(place), "**/*.otf", "**/*.ttf")):
        build.write(made / "fonts" / path.name, path.read_bytes())
    for name in TEMPLATES:  # a scaffolded project has copies of its own, for Quarto: keep them those of the library
        if (folder / "quarto" / name).is_file():
            build.write(folder / "quarto" / name, (BRIEF / name).read_bytes())
    build.write(made / "bound.json", build.dumps(bound))


def _forget_draft() -> None:
    """Take the draft of an earlier run away: none of it may be published, nor be read for a run that stopped."""
    shutil.rmtree(build.folder() / "draft", ignore_errors=True)


def _lighten(page: Path) -> None:
    """The page in fewer bytes, whichever engine wrote it; the audit reads what readers are given."""
    from .lighten import lighten

    build.write(page, lighten(page.read_bytes().decode()))


def proof(folder: Path, formats: list[str]) -> None:
    """Audit the draft, its page lightened; Stopped with every fault said."""
    from .audit import audit, said

    if "html" in formats:
        _lighten(build.folder() / "draft" / "report.html")
    with stage("audit"):
        reading = audit(build.folder() / "draft", folder, formats)
        _report(reading.faults)
        print(f"      {said(reading)}; 0 faults")


def publish(folder: Path) -> None:
    """Put the data beside the brief and move all of it to `_site` in one step."""
    with stage("publish"):
        draft = build.folder() / "draft"
        _data(folder, draft)
        swap(draft, folder / "_site")


def _data(folder: Path, draft: Path) -> None:
    """Write the data edition beside the draft, and read it back: Stopped with every fault said."""
    from . import data, facts, readback
    from .claims import claims
    from .codebook import read_meanings
    from .seeds import read
    from .subject import read_subject

    with (build.folder() / "facts.jsonl").open(encoding="utf-8") as lines:
        found = [facts.load(line) for line in lines]
    seeds = folder / "seeds"
    record = seeds / "record" if (seeds / "record").is_dir() else None
    bound = json.loads((build.folder() / "bound.json").read_text(encoding="utf-8"))
    named = dict(sorted((claims() | bound["accepting"]).items()))  # rows of the record too
    meanings = read_meanings(folder, read_subject(seeds)).values
    figures, tables = list(build.kept("figures")), list(build.kept("tables"))
    data.write(draft, read(seeds), found, named, figures, record, meanings, tables)
    _report([f"_site/data/{fault}" for fault in readback.faults(draft / "data")])


def render(folder: Path, engine: str = "auto", to: str = "all") -> None:
    """Make the brief and publish it. Only both halves are published: one alone stays in `_build/draft`."""
    from . import engine as engines

    chosen, formats = engines.choose(engine), FORMATS[to]
    with lock(folder):
        mend(folder / "_site")
        key = render_key(folder, engines.version(chosen), formats)
        if to == "all" and unchanged(folder, key):
            return print("nothing has changed: _site/report.html and _site/report.pdf are up to date")
        _forget_draft()
        prepare(folder)
        with stage(f"render ({chosen})"):
            engines.run(chosen, folder, formats, build.folder() / "draft")
        proof(folder, formats)
        if to != "all":
            return print(f"{build.folder() / 'draft'}: one half is a draft; render both to publish")
        publish(folder)
        note(folder, key)
        print("_site/report.html and _site/report.pdf are new")


def hook(name: str, folder: Path) -> None:
    """One half of a render, for Quarto: `prepare` before it, `publish` after it."""
    from .engine import instruct

    with lock(folder):
        draft = build.folder() / "draft"
        if name == "prepare":
            _forget_draft()
            prepare(folder)
            return instruct(folder)
        formats = [form for form in BOTH if (draft / f"report.{form}").is_file()]
        if not formats:
            raise Stopped(f"{draft}: neither report.html nor report.pdf was made; nothing was audited")
        proof(folder, formats)
        if formats == BOTH:
            publish(folder)
        else:
            print("      one half is a draft; render both to publish")


def _guarded(act: Callable[[Path], None]) -> int:
    """Run a stage; its exit status. Whatever stops it, say that the published brief is as it was."""
    from .engine import EngineFault, sweep
    from .notebooks import NotebookFault

    folder = project.root()
    try:
        act(folder)
    except (Stopped, Busy, EngineFault, NotebookFault) as stopped:
        print(f"{stopped}\nstopped; the last good brief in _site is untouched", file=sys.stderr)
        return 1
    finally:
        sweep(folder)
    return 0


def run(args=None) -> int:
    """`dossier render`: make, audit and publish the brief; 0 or 1."""
    return _guarded(lambda folder: render(folder, getattr(args, "engine", "auto"), getattr(args, "to", "all")))


def main(words: list[str]) -> int:
    """`python -m dossier.render prepare|publish`: the hooks."""
    if words not in (["prepare"], ["publish"]):
        print("usage: python -m dossier.render prepare|publish", file=sys.stderr)
        return 2
    return _guarded(lambda folder: hook(words[0], folder))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
