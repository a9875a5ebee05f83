"""Extract: paths → facts, one a line, as JSON on standard output.

Documents are read one by one and worked on in batches; the output is the same to the byte whatever the number of
processes, the batch size and Python's hash seed. A line that cannot be used is reported with its number and the
reason, and the rest is still done.
"""

import datetime as dt
import gc
import json
import sys
import threading
import time
import traceback
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from dossier.intake import Fault, documents
from dossier.document import Document

BATCH = 32  # documents a batch
SHARE = 16  # at most so many where processes share the work, so that all end at about the same time
AHEAD = 4  # batches read ahead for each process
# A text that calls on every generator, so that each makes what it keeps.
WARMING = """Norway’s Foreign Minister Kari Nilsen met the President of Kenya, Dr John Otieno, in Oslo on Thursday.

“We will invest more than $2.5 billion, or 30 per cent, in gas and power by 2030,” she told him. He said that the two
sides had signed no agreement on defence, and called the talks “useful”, the embassy said. She will visit Nairobi on
5 June, a year after the 30th anniversary of the peace deal."""


_begun: list[bool] = []  # has this process worked on a batch?


class Found(NamedTuple):
    """What one document gave: how many facts, their lines, and, if a rule of ours failed on it, how."""

    facts: int
    text: str
    failure: str | None = None


def run(args) -> int:
    """`dossier extract`: 0, or 1 if anything was reported, or 2 if no such date or path can be meant."""
    try:
        published = dt.date.fromisoformat(args.published) if args.published else None
    except ValueError:
        print(f"dossier extract: --published {args.published}: not a date; write it as YYYY-MM-DD", file=sys.stderr)
        return 2
    if strange := [path for path in args.paths if path != "-" and Path(path).suffix not in (".txt", ".jsonl")]:
        print(
            f"dossier extract: {', '.join(strange)}: give .txt or .jsonl files, or - for JSONL on standard input",
            file=sys.stderr,
        )
        return 2
    return _write(lines(documents(args.paths, published, faults := []), args.processes), faults)


def _write(found: Iterable[Found], faults: list[Fault]) -> int:
    """Print facts as they come, progress and the final count on standard error."""
    began = shown = time.monotonic()
    done = facts = told = 0
    out = sys.stdout.buffer if hasattr(sys.stdout, "buffer") else None
    for count, text, failure in found:
        out.write(text.encode("utf-8")) if out else sys.stdout.write(text)
        facts += count
        done += 1
        if failure:
            faults.append(Fault("dossier extract", failure))
        told = _tell(faults, told)
        if (now := time.monotonic()) - shown > 2:
            shown = now
            print(f"{_so_far(done, facts)}, {_pace(done, now - began)} …", file=sys.stderr)
    sys.stdout.flush()
    _tell(faults, told)
    said = f"{_so_far(done, facts)}, {_many(len(faults), 'fault')}, {time.monotonic() - began:.1f} s"
    print(said, file=sys.stderr)
    return int(bool(faults))


def _so_far(done: int, facts: int) -> str:
    return f"{_many(done, 'document')}, {_many(facts, 'fact')}"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"


def _pace(done: int, seconds: float) -> str:
    """How fast it goes: documents a second, or, where one takes longer than that, the seconds of each."""
    return f"{done / seconds:.0f} a second" if done >= seconds else f"{seconds / done:.0f} s each"


def _tell(faults: list[Fault], told: int) -> int:
    for fault in faults[told:]:
        print(fault, file=sys.stderr)
    return len(faults)


def lines(items: Iterable[Document], processes: int = 1, batch: int = BATCH) -> Iterator[Found]:
    """What every document gave, in the order of the documents."""
    items = iter(items)
    size = min(batch, SHARE) if processes > 1 else batch
    batches = iter(lambda: list(islice(items, size)), [])
    for done in _spread(batches, processes) if processes > 1 else map(work, batches):
        yield from done


def work(batch: list[Document]) -> list[Found]:
    """What the documents of a batch gave.

    Words that only this batch has are forgotten after it, so that memory stays flat; not so in the first batch of a
    process, in which much is made that is kept.
    """
    from dossier.pipeline import nlp, parse

    if not _begun:
        _begun.append(True)
        return [_found(doc) for doc in parse(batch)]
    _warm()
    with nlp().memory_zone():
        return [_found(doc) for doc in parse(batch)]


def _found(doc) -> Found:
    """The facts of a parsed document. A rule that fails costs this document, is told, and costs no other."""
    from dossier.find import find, in_order

    try:
        facts = in_order(find(doc))
    except Exception as error:  # noqa: BLE001
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name}:{last.lineno}"
        return Found(0, "", f"document “{doc._.document.id}”: {type(error).__name__}: {error} ({place})")
    return Found(len(facts), "".join(f"{fact.model_dump_json()}\n" for fact in facts))


def _spread(batches: Iterator[list[Document]], processes: int) -> Iterator[list[Found]]:
    """The work of the batches, by several processes, in order; reads only a few batches ahead."""
    from collections import deque
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    method = "spawn"
    if sys.platform == "linux" and threading.active_count() == 1:  # what is forked beside threads may hang
        method = "fork"
        _warm()  # the model and what it makes once, for all processes
        gc.freeze()  # and left where it is, so that its memory stays shared
    with ProcessPoolExecutor(processes, mp_context=get_context(method), initializer=_begin) as pool:
        waiting = deque(pool.submit(work, batch) for batch in islice(batches, AHEAD * processes))
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(pool.submit(work, batch) for batch in islice(batches, 1))


def _begin() -> None:
    """A working process leaves it to its parent to answer an interruption."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


@cache
def _warm() -> None:
    """Have everything that is made once made now: what is made within a memory zone would be forgotten with it."""
    from dossier.pipeline import parse

    for doc in parse([Document(id="warm", text=WARMING, published=dt.date(2024, 5, 3))]):
        _found(doc)


def schema(args=None) -> int:
    """`dossier schema`: the JSON Schema of one fact."""
    from dossier import facts

    print(json.dumps(facts.schema(), indent=2, ensure_ascii=False))
    return 0
