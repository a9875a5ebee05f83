"""The brief as HTML: fragments in which every number opens its evidence.

One file a part, one function each: plain dictionaries in, HTML out, with every word of a document,
card or record escaped. `check` calls these and hands the fragments to the filter.
"""

from dossier.page.card import card, cards
from dossier.page.figure import figure
from dossier.page.head import head, tail
from dossier.page.judgement import judgement
from dossier.page.masthead import masthead, provenance
from dossier.page.record import record_table
from dossier.page.sources import sources
from dossier.page.span import span
from dossier.page.table import table

__all__ = [
    "span", "card", "cards", "figure", "table", "judgement", "masthead", "provenance", "sources", "record_table",
    "head", "tail",
]  # fmt: skip
