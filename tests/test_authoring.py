"""The authoring page tells the grammar that `check` has: spans, blocks, what it refuses, and what words may say."""

import ast
import builtins
import re
from pathlib import Path
from types import SimpleNamespace

import dossier
import pytest
from dossier import charts, grammar, manuscript
from dossier.agree import disagreement
from dossier.prose import bare, conventions

HOME = Path(__file__).resolve().parents[1]
PAGE = (HOME / "AUTHORING.md").read_text(encoding="utf-8")
NEW = (HOME / "lib/dossier/brief/new/README.md").read_text(encoding="utf-8")
GROUND = SimpleNamespace(figures={"name": {}}, tables={"name": {}})
LOOKS = (grammar.forbidden, grammar.dialect, grammar.blocks)
# What “Refused” names, with a text that has it.
REFUSED = [
    ("Bare numbers", "There were 14 of them."),
    ("number words", "There were seven of them."),
    ("dates", "It was on 4 May 2019."),
    ("percentages", "It was 30 per cent."),
    ("claims in headings", '## In [2019]{fact="name"}'),
    ("shortcodes", "{{< env HOME >}}"),
    ("raw HTML", "A <b>bold</b> word."),
    ("Typst", "```{=typst}\n#pagebreak()\n```"),
    ("code", "```\nx\n```"),
    ("footnotes", "A word.^[a note]"),
    ("citations", "A word [@someone]."),
    ("cross-references", "As @fig-one shows."),
    ("images", "![a picture](a.png)"),
    ("captioned pipe tables", "| a |\n|---|\n| b |\n\n: Caption"),
    ("callouts", "::: {.callout-note}\nA word.\n:::"),
    ("tabsets", "::: {.panel-tabset}\nA word.\n:::"),
]
EXACT = {"name": "a", "support": "source", "low": None, "high": None, "bound": "exact", "of": None, "label": ""}
ENERGY = EXACT | {"kind": "amount", "value": 28.8e9, "unit": "USD"}
STOCK = ENERGY | {"value": 37e9, "bound": "over"}
SHARE = ENERGY | {"kind": "share", "value": 10 / 22, "of": 22, "unit": None}
COUNT = ENERGY | {"kind": "count", "value": 12, "unit": None}
LIFTED = ENERGY | {"kind": "date", "value": "2025-10-13", "unit": None}
MONTH = LIFTED | {"value": "2025-10"}
# What the page says of words, with a claim, words that may stand for it, and words that may not.
WORDS = [
    ("a number rounds to the digits printed", ENERGY, "$29 billion", "$28 billion"),
    ("“about” allows a tenth", ENERGY, "about $30 billion", "about $33 billion"),
    ("“over”\nlies below", ENERGY, "over $28 billion", "over $29 billion"),
    ("“nearly” above the value", ENERGY, "nearly $29 billion", "nearly $28 billion"),
    ("“10 of 22” are understood", SHARE, "10 of 22", "11 of 22"),
    ("a date may be\ncoarser than its evidence", LIFTED, "October 2025", "November 2025"),
    ("never finer", MONTH, "2025", "13 October 2025"),
    ("keeps its word", STOCK, "over $37 billion", "$37 billion"),
    ("A count is exact", COUNT, "12", "13"),
    ("unless “about” rounds it", COUNT, "about 13", "about 12"),
]


def spans(page: str) -> list[str]:
    """Every span that a page shows."""
    return re.findall(r"`(\[[^\]`]*\]\{[^}`]*\})`", page)


def fences(page: str) -> list[str]:
    """The opening line of every block that a page shows."""
    return re.findall(r"`(::: \{[^`]*\})`", page)


def names(page: str) -> list[str]:
    """The names of those blocks, as the grammar has them."""
    return [re.match(r"::: \{\.?([\w-]+)", fence)[1] for fence in fences(page)]


def brief(text: str, folder: Path) -> manuscript.Manuscript:
    path = folder / "report.qmd"
    path.write_text(text + "\n", encoding="utf-8")
    return manuscript.read(path)


def shown(page: str) -> str:
    """A brief that has everything a page shows, blanks of the page filled in."""
    marks, filled = spans(page), [fence.replace("…", "low") for fence in fences(page)]
    return "\n\n".join([*(f"Words {mark} here." for mark in marks), *(f"{fence}\n:::" for fence in filled)])


