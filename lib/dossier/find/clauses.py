"""Where the reported clause stands: after the verb, before it, around it; and where it ends."""

from dossier.find.cue import COMMAS, FINITE, FRONTED, TRAILING, Cue, known, table
from dossier.find.extent import right_end, without_tail
from dossier.find.following import first_word
from dossier.lexicon import lowered
from dossier.find.quotations import MARKS
from dossier.find.reading import Reading

PAUSES = frozenset((",", "–", "—"))
PRONOUNS = frozenset("he she they it".split())
SUBORDINATE = frozenset("if while when although though because since unless as".split())
NOT_TOLD = frozenset("when as while after before".split())  # “…, she said, when she came”: the writer's own words
TOLD = frozenset("DT JJ NN NNS NNP NNPS PRP PRP$".split())
LONGEST = 12  # words of an attribution between commas


def place(r: Reading, cue: Cue, found: list[Cue], start: int, end: int, quoted: list[int]) -> None:
    if cue.text == "put" and cue.form == "source" and _closed(r, cue, start, quoted):
        cue.content, cue.rule = (
            (next(k for k in range(start, cue.start) if quoted[k] == quoted[cue.start - 2]), cue.start),
            "source",
        )
        return
    if cue.form == "source":
        cue.content, cue.rule = _sourced(r, cue, start, end, quoted), "source"
        return
    if (fronted := _fronted(r, cue, start, end)) is not None:
        cue.content, cue.rule = (fronted, end), "after “as”"
        return
    if _bracketed(r, cue, start, end, quoted):
        colon = max((k for k in range(start, cue.start) if r.words[k] == ":"), default=start - 1)
        cue.content, cue.rule = (colon + 1, end), "around"
        return
    closed = _closed(r, cue, start, quoted) and (cue.form != "ing" or r.low[cue.verb - 1] == "as")
    closed = closed or _inverted(r, cue, start, end, quoted)
    right = None if closed or _only_when(r, cue, start, end, quoted) else first_word(r, cue, end, quoted)
    if right is not None:
        cue.content, cue.rule = (
            (right, without_tail(r, cue, right, right_end(r, cue, found, right, end), quoted)),
            "after the verb",
        )
        return
    before = _before_end(r, cue, start, end, quoted)
    if before is not None:
        cue.content, cue.rule = (start, before), "before the verb"
        resumed = _resumed(r, cue, end, quoted)
        if resumed:
            cue.content, cue.rule = (cue.content[0], resumed), "around"


def _fronted(r: Reading, cue: Cue, start: int, end: int) -> int | None:
    """“As the minister noted, | wages rose”: the first word after the comma."""
    if cue.start - 1 != start or r.low[start] != "as" or cue.end >= end or r.words[cue.end] != ",":
        return None
    return cue.end + 1


def _closed(r: Reading, cue: Cue, start: int, quoted: list[int]) -> bool:
    """Does a quotation end right before the attribution: “…,” or “…”, (the comma after the mark)?"""
    k = cue.start - 1
    if k <= start:
        return False
    if r.words[k] in MARKS:
        return quoted[k - 1] >= 0 and r.words[k - 1] in (",", "?", "!", "…", ".")
    return r.words[k] == "," and r.words[k - 1] in MARKS and k - 2 >= start and quoted[k - 2] >= 0 and quoted[k - 1] < 0


def _inverted(r: Reading, cue: Cue, start: int, end: int, quoted: list[int]) -> bool:
    """“…, said an official who asked not to be named.”: what follows the verb is who said it."""
    if cue.subject is None or cue.subject[0] <= cue.verb or r.words[cue.start - 1] != "," or cue.start - start < 4:
        return False
    opens = any(quoted[k] >= 0 or r.words[k] == ":" for k in range(cue.end, end))
    return not opens and any(r.tags[k] in FINITE for k in range(start, cue.start))


