"""What a naive count would have found: words of the challenger by the part of the page they stand in."""

import pandas as pd
import plotly.graph_objects as go

from ..escape import plotly as escaped
from ..subject import Subject
from .template import PALE, SMALL, canvas, dots, hide_axes, write


def inset(words: pd.DataFrame, subject: Subject) -> go.Figure:
    """A row of dots a part of the page; `words`: part, words (count), counted (is it evidence for the brief?)."""
    fig = canvas(26 * len(words) + 12, margin={"l": 8, "r": 8, "t": 4, "b": 4})
    for place, row in enumerate(words.itertuples()):
        colour = subject.challenger.colour if row.counted else PALE
        hover = [escaped(row.part)] * row.words
        fig.add_trace(dots(range(row.words), [-place] * row.words, symbol="circle", colour=colour, size=11, filled=row.counted, hover=hover))
        write(fig, -0.8, -place, escaped(row.part), xanchor="right", size=SMALL)
        write(fig, row.words - 0.2, -place, f"<b>{row.words}</b>", xanchor="left", size=SMALL)
    hide_axes(fig)
    fig.update_layout(xaxis_range=[-max(12, words.words.max() * 1.4), words.words.max() + 1], yaxis_range=[-len(words) + 0.5, 0.5])
    return fig
