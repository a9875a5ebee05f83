"""Before Quarto renders: run the stages up to the bound words. Quarto runs this with a Python of its own."""

import os
import subprocess
import sys
from pathlib import Path

PLACES = ("bin/python", "Scripts/python.exe")
KNOWS = "import importlib.util, sys; sys.exit(importlib.util.find_spec('dossier') is None)"


def root() -> Path:
    """The project: where Quarto runs its hooks, else where this file lies."""
    for start in (Path.cwd(), Path(__file__).resolve().parent):
        for folder in (start, *start.parents):
            if (folder / "seeds" / "sources.yml").is_file():
                return folder
    sys.exit("no seeds/sources.yml here or above: run Quarto in the project's folder")


def python(project: Path) -> str:
    """The Python that has the project's packages: its own environment, the active one, else this one."""
    active = os.environ.get("VIRTUAL_ENV")
    environments = [project / ".venv", *([Path(active)] if active else [])]
    found = (place / name for place in environments for name in PLACES)
    return next((str(path) for path in found if path.is_file()), sys.executable)


def stage(name: str) -> int:
    """Run one stage of the library; its exit status. `dossier render` has done the stages itself."""
    if os.environ.get("DOSSIER_STAGE"):
        return 0
    project = root()
    ours = python(project)
    if subprocess.run([ours, "-c", KNOWS], cwd=project).returncode:
        remedy = "activate the environment that has it, or run `make report` once"
        sys.exit(f"{ours} does not have the library dossier: {remedy}")
    return subprocess.run([ours, "-m", "dossier.render", name], cwd=project).returncode


if __name__ == "__main__":
    sys.exit(stage("prepare"))
