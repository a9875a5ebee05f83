"""Same rooms, two dates: which topics each host's read-out names."""

import pandas as pd
import plotly.graph_objects as go

from ..escape import plotly as escaped
from ..subject import Subject
from ..wording import date_in_words
from .template import INK, PALE, QUIET, SMALL, SYMBOLS, canvas, dots, hide_axes, write

ROW = 18  # px
KEY = 2.4  # rows for the key beneath
STEP = 0.2  # how far a mark stands from the middle of its cell


def rooms(table: pd.DataFrame, subject: Subject) -> go.Figure:
    """Topics down, rooms across; hollow: named on the first date, solid: on the second; speck: read, not named.

    `table`: as `pairs.same_rooms` gives it. A room without a meeting on a date has no mark for it.
    """
    topics, places, dates = (list(table[column].unique()) for column in ("topic", "room", "date"))
    table = table.assign(
        y=-table.topic.map(topics.index),
        x=table.room.map(places.index) + table.date.map({dates[0]: -STEP, dates[1]: STEP}),
    )
    fig = canvas(round(ROW * (len(topics) + KEY)) + 62, margin={"l": 112, "r": 4, "t": 58, "b": 4})
    for date in dates:
        rows = table[(table.date == date) & table.named.notna()]
        for named, look in ((True, {"colour": INK, "size": 11}), (False, {"colour": PALE, "size": 3})):
            chosen = rows[rows.named == named]
            filled = not named or date == dates[1]
            colours = [_colour(topic, subject) for topic in chosen.topic] if named else PALE
            hover = [
                escaped(f"{row.room}, {date_in_words(row.date)}: {row.topic}{'' if named else ' not'} named")
                for row in chosen.itertuples()
            ]
            trace = dots(
                chosen.x,
                chosen.y,
                symbol=SYMBOLS["challenger"],
                filled=filled,
                hover=hover,
                cited=chosen.evidence.str[0],
                meta="named",
                **look,
            )
            trace.marker.line.color = colours
            if filled:
                trace.marker.color = colours
            fig.add_trace(trace)
    _labels(fig, topics, places)
    _key(fig, dates, -len(topics) - 0.2, len(places))
    hide_axes(fig)
    fig.update_layout(xaxis_range=[-0.5, len(places) - 0.5], yaxis_range=[-len(topics) + 0.4 - KEY, 0.6])
    return fig


def _colour(topic: str, subject: Subject) -> str:
    """The colour of the sector the topic's tags belong to; words of the challenger's take the challenger's."""
    tags = next(set(entry.tags) for entry in subject.like_for_like.topics if entry.label == topic)
    return next((sector.colour for sector in subject.sectors if tags & set(sector.tags)), subject.challenger.colour)


def _labels(fig: go.Figure, topics: list, places: list) -> None:
    for place, room in enumerate(places):
        text = "<br>".join(escaped(room).replace("-", "- ").split())
        write(fig, place, 1, text, yref="paper", yanchor="bottom", yshift=6, align="center", size=SMALL)
    for place, topic in enumerate(topics):
        write(fig, -0.5, -place, escaped(topic), xanchor="right", xshift=-4, size=SMALL + 1)
        fig.add_shape(type="line", x0=-0.5, x1=len(places) - 0.5, y0=-place - 0.5, y1=-place - 0.5,
                      line={"color": "#EEEEEE", "width": 1}, layer="below")  # fmt: skip


def _key(fig: go.Figure, dates: list, y: float, places: int) -> None:
    """A hollow mark with the first date, a solid one with the second."""
    for x, date, filled in zip((-0.4, places / 2 - 0.4), dates, (False, True), strict=True):
        fig.add_trace(dots([x], [y], symbol=SYMBOLS["challenger"], colour=QUIET, filled=filled, size=11))
        write(fig, x, y, pd.Timestamp(date).strftime("%-d %b %Y"), xanchor="left", xshift=9, color=QUIET, size=SMALL)
    fig.add_trace(dots([-0.4], [y - 1.1], symbol=SYMBOLS["challenger"], colour=PALE, size=3))
    said = "met, not named; blank: not met"
    write(fig, -0.4, y - 1.1, said, xanchor="left", xshift=9, color=QUIET, size=SMALL)
