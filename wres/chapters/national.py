"""What a chapter reads of national publications: `national.csv` beside the results.

Published figures of England, of the trust's region and of its type, and none of the trust.
"""

from __future__ import annotations

import csv
from pathlib import Path

from pydantic import BaseModel, ConfigDict

__all__ = ["NATIONAL_FILE", "National", "NationalFigure", "read_national", "write_national"]

NATIONAL_FILE = "national.csv"


class NationalFigure(BaseModel):
    """One figure as a national publication has it.

    `indicator` is a code of `benchmarks/national.csv`; `group` an ethnic group or one over another.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    year: int
    indicator: str
    geography: str
    group: str
    value: float
    unit: str
    base: str
    status: str
    source: str


National = tuple[NationalFigure, ...]


def read_national(folder: Path) -> National:
    """Read what lies beside the results; nothing where there is no such file."""
    path = folder / NATIONAL_FILE
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(NationalFigure.model_validate(row) for row in csv.DictReader(lines))


def write_national(national: National, folder: Path) -> None:
    """Write it beside the results; where there is none, leave no file of another report."""
    path = folder / NATIONAL_FILE
    if not national:
        path.unlink(missing_ok=True)
        return
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(NationalFigure.model_fields), lineterminator="\n")
        writer.writeheader()
        writer.writerows(one.model_dump() for one in national)
