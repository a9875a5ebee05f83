"""The extraction on a Dask cluster: nothing is lost or doubled, even when a worker is killed."""

import json
import os
import signal
import threading
import time
from pathlib import Path

import pytest

from dossier.extract import lines
from dossier.seeds import Document

pytest.importorskip("distributed", reason="needs the extra dossier[scale]")
import pyarrow as pa  # noqa: E402
import pyarrow.parquet as pq  # noqa: E402
from distributed import Client, LocalCluster  # noqa: E402

from dossier.scale import Part, extract  # noqa: E402

TEXT = (
    "Norway’s energy minister, Kari Nilsen, met Kenya’s president in Oslo on Thursday. The loan is worth $2.{} billion."
)
DOCUMENTS = [Document(id=f"d{n:03}", text=TEXT.format(n)) for n in range(60)]


@pytest.fixture(scope="module")
def client():
    """Two workers, each a process of its own, which may be killed."""
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        yield client


def jsonl(path: Path) -> Path:
    path.write_text("".join(json.dumps({"id": d.id, "text": d.text}) + "\n" for d in DOCUMENTS), encoding="utf-8")
    return path


def written(folder: Path) -> list[str]:
    """Every fact in the folder, in the order of its files."""
    return [
        line for path in sorted(folder.glob("*.parquet")) for line in pq.read_table(path).column("fact").to_pylist()
    ]


def wanted() -> list[str]:
    return "".join(found.text for found in lines(DOCUMENTS)).splitlines()


def test_jsonl_to_parquet(client, tmp_path):
    """Facts on the cluster are those of the command line, in its order; bad lines are told with their numbers."""
    path = jsonl(tmp_path / "news.jsonl")
    with path.open("a", encoding="utf-8") as file:
        file.write("nonsense\n")
    done = extract(str(tmp_path / "*.jsonl"), tmp_path / "facts", part=25, client=client)
    assert written(tmp_path / "facts") == wanted()
    assert [(d.documents, len(d.faults)) for d in done] == [(25, 0), (25, 0), (10, 1)]
    assert done[2].faults[0].startswith(f"{path}:61: is not JSON")


def test_parquet_to_parquet(client, tmp_path):
    """A table of documents gives the same facts as their lines."""
    rows = [{"id": d.id, "text": d.text, "published": None} for d in DOCUMENTS]
    schema = pa.schema([("id", pa.string()), ("text", pa.string()), ("published", pa.date32())])
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), tmp_path / "news.parquet", row_group_size=7)
    extract(str(tmp_path / "news.parquet"), tmp_path / "facts", part=20, client=client)
    assert written(tmp_path / "facts") == wanted()


def test_a_killed_worker_loses_and_doubles_nothing(client, tmp_path):
    """A worker killed in the middle is replaced, its parts are done again, and each fact is there once."""
    path, target = jsonl(tmp_path / "news.jsonl"), tmp_path / "facts"
    victim = next(iter(client.run(os.getpid).values()))
    killer = threading.Thread(target=_kill_when_begun, args=(victim, target))
    killer.start()
    done = extract(str(path), target, part=2, client=client)
    killer.join()
    assert victim not in client.run(os.getpid).values()
    assert sum(d.documents for d in done) == len(DOCUMENTS)
    assert written(target) == wanted()


def _kill_when_begun(victim: int, target: Path) -> None:
    """Kill the worker process once a few parts are there, while others are still to be done."""
    end = time.monotonic() + 60
    while len(list(target.glob("*.parquet"))) < 3 and time.monotonic() < end:
        time.sleep(0.005)
    os.kill(victim, signal.SIGKILL)


def test_nothing_to_read_is_an_error(client, tmp_path):
    """A pattern that matches no file is named."""
    with pytest.raises(FileNotFoundError, match="nothing.*no such"):
        extract(str(tmp_path / "nothing*.jsonl"), tmp_path / "facts", client=client)


def test_parts_have_names_of_their_own():
    """Two files of one name in two folders do not write over each other."""
    assert Part("a/news.jsonl", 0, 5).name != Part("b/news.jsonl", 0, 5).name
