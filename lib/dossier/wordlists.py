"""The word lists of `language/`: read from YAML once, then kept compiled, as Python keeps its modules.

To parse the lists takes a quarter of a second, to find the facts of a short text less. Python's own machinery keeps
what was read in `__pycache__`, sees when a list has changed, and writes nothing where it may write no byte code.
"""

import marshal
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

import yaml

FOLDER = Path(__file__).parent / "language"
_TYPED, _STRINGS = ("SafeLoader", "BaseLoader")


def typed(name: str) -> dict:
    """The lists of `language/<name>.yml`, read as YAML 1.1: numbers are numbers."""
    return _read(name, _TYPED)


def strings(name: str) -> dict:
    """The lists of `language/<name>.yml`, every scalar a string: `NO` is Norway's code, never false."""
    return _read(name, _STRINGS)


def _read(name: str, reader: str) -> dict:
    module = ModuleType(name)
    _Lists(name, str(FOLDER / f"{name}.yml"), reader).exec_module(module)
    return module.lists


class _Lists(SourceFileLoader):
    """Takes a YAML file for the source of a module that holds `lists`."""

    def __init__(self, name: str, path: str, reader: str):
        super().__init__(name, path)
        self.reader = reader

    def source_to_code(self, data: bytes, path: str, *, _optimization: int = -1) -> CodeType:
        lists = yaml.load(data, Loader=getattr(yaml, f"C{self.reader}", getattr(yaml, self.reader)))
        return compile(f"import marshal; lists = marshal.loads({marshal.dumps(lists)!r})", path, "exec")

    def path_stats(self, path: str) -> dict[str, float]:
        """By which Python tells that what it kept is stale: the file's time and size, and here how it is read."""
        stats = super().path_stats(path)
        return stats | {"mtime": stats["mtime"] + (self.reader == _STRINGS)}
