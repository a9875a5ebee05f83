"""Who is counted decides: dumbbells by actor set, and beneath them each count with one episode left out."""

import pandas as pd
import plotly.graph_objects as go

from ..escape import plotly as escaped
from ..subject import Subject
from .template import PALE, QUIET, SMALL, SYMBOLS, canvas, dots, hide_axes, roles, targets, write

BAR = 0.17  # half the height of a bar
Cited = dict[tuple[str, str], str]


def contest(scores: pd.DataFrame, firmness: pd.DataFrame, subject: Subject, cited: Cited, left_out: Cited) -> go.Figure:
    """A dumbbell and a bar an actor set.

    `scores`: as `shift.contest` gives it. `firmness`: rows of `shift.firmness` for the same tier and coding. The bar
    shows, of all counts with one episode left out, in how many each role leads. `cited`, `left_out`: what an end of a
    dumbbell and a part of a bar open, by (actor set, “challenger”, “tie” or “base”).
    """
    fig = canvas(62 * len(scores) + 18, margin={"l": 8, "r": 8, "t": 4, "b": 4})
    last = max(scores[["challenger", "base"]].max())
    first = min(scores[["challenger", "base"]].min())
    for place, row in enumerate(scores.itertuples()):
        y = -place
        _dumbbell(fig, row, y, (first, last), subject, cited)
        _bar(fig, firmness[firmness.actors == row.actors].iloc[0], y - 0.46, subject, left_out)
    write(fig, 0, 0.45, "events that name each", xanchor="left", color=QUIET, size=SMALL)
    hide_axes(fig)
    fig.update_layout(xaxis_range=[0, 1], yaxis_range=[-len(scores) + 0.33, 0.62])
    fig.update_layout(meta={"narrow": {"height": 72 * len(scores) + 18}})  # names are larger there, beside the marks
    return fig


def _place(count: int, first: int, last: int) -> float:
    return 0.54 + 0.30 * (count - first) / max(last - first, 1)


def _dumbbell(fig: go.Figure, row, y: float, span: tuple[int, int], subject: Subject, cited: Cited) -> None:
    ends = {role: getattr(row, role) for role in ("base", "challenger")}
    x = {role: _place(count, *span) for role, count in ends.items()}
    fig.add_shape(
        type="line", x0=x["base"], x1=x["challenger"], y0=y, y1=y, line={"color": PALE, "width": 3}, layer="below"
    )
    for role, count in ends.items():
        sector, leads = roles(subject)[role], count >= max(ends.values())
        hover = [escaped(f"{row.label}: {count} of {row.n} name {sector.label.lower()}")]
        opens = [cited.get((row.actors, role))]
        fig.add_trace(
            dots([x[role]], [y], symbol=SYMBOLS[role], colour=sector.colour, size=13, hover=hover, cited=opens)
        )
        text = (
            f"<b>{count}</b> {escaped(sector.label.lower())}"
            if leads
            else f"{escaped(sector.label.lower())} <b>{count}</b>"
        )
        near = abs(ends["base"] - ends["challenger"]) < 2
        write(fig, x[role], y, text, color=sector.colour, size=SMALL, **_beside(leads, near))
    label = f"{escaped(row.label[0].upper() + row.label[1:])}<br><span style='color:{QUIET}'>{row.n} events</span>"
    write(fig, 0, y, label, xanchor="left")


def _beside(leads: bool, near: bool) -> dict:
    """The words stand above the mark, turned away from the other mark; further away where the two are near."""
    out = 4 if near else 8
    return {"xanchor": "left" if leads else "right", "xshift": -out if leads else out, "yshift": 15}


def _bar(fig: go.Figure, row, y: float, subject: Subject, left_out: Cited) -> None:
    """Parts of one bar: challenger ahead, tie, base ahead."""
    total, start = row.challenger + row.tie + row.base, 0.0
    write(fig, 0, y, "one left out", xanchor="left", color=QUIET, size=SMALL)
    for part in ("challenger", "tie", "base"):
        width = 0.66 * row[part] / total
        if not width:
            continue
        colour = PALE if part == "tie" else roles(subject)[part].colour
        fig.add_shape(
            type="rect",
            x0=0.30 + start,
            x1=0.30 + start + width,
            y0=y - BAR,
            y1=y + BAR,
            fillcolor=colour,
            line={"width": 0},
        )
        what = "tied" if part == "tie" else f"{roles(subject)[part].label.lower()} ahead"
        write(fig, 0.30 + start + width / 2, y, f"{escaped(what)} {row[part]}", upon=colour, size=SMALL)
        if opens := left_out.get((row.actors, part)):
            hover = [escaped(f"one event left out: {what} in {row[part]} of {total}")]
            fig.add_trace(targets([0.30 + start + width / 2], [y], hover=hover, cited=[opens]))
        start += width
