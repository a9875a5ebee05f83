"""Dates in plain text: span, normalised value and basis of each."""

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.timewords import timewords

SATURDAY = dt.date(2025, 12, 6)
P, R, I = "printed", "relative", "inferred"

# Published on Saturday, 6 December 2025 unless said otherwise: (text, [(words, date, basis)])
DAYS = [
    ("Signed on 30 March 2022.", [("30 March 2022", "2022-03-30", P)]),  # day first
    ("Signed on March 30, 2022.", [("March 30, 2022", "2022-03-30", P)]),  # month first
    ("Signed on March 30 2022.", [("March 30 2022", "2022-03-30", P)]),  # without comma
    ("Signed on 30th March, 2022.", [("30th March, 2022", "2022-03-30", P)]),  # ordinal
    ("Signed on the 30th of March 2022.", [("30th of March 2022", "2022-03-30", P)]),  # of
    ("Signed on March the 30th, 2022.", [("March the 30th, 2022", "2022-03-30", P)]),  # the
    ("Signed on 30.03.2022.", [("30.03.2022", "2022-03-30", P)]),  # points
    ("Signed on 30/03/2022.", [("30/03/2022", "2022-03-30", P)]),  # strokes
    ("Signed on 03/30/2022.", [("03/30/2022", "2022-03-30", P)]),  # only month-first makes a date
    ("Signed on 04/05/2022.", [("04/05/2022", "2022-05-04", P)]),  # ambiguous: day first
    ("Signed on 2022-03-30.", [("2022-03-30", "2022-03-30", P)]),  # ISO
    ("Signed 2022-03-30T10:15Z here.", [("2022-03-30T10:15Z", "2022-03-30", P)]),  # ISO with time
    ("Signed on 30-March-2022.", [("30-March-2022", "2022-03-30", P)]),  # hyphens around the month
    ("Signed on 30-03-2022.", [("30-03-2022", "2022-03-30", P)]),  # hyphens
    ("Signed on 2022/03/30.", [("2022/03/30", "2022-03-30", P)]),  # year first
    ("Signed on 30.03.22.", [("30.03.22", "2022-03-30", P)]),  # two-digit year
    ("Signed on 4 Dec. 2024.", [("4 Dec. 2024", "2024-12-04", P)]),  # abbreviation
    ("Signed on Dec. 4, 2024.", [("Dec. 4, 2024", "2024-12-04", P)]),
    ("Signed on Sept 3, 2024.", [("Sept 3, 2024", "2024-09-03", P)]),
    ("Signed on 4 Dec. by both.", [("4 Dec.", "2025-12-04", R)]),  # the point belongs to it
    ("Signed on Nov. 7 in Puno.", [("Nov. 7", "2025-11-07", R)]),
    ("SIGNED ON SEPT 3 IN RIYADH.", [("SEPT 3", "2025-09-03", R)]),  # capitals
    ("Signed on 30 March.", [("30 March", "2025-03-30", R)]),  # the last one
    ("It will be signed on 30 March.", [("30 March", "2026-03-30", R)]),  # the next one
    ("It is due on 30 March.", [("30 March", "2026-03-30", R)]),  # due
    ("He was to be received on Monday.", [("Monday", "2025-12-08", R)]),  # a plan told in the past
    ("He was to dine there on Monday, but it was cancelled.", [("Monday", "2025-12-08", R)]),  # it failed: the nearest
    ("He was to dine there on Thursday, but it was cancelled.", [("Thursday", "2025-12-04", R)]),
    ("Exports had gone up by 30 March.", [("30 March", "2025-03-30", R)]),  # by, but past
    ("The tender closes by 30 March.", [("30 March", "2026-03-30", R)]),  # by
    ("The visit is scheduled for March 30.", [("March 30", "2026-03-30", R)]),
    ("They said they would meet on March 30.", [("March 30", "2026-03-30", R)]),  # future in the past
    ("They met on 20 December.", [("20 December", "2024-12-20", R)]),  # past is past, though it be near a year
    ("Monday, 5 May 2025, was warm.", [("Monday, 5 May 2025", "2025-05-05", P)]),  # weekday before
    ("On Tuesday, June 9, they meet.", [("Tuesday, June 9", "2026-06-09", R)]),  # the weekday tells the year
    ("On Friday, June 9, they met.", [("Friday, June 9", "2025-06-09", R)]),  # a wrong weekday tells none
    ("Tuesday, 4. 4. 2023.", [("Tuesday, 4. 4. 2023.", "2023-04-04", P)]),  # spaced points
    ("Fri 5 Dec 2025", [("Fri 5 Dec 2025", "2025-12-05", P)]),  # short weekday
    ("A deal of 5 May last year held.", [("5 May last year", "2024-05-05", R)]),  # relative year
    ("It expires on 29 February.", [("29 February", "2028-02-29", R)]),  # only leap years have it
    ("On 31 June nothing happened.", []),  # no such day
    ("Signed on 0 March 2022.", [("March 2022", "2022-03", P)]),  # no such day
    ("LONDON, Dec 5 (Reuters) - The", [("Dec 5", "2025-12-05", R)]),  # dateline
    ("Released on 5 May at 10:30.", [("5 May", "2025-05-05", R)]),  # hours are no date
    # ranges of days
    ("Held on 12–14 May 2024.", [("12–14 May 2024", "2024-05-12/2024-05-14", P)]),
    ("Held on May 12-14, 2024.", [("May 12-14, 2024", "2024-05-12/2024-05-14", P)]),
    ("Held from 12 to 14 May 2024.", [("12 to 14 May 2024", "2024-05-12/2024-05-14", P)]),
    ("Held between 12 and 14 May 2024.", [("12 and 14 May 2024", "2024-05-12/2024-05-14", P)]),
    ("Held from 24th to 25th October.", [("24th to 25th October", "2025-10-24/2025-10-25", R)]),
    ("Held from 30 March to 2 April 2022.", [("30 March to 2 April 2022", "2022-03-30/2022-04-02", P)]),
    ("Held March 30 – April 2, 2022.", [("March 30 – April 2, 2022", "2022-03-30/2022-04-02", P)]),
    ("Held between March 30 and April 2, 2022.", [("March 30 and April 2, 2022", "2022-03-30/2022-04-02", P)]),
    ("From 30 December 2023 to 2 January 2024.", [("30 December 2023 to 2 January 2024", "2023-12-30/2024-01-02", P)]),
    (
        "From 30 December to 2 January 2024.",
        [("30 December to 2 January 2024", "2023-12-30/2024-01-02", P)],
    ),  # over New Year
    ("Held on 12 and 13 May 2024.", [("12 and 13 May 2024", "2024-05-12/2024-05-13", P)]),  # two days running
    ("Held on 3 and 5 May 2021.", [("3", "2021-05-03", P), ("5 May 2021", "2021-05-05", P)]),  # two days apart
    # weekdays
    ("He spoke on Thursday.", [("Thursday", "2025-12-04", R)]),  # the last one
    ("He spoke on Saturday.", [("Saturday", "2025-12-06", R)]),  # publication day itself
    ("He will speak on Thursday.", [("Thursday", "2025-12-11", R)]),  # the next one
    ("He is due to speak on Monday.", [("Monday", "2025-12-08", R)]),
    ("He said on Friday that talks will resume soon.", [("Friday", "2025-12-05", R)]),  # the nearer verb decides
    ("The minister will, he said on Friday, resign.", [("Friday", "2025-12-05", R)]),
    ("Next Tuesday they meet.", [("Next Tuesday", "2025-12-09", R)]),  # of next week
    ("Last Tuesday they met.", [("Last Tuesday", "2025-12-02", R)]),
    ("This Sunday they vote.", [("This Sunday", "2025-12-07", R)]),  # of this week
    ("It was on Thursday (4) in Lima.", [("Thursday (4)", "2025-12-04", R)]),  # Lusophone agencies add the day
    (
        "He was there from Monday to Wednesday.",
        [("Monday to Wednesday", "2025-12-01/2025-12-03", R)],
    ),  # a stretch of days
    ("This coming Monday they vote.", [("This coming Monday", "2025-12-08", R)]),
    ("Thursday's vote", [("Thursday", "2025-12-04", R)]),  # possessive outside
    ("On Thursday morning he left.", [("Thursday morning", "2025-12-04", R)]),
    ("On Good Friday he read the Sunday Times.", []),  # names
    ("He sat in the sun; a second went by; he wed.", []),  # words, not abbreviations
    # days by word
    ("He left today.", [("today", "2025-12-06", R)]),
    ("Yesterday he left.", [("Yesterday", "2025-12-05", R)]),
    ("He leaves tomorrow.", [("tomorrow", "2025-12-07", R)]),
    ("Shelling went on overnight.", []),
    ("He spoke yesterday evening.", [("yesterday evening", "2025-12-05", R)]),  # with the part of day
    ("It was moved on the 27th, and again.", [("27th", "2025-11-27", R)]),  # the last one
    ("It will be held on the 27th.", [("27th", "2025-12-27", R)]),  # the next one
    ("on the 27th parallel and the 5th floor", []),  # no days
    ("She comes to Pori on 11.12. and stays.", [("11.12.", "2025-12-11", R)]),  # day and month with points
    ("It rose on 11.12 points.", []),  # a decimal
    ("He will speak on Saturday.", [("Saturday", "2025-12-06", R)]),  # today, though ahead
    ("He speaks tonight.", [("tonight", "2025-12-06", R)]),
    ("This morning he left.", [("This morning", "2025-12-06", R)]),
    ("Last night he left.", [("Last night", "2025-12-05", R)]),
    ("He left the day before yesterday.", [("day before yesterday", "2025-12-04", R)]),
    ("He leaves the day after tomorrow.", [("day after tomorrow", "2025-12-08", R)]),
    ("He came on 3 May 2024. The next day he left.", [("3 May 2024", "2024-05-03", P), ("next day", "2024-05-04", R)]),
    ("He came on 3 May 2024 and left the same day.", [("3 May 2024", "2024-05-03", P), ("same day", "2024-05-03", R)]),
    (
        "He came on 3 May 2024, a day later she did.",
        [("3 May 2024", "2024-05-03", P), ("a day later", "2024-05-04", R)],
    ),
    (
        "He came on 3 May 2024; two days earlier she did.",
        [("3 May 2024", "2024-05-03", P), ("two days earlier", "2024-05-01", R)],
    ),
    (
        "He came yesterday and ate the same evening.",
        [("yesterday", "2025-12-05", R), ("same evening", "2025-12-05", R)],
    ),
    ("Ten days ago he left.", [("Ten days ago", "2025-11-26", R)]),
    (
        "The following day he left, on 3 May 2024.",
        [("following day", "2025-12-07", R), ("3 May 2024", "2024-05-03", P)],
    ),
]
SPANS = [
    # weeks and months
    ("It fell last week.", [("last week", "2025-11-24/2025-11-30", R)]),  # Monday to Sunday
    ("It fell this week.", [("this week", "2025-12-01/2025-12-07", R)]),
    ("It opens next week.", [("next week", "2025-12-08/2025-12-14", R)]),
    ("It fell last weekend.", [("last weekend", "2025-11-29/2025-11-30", R)]),
    ("It fell two weeks ago.", [("two weeks ago", "2025-11-17/2025-11-23", R)]),
    ("It fell last month.", [("last month", "2025-11", R)]),
    ("It fell earlier this month.", [("earlier this month", "2025-12", R)]),
    ("It opens next month.", [("next month", "2026-01", R)]),  # over New Year
    ("It fell three months ago.", [("three months ago", "2025-09", R)]),
    ("It fell in August.", [("August", "2025-08", R)]),  # the last one
    ("It will open in August.", [("August", "2026-08", R)]),  # the next one
    ("It fell in December.", [("December", "2025-12", R)]),  # this one
    ("It fell last August.", [("last August", "2025-08", R)]),
    ("It fell last December.", [("last December", "2024-12", R)]),  # not this one
    ("It opens next March.", [("next March", "2026-03", R)]),
    ("It fell in August 2023.", [("August 2023", "2023-08", P)]),
    ("It fell in August, 2023.", [("August, 2023", "2023-08", P)]),
    ("It fell in Aug. 2023.", [("Aug. 2023", "2023-08", P)]),
    ("It fell in August of 2023.", [("August of 2023", "2023-08", P)]),
    ("It fell in August last year.", [("August last year", "2024-08", R)]),
    ("It opens in May next year.", [("May next year", "2026-05", R)]),
    ("It fell in late August.", [("late August", "2025-08", R)]),
    ("It fell in mid-August 2023.", [("mid-August 2023", "2023-08", P)]),
    ("It fell by end February.", [("end February", "2025-02", R)]),
    ("It fell at the end of August.", [("end of August", "2025-08", R)]),
    ("IT FELL IN AUGUST.", [("AUGUST", "2025-08", R)]),
    ("A September meeting was held.", [("September", "2025-09", R)]),  # a month that is nothing else
    ("He may come; they march on. Theresa May met April Ross.", []),  # verbs and names
    ("May was prime minister. March past.", []),
    ("It rose in January–September 2024.", [("January–September 2024", "2024-01/2024-09", P)]),
    ("It rose from January to March 2024.", [("January to March 2024", "2024-01/2024-03", P)]),
    ("It rose in January-March of this year.", [("January-March of this year", "2025-01/2025-03", R)]),
    ("It rose between May and July 2024.", [("May and July 2024", "2024-05/2024-07", P)]),
    ("It rose from November 2023 to March 2024.", [("November 2023 to March 2024", "2023-11/2024-03", P)]),
    ("It rose from November to March 2024.", [("November to March 2024", "2023-11/2024-03", P)]),  # over New Year
    ("It rose in the first nine months of 2024.", [("first nine months of 2024", "2024-01/2024-09", P)]),
    ("It rose in the first 11 months of 2024.", [("first 11 months of 2024", "2024-01/2024-11", P)]),
    ("It rose in nine months of 2024.", [("nine months of 2024", "2024-01/2024-09", P)]),
    ("It rose in the first ten months of this year.", [("first ten months of this year", "2025-01/2025-10", R)]),
    ("It rose in the first ten months of the year.", [("first ten months of the year", "2025-01/2025-10", R)]),
    ("It rose in the last three months of 2024.", [("last three months of 2024", "2024-10/2024-12", P)]),
    ("It rose in the twelve months to April.", [("twelve months to April", "2024-05/2025-04", R)]),
    ("It rose in the year to March.", [("year to March", "2024-04/2025-03", R)]),  # twelve months
    ("It rose in the year ended September 2024.", [("year ended September 2024", "2023-10/2024-09", P)]),
    ("It rose in the three months to end-August.", [("three months to end-August", "2025-06/2025-08", R)]),
    ("in the coming year and the coming months", []),  # a length of time
    # quarters and halves
    ("It rose in the first quarter of 2025.", [("first quarter of 2025", "2025-01/2025-03", P)]),
    ("It rose in the fourth quarter of last year.", [("fourth quarter of last year", "2024-10/2024-12", R)]),
    ("It rose in the third quarter.", [("third quarter", "2025-07/2025-09", R)]),  # the last that was
    ("Its third-quarter profit rose.", [("third-quarter", "2025-07/2025-09", R)]),
    ("It rose in Q3 2025.", [("Q3 2025", "2025-07/2025-09", P)]),
    ("It rose in Q3 of 2025.", [("Q3 of 2025", "2025-07/2025-09", P)]),
    ("It rose in Q1.", [("Q1", "2025-01/2025-03", R)]),
    ("It rose in 2Q 2024.", [("2Q 2024", "2024-04/2024-06", P)]),
    ("It rose in H1 2024.", [("H1 2024", "2024-01/2024-06", P)]),
    ("It rose in the first half of 2024.", [("first half of 2024", "2024-01/2024-06", P)]),
    ("It will open in the second half of next year.", [("second half of next year", "2026-07/2026-12", R)]),
    ("It rose in the first half of this year.", [("first half of this year", "2025-01/2025-06", R)]),
    ("He scored in the first half.", []),  # of a match
    ("It fell last quarter.", [("last quarter", "2025-07/2025-09", R)]),
    ("A quarter of it, half the sum, the second half", []),  # shares
    # years
    ("It rose in 2022.", [("2022", "2022", P)]),
    ("2022 marks a beginning.", [("2022", "2022", P)]),  # opens a sentence
    ("It rose last year.", [("last year", "2024", R)]),
    ("It opens early next year.", [("early next year", "2026", R)]),  # with its early
    ("A trip planned for November was called off.", [("November", "2025-11", R)]),  # a plan that failed
    ("It ends later this year.", [("later this year", "2025", R)]),
    ("It opens next year.", [("next year", "2026", R)]),
    ("last year's budget", [("last year", "2024", R)]),
    ("the 2025 budget", [("2025", "2025", P)]),  # attributive
    ("the 2022–2024 plan", [("2022–2024", "2022/2024", P)]),
    ("in 2022/23", [("2022/23", "2022/2023", P)]),
    ("in 2024-25", [("2024-25", "2024/2025", P)]),
    ("from 2019 to 2021", [("2019 to 2021", "2019/2021", P)]),
    ("between 2020 and 2024", [("2020 and 2024", "2020/2024", P)]),
    ("in 2020 and 2024", [("2020", "2020", P), ("2024", "2024", P)]),  # two years, no span
    ("in 2020, 2022 and 2024", [("2020", "2020", P), ("2022", "2022", P), ("2024", "2024", P)]),
    ("the 2022 fiscal year", [("2022 fiscal year", "2022", P)]),
    ("fiscal year 2023-24", [("fiscal year 2023-24", "2023/2024", P)]),
    ("financial year 2024", [("financial year 2024", "2024", P)]),
    ("FY2024 results", [("FY2024", "2024", P)]),
    ("the 1990s", [("1990s", "1990/1999", P)]),
    ("the early 1990s", [("early 1990s", "1990/1999", P)]),
    ("by the end of 2026", [("end of 2026", "2026", P)]),
    ("by the end of this year", [("end of this year", "2025", R)]),
    ("by the end of the year", [("end of the year", "2025", R)]),
    ("by 2030", [("2030", "2030", P)]),
    ("since mid-2023", [("mid-2023", "2023", P)]),
    ("in early 2024", [("early 2024", "2024", P)]),
    ("two years ago", [("two years ago", "2023", R)]),
    ("a year ago", [("a year ago", "2024", R)]),
    ("25 years ago", [("25 years ago", "2000", R)]),
    ("a decade ago", [("a decade ago", "2015", R)]),
    ("the spring of 1993", [("spring of 1993", "1993", P)]),  # a season is its year
    ("last summer", [("last summer", "2025", R)]),
    ("in spring water", []),
    ("talks in the autumn.", [("autumn", "2025", R)]),  # dated by its preposition
    ("renewed last fall", [("last fall", "2025", R)]),  # American autumn
    ("prices fall in it", []),  # the verb
    ("in this fiscal year", [("this fiscal year", "2025", R)]),
    ("in May 2023, against 5.8 the month before.", [("May 2023", "2023-05", P), ("month before", "2023-04", R)]),
    ("the year before the war", []),  # before another event
    ("(1923–1938)", [("1923–1938", "1923/1938", P)]),  # a reign
    ("since independence (1991)", [("1991", "1991", P)]),  # in brackets
    ("in 1648 and 1815", [("1648", "1648", P), ("1815", "1815", P)]),
    # what another date means
    ("$5bn in 2023, up from $4bn a year earlier", [("2023", "2023", P), ("a year earlier", "2022", R)]),
    (
        "in the first nine months of 2023, up on a year earlier",
        [("first nine months of 2023", "2023-01/2023-09", P), ("a year earlier", "2022-01/2022-09", R)],
    ),
    ("in May 2023, up on a year earlier", [("May 2023", "2023-05", P), ("a year earlier", "2022-05", R)]),
    ("up on a year earlier", [("a year earlier", "2024", R)]),  # from publication
    ("in 2019; two years later", [("2019", "2019", P), ("two years later", "2021", R)]),
    ("in 2019 against the previous year", [("2019", "2019", P), ("previous year", "2018", R)]),
    ("in 2019 and the following year", [("2019", "2019", P), ("following year", "2020", R)]),
    ("in 2019 and that year only", [("2019", "2019", P), ("that year", "2019", R)]),
    (
        "in January–August 2022 against the same period of last year",
        [("January–August 2022", "2022-01/2022-08", P), ("same period of last year", "2024-01/2024-08", R)],
    ),
    (
        "in Q1 2024 against the same period of 2023",
        [("Q1 2024", "2024-01/2024-03", P), ("same period of 2023", "2023-01/2023-03", P)],
    ),
    (
        "in May 2023, and in the same month last year",
        [("May 2023", "2023-05", P), ("same month last year", "2024-05", R)],
    ),
    # arithmetic
    ("2022 marks the 30th anniversary of relations.", [("2022", "2022", P), ("30th anniversary", "1992", I)]),
    ("They marked the 30th anniversary of relations.", [("30th anniversary", "1995", I)]),  # of publication
    ("Next year they mark the 5th anniversary.", [("Next year", "2026", R), ("5th anniversary", "2021", I)]),
    ("the fiftieth anniversary", [("fiftieth anniversary", "1975", I)]),
    ("2022 marks 30 years since independence", [("2022", "2022", P), ("30 years", "1992", I)]),
    ("There are 30 years of relations.", []),  # a length of time
    ("for over 17 years", []),
    ("in the past five years", []),
]
NO_DATES = [
    "Vision 2030 and Agenda 2063 and the 2030 Agenda",  # names
    "COP29, COP 29 and Expo 2025",
    "UN Security Council Resolution 2231 and resolution 1325",
    "article 5, Article 2020, No. 2021",
    "2,022 people and 2022 people",  # counts
    "some 2000 troops and 1500 houses",
    "2000 km, 1900 megawatts and 1995 tonnes",
    "call +994 12 2022 2023 or 020 7946 2019",  # telephones
    "won 2-1, then 3–2",  # scores
    "at 1915 GMT and 2015 hours",  # hours
    "$2022 and 2022 dollars and 2022%",  # sums and shares
    "2022 million, 2022bn",
    "a Boeing 1999 and the F-2000",
    "recently, now and soon",
    "3٠ March ٢٠٢٢, ２０２２",  # other scripts
    "1.2.3 and 192.168.20.21",  # versions and addresses
    "30-year-olds and 12-month loans",
    "24/7 and 9/11",
    "a 2022-metre peak",
    "chapter 12, page 2001",
    "wife of Mar Elias, Jan Kowalski and Sun Yat-sen",  # names like months and weekdays
    "the second, third and fourth",
]
WITHOUT_PUBLICATION = [
    ("He spoke on Thursday, last week, in August and on 30 March.", []),
    ("Signed on 30 March 2022.", [("30 March 2022", "2022-03-30", P)]),
    (
        "In 2019, up from a year earlier.",
        [("2019", "2019", P), ("a year earlier", "2018", R)],
    ),  # from the text's own date
    ("In 2022 they marked the 30th anniversary.", [("2022", "2022", P), ("30th anniversary", "1992", I)]),
    ("They marked the 30th anniversary.", []),
    ("On 3 May 2024 he came; the next day he left.", [("3 May 2024", "2024-05-03", P), ("next day", "2024-05-04", R)]),
]


