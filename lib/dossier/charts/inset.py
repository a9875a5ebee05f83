"""What a naive count would have found: lines that name the challenger by the part of the page they stand in."""

import pandas as pd
import plotly.graph_objects as go

from ..escape import plotly as escaped
from ..subject import Subject
from .template import PALE, SMALL, canvas, dots, hide_axes, write


def inset(mentions: pd.DataFrame, subject: Subject, cited: dict[str, str]) -> go.Figure:
    """A row of dots a part of the page; `mentions`: part, lines (count), counted (is it evidence for the brief?).

    `cited`: what the dots of a part open.
    """
    fig = canvas(26 * len(mentions) + 12, margin={"l": 8, "r": 8, "t": 4, "b": 4})
    for place, row in enumerate(mentions.itertuples()):
        colour = subject.challenger.colour if row.counted else PALE
        hover = [escaped(row.part)] * row.lines
        opens = [cited.get(row.part)] * row.lines
        fig.add_trace(
            dots(
                range(row.lines),
                [-place] * row.lines,
                symbol="circle",
                colour=colour,
                size=11,
                filled=row.counted,
                hover=hover,
                cited=opens,
            )
        )
        write(fig, -0.8, -place, escaped(row.part), xanchor="right", size=SMALL)
        write(fig, row.lines - 0.2, -place, f"<b>{row.lines}</b>", xanchor="left", size=SMALL)
    hide_axes(fig)
    fig.update_layout(
        xaxis_range=[-max(12, mentions.lines.max() * 1.4), mentions.lines.max() + 1],
        yaxis_range=[-len(mentions) + 0.5, 0.5],
    )
    return fig
