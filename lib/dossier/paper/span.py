"""A claim in the prose: its words, linked, and the number of its note."""

from dossier import escape, labels
from dossier.paper.typst import Code, call, inner, label


def span(claim: dict, words: str, again: bool = False) -> str:
    """`words` with the note number of `claim`; the first use (`again` False) is where the note links back to."""
    name = escape.slug(claim["name"])
    here = None if again else label(f"claim-{name}")
    return call("claim", words, claim.get("n", 0), claim["support"], label(f"card-{name}"), here)


def calls(claims: list[dict]) -> list:
    """The numbers of notes that no words in the prose call: each with its note and its own place."""
    return [
        [one["n"], label(f"card-{escape.slug(one['name'])}"), label(f"claim-{escape.slug(one['name'])}")]
        for one in claims
    ]


def chip(claim: dict) -> Code:
    """A claim named from elsewhere: value and label, for use inside another call."""
    said, note = claim.get("label") or claim["name"], label(f"card-{escape.slug(claim['name'])}")
    return inner("chip", labels.value(claim), said.rstrip("."), claim.get("n", 0), claim["support"], note)
