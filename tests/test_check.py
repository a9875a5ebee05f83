"""The check: every unsupported word of the brief is named with file, line, column, and what would be right."""

import json
import re

import pytest
import tiny
from dossier import check
from dossier.check import run
from dossier.manuscript import read


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("DOSSIER_BUILD", str(tmp_path / "p" / "_build"))
    folder = tiny.project(tmp_path / "p")
    monkeypatch.chdir(folder)
    return folder


def faults(folder) -> list[str]:
    return [str(fault) for fault in check.check(folder)[0]]


def test_sound_brief_is_bound(project, capsys):
    """A brief without faults is bound: every pair of key and words, in both formats, counted aloud."""
    assert (faults(project), run()) == ([], 0)
    bound = json.loads((project / "_build" / "bound.json").read_text())
    assert sorted(bound["spans"]) == [
        "calc|wind-share|1 of 2",
        "fact|metals|30%",
        "fact|talks|",
        "fact|trade|$2.5 billion",
    ]
    assert sorted(bound["blocks"]) == ["judgement|1", "masthead|", "sources|", "table|sums"]
    assert [claim["n"] for claim in bound["claims"].values()] and bound["claims"]["talks"]["words"] == "3 May 2024"
    assert "5 claims in 4 paragraphs" in capsys.readouterr().out


