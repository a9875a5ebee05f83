"""A dossier on another pair of countries: three documents of our own writing, the third against the first two."""

import os
import subprocess
import sys
from pathlib import Path

from dossier.scaffold import new

SUBJECT = {
    "title": "From uranium to drones?", "subtitle": "Ties between the United Kingdom and Kazakhstan",
    "first": "GB", "first_name": "United Kingdom", "second": "KZ", "second_name": "Kazakhstan", "start": "2023", "end": "2024",
}  # fmt: skip
DOCUMENTS = {
    "visit.txt": (
        "The Astana Gazette",
        "2024-05-03",
        """Minister hails new energy deal

By Aigerim Sadykova

ASTANA, 3 May 2024

Kazakh Foreign Minister Murat Nurtleu received UK Foreign Secretary David Cameron in Astana on Thursday.

They discussed oil exports worth $2.5 billion a year and the supply of uranium to British power stations.

“We value this partnership,” Nurtleu said after the talks.

Cameron said that energy remained the heart of the relationship.

Read also: Army buys drones for $900 million
""",
    ),
    "call.txt": (
        "Steppe Wire",
        "2024-06-11",
        """Kazakh and British ministers speak by phone

The foreign ministers of Kazakhstan and the United Kingdom, Murat Nurtleu and David Cameron, spoke by phone on Monday.

Nurtleu told his colleague that gas deliveries had grown by 12 percent in the first quarter of 2024.

The sides agreed to meet again in London in September.
""",
    ),
    "drones.txt": (
        "The Northern Post",
        "2024-09-20",
        """London sends drones to Astana

Defence Secretary John Healey signed an arms contract worth £300 million with Kazakh Defence Minister Ruslan Zhaksylykov in London on 18 September 2024.

The army of Kazakhstan will buy military drones under the contract, Healey said.

British instructors will train Kazakh soldiers from October, according to the Defence Ministry.

The two armies will hold a joint military exercise next year.
""",
    ),
}  # fmt: skip


def project(folder: Path, *names: str) -> Path:
    """The scaffold as `dossier new` leaves it, with the documents named."""
    new(folder, **SUBJECT)
    for name in names:
        assert add(folder, name).returncode == 0
    return folder


def add(folder: Path, name: str, text: str | None = None, *more: str) -> subprocess.CompletedProcess:
    """`dossier add` of one of the documents, or of `text` under its name."""
    publisher, published, own = DOCUMENTS.get(name, ("The Astana Gazette", "2024-05-03", text))
    inbox = folder.parent / "inbox"
    inbox.mkdir(exist_ok=True)
    (inbox / name).write_bytes((text or own).encode("utf-8"))
    words = ["--publisher", publisher, "--published", published, "--url", f"https://example.org/{Path(name).stem}"]
    return dossier(folder, "add", str(inbox / name), *words, "--full-text", *more)


def dossier(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess:
    """The command line, run in the folder as a user would."""
    clean = {key: value for key, value in os.environ.items() if key not in {"DOSSIER_BUILD", "QUARTO"}}
    command = [sys.executable, "-m", "dossier", *words]
    return subprocess.run(command, cwd=folder, env=clean | environment, capture_output=True, text=True, timeout=600)


def render(folder: Path, engine: str = "builtin", **environment: str) -> subprocess.CompletedProcess:
    return dossier(folder, "render", "--engine", engine, **environment)


def published(folder: Path) -> dict[str, bytes]:
    """Every file of the published brief, by its path."""
    site = folder / "_site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
