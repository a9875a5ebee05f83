"""The first screen: the question and its date, then how the brief is supported and how to read it."""

from dossier import escape, labels


def masthead(m: dict) -> str:
    """The question and the dateline, below title and subtitle."""
    return f"""<div class="question" data-region="masthead">
<p class="dateline">Information to <time datetime="{escape.attribute(m["cutoff"])}">{labels.day(m["cutoff"])}</time>, \
compiled {labels.day(m["compiled"])}. <span class="edition">Edition {escape.html(m["edition"])}</span>. \
{reading(m["words"])}.</p>
<p class="asked">{escape.html(m["question"])}</p></div>"""


def reading(words: int) -> str:
    """How long so many words take: `1 minute’s reading`, `8 minutes’ reading`."""
    minutes = labels.minutes(words)
    return f"{minutes} minute’s reading" if minutes == 1 else f"{minutes} minutes’ reading"


def provenance(m: dict) -> str:
    """How many claims rest on what, how to open the evidence, how to cite."""
    kinds = "".join(
        f'<li data-support="{kind}"><b>{m["counts"][kind]}</b> on {CLAUSES[kind]}</li>' for kind in labels.SUPPORT
    )
    total = sum(m["counts"].values())
    return f"""<aside class="provenance" data-region="masthead" aria-label="How this brief is supported">
<p><span class="screen-only"><b>Press any underlined number</b> to see what it rests on.</span>\
<span class="print-only"><b>The notes at the end</b> say what each underlined number rests on.</span> {total} claims:</p>
<ul class="kinds">{kinds}</ul>
<details class="cite"><summary>Cite this</summary><p class="citation">{escape.html(labels.citation(m))}</p></details>
</aside>"""


CLAUSES = {
    "source": "a document’s exact words",
    "record": "our account of a public page",
    "computed": "arithmetic described",
}
