"""The shipped brief, rendered once in a copy: what is published, page, paper and data, keeps what it promises.

The same copy then gets a document that contradicts it; another copy is rendered elsewhere, at another time.
"""

import base64
import csv
import hashlib
import io
import json
import re
import shutil
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import kazakh
import looking
import lxml.html
import pytest
import real
from dossier import readback
from dossier.engine import quarto
from dossier.seeds import read
from the_record import edit, record, subject

pytestmark = pytest.mark.slow
WIDTHS, SCHEMES = (1280, 390), ("light", "dark")
SUPPORT = {"fact": "source", "calc": "computed", "record": "record"}
SPAN = re.compile(r'\[[^\]\[]*\]\{(fact|calc|record)="([^"]+)"\}')
NOTE = re.compile(r"\[(\d+)\]")
MB, KB = 1_000_000, 1_000
CONTRADICTION = """Minister tells committee of a turn in British investment

LONDON, 11 November 2025

British companies have invested $40 billion in Azerbaijan, a trade minister told a parliamentary committee in London on Tuesday.

The energy sector accounts for $22 billion out of $40 billion of the UK investments in Azerbaijan's economy, the minister said.

The British army and the armed forces of Azerbaijan held a joint military exercise near Baku in October 2025.

British officers will train Azerbaijani soldiers next year, according to the Defence Ministry.

An arms contract worth £300 million was signed on 5 November 2025.

British instructors trained soldiers of Azerbaijan near Baku in May 2023, and a British military staff visited Azerbaijan's army on 7 May 2024.
"""
# What it says against the brief, by the premise that falls: the sums, the contract, the act of an earlier year.
AGAINST = {
    "base-material": "$22 billion",
    "no-arms-contract": "An arms contract",
    "challenger-regular": "British instructors",
}


@pytest.fixture(scope="module")
def other(request, tmp_path_factory):
    """A second render, elsewhere and beside the first one, so that two cores share the work; only where a test asks."""
    if not any("other" in getattr(item, "fixturenames", ()) for item in request.session.items):
        return None
    folder = real.aged(real.copy(tmp_path_factory.mktemp("other") / "a place with spaces" / "brief"))
    with ThreadPoolExecutor(1) as pool:
        yield folder, pool.submit(real.render, folder, "notebooks", **real.ELSEWHERE)


@pytest.fixture(scope="module")
def brief(other, tmp_path_factory):
    return real.Brief(tmp_path_factory.mktemp("real") / "brief")


@pytest.fixture(scope="module")
def running():
    with looking.chromium() as chromium:
        yield chromium


@pytest.fixture
def page(running, brief):
    with looking.opened(running, brief.path) as page:
        yield page


@pytest.fixture(scope="module")
def claims(brief):
    return json.loads(brief.site["data/claims.json"])


def said(element) -> str:
    return " ".join(element.text_content().split())


def opencards(page) -> list[str]:
    return page.evaluate("[...document.querySelectorAll('[popover]:popover-open')].map((card) => card.id)")


# What is published


def test_page_paper_and_data_are_published(brief):
    """`_site` holds the page, the paper and the machine-readable edition, and nothing else."""
    assert {"report.html", "report.pdf", "data"} == {name.split("/")[0] for name in brief.site}
    assert {"data/facts.json", "data/claims.csv", "data/annotations.json", "data/record/chronology.csv"} <= set(
        brief.site
    )


def test_every_card_is_a_claim_of_the_data(brief, claims):
    """Whatever the page shows as a claim, a row of the record too, stands in the data under the same name."""
    cards = {id.removeprefix("card-") for id in brief.page.xpath("//*[@data-region='card']/@id")}
    assert len(cards) > 60
    assert set() == cards - claims.keys()


