"""The specification curve: every coding's answer in order, and beneath it the choices that led there."""

import pandas as pd
import plotly.graph_objects as go

from ..escape import plotly as escaped
from ..subject import Subject
from .template import PALE, QUIET, SMALL, canvas, roles, targets, write

ROW = 16  # px: a label's height
HALF = 6  # rows on each side of the line where neither is named by more
STEP = 20  # points of a hundred between two ticks of the scale
FIRST = -0.7  # where the words of the options begin, as a part of the curve's width


def curve(
    table: pd.DataFrame, subject: Subject, choices: list[str], words: dict[tuple[str, str], str], cited: str
) -> go.Figure:
    """Above: challenger minus base since the turn, in percentage points, a mark a coding; below: its options.

    `table`: as `grid.ordered` gives it, without codings of too few episodes; a mark opens its row. `words`: (choice,
    option) → plain words. `cited`: what the words of either end open.
    """
    options = [(choice, option) for choice in choices for option in table[choice].unique()]
    below, line, top = -len(options) - 0.7, HALF + 1.2, 2 * HALF + 4.2
    fig = canvas(round(ROW * (top - below)) + 8, margin={"l": 8, "r": 8, "t": 4, "b": 4})
    scale = HALF / table.points.abs().max()
    _scale(fig, table, subject, scale, line)
    for role, chosen in _sides(table):
        colour = roles(subject)[role].colour if role else QUIET
        rows = table[chosen]
        hover = [escaped(_told(row, subject, choices, words)) for row in rows.to_dict("records")]
        high = (rows.points * scale + line).tolist()
        marks = {"marker": {"size": 3, "color": colour}, "customdata": [f"row:{place}" for place in rows.index]}
        at = rows.index.tolist()
        fig.add_trace(go.Scatter(x=at, y=high, mode="markers", hovertext=hover, hoverinfo="text", **marks))
    _ends(fig, table, subject, (scale, line), cited)
    for place, (choice, option) in enumerate(options):
        at = table.index[table[choice] == option].tolist()
        tick = {"symbol": "line-ns", "size": 7, "color": QUIET, "line": {"width": 0.6, "color": QUIET}}
        fig.add_trace(go.Scatter(x=at, y=[-place - 1] * len(at), mode="markers", hoverinfo="skip", marker=tick))
        text = escaped(words.get((choice, option), f"{choice}: {option}"))
        write(fig, -0.02 * len(table), -place - 1, text, xanchor="right", size=SMALL)
    fig.update_xaxes(visible=False, range=[FIRST * len(table), len(table) * 1.01])
    fig.update_yaxes(visible=False, range=[below, top])
    return fig


def _sides(table: pd.DataFrame) -> list[tuple[str | None, pd.Series]]:
    return [("challenger", table.points > 0), ("base", table.points < 0), (None, table.points == 0)]


def _scale(fig: go.Figure, table: pd.DataFrame, subject: Subject, scale: float, line: float) -> None:
    """Percentage points at the left of the curve, a thin line at each tick; above all, what is measured."""
    reach = int(table.points.abs().max() // STEP) * STEP
    for points in range(-reach, reach + 1, STEP):
        y = points * scale + line
        look = {"color": "#EEEEEE" if points else PALE, "width": 1}
        fig.add_shape(type="line", x0=0, x1=len(table), y0=y, y1=y, line=look, layer="below")
        said = f"{points:+d}".replace("-", "−") if points else "0"
        write(fig, -0.02 * len(table), y, said, xanchor="right", color=QUIET, size=SMALL)
    base, challenger = (escaped(sector.label.lower()) for sector in (subject.base, subject.challenger))
    said = f"share of {challenger} minus share of {base},<br>in percentage points"
    write(fig, FIRST * len(table), line + HALF + 2, said, xanchor="left", color=QUIET, size=SMALL)


def _ends(fig: go.Figure, table: pd.DataFrame, subject: Subject, at: tuple[float, float], cited: str) -> None:
    """How many codings lie on each side, in words beside their marks: right of the base’s, left of the challenger’s."""
    (scale, line), width = at, len(table)
    below, level, above = ((table.points < 0).sum(), (table.points == 0).sum(), (table.points > 0).sum())
    steep = table.index[table.points * scale >= 0.8 * HALF]
    ends = [
        ("base", below, below + 0.03 * width, -0.6 * HALF, "left"), (None, level, below + level, 1.2, "right"),
        ("challenger", above, (steep.min() if len(steep) else width) - 0.12 * width, 0.8 * HALF, "right"),
    ]  # fmt: skip
    for role, count, x, y, anchor in ends:
        sector = roles(subject).get(role)
        text = f"{escaped(sector.label.lower())} leads: <b>{count}</b>" if sector else f"tied: <b>{count}</b>"
        if count:
            colour = sector.colour if sector else QUIET
            write(fig, x, y + line, text, xanchor=anchor, color=colour, size=SMALL)
        if count and sector:
            place = x + 0.1 * width * (1 if anchor == "left" else -1)
            hover = [escaped(f"{sector.label} leads in {count} of {width}")]
            fig.add_trace(targets([place], [y + line], hover=hover, cited=[cited]))


def _told(row: dict, subject: Subject, choices: list[str], words: dict[tuple[str, str], str]) -> str:
    """One coding in words: its counts, then its choices."""
    counts = ", ".join(
        f"{roles(subject)[role].label.lower()} {row[f'{role}_since']}" for role in ("challenger", "base")
    )
    options = [words.get((choice, row[choice]), f"{choice}: {row[choice]}") for choice in choices]
    return f"{counts} of {row['n_since']}: {'; '.join(options)}"
