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


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("roles: {base: energy", "roles: {base: coal", "roles.base is “coal”"),  # a role without a sector
        ("cutoff: 2025-12-31", "cutoff: 2025-13-31", "month must be in"),  # a day that is none
        ('colour: "#D07A00"', 'colour: "orange"', "sectors.0.colour"),  # a colour no chart can print
        ("period: {start", "perriod: {start", "perriod"),  # a misspelt key is no key
        ("title:", "title: [", "is not plain YAML"),  # broken YAML
    ],
)
def test_what_is_wrong_is_named(tmp_path, old, new, told):
    """A subject that cannot be used names file, place and reason."""
    seeds = copy_of_seeds(tmp_path)
    edit(seeds / "subject.yml", old, new)
    with pytest.raises(SubjectError, match="subject.yml") as error:
        read_subject(seeds)
    assert told in str(error.value)


def test_a_missing_subject_says_what_to_do(tmp_path):
    """No subject.yml: the message says where it is looked for and how to get one."""
    with pytest.raises(SubjectError, match="not found; copy it"):
        read_subject(tmp_path)


def test_an_unknown_sector_lists_those_there_are():
    """Asking for a sector that is none lists the sectors."""
    with pytest.raises(KeyError, match="there are energy, defence"):
        subject().sector("steel")
