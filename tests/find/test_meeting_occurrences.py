"""Which events a text tells, and when: partners met in turn, days of what went before, visits and stays."""

from pathlib import Path

import pytest
import yaml
from test_meeting_frames import told, unordered

CASES = yaml.safe_load(Path(__file__).with_name("meeting_occurrences.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        pytest.param(case["text"], case["events"], id=f"{frame}-{number}")
        for frame, texts in CASES.items()
        for number, case in enumerate(texts)
    ],
)
def test_each_event_is_told_once_and_on_its_own_day(text, events):
    """The events of a text are those that it tells, each with who took part and its day."""
    assert unordered(told(text)) == unordered(events)
