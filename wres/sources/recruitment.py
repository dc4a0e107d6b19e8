"""`recruitment.csv`: people shortlisted and appointed in the year to 31 March."""

from __future__ import annotations

from wres.sources.bands import BAND_OF_EVENTS, BANDS_OF_A_GROUP_APART, bands_within_whole
from wres.sources.cells import ETHNICITY, WHOLE
from wres.sources.columns import Column
from wres.sources.rules import given_once, not_above
from wres.sources.tables import Table

__all__ = ["RECRUITMENT"]

RECRUITMENT = Table(
    name="recruitment",
    dimensions=True,
    columns=(
        Column("ethnicity", ETHNICITY, "group of the standard"),
        Column("shortlisted", WHOLE, "applicants shortlisted in the year"),
        Column("appointed", WHOLE, "those of them who were appointed"),
        Column("applied", WHOLE, "applicants in the year", required=False, blank=True),
        Column(
            "international",
            WHOLE,
            "people recruited from abroad in the year",
            required=False,
            blank=True,
        ),
        BAND_OF_EVENTS,
    ),
    rules=(
        given_once("ethnicity", "band"),
        not_above("appointed", "shortlisted"),
        not_above("shortlisted", "applied"),
        BANDS_OF_A_GROUP_APART,
        bands_within_whole("shortlisted", "appointed", "applied", "international"),
    ),
)
