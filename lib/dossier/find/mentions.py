"""Mentions: the places where a text names a person, and the rule that says so.

A name counts as a person's when an office or title stands before it, an office follows it in apposition, it
repeats (part of) a known person's name, it is the subject of a verb of speech or meeting and the model too
sees a person there, or enough other signs speak for a person (`passing`).
"""

from spacy.tokens import Doc

from dossier.find.apposed import with_apposition, with_plural_apposition
from dossier.find.appointed import appointed
from dossier.find.bare import bare
from dossier.find.clausal import clausal
from dossier.find.heading import heading
from dossier.find.mention import Mention
from dossier.find.offices import Office, offices
from dossier.find.passing import in_passing
from dossier.find.preceded import after_offices
from dossier.find.reading import Reading, reading

__all__ = ["Mention", "mentions", "offices_of"]

if not Doc.has_extension("offices"):
    Doc.set_extension("offices", default=None)


def offices_of(doc: Doc) -> list[Office]:
    """All offices of the text, found once."""
    if doc._.offices is None:
        doc._.offices = offices(reading(doc))
    return doc._.offices


def mentions(r: Reading) -> list[Mention]:
    """All mentions by name, in order; weak ones stand only if a strong one supports them."""
    taken = [False] * len(r)
    held = offices_of(r.doc)
    for office in held:
        for k in range(office.start, office.end):
            taken[k] = True
    found = after_offices(r, held, taken)
    found += appointed(r, held, taken)
    found += with_apposition(r, held, taken, found)
    found += with_plural_apposition(r, held, taken)
    found += heading(r, taken)
    found += bare(r, taken)
    in_passing(r, found, taken)
    found += clausal(r, held, found, taken)
    return sorted(found, key=lambda m: m.start)
