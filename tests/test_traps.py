"""The editor's traps: readings that are easy and wrong, one test each where a machine can tell."""

import re
from pathlib import Path

import pytest
from dossier import corroboration, read
from dossier.find import facts_in
from the_record import SEEDS, record, subject

ROOT = SEEDS.parent
BRIEF = (ROOT / "report.qmd").read_text(encoding="utf-8")
BODY = BRIEF[BRIEF.index("::: {.bottom-line}") : BRIEF.index("## Sources")]
SPAN = re.compile(r"\[([^\]\[]*)\]\{[^}]*\}")
PROSE = " ".join(re.sub(r"[*_\\]", "", SPAN.sub(r"\1", BODY)).split())
FIRST, LAST = "azernews-2022-03", "trtworld-2025-12"


@pytest.fixture(scope="module")
def facts() -> list:
    return [fact for document in read(SEEDS) for fact in facts_in(document)]


def only(facts: list, kind: str, words: str, field: str = "quote"):
    """The one fact of a kind with those words in a field."""
    found = [fact for fact in facts if fact.kind == kind and words in str(getattr(fact, field))]
    assert 1 == len(found), found
    return found[0]


def test_667_8_is_repaired_and_shown(facts):
    """Printed without its million; the brief shows the printed sum, the parts, the repaired sum, and whose repair it is."""
    assert only(facts, "amount", "$667.8").magnitude_missing
    assert {"turnover-printed", "exports", "imports", "turnover-parts", "turnover"} <= set(
        re.findall(r'(?:fact|calc)="([^"]+)"', BODY)
    )
    assert "The repair is ours" in PROSE


def test_manats_and_pounds_are_one_sum(facts):
    """£500,000 translates AZN 1 million; “over” belongs to the manats."""
    manats, pounds = only(facts, "amount", "AZN"), only(facts, "amount", "£500,000")
    assert ("over", "exact", manats.quote) == (manats.bound, pounds.bound, pounds.equivalent_of)


def test_the_mine_money_was_for_armenia_too():
    """The record tells that the same sum was for both; the row says so."""
    assert record().events.set_index("id").twin["2022-06-undp-demining-aid"]


def test_the_money_paragraph_is_the_newspapers(facts):
    """The brief calls it a newspaper's standing paragraph; no statement of the ministry contains the sums."""
    assert "newspaper’s standing paragraph" in PROSE
    assert [] == [
        f for f in facts if f.kind == "statement" and f.speaker == "Foreign Ministry" and "billion" in f.quote
    ]


def test_thirty_years_of_oil_and_gas_are_no_anniversary(facts):
    """1992 follows from the anniversary of diplomatic relations alone."""
    inferred = [fact for fact in facts if fact.kind == "date" and fact.basis == "inferred"]
    assert [("1992", "30th anniversary")] == [(fact.date, fact.quote) for fact in inferred]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The minister also lauded", "Jeyhun Bayramov"),
        ("the UK minister emphasized", "James Heappey"),
        ("He said there were", "Ilham Aliyev"),
        ("He reiterated", "Ilham Aliyev"),
    ],
)
def test_pronouns_and_offices_have_the_right_speaker(facts, words, speaker):
    """Who “the minister”, “the UK minister” and “he” are."""
    speakers = {fact.speaker for fact in facts if fact.kind == "statement" and words in fact.quote}
    assert {speaker} == speakers


def test_trust_is_the_guests_as_told_by_the_presidency(facts):
    """The standfirst gives trust to the host; the body gives it to the guest, through the press service."""
    said = only(facts, "statement", "friendship and trust", "content")
    assert ("Vernon Coaker", "presidential press service") == (said.speaker, said.told_by)


def test_headlines_are_evidence_for_nothing(facts):
    """No fact but furniture lies before the dateline of the page of 2025."""
    start = next(
        fact.start for fact in facts if fact.document == LAST and fact.kind == "date" and fact.basis == "printed"
    )
    assert {"furniture"} >= {fact.kind for fact in facts if fact.document == LAST and fact.start < start}


def test_neither_guest_was_defence_secretary(facts):
    """Offices as printed; the brief never promotes them."""
    offices = {fact.name: fact.office for fact in facts if fact.kind == "person" and fact.country == "GB"}
    assert {
        "James Heappey": "Minister for the Armed Forces",
        "Vernon Coaker": "Minister of State for Defence",
    } == offices
    assert not re.search(
        r"(?i)defence secretary|secretary of state for defence|British defence minister (?:Lord|James)", BRIEF
    )


def test_presidency_agency_and_broadcaster_are_one_release():
    """The audience of 2025 has one origin, however many pages print it."""
    origins = corroboration.origins(record(), subject()).set_index("id").kind
    assert corroboration.ONE_RELEASE == origins["2025-12-04-coaker-aliyev"]
    assert "one release" in PROSE


def test_august_is_a_month_and_thursday_the_press_offices_day(facts):
    """“In August” is August 2025 without a day; “Thursday” is when the press office spoke, and no date of a meeting."""
    assert "2025-08" == only(facts, "date", "August").date
    meeting = next(fact for fact in facts if fact.kind == "meeting" and fact.document == LAST)
    assert meeting.date in (None, "2025-12-04")


def test_the_day_of_march_2022_is_one_episode():
    """Three rooms, three read-outs, one episode."""
    visit = record().events[record().events.date == "2022-03-30"]
    assert (3, 1) == (len(visit), visit.episode.nunique())


