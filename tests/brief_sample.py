"""A small brief about nowhere, made only to look at the page and the paper: documents, claims, figures.

`page()` and `paper()` give the finished HTML and Typst as a render would assemble them.
"""

import json
import subprocess
import tempfile
from importlib.resources import files
from pathlib import Path

import pypandoc
from dossier import escape, figures
from dossier import page as web
from dossier import paper as print_

BRIEF = files("dossier") / "brief"
TEXT = (
    "New ferry line opened, ministry says\n3 min read\n\n"
    "The ministry said on Thursday that Norland and Sudland would invest 28.8 million crowns in a ferry line. "
    "“It is a new page,” said the Minister of Harbours, Ada Brix.\n\n"
    "Trade between the two countries came to about 40 million crowns in 2024, of which fish made up 36%.\n\n"
    "Read also: Ten things to know about herring\n"
)
M = {
    "title": "A new ferry?", "subtitle": "Norland and Sudland from fish to ferries, 2022–2025",
    "question": "Did ties between Norland and Sudland move from fish to ferries?", "cutoff": "2025-12-31", "compiled": "2026-11",
    "edition": "1.0.0", "authors": "The sample desk", "counts": {"source": 4, "record": 2, "computed": 3}, "documents": 2,
    "records": 24, "words": 1650,
}  # fmt: skip


def _quote(document, text, words, sentence, why="currency: crowns"):
    start, first = text.index(words), text.index(sentence)
    return {
        "id": f"{document}:{start}-{start + len(words)}", "support": "source", "document": document, "start": start,
        "end": start + len(words), "quote": words, "sentence_start": first, "sentence_end": first + len(sentence),
        "sentence": sentence, "publisher": "Harbour News", "published": "2025-12-04", "origin": "Ministry of Harbours of Norland",
        "side": "norlandish", "url": "https://example.org/ferry-line.html", "title": "New ferry line", "why": why,
    }  # fmt: skip


S1 = "The ministry said on Thursday that Norland and Sudland would invest 28.8 million crowns in a ferry line."
S2 = "Trade between the two countries came to about 40 million crowns in 2024, of which fish made up 36%."
QUOTES = [
    _quote("harbour-2025", TEXT, "28.8 million crowns", S1),
    _quote("harbour-2025", TEXT, S1, S1, "sentence"),                                  # holds the first
    _quote("harbour-2025", TEXT, "million crowns in a ferry line", S1, "crosses it"),  # crosses the first
    _quote("harbour-2025", TEXT, "about 40 million crowns", S2),
    _quote("harbour-2025", TEXT, "36%", S2),
]  # fmt: skip


def _lines(text):
    at, lines = 0, []
    zones = {0: ("headline", None), 1: ("furniture", "navigation"), 7: ("furniture", "related")}
    for number, line in enumerate(text.split("\n")):
        zone, role = zones.get(number, ("body", None))
        lines.append({"start": at, "end": at + len(line), "zone": zone, "role": role})
        at += len(line) + 1
    return lines


DOCUMENTS = [
    {"id": "harbour-2025", "title": "New ferry line opened, ministry says", "publisher": "Harbour News", "published": "2025-12-04",
     "published_basis": "printed on the page", "origin": "Ministry of Harbours of Norland", "side": "norlandish",
     "url": "https://example.org/ferry-line.html", "licence": "quoted for analysis", "full_text": True, "text": TEXT,
     "lines": _lines(TEXT)},
]  # fmt: skip


def _row(number):
    year, month = 2022 + number % 4, 1 + number % 12
    return {
        "id": f"record:{year}-{month:02d}-event-{number}", "support": "record", "table": "events",
        "account": f"Harbour masters of both countries met for the {number}th time and spoke of ferries, fish and ice.",
        "publisher": "Harbour News" if number % 3 else "Sudland Radio", "title": "(Harbour masters meet)", "url": f"https://example.org/{number}",
        "published": f"{year}-{month:02d}-17", "side": "norlandish" if number % 3 else "third", "read": "Only the opening of the page was read",
        "confidence": "high", "note": "Date is that of publication.", "date": f"{year}-{month:02d}-16", "precision": "day",
        "tags": ["fish", "ferries"][: 1 + number % 2], "tier": "core", "episode": f"event-{number}",
    }  # fmt: skip


ROWS = [_row(n) for n in range(24)]
EVIDENCE = {e["id"]: e for e in [*QUOTES, *ROWS]}


def _claim(n, name, support, kind, words, label, evidence, **more):
    return {"name": name, "support": support, "kind": kind, "value": None, "words": words, "n": n, "label": label, "evidence": evidence,
            "formula": None, "inputs": [], "note": None} | more  # fmt: skip


