"""One font for page, paper and drawings: Source Sans Pro, from its pinned package.

The page gets small subsets inside its style sheet; Typst and Chromium get the whole files.
"""

import base64
import functools
import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FAMILY = "Source Sans Pro"
# What the page can set: Latin with the letters of its neighbours (schwa, dotless i), punctuation, currencies, arrows.
# Another letter is set in the reader's own font.
RANGES = (
    (0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026),
    (0x2030, 0x2030), (0x2039, 0x203A), (0x2044, 0x2044), (0x20AC, 0x20AC), (0x2190, 0x2193), (0x2212, 0x2212),
    (0x2248, 0x2248), (0x2264, 0x2265),
)  # fmt: skip
NEIGHBOURS = "ƏəĞğİıŞşČčŠšŽžĆćŁłŐőŰűĀāĪīŪūŒœ⅓⅔✓"
# File → CSS weight and style. Emphasis is rare, and slanted by the browser.
FACES = {"Regular": (400, "normal"), "Semibold": (600, "normal")}
# Figures in running text are proportional, those in tables and charts tabular (the font's default).
FEATURES = ["kern", "liga", "pnum"]


def folder() -> Path:
    """Where the package keeps its files."""
    import font_source_sans_pro

    return Path(font_source_sans_pro.__file__).parent / "files"


def face(name: str) -> Path:
    return folder() / f"SourceSansPro-{name}.ttf"


def paths() -> list[str]:
    """Font folders for Typst."""
    return [str(folder())]


@functools.cache
def covered() -> frozenset[int]:
    """Code points that every upright face can show."""
    from fontTools.ttLib import TTFont

    faces_ = (TTFont(face(name), lazy=True) for name in FACES)
    return frozenset.intersection(*(frozenset(font.getBestCmap()) for font in faces_))


@contextmanager
def environment() -> Iterator[dict[str, str]]:
    """Variables under which fontconfig finds the font, for the Chromium that draws the figures.

    The package holds each face twice; only the TrueType files are let in, so that no run differs from another.
    """
    with tempfile.TemporaryDirectory(prefix="dossier-fonts-") as place:
        config = Path(place) / "fonts.conf"
        config.write_text(CONFIG.format(folder=folder(), cache=place), encoding="utf-8")
        yield {"FONTCONFIG_FILE": str(config)}


CONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{folder}</dir>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><cachedir>{cache}</cachedir>
<selectfont><rejectfont><glob>{folder}/*.otf</glob></rejectfont></selectfont></fontconfig>"""


@functools.cache
def subset(name: str) -> bytes:
    """The face as woff2 with the page's characters only; the same bytes in every run."""
    from fontTools import subset as fonttools

    options = fonttools.Options(
        flavor="woff2", layout_features=FEATURES, hinting=False, notdef_outline=True, recalc_timestamp=False,
        name_IDs=[1, 2], drop_tables=["DSIG", "FFTM"], desubroutinize=False,
    )  # fmt: skip
    font = fonttools.load_font(str(face(name)), options)
    worker = fonttools.Subsetter(options)
    worker.populate(unicodes=[c for low, high in RANGES for c in range(low, high + 1)], text=NEIGHBOURS)
    worker.subset(font)
    out = io.BytesIO()
    fonttools.save_font(font, out, options)
    return out.getvalue()


@functools.cache
def faces() -> str:
    """The @font-face rules of the page, each with its font inside."""
    return "\n".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};font-style:{style};font-display:block;'
        f"src:url(data:font/woff2;base64,{base64.b64encode(subset(name)).decode()}) format('woff2')}}"
        for name, (weight, style) in FACES.items()
    )
