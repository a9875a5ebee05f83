"""Every figure says what its data says, opens its evidence, and can be read in grey."""

import colorsys
import json

import pandas as pd
import pytest
from dossier import charts, grid, marks, money, pairs, shift
from dossier.charts import template
from dossier.tables import table
from gold_facts import seed_facts
from the_record import changed, record, subject, with_events


ENDS = {
    ("all", "challenger"): "claim:challenger",
    ("all", "base"): "claim:base",
    ("government", "base"): "claim:governments",
}
LEFT_OUT = {("all", "tie"): "claim:tied"}


def figures(record=record) -> dict:
    ours, topic = record(), subject()
    firm = shift.firmness(shift.leave_one_out(ours, topic)).query("coding == 'strict' and tiers == 'core'")
    reports = money.trade(ours, topic)
    codings = grid.grid(ours, topic)
    found = {kind: table(kind, seed_facts()) for kind in ("meeting", "date", "topic")}
    return {
        "strips": charts.strips(shift.episodes_named(ours, topic), topic),
        "year": charts.year(shift.episodes_of(ours, topic, topic.turn), topic),
        "rooms": charts.rooms(pairs.same_rooms(ours, topic), topic),
        "contest": charts.contest(shift.contest(ours, topic), firm, topic, ENDS, LEFT_OUT),
        "money": charts.money(money.stock(ours, topic), money.apart(ours, topic), topic, "claim:shares"),
        "trade": charts.trade(reports, money.silent_years(reports, topic), topic),
        "curve": charts.curve(grid.ordered(codings), topic, grid.CHOICES, grid.words(topic), "claim:leads"),
        "timeline": charts.timeline(marks.marks(ours, topic, found), marks.origins(ours, topic, found), topic),
        "inset": charts.inset(pd.DataFrame({"part": ["menus", "the ties"], "lines": [7, 1], "counted": [False, True]}), topic, {"menus": "claim:outside"}),
    }  # fmt: skip


@pytest.fixture(scope="module")
def drawn() -> dict:
    return figures()


def said(figure) -> list[str]:
    return [annotation.text for annotation in figure.layout.annotations]


def test_the_same_data_draws_the_same_figure(drawn):
    """No random ids: two drawings of one table are the same to the byte."""
    assert {name: f.to_json() for name, f in drawn.items()} == {name: f.to_json() for name, f in figures().items()}


@pytest.mark.parametrize(
    "k",
    ["<b>12</b> of 19", "<b>10</b> of 27", "<b>13</b> of 23", "<b>11</b> of 22", "<b>1</b> of 19", "<b>10</b> of 22"],
)
def test_strips_print_k_of_n(drawn, k):
    """The counts stand beside the dots."""
    assert k in said(drawn["strips"])


def test_strips_draw_one_dot_an_episode(drawn):
    """91 episodes in each of two strips, none lost and none twice."""
    assert 2 * 91 == sum(len(trace.x) for trace in drawn["strips"].data)


def test_every_dot_opens_its_episode(drawn):
    """What names a field and what does not: each dot of both strips is linked to a row."""
    assert 2 * 91 == len(charts.links(drawn["strips"]))


def test_a_meeting_that_does_not_name_a_topic_opens_its_account(drawn):
    """That something was not named in a room rests on a row too: every room and date that met has its links."""
    assert pairs.same_rooms(record(), subject()).named.notna().sum() == len(charts.links(drawn["rooms"]))


def test_the_year_rings_what_the_twin_got(drawn):
    """Four of the named episodes of 2025 have a ring."""
    rings = [len(trace.x) for trace in drawn["year"].data if str(trace.marker.symbol).endswith("-open")]
    assert 4 == rings[0]


def test_a_date_known_to_its_month_is_a_bar(drawn):
    """No day is invented: such dates are lines as long as the month, and no dot."""
    events = shift.episodes_of(record(), subject(), 2025)
    bars = [shape for shape in drawn["year"].layout.shapes if shape.line.width == 5]
    assert (events.precision == "month").sum() == len(bars)


def test_an_over_is_an_arrow_never_a_point(drawn):
    """Each lower bound of the stock has an arrow."""
    arrows = [a for a in drawn["money"].layout.annotations if a.showarrow]
    assert (money.stock(record(), subject()).dropna(subset=["share"]).stock_bound == "over").sum() == len(arrows)


