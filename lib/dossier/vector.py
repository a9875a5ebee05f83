"""Plotly's SVG made fit to publish: no random ids, small, coloured for light and dark, its marks linked.

The same drawing gives the same bytes in every run: ids are renumbered and prefixed by the figure's name,
class names and empty groups go, numbers are rounded, styles become classes.
"""

import hashlib
import html
import re

from lxml import etree

from dossier import flat, ink, linked, swarm

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_NUMBER = re.compile(r"-?\d+\.\d{2,}(?:e-?\d+)?|-?\d+e-\d+")
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
OURS = "font-family: 'Source Sans Pro'"  # the page's own font need not be named in it


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
    linked.link(root, links, data, prefix)
    _tidy(root)
    _prune(root)
    _renumber(root, prefix)
    for attribute in ("width", "height", "style", "class"):
        root.attrib.pop(attribute, None)
    return root


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
    short = f"{float(match[0]):.1f}".rstrip("0").rstrip(".")
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
