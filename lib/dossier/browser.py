"""Find a Chromium, or install one where that is allowed: the figures' vector twins need it.

`python -m dossier.browser` prints its path; with `--install` it first tries to install one.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

VARIABLE = "BROWSER_PATH"  # the variable that kaleido reads, too
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
# Where `playwright install chromium` puts its browsers on Linux, macOS and Windows.
CACHES = ("~/.cache/ms-playwright", "~/Library/Caches/ms-playwright", "~/AppData/Local/ms-playwright")
BINARIES = ("chrome-linux*/chrome", "chrome-mac*/*.app/Contents/MacOS/*", "chrome-win*/chrome.exe")
# Flags with which Chromium starts headless, in a container too, and asks nothing of any network.
FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class BrowserMissing(RuntimeError):
    """No Chromium was found; the message says how to get one."""


def find() -> Path:
    """The Chromium to use: $BROWSER_PATH, else one on the PATH, else one where browsers usually are.

    BrowserMissing where there is none, and where $BROWSER_PATH names none: what was asked for is not replaced.
    """
    if named := _named():
        return named
    for candidate in _candidates():
        if candidate and Path(candidate).is_file() and works(candidate):
            return Path(candidate)
    raise BrowserMissing(f"no Chromium was found. Install one with\n\n    {remedy()}\n\nor set {VARIABLE} to its path.")


def _named() -> Path | None:
    named = os.environ.get(VARIABLE)
    if named and not (Path(named).is_file() and works(named)):
        raise BrowserMissing(f"{VARIABLE} is {named}, and no browser starts there: give the path of one, or unset it.")
    return Path(named) if named else None


def _candidates():
    yield from map(shutil.which, NAMES)
    yield from PLACES
    for cache in CACHES:
        for binary in BINARIES:
            yield from sorted(Path(cache).expanduser().glob(f"chromium-*/{binary}"), reverse=True)


def works(path: str | Path) -> bool:
    """Does it start at all? Ubuntu's `chromium` may be a stub that only asks for a snap."""
    if sys.platform == "win32":  # chrome.exe --version opens a window
        return True
    try:
        result = subprocess.run([str(path), "--version"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return result.returncode == 0 and any(char.isdigit() for char in result.stdout)


def sandbox_flags() -> list[str]:
    """Chromium refuses its sandbox to root, so root must do without."""
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


def remedy() -> str:
    """The exact command that installs a Chromium on this machine."""
    if sys.platform == "darwin":
        return "brew install --cask chromium"
    if sys.platform == "win32":
        return "winget install Google.Chrome"
    if "ubuntu" in _release():  # its package is a snap, which many containers cannot run
        return f"sudo {sys.executable} -m playwright install --with-deps chromium"
    return "sudo apt-get update && sudo apt-get install -y chromium"


def _release() -> str:
    path = Path("/etc/os-release")
    return path.read_text(encoding="utf-8").lower() if path.exists() else ""


def install() -> Path:
    """A Chromium, installed by root's package manager if none is there; BrowserMissing where that cannot be."""
    _named()  # one that is named and not there is for its owner to mend
    try:
        return find()
    except BrowserMissing:
        if not sandbox_flags() or not shutil.which("apt-get"):
            raise
    for command in _attempts():
        print(f"      {' '.join(command)}", flush=True)
        subprocess.run(command, stdout=subprocess.DEVNULL, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"})
    return find()


def _attempts() -> list[list[str]]:
    if "ubuntu" in _release():
        return [[sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]]
    return [["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]]


def main(arguments: list[str]) -> int:
    try:
        print(install() if "--install" in arguments else find())
    except BrowserMissing as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
