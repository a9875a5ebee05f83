"""Where the reported clause stands: after the verb, before it, around it; and where it ends."""

from dossier.find.cue import COMMAS, FINITE, FRONTED, TRAILING, Cue
from dossier.reporting import known, table
from dossier.find.extent import right_end, without_tail
from dossier.find.following import first_word
from dossier.find.foregoing import before_end, closed, inverted, only_when, resumed
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
    if cue.text == "put" and cue.form == "source" and closed(r, cue, start, quoted):
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
    over = closed(r, cue, start, quoted) and (cue.form != "ing" or r.low[cue.verb - 1] == "as")
    over = over or inverted(r, cue, start, end, quoted)
    right = None if over or only_when(r, cue, start, end, quoted) else first_word(r, cue, end, quoted)
    if right is not None:
        cue.content, cue.rule = (
            (right, without_tail(r, cue, right, right_end(r, cue, found, right, end), quoted)),
            "after the verb",
        )
        return
    before = before_end(r, cue, start, end, quoted)
    if before is not None:
        cue.content, cue.rule = (start, before), "before the verb"
        again = resumed(r, cue, attributed(r, cue, end), end, quoted)
        if again:
            cue.content, cue.rule = (start, again), "around"


def _fronted(r: Reading, cue: Cue, start: int, end: int) -> int | None:
    """“As the minister noted, | wages rose”: the first word after the comma."""
    last = attributed(r, cue, end)
    if cue.start - 1 != start or r.low[start] != "as" or last >= end or r.words[last] != ",":
        return None
    return last + 1


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
    """Where a relative clause from `start` on ends: at a comma behind its verb, if the sentence goes on there."""
    verb = next((k for k in range(start, end) if r.tags[k] in FINITE), end)
    stops = (k for k in range(verb, end) if r.words[k] in COMMAS)
    return next((k for k in stops if any(r.tags[j] in FINITE for j in range(k, min(k + 6, end)))), end)


def _around(r: Reading, cue: Cue, start: int, end: int) -> tuple[int, int]:
    """The sentence without an “according to” at its start or end."""
    lead = cue.start - start
    if lead <= 1 or all(r.words[k] in TRAILING for k in range(start, cue.start)):
        described = r.words[cue.end : cue.end + 1] == [","] and r.tags[cue.end + 1] in ("WP", "WDT", "WP$")
        return (_clause_end(r, cue.end + 1, end) if described else cue.end), end
    if r.low[cue.end - 1] in lowered("speech", "views") and cue.end < end and r.words[cue.end] in MARKS:
        return cue.end, end  # “which in his words “does not do justice””
    rest = end - cue.end
    if (
        rest <= 6
        and not any(r.tags[k].startswith("VB") for k in range(cue.end, end))
        or cue.end < end
        and r.words[cue.end] in (",",)
        and r.low[cue.end + 1 : cue.end + 2] in (["of"], ["which"], ["with"], ["while"], ["adding"])
    ):
        return start, cue.start
    told = any(r.tags[k] in FINITE for k in range(start, cue.start))
    if told and r.words[cue.end : cue.end + 1] == [","] and r.tags[cue.end + 1] in ("WP", "WP$", "WDT"):
        return start, cue.start  # “…, according to X, who heads the agency”
    if cue.end < end and r.words[cue.end] in TRAILING and r.words[cue.start - 1] != ",":
        return start, cue.start
    if r.words[cue.start - 1] == "," and r.words[cue.end] == ",":
        return (start, end)
    return start, cue.start


def _bracketed(r: Reading, cue: Cue, start: int, end: int, quoted: list[int]) -> bool:
    """“Paraguay, she said, would receive …”: the clause goes on behind the attribution."""
    last = attributed(r, cue, end)
    if cue.start - 1 <= start or last >= end or r.words[cue.start - 1] not in PAUSES or r.words[last] not in PAUSES:
        return False
    if r.words[cue.start - 2] in MARKS or quoted[cue.start - 2] >= 0 or cue.end - cue.start > LONGEST:
        return False
    begun = any(r.tags[k] in FINITE for k in range(start, cue.start - 1)) and r.low[start] not in SUBORDINATE
    after = last + 1
    if after >= end or _speaks_on(r, cue, after):
        return False
    if r.words[cue.start - 1] != "," and r.words[last] != ",":
        return True
    aside = cue.subject is not None and r.low[cue.subject[0]] in PRONOUNS
    if aside and not any(r.tags[k] in FINITE for k in range(start, cue.start)) and r.tags[after] != "VBG":
        return True
    goes_on = any(r.tags[k] in FINITE or r.tags[k] == "VBN" for k in range(after, min(after + 20, end)))
    if r.low[after] in ("and", "but"):
        return begun and (goes_on or r.low[after] == "but")
    if begun:
        return (
            r.words[after] in MARKS
            or r.low[after] in lowered("speech", "resuming")
            or aside and goes_on and r.tags[after] in ("WDT", "WP", "IN") and r.low[after] not in NOT_TOLD
        )
    if r.words[after] in MARKS:
        return False
    topic = cue.start - start <= 3 and r.capital[start] and r.tags[after].startswith(("V", "N"))
    fronted = r.low[start] in FRONTED or r.low[start] in SUBORDINATE and r.low[start] != "as"
    return topic or r.tags[after] in FINITE or goes_on and fronted


def attributed(r: Reading, cue: Cue, end: int) -> int:
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


def _speaks_on(r: Reading, cue: Cue, k: int) -> bool:
    """“, adding that …”, “and noted”: the next reporting verb; after “said”, “and attaches weight” is said too."""
    if r.low[k] in ("and", "but", "while"):
        k += 1 + (r.tags[k + 1] == "RB")
    if r.low[k] not in table():
        return False
    return r.tags[k] == "VBG" or r.tags[k] in FINITE and (cue.form != "past" or r.tags[k] == "VBD")
