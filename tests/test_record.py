"""The record is read through the subject's column map, and nothing is counted that cannot be."""

import pytest
from dossier.record import RecordError, read_record
from dossier.rows import unknown
from dossier.subject import read_subject
from the_record import add_row, copy_of_seeds, edit, record


def test_the_record_says_what_it_holds():
    """Row counts are said aloud after loading."""
    assert "162 rows in 135 episodes, 67 figures, 174 queries" == record().said


def test_read_outs_of_one_visit_are_one_episode():
    """The three read-outs of the visit of March 2022 are one episode with all their tags."""
    row = record().episodes.set_index("episode").loc["2022-03-30-heappey-visit"]
    assert (3, True, ("azernews-2022-03",)) == (len(row["rows"]), {"energy", "defence"} <= set(row.tags), row.same_as)


def test_every_row_can_be_a_claim():
    """Events and figures carry id and url, and their evidence names the row itself."""
    for table in (record().events, record().figures):
        assert ([f"record:{id}" for id in table.id], False) == (table.evidence.str[0].tolist(), table.url.eq("").any())


def test_no_record_is_said_and_passes(tmp_path):
    """Without a record there are four empty tables, and a sentence for the reader."""
    seeds = copy_of_seeds(tmp_path)
    subject = read_subject(seeds).model_copy(update={"record": None})
    empty = read_record(seeds, subject)
    assert (False, 0, 0) == (bool(empty), len(empty.events), len(empty.figures))
    assert "no public record" in empty.said


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"id": "2025-12-31-auld-review"}, "stands twice"),
        ({"id": "2026-01-05-x", "episode": "2026-01-05-x", "date": "2026-01-05", "sort_date": "2026-01-05", "year": "2026"}, "after the cut-off"),
        ({"id": "2025-13-01-x", "date": "2025-13-01", "sort_date": "2025-13-01"}, "no date that can be sorted"),
        ({"id": "2025-13-02-x", "sort_date": ""}, "no date that can be sorted"),
        ({"id": "2025-13-03-x", "year": "202x"}, "no date that can be sorted"),
        ({"id": "2025-13-04-x", "date": "05/03/2024"}, "has a `date` that is none; write YYYY-MM-DD"),
        ({"id": "2025-13-05-x", "date": "2025-02-31"}, "has a `date` that is none"),
        ({"id": "2025-13-06-x", "source_date": "yesterday"}, "has a day of publication that is none"),
        ({"id": "2025-01-x", "date": "2025-01"}, "precision is another"),
        ({"id": "2025-01-02-x", "source_url": "htp://a.example/x"}, "a link that is no web address; write it whole"),
        ({"id": "2025-01-02-x", "source_url": ""}, "a link that is no web address"),
        ({"id": "2025-01-02-x", "sectors": "weather"}, "no tag, or one the sectors"),
        ({"id": "2025-01-02-x", "actor_type": "club"}, "actor type that is none of"),
        ({"id": "2025-01-02-x", "tier": "best"}, "tier that is none of"),
        ({"id": "2025-01-02-x", "side": "azeri"}, "is on a side that is none of azerbaijani, british, third; write one"),
        ({"id": "2025-01-02-x", "year": "2024"}, "another year than the first row"),
        ({"id": "2025-01-02-x", "episode": "2025-01-02-x"}, "same event stands under another episode"),
    ],
)  # fmt: skip
def test_rows_that_cannot_be_counted_are_named(tmp_path, cells, told):
    """A faulty row stops the reading, with file, line, its id, the fault and the remedy."""
    seeds = copy_of_seeds(tmp_path)
    add_row(seeds, like="2025-12-31-auld-review", **cells)
    with pytest.raises(RecordError) as error:
        read_record(seeds)
    rows = (seeds / "record" / "chronology.csv").read_text(encoding="utf-8").splitlines()
    place = f"{seeds}/record/chronology.csv:{len(rows)}: {cells['id']}: "  # the row that was added is the last
    assert told in "".join(said for said in str(error.value).splitlines() if said.startswith(place))


def test_a_figure_that_is_no_number_is_named(tmp_path):
    """A sum with a comma or a letter in it would count as not told."""
    seeds = copy_of_seeds(tmp_path)
    edit(seeds / "record" / "figures.csv", ",2021,667.8,", ",2021,667·8,")
    with pytest.raises(RecordError, match=r"figures.csv:2: .*has a `value` that is no number; write digits"):
        read_record(seeds)


TABLES = [
    (None, "chronology.csv: not found; put it there, or take `record:` out of subject.yml"),
    (b"id,date\n1,2\n1,2,3\n", "Expected 2 fields in line 3, saw 3; quote cells that hold a comma"),
    (b"id,date\n\xff,2\n", "chronology.csv: is not UTF-8; save the file as UTF-8"),
    (b"", "is no table: No columns to parse from file"),
]


@pytest.mark.parametrize(("data", "told"), TABLES, ids=["gone", "ragged", "not UTF-8", "empty"])
def test_a_table_that_cannot_be_read_is_named(tmp_path, data, told):
    """A table of the record that is gone, ragged, empty or in another encoding is named with its file and remedy."""
    path = copy_of_seeds(tmp_path) / "record" / "chronology.csv"
    path.unlink() if data is None else path.write_bytes(data)
    with pytest.raises(RecordError) as error:
        read_record(path.parent.parent)
    assert told in str(error.value)


def test_a_column_that_is_not_there_is_named(tmp_path):
    """A column map that names no column of the file stops the reading and lists it."""
    seeds = copy_of_seeds(tmp_path)
    edit(seeds / "subject.yml", "tags: sectors,", "tags: topics,")
    with pytest.raises(RecordError, match="has no column topics"):
        read_record(seeds)


def test_ids_that_the_subject_gives_to_no_row_are_named(tmp_path):
    """A label, conflict or sum of subject.yml for a row that is not there is a fault, with its line and the like of it."""
    seeds = copy_of_seeds(tmp_path)
    subject, public = read_subject(seeds), read_record(seeds)
    assert [] == unknown(seeds, subject, public)
    path = seeds / "subject.yml"
    text = path.read_text(encoding="utf-8").replace("  2025-10-13-embargo-lifted: emb", "  2025-10-13-embargo-lifte: emb")
    path.write_text(text, encoding="utf-8")
    line = 1 + next(n for n, said in enumerate(text.splitlines()) if said.startswith("  2025-10-13-embargo-lifte:"))
    (said,) = unknown(seeds, read_subject(seeds), public)
    assert said == (
        f"{path}:{line}: labels.2025-10-13-embargo-lifte: “2025-10-13-embargo-lifte” is no row of the record; "
        "correct it, or take it out (did you mean 2025-10-13-embargo-lifted?)"
    )
