"""A parsed document out of a few sentences, as the tests of `find` need it."""

import datetime as dt

from spacy.tokens import Doc

from dossier.pipeline import parse
from dossier.seeds import Document

PUBLISHED = dt.date(2025, 6, 12)  # a Thursday


def doc_of(text: str, published: dt.date | None = PUBLISHED) -> Doc:
    """The text parsed whole: nothing is taken for a headline or furniture."""
    (doc,) = parse([Document(id="t", text=text, published=published)], naive=True)
    return doc
