"""Plotly's SVG made fit to publish: no random ids, small, coloured for light and dark, its marks linked.

The same drawing gives the same bytes in every run: ids are renumbered and prefixed by the figure's name,
class names and empty groups go, numbers are rounded, styles become classes.
"""

import base64
import hashlib
import html
import re
import struct

from lxml import etree

from dossier import escape, flat, ink, labels, swarm

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_NUMBER = re.compile(r"-?\d+\.\d{3,}(?:e-?\d+)?|-?\d+e-\d+")
_REFERENCE = re.compile(r"url\([\"']?#([^)\"']+)[\"']?\)")
_TAG = re.compile(r"<[^>]*>")
# Declarations that say what holds anyway, or what only an editable plot needs.
IDLE = {
    "opacity: 1", "fill-opacity: 1", "stroke-opacity: 1", "vector-effect: none", "stroke-miterlimit: 2",
    "white-space: pre",
    "font-style: normal", "font-variant: normal", "font-weight: normal", "text-transform: none", "text-shadow: none",
    "stroke-dasharray: none",
}  # fmt: skip
IDLE_PROPERTIES = {"pointer-events", "cursor", "text-decoration-line", "will-change"}
ROW = "row:"  # before the number of a row in the figure's own data
OURS = "font-family: 'Source Sans Pro'"  # the page's own font need not be named in it
PACKED = {"i1": "b", "u1": "B", "i2": "h", "u2": "H", "i4": "i", "u4": "I", "f4": "f", "f8": "d", "i8": "q", "u8": "Q"}


def uid(index: int) -> str:
    """The mark by which trace `index` is known in the drawing."""
    return f"t{index:05d}"


def page(svg: str, name: str, size: str, links: list[tuple], data: list[dict]) -> str:
    """The drawing for the page. `links`: (trace, point, target, words or None).

    A target is an evidence id, `claim:<name>`, or `row:<n>`, a row of the figure's own data.
    """
    root = _clean(svg, f"{name}-{size}", links, data)
    swarm.joined(root)
    swarm.shaped(root)
    _classes(root)
    _hoist(root)
    flat.flattened(root)
    if size == "narrow":
        _bare(root)
    root.set("role", "group" if links else "img")
    if links:
        root.set("aria-roledescription", "chart")
    root.set("aria-labelledby", f"fig-{name}-name")
    root.set("aria-describedby", f"fig-{name}-alt")
    return _text(root)


def paper(svg: str, name: str) -> str:
    """The drawing for print: colours as they are, no links."""
    root = _clean(svg, f"{name}-print", [], [])
    swarm.joined(root)
    swarm.shaped(root)
    flat.flattened(root)
    return _text(root)


def _bare(root: etree._Element) -> None:
    """The narrow drawing keeps the places of its links; the script fills them from the wide one, mark by mark."""
    for link in root.iter(f"{{{SVG}}}a"):
        del link.attrib["href"]
        for title in link.findall(f"{{{SVG}}}title"):
            link.remove(title)


def _hoist(root: etree._Element) -> None:
    """A class that all marks of a group share is said once, at the group."""
    for group in reversed(list(root.iter(f"{{{SVG}}}g"))):
        marks = [child[-1] if etree.QName(child).localname == "a" else child for child in group]
        shared = {mark.get("class") for mark in marks}
        if len(marks) > 1 and len(shared) == 1 and None not in shared and not group.get("class"):
            group.set("class", shared.pop())
            for mark in marks:
                del mark.attrib["class"]


def plain(text: str) -> str:
    """Plotly's HTML-like text without tags and entities, on one line."""
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())


def _clean(svg: str, prefix: str, links: list[tuple], data: list[dict]) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    root = etree.fromstring(svg.encode(), parser)
    single = [link for link in links if not link[2].startswith(ROW)]
    found = [(_marks(root, data, trace, point), target, words) for trace, point, target, words in single]
    swarms = [(_trace(root, data, trace), rows) for trace, rows in _rows(links).items()]
    for marks, target, words in found:  # only now: a link comes between a mark and its group
        _link(marks, target, words)
    for group, rows in swarms:
        _link_rows(group, rows, prefix)
    _tidy(root)
    _prune(root)
    _renumber(root, prefix)
    for attribute in ("width", "height", "style", "class"):
        root.attrib.pop(attribute, None)
    return root


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


