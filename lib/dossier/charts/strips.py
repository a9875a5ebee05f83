"""How many episodes of each year name base and challenger: two strips of dots, one dot an episode."""

import pandas as pd
import plotly.graph_objects as go

from ..escape import plotly as escaped
from ..subject import Subject
from .template import PALE, QUIET, SMALL, SYMBOLS, canvas, dots, hide_axes, roles, write

ACROSS = 7  # dots in a row
STATES = ("both", "named", "not named")


def placed(episodes: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """Role × episode with its place: role, year, episode, state, x, y, cited; those that name both stand first.

    `episodes`: year, episode, base, challenger (booleans), opens_base, opens_challenger. `cited`: what a dot opens.
    """
    tables = [_strip(episodes, role, strip) for strip, role in enumerate(("base", "challenger"))]
    return pd.concat(tables, ignore_index=True)


def _strip(episodes: pd.DataFrame, role: str, strip: int) -> pd.DataFrame:
    other = {"base": "challenger", "challenger": "base"}[role]
    state = episodes[role].map({True: "named", False: "not named"}).mask(episodes[role] & episodes[other], "both")
    table = episodes.assign(role=role, cited=episodes[f"opens_{role}"], state=pd.Categorical(state, STATES))
    table = table.sort_values(["year", "state", "episode"])
    place = table.groupby("year").cumcount()
    column = table.year.rank(method="dense") - 1
    return table.assign(x=column * (ACROSS + 1) + place % ACROSS, y=-strip * 6.2 - place // ACROSS)


def strips(episodes: pd.DataFrame, subject: Subject) -> go.Figure:
    """Two strips, base above challenger; ring: names it, disc: names both, speck: does not name it."""
    table = placed(episodes, subject)
    fig = canvas(252, margin={"l": 8, "r": 8, "t": 4, "b": 4})
    for (role, sector), state in [(pair, state) for pair in roles(subject).items() for state in STATES]:
        rows = table[(table.role == role) & (table.state == state)]
        colour, size = (PALE, 4) if state == "not named" else (sector.colour, 8)
        hover = [escaped(episode) for episode in rows.episode]
        fig.add_trace(
            dots(
                rows.x,
                rows.y,
                symbol=SYMBOLS[role],
                colour=colour,
                size=size,
                filled=state != "named",
                hover=hover,
                cited=rows.cited,
            )
        )
    _labels(fig, table, subject)
    hide_axes(fig)
    closer = [{"marker": {"size": 0.8 * trace.marker.size}} for trace in fig.data]  # or they touch on a phone
    fig.update_layout(meta={"narrow_traces": closer})
    for line, said in enumerate(("filled: the event names both", "grey: it does not name the field")):
        write(fig, -0.5, table.y.min() - 1.3 - 1.15 * line, said, xanchor="left", color=QUIET, size=SMALL)
    fig.update_layout(xaxis_range=[-0.8, table.x.max() + 0.8], yaxis_range=[table.y.min() - 3.0, 3.9])
    return fig


def _labels(fig: go.Figure, table: pd.DataFrame, subject: Subject) -> None:
    for (year, role), rows in table.groupby(["year", "role"]):
        x, y = rows.x.min() - 0.5, rows.y.max()
        naming = rows.state.ne("not named").sum()
        colour = roles(subject)[role].colour
        label = f"<b>{naming}</b> of {len(rows)}"
        write(fig, x, y + 1.0, label, xanchor="left", color=colour)
        if role == "base":
            write(fig, x, y + 3.32, f"<b>{year}</b>", xanchor="left", color=QUIET, size=SMALL)
    for role, rows in table.groupby("role"):
        write(fig, -0.5, rows.y.max() + 2.2, f"name {escaped(roles(subject)[role].label.lower())}", xanchor="left",
              color=roles(subject)[role].colour, size=SMALL)  # fmt: skip