def _only_when(r: Reading, cue: Cue, start: int, end: int, quoted: list[int]) -> bool:
    """“…, the minister announced on Monday”: after the verb stands only when, where or how it was said."""
    k = cue.verb + 1
    if cue.subject and cue.subject[0] > cue.verb or k >= end or r.low[k] not in lowered("speech", "circumstances"):
        return False
    if _before_end(r, cue, start, end, quoted) is None:
        return False
    last = next(
        (
            j
            for j in range(k, end)
            if r.words[j] in (",", ".", ";") or r.low[j] in ("because", "who", "which", "as", "when", "where", "while")
        ),
        end,
    )
    return not any(r.tags[j] in FINITE or r.low[j] == "that" or quoted[j] >= 0 for j in range(k, last))


def _sourced(r: Reading, cue: Cue, start: int, end: int, quoted: list[int]) -> tuple[int, int]:
    """The words of a source: in “as X put it, “…”” those in marks, behind “according to whom” the clause."""
    opens = cue.end + 1
    if cue.text == "put" and r.words[cue.end : cue.end + 1] == [","] and quoted[opens + 1 : opens + 2] != [-1]:
        if r.words[opens] in MARKS and opens + 1 < end and cue.start - start > 1:
            return opens + 1, next((k for k in range(opens + 1, end) if quoted[k] < 0), end)
    if cue.subject and cue.subject[1] < cue.start:
        return cue.end, _clause_end(r, cue.end, end)
    return _around(r, cue, start, end)


def _clause_end(r: Reading, start: int, end: int) -> int:
    """Where a relative clause that begins at `start` ends: at a comma behind its verb, if the sentence goes on there."""
    verb = next((k for k in range(start, end) if r.tags[k] in FINITE), end)
    stops = (k for k in range(verb, end) if r.words[k] in COMMAS)
    return next((k for k in stops if any(r.tags[j] in FINITE for j in range(k, min(k + 6, end)))), end)


def _around(r: Reading, cue: Cue, start: int, end: int) -> tuple[int, int]:
    """The sentence without an “according to” at its start or end."""
    lead = cue.start - start
    if lead <= 1 or all(r.words[k] in TRAILING for k in range(start, cue.start)):
        described = r.words[cue.end : cue.end + 1] == [","] and r.tags[cue.end + 1] in ("WP", "WDT", "WP$")
        return (_clause_end(r, cue.end + 1, end) if described else cue.end), end
    rest = end - cue.end
    if (
        rest <= 6
        and not any(r.tags[k].startswith("VB") for k in range(cue.end, end))
        or cue.end < end
        and r.words[cue.end] in (",",)
        and r.low[cue.end + 1 : cue.end + 2] in (["of"], ["which"], ["with"], ["while"], ["adding"])
    ):
        return start, cue.start
    if cue.end < end and r.words[cue.end] in TRAILING and r.words[cue.start - 1] != ",":
        return start, cue.start
    if r.words[cue.start - 1] == "," and r.words[cue.end] == ",":
        return (start, end)
    if r.low[cue.end - 1] in lowered("speech", "views") and cue.end < end and r.words[cue.end] in MARKS:
        return cue.end, end  # “which in his words “does not do justice””
    return start, cue.start


def _bracketed(r: Reading, cue: Cue, start: int, end: int, quoted: list[int]) -> bool:
    """“Paraguay, she said, would receive …”: the clause goes on behind the attribution."""
    last = _attributed(r, cue, end)
    if cue.start - 1 <= start or last >= end or r.words[cue.start - 1] not in PAUSES or r.words[last] not in PAUSES:
        return False
    if r.words[cue.start - 2] in MARKS or quoted[cue.start - 2] >= 0 or cue.end - cue.start > LONGEST:
        return False
    begun = any(r.tags[k] in FINITE for k in range(start, cue.start - 1)) and r.low[start] not in SUBORDINATE
    after = last + 1
    if after >= end or _speaks_on(r, after):
        return False
    if r.words[cue.start - 1] != "," and r.words[last] != ",":
        return True
    goes_on = any(r.tags[k] in FINITE or r.tags[k] == "VBN" for k in range(after, min(after + 12, end)))
    if r.low[after] in ("and", "but"):
        return begun and goes_on
    if begun:
        aside = cue.subject is not None and r.low[cue.subject[0]] in PRONOUNS
        return (
            r.words[after] in MARKS
            or r.low[after] in lowered("speech", "resuming")
            or aside and goes_on and r.tags[after] in ("WDT", "WP", "IN") and r.low[after] not in NOT_TOLD
        )
    if r.words[after] in MARKS:
        return False
    topic = cue.start - start <= 3 and r.capital[start] and r.tags[after].startswith(("V", "N"))
    return topic or r.tags[after] in FINITE or goes_on and r.low[start] in FRONTED


