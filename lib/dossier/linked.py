"""Linked: marks of a drawing → links to what they rest on.

Each point of a trace becomes a link of its own; a trace whose points are the rows of the figure's data, in order,
becomes one link, and the script finds the row that was meant.
"""

import base64
import struct

from lxml import etree

from dossier import escape, labels

SVG = "http://www.w3.org/2000/svg"
ROW = "row:"  # before the number of a row in the figure's own data
PACKED = {"i1": "b", "u1": "B", "i2": "h", "u2": "H", "i4": "i", "u4": "I", "f4": "f", "f8": "d", "i8": "q", "u8": "Q"}


def uid(index: int) -> str:
    """The mark by which trace `index` is known in the drawing."""
    return f"t{index:05d}"


def link(root: etree._Element, links: list[tuple], data: list[dict], prefix: str) -> None:
    """Lay the links (trace, point, target, words or None) round their marks; LookupError where a mark is not drawn."""
    single = [one for one in links if not one[2].startswith(ROW)]
    found = [(_marks(root, data, trace, point), target, words) for trace, point, target, words in single]
    swarms = [(_trace(root, data, trace), rows) for trace, rows in _rows(links).items()]
    for marks, target, words in found:  # only now: a link comes between a mark and its group
        _link(marks, target, words)
    for group, rows in swarms:
        _link_rows(group, rows, prefix)


def _rows(links: list[tuple]) -> dict[int, tuple[int, int]]:
    """First and last row of the figure's data by trace whose marks lead there, a row a mark, in order.

    ValueError if the marks of a trace are not its rows in order: one link could not tell which is meant.
    """
    found: dict[int, list[int]] = {}
    for trace, _, target, _ in sorted(link for link in links if link[2].startswith(ROW)):
        found.setdefault(trace, []).append(int(target.removeprefix(ROW)))
    for trace, rows in found.items():
        if rows != [*range(rows[0], rows[-1] + 1)]:
            raise ValueError(f"trace {trace} leads to rows out of order, so its marks cannot share a link")
    return {trace: (rows[0], rows[-1]) for trace, rows in found.items()}


def _link_rows(group: etree._Element, rows: tuple[int, int], prefix: str) -> None:
    """One link round all marks of a trace: the script finds the row of the one that was pressed."""
    points = group.find(f"{{{SVG}}}g[@class='points']")
    name = prefix.rpartition("-")[0]
    link = etree.Element(f"{{{SVG}}}a", {"href": f"#fig-{name}-alt", "swarm": f"{rows[0]}-{rows[1]}"})
    title = etree.SubElement(link, f"{{{SVG}}}title")
    title.text = f"{labels.plural(rows[1] - rows[0] + 1, 'mark')}, each with its row in the table"
    points.addprevious(link)
    link.append(points)


def _marks(root: etree._Element, data: list[dict], trace: int, point: int) -> list[etree._Element]:
    """The elements that draw one point (its mark and its words); LookupError if there are none."""
    group = _trace(root, data, trace)
    shown = _shown(data[trace])
    if point not in shown:
        raise LookupError(f"trace {trace} draws no point {point}, so it cannot be linked")
    place, found = shown.index(point), []
    for layer, kind in (("points", "point"), ("text", "textpoint")):
        drawn = _of_class(kind, group.findall(f"{{{SVG}}}g[@class='{layer}']/*"))
        if drawn and len(drawn) != len(shown):
            raise LookupError(f"trace {trace} draws {len(drawn)} marks for {len(shown)} points, so none can be linked")
        found += [drawn[place]] if drawn and (len(drawn[place]) or kind == "point") else []
    if not found:
        raise LookupError(f"trace {trace} has no mark to link")
    return found


def _of_class(name: str, elements: list[etree._Element]) -> list[etree._Element]:
    return [element for element in elements if name in (element.get("class") or "").split()]


def _trace(root: etree._Element, data: list[dict], trace: int) -> etree._Element:
    """The group of a trace: scatter traces carry their uid, bars are counted within their subplot."""
    for group in root.iter(f"{{{SVG}}}g"):
        if uid(trace) in (group.get("class") or ""):
            return group
    axes = _axes(data[trace])
    shown = [i for i, t in enumerate(data) if t.get("type") == "bar" and t.get("visible", True) is True]
    alike = [i for i in shown if _axes(data[i]) == axes]
    groups = root.xpath(f"//*[contains(@class, 'subplot {axes}')]//*[contains(@class, 'trace bars')]")
    if trace not in alike or len(groups) != len(alike):
        raise LookupError(f"trace {trace} is not in the drawing, so its points cannot be linked")
    return groups[alike.index(trace)]


def _axes(trace: dict) -> str:
    return trace.get("xaxis", "x") + trace.get("yaxis", "y")


def _shown(trace: dict) -> list[int]:
    """Indexes of the points that Plotly draws: those with both coordinates."""
    columns = [unpacked(trace[axis]) for axis in ("x", "y") if axis in trace]
    return [i for i, values in enumerate(zip(*columns, strict=False)) if not any(map(_missing, values))]


def _missing(value: object) -> bool:
    return value is None or value != value


def unpacked(values: object) -> list:
    """A list of values, out of Plotly's base64 form if it is packed."""
    if isinstance(values, dict) and "bdata" in values:
        code, raw = PACKED[values["dtype"]], base64.b64decode(values["bdata"])
        return list(struct.unpack(f"<{len(raw) // struct.calcsize(code)}{code}", raw))
    return list(values)


def _link(marks: list[etree._Element], target: str, words: str | None) -> None:
    """Wrap the elements of one mark in a link to its evidence; only the first can be reached by keyboard."""
    anchor = f"card-{escape.slug(target[6:])}" if target.startswith("claim:") else escape.anchor(target)
    for number, mark in enumerate(marks):
        link = etree.Element(f"{{{SVG}}}a", {"href": f"#{anchor}"})
        if number:
            link.set("tabindex", "-1")
            link.set("aria-hidden", "true")
        mark.addprevious(link)
        link.append(mark)
        if words or not target.startswith("record:"):  # else the script puts the words of the record's row there
            title = etree.Element(f"{{{SVG}}}title")
            title.text = escape.visible(words or f"Evidence: {target.partition(':')[2]}")
            link.insert(0, title)
