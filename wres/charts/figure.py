"""A chart as a report holds it: picture, headline, caption and alternative text, never apart."""

from __future__ import annotations

import string
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
from wres.charts.svg import as_svg
from wres.labels import begin_sentences

__all__ = ["Figure", "compose", "rehearse"]


PNG_DOTS_PER_INCH = 150
_SETTINGS: dict[Any, Any] = {
    "savefig.bbox": None,
    "savefig.dpi": "figure",
    "savefig.facecolor": "auto",
    "savefig.transparent": False,
}


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
        The picture for a page.
    narrow : matplotlib.figure.Figure
        The same for a phone.

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
    narrow: Drawing

    def __post_init__(self) -> None:
        words = {name: getattr(self, name) for name in ("title", "subtitle", "caption", "alt")}
        missing = [name for name, text in words.items() if not text.strip()]
        if missing:
            raise ValueError(f"a chart needs its {', '.join(missing)}")

    @cached_property
    def svg(self) -> str:
        """The picture as SVG text; the same bytes in each run."""
        return as_svg(self.drawing)

    @cached_property
    def narrow_svg(self) -> str:
        """The picture for a phone as SVG text."""
        return as_svg(self.narrow)

    @cached_property
    def png(self) -> bytes:
        """The picture as PNG, for formats without SVG."""
        return _as_png(self.drawing)

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, Any]]:
        """Give a notebook the picture, and whoever executes it the caption and alt text."""
        pictures = {
            "image/svg+xml": _holding(self.svg, self.narrow_svg),
            "image/png": b64encode(self.png).decode("ascii"),
            "text/plain": self.alt,
        }
        return pictures, {"wres": {"fig-cap": self.caption, "fig-alt": self.alt}}


def compose(
    *,
    title: str,
    subtitle: str,
    caption: str,
    alt: str,
    draw: Callable[[Sheet, float], float],
    term: str = "BME",
) -> Figure:
    """Draw a chart for a page and for a phone, below headline and subtitle, cut to height.

    `draw` takes the sheet and where to begin, in inches from the top; it returns where it ended.
    Sentences that begin with the trust's `term` do so with a capital.
    """
    given = {"title": title, "subtitle": subtitle, "caption": caption, "alt": alt}
    words = {name: begin_sentences(text, term) for name, text in given.items()}
    wide, narrow = (
        _drawn(Sheet(w), words["title"], words["subtitle"], draw)
        for w in (theme.WIDTH, theme.NARROW)
    )
    return Figure(**words, drawing=wide, narrow=narrow)


def rehearse() -> None:
    """Draw a picture for nobody, so that the first one wanted finds fonts and letters read."""
    letters = string.printable.strip()
    words = dict.fromkeys(("title", "subtitle", "caption", "alt"), letters)
    compose(**words, draw=lambda _, top: top)._repr_mimebundle_()


def _drawn(
    sheet: Sheet, title: str, subtitle: str, draw: Callable[[Sheet, float], float]
) -> Drawing:
    lines = theme.wrap(title, sheet.width - 0.1, theme.TITLE, "bold")
    top = sheet.paragraph(0.0, 0.04, lines, size=theme.TITLE, weight="bold")
    lines = theme.wrap(subtitle, sheet.width - 0.1)
    top = sheet.paragraph(0.0, top + 0.03, lines, colour=theme.WEAK_TEXT)
    return sheet.cut(draw(sheet, top + 0.14) + 0.06)


def _as_png(drawing: Drawing) -> bytes:
    buffer = BytesIO()
    with mpl.rc_context(_SETTINGS):
        drawing.savefig(buffer, format="png", dpi=PNG_DOTS_PER_INCH, metadata={"Software": None})
    return buffer.getvalue()


def _holding(wide: str, narrow: str) -> str:
    """Put the picture for a phone into the one for a page, where nothing draws it.

    A notebook's output holds one picture of a kind: so both come along whoever renders it, and
    assets/report.lua parts them.
    """
    packed = b64encode(narrow.encode()).decode("ascii")
    head, defs, rest = wide.partition("<defs>")
    return f'{head}<metadata id="narrow">{packed}</metadata>{defs}{rest}'
