"""Contact sheets: all states of a chart beside each other on one PNG."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from pathlib import Path

from PIL import Image

from tests.gallery.states import STATES, drawn

__all__ = ["write_sheets"]

GROUND, GAP, COLUMNS = "#AEB7BD", 24, 3
PHONE = 340


def write_sheets(folder: Path) -> None:
    """Write three sheets a chart: at full size, at phone width, and that in greyscale."""
    for chart, states in groupby(STATES, key=_chart):
        figures = [figure for state in states if (figure := drawn(state)) is not None]
        pictures = [Image.open(BytesIO(figure.png)).convert("RGB") for figure in figures]
        if not pictures:
            continue
        phones = [_narrowed(picture) for picture in pictures]
        _sheet(pictures).save(folder / f"{chart}.png")
        _sheet(phones, 2 * COLUMNS).save(folder / f"{chart}, phone.png")
        _sheet(phones, 2 * COLUMNS).convert("L").save(folder / f"{chart}, grey.png")


def _chart(state: str) -> str:
    chart, separator, _ = state.partition(":")
    return chart if separator else "special states"


def _narrowed(picture: Image.Image) -> Image.Image:
    height = round(picture.height * PHONE / picture.width)
    return picture.resize((PHONE, height), Image.Resampling.LANCZOS)


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
