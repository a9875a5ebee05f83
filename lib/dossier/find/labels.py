"""Labels: “Ana Ruiz: We are close.”, “Ruiz: …” before the paragraphs of an interview or a debate."""

from dossier.find.reading import Reading

LONGEST = 6  # words of a label
ASKS = 0.5  # share of questions among the paragraphs of whoever asks


class Labels:
    """The names that paragraphs begin with, before a colon, where they do so again and again.

    `at`: first word of a paragraph → its label and the place of the colon; `asks`: label → is each of its paragraphs
    a question?
    """

    def __init__(self, r: Reading):
        self.r = r
        self.at: dict[int, tuple[str, int]] = {}
        self.asks: dict[str, list[bool]] = {}
        starts = sorted({r.paragraph_start(start) for start, end in r.sents if end > start})
        for start, after in zip(starts, [*starts[1:], len(r)], strict=False):
            if (mark := self._mark(start)) is not None:
                label = r.text(start, mark)
                self.at[start] = label, mark
                self.asks.setdefault(label, []).append("?" in r.words[max(start, after - 2) : after])

    def speaker(self, start: int) -> tuple[str, int] | None:
        """The full name of who is labelled at the paragraph's first word, and the first word said."""
        if start not in self.at:
            return None
        label, mark = self.at[start]
        name = max((full for full in self.asks if set(label.split()) <= set(full.split())), key=len)
        asked = [each for used in self.asks if set(used.split()) <= set(name.split()) for each in self.asks[used]]
        known = len(asked) > 1 and " " in name and sum(asked) <= ASKS * len(asked)
        return (name, mark + 1) if known else None

    def _mark(self, start: int) -> int | None:
        """The colon behind a name, with words of the same line behind it."""
        r = self.r
        mark = next((k for k in range(start + 1, min(start + LONGEST, len(r) - 2)) if r.words[k] == ":"), None)
        if mark is None or r.sent_of[mark + 1] < 0:
            return None
        named = all(r.capital[k] and r.tags[k].startswith("N") and not r.place[k] for k in range(start, mark))
        return mark if named else None
