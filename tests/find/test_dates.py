"""Dates in documents: tense by the parse, datelines, publication."""

import datetime as dt

import pytest

from dossier import read
from dossier.find.dates import dates
from dossier.pipeline import parse
from dossier.seeds import Document

PUBLISHED = dt.date(2024, 5, 22)  # a Wednesday
# What only a parse, or words far away, can tell: (text, {words: date})
TENSES = [
    ("The minister told parliament in July that the plan was ready.", {"July": "2023-07"}),
    ("Ministers met on Thursday in Oslo.", {"Thursday": "2024-05-16"}),  # past
    ("Ministers will meet on Thursday in Oslo.", {"Thursday": "2024-05-23"}),  # future
    (
        "The minister, who leaves Sarajevo in June, was received by the chairman.",
        {"June": "2024-06"},
    ),  # present for future
    ("The minister arrives on Friday for talks.", {"Friday": "2024-05-24"}),
    ("He is visiting Oslo on Friday.", {"Friday": "2024-05-24"}),  # progressive for future
    ("The talks were held on Friday.", {"Friday": "2024-05-17"}),  # passive past
    ("The talks will be held on Friday.", {"Friday": "2024-05-24"}),  # passive future
    ("The minister, who was due in Jeddah on Friday, put off the trip.", {"Friday": "2024-05-24"}),  # due
    ("He told them he would open the plant on 3 August.", {"3 August": "2024-08-03"}),  # future in the past
    ("He had threatened to withdraw in December but stayed.", {"December": "2023-12"}),  # no plan
    ("The two agreed to meet again in September.", {"September": "2024-09"}),  # a plan
    ("The road opened on 3 August.", {"3 August": "2023-08-03"}),  # the last one
    ("Asphalt would be laid by 2 August, the mayor promised.", {"2 August": "2024-08-02"}),
    ("Talks planned for Friday have been cancelled.", {"Friday": "2024-05-24"}),  # a plan, though dropped
    (
        "In a separate call on Thursday, the minister and his guest agreed to meet.",
        {"Thursday": "2024-05-16"},
    ),  # done then
    ("On Monday the company said it will close the plant.", {"Monday": "2024-05-20"}),  # he spoke in the past
    ("The company will close the plant, it said on Monday.", {"Monday": "2024-05-20"}),
    ("On 10 June, Chile signed a treaty to lease the port.", {"10 June": "2023-06-10"}),  # past, though June is near
    ("A visit to Lima, announced for 10 June, is cancelled.", {"10 June": "2024-06-10"}),  # fixed for a day
    ("Envoys spoke in Lima on the eve of the 10 June summit.", {"10 June": "2024-06-10"}),  # a summit's day, not theirs
    ("The envoy, who was to see the king on Tuesday, had to cancel.", {"Tuesday": "2024-05-21"}),  # it came to nothing
    ("He left for Lima, where the commission sits on June 1.", {"June 1": "2024-06-01"}),  # present for a day fixed
    ("The judge directed that both sides appear before her on June 11.", {"June 11": "2024-06-11"}),  # wanted of others
    ("By Friday she was calling the trip a private stop.", {"Friday": "2024-05-17"}),  # by then it was so
    ("By Friday they will know the result.", {"Friday": "2024-05-24"}),
    ("The sides spoke of “a wish” to open the bridge “no later than 30 June”.", {"30 June": "2024-06-30"}),  # a term
    ("The deadline of Aug. 18 for a full treaty came and went.", {"Aug. 18": "2023-08-18"}),  # it is over
    ("The term of Aug. 18 that Lima had set has lapsed.", {"Aug. 18": "2023-08-18"}),
    ("A round that Malta had offered to host on June 20 has been cancelled.", {"June 20": "2024-06-20"}),
    (
        "Envoys had hoped to bring the two together on 24 May, but that meeting has been postponed to 2 June.",
        {"24 May": "2024-05-24", "2 June": "2024-06-02"},
    ),  # neither is long past
    ("A meeting with the governor, planned for Tuesday, did not take place.", {"Tuesday": "2024-05-21"}),
    (
        "They have failed to settle where the gas should come ashore, after talks in Lima on Tuesday.",
        {"Tuesday": "2024-05-21"},
    ),  # after what was done then
    ("The exercise had been put off from January to June.", {"January": "2024-01", "June": "2024-06"}),  # two months
    ("The vote was brought forward to 3 June.", {"3 June": "2024-06-03"}),
    ("The sale brought $3 million in the first three quarters.", {"first three quarters": "2023-01/2023-09"}),
    # a day near ahead, unless it stands beside what was done
    ("The envoy said the girl should go home by June 14.", {"June 14": "2024-06-14"}),
    ("By setting a June 14 return date, the court allowed an appeal.", {"June 14": "2024-06-14"}),
    ("Directors of the bank declared a dividend, payable July 2 to holders of record June 15.",
     {"July 2": "2024-07-02", "June 15": "2024-06-15"}),
    ("He owes his rise to a pact effective June 1.", {"June 1": "2024-06-01"}),
    ("The port has set June 30 as the deadline for bids.", {"June 30": "2024-06-30"}),
    ("Kuwait told its buyers of a cut in its supply in July.", {"July": "2024-07"}),
    ("The loan would be paid on an unspecified date in August.", {"August": "2024-08"}),
    ("It will redeem the preferred shares on July 31.", {"July 31": "2024-07-31"}),
    ("The two may part when the case is heard in July.", {"July": "2024-07"}),
    ("He renewed the term of the loan through July.", {"July": "2024-07"}),
    ("The ministry gave the firm until mid-July to reply.", {"mid-July": "2024-07"}),
    ("She invited her guest to Quito for July.", {"July": "2024-07"}),
    ("Chile signed a treaty with Peru on 1 July.", {"1 July": "2023-07-01"}),
    ("The law, which entered into force on 1 July, is under review.", {"1 July": "2023-07-01"}),
    ("Prices have doubled since 1 July.", {"1 July": "2023-07-01"}),
    ("The mayor thanked them for their help after the Oct. 23 flood.", {"Oct. 23": "2023-10-23"}),
    ("The fall left the index near its record high set on June 6.", {"June 6": "2023-06-06"}),
    # what a weekday is beside decides, not a verb elsewhere
    ("They would look for ways to get round Monday's ruling.", {"Monday": "2024-05-20"}),
    ("They will discuss Friday's summit by phone.", {"Friday": "2024-05-24"}),
    ("Friday's programme takes him to the port of Callao.", {"Friday": "2024-05-24"}),
    ("Neither of the two could be reached Tuesday.", {"Tuesday": "2024-05-21"}),
    ("A vote could come as soon as Friday.", {"Friday": "2024-05-24"}),
    ("The agency has given the family until 9 a.m. Friday to sign.", {"Friday": "2024-05-24"}),
    ("Siam Cement extended its offer for Bangkok Port until 5 p.m. ICT June 9.", {"June 9": "2024-06-09"}),
    ("They'd had a call in July, she admitted.", {"July": "2023-07"}),
    ("The investors were due to decide in December. They want more time.", {"December": "2023-12"}),
    ("The envoy said the investors were due to decide in December.", {"December": "2024-12"}),
    ("She would pursue the steps agreed by Prime Minister Ann B. Cole at her meeting in Lima in September.",
     {"September": "2023-09"}),
    ("She would pursue decisions made by Prime Minister Ann B. Cole at a meeting in Lima in September.",
     {"September": "2023-09"}),
    ("Its fund, worth more than $18bn at the end of March, could carry a plant.", {"end of March": "2024-03"}),
    ("THE VISIT HAS BEEN MOVED TO AUGUST 14 AT PERU'S REQUEST.", {"AUGUST 14": "2024-08-14"}),
    ("THE EXERCISE HAD BEEN PUT OFF FROM JANUARY TO JUNE.", {"JANUARY": "2024-01", "JUNE": "2024-06"}),
    ("The sitting has been moved to the autumn.", {"autumn": "2024"}),
    ("He was to meet the king on Sunday but fell ill.", {"Sunday": "2024-05-19"}),
    ("Washington wants the deal signed before November.", {"November": "2024-11"}),
    ("The exercise ran until 7 June.", {"7 June": "2023-06-07"}),
    ("The road will stay closed until 7 June.", {"7 June": "2024-06-07"}),
    ("The court on Friday ordered the firm to pay by June 30.", {"Friday": "2024-05-17", "June 30": "2024-06-30"}),
    ("The talks, the first since December, will end on Friday.", {"December": "2023-12", "Friday": "2024-05-24"}),
    ("The bid had been due to expire on Monday evening.", {"Monday evening": "2024-05-20"}),
    ("The troops marched, as previously planned, on Monday.", {"Monday": "2024-05-20"}),
    ("The visit of Minister Leo Ward has been postponed. He had been due to arrive in Lima on Sunday.",
     {"Sunday": "2024-05-26"}),
]  # fmt: skip


