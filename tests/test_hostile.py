"""Hostile documents: some sixty classes of attack go through the whole line, and come out inert and visible.

One document carries every attack in its sentences and some on its card, and a record has one in every cell; they are
found, claimed, shown in notebooks, page, paper and data. The page is then opened in Chromium, and everything is pressed.
"""

import csv
import io
import json
import re
import subprocess
from functools import cached_property

import hostile
import kazakh
import looking
import lxml.html
import pytest
from dossier import engine as engines
from dossier import escape
from dossier.inwords import Plain
from dossier.subject import read_subject
from pypdf import PdfReader

PASSWORDS = "root:x:0:"  # the first words of the file that several attacks want to read
TITLE = 'A <script>window.pwned=1</script> title {{< env DOSSIER_SECRET >}} #read("/etc/passwd") \u202eevil'
RUNS = re.compile(r"^\s*(javascript|data|file|vbscript):", re.IGNORECASE)


class Rendered:
    def __init__(self, folder, engine):
        self.folder = kazakh.project(folder)
        subject, report = folder / "seeds" / "subject.yml", folder / "report.qmd"
        subject.write_text(hostile.mapped(subject.read_text(encoding="utf-8")), encoding="utf-8")
        hostile.record(folder / "seeds" / "record")
        told = " and ".join(f'[]{{record="{hostile.row(number)}"}}' for number in range(len(hostile.ATTACKS)))
        block = f"## The record\n\nTold on {told}.\n\n::: {{record-table}}\n:::\n\n## Sources"
        shown = report.read_text(encoding="utf-8").replace("## Sources", block)
        report.write_text(shown, encoding="utf-8")
        self.added = kazakh.add(folder, "hostile.txt", hostile.document(), "--title", TITLE, "--origin", TITLE)
        self.before = {path.name for path in folder.parent.iterdir()}
        found = {"QUARTO": engines.quarto()} if engine == "quarto" else {}
        self.done = kazakh.render(folder, engine, DOSSIER_SECRET=hostile.SECRET, **found)
        self.after = {path.name for path in folder.parent.iterdir()}
        self.site = kazakh.published(folder) if (folder / "_site").is_dir() else {}

    @property
    def page(self):
        return lxml.html.document_fromstring(self.site["report.html"])

    @cached_property
    def read(self):
        """The page as it is read, squeezed: without links and buttons, the marks that lead from a passage to its claims."""
        page = self.page
        for link in page.xpath("//a | //button"):
            link.drop_tree()
        return squeezed(page.body.text_content())

    @cached_property
    def parts(self):
        """Rows of the record and cards, by id, squeezed."""
        return {part.get("id"): squeezed(part.text_content()) for part in self.page.xpath("//tr[@id] | //article[@id]")}

    @cached_property
    def paper(self):
        """The text of the paper."""
        reader = PdfReader(io.BytesIO(self.site["report.pdf"]))
        return "\n".join(page.extract_text() for page in reader.pages)

    @cached_property
    def print(self):
        return in_print(self.paper)


REAL = pytest.mark.skipif(
    not engines.quarto(), reason="no Quarto was found on the PATH or in $QUARTO: hostile texts go through one engine"
)


@pytest.fixture(scope="module", params=["builtin", pytest.param("quarto", marks=[REAL, pytest.mark.quarto])])
def rendered(request, tmp_path_factory):
    made = Rendered(tmp_path_factory.mktemp("hostile") / "dossier", request.param)
    assert made.added.returncode == 0, made.added.stderr
    assert made.done.returncode == 0, made.done.stderr
    return made


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("attack", hostile.ATTACKS, ids=[attack.name for attack in hostile.ATTACKS])
def test_an_attack_is_shown_as_the_text_it_is(rendered, attack):
    """The reader sees the attack's own characters, and those that hide or imitate by their number."""
    assert squeezed(escape.visible(attack.payload)) in rendered.read


