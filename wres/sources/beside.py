"""Tables that stand beside the indicators: comparators, local population, further measures."""

from __future__ import annotations

from wres.sources.cells import INDICATOR, NUMBER, PERCENT, TEXT, WHOLE, YEAR
from wres.sources.columns import Column
from wres.sources.rules import given_once
from wres.sources.tables import Table

__all__ = ["COMPARATORS", "LOCAL_POPULATION", "SUPPLEMENTARY"]

COMPARATORS = Table(
    name="comparators",
    columns=(
        Column("name", TEXT, "who or what the trust is compared with"),
        Column("year", YEAR, "year of the 31 March that the figure is about"),
        Column("indicator", INDICATOR, "indicator of the standard"),
        Column("value", NUMBER, "the figure, in the indicator's own unit"),
        Column("source", TEXT, "publication that the figure was taken from"),
        Column("group", TEXT, "group that it is about", required=False, blank=True),
    ),
    rules=(given_once("name", "year", "indicator", "group"),),
)

LOCAL_POPULATION = Table(
    name="local_population",
    columns=(
        Column("area", TEXT, "area that the trust serves"),
        Column("population", WHOLE, "people who live there", blank=True),
        Column("percent_bme", PERCENT, "share of them from BME groups"),
        Column("source", TEXT, "publication and date of both figures"),
    ),
    rules=(given_once("area"),),
)

SUPPLEMENTARY = Table(
    name="supplementary",
    columns=(
        Column("label", TEXT, "the measure, in words"),
        Column("group", TEXT, "group that it is about", blank=True),
        Column("value", NUMBER, "the figure"),
        Column("base", TEXT, "what it is a share of, or counted among", blank=True),
        Column("source", TEXT, "publication or system that it was taken from"),
        Column(
            "indicator", INDICATOR, "indicator that it stands beside", required=False, blank=True
        ),
        Column("unit", TEXT, "unit of the figure", required=False, blank=True),
    ),
    rules=(given_once("label", "group", "base"),),
)