def unbound(page, spans: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Claims of the prose that the page does not show as a claim of their kind with a card of their own."""
    shown = Counter(
        (b.get("data-claim"), b.get("data-support"))
        for b in page.xpath("//*[@data-claim][not(ancestor::*[@data-region='card'])]")
    )
    cards = set(page.xpath("//*[@data-region='card']/@id"))
    wanted = Counter((key, SUPPORT[attribute]) for attribute, key in spans)
    return [one for one, times in wanted.items() if shown[one] < times or f"card-{one[0]}" not in cards]


def test_every_claim_of_the_prose_is_bound(brief):
    """At least 25 claims, of all three kinds of support, each of which opens a card."""
    spans = SPAN.findall((brief.folder / "report.qmd").read_text(encoding="utf-8"))
    assert len({key for _, key in spans}) >= 25
    assert set(SUPPORT) == {attribute for attribute, _ in spans}
    assert [] == unbound(brief.page, spans)


def test_a_claim_without_its_card_would_be_noticed(brief):
    """The check above can fail: a card is taken away, then a claim."""
    spoilt = brief.page
    spoilt.get_element_by_id("card-exports").drop_tree()
    spoilt.get_element_by_id("claim-imports").drop_tree()
    found = unbound(spoilt, [("fact", "exports"), ("fact", "imports"), ("fact", "trust")])
    assert [("exports", "source"), ("imports", "source")] == found


def test_every_claim_rests_on_something(claims):
    """No claim is without evidence or inputs that are claims themselves, and a computed one says how."""
    assert [] == [name for name, one in claims.items() if not (one["evidence"] or one["inputs"])]
    assert [] == [name for name, one in claims.items() if not set(one["inputs"]) <= set(claims)]
    assert [] == [name for name, one in claims.items() if one["support"] == "computed" and not one["formula"]]


def test_the_bottom_line_has_at_most_120_words(brief):
    """What is read first is short, as it stands on the page."""
    assert 60 <= len(said(brief.page.find_class("bottom-line")[0]).split()) <= 120


# The rendered words: traps that only the whole page can spring


def prose(brief) -> str:
    """All words of the page before the sources: body, figures' titles, notes and descriptions, judgements."""
    page = brief.page
    for element in page.xpath(
        "//*[@id='main']//svg | //*[@data-region='sources'] | //*[@data-region='contents'] | //script"
    ):
        element.drop_tree()
    body = said(page.get_element_by_id("main"))
    return (
        body[: body.index("Sources The whole")]
        if "Sources The whole" in body
        else body[: body.rindex("Appendix: the whole period")]
    )


@pytest.mark.parametrize("wrong", [
    r"(?i)\bsurg|skyrocket|soar|unprecedented|\btrend|\baverage|\bsignifican|game.chang", r"(?i)\bcorrelat|multiverse|clopper|p-value",
    r"(?i)defence secretary|secretary of state for defence", r"first (?:British |UK |defence )*attach", r"(?i)replaced energy|from energy to defence\b(?!\?)",
    r"(?i)\bliberated (?!lands” is one side)", r"(?i)\bNone (?:%|billion|million)|\bnan\b|\{[a-z-]+\}|undefined",
])  # fmt: skip
def test_the_page_does_not_say(brief, wrong):
    """No wording that would spring a trap, and nothing left unfilled, in prose, titles, notes or descriptions."""
    assert [] == [match[0] for match in re.finditer(wrong, prose(brief))]


@pytest.mark.parametrize("right", [
    "A resident attaché was announced on 14 March", "not the first to be accredited", "Lord Coaker, Minister of State for Defence",
    "James Heappey, Minister for the Armed Forces", "for Armenia too", "never been total", "No arms contract located",
])  # fmt: skip
def test_the_page_says(brief, right):
    """Qualifications stand beside what they qualify, after all is filled in."""
    assert re.search(right, prose(brief))


def test_no_year_is_printed_as_a_quantity(brief):
    """2022 is a year: no cell of the page has it with a thousands comma."""
    cells = [said(cell) for cell in brief.page.xpath("//td")]
    assert len(cells) > 100
    assert [] == [cell for cell in cells if re.fullmatch(r"(1,9|2,0)\d\d", cell)]


# The paper


def outline(reader) -> list[tuple[str, int]]:
    """(title, page from 0) of every bookmark, in order."""

    def walk(level):
        for one in level:
            yield from walk(one) if isinstance(one, list) else [(one.title, reader.get_destination_page_number(one))]

    return list(walk(reader.outline))


def pages_before(brief, title: str) -> int:
    """Pages begun before the heading."""
    page = dict(outline(brief.paper))[title]
    return page if brief.sheets[page].strip().startswith(title) else page + 1


def test_the_body_has_at_most_four_pages(brief):
    """Four pages of A4 before the sources; with notes and record there are more, so the count counts."""
    assert pages_before(brief, "Sources") <= 4 < pages_before(brief, "Notes")
    sizes = {tuple(round(float(side) / 72 * 25.4) for side in sheet.mediabox[2:]) for sheet in brief.paper.pages}
    assert {(210, 297)} == sizes


def test_figures_stand_in_their_sections_on_paper(brief):
    """No figure floats before its heading or past the next one."""
    text = " ".join(" ".join(brief.sheets).split())
    places = [
        (e.tag, " ".join(e.text_content().split())) for e in brief.page.xpath("//main//h2 | //main//figure/figcaption")
    ]
    body = places[: places.index(("h2", "Sources"))]
    order = [text.index(words if tag == "figcaption" else f" {words} ", 1) for tag, words in body]
    assert sum(tag == "figcaption" for tag, _ in body) >= 6
    assert sorted(order) == order


def test_the_paper_keeps_to_its_standards(brief):
    """PDF/UA-1 and PDF/A-2a by their markers, tagged, with title, language and description."""
    reader = brief.paper
    root = reader.trailer["/Root"]
    marks = root["/Metadata"].get_data().decode()
    for mark in ("pdfuaid:part>1<", "pdfaid:part>2<", "pdfaid:conformance>A<"):
        assert mark in marks
    assert (True, True, "en-GB") == (root["/MarkInfo"]["/Marked"], "/StructTreeRoot" in root, root["/Lang"])
    assert reader.metadata.title.startswith("A new page?") and reader.metadata.subject.endswith("?")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_every_heading_is_a_bookmark(brief):
    """The bookmarks are the headings of the page, in its order, notes last."""
    headings = [said(heading) for heading in brief.page.xpath("//main//h1 | //main//h2")]
    bookmarks = [title for title, _ in outline(brief.paper)]
    assert headings == [title for title in bookmarks if title in headings]
    assert [number for _, number in outline(brief.paper)] == sorted(number for _, number in outline(brief.paper))


def test_every_link_of_the_paper_leads_somewhere(brief):
    """Links within go to places that exist; links out are to the web alone."""
    places, inner, outer = brief.paper.named_destinations, 0, []
    for link in (a.get_object() for sheet in brief.paper.pages for a in sheet.get("/Annots", ())):
        if "/A" in link and "/URI" in link["/A"]:
            outer.append(link["/A"]["/URI"])
            continue
        inner += 1
        place = link.get("/Dest") or link["/A"]["/D"]
        assert not isinstance(place, str) or place in places
    assert inner > 100 and len(outer) > 50
    assert [] == [address for address in outer if not address.startswith(("https://", "http://"))]


def test_one_embedded_font_family(brief):
    """Every letter of text and figures is of the one family, and its file is in the paper."""
    families, missing = set(), []
    for font in {id(f): f for sheet in brief.paper.pages for f in _fonts(sheet["/Resources"])}.values():
        name = font["/BaseFont"].partition("+")[2]
        families.add(re.match(r"[A-Za-z]+", name)[0])
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        if not {"/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"].get_object()):
            missing.append(name)
    assert ({"SourceSansPro"}, []) == (families, missing)


