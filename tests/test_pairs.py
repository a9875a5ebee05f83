"""Like is compared with like, by selectors."""

import pytest
from dossier import pairs
from the_record import record, subject


def named(room: str, topic: str, date: str):
    rows = pairs.same_rooms(record(), subject())
    return rows[(rows.room == room) & (rows.topic == topic) & (rows.date == date)].named.iloc[0]


@pytest.mark.parametrize(
    ("room", "topic", "first", "second"),
    [
        ("President", "Energy", True, True),
        ("President", "Defence", True, True),  # defence was on the agenda in 2022
        ("President", "Defence industry", False, True),  # its industry is new
        ("Defence minister", "Defence", True, True),
    ],
)
def test_same_rooms(room, topic, first, second):
    """What each host's read-out names on the two dates."""
    assert (first, second) == (named(room, topic, "2022-03-30"), named(room, topic, "2025-12-04"))


@pytest.mark.parametrize(("room", "topic"), [("Foreign minister", "Defence"), ("President", "Peace")])
def test_a_tag_that_tells_of_another_room_makes_no_mark(room, topic):
    """What was said to the defence minister, or only planned, was not named by this host; the reason is told."""
    assert named(room, topic, "2022-03-30") == False  # noqa: E712
    rows = pairs.same_rooms(record(), subject())
    assert f"{room}, {topic.lower()}, 2022 (" in pairs.untold(rows)


def test_a_reason_that_fits_nothing_is_refused():
    """An entry that no tag names, or of a room there is not, is an error and no silence."""
    ours = subject()
    for change, error in (({"topic": "Education"}, "not named there anyway"), ({"room": "Cellar"}, "no such room")):
        wrong = ours.like_for_like.untold[0].model_copy(update=change)
        planted = ours.model_copy(update={"like_for_like": ours.like_for_like.model_copy(update={"untold": [wrong]})})
        with pytest.raises(KeyError, match=error):
            pairs.same_rooms(record(), planted)


def test_a_room_without_a_meeting_is_missing_not_false():
    """The foreign minister saw no such guest in 2025: that is no silence of his."""
    assert named("Foreign minister", "Energy", "2025-12-04") is pairs.pd.NA


def test_series_hold_texts_of_one_kind_in_order():
    """Letters, dialogues and commissions; no letter in the series names the challenger."""
    table = pairs.series(record(), subject())
    assert {
        "President’s letters to new prime ministers": 3,
        "British prime ministers’ letters": 6,
        "Strategic dialogues": 3,
        "Economic commissions": 3,
    } == (table.series.value_counts(sort=False).to_dict())
    assert not table[table.series.str.contains("letters")].challenger.any()


def test_a_selector_on_no_column_is_an_error():
    """A misspelt column never selects everything."""
    with pytest.raises(KeyError):
        pairs.matching(record().events, {"actor": "x"})