def _attributed(r: Reading, cue: Cue, end: int) -> int:
    """Where the attribution ends: behind who is told, and behind what “said X, an analyst at Y,” adds to the name."""
    last = cue.end
    if cue.subject and cue.subject[0] > cue.verb and r.words[last : last + 1] == [","]:
        return next(
            (
                k
                for k in range(last + 1, min(last + LONGEST, end))
                if r.words[k] in COMMAS and not any(r.tags[j] in FINITE or r.words[j] in MARKS for j in range(last, k))
            ),
            last,
        )
    if known(r.low[cue.verb])[0] in lowered("speech", "addressee"):
        while last < end and r.tags[last] in TOLD and last - cue.end < LONGEST:
            last += 1
    return last if r.words[last : last + 1] == [","] else cue.end


def _speaks_on(r: Reading, k: int) -> bool:
    """“, adding that …”, “and noted”: the next reporting verb."""
    if r.low[k] in ("and", "but", "while"):
        k += 1 + (r.tags[k + 1] == "RB")
    return r.low[k] in table() and (r.tags[k] in FINITE or r.tags[k] == "VBG")


def _relative(r: Reading, cue: Cue, quoted: list[int]) -> bool:
    """“a former envoy who now advises the premier”: a relative clause says nothing of what stands before it."""
    first = max((k for k in range(max(0, cue.verb - 6), cue.verb) if r.words[k] in COMMAS), default=cue.verb - 6)
    return any(r.tags[k] in ("WP", "WDT") and quoted[k] < 0 for k in range(max(0, first), cue.verb))


def _before_end(r: Reading, cue: Cue, start: int, end: int, quoted: list[int]) -> int | None:
    """End of the content that stands before “…, X said”, or None."""
    k = cue.start
    if _relative(r, cue, quoted):
        return None
    lead = k
    while lead > start and r.low[lead - 1] in ("as", "also", "and", "the") and r.words[lead - 2 : lead - 1] == [","]:
        lead -= 1
    k = lead
    closing = k - 1 >= start and (r.words[k - 1] in (",", "?", "!", "–", "—", "…") or r.words[k - 1] in MARKS)
    if not closing or k - start < 3:
        return None
    _, _, classes = known(r.low[cue.verb])
    if (
        "c" not in classes
        and r.low[cue.end - 1] != "clear"
        and not _closed(r, cue, start, quoted)
        or cue.form in ("ing", "base")
        and r.low[cue.verb - 1] != "as"
        and r.tags[cue.verb] != "VBP"
    ):
        return None
    words = [r.words[j] for j in range(start, k) if r.words[j] not in TRAILING]
    closing_cue = all(r.words[j] in TRAILING for j in range(cue.end, end)) and len(words) > 6
    if (
        len(words) < 2
        or not closing_cue
        and not any(quoted[j] >= 0 for j in range(start, k))
        and not any(r.tags[j] in FINITE for j in range(start, k))
    ):
        return None
    if (
        r.low[start] in ("as", "while", "when", "if", "although", "after", "before", "since", "because", "asked")
        and not any(quoted[j] >= 0 for j in range(start, k))
        and r.words[start : k - 1].count(",") < 1
    ):
        return None
    return k


def _resumed(r: Reading, cue: Cue, end: int, quoted: list[int]) -> int | None:
    """“…,” he said, “but …”: where the quotation taken up again ends."""
    for k in range(cue.end, end):
        if quoted[k] >= 0:
            stretch = k
            while stretch < end and quoted[stretch] == quoted[k]:
                stretch += 1
            between = [r.low[j] for j in range(cue.end, k) if r.words[j] not in TRAILING]
            if (
                not between
                or any(r.words[j] in COMMAS for j in range(cue.end, k))
                and not any(w.endswith("ing") or w in ("and", "but") for w in between)
            ):
                return stretch
            return None
    return None