def _fonts(resources):
    """Fonts of a page, and of the drawings on it."""
    resources = resources.get_object()
    yield from (font.get_object() for font in (resources.get("/Font") or {}).values())
    for form in (form.get_object() for form in (resources.get("/XObject") or {}).values()):
        if "/Resources" in form:
            yield from _fonts(form["/Resources"])


def without_note(sheets: list[str]) -> set[str]:
    """Numbers of notes that the text calls and no note answers."""
    text = "\n".join(sheets)
    body, _, notes = text.rpartition("\nNotes\n")
    called, kept = set(NOTE.findall(body)), set(re.findall(r"(?m)^\[(\d+)\] ", notes))
    assert len(called) > 50
    return called - kept


def test_every_number_of_a_note_has_its_note(brief):
    """[n] in the text has its note at the end; a note taken out is missed."""
    assert set() == without_note(brief.sheets)
    assert {"7"} == without_note([re.sub(r"(?m)^\[7\] ", "", sheet) for sheet in brief.sheets])


# The page: weight, policy, what a browser sees


def weights(page: bytes) -> tuple[int, int]:
    """Bytes of the page whole, and without the packed Plotly."""
    plotly = re.search(rb'<script[^>]*id="packed-plotly"[^>]*>.*?</script>', page, re.DOTALL)[0]
    return len(page), len(page) - len(plotly)


