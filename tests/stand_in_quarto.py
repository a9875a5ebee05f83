"""A stand-in for `quarto render`: hooks, formats and output folder as Quarto documents them; not Quarto itself.

Reads `_quarto.yml`; runs the pre-render hook; for each format copies the source to a temporary file and runs
pandoc on it with the filter, with error() silenced and the global `quarto` set; runs the post-render hook.
`--version` says 1.11.0, and `typst --version`, on standard error, what $TYPST_SAYS says.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml
from dossier import engine, markdown

WRAPPER = "quarto = {{doc = {{input_file = [[{source}]]}}}}\nfunction error() end\ndofile([[{filter}]])\n"


def hook(path: str) -> None:
    environment = os.environ | {"QUARTO_PROJECT_OUTPUT_DIR": "_build/draft", "QUARTO_PROJECT_RENDER_ALL": "1"}
    if code := subprocess.run([sys.executable, path], env=environment).returncode:
        sys.exit(code)


def options(form: str, said: dict) -> list[str]:
    toc = ["--toc", f"--toc-depth={said['toc-depth']}"] if said.get("toc") else []
    after = ["--include-after-body", said["include-after-body"]] if "include-after-body" in said else []
    if not said:  # a format that the settings do not name
        return ["--from", "markdown", "--to", form, "--standalone"]
    return ["--from", "markdown", "--to", form, "--standalone", "--wrap=none", "--section-divs", *toc, *after,
            f"--syntax-highlighting={said['syntax-highlighting']}", "--template", said["template"],
            "--include-in-header", said["include-in-header"]]  # fmt: skip


def render(form: str, said: dict, out: Path, folder: Path, filters: list[dict]) -> None:
    source, lua = Path("report.qmd").resolve(), folder / "wrapper.lua"
    lua.write_text(WRAPPER.format(source=source, filter=Path(filters[0]["path"]).resolve()))
    copy = folder / "quarto-input.md"
    shutil.copy(source, copy)
    target = Path("report.typ") if form == "typst" else out / f"report.{form}"
    done = markdown.pandoc([*options(form, said), "--lua-filter", str(lua), "--output", str(target), str(copy)])
    sys.stderr.write(done.stderr)
    if done.returncode:
        sys.exit(done.returncode)
    if form == "typst":
        engine._typst(target, out / "report.pdf")


def main() -> None:
    if sys.argv[1:] == ["--version"]:
        return print("1.11.0")
    if sys.argv[1:] == ["typst", "--version"]:
        return print(os.environ.get("TYPST_SAYS", "typst 0.15.1 (00000000)"), file=sys.stderr)
    settings = yaml.safe_load(Path("_quarto.yml").read_text(encoding="utf-8"))
    hook(settings["project"]["pre-render"])
    out = Path(settings["project"]["output-dir"])
    out.mkdir(parents=True, exist_ok=True)
    forms = [sys.argv[sys.argv.index("--to") + 1]] if "--to" in sys.argv else [*settings["format"]]
    with tempfile.TemporaryDirectory() as folder:
        for form in forms:
            render(form, settings["format"].get(form, {}), out, Path(folder), settings["filters"])
    hook(settings["project"]["post-render"])


if __name__ == "__main__":
    main()
