"""`disciplinary.csv`: staff who entered the formal disciplinary process.

Who has left since counts, and is in no head count of 31 March: a small group may have more cases
than people. `wres.check` warns of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from wres.errors import Problem
from wres.sources.bands import BAND_OF_EVENTS, BANDS_OF_A_GROUP_APART, bands_within_whole
from wres.sources.cells import ETHNICITY, WHOLE, YEARS
from wres.sources.columns import Column
from wres.sources.rules import given_once
from wres.sources.tables import Rows, Rule, Table

__all__ = ["DISCIPLINARY"]


def _one_window(rows: Rows) -> Iterator[Problem]:
    if not rows.has("years"):
        return
    years = rows.typed["years"].fillna(1)
    for row in years.index[years.ne(years.iloc[0])]:
        rule = f"must be the same in every row (row {years.index[0]} has {years.iloc[0]})"
        yield rows.file.problem(rule, row=int(row), column="years", given=rows.given(row, "years"))


DISCIPLINARY = Table(
    name="disciplinary",
    dimensions=True,
    columns=(
        Column("ethnicity", ETHNICITY, "group of the standard"),
        Column("workforce", WHOLE, "staff in the workforce"),
        Column("entered_process", WHOLE, "people who entered a formal investigation, leavers too"),
        Column(
            "years",
            YEARS,
            "years that `entered_process` counts: 1, or 2 for the two-year average",
            required=False,
            blank=True,
        ),
        BAND_OF_EVENTS,
    ),
    rules=(
        given_once("ethnicity", "band"),
        Rule("`years` is the same in every row.", _one_window),
        BANDS_OF_A_GROUP_APART,
        bands_within_whole("workforce", "entered_process"),
    ),
)
