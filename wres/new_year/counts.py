"""Templates of the counts tables, for a trust that counts by itself."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from itertools import product
from typing import Final

from wres.definitions.bands import load_bands
from wres.definitions.ethnicity import BME, GROUPS, WHITE
from wres.definitions.indicators import indicators

__all__ = ["counts_template"]

Row = tuple[str, ...]


def counts_template(source: str, year: int) -> bytes:
    """Write a counts table with every row that the return asks for and its figures blank.

    A blank is refused when the table is read: it is filled in (0 where nobody is in the group), or
    its row is removed where there is no figure.
    """
    header, rows = _HEADERS[source], _ROWS[source](year)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([*row, *[""] * (len(header) - len(row))] for row in rows)
    return text.getvalue().encode()


def _workforce(year: int) -> Iterator[Row]:
    bands = load_bands()
    medical = [band.label for band in bands.medical]
    for staff_group in ("non-clinical", "clinical"):
        labels = [*bands.agenda_for_change, *(medical if staff_group == "clinical" else [])]
        for band, group in product(labels, GROUPS):
            yield (staff_group, band, group)


def _groups(year: int) -> Iterator[Row]:
    yield from ((group,) for group in GROUPS)


def _survey(year: int) -> Iterator[Row]:
    for record, group in product(indicators("survey"), (WHITE, BME)):
        yield (record.number, str(year - 1), "trust", group)


def _board(year: int) -> Iterator[Row]:
    yield from product(("executive", "non-executive"), ("yes", "no"), GROUPS)


_HEADERS: Final = {
    "workforce": ("staff_group", "band", "ethnicity", "headcount"),
    "recruitment": ("ethnicity", "shortlisted", "appointed"),
    "disciplinary": ("ethnicity", "workforce", "entered_process"),
    "training": ("ethnicity", "workforce", "accessed"),
    "staff_survey": ("indicator", "survey_year", "scope", "ethnicity", "percent", "responses"),
    "board": ("membership", "voting", "ethnicity", "members"),
}
_ROWS: Final[dict[str, Callable[[int], Iterator[Row]]]] = {
    "workforce": _workforce,
    "recruitment": _groups,
    "disciplinary": _groups,
    "training": _groups,
    "staff_survey": _survey,
    "board": _board,
}
