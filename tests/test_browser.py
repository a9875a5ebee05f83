"""The page in a real Chromium: cards, keyboard, links, filters, print, dark, and no request to anywhere."""

import re

import brief_sample as sample
import looking
import pytest
from dossier.page.span import span

pytestmark = pytest.mark.browser
WIDTHS, SCHEMES = (1280, 390), ("light", "dark")


def opencards(page):
    return page.evaluate("[...document.querySelectorAll('[popover]:popover-open')].map((card) => card.id)")


CLAIM = "#claim-investment"
PACK = r'<script type="text/plain" id="packed-plotly">.*?</script>'


@pytest.mark.parametrize("how", ["mouse", "Enter", "Space"])
def test_a_claim_opens_its_card(page, how):
    """A press, by mouse or key, opens the card; Escape closes it and gives the focus back."""
    page.click(CLAIM) if how == "mouse" else page.press(CLAIM, how)
    assert ["card-investment"] == opencards(page)
    page.keyboard.press("Escape")
    assert [] == opencards(page)
    assert "claim-investment" == page.evaluate("document.activeElement.id")
    assert [] == page.troubles


def test_a_claim_opens_by_touch_on_a_phone(running, brief):
    """A tap opens the card, which stays inside a narrow window."""
    with looking.opened(running, brief, 390, 844, has_touch=True) as page:
        page.tap(CLAIM)
        box = page.locator("#card-investment").bounding_box()
        assert (True, True) == (box["x"] >= 0, box["x"] + box["width"] <= 390)


def test_cards_work_without_script(running, brief):
    """With JavaScript off a claim opens its card, a card its inputs' cards, and links lead to the passage."""
    with looking.opened(running, brief, java_script_enabled=False) as page:
        page.click("#claim-fish-worth")
        page.click("#card-fish-worth .claim[data-claim=trade]")
        assert page.is_visible("#card-trade blockquote mark")
        assert "#ev-harbour-2025" in page.locator("#card-trade .card-links a").first.get_attribute("href")
        assert not page.is_visible(".live")


@pytest.mark.parametrize(
    "words", ["28.8 million crowns", "the whole of what was invested in the harbour until the spring of 2025"]
)
def test_a_second_press_closes_the_card(running, brief, words):
    """Short or long, a claim pressed again closes its card; pressed a third time, it opens it."""
    (old,) = re.findall(
        r'<button class="claim" id="claim-investment"[^>]*>[^<]*</button>', brief.read_text(encoding="utf-8")
    )
    new = span({"name": "investment", "support": "source", "n": 1}, words)
    with looking.opened(running, looking.planted(brief, "pressed", old, new)) as page:
        seen = []
        for _ in range(3):
            page.mouse.click(
                *page.locator(CLAIM).evaluate(
                    "e => { const r = e.getClientRects()[0]; return [r.x + 6, r.y + r.height / 2]; }"
                )
            )
            seen.append(opencards(page))
    assert [["card-investment"], [], ["card-investment"]] == seen


def test_a_card_shows_the_whole_sentence_with_the_value_marked(page):
    """The card of a source claim holds the sentence, the mark, publisher, date, issuer and side."""
    page.click(CLAIM)
    card = page.locator("#card-investment")
    assert sample.S1 == card.locator("blockquote").inner_text()
    assert "28.8 million crowns" == card.locator("mark").inner_text()
    assert ["Publisher", "Date", "Issued by", "Side"] == card.locator("dt").all_inner_texts()
    assert ":~:text=The%20ministry" in card.locator("a.out").get_attribute("href")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_card_stays_within_the_window(running, brief, width):
    """Wherever its claim stands, the whole card can be seen; what is long in it scrolls."""
    with looking.opened(running, brief, width) as page:
        high, seen = page.viewport_size["height"], 0
        for claim in page.locator("main .claim[id]").all():
            for block in ("start", "center", "end"):
                claim.evaluate("(element, block) => element.scrollIntoView({ block })", block)
                page.mouse.click(
                    *claim.evaluate("e => { const r = e.getClientRects()[0]; return [r.x + 3, r.y + r.height / 2]; }")
                )
                box = page.locator(".card:popover-open").bounding_box(timeout=2000)
                assert (
                    0 <= box["x"]
                    and box["x"] + box["width"] <= width
                    and 0 <= box["y"]
                    and box["y"] + box["height"] <= high
                )
                page.keyboard.press("Escape")
                seen += 1
        assert seen > 5