PLANTED = [
    # what stands there, what is planted, line:column, found, expected
    ("[$2.5 billion]{fact", "[$2.6 billion]{fact", "11:11", "“$2.6 billion” for trade", "“$2.5 billion”"),
    ("heard.", "heard 17 times.", "11:74", "“17” outside a span", "a claim"),
    ("heard.", "heard by twelve.", "11:77", "“twelve” outside a span", "a claim"),
    ("heard.", "heard on 3 May 2024.", "11:77", "“3 May 2024” outside a span", '[3 May 2024]{fact="talks"}'),
    ("heard.", 'heard: "a golden age of arms".', "11:75", "“a golden age of arms”, a quotation outside a span", 'fact="…"'),
    ("heard.", "heard: “a golden age of arms”.", "11:75", "“a golden age of arms”, a quotation outside a span", 'fact="…"'),
    ("heard.", "heard: ‘a golden age of arms’.", "11:75", "‘a golden age of arms’, a quotation outside a span", 'fact="…"'),
    ("heard.", "heard, and `code` too.", "11:79", "inline code", "without backticks"),
    ("[1 of 2]{calc", "[50 percentage points]{calc", "12:41", "“50 percentage points” for wind-share", "“1 of 2”"),
    ("heard.", "heard in 2019.", "11:77", "“2019” outside a span", "a claim"),
    ("heard.", "worth $2.5 billion.", "11:74", "“$2.5 billion” outside a span", '[$2.5 billion]{fact="trade"}'),
    ("heard.", "heard: half of it.", "11:75", "“half” outside a span", '[half]{calc="wind-share"}'),
    ("heard.", "worth 30%.", "11:74", "“30%” outside a span", '[30%]{fact="metals"}'),
    ('fact="trade"', 'fact="trad"', "11:11", "the unknown key “trad”", "did you mean trade?"),
    ('fact="trade"', 'fact="../trade"', "11:11", "the key “../trade”", "lower-case letters"),
    ('fact="trade"', 'calc="trade"', "11:11", 'calc="trade", which is source', 'fact="trade"'),
    ("## What was said", '## What [30%]{fact="metals"} said', "9:9", "the claim “metals” in a heading", "a heading without claims"),
    ("## What was said", "## What 30 said", "9:9", "“30” outside a span", "a claim"),
    ("## What was said", "# What was said", "9:1", "a heading of the first level", "## …"),
    ("## What was said", "## What was said {#claim-trade}", "9:1", "the id “claim-trade”", "an id with another"),
    ("## What was said", "## Record", "9:1", "the id “record”, which the page itself has", "a heading in other words"),
    ("heard.", "heard tw\u200bo.", "11:76", "an invisible character", "nothing in its place"),
    ("heard.", "heard ７ times.", "11:74", "“７” outside a span", "a claim"),
    ("heard.", "heard {{< env HOME >}}.", "11:74", "a shortcode “{{< env HOME >}}.”", "the words themselves"),
    ("heard.", "heard, see @fig-one.", "11:79", "a cross-reference or citation “@fig-one.”", "the figure’s name"),
    ("heard.", "heard <b>it</b>.", "11:74", "raw HTML or Typst", "plain Markdown"),
    ("heard.", "heard `#panic()`{=typst}.", "11:74", "raw HTML or Typst", "plain Markdown"),
    ("heard.", "heard `{python} 1 + 1`.", "11:74", "code to be run", "the code in a notebook"),
    ("heard.", "heard ![a chart](a.png).", "11:74", "a Markdown image", "a figure that a notebook names"),
    ("heard.", "heard [it]{.smallcaps}.", "11:74", "a span or raw tag that is no claim", "a claim: []{fact="),
    ("heard.", "heard [it](javascript:alert()).", "11:74", "a link to “javascript:alert()”", "begins with https://"),
    ("heard.", "heard a note[^1].\n\n[^1]: A note.", "13:1", "a footnote", "the words in the text"),
    ("## Sources", "::: {.callout-note}\nBeware.\n:::\n\n## Sources", "22:1", "a block “callout-note”", "one of figure"),
    ("## Sources", "::: {.panel-tabset}\n:::\n\n## Sources", "22:1", "a block “panel-tabset”", "one of figure"),
    ("## Sources", "```{=html}\n<b>x</b>\n```\n\n## Sources", "22:1", "a code block", "the code in a notebook"),
    ("## Sources", "```{python}\n1\n```\n\n## Sources", "22:1", "a code block", "the code in a notebook"),
    ("## Sources", "| a | b |\n|---|---|\n| c | d |\n\n: A caption\n\n## Sources", "26:1", "a captioned table", "a table that a notebook names"),
    ("## Sources", "::: {#fig-one}\n:::\n\n## Sources", "22:1", "the id “fig-one”", "an id with another beginning"),
    ("## Sources", "::: {.limits}\nLittle is known.\n\n## Sources", "22:1", "the block “{.limits}”, which is never closed", "a line “:::”"),
    ("{sources}\n:::", "{sources}", "24:1", "the block “{sources}”, which is never closed", "a line “:::” where it ends"),
    ('"sums"}\n:::\n', '"sums"}\n', "14:1", "the block “{table=\"sums\"}”, which is never closed", "a line “:::” where"),
    ("{sources}\n:::", "{sources} :::", "24:1", "the block “{sources}”, which is never closed", "a line “:::” where it"),
    ("## Sources", ":::\n\n## Sources", "22:1", "“:::”, which closes no block", "an end for each block"),
    ("## Sources", "Text.\n::: {.limits}\nLittle.\n:::\n\n## Sources", "23:1", "“::: {.limits}” right under text", "an empty line"),
    ("## Sources", ":: {.limits}\nLittle.\n::\n\n## Sources", "22:1", "a line that begins with two colons", "three, “:::”"),
    ("{sources}", "{nonsense=a b}", "24:1", "“::: {nonsense=a b}”, which is not read as a block", 'attributes as key="value"'),
    ("{sources}\n:::", "{sources}\n:::\n\n::: {sources}\n:::", "27:1", "a second block “sources”", "one: its links"),
    ('{table="sums"}', "{table=“sums”}", "14:1", "the table ““sums””", "straight quotation marks around the name"),
    ('{fact="trade"}', "{fact=“trade”}", "11:11", "the key ““trade””", "straight quotation marks around the name"),
    ("## Sources", "<<<<<<< ours\n\n## Sources", "22:1", "a merge that was not settled", "one of the two versions"),
    ("## Sources", "---\n\n## Sources", "22:1", "a rule", "a heading, which parts the text better"),
    ("{sources}", "{.limit}", "24:1", "a block “limit”", "did you mean limits?"),
    ("{sources}", "{nonsense}", "24:1", "a block “nonsense”", "one of figure"),
    ('table="sums"', 'table="sum"', "14:1", "the table “sum”", "did you mean sums?"),
    ("heard.", "heard of a surge.", "11:79", "“surge” where the claims of its sentence rest on n = 1", "n of at least 30"),
    ('likelihood="likely"', 'likelihood="certain"', "17:1", "likelihood “certain”", "one of remote chance"),
    ('confidence="low"', 'confidence="70%"', "17:1", "confidence “70%”", "one of low, moderate, high"),
    ('holds="metals-lead"', 'holds="metals"', "17:1", "the premise “metals”, which is 30%", "true or false"),
    ('against="wind-share"', 'against="prior"', "17:1", "the unknown claim “prior”", "the name of a claim"),
    ('changes="a sum for wind"', 'changes=""', "17:1", "a judgement without “changes”", "what would change it"),
    ('subtitle: "Ties, 2023–2024"', 'subtitle: "Ties, 30% up"', "3:1", "“30%” in the subtitle", "or the subject’s own"),
    ('title: "A fair wind?"', 'title: "A foul wind?"', "2:1", "the title “A foul wind?”", "“A fair wind?”, as seeds/subject.yml:1 has it, or no"),
    ('subtitle: "Ties, 2023–2024"', 'subtitle: "Talks"', "3:1", "the subtitle “Talks”", "as seeds/subject.yml:2 has it, or no"),
    ('subtitle: "Ties, 2023–2024"', 'filters: [evil.lua]', "3:1", "the header key “filters”", "one of title"),
]  # fmt: skip


