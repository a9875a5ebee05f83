"""What the tests in a real Chromium share: one browser a file, the sample brief, and a page of it."""

import brief_sample as sample
import looking
import pytest


@pytest.fixture(scope="module")
def running():
    with looking.chromium() as chromium:
        yield chromium


@pytest.fixture(scope="module")
def brief(running, tmp_path_factory):
    """The sample brief as a file."""
    folder = tmp_path_factory.mktemp("brief")
    (folder / "brief.html").write_text(sample.page(folder / "build"), encoding="utf-8")
    return folder / "brief.html"


@pytest.fixture
def page(running, brief):
    with looking.opened(running, brief) as page:
        yield page
