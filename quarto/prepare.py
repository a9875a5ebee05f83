"""Before Quarto renders: run the stages up to the bound words. Quarto runs this with a Python of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(os.environ.get("QUARTO_PROJECT_DIR") or Path(__file__).resolve().parent.parent)
PLACES = (".venv/bin/python", ".venv/Scripts/python.exe")


def python() -> str:
    """The Python that has the project's packages: its own environment, the active one, else this one."""
    active = os.environ.get("VIRTUAL_ENV")
    folders = [ROOT / place for place in PLACES]
    folders += [Path(active) / place.removeprefix(".venv/") for place in PLACES] if active else []
    return next((str(path) for path in folders if path.is_file()), sys.executable)


def stage(name: str) -> int:
    """Run one stage of the library; its exit status. `dossier render` has done the stages itself."""
    if os.environ.get("DOSSIER_STAGE"):
        return 0
    return subprocess.run([python(), "-m", "dossier.render", name], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(stage("prepare"))
