"""What the reported money says: a stock and its part, and trade by who reports it."""

import pandas as pd
import plotly.graph_objects as go

from ..escape import plotly as escaped
from ..subject import Subject
from .template import INK, QUIET, SMALL, canvas, targets, write

SIGNS = {"USD": "$", "GBP": "£"}
OPEN = "over"
WIDE = 0.44  # half the width of a pillar: the longest label stands inside it on a phone
BELOW = -9.5  # on the axis of values: where what else was said begins, beneath the dates


def _at(month: pd.Period) -> float:
    """The end of a month on an axis of years."""
    return month.year + month.month / 12


def money(stock: pd.DataFrame, apart: pd.DataFrame, subject: Subject, shares: str) -> go.Figure:
    """Bars of the stock with the part filled, by as-of month, with their share; an “over” ends in an arrow.

    `stock`: as `money.stock` gives it; rows without a part are left out. `apart`: claims that cannot be squared with
    it, told beneath and not drawn. `shares`: what a share opens.
    """
    rows = stock[stock.part.notna()].reset_index(drop=True)
    fig = canvas(310, margin={"l": 8, "r": 8, "t": 4, "b": 4})
    for place, row in enumerate(rows.itertuples()):
        _pillar(fig, place, row, subject, shares)
    sign, base = SIGNS.get(subject.money.unit.split()[0], ""), escaped(subject.base.label.lower())
    text = f"<b>Stock of investment</b>, {sign} billion; filled: {base}"
    write(fig, -WIDE, 51.5, text, xanchor="left", size=SMALL, color=INK)
    _beneath(fig, apart, len(rows))
    fig.update_xaxes(visible=False, range=[-0.5, len(rows) + 1.5])
    fig.update_yaxes(visible=False, range=[BELOW - 17, 54])
    fig.update_layout(meta={"narrow": {"xaxis": {"range": [-0.5, len(rows) - 0.5]}}})
    return fig


def _pillar(fig: go.Figure, place: int, row, subject: Subject, shares: str) -> None:
    whole, part, colour = row.stock / 1000, row.part / 1000, subject.base.colour
    shape = {"type": "rect", "x0": place - WIDE, "x1": place + WIDE}
    fig.add_shape(**shape, y0=0, y1=whole, line={"color": colour, "width": 1.5})
    fig.add_shape(**shape, y0=0, y1=part, fillcolor=colour, line={"width": 0})
    lift = 4.4 if row.stock_bound == OPEN else 0.4
    narrower = f" ({row.narrower})" if row.narrower else ""
    words = [f"{_bound(row.part_bound)}{part:g}{narrower}", f"{_bound(row.stock_bound)}{whole:g}", _share(row)]
    hover = [escaped(f"{row.period}: {said}") for said in words]
    at = [part - 4.2, whole + lift + 2.6, part / 2 - 6]
    fig.add_trace(targets([place] * 3, at, hover=hover, cited=[*row.evidence[::-1], shares]))
    if row.stock_bound == OPEN:
        _arrow(fig, place, whole, whole + 4.2, colour)
    label = "<br>".join(filter(None, [words[0].removesuffix(narrower), escaped(row.narrower)]))
    write(fig, place, whole + lift, words[1], yanchor="bottom", size=SMALL)
    write(fig, place, part - 0.9, label, yanchor="top", align="center", upon=colour, size=SMALL)
    share = f"<b>{_share(row)}</b>".replace("at most ", "at most<br>")
    write(fig, place, part / 2 - 6, share, align="center", upon=colour, size=SMALL + 1)
    write(fig, place, -1, escaped(_short(row)), yanchor="top", color=QUIET, size=SMALL)


def _share(row) -> str:
    """The share in whole percent as far as its bounds tell it: “94%”, “at most 92%”, “95%?” if both sides are open."""
    if pd.notna(row.low) and pd.notna(row.high):
        return f"{row.share:.0f}%"
    return f"at most {row.high:.0f}%" if pd.notna(row.high) else f"{row.share:.0f}%?"


def _arrow(fig: go.Figure, x: float, start: float, end: float, colour: str) -> None:
    head = {"showarrow": True, "arrowhead": 2, "arrowwidth": 1.5, "arrowcolor": colour, "text": ""}
    fig.add_annotation(x=x, y=end, ax=x, ay=start, axref="x", ayref="y", **head)


def _bound(bound: str) -> str:
    return {"over": "over ", "about": "about "}.get(bound, "")


def _short(row) -> str:
    return f"about {row.last.year}" if "about" in row.period else row.last.strftime("%b %Y")


