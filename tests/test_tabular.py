"""Values in rows of tables: none is left out without a word, and prose, menus and lists are no tables."""

import pytest
from dossier.__main__ import main
from dossier.find import facts_in
from dossier.furniture import blank, zones
from dossier.seeds import Document
from dossier.tabular import told, unread, values

META = ["--publisher", "The Gazette", "--published", "2025-03-12", "--url", "https://example.org/trade"]
TEXT = """Trade between Britain and Kazakhstan grew

LONDON, 12 March 2025

Trade between the two countries rose to $1.2 billion in 2024, the ministry said in a statement on Tuesday.

{table}
The ministry did not say how the figures were made, and promised to publish more of them in the spring.
"""
TABLE = "Year\tExports, $ million\tShare\n2022\t396.6\t59%\n2023\t$410.2 million\t60%\n"

CASES = [
    (TABLE, ["396.6", "59%", "$410.2 million", "60%"]),  # heads and the years of rows are no values
    ("| Year | Exports |\n|------|---------|\n| 2022 | $3 million |\n", ["$3 million"]),  # Markdown
    ("Exports    $12 million   14\nImports    $5 million    7%\n", ["$12 million", "14", "$5 million", "7%"]),  # spaces
    ("Indicator\t2022\t2023\nExports\t1,396.6\t–4\n", ["1,396.6", "–4"]),  # years head columns
    ("Exports\t$12 million\n", []),  # one line is no table
    ("| De La Rue | Printing | £14m |\n", ["£14m"]),  # unless it stands between bars
    ("Exports\t$12 million\nImports of gas\n", []),  # nor are lines with other cells
    ("Home | News | Sport\n12 May | 3 comments | Share\n", []),  # a menu, a date, a count of a page
    ("1\tRed Sea\tBBC\n2\tIceland\tBBC\n", []),  # a list's numbers
    ("He said so.  Trade was $2 million.\nShe said so.  It was $3 million.\n", []),  # two spaces after a full stop
]  # fmt: skip


@pytest.mark.parametrize("text, expected", CASES)
def test_a_value_of_a_row_is_known(text, expected):
    """Cells are parted by tabs, bars or spaces; a value is a number with sign, currency, magnitude or percent alone."""
    assert expected == [text[start:end] for _, start, end in values(text)]


def test_what_a_fact_was_read_from_is_not_left_out():
    """A value that became a fact is not counted; the lines of the others are named."""
    document = Document(id="t", text=TEXT.format(table=TABLE))
    facts = facts_in(document)
    assert (4, [8, 9]) == unread(document.text, facts)
    start = document.text.index("$410.2 million")
    read = facts[0].model_copy(update={"kind": "amount", "start": start, "end": start + len("$410.2 million")})
    assert (3, [8, 9]) == unread(document.text, [*facts, read])
    said = "4 values in rows of a table were not read (lines 8, 9): facts are read from sentences"
    assert said == told(document.text, facts)
    one = told("Exports\t$12 million\nImports\tgas\n", [])
    assert one.startswith("1 value in a row of a table was not read (line 1)")


@pytest.mark.parametrize("table, notes", [(TABLE, 1), ("", 0)])
def test_add_and_explain_tell_what_was_left_out(tmp_path, capsys, table, notes):
    """Whoever adds a text with a table is told at once how many of its values no fact holds; without one, nothing."""
    seeds, file = tmp_path / "seeds", tmp_path / "trade.txt"
    seeds.mkdir()
    (seeds / "sources.yml").write_text("", encoding="utf-8")
    file.write_text(TEXT.format(table=table), encoding="utf-8")
    for command in (["add", str(file), "--seeds", str(seeds), *META], ["explain", str(file), *META[2:4]]):
        assert main(command) == 0
        assert notes == capsys.readouterr().out.count("note: 4 values in rows of a table were not read (lines 8, 9)")


# what stands in the middle of TEXT → the roles of its lines
SHAPES = [
    (TABLE, ["table"] * 3),  # parted by tabs
    ("| Company | Sector | Value |\n|---|---|---|\n| De La Rue | Printing | £14m |\n", ["table"] * 3),
    ("| De La Rue | Printing | £14m |\n", ["table"]),
    ("Exports    $12 million   14\nImports    $5 million    7%\n", ["table"] * 2),
    ("Home | News | Sport | World\n", ["navigation"]),  # a menu holds no value
    ("| Home | News | Sport |\n", ["navigation"]),
]  # fmt: skip


@pytest.mark.parametrize("table, roles", SHAPES)
def test_a_row_is_told_by_its_shape(table, roles):
    """It is called a row of a table, not a menu or a headline; the body goes on below it, and nothing else is lost."""
    text = TEXT.format(table=table)
    lines = [line for line in zones(text) if text[line.start : line.end].strip()]
    assert ["headline", "dateline", "body", *roles, "body"] == [line.role or line.zone for line in lines]
    assert all(("a row of a table" in line.why) == (line.role == "table") for line in lines)


def test_a_long_table_does_not_end_the_body():
    """Sentences below as many rows as one likes are read as they are without them."""
    long = "Year\tExports\tShare\n" + "".join(f"{year}\t{year / 7:.1f}\t59%\n" for year in range(1990, 2025))
    kept = [blanked(TEXT.format(table=table)) for table in ("", long)]
    assert kept[0] == kept[1] and "promised to publish" in kept[0]


def blanked(text: str) -> str:
    return " ".join(blank(Document(id="t", text=text)).text.split())


def test_a_sentence_with_semicolons_is_no_row():
    """What ends as a sentence and is as long as one stays in the body, however it is parted."""
    listed = "The ministry named 3 goals for the gas trade with its neighbours; 14; and a fund for the winter of the year.\n"
    lines = [line for line in zones(TEXT.format(table=listed * 2)) if line.role == "table"]
    assert [] == lines
