"""Audit the finished brief: read report.html and report.pdf as a reader would, and trust nothing that made them.

Outside declared regions every number must be a claim; a region must hold, word for word, what was bound; every
quotation is sliced from the seeds again; the PDF must carry the same numbers and every note. An audit that
inspected nothing fails.
"""

import json
import sys
from collections import Counter
from pathlib import Path

import lxml.html

from . import build, project
from .finished import BOUND_REGIONS, OUTSIDE, Audit, line_of, runs, words_of
from .onpaper import paper
from .prose import bare
from .seeds import read
from .subject import read_subject

ANY_YEAR = tuple(range(1800, 2200))


def audit(draft: Path, folder: Path, formats: list[str]) -> Audit:
    """Read the brief in `draft`; faults and counts. FileNotFoundError where there is nothing to read."""
    bound = json.loads((build.folder() / "bound.json").read_text(encoding="utf-8"))
    reading = Audit(draft, folder, bound)
    looks = {"html": (_prose, _claims, _regions, _judgements, _quotations, _safe), "pdf": (paper,)}
    for form in formats:
        for look in looks[form]:
            look(reading)
    _inspected(reading, formats)
    return reading


def _prose(reading: Audit) -> None:
    """Outside regions, every number stands in a claim."""
    subject = read_subject(reading.project / "seeds")
    for element, region, text in runs(reading.page.body):
        reading.inspected["paragraphs"] += 1
        years = ANY_YEAR if region == "judgement" else tuple(subject.period.years)
        kind = "heading" if element.tag in {"h1", "h2", "h3", "h4"} else "prose"
        if element.tag == "h1" and text == reading.bound["meta"]["title"] or text == reading.bound["meta"]["subtitle"]:
            continue
        for one in bare(text, kind, years, subject.cutoff):
            reading.fault(
                "report.html", line_of(element), f"“{one.text}” that is no claim", "a number that opens its evidence"
            )


def _claims(reading: Audit) -> None:
    """Every claim is one that was checked, says words that were checked, and has a card to open."""
    known, said = reading.bound["claims"], {}
    for key in reading.bound["spans"]:
        _, name, words = key.split("|", 2)
        said.setdefault(name, set()).add(words or known[name]["words"])
    for button in reading.page.xpath("//*[@data-claim]"):
        reading.inspected["claims"] += 1
        name, words = button.get("data-claim"), words_of(button)
        if name not in known or words not in said.get(name, set()) | {known[name]["words"]}:
            reading.fault(
                "report.html", line_of(button), f"“{words}” as {name}", "a pair of words and claim that was checked"
            )
        if reading.page.get_element_by_id(f"card-{name}", None) is None:
            reading.fault("report.html", line_of(button), f"{name}, which opens nothing", f"a card card-{name}")
    counted = Counter(name for name, _ in reading.claims_said)
    for name in (key.split("|", 2)[1] for key in reading.bound["spans"]):
        if not counted[name]:
            reading.fault("report.html", 1, f"no {name}", "every claim of the brief on its page")


def _regions(reading: Audit) -> None:
    """A declared region holds, word for word, one of the fragments that were bound."""
    made = {"".join(_text(block["html"]).split()) for block in reading.bound["blocks"].values() if "html" in block}
    made |= {"".join(_text(region).split()) for region in _fragments(reading.bound["html_after"])}
    for element in reading.page.xpath("//*[@data-region]"):
        region = element.get("data-region")
        if region in OUTSIDE or region == "judgement" or any(e.get("data-region") for e in element.iterancestors()):
            continue
        reading.inspected["regions"] += 1
        if region not in BOUND_REGIONS:
            reading.fault("report.html", line_of(element), f"a region “{region}”", f"one of {', '.join(BOUND_REGIONS)}")
        elif "".join(element.text_content().split()) not in made:
            reading.fault(
                "report.html",
                line_of(element),
                f"other words in {BOUND_REGIONS[region]} than were bound",
                "the bound words",
            )


def _judgements(reading: Audit) -> None:
    """What a judgement names as its grounds is, word for word, what was bound."""
    blocks = reading.bound["blocks"]
    made = ["".join(_text(block["html_after"]).split()) for key, block in blocks.items() if "html_after" in block]
    shown = ["".join(e.text_content().split()) for e in reading.page.xpath("//*[@data-region='judgement']//dl")]
    reading.inspected["judgements"] += len(shown)
    if len(shown) != len(made) or not all(whole.endswith(part) for whole, part in zip(made, shown, strict=True)):
        reading.fault("report.html", 1, "other grounds of a judgement than were bound", "the bound words")


