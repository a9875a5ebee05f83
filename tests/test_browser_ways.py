"""The page in a real Chromium: without script, by keyboard, on a phone, on paper; what a reader would stumble over."""

import brief_sample as sample
import looking
import pytest

pytestmark = pytest.mark.browser
DEAD = """() => [...document.querySelectorAll("a[href^='#']")].map((a) => a.getAttribute('href').slice(1))
  .filter((id) => !document.getElementById(id))"""
RINGS = """() => {
  const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const light = (said) => said.match(/[\\d.]+/g).slice(0, 3)
    .reduce((sum, c, i) => sum + linear(c / 255) * [0.2126, 0.7152, 0.0722][i], 0);
  const apart = (a, b) => {
    const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const mark = document.activeElement, ring = getComputedStyle(mark).outlineColor, halo = mark.querySelector('.halo');
  const inner = halo ? getComputedStyle(halo).stroke : ring;
  const shapes = [...document.querySelectorAll('.plot a :is(path, rect, circle):not(.halo)')];
  const fills = shapes.map((shape) => getComputedStyle(shape).fill).filter((c) => c.startsWith('rgb('));
  return [...new Set([...fills, getComputedStyle(document.body).backgroundColor])]
    .map((fill) => Math.max(apart(ring, fill), apart(inner, fill)));
}"""


@pytest.mark.parametrize("script", [True, False])
def test_no_link_is_dead(running, brief, script):
    """With script or without it, every link within the page has its end; one planted without is found."""
    with looking.opened(running, brief, java_script_enabled=script) as page:
        assert [] == page.evaluate(DEAD)
    path = looking.planted(brief, "dead", 'href="#record"', 'href="#nowhere"')
    with looking.opened(running, path, java_script_enabled=script) as page:
        assert ["nowhere"] == page.evaluate(DEAD)


def test_without_script_a_mark_leads_to_the_notice(running, brief):
    """A mark whose row is folded up leads to the words that say where the row is."""
    with looking.opened(running, brief, java_script_enabled=False) as page:
        page.locator("#fig-events-by-year .plot a").first.click()
        assert page.locator(".record .folded").is_visible()
        assert page.locator("[data-csv=trade]").is_visible()