def test_the_page_keeps_its_weight(brief):
    """At most 2.6 MB, and 400 kB without the packed Plotly."""
    whole, bare = weights(brief.site["report.html"])
    assert whole <= 2.6 * MB
    assert bare <= 400 * KB


@pytest.mark.quarto
@pytest.mark.skipif(not quarto(), reason="no Quarto was found on the PATH or in $QUARTO: its page is not weighed")
def test_the_page_keeps_its_weight_under_quarto(brief, tmp_path):
    """The page that Quarto writes is as light as the built-in engine's."""
    folder = tmp_path / "brief"
    shutil.copytree(brief.folder, folder)
    done = real.dossier(folder, "render", "--engine", "quarto", QUARTO=quarto())
    assert done.returncode == 0, done.stdout + done.stderr
    page = (folder / "_site" / "report.html").read_bytes()
    whole, bare = weights(page)
    assert whole <= 2.6 * MB
    assert bare <= 400 * KB
    assert abs(bare - weights(brief.site["report.html"])[1]) <= 1 * KB


def test_the_policy_names_just_the_scripts_of_the_page(brief):
    """Nothing may be loaded; the hashes allowed are those of our own script and of Plotly, and of nothing else."""
    policy = brief.page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert {
        "default-src 'none'",
        "connect-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    } <= set(policy.split("; "))
    runs = [script.text for script in brief.page.xpath("//script[not(@type)]")]
    hashes = re.findall(r"'sha256-([^']+)'", policy)
    assert 1 == len(runs) and 2 == len(hashes)
    assert base64.b64encode(hashlib.sha256(runs[0].encode()).digest()).decode() in hashes
    assert not re.search(r"script-src[^;]*(unsafe|strict-dynamic|http)", policy)


@pytest.mark.browser
def test_the_page_opens_from_disk_without_trouble(page):
    """No request, no word on the console, on opening and with an interactive view started."""
    button = page.locator("[data-live]").first
    button.click()
    page.wait_for_selector(".live-view .main-svg", timeout=60_000)
    assert [] == page.troubles


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "width"), zip(SCHEMES, WIDTHS, strict=True))
def test_axe_finds_nothing(running, brief, scheme, width):
    """WCAG 2.2 AA, as far as axe can tell, with a card shown; colours do not hang on width, nor the layout on colours."""
    with looking.opened(running, brief.path, width, color_scheme=scheme) as page:
        page.evaluate("document.querySelectorAll('figure details').forEach((fold) => { fold.open = true; })")
        page.click("#claim-energy-share")
        passed, found = looking.violations(page)
        assert ([], True) == (found, passed > 20)


@pytest.mark.browser
@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_in_figures_stand_out_from_their_ground(running, brief, scheme):
    """Every label has 4.5 to 1 against what it stands on, a bar or the page; axe does not look into drawings."""
    with looking.opened(running, brief.path, 1280, color_scheme=scheme) as page:
        measured = page.evaluate(looking.FAINT)
        assert ([], True) == (measured["found"], measured["seen"] > 100)


COVERED = """() => [...document.querySelectorAll('.plot a[href]')].map((link) => {
  link.scrollIntoView({block: 'center', behavior: 'instant'});
  const {x, y, width, height} = link.getBoundingClientRect(), hit = document.elementFromPoint(x + width / 2, y + height / 2);
  return [link.closest('figure').id, link.getAttribute('href'), hit?.closest('text') ? hit.textContent : null];
})"""


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
def test_no_label_covers_a_mark(running, brief, width):
    """What is pressed in the middle of a mark is no label that lies over it."""
    with looking.opened(running, brief.path, width) as page:
        marks = page.evaluate(COVERED)
        assert (True, []) == (len(marks) > 400, [mark for mark in marks if mark[2]])


