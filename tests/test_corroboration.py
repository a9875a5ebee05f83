"""A second page is no second source."""

import pytest
from dossier import corroboration, shift
from the_record import record, subject, with_events


@pytest.fixture(scope="module")
def origins():
    return corroboration.origins(record(), subject())


def kind(origins, id: str) -> str:
    return origins.set_index("id").kind[id]


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("2025-10-06-hasanov-auld", corroboration.ONE_RELEASE),  # “One Defence Ministry release behind all reports”
        ("2025-12-04-coaker-aliyev", corroboration.ONE_RELEASE),  # presidency → agency → broadcaster
        ("2025-11-05-hajiyev-doughty", corroboration.ONE_RELEASE),  # both rest on one post
        ("2025-10-13-embargo-lifted", corroboration.TWO),  # Parliament, and a third party
        ("2025-09-29-auld-climate-week", corroboration.ONE_PAGE),
    ],
)
def test_origins(origins, id, expected):
    """Reprints of one release are one origin."""
    assert expected == kind(origins, id)


def test_second_pages_are_more_than_second_sources(origins):
    """68 rows of the main list have a second page, 67 of the period; far fewer have a second origin."""
    main = origins[origins.tier == "core"]
    table = corroboration.summary(main).set_index("kind")["rows"]
    assert (108, 68) == (table.sum(), table.sum() - table[corroboration.ONE_PAGE])
    table = corroboration.summary(shift.in_period(main, subject())).set_index("kind")["rows"]
    assert (107, 67, 11) == (table.sum(), table.sum() - table[corroboration.ONE_PAGE], table[corroboration.TWO])


def test_a_site_is_the_same_in_any_language():
    """Subdomains of language make no second site."""
    assert {"report.az"} == {corroboration.site(f"https://{part}report.az/x") for part in ("", "www.", "en.", "dev.")}


def test_a_reprint_in_an_episode_adds_no_source():
    """A further row that reprints the release leaves the count of sources where it was."""
    events = record().events
    reprint = events[events.id == "2025-10-06-hasanov-auld"].assign(
        id="2025-10-06-reprint", note="A reprint of the release."
    )
    more = corroboration.origins(with_events(corroboration.pd.concat([events, reprint])), subject())
    assert 1 == corroboration.sources(more, "2025-10-06-hasanov-auld")