@pytest.mark.parametrize("attack", hostile.ATTACKS, ids=[attack.name for attack in hostile.ATTACKS])
def test_an_attack_of_the_record_is_shown_as_the_text_it_is(rendered, attack):
    """A row's account is our own words, set as ours are: it is shown like a document's, in the table and on its card."""
    number = hostile.ATTACKS.index(attack)
    account = f"Event {number}: {hostile.in_a_cell(attack.payload)}"
    words = squeezed(escape.visible(Plain(read_subject(rendered.folder / "seeds")).words(account)))
    assert words in rendered.parts[f"rec-{hostile.row(number)}"]
    assert words in rendered.parts[f"card-{hostile.row(number)}"]


def in_print(text: str) -> str:
    """Text as it can be found on paper again: numbers of notes taken out, marks plain, and what only some fonts have left out."""
    for set_, plain in {"“": '"', "”": '"', "‘": "'", "’": "'", "\u00ad": "", "\u200b": "", "−": "-", "…": "..."}.items():
        text = text.replace(set_, plain)
    return re.sub(r"[^\x20-\x7e‹›]+", "", re.sub(r"\[\d+\]|Page\d+of\d+", "", squeezed(text)))


@pytest.mark.parametrize("attack", hostile.ATTACKS, ids=[attack.name for attack in hostile.ATTACKS])
def test_an_attack_is_printed_as_the_text_it_is(rendered, attack):
    """On paper, too, the attack stands as words: those of its characters that the font has, and the numbers of the others."""
    words = in_print(escape.visible(attack.payload))
    assert len(words) > 5 and words in rendered.print


def test_the_paper_does_nothing(rendered):
    """No script, no action on opening, no file embedded, no form; links lead to plain web addresses or within the paper."""
    reader = PdfReader(io.BytesIO(rendered.site["report.pdf"]))
    names, links, seen = set(), [], []

    def walk(thing):
        thing = thing.get_object()
        if isinstance(thing, dict | list) and id(thing) not in seen:
            seen.append(id(thing))
            if isinstance(thing, dict):
                names.update(thing)
                links.extend(str(thing[key]) for key in ("/URI",) if isinstance(thing.get(key), str))
            for part in thing.values() if isinstance(thing, dict) else thing:
                walk(part)

    walk(reader.trailer["/Root"])
    assert len(seen) > 500
    forbidden = {"/JavaScript", "/JS", "/OpenAction", "/AA", "/Launch", "/EmbeddedFiles", "/AcroForm", "/RichMedia", "/SubmitForm"}
    assert set() == names & forbidden
    assert links and [] == [link for link in links if not link.startswith("https://example.org/")]


def test_nothing_was_read_or_written_outside(rendered):
    """No secret of the environment, no line of a system file, no file that an attack would leave."""
    assert rendered.before == rendered.after
    assert [] == [path for path in rendered.folder.rglob("*pwned*")]
    texts = [data.decode("utf-8", "ignore") for data in rendered.site.values()]
    texts.append(rendered.paper)
    texts += [path.read_text(encoding="utf-8") for path in (rendered.folder / "_build").rglob("*.ipynb")]
    assert len(texts) > 10
    assert [] == [text[:80] for text in texts if hostile.SECRET in text or PASSWORDS in text]


def test_the_paper_prints_typst_as_words(rendered):
    """Typst in a document stands on the paper as it stands in the document."""
    assert 'eval("1+1")' in squeezed(rendered.paper).replace("”", '"').replace("“", '"')


def test_no_element_of_the_page_is_a_document_s(rendered):
    """No frame, form, foreign script or image; no handler on any element; no link that runs."""
    elements = list(rendered.page.iter())
    assert len(elements) > 300
    tags = {element.tag for element in elements if isinstance(element.tag, str)}
    assert set() == tags & {"iframe", "object", "embed", "base", "animate"}
    handlers = [name for element in elements for name in element.attrib if name.lower().startswith("on")]
    links = [
        element.get("href") for element in elements if element.tag == "a" and RUNS.match(element.get("href") or "")
    ]
    assert ([], []) == (handlers, links)