@pytest.mark.parametrize("old, new, place, found, expected", PLANTED)
def test_planted_fault_is_named(project, capsys, old, new, place, found, expected):
    """What is planted gives exit 1 and a line file:line:column: found …; expected …; nothing is bound."""
    tiny.rewrite(project, old, new)
    assert run() == 1
    lines = capsys.readouterr().err.splitlines()
    said = [line for line in lines if line.startswith(f"report.qmd:{place}: found {found}")]
    assert said and expected in said[0].partition("; expected ")[2], lines
    assert not (project / "_build" / "bound.json").exists()


@pytest.mark.parametrize(("old", "new"), [
    ('title: "A fair wind?"\n', ""), ('subtitle: "Ties, 2023–2024"\n', ""), ("Ties, 2023–2024", "“Ties”, 2023--2024"),
])  # fmt: skip
def test_the_title_may_stand_in_the_subject_alone(project, old, new):
    """The brief may leave it out, and other quotation marks and dashes make no other title."""
    tiny.rewrite(project, old, new)
    assert 0 == run()
    bound = json.loads((project / "_build" / "bound.json").read_text(encoding="utf-8"))
    assert ("A fair wind?", True) == (bound["meta"]["title"], bound["meta"]["subtitle"].startswith(("Ties", "“Ties")))


ALLOWED = [
    "heard in 2023.",  # a year of the period
    "heard, 2023–24.",
    "heard at COP29.",  # a name
    "heard; it may march on.",  # verbs
    "heard. The two countries agreed, as did a third party.",
    "heard, but no surge, and not a trend.",  # denied
    "heard *by* **one** and all, “so to say”.",
    "heard; see [the page](https://steppe.example/).",
]


@pytest.mark.parametrize("text", ALLOWED)
def test_conventions_let_it_stand(project, text):
    """What a convention covers is no fault."""
    tiny.rewrite(project, "heard.", text)
    assert faults(project) == []


def test_premise_that_fails(project):
    """A premise that no longer holds is a fault at its judgement."""
    tiny.move_claim(project, "metals-lead", value=False)
    (fault,) = faults(project)
    assert fault.startswith("report.qmd:17:1: found the premise “metals-lead”, which no longer holds (metals > 0)")