CLAIMS = {
    c["name"]: c
    for c in [
        _claim(1, "ferries-2025", "computed", "share", "3 of 6", "events of 2025 that name ferries", [r["id"] for r in ROWS if r["date"][:4] == "2025"],
               formula="count of events of 2025 tagged ferries ÷ count of events of 2025"),
        _claim(2, "investment", "source", "amount", "28.8 million crowns", "to be invested in the ferry line", [QUOTES[0]["id"]]),
        _claim(3, "investment-sentence", "source", "text", "would invest", "what the ministry said", [QUOTES[1]["id"]]),
        _claim(4, "line", "source", "text", "a ferry line", "what the money is for", [QUOTES[2]["id"]]),
        _claim(5, "trade", "source", "amount", "about 40 million crowns", "trade in 2024", [QUOTES[3]["id"]],
               note="Repaired: the source prints no unit."),
        _claim(6, "fish-part", "source", "percent", "36%", "part of fish in trade", [QUOTES[4]["id"]]),
        _claim(7, "fish-worth", "computed", "amount", "14.4 million crowns", "worth of fish", [], formula="trade × part of fish",
               inputs=["trade", "fish-part"]),
        _claim(8, ROWS[3]["id"][7:], "record", "date", "16 April 2025", "harbour masters met", [ROWS[3]["id"]]),
        _claim(9, "all-years", "computed", "count", "24", "events from 2022 to 2025", [r["id"] for r in ROWS], formula="count of events"),
        _claim(10, "ferries-named", "computed", "boolean", "yes", "ferries are named in at least a third of the events of 2025", [],
               formula="ferries-2025 ≥ 1/3", inputs=["ferries-2025"]),
    ]
}  # fmt: skip
USES: dict = {}
for _c in CLAIMS.values():
    for _i in _c["evidence"]:
        USES.setdefault(_i, []).append(_c)


