"""One template for all figures: font, sizes, ink; made for a phone and for a printed page."""

import plotly.graph_objects as go

from .. import ink
from ..fonts import FAMILY
from ..subject import Sector, Subject

WIDTH, NARROW = 680, 312  # px, for page and phone; every label must fit the narrow one
SIZE, SMALL = 14, 12.5
INK, QUIET, PALE, PAPER = "#1A1A1A", "#595959", "#C9C9C9", "#FFFFFF"
SYMBOLS = {"base": "square", "challenger": "circle"}
MARGIN = {"l": 8, "r": 8, "t": 8, "b": 8}


def template() -> go.layout.Template:
    axis = {
        "showgrid": False, "zeroline": False, "showline": False, "ticks": "", "automargin": False, "fixedrange": True,
        "tickfont": {"size": SMALL, "color": QUIET}, "title": {"font": {"size": SMALL, "color": QUIET}},
    }  # fmt: skip
    return go.layout.Template(
        layout={
            "font": {"family": FAMILY, "size": SIZE, "color": INK}, "paper_bgcolor": PAPER, "plot_bgcolor": PAPER,
            "showlegend": False, "hovermode": "closest", "xaxis": axis, "yaxis": axis, "margin": MARGIN,
            "hoverlabel": {"font": {"family": FAMILY, "size": SIZE}, "bgcolor": PAPER}, "bargap": 0.3,
        }
    )  # fmt: skip


def canvas(height: int, **layout) -> go.Figure:
    """An empty figure of the common width."""
    return go.Figure(layout={"template": template(), "width": WIDTH, "height": height, **layout})


def roles(subject: Subject) -> dict[str, Sector]:
    return {"challenger": subject.challenger, "base": subject.base}


def write(fig: go.Figure, x, y, text: str, **how) -> None:
    """A label at its place, in data coordinates unless told otherwise; `upon`: the colour of the fill it stands on."""
    fill, colour = how.pop("upon", None), how.pop("color", INK)
    colour = ink.upon(fill.lower()) if fill else ink.worded(colour)
    look = {"showarrow": False, "font": {"size": how.pop("size", SIZE), "color": colour}, "align": "left"}
    fig.add_annotation(x=x, y=y, text=text, **{**look, **how})


def dots(
    x, y, *, symbol: str, colour: str, filled: bool = True, size: float = 9, hover=None, cited=None, **more
) -> go.Scatter:
    """A trace of marks; a hollow one has the paper inside. `cited`: the evidence id each mark opens."""
    marker = {
        "symbol": symbol, "size": size, "color": colour if filled else PAPER,
        "line": {"color": colour, "width": 1.6},
    }  # fmt: skip
    hover = {"hovertext": hover, "hoverinfo": "text"} if hover is not None else {"hoverinfo": "skip"}
    opens = {"customdata": list(cited)} if cited is not None else {}
    return go.Scatter(x=list(x), y=list(y), mode="markers", marker=marker, cliponaxis=False, **hover, **opens, **more)


def links(fig: go.Figure) -> dict[tuple[int, int], str]:
    """(trace, point) → evidence id, for every mark that opens its evidence."""
    marks = (
        (number, point, id) for number, trace in enumerate(fig.data) for point, id in enumerate(trace.customdata or ())
    )
    return {(number, point): id for number, point, id in marks if id}


def targets(x, y, hover=None, **more) -> go.Scatter:
    """Marks that show nothing and can be pointed at, where the drawing itself is made of shapes."""
    return dots(x, y, symbol="circle", colour="rgba(0,0,0,0)", size=16, hover=hover, **more).update(
        marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}}
    )


def hide_axes(fig: go.Figure) -> None:
    fig.update_xaxes(visible=False)
    fig.update_yaxes(visible=False)
