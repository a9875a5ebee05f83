"""One mark an episode and lane, from documents and record, nothing placed by hand."""

import pandas as pd
import pytest
from dossier import marks
from dossier.record import Record
from dossier.tables import table
from gold_facts import seed_facts
from the_record import record, subject


@pytest.fixture(scope="module")
def found() -> dict[str, pd.DataFrame]:
    return {kind: table(kind, seed_facts()) for kind in ("meeting", "date", "topic")}


@pytest.fixture(scope="module")
def drawn(found) -> pd.DataFrame:
    return marks.marks(record(), subject(), found)


def test_three_rooms_of_one_day_are_one_mark(drawn):
    """The visit of 30 March 2022, told by three hosts and one document, is one mark in each of its lanes."""
    visit = drawn[drawn.date == "2022-03-30"]
    assert (1, {"source"}, False) == (visit.episode.nunique(), set(visit.support), visit.sector.duplicated().any())


def test_a_mark_opens_the_exact_words_where_there_are_any(drawn):
    """Marks told by a document cite the document, all others the record."""
    kinds = drawn.cited.str.startswith("record:").map({True: "record", False: "source"})
    assert drawn.support.tolist() == kinds.tolist()


def test_every_mark_opens_what_names_its_lane(drawn, found):
    """A row of the record carries a tag of the mark's sector; a sentence of a document names it."""
    lanes = {tag: sector.id for sector in subject().sectors for tag in sector.tags}
    rows = {f"record:{row.id}": {lanes[tag] for tag in row.tags} for row in record().events.itertuples()}
    topics = found["topic"].assign(cited=marks._ids(found["topic"])).set_index("cited").sectors.map(set).to_dict()
    of_episodes = drawn[drawn.episode != drawn.cited]  # a date that only a document tells is a mark of its own
    opened = rows | topics
    assert [] == [mark.cited for mark in of_episodes.itertuples() if mark.sector not in opened[mark.cited]]
    assert {"source", "record"} == set(of_episodes.support)


def test_a_date_that_only_a_document_tells_has_its_own_mark(drawn):
    """“August” is August 2025, known to the month, in the lane of its sentence."""
    august = drawn[(drawn.support == "source") & (drawn.date == "2025-08")]
    assert [("peace", "month")] == list(zip(august.sector, august.precision, strict=True))


def test_the_day_the_press_office_spoke_is_no_second_event(drawn):
    """“Thursday” and the dateline tell the day of the audience: they make no mark beside it."""
    assert {"2025-12-04-coaker-visit"} == set(drawn[(drawn.support == "source") & (drawn.date == "2025-12-04")].episode)


def test_origins_come_from_a_fact_and_from_the_record(found):
    """1992 follows by arithmetic from the document, 2020 from a row of the record."""
    assert ["1992", "2020"] == marks.origins(record(), subject(), found).date.tolist()


def test_without_a_record_the_documents_still_have_marks(found):
    """With no record there are the documents' own dates, and nothing fails."""
    ours = record()
    empty = Record(ours.events.head(0), ours.episodes.head(0), ours.figures.head(0), ours.queries.head(0), "none")
    assert {"source"} == set(marks.marks(empty, subject(), found).support)
