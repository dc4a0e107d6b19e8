"""`staff_survey.csv`: shares of answers in the NHS Staff Survey, trust and benchmark group."""

from __future__ import annotations

from collections.abc import Iterator

from wres.errors import Problem
from wres.sources.cells import BASE, ETHNICITY, PERCENT, SCOPE, SURVEY_INDICATOR, TEXT, WHOLE, YEAR
from wres.sources.columns import Column
from wres.sources.rules import given_once
from wres.sources.tables import Rows, Rule, Table

__all__ = ["STAFF_SURVEY"]


def _before_snapshot(rows: Rows) -> Iterator[Problem]:
    if rows.year is None or not rows.has("survey_year"):
        return
    years = rows.typed["survey_year"]
    for row in years.index[(years >= rows.year).fillna(False)]:
        rule = (
            f"must be before the report year ({rows.year}); the survey of an autumn belongs to "
            "the next year's report"
        )
        given = rows.given(int(row), "survey_year")
        yield rows.file.problem(rule, row=int(row), column="survey_year", given=given)


STAFF_SURVEY = Table(
    name="staff_survey",
    dimensions=True,
    columns=(
        Column("indicator", SURVEY_INDICATOR, "indicator of the standard"),
        Column("survey_year", YEAR, "autumn in which the survey was held"),
        Column("scope", SCOPE, "the trust, or its survey benchmark group"),
        Column("ethnicity", ETHNICITY, "group as people described themselves in the survey"),
        Column("percent", PERCENT, "share of valid answers"),
        Column("responses", WHOLE, "valid answers", blank=True),
        Column(
            "edition",
            TEXT,
            "survey year of the published tables that the row was taken from",
            required=False,
            blank=True,
        ),
        Column(
            "base",
            BASE,
            "whether `don't know` counts as a valid answer (indicator 7)",
            required=False,
            blank=True,
        ),
    ),
    rules=(
        given_once("indicator", "survey_year", "scope", "ethnicity", "edition", "base"),
        Rule("`survey_year` is before the year of the report.", _before_snapshot),
    ),
)
