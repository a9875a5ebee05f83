"""The command line: `python -m dossier COMMAND …`. Exit 0 done, 1 done with faults reported, 2 wrong use.

Each command is one call into one module, imported when the command is given, so that `extract` starts fast.
"""

import argparse
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path


def main(words: list[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    args = parser().parse_args(words)
    try:
        return args.command(args)
    except LookupError as error:
        if type(error) is not LookupError:  # a KeyError or IndexError is our own fault, and is told as such
            raise
        print(error.args[0], file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return _quiet()


def _quiet() -> int:
    """The reader of our output has gone: leave without a word, and without Python's own at exit."""
    try:
        sys.stdout = open("/dev/null", "w", encoding="utf-8")  # noqa: SIM115
    except OSError:
        sys.stdout = None
    return 0


def _call(module: str, function: str = "run", *names: str) -> Callable[[argparse.Namespace], int]:
    """A call of `dossier.<module>.<function>`: with the arguments of these names, or with all of them."""

    def command(args: argparse.Namespace) -> int:
        called = getattr(import_module(f"dossier.{module}"), function)
        return (called(**{name: getattr(args, name) for name in names if name}) if names else called(args)) or 0

    return command


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="dossier", description="Facts out of news documents, and a brief bound to them.")
    commands = top.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, call: Callable, about: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=about, description=about)
        added.set_defaults(command=call)
        return added

    _extracting(command)
    _publishing(command)
    _gathering(command)
    return top


def _extracting(command: Callable) -> None:
    extract = command("extract", _call("extract"), "facts of documents, one a line, as JSON on standard output")
    extract.add_argument(
        "paths", nargs="+", metavar="PATH", help=".txt, .jsonl (a document a line), or - for JSONL on standard input"
    )
    extract.add_argument("--published", metavar="DATE", help="date of publication of text files, YYYY-MM-DD")
    extract.add_argument(
        "--processes", type=_count, default=1, metavar="N", help="processes to share the work (default 1)"
    )
    explain = command("explain", _call("explain"), "why each fact of a document was found, what was blanked and why")
    explain.add_argument("file", type=Path, metavar="FILE")
    explain.add_argument("--published", metavar="DATE", help="date of publication, YYYY-MM-DD")
    command("schema", _call("extract", "schema"), "the JSON Schema of a fact")


def _publishing(command: Callable) -> None:
    command("check", _call("check"), "does every number of the brief rest on evidence? (no rendering)")
    render = command("render", _call("render"), "make the brief: check, render, audit, publish to _site")
    render.add_argument("--engine", choices=("auto", "quarto", "builtin"), default="auto")
    render.add_argument("--to", choices=("html", "pdf", "all"), default="all")
    command("audit", _call("audit"), "read the finished brief and fail on anything that is not bound")
    command("accept", _call("edition", "accept", ""), "accept the values of the claims as they are now")
    diff = command(
        "diff", _call("edition", "diff", "old", "new"), "claims that moved since the accepted edition, or between two"
    )
    which = "the number of an edition, a file like seeds/edition.yml, or a revision of git"
    diff.add_argument("old", nargs="?", metavar="OLD", help=f"{which} (default: the accepted edition)")
    diff.add_argument("new", nargs="?", metavar="NEW", help="likewise (default: the claims as they are now)")
    command("notebooks", _call("notebooks"), "run the notebooks again and refresh their committed outputs")


def _gathering(command: Callable) -> None:
    add = command("add", _call("add"), "copy a text into seeds/ and write its card")
    add.add_argument("file", type=Path, metavar="FILE")
    for name in ("publisher", "published", "url"):
        add.add_argument(f"--{name}", required=True)
    for name in ("title", "origin", "side", "licence", "id"):
        add.add_argument(f"--{name}")
    add.add_argument("--full-text", action="store_true", help="the whole text may stand in a published brief")
    add.add_argument("--seeds", type=Path, default=Path("seeds"), help="the folder of the documents (default seeds)")
    new = command("new", _call("scaffold", "run"), "begin a dossier on another subject in a new folder")
    new.add_argument("dir", type=Path, metavar="DIR")


def _count(word: str) -> int:
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"“{word}” is no number of processes; give 1 or more")
    return int(word)


if __name__ == "__main__":
    sys.exit(main())
