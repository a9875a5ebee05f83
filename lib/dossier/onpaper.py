"""On paper: does the PDF carry what the page does, claim by claim, note by note, number by number?"""

import re
from collections import Counter
from collections.abc import Iterator

from .finished import Audit

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# A character shown by its number, as escape.py writes it, however the paper breaks its line.
UNSEEN = re.compile(r"‹\s*U\s*\+[\s0-9A-F]+›")
# Numbers of the paper's own: its pages, and how much of a long list it leaves to the page.
PAGE_FOOT = re.compile(r"Page\s*\d+\s*of\s*\d+|,?\s*and\s+\d+\s+more\b")


def paper(reading: Audit) -> None:
    """The PDF carries every claim with the number of its note, every note, and no number that the page has not."""
    from pypdf import PdfReader

    pages = [page.extract_text() for page in PdfReader(reading.draft / "report.pdf").pages]
    text = squeezed(" ".join(PAGE_FOOT.sub(" ", page) for page in pages))
    html = (reading.draft / "report.html").is_file()
    spoken = Counter(reading.claims_said) if html else Counter()
    for (name, words), times in spoken.items():
        n = reading.bound["claims"].get(name, {}).get("n")
        reading.inspected["claims on paper"] += 1
        if text.count(squeezed(f"{words}[{n}]")) < times:
            reading.fault(
                "report.pdf", 1, f"“{words}” [{n}] fewer than {times} times", f"{name} as often as on the page"
            )
    for name, claim in reading.bound["claims"].items():
        reading.inspected["notes"] += 1
        if squeezed(f"[{claim['n']}] {claim['words']}") not in text:
            reading.fault("report.pdf", 1, f"no note [{claim['n']}]", f"the note of {name}: {claim['words']}")
    if html:
        _same_numbers(reading, " ".join(pages))


def squeezed(text: str) -> str:
    """Text without white space, word joiners and hyphens at line ends: what line breaking cannot change."""
    return re.sub(r"[\s\u2060\u200b\u00ad]", "", text)


def _same_numbers(reading: Audit, text: str) -> None:
    """Every number of the paper stands on the page too (page numbers and numbers of notes apart)."""
    body = re.sub(r"\[\d+\]", " ", PAGE_FOOT.sub(" ", UNSEEN.sub(" ", text)))
    shown = set(NUMBER.findall(" ".join(_spoken(reading))))
    for number in sorted(set(NUMBER.findall(body))):
        reading.inspected["numbers on paper"] += 1
        if number not in shown:
            reading.fault("report.pdf", 1, f"the number {number}", "only numbers that the page has")


def _spoken(reading: Audit) -> Iterator[str]:
    """Every piece of text that the page shows or can unfold; none of its code."""
    for part in (reading.page, *reading.folded):
        for element in part.iter():
            if isinstance(element.tag, str) and element.tag not in {"script", "style"}:
                yield element.text or ""
            yield element.tail or ""
