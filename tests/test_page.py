"""The page's fragments: what a reader must find in them, and what must never get into them."""

import base64
import gzip
import hashlib
import json
import re

import brief_sample as sample
import pytest
from dossier import labels, page
from dossier.page.figure import as_csv
from dossier.page.sources import marks
from lxml import html as lxml_html

CLAIM = sample.CLAIMS["investment"]
EVIL = "<script>alert(1)</script>\"'{{< env HOME >}}\u202e"


def parsed(fragment):
    return lxml_html.fragment_fromstring(fragment, create_parent="div")


def unpacked(name, fragment):
    """A data block of the page."""
    return gzip.decompress(base64.b64decode(re.search(rf'id="packed-{name}">([^<]*)<', fragment)[1])).decode()


def text(fragment):
    return " ".join(parsed(fragment).text_content().split())


def test_span_is_a_button_that_opens_its_card():
    """A claim is a button with the claim's words, bound to its card without script."""
    button = parsed(page.span(CLAIM, "28.8 million"))[0]
    assert ("button", "28.8 million", "card-investment", "claim-investment", "source") == (
        button.tag, button.text, button.get("popovertarget"), button.get("id"), button.get("data-support"))  # fmt: skip


def test_only_the_first_use_carries_the_id():
    """A second use has no id, so that the page holds each id once."""
    assert None is parsed(page.span(CLAIM, "28.8 million", again=True))[0].get("id")


def test_source_card_shows_the_sentence_with_the_value_marked():
    """The card of a source claim: whole sentence, mark, publisher, date, issuer, side, both links."""
    card = parsed(page.card(CLAIM, sample.EVIDENCE, sample.CLAIMS))
    assert sample.S1 == card.findtext(".//blockquote") + card.find(".//mark").text + card.find(".//mark").tail
    assert ["Harbour News", "4 December 2025", "Ministry of Harbours of Norland", "Norlandish"] == [
        dd.text for dd in card.iter("dd")
    ]
    assert "https://example.org/ferry-line.html#:~:text=" in card.xpath("//a[@class='out']/@href")[0]


def test_record_card_says_that_the_words_are_ours():
    """The card of a record claim never looks like a quotation: our account, what was read, whose outlet."""
    name = sample.ROWS[3]["id"].removeprefix("record:")
    card = page.card(sample.CLAIMS[name], sample.EVIDENCE, sample.CLAIMS)
    assert "The words below are ours" in card and "Only the opening of the page was read" in card
    assert [] == parsed(card).xpath("//blockquote | //mark")


def test_computed_card_shows_formula_and_inputs():
    """The card of a computed claim: formula, and its inputs as claims of their own."""
    card = parsed(page.card(sample.CLAIMS["fish-worth"], sample.EVIDENCE, sample.CLAIMS))
    assert "trade × part of fish" == card.findtext(".//p[@class='formula']")
    assert ["trade", "fish-part"] == card.xpath("//ul[@class='inputs']//button/@data-claim")


def test_long_evidence_is_folded():
    """A claim on many rows links to some and offers all."""
    card = parsed(page.card(sample.CLAIMS["all-years"], sample.EVIDENCE, sample.CLAIMS))
    assert (3, ["all-years"]) == (len(card.xpath("//ul[@class='rests']/li")), card.xpath("//a/@data-of"))
    rests = unpacked("rests", page.cards(list(sample.CLAIMS.values()), sample.EVIDENCE, sample.CLAIMS))
    assert 24 == len(json.loads(rests)["all-years"])


def test_overlapping_passages_are_all_marked():
    """Passages that lie in one another or cross are marked each: ids once, pieces for what crosses."""
    out = parsed(page.sources(sample.DOCUMENTS, sample.EVIDENCE, sample.USES))
    ids = out.xpath("//mark/@id")
    assert sorted(sample.escape.anchor(q["id"]) for q in sample.QUOTES) == sorted(ids)
    for quote in sample.QUOTES:
        anchor = sample.escape.anchor(quote["id"])
        words = out.xpath(f"//mark[@id='{anchor}' or @data-ev='{anchor}']//text()[not(parent::a)]")
        assert quote["quote"] == "".join(words)


