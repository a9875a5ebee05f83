"""Labels: “Ana Ruiz: We are close.”, “Ruiz: …” before the paragraphs of an interview or a debate."""

from dossier.find.reading import BREAK, Reading

LONGEST = 6  # words of a label
ASKS = 0.5  # share of questions among the paragraphs of whoever asks


class Labels:
    """The names that paragraphs begin with, before a colon, where they do so again and again."""

    def __init__(self, r: Reading):
        self.r = r
        self.at: dict[int, tuple[str, int]] = {}
        self.uses: dict[str, list[tuple[str, bool]]] = {}  # last word of a label → as printed, and is it a question
        starts = sorted({r.paragraph_start(start) for start, end in r.sents if end > start})
        for start, after in zip(starts, [*starts[1:], len(r)], strict=False):
            mark = self._mark(start)
            if mark is not None:
                self.at[start] = r.text(start, mark), mark
                self._note(self.at[start][0], start, after)

    def _note(self, label: str, start: int, after: int) -> None:
        words = [w for w in self.r.words[start:after] if w != BREAK]
        self.uses.setdefault(label.split()[-1], []).append((label, words[-1] == "?"))

    def _mark(self, start: int) -> int | None:
        r = self.r
        mark = next((k for k in range(start + 1, min(start + LONGEST, len(r) - 2)) if r.words[k] == ":"), None)
        name = range(start, mark or start)
        named = all(r.capital[k] and r.tags[k] in ("NNP", "NNPS") and not r.place[k] for k in name)
        return mark if mark is not None and named and r.words[mark + 1] != BREAK else None

    def speaker(self, start: int) -> tuple[str, int] | None:
        """The full name of who is labelled at the paragraph's first word, and the first word said."""
        if start not in self.at:
            return None
        label, mark = self.at[start]
        uses = self.uses[label.split()[-1]]
        name = max((used for used, _ in uses), key=len)
        asks = sum(question for _, question in uses) > ASKS * len(uses)
        return (name, mark + 1) if len(uses) > 1 and " " in name and not asks else None