@pytest.mark.parametrize(
    "wrong",
    [
        r"first (?:British |UK |ever )*(?:defence )?attach",  # first *resident* one
        r"(?:signed|signing of) (?:a|the) strategic partnership|partnership was signed",  # announced
        r"first (?:defence |cooperation )*plan",  # it resumes a series
        r"Xlinks(?!.{0,80}non-binding)",  # non-binding, between companies
        r"2\.9 billion(?!.{0,60}gross)",  # gross, for all partners
        r"shares? (?:of energy )?(?:rose|rises|grew|increased)",  # 94.1 → 94.6 is no rise
        r"embargo (?:on|against) Azerbaijan was (?:lifted|ended)(?!.{0,60}Armenia)",
        r"trade (?:rose|fell|grew|shrank|is rising|is falling)",  # direction unknown
        r"(?i)replaced energy|shift(?:ed)? from energy to defence",  # it joined
        r"(?i)\bsurge|skyrocket|unprecedented",
    ],
)
def test_the_brief_does_not_say(wrong):
    """Wordings that would spring a trap."""
    assert not re.search(wrong, PROSE)


@pytest.mark.parametrize(
    "right",
    ["never been total", "case by case", "for Armenia too", "no signed text was found", "resumes an older series",
     "the first to live in Baku, not the first to be accredited", "what the index holds, not what happened on the ground",
     "neither rise nor fall", "do not all count the same"],
)  # fmt: skip
def test_the_brief_says(right):
    """Qualifications that must stand beside what they qualify."""
    assert right in PROSE


def test_fourfold_is_plus_300_percent():
    """The figure of the record is a growth rate, not a factor."""
    assert 300 == record().figures.set_index("id").value["trade-turnover-growth--2025-01-2025-03"]


def test_contested_terms_are_quoted_never_adopted():
    """“Liberated lands” stands in quotation marks and is called one side's."""
    for entry in subject().contested:
        for match in re.finditer(f"(?i){entry.term}", PROSE):
            assert "“" == PROSE[match.start() - 1]
    assert "is one side’s term, not ours" in PROSE


def test_new_page_was_said_of_defence_industry(facts):
    """One statement of the host, about defence industry; each translation is its outlet's."""
    said = only(facts, "statement", "new page", "content")
    assert ("Ilham Aliyev", True) == (said.speaker, said.quote.startswith("Touching on defence industry"))
    assert re.search(r"“new page” after Anadolu and as “new chapter” by Report", PROSE)


def test_energy_stayed_names_whom_it_counts():
    """The phrase never stands without its actor set."""
    assert all("all actors" in PROSE[m.start() : m.start() + 80] for m in re.finditer(r"[Ee]nergy stayed", PROSE))
    assert "“Energy stayed” holds for all actors counted together" in PROSE


def test_counts_come_before_shares():
    """Episodes are said as k of n; no percentage of episodes stands in the body."""
    assert {"energy-share", "energy-shares"} == {
        key for words, key in re.findall(r'\[([^\]]*%)\]\{calc="([^"]+)"', BODY)
    }


def test_no_interval_pretends_a_sample():
    """The record is no sample: no library code or notebook makes an interval or a test of significance."""
    code = [*(ROOT / "lib").rglob("*.py"), *(ROOT / "notebooks").glob("*.ipynb")]
    assert [] == [
        p.name
        for p in code
        if re.search(r"(?i)binom|clopper|p_value|proportion_confint", p.read_text(encoding="utf-8"))
    ]


def test_shares_of_codings_are_called_no_probability():
    """Where the grid is told, it says so."""
    assert "not probabilities" in BRIEF


@pytest.mark.parametrize("word", ["core", "multiverse", "Clopper", "offset", "significant", "correlat"])
def test_plain_words(word):
    """Words of the workshop stay out of the body."""
    assert not re.search(rf"(?i)\b{word}", PROSE)


def test_the_bottom_line_fits_in_120_words():
    """What a minister's adviser reads first."""
    line = BRIEF[BRIEF.index("::: {.bottom-line}") + 18 :]
    assert len(SPAN.sub(r"\1", line[: line.index(":::")]).split()) <= 120


def test_every_judgement_names_what_speaks_against_it():
    """Likelihood, confidence, premise, evidence against and what would change it stand with each; one is not made."""
    judgements = re.findall(r"::: \{\.judgement ([^}]*)\}", BRIEF)
    assert 5 == len(judgements) and "no judgement" in PROSE
    assert all(
        re.search(rf'{key}="[^"]+"', j)
        for j in judgements
        for key in ("likelihood", "confidence", "holds", "against", "changes")
    )


def test_nothing_of_the_subject_stands_in_the_library():
    """Countries, places and this subject's terms belong in seeds/."""
    subject_words = re.compile("azer" + "baij|ba" + "ku|kara" + "bakh|de" + "mining", re.IGNORECASE)
    files = [
        path
        for path in (ROOT / "lib" / "dossier").rglob("*")
        if path.suffix in {".py", ".yml", ".html", ".typ", ".css", ".js", ".lua"}
    ]
    assert [] == [
        str(path.relative_to(ROOT)) for path in files if subject_words.search(path.read_text(encoding="utf-8"))
    ]
    assert files and Path(files[0]).is_file()
