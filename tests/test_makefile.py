"""`make`: what it says while it makes the environment."""

import shutil
import subprocess
from pathlib import Path

import pytest

HOME = Path(__file__).parents[1]
PYTHON = """#!/bin/sh
case "$*" in
  *"-m venv"*) mkdir -p "{venv}/bin" && cp "$0" "{venv}/bin/python" ;;
  *"-m pip"*) echo "WARNING: pip has something to say" >&2; exit {status} ;;
esac
"""


@pytest.mark.skipif(not shutil.which("make"), reason="there is no make here")
@pytest.mark.parametrize(("status", "told"), [(0, False), (7, True)])
def test_pip_is_heard_where_it_fails(tmp_path, status, told):
    """Its warnings are kept out of a run that goes well; where it fails, make does, and shows why. No time is promised."""
    python, venv = tmp_path / "python", tmp_path / "venv"
    python.write_text(PYTHON.format(venv=venv, status=status))
    python.chmod(0o755)
    words = ["make", "--no-print-directory", f"VENV={venv}", f"PYTHON={python}", f"{venv}/.ready"]
    done = subprocess.run(words, cwd=HOME, capture_output=True, text=True)
    assert (told, told) == (bool(done.returncode), "WARNING: pip has something to say" in done.stdout + done.stderr)
    assert "==> environment (once)\n" == done.stdout