def test_the_notice_goes_when_the_rows_are_laid_out(page):
    """Where script runs the rows stand there, each with its id, and no notice says otherwise."""
    ids = [sample.escape.anchor(row["id"]) for row in sample.ROWS]
    assert 0 == page.locator(".record .folded").count()
    assert [] == [one for one in ids if page.locator(f"tr[id='{one}']").count() != 1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_on_every_mark(running, brief, scheme):
    """Round a mark with the focus stand a dark and a light ring: one has 3 to 1 against any fill and the page."""
    with looking.opened(running, brief, color_scheme=scheme) as page:
        page.locator("#fig-events-by-year .plot a[tabindex='0']").focus()
        seen = page.evaluate(RINGS)
        assert (True, []) == (len(seen) > 1, [apart for apart in seen if apart < 3])
        page.keyboard.press("Tab")
        assert 0 == page.locator("#fig-events-by-year .halo").count()


def test_the_fold_is_reached_after_what_stands_above_it(page):
    """In the order of the keyboard as to the eye: data, interactive view, fold."""
    page.locator("#fig-trade [data-csv]").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.live')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('summary')")


@pytest.mark.parametrize("width", [1280, 320])
def test_only_what_scrolls_is_a_stop(running, brief, width):
    """A frame is a named stop of the keyboard exactly where it scrolls."""
    with looking.opened(running, brief, width) as page:
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        page.wait_for_timeout(200)
        frames = page.evaluate(
            "[...document.querySelectorAll('.scroll')].map((f) => ["
            " f.scrollWidth > f.clientWidth + 1 || f.scrollHeight > f.clientHeight + 1,"
            " f.tabIndex === 0 && f.getAttribute('role') === 'region' && f.hasAttribute('aria-label')])"
        )
        assert len(frames) > 1 and [] == [frame for frame in frames if frame[0] != frame[1]]


def test_the_interactive_view_is_named_and_described(page):
    """It has a role, the figure's name, and its description."""
    page.click("#fig-trade .live")
    view = page.locator("#live-trade")
    view.wait_for(timeout=60_000)
    assert ("group", "fig-trade-name", "fig-trade-alt") == tuple(
        view.get_attribute(one) for one in ("role", "aria-labelledby", "aria-describedby")
    )
    page.emulate_media(media="print", color_scheme="dark")
    assert (False, True) == (view.is_visible(), page.is_visible("#fig-trade .plot"))


def test_a_card_is_a_dialog_named_by_value_and_label(page):
    """“0” says nothing: the card's name says of what."""
    card = page.locator("#card-ferries-named")
    card.evaluate("(card) => card.showPopover()")
    label = sample.CLAIMS["ferries-named"]["label"]
    assert ("dialog", f"Evidence: yes {label}") == (card.get_attribute("role"), card.get_attribute("aria-label"))


def test_signs_over_letters_are_no_matter(running, brief):
    """What is sought is found with accents or without, in the row or in the word."""
    path = looking.planted(brief, "accents", "for the 3th", "for the 3thé")
    with looking.opened(running, path) as page:
        page.evaluate("document.querySelector('.record details').open = true")
        for word in ("3the", "3thé", "3THÉ"):
            page.fill("[name=q]", word)
            assert "1 of 24 rows" == page.locator(".filters output").inner_text()


def test_a_hidden_row_that_is_reached_clears_the_filter(page):
    """A link to a row that the filter hides shows it, and the count is that of what is shown."""
    page.evaluate("document.querySelector('.record details').open = true")
    page.fill("[name=q]", "nothing has this")
    page.locator("#fig-events-by-year .plot a").first.click()
    page.wait_for_timeout(100)
    assert page.locator("tr.reached").is_visible()
    assert "24 of 24 rows" == page.locator(".filters output").inner_text()


def test_one_thing_is_reached_at_a_time(page):
    """What was reached before is no longer marked."""
    for place in (0, 1):
        page.locator("#fig-events-by-year .plot a").nth(place).click()
    assert 1 == page.locator(".reached").count()


def test_the_marks_of_a_figure_are_rows_to_choose_from(page):
    """Small marks have their like in the record: a link shows the rows of them all."""
    page.click("#fig-events-by-year summary")
    page.click("#fig-events-by-year [data-marks]")
    page.wait_for_timeout(100)
    rows = {key for _, _, key in sample.FIGURES[0]["links"]}
    assert f"{len(rows)} of 24 rows" == page.locator(".filters output").inner_text()


def test_a_sheet_does_not_cover_what_was_pressed(running, brief):
    """On a phone the claim stands above its card, wherever on the screen it was pressed."""
    with looking.opened(running, brief, 390, 844, has_touch=True) as page:
        claims, seen = page.locator("main p .claim[id]").all(), 0
        for claim in claims:
            claim.evaluate("(element) => element.scrollIntoView({ block: 'end' })")
            place = "e => { const r = e.getClientRects()[0]; return [r.x + 3, r.y + r.height / 2]; }"
            page.touchscreen.tap(*claim.evaluate(place))
            page.wait_for_timeout(80)
            card = page.locator(".card:popover-open").bounding_box()
            box = claim.bounding_box()
            assert box["y"] + box["height"] <= card["y"]
            page.keyboard.press("Escape")
            seen += 1
        assert seen > 3


def test_what_only_a_screen_can_do_is_not_printed(page):
    """No links of cards, no filters, no folds' marks on paper; heads stay with their tables."""
    page.emulate_media(media="print")
    for hidden in (".card-links", ".rests [data-of]", ".record summary", ".tools"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert "avoid" == page.evaluate("getComputedStyle(document.querySelector('caption')).breakAfter")
    assert "page" == page.evaluate("getComputedStyle(document.querySelector('.cards')).breakBefore")


LATE = """() => [...document.querySelectorAll('main > section')]
  .filter((one) => getComputedStyle(one).contentVisibility === 'auto').length"""


@pytest.mark.parametrize("script", [True, False])
def test_what_is_laid_out_late_is_reached_all_the_same(running, brief, script):
    """Sections far below are laid out late, all of them by the script; a link still ends at its heading, and paper has them all."""
    with looking.opened(running, brief, java_script_enabled=script) as page:
        assert script == (0 == page.evaluate(LATE))
        links = page.locator("#contents a").all()
        for end in [link.get_attribute("href") for link in links[::-1]]:
            page.goto(page.url.partition("#")[0] + end)
            page.wait_for_timeout(100)
            assert 0 <= page.evaluate("(end) => document.querySelector(end).getBoundingClientRect().top", end) < 900
        page.emulate_media(media="print")
        assert (True, 0) == (len(links) > 1, page.evaluate(LATE))


def test_a_key_number_stands_on_one_line(running, brief):
    """A long date among the key numbers gets more of the row; one that may be broken is found."""
    long = """(nowrap) => {
      const all = [...document.querySelectorAll('.key-numbers strong')];
      all[0].querySelector('.claim, button, a')?.replaceChildren('23 September 2025');
      if (!nowrap) all.forEach((one) => { one.style.whiteSpace = 'normal'; one.style.width = '8rem'; });
      return all.map((one) => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight));
    }"""
    with looking.opened(running, brief, width=1280) as page:
        lines = page.evaluate(long, True)
        assert len(lines) > 1 and max(lines) < 1.5
        assert max(page.evaluate(long, False)) > 1.5


RULES = "(names) => [...document.querySelectorAll(names)].map((e) => getComputedStyle(e).borderTopWidth)"


def test_a_line_of_a_document_is_drawn_as_text_whatever_its_zone(running, brief):
    """The rule above the masthead's dateline stands there alone; a style that hits a zone of a document is found."""
    names = ("headline", "standfirst", "dateline", "caption", "body", "furniture")
    dated, text = brief.with_name("zones.html"), brief.read_text(encoding="utf-8")
    lines = "".join(f'<p class="line {name}">3 May 2024</p>' for name in names)
    marked = text.replace('<div class="text" lang="en">', f'<div class="text" lang="en">{lines}', 1)
    for styled, wide in ((marked, "0px"), (marked.replace(".question .dateline{", ".dateline{"), "3px")):
        dated.write_text(styled, encoding="utf-8")
        with looking.opened(running, dated) as page:
            assert ["3px"] == page.evaluate(RULES, ".question .dateline")
            assert ["0px", "0px", wide, "0px", "0px", "0px"] == page.evaluate(RULES, ".source .line")[:6]