def _strip():
    import plotly.graph_objects as go

    years = [2022, 2023, 2024, 2025]
    fig, links = go.Figure(), {}
    for trace, (tag, colour, level) in enumerate([("fish", "#B45F06", 0), ("ferries", "#1F4E79", 1)]):
        xs, ys, said = [], [], []
        for place, year in enumerate(years):
            for k, row in enumerate([r for r in ROWS if r["date"].startswith(str(year)) and tag in r["tags"]]):
                links[(trace, len(xs))] = row["id"]
                xs.append(place + (k % 3) * 0.25 - 0.25)
                ys.append(level * 1.2 + (k // 3) * 0.3)
                said.append(escape.plotly(row["account"]))
        fig.add_scatter(x=xs, y=ys, mode="markers", hovertext=said, hoverinfo="text", name=tag,
                        marker={"size": 15, "color": colour, "symbol": "circle" if trace else "circle-open"})  # fmt: skip
        fig.add_annotation(
            x=-0.4,
            y=level * 1.2 + 0.62,
            text=f"<b>{tag.capitalize()}</b>",
            showarrow=False,
            xanchor="left",
            font={"color": colour},
        )
    fig.update_layout(
        showlegend=False, height=300, margin={"l": 8, "r": 8, "t": 10, "b": 36}, hoverlabel={"align": "left"},
        xaxis={"tickvals": [0, 1, 2, 3], "ticktext": list(map(str, years)), "range": [-0.5, 3.5], "showgrid": False, "zeroline": False},
        yaxis={"visible": False, "range": [-0.3, 2.1]}, meta={"narrow": {"height": 340}},
    )  # fmt: skip
    return fig, [[t, p, e] for (t, p), e in links.items()]


def _bars():
    import plotly.graph_objects as go

    fig = go.Figure()
    fig.add_bar(y=["2022", "2023", "2024", "2025"], x=[31, 33, 38, 40], orientation="h", marker_color="#4F7A28", text=["31", "33", "38", "40"],
                textposition="outside", cliponaxis=False)  # fmt: skip
    fig.update_layout(
        height=220,
        margin={"l": 44, "r": 30, "t": 6, "b": 10},
        xaxis={"visible": False},
        yaxis={"ticksuffix": "  "},
        plot_bgcolor="white",
    )
    return fig, [[0, 3, "claim:trade"], [0, 2, ROWS[5]["id"]]]


def _figure(name, made, title, alt, data):
    fig, links = made
    return {"name": name, "title": title, "alt": alt, "note": "An event counts once.", "n": 24, "sources": "public record, edition 1",
            "plotly": json.loads(fig.to_json()), "links": links, "data": data}  # fmt: skip


FIGURES = [
    _figure("events-by-year", _strip(), "Half the events of 2025 name ferries", "Two strips of dots, one dot an event. Ferries are named evenly.",
            {"columns": ["year", "fish", "ferries"], "rows": [[2022, 6, 0], [2023, 6, 6], [2024, 6, 0], [2025, 6, 6]]}),
    _figure("trade", _bars(), "Trade grew by a third", "Bars from 31 to 40 million crowns.",
            {"columns": ["year", "million crowns", "=cmd|' /C calc'!A0"], "rows": [["2022", 31, "=1+1"], ["2023", 33.5, None]]}),
]  # fmt: skip
TABLE = {
    "name": "rooms", "title": "Who met whom, and where", "note": "Names as printed.",
    "columns": [{"label": "Meeting", "align": "left"}, {"label": "Place", "align": "left"}, {"label": "Events", "align": "right"}],
    "rows": [[{"text": "Brix and Holm", "evidence": []}, {"text": "Norhaven", "evidence": [QUOTES[1]["id"]]}, {"text": "12", "evidence": [r["id"] for r in ROWS[:14]]}],
             [{"text": "Harbour masters", "evidence": []}, {"text": "Südhafen", "evidence": []}, {"text": "3", "evidence": [ROWS[1]["id"]]}]],
}  # fmt: skip
JUDGEMENT = {"n": 1, "likelihood": "highly likely", "confidence": "moderate", "holds": CLAIMS["ferries-named"],
             "against": [CLAIMS["fish-worth"], CLAIMS["all-years"]], "changes": "A register of ferries that nobody has read yet."}  # fmt: skip


# Where no browser is wanted, this stands for a drawing.
STAND_IN = dict.fromkeys(
    ("wide", "narrow", "print"),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 9"><text y="9" style="font-family: \'Source Sans Pro\'">x</text></svg>',
)


def drawings(build):
    """The sample's figures drawn into `build`; name → drawings."""
    figures.draw(build, FIGURES)
    return {f["name"]: figures.drawn(build, f) for f in FIGURES}


def manuscript(maker, drawn, raw):
    """The brief as pandoc's Markdown with raw parts from `maker` (page or paper)."""

    def say(name, words=None, again=False):
        return f"`{maker.span(CLAIMS[name], words or CLAIMS[name]['words'], again)}`{{={raw}}}"

    def block(text):
        return f"```{{={raw}}}\n{text}\n```\n"

    def div(name, inside):
        return (
            f"::: {{.{name}}}\n{inside}\n:::\n" if raw == "html" else f"{block(f'#{name}[')}\n{inside}\n{block(']')}\n"
        )

    before, after = maker.judgement(JUDGEMENT)
    numbers = "\n".join(
        f"- **{say(n, again=n != 'ferries-2025')}** {CLAIMS[n]['label']}"
        for n in ("ferries-2025", "investment", "fish-part", ROWS[3]["id"][7:])
    )
    appendix = "" if raw == "html" else block("#appendix();")
    return "\n\n".join([
        f"---\ntitle: {M['title']}\nsubtitle: {M['subtitle']}\n---", block(maker.masthead(M)),
        div("bottom-line", "Ferries joined fish; they did not replace it. In the public record, half of the events of the last year name ferries, and "
            "nearly all of the money is still fish. The new line was announced by one side only, and no contract was found."),
        div("key-numbers", numbers), block(maker.provenance(M)),
        "## What changed", f"The two countries {say('investment-sentence')} {say('investment')} in {say('line')}. " + LOREM,
        f"Trade came to {say('trade')}, of which fish made up {say('fish-part')}, or {say('fish-worth')}; the harbour masters met on "
        f"{say(ROWS[3]['id'][7:])}, and the record holds {say('all-years')} events in all. Again: {say('investment', '28.8 million', True)}.",
        block(maker.figure(FIGURES[0], drawn.get("events-by-year"), EVIDENCE)), LOREM,
        "### Smaller things", LOREM, block(maker.table(TABLE, EVIDENCE)), block(maker.figure(FIGURES[1], drawn.get("trade"), EVIDENCE)),
        "## How sure we are", block(before), "Ferries have become a regular part of these ties.", block(after), LOREM,
        appendix, "## Sources", block(maker.sources(DOCUMENTS, EVIDENCE, USES)), "## The record", block(maker.record_table(ROWS, USES)),
        block(maker.cards(list(CLAIMS.values()), EVIDENCE, CLAIMS)),
    ])  # fmt: skip


LOREM = (
    "Whoever reads a brief wants to know what is known, who says so, and what would change it. The evidence stands behind the number, "
    "one press away, and the sentence is shown whole, since a quotation that is too short misleads."
)


def page(build=None, interactive=True):
    """The sample as finished HTML."""
    drawn = drawings(build) if build else {}
    extra = {
        "header-includes": web.head(M, FIGURES if interactive else [], [*drawn.values()]),
        "include-after": web.tail(FIGURES, interactive),
    }
    return _pandoc(
        manuscript(web, drawn, "html"),
        "html5",
        BRIEF / "brief.html",
        extra,
        ["--toc", "--toc-depth=2", "--section-divs"],
    )


def paper(build=None):
    """The sample as Typst."""
    drawn = drawings(build) if build else {f["name"]: STAND_IN for f in FIGURES}
    return _pandoc(
        manuscript(print_, drawn, "typst"), "typst", BRIEF / "brief.typ", {"header-includes": print_.head(M)}, []
    )


def _pandoc(text, to, template, extra, options):
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        (place / "brief.md").write_text(text, encoding="utf-8")
        given = []
        for name, value in extra.items():
            (place / name).write_text(value, encoding="utf-8")
            given += [
                {"header-includes": "--include-in-header", "include-after": "--include-after-body"}[name],
                str(place / name),
            ]
        command = [
            pypandoc.get_pandoc_path(),
            "--from=markdown",
            f"--to={to}",
            f"--template={template}",
            "--standalone",
            "--wrap=none",
            *given,
            *options,
        ]
        return subprocess.run([*command, str(place / "brief.md")], check=True, capture_output=True, text=True).stdout