def _text(fragment: str) -> str:
    return lxml.html.fragment_fromstring(fragment, create_parent="div").text_content()


def _fragments(fragment: str) -> list[str]:
    parent = lxml.html.fragment_fromstring(fragment, create_parent="div")
    return [lxml.html.tostring(e, encoding="unicode", with_tail=False) for e in parent.xpath(".//*[@data-region]")]


def _quotations(reading: Audit) -> None:
    """Every quotation is what stands in the seeds, read again, and its passage is marked there."""
    texts = {document.id: document.text for document in read(reading.project / "seeds")}
    for key, one in reading.bound["evidence"].items():
        if one["support"] != "source":
            continue
        reading.inspected["quotations"] += 1
        text = texts.get(one["document"], "")
        for part, start, end in (
            ("quote", one["start"], one["end"]),
            ("sentence", one["sentence_start"], one["sentence_end"]),
        ):
            if not one[part] or text[start:end] != one[part]:
                reading.fault(
                    "bound.json", 1, f"the {part} of {key}: “{one[part]}”", f"what stands there: “{text[start:end]}”"
                )
    for block in reading.page.xpath("//*[@data-region='card']//blockquote"):
        reading.inspected["quoted sentences"] += 1
        shown, marked = words_of(block), " ".join(words_of(mark) for mark in block.iter("mark"))
        if not any(_same(e["sentence"], shown) and _same(e["quote"], marked) for e in _sources(reading)):
            reading.fault(
                "report.html", line_of(block), f"the quotation “{shown}”", "a sentence of a seed with its value marked"
            )


def _sources(reading: Audit) -> list[dict]:
    return [one for one in reading.bound["evidence"].values() if one["support"] == "source"]


def _same(text: str, shown: str) -> bool:
    return " ".join(build.plain(text).split()) == " ".join(build.plain(shown).split())


def _safe(reading: Audit) -> None:
    """Nothing in the page runs, fetches or leads elsewhere but what the library put there."""
    for element in (element for part in (reading.page, *reading.folded) for element in part.iter()):
        if not isinstance(element.tag, str):
            continue
        for name, value in element.attrib.items():
            if name.startswith("on") or value.strip().lower().startswith(("javascript:", "vbscript:", "file:")):
                found = f"the attribute {name} of {element.tag}"
                reading.fault("report.html", line_of(element), found, "none that runs")
    for element, _, text in runs(reading.page.body):  # in the words of a document it is only words
        if "{{<" in text:
            reading.fault("report.html", line_of(element), "a shortcode", "words")


def _inspected(reading: Audit, formats: list[str]) -> None:
    """An audit that looked at nothing is no audit."""
    needed = {"html": ["paragraphs", "claims", "regions"], "pdf": ["notes"]}
    if any(claim["support"] == "source" for claim in reading.bound["claims"].values()):
        needed["html"] += ["quotations", "quoted sentences"]
    for kind in (kind for form in formats for kind in needed[form]):
        if not reading.inspected[kind]:
            reading.fault("report.html", 1, f"no {kind} to inspect", "at least one: an audit of nothing proves nothing")


def said(reading: Audit) -> str:
    """What was inspected, in a line."""
    return ", ".join(f"{count:,} {kind}" for kind, count in sorted(reading.inspected.items())) or "nothing"


def run(args=None) -> int:
    """`dossier audit`: audit the published brief, or the draft where none is published; 0 or 1."""
    folder = project.root()
    place = next((p for p in (folder / "_site", build.folder() / "draft") if (p / "report.html").is_file()), None)
    if place is None:
        print("audit: there is no brief; run `dossier render`", file=sys.stderr)
        return 1
    if not (build.folder() / "bound.json").is_file():
        gone = f"{build.folder().name}/bound.json, which the brief is held to, is not there; run `dossier render`"
        print(f"audit: {gone}", file=sys.stderr)
        return 1
    formats = [form for form in ("html", "pdf") if (place / f"report.{form}").is_file()]
    try:
        reading = audit(place, folder, formats)
    except (ValueError, OSError) as error:
        print(build.plain(str(error)), file=sys.stderr)
        return 1
    for fault in reading.faults:
        print(fault, file=sys.stderr)
    print(f"{len(reading.faults)} faults; inspected {said(reading)}")
    return int(bool(reading.faults))
