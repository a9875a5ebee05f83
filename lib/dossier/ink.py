"""Colours for the dark page: each light colour's partner, with enough contrast on the dark ground.

Lightness is turned in OKLab (Björn Ottosson, 2020, bottosson.github.io/posts/oklab), so that hues stay what
they are. Contrast is WCAG 2.2's.
"""

import re

DARK_GROUND = (20, 24, 27)
PAPER = (255, 254, 251)  # of the light page
BLACK = (0, 0, 0)
CONTRAST = 4.6
_RGB = re.compile(r"rgba?\((\d+),\s*(\d+),\s*(\d+)(?:,\s*([\d.]+))?\)|#([0-9a-fA-F]{6})\b")


def paired(style: str) -> str:
    """Every colour in a style declaration as `light-dark(own, partner)`; fully transparent ones as `none`."""
    return _RGB.sub(_pair, style)


def _pair(match: re.Match) -> str:
    red, green, blue, alpha, hexed = match.groups()
    rgb = tuple(bytes.fromhex(hexed)) if hexed else (int(red), int(green), int(blue))
    if alpha is not None and float(alpha) == 0:
        return "none"
    faint = alpha is not None and float(alpha) < 1
    end = f"{round(float(alpha) * 255):02x}" if faint else ""
    own, dark = _hex(rgb) + end, _hex(partner(rgb)) + end
    return own if own == dark else f"light-dark({own},{dark})"


def dark(colour: str) -> str:
    """The partner of `#rrggbb`, written alike."""
    return _hex(partner(tuple(bytes.fromhex(colour[1:]))))


def worded(colour: str) -> str:
    """The colour `#rrggbb` as words are set in it on the light page: as dark as they need it, its hue kept."""
    lightness, a, b = _oklab(tuple(bytes.fromhex(colour[1:])))
    while contrast(found := _rgb(lightness, a, b), PAPER) < CONTRAST and lightness > 0:
        lightness -= 0.01
    return _hex(found)


def upon(fill: str) -> str:
    """The colour of words on a fill `#rrggbb`: the one that can be read on it and, as its partner, on the fill's."""
    ways = {colour: (colour, dark(colour)) for colour in ("#1a1a1a", "#ffffff", _hex(BLACK))}
    fills = fill, dark(fill)

    def worst(colour: str) -> float:
        return min(
            contrast(*(tuple(bytes.fromhex(c[1:])) for c in pair)) for pair in zip(ways[colour], fills, strict=True)
        )

    return max(ways, key=worst)


def _hex(rgb: tuple) -> str:
    return "#" + bytes(rgb).hex()


def partner(rgb: tuple[int, int, int]) -> tuple[int, int, int]:
    """The colour's partner on the dark ground: inks become light, tints become dark, hues stay; black stays black."""
    if rgb == BLACK:  # words on a fill that stays as it is
        return rgb
    lightness, a, b = _oklab(rgb)
    if lightness > 0.82:  # a tint, a grid line, white: as far from the dark ground as it was from white
        return _rgb(0.21 + (1 - lightness) * 1.15, a * 0.8, b * 0.8)
    light = max(0.55, 1.02 - lightness * 0.55) if abs(a) + abs(b) < 0.03 else lightness
    while contrast(found := _rgb(light, a, b), DARK_GROUND) < CONTRAST and light < 1:
        light += 0.01
    return found


def contrast(one: tuple, other: tuple) -> float:
    """WCAG contrast ratio of two colours."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _linear(channel: int) -> float:
    c = channel / 255
    return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4


def _channel(linear: float) -> int:
    linear = min(max(linear, 0.0), 1.0)
    return round(255 * (12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055))


def _luminance(rgb: tuple) -> float:
    return sum(w * _linear(c) for w, c in zip((0.2126, 0.7152, 0.0722), rgb, strict=True))


def _oklab(rgb: tuple) -> tuple[float, float, float]:
    r, g, b = map(_linear, rgb)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _rgb(lightness: float, a: float, b: float) -> tuple[int, int, int]:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _channel(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _channel(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _channel(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )
