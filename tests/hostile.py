"""Attacks that a document, a card or a record can carry, one class each, as data.

`text` goes into a body sentence of a document, `card` into a title, publisher or file name, `record` into a
cell. What they would do stands in `aim`. A marker is what a reader must see if the attack stays inert text; a
beacon (`window.pwned`, a file name, a secret) is what must never appear anywhere.
"""

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
    Attack("path", "leave the folder", "../../../../etc/passwd file:///etc/passwd"),
]
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
