"""`make quality`: precision, recall and F1 of the extraction on the gold, beside its peers.

    PYTHONPATH=tests python -m quality [seeds|train|dev|test …]
    PYTHONPATH=tests python -m quality --misses [seeds|train|dev|passages …]
    PYTHONPATH=tests python -m quality --floors

Without a split named, all are measured, and what was measured is written to gold/measured.json (the brief's
method section reads it). `--misses` lists faults, but never those of test. `--floors` raises gold/floors.yml to what measured.json
holds, less MARGIN; it lowers none, unless documents were added to its split. What is right, scoring.py says;
agreement is the F1 of one annotator against the other on the texts that two have read. “Passages” are hundreds of
short texts in which one kind of fact is annotated.
"""

import importlib.util
import json
import sys
from collections import Counter

import yaml

from gold_loader import GOLD, SPLITS, Gold, GoldFact, load_split
from gold_passages import KINDS, load_passages
from scoring import SAME, Found, Score, as_found, compared, score, scores

MEASURED = GOLD / "measured.json"
FLOORS = GOLD / "floors.yml"
# What the extraction must reach on texts nobody here has seen.
AIM = {
    "furniture": 0.97, "amount": 0.95, "percent": 0.97, "date": 0.93, "person": 0.88, "meeting": 0.80,
    "statement": 0.80, "topic": 0.80,
}  # fmt: skip
MARGIN = 0.015  # between a recorded figure and its floor: what another build of the parser may move it
_UNTOLD = {"document", "start", "end", "quote", "kind", "measure", "as_printed", "basis"}


def found_in(gold: Gold) -> list[Found]:
    """What our extractor finds in one text."""
    from dossier.find import facts_in

    return [Found(f.kind, f.start, f.end, f.model_dump()) for f in facts_in(_document(gold))]


def _document(gold: Gold):
    from dossier.seeds import Document

    return Document(id=gold.id, text=gold.text, published=gold.published)


def resliced(golds: list[Gold], found: list[list[Found]]) -> Score:
    """How many quotations are the very characters between their offsets."""
    facts = [(gold.text, fact) for gold, facts in zip(golds, found, strict=True) for fact in facts]
    right = sum(0 <= f.start < f.end <= len(t) and t[f.start : f.end] == f.fields["quote"] for t, f in facts)
    return Score(right, len(facts), len(facts))


def measure(split: str, peers: bool = True) -> dict:
    """Everything about one split, as plain data."""
    golds = load_split(split)
    found = [found_in(gold) for gold in golds]
    ours = {**scores(golds, found), "offsets": resliced(golds, found)}
    result = {"documents": len(golds), "kinds": {kind: _figures(score) for kind, score in ours.items()}}
    if peers and importlib.util.find_spec("textacy"):
        from peers import PEERS, found_by_peers

        theirs = scores(golds, [found_by_peers(gold) for gold in golds], PEERS)
        result["peers"] = {kind: {"name": PEERS[kind], **_figures(score)} for kind, score in theirs.items()}
    return result


def passages() -> dict:
    """F1 of each kind on the passages that tell it, as plain data."""
    golds = {kind: load_passages(kind) for kind in KINDS}
    kinds = {}
    for kind, texts in golds.items():
        total = Score()
        for gold in texts:
            total += score(kind, gold, found_in(gold))
        kinds[kind] = _figures(total)
    return {"documents": sum(map(len, golds.values())), "kinds": kinds}


def agreement() -> dict:
    """F1 of the second annotator against the first, over all texts that two have read."""
    seconds = load_split("second")
    firsts = {gold.id: gold for split in SPLITS for gold in load_split(split)}
    golds = [firsts[second.id] for second in seconds]
    pairs = zip(golds, seconds, strict=True)
    annotators = Counter(f"{gold.annotator} and {second.annotator}" for gold, second in pairs)
    kinds = scores(golds, [as_found(second) for second in seconds])
    return {
        "documents": len(golds),
        "annotators": dict(sorted(annotators.items())),
        "kinds": {kind: _figures(score) for kind, score in kinds.items()},
    }


def _figures(score: Score) -> dict:
    return {
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
        "right": score.right,
        "found": score.found,
        "n": score.gold,
    }


def floors() -> dict[str, dict[str, float]]:
    """Split → kind → the F1 below which a test fails."""
    return {split: held["f1"] for split, held in _held().items()}


def _held() -> dict[str, dict]:
    """floors.yml: split → the number of documents its floors were measured on, and the floors."""
    return (yaml.safe_load(FLOORS.read_text(encoding="utf-8")) or {}) if FLOORS.exists() else {}


