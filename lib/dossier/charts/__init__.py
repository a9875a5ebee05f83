"""Draw: DataFrame → plotly Figure, one function a figure.

All figures share one template (`template.py`) and take their colours from the subject's sectors. Base and
challenger also differ in shape, so that nothing is lost in grey print or to a colour-blind reader. Text from
documents and record passes through `escape.plotly`. Nothing is placed by hand: positions follow from the data.
"""

from .contest import contest
from .curve import curve
from .inset import inset
from .money import money, trade
from .rooms import rooms
from .sentences import sentences
from .strips import strips
from .template import links
from .timeline import timeline
from .year import year

__all__ = ["contest", "curve", "inset", "links", "money", "rooms", "sentences", "strips", "timeline", "trade", "year"]
