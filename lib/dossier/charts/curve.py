"""The specification curve: every coding's answer in order, and beneath it the choices that led there."""

import pandas as pd
import plotly.graph_objects as go

from ..escape import plotly as escaped
from ..subject import Subject
from .template import PALE, QUIET, SMALL, canvas, roles, targets, write

ROW = 16  # px: a label's height
HALF = 6  # rows on each side of the line where neither is named by more
LABEL = 12  # px


def curve(
    table: pd.DataFrame, subject: Subject, choices: list[str], words: dict[tuple[str, str], str], cited: str
) -> go.Figure:
    """Above: challenger minus base since the turn, in points of a hundred, a mark a coding; below: its options.

    `table`: as `grid.ordered` gives it, without codings of too few episodes; a mark opens its row. `words`: (choice,
    option) → plain words. `cited`: what the words of either end open.
    """
    options = [(choice, option) for choice in choices for option in table[choice].unique()]
    below, line, top = -len(options) - 0.7, HALF + 0.5, 2 * HALF + 2
    fig = canvas(round(ROW * (top - below)) + 8, margin={"l": 8, "r": 8, "t": 4, "b": 4})
    high = HALF * table.points / table.points.abs().max()
    for role, chosen in (("challenger", table.points > 0), ("base", table.points < 0), (None, table.points == 0)):
        colour = roles(subject)[role].colour if role else QUIET
        rows = table[chosen]
        hover = [escaped(_told(row, subject, choices, words)) for row in rows.to_dict("records")]
        fig.add_trace(go.Scatter(x=rows.index.tolist(), y=(high[chosen] + line).tolist(), mode="markers", hovertext=hover, hoverinfo="text",
                                 marker={"size": 3, "color": colour}, customdata=[f"row:{place}" for place in rows.index]))  # fmt: skip
    for place, (choice, option) in enumerate(options):
        at = table.index[table[choice] == option].tolist()
        fig.add_trace(go.Scatter(x=at, y=[-place - 1] * len(at), mode="markers", hoverinfo="skip",
                                 marker={"symbol": "line-ns", "size": 7, "color": QUIET, "line": {"width": 0.6, "color": QUIET}}))  # fmt: skip
        write(
            fig,
            -0.02 * len(table),
            -place - 1,
            escaped(words.get((choice, option), f"{choice}: {option}")),
            xanchor="right",
            size=LABEL,
        )
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


def _told(row: dict, subject: Subject, choices: list[str], words: dict[tuple[str, str], str]) -> str:
    """One coding in words: its counts, then its choices."""
    counts = ", ".join(
        f"{roles(subject)[role].label.lower()} {row[f'{role}_since']}" for role in ("challenger", "base")
    )
    options = [words.get((choice, row[choice]), f"{choice}: {row[choice]}") for choice in choices]
    return f"{counts} of {row['n_since']}: {'; '.join(options)}"
