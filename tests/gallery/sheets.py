"""Contact sheets: all states of a chart beside each other on one PNG."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from pathlib import Path

from PIL import Image

from tests.gallery.states import STATES, drawn
from wres.charts import Figure, theme

__all__ = ["PHONE", "on_a_phone", "write_sheets"]

GROUND, GAP, COLUMNS = "#AEB7BD", 24, 3
# What a phone 360 px wide leaves for a picture; on it nothing is shrunk.
PHONE = 328


def write_sheets(folder: Path) -> None:
    """Write three sheets a chart: for a page, for a phone pixel by pixel, and that in greyscale."""
    for chart, states in groupby(STATES, key=_chart):
        figures = [figure for state in states if (figure := drawn(state)) is not None]
        pictures = [Image.open(BytesIO(figure.png)).convert("RGB") for figure in figures]
        if not pictures:
            continue
        phones = [on_a_phone(figure) for figure in figures]
        _sheet(pictures).save(folder / f"{chart}.png")
        _sheet(phones, 2 * COLUMNS).save(folder / f"{chart}, phone.png")
        _sheet(phones, 2 * COLUMNS).convert("L").save(folder / f"{chart}, grey.png")


def _chart(state: str) -> str:
    chart, separator, _ = state.partition(":")
    return chart if separator else "special states"


def on_a_phone(figure: Figure) -> Image.Image:
    """Return what a phone shows of a chart."""
    buffer = BytesIO()
    figure.narrow.savefig(buffer, format="png", dpi=PHONE / theme.NARROW)
    return Image.open(buffer).convert("RGB")


def _sheet(pictures: list[Image.Image], columns: int = COLUMNS) -> Image.Image:
    """Put each picture into the column that is shortest so far."""
    columns = min(columns, len(pictures))
    step = max(picture.width for picture in pictures) + GAP
    ends, places = [0] * columns, []
    for picture in pictures:
        column = ends.index(min(ends))
        places.append((column * step, ends[column]))
        ends[column] += picture.height + GAP
    sheet = Image.new("RGB", (columns * step - GAP, max(ends) - GAP), GROUND)
    for picture, place in zip(pictures, places, strict=True):
        sheet.paste(picture, place)
    return sheet
