"""How events are told: again after a comma, by a meal, by a gerund, in capitals, before anybody is named."""

from pathlib import Path

import pytest
import yaml
from test_meeting_frames import told, unordered

CASES = yaml.safe_load(Path(__file__).with_name("meeting_tellings.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        pytest.param(case["text"], case["events"], id=f"{frame}-{number}")
        for frame, texts in CASES.items()
        for number, case in enumerate(texts)
    ],
)
def test_each_telling_gives_its_events(text, events):
    """Whatever the words that tell them, a text's events are found once each, on their own day."""
    assert unordered(told(text)) == unordered(events)