def read(text: str, published: dt.date | None = SATURDAY) -> list:
    return [(text[w.start : w.end], w.date, w.basis) for w in timewords(text, published)]


@pytest.mark.parametrize(("text", "expected"), DAYS, ids=[text[:45] for text, _ in DAYS])
def test_days_are_normalised(text, expected):
    """A day is the one printed, else the one that tense and publication make it."""
    assert read(text) == expected


@pytest.mark.parametrize(("text", "expected"), SPANS, ids=[text[:45] for text, _ in SPANS])
def test_months_quarters_and_years_are_normalised(text, expected):
    """A longer time is a year, a month or an interval of such."""
    assert read(text) == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_and_names_that_look_like_dates_are_none(text):
    """Counts, names, hours, versions and other scripts' digits are no dates."""
    assert read(text) == []


@pytest.mark.parametrize(("text", "expected"), WITHOUT_PUBLICATION, ids=[text for text, _ in WITHOUT_PUBLICATION])
def test_without_a_day_of_publication_only_what_the_text_tells_is_dated(text, expected):
    """What would need the day of publication yields nothing."""
    assert read(text, None) == expected


def test_inferred_dates_name_their_arithmetic():
    """An anniversary says how its year was reckoned."""
    (_, second) = timewords("2022 marks the 30th anniversary.", SATURDAY)
    assert second.arithmetic == "2022 − 30"


