"""Read what people write by hand: a YAML file → its values, each with the line that it stands on.

Plain values only: no tags, no aliases, no key that stands twice. `NO`, `on` and `yes` are words (NO is Norway), as
in YAML 1.2; only `true` and `false` are not. A fault is one message with file, line and remedy.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pydantic import BaseModel, ValidationError

# What PyYAML says → what to do about it; the first that fits.
REMEDIES = (
    (r"stands twice", "keep one of them"),
    (r"is no date", "write it as YYYY-MM-DD"),
    (r"alias", "write the value itself"),
    (r"'\\t'", "indent with spaces: a tab stands here"),
    (r"cannot start any token", "put a value that begins with this sign in quotation marks"),
    (r"mapping values are not allowed", "put a text that holds “: ” in quotation marks, and look at the indent"),
    (r"could not find expected ':'", "write “key: value”, and close every quotation mark"),
    (r"quoted scalar|unexpected end of stream", "close the quotation mark"),
    (r"found '<scalar>'", "put the whole value in one pair of quotation marks"),
    (r"block (end|mapping|sequence|collection)", "let the keys of one entry begin in one column"),
    (r"flow (mapping|sequence)|expected ',' or", "close the bracket, and put a comma between its parts"),
    (r"special characters", "delete the character that cannot be seen"),
    (r"tag", "write a plain value: tags (!…) are not read"),
)
OTHERWISE = "look at its indent, colons and quotation marks"
# What pydantic finds → what a writer should do; `{}` are filled from the error's own context.
REASONS = {
    "missing": "is missing; add it",
    "string_type": "must be text; write it in quotation marks",
    "string_too_short": "is empty; fill it in",
    "string_pattern_mismatch": "“{input}” has another form than it must have: {form}",
    "list_type": "must be a list; write [a, b], or one “- ” a line",
    "dict_type": "must hold “key: value” pairs",
    "model_type": "must hold “key: value” pairs",
    "literal_error": "“{input}” is none of {expected}; write one of them",
    "too_short": "needs at least {min_length} entries",
}
KINDS = (
    ("url", "“{input}” is no web address; write one that begins with https://"),
    ("date", "“{input}” is no date; write it as YYYY-MM-DD"),
    ("bool", "“{input}” is neither true nor false; write one of them"),
    ("int", "“{input}” is no whole number; write one in digits"),
    ("float", "“{input}” is no number; write one in digits"),
)


class EntryFault(ValueError):
    """A file that cannot be read as plain YAML; the message names file, line and remedy."""


class Misplaced(ValueError):
    """What is wrong with one key of an entry, said by the entry's own model."""

    def __init__(self, place: tuple, said: str) -> None:
        super().__init__(said)
        self.place = place


class Entries(NamedTuple):
    """The values of a file, and where they stand."""

    path: Path
    values: Any
    node: yaml.Node | None

    def line(self, place: tuple = ()) -> int:
        """The line, from one, of what stands at `place`: keys and indexes; of what holds it where it is not there."""
        node = self.node
        line = node.start_mark.line + 1 if node is not None else 1
        for step in place:
            if (found := _inside(node, step)) is None:
                break
            key, node = found
            line = key.start_mark.line + 1
        return line

    def at(self, place: tuple = ()) -> str:
        """File and line of what stands at `place`, as a message begins."""
        return f"{self.path}:{self.line(place)}"

    def faults(self, error: ValidationError, model: type[BaseModel], place: tuple = ()) -> Iterator[str]:
        """A message for everything that pydantic found wrong with the entry at `place`."""
        for loc, said in reasons(error, model):
            yield f"{self.at((*place, *loc))}: {said}"


def reasons(error: ValidationError, model: type[BaseModel]) -> Iterator[tuple[tuple, str]]:
    """(place, what is wrong there and what to do) for everything that pydantic found."""
    for one in error.errors():
        raised = one.get("ctx", {}).get("error")
        loc = (*one["loc"], *getattr(raised, "place", ()))
        yield loc, _said(one | {"loc": loc}, model)


