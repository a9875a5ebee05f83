"""What the brief stands on: subject, documents, facts, record, claims, figures and tables, read once."""

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from . import build, claims, evidence
from .accepted import load
from .cards import SeedError
from .corrections import CorrectionError, read_corrections
from .entries import EntryFault
from .record import RecordError, read_record
from .rows import unknown
from .seeds import Document, read
from .subject import Subject, SubjectError, read_subject

PLACEHOLDER = re.compile(r"\{([^{}\s]*)\}")


@dataclass
class Ground:
    """`claims` holds the named claims and, under its own id, every row of the record that has a value."""

    project: Path
    subject: Subject
    documents: list[Document]
    registry: evidence.Registry
    claims: dict[str, dict]
    named: set[str]
    facts: list[dict]
    figures: dict[str, dict]
    tables: dict[str, dict]
    rows: dict[str, dict] = field(default_factory=dict)  # of the record by id, each with its own claim, if any
    records: int = 0
    doubles: set[str] = field(default_factory=set)  # claims named like a row of the record

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(self.subject.period.years)

    @cached_property
    def cutoff(self) -> dt.date:
        return self.subject.cutoff

    def inputs(self, names: list[str]) -> list[str]:
        """The names and, after them, every claim they are computed from, each once."""
        known = dict.fromkeys(names)
        queue = list(names)
        while queue:
            for name in self.claims.get(queue.pop(0), {}).get("inputs", ()):
                if name not in known and name in self.claims:
                    known[name] = None
                    queue.append(name)
        return list(known)


def troubles(project: Path) -> list[str]:
    """What is wrong with documents, cards, subject, corrections and record, each message with its file; all at once."""
    seeds, found, subject = project / "seeds", [], None
    try:
        subject = read_subject(seeds)
    except SubjectError as error:
        found += str(error).splitlines()
    records = [lambda: found.extend(unknown(seeds, subject, read_record(seeds, subject)))] if subject else []
    for reader in (lambda: read(seeds), lambda: read_corrections(seeds), lambda: load(project), *records):
        try:
            reader()
        except (SeedError, CorrectionError, RecordError, EntryFault, OSError) as error:
            found += str(error).splitlines()
    return found


def stand(project: Path) -> Ground:
    """Read everything. SeedError, SubjectError, RecordError or FileNotFoundError where the ground gives way."""
    made, seeds = build.folder(), project / "seeds"
    if not (made / "facts.jsonl").is_file():
        raise FileNotFoundError("nothing has been made of the documents yet; run `dossier render` first")
    subject, documents = read_subject(seeds), read(seeds)
    record = read_record(seeds, subject)
    rows = evidence.record_rows(record, subject)
    found = evidence.facts(made / "facts.jsonl")
    tables = (("events", record.events.to_dict("records")), ("figures", record.figures.to_dict("records")))
    implicit = {claim["name"]: claim for claim in claims.record_claims(tables)}
    named = claims.claims(made)
    cells = {row["id"]: row | {"claim": implicit.get(row["id"])} for _, table in tables for row in table}
    return Ground(
        project=project, subject=subject, documents=documents,
        registry=evidence.Registry(documents, found, rows, subject.sides),
        claims=implicit | named, named=set(named), facts=found, doubles=implicit.keys() & named.keys(),
        figures={figure["name"]: figure for figure in build.kept("figures", made)},
        tables={table["name"]: table for table in build.kept("tables", made)}, records=len(rows),
        rows=cells,
    )  # fmt: skip