def test_a_fake_claim_of_a_document_claims_nothing(rendered):
    """Text that imitates a claim's mark gets no button and no card."""
    buttons = {button.text_content() for button in rendered.page.iter("button")}
    assert buttons and "$9 billion" not in buttons


def test_notebooks_show_documents_as_text(rendered):
    """What the executed notebooks hold as HTML has no element and no handler of a document's."""
    shown = []
    for path in (rendered.folder / "_build" / "notebooks").glob("*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            shown += [
                "".join(o["data"]["text/html"]) for o in cell.get("outputs", ()) if "text/html" in o.get("data", {})
            ]
    assert len(shown) >= 3
    parsed = [lxml.html.fragment_fromstring(html, create_parent="div") for html in shown]
    elements = [element for tree in parsed for element in tree.iter() if isinstance(element.tag, str)]
    assert len(elements) > 100
    assert set() == {element.tag for element in elements} & {"script", "iframe", "img", "svg", "form", "a", "object"}
    assert [] == [name for element in elements for name in element.attrib if name.startswith("on")]


def test_no_cell_of_the_data_runs_as_a_formula(rendered):
    """Every cell of every CSV that begins like a formula is guarded, or a number."""
    cells = [
        cell
        for name, data in rendered.site.items()
        if name.endswith(".csv")
        for row in csv.reader(io.StringIO(data.decode("utf-8"), newline=""))
        for cell in row
    ]
    assert len(cells) > 500
    loose = [
        cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "\t"} and not re.fullmatch(r"[-+]?[\d.e+-]+", cell)
    ]
    assert [] == loose


def test_imitated_digits_make_no_number(rendered):
    """Fullwidth, Arabic or mathematical digits are no sum and no percentage."""
    facts = json.loads(rendered.site["data/facts.json"])
    values = {fact["value"] for fact in facts if fact["kind"] in {"amount", "percent"}}
    assert values and set() == values & {2.8e10, 30.0}


@pytest.mark.browser
def test_in_chromium_nothing_runs_and_nothing_is_asked_for(rendered):
    """Every button is pressed and every element touched: no script of a document runs, no request leaves the file."""
    with looking.chromium() as chromium, looking.opened(chromium, rendered.folder / "_site" / "report.html") as page:
        pressed = page.evaluate(
            """() => { const all = [...document.querySelectorAll('button, summary')];
            all.forEach(one => one.click());
            document.querySelectorAll('*').forEach(one => ['mouseover', 'error', 'load', 'focus'].forEach(
                name => one.dispatchEvent(new Event(name))));
            return all.length }"""
        )
        page.wait_for_timeout(1500)
        assert pressed > 10
        assert page.evaluate("window.pwned") is None
        assert page.url == f"file://{rendered.folder / '_site' / 'report.html'}"
        laid_out = page.evaluate("document.querySelector('.record tbody').textContent")
        assert [] == [one.name for one in hostile.REFUSED_LINKS if f"A link that {one.name} carries" not in laid_out]
        protocols = page.evaluate("[...new Set([...document.links].map(link => link.protocol))]")
        assert {"file:", "https:"} == set(protocols)
        assert [] == page.troubles


CARDS = [*hostile.REFUSED_LINKS]


@pytest.mark.parametrize("attack", CARDS, ids=[attack.name for attack in CARDS])
def test_a_link_that_would_run_is_no_card(tmp_path, attack):
    """`dossier add` refuses it, and writes nothing."""
    folder = kazakh.project(tmp_path / "dossier")
    (tmp_path / "a.txt").write_text("The minister said that the talks in the city were good.\n")
    words = ["--publisher", "x", "--published", "2024-05-03", "--url", attack.payload]
    assert kazakh.dossier(folder, "add", str(tmp_path / "a.txt"), *words).returncode == 1
    assert ["corrections.yml", "sources.yml", "subject.yml"] == sorted(
        path.name for path in (folder / "seeds").iterdir()
    )


BOMB = "- &a {id: x, title: &b [lol, lol]}\n- *a\n"