def test_an_address_that_is_no_address_is_let_alone(running, brief):
    """A fragment that cannot be decoded stops nothing: the page is laid out, and says nothing on the console."""
    with looking.opened(running, f"{brief}#%E0%A4%A") as page:
        errors = [one for one in page.troubles if not one.startswith("request file:")]
        assert (True, []) == (page.evaluate("'ready' in document.documentElement.dataset"), errors)


def test_a_card_closes_when_its_link_is_followed(page):
    """Following a card's link to the passage closes the card and shows the passage."""
    page.click(CLAIM)
    page.click("#card-investment .card-links a >> nth=0")
    assert [] == opencards(page)
    assert page.locator("mark.reached").first.is_visible()


def test_a_link_to_a_folded_row_unfolds_it(page):
    """A card's link into the record opens the fold in which the row stands."""
    page.locator(".claim[data-support=record]").first.click()
    page.locator(".card:popover-open .card-links a").first.click()
    assert page.locator("tr.reached").is_visible()


@pytest.mark.parametrize(("hash", "card"), [
    ("#claim-investment", "card-investment"),
    ("#card-trade", "card-trade"),
    ("#" + sample.escape.anchor(sample.QUOTES[3]["id"]), "card-trade"),
])  # fmt: skip
def test_a_deep_link_opens_its_card(running, brief, hash, card):
    """An address that ends in a claim, a card or a passage opens that card."""
    with looking.opened(running, f"{brief}{hash}") as page:
        assert [card] == opencards(page)


def test_the_link_to_a_claim_can_be_copied(page):
    """“Link to this claim” puts the claim's address on the clipboard, or shows it, and into the address bar."""
    page.click(CLAIM)
    page.click("#card-investment .copy")
    page.wait_for_timeout(100)
    assert page.url.endswith("#claim-investment")
    said = page.locator("#card-investment [role=status]").inner_text()
    assert said == "Link copied" or said.endswith("#claim-investment")
    assert "Link to this claim" == page.locator("#card-investment .copy").inner_text()


def test_all_that_a_claim_counts_can_be_shown(page):
    """A claim on many rows shows them all in the record; so does a cell of a table."""
    page.locator("main p .claim[data-claim=all-years]").click()
    page.click("#card-all-years [data-of]")
    page.wait_for_timeout(100)
    assert "24 of 24 rows" == page.locator(".filters output").inner_text()
    page.click("#table-rooms a[data-of]")
    page.wait_for_timeout(100)
    assert "14 of 24 rows" == page.locator(".filters output").inner_text()


@pytest.mark.parametrize("name", ["trade", "events-by-year"])
def test_the_data_of_a_figure_can_be_taken_away(page, name):
    """“Data (CSV)” gives a file without any request; no cell is a formula for a spreadsheet."""
    with page.expect_download() as download:
        page.click(f"[data-csv={name}]")
    text = download.value.path().read_text(encoding="utf-8")
    expected = {"trade": "year,million crowns,'=cmd|' /C calc'!A0", "events-by-year": "year,fish,ferries"}
    assert expected[name] == text.splitlines()[0]
    assert name != "trade" or "2022,31,'=1+1" == text.splitlines()[1]


