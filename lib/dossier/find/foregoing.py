"""The content before a reporting verb (“…, X said”): is it there, where does it end, is it taken up again?"""

from dossier.find.cue import COMMAS, FINITE, TRAILING, Cue
from dossier.reporting import known
from dossier.find.quotations import MARKS
from dossier.find.reading import Reading
from dossier.lexicon import lowered


def closed(r: Reading, cue: Cue, start: int, quoted: list[int]) -> bool:
    """Does a quotation end right before the attribution: “…,” or “…”, (the comma after the mark)?"""
    k = cue.start - 1
    while k > start and r.words[k] in ("*", "_", "**"):
        k -= 1
    if k <= start:
        return False
    if r.words[k] in MARKS:
        return quoted[k - 1] >= 0 and r.words[k - 1] in (",", "?", "!", "…", ".")
    return r.words[k] == "," and r.words[k - 1] in MARKS and k - 2 >= start and quoted[k - 2] >= 0 and quoted[k - 1] < 0


def inverted(r: Reading, cue: Cue, start: int, end: int, quoted: list[int]) -> bool:
    """“…, said an official who asked not to be named.”: what follows the verb is who said it."""
    if cue.subject is None or cue.subject[0] <= cue.verb or r.words[cue.start - 1] != "," or cue.start - start < 4:
        return False
    opens = any(quoted[k] >= 0 or r.words[k] == ":" for k in range(cue.end, end))
    return not opens and any(r.tags[k] in FINITE for k in range(start, cue.start))


def only_when(r: Reading, cue: Cue, start: int, end: int, quoted: list[int]) -> bool:
    """“…, the minister announced on Monday”: after the verb stands only when, where or how it was said."""
    k = cue.verb + 1
    if r.shouting and known(r.low[cue.verb])[0] in lowered("speech", "addressee") and r.low[k] != "that":
        told = not any(r.tags[j] in FINITE or r.low[j] == "that" or quoted[j] >= 0 for j in range(k, end))
        return told and before_end(r, cue, start, end, quoted) is not None
    if cue.subject and cue.subject[0] > cue.verb or k >= end or r.low[k] not in lowered("speech", "circumstances"):
        return False
    if before_end(r, cue, start, end, quoted) is None:
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


def _relative(r: Reading, cue: Cue, quoted: list[int]) -> bool:
    """“a former envoy who now advises the premier”: a relative clause says nothing of what stands before it."""
    first = max((k for k in range(max(0, cue.verb - 6), cue.verb) if r.words[k] in COMMAS), default=cue.verb - 6)
    return any(
        r.tags[k] in ("WP", "WDT") and quoted[k] < 0 and not any(r.tags[j] in FINITE for j in range(k, cue.verb))
        for k in range(max(0, first), cue.verb)
    )


def before_end(r: Reading, cue: Cue, start: int, end: int, quoted: list[int]) -> int | None:
    """End of the content that stands before “…, X said”, or None."""
    k = cue.start
    if _relative(r, cue, quoted):
        return None
    lead = k
    while lead > start and r.low[lead - 1] in ("as", "also", "and", "the") and r.words[lead - 2 : lead - 1] == [","]:
        lead -= 1
    k = lead
    marked = closed(r, cue, start, quoted)
    closing = k - 1 >= start and (r.words[k - 1] in (",", "?", "!", "–", "—", "…") or r.words[k - 1] in MARKS)
    if not closing or k - start < 3 and not marked:
        return None
    if r.low[cue.verb + 1 : cue.verb + 2] == ["to"] and r.tags[cue.verb + 2] == "VB":
        return None  # “…, as the two vowed to deepen ties”
    _, _, classes = known(r.low[cue.verb])
    if (
        "c" not in classes
        and r.low[cue.end - 1] != "clear"
        and not marked
        or cue.form in ("ing", "base")
        and r.low[cue.verb - 1] != "as"
        and r.tags[cue.verb] != "VBP"
    ):
        return None
    words = [r.words[j] for j in range(start, k) if r.words[j] not in TRAILING]
    closing_cue = all(r.words[j] in TRAILING for j in range(cue.end, end)) and len(words) > 6
    if (
        len(words) < 2 - marked
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


def resumed(r: Reading, cue: Cue, last: int, end: int, quoted: list[int]) -> int | None:
    """“…,” he said, “but …”: where the quotation taken up again behind the attribution, which ends at `last`, ends."""
    for k in range(last, end):
        if quoted[k] >= 0:
            stretch = k
            while stretch < end and quoted[stretch] == quoted[k]:
                stretch += 1
            between = [r.low[j] for j in range(last, k) if r.words[j] not in TRAILING]
            if (
                not between
                or any(r.words[j] in COMMAS for j in range(last, k))
                and not any(w.endswith("ing") or w in ("and", "but") for w in between)
            ):
                return stretch
            return None
    return None