@pytest.mark.browser
def test_a_dot_of_the_curve_opens_its_coding(page):
    """Pressed anywhere along a swarm, the row of the coding that stands there is shown: the last has the most points."""
    curve = page.locator("#fig-curve")
    curve.scroll_into_view_if_needed()
    link = curve.locator("a[data-swarm]").first
    first, last = map(int, link.get_attribute("data-swarm").split("-"))
    box = link.locator("rect").bounding_box()
    for share, place in ((0.999, last), (0.001, first)):
        page.evaluate("document.querySelector('#fig-curve').scrollIntoView()")
        box = link.locator("rect").bounding_box()
        page.mouse.click(box["x"] + share * box["width"], box["y"] + box["height"] / 2)
        page.wait_for_selector("#fig-curve .reached")
        assert place == page.evaluate(
            "[...document.querySelectorAll('#fig-curve tbody tr')].findIndex((row) => row.matches('.reached'))"
        )
        page.evaluate("document.querySelector('#fig-curve .reached').classList.remove('reached')")
    rows = curve.locator("tbody tr")
    assert last + 1 == rows.count()
    assert rows.last.locator("td").last.inner_text() == max(
        (row.split("\t")[-1] for row in rows.all_inner_texts()), key=float
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.browser
def test_a_drawing_is_one_stop_of_the_keyboard(page):
    """Tab enters a drawing once and leaves it; the arrows go from mark to mark; Enter follows the mark."""
    marks = page.locator("#fig-strips .plot a")
    stops = page.locator("#fig-strips .plot a[tabindex='0']")
    assert (True, 1) == (marks.count() > 100, stops.count())
    stops.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement === document.querySelectorAll('#fig-strips .plot a')[1]")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement === document.querySelectorAll('#fig-strips .plot a')[0]")
    page.keyboard.press("Enter")
    assert page.locator("tr.reached").is_visible()
    stops.focus()
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('#fig-strips .plot a')")


def test_every_dot_of_the_strips_is_linked(brief):
    """Every dot of the strips opens its event: as many links as dots in both strips."""
    rows = list(csv.DictReader(io.StringIO(brief.site["data/figures/strips.csv"].decode())))
    assert sum(int(row["all events"]) for row in rows) == len(
        brief.page.xpath("//figure[@id='fig-strips']//*[local-name()='svg']//*[local-name()='a'][@href]")
    )


@pytest.mark.parametrize(
    "name", ["defence-2025", "defence-before", "acts-shared", "acts-chain", "acts-late", "acts-record-only"]
)
def test_every_row_that_a_count_of_defence_cites_names_defence(claims, name):
    """No claim that counts a field opens a row that does not name it."""
    tags = {f"record:{row.id}": row.tags for row in record().events.itertuples()}
    cited = claims[name]["evidence"]
    assert cited and [] == [id for id in cited if "defence" not in tags[id]]


def test_every_mark_of_the_time_line_opens_a_row_of_its_lane(brief):
    """A row of the record that a mark opens carries a tag of the mark's sector."""
    lanes = {tag: sector.label for sector in subject().sectors for tag in sector.tags}
    named = {f"record:{row.id}": {lanes[tag] for tag in row.tags} for row in record().events.itertuples()}
    marks = list(csv.DictReader(io.StringIO(brief.site["data/figures/timeline.csv"].decode())))
    of_rows = [mark for mark in marks if mark["evidence"] in named]
    assert len(of_rows) > 150
    assert [] == [mark["evidence"] for mark in of_rows if mark["sector"] not in named[mark["evidence"]]]


@pytest.mark.browser
def test_every_figure_has_role_name_and_description(page):
    """All drawings of the brief are named and described."""
    assert page.locator("figure.chart").count() >= 6
    assert [] == page.evaluate(looking.NAMELESS)


@pytest.mark.browser
@pytest.mark.parametrize("width", (*WIDTHS, 320))
def test_no_labels_meet(running, brief, width):
    """No text of a figure meets another or a mark, is cut off or too small; the page does not scroll sideways."""
    with looking.opened(running, brief.path, width) as page:
        measured, struck = page.evaluate(looking.OVERLAPS), page.evaluate(looking.STRUCK)
        assert ([], True) == (measured["found"], measured["seen"] > 100)
        assert ([], True) == (struck["found"], struck["seen"] > 200)
        assert ([], []) == (page.evaluate(looking.OUTSIDE), page.evaluate(looking.SMALL))
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_a_claim_opens_and_closes_by_keyboard(page):
    """Enter opens the card, Escape closes it, and the focus is back on the claim."""
    page.press("#claim-investment-energy", "Enter")
    assert ["card-investment-energy"] == opencards(page)
    assert "$ 28.8 billion" == page.locator("#card-investment-energy mark").inner_text()
    page.keyboard.press("Escape")
    assert ([], "claim-investment-energy") == (opencards(page), page.evaluate("document.activeElement.id"))


