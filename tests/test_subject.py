"""The subject is read into typed models, and what is wrong in it is named with its place."""

import pytest
from dossier.subject import SubjectError, read_subject
from the_record import copy_of_seeds, edit, subject
from tiny import SUBJECT


def test_the_roles_are_sectors():
    """Base and challenger come from the roles, with label, colour and the record's tags."""
    assert ("energy", ["energy"], "defence", ["defence"]) == (
        subject().base.id, subject().base.tags, subject().challenger.id, subject().challenger.tags,
    )  # fmt: skip


def test_the_turn_parts_the_period():
    """The years before the turn are compared with those from it on."""
    assert ([2022, 2023, 2024, 2025], 2025) == (subject().period.years, subject().turn)


def test_a_subject_needs_no_record(tmp_path):
    """Only title, question, period, parties, roles and sectors are needed; the last year is then the turn."""
    import yaml

    (tmp_path / "subject.yml").write_text(yaml.safe_dump(SUBJECT, allow_unicode=True), encoding="utf-8")
    read = read_subject(tmp_path)
    assert (None, 2024, "Wind") == (read.record, read.turn, read.challenger.label)


WRONG = [
    # what stands there, what is planted, words of the line that must be named, what is told
    ("roles: {base: energy", "roles: {base: coal", "base: coal", "roles.base: “coal” is no sector; write one of energy"),
    ("cutoff: 2025-12-31", "cutoff: 2025-13-31", "2025-13", "is not plain YAML (“2025-13-31” is no date: month must"),
    ('colour: "#D07A00"', 'colour: "orange"', "orange", "sectors.0.colour: “orange” has another form"),
    ("period: {start", "perriod: {start", "perriod", "perriod: is no key that is known here; did you mean “period”?"),
    ("title:", "title: [", "subtitle", "is not plain YAML"),
    ("    name: United", "\tname: United", "\tname", "is not plain YAML (found character '\\t' that"),
    ("    name: United", "   name: United", "   name: United", "let the keys of one entry begin in one column"),
    ("name: United", "name: Norway\n    name: United", "    name: United", "is not plain YAML (“name” stands twice); keep one"),
    ("turn: 2025, end: 2025", "turn: 2025, end: 2021", "end: 2021", "period.end: 2021 lies before the start, 2022"),
    ("turn: 2025", "turn: 2022", "turn: 2022", "period.turn: 2022 must lie after 2022, and not after 2025"),
    ("TRT World: third", "TRT World: north", "north", "side “north” is none of azerbaijani, british, third; write one"),
    ("{id: defence,", "{id: energy,", "label: Defence,", "“energy” stands on two entries of sectors; rename one"),
    ("told: 'invest", "told: '(invest", "(invest", "is no regular expression: missing ), unterminated"),
    ("code: GB", "code: gb", "code: gb", "parties.0.code: “gb” has another form than it must have: two capital letters"),
    ("role: second", "role: first", "parties:", "needs a party whose role is first and one whose role is second"),
    ("question: ", "question: [a]\nx: ", "question: [a]", "question: must be text; write it in quotation marks"),
    ("  british: British", "  open: British", "open: British", "give this side another name"),
]


@pytest.mark.parametrize(("old", "new", "at", "told"), WRONG, ids=[new for _, new, *_ in WRONG])
def test_what_is_wrong_is_named(tmp_path, old, new, at, told):
    """A subject that cannot be used gives one message for each fault, with file, line and reason."""
    seeds = copy_of_seeds(tmp_path)
    edit(seeds / "subject.yml", old, new)
    line = next(n for n, row in enumerate((seeds / "subject.yml").read_text().splitlines(), 1) if at in row)
    with pytest.raises(SubjectError) as error:
        read_subject(seeds)
    assert [] == [said for said in str(error.value).splitlines() if not said.startswith(f"{seeds}/subject.yml:")]
    at_line = [said for said in str(error.value).splitlines() if f"subject.yml:{line}: " in said]
    assert told in "\n".join(at_line), str(error.value)


def test_a_tab_is_one_fault(tmp_path):
    """A tab among the blanks of the indent is told once, not for every line that the parser gives up on."""
    seeds = copy_of_seeds(tmp_path)
    edit(seeds / "subject.yml", "    name: United", "\tname: United")
    with pytest.raises(SubjectError) as error:
        read_subject(seeds)
    assert 1 == len(str(error.value).splitlines()) and "indent with spaces" in str(error.value)


@pytest.mark.parametrize("code", ["NO", "no"])
def test_norway_is_no_boolean(tmp_path, code):
    """`code: NO` is read as the two letters of Norway; in small letters it is a code in another form, not “false”."""
    seeds = copy_of_seeds(tmp_path)
    edit(seeds / "subject.yml", "code: GB", f"code: {code}")
    if code == "NO":
        assert "NO" == read_subject(seeds).parties[0].code
    else:
        with pytest.raises(SubjectError, match="“no” has another form than it must have: two capital letters"):
            read_subject(seeds)


def test_a_missing_subject_says_what_to_do(tmp_path):
    """No subject.yml: the message says where it is looked for and how to get one."""
    with pytest.raises(SubjectError, match="not found; copy it"):
        read_subject(tmp_path)


def test_an_unknown_sector_lists_those_there_are():
    """Asking for a sector that is none lists the sectors."""
    with pytest.raises(KeyError, match="there are energy, defence"):
        subject().sector("steel")
