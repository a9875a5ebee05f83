"""Fewer groups round the same drawing: what a group says is said by what it holds, and then the group goes.

Plotly wraps every label in three groups and every line in a clipped one. Nothing moves by more than rounding.
"""

import re

from lxml import etree

_MOVE = re.compile(r"translate\((-?[\d.]+)(?:[ ,]\s*(-?[\d.]+))?\)\Z")
_STILL = re.compile(r"rotate\(0(,-?[\d.]+){0,2}\)\Z")
IDLE = {("text", "text-anchor"): "start", ("path", "fill-rule"): "evenodd"}


def flattened(root: etree._Element) -> None:
    """Drop idle attributes, hand transforms down, move text by its own place, undo empty groups, join like clips."""
    for element in root.iter(etree.Element):
        _idle(element)
    for group in reversed(list(root.iter("{*}g"))):
        _hand_down(group)
        if not group.attrib and group.getparent() is not None:
            _undo(group)
    for text in root.iter("{*}text"):
        _placed(text)
    for parent in list(root.iter("{*}g", "{*}svg")):
        _one_clip(parent)


def _idle(element: etree._Element) -> None:
    name = etree.QName(element).localname
    if _STILL.match(element.get("transform") or ""):
        del element.attrib["transform"]
    for (tag, attribute), value in IDLE.items():
        once = tag != "path" or (element.get("d") or "").upper().count("M") == 1  # one outline has no holes to fill
        if name == tag and element.get(attribute) == value and once:
            del element.attrib[attribute]


def _hand_down(group: etree._Element) -> None:
    """A group that only moves its one child lets the child say so."""
    if set(group.attrib) == {"transform"} and len(group) == 1:
        only = group[0]
        if not {"transform", "clip-path"} & set(only.attrib):
            only.set("transform", group.attrib.pop("transform"))


def _undo(group: etree._Element) -> None:
    parent, at = group.getparent(), group.getparent().index(group)
    parent[at : at + 1] = list(group)


def _placed(text: etree._Element) -> None:
    """A moved text stands at the sum of both places; so do its lines."""
    move = _MOVE.match(text.get("transform") or "")
    if not move or text.get("x") is None or text.get("y") is None:
        return
    step = {"x": float(move[1]), "y": float(move[2] or 0)}
    for part in text.iter("{*}text", "{*}tspan"):
        for axis, by in step.items():
            if part.get(axis) is not None:
                part.set(axis, f"{float(part.get(axis)) + by:.1f}".removesuffix(".0"))
    del text.attrib["transform"]


def _one_clip(parent: etree._Element) -> None:
    """Neighbours clipped alike share one group."""
    for child in list(parent):
        before = child.getprevious()
        alike = before is not None and child.tag == before.tag == f"{{{etree.QName(parent).namespace}}}g"
        if alike and set(child.attrib) == {"clip-path"} and dict(child.attrib) == dict(before.attrib):
            before.extend(list(child))
            parent.remove(child)
