"""Counts of the trust's parts, beside the results: `places.csv`, as far as a profile shows them.

Only chapters that ask for them have them. What is withheld is not in the file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pandas as pd

__all__ = ["COLUMNS", "PLACES_FILE", "no_places", "read_places", "write_places"]

PLACES_FILE: Final = "places.csv"
# A row without a group says why something of the parts can't be shown; `around` is the place that
# one lies in, as a directorate in a division, of the dimension `around_dimension`.
COLUMNS: Final = (
    "year",
    "indicator",
    "dimension",
    "place",
    "dimension_2",
    "place_2",
    "around_dimension",
    "around",
    "band",
    "group",
    "people",
    "events",
    "reason",
)
_COUNTS: Final = ("people", "events")


def no_places() -> pd.DataFrame:
    """Make a table without rows."""
    return _typed(pd.DataFrame(columns=list(COLUMNS)))


def read_places(folder: Path) -> pd.DataFrame:
    """Read what lies beside the results; a table without rows where there is no such file."""
    path = folder / PLACES_FILE
    if not path.is_file():
        return no_places()
    texts = [one for one in COLUMNS if one not in ("year", *_COUNTS)]
    return _typed(
        pd.read_csv(
            path,
            dtype=dict.fromkeys(texts, "str"),
            keep_default_na=False,
            na_values={one: [""] for one in _COUNTS},
        )
    )


def write_places(places: pd.DataFrame, folder: Path) -> None:
    """Write it beside the results; where there is none, leave no file of another report."""
    path = folder / PLACES_FILE
    if places.empty:
        path.unlink(missing_ok=True)
        return
    places[list(COLUMNS)].to_csv(path, index=False, lineterminator="\n")


def _typed(places: pd.DataFrame) -> pd.DataFrame:
    return places.astype({"year": "int64", **dict.fromkeys(_COUNTS, "Int64")})
