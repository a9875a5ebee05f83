"""The whole period in lanes by sector: one mark an episode, the precision of its date drawn as such."""

import pandas as pd
import plotly.graph_objects as go

from ..escape import plotly as escaped
from ..subject import Subject
from .template import INK, PALE, QUIET, SMALL, canvas, hide_axes, targets, write

TALL = 7  # marks that may stand above each other in a lane
BIN = 1 / 12  # a twelfth of a year: marks of one month are stacked
ORIGIN = 1.12  # width, in years, of the part before the period


def laned(marks: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """`marks` with their place: x (years), width (0 for a day), y; stacked month by month in each lane.

    `marks`: sector, sort_date, precision, support (“source” or “record”), twin, label, cited.
    """
    lanes = {sector.id: lane for lane, sector in enumerate(_order(subject))}
    ordered = marks.sort_values(["sort_date", "support", "label"], ascending=[True, False, True])
    month = ordered.sort_date.dt.to_period("M")
    level = ordered.groupby([ordered.sector, month]).cumcount()
    wide = ordered.precision.map({"day": 0.0, "month": BIN, "year": 1.0})
    middle = ordered.sort_date.dt.year + (ordered.sort_date.dt.month - 0.5) / 12
    day = ordered.sort_date.dt.year + (ordered.sort_date.dt.dayofyear - 0.5) / 366
    x = day.where(wide == 0, middle.where(wide == BIN, ordered.sort_date.dt.year + 0.5))
    return ordered.assign(x=x, width=wide, y=-ordered.sector.map(lanes) + level.clip(upper=TALL) / (TALL + 2.5))


def _order(subject: Subject) -> list:
    """Challenger and base first, the others in the subject's order, what is left last."""
    first = [subject.challenger, subject.base]
    return first + [sector for sector in subject.sectors if sector not in first]


def timeline(marks: pd.DataFrame, origins: pd.DataFrame, subject: Subject) -> go.Figure:
    """Lanes by sector; a diamond where a document's exact words tell it, a small dot for a row of the record.

    `origins`: date (text), label — told at the left, before the period. A bar is a date known to its month or year;
    a ring an act that the twin country got as well.
    """
    table, lanes = laned(marks, subject), _order(subject)
    start, end = subject.period.start, subject.period.end + 1
    fig = canvas(60 * len(lanes) + 62, margin={"l": 8, "r": 6, "t": 4, "b": 4})
    for lane, sector in enumerate(lanes):
        _lane(fig, table[table.sector == sector.id], sector, -lane, (start, end))
    for year in range(start, end):
        write(fig, year + 0.5, -len(lanes) + 0.77, f"<b>{year}</b>", color=QUIET, size=SMALL)
        fig.add_shape(
            type="line",
            x0=year,
            x1=year,
            y0=-len(lanes) + 0.95,
            y1=0.95,
            line={"color": "#E5E5E5", "width": 1},
            layer="below",
        )
    _before(fig, origins, start, len(lanes))
    _key(fig, subject, start - ORIGIN + 0.12, -len(lanes) + 0.4)
    hide_axes(fig)
    fig.update_layout(xaxis_range=[start - ORIGIN, end + 0.02], yaxis_range=[-len(lanes) - 0.08, 1.0])
    fig.update_layout(meta={"narrow_traces": [_closer(trace.marker.symbol) for trace in fig.data]})
    return fig


CLOSER = {"diamond": 8, "circle-open": 9}  # px: on a phone a month is five wide


def _closer(symbol: str | None) -> dict | None:
    return {"marker": {"size": CLOSER[symbol]}} if symbol in CLOSER else None


KEYS = {"source": (0, 0), "record": (0, 1), "twin": (2.3, 0)}  # years and lines from the first mark of the key
BARS = (2.3, 1)


def _key(fig: go.Figure, subject: Subject, x: float, y: float) -> None:
    """What the marks mean, each drawn as it stands in the lanes."""
    twin = subject.record and subject.record.twin
    said = {"source": "a document’s words", "record": "our account of a page"} | (
        {"twin": escaped(twin.label)} if twin else {}
    )
    for kind, words in said.items():
        at = x + KEYS[kind][0], y - 0.3 * KEYS[kind][1]
        fig.add_trace(go.Scatter(x=at[:1], y=at[1:], mode="markers", hoverinfo="skip", marker=_look(kind, QUIET)))
        write(fig, *at, words, xanchor="left", xshift=10, color=QUIET, size=SMALL)
    bar = x + BARS[0], y - 0.3 * BARS[1]
    ends = {"x0": bar[0] - BIN / 2, "x1": bar[0] + BIN / 2, "y0": bar[1], "y1": bar[1]}
    fig.add_shape(type="line", **ends, line={"color": QUIET, "width": 3})
    write(fig, *bar, "only the month is known", xanchor="left", xshift=10, color=QUIET, size=SMALL)


def _look(kind: str, colour: str) -> dict:
    """A hollow diamond for a document's words, a dot for a row of the record, a ring for what the twin got too."""
    return {
        "source": {"symbol": "diamond", "size": 11, "color": "#FFFFFF", "line": {"color": colour, "width": 2}},
        "record": {"symbol": "circle", "size": 5.5, "color": colour, "line": {"color": colour, "width": 0}},
        "twin": {"symbol": "circle-open", "size": 13, "color": colour, "line": {"color": colour, "width": 1}},
    }[kind]


def _lane(fig: go.Figure, rows: pd.DataFrame, sector, base: float, span: tuple[int, int]) -> None:
    fig.add_shape(
        type="line",
        x0=span[0],
        x1=span[1],
        y0=base - 0.06,
        y1=base - 0.06,
        line={"color": "#E5E5E5", "width": 1},
        layer="below",
    )
    write(
        fig,
        span[0] + 0.03,
        base + 0.78,
        f"<b>{escaped(sector.label)}</b>",
        xanchor="left",
        color=sector.colour,
        size=SMALL,
    )
    bars = rows[(rows.width > 0) & (rows.support == "record")]
    if len(bars):
        fig.add_trace(targets(bars.x, bars.y, cited=bars.cited).update(marker_size=9))
    for row in rows[rows.width > 0].itertuples():
        fig.add_shape(
            type="line",
            x0=row.x - row.width / 2,
            x1=row.x + row.width / 2,
            y0=row.y,
            y1=row.y,
            line={"color": sector.colour, "width": 3 if row.width < 1 else 1},
        )
    for support in ("record", "source"):
        chosen = rows[(rows.support == support) & ((rows.width == 0) | (support == "source"))]
        hover = [escaped(f"{row.date}: {row.label}") for row in chosen.itertuples()]
        place = {"x": chosen.x.tolist(), "y": chosen.y.tolist(), "mode": "markers", "cliponaxis": False}
        said = {"hovertext": hover, "hoverinfo": "text", "customdata": chosen.cited.tolist()}
        fig.add_trace(go.Scatter(**place, **said, marker=_look(support, sector.colour)))
    twins = rows[rows.twin & (rows.width == 0)]
    fig.add_trace(
        go.Scatter(x=twins.x.tolist(), y=twins.y.tolist(), mode="markers", hoverinfo="skip", marker=_look("twin", INK))
    )


def _before(fig: go.Figure, origins: pd.DataFrame, start: int, lanes: int) -> None:
    """Origins stand one beneath the other: their distance in time is not drawn."""
    fig.add_shape(
        type="line",
        x0=start - 0.04,
        x1=start - 0.04,
        y0=-lanes + 0.95,
        y1=0.95,
        line={"color": PALE, "width": 1, "dash": "dot"},
    )
    for place, row in enumerate(origins.itertuples()):
        words = "<br>".join(escaped(word) for word in row.label.split())
        at = 0.9 - 1.5 * place
        fig.add_trace(
            targets(
                [start - ORIGIN + 0.12],
                [at - 0.15],
                hover=[escaped(f"{row.date}: {row.label}")],
                cited=[row.evidence[0]],
                meta="named",
            )
        )
        write(
            fig,
            start - ORIGIN + 0.02,
            at,
            f"<b>{escaped(row.date)}</b><br>{words}",
            xanchor="left",
            yanchor="top",
            size=SMALL,
        )
