"""A drawing as SVG text: matplotlib's own, in which a line of words is shaped once for all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from io import StringIO
from typing import Any, Final, NamedTuple

import matplotlib as mpl
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.colors import to_hex
from matplotlib.figure import Figure as Drawing
from matplotlib.font_manager import FontProperties

from wres.charts import theme

__all__ = ["as_svg"]

# Paths in place of text: the picture is the same where the font is not installed. The salt makes
# the ids inside a picture the same in each run.
_SETTINGS: Final[dict[Any, Any]] = {"svg.fonttype": "path", "svg.hashsalt": "wres"}
# Without these keys matplotlib writes the date and its own version into each picture.
_NO_METADATA: Final = dict.fromkeys(("Creator", "Date", "Format", "Type"))
_DOTS_PER_INCH = 72
# What only serves somebody who would edit the file; letters are named by their font.
_SPARED: Final = (
    (re.compile(r">\s+<"), "><"),
    (re.compile(r"\s*\n\s*"), " "),
    (re.compile(r"SourceSansPro-(\w)\w*-"), r"\1"),
)
_LINE: Final = re.compile(r"<!-- line (\d+) -->")
_COMMENT: Final = re.compile("<!--.*?-->", re.DOTALL)
_SHAPE: Final = re.compile(r'<path id="([^"]*)"[^>]*/>')
_PLACED: Final = re.compile(r"<use .*/>")
_USED: Final = re.compile(r'xlink:href="#([^"]*)"')


class _Line(NamedTuple):
    """The letters of a line: the shape of each by its name, and where they stand."""

    shapes: dict[str, str]
    placed: str


class _Writer(RendererSVG):  # type: ignore[misc]
    """matplotlib's writer of SVG, which leaves a mark where the letters of a line belong."""

    def __init__(self, width: float, height: float, file: StringIO) -> None:
        super().__init__(width, height, file, metadata=_NO_METADATA)
        self.lines: list[_Line] = []

    def draw_text(
        self, gc: Any, x: float, y: float, s: str, prop: FontProperties, *_: Any, **__: Any
    ) -> None:
        """Write what a line of words has of its own: its colour, place and size."""
        scale = prop.get_size_in_points() / theme.MEASURED
        place = f"translate({_number(x)} {_number(y)}) scale({_number(scale)} {_number(-scale)})"
        self.writer.start("g", style=f"fill: {to_hex(gc.get_rgb())}", transform=place)
        self.writer.comment(f"line {len(self.lines)}")
        self.writer.end("g")
        self.lines.append(_shaped(s, str(prop.get_file())))

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: Any
    ) -> tuple[float, float, float]:
        """Measure a line of words in points; of its height nobody asks."""
        return theme.advance(s, prop.get_size_in_points(), str(prop.get_file())), 0.0, 0.0


def as_svg(drawing: Drawing) -> str:
    """Write a drawing as SVG; the same text in each run."""
    file = StringIO()
    width, height = drawing.get_size_inches() * _DOTS_PER_INCH
    usual = drawing.dpi
    with mpl.rc_context(_SETTINGS):
        drawing.dpi = _DOTS_PER_INCH
        try:
            writer = _Writer(width, height, file)
            drawing.draw(writer)
        finally:
            drawing.dpi = usual
        writer.finalize()
    letters = list(_letters(writer.lines))
    return _LINE.sub(lambda found: letters[int(found[1])], _tidy(file.getvalue()))


def _letters(lines: list[_Line]) -> Iterator[str]:
    """Give each line its letters, with the shapes of those that come for the first time."""
    known: set[str] = set()
    for line in lines:
        new = "".join(shape for name, shape in line.shapes.items() if name not in known)
        known |= line.shapes.keys()
        yield (f"<defs>{new}</defs>" if new else "") + line.placed


class _Letters:
    """The letters of a font as matplotlib writes them, the shape of each once."""

    def __init__(self, file: str) -> None:
        self._font = FontProperties(fname=file, size=theme.MEASURED)
        self._content = StringIO()
        self._writer = RendererSVG(1, 1, self._content, metadata=_NO_METADATA)
        self._shapes: dict[str, str] = {}

    def shaped(self, words: str) -> _Line:
        """Have matplotlib write a line of words; the letters don't depend on its size."""
        self._content.seek(0)
        self._content.truncate()
        self._writer.draw_text(self._writer.new_gc(), 0, 0, words, self._font, 0)
        written = _tidy(_COMMENT.sub("", self._content.getvalue()))
        self._shapes |= {found[1]: found[0] for found in _SHAPE.finditer(written)}
        found = _PLACED.search(written)
        placed = found[0] if found else ""
        return _Line({name: self._shapes[name] for name in _USED.findall(placed)}, placed)


@lru_cache(maxsize=1024)
def _shaped(words: str, file: str) -> _Line:
    return _letters_of(file).shaped(words)


@cache
def _letters_of(file: str) -> _Letters:
    return _Letters(file)


def _tidy(text: str) -> str:
    for spared, instead in _SPARED:
        text = spared.sub(instead, text)
    return text


def _number(number: float) -> str:
    """Write a number as matplotlib does in SVG."""
    return f"{number:f}".rstrip("0").rstrip(".")