def test_conflicting_reports_are_a_range(drawn):
    """734 and 758.6 million for the same months are drawn as a range, and not averaged."""
    assert "734 to 759" in said(drawn["trade"]) and not [text for text in said(drawn["trade"]) if "746" in text]


def test_silence_is_written_into_the_figure(drawn):
    """A year without a report says so."""
    assert 2 == said(drawn["trade"]).count("no report<br>found")


@pytest.mark.parametrize("name", ["strips", "year", "rooms", "money", "trade", "timeline"])
def test_marks_open_evidence_that_is_there(drawn, name):
    """Every linked mark names a row of the record or a passage of a document."""
    ids = {*record().events.id, *record().figures.id}
    opened = charts.links(drawn[name])
    assert opened
    assert [] == [e for e in opened.values() if e.startswith("record:") and e.removeprefix("record:") not in ids]


@pytest.mark.parametrize("name", ["strips", "year"])
def test_a_coloured_mark_opens_a_row_of_its_field(drawn, name):
    """A square opens a row tagged with the base, a disc one tagged with the challenger, whatever else the visit named."""
    tags = {f"record:{row.id}": row.tags for row in record().events.itertuples()}
    sectors = {sector.colour: sector.id for sector in (subject().base, subject().challenger)}
    opened = [
        (sectors[trace.marker.line.color], id)
        for trace in drawn[name].data if trace.marker.line.color in sectors for id in trace.customdata or ()
    ]  # fmt: skip
    assert len(opened) > 15 and [] == [pair for pair in opened if pair[0] not in tags[pair[1]]]


def test_ends_bars_and_words_open_the_claims_they_draw(drawn):
    """An end of a dumbbell, a part of a bar and either end of the curve open the claim given for them, and no other."""
    assert sorted([*ENDS.values(), *LEFT_OUT.values()]) == sorted(charts.links(drawn["contest"]).values())
    assert ["claim:leads"] * 2 == [
        target for target in charts.links(drawn["curve"]).values() if target.startswith("claim:")
    ]
    assert ["claim:outside"] * 7 == list(charts.links(drawn["inset"]).values())


def test_text_of_the_record_is_shown_not_obeyed():
    """A label with markup in it comes out as characters."""
    hostile = subject().model_copy(update={"labels": {"2025-10-13-embargo-lifted": "<b onclick=x>lifted</b>"}})
    figure = charts.year(shift.episodes_of(record(), hostile, 2025), hostile)
    assert not [text for text in said(figure) if "<b onclick" in text]


def test_a_changed_count_changes_the_figure(drawn):
    """An episode without its tag is drawn otherwise: the figure follows the data."""
    events = changed("tags", ["2025-10-13-embargo-lifted"], ("trade",))
    assert "<b>9</b> of 22" in said(charts.strips(shift.episodes_named(with_events(events), subject()), subject()))


def luminance(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_base_and_challenger_differ_in_grey_print():
    """Their lightness differs by more than half again, and so does their shape."""
    light, dark = sorted((luminance(subject().base.colour), luminance(subject().challenger.colour)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) > 3
    assert len(set(template.SYMBOLS.values())) == 2


def test_base_and_challenger_differ_to_colour_blind_readers():
    """One is warm, the other cold: hues on both sides of the axis that red-green blindness leaves."""
    hues = [
        colorsys.rgb_to_hsv(*(int(s.colour[i : i + 2], 16) / 255 for i in (1, 3, 5)))[0]
        for s in (subject().base, subject().challenger)
    ]
    assert hues[0] < 0.2 and 0.5 < hues[1] < 0.7


def test_sector_colours_stand_out_from_paper():
    """Each has a contrast of at least 3 to 1 with white (WCAG 1.4.11)."""
    assert [] == [s.id for s in subject().sectors if 1.05 / (luminance(s.colour) + 0.05) < 3]


def test_figures_hold_no_script(drawn):
    """No figure carries a link of its own or a script."""
    assert not [name for name, f in drawn.items() if "<a " in f.to_json() or "javascript" in f.to_json()]
    assert json.loads(drawn["strips"].to_json())
