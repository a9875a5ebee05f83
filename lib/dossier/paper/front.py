"""What stands before the prose: the document's date, question and dateline, and how the brief is supported."""

from dossier import labels
from dossier.page.masthead import CLAUSES
from dossier.paper.typst import Code, call, value


def head(m: dict) -> str:
    """Definitions for the template's header: the date that PDF/A asks for, the footer's words."""
    date = [int(part) for part in f"{m['compiled']}-01-01".split("-")[:3]]
    return "\n".join([
        f"#let compiled = datetime(year: {date[0]}, month: {date[1]}, day: {date[2]})",
        f"#let edition = {value(m['edition'])}", f"#let authors = {value(m.get('authors') or '')}",
        f"#let description = {value(m['question'])}",
    ])  # fmt: skip


def masthead(m: dict) -> str:
    """Dateline and question, below title and subtitle."""
    return call(
        "dateline",
        f"Information to {labels.day(m['cutoff'])}, compiled {labels.day(m['compiled'])}. Edition {m['edition']}.",
        m["question"],
    )  # fmt: skip


def provenance(m: dict) -> str:
    """How many claims rest on what, and how to follow one."""
    kinds = [[Code(m["counts"][kind]), CLAUSES[kind], kind] for kind in labels.SUPPORT]
    return call("provenance", sum(m["counts"].values()), kinds, labels.citation(m))