def test_seed_with_one_byte_changed(project):
    """A changed seed is named with its file; nothing is bound."""
    seed = project / "seeds" / "talks.txt"
    seed.write_bytes(seed.read_bytes().replace(b"$2.5", b"$2.6"))
    (fault,) = faults(project)
    assert re.match(r"seeds/talks\.txt:1:1: sha256 is \w+, its card says", fault)


UNREADABLE = [
    # what becomes of report.qmd, and the one line that is told
    (None, "report.qmd:1:1: not found; write the brief there"),
    (b"---\ntitle: A\n---\n\xff\n", "report.qmd:1:1: byte 17 is not UTF-8; save the file as UTF-8"),
    (b"---\ntitle: A\nsubtitle: B: C\n---\n\nText.\n", "report.qmd:3:1: is not plain YAML (mapping values are not allowed"),
    (b"---\ntitle: A\n\nText.\n", "report.qmd:1:1: begins a header that never ends; put a line “---” under its last"),
    (b"", "report.qmd:1:1: found a brief without a claim; expected at least one number"),
]


@pytest.mark.parametrize(("data", "told"), UNREADABLE, ids=[told for _, told in UNREADABLE])
def test_a_brief_that_cannot_be_read_is_named(project, capsys, data, told):
    """No file, another encoding, a header that is no YAML or never ends, nothing at all: one fault, with its line."""
    path = project / "report.qmd"
    path.unlink() if data is None else path.write_bytes(data)
    (fault,) = faults(project)
    assert fault.startswith(told)
    assert run() == 1 and "1 fault; nothing was bound" in capsys.readouterr().err


def test_faults_of_the_ground_are_told_together(project):
    """Subject, cards and corrections that are wrong are all named, each in its own file and line, and not “found”."""
    (project / "seeds" / "subject.yml").write_text("title: A\n\tsubtitle: B\n")
    (project / "seeds" / "corrections.yml").write_text("- kind: sum\n")
    (project / "seeds" / "new.txt").write_text("The minister said that the talks were held.\n")
    (project / "seeds" / "edition.yml").write_text("claims: {\n<<<<<<< ours\n")
    said = faults(project)
    begins = (
        "seeds/subject.yml:2:1: is not plain YAML (found character", "seeds/new.txt:1:1: has no card in seeds/sources.yml",
        "seeds/corrections.yml:1:1: correction 1: kind: “sum” is unknown", "seeds/edition.yml:2:1: is not plain YAML (",
    )  # fmt: skip
    assert [True] * 4 == [one.startswith(place) for one, place in zip(said, begins, strict=True)], said
    assert said[3].endswith("settle the merge: keep one of the two versions")
    assert "run `dossier add seeds/new.txt --publisher" in said[1]


def test_an_open_side_is_noted(project, capsys):
    """A card whose side is open stops nothing; the check says so, with the card's line."""
    cards = project / "seeds" / "sources.yml"
    cards.write_text(cards.read_text().replace("side: kazakh", "side: open"))
    line = cards.read_text().splitlines().index("  side: open") + 1
    assert run() == 0
    assert f"sources.yml:{line}: the side of “talks-2024” is open; write whose account it is: kazakh" in capsys.readouterr().err


def test_evidence_that_is_not_there(project):
    """A claim whose evidence is no fact of the document, or names another document, is a fault."""
    for key, said in (
        ("talks-2024:0-5", "is no fact that was found"),
        ("other:0-5", "names no document"),
        ("record:x", "no row"),
    ):
        tiny.move_claim(project, "trade", evidence=[key])
        assert any(said in fault for fault in faults(project))


