"""How charts look: colours, sizes and the one font, with the width of words set in it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

from wres.errors import RenderError

__all__ = [
    "AXIS",
    "BACKGROUND",
    "BENCHMARK",
    "BODY",
    "GRID",
    "GROUP_FILLS",
    "GROUP_LABELS",
    "LINE",
    "MEASURED",
    "NARROW",
    "POINT",
    "SMALL",
    "TEXT",
    "TITLE",
    "UNKNOWN_EDGE",
    "WEAK_TEXT",
    "WIDTH",
    "ZONE",
    "advance",
    "font",
    "text_width",
    "wrap",
]

# Inches. 16 cm is the text width of the PDF's page. For phones every chart is drawn a second time,
# so narrow that its smallest words are 12 px high on a screen of 360 px.
WIDTH, NARROW = 6.3, 4.1
TITLE, BODY, SMALL = 15.0, 12.0, 11.0
# A line of text takes this many times its size.
LINE = 1.22

BACKGROUND = "#FFFFFF"
TEXT, WEAK_TEXT = "#212B32", "#425563"
AXIS, GRID, ZONE = "#5B6B79", "#D8DDE0", "#E3E8EB"
# A ratio is of two groups: it has the colour of neither.
POINT, BENCHMARK = "#801650", "#425563"
# White and BME from the Analysis Function palette. Unknown is pale with a dark edge: so the three
# stay apart in greyscale as dark, middle and light.
GROUP_FILLS = {"White": "#12436D", "BME": "#F46A25", "Unknown": "#DDE1E4"}
GROUP_LABELS = {"White": "#FFFFFF", "BME": "#212B32", "Unknown": "#212B32"}
UNKNOWN_EDGE = "#6B7780"

# Letters are set at whole pixels in a PNG, which makes some lines a little longer.
_ROUNDED_TO_PIXELS = 1.015

# Points at which matplotlib measures letters, without hints, for any size.
MEASURED = 100.0
# What is set from left to right, letter by letter.
_LATIN = re.compile("[ -\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u22ff]*")

_FONT_FILES = {"regular": "SourceSansPro-Regular.ttf", "bold": "SourceSansPro-Semibold.ttf"}


@cache
def font(size: float, weight: str = "regular") -> FontProperties:
    """Return Source Sans Pro at `size` points, by its file: no search, no silent substitute.

    Raises
    ------
    RenderError
        If the package that holds the font is not installed.
    """
    path = _font_directory() / _FONT_FILES[weight]
    if not path.is_file():
        raise RenderError(f"the font {path.name} is missing; reinstall font-source-sans-pro")
    return FontProperties(fname=str(path), size=size)


def _font_directory() -> Path:
    try:
        from font_source_sans_pro import font_directory  # noqa: PLC0415 - told as our own error
    except ImportError as error:
        raise RenderError(
            "charts are set in Source Sans Pro; install the package font-source-sans-pro"
        ) from error
    return Path(font_directory)


def text_width(words: str, size: float = BODY, weight: str = "regular") -> float:
    """Return the width in inches of one line of text, as wide as pixels may make it."""
    return advance(words, size, str(font(size, weight).get_file())) / 72 * _ROUNDED_TO_PIXELS


def advance(words: str, size: float, file: str) -> float:
    """Return the width in points of one line of text, set in the font of a file.

    As matplotlib measures it whole. Letters pull at their neighbours only, so a line is as wide as
    its words and what is between them, and those come again and again.
    """
    if not _LATIN.fullmatch(words):
        return _measured(words, file) * (size / MEASURED)
    apart = words.split(" ")
    width = _measured(" ", file) * (len(apart) - 1)
    for place, word in enumerate(apart):
        width += _measured(word, file)
        width += _pulled(f"{word[-1:]} ", file) if place < len(apart) - 1 else 0.0
        width += _pulled(f" {word[:1]}", file) if place else 0.0
    return width * (size / MEASURED)


@lru_cache(maxsize=8192)
def _measured(words: str, file: str) -> float:
    font = FontProperties(fname=file, size=MEASURED)
    return float(TextToPath().get_text_width_height_descent(words, font, False)[0])


@lru_cache(maxsize=1024)
def _pulled(pair: str, file: str) -> float:
    """Return by how much the width of a letter and a space differs from both of theirs."""
    return _measured(pair, file) - sum(_measured(letter, file) for letter in pair)


def wrap(words: str, width: float, size: float = BODY, weight: str = "regular") -> list[str]:
    """Break `words` at spaces into lines of at most `width` inches; a longer word stays whole.

    Examples
    --------
    >>> wrap("Bands 8c to 9 and VSM", 1.2)
    ['Bands 8c to 9', 'and VSM']
    """
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, weight) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
