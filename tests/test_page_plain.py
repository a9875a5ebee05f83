"""The page's fragments where no script runs, and what is said once, in words, and to the ear too."""

import brief_sample as sample
import pytest
from dossier import page
from dossier.page.record import order
from dossier.page.span import back, chip, span
from lxml import html as lxml_html

RECORDED = sample.CLAIMS[sample.ROWS[3]["id"].removeprefix("record:")]


def parsed(fragment):
    return lxml_html.fragment_fromstring(fragment, create_parent="div")


@pytest.mark.parametrize("stop", ["", "."])
def test_what_the_account_says_is_not_said_again(stop):
    """The label of a row that is its account, with or without its stop, stands once in the card."""
    row = sample.ROWS[3] | {"account": "Harbour masters met."}
    claim = RECORDED | {"label": f"Harbour masters met{stop}"}
    assert 1 == page.card(claim, {row["id"]: row}, {}).count("Harbour masters met")


def test_every_link_to_the_record_has_its_end_without_script():
    """Each row that is folded up has its anchor in the notice above the table, which says where all rows are."""
    out = parsed(page.record_table(sample.ROWS, {sample.ROWS[3]["id"]: [RECORDED]}, ("chronology.csv", "figures.csv")))
    ids = {sample.escape.anchor(row["id"]) for row in sample.ROWS}
    assert ids == ids & set(out.xpath("//@id"))
    notice = out.find_class("folded")[0]
    assert notice.text_content().startswith("Without scripts 1 of 24 rows stand here; all are in")
    assert ["data/record/chronology.csv", "data/record/figures.csv"] == notice.xpath(".//a/@href")
    assert notice.getparent().index(notice) < notice.getparent().index(out.find(".//details"))


def test_rows_that_nothing_links_to_need_no_end():
    """Only rows that the brief links to have an anchor in the notice."""
    rows = [row | {"linked": row is sample.ROWS[5]} for row in sample.ROWS]
    assert [sample.escape.anchor(sample.ROWS[5]["id"])] == parsed(page.record_table(rows, {})).xpath("//p/i/@id")


def test_data_are_a_link_and_the_fold_comes_last():
    """The data lie beside the page as a file; the fold that is shown last is the last to be reached."""
    tools = parsed(page.figure(sample.FIGURES[0], sample.STAND_IN)).find_class("tools")[0]
    assert ["a", "button", "details"] == [part.tag for part in tools]
    assert "data/figures/events-by-year.csv" == tools[0].get("href")


def test_nothing_is_a_stop_of_the_keyboard_that_may_not_scroll():
    """Frames are no landmarks as they come: the script makes those that do scroll."""
    out = page.figure(sample.FIGURES[0], sample.STAND_IN) + page.table(sample.TABLE)
    assert [] == parsed(out).xpath("//*[@tabindex] | //*[@role='region']")


def test_a_table_without_rows_is_a_sentence():
    """No head stands over nothing."""
    out = parsed(page.table(sample.TABLE | {"rows": [], "note": None}))
    assert ([], "Who met whom, and where: nothing to list.") == (out.xpath("//table"), out.text_content().strip())
    told = page.table(sample.TABLE | {"rows": [], "note": None, "none": "Nobody met."})
    assert "Nobody met." == parsed(told).text_content().strip()


@pytest.mark.parametrize(("placed", "tag", "key", "leads"), [
    (True, "a", "href", "#claim-trade"), (False, "button", "popovertarget", "card-trade"),
])  # fmt: skip
def test_a_way_back_leads_somewhere(placed, tag, key, leads):
    """To the claim's place in the prose; where it has none, to its card."""
    (made,) = parsed(back(sample.CLAIMS["trade"] | {"placed": placed}))
    assert (tag, leads, "5") == (made.tag, made.get(key), made.text)


def test_a_claim_is_named_once_after_its_sentence():
    """A claim on three passages of one sentence is named after the last of them, and again in another sentence."""
    claim = sample.CLAIMS["all-years"]
    uses = {quote["id"]: [claim] for quote in sample.QUOTES}
    out = parsed(page.sources(sample.DOCUMENTS, sample.EVIDENCE, uses))
    assert [1, 1] == [len(line.find_class("back")) for line in out.find_class("line") if line.xpath(".//mark")]


def test_a_short_value_is_named_by_its_label_too():
    """A button that says only yes, or 0, is heard with what is so."""
    (button,) = parsed(chip(sample.CLAIMS["ferries-named"]))
    assert button.get("aria-label") == f"yes: {sample.CLAIMS['ferries-named']['label']}"
    assert None is parsed(chip(sample.CLAIMS["trade"]))[0].get("aria-label")


def test_long_words_are_heard_once():
    """The words of a long claim are the label's to the eye and the button's to the ear."""
    words = "the whole of what was invested in the harbour"
    (label,) = parsed(span(sample.CLAIMS["trade"], words))
    assert (words, "true", words) == (label[0].text, label[0].get("aria-hidden"), label[1].get("aria-label"))
    assert words == label.text_content()


@pytest.mark.parametrize(("date", "key"), [
    ("2025-12-04", "2025-12-04"), ("2025-12", "2025-12-99"), ("2025", "2025-99-99"),
    ("2022-03-01/2022-04-01", "2022-03-01"), ("to about 2021", "2021-99-99"),
    ("12 months to Dec 2025", "2025-12-99"), ("1995-2022", "2022-99-99"), ("undated", "9999-99-99"),
])  # fmt: skip
def test_rows_are_sorted_by_date(date, key):
    """What is told of a month or a year comes after its days; a period stands where it ends."""
    assert key == order(date)
