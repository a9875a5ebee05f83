"""Run the notebooks: in their order, each from a fresh kernel, as copies in the build folder.

The committed notebooks are never written by a render, so that a document a reader has added cannot break them;
`dossier notebooks` refreshes their outputs.
"""

import hashlib
import json
import os
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from . import build, project
from .faults import told

TIMEOUT = 900  # seconds a cell
# On Ctrl-C nbclient takes its kernel away, notes that here, and trips over what is no longer there.
INTERRUPTED = "_async_cleanup_kernel_future"


class NotebookFault(RuntimeError):
    """A notebook that did not run to its end; the message names notebook, cell and error."""


def listed(folder: Path) -> list[Path]:
    """The project's notebooks in their order."""
    return sorted((folder / "notebooks").glob("*.ipynb"))


def code(path: Path) -> str:
    """What a notebook says, without what it shows: its cells' sources."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except (ValueError, KeyError, TypeError) as error:
        where = f"{path.parent.name}/{path.name}:{getattr(error, 'lineno', 1)}:1"
        said = "is no notebook that can be read; save it anew, or put back the last one"
        raise NotebookFault(f"{where}: {said}") from None
    return json.dumps([[cell["cell_type"], "".join(cell["source"])] for cell in cells])


def execute(folder: Path, key: str, say=print) -> bool:
    """Run copies of all notebooks under `_build/notebooks`, unless `key` is that of their last run; True if run.

    What they name is cleared first, so that nothing stays that no notebook names any more.
    """
    made = build.folder()
    if not listed(folder) or build.stamped(key):
        return False
    (made / build.STAMP).unlink(missing_ok=True)
    for kind in build.KINDS:
        shutil.rmtree(made / kind, ignore_errors=True)
    for path in listed(folder):
        say(f"      {path.name}")
        copy = made / "notebooks" / path.name
        build.write(copy, _run(path, folder))
    build.stamp(key)
    return True


def _run(path: Path, folder: Path) -> str:
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    notebook = nbformat.read(path, as_version=4)
    environment = {"DOSSIER_NOTEBOOK": path.stem, "DOSSIER_BUILD": str(build.folder()), "PYTHONHASHSEED": "0"}
    client = NotebookClient(
        notebook,
        timeout=TIMEOUT,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        extra_arguments=["--IPKernelApp.log_level=50"],
        record_timing=False,
    )
    try:
        client.execute(env=os.environ | environment)
    except Exception as error:
        if isinstance(error, AssertionError) or getattr(client, INTERRUPTED, None):
            raise KeyboardInterrupt from None
        if not isinstance(error, CellExecutionError | CellTimeoutError | DeadKernelError):
            raise
        raise NotebookFault(_said(error, f"{path.relative_to(folder)}", _cell(notebook), folder)) from None
    return nbformat.writes(notebook) + "\n"


def _cell(notebook) -> int:
    """The number, from one, of the cell that failed."""
    for number, cell in enumerate(notebook.cells, 1):
        if any(output.get("output_type") == "error" for output in cell.get("outputs", ())):
            return number
    return 1


def _said(error: Exception, notebook: str, cell: int, folder: Path) -> str:
    """The fault at its own place, where the error names a file and what to do there; else at the notebook's cell."""
    placed = [*told(str(getattr(error, "evalue", "")), folder, otherwise="")]
    if placed and all(fault.file for fault in placed):
        return "\n".join(f"{fault} (found by {notebook}, cell {cell})" for fault in placed)
    line, words = _line(str(getattr(error, "traceback", "")))
    return f"{notebook}, cell {cell}, line {line}: {_last(error)}; correct cell {cell}{words and f', at “{words}”'}"


def _line(traceback: str) -> tuple[int, str]:
    """The line of the cell at which it stopped, as IPython marks it: its number in the cell, and its words."""
    found = re.search(r"^-+> *(\d+) (.+)$", re.sub(r"\x1b\[[0-9;]*m", "", traceback), re.MULTILINE)
    return (int(found[1]), build.plain(found[2])[:100]) if found else (1, "")


def _last(error: Exception) -> str:
    value = f"{getattr(error, 'ename', type(error).__name__)}: {getattr(error, 'evalue', error)}"
    return build.plain(value)[:400]


def digest(parts: Iterable[str | bytes]) -> str:
    """SHA-256 over parts, each by its own hash, so that no two lists of parts are alike."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part.encode() if isinstance(part, str) else part).digest())
    return whole.hexdigest()


def run(args=None) -> int:
    """`dossier notebooks`: run the notebooks and put their outputs into the committed files; 0 or 1."""
    folder = project.root()
    for path in listed(folder):
        print(path.name, flush=True)
        try:
            text = _run(path, folder)
        except NotebookFault as fault:
            print(fault, file=sys.stderr)
            return 1
        build.write(path, text)
    return 0