def _beneath(fig: go.Figure, apart: pd.DataFrame, columns: int) -> None:
    """What was said of the same thing and cannot be squared with it, side by side."""
    look = {"xanchor": "left", "yanchor": "top", "size": SMALL}
    write(fig, -WIDE, BELOW, "<b>Also said, and not to be squared with these:</b>", **look)
    step, hover, at = columns / max(1, len(apart)), [], []
    for place, row in enumerate(apart.itertuples()):
        sum_ = f"{_bound(row.bound)}{SIGNS[row.unit.split()[0]]}{row.value / 1000:g} billion"
        text = f"{sum_}<br><span style='color:{QUIET}'>to {row.last:%Y}</span>"
        write(fig, -WIDE + place * step, BELOW - 5, text, **look)
        hover.append(escaped(f"{row.measure}, {row.period}"))
        at.append(-WIDE + place * step + 0.25)
    fig.add_trace(targets(at, [BELOW - 8] * len(apart), hover=hover, cited=[ids[0] for ids in apart.evidence]))


def trade(reports: pd.DataFrame, silent: pd.DataFrame, subject: Subject) -> go.Figure:
    """Two panels, one a reporter's currency: a bar over the time each report covers; an “over” has an arrow.

    `reports`: as `money.trade`, `silent`: as `money.silent_years`. Reports of one time that differ are one bar as
    tall as their difference, never an average.
    """
    panels = list(reports.panel.unique())
    first = min(reports["first"]).year
    fig = canvas(130 * len(panels) + 22, margin={"l": 8, "r": 8, "t": 4, "b": 18})
    for number, panel in enumerate(panels):
        rows = merged(reports[reports.panel == panel])
        _panel(fig, rows, silent[silent.panel == panel], panel, len(panels) - 1 - number)
    for year in range(first, subject.period.end + 1):
        write(fig, year + 0.5, 0, str(year), yref="paper", yanchor="top", yshift=-1, color=QUIET, size=SMALL)
        fig.add_shape(
            type="line", x0=year, x1=year, y0=0, y1=len(panels), line={"color": "#EEEEEE", "width": 1}, layer="below"
        )
    fig.update_xaxes(visible=False, range=[first - 0.02, subject.period.end + 1.02])
    fig.update_yaxes(visible=False, range=[0, len(panels)])
    return fig


def merged(reports: pd.DataFrame) -> pd.DataFrame:
    """Reports whose times overlap by more than half are one range: first, last, least, most, bound, reporters."""
    groups: list[list] = []
    for row in reports.sort_values(["first", "last"]).itertuples():
        if groups and _overlap(groups[-1][0], row) > 0.5:
            groups[-1].append(row)
        else:
            groups.append([row])
    return pd.DataFrame([_range(group) for group in groups])


def _overlap(one, other) -> float:
    """Months shared, as a part of the shorter of the two."""
    months = (min(one.last, other.last) - max(one.first, other.first)).n + 1
    return months / min((row.last - row.first).n + 1 for row in (one, other))


def _range(group: list) -> dict:
    values = [row.value for row in group]
    return {
        "first": min(row.first for row in group), "last": max(row.last for row in group),
        "least": min(values), "most": max(values), "reporters": "; ".join(row.reporter for row in group),
        "bound": OPEN if any(row.bound == OPEN for row in group) else "exact",
        "cited": group[0].evidence[0],
    }  # fmt: skip


def _panel(fig: go.Figure, rows: pd.DataFrame, silent: pd.DataFrame, panel: str, base: float) -> None:
    """One panel between `base` and `base + 1`, its values scaled from nothing to their maximum."""
    scale = 0.56 / rows.most.max()
    for row in rows.itertuples():
        span = _at(row.first - 1), _at(row.last)
        low, high = base + 0.06 + row.least * scale, base + 0.06 + row.most * scale
        fig.add_shape(
            type="rect",
            x0=span[0] + 0.02,
            x1=span[1] - 0.02,
            y0=low - 0.012,
            y1=high + 0.012,
            fillcolor=INK,
            line={"width": 0},
        )
        fig.add_trace(targets([sum(span) / 2], [(low + high) / 2], hover=[escaped(row.reporters)], cited=[row.cited]))
        crossed = (rows["first"] < row.first) & (rows["last"] >= row.first) & (rows.most < row.least)
        above = crossed.any() or not _covered(rows, row)
        if row.bound == OPEN:  # the arrow has the room above the bar to itself
            above = bool(((rows["first"] <= row.last) & (rows["last"] >= row.first) & (rows.most < row.least)).any())
            _arrow(fig, span[1] - 0.08, high, high + 0.2, INK)
        text, place = f"{_bound(row.bound)}{_said(row)}", (high, "bottom", 2) if above else (low, "top", -2)
        write(fig, sum(span) / 2, place[0], text, yanchor=place[1], yshift=place[2], size=SMALL)
    for year in silent.year:
        write(fig, year + 0.5, base + 0.3, "no report<br>found", color=QUIET, size=SMALL, align="center")
    write(fig, 0, base + 0.99, f"<b>{escaped(panel)}</b>", xref="paper", xanchor="left", yanchor="top", size=SMALL)


def _covered(rows: pd.DataFrame, row) -> bool:
    """Does another report of a part of the same time stand above this one?"""
    return bool(((rows["first"] <= row.last) & (rows["last"] >= row.first) & (rows.least > row.most)).any())


def _said(row) -> str:
    ends = dict.fromkeys(f"{value:,.0f}" for value in (row.least, row.most))
    return " to ".join(ends)
