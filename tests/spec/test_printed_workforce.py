"""Every figure of indicator 1 that Cambridgeshire Community Services NHS Trust printed, 2019/20.

Source: the trust's Workforce Race Equality Standard report 2019/20, tables of indicator 1.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from wres.chapters import Chapter
from wres.labels import round_half_up

PRINTED = Path(__file__).parent / "printed" / "ryv_workforce.csv"
ROWS = list(csv.DictReader(PRINTED.open(encoding="utf-8", newline="")))


def test_all_123_printed_figures_are_held_against_the_code() -> None:
    assert len(ROWS) == 123


@pytest.mark.parametrize("printed", ROWS, ids=lambda row: "-".join(list(row.values())[:5]))
def test_figure_is_the_printed_one(
    printed: dict[str, str], ryv_2019: Chapter, ryv_2020: Chapter
) -> None:
    chapter = ryv_2019 if printed["year"] == "2019" else ryv_2020
    row = _row(chapter, printed)
    decimals = 0 if printed["unit"] == "headcount" else 1
    assert round_half_up(float(row["value"]), decimals) == Decimal(printed["value"])


def _row(chapter: Chapter, printed: dict[str, str]) -> pd.Series:
    whole = (printed["staff_group"], printed["band"]) == ("all", "all")
    row = chapter.row(
        indicator="workforce" if whole else "1",
        measure={"difference": "change"}.get(printed["measure"], printed["measure"]),
        breakdown="all"
        if whole
        else f"staff_group={printed['staff_group']};band={printed['band']}",
        group={"Total": "all"}.get(printed["ethnicity"], printed["ethnicity"]),
    )
    assert row is not None
    return row


@pytest.mark.parametrize(("year", "staff", "bme"), [(2019, 2534, 275), (2020, 2480, 284)])
def test_bands_add_up_to_the_printed_workforce(
    year: int, staff: int, bme: int, ryv_2019: Chapter, ryv_2020: Chapter
) -> None:
    chapter = ryv_2019 if year == 2019 else ryv_2020
    total = chapter.row(indicator="workforce", measure="headcount", breakdown="all", group="all")
    share = chapter.row(indicator="workforce", measure="share", breakdown="all", group="BME")
    assert total is not None
    assert share is not None
    assert (total["value"], share["numerator"], share["denominator"]) == (staff, bme, staff)
