"""A chart as a report holds it: picture, headline, caption and alternative text, never apart."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure as Drawing

from wres.charts import theme
from wres.charts.sheet import Sheet

__all__ = ["Figure", "compose"]

PNG_DOTS_PER_INCH = 150
# Paths in place of text: the picture is the same where the font is not installed. The salt makes
# the ids inside a picture the same in each run.
_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "path",
    "svg.hashsalt": "wres",
    "savefig.bbox": None,
    "savefig.dpi": "figure",
    "savefig.facecolor": "auto",
    "savefig.transparent": False,
}
# Without these keys matplotlib writes the date and its own version into each picture.
_NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))


@dataclass(frozen=True, eq=False)
class Figure:
    """A finished chart with the words that must go with it.

    Parameters
    ----------
    title : str
        Headline that states the finding; drawn inside the picture.
    subtitle : str
        Measure, place and date; drawn inside the picture.
    caption : str
        What the chart shows and where its figures come from; plain text, printed below it.
    alt : str
        Alternative text, for whoever can't see the picture; plain text.
    drawing : matplotlib.figure.Figure
        The picture.

    Raises
    ------
    ValueError
        If any of the words are missing.
    """

    title: str
    subtitle: str
    caption: str
    alt: str
    drawing: Drawing

    def __post_init__(self) -> None:
        words = {name: getattr(self, name) for name in ("title", "subtitle", "caption", "alt")}
        missing = [name for name, text in words.items() if not text.strip()]
        if missing:
            raise ValueError(f"a chart needs its {', '.join(missing)}")

    @cached_property
    def svg(self) -> str:
        """The picture as SVG text; the same bytes in each run."""
        return self._saved("svg", metadata=_NO_METADATA).decode("utf-8")

    @cached_property
    def png(self) -> bytes:
        """The picture as PNG, for formats without SVG."""
        return self._saved("png", metadata={"Software": None}, dpi=PNG_DOTS_PER_INCH)

    def _saved(self, kind: str, **settings: Any) -> bytes:
        buffer = BytesIO()
        with mpl.rc_context(_SETTINGS):
            self.drawing.savefig(buffer, format=kind, **settings)
        return buffer.getvalue()

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, Any]]:
        """Give a notebook the picture, and whoever executes it the caption and alt text."""
        pictures = {
            "image/svg+xml": self.svg,
            "image/png": b64encode(self.png).decode("ascii"),
            "text/plain": self.alt,
        }
        return pictures, {"wres": {"fig-cap": self.caption, "fig-alt": self.alt}}


def compose(
    *, title: str, subtitle: str, caption: str, alt: str, draw: Callable[[Sheet, float], float]
) -> Figure:
    """Write headline and subtitle, let `draw` go on below them, and cut the picture to height.

    `draw` takes the sheet and where to begin, in inches from the top; it returns where it ended.
    """
    sheet = Sheet()
    top = sheet.paragraph(
        0.0,
        0.04,
        theme.wrap(title, theme.WIDTH - 0.1, theme.TITLE, "bold"),
        size=theme.TITLE,
        weight="bold",
    )
    lines = theme.wrap(subtitle, theme.WIDTH - 0.1)
    top = sheet.paragraph(0.0, top + 0.03, lines, colour=theme.WEAK_TEXT)
    bottom = draw(sheet, top + 0.14)
    drawing = sheet.cut(bottom + 0.06)
    return Figure(title=title, subtitle=subtitle, caption=caption, alt=alt, drawing=drawing)
