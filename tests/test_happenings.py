"""Which dates of a sentence are events: what was said or done, not the time of a statistic or of a release."""

import datetime as dt

import pandas as pd
import pytest
from dossier import marks
from dossier.find import facts_in
from dossier.happenings import happened
from dossier.record import Record
from dossier.seeds import Document
from dossier.tables import table
from the_record import record, subject

KINDS = ("date", "topic", "statement", "person")
LEAD = "Trade between the countries grows\n\nLONDON, 11 November 2025\n\n"
EVENTS = [
    ("A trade agreement worth £300 million was signed by Britain and Azerbaijan on 5 November 2025.", "5 November 2025"),
    ("British and Azerbaijani forces held a joint military exercise near Baku in October 2025.", "October 2025"),
    ("BP started gas production at Shah Deniz on 20 May 2025.", "20 May 2025"),  # what is counted, but not moved
    ("Production at the gas field was halted on 3 March 2025.", "3 March 2025"),
    ("Trade rose after Britain and Azerbaijan signed a customs agreement on 5 June 2025.", "5 June 2025"),
    ("Trade fell, but on 12 May 2025 Britain and Azerbaijan agreed on a plan.", "12 May 2025"),  # another clause
    ("The foreign minister said on 7 November 2025 that Britain was a partner in trade.", "7 November 2025"),
    ("Trade Minister John Smith said in Baku on Tuesday that investment would grow.", "Tuesday"),  # a person speaks
]  # fmt: skip
NONE = [
    ("Trade between Britain and Azerbaijan rose by 12 percent in August 2025.", "August 2025"),
    ("Trade with Britain reached $1,200 million in October 2025.", "October 2025"),  # the comma ends no clause
    ("In July 2025, British exports of goods to Azerbaijan fell.", "July 2025"),
    ("In September 2025 Azerbaijan imported goods worth $1.2 billion.", "September 2025"),
    ("Azerbaijan exported 2 million tonnes of oil to Britain in July 2025.", "July 2025"),
    ("As of 1 November 2025, trade with Britain was in the hands of 450 companies.", "1 November 2025"),
    ("British trade with Azerbaijan has been free of duties since 1 January 2025.", "1 January 2025"),
    ("By the end of May 2025 British companies had invested $85 billion in energy.", "end of May 2025"),
    ("Trade with Britain was free of duties, the State Customs Committee said on Tuesday.", "Tuesday"),
]


def tables(text: str) -> dict[str, pd.DataFrame]:
    facts = facts_in(Document(id="added", text=LEAD + text + "\n", published=dt.date(2025, 11, 11)))
    return {kind: table(kind, facts) for kind in KINDS}


def events(found: dict[str, pd.DataFrame]) -> list[str]:
    """The dates that are events, as printed."""
    dates = found["topic"].merge(found["date"], on="document", suffixes=("_sentence", ""))
    dates = dates[(dates.start_sentence <= dates.start) & (dates.end <= dates.end_sentence)]
    assert len(dates)
    return dates[happened(dates, found)].quote.tolist()


@pytest.mark.parametrize("sentence, date", EVENTS)
def test_the_date_of_an_event_is_one(sentence, date):
    """What was signed, held, begun, ended or said by a person on a date happened on it."""
    assert [date] == events(tables(sentence))


@pytest.mark.parametrize("sentence, date", NONE)
def test_the_time_of_a_statistic_or_a_release_is_none(sentence, date):
    """A general sentence on trade dates no event: not what it measures, nor until when, nor when it was given out."""
    found = tables(sentence)
    assert date in found["date"].quote.tolist()
    assert [] == events(found)


def drawn(text: str) -> pd.DataFrame:
    """The marks of a document alone, without a record."""
    ours = record()
    empty = Record(ours.events.head(0), ours.episodes.head(0), ours.figures.head(0), ours.queries.head(0), "none")
    return marks.marks(empty, subject(), tables(text))


def test_an_added_document_draws_its_events_alone():
    """Of a text on trade that tells of one signing, the time line gets that signing, and once for all its sentences."""
    general = "\n\n".join(sentence for sentence, _ in NONE)
    again = "The plan of 5 November 2025 is on gas exports."
    signing = f"Britain and Azerbaijan signed a trade plan on 5 November 2025.\n\n{again}"
    assert [] == drawn(general).episode.tolist()
    told = drawn(f"{general}\n\n{signing}")
    assert (1, {"2025-11-05"}) == (told.episode.nunique(), {*told.date})
    assert {"energy", "trade_investment"} == {*told.sector}
    assert not told.sector.duplicated().any()
