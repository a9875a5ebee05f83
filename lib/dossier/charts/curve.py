"""The specification curve: every coding's answer in order, and beneath it the choices that led there."""

import pandas as pd
import plotly.graph_objects as go

from ..escape import plotly as escaped
from ..subject import Subject
from .template import PALE, QUIET, SMALL, canvas, roles, targets, write

ROW = 16  # px: a label's height
HALF = 6  # rows on each side of the line where neither is named by more
LABEL = 12  # px


def curve(codings: pd.DataFrame, subject: Subject, choices: list[str], words: dict[tuple[str, str], str], cited: str) -> go.Figure:
    """Above: challenger minus base since the turn, in points of a hundred, a mark a coding; below: its options.

    `codings`: as `grid.grid` gives it, without those of too few episodes. `words`: (choice, option) → plain words.
    `cited`: what the words of either end open.
    """
    points = 100 * (codings.challenger_since - codings.base_since) / codings.n_since
    table = codings.assign(points=points).sort_values(["points", *choices], kind="stable").reset_index(drop=True)
    options = [(choice, option) for choice in choices for option in table[choice].unique()]
    below, line, top = -len(options) - 0.7, HALF + 0.5, 2 * HALF + 2
    fig = canvas(round(ROW * (top - below)) + 8, margin={"l": 8, "r": 8, "t": 4, "b": 4})
    high = HALF * table.points / table.points.abs().max()
    for role, chosen in (("challenger", table.points > 0), ("base", table.points < 0), (None, table.points == 0)):
        colour = roles(subject)[role].colour if role else QUIET
        fig.add_trace(go.Scatter(x=table.index[chosen].tolist(), y=(high[chosen] + line).tolist(), mode="markers", hoverinfo="skip",
                                 marker={"size": 3, "color": colour}))  # fmt: skip
    for place, (choice, option) in enumerate(options):
        at = table.index[table[choice] == option].tolist()
        fig.add_trace(go.Scatter(x=at, y=[-place - 1] * len(at), mode="markers", hoverinfo="skip",
                                 marker={"symbol": "line-ns", "size": 7, "color": QUIET, "line": {"width": 0.6, "color": QUIET}}))  # fmt: skip
        write(fig, -0.02 * len(table), -place - 1, escaped(words.get((choice, option), f"{choice}: {option}")), xanchor="right", size=LABEL)
    fig.add_shape(type="line", x0=0, x1=len(table), y0=line, y1=line, line={"color": PALE, "width": 1}, layer="below")
    for role, y, sign in (("challenger", top - 1, 1), ("base", 1, -1)):
        count = int((sign * table.points > 0).sum())
        write(fig, 0 if sign > 0 else len(table), y, f"{escaped(roles(subject)[role].label.lower())} named by more: {count}", size=SMALL,
              color=roles(subject)[role].colour, xanchor="left" if sign > 0 else "right")  # fmt: skip
        hover = [escaped(f"{roles(subject)[role].label} named by more in {count} of {len(table)}")]
        fig.add_trace(targets([0.06 * len(table) if sign > 0 else 0.94 * len(table)], [y], hover=hover, cited=[cited]))
    fig.update_xaxes(visible=False, range=[-0.68 * len(table), len(table) * 1.01])
    fig.update_yaxes(visible=False, range=[below, top])
    return fig
