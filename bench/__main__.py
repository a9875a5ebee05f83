"""Speed as ratios measured in one run, and memory: what each line means is printed with it.

    python -m bench [DOCUMENTS]

DOCUMENTS is the length of the soak (2,000 if not given).
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import psutil

from bench import page
from bench.texts import documents, one_line, write
from dossier import pipeline
from dossier.extract import lines

BARE = f"import spacy, {pipeline.MODEL} as model; nlp = model.load(); nlp('He said so.')"


def main() -> None:
    soak_of = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    with tempfile.TemporaryDirectory() as folder:
        throughput(120)
        start_up(Path(folder), 5)
        linear()
        processes(Path(folder), 400)
        flat(Path(folder))
        soak(Path(folder), soak_of)
    page.main()


def report(what: str, value: str, aim: str = "") -> None:
    print(f"{what:<58} {value:>12}   {aim}", flush=True)


def throughput(count: int, rounds: int = 3) -> None:
    """Ours (reading lines, parsing, finding, writing JSON) against the whole model on the same texts, in turns."""
    model = import_module(pipeline.MODEL).load()
    items = documents(count)
    texts = [item.text for item in items]

    def bare() -> None:
        for _ in model.pipe(texts):
            pass

    def ours() -> None:
        for _ in lines(items):
            pass

    for run in (bare, ours):
        run()
    pairs = [(_seconds(bare), _seconds(ours)) for _ in range(rounds)]
    ratio = statistics.median(b[0] / a[0] for a, b in pairs)
    cpu = statistics.median(b[1] / a[1] for a, b in pairs)
    report("time of extract ÷ time of bare nlp.pipe (wall)", f"{ratio:.2f}", "aim ≤ 1.00")
    report("  the same in processor time", f"{cpu:.2f}")
    report(
        "  documents a second, bare and ours",
        f"{count / min(a[0] for a, _ in pairs):.1f} {count / min(b[0] for _, b in pairs):.1f}",
    )


def _seconds(run: Callable[[], None]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - wall, time.process_time() - cpu


def start_up(folder: Path, rounds: int) -> None:
    """From nothing to the facts of one sentence, against loading the model and parsing it; the best of some runs each.

    Both run once before: installed packages are compiled, ours is when it first runs, if Python may write it down.
    """
    path = folder / "one.jsonl"
    path.write_text('{"id": "a", "text": "He said so."}\n', encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def run(command: list[str]) -> None:
        subprocess.run(command, capture_output=True, check=True, env=environment)

    commands = ([sys.executable, "-c", BARE], [sys.executable, "-m", "dossier", "extract", str(path)])
    for command in commands:
        run(command)
    times = [[_seconds(lambda c=c: run(c))[0] for c in commands] for _ in range(rounds)]
    bare, ours = (min(column) for column in zip(*times, strict=True))
    report("start-up ÷ start-up of bare spaCy", f"{ours / bare:.2f}", "aim ≤ 1.15")


def linear() -> None:
    """One line of 1,000 kB against one of 100 kB."""
    small, large = (_seconds(lambda size=size: list(lines([one_line(size)])))[1] for size in (100_000, 1_000_000))
    report("time of 1000 kB ÷ time of 100 kB", f"{large / small:.1f}", "aim ≤ 12")


def processes(folder: Path, count: int) -> None:
    """The same documents by one process and by two, start-up included."""
    path = write(folder / "many.jsonl", documents(count))
    one, two = (_run(path, number)[0] for number in (1, 2))
    report(f"speed of --processes 2 ÷ of one ({count} documents)", f"{one / two:.2f}", "aim ≥ 1.70 (two free cores)")


def flat(folder: Path) -> None:
    """Peak memory with four times the documents."""
    few, many = (_run(write(folder / f"{n}.jsonl", documents(n)), 1)[1] for n in (150, 600))
    report("peak memory of 600 documents ÷ of 150", f"{many / few:.2f}", f"flat; {many:.0f} MB")


def soak(folder: Path, count: int) -> None:
    """Many documents by one process: speed and peak memory to the end."""
    seconds, peak, said = _run(write(folder / "soak.jsonl", documents(count)), 1)
    report(f"soak: {count} documents, documents a second", f"{count / seconds:.1f}", said)
    report("  peak memory, MB", f"{peak:.0f}")


def _run(path: Path, number: int) -> tuple[float, float, str]:
    """Seconds, peak memory in MB (of the process started), and its last word."""
    command = [sys.executable, "-m", "dossier", "extract", str(path), "--processes", str(number)]
    began = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        watched, peak = psutil.Process(running.pid), 0
        while running.poll() is None:
            try:
                peak = max(peak, watched.memory_info().rss)
            except psutil.NoSuchProcess:
                break
            time.sleep(0.05)
        if running.wait():
            raise SystemExit(f"{' '.join(command)} ended with {running.returncode}")
        said.seek(0)
        return time.perf_counter() - began, peak / 1e6, said.read().decode().splitlines()[-1]


if __name__ == "__main__":
    main()
