"""Scale: the same extraction on a Dask cluster. JSONL or Parquet in, Parquet facts out.

    from dask.distributed import Client
    from dossier.scale import extract

    with Client("tcp://scheduler:8786"):
        extract("news/*.jsonl", "facts/")

Documents are cut into parts by their place in the input; each part is one file of facts, written under another name and
then renamed. A worker that dies takes nothing with it: its parts are done again elsewhere, and a part done twice is the
same file. Needs the extra `dossier[scale]`.
"""

import datetime as dt
import glob
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dossier.extract import lines
from dossier.intake import document
from dossier.document import Document

PART = 200  # documents a part
COLUMNS = ("document", "start", "end", "quote", "kind", "fact")


@dataclass(frozen=True)
class Part:
    """Some documents of one input file: `count` rows or lines from `first` on."""

    source: str
    first: int
    count: int

    @property
    def name(self) -> str:
        """The file of its facts: the same part has the same name on every run, and no other part has it."""
        folder = hashlib.sha256(str(Path(self.source).resolve()).encode()).hexdigest()[:8]
        return f"{Path(self.source).stem}-{folder}-{self.first:09}-{self.count}.parquet"


@dataclass(frozen=True)
class Done:
    """What came of one part; `faults` name the lines that gave no document."""

    part: Part
    documents: int
    facts: int
    faults: tuple[str, ...]


def extract(source: str | list[str], target: str | Path, part: int = PART, client=None) -> list[Done]:
    """Extract the facts of every document of `source` into Parquet files in the folder `target`.

    `source`: paths or patterns of .jsonl files (as for `dossier extract`) or .parquet files with columns id, text and
    published. Files of facts have the columns document, start, end, quote, kind and fact (its JSON), in the order of
    the documents. Needs a running `dask.distributed.Client`. Raises FileNotFoundError if nothing matches. Ids are not
    compared across files: what makes them differ is the caller's.
    """
    from dask.distributed import get_client

    Path(target).mkdir(parents=True, exist_ok=True)
    parts = [p for path in _paths(source) for p in _parts(path, part)]
    futures = (client or get_client()).map(
        _extract_part, parts, target=str(Path(target).resolve()), retries=3, pure=True
    )
    return [future.result() for future in futures]


def _paths(source: str | list[str]) -> list[str]:
    patterns = [source] if isinstance(source, str | Path) else source
    paths = sorted({path for pattern in patterns for path in glob.glob(str(pattern))})
    if not paths:
        raise FileNotFoundError(f"{', '.join(map(str, patterns))}: no such .jsonl or .parquet file")
    return paths


def _parts(path: str, size: int) -> Iterator[Part]:
    total = _count(path)
    yield from (Part(path, first, min(size, total - first)) for first in range(0, total, size))


def _count(path: str) -> int:
    if path.endswith(".parquet"):
        import pyarrow.parquet as pq

        return pq.ParquetFile(path).metadata.num_rows
    with open(path, "rb") as file:
        return sum(1 for _ in file)


def _extract_part(part: Part, target: str) -> Done:
    """The facts of one part as a file; the rename makes it whole or absent."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    items, faults = [], []
    for number, item in enumerate(_rows(part), part.first + 1):
        (items if isinstance(item, Document) else faults).append(
            item if isinstance(item, Document) else f"{part.source}:{number}: {item}"
        )
    found = list(lines(items))
    faults += [f"{part.source}: {one.failure}" for one in found if one.failure]
    written = "".join(one.text for one in found).splitlines()
    rows = [
        {**{key: fact[key] for key in COLUMNS[:-1]}, "fact": line} for line in written for fact in [json.loads(line)]
    ]
    schema = pa.schema([(name, pa.int64() if name in ("start", "end") else pa.string()) for name in COLUMNS])
    path = Path(target) / part.name
    beside = path.with_suffix(f".{os.getpid()}.writing")
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), beside)
    os.replace(beside, path)
    return Done(part, len(items), len(rows), tuple(faults))


def _rows(part: Part) -> Iterator[Document | str]:
    """The documents of the part, or why a line gives none; blank lines give nothing."""
    if part.source.endswith(".parquet"):
        import pyarrow.parquet as pq

        batches = pq.ParquetFile(part.source).iter_batches()
        rows = (row for batch in batches for row in batch.to_pylist())
        yield from (
            document(json.dumps(_plain(row)).encode()) for row in islice(rows, part.first, part.first + part.count)
        )
        return
    with open(part.source, "rb") as file:
        yield from (document(line) for line in islice(file, part.first, part.first + part.count) if line.strip())


def _plain(row: dict) -> dict:
    published = row.get("published")
    return row | ({"published": published.isoformat()} if isinstance(published, dt.date) else {})