def test_how_much_as_much_is_said_of_a_ratio_alone(project):
    """“Doubled” says nothing of a count of two, and neither it nor “twice” is proposed for one; of a ratio it is said."""
    count = tiny.claim("heads", "computed", "count", 2, ["talks-2024:0-20"], label="headlines", formula="counted")
    for kind, words, said in (("count", "[doubled]", 1), ("count", "[twice]", 0), ("number", "[doubled]", 0)):
        tiny.put(project / "_build" / "claims" / "heads.json", json.dumps(count | {"kind": kind}))
        (project / "report.qmd").write_text(tiny.BRIEF.replace("heard.", f'{words}{{calc="heads"}} heard.'))
        assert said == sum("for heads" in fault for fault in faults(project))
    tiny.put(project / "_build" / "claims" / "heads.json", json.dumps(count))
    for bare in ("doubled", "twice"):
        (project / "report.qmd").write_text(tiny.BRIEF.replace("heard.", f"heard {bare}."))
        (fault,) = [one for one in faults(project) if bare in one]
        assert "heads" not in fault


def test_a_quotation_names_the_claim_whose_words_it_is(project):
    """Words of a document that stand bare between marks are told the span that opens them."""
    words = tiny.claim("chapter", "source", "text", "We see a new chapter", ["talks-2024:107-145"], label="said")
    tiny.put(project / "_build" / "claims" / "chapter.json", json.dumps(words))
    tiny.rewrite(project, "heard.", "heard “see a new chapter”.")
    assert any('expected “[see a new chapter]{fact="chapter"}”' in fault for fault in faults(project))


def test_fact_that_no_claim_names_is_suggested(project):
    """Where only a fact agrees with a bare number, the fault says which to name."""
    (project / "_build" / "claims" / "metals.json").unlink()
    tiny.rewrite(project, "heard.", "worth 30%.")
    assert any("once a notebook names the percent “30%” (talks-2024:" in fault for fault in faults(project))


def test_titles_of_exhibits_are_prose(project):
    """A bare number in a table's title is a fault at the block that shows it; a placeholder is filled."""
    path = project / "_build" / "tables" / "sums.json"
    bound = check.check(project)[1]
    assert "Sums since 3 May 2024" in bound["blocks"]["table|sums"]["html"]
    path.write_text(path.read_text().replace("{talks}", "3 May 2024"))
    assert "report.qmd:14:1: found “3 May 2024” in the title of table “sums”" in "\n".join(faults(project))


def test_both_readers_must_agree(project):
    """Claims that only one dialect of Markdown sees are refused: they would be lost in an engine."""
    tiny.rewrite(project, "## Sources", '<div>\n[30%]{fact="metals"}\n</div>\n\n## Sources')
    assert any("a claim that the engines read as" in fault for fault in faults(project))


def test_messages_hide_nothing(project):
    """Control characters and bidi overrides of the brief never reach the terminal."""
    tiny.rewrite(project, "heard.", "heard 17\u202e\x1b[31m times.")
    assert not re.search(r"[\x1b\u202e]", "\n".join(faults(project)))


def test_positions_are_exact(project):
    """A run knows the line and column of each of its characters, across lines and emphasis."""
    tiny.rewrite(project, "heard.", "heard\nby *all of* them.")
    (run_,) = [run_ for run_ in read(project / "report.qmd").runs if "heard" in run_.text]
    lines = (project / "report.qmd").read_text().splitlines()
    for word in ("heard", "by", "all", "them"):
        place = run_.places[run_.text.index(word)]
        assert lines[place.line - 1][place.column - 1 :].startswith(word)


def test_a_side_is_said_in_the_subjects_words(project):
    """Cards, sources and the paper's notes say whose account a text is as `sides:` has it, not by the key."""
    subject = project / "seeds" / "subject.yml"
    subject.write_text(subject.read_text("utf-8").replace("kazakh: Kazakh", "kazakh: of the steppe"), "utf-8")
    assert 0 == run()
    bound = json.loads((project / "_build" / "bound.json").read_text(encoding="utf-8"))
    for said in (*(bound[f"{form}_after"] for form in ("html", "typst")), *bound["blocks"]["sources|"].values()):
        assert ("Of the steppe" in said, "Kazakh<" in said, "Side: Kazakh" in said) == (True, False, False)
