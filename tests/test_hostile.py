"""Hostile documents: forty classes of attack go through the whole line, and come out inert and visible.

One document carries every attack in its sentences, a second has attacks for a card; both are found, claimed,
shown in notebooks, page, paper and data. The page is then opened in Chromium, and everything in it is pressed.
"""

import csv
import io
import json
import re

import hostile
import kazakh
import looking
import lxml.html
import pytest
from dossier import escape
from pypdf import PdfReader

PASSWORDS = "root:x:0:"  # the first words of the file that several attacks want to read
TITLE = 'A <script>window.pwned=1</script> title {{< env DOSSIER_SECRET >}} #read("/etc/passwd") \u202eevil'
RUNS = re.compile(r"^\s*(javascript|data|file|vbscript):", re.IGNORECASE)


class Rendered:
    def __init__(self, folder):
        self.folder = kazakh.project(folder)
        self.added = kazakh.add(folder, "hostile.txt", hostile.document(), "--title", TITLE, "--origin", TITLE)
        self.before = {path.name for path in folder.parent.iterdir()}
        self.done = kazakh.render(folder, DOSSIER_SECRET=hostile.SECRET)
        self.after = {path.name for path in folder.parent.iterdir()}
        self.site = kazakh.published(folder) if (folder / "_site").is_dir() else {}

    @property
    def page(self):
        return lxml.html.document_fromstring(self.site["report.html"])


@pytest.fixture(scope="module")
def rendered(tmp_path_factory):
    made = Rendered(tmp_path_factory.mktemp("hostile") / "dossier")
    assert made.added.returncode == 0, made.added.stderr
    assert made.done.returncode == 0, made.done.stderr
    return made


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("attack", hostile.ATTACKS, ids=[attack.name for attack in hostile.ATTACKS])
def test_an_attack_is_shown_as_the_text_it_is(rendered, attack):
    """The reader sees the attack's own characters, and those that hide or imitate by their number."""
    sources = rendered.page
    for link in sources.xpath("//a | //button"):  # the marks that lead from a passage back to its claims
        link.drop_tree()
    assert squeezed(escape.visible(attack.payload)) in squeezed(sources.body.text_content())


def test_nothing_was_read_or_written_outside(rendered):
    """No secret of the environment, no line of a system file, no file that an attack would leave."""
    assert rendered.before == rendered.after
    assert [] == [path for path in rendered.folder.rglob("*pwned*")]
    texts = [data.decode("utf-8", "ignore") for data in rendered.site.values()]
    texts.append(paper(rendered))
    texts += [path.read_text(encoding="utf-8") for path in (rendered.folder / "_build").rglob("*.ipynb")]
    assert len(texts) > 10
    assert [] == [text[:80] for text in texts if hostile.SECRET in text or PASSWORDS in text]


def paper(rendered) -> str:
    reader = PdfReader(io.BytesIO(rendered.site["report.pdf"]))
    return "\n".join(page.extract_text() for page in reader.pages)


def test_the_paper_prints_typst_as_words(rendered):
    """Typst in a document stands on the paper as it stands in the document."""
    assert 'eval("1+1")' in squeezed(paper(rendered)).replace("”", '"').replace("“", '"')


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
