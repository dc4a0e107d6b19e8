"""`disciplinary.csv`: staff who entered the formal disciplinary process."""

from __future__ import annotations

from wres.sources.cells import ETHNICITY, WHOLE
from wres.sources.columns import Column
from wres.sources.rules import given_once, not_above
from wres.sources.tables import Table

__all__ = ["DISCIPLINARY"]

DISCIPLINARY = Table(
    name="disciplinary",
    dimensions=True,
    columns=(
        Column("ethnicity", ETHNICITY, "group of the standard"),
        Column("workforce", WHOLE, "staff in the workforce"),
        Column("entered_process", WHOLE, "those of them who entered a formal investigation"),
    ),
    rules=(given_once("ethnicity"), not_above("entered_process", "workforce")),
)
