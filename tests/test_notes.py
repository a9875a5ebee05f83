"""Notes: what is told of a document without stopping anything: dates that differ, values that were not read."""

import datetime as dt

import pytest
import tiny
from dossier import check
from dossier.__main__ import main
from dossier.notes import notes
from dossier.printed import contradiction

PUBLISHED = dt.date(2025, 11, 24)
HEAD = "UK remains partner of choice for trade\n\n"
BODY = """The minister said on Thursday that the deal was worth $3 million to the country, which had waited for years.

No date was set for the first delivery, which the pipeline company said would depend on the weather.
"""
# what stands between headline and body, and below the body → the words that contradict the card, and their line
DATED = [
    ("12 May 2022 14:05", "", ("12 May 2022", 3)),
    ("May 2022", "", ("May 2022", 3)),  # a month
    ("12 May", "", ("12 May", 3)),  # no year: none in which it lies near the card's day
    ("By Ana Cruz, 12 May 2022", "", ("12 May 2022", 3)),  # beside who wrote it
    ("03/05/2022", "", ("03/05/2022", 3)),
    ("", "Published: 12 May 2022", ("12 May 2022", 7)),  # below the body
    ("24 November 2025", "", None),
    ("LONDON, 23 Nov 2025", "", None),  # sent the day before
    ("22 November", "", None),
    ("November 2025", "", None),
    ("11/24/2025", "", None),
    ("12 May 2022\nUpdated 24 November 2025", "", None),  # one of the two is the card's
    ("11/12/2025", "", ("11/12/2025", 3)),  # neither way round
    ("Thursday", "", None),
    ("2 hours ago", "", None),
    ("", "", None),
    ("© 2022 The Gazette", "", None),
]


@pytest.mark.parametrize(("above", "below", "told"), DATED, ids=[f"{a}{b}" for a, b, _ in DATED])
def test_a_printed_day_is_held_against_the_card(above, below, told):
    """Only the page's own date counts, whole or in part, in words or figures; a day or two are no contradiction."""
    found = contradiction(f"{HEAD}{above}\n\n{BODY}\n{below}\n" if above else f"{HEAD}{BODY}\n{below}\n", PUBLISHED)
    assert told == (found and (found.words, found.line))


OPENED = [("LONDON, 12 May 2022 (Reuters) - ", "12 May 2022"), ("LONDON, Nov 23 (Reuters) - ", None)]


@pytest.mark.parametrize(("opening", "words"), OPENED)
def test_the_dateline_that_opens_the_body_is_one(opening, words):
    """A run-in dateline dates the item; what the sentences after it tell of does not."""
    found = contradiction(f"{HEAD}{opening}{BODY} It was agreed on 12 May 2021.", PUBLISHED)
    assert words == (found and found.words)


def test_days_between_paragraphs_date_what_they_head():
    """A chronicle's days are not those of its publication."""
    told = "The minister received the ambassador of {}, who thanked him for the visit, and spoke to the press of gas."
    days = "".join(f"\n{day} May 2022\n\n{told.format(name)}\n" for day, name in ((12, "Chile"), (13, "Peru"), (14, "Oman")))
    assert "12 May 2022" in days and contradiction(f"{HEAD}{BODY}{days}", PUBLISHED) is None


def test_add_says_that_the_dates_differ_and_adds_the_text(tmp_path, capsys):
    """Both dates, the line of each and the remedy; it is a warning. Once the card explains it, there is no note."""
    seeds, file = tmp_path / "seeds", tmp_path / "deal.txt"
    seeds.mkdir()
    (seeds / "sources.yml").write_text("", encoding="utf-8")
    file.write_text(f"{HEAD}12 May 2022 14:05\n\n{BODY}", encoding="utf-8")
    meta = ["--publisher", "Gazette", "--side", "third", "--url", "https://example.org/", "--published", "2025-11-24"]
    assert 0 == main(["add", str(file), "--seeds", str(seeds), *meta])
    said = (
        f"{seeds}/deal.txt:3: prints “12 May 2022”, but its card says that it was published on 24 November 2025 "
        f"({seeds}/sources.yml:5); what it tells without a year, such as “Thursday”, is read from the card: correct "
        "`published` there, or, if both are right, name the printed day under `published_basis`"
    )
    assert said in capsys.readouterr().out
    assert [said] == notes(seeds)
    for old, new in (("2025-11-24", "2022-05-12"), ("as given when the document was added", "updated; prints 12 May 2022")):
        card = (seeds / "sources.yml").read_text(encoding="utf-8")
        (seeds / "sources.yml").write_text(card.replace(old, new, 1), encoding="utf-8")
        assert [] == notes(seeds)
        (seeds / "sources.yml").write_text(card, encoding="utf-8")


TABLE = "\nYear\tExports, $ million\n2022\t396.6\n2023\t410.2\n"


@pytest.mark.parametrize(("text", "told"), [
    (f"12 May 2022\n\n{tiny.TEXT}", "talks.txt:1: prints “12 May 2022”"),
    (tiny.TEXT + TABLE, "talks.txt: 2 values in rows of a table were not read (lines 6, 7)"),
    (tiny.TEXT, None),
])  # fmt: skip
def test_check_keeps_the_note(tmp_path, monkeypatch, capsys, text, told):
    """It is told at every check until it is settled, and the check passes."""
    monkeypatch.setenv("DOSSIER_BUILD", str(tmp_path / "p" / "_build"))
    monkeypatch.chdir(tiny.project(tmp_path / "p", text=text))
    assert 0 == check.run()
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("note: ")]
    assert [bool(told)] * len(said) == [told in line for line in said] and len(said) == bool(told)
