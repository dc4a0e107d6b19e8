"""Words that a chart draws letter by letter: a letter is a shape, named by its place in the font.

The font is public, so anyone can tell which letter a shape is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unicodedata import normalize

from font_source_sans_pro import font_directory
from matplotlib.ft2font import FT2Font

__all__ = ["drawn_words"]

LETTER = r'<use xlink:href="#([RS])([0-9a-f]+)"[^>]*/>'
RUN = rf"(?:{LETTER}\s*)+"
# The letter by which a chart calls a style of the font.
STYLES = {"R": "Regular", "S": "Semibold"}


def drawn_words(svg: str) -> list[str]:
    """Give the lines of text of a picture, in the order in which they are drawn."""
    return [line for line in _lines(svg) if line.strip()]


def _lines(svg: str) -> Iterator[str]:
    for run in re.finditer(RUN, svg):
        letters = re.findall(LETTER, run.group())
        line = "".join(_letters(style).get(int(place, 16), "") for style, place in letters)
        yield normalize("NFKC", line)  # two letters drawn as one


@cache
def _letters(style: str) -> dict[int, str]:
    """Say which letter stands at each place of a style of the font."""
    if style not in STYLES:
        return {}
    font = FT2Font(str(Path(font_directory) / f"SourceSansPro-{STYLES[style]}.ttf"))
    return {place: chr(code) for code, place in font.get_charmap().items()}
