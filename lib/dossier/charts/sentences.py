"""Sentences of each document that name base and challenger: k of n as a bar, a pair of bars a document."""

import pandas as pd
import plotly.graph_objects as go

from ..escape import plotly as escaped
from ..subject import Subject
from .template import PALE, SMALL, canvas, hide_axes, targets, write

ROW, WIDE = 64, 0.62  # px a document; width of the bars as a part of the figure


def sentences(table: pd.DataFrame, subject: Subject) -> go.Figure:
    """`table`: document, role, naming, n (see `overview.by_document`); one target a bar, in the table's order."""
    documents = list(dict.fromkeys(table.document))
    fig = canvas(ROW * max(1, len(documents)) + 16, margin={"l": 8, "r": 8, "t": 4, "b": 4})
    sectors = {"base": subject.base, "challenger": subject.challenger}
    ends = []
    for row in table.itertuples():
        y = -documents.index(row.document) - (0.28 if row.role == "base" else 0.54)
        share = WIDE * row.naming / max(1, row.n)
        for end, colour in ((WIDE, PALE), (share, sectors[row.role].colour)):
            fig.add_shape(
                type="rect", x0=0, x1=end, y0=y - 0.09, y1=y + 0.09, fillcolor=colour, line={"width": 0}, layer="below"
            )
        write(
            fig,
            WIDE + 0.02,
            y,
            f"{escaped(sectors[row.role].label)} <b>{row.naming}</b> of {row.n}",
            xanchor="left",
            size=SMALL,
        )
        ends.append((share / 2, y))
    for place, document in enumerate(documents):
        write(fig, 0, -place - 0.04, f"<b>{escaped(document)}</b>", xanchor="left", size=SMALL)
    hover = [escaped(f"{row.document}: {row.naming} of {row.n}") for row in table.itertuples()]
    fig.add_trace(targets([x for x, _ in ends], [y for _, y in ends], hover=hover))
    hide_axes(fig)
    fig.update_layout(xaxis_range=[-0.01, 1.12], yaxis_range=[-len(documents) + 0.2, 0.16])
    return fig
