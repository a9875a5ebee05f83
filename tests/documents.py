"""What the documentation says, for the tests that hold it to what is there: sections, tables, examples.

`python tests/documents.py` copies the bottom line of the brief into README.
"""

import re
import shutil
import textwrap
from pathlib import Path

from dossier import data
from dossier.seeds import read

HOME = Path(__file__).resolve().parents[1]
README, MAKEFILE, AUTHORING, CHANGELOG, REPORT = (
    (HOME / name).read_text(encoding="utf-8")
    for name in ("README.md", "Makefile", "AUTHORING.md", "CHANGELOG.md", "report.qmd")
)
GUIDE = (HOME / "tests/gold/GUIDE.md").read_text(encoding="utf-8")
NEW = (HOME / "lib/dossier/brief/new/README.md").read_text(encoding="utf-8")
DOCS = {"README": README, "AUTHORING": AUTHORING, "CHANGELOG": CHANGELOG, "GUIDE": GUIDE, "new/README": NEW}


def section(text: str, title: str) -> str:
    """The text under a heading, up to the next of its level."""
    return re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", text, re.M | re.S)[1]


def rows(text: str) -> list[list[str]]:
    """The cells of the rows of every table, without its head."""
    tables = re.findall(r"^\|.*\n\|---.*\n((?:\|.*\n)+)", text, re.M)
    lines = [line.strip("|") for table in tables for line in table.splitlines()]
    return [[cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line)] for line in lines]


def blocks(text: str, *languages: str) -> list[str]:
    return re.findall(rf"^```(?:{'|'.join(languages)})\n(.*?)^```$", text, re.M | re.S)


def bottom_line(brief: str) -> str:
    """The bottom line as it is read: spans are their words, nothing is escaped. (Only asserted words can be quoted.)"""
    div = re.search(r"^::: \{\.bottom-line\}\n(.*?)^:::$", brief, re.M | re.S)[1]
    return " ".join(re.sub(r"\[([^\]]+)\]\{[^}]*\}", r"\1", div).replace("\\", "").split())


def quoted(text: str) -> str:
    """What README quotes as the bottom line."""
    lines = re.findall(r"^> ?(.*)$", section(text, "Findings"), re.M)
    return " ".join(" ".join(lines).replace("\\", "").split())


def refreshed(readme: str, brief: str) -> str:
    """README with the brief's bottom line as it is now."""
    lines = textwrap.wrap(bottom_line(brief).replace("$", r"\$"), 125, break_on_hyphens=False)
    return re.sub(r"(?:^>.*\n)+", lambda _: "".join(f"> {line}\n" for line in lines), readme, count=1, flags=re.M)


def clone(folder: Path) -> Path:
    """`folder` with the seeds and a data edition; its one claim is where the words stand in the seed."""
    shutil.copytree(HOME / "seeds", folder / "seeds")
    documents = read(folder / "seeds")
    start = documents[0].text.index("$ 28.8 billion")
    claim = {"name": "investment-energy", "evidence": [f"{documents[0].id}:{start}-{start + 14}"], "inputs": []}
    figure = {"name": "strips", "data": {"columns": ["year"], "rows": [[2025]]}}
    sums = {
        "name": "sums",
        "columns": [{"label": "sum", "align": "right"}],
        "rows": [[{"value": 28.8e9, "text": "$28.8 billion", "evidence": claim["evidence"]}]],
    }
    data.write(
        folder / "_site", documents, [], {claim["name"]: claim}, [figure], folder / "seeds/record", tables=[sums]
    )
    article = "A visit\n\nThe minister was in London on Monday, and spoke of gas.\n"
    (folder / "article.txt").write_text(article, encoding="utf-8")
    return folder


if __name__ == "__main__":
    (HOME / "README.md").write_text(refreshed(README, REPORT), encoding="utf-8")