def test_furniture_is_greyed_and_named():
    """Furniture lines carry their role."""
    assert ["navigation", "related"] == parsed(page.sources(sample.DOCUMENTS, sample.EVIDENCE, sample.USES)).xpath(
        "//p[contains(@class, 'furniture')]/span[@class='zone']/text()")  # fmt: skip


def test_only_quoted_sentences_where_the_card_says_so():
    """Where the licence allows no full text, the quoted sentences stand there and nothing else."""
    document = sample.DOCUMENTS[0] | {"full_text": False}
    out = text(page.sources([document], sample.EVIDENCE, sample.USES))
    assert ("Quoted sentences only" in out, "a new page" in out, "herring" in out) == (True, False, False)


def test_every_passage_links_back_to_its_claims():
    """Each passage is followed by links to the claims that rest on it."""
    out = parsed(page.sources(sample.DOCUMENTS, sample.EVIDENCE, sample.USES))
    assert {f"#claim-{c['name']}" for c in sample.CLAIMS.values() if c["support"] == "source"} == set(
        out.xpath("//a[@class='back']/@href")
    )


def test_one_way_back_stands_after_a_word():
    """Passages of one claim in sentences told apart, that end at one word, lead back to it once; at two words, twice."""
    claim = {"name": "drawn", "n": 86, "placed": True}
    spans = [("whole", 0, 9, 0), ("date", 3, 8, 3), ("end", 5, 9, 5), ("first", 0, 2, 0)]
    passages = [{"id": name, "start": start, "end": end, "sentence_start": at} for name, start, end, at in spans]
    out = marks("It is May. More", 0, 15, passages[:3], {p["id"]: [claim] for p in passages})
    assert out.count(">86<") == 2  # after “Ma” and after “May”
    assert marks("On May 6. x", 0, 11, [
        {"id": "a", "start": 3, "end": 8, "sentence_start": 3}, {"id": "b", "start": 0, "end": 9, "sentence_start": 0}
    ], {"a": [claim], "b": [claim]}).count(">86<") == 1  # the full stop is no word


def test_figure_has_words_table_and_data():
    """A figure carries n, source, its words, its table twin and a CSV in which nothing is a formula."""
    out = page.figure(sample.FIGURES[1], {"wide": "<svg/>", "narrow": "<svg/>", "print": "<svg/>"})
    assert "n = 24. An event counts once. Source: public record, edition 1." in text(out)
    assert "Bars from 31 to 40 million crowns." in text(out)
    assert "'=1+1" in as_csv(sample.FIGURES[1])


def test_judgement_keeps_likelihood_and_confidence_apart():
    """Likelihood and confidence stand in two sentences; what is against it and what would change it follow."""
    before, after = page.judgement(sample.JUDGEMENT)
    assert ("Highly likely", True) == (text(before + "</div></section>"), "confidence" not in before)
    assert "Our confidence is moderate." in after and "Against it" in after and "Would change it" in after


def test_a_row_on_one_piece_of_evidence_is_linked_once():
    """Where a whole row rests on the same evidence, its first cell leads there, not every cell."""
    row = [{"text": word, "evidence": [sample.ROWS[1]["id"]]} for word in ("a", "b")]
    out = page.table(sample.TABLE | {"columns": sample.TABLE["columns"][:2], "rows": [row]})
    assert ["a"] == [a.text for a in parsed(out).xpath("//tbody//a")]


def test_record_table_shows_what_is_used():
    """Rows that a claim rests on stand there, marked, with links back; the others are folded up."""
    claim = sample.CLAIMS[sample.ROWS[3]["id"].removeprefix("record:")]
    out = page.record_table(
        sample.ROWS, {sample.ROWS[3]["id"]: [claim], sample.ROWS[4]["id"]: [sample.CLAIMS["all-years"]]}
    )
    rows = parsed(out).xpath("//tbody/tr")
    assert (["cited"], ["#claim-2025-04-event-3"]) == (
        [r.get("class") for r in rows],
        rows[0].xpath(".//a[@class='back']/@href"),
    )
    assert 23 == unpacked("record", out).count("<tr id=")