def test_a_long_table_is_laid_out_when_it_is_opened(running, brief):
    """A table too long to stand in the page is unpacked when its fold is opened."""
    long = sample.FIGURES[0] | {
        "data": {"columns": ["a", 'b "c", d'], "rows": [[n, f'x, "{n}"\n{n}'] for n in range(60)]}
    }
    path = brief.with_name("long.html")
    text = brief.read_text(encoding="utf-8")
    old = text[text.index('<figure class="chart" id="fig-events-by-year"') : text.index("</figure>") + 9]
    text = text.replace(old, sample.web.figure(long, sample.STAND_IN))
    pack, own = (re.search(PACK, made)[0] for made in (text, sample.web.tail([long])))
    path.write_text(text.replace(pack, own), encoding="utf-8")
    with looking.opened(running, path) as page:
        page.click("#fig-events-by-year summary")
        cells = page.locator("#fig-events-by-year td")
        cells.last.wait_for()
        assert (120, 'x, "59"\n59') == (cells.count(), cells.last.text_content())


def test_the_theme_can_be_switched(page):
    """The switch turns the page dark and back."""
    ground = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(ground)
    page.click(".theme")
    dark = page.evaluate(ground)
    page.click(".theme")
    assert (before, True) == (page.evaluate(ground), dark != before)


def test_the_record_can_be_filtered(page):
    """Words, year and side narrow the record; reset shows all; a count says how many are shown."""
    page.click(".record summary")
    rows = page.locator(".record tbody tr:visible")
    assert page.evaluate(
        "[...document.querySelectorAll('.record tr[data-d]')].every((row, i, all) => !i || all[i - 1].dataset.d <= row.dataset.d)"
    )
    assert len(sample.ROWS) == rows.count()
    page.fill("[name=q]", "3th time")
    assert 3 == rows.count()
    page.select_option("[name=year]", "2025")
    assert f"{rows.count()} of {len(sample.ROWS)} rows" == page.locator(".filters output").inner_text()
    page.click(".filters [type=reset]")
    page.wait_for_timeout(50)
    assert len(sample.ROWS) == rows.count()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_mark_in_a_figure_leads_to_its_evidence(running, brief, width):
    """Each linked mark of a drawing, wide or narrow, is a named link to a record row or a card."""
    with looking.opened(running, brief, width) as page:
        _follow_marks(page)


def _follow_marks(page):
    links = page.locator("#fig-events-by-year .plot a")
    assert len(sample.FIGURES[0]["links"]) == links.count()
    assert "Harbour masters" in links.first.locator("title").text_content()
    links.first.click()
    assert page.locator("tr.reached").is_visible()
    page.locator("#fig-trade .plot a").last.click()
    assert ["card-trade"] == opencards(page)


def test_the_interactive_view_starts_on_demand(page):
    """Plotly is not there until asked for; the button says that it loads; the drawing comes back; nothing is fetched."""
    assert page.evaluate("typeof window.Plotly") == "undefined"
    button = page.locator("#fig-events-by-year .live")
    button.evaluate(
        "b => { window.said = []; new MutationObserver(() => said.push(b.textContent)).observe(b, {childList: true}); }"
    )
    button.click()
    page.wait_for_selector("#live-events-by-year .main-svg", timeout=30000)
    assert "Loading" in page.evaluate("said[0]")
    assert not page.is_visible("#fig-events-by-year .plot")
    page.wait_for_timeout(200)
    button.click()
    assert page.is_visible("#fig-events-by-year .plot")
    assert [] == page.troubles