@pytest.mark.browser
@pytest.mark.parametrize("name", ["energy-share", "2025-10-13-embargo-lifted", "trust"])
def test_a_link_to_a_claim_opens_its_card(running, brief, name):
    """#claim-… of a computed, a record and a source claim opens its card."""
    with looking.opened(running, f"{brief.path}#claim-{name}") as page:
        assert [f"card-{name}"] == opencards(page)


@pytest.mark.browser
def test_the_record_can_be_filtered(page, brief):
    """All rows are laid out; year, word and side narrow them; “show all” brings them back."""
    page.evaluate("document.querySelector('.record details').open = true")
    rows, shown = page.locator(".record tbody tr"), ".record tbody tr:not([hidden])"
    tables = [
        list(csv.DictReader(io.StringIO(brief.site[f"data/record/{name}.csv"].decode())))
        for name in ("chronology", "figures")
    ]
    assert sum(map(len, tables)) == rows.count()
    page.select_option(".filters [name=year]", "2023")
    page.fill(".filters [name=q]", "Lachin")
    found = page.locator(shown).all_inner_texts()
    assert 0 < len(found) < 30 and all("lachin" in text.lower() and "2023" in text for text in found)
    page.click(".filters button[type=reset]")
    page.wait_for_timeout(100)
    assert rows.count() == page.locator(shown).count()


def test_the_filter_offers_years(brief):
    """The years to choose from are years, whatever else a row has for its period."""
    offered = brief.page.xpath("//select[@name='year']/option/text()")
    assert {"all", "2022", "2023", "2024", "2025"} <= set(offered)
    assert [] == [one for one in offered if not re.fullmatch(r"all|(19|20)\d\d", one)]


@pytest.mark.browser
def test_cards_open_without_script(running, brief):
    """With JavaScript off a claim opens its card, and the record says where its rows are."""
    with looking.opened(running, brief.path, java_script_enabled=False) as page:
        page.click("#claim-investment-energy")
        assert page.is_visible("#card-investment-energy blockquote mark")
        assert not page.is_visible(".filters") and not page.locator("[data-live]").first.is_visible()


@pytest.mark.browser
def test_print_shows_the_notes(page):
    """On paper the cards are notes with their numbers; what only a screen can do is gone."""
    page.emulate_media(media="print")
    assert page.is_visible("#card-investment-energy blockquote")
    number = page.get_attribute("#claim-investment-energy", "data-n")
    assert f'" [{number}]"' == page.evaluate(
        "getComputedStyle(document.querySelector('#claim-investment-energy'), '::after').content"
    )
    assert not page.is_visible(".theme")


@pytest.mark.browser
def test_furniture_is_greyed_in_the_sources(page, brief):
    """As many lines as the facts call furniture, paler than the article, and no passage is marked in them."""
    facts = json.loads(brief.site["data/facts.json"])
    furniture = [fact for fact in facts if fact["kind"] == "furniture"]
    lines = page.locator(".source .line.furniture")
    assert len(furniture) == lines.count() > 15
    colour = "(e) => getComputedStyle(e).color"
    assert lines.first.evaluate(colour) != page.locator(".source .line.body").first.evaluate(colour)
    assert 0 == page.locator(".source .line.furniture mark").count()


# The machine-readable edition


def wrong_slices(items: list[dict], texts: dict[str, str]) -> list[str]:
    """Annotations whose two selectors do not meet in the file they name."""
    wrong = []
    for item in items:
        position, quote = item["target"]["selector"]
        text = texts[item["target"]["source"]]
        if (
            text[position["start"] : position["end"]] != quote["exact"]
            or quote["prefix"] + quote["exact"] + quote["suffix"] not in text
        ):
            wrong.append(item["id"])
    return wrong


