"""Frames of meetings, visits and calls: who, when and how it stands, over the ways a news text may tell it.

The cases stand in `meeting_frames.yml` (one sentence), `meeting_texts.yml` (several), `meeting_agencies.yml` (the
ways of agencies), `meeting_genres.yml` (whole texts by genre) and `meeting_readings.yml` (what is easily misread); what
is known not to be read yet is marked there, and must fail.
"""

from pathlib import Path

import pytest
import yaml
from parsed import doc_of

from dossier.find.meetings import meetings

FILES = [Path(__file__).with_name(f"meeting_{told}.yml") for told in "frames texts agencies genres readings".split()]
FRAMES = {
    name: cases for file in FILES for name, cases in yaml.safe_load(file.read_text(encoding="utf-8")).items()
}


def cases():
    """One parameter a text; the weak ones as strict expected failures."""
    for frame, texts in FRAMES.items():
        for number, case in enumerate(texts):
            marks = [pytest.mark.xfail(strict=True, reason=case["weak"])] if "weak" in case else []
            yield pytest.param(case["text"], case["events"], id=f"{frame}-{number}", marks=marks)


def told(text: str) -> list[str]:
    """The events of a text as the cases write them."""
    return [f"{m.form} {m.status} {m.date or '-'} | {'; '.join(m.participants)}" for m in meetings(doc_of(text))]


def unordered(events: list[str]) -> list[tuple]:
    """Events as they are scored: participants are a set, and the order of events says nothing."""
    return sorted((head, tuple(sorted(people.split("; ")))) for head, people in (e.split(" | ") for e in events))


@pytest.mark.parametrize(("text", "events"), cases())
def test_frame(text, events):
    """An event is found with its form, status, date and participants, however it is told."""
    assert unordered(events) == unordered(told(text))
