"""`published_ratios.csv`: relative likelihoods that were printed without their counts."""

from __future__ import annotations

from collections.abc import Iterator

from wres.definitions.indicators import indicator
from wres.errors import Problem
from wres.sources.cells import ETHNICITY, RATIO, RATIO_INDICATOR, TEXT, YEAR
from wres.sources.columns import Column
from wres.sources.rules import given_once, not_after_report
from wres.sources.tables import Rows, Rule, Table

__all__ = ["PUBLISHED_RATIOS"]


def _right_way_round(rows: Rows) -> Iterator[Problem]:
    columns = ["indicator", "numerator_group", "denominator_group"]
    if not rows.has(*columns):
        return
    known = rows.typed[columns].dropna()
    for row, number, numerator, denominator in known.itertuples(name=None):
        if (numerator, denominator) != _groups_of(number):
            yield _wrong_way_round(rows, int(row), number)


def _groups_of(number: str) -> tuple[str, str]:
    """Give the group above the line and the one below it, as the standard has them."""
    record = indicator(number)
    return record.group, record.comparator_group


def _wrong_way_round(rows: Rows, row: int, number: str) -> Problem:
    top, bottom = _groups_of(number)
    rule = f"indicator {number} must be {top} over {bottom}"
    action = (
        f"Check how the ratio was printed (if as {top} over {bottom}, swap the two groups; if as "
        f"{bottom} over {top}, enter 1 divided by it and say so in note)"
    )
    given = f"{rows.given(row, 'numerator_group')} over {rows.given(row, 'denominator_group')}"
    return rows.file.problem(rule, action, row=row, column="numerator_group", given=given)


PUBLISHED_RATIOS = Table(
    name="published_ratios",
    columns=(
        Column("indicator", RATIO_INDICATOR, "indicator of the standard"),
        Column("year", YEAR, "year of the 31 March that the ratio is about"),
        Column("numerator_group", ETHNICITY, "group whose likelihood is divided"),
        Column("denominator_group", ETHNICITY, "group whose likelihood it is divided by"),
        Column("ratio", RATIO, "relative likelihood as printed"),
        Column("note", TEXT, "what a reader should know", required=False, blank=True),
    ),
    rules=(
        given_once("indicator", "year"),
        Rule(
            "The groups are in the standard's order: White over BME for indicators 2 and 4, BME "
            "over White for indicator 3.",
            _right_way_round,
        ),
        not_after_report(),
    ),
)
