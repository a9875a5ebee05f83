"""What a browser sees of a page: overlapping labels, nameless figures, accessibility faults, requests."""

from contextlib import contextmanager

import pytest

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OVERLAPS = """() => {
  const found = [], size = (b) => b.width * b.height;
  let seen = 0;
  for (const svg of document.querySelectorAll('.plot svg')) {
    if (!svg.getBoundingClientRect().width) continue;
    const boxes = [...svg.querySelectorAll('text')].filter((t) => t.textContent.trim()).map((t) => [t, t.getBoundingClientRect()]);
    seen += boxes.length;
    boxes.forEach(([one, a], i) => boxes.slice(i + 1).forEach(([other, b]) => {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      // The boxes hold the font's ascent and descent: letters touch only when a quarter of a line is shared.
      if (wide > 0.5 && high > 0.25 * Math.min(a.height, b.height)) found.push([svg.closest('figure').id, one.textContent, other.textContent]);
    }));
  }
  return {seen, found};
}"""
STRUCK = """() => {
  const found = [], grid = /rgb\\((238, 238, 238|229, 229, 229)\\)/;
  let seen = 0;
  const drawn = (said) => said && said !== 'none' && !/^rgba.*, 0\\)$/.test(said);
  for (const svg of document.querySelectorAll('.plot svg')) {
    if (!svg.getBoundingClientRect().width) continue;
    // Letters are about six tenths of their box; a fill that holds all of them is their ground.
    const texts = [...svg.querySelectorAll('text')].filter((t) => t.textContent.trim()).flatMap((t) => {
      const rows = t.querySelectorAll('tspan.line, tspan[dy]').length ? [...t.querySelectorAll('tspan.line, tspan[dy]')] : [t];
      return rows.filter((row) => row.textContent.trim()).map((row) => [row.textContent, row.getBoundingClientRect()]);
    }).map(([said, b]) => [said, {left: b.left + 0.5, right: b.right - 0.5, top: b.top + 0.18 * b.height, bottom: b.bottom - 0.18 * b.height}]);
    for (const mark of svg.querySelectorAll('path, line, circle, rect')) {
      if (mark.closest('defs, clipPath')) continue;
      const style = getComputedStyle(mark), filled = drawn(style.fill) && +style.fillOpacity > 0 && +style.opacity > 0;
      const lined = drawn(style.stroke) && parseFloat(style.strokeWidth) > 0 && +style.strokeOpacity > 0 && +style.opacity > 0;
      if (!(filled || lined) || grid.test(style.stroke)) continue;
      seen += 1;
      const near = mark.getBoundingClientRect(), matrix = mark.getScreenCTM().inverse(), length = mark.getTotalLength();
      for (const [said, t] of texts) {
        if (near.right <= t.left || near.left >= t.right || near.bottom <= t.top || near.top >= t.bottom) continue;
        const at = (x, y) => new DOMPoint(x, y).matrixTransform(matrix);
        const corners = [[t.left, t.top], [t.right, t.top], [t.left, t.bottom], [t.right, t.bottom], [(t.left + t.right) / 2, (t.top + t.bottom) / 2]];
        const inside = filled ? corners.filter(([x, y]) => mark.isPointInFill(at(x, y))).length : 0;
        let crossed = false;
        for (let along = 0; lined && along <= length && !crossed; along += Math.max(0.5, length / 4000)) {
          const p = mark.getPointAtLength(along).matrixTransform(mark.getScreenCTM());
          crossed = p.x > t.left && p.x < t.right && p.y > t.top && p.y < t.bottom;
        }
        if (crossed || (inside && inside < 5) || (filled && near.width < t.right - t.left)) found.push([svg.closest('figure').id, said]);
      }
    }
  }
  return {seen, found};
}"""
OUTSIDE = """() => [...document.querySelectorAll('.plot svg')].filter((s) => s.getBoundingClientRect().width).flatMap((svg) => {
  const edge = document.documentElement.clientWidth;
  return [...svg.querySelectorAll('text')].filter((t) => { const b = t.getBoundingClientRect(); return b.width && (b.left < 0 || b.right > edge); })
    .map((t) => [svg.closest('figure').id, t.textContent]);
})"""
SMALL = """() => [...document.querySelectorAll('.plot svg')].filter((s) => s.getBoundingClientRect().width).flatMap((svg) => {
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return [...svg.querySelectorAll('text')].filter((t) => t.textContent.trim() && parseFloat(getComputedStyle(t).fontSize) * scale < 11)
    .map((t) => [svg.closest('figure').id, t.textContent]);
})"""
FAINT = """() => {
  const found = [];
  let seen = 0;
  const rgb = (said) => (said.match(/[\d.]+/g) ?? []).map(Number);
  const light = (said) => rgb(said).slice(0, 3).map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const solid = (said) => said && said !== 'none' && !(rgb(said).length === 4 && rgb(said)[3] === 0);
  for (const svg of document.querySelectorAll('.plot svg')) {
    if (!svg.getBoundingClientRect().width) continue;
    svg.scrollIntoView({block: 'start', behavior: 'instant'});
    for (const text of [...svg.querySelectorAll('text')].filter((t) => t.textContent.trim())) {
      const box = text.getBoundingClientRect(), under = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const shape = under.find((e) => ['path', 'rect', 'circle'].includes(e.localName) && e.ownerSVGElement === svg && solid(getComputedStyle(e).fill));
      const ground = shape && shape.getBoundingClientRect().width > box.width / 2 ? getComputedStyle(shape).fill : getComputedStyle(document.body).backgroundColor;
      const [high, low] = [light(getComputedStyle(text).fill), light(ground)].sort((a, b) => b - a);
      seen += 1;
      if ((high + 0.05) / (low + 0.05) < 4.5) found.push([svg.closest('figure').id, text.textContent, getComputedStyle(text).fill, ground]);
    }
  }
  return {seen, found};
}"""
NAMELESS = """() => [...document.querySelectorAll('figure .plot svg')].map((svg) => {
  const text = (attribute) => (svg.getAttribute(attribute) ?? '').split(' ').map((id) => document.getElementById(id)?.textContent.trim() ?? '').join(' ');
  return [svg.closest('figure').id, svg.getAttribute('role') ?? '', text('aria-labelledby'), text('aria-describedby')];
}).filter(([, role, name, description]) => !['img', 'group', 'graphics-document'].includes(role) || !name || !description)"""