def faults(text: str, folder: Path) -> list[str]:
    """What the grammar says against a text, and the numbers that stand bare in it."""
    read = brief(text, folder)
    said = [what for look in LOOKS for _, what, _ in look(read, GROUND)]
    return said + [found.text for run in read.runs for found in bare(run.text, run.kind, (2024, 2025))]


def test_the_page_shows_each_kind_of_span():
    """One or more spans for each attribute that binds a claim."""
    assert set(manuscript.CLAIM_ATTRIBUTES) == {re.search(r"\{(\w+)=", span)[1] for span in spans(PAGE)}


def test_the_page_shows_each_block_once_and_no_other():
    """Blocks filled from the evidence, and blocks that set prose apart; a block kept silent is noticed."""
    known = sorted(conventions()["filled_blocks"] + conventions()["text_blocks"])
    assert known == sorted(names(PAGE))
    assert known != sorted(names(PAGE.replace("`::: {.glossary}`", "")))


@pytest.mark.parametrize("page", [PAGE, NEW], ids=["AUTHORING", "new/README"])
def test_all_that_is_shown_passes(page, tmp_path):
    """Every span and block of the page, put into a brief, is of the grammar."""
    assert [] == faults(shown(page), tmp_path)
    assert len(spans(page)) == len(brief(shown(page), tmp_path).marks)


def test_a_new_dossier_s_page_promises_no_speed():
    """How long a check takes hangs on the documents and the machine: the scaffold's README tells no time."""
    told = re.compile(r"\b(?:seconds?|minutes?|instant(?:ly)?|at once)\b")
    assert [] == told.findall(NEW)
    assert ["second"] == told.findall("says in a second what is wrong")


def test_an_invented_block_would_be_noticed(tmp_path):
    """A page that showed a block the grammar has not would fail here."""
    assert ["a block “sidebar”"] == faults(shown(PAGE.replace("::: {.watch}", "::: {.sidebar}")), tmp_path)


@pytest.mark.parametrize("word", ["yardstick", "confidence"])
def test_the_scales_are_those_of_the_check(word):
    """Likelihood and confidence, each word in its order."""
    said = {"yardstick": r"Likelihood is one of: (.+?)\.", "confidence": r"Confidence is (.+?)\."}[word]
    listed = re.search(said, PAGE, re.S)[1]
    assert conventions()[word] == re.split(r", | or ", " ".join(listed.split()))


@pytest.mark.parametrize(("what", "text"), REFUSED, ids=[what for what, _ in REFUSED])
def test_what_the_page_calls_refused_is_refused(what, text, tmp_path):
    """Each construct it names, in a brief, is a fault."""
    refused = PAGE.split("## Refused")[1].split("\n## ")[0]
    assert what.lower() in " ".join(refused.lower().split())
    assert faults(text, tmp_path)


def test_vague_words_named_are_on_the_list():
    """The words that the page gives as examples have a floor."""
    named = re.search(r"words such as (.+?) where", PAGE, re.S)[1]
    assert set() == set(re.findall(r"“(\w+)”", named)) - conventions()["vague_words"].keys()


@pytest.mark.parametrize(("promise", "claim", "may", "may_not"), WORDS, ids=[" ".join(row[0].split()) for row in WORDS])
def test_words_may_say_what_the_page_promises(promise, claim, may, may_not):
    """Less than the claim, never more."""
    assert promise in PAGE
    assert disagreement(claim, may) is None
    assert disagreement(claim, may_not)


@pytest.mark.parametrize("words", ["half", "a third", "six in ten"])
def test_shares_in_words_are_understood(words):
    """Each of the wordings that the page names agrees with a share of its size."""
    value = {"half": 1 / 2, "a third": 1 / 3, "six in ten": 0.6}[words]
    assert f"“{words}”" in PAGE
    assert disagreement(SHARE | {"value": value, "of": None}, words) is None
    assert disagreement(SHARE | {"value": value / 2, "of": None}, words)


def test_the_example_of_a_notebook_calls_what_there_is():
    """Its functions are exported by the package, or are charts."""
    (code,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.M | re.S)
    calls = [node.func for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    assert set() == {call.id for call in calls if isinstance(call, ast.Name)} - {*dossier.__all__, *dir(builtins)}
    methods = [call for call in calls if isinstance(call, ast.Attribute)]
    drawn = [call.attr for call in methods if getattr(call.value, "id", "") == "charts"]
    assert drawn and all(hasattr(charts, name) for name in drawn)