def below(results: dict[str, dict], floors: dict[str, dict[str, float]]) -> list[str]:
    """Every figure that has fallen below its floor, and every floor whose figure is not measured."""
    faults = []
    for split, kinds in floors.items():
        for kind, floor in kinds.items():
            figures = results.get(split, {}).get("kinds", {}).get(kind)
            if not figures or not figures["n"]:
                faults.append(f"{split} {kind}: has a floor ({floor}), but nothing was measured")
            elif figures["f1"] < floor:
                faults.append(f"{split} {kind}: F1 is {figures['f1']:.3f}, its floor {floor:.3f} (n={figures['n']})")
    return faults


def raise_floors() -> None:
    """Set each floor just below the recorded figure, unless it is higher already for the same documents."""
    measured, old = json.loads(MEASURED.read_text(encoding="utf-8")), _held()
    recorded = {**measured["splits"], "passages": measured["passages"]}
    lines = ["# F1 below which the tests fail. Raised by `python -m quality --floors`; lower one only with a reason."]
    for split in (*SPLITS, "passages"):
        documents, held = recorded[split]["documents"], old.get(split, {})
        before = held["f1"] if held.get("documents") == documents else {}
        lines += [f"{split}:", f"  documents: {documents}", "  f1:"]
        lines += [f"    {kind}: {floor}" for kind, floor in _raised(recorded[split]["kinds"], before).items()]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _raised(kinds: dict[str, dict], before: dict[str, float]) -> dict[str, float]:
    floors = {kind: max(round(f["f1"] - MARGIN, 3), before.get(kind, 0)) for kind, f in kinds.items() if f["n"]}
    return {**floors, "offsets": 1.0} if "offsets" in kinds else floors


# --- printing -----------------------------------------------------------------------------------------


def table(title: str, result: dict) -> str:
    lines = [f"{title}: {result['documents']} documents", f"  {'':12} {'P':>6} {'R':>6} {'F1':>6} {'n':>6}  aim"]
    for kind, figures in result["kinds"].items():
        peer = result.get("peers", {}).get(kind)
        lines.append(
            f"  {kind:12} {_percent(figures)} {figures['n']:>6}  {f'{AIM[kind]:.2f}' if kind in AIM else '':4}"
            + (f"   {peer['name']}: {peer['f1']:.3f}" if peer else "")
        )
    return "\n".join(lines)


def _percent(figures: dict) -> str:
    return " ".join(f"{figures[name]:6.3f}" for name in ("precision", "recall", "f1"))


def main(splits: list[str]) -> int:
    """Measure, print, and, if everything was measured, write measured.json; exit 0."""
    if splits[:1] == ["--misses"]:
        if set(splits[1:]) - {"seeds", "train", "dev", "passages"}:
            print("misses are shown for seeds, train, dev and passages; test is for measuring", file=sys.stderr)
            return 2
        print("\n".join(misses(split) for split in splits[1:] or ["seeds", "train"]))
        return 0
    if splits == ["--floors"]:
        raise_floors()
        return 0
    if unknown := set(splits) - set(SPLITS):
        print(f"no such split: {', '.join(sorted(unknown))}; splits are {', '.join(SPLITS)}", file=sys.stderr)
        return 2
    results = {}
    for split in splits or SPLITS:
        results[split] = measure(split)
        print(table(split, results[split]), end="\n\n", flush=True)
    if not splits:
        short, together = passages(), agreement()
        print(table("passages", short), table("two annotators", together), sep="\n\n")
        counts = {split: counted(split) for split in SPLITS}
        measured = {"splits": results, "passages": short, "agreement": together, "gold": counts, "aim": AIM}
        MEASURED.write_text(json.dumps(measured, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"\nwritten to {MEASURED.relative_to(GOLD.parent.parent)}")
    return 0


def counted(split: str) -> dict:
    """Documents and facts of a split, per kind."""
    golds = load_split(split)
    return {"documents": len(golds), **dict(sorted(Counter(f.kind for gold in golds for f in gold.facts).items()))}


def misses(split: str) -> str:
    """Every fact of a split, or of the passages, that was missed (−) or wrongly found (+)."""
    told = [(gold, SAME) for gold in load_split(split)] if split in SPLITS else []
    told = told or [(gold, (kind,)) for kind in KINDS for gold in load_passages(kind)]
    lines = []
    for gold, kinds in told:
        found = found_in(gold)
        for kind in kinds:
            _, missed, wrong = compared(kind, gold, found)
            lines += [f"{gold.id} {kind} − {_told(gold, fact)}" for fact in missed]
            lines += [f"{gold.id} {kind} + {_told(gold, fact)}" for fact in wrong]
    return "\n".join(lines)


def _told(gold: Gold, fact: GoldFact | Found) -> str:
    told = {k: v for k, v in fact.fields.items() if v and k not in _UNTOLD}
    return f"“{' '.join(gold.text[fact.start : fact.end].split())[:60]}” {told}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
