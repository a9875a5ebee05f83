"""A brief that can be followed back, number by number, to the words it rests on.

    read ─▶ blank ─▶ parse ─▶ find ─▶ table ─▶ claim · figure · tabulate ─▶ check ─▶ render ─▶ audit

`read` takes the documents in, `blank` hides what is not their body, `parse` gives them to spaCy, `find`
yields their facts, `table` lays the facts out; notebooks name claims, figures and tables from them;
`check` binds the words of the brief to those claims, `render` makes the page and the paper, and `audit`
lets them out. The names below stand in that order; each is loaded when it is first used.
"""

from importlib import import_module

# name → module; a name that is a module itself (find, check, render, audit) is exported as that module.
_FLOW = {
    "read": "seeds",
    "Document": "seeds",
    "zones": "furniture",
    "blank": "furniture",
    "parse": "pipeline",
    "find": None,
    "facts_in": "find",
    "corpus": "tables",
    "table": "tables",
    "read_record": "record",
    "claim": "claims",
    "figure": "claims",
    "tabulate": "claims",
    "check": None,
    "render": None,
    "audit": None,
}
__all__ = list(_FLOW)


def __getattr__(name: str):
    if name not in _FLOW:
        raise AttributeError(f"dossier has no “{name}”; it has {', '.join(_FLOW)}")
    module = import_module(f"dossier.{_FLOW[name] or name}")
    return getattr(module, name) if _FLOW[name] else module
