"""Labels shared by the page and the paper: dates, kinds of support, counts, whose side it is."""

from dossier.cards import OPEN
from dossier.inwords import typeset
from dossier.wording import date_in_words, house

SUPPORT = {
    "source": ("Source", "a document’s exact words"),
    "record": ("Record", "our account of a public page"),
    "computed": ("Computed", "from other claims or counted rows"),
}
RECORD_OURS = "The words below are ours; the record holds no quotations."
WORDS_A_MINUTE = 230


def day(iso: str | None) -> str:
    """An ISO date or interval in words: `2025-12-04` → `4 December 2025`; what is none stays as it is."""
    if not iso:
        return "undated"
    try:
        return date_in_words(str(iso))
    except (ValueError, IndexError):
        return typeset(iso)


def published(source: dict, told: bool = True) -> str:
    """The day a document was published; where its text prints none, that it is about that day, and inferred."""
    if not (source.get("inferred") and source.get("published")):
        return day(source.get("published"))
    return f"about {day(source['published'])}{', inferred' if told else ''}"


def plural(count: int, noun: str, nouns: str | None = None) -> str:
    """`1 row`, `2 rows`, `1,200 rows`."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"


def side(evidence: dict) -> str:
    """Whose account it is, in words."""
    side = evidence.get("side")
    label = evidence.get("side_label") or str(side if side and side != OPEN else "not stated")
    return label[:1].upper() + label[1:]


def minutes(words: int) -> int:
    """Reading time of so many words, at least one minute."""
    return max(1, round(words / WORDS_A_MINUTE))


def value(claim: dict) -> str:
    """The claim's value in house style, as `check` has written it, else as it is."""
    return str(claim.get("words") or house(claim))


def own(claim: dict, part: str, evidence: dict) -> str | None:
    """The claim's label or note, if its evidence does not say the same itself in its account or note."""
    pieces = [evidence[i] for i in claim["evidence"] or () if i in evidence]
    told = {said.rstrip(".") for one in pieces for said in (one.get("account"), one.get("note")) if said}
    said = claim.get(part) or ""
    return None if said.rstrip(".") in told else said or None


def where(evidence: dict) -> str:
    """Publisher and date of a piece of evidence: the shortest name a reader can place."""
    date = published(evidence, told=False) if evidence["support"] == "source" else day(evidence.get("date"))
    return f"{evidence.get('publisher') or evidence['id']}, {date}"


def citation(m: dict) -> str:
    """How to cite the brief."""
    title = f"{m['title']} {m['subtitle']}".strip()
    edition = f"Edition {m['edition']}, information to {day(m['cutoff'])}, compiled {day(m['compiled'])}"
    return ". ".join(part.rstrip(".") for part in (m.get("authors"), title, edition) if part) + "."