@pytest.mark.parametrize(("width", "height"), [(1280, 300), (390, 340)])
def test_the_interactive_view_is_laid_out_for_its_width(running, brief, width, height):
    """What a figure puts otherwise on a narrow screen is put so in the interactive view too."""
    with looking.opened(running, brief, width) as page:
        page.locator("#fig-events-by-year .live").click()
        page.wait_for_selector("#live-events-by-year .main-svg", timeout=60_000)
        assert height == page.locator("#live-events-by-year .main-svg").first.bounding_box()["height"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(running, brief, width, scheme):
    """WCAG 2.2 AA, as far as axe can tell, with all folds open and a card shown."""
    with looking.opened(running, brief, width, color_scheme=scheme) as page:
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        page.click(CLAIM)
        passed, found = looking.violations(page)
        assert ([], True) == (found, passed > 20)


def test_axe_would_find_something(running, brief):
    """A planted pale text is found, so a clean run means something."""
    path = looking.planted(brief, "pale", "--soft:light-dark(#565b60", "--soft:light-dark(#c5c5c5")
    with looking.opened(running, path) as page:
        assert "color-contrast" in [rule for rule, _ in looking.violations(page)[1]]


def test_every_figure_has_role_name_and_description(running, brief, page):
    """Role, name and description stand on each drawing; a drawing without a name is noticed."""
    assert [] == page.evaluate(looking.NAMELESS)
    path = looking.planted(brief, "nameless", 'aria-labelledby="fig-trade-name"', "")
    with looking.opened(running, path) as bad:
        assert ["fig-trade"] == [found[0] for found in bad.evaluate(looking.NAMELESS)]


@pytest.mark.parametrize("width", WIDTHS)
def test_labels_are_legible_and_apart(running, brief, width):
    """No two texts of a drawing meet, none is cut off, none is smaller than it can be read."""
    with looking.opened(running, brief, width) as page:
        measured = page.evaluate(looking.OVERLAPS)
        assert ([], True) == (measured["found"], measured["seen"] > 10)
        assert ([], []) == (page.evaluate(looking.OUTSIDE), page.evaluate(looking.SMALL))


def test_labels_that_meet_would_be_found(running, brief):
    """A label planted on another is found."""
    with looking.opened(running, brief) as page:
        page.evaluate("() => { const t = document.querySelector('.plot text'); t.after(t.cloneNode(true)); }")
        assert 1 == len(page.evaluate(looking.OVERLAPS)["found"])


STRIKE = """() => {
  const text = document.querySelector('.plot text'), box = text.getBBox(), mark = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  mark.setAttribute('d', `M${box.x + box.width / 2},${box.y - 5}v${box.height + 10}`);
  mark.setAttribute('style', 'stroke: rgb(9, 9, 9); fill: none');
  text.after(mark);
}"""


def test_a_mark_that_strikes_a_label_would_be_found(running, brief):
    """A line planted through a label is found, and before it none was."""
    with looking.opened(running, brief) as page:
        before = page.evaluate(looking.STRUCK)["found"]
        page.evaluate(STRIKE)
        assert 1 == len(page.evaluate(looking.STRUCK)["found"]) - len(before)


@pytest.mark.parametrize("width", (*WIDTHS, 320))
def test_nothing_runs_off_the_page(running, brief, width):
    """The page never scrolls sideways, down to 320 pixels."""
    with looking.opened(running, brief, width) as page:
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_print_shows_the_notes(page):
    """On paper the cards stand as numbered notes, each claim carries its number, and controls are gone."""
    page.emulate_media(media="print")
    assert page.is_visible("#card-investment blockquote")
    assert '" [2]"' == page.evaluate(f"getComputedStyle(document.querySelector('{CLAIM}'), '::after').content")
    assert not page.is_visible(".theme")


def test_the_policy_stops_what_is_not_ours(running, brief):
    """A script, handler, picture or request smuggled into the page does nothing."""
    evil = (
        "<main id=\"main\"><script>window.pwned = 1</script><img src='https://evil.example/x.png' onerror='window.pwned = 2'>"
        "<iframe src='https://evil.example/'></iframe><a id=evil href='javascript:window.pwned = 3'>x</a>"
    )
    with looking.opened(running, looking.planted(brief, "evil", '<main id="main">', evil)) as page:
        page.click("#evil")
        page.evaluate("fetch('https://evil.example/').catch(() => { window.refused = true; })")
        page.wait_for_timeout(200)
        assert (None, True) == (page.evaluate("window.pwned ?? null"), page.evaluate("window.refused"))
        assert [] == [trouble for trouble in page.troubles if trouble.startswith("request")]


def test_the_page_opens_without_trouble(page):
    """Nothing is requested, nothing is reported to the console."""
    assert [] == page.troubles