def test_every_quotation_is_sliced_from_the_seeds_again(brief):
    """Annotations, facts and source claims are found in the seeds' own bytes; one character off is noticed."""
    documents = read(brief.folder / "seeds")
    seeds = {document.id: (brief.folder / "seeds" / document.card.file).read_bytes() for document in documents}
    files = {f"texts/{id}.txt": text.decode() for id, text in seeds.items()}
    assert seeds == {id: brief.site[f"data/texts/{id}.txt"] for id in seeds}
    items = json.loads(brief.site["data/annotations.json"])["items"]
    facts = json.loads(brief.site["data/facts.json"])
    assert len(facts) == len(items) > 50
    assert [] == wrong_slices(items, files)
    items[0]["target"]["selector"][0]["start"] += 1
    assert [items[0]["id"]] == wrong_slices(items, files)
    texts = {id: text.decode() for id, text in seeds.items()}
    assert [] == [fact for fact in facts if texts[fact["document"]][fact["start"] : fact["end"]] != fact["quote"]]


def test_a_card_names_who_issued_its_passage(brief):
    """A sum of the newspaper's standing paragraph is not laid to the ministry whose account it prints."""
    issued = {name: said(brief.page.get_element_by_id(f"card-{name}")) for name in ("investment-energy", "military-2022", "page-2025", "meetings-2022")
              if brief.page.xpath(f"//*[@id='card-{name}']")}  # fmt: skip
    assert "AzerNews, in a standing paragraph" in issued["investment-energy"]
    assert "AzerNews, from its earlier reports" in issued["military-2022"]


def test_the_evidence_of_every_claim_is_in_the_edition(brief, claims):
    """A claim's evidence is a passage of a seed or a row of the record that is published beside it."""
    texts = {document.id: document.text for document in read(brief.folder / "seeds")}
    rows = {
        row["id"] for name in ("chronology", "figures") for row in json.loads(brief.site[f"data/record/{name}.json"])
    }
    for key in (key for one in claims.values() for key in one["evidence"]):
        document, _, span = key.rpartition(":")
        if document == "record":
            assert span in rows
        else:
            start, end = map(int, span.split("-"))
            assert texts[document][start:end].strip()


def test_the_whole_edition_reads_back(brief, tmp_path):
    """Every JSON file holds to its schema, every column of every CSV has its meaning; the record is what the seeds have."""
    folder = tmp_path / "data"
    for name, data in brief.site.items():
        if name.startswith("data/"):
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    assert [] == readback.faults(folder)
    tables = {path.relative_to(folder).as_posix() for path in folder.rglob("*.csv")}
    book = csv.DictReader(io.StringIO(brief.site["data/codebook.csv"].decode(), newline=""))
    assert tables == {row["file"] for row in book} and len(tables) > 15
    record = brief.folder / "seeds" / "record"
    assert [] == [
        path.name for path in record.glob("*.csv") if path.read_bytes() != brief.site[f"data/record/{path.name}"]
    ]


# Again, elsewhere, and against a document that contradicts it


def test_a_second_render_does_nothing(brief):
    """No notebook, no browser, not a file written: it says that nothing has changed."""
    before = real.times(brief.folder / "_site"), real.times(brief.folder / "_build")
    done = real.render(brief.folder, BROWSER_PATH="nowhere")
    assert (0, "nothing has changed: _site/report.html and _site/report.pdf are up to date\n") == (
        done.returncode,
        done.stdout,
    )
    assert before == (real.times(brief.folder / "_site"), real.times(brief.folder / "_build"))


def test_the_same_bytes_elsewhere_at_another_time(brief, other):
    """Another folder, day, zone, locale, hash seed and files of another age: page, paper and data are the same bytes."""
    folder, rendering = other
    done = rendering.result()
    assert done.returncode == 0, done.stdout + done.stderr
    site = kazakh.published(folder)
    assert sorted(brief.site) == sorted(site)
    assert [] == [name for name, data in brief.site.items() if data != site[name]]


@pytest.fixture(scope="module")
def contradicted(brief):
    """The render after a document was added that contradicts the brief; the edition before it was accepted."""
    if not (brief.folder / "seeds" / "edition.yml").is_file():
        assert real.dossier(brief.folder, "accept").returncode == 0
    (brief.folder.parent / "committee.txt").write_text(CONTRADICTION, encoding="utf-8")
    words = [
        "--publisher",
        "The Northern Post",
        "--published",
        "2025-11-11",
        "--url",
        "https://example.org/committee",
        "--full-text",
    ]
    added = real.dossier(brief.folder, "add", str(brief.folder.parent / "committee.txt"), *words)
    assert added.returncode == 0, added.stderr
    return real.render(brief.folder)


