"""What the reported money says: a stock and its part, and trade by who reports it."""

import pandas as pd
import plotly.graph_objects as go

from ..escape import plotly as escaped
from ..subject import Subject
from .template import INK, QUIET, SMALL, canvas, targets, write

SIGNS = {"USD": "$", "GBP": "£"}
OPEN = "over"
MARGIN_TOP, LINE = 44, 4.75  # of the margin: where its text begins, and how tall a line of it is, on the axis of values


def _at(month: pd.Period) -> float:
    """The end of a month on an axis of years."""
    return month.year + month.month / 12


def money(stock: pd.DataFrame, apart: pd.DataFrame, subject: Subject, shares: str) -> go.Figure:
    """Bars of the stock with the part filled, by as-of month, the share above each; an “over” ends in an arrow.

    `stock`: as `money.stock` gives it; rows without a part show the stock alone. `apart`: claims that cannot be
    squared with it, told in the margin and not drawn. `shares`: what a share opens.
    """
    rows = stock[stock.part.notna()].reset_index(drop=True)
    fig = canvas(232, margin={"l": 8, "r": 8, "t": 4, "b": 4})
    for place, row in enumerate(rows.itertuples()):
        _pillar(fig, place, row, subject, shares)
    unit = subject.money.unit.split()[0]
    write(
        fig,
        -0.45,
        51.5,
        f"<b>Stock of investment</b>, {SIGNS.get(unit, unit)} billion; filled: {escaped(subject.base.label.lower())}",
        xanchor="left",
        size=SMALL,
        color=INK,
    )
    _margin(fig, apart, len(rows))
    fig.update_xaxes(visible=False, range=[-0.5, len(rows) + 0.9])
    fig.update_yaxes(visible=False, range=[-11, 54])
    return fig


def _pillar(fig: go.Figure, place: int, row, subject: Subject, shares: str) -> None:
    whole, part, wide = row.stock / 1000, row.part / 1000, 0.3
    shape = {"type": "rect", "x0": place - wide, "x1": place + wide}
    fig.add_shape(**shape, y0=0, y1=whole, line={"color": subject.base.colour, "width": 1.5})
    fig.add_shape(**shape, y0=0, y1=part, fillcolor=subject.base.colour, line={"width": 0})
    lift = 4.4 if row.stock_bound == OPEN else 0.4
    words = [f"{_bound(row.part_bound)}{part:g}", f"{_bound(row.stock_bound)}{whole:g}", f"{row.share:.1f} percent"]
    hover = [escaped(f"{row.period}: {said}") for said in words]
    at = [part - 3.2, whole + lift + 2.6, part / 2 - 2]
    fig.add_trace(targets([place] * 3, at, hover=hover, cited=[*row.evidence[::-1], shares]))
    if row.stock_bound == OPEN:
        fig.add_annotation(
            x=place,
            y=whole + 4.2,
            ax=place,
            ay=whole,
            axref="x",
            ayref="y",
            showarrow=True,
            arrowhead=2,
            arrowwidth=1.5,
            arrowcolor=subject.base.colour,
            text="",
        )
    write(fig, place, whole + lift, f"{_bound(row.stock_bound)}{whole:g}", yanchor="bottom", size=SMALL)
    write(
        fig, place, part - 0.6, f"{_bound(row.part_bound)}{part:g}", yanchor="top", upon=subject.base.colour, size=SMALL
    )
    write(fig, place, part / 2 - 2, f"<b>{row.share:.0f}%</b>", upon=subject.base.colour, size=SMALL + 2)
    write(fig, place, -1, escaped(_short(row)), yanchor="top", color=QUIET, size=SMALL)


def _bound(bound: str) -> str:
    return {"over": "over ", "about": "about "}.get(bound, "")


def _short(row) -> str:
    return f"about {row.last.year}" if "about" in row.period else row.last.strftime("%b %Y")


def _margin(fig: go.Figure, apart: pd.DataFrame, x: int) -> None:
    said = [
        f"{_bound(row.bound)}{SIGNS[row.unit.split()[0]]}{row.value / 1000:g}bn<br><span style='color:{QUIET}'>to {row.last:%Y}</span>"
        for row in apart.itertuples()
    ]
    text = "<b>Also said:</b><br>" + "<br>".join(said)
    write(fig, x - 0.38, MARGIN_TOP, text, xanchor="left", yanchor="top", size=SMALL)
    lines = [MARGIN_TOP - LINE * (2 * place + 1.5) for place in range(len(apart))]
    hover = [escaped(f"{row.measure}, {row.period}") for row in apart.itertuples()]
    fig.add_trace(targets([x - 0.1] * len(apart), lines, hover=hover, cited=[ids[0] for ids in apart.evidence]))


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
        "first": min(row.first for row in group), "last": max(row.last for row in group), "least": min(values), "most": max(values),
        "bound": OPEN if any(row.bound == OPEN for row in group) else "exact", "reporters": "; ".join(row.reporter for row in group),
        "cited": group[0].evidence[0],
    }  # fmt: skip


def _panel(fig: go.Figure, rows: pd.DataFrame, silent: pd.DataFrame, panel: str, base: float) -> None:
    """One panel between `base` and `base + 1`, its values scaled from nothing to their maximum."""
    scale = 0.62 / rows.most.max()
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
        text = f"{_bound(row.bound)}{_said(row)}"
        if row.bound == OPEN:
            fig.add_annotation(
                x=span[1] - 0.08,
                y=high + 0.2,
                ax=span[1] - 0.08,
                ay=high,
                axref="x",
                ayref="y",
                text="",
                arrowhead=2,
                arrowwidth=1.5,
                arrowcolor=INK,
            )
        write(
            fig,
            sum(span) / 2,
            high if above else low,
            text,
            yanchor="bottom" if above else "top",
            yshift=2 if above else -2,
            size=SMALL,
        )
    for year in silent.year:
        write(fig, year + 0.5, base + 0.3, "no report<br>found", color=QUIET, size=SMALL, align="center")
    write(fig, 0, base + 0.99, f"<b>{escaped(panel)}</b>", xref="paper", xanchor="left", yanchor="top", size=SMALL)


def _covered(rows: pd.DataFrame, row) -> bool:
    """Does another report of a part of the same time stand above this one?"""
    return bool(((rows["first"] <= row.last) & (rows["last"] >= row.first) & (rows.least > row.most)).any())


def _said(row) -> str:
    ends = dict.fromkeys(f"{value:,.0f}" for value in (row.least, row.most))
    return " to ".join(ends)
