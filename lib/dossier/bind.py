"""Bind the brief: a manuscript without faults → every allowed pair of key and words, as HTML and as Typst.

The filter that both engines run knows nothing but what is written here.
"""

import hashlib
from functools import cached_property

from . import build, escape
from .evidence import EvidenceError
from .ground import PLACEHOLDER, Ground
from .inwords import Plain, typeset
from .manuscript import HOLE, Block, Manuscript, Mark, Place
from .prose import conventions
from .wording import house

FORMATS = ("html", "typst")


def used(brief: Manuscript, ground: Ground) -> dict[str, Place]:
    """Claims in the order of their first use, each with its place; after them what they are computed from."""
    places: dict[str, Place] = {}
    for item in brief.items:
        for name in _names(item, ground):
            if name in ground.claims:
                places.setdefault(name, item.place)
    for name in ground.inputs(list(places)):
        places.setdefault(name, Place(1, 1))
    return places


def unbound(brief: Manuscript, ground: Ground) -> list[str]:
    """Names that the brief uses and nothing names."""
    return sorted({name for item in brief.items for name in _names(item, ground)} - ground.claims.keys())


def _names(item: Mark | Block, ground: Ground) -> list[str]:
    if isinstance(item, Mark):
        return [item.key]
    if item.name == "judgement":
        return f"{item.attributes.get('holds', '')} {item.attributes.get('against', '')}".split()
    shown = {"figure": ground.figures, "table": ground.tables}.get(item.name, {}).get(item.key, {})
    in_words = [name for part in ("title", "note", "alt") for name in PLACEHOLDER.findall(str(shown.get(part) or ""))]
    linked = [
        str(link[2]).removeprefix("claim:") for link in shown.get("links", ()) if str(link[2]).startswith("claim:")
    ]
    return in_words + linked


def bind(brief: Manuscript, ground: Ground) -> dict:
    """The bound words of a brief that has no faults."""
    return Binding(brief, ground).bound()