def found(text: str, published: dt.date | None = PUBLISHED) -> list:
    (doc,) = parse([Document(id="case", text=text, published=published)])
    return list(dates(doc))


@pytest.mark.parametrize(("text", "expected"), TENSES, ids=[text for text, _ in TENSES])
def test_the_verb_decides_which_weekday_or_month_is_meant(text, expected):
    """The last one for what has happened, the next one for what will."""
    assert {fact.quote: fact.date for fact in found(text)} == expected


DATELINE = """Minister opens bridge
4 May 2024

The minister opened the bridge over the river on Thursday, his office said in a statement to reporters.
"""


def test_a_dateline_yields_its_date_and_serves_as_day_of_publication():
    """Blanked from the body, it is still read; Thursday is reckoned from it."""
    assert [(f.quote, f.date, f.basis) for f in found(DATELINE, None)] == [
        ("4 May 2024", "2024-05-04", "printed"),
        ("Thursday", "2024-05-02", "relative"),
    ]


def test_a_dateline_at_the_head_of_the_body_serves_too():
    """“LONDON, May 4, 2024 (Reuters) –” opens a paragraph of body."""
    text = "LONDON, May 4, 2024 (Reuters) - Ministers of both countries met on Thursday to talk about the new bridge.\n"
    assert [(f.quote, f.date) for f in found(text, None)] == [("May 4, 2024", "2024-05-04"), ("Thursday", "2024-05-02")]