def _inside(node: yaml.Node, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    """(the node to point at, the value) of a key or index; None where there is none."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


def _said(error: dict, model: type[BaseModel]) -> str:
    where = ".".join(map(str, error["loc"]))
    prefix, kind = f"{where}: " if where else "", error["type"]
    if kind == "extra_forbidden":
        near = get_close_matches(str(error["loc"][-1]), _model_at(model, error["loc"][:-1]).model_fields, 1, 0.6)
        return f"{prefix}is no key that is known here; " + (f"did you mean “{near[0]}”?" if near else "remove it")
    if kind == "value_error":
        return f"{prefix}{error['ctx']['error']}"
    if error.get("input") is None and kind != "missing":
        return f"{prefix}is empty; fill it in"
    said = REASONS.get(kind) or next((said for part, said in KINDS if part in kind), None)
    known = {key: str(value) for key, value in error.get("ctx", {}).items()}
    field = _model_at(model, error["loc"][:-1]).model_fields.get(error["loc"][-1]) if error["loc"] else None
    known |= {"input": str(error.get("input"))[:80], "form": (field and field.description) or known.get("pattern", "")}
    return prefix + (said.format_map(known) if said else f"{error['msg']}; correct it")


def _model_at(model: type[BaseModel], place: tuple) -> type[BaseModel]:
    """The model that holds the keys of a place."""
    for step in place:
        if isinstance(step, str) and (field := model.model_fields.get(step)):
            parts = [field.annotation, *getattr(field.annotation, "__args__", ())]
            model = next((one for one in parts if isinstance(one, type) and issubclass(one, BaseModel)), model)
    return model


class _Loader(yaml.SafeLoader):
    """YAML without what surprises: aliases, doubled keys, words that are booleans, days that no calendar has."""

    def compose_node(self, parent, index):
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark
            raise yaml.composer.ComposerError(None, None, "an alias, which would repeat what stands elsewhere", mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"“{key.value}” stands twice", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)

    def construct_day(self, node):
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError as error:
            said = f"“{node.value}” is no date: {error}"
            raise yaml.constructor.ConstructorError(None, None, said, node.start_mark) from None


_Loader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in pairs if not tag.endswith((":bool", ":merge"))]
    for sign, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_TRUTH = re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z")
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", _TRUTH, list("tTfF"))
_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_day)


def load(path: Path) -> Entries:
    """The values of the file at `path`. FileNotFoundError; EntryFault, with line and remedy, if it is no plain YAML."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise EntryFault(f"{path}:{line}: byte {error.start} is not UTF-8; save the file as UTF-8") from None
    return parse(path, text)


def parse(path: Path, text: str, above: int = 0) -> Entries:
    """The values of a text that stands in the file at `path` under so many lines; EntryFault as `load` gives it."""
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        return Entries(path, None if node is None else loader.construct_document(node), node)
    except yaml.YAMLError as error:
        raise EntryFault(_fault(path, error, text, above)) from None
    except RecursionError:
        raise EntryFault(f"{path}:1: is nested too deeply to be read; write it flat") from None


def _fault(path: Path, error: yaml.YAMLError, text: str, above: int) -> str:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = " ".join(filter(None, (getattr(error, "context", None), getattr(error, "problem", None))))
    said = said or " ".join(str(error).split())
    if mark is None:  # a character that YAML does not have: PyYAML gives its place in the text
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
    else:
        line = min(mark.line + 1, text.count("\n") + 1)
    remedy = next((remedy for pattern, remedy in REMEDIES if re.search(pattern, said)), OTHERWISE)
    if merges := [n for n, row in enumerate(text.split("\n")[:line], 1) if row.startswith(("<<<<<<< ", ">>>>>>> "))]:
        line, remedy = merges[0], "settle the merge: keep one of the two versions"
    return f"{path}:{line + above}: is not plain YAML ({getattr(error, 'problem', None) or said}); {remedy}"
