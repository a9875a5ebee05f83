"""Links to evidence: one row or passage, or a list of them that folds."""

from dossier import escape, labels

SHOWN = 4
EXAMPLES = 2  # of a longer list


def evidence_link(identifier: str, evidence: dict, words: str | None = None) -> str:
    """A link to the passage or record row, named by publisher and date."""
    found = evidence.get(identifier)
    label = words or (labels.where(found) if found else identifier)
    return f'<a href="#{escape.anchor(identifier)}">{escape.html(label)}</a>'


def evidence_list(identifiers: list[str], evidence: dict, claim: str | None = None) -> str:
    """Links to all of a few, or to two of many; the rest by number, with a link that filters the record.

    The filter needs script.
    """
    shown = identifiers if len(identifiers) <= SHOWN else identifiers[:EXAMPLES]
    links = [f"<li>{evidence_link(i, evidence)}</li>" for i in shown]
    if len(identifiers) > SHOWN:
        more = f"and {len(identifiers) - EXAMPLES} more"
        if claim:
            more += f': <a href="#record" data-of="{escape.slug(claim)}">show all {len(identifiers)} in the record</a>'
        links.append(f"<li>{more}</li>")
    return f'<ul class="rests">{"".join(links)}</ul>'


def outside(address: str | None, words: str, sentence: str = "") -> str:
    """A link out of the brief, or the address as text where it is no plain web address."""
    link = escape.fragment(address, sentence) if sentence else escape.url(address)
    if link is None:
        return f'<span class="no-link">{escape.html(address)}</span>' if address else ""
    return f'<a class="out" href="{escape.attribute(link)}">{escape.html(words)}</a>'