def test_a_card_file_that_repeats_itself_is_refused(tmp_path):
    """An alias, of which a few lines make gigabytes, is refused with its line before anything is made of it."""
    folder = kazakh.project(tmp_path / "dossier")
    (folder / "seeds" / "sources.yml").write_text(BOMB)
    done = kazakh.dossier(folder, "check")
    assert done.returncode == 1 and "seeds/sources.yml:2:1: is not plain YAML (an alias" in done.stderr


NAMES = ["$(touch pwned).txt", "a;touch pwned;.txt", "-rf.txt", "evil\u202etxt.txt", "two\nlines.txt", "`id`.txt", "a b.txt"]


@pytest.mark.parametrize("name", NAMES, ids=[ascii(name) for name in NAMES])
def test_a_file_name_is_no_command(tmp_path, name):
    """`dossier add` keeps a plain name only; the command that the check suggests for a stray file is safe to paste."""
    folder = kazakh.project(tmp_path / "dossier")
    text = "The minister said that the talks in the city were good.\n"
    (tmp_path / name).write_text(text)
    words = ["--publisher", "x", "--published", "2024-05-03", "--url", "https://example.org/a"]
    assert kazakh.dossier(folder, "add", *words, "--", str(tmp_path / name)).returncode == 0
    (added,) = (folder / "seeds").glob("*.txt")
    assert re.fullmatch(r"[A-Za-z0-9][\w.-]*", added.name)
    (folder / "seeds" / name).write_text(text + "More.\n")
    (said,) = [line for line in kazakh.dossier(folder, "check").stderr.splitlines() if "has no card" in line]
    command = said.partition("run `")[2].rpartition("`")[0].replace(" …", " x").removeprefix("dossier ")
    pasted = subprocess.run(["bash", "-c", f"printf '%s\\n' {command}"], capture_output=True, text=True, cwd=tmp_path)
    assert not (tmp_path / "pwned").exists() and "add" == pasted.stdout.splitlines()[0]


HOSTS = [
    ("https://www.azernews.az@evil.example/x", None),  # the host is what stands after the @
    ("https://\u0430zernews.az/x", "https://xn--zernews-1fg.az/x"),  # a Cyrillic a: shown as what it is
    ("https://evil.example\\@azernews.az/x", "https://evil.example/@azernews.az/x"),  # as a browser reads it
    ("ftp://example.org/x", None),
    ("https://example.org/\r\nSet-Cookie: a=b", "https://example.org/Set-Cookie:%20a=b"),  # on one line
]


@pytest.mark.parametrize(("address", "kept"), HOSTS, ids=[ascii(address) for address, _ in HOSTS])
def test_an_address_does_not_pose_as_another(tmp_path, address, kept):
    """A host behind a user name, letters of another alphabet, a line end: refused, or written so that it is seen."""
    folder = kazakh.project(tmp_path / "dossier")
    (tmp_path / "a.txt").write_text("The minister said that the talks in the city were good.\n")
    done = kazakh.dossier(folder, "add", str(tmp_path / "a.txt"), "--publisher", "x", "--published", "2024-05-03", f"--url={address}")
    cards = (folder / "seeds" / "sources.yml").read_text(encoding="utf-8")
    assert (done.returncode == 0) == (kept is not None), done.stdout + done.stderr
    assert f"url: {kept}" in cards if kept else "sha256: " not in cards.replace("#   sha256", "")


@pytest.mark.parametrize("attack", hostile.REFUSED_CARDS, ids=[attack.name for attack in hostile.REFUSED_CARDS])
def test_a_card_that_points_elsewhere_is_refused(tmp_path, attack):
    """A card names a plain file of the folder; anything else stops, with the card's number."""
    folder = kazakh.project(tmp_path / "dossier", "visit.txt")
    cards = folder / "seeds" / "sources.yml"
    cards.write_text(
        cards.read_text(encoding="utf-8").replace("file: visit.txt", f"file: {attack.payload}"), encoding="utf-8"
    )
    done = kazakh.render(folder)
    assert done.returncode == 1 and "file: " in done.stderr and "must be the bare name" in done.stderr
