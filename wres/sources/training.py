"""`training.csv`: staff who took up non-mandatory training and development."""

from __future__ import annotations

from wres.sources.bands import BAND_OF_EVENTS, BANDS_OF_A_GROUP_APART, bands_within_whole
from wres.sources.cells import ETHNICITY, WHOLE
from wres.sources.columns import Column
from wres.sources.rules import given_once, not_above
from wres.sources.tables import Table

__all__ = ["TRAINING"]

TRAINING = Table(
    name="training",
    dimensions=True,
    columns=(
        Column("ethnicity", ETHNICITY, "group of the standard"),
        Column("workforce", WHOLE, "staff in the workforce"),
        Column("accessed", WHOLE, "those of them (people, not courses) who had such training"),
        BAND_OF_EVENTS,
    ),
    rules=(
        given_once("ethnicity", "band"),
        not_above("accessed", "workforce"),
        BANDS_OF_A_GROUP_APART,
        bands_within_whole("workforce", "accessed"),
    ),
)
