"""Rows of results.csv as they stand, and what several of them say together."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path

from tests.attack.band_sums import places_of

__all__ = ["Cells", "confidences", "rows_of", "two_year_windows"]

Cells = dict[str, str]
TWO_YEARS = "two-year average"
EARLIEST = 2000


def rows_of(path: Path) -> list[Cells]:
    """Read the rows of a file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def confidences(rows: Iterable[Cells]) -> dict[tuple[str, str], float]:
    """Give the confidence of this year's interval of each indicator's ratio and gap.

    Those of the ratios of earlier years stand by their breakdown, `year=2019`.
    """
    found = {}
    for row in rows:
        now = {("relative_likelihood", "all"), ("gap", f"survey_year={int(row['year']) - 1}")}
        if row["confidence"] and (row["measure"], row["breakdown"]) in now:
            found[row["indicator"], row["measure"]] = float(row["confidence"])
        elif row["confidence"] and re.fullmatch(r"year=\d{4}", row["breakdown"]):
            found[row["indicator"], row["breakdown"]] = float(row["confidence"])
    return found


def two_year_windows(paths: Iterable[Path]) -> frozenset[int]:
    """Say which years' events of indicator 3 are those of two years, by what the rows say.

    No trust counts two years after a single one, so that all before such a year are of two as well.
    """
    found = set()
    for path in paths:
        rows = [row for row in rows_of(path) if row["reason"].startswith(TWO_YEARS)]
        found |= {int(places_of(row).get("year", row["year"])) for row in rows}
    return frozenset(range(EARLIEST, max(found, default=0) + 1))