def _tidy(root: etree._Element) -> None:
    """Round numbers, keep only declarations that say something, drop what only an editor needs."""
    for element in root.iter(etree.Element):
        for name, value in list(element.attrib.items()):
            if name == "swarm":
                element.set("data-swarm", element.attrib.pop(name))
            elif name.startswith("data-") or name == "pointer-events":
                del element.attrib[name]
            elif name in {"d", "transform", "x", "y", "width", "height", "points", "cx", "cy", "r", "dy", "dx"}:
                element.set(name, _NUMBER.sub(_rounded, value))
        if style := element.get("style"):
            element.set("style", _declarations(style))


def _rounded(match: re.Match) -> str:
    short = f"{float(match[0]):.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def _declarations(style: str) -> str:
    said = [part.strip() for part in style.split(";") if part.strip()]
    kept = [one for one in said if one not in IDLE and one.split(":")[0] not in IDLE_PROPERTIES]
    for kind in ("fill", "stroke"):
        if f"{kind}-opacity: 0" in kept:
            kept = [one for one in kept if one.split(":")[0] not in {kind, f"{kind}-opacity"}] + [f"{kind}: none"]
    if "stroke: none" in kept or not any(one.startswith("stroke:") for one in kept):
        kept = [one for one in kept if not one.startswith("stroke-")]
    return "; ".join(sorted(set(kept)))


def _prune(root: etree._Element) -> None:
    """Empty groups, invisible rectangles, paths without a way: gone, from the leaves upwards."""
    for element in reversed(list(root.iter(etree.Element))):
        tag, style = etree.QName(element).localname, element.get("style") or ""
        empty = tag in {"g", "defs"} and not len(element)
        stroked = "stroke:" in style.replace("stroke: none", "")
        unseen = tag in {"rect", "path"} and "fill: none" in style and not stroked
        aimless = tag == "path" and element.get("d") in {None, "", "M0,0", "M0,0Z"}
        held = element is root or etree.QName(element.getparent()).localname in {"clipPath", "a"} or element.get("id")
        if (empty or unseen or aimless) and not held:
            element.getparent().remove(element)


def _renumber(root: etree._Element, prefix: str) -> None:
    """Ids that are used get a name made from the figure's; all other ids and all class names go."""
    used = {ref for e in root.iter(etree.Element) for v in e.attrib.values() for ref in _REFERENCE.findall(v)}
    names: dict[str, str] = {}
    for element in list(root.iter(etree.Element)):
        element.attrib.pop("class", None)
        if (old := element.attrib.pop("id", None)) in used:
            names[old] = f"{prefix}-{len(names)}"
            element.set("id", names[old])
        elif old and etree.QName(element).localname == "clipPath":
            element.getparent().remove(element)
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            if "url(" in value:
                element.set(name, _REFERENCE.sub(lambda m: f"url(#{names[m[1]]})", value))
    _prune(root)


def _classes(root: etree._Element) -> None:
    """Styles become classes named by their content, colours pairs for light and dark."""
    rules = {}
    for element in root.iter(etree.Element):
        said = element.attrib.pop("style", "").split("; ")
        style = "; ".join(part for part in said if not part.startswith(OURS))
        if style:
            name = "s" + hashlib.sha256(style.encode()).hexdigest()[:5]
            rules[name] = f".{name}{{{ink.paired(style).replace('; ', ';').replace(': ', ':')}}}"
            element.set("class", name)
    sheet = etree.Element(f"{{{SVG}}}style")
    sheet.text = "".join(rules[name] for name in sorted(rules))
    root.insert(0, sheet)


def _text(root: etree._Element) -> str:
    """The drawing as text in which no shortcode's braces stand."""
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode").replace("{{", "&#123;&#123;").replace("}}", "&#125;&#125;")