def test_tense_can_be_told_from_outside():
    """A judge of tense, such as the parse, overrules the words."""
    (word,) = timewords("He spoke on Thursday.", SATURDAY, future=lambda start, end: True)
    assert word.date == "2025-12-11"


@pytest.mark.parametrize(
    "day", [dt.date(2024, 2, 29), dt.date(2024, 12, 31), dt.date(2025, 1, 1), dt.date(1999, 12, 31), dt.date(1, 1, 1)]
)
def test_any_day_of_publication_can_be_reckoned_from(day):
    """The edges of the calendar are no trap."""
    text = "today, yesterday, last year, next month, a year ago, last week, 29 February, on Monday, 30th anniversary"
    assert all(word.date for word in timewords(text, day))


@pytest.mark.parametrize(
    "piece",
    [
        "May ",
        "12 ",
        "2022-",
        "on 3 and ",
        "last ",
        "(",
        "30 March ",
        "first ",
        "a\u200b",
        ". ",
        "1990s ",
        "same ",
        "today ",
    ],
)
def test_time_grows_with_the_text_and_not_faster(piece):
    """Ten times as long a text takes at most about ten times as long, whatever it repeats."""
    times = []
    for size in (4_000, 40_000):
        text = piece * (size // len(piece))
        start = time.process_time()
        list(timewords(text, SATURDAY))
        times.append(time.process_time() - start)
    assert times[1] < 25 * times[0] + 0.5


WORDS = [
    *"May March 4 12 2022 30th last next year years month of the in - – , . / & and to from between".split(),
    *"first quarter half Q3 ago earlier same period Thursday (4) end mid today 1990s 30.03.2022".split(),
    *["anniversary", "since", "marks", "spring", "\n"],
]


@given(
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=3)), max_size=40),
    st.one_of(st.none(), st.dates(dt.date(1600, 1, 1))),
)
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_read_and_no_span_lies(words, published):
    """Whatever stands in a text, dates are inside it, in order, well formed, and do not overlap."""
    text, at = " ".join(words), 0
    for one in timewords(text, published):
        assert at <= one.start < one.end <= len(text)
        assert all(1000 <= int(part[:4]) <= 2999 for part in one.date.split("/"))
        at = one.end
