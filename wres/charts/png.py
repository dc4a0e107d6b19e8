"""A picture in points from one in lines, for formats without SVG."""

from __future__ import annotations

from typing import Final

import typst

__all__ = ["DOTS_PER_INCH", "as_png"]

DOTS_PER_INCH: Final = 150
_PAGE: Final = (
    "#set page(width: auto, height: auto, margin: 0pt)\n"
    "#image(bytes(sys.inputs.chart), width: {}pt)"
)


def as_png(svg: str, width: float) -> bytes:
    """Draw a picture as PNG; the same bytes in each run.

    Typst, which sets the PDF with the same SVG, draws it in half of the time that matplotlib takes
    to draw all of the chart once more; and Word's picture can't differ from the page's.

    Parameters
    ----------
    svg : str
        Without text that needs a font.
    width : float
        In inches; the height follows.
    """
    return typst.compile(
        _PAGE.format(72 * width).encode(),
        format="png",
        ppi=float(DOTS_PER_INCH),
        sys_inputs={"chart": svg},
        ignore_system_fonts=True,
    )