def fragments(evil):
    """Every fragment, with `evil` in every field that others write."""
    claim = CLAIM | {"label": evil, "note": evil, "words": evil}
    source = sample.QUOTES[0] | {
        "publisher": evil,
        "origin": evil,
        "side": evil,
        "url": f"javascript:{evil}",
        "sentence": evil,
        "start": 1,
        "end": 3,
        "sentence_start": 0,
    }
    row = (
        sample.ROWS[0]
        | {key: evil for key in ("account", "publisher", "title", "note", "read", "side", "confidence", "date")}
        | {"url": evil, "tags": [evil]}
    )
    computed = sample.CLAIMS["fish-worth"] | {"formula": evil, "label": evil, "inputs": [], "evidence": [source["id"]]}
    recorded = sample.CLAIMS[sample.ROWS[3]["id"][7:]] | {"evidence": ["record:x"]}
    evidence = {source["id"]: source, "record:x": row}
    document = sample.DOCUMENTS[0] | {
        k: evil for k in ("title", "publisher", "origin", "published_basis", "licence", "side", "url")
    }
    document |= {"text": evil, "lines": [{"start": 0, "end": len(evil), "zone": "furniture", "role": evil}]}
    figure = sample.FIGURES[0] | {
        "title": evil,
        "alt": evil,
        "note": evil,
        "sources": evil,
        "data": {"columns": [evil], "rows": [[evil]]},
    }
    table = {
        "name": "x",
        "title": evil,
        "note": evil,
        "columns": [{"label": evil, "align": "left"}],
        "rows": [[{"text": evil, "evidence": []}]],
    }
    m = sample.M | {"question": evil, "title": evil, "subtitle": evil, "edition": evil, "authors": evil}
    return [
        page.span(claim, evil), page.card(claim, evidence, {}), page.card(computed, evidence, {}), page.card(recorded, evidence, {}),
        page.figure(figure, None), page.table(table), "".join(page.judgement(sample.JUDGEMENT | {"likelihood": evil, "confidence": evil, "changes": evil})),
        page.sources([document], {}, {}), page.record_table([row], {row["id"]: [recorded]}), page.masthead(m), page.provenance(m),
        page.head(m, []).partition("<style>")[0],
    ]  # fmt: skip


def test_hostile_text_stays_text():
    """No element, attribute, link or shortcode comes out of the words of others, and what hides is shown."""
    for fragment in fragments(EVIL):
        assert [] == parsed(fragment).xpath("//script | //*[@onerror] | //a[starts-with(@href, 'javascript')]"), (
            fragment[:300]
        )
        assert "{{<" not in fragment and "\u202e" not in fragment and "alert(1)</script" not in fragment


@pytest.mark.parametrize("interactive", [True, False])
def test_policy_names_the_scripts_by_hash(interactive):
    """The policy forbids everything but the page's own scripts, whose hashes it holds."""
    figures = sample.FIGURES if interactive else []
    policy = page.head(sample.M, figures)
    script = re.search(r"<script>(.*)</script>", page.tail(figures), re.S)[1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert (True, True, True) == (digest in policy, "default-src 'none'" in policy, "connect-src 'none'" in policy)
    assert (2 if interactive else 1) == policy.count("'sha256-")


def test_weight():
    """Without the packed Plotly the empty page leaves room for 280 kB of brief; with it, two megabytes."""
    frame = len(page.head(sample.M, sample.FIGURES)) + len(page.tail([], False))
    assert frame < 120_000
    assert frame + len(page.tail(sample.FIGURES)) < 2_200_000


def test_the_same_bytes_every_time():
    """Two runs give the same page."""
    assert sample.page() == sample.page()


def test_a_date_that_is_only_inferred_says_so():
    """The card of a document whose text prints no date says that the day is about right, and worked out."""
    key, told = next((k, e) for k, e in sample.EVIDENCE.items() if e["support"] == "source")
    claim = next(c for c in sample.CLAIMS.values() if key in c["evidence"])
    assert "inferred" not in page.card(claim, sample.EVIDENCE, sample.CLAIMS)
    out = page.card(claim, sample.EVIDENCE | {key: told | {"inferred": True}}, sample.CLAIMS)
    assert f"<dt>Date<dd>about {labels.day(told['published'])}, inferred</div>" in out
