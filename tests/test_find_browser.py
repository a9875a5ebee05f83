"""Which Chromium is used: the one that is named, and no other in its place."""

import stat

import pytest
from dossier import browser

WRONG = ["/nope/chrome", "a folder", "no browser"]


@pytest.fixture
def found(tmp_path, monkeypatch):
    """A browser on the PATH, and none elsewhere; nothing may be installed."""
    monkeypatch.setattr(browser, "_candidates", lambda: iter([str(program(tmp_path / "chromium", "Chromium 1.2"))]))
    monkeypatch.setattr(browser, "_attempts", lambda: pytest.fail("something was to be installed"))
    return tmp_path / "chromium"


def program(path, says):
    path.write_text(f"#!/bin/sh\necho {says}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_the_browser_that_is_named_is_used(found, tmp_path, monkeypatch, capsys):
    """$BROWSER_PATH goes before what is on the PATH; unset or empty, that is taken."""
    for named, used in (("", found), (str(own := program(tmp_path / "mine", "Mine 3")), own)):
        monkeypatch.setenv(browser.VARIABLE, named)
        assert (0, f"{used}\n") == (browser.main([]), capsys.readouterr().out)


@pytest.mark.parametrize("arguments", [[], ["--install"]])
@pytest.mark.parametrize("wrong", WRONG)
def test_a_path_that_is_wrong_is_told_and_no_other_browser_taken(found, tmp_path, monkeypatch, capsys, wrong, arguments):
    """No file, a folder, a program that is no browser: the message names variable and path, and nothing is installed."""
    named = {"a folder": tmp_path, "no browser": program(tmp_path / "silent", "")}.get(wrong, wrong)
    monkeypatch.setenv(browser.VARIABLE, str(named))
    assert 1 == browser.main(arguments)
    out, err = capsys.readouterr()
    assert ("", True) == (out, f"BROWSER_PATH is {named}, and no browser starts there" in err)
