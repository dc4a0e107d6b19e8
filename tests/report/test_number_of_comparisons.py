"""The number of comparisons that a report states is that of the verdicts it prints."""

from __future__ import annotations

import re

import pandas as pd

from tests.report.samples import Rendered
from wres.narrative.certainty import NUMBERS

STATED = re.compile(r"This report makes (\w+) comparisons? between groups")
# What the report says is outside: a verdict that is none of these belongs to the number.
OUTSIDE = re.compile(
    r"(.*;)?(since=\d+|year=\d+|comparator=.*|scope=benchmark.*)$"
    r"|recruitment=without international|stratified=band"
)
SHOWS = "What the figures show"
VERDICTS = ("more likely", "less likely", "no clear difference", "too few to say")


def stated(rendered: Rendered) -> int:
    found = STATED.search(" ".join(rendered.page.get_text(" ").split()))
    return NUMBERS.index(found[1]) if found else 0


def counted(results: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return the judged figures that no words of the report leave out."""
    judged = results[results["verdict"].isin(VERDICTS) & results["lower"].notna()]
    judged = judged[~judged["measure"].isin(["change", "comparison"])]
    judged = judged[~judged["breakdown"].str.fullmatch(OUTSIDE.pattern)]
    survey = judged["breakdown"].str.extract(r"^survey_year=(\d+)$", expand=False)
    return judged[survey.isna() | survey.eq(str(year - 1))]


def printed(rendered: Rendered) -> list[str]:
    """Return what the summary prints as shown by this year's ratios and gaps."""
    for table in rendered.page.find_all("table"):
        heads, *rows = (
            [cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])]
            for row in table.find_all("tr")
        )
        if {"What is shown", SHOWS} <= set(heads):
            # Cells of a heading over several rows are left out of the later ones.
            shown = [row[heads.index(SHOWS) - len(heads)] for row in rows]
            # after a verdict its marks: [u] for unknown ethnicity, [note 1]
            words = [re.sub(r"( \[[^\]]+\])+$", "", one) for one in shown]
            return [one for one in words if one.endswith(VERDICTS)]
    raise LookupError("the report has no summary table")


def test_number_stated_is_that_of_the_figures_judged(rendered: Rendered) -> None:
    assert stated(rendered) == len(counted(rendered.results, rendered.year))


def test_number_stated_is_that_of_the_verdicts_in_the_tables(rendered: Rendered) -> None:
    gaps = rendered.results
    gaps = gaps[gaps["measure"].eq("gap") & gaps["verdict"].ne("") & gaps["lower"].isna()]
    own = gaps["breakdown"].eq(f"survey_year={rendered.year - 1}")
    assert len(printed(rendered)) == stated(rendered) + int(own.sum())