@contextmanager
def chromium():
    """Playwright's Chromium, the system's own; skips the test, saying so, where there is none."""
    from dossier import browser
    from playwright.sync_api import sync_playwright

    try:
        path = browser.find()
    except browser.BrowserMissing as missing:
        pytest.skip(f"no Chromium: {missing}")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(path), args=browser.sandbox_flags())
        yield running
        running.close()


@contextmanager
def opened(running, path, width=1280, height=900, **context):
    """The page at `path`; `.troubles` collects requests beyond the file, console errors and uncaught errors."""
    place = running.new_context(viewport={"width": width, "height": height}, **context)
    page = place.new_page()
    page.troubles = []
    own = ("data:", "blob:", f"file://{path}")
    for event in ("requestfinished", "requestfailed"):  # what the policy stops has never left
        page.on(
            event,
            lambda r: None if r.url.startswith(own) or r.failure == "csp" else page.troubles.append(f"request {r.url}"),
        )
    page.on("console", lambda m: page.troubles.append(f"console {m.text}") if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda e: page.troubles.append(f"error {e}"))
    page.goto(f"file://{path}")
    for _ in range(100):  # the policy forbids to wait for a function: ask until the script has laid all out
        if context.get("java_script_enabled") is False or page.evaluate("'ready' in document.documentElement.dataset"):
            break
        page.wait_for_timeout(50)
    yield page
    place.close()


def violations(page) -> tuple[int, list]:
    """How many accessibility rules passed, and what broke one: (rule, first element)."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"runOnly": TAGS}).response
    return len(found["passes"]), [(v["id"], v["nodes"][0]["html"][:160]) for v in found["violations"]]


def planted(brief, name, old, new):
    """A copy of the brief beside it, in which `new` stands once for `old`."""
    path = brief.with_name(f"{name}.html")
    text = brief.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path