# (lead of a text without a day of publication, {words: date})
LEADS = [
    (
        "The High Court in Lima on Thursday, October 17, 2024 suspended a treaty. They will meet again on November 11.",
        {"Thursday, October 17, 2024": "2024-10-17", "November 11": "2024-11-11"},
    ),
    (
        "On 19 June 2024 the committee heard the minister. She had come home on Monday from Suva.",
        {"19 June 2024": "2024-06-19", "Monday": "2024-06-17"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), LEADS)
def test_the_day_of_the_lead_serves_as_day_of_publication(text, expected):
    """Where nothing else dates the item, news tells first what has just happened."""
    told = {fact.quote: fact.date for fact in found(text, None)}
    assert {quote: told.get(quote) for quote in expected} == expected


# (text, {words: date}): what a speaker calls today
SPOKEN = [
    ("The talks ended on Tuesday. “We did not agree today,” the envoy said.", {"today": "2024-05-21"}),
    ('The talks ended on Tuesday. "We did not agree today," the envoy said.', {"today": "2024-05-21"}),
    ("The talks ended on Tuesday. “We agreed,” the envoy said. He flies home today.", {"today": "2024-05-22"}),
    ("The talks ended on 2 May. “We go on today,” the envoy said.", {"today": "2024-05-22"}),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_today_in_a_quotation_is_the_day_of_the_event(text, expected):
    """A day or two after it, a report still has the speaker say “today”; outside quotation marks it is the report's."""
    assert {fact.quote: fact.date for fact in found(text) if fact.quote == "today"} == expected


def test_without_any_day_of_publication_relative_dates_yield_nothing():
    """Only what is printed in full stays."""
    text = "Ministers met on Thursday, as they had last month, to renew a treaty of 3 May 1992 and of August.\n"
    assert [(f.quote, f.date) for f in found(text, None)] == [("3 May 1992", "1992-05-03")]


def test_the_seeds_hold_seven_dates():
    """Printed, relative and inferred; “30 years of cooperation” is none, nor is anything below the article."""
    expected = [
        ("2022", "2022", "printed", None), ("30th anniversary", "1992", "inferred", "2022 − 30"),
        ("March 30", "2022-03-30", "relative", None), ("2021", "2021", "printed", None),
        ("December 4, 2025", "2025-12-04", "printed", None), ("Thursday", "2025-12-04", "relative", None),
        ("August", "2025-08", "relative", None),
    ]  # fmt: skip
    assert [(f.quote, f.date, f.basis, f.arithmetic) for doc in parse(read("seeds")) for f in dates(doc)] == expected


def test_quotes_are_slices_of_the_raw_text():
    """Windows line ends and hard wraps inside a date change nothing."""
    text = (
        "Tokyo would transfer two used patrol vessels to the coast guard in the first half of next\r\n"
        "year, the minister told his guests at the end of a long day of talks, free of charge.\r\n"
    )
    assert [(f.quote, f.date) for f in found(text)] == [("first half of next\r\nyear", "2025-01/2025-06")]


def test_the_day_above_its_paragraphs_is_their_day():
    """In a chronicle “the same day” is the day of the line above, not that of publication."""
    days = "\n\n".join(
        f"{number} May 2024\nThe minister received the ambassador of {name} and spoke of the port. No date was set."
        for number, name in ((21, "Chile"), (20, "Peru"), (17, "Oman"), (16, "Fiji"))
    )
    text = f"Chronicle of meetings\n\n{days} On the same day he met the envoy of Mali.\n"
    assert [date.date for date in found(text) if date.quote == "same day"] == ["2024-05-16"]


@pytest.mark.parametrize("last", ["The meeting will be on Friday, May 24.", "They will meet on Friday, May 24."])
def test_a_short_sentence_that_ends_in_a_date_is_no_dateline(last):
    """It tells what will be then; a place and a date alone would not."""
    (doc,) = parse([Document(id="case", text=f"Officials spoke in Rome about trade.\n\n{last}\n", published=PUBLISHED)])
    assert ["body", "2024-05-24"] == [doc._.lines[2].zone, *(fact.date for fact in dates(doc))]
