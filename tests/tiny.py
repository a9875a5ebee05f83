"""A tiny project for tests: one document, its facts and claims as a notebook would leave them, a short brief."""

import hashlib
import json
from pathlib import Path

import yaml

TEXT = """Talks on wind power
The two sides met in Astana on 3 May 2024. Trade rose to $2.5 billion, and 30% of it was in metals.
“We see a new chapter,” the envoy said.
"""
SUBJECT = {
    "title": "A fair wind?",
    "subtitle": "Ties, 2023–2024",
    "question": "Did ties move from metals to wind?",
    "period": {"start": 2023, "end": 2024},
    "cutoff": "2024-12-31",
    "compiled": "2025-01",
    "language": "en-GB",
    "parties": [
        {
            "code": "GB",
            "role": "first",
            "name": "United Kingdom",
            "short": "UK",
            "demonym": "British",
            "capital": "London",
        },
        {
            "code": "KZ",
            "role": "second",
            "name": "Kazakhstan",
            "short": "Kazakhstan",
            "demonym": "Kazakh",
            "capital": "Astana",
        },
    ],
    "roles": {"base": "metals", "challenger": "wind"},
    "sectors": [
        {"id": "metals", "label": "Metals", "colour": "#B45F06"},
        {"id": "wind", "label": "Wind", "colour": "#1F4E79"},
    ],
    "sides": {"kazakh": "Kazakh"},
}
BRIEF = """---
title: "A fair wind?"
subtitle: "Ties, 2023–2024"
---

::: {masthead}
:::

## What was said

Trade was [$2.5 billion]{fact="trade"}, a talk on []{fact="talks"} heard.
Metals took [30%]{fact="metals"} of it; [1 of 2]{calc="wind-share"} sentences spoke of wind.

::: {table="sums"}
:::

::: {.judgement likelihood="likely" confidence="low" holds="metals-lead"
    against="wind-share" changes="a sum for wind"}
Metals still lead, by [30%]{fact="metals"}.
:::

## Sources

::: {sources}
:::
"""


def project(folder: Path, text: str = TEXT, brief: str = BRIEF) -> Path:
    """Write the project to `folder` and return it; its build folder is `folder / "_build"`."""
    (folder / "seeds").mkdir(parents=True)
    seed = folder / "seeds" / "talks.txt"
    seed.write_bytes(text.encode())
    card = {
        "id": "talks-2024",
        "file": "talks.txt",
        "title": "Talks on wind power",
        "publisher": "The Steppe",
        "published": "2024-05-04",
        "published_basis": "printed",
        "url": "https://steppe.example/talks",
        "origin": "the envoy’s office",
        "side": "kazakh",
        "language": "en",
        "licence": "quoted for analysis",
        "full_text": True,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }
    (folder / "seeds" / "sources.yml").write_text(yaml.safe_dump([card], sort_keys=False))
    (folder / "seeds" / "subject.yml").write_text(yaml.safe_dump(SUBJECT, allow_unicode=True, sort_keys=False))
    (folder / "report.qmd").write_text(brief, encoding="utf-8")
    build_claims(folder, text)
    return folder


def build_claims(folder: Path, text: str = TEXT) -> None:
    """What the notebooks would leave in `_build`: facts, claims and a table."""
    made = folder / "_build"
    facts = [
        fact("amount", text, "$2.5 billion", value=2.5e9, currency="USD", as_printed="2.5 billion"),
        fact("percent", text, "30%", value=30.0),
        fact("date", text, "3 May 2024", date="2024-05-03", basis="printed"),
        *(
            fact("topic", text, sentence, sectors=["other"])
            for sentence in text.splitlines()[1].replace(". ", ".\n").splitlines()
        ),
        fact("topic", text, text.splitlines()[2], sectors=["other"]),
    ]
    put(made / "facts.jsonl", "".join(json.dumps(one) + "\n" for one in facts))
    trade, metals, talks = (f"talks-2024:{one['start']}-{one['end']}" for one in facts[:3])
    for one in (
        claim("trade", "source", "amount", 2_500_000_000, [trade], unit="USD", label="trade"),
        claim("metals", "source", "percent", 30, [metals], unit="percent", label="part of metals"),
        claim("talks", "source", "date", "2024-05-03", [talks], label="day of the talks"),
        claim(
            "wind-share", "computed", "share", 0.5, [trade], of=2, formula="sentences on wind / all", label="sentences"
        ),
        claim("metals-lead", "computed", "boolean", True, [], inputs=["metals"], formula="metals > 0"),
    ):
        put(made / "claims" / f"{one['name']}.json", json.dumps(one))
    table = {
        "name": "sums",
        "title": "Sums since {talks}",
        "note": None,
        "notebook": "01-facts",
        "columns": [{"label": "what", "align": "left"}, {"label": "sum", "align": "right"}],
        "rows": [
            [
                {"value": "trade", "text": "trade", "evidence": []},
                {"value": 2.5e9, "text": "$2.5 billion", "evidence": [trade]},
            ]
        ],
    }
    put(made / "tables" / "sums.json", json.dumps(table))
    put(folder / "notebooks" / "codebook.yml", CODEBOOK)


CODEBOOK = "sums:\n  what: what is measured\n  sum: the sum in whole units\n"


def fact(kind: str, text: str, quote: str, **fields) -> dict:
    start = text.index(quote)
    return {"kind": kind, "document": "talks-2024", "start": start, "end": start + len(quote), "quote": quote} | fields


def claim(name, support, kind, value, evidence, **fields) -> dict:
    empty = {
        "low": None,
        "high": None,
        "bound": "exact",
        "unit": None,
        "of": None,
        "label": name,
        "formula": None,
        "inputs": [],
        "notebook": "01-facts",
        "note": None,
    }
    return empty | {"name": name, "support": support, "kind": kind, "value": value, "evidence": evidence} | fields


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def rewrite(folder: Path, old: str, new: str) -> None:
    """Change the brief: `old`, which must stand in it, becomes `new`."""
    path = folder / "report.qmd"
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def move_claim(folder: Path, name: str, **fields) -> None:
    """Change fields of a claim as a notebook would."""
    path = folder / "_build" / "claims" / f"{name}.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))
