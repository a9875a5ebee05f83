"""One year, month by month: the challenger's episodes by name, the base's as a strip beneath."""

import pandas as pd
import plotly.graph_objects as go

from ..escape import plotly as escaped
from ..subject import Subject
from .template import QUIET, SMALL, SYMBOLS, canvas, dots, hide_axes, roles, targets, write

MONTHS = "JFMAMJJASOND"
ROW = 17  # px: a name's height


def year(episodes: pd.DataFrame, subject: Subject) -> go.Figure:
    """A named row an episode that names the challenger, one lane for the base; a ring round acts shared with the twin.

    `episodes`: as `shift.episodes_of` gives them for one year. A date known only to its month is a bar.
    """
    named, lane = episodes[episodes.challenger], episodes[episodes.base]
    rows = len(named)
    fig = canvas(round(ROW * (rows + 7.85)) + 8, margin={"l": 8, "r": 8, "t": 4, "b": 4})
    _months(fig, rows)
    _marks(fig, named.assign(cited=named.opens_challenger, y=[-place for place in range(rows)]), "challenger", subject)
    _marks(fig, _stacked(lane.assign(cited=lane.opens_base), -rows - 1.6), "base", subject)
    for place, row in enumerate(named.itertuples()):
        _name(fig, row, -place)
    counted = {role: int(episodes[role].sum()) for role in ("challenger", "base")}
    for role, y in (("challenger", 1.15), ("base", -rows - 0.55)):
        text = f"<b>{counted[role]}</b> name {escaped(roles(subject)[role].label.lower())}"
        write(fig, 0, y, text, xanchor="left", color=roles(subject)[role].colour)
    for line, said in enumerate(_key(subject)):
        write(fig, 0, -rows - 4.5 - line, said, xanchor="left", color=QUIET, size=SMALL)
    hide_axes(fig)
    fig.update_layout(xaxis_range=[0, 12.05], yaxis_range=[-rows - 6, 1.85])
    return fig


def _key(subject: Subject) -> list[str]:
    """What is no plain mark, a line each."""
    twin = subject.record and subject.record.twin
    return [*([f"ring: {escaped(twin.label)}"] if twin else []), "bar: only the month is known"]


def _months(fig: go.Figure, rows: int) -> None:
    for month, letter in enumerate(MONTHS):
        write(fig, month + 0.5, -rows - 3.5, letter, color=QUIET, size=SMALL)
        fig.add_shape(
            type="line",
            x0=month,
            x1=month,
            y0=-rows - 2.8,
            y1=0.5,
            line={"color": "#EEEEEE", "width": 1},
            layer="below",
        )


def position(date: pd.Timestamp) -> float:
    """Where a day stands on an axis of months, 0 to 12."""
    return date.month - 1 + (date.day - 1) / date.days_in_month


def _stacked(lane: pd.DataFrame, y: float) -> pd.DataFrame:
    """Marks too close to stand side by side go on the next of three levels."""
    ordered = lane.sort_values("sort_date")
    levels, last = [], {}
    for x in ordered.sort_date.map(position):
        level = next((n for n in range(3) if x - last.get(n, -9) > 0.34), 2)
        last[level] = x
        levels.append(y - 0.62 * level)
    return ordered.assign(y=levels)


def _marks(fig: go.Figure, rows: pd.DataFrame, role: str, subject: Subject) -> None:
    colour = roles(subject)[role].colour
    exact = rows[rows.precision == "day"]
    hover = [escaped(f"{row.date}: {row.label}") for row in exact.itertuples()]
    fig.add_trace(
        dots(
            exact.sort_date.map(position),
            exact.y,
            symbol=SYMBOLS[role],
            colour=colour,
            size=9,
            hover=hover,
            cited=exact.cited,
        )
    )
    month = rows[rows.precision == "month"]
    bars = [(row.sort_date.month - 0.95, row.sort_date.month - 0.05, row.y) for row in month.itertuples()]
    middle = [((start + end) / 2, y) for start, end, y in bars]
    fig.add_trace(
        targets(
            [x for x, _ in middle],
            [y for _, y in middle],
            hover=[escaped(row.label) for row in month.itertuples()],
            cited=month.cited,
        )
    )
    for start, end, y in bars:
        fig.add_shape(type="line", x0=start, x1=end, y0=y, y1=y, line={"color": colour, "width": 5})
    shared = rows[rows.twin & rows.precision.eq("day")]
    fig.add_trace(
        dots(shared.sort_date.map(position), shared.y, symbol=f"{SYMBOLS[role]}-open", colour=colour, size=17)
    )


def _name(fig: go.Figure, row, y: float) -> None:
    """The name stands on the side of the mark where there is more room."""
    x = position(row.sort_date)
    late = x > 6
    day = row.sort_date.strftime("%-d %b") if row.precision == "day" else row.sort_date.strftime("%b")
    text = f"{escaped(row.label)} <span style='color:{QUIET}'>{day}</span>"
    write(fig, x + (-0.38 if late else 0.38), y, text, xanchor="right" if late else "left", size=SMALL)