def test_a_document_that_contradicts_the_brief_stops_it(contradicted):
    """What it moves is listed with old, new and the document; every notebook lives through a third document."""
    assert (1, True) == (contradicted.returncode, "03-shift.ipynb" in contradicted.stdout)
    fallen = re.findall(
        r"found premise ([a-z0-9-]+): was yes, is no, by the-northern-post-2025-11;", contradicted.stderr
    )
    assert sorted(AGAINST) == sorted(fallen), contradicted.stderr
    assert "the last good brief in _site is untouched" in contradicted.stderr


def test_a_fallen_premise_rests_on_the_words_that_felled_it(brief, contradicted):
    """The evidence of each premise that fell holds the contradicting words, sliced from the document that was added."""
    text = (brief.folder / "seeds" / "committee.txt").read_text(encoding="utf-8")
    for name, words in AGAINST.items():
        evidence = json.loads((brief.folder / "_build" / "claims" / f"{name}.json").read_text(encoding="utf-8"))[
            "evidence"
        ]
        spans = [key.partition(":")[2].split("-") for key in evidence if key.startswith("the-northern-post-2025-11:")]
        assert any(text[int(start) : int(end)].startswith(words) for start, end in spans), name


def test_a_stopped_render_leaves_the_last_good_brief(brief, contradicted):
    """Page, paper and data are what they were, byte for byte."""
    assert brief.site == kazakh.published(brief.folder)


def test_a_wrong_number_on_the_published_page_is_found(brief, contradicted):
    """`dossier audit` reads what was published and takes it; one digit changed in the prose of the page, it does not."""
    assert real.dossier(brief.folder, "audit").returncode == 0
    edit(brief.path, ">10 of 22</button>", ">11 of 22</button>")
    done = real.dossier(brief.folder, "audit")
    brief.path.write_bytes(brief.site["report.html"])
    assert (1, True) == (done.returncode, "“11 of 22” as defence-2025" in done.stderr)


def test_the_page_is_one_whole_document(brief):
    """No id is given twice, and every link has its end, without script too: in the page or in a file beside it."""
    ids = brief.page.xpath("//@id")
    assert [] == [name for name, times in Counter(ids).items() if times > 1]
    hrefs = [*brief.page.xpath("//a/@href"), *(href for text in _folded(brief.page) for href in _HREF.findall(text))]
    hashes = {href[1:] for href in hrefs if href.startswith("#")}
    files = {href for href in hrefs if href.startswith("data/")}
    assert len(hashes) > 50 and len(files) > 10
    assert ([], []) == (sorted(hashes - {*ids}), sorted(files - {*brief.site}))


def test_names_of_the_house_are_not_shown(brief):
    """No card, note or table calls a measure or a role by the name that the house has for it."""
    cards = said(brief.page.find_class("cards")[0])
    notes = " ".join(" ".join(brief.sheets).split()).rpartition(" Notes ")[2]
    for words in (cards, notes):
        assert len(words) > 5_000
        assert [] == re.findall(r"[a-z]+_[a-z_]+|\bchallenger\b|\bthe turn\b|twin country|\w+\.csv|\.\. |[a-z]\., ", words)
    tables = [said(table) for table in brief.page.xpath("//table[not(ancestor::figure)]")]
    assert [] == [found for words in tables for found in re.findall(r"USD million|-\d+\.\d|\d{4}-\d\d/", words)]


def test_the_smallest_letters_of_the_paper_are_legible(brief):
    """Nothing on the pages of the body is set smaller than 6.5 points."""
    sizes: Counter = Counter()

    def seen(text, matrix, place, font, size):
        if text.strip():
            sizes[round(size * abs(place[3] or place[0]) * abs(matrix[3] or matrix[0]), 1)] += len(text)

    for sheet in brief.paper.pages[: pages_before(brief, "Sources")]:
        sheet.extract_text(visitor_text=seen)
    assert sum(sizes.values()) > 5_000
    assert [] == [size for size in sizes if size < 6.5]


_HREF = re.compile(r'<a [^>]*href="([^"]+)"')


def _folded(page: lxml.html.HtmlElement) -> list[str]:
    import gzip

    blocks = page.xpath("//script[starts-with(@id, 'packed-') and @id != 'packed-plotly']/text()")
    return [gzip.decompress(base64.b64decode(block)).decode() for block in blocks]
