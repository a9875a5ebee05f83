"""How soon the brief is there on a slow machine: `python -m bench.page [PAGE]`, part of `make bench`.

Headless Chromium with its processor slowed four times, the page read from disk, no interactive view asked for.
"""

import re
import statistics
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from dossier import browser

ROOT = Path(__file__).parents[1]
SLOWED, RUNS, SETTLED = 4, 3, 3_000  # times, runs, milliseconds after the page has laid itself out
LONG = 50  # a task blocks by what it takes beyond so many milliseconds
WATCH = """() => {
  window.paints = []; window.tasks = [];
  const watch = (type, list, take) => new PerformanceObserver((seen) => list.push(...seen.getEntries().map(take)))
    .observe({type, buffered: true});
  watch("largest-contentful-paint", paints, (e) => e.startTime);
  watch("longtask", tasks, (e) => e.duration);
}"""
PACKED = re.compile(rb'<script[^>]*id="packed-plotly"[^>]*>.*?</script>', re.DOTALL)


def report(what: str, value: str, aim: str = "") -> None:
    print(f"{what:<58} {value:>12}   {aim}", flush=True)


def main(path: Path = ROOT / "_site" / "report.html") -> None:
    """Print sizes, largest paint and blocking time; the aims beside them."""
    if not path.is_file():
        return print(f"{path.name}: there is no page to measure; run `make report`")
    sizes(path)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(browser.find()), args=browser.sandbox_flags())
        runs = [measure(chromium, path) for _ in range(RUNS)]
        chromium.close()
    paints, blocks = zip(*runs, strict=True)
    report(
        f"largest paint, ms, {SLOWED}x slowed: median of {_said(paints)}",
        f"{statistics.median(paints):.0f}",
        "aim ≤ 1000",
    )
    report(
        f"total blocking, ms, {SLOWED}x slowed: median of {_said(blocks)}",
        f"{statistics.median(blocks):.0f}",
        "aim ≤ 200",
    )


def sizes(path: Path) -> None:
    page = path.read_bytes()
    packed = sum(map(len, PACKED.findall(page)))
    report("page, MB", f"{len(page) / 1e6:.2f}", "aim ≤ 2.6")
    report("  without the packed Plotly, kB", f"{(len(page) - packed) / 1e3:.0f}", "aim ≤ 400")


def measure(chromium: Browser, path: Path) -> tuple[float, float]:
    """Largest contentful paint and total blocking time of one load, in milliseconds."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.add_init_script(f"({WATCH})()")
    page.goto(f"file://{path}")
    while not page.evaluate("'ready' in document.documentElement.dataset"):
        page.wait_for_timeout(100)
    page.wait_for_timeout(SETTLED)
    paint, tasks = page.evaluate("[paints.at(-1) ?? NaN, tasks]")
    page.close()
    return paint, sum(max(0, task - LONG) for task in tasks)


def _said(values: tuple[float, ...]) -> str:
    return ", ".join(f"{value:.0f}" for value in values)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
