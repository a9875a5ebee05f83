"""The seeds' facts as a careful reader annotated them: gold → fact models, so that counts need no extractor."""

from functools import cache

from dossier.facts import KINDS, Fact
from gold_loader import load_split


@cache
def seed_facts() -> tuple[Fact, ...]:
    """Every gold fact and furniture line of the seeds, in order of document and place."""
    return tuple(fact for gold in load_split("seeds") for fact in [*_facts(gold), *_furniture(gold)])


def _facts(gold):
    for fact in gold.facts:
        fields = {key: _plain(key, value) for key, value in fact.fields.items()}
        yield KINDS[fact.kind].at(gold.text, gold.id, fact.start, fact.end, **fields)


def _plain(key: str, value):
    return str(value) if key == "date" and value is not None else list(value) if isinstance(value, tuple) else value


def _furniture(gold):
    for line in gold.lines:
        if line.zone == "furniture":
            yield KINDS["furniture"].at(gold.text, gold.id, line.start, line.end, role=line.role)
