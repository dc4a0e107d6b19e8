"""The surface that charts are drawn on: inches from the top left, no axes, nothing automatic.

Charts place every artist themselves. So the same results give the same bytes, a chart takes
hundredths of a second, and nobody's matplotlib settings leak into a report.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from matplotlib import figure as mpl
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.patheffects import Normal, Stroke
from matplotlib.transforms import Affine2D

from wres.charts import theme
from wres.charts.lettering import Lettering

__all__ = ["Sheet"]

# Half the height of capitals and figures in Source Sans Pro, in units of the size.
_HALF_CAPITAL = 0.33
_ASCENT = 0.78
# Lines of a name that belong together, in units of the size.
_CLOSE = 1.05
_HALO = Stroke(linewidth=3.0, foreground=theme.BACKGROUND)


class Sheet:
    """A picture of a given width that grows downwards and is cut to height at the end."""

    def __init__(self, width: float = theme.WIDTH) -> None:
        self.width = width
        self.drawing = mpl.Figure(figsize=(width, 1), facecolor=theme.BACKGROUND)
        self._downwards = Affine2D()
        self._transform = self._downwards + self.drawing.dpi_scale_trans

    @property
    def is_narrow(self) -> bool:
        """Whether words stand above what they name, for want of room beside it."""
        return self.width < theme.WIDTH

    @property
    def room(self) -> float:
        """Width of a line of words, which stops short of the edge so as not to look cut."""
        return self.width - (0.1 if self.is_narrow else 0.06)

    def cut(self, height: float) -> mpl.Figure:
        """Return the drawing, `height` inches high."""
        self._downwards.clear().scale(1, -1).translate(0, height)
        self.drawing.set_size_inches(self.width, height)
        return self.drawing

    def words(
        self,
        x: float,
        baseline: float,
        words: str,
        *,
        size: float = theme.BODY,
        weight: str = "regular",
        colour: str = theme.TEXT,
        align: Literal["left", "center", "right"] = "left",
        halo: bool = False,
    ) -> None:
        """Write one line of text, with a halo where it may stand on lines of a grid."""
        text = Lettering(
            x,
            baseline,
            words,
            color=colour,
            fontproperties=theme.font(size, weight),
            horizontalalignment=align,
            verticalalignment="baseline",
            transform=self._transform,
            parse_math=False,
            zorder=5,
        )
        if halo:
            text.set_path_effects([_HALO, Normal()])
        self.drawing.add_artist(text)

    def words_at(self, x: float, middle: float, words: str, **style: Any) -> None:
        """Write one line of text centred on the height `middle`."""
        size = style.get("size", theme.BODY)
        self.words(x, middle + _HALF_CAPITAL * size / 72, words, **style)

    def lines_at(
        self,
        x: float,
        middle: float,
        lines: Sequence[str],
        *,
        size: float = theme.BODY,
        **style: Any,
    ) -> None:
        """Write lines of text, close to each other, of which the middle is at a height."""
        pitch = _CLOSE * size / 72
        for place, line in enumerate(lines):
            self.words_at(
                x, middle + (place - (len(lines) - 1) / 2) * pitch, line, size=size, **style
            )

    @staticmethod
    def baseline(top: float, size: float = theme.BODY) -> float:
        """Return where a line of text stands that begins at `top`."""
        return top + _ASCENT * size / 72

    def paragraph(
        self, x: float, top: float, lines: Sequence[str], *, size: float = theme.BODY, **style: Any
    ) -> float:
        """Write lines of text below `top` and return where they end."""
        pitch = theme.LINE * size / 72
        for place, line in enumerate(lines):
            self.words(x, self.baseline(top + place * pitch, size), line, size=size, **style)
        return top + len(lines) * pitch

    def box(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        *,
        fill: str,
        edge: str = theme.BACKGROUND,
        label: str = "",
        order: float = 1,
    ) -> None:
        """Fill a rectangle; its edge is drawn inside it, so that neighbours stay apart."""
        inset = 0.5 / 72
        patch = Rectangle(
            (left + inset, top + inset),
            max(width - 2 * inset, 0.2 / 72),
            height - 2 * inset,
            facecolor=fill,
            edgecolor=edge,
            linewidth=1.0 if edge != theme.BACKGROUND else 0.0,
            transform=self._transform,
            label=label,
            zorder=order,
        )
        self.drawing.add_artist(patch)

    def area(
        self, points: Sequence[tuple[float, float]], *, fill: str, shade: float, label: str = ""
    ) -> None:
        """Fill an area between points, so pale that lines and other areas shine through."""
        patch = Polygon(
            list(points),
            closed=True,
            facecolor=fill,
            alpha=shade,
            edgecolor="none",
            linewidth=0.0,
            transform=self._transform,
            label=label,
            zorder=0.6,
        )
        self.drawing.add_artist(patch)

    def line(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        *,
        colour: str = theme.AXIS,
        width: float = 1.0,
        dashes: tuple[float, ...] = (),
        label: str = "",
        order: float = 2,
    ) -> None:
        """Draw a line through points."""
        line = self._line(xs, ys, colour, label, order)
        line.set_linewidth(width)
        line.set_linestyle((0, dashes) if dashes else "-")

    def marker(
        self,
        x: float,
        y: float,
        shape: str,
        *,
        colour: str,
        hollow: bool = False,
        half: bool = False,
        size: float = 8,
        label: str = "",
    ) -> None:
        """Draw one marker: filled, hollow, or hollow with its left half filled."""
        line = self._line([x], [y], colour, label, 4)
        line.set_linestyle("none")
        line.set_marker(shape)
        line.set_markersize(size)
        line.set_markerfacecolor(theme.BACKGROUND if hollow else colour)
        if half:
            line.set_fillstyle("left")
            line.set_markerfacecolor(colour)
            line.set_markerfacecoloralt(theme.BACKGROUND)
        line.set_markeredgecolor(colour if hollow else theme.BACKGROUND)
        line.set_markeredgewidth(1.6 if hollow else 0.8)

    def _line(
        self, xs: Sequence[float], ys: Sequence[float], colour: str, label: str, order: float
    ) -> Line2D:
        line = Line2D(
            xs,
            ys,
            color=colour,
            marker="none",
            solid_capstyle="butt",
            solid_joinstyle="round",
            dash_capstyle="butt",
            dash_joinstyle="round",
            antialiased=True,
            transform=self._transform,
            label=label,
            zorder=order,
        )
        self.drawing.add_artist(line)
        return line
