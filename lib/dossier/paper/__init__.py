"""The brief as Typst: the same parts as `page`, for print; every word of others goes in as a string literal.

The functions that these fragments call (`claim`, `note`, `chart` …) stand in `brief/brief.typ`.
"""

from dossier.paper.figure import figure
from dossier.paper.front import head, masthead, provenance
from dossier.paper.judgement import judgement
from dossier.paper.note import card, cards
from dossier.paper.record import record_table
from dossier.paper.sources import sources
from dossier.paper.span import span
from dossier.paper.table import table

__all__ = [
    "span", "card", "cards", "figure", "table", "judgement", "masthead", "provenance", "sources", "record_table",
    "head",
]  # fmt: skip