class Binding:
    """One brief being bound: claims numbered, evidence gathered, fragments made."""

    def __init__(self, brief: Manuscript, ground: Ground) -> None:
        from . import page, paper

        self.brief, self.ground, self.makers = brief, ground, {"html": page, "typst": paper}
        self.plain, placed = Plain(ground.subject), {mark.key for mark in brief.marks}
        self.claims = {
            name: self.plain.claim(ground.claims[name])
            | {"n": n, "words": house(ground.claims[name]), "placed": name in placed}
            for n, name in enumerate(used(brief, ground), 1)
        }
        self.uses: dict[str, list[dict]] = {}
        for claim in self.claims.values():
            for key in claim["evidence"]:
                ground.registry.get(key)
                self.uses.setdefault(key, []).append(claim)

    def bound(self) -> dict:
        blocks = self._blocks()
        evidence = self.ground.registry.used
        shown = {key: self.plain.evidence(one) for key, one in evidence.items()}
        cards = {
            f"{form}_after": maker.cards([*self.claims.values()], shown, self.claims)
            for form, maker in self.makers.items()
        }
        return {
            "source": self.brief.path.name,
            "sha1": hashlib.sha1(self.brief.source.encode()).hexdigest(),
            "spans": self._spans(),
            "blocks": blocks,
            "wraps": conventions()["typst_functions"],
            **cards,
            "claims": {
                name: {key: claim[key] for key in ("n", "words", "support", "kind", "value")}
                for name, claim in self.claims.items()
            },
            "meta": self.meta,
            "counts": {"spans": len(self.brief.marks), "runs": len(self.brief.runs), "blocks": len(blocks)},
            "evidence": evidence,
            "accepting": {name: self.ground.claims[name] for name in self.claims},
        }

    def _spans(self) -> dict:
        spans = {}
        for mark in self.brief.marks:
            claim = self.claims[mark.key]
            shown = mark.words or claim["words"]
            spans[f"{mark.attribute}|{mark.key}|{mark.words}"] = {
                **{form: maker.span(claim, shown) for form, maker in self.makers.items()},
                **{f"{form}_again": maker.span(claim, shown, again=True) for form, maker in self.makers.items()},
            }
        return spans

    @cached_property
    def meta(self) -> dict:
        """What masthead, head and citation need to know of the brief."""
        from .edition import number
        from .markdown import stringify

        subject, supports = self.ground.subject, [claim["support"] for claim in self.claims.values()]
        said = {key: stringify(value["c"]) for key, value in self.brief.meta.items() if value["t"] == "MetaInlines"}
        words = sum(len(run.text.replace(HOLE, "one").split()) for run in self.brief.runs)
        return {
            "title": said.get("title", typeset(subject.title)),
            "subtitle": said.get("subtitle", typeset(subject.subtitle)),
            "question": subject.question,
            "cutoff": str(subject.cutoff),
            "compiled": subject.compiled,
            "edition": number(self.ground.project),
            "authors": said.get("author", ""),
            "documents": len(self.ground.documents),
            "records": self.ground.records,
            "counts": {kind: supports.count(kind) for kind in ("source", "record", "computed")},
            "words": words,
        }

    def _blocks(self) -> dict:
        blocks, judged = {}, 0
        # Sources and record last: they hold what every other block, in the appendix too, links to.
        for block in sorted(self.brief.blocks, key=lambda block: block.name in {"sources", "record-table"}):
            if block.name == "judgement":
                judged += 1
                blocks[f"judgement|{judged}"] = self._judgement(block, judged)
            elif block.name in conventions()["filled_blocks"]:
                blocks[f"{block.name}|{block.key}"] = {
                    form: getattr(self, f"_{block.name.replace('-', '_')}")(block, maker)
                    for form, maker in self.makers.items()
                }
        return blocks

    def _judgement(self, block: Block, n: int) -> dict:
        given = block.attributes
        said = {
            "n": n,
            "likelihood": given["likelihood"],
            "confidence": given["confidence"],
            "changes": given["changes"],
            "holds": self.claims[given["holds"]],
            "against": [self.claims[name] for name in given["against"].split()],
        }
        parts = {}
        for form, maker in self.makers.items():
            parts[f"{form}_before"], parts[f"{form}_after"] = maker.judgement(said)
        return parts

    def filled(self, text: str | None) -> str | None:
        """Text with every `{claim-name}` said in house style."""
        return text and PLACEHOLDER.sub(lambda match: self.claims[match[1]]["words"], text)

    def _exhibit(self, entry: dict) -> dict:
        said = {part: self.filled(entry.get(part)) for part in ("title", "note", "alt", "sources")}
        return entry | {part: typeset(text) for part, text in said.items() if text}

    def _figure(self, block: Block, maker) -> str:
        entry = self._exhibit(self.ground.figures[block.key]) | {"claims": self._unmarked(block)}
        evidence = {link[2]: self._evidence(link[2]) for link in entry["links"]}
        return maker.figure(entry, _drawn(entry), {key: found for key, found in evidence.items() if found})

    def _table(self, block: Block, maker) -> str:
        entry = self._exhibit(self.ground.tables[block.key]) | {"claims": self._unmarked(block)}
        keys = {key for row in entry["rows"] for cell in row for key in cell["evidence"]}
        return maker.table(entry, {key: self.ground.registry.get(key) for key in sorted(keys)})

    def _unmarked(self, block: Block) -> list[dict]:
        """Claims that stand in no prose, only in this figure or table: there alone can their notes be called."""
        names = dict.fromkeys(name for name in _names(block, self.ground) if name in self.claims)
        return [self.claims[name] for name in names if not self.claims[name]["placed"]]

    def _evidence(self, key: str) -> dict | None:
        try:
            return self.ground.registry.get(key)
        except EvidenceError:
            return None

    def _masthead(self, block: Block, maker) -> str:
        return maker.masthead(self.meta)

    def _provenance(self, block: Block, maker) -> str:
        return maker.provenance(self.meta)

    def _sources(self, block: Block, maker) -> str:
        return maker.sources(
            [document_dict(one, self.ground.subject.sides) for one in self.ground.documents],
            self.ground.registry.used,
            self.uses,
        )

    def _record_table(self, block: Block, maker) -> str:
        linked = self.ground.registry.used
        rows = [
            self.plain.evidence(row) | {"linked": row["id"] in linked} for row in self.ground.registry.record.values()
        ]
        held = self.ground.subject.record
        return maker.record_table(rows, self.uses, (held.events.file, held.figures.file) if held else ())

    def _editions(self, block: Block, maker) -> str:
        from .edition import told

        return maker.table(told(self.ground.project), {})


def document_dict(document, sides: dict[str, str]) -> dict:
    """A document with its card, its side in words, and the zones of its lines, as the sources section shows it."""
    from .furniture import zones

    card = document.card
    lines = [
        {"start": line.start, "end": _shown_to(document.text, line.end), "zone": line.zone, "role": line.role}
        for line in zones(document.text)
    ]
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": str(document.published),
        "published_basis": card.published_basis,
        "inferred": card.published_inferred,
        "origin": card.origin,
        "side": card.side,
        "side_label": sides.get(card.side),
        "url": document.url,
        "licence": card.licence,
        "full_text": card.full_text,
        "text": document.text,
        "lines": lines,
    }


def _shown_to(text: str, end: int) -> int:
    """Where a line ends for a reader: with what parts it from the next, if that is not a common newline but hides."""
    while end < len(text) and escape.is_hidden(text[end]):
        end += 1
    return end


def _drawn(entry: dict) -> dict | None:
    """The figure's drawings; None until they are made."""
    try:
        from .figures import drawn
    except ModuleNotFoundError:
        return None
    return drawn(build.folder(), entry)
